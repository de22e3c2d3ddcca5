//! A bound on every plan: the Lagrangian relaxation of "each client is served by one option".
//!
//! A client c that is served twice is worth only its best. Let it instead pay a price `λ_c` and be served by every open option that is worth
//! more: `L(λ) = base + Σ λ_c + max Σ_o x_o (Σ_c (v_oc − λ_c)⁺ − charge_o)`, the maximum over budget and sites alone. L(λ) is at least the
//! value of every plan, whatever λ ≥ 0 (Cornuéjols, Fisher & Nemhauser 1977). A side condition pays in the same way: a price above 0 for
//! what it has at most, below 0 for what it asks at least.
//!
//! A family of clients buys classes instead of options: with `μ_k = F({k}) − λ_k` for class k it leaves `max_S F(S) − Σ_{k∈S} μ_k`, in place of
//! Σ λ, and every open option earns the μ of its class. Any plan lets the family buy the classes that it opens, so that L(λ) holds as before;
//! its least is that of the concave envelope of F, where clients one by one have only min(1, sum of the parts open) each.

use std::ops::Range;

use rayon::prelude::*;

use super::choice::Choice;
use super::effort::{Cut, Looks, Stop};
use super::family::Family;
use super::problem::Problem;
use super::side::as_f64;

/// Problems of more entries are looked at in this many blocks side by side; their sums are added in order, so that threads change nothing.
const BLOCKS: usize = 8;
/// Fewer entries than this are one block.
const SMALL: usize = 1 << 18;

/// The prices at which the relaxation is looked at.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Prices {
    /// Of each slot: between 0 and its best value.
    pub slots: Vec<f64>,
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
    /// The classes that each family takes at these prices, as bits.
    pub taken: Vec<usize>,
    /// L, rounded up by more than the arithmetic can be wrong.
    pub bound: f64,
    /// Numbers that were looked at.
    pub work: u64,
    /// Slots and families that are looked at together.
    blocks: Vec<(Range<usize>, Range<usize>)>,
    /// The most numbers that are added up in one sum.
    longest: f64,
}

/// What a block of slots and families comes to.
struct Block {
    paid: f64,
    /// What its families are worth with everything.
    most: f64,
    seen: u64,
    profit: Vec<f64>,
    taken: Vec<usize>,
}

impl<'p> Dual<'p> {
    /// The relaxation at given prices.
    pub fn new(problem: &'p Problem, prices: Prices) -> Self {
        let (slots, families) = (problem.slots.count(), problem.slots.families.len());
        // What a family is worth is a sum over its clients.
        let members = problem.clients() - problem.slots.alone;
        let blocks = if problem.slots.rows.entries() < SMALL { 1 } else { BLOCKS };
        let part = |all: usize, block: usize| all * block / blocks..all * (block + 1) / blocks;
        let blocks = (0..blocks).map(|block| (part(slots, block), part(families, block))).collect();
        let longest = as_f64(i64::try_from(slots + members + problem.options() + problem.sides.len()).unwrap_or(i64::MAX));
        let choice = Choice::near(prices.budget);
        let (profit, taken) = (vec![0.0; problem.options()], vec![0; families]);
        Self { problem, prices, profit, choice, taken, bound: f64::INFINITY, work: 0, blocks, longest }
    }

    /// Prices at which the plan `open` is near the best: nothing for who is not served, and for who is, most of the way from the second best
    /// value to the best. A class is worth what its clients would pay for it.
    ///
    /// # Errors
    /// [`Cut`] when `stop` said so.
    pub fn prices_near(problem: &Problem, open: &[u32], stop: Stop) -> Result<Prices, Cut> {
        /// Of the way from second best to best. Tried on covering and median problems: 0.8 needs the fewest rounds.
        const PART: f64 = 0.8;
        let mut is_open = vec![false; problem.options()];
        open.iter().for_each(|option| is_open[*option as usize] = true);
        let mut looks = Looks::new(stop);
        let mut price = |client| {
            looks.after(problem.clients.row(client).0.len())?;
            let mut served = problem.clients.entries_of(client).filter(|(option, _)| is_open[*option as usize]);
            let first = served.next().map_or(0.0, |(_, value)| value);
            let second = served.next().map_or(0.0, |(_, value)| value);
            Ok(second + PART * (first - second))
        };
        let slots = &problem.slots;
        let mut prices: Vec<f64> = (0..slots.alone).map(|slot| price(slots.client(slot))).collect::<Result<_, Cut>>()?;
        for (first, family) in &slots.families {
            looks.after(Looks::MUCH * family.classes())?;
            let count = |slot: usize| slots.rows.row(slot).0.iter().filter(|option| is_open[**option as usize]).count();
            let open: Vec<usize> = (*first..first + family.classes()).map(count).collect();
            prices.extend(prices_of(family, &open, 1.0 - PART));
        }
        Ok(Prices { slots: prices, sides: vec![0.0; problem.sides.len()], budget: (0.0, 0.0) })
    }

    /// Looks at the relaxation at the prices as they are now. O(entries above their price + options).
    pub fn evaluate(&mut self) -> f64 {
        let problem = self.problem;
        let prices = &self.prices.slots;
        let sum_block = |(block, families): &(Range<usize>, Range<usize>)| {
            let (mut paid, mut most, mut seen) = (0.0, 0.0, 0);
            let mut profit = vec![0.0; problem.options()];
            for slot in block.clone() {
                let price = prices[slot];
                paid += if slot < problem.slots.alone { price } else { 0.0 };
                let (options, values) = problem.slots.rows.row(slot);
                for (option, value) in options.iter().zip(values) {
                    if *value <= price {
                        break;
                    }
                    profit[*option as usize] += value - price;
                    seen += 1;
                }
            }
            let (mut taken, mut sums) = (Vec::with_capacity(families.len()), Vec::new());
            for (first, family) in &problem.slots.families[families.clone()] {
                let (left, set) = family.best_set(|class| (family.alone(class) - prices[first + class]).max(0.0), &mut sums);
                paid += left;
                most += family.most();
                seen += family.sets() as u64;
                taken.push(set);
            }
            Block { paid, most, seen, profit, taken }
        };
        let (mut paid, mut most) = (0.0, 0.0);
        self.profit.fill(0.0);
        self.taken.clear();
        let mut add = |block: Block| {
            paid += block.paid;
            most += block.most;
            self.work += block.seen;
            self.taken.extend(block.taken);
            self.profit.iter_mut().zip(block.profit).for_each(|(sum, part)| *sum += part);
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
        self.work += problem.slots.count() as u64 + std::mem::take(&mut self.choice.work);
        // A sum of n numbers is off by less than n·ε·Σ|number|; here are four sums of sums, and what families are worth is at most five more.
        let spent = self.choice.prices.1 * as_f64(problem.budget);
        let size = problem.base.abs() + paid + 5.0 * most + served + self.choice.value.abs() + pressed.abs() + spent.abs();
        let bound = problem.base + paid + self.choice.value + pressed;
        self.bound = bound + 4.0 * f64::EPSILON * self.longest * size;
        self.bound
    }

    /// How often each slot is served at these prices.
    pub fn served(&mut self, times: &mut [f64]) {
        let slots = &self.problem.slots;
        times.fill(0.0);
        for (option, part) in &self.choice.open {
            let (of_option, values) = slots.options.row(*option as usize);
            self.work += of_option.len() as u64;
            for (slot, value) in of_option.iter().zip(values) {
                if *slot as usize >= slots.alone || *value > self.prices.slots[*slot as usize] {
                    times[*slot as usize] += part;
                }
            }
        }
        for ((first, family), taken) in slots.families.iter().zip(&self.taken) {
            for class in (0..family.classes()).filter(|class| taken >> class & 1 == 0) {
                times[first + class] += 1.0;
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

/// Prices of the classes of a family of which so many options are open: what a closed class would add, and of what only one open option gives a
/// `share`.
fn prices_of(family: &Family, open: &[usize], share: f64) -> Vec<f64> {
    let set = open.iter().enumerate().filter(|(_, count)| **count > 0).fold(0usize, |set, (class, _)| set | 1 << class);
    // What is lost without an open class, with some more classes beside.
    let lost = |class: usize, more: usize| family.worth(set | more) - family.worth((set | more) & !(1 << class));
    let only = |class: &usize| open[*class] == 1;
    let earned = |class: usize| {
        if open[class] > 0 {
            return if only(&class) { share * lost(class, 0) } else { 0.0 };
        }
        let shared = (0..open.len()).filter(only).map(|other| lost(other, 0) - lost(other, 1 << class)).sum::<f64>();
        family.worth(set | 1 << class) - family.worth(set) + share * shared
    };
    (0..open.len()).map(|class| (family.alone(class) - earned(class)).clamp(0.0, family.alone(class))).collect()
}
