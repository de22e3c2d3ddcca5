//! `bereik coverage`: distances, tables and the map.

use std::path::PathBuf;

use clap::Args;

use super::progress::Progress;
use super::{Common, Exit, tell, use_threads};
use crate::report::Output;
use crate::report::summary;
use crate::run::{self, Failure, Request};
use crate::text;

/// Compute the distance from every square to its nearest desk, and write tables per area and group, layers and a map
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  bereik coverage scenarios/waterstreek.toml --out results/waterstreek\n\nWrites cells, areas and sites as tables, map.svg and map.png, and manifest.json."
)]
pub(super) struct Arguments {
    /// The study file
    study: PathBuf,
    /// Folder for the results; default: results/NAME-OF-THE-STUDY
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Formats of the tables, separated by commas
    #[arg(long, value_name = "FORMATS", value_delimiter = ',', default_value = "csv,gpkg", value_parser = output)]
    format: Vec<Output>,
    /// Draw no map
    #[arg(long)]
    no_maps: bool,
    /// Print the figures per area and group as JSON on standard output
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    common: Common,
}

/// Reads a format by its name.
fn output(name: &str) -> Result<Output, String> {
    Output::parse(name).ok_or_else(|| format!("choose from {}", Output::ALL.map(Output::name).join(", ")))
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    use_threads(arguments.common.threads)?;
    let language = arguments.common.lang.map(Into::into);
    let progress = Progress::new(language.unwrap_or_default());
    let outputs: Vec<Output> = Output::ALL.into_iter().filter(|output| arguments.format.contains(output)).collect();
    let out = arguments.out.clone().unwrap_or_else(|| PathBuf::from("results").join(arguments.study.file_stem().unwrap_or_default()));
    let request = Request { study: arguments.study.clone(), language, out, outputs, maps: !arguments.no_maps };
    let computed = run::coverage(&request, &progress);
    progress.finish();
    let computed = computed?;
    let (study, loaded) = (&computed.checked.study, &computed.checked.loaded);
    let text = text::of(study.language);
    tell::warnings(loaded, text);
    if arguments.json {
        let json = summary::json(&loaded.region, &computed.coverage, study).map_err(|error| Failure::Ours(error.to_string()))?;
        tell::data(&format!("{json}\n"), study.language)?;
    } else {
        tell::talk(&summary::readable(&loaded.region, &computed.coverage, study, text));
        tell::talk(&format!("{}:", text.words().written));
        computed.files.iter().for_each(|file| tell::talk(&format!("  {}", file.display())));
    }
    Ok(Exit::Done)
}
