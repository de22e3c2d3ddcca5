//! Distance to the nearest desk, summarised per area and group.

use std::borrow::Cow;

use rayon::prelude::*;

use super::place::{Level, Place, places};
use super::quantile::Classed;
use crate::model::{Count, Need, Reach, Region};
use crate::units::{Metres, Share};

/// The distances of the residents of one group in one area.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// Residents of the group.
    pub residents: f64,
    /// Their need: the weight of every resident and the group's own surcharge.
    pub need: f64,
    /// Mean distance over the residents who have a desk; `None` when nobody has.
    pub mean: Option<Metres>,
    /// Smallest distance within which half of them live.
    pub median: Option<Metres>,
    /// Smallest distance within which nine tenths of them live.
    pub p90: Option<Metres>,
    /// Share of all residents within each further distance of the study; `None` without residents.
    pub within_also: Vec<Option<Share>>,
    /// Share of all residents within the norm of the group.
    pub within_norm: Option<Share>,
    /// Residents without any desk, in the denominator of every share.
    pub unreachable: f64,
    /// Part of `residents` that is an estimate of suppressed values.
    pub hidden: Option<Share>,
}

/// A summary with its area and group.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaSummary {
    /// The level.
    pub level: Level,
    /// Index of the municipality or area; `None` for the study as a whole and for what lies outside.
    pub index: Option<usize>,
    /// Index of the group in [`crate::model::Cells::counts`].
    pub group: usize,
    /// The figures.
    pub summary: Summary,
}

/// Summarises `distance` (metres a cell, detour included, infinite where there is no desk) per level, area and group.
///
/// Contract: only cells that are reported on count; each figure is computed from the cells, never from other figures; shares are of all
/// residents, means and quantiles of those with a desk; areas without residents have a row with zeros and no distances. Levels in their
/// order, areas by index, groups by index. O(cells × groups), in parallel over areas.
#[must_use]
pub fn distances(region: &Region, distance: &[f64], reach: &Reach, weights: &Need) -> Vec<AreaSummary> {
    places(region)
        .par_iter()
        .flat_map_iter(|Place { level, index, cells }| {
            summaries(region, distance, reach, weights, cells).into_iter().enumerate().map(|(group, summary)| AreaSummary {
                level: *level,
                index: *index,
                group,
                summary,
            })
        })
        .collect()
}

/// The summary of every group over the same cells.
fn summaries(region: &Region, distance: &[f64], reach: &Reach, weights: &Need, cells: &[u32]) -> Vec<Summary> {
    // Cells that have a desk, which as a rule is all of them.
    let near: Cow<[u32]> = if cells.iter().all(|cell| distance[*cell as usize].is_finite()) {
        cells.into()
    } else {
        cells.iter().copied().filter(|cell| distance[*cell as usize].is_finite()).collect()
    };
    let metres = of_cells(distance, &near);
    let classed = Classed::new(&metres);
    let counts = &region.cells.counts;
    let sums: Vec<f64> = counts.iter().map(|count| total(cells.iter().map(|cell| count.persons[*cell as usize]))).collect();
    let surcharge = |count: &Count| weights.surcharges.get(&count.group).copied().unwrap_or(0.0);
    counts
        .iter()
        .zip(&sums)
        .enumerate()
        .map(|(group, (count, residents))| {
            let need = match group {
                0 => weights.all * residents + total(counts.iter().zip(&sums).skip(1).map(|(count, sum)| surcharge(count) * sum)),
                _ => (weights.all + surcharge(count)) * residents,
            };
            summary(count, *residents, need, cells, &near, &classed, reach)
        })
        .collect()
}

/// The values of some cells, ascending and each once; those of all cells are not copied.
fn of_cells<'a>(values: &'a [f64], cells: &[u32]) -> Cow<'a, [f64]> {
    if cells.len() == values.len() {
        return values.into();
    }
    cells.iter().map(|cell| values[*cell as usize]).collect()
}

/// The sum of values; 0 when there are none, where the sum of the standard library is −0.
fn total(values: impl Iterator<Item = f64>) -> f64 {
    values.fold(0.0, |sum, value| sum + value)
}

/// `near` are those of the cells that have a desk, and `classed` has their distances.
fn summary(count: &Count, residents: f64, need: f64, cells: &[u32], near: &[u32], classed: &Classed, reach: &Reach) -> Summary {
    let metres = classed.values();
    let persons = of_cells(&count.persons, near);
    // A group that makes a larger detour has every distance in proportion.
    let own = reach.of(&count.group);
    let factor = own.detour / reach.detour;
    // Dividing the detour of everyone out again rounds, which must not decide at the norm itself.
    let nearer = if own.detour.to_bits() == reach.detour.to_bits() { 1.0 } else { 1.0 - ROUNDING };
    let mut sums = Sums { within_also: vec![0.0; reach.also.len()], nearer, ..Sums::default() };
    for (persons, metres) in persons.iter().zip(metres) {
        sums.add(*persons, *metres * factor, own.norm, &reach.also);
    }
    let quantiles = classed.quantiles(&persons, &[0.5, 0.9]);
    let part = |persons: f64| if residents > 0.0 { Share::new((persons / residents).clamp(0.0, 1.0)) } else { None };
    let hidden = if count.hidden.is_empty() {
        0.0
    } else {
        total(cells.iter().filter(|cell| count.is_hidden(**cell as usize)).map(|cell| count.persons[*cell as usize]))
    };
    Summary {
        residents,
        need,
        mean: Metres::new(sums.travelled / sums.reached),
        median: quantiles.first().and_then(|metres| Metres::new(metres * factor)),
        p90: quantiles.get(1).and_then(|metres| Metres::new(metres * factor)),
        within_also: sums.within_also.iter().map(|persons| part(*persons)).collect(),
        within_norm: part(sums.within_norm),
        unreachable: residents - sums.reached,
        hidden: part(hidden),
    }
}

/// What is summed over the residents that have a desk, in one pass.
#[derive(Default)]
struct Sums {
    /// Persons.
    reached: f64,
    /// Persons × metres.
    travelled: f64,
    within_norm: f64,
    within_also: Vec<f64>,
    /// What a distance is multiplied by before it is compared.
    nearer: f64,
}

/// More than the rounding of a product and a quotient, far less than any distance is known to.
const ROUNDING: f64 = 1e-12;

impl Sums {
    fn add(&mut self, persons: f64, metres: f64, norm: Metres, also: &[Metres]) {
        self.reached += persons;
        self.travelled += persons * metres;
        let metres = metres * self.nearer;
        self.within_norm += if metres <= norm.get() { persons } else { 0.0 };
        for (sum, limit) in self.within_also.iter_mut().zip(also) {
            *sum += if metres <= limit.get() { persons } else { 0.0 };
        }
    }
}
