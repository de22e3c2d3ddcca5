//! What is left of the problem when every client has its price: which options to open, for the profit that each then makes.

use super::problem::Problem;
use super::side::as_f64;

/// The best choice at given profits, its whole value, and the price of the budget at which it is best.
#[derive(Debug, Clone, Default)]
pub(super) struct Choice {
    /// Options with the part that is open; parts only at the site that the budget cuts.
    pub open: Vec<(u32, f64)>,
    /// Σ profit of the choice, with parts: no choice of whole options has more.
    pub value: f64,
    /// Two prices of the budget, low and high, at each of which the choice is the best.
    pub prices: (f64, f64),
    /// Numbers that were looked at.
    pub work: u64,
    order: Vec<u32>,
}

impl Choice {
    /// Nothing chosen yet, with a first guess of the price of the budget.
    pub fn near(prices: (f64, f64)) -> Self {
        Self { prices, ..Self::default() }
    }

    /// Chooses. `profit` is by option, its charge taken off. O(options), times some twenty for a budget.
    pub fn make(&mut self, problem: &Problem, profit: &[f64]) {
        self.open.clear();
        if problem.is_count { self.best_few(problem, profit) } else { self.knapsack(problem, profit) }
    }

    /// So many of the greatest profits as the budget has room for.
    fn best_few(&mut self, problem: &Problem, profit: &[f64]) {
        let count = profit.len();
        let cost = problem.candidates.first().map_or(1, |candidate| candidate.cost);
        let room = if cost > 0 { usize::try_from(problem.budget.max(0) / cost).unwrap_or(usize::MAX) } else { usize::MAX };
        let room = room.min(count);
        self.work += count as u64;
        self.order.clear();
        self.order.extend(0..u32::try_from(count).unwrap_or(u32::MAX));
        let by_profit = |one: &u32, other: &u32| profit[*other as usize].total_cmp(&profit[*one as usize]).then(one.cmp(other));
        let (mut low, mut high) = (0.0, 0.0);
        if room < count {
            if room > 0 {
                self.order.select_nth_unstable_by(room - 1, by_profit);
                high = profit[self.order[room - 1] as usize].max(0.0);
            }
            low = self.order[room..].iter().map(|option| profit[*option as usize]).fold(0.0, f64::max);
            high = if room > 0 { high } else { low };
        }
        // A price is that of one unit of the budget.
        let unit = as_f64(cost.max(1));
        self.prices = (low / unit, high / unit);
        let taken = self.order[..room].iter().filter(|option| profit[**option as usize] > 0.0);
        self.open.extend(taken.map(|option| (*option, 1.0)));
        self.open.sort_unstable_by_key(|(option, _)| *option);
        self.value = self.open.iter().map(|(option, _)| profit[*option as usize]).sum();
    }

    /// At most one option a site within the budget, its linear relaxation: the price of the budget is searched at which the best options of
    /// all sites spend just what there is (a multiple-choice knapsack; Sinha & Zoltners 1979).
    fn knapsack(&mut self, problem: &Problem, profit: &[f64]) {
        let budget = problem.budget;
        let free = self.at(problem, profit, 0.0, None);
        if free.1 <= budget {
            let mut open = Vec::new();
            self.value = self.at(problem, profit, 0.0, Some(&mut open)).0;
            self.open.extend(open.into_iter().map(|option| (option, 1.0)));
            self.prices = (0.0, 0.0);
            return;
        }
        let (mut low, mut high) = self.bracket(problem, profit, free.0);
        while high - low > 1e-10 * high {
            let middle = f64::midpoint(low, high);
            if middle <= low || middle >= high {
                break;
            }
            if self.at(problem, profit, middle, None).1 > budget { low = middle } else { high = middle }
        }
        let (mut over, mut within) = (Vec::new(), Vec::new());
        let (dear, over_cost) = self.at(problem, profit, low, Some(&mut over));
        let (cheap, within_cost) = self.at(problem, profit, high, Some(&mut within));
        self.value = (dear + low * as_f64(budget)).min(cheap + high * as_f64(budget));
        self.prices = (low, high);
        let part = if over_cost > within_cost { as_f64(budget - within_cost) / as_f64(over_cost - within_cost) } else { 0.0 };
        self.open.extend(over.into_iter().map(|option| (option, part)));
        self.open.extend(within.into_iter().map(|option| (option, 1.0 - part)));
        self.open.sort_unstable_by_key(|(option, _)| *option);
        self.open.dedup_by(|next, one| {
            let same = next.0 == one.0;
            one.1 += if same { next.1 } else { 0.0 };
            same
        });
        self.open.retain(|(_, part)| *part > 0.0);
    }

    /// A price at which too much is spent and one at which it is not, near the last ones.
    fn bracket(&mut self, problem: &Problem, profit: &[f64], free: f64) -> (f64, f64) {
        let budget = problem.budget;
        let mut price = if self.prices.1 > 0.0 { self.prices.1 } else { free.abs().max(1e-6) / as_f64(budget.max(1)) };
        let mut step = 1e-3;
        if self.at(problem, profit, price, None).1 > budget {
            loop {
                let low = price;
                price *= 1.0 + step;
                step *= 4.0;
                if price > 1e300 || self.at(problem, profit, price, None).1 <= budget {
                    return (low, price);
                }
            }
        }
        loop {
            let high = price;
            price /= 1.0 + step;
            step *= 4.0;
            if price < 1e-300 {
                return (0.0, high);
            }
            if self.at(problem, profit, price, None).1 > budget {
                return (price, high);
            }
        }
    }

    /// Profit above the price and cost of the best option of every site, and those options. A site that must have one has its best even at a loss.
    fn at(&mut self, problem: &Problem, profit: &[f64], price: f64, mut open: Option<&mut Vec<u32>>) -> (f64, i64) {
        self.work += profit.len() as u64;
        let (mut sum, mut cost) = (0.0, 0);
        let mut number = 0;
        for site in problem.candidates.chunk_by(|one, other| one.site == other.site) {
            let must = site.first().is_some_and(|first| problem.must[first.site as usize]);
            let mut best = (if must { f64::NEG_INFINITY } else { 0.0 }, None);
            for candidate in site {
                let above = profit[number] - price * as_f64(candidate.cost);
                if above > best.0 {
                    best = (above, Some((number, candidate.cost)));
                }
                number += 1;
            }
            if let (above, Some((option, spent))) = best {
                sum += above;
                cost += spent;
                if let Some(open) = open.as_mut() {
                    open.push(u32::try_from(option).unwrap_or(u32::MAX));
                }
            }
        }
        (sum, cost)
    }
}

#[cfg(test)]
mod tests {
    use super::super::problem::Candidate;
    use super::*;

    fn problem(costs: &[(u32, i64)], budget: i64) -> Problem {
        let candidates = costs.iter().map(|(site, cost)| Candidate { site: *site, charge: 0.0, cost: *cost }).collect();
        Problem::new(candidates, budget, 0.0, Vec::new())
    }

    /// Profits 9, 8 and 5 at costs 3, 4 and 5 with 5 to spend: all of the first and half of the second are 13, at 2 a unit.
    #[test]
    fn a_budget_cuts_one_option() {
        let mut choice = Choice::default();
        choice.make(&problem(&[(0, 3), (1, 4), (2, 5)], 5), &[9.0, 8.0, 5.0]);
        assert!((choice.value - 13.0).abs() < 1e-6, "{choice:?}");
        assert!((choice.prices.0 - 2.0).abs() < 1e-6 && choice.open.len() == 2 && (choice.open[1].1 - 0.5).abs() < 1e-6, "{choice:?}");
    }

    /// Two options at one site: 4 for 1, or 6 for 3; another site 3 for 2. With 3 to spend the small one and the other are 7.
    #[test]
    fn a_site_has_one_option() {
        let mut choice = Choice::default();
        choice.make(&problem(&[(0, 1), (0, 3), (1, 2)], 3), &[4.0, 6.0, 3.0]);
        assert!((choice.value - 7.0).abs() < 1e-6, "{choice:?}");
        assert!(choice.open.iter().all(|(option, _)| *option != 1), "{choice:?}");
    }

    #[test]
    fn a_count_takes_the_greatest_profits() {
        let mut choice = Choice::default();
        choice.make(&problem(&[(0, 1), (1, 1), (2, 1), (3, 1)], 2), &[1.0, 4.0, -1.0, 3.0]);
        assert_eq!((choice.open.as_slice(), choice.value, choice.prices), ([(1, 1.0), (3, 1.0)].as_slice(), 7.0, (1.0, 3.0)));
        choice.make(&problem(&[(0, 1), (1, 1)], 2), &[1.0, -4.0]);
        assert_eq!((choice.open.as_slice(), choice.value, choice.prices), ([(0, 1.0)].as_slice(), 1.0, (0.0, 0.0)));
    }
}
