//! `bereik budget`: grants, costs and what is left.

use std::path::PathBuf;

use clap::Args;

use super::coverage::output;
use super::progress::Progress;
use super::{Common, Exit, tell, use_threads};
use crate::report::{self, Output};
use crate::run::{self, BudgetRequest, Failure};
use crate::text;

/// Compute what money there is (SPUK grant, own contributions), what today's desks cost and what is left
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  bereik budget scenarios/waterstreek.toml --out results/waterstreek\n\nThe rates and costs are in [money] of the study. With --out it writes budget, grants and costs as tables."
)]
pub(super) struct Arguments {
    /// The study file
    study: PathBuf,
    /// Folder for the tables; without it nothing is written
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Formats of the tables, separated by commas: csv, geojson, gpkg, xlsx
    #[arg(long, value_name = "FORMATS", value_delimiter = ',', default_value = "csv", value_parser = output)]
    format: Vec<Output>,
    /// Print the budget as JSON on standard output
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    common: Common,
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    use_threads(arguments.common.threads)?;
    let language = arguments.common.lang.map(Into::into);
    let progress = Progress::new(language.unwrap_or_default());
    let outputs = super::outputs(&arguments.format);
    let request = BudgetRequest { study: arguments.study.clone(), language, out: arguments.out.clone(), outputs };
    let computed = run::budget(&request, &progress);
    progress.finish();
    let computed = computed?;
    let study = &computed.checked.study;
    let text = text::of(study.language);
    tell::warnings(&computed.checked.loaded, text);
    tell::unknown_payers(&computed.unknown, text);
    if arguments.json {
        let json = report::money::json(&computed.budget, &computed.costs).map_err(|error| Failure::Ours(error.to_string()))?;
        tell::data(&format!("{json}\n"), study.language)?;
    } else {
        tell::talk(&format!("{}\n\n{}", study.title, report::page::budget(&computed.budget, Some(&computed.costs), text)));
        if !computed.files.is_empty() {
            tell::talk(&format!("{}:", text.words().written));
            computed.files.iter().for_each(|file| tell::talk(&format!("  {}", file.display())));
        }
    }
    Ok(Exit::Done)
}
