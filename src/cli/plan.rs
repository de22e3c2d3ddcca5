//! `bereik plan`: the best places and hours for the money, with proof.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;

use super::coverage::output;
use super::progress::Progress;
use super::solve::{seconds, share};
use super::{Common, Exit, outputs, results, tell, use_threads};
use crate::report::{self, Output};
use crate::run::{self, Failure, PlanPart, PlanRequest};
use crate::text;

/// Find the best places and hours for the money, say why, and how far the plan can be from the best
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bereik plan scenarios/waterstreek.toml --out results/waterstreek-plan\n  bereik plan STUDY --scenario \"Beste combinatie\" --time 10s\n\nSearches what the first [scenario.find] of the study asks for; without one the most moment coverage for the money, today's desks kept.\nWrites plan, plan-areas, plan-why, plan-alternatives, plan-next, curve, dilemma and joint as tables and layers, plan.toml (a scenario to\npaste into the study), a map, charts and manifest.json. Ctrl-C ends the search with the best plan so far; twice stops."
)]
pub(super) struct Arguments {
    /// The study file
    study: PathBuf,
    /// The scenario to find; default: the first that asks for something
    #[arg(long, value_name = "NAME")]
    scenario: Option<String>,
    /// Folder for the results; default: results/NAME-OF-THE-STUDY-plan
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Formats of the tables, separated by commas: csv, geojson, gpkg, xlsx
    #[arg(long, value_name = "FORMATS", value_delimiter = ',', default_value = "csv,gpkg", value_parser = output)]
    format: Vec<Output>,
    /// Draw no map and no charts
    #[arg(long)]
    no_maps: bool,
    /// Only these parts beside the plan, separated by commas: why, next, curve, dilemma, joint, none
    #[arg(long, value_name = "PARTS", value_delimiter = ',', default_value = "why,next,curve,dilemma,joint", value_parser = part)]
    only: Vec<Part>,
    /// Search the plan so long at most, such as `10s`: it is then not the same on every machine
    #[arg(long, value_name = "TIME", value_parser = seconds)]
    time: Option<Duration>,
    /// Look at so many numbers at most while searching the plan; some 300 million take a second
    #[arg(long, value_name = "N", default_value_t = 6_000_000_000)]
    work: u64,
    /// A gap to the best that is good enough, such as `0.1%`
    #[arg(long, value_name = "GAP", value_parser = share, default_value = "0%")]
    gap: f64,
    /// Print the plan and every table as JSON on standard output
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    common: Common,
}

/// A part, or none.
#[derive(Debug, Clone, Copy)]
struct Part(Option<PlanPart>);

fn part(name: &str) -> Result<Part, String> {
    if name == "none" {
        return Ok(Part(None));
    }
    let found = PlanPart::ALL.into_iter().find(|part| part.name() == name);
    found.map(|part| Part(Some(part))).ok_or_else(|| format!("choose from {}, none", PlanPart::ALL.map(PlanPart::name).join(", ")))
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    use_threads(arguments.common.threads)?;
    let language = arguments.common.lang.map(Into::into);
    let progress = Progress::of_search(language.unwrap_or_default());
    let request = PlanRequest {
        study: arguments.study.clone(),
        language,
        scenario: arguments.scenario.clone(),
        out: results(arguments.out.as_ref(), &arguments.study, "-plan", language)?,
        outputs: outputs(&arguments.format),
        maps: !arguments.no_maps,
        parts: arguments.only.iter().filter_map(|part| part.0).collect(),
        // With a limit in seconds the clock decides.
        work: if arguments.time.is_some() { u64::MAX } else { arguments.work },
        time: arguments.time,
        gap: arguments.gap,
    };
    let computed = run::plan(&request, &progress);
    progress.finish();
    let computed = computed?;
    let (study, loaded) = (&computed.checked.study, &computed.checked.loaded);
    let text = text::of(study.language);
    tell::warnings(loaded, text);
    tell::unknown_payers(&computed.unknown, text);
    for caution in report::plan::warnings(&loaded.region, &computed.planning, text) {
        tell::talk(&format!("{}: {caution}", text.words().warning));
    }
    if arguments.json {
        let json = report::plan::json(&loaded.region, study, &computed.planning, text).map_err(|error| Failure::Ours(error.to_string()))?;
        tell::data(&format!("{json}\n"), study.language)?;
    } else {
        tell::talk(&report::plan::page(&loaded.region, study, &computed.planning, text));
        let (searched, plan) = (text.plan().searched, &computed.planning.plan);
        tell::talk(&format!("{searched} {} s ({} / {})", text.decimals(computed.seconds, 2), plan.nodes, plan.work));
        tell::talk(&format!("{}:", text.words().written));
        computed.files.iter().for_each(|file| tell::talk(&format!("  {}", file.display())));
    }
    Ok(Exit::Done)
}
