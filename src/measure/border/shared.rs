//! Places near a border where one desk would serve two municipalities.

use std::collections::BTreeMap;

use geo::{Coord, Distance, Euclidean, Point};
use rayon::prelude::*;

use super::case::Cases;
use crate::crs::Planar;
use crate::measure::{Level, places_at};
use crate::model::{Group, GroupReach, NONE, Region, Scope, Status, Study};
use crate::spatial::Tiles;

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
/// neighbour is hardly shared. Ties to sites before areas and to the smaller index. O(pairs near), in parallel over places.
#[must_use]
pub fn shared_places(region: &Region, study: &Study, cases: &Cases) -> Vec<SharedPlace> {
    let tiles = Tiles::new(region.cells.at.get());
    let near = Near { region, reach: study.reach.of(&Group::All), distance: &cases.all.distance, tiles: &tiles };
    let shared = |(spot, at, municipality): (Spot, Planar<Coord<f64>>, usize)| {
        if !near.gain_two(at.0) {
            return None;
        }
        let served = near.served(at.0);
        let of_study = served.iter().any(|served| region.in_study[served.municipality]);
        let other_is_near = || served.iter().any(|served| served.municipality != municipality && is_near(region, at, served.municipality));
        (of_study && other_is_near()).then_some(SharedPlace { spot, at, municipality, served })
    };
    let mut shared: Vec<SharedPlace> = spots(region).into_par_iter().filter_map(shared).collect();
    // The sort is stable: equals stay in the order of the spots.
    shared.sort_by(|a, b| b.shared_residents().total_cmp(&a.shared_residents()).then(b.new_residents().total_cmp(&a.new_residents())));
    shared
}

/// The residents around a place.
struct Near<'a> {
    region: &'a Region,
    reach: GroupReach,
    /// How far the nearest desk is from each cell.
    distance: &'a [f64],
    tiles: &'a Tiles,
}

impl Near<'_> {
    /// The cells with residents of a municipality that `asked` holds of, within the norm, tile by tile; with their municipality.
    fn cells(&self, at: Coord<f64>, mut asked: impl FnMut(usize, u32) -> bool) -> impl Iterator<Item = (usize, u32)> {
        // A metre more than the norm: rounding decides nothing here.
        let tiles = self.tiles.around(at, self.reach.norm.get() / self.reach.detour + 1.0);
        let cells = tiles.flat_map(|tile| tile.members).map(|cell| *cell as usize);
        let of = cells.map(|cell| (cell, self.region.cells.municipality[cell]));
        of.filter(move |(cell, municipality)| *municipality != NONE && asked(*cell, *municipality) && self.is_served(at, *cell))
    }

    fn is_served(&self, at: Coord<f64>, cell: usize) -> bool {
        let from = self.region.cells.at.get()[cell];
        let metres = ((from.x - at.x).powi(2) + (from.y - at.y).powi(2)).sqrt();
        metres * self.reach.detour <= self.reach.norm.get() && self.region.cells.residents()[cell] > 0.0
    }

    fn is_new(&self, cell: usize) -> bool {
        self.distance[cell] > self.reach.norm.get()
    }

    /// Whether residents of two municipalities would newly have a desk: most places fall off here.
    fn gain_two(&self, at: Coord<f64>) -> bool {
        let Some((_, first)) = self.cells(at, |cell, _| self.is_new(cell)).next() else { return false };
        self.cells(at, |cell, municipality| municipality != first && self.is_new(cell)).next().is_some()
    }

    /// The municipalities that gain residents, most new first. Cells are summed in their order, wherever their tile is.
    fn served(&self, at: Coord<f64>) -> Vec<Served> {
        let mut cells: Vec<(usize, u32)> = self.cells(at, |_, _| true).collect();
        cells.sort_unstable();
        let mut sums: BTreeMap<u32, (f64, f64)> = BTreeMap::new();
        for (cell, municipality) in cells {
            let persons = self.region.cells.residents()[cell];
            let sum = sums.entry(municipality).or_default();
            sum.0 += persons;
            sum.1 += if self.is_new(cell) { persons } else { 0.0 };
        }
        let gaining = sums.into_iter().filter(|(_, (_, new))| *new > 0.0);
        let mut served: Vec<Served> =
            gaining.map(|(municipality, (within_norm, new))| Served { municipality: municipality as usize, within_norm, new }).collect();
        served.sort_by(|a, b| b.new.total_cmp(&a.new).then(a.municipality.cmp(&b.municipality)));
        served
    }
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
    for place in places_at(region, Level::Area) {
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
