//! The reach matrix: which sites each cell has near enough to count, and how far they are. Sparse, built once, shared by all measures.

use std::ops::Range;

use geo::Coord;
use rayon::prelude::*;
use rstar::RTree;
use rstar::primitives::GeomWithData;

use crate::crs::Planar;
use crate::spatial::{Tile, Tiles};
use crate::units::Metres;

/// The sites within a limit of each cell, row by row.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Matrix {
    starts: Vec<usize>,
    sites: Vec<u32>,
    metres: Vec<f64>,
}

impl Matrix {
    /// The sites of a cell, ascending, with the straight-line distance to each in metres.
    ///
    /// # Panics
    /// When there is no such cell: a fault of the caller.
    pub fn row(&self, cell: usize) -> impl Iterator<Item = (usize, f64)> + Clone {
        let row = self.starts[cell]..self.starts[cell + 1];
        self.sites[row.clone()].iter().map(|site| *site as usize).zip(self.metres[row].iter().copied())
    }

    /// What stays of the rows when only the pairs of cell and site stay for which `keep` holds: the cells whose row loses a pair, ascending, and
    /// a matrix with a row for each of these, in their order. All other rows stay as they are. O(pairs).
    #[must_use]
    pub fn less(&self, keep: impl Fn(usize, usize) -> bool) -> (Vec<u32>, Self) {
        let (mut cells, mut less) = (Vec::new(), Self { starts: vec![0], ..Self::default() });
        for (cell, number) in (0..self.cells()).zip(0u32..) {
            if self.row(cell).all(|(site, _)| keep(cell, site)) {
                continue;
            }
            for place in (self.starts[cell]..self.starts[cell + 1]).filter(|place| keep(cell, self.sites[*place] as usize)) {
                less.sites.push(self.sites[place]);
                less.metres.push(self.metres[place]);
            }
            less.starts.push(less.sites.len());
            cells.push(number);
        }
        (cells, less)
    }

    /// Number of cells.
    #[must_use]
    pub fn cells(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Number of pairs.
    #[must_use]
    pub fn pairs(&self) -> usize {
        self.sites.len()
    }
}

type Tree = RTree<GeomWithData<[f64; 2], u32>>;

/// How much wider than the limit is searched, metres: a measure decides what is within its own norm, and rounding must not decide first.
const MARGIN: f64 = 1e-3;

/// Finds for each of `cells` the `sites` at most `limit` (and a millimetre) away in a straight line.
///
/// `tiles` and `sites` are as in [`super::nearest`]. O(tiles · log sites + pairs near), in parallel; the answer does not depend
/// on the number of threads.
#[must_use]
pub fn matrix(cells: &Planar<Vec<Coord<f64>>>, tiles: &Tiles, sites: &[(u32, Planar<Coord<f64>>)], limit: Metres) -> Matrix {
    let points = cells.get();
    let tree: Tree = RTree::bulk_load((0..).zip(sites).map(|(place, (_, at))| GeomWithData::new([at.0.x, at.0.y], place)).collect());
    let limit = limit.get() + MARGIN;
    let near = Near { tree, radius: limit + tiles.half_diagonal() + MARGIN, squared: limit * limit };
    let found: Vec<Found> = tiles.chunks().into_par_iter().map(|chunk| near.of_chunk(points, tiles, sites, chunk)).collect();

    let members =
        || tiles.chunks().into_iter().flat_map(|chunk| chunk.filter_map(|number| tiles.get(number))).flat_map(|tile| tile.members);
    let mut starts = vec![0; points.len() + 1];
    for (cell, count) in members().zip(found.iter().flat_map(|found| &found.counts)) {
        starts[*cell as usize + 1] = *count as usize;
    }
    for cell in 0..points.len() {
        starts[cell + 1] += starts[cell];
    }
    let mut places = vec![0; starts[points.len()]];
    let mut taken = found.iter().flat_map(|found| &found.places);
    for cell in members() {
        let row = starts[*cell as usize]..starts[*cell as usize + 1];
        places[row].iter_mut().zip(&mut taken).for_each(|(place, taken)| *place = *taken);
    }
    drop(found);
    let distances = |cell: usize| {
        let point = points[cell];
        places[starts[cell]..starts[cell + 1]].iter().map(move |place| squared(point, sites[*place as usize].1).sqrt())
    };
    let metres = (0..points.len()).into_par_iter().flat_map_iter(distances).collect();
    places.par_iter_mut().for_each(|place| *place = sites[*place as usize].0);
    Matrix { starts, sites: places, metres }
}

/// The square of the distance between two positions.
fn squared(point: Coord<f64>, site: Planar<Coord<f64>>) -> f64 {
    (point.x - site.0.x).powi(2) + (point.y - site.0.y).powi(2)
}

/// How many sites each cell of some tiles has, and these sites one cell after the other, by their place among the sites.
struct Found {
    counts: Vec<u32>,
    places: Vec<u32>,
}

/// What "within the limit" is.
struct Near {
    tree: Tree,
    /// From the centre of a tile: no site farther away is within the limit of a cell of the tile.
    radius: f64,
    /// The square of the limit.
    squared: f64,
}

impl Near {
    fn of_chunk(&self, points: &[Coord<f64>], tiles: &Tiles, sites: &[(u32, Planar<Coord<f64>>)], chunk: Range<usize>) -> Found {
        let mut found = Found { counts: Vec::new(), places: Vec::new() };
        for tile in chunk.filter_map(|number| tiles.get(number)) {
            let candidates = self.candidates(tile, sites);
            for cell in tile.members {
                let (point, before) = (points[*cell as usize], found.places.len());
                let near = candidates.iter().filter(|(_, at)| squared(point, *at) <= self.squared);
                found.places.extend(near.map(|(place, _)| *place));
                found.counts.push(u32::try_from(found.places.len() - before).unwrap_or(u32::MAX));
            }
        }
        found
    }

    /// The sites that can be within the limit of a cell of the tile, by index.
    fn candidates(&self, tile: Tile, sites: &[(u32, Planar<Coord<f64>>)]) -> Vec<(u32, Planar<Coord<f64>>)> {
        let centre = tile.extent.center();
        let near = self.tree.locate_within_distance([centre.x, centre.y], self.radius * self.radius);
        let mut candidates: Vec<_> = near.map(|site| (site.data, sites[site.data as usize].1)).collect();
        candidates.sort_unstable_by_key(|(place, _)| sites[*place as usize].0);
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
        // 3-4-5: the site is 500 m away.
        let cells = Planar(vec![Coord { x: 0.0, y: 0.0 }]);
        let found = |limit| matrix(&cells, &Tiles::new(&cells.0), &[(4, at(300.0, 400.0))], Metres::new(limit).unwrap());
        assert_eq!(found(500.0).row(0).collect::<Vec<_>>(), [(4, 500.0)]);
        assert_eq!((found(499.9).cells(), found(499.9).pairs()), (1, 0));
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
            let found = matrix(&Planar(cells.clone()), &Tiles::new(&cells), &sites, Metres::new(limit).unwrap());
            let closest = nearest(&Planar(cells.clone()), &Tiles::new(&cells), &sites);
            for (cell, point) in cells.iter().enumerate() {
                let distance = |place: &Planar<Coord<f64>>| {
                    let (east, north) = (point.x - place.0.x, point.y - place.0.y);
                    (east * east + north * north).sqrt()
                };
                let pairs = sites.iter().map(|(site, place)| (*site as usize, distance(place)));
                let scanned: Vec<(usize, f64)> = pairs.filter(|(_, metres)| *metres <= limit + MARGIN).collect();
                prop_assert_eq!(found.row(cell).collect::<Vec<_>>(), scanned.clone());
                prop_assert_eq!(!scanned.is_empty(), closest.distance[cell] <= limit + MARGIN);
            }
        }
    }
}
