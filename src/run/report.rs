//! `bereik report` from the study file to the advice and everything behind it.

use std::path::{Path, PathBuf};

use super::border::{borders, shared};
use super::certain;
use super::compare::comparison;
use super::coverage;
use super::failure::Failure;
use super::more::More;
use super::part::Part;
use super::plan::{self, PlanPart, PlanRequest, planning};
use super::record::{Run, hashed};
use super::study::{Checked, check};
use super::write::Writer;
use crate::measure;
use crate::model::{Lang, Scenario, ScenarioKind, Setting};
use crate::report::advice::{Advice, document};
use crate::report::compare::Comparison;
use crate::report::plan::Planning;
use crate::report::{self, Output, Table};
use crate::text;
use crate::watch::{Stage, Watch};

/// What is asked for.
#[derive(Debug, Clone)]
pub struct ReportRequest {
    /// The study file.
    pub study: PathBuf,
    /// The language, when not that of the study.
    pub language: Option<Lang>,
    /// The folder for the results; it is made when it is not there.
    pub out: PathBuf,
    /// The most work for each plan, in numbers looked at.
    pub work: u64,
    /// A gap of a plan that is good enough, as a share.
    pub gap: f64,
    /// How often is drawn from the ranges of the study, when not as often as it says; 0 for not at all.
    pub draws: Option<u32>,
}

/// An advice that was made and written.
#[derive(Debug, Clone)]
pub struct ComputedReport {
    /// The study and its region.
    pub checked: Checked,
    /// Today and every scenario.
    pub comparison: Comparison,
    /// The page to open.
    pub page: PathBuf,
    /// Names in `money.own` that are no municipality of the study.
    pub unknown: Vec<String>,
    /// The files that were written, in that order.
    pub files: Vec<PathBuf>,
}

/// The stem of the advice in every format.
const STEM: &str = "advies";

/// Reads a study, computes everything there is to say about it, and writes the advice: one page of HTML, a workbook, layers, Markdown, every
/// table and every picture.
///
/// # Errors
/// [`Failure`]; no file is left half written.
pub fn report(request: &ReportRequest, watch: &dyn Watch) -> Result<ComputedReport, Failure> {
    let (hash, checked) = hashed(&request.study, || check(&request.study, request.language, watch));
    let checked = checked?;
    let language = checked.study.language;
    let stopped = Failure::stopped(language);
    let (region, study, text) = (&checked.loaded.region, &checked.study, text::of(language));
    let run = |hash: String| Run { command: "report", study: &request.study, hash, at: None };
    let uncertain = certain::ranges(study, request.draws)?;
    let mut comparison = comparison(region, study, &request.study, (request.work, request.gap), watch)?;
    if let Some(uncertain) = uncertain {
        certain::add(region, study, &uncertain, request.work, &mut comparison, watch)?;
    }
    let planning = planned(&checked, request, watch)?;
    watch.next(Stage::Measuring).map_err(&stopped)?;
    let (borders, _, unknown) = borders(&checked);
    let coverage = measure::coverage(region, study);
    let more = More::of(region, study, &coverage, &Part::ALL, false);

    watch.next(Stage::Drawing).map_err(&stopped)?;
    let manifest = run(hash.clone()).manifest(&checked)?;
    let planning = planning.as_ref();
    let shares_then = comparison.advised().map_or_else(Vec::new, |place| {
        let outcome = &comparison.scenarios[place].outcome;
        shared(&outcome.situation.region, &outcome.situation.study, &outcome.budget)
    });
    let loaded = &checked.loaded;
    let advice =
        Advice { loaded, study, comparison: &comparison, borders: &borders, shares_then: &shares_then, planning, manifest: &manifest };
    let document = document(&advice);
    let mut writer = Writer::new(&request.out, &checked, watch)?;
    let page = request.out.join(format!("{STEM}.html"));
    writer.text(&format!("{STEM}.html"), &report::html::html(&document))?;
    writer.text(&format!("{STEM}.md"), &report::markdown::markdown(&document))?;
    let figures: Vec<(&str, &str)> = document.figures().map(|figure| (figure.name.as_str(), figure.svg.as_str())).collect();
    writer.maps(&figures)?;

    watch.next(Stage::Writing).map_err(&stopped)?;
    let rows = report::coverage::reported_cells(region);
    let mut tables: Vec<Table> = report::compare::tables(study, &comparison, text);
    tables.extend(coverage::tables(&Part::ALL, &checked, &coverage, &more, &rows));
    tables.extend(report::border::tables(region, study, &borders, text));
    tables.extend(planning.map(|planning| report::plan::tables(region, study, planning, text)).into_iter().flatten());
    let mut styles = report::compare::styles(study, &comparison, text);
    styles.extend(report::coverage_styles::styles(region, study, text));
    styles.extend(report::border::styles(region, &borders, text));
    styles.extend(planning.map(|_| report::plan::styles(region, text)).into_iter().flatten());
    for output in [Output::GeoPackage, Output::Xlsx, Output::Csv] {
        writer.tables(STEM, output, &tables, &styles)?;
    }
    run(hash).record(&checked, &mut writer)?;
    let files = writer.files;
    Ok(ComputedReport { checked, comparison, page, unknown, files })
}

/// The plan of the first scenario that asks for one, explained; `None` where none does.
fn planned(checked: &Checked, request: &ReportRequest, watch: &dyn Watch) -> Result<Option<Planning>, Failure> {
    let Some(scenario) = checked.study.scenarios.iter().find(|scenario| matches!(scenario.kind, ScenarioKind::Find(_))) else {
        return Ok(None);
    };
    watch.next(Stage::Planning).map_err(Failure::stopped(checked.study.language))?;
    let asked = asked(scenario, request);
    if scenario.setting == Setting::default() {
        return planning(checked, &asked, watch).map(|(planning, _)| Some(planning));
    }
    let mut settled = checked.clone();
    plan::settle(&mut settled, &asked)?;
    planning(&settled, &asked, watch).map(|(planning, _)| Some(planning))
}

/// The plan of a scenario with as much effort as the comparison has, so that both are the same.
fn asked(scenario: &Scenario, request: &ReportRequest) -> PlanRequest {
    PlanRequest {
        study: request.study.clone(),
        language: request.language,
        scenario: Some(scenario.name.clone()),
        out: Path::new("").to_owned(),
        outputs: Vec::new(),
        maps: false,
        parts: PlanPart::ALL.to_vec(),
        work: request.work,
        time: None,
        gap: request.gap,
    }
}
