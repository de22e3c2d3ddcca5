//! Where the border hurts: neighbourhoods whose residents are nearer to a desk of others than to their own.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::case::Cases;
use super::origin::Territory;
use crate::measure::{Level, Place, places_at};
use crate::model::{Group, NONE, Region, Study};
use crate::units::Metres;

/// What the border of the own municipality means for the residents of one area. All counts are residents.
#[derive(Debug, Clone, PartialEq)]
pub struct BorderArea {
    /// [`Level::Area`], or [`Level::Municipality`] in a study without finer areas.
    pub level: Level,
    /// Its index.
    pub index: usize,
    /// The municipality of its residents, by index.
    pub municipality: usize,
    /// All residents.
    pub residents: f64,
    /// Those whose nearest desk lies across the border.
    pub across: f64,
    /// Those who have a desk within the norm, and only across the border.
    pub norm_across: f64,
    /// The territory across the border that most of those across have their nearest desk in.
    pub main: Option<Across>,
    /// Residents × metres that the border adds for those who have a desk of their own municipality.
    pub metres: f64,
    /// Residents × reachable hours a week that the border takes.
    pub hours: f64,
    /// Those from whom it takes any.
    pub lose_hours: f64,
}

/// The residents of an area whose nearest desk lies in one territory across the border.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Across {
    /// The territory.
    pub to: Territory,
    /// The desk there that most of them have nearest.
    pub site: usize,
    /// How many they are.
    pub residents: f64,
    /// Their mean distance to it.
    pub distance: Metres,
    /// Their mean distance to the nearest desk of their own municipality; `None` when it has none.
    pub own: Option<Metres>,
}

/// Every area with a resident who has his nearest desk, or his only one within the norm, or more hours, across the border of his own
/// municipality: by residents × metres, then residents × hours, most first, ties by index. Areas are the finer areas of the study, its
/// municipalities where it has none. O(cells), in parallel.
#[must_use]
pub fn border_areas(region: &Region, study: &Study, cases: &Cases) -> Vec<BorderArea> {
    let level = if region.areas.is_empty() { Level::Municipality } else { Level::Area };
    let places = places_at(region, level);
    let mut areas: Vec<BorderArea> = places.par_iter().filter_map(|place| of_place(region, study, cases, place)).collect();
    areas.retain(|area| area.across > 0.0 || area.norm_across > 0.0 || area.hours > 0.0);
    areas.sort_by(|a, b| b.metres.total_cmp(&a.metres).then(b.hours.total_cmp(&a.hours)).then(a.index.cmp(&b.index)));
    areas
}

/// What is summed over those who go to one territory.
#[derive(Default)]
struct Sums {
    residents: f64,
    metres: f64,
    /// Those with a desk of their own municipality, and their metres to it.
    with_own: f64,
    own: f64,
    by_site: BTreeMap<u32, f64>,
}

fn of_place(region: &Region, study: &Study, cases: &Cases, place: &Place) -> Option<BorderArea> {
    let first = *place.cells.first()?;
    let municipality = region.cells.municipality[first as usize] as usize;
    let residents = region.cells.residents();
    let norm = study.reach.of(&Group::All).norm.get();
    let mut area = BorderArea {
        level: place.level,
        index: place.index?,
        municipality,
        residents: 0.0,
        across: 0.0,
        norm_across: 0.0,
        main: None,
        metres: 0.0,
        hours: 0.0,
        lose_hours: 0.0,
    };
    let mut to: BTreeMap<Territory, Sums> = BTreeMap::new();
    for cell in place.cells.iter().map(|cell| *cell as usize).filter(|cell| residents[*cell] > 0.0) {
        let (persons, own, all) = (residents[cell], cases.own.distance[cell], cases.all.distance[cell]);
        area.residents += persons;
        area.norm_across += if own > norm && all <= norm { persons } else { 0.0 };
        area.metres += if own.is_finite() { persons * (own - all) } else { 0.0 };
        if let (Some(own), Some(all)) = (&cases.own.hours, &cases.all.hours) {
            let lost = (all.hours(0, cell) - own.hours(0, cell)).max(0.0);
            area.hours += persons * lost;
            area.lose_hours += if lost > 0.0 { persons } else { 0.0 };
        }
        let site = cases.all.site[cell];
        if site == NONE {
            continue;
        }
        let territory = Territory::of_site(region, site as usize);
        if territory == Territory::Municipality(region.cells.municipality[cell] as usize) {
            continue;
        }
        area.across += persons;
        let sums = to.entry(territory).or_default();
        sums.residents += persons;
        sums.metres += persons * all;
        if own.is_finite() {
            sums.with_own += persons;
            sums.own += persons * own;
        }
        *sums.by_site.entry(site).or_default() += persons;
    }
    // Of equals the first.
    let most = to.into_iter().reduce(|best, next| if next.1.residents > best.1.residents { next } else { best });
    area.main = most.and_then(|(to, sums)| {
        let site = sums.by_site.into_iter().reduce(|best, next| if next.1 > best.1 { next } else { best })?.0 as usize;
        let distance = Metres::new(sums.metres / sums.residents)?;
        Some(Across { to, site, residents: sums.residents, distance, own: Metres::new(sums.own / sums.with_own) })
    });
    Some(area)
}
