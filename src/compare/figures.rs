//! All measures of a set of sites.

use crate::measure::{self, AreaSummary, HoursSummary, Level, Who};
use crate::model::{Region, Site, Study};

/// What a set of desks gives to people, by place and group.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// Distances.
    pub areas: Vec<AreaSummary>,
    /// Reachable hours and moment coverage; none in a comparison of which too few hours are known.
    pub hours: Vec<HoursSummary>,
    /// Metres to the nearest desk of each cell, detour included.
    pub distance: Vec<f64>,
}

impl Figures {
    /// The row of distances of a place and group.
    #[must_use]
    pub fn area(&self, level: Level, index: Option<usize>, group: usize) -> Option<&AreaSummary> {
        self.areas.iter().find(|row| row.level == level && row.index == index && row.group == group)
    }

    /// The row of hours of a place.
    #[must_use]
    pub fn hours(&self, level: Level, index: Option<usize>, who: Who) -> Option<&HoursSummary> {
        self.hours.iter().find(|row| row.level == level && row.index == index && row.who == who)
    }
}

/// Measures a region with these sites in place of its own: the region is given back as it was.
#[must_use]
pub fn figures(region: &mut Region, study: &Study, sites: &[Site]) -> Figures {
    let own = std::mem::replace(&mut region.sites, sites.to_vec());
    let coverage = measure::coverage(region, study);
    let desks = measure::desks(region, study.moments.outside_desk_hours);
    let hours = measure::hours(region, study, &measure::pairs(region, study), &desks);
    region.sites = own;
    Figures { areas: coverage.areas, hours: hours.places, distance: coverage.distance }
}
