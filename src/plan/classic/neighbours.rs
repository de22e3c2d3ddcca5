//! How far clients are from options, nearest first and no further than is asked for.

use std::ops::Range;

use geo::Coord;
use rayon::prelude::*;
use rstar::RTree;
use rstar::primitives::GeomWithData;

use super::super::kernel::{Cut, Stop};
use crate::crs::Planar;
use crate::spatial::{Tile, Tiles};

/// Clients and options of which every distance can be had, but never all at once.
pub trait Neighbours: Sync {
    /// How many clients there are.
    fn clients(&self) -> usize;
    /// How many options there are.
    fn options(&self) -> usize;
    /// The distance from a client to an option; infinite where there is no way.
    fn distance(&self, client: usize, option: u32) -> f64;
    /// The nearest options of each client, at most `count`, ascending by distance and then by number, until `stop` says so.
    ///
    /// # Errors
    /// [`Cut`] when it said so.
    fn nearest_until(&self, count: usize, stop: Stop) -> Result<Vec<Vec<(f64, u32)>>, Cut>;
    /// The options of each client within a distance, ascending by number, until `stop` says so.
    ///
    /// # Errors
    /// [`Cut`] when it said so.
    fn within_until(&self, distance: f64, stop: Stop) -> Result<Vec<Vec<u32>>, Cut>;
    /// How far each client is from the nearest of some options; infinite where there is no way to any.
    fn away_from(&self, open: &[u32]) -> Vec<f64>;

    /// As [`nearest_until`](Self::nearest_until) the end.
    fn nearest(&self, count: usize) -> Vec<Vec<(f64, u32)>> {
        self.nearest_until(count, &|| false).unwrap_or_default()
    }

    /// As [`within_until`](Self::within_until) the end.
    fn within(&self, distance: f64) -> Vec<Vec<u32>> {
        self.within_until(distance, &|| false).unwrap_or_default()
    }
}

/// Distances in a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// By client and option; infinite where there is no way.
    pub distances: Vec<Vec<f64>>,
}

impl Neighbours for Table {
    fn clients(&self) -> usize {
        self.distances.len()
    }

    fn options(&self) -> usize {
        self.distances.first().map_or(0, Vec::len)
    }

    fn distance(&self, client: usize, option: u32) -> f64 {
        self.distances[client][option as usize]
    }

    fn nearest_until(&self, count: usize, stop: Stop) -> Result<Vec<Vec<(f64, u32)>>, Cut> {
        let row = |row: &Vec<f64>| {
            let ways = row.iter().copied().zip(0..).filter(|(distance, _)| distance.is_finite());
            if stop() { Err(Cut) } else { Ok(first_few(&mut ways.collect::<Vec<_>>(), count)) }
        };
        self.distances.par_iter().map(row).collect()
    }

    fn within_until(&self, distance: f64, stop: Stop) -> Result<Vec<Vec<u32>>, Cut> {
        let row = |row: &Vec<f64>| {
            let near = (0..).zip(row).filter(|(_, away)| **away <= distance).map(|(option, _)| option);
            if stop() { Err(Cut) } else { Ok(near.collect()) }
        };
        self.distances.par_iter().map(row).collect()
    }

    fn away_from(&self, open: &[u32]) -> Vec<f64> {
        let away = |row: &Vec<f64>| open.iter().map(|option| row[*option as usize]).fold(f64::INFINITY, f64::min);
        self.distances.par_iter().map(away).collect()
    }
}

/// Clients and options in the plane; distances are straight lines.
#[derive(Debug, Clone)]
pub struct Points {
    clients: Vec<Coord<f64>>,
    options: Vec<Coord<f64>>,
    tiles: Tiles,
}

impl Points {
    /// From positions in metres.
    #[must_use]
    pub fn new(clients: &Planar<Vec<Coord<f64>>>, options: &Planar<Vec<Coord<f64>>>) -> Self {
        Self { tiles: Tiles::new(clients.get()), clients: clients.get().clone(), options: options.get().clone() }
    }

    /// Those of some options that any client of a tile can have among its nearest, by what `radius` says of their tree and the centre of the
    /// tile; then what each client takes of them. It ends with nothing when `stop` says so.
    fn by_tile<T: Send>(
        &self,
        options: impl Iterator<Item = u32>,
        radius: impl Fn(&Tree, [f64; 2]) -> f64 + Sync,
        take: impl Fn(&mut Vec<(f64, u32)>) -> T + Sync,
        stop: Stop,
    ) -> Result<Vec<T>, Cut> {
        let place = |option: u32| (self.options[option as usize], option);
        let tree: Tree = RTree::bulk_load(options.map(place).map(|(at, option)| GeomWithData::new([at.x, at.y], option)).collect());
        let of_tile = |tile: Tile| {
            let centre = tile.extent.center();
            let centre = [centre.x, centre.y];
            // No client is farther from the centre than half a diagonal, so that its nearest are at most twice that farther away.
            let radius = radius(&tree, centre) + 2.0 * self.tiles.half_diagonal();
            let mut near: Vec<u32> = tree.locate_within_distance(centre, radius * radius * (1.0 + 1e-9)).map(|found| found.data).collect();
            near.sort_unstable();
            let mut ways = Vec::with_capacity(near.len());
            let row = |client: &u32| {
                let at = self.clients[*client as usize];
                ways.clear();
                ways.extend(near.iter().map(|option| (away(at, self.options[*option as usize]), *option)));
                if stop() { Err(Cut) } else { Ok((*client, take(&mut ways))) }
            };
            tile.members.iter().map(row).collect::<Vec<_>>()
        };
        let chunks = self.tiles.chunks();
        let of_chunk = |chunk: Range<usize>| chunk.filter_map(|number| self.tiles.get(number)).flat_map(&of_tile).collect();
        let found: Vec<Vec<(u32, T)>> = chunks.into_par_iter().map(of_chunk).collect::<Result<_, Cut>>()?;
        let mut rows: Vec<(u32, T)> = found.into_iter().flatten().collect();
        rows.sort_unstable_by_key(|(client, _)| *client);
        Ok(rows.into_iter().map(|(_, row)| row).collect())
    }

    fn all(&self) -> impl Iterator<Item = u32> {
        (0u32..).zip(&self.options).map(|(option, _)| option)
    }
}

type Tree = RTree<GeomWithData<[f64; 2], u32>>;

impl Neighbours for Points {
    fn clients(&self) -> usize {
        self.clients.len()
    }

    fn options(&self) -> usize {
        self.options.len()
    }

    fn distance(&self, client: usize, option: u32) -> f64 {
        away(self.clients[client], self.options[option as usize])
    }

    /// O(tiles · count · log options + clients · options near).
    fn nearest_until(&self, count: usize, stop: Stop) -> Result<Vec<Vec<(f64, u32)>>, Cut> {
        self.by_tile(self.all(), |tree, centre| last_of(tree, centre, count), |ways| first_few(ways, count), stop)
    }

    fn within_until(&self, distance: f64, stop: Stop) -> Result<Vec<Vec<u32>>, Cut> {
        let take = |ways: &mut Vec<(f64, u32)>| ways.iter().filter(|(away, _)| *away <= distance).map(|(_, option)| *option).collect();
        self.by_tile(self.all(), |_, _| distance, take, stop)
    }

    fn away_from(&self, open: &[u32]) -> Vec<f64> {
        let least = |ways: &mut Vec<(f64, u32)>| ways.iter().map(|(away, _)| *away).fold(f64::INFINITY, f64::min);
        self.by_tile(open.iter().copied(), |tree, centre| last_of(tree, centre, 1), least, &|| false).unwrap_or_default()
    }
}

/// How far the last of the `count` nearest is.
fn last_of(tree: &Tree, centre: [f64; 2], count: usize) -> f64 {
    let last = tree.nearest_neighbor_iter_with_distance_2(&centre).take(count).last();
    last.map_or(0.0, |(_, squared)| squared.sqrt())
}

fn away(one: Coord<f64>, other: Coord<f64>) -> f64 {
    (one.x - other.x).hypot(one.y - other.y)
}

/// The first so many of a row, ascending by distance and then by number.
fn first_few(row: &mut Vec<(f64, u32)>, count: usize) -> Vec<(f64, u32)> {
    let order = |one: &(f64, u32), other: &(f64, u32)| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1));
    if count < row.len() {
        row.select_nth_unstable_by(count, order);
        row.truncate(count);
    }
    row.sort_unstable_by(order);
    row.clone()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Both ways give what a look at all distances gives.
        #[test]
        fn points_are_as_a_table_of_them(
            clients in prop::collection::vec((0.0..9e3, 0.0..9e3), 1..80),
            options in prop::collection::vec((0.0..9e3, 0.0..9e3), 1..40),
            count in 1usize..12,
            distance in 0.0..4e3,
        ) {
            let at = |points: &[(f64, f64)]| Planar(points.iter().map(|(x, y)| Coord { x: *x, y: *y }).collect::<Vec<_>>());
            let points = Points::new(&at(&clients), &at(&options));
            let row = |client: usize| (0..options.len()).map(|option| points.distance(client, u32::try_from(option).unwrap())).collect();
            let table = Table { distances: (0..clients.len()).map(row).collect() };
            prop_assert_eq!(points.nearest(count), table.nearest(count));
            prop_assert_eq!(points.within(distance), table.within(distance));
            let open: Vec<u32> = (0..u32::try_from(count.min(options.len())).unwrap()).collect();
            prop_assert_eq!(points.away_from(&open), table.away_from(&open));
        }
    }
}
