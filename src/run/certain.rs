//! How certain a comparison is: the draws of the measures, and those of the planner.

use rayon::prelude::*;

use super::failure::Failure;
use super::money;
use super::plan::{Basis, question};
use crate::compare::Situation;
use crate::compare::certain::{Chosen, People, Picks, Values, assume, certainty, draw, picks};
use crate::model::{Count, Find, Region, ScenarioKind, Study, Uncertain};
use crate::plan::kernel::Effort;
use crate::plan::{NoPlan, PlanDesk};
use crate::report::compare::{Comparison, Measured};
use crate::text;
use crate::watch::{Stage, Watch};

/// The most draws for which a plan is searched.
const PLANS: u32 = 50;
/// The most work for one of them, and for one that has no plan by then: they start from the plan of the study, and mostly need little.
const WORK: [u64; 2] = [30_000_000, 400_000_000];
/// The gap that is good enough for them.
const GAP: f64 = 0.01;

/// The ranges that are drawn; `None` for none. `draws` prevails over how often the study says.
///
/// # Errors
/// [`Failure::Plan`] when draws are asked for and the study states no range.
pub(super) fn ranges(study: &Study, draws: Option<u32>) -> Result<Option<Uncertain>, Failure> {
    match (&study.uncertain, draws) {
        (_, Some(0)) | (None, None) => Ok(None),
        (None, Some(_)) => Err(Failure::Plan(study.language, vec![text::of(study.language).no_ranges()])),
        (Some(uncertain), draws) => Ok(Some(Uncertain { draws: draws.unwrap_or(uncertain.draws), ..uncertain.clone() })),
    }
}

/// Adds to a comparison how certain it is. Asked once to stop, it leaves that out, and the comparison says so.
///
/// # Errors
/// [`Failure::Stopped`] when asked twice.
pub(super) fn add(
    region: &Region,
    study: &Study,
    uncertain: &Uncertain,
    work: u64,
    comparison: &mut Comparison,
    watch: &dyn Watch,
) -> Result<(), Failure> {
    watch.next(Stage::Drawn).map_err(Failure::stopped(study.language))?;
    let outcomes = || std::iter::once(&comparison.today).chain(comparison.scenarios.iter().map(|one| &one.outcome));
    let situations: Vec<&Situation> = outcomes().map(|outcome| &outcome.situation).collect();
    let values: Vec<Values> = outcomes().map(|outcome| Values::of(&outcome.headline)).collect();
    let pay = |situation: &Situation, study: &Study, counts: &[Count]| {
        let new: Vec<usize> = situation.new_sites().collect();
        money::budget_with(&situation.region, study, counts, &new)
    };
    let stop = || watch.is_enough();
    let mut found = certainty(region, &situations, &values, uncertain, &pay, &stop);
    if let Some(found) = &mut found {
        for (number, (scenario, measured)) in study.scenarios.iter().zip(&comparison.scenarios).enumerate() {
            if let ScenarioKind::Find(find) = &scenario.kind {
                found.picks.push(planned(region, uncertain, (number + 1, find, measured), work, watch));
            }
        }
    }
    if watch.is_stopped() {
        return Err(Failure::Stopped(study.language));
    }
    comparison.is_cut_short = found.is_none() || watch.is_enough();
    comparison.certainty = found.filter(|_| !watch.is_enough());
    Ok(())
}

/// The plans of a scenario under drawn assumptions. The draws are those of the measures, as far as they go.
fn planned(region: &Region, uncertain: &Uncertain, (number, find, own): (usize, &Find, &Measured), work: u64, watch: &dyn Watch) -> Picks {
    let situation = &own.outcome.situation;
    let people = People::new(region, situation, uncertain);
    let stop = || watch.is_enough();
    let effort = |most: u64| Effort { most_work: work.min(most), gap: GAP, stop: &stop };
    let chosen = |desks: &[PlanDesk]| desks.iter().map(|desk| desk.site).collect::<Chosen>();
    let one = |draw_number: u32| {
        let assumed = draw(uncertain, draw_number);
        let study = assume(&situation.study, situation.setting, &assumed);
        let mut region = region.clone();
        region.cells.counts = people.counts(&assumed).into_owned();
        let basis = Basis::of(&region, &study);
        let (purse, _) = money::purse(&region, &study);
        let question = question(&basis, find, purse).ok()?;
        // What is left of the plan of the study on this menu.
        let start: Vec<u32> = own.chosen.iter().filter_map(|desk| question.menu.find([desk])).flatten().collect();
        let start = if start.is_empty() { Vec::new() } else { vec![start] };
        let plan = match question.solve(effort(WORK[0]), &start) {
            Err(NoPlan::NothingYet) => question.solve(effort(WORK[1]), &start),
            other => other,
        };
        let plan = plan.ok()?;
        Some(plan.chosen.iter().map(|option| question.menu.options[*option as usize].site).collect())
    };
    let draws: Vec<Option<Chosen>> = (0..uncertain.draws.min(PLANS)).into_par_iter().map(one).collect();
    picks(number, &chosen(&own.chosen), &draws)
}
