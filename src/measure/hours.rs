//! Reachable hours and moment coverage, summarised per place and group.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::desk::Desk;
use super::moment::{Moment, Moments, moments};
use super::place::{Level, Place, places};
use super::quantile::Classed;
use super::reachable::{Reachable, reachable};
use crate::model::{Group, GroupReach, HOURS_STEPS, Region, Study};
use crate::reach::Matrix;
use crate::units::Share;

/// The residents of one group in one place, and the hours they can reach.
#[derive(Debug, Clone, PartialEq)]
pub struct HoursSummary {
    /// The level.
    pub level: Level,
    /// Index of the municipality or area.
    pub index: Option<usize>,
    /// Whose figures these are.
    pub who: Who,
    /// Their number; for [`Who::Need`] the need.
    pub weight: f64,
    /// The figures; `None` without residents.
    pub figures: Option<HoursFigures>,
}

/// Whom a figure is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// The residents of a group, by index in [`crate::model::Cells::counts`].
    Group(usize),
    /// All need together: every term with its own reach, profile and suitability.
    Need,
}

/// The hours that people can reach.
#[derive(Debug, Clone, PartialEq)]
pub struct HoursFigures {
    /// Mean of the reachable hours a week; untimed hours at their least effect.
    pub mean: f64,
    /// The same with untimed hours at their greatest effect.
    pub mean_most: f64,
    /// Smallest number of hours that at least half of them does not exceed.
    pub median: f64,
    /// Share that can reach at least each of [`HOURS_STEPS`] hours a week.
    pub least: [f64; 6],
    /// Mean hours a week in each daypart, then outside them.
    pub dayparts: [f64; 6],
    /// Share with a desk that is open in an evening or on Saturday.
    pub evening_or_saturday: f64,
    /// Share with some desk open on each weekday.
    pub every_weekday: f64,
    /// Share with a desk within the norm of which no times are known.
    pub untimed: f64,
    /// Moment coverage.
    pub moment: Moment,
    /// Part of the weight that is an estimate of suppressed values.
    pub hidden: Option<Share>,
}

/// What is computed of hours, with what it was computed from.
#[derive(Debug, Clone, PartialEq)]
pub struct HoursCoverage {
    /// What everyone's norm gives each cell.
    pub reachable: Reachable,
    /// What the norm of groups with another norm or detour gives.
    pub others: Vec<Reachable>,
    /// For each group of the counts its place in `others`; `None` where everyone's norm holds.
    pub of_group: Vec<Option<usize>>,
    /// Moment coverage of each cell and group.
    pub moments: Moments,
    /// Figures per level, place and group; the last of each place is the need.
    pub places: Vec<HoursSummary>,
}

/// Reachable hours (method §3) and moment coverage (§5) of a region.
///
/// Contract: only cells that are reported on count; who can reach nothing counts with 0 hours; each figure is computed from the cells, never
/// from other figures. O(pairs + cells × groups), in parallel.
#[must_use]
pub fn hours(region: &Region, study: &Study, matrix: &Matrix, desks: &[Desk]) -> HoursCoverage {
    let (reaches, of_group) = reachables(region, study, matrix, desks);
    let moments = moments(region, study, matrix, desks);
    let work = Work { region, study, moments: &moments, reachable: of_group.iter().map(|place| &reaches[*place]).collect() };
    let places = places(region).par_iter().flat_map_iter(|place| work.summaries(place)).collect();
    let of_group = of_group.into_iter().map(|place| place.checked_sub(1)).collect();
    let mut reaches = reaches.into_iter();
    // The first is always there: that of everyone.
    let reachable = reaches.next().unwrap_or_default();
    HoursCoverage { reachable, others: reaches.collect(), of_group, moments, places }
}

/// What the norms of groups give each cell, everyone's first, and for each group of the counts its place among them.
fn reachables(region: &Region, study: &Study, matrix: &Matrix, desks: &[Desk]) -> (Vec<Reachable>, Vec<usize>) {
    let outside = study.moments.outside_desk_hours;
    let (reaches, of_group) = norms(region, study);
    (reaches.into_iter().map(|reach| reachable(matrix, desks, reach, &study.moments.dayparts, outside)).collect(), of_group)
}

/// The norms that differ, everyone's first, and for each group of the counts its place among them: groups that agree in norm and detour, which
/// alone decide what is within, share one.
pub(super) fn norms(region: &Region, study: &Study) -> (Vec<GroupReach>, Vec<usize>) {
    let mut reaches: Vec<GroupReach> = vec![study.reach.of(&Group::All)];
    let mut place_of = |group: &Group| {
        let reach = study.reach.of(group);
        let same = |known: &GroupReach| known.norm == reach.norm && known.detour.to_bits() == reach.detour.to_bits();
        reaches.iter().position(same).unwrap_or_else(|| {
            reaches.push(reach);
            reaches.len() - 1
        })
    };
    let of_group = region.cells.counts.iter().map(|count| place_of(&count.group)).collect();
    (reaches, of_group)
}

impl HoursCoverage {
    /// What the norm of a group, by its index in the counts, gives each cell.
    #[must_use]
    pub fn of(&self, group: usize) -> &Reachable {
        self.of_group.get(group).copied().flatten().map_or(&self.reachable, |other| &self.others[other])
    }
}

struct Work<'a> {
    region: &'a Region,
    study: &'a Study,
    moments: &'a Moments,
    /// For each group.
    reachable: Vec<&'a Reachable>,
}

impl Work<'_> {
    fn summaries(&self, place: &Place) -> Vec<HoursSummary> {
        let groups = self.region.cells.counts.len();
        let mut summaries: Vec<HoursSummary> = (0..groups)
            .map(|group| {
                let (weight, figures) = self.figures(group, &place.cells);
                HoursSummary { level: place.level, index: place.index, who: Who::Group(group), weight, figures }
            })
            .collect();
        let need = self.need(&summaries);
        summaries.push(HoursSummary { level: place.level, index: place.index, who: Who::Need, weight: need.0, figures: need.1 });
        summaries
    }

    /// The number of residents of a group, and their figures.
    fn figures(&self, group: usize, cells: &[u32]) -> (f64, Option<HoursFigures>) {
        let count = &self.region.cells.counts[group];
        let reachable = self.reachable[group];
        // Cells with one offer are one: the residents by offer, in the order of the offers.
        let mut by_set: BTreeMap<u32, f64> = BTreeMap::new();
        let (mut weight, mut hidden, mut moment) = (0.0, 0.0, Moment::default());
        for cell in cells {
            let index = *cell as usize;
            let persons = count.persons[index];
            *by_set.entry(reachable.set[index]).or_default() += persons;
            weight += persons;
            hidden += if count.is_hidden(index) { persons } else { 0.0 };
            moment.add(persons, self.moments.of(group, index));
        }
        if weight <= 0.0 {
            return (0.0, None);
        }
        let mut figures = HoursFigures {
            mean: 0.0,
            mean_most: 0.0,
            median: 0.0,
            least: [0.0; 6],
            dayparts: [0.0; 6],
            evening_or_saturday: 0.0,
            every_weekday: 0.0,
            untimed: 0.0,
            moment: moment.scaled(1.0 / weight),
            hidden: Share::new((hidden / weight).clamp(0.0, 1.0)),
        };
        let (mut hours, mut weights) = (Vec::with_capacity(by_set.len()), Vec::with_capacity(by_set.len()));
        let mut whole = 0.0;
        for (set, persons) in by_set {
            let offer = &reachable.offers[set as usize];
            whole += persons;
            figures.mean += persons * offer.hours;
            figures.mean_most += persons * offer.most;
            figures
                .least
                .iter_mut()
                .zip(HOURS_STEPS)
                .filter(|(_, least)| offer.hours >= f64::from(*least))
                .for_each(|(sum, _)| *sum += persons);
            figures.dayparts.iter_mut().zip(offer.dayparts).for_each(|(sum, hours)| *sum += persons * hours);
            figures.evening_or_saturday += if offer.evening_or_saturday { persons } else { 0.0 };
            figures.every_weekday += if offer.every_weekday { persons } else { 0.0 };
            figures.untimed += if offer.untimed { persons } else { 0.0 };
            hours.push(offer.hours);
            weights.push(persons);
        }
        // Persons are divided once, by a sum in the same order: the share of everyone is 1, and 9 of 10 is 0.9.
        figures.each().into_iter().for_each(|value| *value /= whole);
        figures.median = Classed::new(&hours).quantiles(&weights, &[0.5]).first().copied().unwrap_or(0.0);
        (weight, Some(figures))
    }

    /// The need of a place and its figures: those of the groups, each by its term.
    fn need(&self, groups: &[HoursSummary]) -> (f64, Option<HoursFigures>) {
        let term = |(group, summary): (usize, &HoursSummary)| {
            let weight = self.study.need.weight(&self.region.cells.counts[group].group);
            summary.figures.clone().filter(|_| weight > 0.0).map(|figures| (weight * summary.weight, figures))
        };
        let terms: Vec<(f64, HoursFigures)> = groups.iter().enumerate().filter_map(term).collect();
        let total: f64 = terms.iter().map(|(weight, _)| weight).sum();
        let mut terms = terms.into_iter();
        let Some((weight, first)) = terms.next() else { return (0.0, None) };
        let mut sum = first.scaled(weight / total);
        terms.for_each(|(weight, figures)| sum.add(&figures.scaled(weight / total)));
        (total, Some(sum))
    }
}

impl HoursFigures {
    /// Each figure `part` times: a term of a weighted sum. The median of a sum is no sum of medians and is left out (NaN).
    fn scaled(mut self, part: f64) -> Self {
        for value in self.each() {
            *value *= part;
        }
        self.median = f64::NAN;
        self.moment = self.moment.scaled(part);
        self.hidden = self.hidden.and_then(|hidden| Share::new(hidden.get() * part));
        self
    }

    fn add(&mut self, other: &Self) {
        let mut other = other.clone();
        for (value, more) in self.each().into_iter().zip(other.each()) {
            *value += *more;
        }
        self.moment.add(1.0, &other.moment);
        self.hidden = self.hidden.zip(other.hidden).and_then(|(a, b)| Share::new((a.get() + b.get()).min(1.0)));
    }

    /// Every mean and share of it.
    fn each(&mut self) -> Vec<&mut f64> {
        let one = [&mut self.mean, &mut self.mean_most, &mut self.evening_or_saturday, &mut self.every_weekday, &mut self.untimed];
        one.into_iter().chain(&mut self.least).chain(&mut self.dayparts).collect()
    }
}
