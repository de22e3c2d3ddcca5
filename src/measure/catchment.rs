//! The catchment of each site: for whom it is the nearest, who has it within the norm, and who has no other.

use geo::Coord;

use crate::crs::Planar;
use crate::model::{NONE, Reach, Region};
use crate::reach::{Around, Nearest, around};
use crate::spatial::Tiles;
use crate::units::Metres;

/// The people of one site. All counts are persons, except need.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Catchment {
    /// Residents of the study for whom it is the nearest.
    pub residents: f64,
    /// Their need.
    pub need: f64,
    /// Residents of the surroundings for whom it is the nearest: they are not reported on, but they come.
    pub residents_outside: f64,
    /// Residents of the study who have it within the norm.
    pub within_norm: f64,
    /// Residents of the study who have it within the norm and no other desk: what is lost if it closes.
    pub only_this: f64,
}

/// The nearest of the `open` sites for every cell, and the catchment of every site by index, zeros for those that are not among them (method
/// §2). `tiles` are those of the cells.
///
/// Summed in the order of the tiles, whatever the number of threads. O(tiles · log sites + cells · sites near their tile), in parallel.
#[must_use]
pub fn catchments(
    region: &Region,
    tiles: &Tiles,
    open: &[(u32, Planar<Coord<f64>>)],
    reach: &Reach,
    need: &[f64],
) -> (Nearest, Vec<Catchment>) {
    let residents = region.cells.residents();
    let limit = Metres::new(reach.norm.get() / reach.detour).unwrap_or(reach.norm);
    let visit = |sums: &mut Sums, around: Around<'_>| {
        let (cell, persons) = (around.cell, residents[around.cell]);
        let own = sums.of(around.nearest);
        if !region.reports_on(cell) {
            own.residents_outside += persons;
            return;
        }
        own.residents += persons;
        own.need += need[cell];
        let mut near = around.near.iter().filter(|(_, metres)| metres * reach.detour <= reach.norm.get()).map(|(site, _)| *site);
        near.clone().for_each(|site| sums.of(site).within_norm += persons);
        if let (Some(only), None) = (near.next(), near.next()) {
            sums.of(only).only_this += persons;
        }
    };
    let (nearest, runs) = around(&region.cells.at, tiles, open, limit, Sums::default, visit);
    let mut catchments = vec![Catchment::default(); region.sites.len()];
    for (site, sum) in runs.iter().flat_map(|run| run.sums.iter()) {
        catchments[*site as usize].add(sum);
    }
    (nearest, catchments)
}

/// The sites that a run of tiles touches, few as they are near each other.
#[derive(Default)]
struct Sums {
    sums: Vec<(u32, Catchment)>,
    /// The place in `sums` of each site, as far as they go; [`NONE`] for one that was not met.
    places: Vec<u32>,
}

impl Sums {
    fn of(&mut self, site: u32) -> &mut Catchment {
        let at = site as usize;
        if self.places.len() <= at {
            self.places.resize(at + 1, NONE);
        }
        if self.places[at] == NONE {
            self.places[at] = u32::try_from(self.sums.len()).unwrap_or(NONE);
            self.sums.push((site, Catchment::default()));
        }
        &mut self.sums[self.places[at] as usize].1
    }
}

impl Catchment {
    fn add(&mut self, other: &Self) {
        self.residents += other.residents;
        self.need += other.need;
        self.residents_outside += other.residents_outside;
        self.within_norm += other.within_norm;
        self.only_this += other.only_this;
    }
}
