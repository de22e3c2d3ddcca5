//! `bereik coverage` from the study file to the files of its result.

use std::path::PathBuf;

use super::failure::Failure;
use super::more::More;
use super::part::Part;
use super::record::{Run, hashed};
use super::study::{Checked, check};
use super::write::Writer;
use crate::measure::{self, Coverage};
use crate::model::Lang;
use crate::report::{self, Output, Table};
use crate::text;
use crate::watch::{Stage, Watch};
use crate::week::Moment;

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Request {
    /// The study file.
    pub study: PathBuf,
    /// The language, when not that of the study.
    pub language: Option<Lang>,
    /// The folder for the results; it is made when it is not there.
    pub out: PathBuf,
    /// The formats of the tables.
    pub outputs: Vec<Output>,
    /// Whether maps and charts are drawn.
    pub maps: bool,
    /// The parts that are computed and written.
    pub parts: Vec<Part>,
    /// The moment of the week at which distances are taken to the desks that are open then; all desks without.
    pub at: Option<Moment>,
}

/// A coverage that was computed and written.
#[derive(Debug, Clone)]
pub struct Computed {
    /// The study and its region.
    pub checked: Checked,
    /// The figures of distance.
    pub coverage: Coverage,
    /// All other figures, as far as they were asked for.
    pub more: More,
    /// The files that were written, in that order.
    pub files: Vec<PathBuf>,
}

/// Reads a study, computes its coverage and writes the tables, maps, charts and the manifest.
///
/// # Errors
/// [`Failure`]; no file is left half written.
pub fn coverage(request: &Request, watch: &dyn Watch) -> Result<Computed, Failure> {
    let (hash, checked) = hashed(&request.study, || check(&request.study, request.language, watch));
    let checked = checked?;
    let language = checked.study.language;
    let stopped = Failure::stopped(language);
    watch.next(Stage::Measuring).map_err(&stopped)?;
    let region = &checked.loaded.region;
    let coverage = measure::coverage_at(region, &checked.study, request.at);
    let more = More::of(region, &checked.study, &coverage, &request.parts, request.at.is_some());

    watch.next(Stage::Writing).map_err(&stopped)?;
    let mut writer = Writer::new(&request.out, &checked, watch)?;
    write_tables(request, &checked, &coverage, &more, &mut writer)?;
    if request.maps {
        watch.next(Stage::Drawing).map_err(&stopped)?;
        draw(request, &checked, &coverage, &more, &mut writer)?;
    }
    Run { command: "coverage", study: &request.study, hash, at: request.at }.record(&checked, &mut writer)?;
    let files = writer.files;
    Ok(Computed { checked, coverage, more, files })
}

/// Writes the tables of every part in every format.
fn write_tables(request: &Request, checked: &Checked, coverage: &Coverage, more: &More, writer: &mut Writer) -> Result<(), Failure> {
    let rows = report::coverage::reported_cells(&checked.loaded.region);
    let tables = tables(&request.parts, checked, coverage, more, &rows);
    let styles = report::coverage_styles::styles(&checked.loaded.region, &checked.study, text::of(checked.study.language));
    request.outputs.iter().try_for_each(|output| writer.tables("coverage", *output, &tables, &styles))
}

/// The tables of these parts; `rows` are the cells that are reported on.
pub(super) fn tables<'a>(parts: &[Part], checked: &'a Checked, coverage: &'a Coverage, more: &'a More, rows: &'a [u32]) -> Vec<Table<'a>> {
    let (region, study) = (&checked.loaded.region, &checked.study);
    let text = text::of(study.language);
    let words = text.words();
    let hours = more.hours.as_ref().filter(|_| parts.contains(&Part::Hours));
    let mut tables = Vec::new();
    if parts.contains(&Part::Distance) {
        tables.extend([
            report::coverage::cells(region, coverage, report::coverage::more_of_cells(hours, more.supply.as_deref(), rows), rows, words),
            report::coverage::areas(region, coverage, study, words),
            report::coverage::sites(region, coverage, words),
        ]);
    }
    if let Some(hours) = hours {
        tables.push(report::hours::hours(region, study, &hours.places, text));
        tables.extend([report::hours::desks(region, &more.desks, text), report::hours::country(&more.figures, text)]);
    }
    tables.extend((!more.targets.is_empty()).then(|| report::hours::targets(&more.targets, text)));
    if parts.contains(&Part::Moments) {
        tables.extend(more.curve.as_ref().map(|curve| report::hours::moments(curve, text)));
    }
    tables.extend(more.supply.as_ref().map(|supply| report::supply::catchment(region, study, supply, text)));
    tables.extend(more.fairness.as_ref().map(|rows| report::supply::equity(region, study, rows, text)));
    if let Some((budget, _)) = &more.budget {
        tables.extend([
            report::money::budget(budget, text),
            report::money::grants(budget, text),
            report::money::costs(region, budget, text),
        ]);
    }
    tables
}

/// Draws the maps and charts of every part.
fn draw(request: &Request, checked: &Checked, coverage: &Coverage, more: &More, writer: &mut Writer) -> Result<(), Failure> {
    let (loaded, study) = (&checked.loaded, &checked.study);
    if request.parts.contains(&Part::Distance) {
        writer.map("map", &report::coverage_map::svg(loaded, coverage, study, request.at))?;
    }
    let charts = report::charts::Charts { loaded, study };
    if let (true, Some(hours)) = (request.parts.contains(&Part::Hours), &more.hours) {
        writer.map("map-hours", &report::hours_map::svg(loaded, &hours.reachable, study))?;
        writer.map("chart-reach", &charts.reach(hours))?;
        writer.map("chart-moments", &charts.lost(hours))?;
        if let Some(chart) = charts.classes(&more.figures) {
            writer.map("chart-desks", &chart)?;
        }
    }
    if let (true, Some(hours), Some(curve)) = (request.parts.contains(&Part::Moments), &more.hours, &more.curve) {
        writer.map("chart-week", &charts.week(hours, curve))?;
    }
    Ok(())
}
