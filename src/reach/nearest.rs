//! The nearest site of every cell, however far, and in the same pass the sites within a limit.
//!
//! An R-tree of the sites is asked once for each tile of cells instead of once for each cell: no cell of a tile can be nearer to a site
//! than the sites within (distance of the tile's centre to its nearest site + the tile's diagonal) of the centre, and these are few.

use std::ops::Range;

use geo::Coord;
use rayon::prelude::*;
use rstar::primitives::GeomWithData;
use rstar::{PointDistance, RTree};

use crate::crs::Planar;
use crate::model::NONE;
use crate::spatial::{Tile, Tiles};
use crate::units::Metres;

/// The nearest site of each cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Nearest {
    /// The site, by index in the sites that were given; [`NONE`] when there are no sites.
    pub site: Vec<u32>,
    /// Straight-line distance to it in metres, never negative; infinite when there are no sites.
    pub distance: Vec<f64>,
}

/// What a cell has around it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Around<'a> {
    /// The cell.
    pub cell: usize,
    /// Its nearest site.
    pub nearest: u32,
    /// The sites within the limit, ascending, with the straight-line distance in metres.
    pub near: &'a [(u32, f64)],
}

type Tree = RTree<GeomWithData<[f64; 2], u32>>;
type Sites<'a> = &'a [(u32, Planar<Coord<f64>>)];

/// How much wider than the limit is searched, metres: a measure decides what is within its own norm, and rounding must not decide first.
const MARGIN: f64 = 1e-3;

/// Finds the nearest of `sites` for each of `cells`; of sites equally near, the one with the smallest index.
///
/// `tiles` are those of the cells. `sites` carry their own index so that a part of all sites can be given (the open ones). Method §1: no limit to the distance.
/// O(tiles · log sites + cells · sites near their tile), in parallel; the answer does not depend on the number of threads.
#[must_use]
pub fn nearest(cells: &Planar<Vec<Coord<f64>>>, tiles: &Tiles, sites: Sites<'_>) -> Nearest {
    search(cells, tiles, sites, None, || (), |(), _| {}).0
}

/// As [`nearest`], and shows each cell with the sites at most `limit` (and a millimetre) away to `visit`, which adds up what it wants.
///
/// Cells come in runs of tiles, each with what `start` makes; these are given back in the order of the runs, which depends on the cells alone.
/// Nothing is kept of what is near: a country of squares has tens of millions of pairs. Without sites nothing is visited.
#[must_use]
pub fn around<A: Send>(
    cells: &Planar<Vec<Coord<f64>>>,
    tiles: &Tiles,
    sites: Sites<'_>,
    limit: Metres,
    start: impl Fn() -> A + Sync,
    visit: impl Fn(&mut A, Around<'_>) + Sync,
) -> (Nearest, Vec<A>) {
    search(cells, tiles, sites, Some(limit), start, visit)
}

fn search<A: Send>(
    cells: &Planar<Vec<Coord<f64>>>,
    tiles: &Tiles,
    sites: Sites<'_>,
    limit: Option<Metres>,
    start: impl Fn() -> A + Sync,
    visit: impl Fn(&mut A, Around<'_>) + Sync,
) -> (Nearest, Vec<A>) {
    let points = cells.get();
    if sites.is_empty() {
        return (Nearest { site: vec![NONE; points.len()], distance: vec![f64::INFINITY; points.len()] }, Vec::new());
    }
    let tree: Tree = RTree::bulk_load((0..).zip(sites).map(|(place, (_, at))| GeomWithData::new([at.0.x, at.0.y], place)).collect());
    let limit = limit.map_or(-1.0, |limit| limit.get() + MARGIN);
    let search = Search { tree, sites, half_diagonal: tiles.half_diagonal(), limit };
    let chunks = tiles.chunks().into_par_iter().map(|chunk| {
        let mut sum = start();
        let places = search.of_chunk(points, tiles, chunk, |around| visit(&mut sum, around));
        (places, sum)
    });
    let (found, sums): (Vec<Vec<u32>>, Vec<A>) = chunks.collect::<Vec<_>>().into_iter().unzip();
    let members = tiles.chunks().into_iter().flat_map(|chunk| chunk.filter_map(|number| tiles.get(number))).flat_map(|tile| tile.members);
    let mut site = vec![NONE; points.len()];
    members.zip(found.iter().flatten()).for_each(|(cell, place)| site[*cell as usize] = *place);
    drop(found);
    let distance = points.par_iter().zip(&site).map(|(point, place)| squared(*point, sites[*place as usize].1).sqrt()).collect();
    site.par_iter_mut().for_each(|place| *place = sites[*place as usize].0);
    (Nearest { site, distance }, sums)
}

struct Search<'a> {
    tree: Tree,
    sites: Sites<'a>,
    half_diagonal: f64,
    /// Metres; below 0 when nothing is near.
    limit: f64,
}

impl Search<'_> {
    /// The nearest site of each cell of these tiles, by its place in the sites, tile by tile.
    fn of_chunk(&self, points: &[Coord<f64>], tiles: &Tiles, chunk: Range<usize>, mut visit: impl FnMut(Around<'_>)) -> Vec<u32> {
        let limit = if self.limit < 0.0 { -1.0 } else { self.limit * self.limit };
        let (mut found, mut near) = (Vec::with_capacity(tiles.members_of(&chunk)), Vec::new());
        for tile in chunk.filter_map(|number| tiles.get(number)) {
            let candidates = self.candidates(tile);
            for cell in tile.members {
                let cell = *cell as usize;
                let mut best = (0, f64::INFINITY);
                near.clear();
                for (place, at) in &candidates {
                    let squared = squared(points[cell], *at);
                    if squared < best.1 {
                        best = (*place, squared);
                    }
                    if squared <= limit {
                        near.push((self.sites[*place as usize].0, squared.sqrt()));
                    }
                }
                found.push(best.0);
                visit(Around { cell, nearest: self.sites[best.0 as usize].0, near: &near });
            }
        }
        found
    }

    /// The sites that can be nearest to a point of the tile, or within the limit of one, by their place; the smallest index first.
    fn candidates(&self, tile: Tile) -> Vec<(u32, Planar<Coord<f64>>)> {
        let centre = tile.extent.center();
        let centre = [centre.x, centre.y];
        let Some(first) = self.tree.nearest_neighbor(&centre) else { return Vec::new() };
        // A millimetre wider than needed, so that rounding cannot cut off a tie.
        let nearest = first.distance_2(&centre).sqrt() + 2.0 * self.half_diagonal;
        let radius = nearest.max(self.limit + self.half_diagonal) + MARGIN;
        let around = self.tree.locate_within_distance(centre, radius * radius);
        let mut candidates: Vec<_> = around.map(|site| (site.data, self.sites[site.data as usize].1)).collect();
        candidates.sort_unstable_by_key(|(place, _)| self.sites[*place as usize].0);
        candidates
    }
}

/// The square of the distance between two positions.
fn squared(point: Coord<f64>, site: Planar<Coord<f64>>) -> f64 {
    let (east, north) = (point.x - site.0.x, point.y - site.0.y);
    east * east + north * north
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A cell, its nearest site, and the sites near it.
    type Seen = (usize, u32, Vec<(u32, f64)>);

    fn at(x: f64, y: f64) -> Planar<Coord<f64>> {
        Planar(Coord { x, y })
    }

    #[test]
    fn a_tie_goes_to_the_smallest_index_and_nothing_is_too_far() {
        // The cell at 0 lies 500 m from both; the cell at 1 000 km lies 3-4-5 from nothing but the second.
        let cells = Planar(vec![Coord { x: 0.0, y: 0.0 }, Coord { x: 1_000_500.0, y: 0.0 }]);
        let found = nearest(&cells, &Tiles::new(&cells.0), &[(7, at(500.0, 0.0)), (3, at(-300.0, 400.0))]);
        assert_eq!(found.site, [3, 7]);
        assert_eq!(found.distance, [500.0, 1_000_000.0]);
    }

    #[test]
    fn without_sites_everything_is_unreachable() {
        let cells = Planar(vec![Coord { x: 0.0, y: 0.0 }]);
        let found = nearest(&cells, &Tiles::new(&cells.0), &[]);
        assert_eq!((found.site[0], found.distance[0]), (NONE, f64::INFINITY));
    }

    proptest! {
        /// Against a scan of all pairs. Coordinates are whole hectometres, so that ties are common.
        #[test]
        fn equals_a_scan_of_all_pairs(
            cells in prop::collection::vec((0u16..200, 0u16..200), 0..500),
            sites in prop::collection::vec((0u16..200, 0u16..200), 1..60),
        ) {
            let cells: Vec<_> = cells.into_iter().map(|(x, y)| Coord { x: f64::from(x) * 100.0, y: f64::from(y) * 100.0 }).collect();
            let sites: Vec<_> = (0u32..).zip(sites).map(|(i, (x, y))| (i, at(f64::from(x) * 100.0, f64::from(y) * 100.0))).collect();
            let found = nearest(&Planar(cells.clone()), &Tiles::new(&cells), &sites);
            for (cell, point) in cells.iter().enumerate() {
                let mut best = (NONE, f64::INFINITY);
                for (site, place) in &sites {
                    let (east, north) = (point.x - place.0.x, point.y - place.0.y);
                    let squared = east * east + north * north;
                    if squared < best.1 { best = (*site, squared); }
                }
                prop_assert_eq!((found.site[cell], found.distance[cell]), (best.0, best.1.sqrt()));
            }
        }

        /// Every cell is visited once, with its nearest and with the sites that a scan finds within the limit.
        #[test]
        fn what_is_around_equals_a_scan(
            cells in prop::collection::vec((0u16..100, 0u16..100), 0..300),
            sites in prop::collection::vec((0u16..100, 0u16..100), 1..40),
            limit in 0.0..4_000.0,
        ) {
            let cells: Vec<_> = cells.into_iter().map(|(x, y)| Coord { x: f64::from(x) * 100.0, y: f64::from(y) * 100.0 }).collect();
            let sites: Vec<_> = (0u32..).zip(sites).map(|(i, (x, y))| (i, at(f64::from(x) * 100.0, f64::from(y) * 100.0))).collect();
            let (planar, tiles) = (Planar(cells.clone()), Tiles::new(&cells));
            let visit = |seen: &mut Vec<Seen>, around: Around<'_>| {
                seen.push((around.cell, around.nearest, around.near.to_vec()));
            };
            let (closest, runs) = around(&planar, &tiles, &sites, Metres::new(limit).unwrap(), Vec::new, visit);
            prop_assert_eq!(&closest, &nearest(&planar, &tiles, &sites));
            let mut seen: Vec<_> = runs.into_iter().flatten().collect();
            seen.sort_by_key(|(cell, ..)| *cell);
            prop_assert_eq!(seen.len(), cells.len());
            for (cell, (visited, site, near)) in seen.into_iter().enumerate() {
                let distance = |place: &Planar<Coord<f64>>| squared(cells[cell], *place).sqrt();
                let scanned: Vec<_> = sites.iter().map(|(site, place)| (*site, distance(place))).filter(|(_, metres)| *metres <= limit + MARGIN).collect();
                prop_assert_eq!((visited, site, near), (cell, closest.site[cell], scanned));
            }
        }
    }
}
