//! Distance to the nearest desk, summarised per area and group.

use rayon::prelude::*;

use super::quantile::Classed;
use crate::model::{Count, Need, Reach, Region};
use crate::units::{Metres, Share};

/// The levels results are given for, widest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Everything the study reports on.
    Study,
    /// A municipality.
    Municipality,
    /// A finer area.
    Area,
    /// Cells of the surroundings in no municipality; only in a study about all municipalities, and in no other row.
    Outside,
}

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
    /// Share of all residents within the norm.
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
    let reported: Vec<u32> = (0u32..).take(region.cells.len()).filter(|cell| region.reports_on(*cell as usize)).collect();
    let mut places: Vec<(Level, Option<usize>, Vec<u32>)> = Vec::new();
    let by_municipality = members(&reported, &region.cells.municipality, region.municipalities.len());
    let outside: Vec<u32> = (0u32..).take(region.cells.len()).filter(|cell| region.is_outside(*cell as usize)).collect();
    for (index, cells) in by_municipality.into_iter().enumerate().filter(|(index, _)| region.in_study[*index]) {
        places.push((Level::Municipality, Some(index), cells));
    }
    for (index, cells) in members(&reported, &region.cells.area, region.areas.len()).into_iter().enumerate() {
        places.push((Level::Area, Some(index), cells));
    }
    if !outside.is_empty() {
        places.push((Level::Outside, None, outside));
    }
    places.insert(0, (Level::Study, None, reported));
    places
        .par_iter()
        .flat_map_iter(|(level, index, cells)| {
            summaries(region, distance, reach, weights, cells).into_iter().enumerate().map(|(group, summary)| AreaSummary {
                level: *level,
                index: *index,
                group,
                summary,
            })
        })
        .collect()
}

/// The cells of each place, by counting.
fn members(cells: &[u32], place: &[u32], places: usize) -> Vec<Vec<u32>> {
    let mut counts = vec![0; places];
    let place_of = |cell: u32| place[cell as usize] as usize;
    cells.iter().map(|cell| place_of(*cell)).filter(|place| *place < places).for_each(|place| counts[place] += 1);
    let mut members: Vec<Vec<u32>> = counts.into_iter().map(Vec::with_capacity).collect();
    for cell in cells {
        if let Some(members) = members.get_mut(place_of(*cell)) {
            members.push(*cell);
        }
    }
    members
}

/// The summary of every group over the same cells.
fn summaries(region: &Region, distance: &[f64], reach: &Reach, weights: &Need, cells: &[u32]) -> Vec<Summary> {
    let near: Vec<u32> = cells.iter().copied().filter(|cell| distance[*cell as usize].is_finite()).collect();
    let metres: Vec<f64> = near.iter().map(|cell| distance[*cell as usize]).collect();
    let classed = Classed::new(&metres);
    let counts = &region.cells.counts;
    counts
        .iter()
        .enumerate()
        .map(|(group, count)| {
            let need = match group {
                0 => sum_of_need(counts, weights, cells),
                _ => (weights.all + weights.surcharges.get(&count.group).unwrap_or(&0.0)) * sum(&count.persons, cells),
            };
            summary(count, need, cells, &near, &classed, reach)
        })
        .collect()
}

fn sum(persons: &[f64], cells: &[u32]) -> f64 {
    total(cells.iter().map(|cell| persons[*cell as usize]))
}

/// The sum of values; 0 when there are none, where the sum of the standard library is −0.
fn total(values: impl Iterator<Item = f64>) -> f64 {
    values.fold(0.0, |sum, value| sum + value)
}

fn sum_of_need(counts: &[Count], weights: &Need, cells: &[u32]) -> f64 {
    let surcharge = |count: &Count| weights.surcharges.get(&count.group).map_or(0.0, |surcharge| surcharge * sum(&count.persons, cells));
    counts
        .iter()
        .enumerate()
        .map(|(group, count)| if group == 0 { weights.all * sum(&count.persons, cells) } else { surcharge(count) })
        .sum()
}

fn summary(count: &Count, need: f64, cells: &[u32], near: &[u32], classed: &Classed, reach: &Reach) -> Summary {
    let metres = classed.values();
    let residents = sum(&count.persons, cells);
    let persons: Vec<f64> = near.iter().map(|cell| count.persons[*cell as usize]).collect();
    let reached = total(persons.iter().copied());
    let mean = persons.iter().zip(metres).map(|(persons, metres)| persons * metres).sum::<f64>() / reached;
    let quantiles = classed.quantiles(&persons, &[0.5, 0.9]);
    let part = |persons: f64| if residents > 0.0 { Share::new((persons / residents).clamp(0.0, 1.0)) } else { None };
    let within =
        |limit: Metres| part(total(persons.iter().zip(metres).filter(|(_, metres)| **metres <= limit.get()).map(|(persons, _)| *persons)));
    let is_hidden = |cell: &&u32| !count.hidden.is_empty() && count.hidden[**cell as usize];
    let hidden = total(cells.iter().filter(is_hidden).map(|cell| count.persons[*cell as usize]));
    Summary {
        residents,
        need,
        mean: Metres::new(mean),
        median: quantiles.first().copied().and_then(Metres::new),
        p90: quantiles.get(1).copied().and_then(Metres::new),
        within_also: reach.also.iter().map(|limit| within(*limit)).collect(),
        within_norm: within(reach.norm),
        unreachable: residents - reached,
        hidden: part(hidden),
    }
}
