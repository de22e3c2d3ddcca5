//! `bereik compare`: every scenario of a study beside today.

use std::path::PathBuf;

use clap::Args;

use super::coverage::output;
use super::progress::Progress;
use super::solve::share;
use super::{Common, Exit, outputs, results, tell, use_threads};
use crate::model::Uncertain;
use crate::report::{self, Output};
use crate::run::{self, CompareRequest, Failure};
use crate::text;

/// Set every scenario of a study beside today: distance, hours, money, who gains and who loses
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  bereik compare scenarios/waterstreek.toml --out results/waterstreek-compare\n\nMeasures every [[scenario]]: those that the study spells out (open, close, hours, move, bus, year, norm) and those that the planner is to\nfind. Writes compare, compare-areas, compare-desks, compare-lost, compare-targets,\ncompare-use (expected visits) and compare-quiet as tables and layers, charts and manifest.json.\nWith [uncertain] in the study it also says how certain all that is: compare-range, compare-rank, compare-tornado and compare-picks.\nCtrl-C ends the search of a plan with the best so far; twice stops."
)]
pub(super) struct Arguments {
    /// The study file
    study: PathBuf,
    /// Folder for the results; default: results/NAME-OF-THE-STUDY-compare
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Formats of the tables, separated by commas: csv, geojson, gpkg, xlsx
    #[arg(long, value_name = "FORMATS", value_delimiter = ',', default_value = "csv,gpkg", value_parser = output)]
    format: Vec<Output>,
    /// Draw no charts
    #[arg(long)]
    no_maps: bool,
    /// Look at so many numbers at most while searching each plan; some 300 million take a second
    #[arg(long, value_name = "N", default_value_t = 3_000_000_000)]
    work: u64,
    /// A gap of a plan to the best that is good enough, such as `0.1%`
    #[arg(long, value_name = "GAP", value_parser = share, default_value = "0.1%")]
    gap: f64,
    /// Draw the ranges of [uncertain] so often instead of as often as the study says; 0 for not at all
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(..=i64::from(Uncertain::MOST_DRAWS)))]
    draws: Option<u32>,
    /// Print every table as JSON on standard output
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    common: Common,
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    use_threads(arguments.common.threads)?;
    let language = arguments.common.lang.map(Into::into);
    let progress = Progress::of_search(language.unwrap_or_default());
    let request = CompareRequest {
        study: arguments.study.clone(),
        language,
        out: results(arguments.out.as_ref(), &arguments.study, "-compare", language)?,
        outputs: outputs(&arguments.format),
        maps: !arguments.no_maps,
        work: arguments.work,
        gap: arguments.gap,
        draws: arguments.draws,
    };
    let computed = run::compare(&request, &progress);
    progress.finish();
    let computed = computed?;
    let (study, loaded) = (&computed.checked.study, &computed.checked.loaded);
    let text = text::of(study.language);
    tell::warnings(loaded, text);
    tell::unknown_payers(&computed.unknown, text);
    if arguments.json {
        let json = report::compare::json(study, &computed.comparison, text).map_err(|error| Failure::Ours(error.to_string()))?;
        tell::data(&format!("{json}\n"), study.language)?;
    } else {
        tell::talk(&report::compare::page(study, &computed.comparison, text));
        tell::talk(&format!("{}:", text.words().written));
        computed.files.iter().for_each(|file| tell::talk(&format!("  {}", file.display())));
    }
    Ok(Exit::Done)
}
