//! How evenly distance is spread over the residents of each group.

use rayon::prelude::*;

use super::distance::AreaSummary;
use super::equity::{Equity, equity, kappa};
use super::place::{Level, Place, places};
use crate::model::{Region, Study};
use crate::units::Metres;

/// The spread of distance over the residents of one group in one place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fairness {
    /// The level: the study or a municipality.
    pub level: Level,
    /// Index of the municipality.
    pub index: Option<usize>,
    /// Index of the group in [`crate::model::Cells::counts`].
    pub group: usize,
    /// Residents with a desk.
    pub residents: f64,
    /// Mean distance.
    pub mean: Option<Metres>,
    /// Distance within which nine tenths live.
    pub p90: Option<Metres>,
    /// Share of all residents beyond the norm of the group.
    pub beyond_norm: Option<f64>,
    /// Mean distance less that of everyone in the place, metres.
    pub gap: Option<f64>,
    /// Gini and equally-distributed equivalent; κ is that of the group in the whole study.
    pub equity: Option<Equity>,
}

/// The fairness of the study and its municipalities, per group (method §7); `distance` is one value a cell and `areas` its summaries. κ of a
/// group is that of the whole study, so that places can be compared. O(cells · log cells × groups), in parallel over places.
#[must_use]
pub fn fairness(region: &Region, study: &Study, distance: &[f64], areas: &[AreaSummary]) -> Vec<Fairness> {
    let places: Vec<Place> = places(region).into_iter().filter(|place| matches!(place.level, Level::Study | Level::Municipality)).collect();
    let groups = region.cells.counts.len();
    let kappas: Vec<Option<f64>> = (0..groups)
        .into_par_iter()
        .map(|group| {
            let (values, weights) = burden(region, study, distance, group, places.first().map_or(&[], |place| &place.cells));
            kappa(&values, &weights, study.aversion)
        })
        .collect();
    places
        .par_iter()
        .flat_map_iter(|place| {
            let summary = |group: usize| {
                let same = |row: &&AreaSummary| row.level == place.level && row.index == place.index && row.group == group;
                areas.iter().find(same).map(|row| &row.summary)
            };
            let everyone = summary(0).and_then(|row| row.mean);
            let kappas = &kappas;
            (0..groups).map(move |group| {
                let (values, weights) = burden(region, study, distance, group, &place.cells);
                let row = summary(group);
                let mean = row.and_then(|row| row.mean);
                Fairness {
                    level: place.level,
                    index: place.index,
                    group,
                    residents: weights.iter().sum::<f64>() + 0.0,
                    mean,
                    p90: row.and_then(|row| row.p90),
                    beyond_norm: row.and_then(|row| row.within_norm).map(|within| 1.0 - within.get()),
                    gap: mean.zip(everyone).map(|(mean, everyone)| mean.get() - everyone.get()),
                    equity: equity(&values, &weights, study.aversion, kappas[group]),
                }
            })
        })
        .collect()
}

/// The distances of the cells that have a desk, with the residents of a group as their weights.
fn burden(region: &Region, study: &Study, distance: &[f64], group: usize, cells: &[u32]) -> (Vec<f64>, Vec<f64>) {
    let count = &region.cells.counts[group];
    let factor = study.reach.of(&count.group).detour / study.reach.detour;
    let near = cells.iter().map(|cell| *cell as usize).filter(|cell| distance[*cell].is_finite() && count.persons[*cell] > 0.0);
    near.map(|cell| (distance[cell] * factor, count.persons[cell])).unzip()
}
