//! Plans in which the budget is no limit but has its price.

use super::dual::Dual;
use super::effort::Stop;
use super::exchange::exchange;
use super::greedy::{By, greedy};
use super::network::Network;
use super::problem::{Candidate, Problem};
use super::side::as_f64;

/// Rounds of exchange.
const ROUNDS: usize = 8;
/// How far the price may tilt from that of the relaxation.
const TILT: (f64, f64) = (0.5, 2.0);

/// A problem without its budget.
///
/// With a budget that is nearly spent no exchange can open what costs more than what it closes, even where another exchange would pay for it.
/// Where each unit has a price, both are made one after the other.
pub(super) struct Loose {
    problem: Problem,
    budget: i64,
    charges: Vec<f64>,
    /// The price is multiplied by this, so that what is spent comes near the budget.
    tilt: f64,
}

impl Loose {
    /// Of a problem in which options differ in what they cost; `None` of another.
    pub fn of(problem: &Problem) -> Option<Self> {
        if problem.is_count || problem.budget >= i64::MAX / 2 {
            return None;
        }
        let charges = problem.candidates.iter().map(|candidate| candidate.charge).collect();
        let loose = problem.clone().with_budget(problem.candidates.clone(), i64::MAX / 2);
        Some(Self { problem: loose, budget: problem.budget, charges, tilt: 1.0 })
    }

    /// A plan from what is open in the relaxation, improved by exchange at the price of its budget: what loses most value for its cost when it
    /// closes comes first. It may cost more than the budget. `None` when the budget has no price. O(entries + rounds of exchange).
    pub fn plan(&mut self, dual: &Dual, work: &mut u64, stop: Stop) -> Option<Vec<u32>> {
        let price = dual.choice.prices.1 * self.tilt;
        if price <= 0.0 {
            return None;
        }
        for (candidate, charge) in self.problem.candidates.iter_mut().zip(&self.charges) {
            *candidate = Candidate { charge: charge + price * as_f64(candidate.cost), ..*candidate };
        }
        let mut network = Network::new(&self.problem);
        for (option, _) in dual.choice.open.iter().filter(|(_, part)| *part > 0.5) {
            if network.can_open(*option) {
                network.open(*option);
            }
        }
        greedy(&mut network, By::Gain, stop);
        *work += self.problem.entries() as u64 / 4 + exchange(&mut network, ROUNDS, stop);
        let spent = as_f64(network.spent) / as_f64(self.budget.max(1));
        self.tilt = (self.tilt * spent).clamp(TILT.0, TILT.1);
        let worth = |option: u32| network.loss[option as usize] / as_f64(self.problem.candidates[option as usize].cost.max(1));
        let mut open = network.open.clone();
        open.sort_unstable_by(|one, other| worth(*other).total_cmp(&worth(*one)).then(one.cmp(other)));
        Some(open)
    }
}

#[cfg(test)]
mod tests {
    use super::super::dual::Prices;
    use super::*;

    /// Site 0 costs 2 and is worth 4, or costs 4 and is worth 7; site 1 costs 3 and is worth 4. With 5 to spend a unit has a price of 4/3, at
    /// which site 1 is worth nothing: 4 is spent. At four fifths of that price it is, and 7 is spent.
    #[test]
    fn the_price_follows_what_is_spent() {
        let candidates = [(0, 2), (0, 4), (1, 3)].map(|(site, cost)| Candidate { site, charge: 0.0, cost }).to_vec();
        let problem = Problem::new(candidates.clone(), 5, 0.0, vec![vec![(0, 4.0), (1, 7.0)], vec![(2, 4.0)]]);
        let mut dual = Dual::new(&problem, Prices { slots: vec![0.0; 2], ..Prices::default() });
        dual.evaluate();
        let mut loose = Loose::of(&problem).unwrap();
        assert_eq!(loose.plan(&dual, &mut 0, &|| false), Some(vec![1]));
        assert!((loose.tilt - 0.8).abs() < 1e-12, "{}", loose.tilt);
        assert_eq!(loose.plan(&dual, &mut 0, &|| false), Some(vec![1, 2]));
        assert!((loose.tilt - 1.12).abs() < 1e-12, "{}", loose.tilt);
        assert!(Loose::of(&problem.with_budget(candidates, i64::MAX)).is_none());
    }
}
