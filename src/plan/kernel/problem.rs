//! The problem as numbers.

use std::collections::HashMap;
use std::sync::Arc;

use super::effort::{Cut, Looks, Stop};
use super::side::{Side, as_f64};
use super::slots::Slots;
use super::sparse::Sparse;

/// An option: what it is, apart from whom it serves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate {
    /// The site it stands at, by number; options of one site follow each other.
    pub site: u32,
    /// Taken off the value when it is open; not negative.
    pub charge: f64,
    /// What it takes of the budget: cents, or 1 where desks are counted; not negative.
    pub cost: i64,
}

/// One location problem: see [`super`]. A copy shares the clients.
#[derive(Debug, Clone)]
pub struct Problem {
    pub(super) candidates: Vec<Candidate>,
    pub(super) sites: usize,
    pub(super) budget: i64,
    /// The value of no option at all.
    pub(super) base: f64,
    /// By client: options with their value, from the best; all above 0.
    pub(super) clients: Arc<Sparse>,
    /// By option: clients with the value.
    pub(super) options: Arc<Sparse>,
    /// What has a price in the relaxation.
    pub(super) slots: Arc<Slots>,
    pub(super) sides: Vec<Side>,
    pub(super) sides_of: Vec<Vec<(u32, i64)>>,
    /// By site: whether some side asks for one of its options, whichever; the bound then never does without.
    pub(super) must: Vec<bool>,
    /// One option a site, each at the same cost: choosing is taking the best.
    pub(super) is_count: bool,
    /// Every value is a whole multiple of this; 0 when that is not known.
    pub(super) grain: f64,
}

impl Problem {
    /// A problem of candidates in order of their sites, within a budget, of clients: each a list of options with the value that the client
    /// has when that is the best open option. Values of 0 and less count as absent. O(entries · log entries of a client).
    ///
    /// Clients that every option treats alike, in proportion, are one.
    #[must_use]
    pub fn new(candidates: Vec<Candidate>, budget: i64, base: f64, clients: impl IntoIterator<Item = Vec<(u32, f64)>>) -> Self {
        whole(Self::until(candidates, budget, base, (0, clients), &|| false))
    }

    /// As [`new`](Self::new), until `stop` says so. With the clients comes how many pairs of client and option they have together, so that
    /// memory for so many is taken at once; any number will do.
    ///
    /// # Errors
    /// [`Cut`] when it said so.
    pub fn until(
        candidates: Vec<Candidate>,
        budget: i64,
        base: f64,
        (entries, clients): (usize, impl IntoIterator<Item = Vec<(u32, f64)>>),
        stop: Stop,
    ) -> Result<Self, Cut> {
        let mut looks = Looks::new(stop);
        let mut rows = Sparse::with_capacity(entries);
        for mut client in clients {
            looks.after(client.len())?;
            client.retain(|(_, value)| *value > 0.0);
            client.sort_unstable_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
            if !client.is_empty() {
                client.into_iter().for_each(|(option, value)| rows.push(option, value));
                rows.end_row();
            }
        }
        let rows = merged(rows, &mut looks)?;
        let grain = grain(&candidates, base, &rows);
        Self::assembled(candidates, budget, base, rows, grain, &mut looks)
    }

    /// The same with conditions beside the budget.
    #[must_use]
    pub fn with_sides(mut self, sides: Vec<Side>) -> Self {
        self.sides_of = vec![Vec::new(); self.candidates.len()];
        for (number, side) in (0u32..).zip(&sides) {
            side.terms.iter().for_each(|(option, coefficient)| self.sides_of[*option as usize].push((number, *coefficient)));
        }
        self.must = vec![false; self.sites];
        for side in &sides {
            if let Some(site) = self.site_that_must(side) {
                self.must[site] = true;
            }
        }
        self.is_count = is_count(&self.candidates, self.sites) && !self.must.contains(&true);
        self.sides = sides;
        self
    }

    /// The site of which a side asks for any one option, where it says just that.
    fn site_that_must(&self, side: &Side) -> Option<usize> {
        let first = *side.terms.first()?;
        let site = self.candidates[first.0 as usize].site;
        let of_site = self.candidates.partition_point(|candidate| candidate.site < site);
        let options = self.candidates[of_site..].iter().take_while(|candidate| candidate.site == site).count();
        let is_of_site = |(option, one): &(u32, i64)| *one == 1 && self.candidates[*option as usize].site == site;
        let is_all = side.least == 1 && side.terms.len() == options && side.terms.iter().all(is_of_site);
        is_all.then_some(site as usize)
    }

    /// The least that the sites that must have an option cost. O(options).
    pub(super) fn least_cost(&self) -> i64 {
        let sites = self.candidates.chunk_by(|one, other| one.site == other.site);
        let must = sites.filter(|site| self.must[site[0].site as usize]);
        must.filter_map(|site| site.iter().map(|candidate| candidate.cost).min()).fold(0, i64::saturating_add)
    }

    /// The same with clients who are worth `value` with any of some options. O(entries).
    #[must_use]
    pub fn with_more<'r>(&self, more: impl IntoIterator<Item = (&'r [u32], f64)>) -> Self {
        let mut clients = self.clients.as_ref().clone();
        for (options, value) in more.into_iter().filter(|(options, value)| *value > 0.0 && !options.is_empty()) {
            options.iter().for_each(|option| clients.push(*option, value));
            clients.end_row();
        }
        let grain = grain(&self.candidates, self.base, &clients);
        let more = whole(Self::assembled(self.candidates.clone(), self.budget, self.base, clients, grain, &mut Looks::new(&|| false)));
        if self.sides.is_empty() { more } else { more.with_sides(self.sides.clone()) }
    }

    /// The same conditions with other clients, worth `value` with any of some options, and without charges. O(entries).
    #[must_use]
    pub fn with_only<'r>(&self, clients: impl IntoIterator<Item = (&'r [u32], f64)>) -> Self {
        let candidates = self.candidates.iter().map(|candidate| Candidate { charge: 0.0, ..*candidate }).collect();
        let clients = clients.into_iter().map(|(options, value)| options.iter().map(|option| (*option, value)).collect());
        let only = Self::new(candidates, self.budget, 0.0, clients);
        if self.sides.is_empty() { only } else { only.with_sides(self.sides.clone()) }
    }

    /// The same options at other costs, within another budget; their charges stay.
    #[must_use]
    pub fn with_budget(mut self, candidates: Vec<Candidate>, budget: i64) -> Self {
        self.is_count = is_count(&candidates, self.sites);
        (self.candidates, self.budget) = (candidates, budget);
        self
    }

    fn assembled(candidates: Vec<Candidate>, budget: i64, base: f64, clients: Sparse, grain: f64, looks: &mut Looks) -> Result<Self, Cut> {
        let options = Arc::new(clients.transposed(candidates.len(), looks)?);
        let clients = Arc::new(clients);
        let slots = Arc::new(Slots::of(&clients, &options, &candidates, looks)?);
        Ok(Self::with_slots(candidates, budget, base, (clients, options), slots, grain))
    }

    /// A problem of clients by option and options by client, whose slots are known.
    pub(super) fn with_slots(
        candidates: Vec<Candidate>,
        budget: i64,
        base: f64,
        (clients, options): (Arc<Sparse>, Arc<Sparse>),
        slots: Arc<Slots>,
        grain: f64,
    ) -> Self {
        let sites = candidates.last().map_or(0, |last| last.site as usize + 1);
        let is_count = is_count(&candidates, sites);
        let sides_of = Vec::new();
        let must = vec![false; sites];
        Self { candidates, sites, budget, base, clients, options, slots, sides: Vec::new(), sides_of, must, is_count, grain }
    }

    /// How many options there are.
    #[must_use]
    pub fn options(&self) -> usize {
        self.candidates.len()
    }

    /// How many clients are told apart.
    #[must_use]
    pub fn clients(&self) -> usize {
        self.clients.rows()
    }

    /// How many pairs of client and option have a value.
    #[must_use]
    pub fn entries(&self) -> usize {
        self.clients.entries()
    }

    /// The value of open options, summed afresh: base + Σ best − Σ charge. O(entries).
    #[must_use]
    pub fn value(&self, open: &[u32]) -> f64 {
        let mut is_open = vec![false; self.options()];
        open.iter().for_each(|option| is_open[*option as usize] = true);
        let best = |client| self.clients.entries_of(client).find(|(option, _)| is_open[*option as usize]).map_or(0.0, |(_, value)| value);
        let served: f64 = (0..self.clients()).map(best).sum();
        self.base + served - open.iter().map(|option| self.candidates[*option as usize].charge).sum::<f64>()
    }

    /// Whether open options meet every condition: one a site, the budget, the sides.
    #[must_use]
    pub fn allows(&self, open: &[u32]) -> bool {
        let mut is_open = vec![false; self.options()];
        let mut taken = vec![false; self.sites];
        let mut cost = 0;
        for option in open {
            let candidate = &self.candidates[*option as usize];
            if std::mem::replace(&mut taken[candidate.site as usize], true) {
                return false;
            }
            is_open[*option as usize] = true;
            cost += candidate.cost;
        }
        let sum = |side: &Side| side.terms.iter().filter(|(option, _)| is_open[*option as usize]).map(|(_, coefficient)| coefficient).sum();
        cost <= self.budget && self.sides.iter().all(|side| side.allows(sum(side)))
    }

    /// Whether a bound leaves room for a value that is better than the best so far, by more than a part in 10⁹ or by a grain.
    pub(super) fn leaves_room(&self, bound: f64, best: f64) -> bool {
        if best == f64::NEG_INFINITY {
            return bound > f64::NEG_INFINITY;
        }
        // Where nothing has a value the first plan is as good as any.
        bound > best + self.grain.max(1e-9 * best.abs()) * (1.0 - 1e-6)
    }
}

fn is_count(candidates: &[Candidate], sites: usize) -> bool {
    sites == candidates.len() && candidates.windows(2).all(|pair| pair[0].cost == pair[1].cost)
}

/// What nothing cut.
fn whole<T>(made: Result<T, Cut>) -> T {
    match made {
        Ok(made) => made,
        Err(Cut) => unreachable!("nothing asks it to stop"),
    }
}

/// Makes one of clients with the same options in the same order and values in proportion. O(entries).
fn merged(rows: Sparse, looks: &mut Looks) -> Result<Sparse, Cut> {
    let mut seen: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut first: Vec<usize> = Vec::new();
    let mut weight: Vec<f64> = Vec::new();
    for row in 0..rows.rows() {
        let (options, values) = rows.row(row);
        looks.after(options.len())?;
        // FNV-1a over the options; equal hashes are compared in full.
        let hash = options.iter().fold(0xcbf2_9ce4_8422_2325u64, |hash, option| {
            let hash = (hash ^ u64::from(*option)).wrapping_mul(0x0100_0000_01b3);
            hash ^ (hash >> 29)
        });
        let alike = |group: &usize| {
            let (others, other_values) = rows.row(first[*group]);
            let proportional = |(one, other): (&f64, &f64)| (one * other_values[0]).to_bits() == (other * values[0]).to_bits();
            options == others && values.iter().zip(other_values).all(proportional)
        };
        let groups = seen.entry(hash).or_default();
        if let Some(group) = groups.iter().copied().find(alike) {
            weight[group] += values[0];
        } else {
            groups.push(first.len());
            first.push(row);
            weight.push(values[0]);
        }
    }
    if first.len() == rows.rows() {
        return Ok(rows);
    }
    let mut merged = Sparse::with_capacity(rows.entries());
    for (row, weight) in first.iter().zip(weight) {
        looks.after(rows.row(*row).0.len())?;
        let top = rows.first(*row);
        // A row that stands alone keeps its values to the last bit.
        let by = |value: f64| {
            if weight.to_bits() == top.to_bits() {
                value
            } else if value.to_bits() == top.to_bits() {
                weight
            } else {
                value / top * weight
            }
        };
        rows.entries_of(*row).for_each(|(option, value)| merged.push(option, by(value)));
        merged.end_row();
    }
    Ok(merged)
}

/// The greatest number of which every value, charge and the base are whole multiples; 0 when they are not all whole.
fn grain(candidates: &[Candidate], base: f64, clients: &Sparse) -> f64 {
    /// 2⁵³: whole numbers beyond it are not all there.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let mut common = 0i64;
    let mut sum = base.abs();
    let values = (0..clients.rows()).flat_map(|client| clients.row(client).1);
    for value in values.chain(candidates.iter().map(|candidate| &candidate.charge)).chain([&base]) {
        if value.fract() != 0.0 || value.abs() >= EXACT {
            return 0.0;
        }
        #[expect(clippy::cast_possible_truncation, reason = "a whole number below 2^53")]
        let whole = value.abs() as i64;
        common = divisor(common, whole);
        sum += value.abs();
    }
    if sum < EXACT { as_f64(common) } else { 0.0 }
}

fn divisor(mut one: i64, mut other: i64) -> i64 {
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one_each(count: u32) -> Vec<Candidate> {
        (0..count).map(|site| Candidate { site, charge: 0.0, cost: 1 }).collect()
    }

    /// Two clients that only option 0 serves are one of 15; two whose options stand 3 : 1 are one; the fifth stands alone.
    #[test]
    fn alike_clients_are_one() {
        let clients = vec![
            vec![(0, 10.0)],
            vec![(0, 5.0)],
            vec![(0, 3.0), (1, 1.0)],
            vec![(1, 2.0), (0, 6.0)],
            vec![(0, 3.0), (1, 2.0)],
            vec![(1, 0.0)],
        ];
        let problem = Problem::new(one_each(2), 1, 0.0, clients);
        let rows: Vec<Vec<(u32, f64)>> = (0..problem.clients()).map(|client| problem.clients.entries_of(client).collect()).collect();
        assert_eq!(rows, [vec![(0, 15.0)], vec![(0, 9.0), (1, 3.0)], vec![(0, 3.0), (1, 2.0)]]);
        assert_eq!((problem.value(&[0]), problem.value(&[1]), problem.value(&[])), (27.0, 5.0, 0.0));
        assert!((problem.grain - 1.0).abs() < 1e-12);
    }

    #[test]
    fn the_grain_is_the_common_divisor_of_whole_values() {
        let of = |base: f64, values: [f64; 2]| Problem::new(one_each(2), 1, base, vec![vec![(0, values[0])], vec![(1, values[1])]]).grain;
        assert_eq!((of(0.0, [10.0, 15.0]), of(-4.0, [10.0, 16.0]), of(0.0, [0.5, 1.0]), of(0.5, [1.0, 1.0])), (5.0, 2.0, 0.0, 0.0));
    }
}
