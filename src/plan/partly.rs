//! A part of the residents within a distance: a condition on clients, met by paying for it.

use super::kernel::{Answer, Effort, Ending, Outcome, Problem, solve, solve_from};
use super::near::Near;
use crate::units::Share;

/// How often the price is changed.
const ROUNDS: usize = 24;

/// The best plan of a problem with at least `share` of the residents near an open option.
///
/// max V(X) + μ·(near(X) − asked) over all X is at least the value of every plan that has enough near, whatever μ ≥ 0. Where the best plan has
/// too few near, the plan with the most of all tells whether it is possible. The price μ then rises until the best plan has enough, and is
/// halved in; the best plan that has enough and the lowest bound are kept. What is left between them is the gap.
pub(super) fn partly(problem: &Problem, near: &Near, share: Share, effort: Effort, known: &[Vec<u32>]) -> Outcome {
    let mut search = Search { problem, near, asked: near.asked(share), best: None, bound: f64::INFINITY, work: 0, nodes: 0 };
    let mut known = known.to_vec();
    known.iter().for_each(|plan| search.offer(plan));
    let (mut low, mut high, mut price) = (0.0, f64::INFINITY, 0.0);
    for round in 0..ROUNDS {
        let left = Effort { most_work: effort.most_work.saturating_sub(search.work), ..effort };
        let answer = match search.at(price, left, &known) {
            Outcome::Found(answer) => answer,
            outcome if search.best.is_none() => return outcome,
            _ => return search.finish(Ending::Worked),
        };
        let enough = search.has_enough(&answer.options);
        known.push(answer.options);
        if matches!(answer.ending, Ending::Stopped | Ending::Worked) {
            return search.finish(answer.ending);
        }
        if search.is_closed() {
            return search.finish(Ending::Optimal);
        }
        if enough && round == 0 {
            return search.finish(answer.ending);
        }
        if search.best.is_none() {
            let left = Effort { most_work: effort.most_work.saturating_sub(search.work), ..effort };
            match search.most_near(left) {
                Ending::Optimal if search.best.is_none() => return Outcome::Impossible,
                ending if search.best.is_none() => return search.finish(ending),
                _ => known.extend(search.best.as_ref().map(|(_, plan)| plan.clone())),
            }
        }
        if enough {
            high = price;
        } else {
            low = price;
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
    search.finish(Ending::GoodEnough)
}

struct Search<'p> {
    problem: &'p Problem,
    near: &'p Near,
    /// Residents who must be near an option.
    asked: f64,
    /// The best plan with enough of them near.
    best: Option<(f64, Vec<u32>)>,
    bound: f64,
    work: u64,
    nodes: u64,
}

impl Search<'_> {
    fn has_enough(&self, open: &[u32]) -> bool {
        self.near.served(open) >= self.asked
    }

    fn offer(&mut self, open: &[u32]) {
        if self.has_enough(open) && self.problem.allows(open) {
            let value = self.problem.value(open);
            if self.best.as_ref().is_none_or(|(known, _)| value > *known) {
                self.best = Some((value, open.to_vec()));
            }
        }
    }

    /// The best plan when every resident near is worth a price.
    fn at(&mut self, price: f64, effort: Effort, known: &[Vec<u32>]) -> Outcome {
        let rows = self.near.rows.iter().map(|(row, residents)| (row.as_slice(), price * residents));
        let outcome = solve_from(&self.problem.with_more(rows), effort, known);
        match &outcome {
            Outcome::Found(answer) => {
                (self.work, self.nodes) = (self.work + answer.work, self.nodes + answer.nodes);
                self.bound = self.bound.min(answer.bound - price * self.asked.max(0.0));
                self.offer(&answer.options);
            }
            Outcome::NothingYet { bound } => self.bound = self.bound.min(bound - price * self.asked.max(0.0)),
            Outcome::Impossible => {}
        }
        outcome
    }

    /// Looks for the plan with the most residents near; tells how far the search came.
    fn most_near(&mut self, effort: Effort) -> Ending {
        let rows = self.near.rows.iter().map(|(row, residents)| (row.as_slice(), *residents));
        match solve(&self.problem.with_only(rows), Effort { gap: 0.0, ..effort }) {
            Outcome::Found(answer) => {
                (self.work, self.nodes) = (self.work + answer.work, self.nodes + answer.nodes);
                self.offer(&answer.options);
                if answer.bound < self.asked { Ending::Optimal } else { answer.ending }
            }
            Outcome::Impossible => Ending::Optimal,
            Outcome::NothingYet { .. } => Ending::Worked,
        }
    }

    fn is_closed(&self) -> bool {
        self.best.as_ref().is_some_and(|(value, _)| self.bound - value <= 1e-9 * value.abs())
    }

    fn finish(self, ending: Ending) -> Outcome {
        match self.best {
            Some((value, options)) => {
                let bound = if ending == Ending::Optimal { value } else { self.bound.max(value) };
                Outcome::Found(Answer { options, value, bound, ending, nodes: self.nodes, work: self.work })
            }
            None => Outcome::NothingYet { bound: self.bound },
        }
    }
}
