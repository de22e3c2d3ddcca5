//! Who is served from where, and how well: the rows of a plan.

use std::collections::HashMap;

use rayon::prelude::*;

use crate::crs::Planar;
use crate::model::{Decay, Goal, Group, GroupReach, Region, Study};
use crate::reach::{Matrix, matrix};
use crate::spatial::Tiles;
use crate::units::Metres;
use crate::week::Profile;

/// People who have the same sites within reach, each site as good for all of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Sites by index in [`Region::sites`], ascending, with β: what distance and suitability leave, above 0 and at most 1.
    pub sites: Vec<(u32, f64)>,
    /// Need by profile, by index in [`Demand::profiles`].
    pub need: Vec<(u32, f64)>,
}

/// The need of a region with the sites that can serve it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Demand {
    /// When people can come.
    pub profiles: Vec<Profile>,
    /// The rows, in the order of the first cell of each.
    pub rows: Vec<Row>,
    /// All need, whether a site is near or not.
    pub total: f64,
}

/// A term of need (method, *Need*) as far as it is told apart.
struct Kind {
    reach: GroupReach,
    /// By site.
    suitability: Vec<f64>,
    profile: u32,
    /// By cell.
    need: Vec<f64>,
}

impl Demand {
    /// The demand of the cells that count, as seen by a goal: with the decay of each group for moment coverage and gradual
    /// covering, within its norm for covering. `sites` are those that can have a desk. Terms of need keep their own reach, suitability and
    /// profile; cells with equal rows are one. O(pairs · terms), in parallel.
    #[must_use]
    pub fn new(region: &Region, study: &Study, goal: Goal, sites: &[usize], counts: &[bool]) -> Self {
        let (profiles, kinds) = kinds(region, study, goal);
        let total =
            kinds.iter().flat_map(|kind| kind.need.iter().enumerate()).filter(|(cell, _)| counts[*cell]).map(|(_, need)| need).sum();
        let places: Vec<(u32, Planar<geo::Coord<f64>>)> =
            sites.iter().filter_map(|site| Some((u32::try_from(*site).ok()?, region.sites[*site].at))).collect();
        let farthest = kinds.iter().map(|kind| kind.reach.decay.limit().get() / kind.reach.detour).fold(0.0, f64::max);
        let pairs = matrix(&region.cells.at, &Tiles::new(region.cells.at.get()), &places, Metres::new(farthest).unwrap_or_default());
        let mut rows = Rows::default();
        for kind in &kinds {
            let of_cell = |cell: usize| row(&pairs, kind, cell);
            let found: Vec<Vec<(u32, f64)>> = (0..region.cells.len())
                .into_par_iter()
                .map(|cell| if kind.need[cell] > 0.0 && counts[cell] { of_cell(cell) } else { Vec::new() })
                .collect();
            for (cell, sites) in found.into_iter().enumerate().filter(|(_, sites)| !sites.is_empty()) {
                rows.add(sites, kind.profile, kind.need[cell]);
            }
        }
        Self { profiles, rows: rows.list, total }
    }
}

/// The terms of need; those that agree in reach, suitability and profile are one.
fn kinds(region: &Region, study: &Study, goal: Goal) -> (Vec<Profile>, Vec<Kind>) {
    let mut profiles: Vec<Profile> = Vec::new();
    let mut kinds: Vec<Kind> = Vec::new();
    for count in &region.cells.counts {
        let weight = study.need.weight(&count.group);
        if weight <= 0.0 {
            continue;
        }
        let reach = reach(study, goal, &count.group);
        // Whether a desk within the norm suits does not matter to who only counts distance.
        let suits = |venue| if goal == Goal::Covered { 1.0 } else { study.suitability.of(venue, &count.group) };
        let suitability: Vec<f64> = region.sites.iter().map(|site| suits(site.venue)).collect();
        let profile = if goal.has_hours() { study.moments.profile(&count.group) } else { study.moments.profile(&Group::All) };
        let profile = profiles.iter().position(|known| known == profile).unwrap_or_else(|| {
            profiles.push(profile.clone());
            profiles.len() - 1
        });
        let profile = u32::try_from(profile).unwrap_or(u32::MAX);
        let need = count.persons.iter().map(|persons| weight * persons);
        let same = |kind: &&mut Kind| kind.reach == reach && kind.profile == profile && kind.suitability == suitability;
        match kinds.iter_mut().find(same) {
            Some(kind) => kind.need.iter_mut().zip(need).for_each(|(sum, need)| *sum += need),
            None => kinds.push(Kind { reach, suitability, profile, need: need.collect() }),
        }
    }
    (profiles, kinds)
}

/// How far a group goes: within its norm where only covering counts.
fn reach(study: &Study, goal: Goal, group: &Group) -> GroupReach {
    let own = study.reach.of(group);
    if goal == Goal::Covered { GroupReach { decay: Decay::Step { norm: own.norm }, ..own } } else { own }
}

fn row(pairs: &Matrix, kind: &Kind, cell: usize) -> Vec<(u32, f64)> {
    let sites = pairs.row(cell).filter_map(|(site, metres)| {
        let beta = kind.reach.decay.at(metres * kind.reach.detour) * kind.suitability[site];
        (beta > 0.0).then(|| (u32::try_from(site).unwrap_or(u32::MAX), beta))
    });
    sites.collect()
}

/// Rows as they are found, equal ones once.
#[derive(Default)]
struct Rows {
    list: Vec<Row>,
    /// Rows by the hash of their sites; equal hashes are compared in full.
    places: HashMap<u64, Vec<usize>>,
}

impl Rows {
    fn add(&mut self, sites: Vec<(u32, f64)>, profile: u32, need: f64) {
        // FNV-1a.
        let mix = |hash: u64, word: u64| (hash ^ word).wrapping_mul(0x0100_0000_01b3).rotate_left(23);
        let hash = sites.iter().fold(0xcbf2_9ce4_8422_2325, |hash, (site, beta)| mix(mix(hash, u64::from(*site)), beta.to_bits()));
        let places = self.places.entry(hash).or_default();
        let list = &mut self.list;
        let place = places.iter().copied().find(|place| list[*place].sites == sites).unwrap_or_else(|| {
            places.push(list.len());
            list.push(Row { sites, need: Vec::new() });
            list.len() - 1
        });
        let row = &mut list[place];
        match row.need.iter_mut().find(|(known, _)| *known == profile) {
            Some((_, sum)) => *sum += need,
            None => row.need.push((profile, need)),
        }
    }
}
