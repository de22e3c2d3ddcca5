//! A bound on every plan: the Lagrangian relaxation of "each client is served by one option".
//!
//! A client c that is served twice is worth only its best. Let it instead pay a price `λ_c` and be served by every open option that is worth
//! more: `L(λ) = base + Σ λ_c + max Σ_o x_o (Σ_c (v_oc − λ_c)⁺ − charge_o)`, the maximum over budget and sites alone. L(λ) is at least the
//! value of every plan, whatever λ ≥ 0 (Cornuéjols, Fisher & Nemhauser 1977). A side condition pays in the same way: a price above 0 for
//! what it has at most, below 0 for what it asks at least.

use std::ops::Range;

use rayon::prelude::*;

use super::choice::Choice;
use super::problem::Problem;
use super::side::as_f64;

/// Problems of more entries are looked at in this many blocks side by side; their sums are added in order, so that threads change nothing.
const BLOCKS: usize = 8;
/// Fewer entries than this are one block.
const SMALL: usize = 1 << 18;

/// The prices at which the relaxation is looked at.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Prices {
    /// Of each client: between 0 and its best value.
    pub clients: Vec<f64>,
    /// Of each side: above 0 presses its most, below 0 its least.
    pub sides: Vec<f64>,
    /// Of a unit of the budget, low and high: where the search for it begins.
    pub budget: (f64, f64),
}

/// The relaxation at some prices.
#[derive(Debug, Clone)]
pub(super) struct Dual<'p> {
    pub problem: &'p Problem,
    pub prices: Prices,
    /// `Σ_c (v_oc − λ_c)⁺ − charge_o` − what the sides cost, by option.
    pub profit: Vec<f64>,
    /// What is open at these prices.
    pub choice: Choice,
    /// L, rounded up by more than the arithmetic can be wrong.
    pub bound: f64,
    /// Numbers that were looked at.
    pub work: u64,
    blocks: Vec<Range<usize>>,
    /// The most numbers that are added up in one sum.
    longest: f64,
}

impl<'p> Dual<'p> {
    /// The relaxation at given prices.
    pub fn new(problem: &'p Problem, prices: Prices) -> Self {
        let clients = problem.clients();
        let blocks = if problem.entries() < SMALL { 1 } else { BLOCKS };
        let blocks = (0..blocks).map(|block| clients * block / blocks..clients * (block + 1) / blocks).collect();
        let longest = as_f64(i64::try_from(clients + problem.options() + problem.sides.len()).unwrap_or(i64::MAX));
        let choice = Choice::near(prices.budget);
        Self { problem, prices, profit: vec![0.0; problem.options()], choice, bound: f64::INFINITY, work: 0, blocks, longest }
    }

    /// Prices at which the plan `open` is near the best: nothing for who is not served, and for who is, most of the way from the second best
    /// value to the best.
    pub fn prices_near(problem: &Problem, open: &[u32]) -> Prices {
        /// Of the way from second best to best. Tried on covering and median problems: 0.8 needs the fewest rounds.
        const PART: f64 = 0.8;
        let mut is_open = vec![false; problem.options()];
        open.iter().for_each(|option| is_open[*option as usize] = true);
        let price = |client| {
            let mut served = problem.clients.entries_of(client).filter(|(option, _)| is_open[*option as usize]);
            let first = served.next().map_or(0.0, |(_, value)| value);
            let second = served.next().map_or(0.0, |(_, value)| value);
            second + PART * (first - second)
        };
        Prices { clients: (0..problem.clients()).map(price).collect(), sides: vec![0.0; problem.sides.len()], budget: (0.0, 0.0) }
    }

    /// Looks at the relaxation at the prices as they are now. O(entries above their price + options).
    pub fn evaluate(&mut self) -> f64 {
        let problem = self.problem;
        let prices = &self.prices.clients;
        let sum_block = |block: &Range<usize>| {
            let (mut paid, mut seen) = (0.0, 0);
            let mut profit = vec![0.0; problem.options()];
            for client in block.clone() {
                let price = prices[client];
                paid += price;
                let (options, values) = problem.clients.row(client);
                for (option, value) in options.iter().zip(values) {
                    if *value <= price {
                        break;
                    }
                    profit[*option as usize] += value - price;
                    seen += 1;
                }
            }
            (paid, seen, profit)
        };
        let mut paid = 0.0;
        self.profit.fill(0.0);
        let mut add = |(block, seen, profit): (f64, u64, Vec<f64>)| {
            paid += block;
            self.work += seen;
            self.profit.iter_mut().zip(profit).for_each(|(sum, part)| *sum += part);
        };
        match self.blocks.as_slice() {
            [block] => add(sum_block(block)),
            blocks => blocks.par_iter().map(sum_block).collect::<Vec<_>>().into_iter().for_each(&mut add),
        }
        let served: f64 = self.profit.iter().sum();
        self.profit.iter_mut().zip(&problem.candidates).for_each(|(profit, candidate)| *profit -= candidate.charge);
        let mut pressed = 0.0;
        for (side, price) in problem.sides.iter().zip(&self.prices.sides).filter(|(_, price)| **price != 0.0) {
            pressed += price * as_f64(if *price > 0.0 { side.most.unwrap_or(0) } else { side.least });
            side.terms.iter().for_each(|(option, coefficient)| self.profit[*option as usize] -= price * as_f64(*coefficient));
        }
        self.choice.make(problem, &self.profit);
        self.prices.budget = self.choice.prices;
        self.work += problem.clients() as u64 + std::mem::take(&mut self.choice.work);
        // A sum of n numbers is off by less than n·ε·Σ|number|; here are four sums of sums.
        let spent = self.choice.prices.1 * as_f64(problem.budget);
        let size = problem.base.abs() + paid + served + self.choice.value.abs() + pressed.abs() + spent.abs();
        let bound = problem.base + paid + self.choice.value + pressed;
        self.bound = bound + 4.0 * f64::EPSILON * self.longest * size;
        self.bound
    }

    /// How often each client is served at these prices.
    pub fn served(&mut self, times: &mut [f64]) {
        times.fill(0.0);
        for (option, part) in &self.choice.open {
            let (clients, values) = self.problem.options.row(*option as usize);
            self.work += clients.len() as u64;
            for (client, value) in clients.iter().zip(values) {
                if *value > self.prices.clients[*client as usize] {
                    times[*client as usize] += part;
                }
            }
        }
    }

    /// What each side comes to at these prices.
    pub fn side_sums(&self, sums: &mut [f64]) {
        sums.fill(0.0);
        if self.problem.sides.is_empty() {
            return;
        }
        for (option, part) in &self.choice.open {
            for (side, coefficient) in &self.problem.sides_of[*option as usize] {
                sums[*side as usize] += part * as_f64(*coefficient);
            }
        }
    }
}
