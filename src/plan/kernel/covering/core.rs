//! Rows that must be served and the options that serve them.

use super::super::effort::{Cut, Stop};
use super::super::problem::{Candidate, Problem};
use super::super::side::as_f64;

/// A covering problem.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Core {
    /// The options of each row, ascending, at least one.
    pub rows: Vec<Vec<u32>>,
    /// What each option costs: above 0.
    pub costs: Vec<i64>,
    /// The number of each option outside.
    pub ids: Vec<u32>,
}

impl Core {
    pub fn new(rows: Vec<Vec<u32>>, costs: Vec<i64>) -> Self {
        let ids = (0..costs.len()).filter_map(|id| u32::try_from(id).ok()).collect();
        Self { rows, costs, ids }
    }

    /// How many pairs of row and option there are.
    pub fn entries(&self) -> usize {
        self.rows.iter().map(Vec::len).sum()
    }

    /// What the option with this number outside costs.
    pub fn cost_of(&self, id: u32) -> i64 {
        self.ids.binary_search(&id).map_or(0, |place| self.costs[place])
    }

    /// Where the options with these numbers outside are.
    pub fn places_of(&self, ids: &[u32]) -> Vec<u32> {
        ids.iter().filter_map(|id| self.ids.binary_search(id).ok().and_then(|place| u32::try_from(place).ok())).collect()
    }

    /// The parts that share no row.
    pub fn parts(&self) -> Vec<Self> {
        let options = self.costs.len();
        let mut up: Vec<usize> = (0..options).collect();
        for row in &self.rows {
            for pair in row.windows(2) {
                let (one, other) = (top(&mut up, pair[0] as usize), top(&mut up, pair[1] as usize));
                up[one.max(other)] = one.min(other);
            }
        }
        let mut part_of = vec![None; options];
        let mut places = vec![0; options];
        let mut parts: Vec<Self> = Vec::new();
        for option in 0..options {
            let number = *part_of[top(&mut up, option)].get_or_insert_with(|| {
                parts.push(Self::default());
                parts.len() - 1
            });
            let part = &mut parts[number];
            places[option] = u32::try_from(part.ids.len()).unwrap_or(u32::MAX);
            part.ids.push(self.ids[option]);
            part.costs.push(self.costs[option]);
        }
        for row in &self.rows {
            let number = row.first().and_then(|option| part_of[top(&mut up, *option as usize)]);
            if let Some(number) = number {
                parts[number].rows.push(row.iter().map(|option| places[*option as usize]).collect());
            }
        }
        parts
    }

    /// As a location problem: serving a row is worth its cheapest option, so that serving all is never worse; the value is the cost with its
    /// sign turned.
    ///
    /// # Errors
    /// [`Cut`] when `stop` said so.
    pub fn problem(&self, stop: Stop) -> Result<Problem, Cut> {
        let candidates = (0u32..).zip(&self.costs).map(|(site, cost)| Candidate { site, charge: as_f64(*cost), cost: 0 }).collect();
        let worth = |row: &Vec<u32>| row.iter().map(|option| self.costs[*option as usize]).min().unwrap_or(0);
        let base: i64 = self.rows.iter().map(worth).sum();
        let client = |row: &Vec<u32>| row.iter().map(|option| (*option, as_f64(worth(row)))).collect();
        Problem::until(candidates, i64::MAX, -as_f64(base), (self.entries(), self.rows.iter().map(client)), stop)
    }

    /// Without some options; `None` when a row is then left without any.
    pub fn without(&self, is_out: &[bool]) -> Option<Self> {
        let rows: Vec<Vec<u32>> =
            self.rows.iter().map(|row| row.iter().copied().filter(|option| !is_out[*option as usize]).collect()).collect();
        rows.iter().all(|row| !row.is_empty()).then(|| Self { rows, ..self.clone() })
    }

    /// What is left when an option is open.
    pub fn with(&self, option: u32) -> Self {
        Self { rows: self.rows.iter().filter(|row| row.binary_search(&option).is_err()).cloned().collect(), ..self.clone() }
    }
}

fn top(up: &mut [usize], mut option: usize) -> usize {
    while up[option] != option {
        up[option] = up[up[option]];
        option = up[option];
    }
    option
}
