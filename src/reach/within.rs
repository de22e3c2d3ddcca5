//! Which sites each cell has within a limit: the sparse matrix cell × site, without a row's distances.

use std::ops::Range;

use geo::Coord;
use rayon::prelude::*;
use rstar::RTree;
use rstar::primitives::GeomWithData;

use crate::crs::Planar;
use crate::spatial::{Tile, Tiles};
use crate::units::Metres;

/// The sites within a limit of each cell, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Within {
    starts: Vec<usize>,
    sites: Vec<u32>,
}

impl Within {
    /// The sites of a cell, ascending.
    ///
    /// # Panics
    /// When there is no such cell: a fault of the caller.
    #[must_use]
    pub fn of(&self, cell: usize) -> &[u32] {
        &self.sites[self.starts[cell]..self.starts[cell + 1]]
    }

    /// Number of pairs.
    #[must_use]
    pub fn pairs(&self) -> usize {
        self.sites.len()
    }
}

type Tree = RTree<GeomWithData<[f64; 2], u32>>;

/// Finds for each of `cells` the `sites` at most `limit` away, where a straight line counts `detour` times.
///
/// `tiles` and `sites` are as in [`super::nearest`]. O(tiles · log sites + pairs near), in parallel; the answer does not depend
/// on the number of threads.
#[must_use]
pub fn within(cells: &Planar<Vec<Coord<f64>>>, tiles: &Tiles, sites: &[(u32, Planar<Coord<f64>>)], limit: Metres, detour: f64) -> Within {
    let points = cells.get();
    let tree: Tree = RTree::bulk_load(sites.iter().map(|(index, at)| GeomWithData::new([at.0.x, at.0.y], *index)).collect());
    // A millimetre wider than needed: what is near is decided cell by cell.
    let radius = limit.get() / detour + tiles.half_diagonal() + 1e-3;
    let near = Near { tree, radius, limit: limit.get(), detour };
    let found: Vec<Found> = tiles.chunks().into_par_iter().map(|chunk| near.of_chunk(points, tiles, chunk)).collect();

    let members =
        || tiles.chunks().into_iter().flat_map(|chunk| chunk.filter_map(|number| tiles.get(number))).flat_map(|tile| tile.members);
    let mut starts = vec![0; points.len() + 1];
    for (cell, count) in members().zip(found.iter().flat_map(|found| &found.counts)) {
        starts[*cell as usize + 1] = *count as usize;
    }
    for cell in 0..points.len() {
        starts[cell + 1] += starts[cell];
    }
    let mut sites = vec![0; starts[points.len()]];
    let mut taken = found.iter().flat_map(|found| &found.sites);
    for cell in members() {
        let row = &mut sites[starts[*cell as usize]..starts[*cell as usize + 1]];
        row.iter_mut().zip(&mut taken).for_each(|(site, taken)| *site = *taken);
    }
    Within { starts, sites }
}

/// How many sites each cell of some tiles has, and these sites one cell after the other.
struct Found {
    counts: Vec<u32>,
    sites: Vec<u32>,
}

/// What "within the limit" is.
struct Near {
    tree: Tree,
    /// From the centre of a tile: no site farther away is within the limit of a cell of the tile.
    radius: f64,
    limit: f64,
    detour: f64,
}

impl Near {
    fn of_chunk(&self, points: &[Coord<f64>], tiles: &Tiles, chunk: Range<usize>) -> Found {
        let mut found = Found { counts: Vec::new(), sites: Vec::new() };
        for tile in chunk.filter_map(|number| tiles.get(number)) {
            let candidates = self.candidates(tile);
            for cell in tile.members {
                let (point, before) = (points[*cell as usize], found.sites.len());
                let near = candidates.iter().filter(|(_, at)| {
                    let (east, north) = (point.x - at[0], point.y - at[1]);
                    (east * east + north * north).sqrt() * self.detour <= self.limit
                });
                found.sites.extend(near.map(|(site, _)| *site));
                found.counts.push(u32::try_from(found.sites.len() - before).unwrap_or(u32::MAX));
            }
        }
        found
    }

    /// The sites that can be within the limit of a cell of the tile, by index.
    fn candidates(&self, tile: Tile) -> Vec<(u32, [f64; 2])> {
        let centre = tile.extent.center();
        let near = self.tree.locate_within_distance([centre.x, centre.y], self.radius * self.radius);
        let mut candidates: Vec<_> = near.map(|site| (site.data, *site.geom())).collect();
        candidates.sort_unstable_by_key(|(site, _)| *site);
        candidates
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::reach::nearest;

    fn at(x: f64, y: f64) -> Planar<Coord<f64>> {
        Planar(Coord { x, y })
    }

    #[test]
    fn the_limit_itself_is_within() {
        // 3-4-5: the site is 500 m away, 650 m with a detour of 1.3.
        let cells = Planar(vec![Coord { x: 0.0, y: 0.0 }]);
        let sites = [(4, at(300.0, 400.0))];
        let limit = |metres| Metres::new(metres).unwrap();
        assert_eq!(within(&cells, &Tiles::new(&cells.0), &sites, limit(500.0), 1.0).of(0), [4]);
        assert_eq!(within(&cells, &Tiles::new(&cells.0), &sites, limit(499.9), 1.0).pairs(), 0);
        assert_eq!(within(&cells, &Tiles::new(&cells.0), &sites, limit(650.0), 1.3).of(0), [4]);
        assert_eq!(within(&cells, &Tiles::new(&cells.0), &sites, limit(649.0), 1.3).pairs(), 0);
    }

    proptest! {
        /// Against a scan of all pairs, and against the nearest site.
        #[test]
        fn equals_a_scan_of_all_pairs(
            cells in prop::collection::vec((0u16..100, 0u16..100), 0..300),
            sites in prop::collection::vec((0u16..100, 0u16..100), 0..40),
            limit in 0.0..4_000.0,
        ) {
            let cells: Vec<_> = cells.into_iter().map(|(x, y)| Coord { x: f64::from(x) * 100.0, y: f64::from(y) * 100.0 }).collect();
            let sites: Vec<_> = (0u32..).zip(sites).map(|(i, (x, y))| (i, at(f64::from(x) * 100.0, f64::from(y) * 100.0))).collect();
            let found = within(&Planar(cells.clone()), &Tiles::new(&cells), &sites, Metres::new(limit).unwrap(), 1.0);
            let closest = nearest(&Planar(cells.clone()), &Tiles::new(&cells), &sites);
            for (cell, point) in cells.iter().enumerate() {
                let distance = |place: &Planar<Coord<f64>>| {
                    let (east, north) = (point.x - place.0.x, point.y - place.0.y);
                    (east * east + north * north).sqrt()
                };
                let scanned: Vec<u32> = sites.iter().filter(|(_, place)| distance(place) <= limit).map(|(site, _)| *site).collect();
                prop_assert_eq!(found.of(cell), scanned.as_slice());
                prop_assert_eq!(!scanned.is_empty(), closest.distance[cell] <= limit);
            }
        }
    }
}
