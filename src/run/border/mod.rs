//! `bereik border` from the study file to the files of its result.

mod orphans;
mod shares;

use std::path::PathBuf;

use super::failure::Failure;
use super::record::{Run, hashed};
use super::study::{Checked, check};
use super::write::Writer;
use crate::budget::{Budget, SharedCost};
use crate::measure;
use crate::measure::border::{self, Cases};
use crate::model::{CostKey, Lang, Region, Study};
use crate::report::{self, Output, border::Borders};
use crate::text;
use crate::watch::{Stage, Watch};

/// What is asked for.
#[derive(Debug, Clone)]
pub struct BorderRequest {
    /// The study file.
    pub study: PathBuf,
    /// The language, when not that of the study.
    pub language: Option<Lang>,
    /// The folder for the results; it is made when it is not there.
    pub out: PathBuf,
    /// The formats of the tables.
    pub outputs: Vec<Output>,
    /// Whether the map and the chart are drawn.
    pub maps: bool,
    /// The key by which the agreements share costs.
    pub key: CostKey,
}

/// Borders that were computed and written.
#[derive(Debug, Clone)]
pub struct ComputedBorder {
    /// The study and its region.
    pub checked: Checked,
    /// The figures.
    pub borders: Borders,
    /// Names in `money.own` that are no municipality of the study.
    pub unknown: Vec<String>,
    /// The files that were written, in that order.
    pub files: Vec<PathBuf>,
}

/// Reads a study, computes who uses whose desk, what borders cost and how costs can be shared, and writes it.
///
/// # Errors
/// [`Failure`]; no file is left half written.
pub fn border(request: &BorderRequest, watch: &dyn Watch) -> Result<ComputedBorder, Failure> {
    let (hash, checked) = hashed(&request.study, || check(&request.study, request.language, watch));
    let checked = checked?;
    let language = checked.study.language;
    let stopped = Failure::stopped(language);
    watch.next(Stage::Measuring).map_err(&stopped)?;
    let (borders, budget, unknown) = borders(&checked);

    watch.next(Stage::Writing).map_err(&stopped)?;
    let mut writer = Writer::new(&request.out, &checked, watch)?;
    let text = text::of(language);
    let (region, study) = (&checked.loaded.region, &checked.study);
    let tables = report::border::tables(region, study, &borders, text);
    let styles = report::border::styles(region, &borders, text);
    request.outputs.iter().try_for_each(|output| writer.tables("border", *output, &tables, &styles))?;
    for (name, page) in report::border::agreements(region, study, &borders, &budget, request.key, text) {
        writer.text(&format!("{name}.md"), &page)?;
    }
    if request.maps {
        watch.next(Stage::Drawing).map_err(&stopped)?;
        writer.map("map-border", &report::border::map(&checked.loaded, study, &borders))?;
        if let Some(chart) = report::border::chart(&checked.loaded, study, &borders) {
            writer.map("chart-flows", &chart)?;
        }
    }
    Run { command: "border", study: &request.study, hash, at: None }.record(&checked, &mut writer)?;
    let files = writer.files;
    Ok(ComputedBorder { checked, borders, unknown, files })
}

/// The costs of the desks of a region shared over municipalities by every key, as in [`borders`].
#[must_use]
pub(super) fn shared(region: &Region, study: &Study, budget: &Budget) -> Vec<SharedCost> {
    let coverage = measure::distances_only(region, study);
    let pairs = measure::pairs(region, study);
    let desks = measure::desks(region, study.moments.outside_desk_hours);
    let flows = border::flows(region, study, &coverage, &pairs, &desks);
    shares::shares(region, budget, &border::library_use(region, study, &coverage, &pairs, &flows))
}

/// Everything that is computed of borders, the budget it was computed with, and the names in `money.own` that are no municipality of the study.
#[must_use]
pub fn borders(checked: &Checked) -> (Borders, Budget, Vec<String>) {
    let (region, study) = (&checked.loaded.region, &checked.study);
    let coverage = measure::distances_only(region, study);
    let pairs = measure::pairs(region, study);
    let desks = measure::desks(region, study.moments.outside_desk_hours);
    let cases = Cases::of(region, study, &coverage, &pairs, &desks);
    let flows = border::flows(region, study, &coverage, &pairs, &desks);
    let uses = border::library_use(region, study, &coverage, &pairs, &flows);
    let (budget, unknown) = super::money::budget(region, study);
    let orphans = border::orphans(region, study, &cases);
    let borders = Borders {
        balances: flows.iter().flat_map(|flows| border::balances(region, flows)).collect(),
        effects: border::effects(region, study, &cases, &coverage.need),
        areas: border::border_areas(region, study, &cases),
        shared: border::shared_places(region, study, &cases),
        orphans: orphans::priced(region, study, &desks, &budget, &orphans),
        shares: shares::shares(region, &budget, &uses),
        orphaned: orphans,
        flows,
        uses,
        cases,
    };
    (borders, budget, unknown)
}
