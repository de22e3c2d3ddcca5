//! What the people of a municipality have together, with the desks of one side and with all.

use std::ops::Range;

use super::case::Case;
use super::hours::CaseHours;
use super::people::People;
use crate::model::{Region, Study};

/// What is summed over people. The pairs are with the desks of the side and with all, over those who have a desk in both cases.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Total {
    /// All of them: persons, or need.
    pub weight: f64,
    /// Those without a desk of the side.
    pub without: f64,
    /// Those of them without any desk.
    pub nowhere: f64,
    /// Those who have a desk within the norm, and none of the side.
    pub only_across: f64,
    /// Metres to the nearest desk.
    pub metres: [f64; 2],
    /// Those with a desk within the norm.
    pub within: [f64; 2],
    /// Reachable hours a week.
    pub hours: [f64; 2],
    /// Moment coverage.
    pub moments: [f64; 2],
}

impl Total {
    /// Adds another, `factor` times.
    pub fn add(&mut self, other: &Self, factor: f64) {
        self.weight += factor * other.weight;
        self.without += factor * other.without;
        self.nowhere += factor * other.nowhere;
        self.only_across += factor * other.only_across;
        for side in 0..2 {
            self.metres[side] += factor * other.metres[side];
            self.within[side] += factor * other.within[side];
            self.hours[side] += factor * other.hours[side];
            self.moments[side] += factor * other.moments[side];
        }
    }
}

/// What each group has together in some cells, by their places among the people, with the desks of a side and with all. O(cells × groups).
pub(super) fn totals(region: &Region, study: &Study, people: &People, cells: Range<usize>, cases: [&Case; 2]) -> Vec<Total> {
    let mut totals = vec![Total::default(); region.cells.counts.len()];
    for groups in alike(region, study, cases) {
        let one = OnePerson::new(region, study, people, groups[0], cases);
        for place in cells.clone() {
            let weights = people.weights(place);
            if groups.iter().all(|group| weights[*group] <= 0.0) {
                continue;
            }
            let person = one.at(place, people.cells[place] as usize);
            groups.iter().for_each(|group| totals[*group].add(&person, weights[*group]));
        }
    }
    totals
}

/// The groups, those of which a person has the same wherever he lives together.
fn alike(region: &Region, study: &Study, cases: [&Case; 2]) -> Vec<Vec<usize>> {
    let counts = &region.cells.counts;
    let is_alike = |group: usize, other: usize| {
        let (a, b) = (study.reach.of(&counts[group].group), study.reach.of(&counts[other].group));
        let hours = cases.iter().filter_map(|case| case.hours.as_ref());
        a.norm == b.norm && a.detour.to_bits() == b.detour.to_bits() && hours.into_iter().all(|hours| hours.is_alike(group, other))
    };
    let mut alike: Vec<Vec<usize>> = Vec::new();
    for group in 0..counts.len() {
        match alike.iter_mut().find(|groups| is_alike(groups[0], group)) {
            Some(groups) => groups.push(group),
            None => alike.push(vec![group]),
        }
    }
    alike
}

/// What one person of a group has.
struct OnePerson<'a> {
    /// The distances of the people, with the desks of the side and with all.
    distances: [&'a [f64]; 2],
    /// Reachable hours and moment coverage of each cell; `None` when no hours are known.
    hours: Option<[[&'a [f64]; 2]; 2]>,
    /// The detour of the group in proportion to that of everyone.
    factor: f64,
    /// The norm, metres.
    norm: f64,
}

impl<'a> OnePerson<'a> {
    fn new(region: &Region, study: &Study, people: &'a People, group: usize, [case, all]: [&'a Case; 2]) -> Self {
        let reach = study.reach.of(&region.cells.counts[group].group);
        let factor = reach.detour / study.reach.detour;
        // Rounding of the product must not decide at the norm itself.
        let norm = if factor.to_bits() == 1.0_f64.to_bits() { reach.norm.get() } else { reach.norm.get() * (1.0 + 1e-12) };
        let of_group = |hours: &'a CaseHours| [hours.hours_of(group), hours.helped_of(group)];
        let hours = case.hours.as_ref().zip(all.hours.as_ref()).map(|(case, all)| [of_group(case), of_group(all)]);
        Self { distances: [case, all].map(|case| people.distances(case.side)), hours, factor, norm }
    }

    /// Who lives in a cell, by its place among the people and its index.
    fn at(&self, place: usize, cell: usize) -> Total {
        let count = |holds: bool| f64::from(u8::from(holds));
        let metres = [self.distances[0][place] * self.factor, self.distances[1][place] * self.factor];
        let within = [metres[0] <= self.norm, metres[1] <= self.norm];
        let mut person = Total { weight: 1.0, only_across: count(!within[0] && within[1]), ..Total::default() };
        if !metres[0].is_finite() {
            person.without = 1.0;
            person.nowhere = count(!metres[1].is_finite());
            return person;
        }
        person.metres = metres;
        person.within = within.map(count);
        if let Some([[hours, helped], [all_hours, all_helped]]) = self.hours {
            person.hours = [hours[cell], all_hours[cell]];
            person.moments = [helped[cell], all_helped[cell]];
        }
        person
    }
}
