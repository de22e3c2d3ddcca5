//! `bereik plan` from the study file to the files of its result.

mod agreed;
mod names;
mod search;
mod told;
mod wanted;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use self::wanted::Wanted;
use super::failure::Failure;
use super::money;
use super::record::{Run, hashed};
use super::situation;
use super::study::{Checked, check};
use super::write::Writer;
use crate::compare::{self, JointPool, Situation, desks_of, figures, planned, worth};
use crate::measure;
use crate::model::{Find, Goal, Lang, Region, Setting};
use crate::plan::kernel::{Alternative, Effort, alternatives};
use crate::plan::{Given, Limit, Plan, Purse, Question, Request, curve, next_plans};
use crate::report::plan::Planning;
use crate::report::{self, Output};
use crate::text;
use crate::units::Euros;
use crate::watch::{Stage, Watch};

pub(super) use agreed::agreed;
pub(super) use names::request;
pub(super) use search::{Basis, question, search};

/// A part of the answer beside the plan itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanPart {
    /// Why each desk, and what lies next to the plan.
    Why,
    /// The next best plans.
    Next,
    /// The curve of value against money.
    Curve,
    /// More desks or longer hours.
    Dilemma,
    /// Together or apart.
    Joint,
}

impl PlanPart {
    /// Every part.
    pub const ALL: [Self; 5] = [Self::Why, Self::Next, Self::Curve, Self::Dilemma, Self::Joint];

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Why => "why",
            Self::Next => "next",
            Self::Curve => "curve",
            Self::Dilemma => "dilemma",
            Self::Joint => "joint",
        }
    }
}

/// What is asked for.
#[derive(Debug, Clone)]
pub struct PlanRequest {
    /// The study file.
    pub study: PathBuf,
    /// The language, when not that of the study.
    pub language: Option<Lang>,
    /// The scenario, by name; the first that asks for something to be found where none is named.
    pub scenario: Option<String>,
    /// The folder for the results; it is made when it is not there.
    pub out: PathBuf,
    /// The formats of the tables.
    pub outputs: Vec<Output>,
    /// Whether the map and the charts are drawn.
    pub maps: bool,
    /// The parts beside the plan.
    pub parts: Vec<PlanPart>,
    /// The most work for the plan, in numbers looked at.
    pub work: u64,
    /// The longest to make and search the problem of the plan; reading the study comes before, explaining and writing after.
    pub time: Option<Duration>,
    /// A gap that is good enough, as a share.
    pub gap: f64,
}

/// A plan that was made and written.
#[derive(Debug, Clone)]
pub struct ComputedPlan {
    /// The study and its region.
    pub checked: Checked,
    /// The plan.
    pub planning: Planning,
    /// Names in `money.own` that are no municipality of the study.
    pub unknown: Vec<String>,
    /// The files that were written, in that order.
    pub files: Vec<PathBuf>,
    /// Seconds of searching the plan.
    pub seconds: f64,
}

/// How many exchanges that were left out are told.
const ALTERNATIVES: usize = 20;
/// How many next best plans, and how much worse they may be.
const NEXT: (usize, f64) = (5, 0.05);
/// Work for one search of the next best plans, the curve, the dilemma and joint plans.
const WORK: [u64; 4] = [60_000_000, 200_000_000, 60_000_000, 300_000_000];
/// The gap that is good enough for these.
const GAP: f64 = 1e-3;

/// Reads a study, searches the best plan, checks it by the measures, explains it, and writes it.
///
/// # Errors
/// [`Failure`]; no file is left half written.
pub fn plan(request: &PlanRequest, watch: &dyn Watch) -> Result<ComputedPlan, Failure> {
    let (hash, checked) = hashed(&request.study, || check(&request.study, request.language, watch));
    let mut checked = checked?;
    let language = checked.study.language;
    settle(&mut checked, request)?;
    let stopped = Failure::stopped(language);
    watch.next(Stage::Planning).map_err(&stopped)?;
    let (planning, seconds) = planning(&checked, request, watch)?;
    let (_, unknown) = money::budget(&checked.loaded.region, &checked.study);

    watch.next(Stage::Writing).map_err(&stopped)?;
    let text = text::of(language);
    let (region, study) = (&checked.loaded.region, &checked.study);
    let mut writer = Writer::new(&request.out, &checked, watch)?;
    let tables = report::plan::tables(region, study, &planning, text);
    let styles = report::plan::styles(region, text);
    request.outputs.iter().try_for_each(|output| writer.tables("plan", *output, &tables, &styles))?;
    writer.text("plan.toml", &report::plan::scenario(region, &planning, text))?;
    if request.maps {
        watch.next(Stage::Drawing).map_err(&stopped)?;
        let need = measure::need(&region.cells, &study.need);
        writer.map("map-plan", &report::plan::map(&checked.loaded, study, &planning, &need))?;
        if let Some(chart) = report::plan::curve_chart(&checked.loaded, study, &planning) {
            writer.map("chart-curve", &chart)?;
        }
        if let Some(chart) = report::plan::dilemma_chart(&checked.loaded, study, &planning) {
            writer.map("chart-dilemma", &chart)?;
        }
    }
    Run { command: "plan", study: &request.study, hash, at: None }.record(&checked, &mut writer)?;
    let files = writer.files;
    Ok(ComputedPlan { checked, planning, unknown, files, seconds })
}

/// Gives a study the people and the norm of the scenario that is to be found.
pub(super) fn settle(checked: &mut Checked, request: &PlanRequest) -> Result<(), Failure> {
    let (region, study) = (&checked.loaded.region, &checked.study);
    let text = text::of(study.language);
    let refused = |reasons: Vec<text::Told>| Failure::Plan(study.language, reasons);
    let wanted = Wanted::of(region, study, request.scenario.as_deref(), text).map_err(|told| refused(vec![told]))?;
    if wanted.setting != Setting::default() {
        let settled = Situation::with_setting(region, study, &wanted.name, wanted.setting);
        let unusable = |problems: Vec<_>| wanted.unusable(study, &request.study, situation::told(region, &wanted.name, &problems, text));
        let (situation, _) = settled.map_err(unusable)?;
        (checked.study, checked.loaded.region) = (situation.study, situation.region);
    }
    Ok(())
}

/// Searches and explains a plan, and the seconds that the search of the plan took.
///
/// # Errors
/// [`Failure::Plan`] with every reason why there is none; [`Failure::Ours`] when the measures do not agree with the planner.
pub fn planning(checked: &Checked, request: &PlanRequest, watch: &dyn Watch) -> Result<(Planning, f64), Failure> {
    let (region, study) = (&checked.loaded.region, &checked.study);
    let text = text::of(study.language);
    let refused = |reasons: Vec<text::Told>| Failure::Plan(study.language, reasons);
    let wanted = Wanted::of(region, study, request.scenario.as_deref(), text).map_err(|told| refused(vec![told]))?;
    let (purse, joint_pools) = money::purse(region, study);
    let basis = Basis::of(region, study);
    let begun = Instant::now();
    let stop = || watch.is_enough() || request.time.is_some_and(|time| begun.elapsed() >= time);
    let effort = Effort { most_work: request.work, gap: request.gap, stop: &stop };
    let (question, found) =
        search(&basis, &wanted.find, purse, effort).map_err(|reasons| wanted.refused(study, &request.study, reasons))?;
    let seconds = begun.elapsed().as_secs_f64();
    if watch.is_stopped() {
        return Err(Failure::Stopped(study.language));
    }
    let given = basis.given();
    let mut work = Work { given, question, region: region.clone(), watch };
    let planning = work.planning(wanted.name, wanted.find, found, &request.parts, &joint_pools)?;
    Ok((planning, seconds))
}

/// A plan that is being explained.
struct Work<'a> {
    given: Given<'a>,
    question: Question<'a>,
    /// The region with whatever sites are measured.
    region: Region,
    watch: &'a dyn Watch,
}

impl Work<'_> {
    fn planning(&mut self, name: String, find: Find, found: Plan, parts: &[PlanPart], pools: &[JointPool]) -> Result<Planning, Failure> {
        let Given { region, study, kappa, tries, counts, .. } = self.given;
        let goal = find.goal;
        let desks = desks_of(&self.question.menu, &found.chosen);
        let sites = planned(region, &desks);
        let before = figures(&mut self.region, study, &region.sites);
        let after = figures(&mut self.region, study, &sites);
        let today = worth(region, study, goal, tries, kappa, counts);
        let own = std::mem::replace(&mut self.region.sites, sites);
        let exact = worth(&self.region, study, goal, tries, kappa, counts);
        self.region.sites = own;
        let thought = found.value;
        let found = agreed(&self.question, found, exact.total, &after.distance)?;
        let sign = if goal.is_most() { 1.0 } else { -1.0 };
        let gained = exact.cells.iter().zip(&today.cells).map(|(after, before)| sign * (after - before)).collect();
        let watch = self.watch;
        let stop = || watch.is_enough();
        let asked = |part: PlanPart| parts.contains(&part) && !watch.is_enough();
        let effort = |work: u64| Effort { most_work: work, gap: GAP, stop: &stop };
        let why = if asked(PlanPart::Why) { compare::why(&mut self.region, study, goal, tries, kappa, counts, &desks) } else { Vec::new() };
        let left_out = if asked(PlanPart::Why) { self.left_out(&found) } else { Vec::new() };
        let question = &self.question;
        let is_moment = goal == Goal::MomentCoverage;
        let is_joint = question.request.limit == Some(Limit::Pools);
        // Each of these is a search of its own.
        let next = || if asked(PlanPart::Next) { next_plans(question, &found, NEXT.0, NEXT.1, effort(WORK[0])) } else { Vec::new() };
        let points = || if asked(PlanPart::Curve) { curve(question, effort(WORK[1]), &found) } else { Vec::new() };
        let (given, region) = (self.given, &self.region);
        let dilemma = || {
            let (request, purse) = (&question.request, &question.purse);
            let asked = is_moment && asked(PlanPart::Dilemma);
            if asked { compare::dilemma(given, &mut region.clone(), request, purse, effort(WORK[2])) } else { Vec::new() }
        };
        let joint = || {
            let (request, purse) = (&question.request, &question.purse);
            let asked = is_joint && asked(PlanPart::Joint);
            if asked { compare::joint(given, &mut region.clone(), request, purse, pools, effort(WORK[3])) } else { Vec::new() }
        };
        let ((points, next), (dilemma, joint)) = rayon::join(|| rayon::join(points, next), || rayon::join(dilemma, joint));
        Ok(Planning {
            name,
            find,
            purse: question.purse.clone(),
            menu: question.menu.clone(),
            cost: question.cost(&found.chosen),
            money: money_there_is(&question.request, &question.purse),
            total: question.total(),
            today: self.today(goal, today.total),
            kappa,
            thought,
            plan: found,
            desks,
            before,
            after,
            gained,
            why,
            alternatives: left_out,
            next,
            curve: points,
            dilemma,
            joint,
        })
    }

    fn today(&self, goal: Goal, total: f64) -> f64 {
        let open = self.question.menu.kept.iter().chain(self.question.menu.options.iter().filter(|desk| desk.is_today));
        match goal {
            Goal::Desks => f64::from(u32::try_from(open.count()).unwrap_or(u32::MAX)),
            Goal::Cost => open.map(|desk| desk.cost.cents_as_f64()).sum(),
            _ => total,
        }
    }

    /// The best exchange for each site without a desk, by what it loses.
    fn left_out(&self, found: &Plan) -> Vec<Alternative> {
        let Some((_, problem)) = self.question.problem() else { return Vec::new() };
        let site = |option: u32| self.question.menu.options[option as usize].site;
        let mut all = alternatives(&problem, &found.chosen);
        all.retain(|one| found.chosen.iter().all(|chosen| site(*chosen) != site(one.option)));
        all.sort_by(|one, other| other.change.total_cmp(&one.change).then(one.option.cmp(&other.option)));
        let mut seen = std::collections::HashSet::new();
        all.retain(|one| seen.insert(site(one.option)));
        all.truncate(ALTERNATIVES);
        all
    }
}

/// What there is for desks a year, where money counts.
fn money_there_is(request: &Request, purse: &Purse) -> Option<Euros> {
    Some(match request.limit? {
        Limit::Amount(amount) => amount,
        Limit::Pools => purse.total(),
    })
}
