//! Whether the measures agree with the planner.

use crate::model::{Goal, Group};
use crate::plan::{Plan, Question};
use crate::run::failure::Failure;

/// The plan with the value that the measures give it; fails where they do not agree.
pub(in crate::run) fn agreed(question: &Question, found: Plan, exact: f64, distance: &[f64]) -> Result<Plan, Failure> {
    let goal = question.request.goal;
    let ours = |what: String| Err(Failure::Ours(what));
    let scale = exact.abs().max(found.value.abs()).max(1e-9);
    let counted = matches!(goal, Goal::Desks | Goal::Cost);
    let differs = (found.value - exact).abs() > 1e-6 * scale;
    let is_above = found.value >= exact - 1e-6 * scale;
    if !counted && differs && (question.is_exact() || !is_above) {
        return ours(format!("the plan is worth {} by the planner and {exact} by the measures", found.value));
    }
    if let Some((limit, share)) = question.request.everyone_within {
        let residents = question.given.region.cells.count(&Group::All).map_or(&[][..], |count| &count.persons);
        let lived = || (0..residents.len()).filter(|cell| question.given.counts[*cell] && residents[*cell] > 0.0);
        let all: f64 = lived().map(|cell| residents[cell]).sum();
        let near: f64 = lived().filter(|cell| distance[*cell] <= limit.get() * (1.0 + 1e-9)).map(|cell| residents[cell]).sum();
        if near < share.get() * all * (1.0 - 1e-9) {
            return ours(format!("the plan has {near} residents within {limit}, of {all}; asked is {}", share.get()));
        }
    }
    if counted || !differs {
        return Ok(found);
    }
    Ok(Plan { value: exact, bound: found.bound.max(exact), ..found })
}
