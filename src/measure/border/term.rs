//! People who go the same way: as far as each other, at the same moments, to the same kinds of venue.

use crate::measure::Desk;
use crate::model::{Group, GroupReach, Region, Study};
use crate::week::Profile;

/// The residents, or a part of the need, with what decides where they go.
#[derive(Debug, Clone, PartialEq)]
pub struct Term<'a> {
    /// Whose residents, each with what a resident weighs.
    pub counts: Vec<(f64, &'a [f64])>,
    /// How far they go.
    pub reach: GroupReach,
    /// When they can come.
    pub profile: &'a Profile,
    /// How well each desk's venue suits them, in the order of the desks.
    pub suitability: Vec<f64>,
}

impl<'a> Term<'a> {
    /// All residents, who go as `all` does.
    #[must_use]
    pub fn residents(region: &'a Region, study: &'a Study, desks: &[Desk]) -> Self {
        Self::of(region, study, desks, &Group::All, (1.0, region.cells.residents()))
    }

    /// The terms of need that weigh anything, each by its own group; those that go the same way are one.
    #[must_use]
    pub fn need(region: &'a Region, study: &'a Study, desks: &[Desk]) -> Vec<Self> {
        let mut terms: Vec<Self> = Vec::new();
        for count in &region.cells.counts {
            let factor = study.need.weight(&count.group);
            if factor <= 0.0 {
                continue;
            }
            let term = Self::of(region, study, desks, &count.group, (factor, &count.persons));
            match terms.iter_mut().find(|known| known.goes_as(&term)) {
                Some(known) => known.counts.extend(term.counts),
                None => terms.push(term),
            }
        }
        terms
    }

    fn of(region: &Region, study: &'a Study, desks: &[Desk], group: &Group, count: (f64, &'a [f64])) -> Self {
        Self {
            counts: vec![count],
            reach: study.reach.of(group),
            profile: study.moments.profile(group),
            suitability: desks.iter().map(|desk| study.suitability.of(region.sites[desk.site].venue, group)).collect(),
        }
    }

    /// How much of it lives in a cell.
    #[must_use]
    pub fn weight(&self, cell: usize) -> f64 {
        self.counts.iter().fold(0.0, |sum, (factor, persons)| sum + factor * persons[cell])
    }

    /// Whether both go to the same desks from every cell.
    #[must_use]
    pub fn goes_as(&self, other: &Self) -> bool {
        self.reach == other.reach && self.profile == other.profile && self.suitability == other.suitability
    }

    /// What distance and venue leave of full reach, 0 to 1, for a desk by its place.
    #[must_use]
    pub fn beta(&self, desk: usize, metres: f64) -> f64 {
        self.reach.decay.at(metres * self.reach.detour) * self.suitability[desk]
    }
}
