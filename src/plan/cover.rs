//! Goals that are nothing but conditions: fewest desks and least cost.

use super::kernel::covering::cheapest_cover;
use super::kernel::{Candidate, Effort, Problem, Side, solve_from};
use super::partly::partly;
use super::question::{NoPlan, Plan, Question, plan};
use super::request::Limit;

/// The fewest desks, or the least cost in cents, that meets every condition; the desks that stay are not counted.
///
/// Where every condition asks for at least one of some options this is set covering (Toregas et al. 1971), solved as such; else the location
/// problem with a charge for each option.
pub(super) fn least(question: &Question, is_cost: bool, effort: Effort, known: &[Vec<u32>]) -> Result<Plan, NoPlan> {
    let (candidates, budget) = question.candidates();
    let sides = question.sides();
    let charge = |option: usize| if is_cost { question.menu.options[option].cost.cents() } else { 1 };
    let charges: Vec<i64> = (0..candidates.len()).map(charge).collect();
    let is_partly = question.request.everyone_within.is_some_and(|(_, share)| share.get() < 1.0);
    let is_row = |side: &Side| side.least == 1 && side.most.is_none() && side.terms.iter().all(|(_, coefficient)| *coefficient == 1);
    // The cost of a cover is what a budget is about; a number of desks is not.
    let is_free = budget == i64::MAX || is_cost && matches!(question.request.limit, Some(Limit::Amount(_)));
    let is_cover = !is_partly && is_free && sides.iter().all(is_row) && charges.iter().all(|charge| *charge > 0);
    if is_cover {
        let rows = sides.iter().map(|side| side.terms.iter().map(|(option, _)| *option).collect()).collect();
        let cover = cheapest_cover(rows, charges, None, effort).map_err(|_| NoPlan::Obstacles(Vec::new()))?;
        let Some(chosen) = cover.options else { return Err(NoPlan::NothingYet) };
        let value: i64 = chosen.iter().map(|option| charge(*option as usize)).sum();
        if value > budget {
            return Err(if cover.bound > budget { NoPlan::Obstacles(Vec::new()) } else { NoPlan::NothingYet });
        }
        let (value, bound) = (as_f64(value), as_f64(cover.bound.min(value)));
        return Ok(Plan { chosen, value, bound, ending: cover.ending, nodes: cover.nodes, work: cover.work });
    }
    let charged = candidates.iter().zip(&charges).map(|(candidate, charge)| Candidate { charge: as_f64(*charge), ..*candidate }).collect();
    let problem = Problem::new(charged, budget, 0.0, Vec::new());
    let problem = if sides.is_empty() { problem } else { problem.with_sides(sides) };
    let outcome = match (&question.near, question.request.everyone_within) {
        (Some(near), Some((_, share))) if is_partly => partly(&problem, near, share, effort, known),
        _ => solve_from(&problem, effort, known),
    };
    plan(outcome).map(|plan| Plan { value: -plan.value, bound: -plan.bound, ..plan })
}

#[expect(clippy::cast_precision_loss, reason = "cents and counts are far below 2^53")]
fn as_f64(number: i64) -> f64 {
    number as f64
}
