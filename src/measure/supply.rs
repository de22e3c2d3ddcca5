//! Supply against need, per place: the floating catchment with the hours of desks.

use rayon::prelude::*;

use super::desk::Desk;
use super::floating::{Access, Floating, Zones, floating};
use super::place::{Level, Place, places};
use super::quantile::Classed;
use crate::model::{Group, Region, Study};
use crate::reach::Matrix;
use crate::units::Hours;

/// The floating catchment of a region, one of the family.
#[derive(Debug, Clone, PartialEq)]
pub struct Supply {
    /// Which.
    pub floating: Floating,
    /// R of each site and A of each cell: hours a week of one staffed place for one unit of need.
    pub access: Access,
    /// Per level and place.
    pub places: Vec<SupplySummary>,
}

/// The access of the need in one place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SupplySummary {
    /// The level.
    pub level: Level,
    /// Index of the municipality or area.
    pub index: Option<usize>,
    /// The need.
    pub need: f64,
    /// Mean of A over the need; `None` without need.
    pub mean: Option<f64>,
    /// Smallest A that at least a tenth of the need does not exceed.
    pub p10: Option<f64>,
    /// Share of the need that no supply reaches.
    pub none: Option<f64>,
}

/// Every member of the family (method §4): supply = staffed places × hours a week of each open desk, need of everyone who can come, the
/// study's or not. The limit is that of the study's decay. Desks without known hours supply nothing. O(pairs + cells).
#[must_use]
pub fn supply(region: &Region, study: &Study, matrix: &Matrix, desks: &[Desk], need: &[f64]) -> Vec<Supply> {
    let mut of_site = vec![0.0; region.sites.len()];
    for desk in desks {
        let places = region.sites[desk.site].places.unwrap_or(study.capacity.places);
        of_site[desk.site] = places * desk.hours().map_or(0.0, Hours::get);
    }
    let reach = study.reach.of(&Group::All);
    let zones = Zones { limit: reach.decay.limit(), detour: reach.detour, weights: study.capacity.zones };
    let places = places(region);
    Floating::ALL
        .map(|kind| {
            let access = floating(matrix, &of_site, need, &zones, kind);
            let places = places.par_iter().map(|place| summary(place, &access, need)).collect();
            Supply { floating: kind, access, places }
        })
        .into()
}

fn summary(place: &Place, access: &Access, need: &[f64]) -> SupplySummary {
    let values: Vec<f64> = place.cells.iter().map(|cell| access.access[*cell as usize]).collect();
    let weights: Vec<f64> = place.cells.iter().map(|cell| need[*cell as usize]).collect();
    let total: f64 = weights.iter().sum::<f64>() + 0.0;
    let part = |sum: f64| (total > 0.0).then(|| sum / total);
    let none: f64 = values.iter().zip(&weights).filter(|(value, _)| **value <= 0.0).map(|(_, weight)| weight).sum();
    SupplySummary {
        level: place.level,
        index: place.index,
        need: total,
        mean: part(values.iter().zip(&weights).map(|(value, weight)| value * weight).sum()),
        p10: Classed::new(&values).quantiles(&weights, &[0.1]).first().copied(),
        none: part(none + 0.0),
    }
}
