//! Places near a border where one desk would serve two municipalities.

use std::collections::BTreeMap;

use geo::{Coord, Distance, Euclidean, Point};

use super::case::Cases;
use crate::crs::Planar;
use crate::measure::{Level, places};
use crate::model::{Group, NONE, Region, Scope, Status, Study};
use crate::reach::matrix;
use crate::spatial::Tiles;
use crate::units::Metres;

/// How near the territory of another municipality a place is near the border, metres.
const NEAR: f64 = 2_000.0;

/// Where a desk could be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Spot {
    /// At a site without a desk, by index.
    Site(usize),
    /// In the middle of the residents of an area, by index.
    Area(usize),
}

/// A place where one desk would serve two municipalities.
#[derive(Debug, Clone, PartialEq)]
pub struct SharedPlace {
    /// Where.
    pub spot: Spot,
    /// Its position.
    pub at: Planar<Coord<f64>>,
    /// The municipality it lies in, by index.
    pub municipality: usize,
    /// The municipalities it would serve, those with most new residents first.
    pub served: Vec<Served>,
}

/// The residents of one municipality that a place would serve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Served {
    /// The municipality, by index.
    pub municipality: usize,
    /// Residents within the norm of the place.
    pub within_norm: f64,
    /// Those of them without any desk within the norm today.
    pub new: f64,
}

impl SharedPlace {
    /// Those of [`Self::new_residents`] outside the municipality that has most of them: how much is shared.
    #[must_use]
    pub fn shared_residents(&self) -> f64 {
        self.served.iter().skip(1).map(|served| served.new).sum()
    }

    /// Residents of all municipalities who would newly have a desk within the norm.
    #[must_use]
    pub fn new_residents(&self) -> f64 {
        self.served.iter().map(|served| served.new).sum()
    }
}

/// Places in or around the study where one desk would newly bring residents of at least two municipalities, one of them of the study, within
/// the norm, and that lie within 2 km of the other: sites without a desk, and the middle of the residents of each finer area. Most
/// residents of another municipality than the one that gains most come first, then most in all: a place for 90,000 of a city and 10 of its
/// neighbour is hardly shared. Ties to sites before areas and to the smaller index. O(pairs within the norm).
#[must_use]
pub fn shared_places(region: &Region, study: &Study, cases: &Cases) -> Vec<SharedPlace> {
    let reach = study.reach.of(&Group::All);
    let spots = spots(region);
    let positions: Vec<(u32, Planar<Coord<f64>>)> = (0u32..).zip(&spots).map(|(place, (_, at, _))| (place, *at)).collect();
    let Some(limit) = Metres::new(reach.norm.get() / reach.detour) else { return Vec::new() };
    let near = matrix(&region.cells.at, &Tiles::new(region.cells.at.get()), &positions, limit);
    let residents = region.cells.residents();
    let mut served: Vec<BTreeMap<usize, (f64, f64)>> = vec![BTreeMap::new(); spots.len()];
    for (cell, persons) in residents.iter().copied().enumerate() {
        let municipality = region.cells.municipality[cell];
        if municipality == NONE || persons <= 0.0 {
            continue;
        }
        let new = if cases.all.distance[cell] > reach.norm.get() { persons } else { 0.0 };
        for (place, _) in near.row(cell).filter(|(_, metres)| metres * reach.detour <= reach.norm.get()) {
            let sum = served[place].entry(municipality as usize).or_default();
            sum.0 += persons;
            sum.1 += new;
        }
    }
    let mut shared: Vec<SharedPlace> = spots
        .into_iter()
        .zip(served)
        .filter_map(|((spot, at, municipality), served)| {
            let mut served: Vec<Served> =
                served.into_iter().map(|(municipality, (within_norm, new))| Served { municipality, within_norm, new }).collect();
            served.retain(|served| served.new > 0.0);
            served.sort_by(|a, b| b.new.total_cmp(&a.new).then(a.municipality.cmp(&b.municipality)));
            let of_study = served.iter().any(|served| region.in_study[served.municipality]);
            let other_is_near =
                || served.iter().any(|served| served.municipality != municipality && is_near(region, at, served.municipality));
            (served.len() > 1 && of_study && other_is_near()).then_some(SharedPlace { spot, at, municipality, served })
        })
        .collect();
    // The sort is stable: equals stay in the order of the spots.
    shared.sort_by(|a, b| b.shared_residents().total_cmp(&a.shared_residents()).then(b.new_residents().total_cmp(&a.new_residents())));
    shared
}

/// Sites without a desk in the study and its surroundings, then the middle of the residents of each finer area; with their municipality.
fn spots(region: &Region) -> Vec<(Spot, Planar<Coord<f64>>, usize)> {
    let possible = |index: &usize| {
        matches!(region.sites[*index].status, Status::Candidate | Status::Required) && region.site_scope[*index] != Scope::Beyond
    };
    let sites = (0..region.sites.len()).filter(possible);
    let mut spots: Vec<_> =
        sites.filter_map(|index| Some((Spot::Site(index), region.sites[index].at, region.sites[index].municipality?))).collect();
    let residents = region.cells.residents();
    for place in places(region).into_iter().filter(|place| place.level == Level::Area) {
        let Some((index, first)) = place.index.zip(place.cells.first()) else { continue };
        let (mut sum, mut middle) = (0.0, Coord { x: 0.0, y: 0.0 });
        for cell in place.cells.iter().map(|cell| *cell as usize) {
            let (at, persons) = (region.cells.at.get()[cell], residents[cell]);
            sum += persons;
            middle = Coord { x: middle.x + persons * at.x, y: middle.y + persons * at.y };
        }
        if sum > 0.0 {
            let at = Planar(Coord { x: middle.x / sum, y: middle.y / sum });
            spots.push((Spot::Area(index), at, region.cells.municipality[*first as usize] as usize));
        }
    }
    spots
}

/// Whether a position lies within 2 km of the territory of a municipality.
fn is_near(region: &Region, at: Planar<Coord<f64>>, municipality: usize) -> bool {
    Euclidean.distance(&Point(at.0), region.municipalities[municipality].shape.get()) <= NEAR
}
