//! `bereik coverage`: distances, tables and the map.

use std::path::PathBuf;

use clap::Args;

use super::progress::Progress;
use super::{Common, Exit, results, tell, use_threads};
use crate::model::NONE;
use crate::report::Output;
use crate::report::{page, summary};
use crate::run::{self, Failure, Part, Request};
use crate::text;
use crate::week::Moment;

/// Compute how far people live from a desk and in which hours they can reach one, and write tables, layers, maps and charts
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  bereik coverage scenarios/waterstreek.toml --out results/waterstreek\n\n  bereik coverage scenarios/waterstreek.toml --only distance --at \"Th 19:00\"\n\nWrites cells, areas, sites, hours, moments, catchment, equity and budget as tables and layers, maps and charts as SVG and PNG,\nand manifest.json."
)]
pub(super) struct Arguments {
    /// The study file
    study: PathBuf,
    /// Folder for the results; default: results/NAME-OF-THE-STUDY
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Formats of the tables, separated by commas: csv, geojson, gpkg, xlsx
    #[arg(long, value_name = "FORMATS", value_delimiter = ',', default_value = "csv,gpkg", value_parser = output)]
    format: Vec<Output>,
    /// Draw no maps and charts
    #[arg(long)]
    no_maps: bool,
    /// Compute and write only these parts, separated by commas: distance, hours, moments, catchment, equity, budget
    #[arg(long, value_name = "PARTS", value_delimiter = ',', value_parser = part)]
    only: Vec<Part>,
    /// Distances to the desks that are open at this moment of every week, such as "Th 19:00" or "do 19.00"
    #[arg(long, value_name = "MOMENT", value_parser = moment)]
    at: Option<Moment>,
    /// Print the figures per area and group as JSON on standard output
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    common: Common,
}

/// Reads a part by its name.
fn part(name: &str) -> Result<Part, String> {
    Part::parse(name).ok_or_else(|| format!("choose from {}", Part::ALL.map(Part::name).join(", ")))
}

/// Reads a moment of the week.
fn moment(text: &str) -> Result<Moment, String> {
    Moment::parse(text).map_err(|_| "write a day and a time, such as \"Th 19:00\" or \"do 19.00\"".to_owned())
}

/// Reads a format by its name.
pub(super) fn output(name: &str) -> Result<Output, String> {
    Output::parse(name).ok_or_else(|| format!("choose from {}", Output::ALL.map(Output::name).join(", ")))
}

/// The parts that are asked for; all without a word.
fn parts(only: &[Part]) -> Vec<Part> {
    Part::ALL.into_iter().filter(|part| only.is_empty() || only.contains(part)).collect()
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    use_threads(arguments.common.threads)?;
    let language = arguments.common.lang.map(Into::into);
    let progress = Progress::new(language.unwrap_or_default());
    let outputs = super::outputs(&arguments.format);
    let out = results(arguments.out.as_ref(), &arguments.study, "", language)?;
    let request = Request {
        study: arguments.study.clone(),
        language,
        out,
        outputs,
        maps: !arguments.no_maps,
        parts: parts(&arguments.only),
        at: arguments.at,
    };
    let computed = run::coverage(&request, &progress);
    progress.finish();
    let computed = computed?;
    let (study, loaded) = (&computed.checked.study, &computed.checked.loaded);
    let text = text::of(study.language);
    tell::warnings(loaded, text);
    if arguments.at.is_some() && computed.coverage.site.iter().all(|site| *site == NONE) {
        tell::talk(&format!("{}: {}", text.words().warning, text.words().no_desk_then));
    }
    if arguments.json {
        let json = summary::json(&loaded.region, &computed.coverage, study).map_err(|error| Failure::Ours(error.to_string()))?;
        tell::data(&format!("{json}\n"), study.language)?;
    } else {
        tell::talk(&summary::readable(&loaded.region, &computed.coverage, study, text));
        if let Some(at) = arguments.at {
            tell::talk(&text.open_at(at));
        }
        let more = &computed.more;
        if let Some(rows) = &more.fairness {
            tell::talk(&page::gap(&loaded.region, rows, text));
        }
        if let Some(hours) = &more.hours {
            tell::talk(&page::hours(&loaded.region, hours, text));
        }
        if !more.targets.is_empty() {
            tell::talk(&page::targets(&more.targets, text));
        }
        if let Some((budget, unknown)) = &more.budget {
            tell::unknown_payers(unknown, text);
            tell::talk(&page::budget(budget, None, text));
        }
        tell::talk(&format!("{}:", text.words().written));
        computed.files.iter().for_each(|file| tell::talk(&format!("  {}", file.display())));
    }
    Ok(Exit::Done)
}
