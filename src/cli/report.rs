//! `bereik report`: the advice, and everything behind it.

use std::path::PathBuf;

use clap::Args;

use super::progress::Progress;
use super::solve::share;
use super::{Common, Exit, results, tell, use_threads};
use crate::model::Uncertain;
use crate::run::{self, Failure, ReportRequest};
use crate::text;

/// Write the advice: one page that a council can read, and every figure, table and layer behind it
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  bereik report scenarios/waterstreek.toml --out results/waterstreek-advies\n\nWrites advies.html (open it in a browser; it needs no network), advies.xlsx, advies.gpkg, advies.md, every table as CSV, every\npicture as SVG and PNG, and manifest.json. Ctrl-C ends the search of a plan with the best so far; twice stops."
)]
pub(super) struct Arguments {
    /// The study file
    study: PathBuf,
    /// Folder for the results; default: results/NAME-OF-THE-STUDY-advies
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Look at so many numbers at most while searching each plan; some 300 million take a second
    #[arg(long, value_name = "N", default_value_t = 3_000_000_000)]
    work: u64,
    /// A gap of a plan to the best that is good enough, such as `0.1%`
    #[arg(long, value_name = "GAP", value_parser = share, default_value = "0.1%")]
    gap: f64,
    /// Draw so many times from the ranges of `[uncertain]`, instead of as often as the study says; 0 for not at all
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(..=i64::from(Uncertain::MOST_DRAWS)))]
    draws: Option<u32>,
    #[command(flatten)]
    common: Common,
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    use_threads(arguments.common.threads)?;
    let language = arguments.common.lang.map(Into::into);
    let progress = Progress::of_search(language.unwrap_or_default());
    let out = results(arguments.out.as_ref(), &arguments.study, "-advies", language)?;
    let request =
        ReportRequest { study: arguments.study.clone(), language, out, work: arguments.work, gap: arguments.gap, draws: arguments.draws };
    let computed = run::report(&request, &progress);
    progress.finish();
    let computed = computed?;
    let text = text::of(computed.checked.study.language);
    tell::warnings(&computed.checked.loaded, text);
    tell::unknown_payers(&computed.unknown, text);
    tell::talk(&format!("{}:", text.words().written));
    computed.files.iter().for_each(|file| tell::talk(&format!("  {}", file.display())));
    tell::talk(&format!("\n{} {}", text.advice().open, computed.page.display()));
    Ok(Exit::Done)
}
