//! `bereik compare` from the study file to the files of its result.

use std::path::{Path, PathBuf};

use super::certain;
use super::failure::Failure;
use super::money;
use super::plan::{Basis, agreed, search};
use super::record::{Run, hashed};
use super::situation;
use super::study::{Checked, check};
use super::write::Writer;
use crate::compare::{Outcome, Situation, desks_of, lost, needless, outcome, planned, shifts, worth};
use crate::model::{Find, Lang, Region, Scenario, ScenarioKind, Setting, Study};
use crate::plan::PlanDesk;
use crate::plan::kernel::Effort;
use crate::report::compare::{Comparison, Measured};
use crate::report::{self, Output};
use crate::text::{self, ScenarioSentence, Told};
use crate::units::Metres;
use crate::watch::{Stage, Watch};

/// What is asked for.
#[derive(Debug, Clone)]
pub struct CompareRequest {
    /// The study file.
    pub study: PathBuf,
    /// The language, when not that of the study.
    pub language: Option<Lang>,
    /// The folder for the results; it is made when it is not there.
    pub out: PathBuf,
    /// The formats of the tables.
    pub outputs: Vec<Output>,
    /// Whether charts are drawn.
    pub maps: bool,
    /// The most work for each plan, in numbers looked at.
    pub work: u64,
    /// A gap of a plan that is good enough, as a share.
    pub gap: f64,
    /// How often the ranges of the study are drawn, when not as often as it says; 0 for not at all.
    pub draws: Option<u32>,
}

/// Scenarios that were compared and written.
#[derive(Debug, Clone)]
pub struct ComputedCompare {
    /// The study and its region.
    pub checked: Checked,
    /// Today and every scenario.
    pub comparison: Comparison,
    /// Names in `money.own` that are no municipality of the study.
    pub unknown: Vec<String>,
    /// The files that were written, in that order.
    pub files: Vec<PathBuf>,
}

/// Reads a study, measures every scenario beside today, and writes the tables.
///
/// # Errors
/// [`Failure`]; no file is left half written.
pub fn compare(request: &CompareRequest, watch: &dyn Watch) -> Result<ComputedCompare, Failure> {
    let (hash, checked) = hashed(&request.study, || check(&request.study, request.language, watch));
    let checked = checked?;
    let language = checked.study.language;
    let stopped = Failure::stopped(language);
    let (region, study) = (&checked.loaded.region, &checked.study);
    let uncertain = certain::ranges(study, request.draws)?;
    let mut comparison = comparison(region, study, &request.study, (request.work, request.gap), watch)?;
    if let Some(uncertain) = uncertain {
        certain::add(region, study, &uncertain, request.work, &mut comparison, watch)?;
    }
    let unknown = money::budget(region, study).1;

    watch.next(Stage::Writing).map_err(&stopped)?;
    let text = text::of(language);
    let mut writer = Writer::new(&request.out, &checked, watch)?;
    let tables = report::compare::tables(study, &comparison, text);
    let styles = report::compare::styles(study, &comparison, text);
    request.outputs.iter().try_for_each(|output| writer.tables("compare", *output, &tables, &styles))?;
    if request.maps {
        watch.next(Stage::Drawing).map_err(&stopped)?;
        if let Some(chart) = report::compare::chart(&checked.loaded, study, &comparison) {
            writer.map("chart-compare", &chart)?;
        }
        if let Some(chart) = report::compare::front_chart(&checked.loaded, study, &comparison) {
            writer.map("chart-front", &chart.svg)?;
        }
        if let Some(chart) = report::compare::certain_chart(&checked.loaded, study, &comparison) {
            writer.map("chart-certain", &chart)?;
        }
    }
    Run { command: "compare", study: &request.study, hash, at: None }.record(&checked, &mut writer)?;
    let files = writer.files;
    Ok(ComputedCompare { checked, comparison, unknown, files })
}

/// Measures today and every scenario of the study in this file, in their order; `effort` is the work and the gap for each plan that is to be found.
///
/// # Errors
/// [`Failure::Plan`] with everything that is wrong with the scenarios; [`Failure::Stopped`].
pub fn comparison(region: &Region, study: &Study, file: &Path, effort: (u64, f64), watch: &dyn Watch) -> Result<Comparison, Failure> {
    let stopped = Failure::stopped(study.language);
    watch.next(Stage::Measuring).map_err(&stopped)?;
    let today = measured(Situation::today(region, study), None);
    let mut scenarios: Vec<Measured> = Vec::new();
    let mut wrong = Vec::new();
    for scenario in &study.scenarios {
        let is_search = matches!(scenario.kind, ScenarioKind::Find(_));
        watch.next(if is_search { Stage::Planning } else { Stage::Measuring }).map_err(&stopped)?;
        match situated(region, study, scenario, effort, watch) {
            Ok((situation, cautions, gap, chosen)) => {
                let beside = beside(region, study, scenario.setting.norm);
                let before = beside.as_ref().unwrap_or(&today);
                let outcome = measured(situation, Some(before));
                let (shifts, lost) = (shifts(before, &outcome), lost(before, &outcome));
                scenarios.push(Measured { outcome, beside, shifts, lost, cautions, gap, chosen, dominated_by: Vec::new() });
            }
            Err(Failure::Plan(_, reasons)) => wrong.extend(situation::located(study, file, scenario, reasons)),
            Err(other) => return Err(other),
        }
    }
    if !wrong.is_empty() {
        return Err(Failure::Plan(study.language, wrong));
    }
    let outcomes: Vec<&Outcome> = std::iter::once(&today).chain(scenarios.iter().map(|one| &one.outcome)).collect();
    let by = needless(&outcomes);
    scenarios.iter_mut().zip(by.into_iter().skip(1)).for_each(|(scenario, by)| scenario.dominated_by = by);
    Ok(Comparison { today, scenarios, certainty: None, is_cut_short: false })
}

fn measured(situation: Situation, today: Option<&Outcome>) -> Outcome {
    let new: Vec<usize> = situation.new_sites().collect();
    let budget = money::budget_with(&situation.region, &situation.study, &situation.region.cells.counts, &new);
    outcome(situation, budget, today)
}

/// Today's desks by another norm, with the visits fitted by that norm; `None` where it is no other.
fn beside(region: &Region, study: &Study, norm: Option<Metres>) -> Option<Outcome> {
    let norm = norm.filter(|norm| *norm != study.reach.norm)?;
    let setting = Setting { norm: Some(norm), year: None };
    // Without a year there is nothing that can be wrong.
    let (situation, _) = Situation::with_setting(region, study, "", setting).ok()?;
    Some(measured(situation, None))
}

/// A scenario before it is measured: what is to be told with it, and the gap and the desks of its plan where it is one.
type Situated = (Situation, Vec<String>, Option<f64>, Vec<PlanDesk>);

/// The desks, people and norm of a scenario.
fn situated(region: &Region, study: &Study, scenario: &Scenario, effort: (u64, f64), watch: &dyn Watch) -> Result<Situated, Failure> {
    let text = text::of(study.language);
    let refused = |problems: Vec<_>| Failure::Plan(study.language, situation::told(region, &scenario.name, &problems, text));
    let (mut situation, mut cautions) = Situation::with_setting(region, study, &scenario.name, scenario.setting).map_err(refused)?;
    let (mut gap, mut chosen) = (None, Vec::new());
    match &scenario.kind {
        ScenarioKind::Changes(changes) => cautions.extend(situation.change(changes).map_err(refused)?),
        ScenarioKind::Find(find) => {
            let (found, desks) = plan(&mut situation, find, effort, watch)?;
            (gap, chosen) = (Some(found), desks);
        }
    }
    Ok((situation, situation::cautions(region, &cautions, text), gap, chosen))
}

/// Puts the desks of the best plan in place of today's; how far that can be from the best, and which desks it chose.
fn plan(situation: &mut Situation, find: &Find, (work, gap): (u64, f64), watch: &dyn Watch) -> Result<(f64, Vec<PlanDesk>), Failure> {
    let language = situation.study.language;
    let basis = Basis::of(&situation.region, &situation.study);
    let stop = || watch.is_enough();
    let (purse, _) = money::purse(&situation.region, &situation.study);
    let found = search(&basis, find, purse, Effort { most_work: work, gap, stop: &stop });
    if watch.is_stopped() {
        return Err(Failure::Stopped(language));
    }
    let told = |why: &Told| text::of(language).scenario_sentence(&situation.name, &ScenarioSentence::NoPlan { why });
    let (question, plan) = found.map_err(|reasons| Failure::Plan(language, reasons.iter().map(told).collect()))?;
    let sites = planned(&situation.region, &desks_of(&question.menu, &plan.chosen));
    let mut region = situation.region.clone();
    region.sites.clone_from(&sites);
    let given = basis.given();
    let exact = worth(&region, &situation.study, find.goal, given.tries, given.kappa, given.counts);
    let distance = crate::measure::distances_only(&region, &situation.study).distance;
    let chosen = plan.chosen.iter().map(|option| question.menu.options[*option as usize].clone()).collect();
    let gap = agreed(&question, plan, exact.total, &distance)?.gap(find.goal);
    situation.plan(sites);
    Ok((gap, chosen))
}
