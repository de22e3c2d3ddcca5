//! Options that every better plan has, or lacks: what the bound becomes when one is forced in or out.

use super::dual::Dual;
use super::side::as_f64;

/// What can be settled at some prices.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Fixed {
    /// Options that every better plan opens, ascending.
    pub open: Vec<u32>,
    /// Options that no better plan opens.
    pub is_out: Vec<bool>,
}

impl Fixed {
    /// How many options are settled.
    pub fn count(&self) -> usize {
        self.open.len() + self.is_out.iter().filter(|out| **out).count()
    }
}

/// Settles options by their reduced cost at prices that were just looked at; `None` when no plan is better than `best`.
///
/// At a price of the budget the sites fall apart: forcing an option in costs the difference to the best of its site, forcing the best out
/// that to the second best. Both ends of the price are tried: each gives a bound. O(options).
pub(super) fn fixings(dual: &Dual, best: f64) -> Option<Fixed> {
    let problem = dual.problem;
    let mut fixed = Fixed { open: Vec::new(), is_out: vec![false; problem.options()] };
    let (low, high) = dual.prices.budget;
    // What the bound is beside the choice, its rounding included.
    let rest = dual.bound - dual.choice.value;
    for price in [low, high] {
        let above = |option: usize| dual.profit[option] - price * as_f64(problem.candidates[option].cost);
        let mut sites = Vec::new();
        let mut first = 0;
        for site in problem.candidates.chunk_by(|one, other| one.site == other.site) {
            let options = first..first + site.len();
            first = options.end;
            // A site that must have an option cannot go without.
            let none = if problem.must[problem.candidates[options.start].site as usize] { f64::NEG_INFINITY } else { 0.0 };
            let (mut best, mut second, mut which) = (none, none, None);
            for option in options.clone() {
                let profit = above(option);
                if profit > best {
                    (best, second, which) = (profit, best, Some(option));
                } else if profit > second {
                    second = profit;
                }
            }
            sites.push((options, best, second, which));
        }
        let chosen: f64 = sites.iter().map(|(_, best, ..)| best).sum::<f64>() + price * as_f64(problem.budget.min(i64::MAX / 2));
        let total = rest + if price == 0.0 { sites.iter().map(|(_, best, ..)| best).sum() } else { chosen };
        for (options, first, second, which) in sites {
            for option in options {
                if !problem.leaves_room(total - first + above(option), best) {
                    fixed.is_out[option] = true;
                }
            }
            if let Some(option) = which.filter(|_| !problem.leaves_room(total - first + second, best)) {
                fixed.open.push(u32::try_from(option).unwrap_or(u32::MAX));
            }
        }
    }
    fixed.open.sort_unstable();
    fixed.open.dedup();
    (!fixed.open.iter().any(|option| fixed.is_out[*option as usize])).then_some(fixed)
}
