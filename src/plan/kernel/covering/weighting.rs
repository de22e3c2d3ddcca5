//! Local search for covers: rows that are hard to serve weigh more and more (Gao, Weise & Li 2015).

use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use super::super::effort::Stop;
use super::super::side::as_f64;
use super::core::Core;

/// The seed of all searches: the same core has the same cover.
const SEED: u64 = 20_260_101;
/// Steps between two looks at the clock.
const STRETCH: usize = 64;

/// Looks for a cover that is cheaper than `cover`, so many steps long, until it costs no more than `enough`, or until `stop` says so. Returns
/// the best, and the work done.
///
/// As long as all rows are served the option that is missed least goes. Then, step by step, another one goes and one that serves some unserved
/// row comes; every row that stays unserved weighs one more. An option that has just moved, and around which nothing has changed, does not
/// move back.
pub(super) fn improved(core: &Core, cover: Vec<u32>, enough: i64, steps: usize, stop: Stop) -> (Vec<u32>, u64) {
    let mut state = State::of(core);
    for (number, option) in cover.iter().enumerate() {
        if number % STRETCH == 0 && stop() {
            return (cover, state.work);
        }
        state.open(*option, 0);
    }
    let (mut best, mut best_cost) = (cover, state.cost);
    let mut draws = ChaCha8Rng::seed_from_u64(SEED);
    let mut last_added = None;
    for step in 1..=steps {
        if step % STRETCH == 0 && stop() {
            break;
        }
        while state.unserved.is_empty() {
            if state.cost < best_cost || best.is_empty() {
                best_cost = state.cost;
                best.clone_from(&state.open);
                best.sort_unstable();
            }
            if best_cost <= enough || stop() {
                return (best, state.work);
            }
            let Some(option) = state.least_missed(None) else { return (best, state.work) };
            state.close(option, step);
        }
        if let Some(option) = state.least_missed(last_added) {
            state.close(option, step);
        }
        // As long as it is cheaper than the best, more may open.
        let row = state.unserved[draws.random_range(0..state.unserved.len())];
        let Some(option) = state.best_for(row as usize, best_cost) else { continue };
        state.open(option, step);
        last_added = Some(option);
        state.weigh();
    }
    (best, state.work)
}

struct State<'a> {
    core: &'a Core,
    rows_of: Vec<Vec<u32>>,
    is_open: Vec<bool>,
    open: Vec<u32>,
    cost: i64,
    /// How many open options serve each row.
    served: Vec<u32>,
    unserved: Vec<u32>,
    /// Where each row stands in `unserved`.
    place: Vec<usize>,
    weight: Vec<i64>,
    /// The weight of the rows that only this option serves when open, or that it would serve alone when closed.
    score: Vec<i64>,
    /// Whether something has changed around a closed option since it closed.
    may_open: Vec<bool>,
    moved: Vec<usize>,
    work: u64,
}

impl<'a> State<'a> {
    /// Nothing is open.
    fn of(core: &'a Core) -> Self {
        let options = core.costs.len();
        let mut rows_of = vec![Vec::new(); options];
        for (number, row) in (0u32..).zip(&core.rows) {
            row.iter().for_each(|option| rows_of[*option as usize].push(number));
        }
        let rows = core.rows.len();
        Self {
            core,
            score: rows_of.iter().map(|rows| i64::try_from(rows.len()).unwrap_or(i64::MAX)).collect(),
            rows_of,
            is_open: vec![false; options],
            open: Vec::new(),
            cost: 0,
            served: vec![0; rows],
            unserved: (0..rows).filter_map(|row| u32::try_from(row).ok()).collect(),
            place: (0..rows).collect(),
            weight: vec![1; rows],
            may_open: vec![true; options],
            moved: vec![0; options],
            work: 0,
        }
    }

    fn open(&mut self, option: u32, step: usize) {
        let index = option as usize;
        self.is_open[index] = true;
        self.open.push(option);
        self.cost += self.core.costs[index];
        self.moved[index] = step;
        self.score[index] = 0;
        for row in self.rows_of[index].clone() {
            let row = row as usize;
            self.served[row] += 1;
            let weight = self.weight[row];
            self.work += 1;
            match self.served[row] {
                1 => {
                    self.score[index] += weight;
                    self.serve(row);
                    self.each_other(row, option, |state, other| {
                        state.score[other] -= weight;
                        state.may_open[other] = true;
                    });
                }
                2 => self.each_other(row, option, |state, other| {
                    if state.is_open[other] {
                        state.score[other] -= weight;
                    }
                    state.may_open[other] = true;
                }),
                _ => self.each_other(row, option, |state, other| state.may_open[other] = true),
            }
        }
    }

    fn close(&mut self, option: u32, step: usize) {
        let index = option as usize;
        self.is_open[index] = false;
        self.open.retain(|open| *open != option);
        self.cost -= self.core.costs[index];
        self.moved[index] = step;
        self.score[index] = 0;
        self.may_open[index] = false;
        for row in self.rows_of[index].clone() {
            let row = row as usize;
            self.served[row] -= 1;
            let weight = self.weight[row];
            self.work += 1;
            match self.served[row] {
                0 => {
                    self.score[index] += weight;
                    self.miss(row);
                    self.each_other(row, option, |state, other| {
                        state.score[other] += weight;
                        state.may_open[other] = true;
                    });
                }
                1 => self.each_other(row, option, |state, other| {
                    if state.is_open[other] {
                        state.score[other] += weight;
                    }
                    state.may_open[other] = true;
                }),
                _ => self.each_other(row, option, |state, other| state.may_open[other] = true),
            }
        }
    }

    fn each_other(&mut self, row: usize, option: u32, mut act: impl FnMut(&mut Self, usize)) {
        let core = self.core;
        self.work += core.rows[row].len() as u64;
        core.rows[row].iter().filter(|other| **other != option).for_each(|other| act(self, *other as usize));
    }

    fn serve(&mut self, row: usize) {
        let place = self.place[row];
        self.unserved.swap_remove(place);
        if let Some(moved) = self.unserved.get(place) {
            self.place[*moved as usize] = place;
        }
    }

    fn miss(&mut self, row: usize) {
        self.place[row] = self.unserved.len();
        self.unserved.push(u32::try_from(row).unwrap_or(u32::MAX));
    }

    /// The open option that is missed least for what it costs, the one that moved longest ago first.
    fn least_missed(&mut self, but: Option<u32>) -> Option<u32> {
        self.work += self.open.len() as u64;
        let per_cost = |option: u32| as_f64(self.score[option as usize]) / as_f64(self.core.costs[option as usize]);
        let order = |one: &u32, other: &u32| {
            let age = |option: &u32| (self.moved[*option as usize], *option);
            per_cost(*one).total_cmp(&per_cost(*other)).then(age(one).cmp(&age(other)))
        };
        self.open.iter().copied().filter(|option| Some(*option) != but).min_by(order)
    }

    /// The option that serves the most weight for what it costs among those of a row, if one keeps the cost below that of the best.
    fn best_for(&self, row: usize, below: i64) -> Option<u32> {
        let per_cost = |option: u32| as_f64(self.score[option as usize]) / as_f64(self.core.costs[option as usize]);
        let order = |one: &u32, other: &u32| {
            let age = |option: &u32| (self.moved[*option as usize], *option);
            per_cost(*one).total_cmp(&per_cost(*other)).then(age(other).cmp(&age(one)))
        };
        let options = self.core.rows[row].iter().copied();
        options.filter(|option| self.may_open[*option as usize] && self.cost + self.core.costs[*option as usize] < below).max_by(order)
    }

    /// What is not served weighs more from now on.
    fn weigh(&mut self) {
        let core = self.core;
        for row in &self.unserved {
            self.weight[*row as usize] += 1;
            core.rows[*row as usize].iter().for_each(|option| self.score[*option as usize] += 1);
            self.work += core.rows[*row as usize].len() as u64;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Six options in a ring, each serving two of six rows: three that skip each other serve all; five are given.
    #[test]
    fn a_ring_needs_every_second() {
        let core = Core::new(
            (0..6)
                .map(|row| {
                    let mut pair = vec![row, (row + 1) % 6];
                    pair.sort_unstable();
                    pair
                })
                .collect(),
            vec![1; 6],
        );
        let (cover, _) = improved(&core, vec![0, 1, 2, 3, 4], 0, 100, &|| false);
        assert_eq!(cover.len(), 3);
        assert!(core.rows.iter().all(|row| row.iter().any(|option| cover.contains(option))));
    }
}
