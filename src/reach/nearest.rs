//! The nearest site of every cell, however far.
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

/// The nearest site of each cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Nearest {
    /// The site, by index in the sites that were given; [`NONE`] when there are no sites.
    pub site: Vec<u32>,
    /// Straight-line distance to it in metres, never negative; infinite when there are no sites.
    pub distance: Vec<f64>,
}

type Tree = RTree<GeomWithData<[f64; 2], u32>>;

/// Finds the nearest of `sites` for each of `cells`; of sites equally near, the one with the smallest index.
///
/// `tiles` are those of the cells. `sites` carry their own index so that a part of all sites can be given (the open ones). Method §1: no limit to the distance.
/// O(tiles · log sites + cells · sites near their tile), in parallel; the answer does not depend on the number of threads.
#[must_use]
pub fn nearest(cells: &Planar<Vec<Coord<f64>>>, tiles: &Tiles, sites: &[(u32, Planar<Coord<f64>>)]) -> Nearest {
    let points = cells.get();
    if sites.is_empty() {
        return Nearest { site: vec![NONE; points.len()], distance: vec![f64::INFINITY; points.len()] };
    }
    let tree: Tree = RTree::bulk_load((0..).zip(sites).map(|(place, (_, at))| GeomWithData::new([at.0.x, at.0.y], place)).collect());
    let found: Vec<Vec<u32>> = tiles.chunks().into_par_iter().map(|chunk| of_chunk(&tree, points, tiles, sites, chunk)).collect();
    let members = tiles.chunks().into_iter().flat_map(|chunk| chunk.filter_map(|number| tiles.get(number))).flat_map(|tile| tile.members);
    let mut site = vec![NONE; points.len()];
    members.zip(found.iter().flatten()).for_each(|(cell, place)| site[*cell as usize] = *place);
    let distance = points.par_iter().zip(&site).map(|(point, place)| squared(*point, sites[*place as usize].1).sqrt()).collect();
    site.par_iter_mut().for_each(|place| *place = sites[*place as usize].0);
    Nearest { site, distance }
}

/// The nearest site of each cell of these tiles, by its place in `sites`, tile by tile.
fn of_chunk(tree: &Tree, points: &[Coord<f64>], tiles: &Tiles, sites: &[(u32, Planar<Coord<f64>>)], chunk: Range<usize>) -> Vec<u32> {
    let mut found = Vec::new();
    for tile in chunk.filter_map(|number| tiles.get(number)) {
        let candidates = candidates(tree, tile, tiles.half_diagonal(), sites);
        found.extend(tile.members.iter().map(|cell| {
            let point = points[*cell as usize];
            let nearer = |best: (u32, f64), (place, at): &(u32, Planar<Coord<f64>>)| {
                let squared = squared(point, *at);
                if squared < best.1 { (*place, squared) } else { best }
            };
            candidates.iter().fold((0, f64::INFINITY), nearer).0
        }));
    }
    found
}

/// The sites that can be nearest to a point of the tile, by their place in `sites`; the smallest index first.
fn candidates(tree: &Tree, tile: Tile, half_diagonal: f64, sites: &[(u32, Planar<Coord<f64>>)]) -> Vec<(u32, Planar<Coord<f64>>)> {
    let centre = tile.extent.center();
    let centre = [centre.x, centre.y];
    let Some(first) = tree.nearest_neighbor(&centre) else { return Vec::new() };
    // A millimetre wider than needed, so that rounding cannot cut off a tie.
    let radius = first.distance_2(&centre).sqrt() + 2.0 * half_diagonal + 1e-3;
    let mut near: Vec<_> =
        tree.locate_within_distance(centre, radius * radius).map(|site| (site.data, sites[site.data as usize].1)).collect();
    near.sort_unstable_by_key(|(place, _)| sites[*place as usize].0);
    near
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
    }
}
