//! Supply against need, per place: the floating catchment with the hours of desks.

use rayon::prelude::*;

use super::desk::Desk;
use super::floating::{Access, Floating, Term, Zones, floating_of};
use super::place::{Level, Place, places};
use super::quantile::Classed;
use crate::model::{Region, Study};
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
/// study's or not, each group with its own reach and suitability. The limit is that of the group's decay. Desks without known hours supply nothing. O(pairs + cells).
#[must_use]
pub fn supply(region: &Region, study: &Study, matrix: &Matrix, desks: &[Desk], need: &[f64]) -> Vec<Supply> {
    let mut of_site = vec![0.0; region.sites.len()];
    for desk in desks {
        let places = region.sites[desk.site].places.unwrap_or(study.capacity.places);
        of_site[desk.site] = places * desk.hours().map_or(0.0, Hours::get);
    }
    let terms = terms(region, study);
    let places = places(region);
    Floating::ALL
        .map(|kind| {
            let access = floating_of(matrix, &of_site, &terms, kind);
            let places = places.par_iter().map(|place| summary(place, &access, need)).collect();
            Supply { floating: kind, access, places }
        })
        .into()
}

/// The need of every term with its reach and suitability; terms that agree in these are one.
fn terms(region: &Region, study: &Study) -> Vec<Term> {
    let mut terms: Vec<Term> = Vec::new();
    for count in &region.cells.counts {
        let weight = study.need.weight(&count.group);
        if weight <= 0.0 {
            continue;
        }
        let reach = study.reach.of(&count.group);
        let zones = Zones { limit: reach.decay.limit(), detour: reach.detour, weights: study.capacity.zones };
        let mut suitability: Vec<f64> = region.sites.iter().map(|site| study.suitability.of(site.venue, &count.group)).collect();
        if suitability.iter().all(|share| *share >= 1.0) {
            suitability.clear();
        }
        let need = count.persons.iter().map(|persons| weight * persons);
        match terms.iter_mut().find(|term| term.zones == zones && term.suitability == suitability) {
            Some(term) => term.need.iter_mut().zip(need).for_each(|(sum, need)| *sum += need),
            None => terms.push(Term { need: need.collect(), zones, suitability }),
        }
    }
    terms
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
