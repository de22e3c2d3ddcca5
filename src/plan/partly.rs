//! A part of the residents within a distance: a condition on clients, met by paying for it.

use super::kernel::{Answer, Effort, Ending, Outcome, Problem, solve_from};
use super::near::Near;
use crate::units::Share;

/// How often the price is changed.
const ROUNDS: usize = 24;

/// The best plan of a problem with at least `share` of the residents near an open option.
///
/// max V(X) + μ·(near(X) − asked) over all X is at least the value of every plan that has enough near, whatever μ ≥ 0. The price μ doubles
/// until the best plan has enough, and is then halved in; the best plan that has enough and the lowest bound are kept. What is left between
/// them is the gap.
pub(super) fn partly(problem: &Problem, near: &Near, share: Share, effort: Effort, known: &[Vec<u32>]) -> Outcome {
    let asked = share.get() * near.total - near.kept;
    let is_enough = |open: &[u32]| {
        let row = |row: &Vec<u32>| open.iter().any(|option| row.binary_search(option).is_ok());
        near.rows.iter().filter(|(options, _)| row(options)).map(|(_, residents)| residents).sum::<f64>() >= asked - 1e-9 * near.total
    };
    let (mut best, mut bound, mut work, mut nodes): (Option<(f64, Vec<u32>)>, f64, u64, u64) = (None, f64::INFINITY, 0, 0);
    let mut known = known.to_vec();
    let (mut low, mut high) = (0.0, f64::INFINITY);
    let mut price = 0.0;
    let mut ending = Ending::GoodEnough;
    for round in 0..ROUNDS {
        let priced = problem.with_more(near.rows.iter().map(|(row, residents)| (row.as_slice(), price * residents)));
        let left = Effort { most_work: effort.most_work.saturating_sub(work), ..effort };
        let outcome = solve_from(&priced, left, &known);
        let Outcome::Found(answer) = outcome else {
            return if best.is_none() { outcome } else { finish(best, bound, ending, nodes, work) };
        };
        work += answer.work;
        nodes += answer.nodes;
        bound = bound.min(answer.bound - price * asked.max(0.0));
        let enough = is_enough(&answer.options);
        if enough {
            let value = problem.value(&answer.options);
            if best.as_ref().is_none_or(|(known, _)| value > *known) {
                best = Some((value, answer.options.clone()));
            }
        }
        known.push(answer.options);
        if matches!(answer.ending, Ending::Stopped | Ending::Worked) {
            ending = answer.ending;
            break;
        }
        let is_closed = best.as_ref().is_some_and(|(value, _)| bound - value <= 1e-9 * value.abs());
        if is_closed || enough && price == 0.0 {
            ending = Ending::Optimal;
            break;
        }
        if enough {
            high = price
        } else {
            low = price
        }
        price = if high.is_finite() {
            f64::midpoint(low, high)
        } else if round == 0 {
            // About what a resident is worth.
            (problem.value(known.last().map_or(&[], Vec::as_slice)).abs() / near.total.max(1.0)).max(1e-6)
        } else {
            price * 4.0
        };
        if high.is_finite() && high - low <= 1e-6 * high {
            break;
        }
    }
    finish(best, bound, ending, nodes, work)
}

fn finish(best: Option<(f64, Vec<u32>)>, bound: f64, ending: Ending, nodes: u64, work: u64) -> Outcome {
    match best {
        Some((value, options)) => {
            let bound = if ending == Ending::Optimal { value } else { bound.max(value) };
            Outcome::Found(Answer { options, value, bound, ending, nodes, work })
        }
        None => Outcome::NothingYet { bound },
    }
}
