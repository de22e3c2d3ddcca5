//! `bereik border`: who uses whose desk, what borders cost, and how to share.

use std::path::PathBuf;

use clap::Args;

use super::coverage::output;
use super::progress::Progress;
use super::{Common, Exit, outputs, results, tell, use_threads};
use crate::model::CostKey;
use crate::report::{self, Output};
use crate::run::{self, BorderRequest, Failure};
use crate::text;

/// Compute who uses whose desk, what municipal borders cost, and how municipalities can share the desks
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  bereik border scenarios/waterstreek.toml --out results/waterstreek-border\n\nWrites flows, flow-balance, desk-users, border-effect, border-places, orphans, shares and flow-lines as tables and layers, a map,\na matrix chart, a page for the agreement of each library (agreement-LIBRARY.md) and manifest.json."
)]
pub(super) struct Arguments {
    /// The study file
    study: PathBuf,
    /// Folder for the results; default: results/NAME-OF-THE-STUDY-border
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Formats of the tables, separated by commas: csv, geojson, gpkg, xlsx
    #[arg(long, value_name = "FORMATS", value_delimiter = ',', default_value = "csv,gpkg", value_parser = output)]
    format: Vec<Output>,
    /// Draw no map and no chart
    #[arg(long)]
    no_maps: bool,
    /// The key by which the agreement shares the costs: "expected use", residents, need, equal, shapley
    #[arg(long, value_name = "KEY", default_value = "expected use", value_parser = key)]
    key: CostKey,
    /// Print the figures as JSON on standard output
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    common: Common,
}

/// Reads a key by its name.
fn key(name: &str) -> Result<CostKey, String> {
    CostKey::parse(name).ok_or_else(|| format!("choose from {}", CostKey::ALL.map(CostKey::name).join(", ")))
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    use_threads(arguments.common.threads)?;
    let language = arguments.common.lang.map(Into::into);
    let progress = Progress::new(language.unwrap_or_default());
    let outputs = outputs(&arguments.format);
    let out = results(arguments.out.as_ref(), &arguments.study, "-border", language)?;
    let request = BorderRequest { study: arguments.study.clone(), language, out, outputs, maps: !arguments.no_maps, key: arguments.key };
    let computed = run::border(&request, &progress);
    progress.finish();
    let computed = computed?;
    let (study, loaded) = (&computed.checked.study, &computed.checked.loaded);
    let text = text::of(study.language);
    tell::warnings(loaded, text);
    tell::unknown_payers(&computed.unknown, text);
    if arguments.json {
        let json =
            report::border::json(&loaded.region, study, &computed.borders, text).map_err(|error| Failure::Ours(error.to_string()))?;
        tell::data(&format!("{json}\n"), study.language)?;
    } else {
        tell::talk(&report::border::page(&loaded.region, study, &computed.borders, arguments.key, text));
        tell::talk(&format!("{}:", text.words().written));
        computed.files.iter().for_each(|file| tell::talk(&format!("  {}", file.display())));
    }
    Ok(Exit::Done)
}
