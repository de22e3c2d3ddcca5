//! Points grouped by the tile of a plain grid, so that work can be shared by all points of a tile.

use std::ops::Range;

use geo::{Coord, Rect};

/// How many points a tile holds when they are spread evenly; they never are, so busy tiles hold some ten times as many.
const POINTS_A_TILE: f64 = 16.0;

/// Tiles in a run.
const TILES_A_CHUNK: usize = 512;

/// A grid over points, with the points of each tile side by side. Built in two passes, O(points + tiles).
#[derive(Debug, Clone)]
pub struct Tiles {
    origin: Coord<f64>,
    side: f64,
    columns: usize,
    rows: usize,
    /// Where the members of each tile start in `members`; one more than there are tiles.
    starts: Vec<u32>,
    members: Vec<u32>,
}

/// A tile with at least one point.
#[derive(Debug, Clone, Copy)]
pub struct Tile<'a> {
    /// Its number in the grid.
    pub number: usize,
    /// Its extent.
    pub extent: Rect<f64>,
    /// The points in it, by index, ascending.
    pub members: &'a [u32],
}

impl Tiles {
    /// Groups `points` by square tiles of a side that fits their density. The points must be finite.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "fewer than 2^32 points: their indices are u32 throughout")]
    pub fn new(points: &[Coord<f64>]) -> Self {
        let (low, high) = bounds(points);
        let side = side_for(points.len(), high.x - low.x, high.y - low.y);
        let columns = steps(high.x - low.x, side);
        let rows = steps(high.y - low.y, side);
        let mut tiles = Self { origin: low, side, columns, rows, starts: vec![0; columns * rows + 1], members: vec![0; points.len()] };
        let numbers: Vec<u32> = points.iter().map(|point| tiles.number_at(*point) as u32).collect();
        for number in &numbers {
            tiles.starts[*number as usize + 1] += 1;
        }
        for tile in 0..columns * rows {
            tiles.starts[tile + 1] += tiles.starts[tile];
        }
        let mut next = tiles.starts.clone();
        for (point, number) in numbers.iter().enumerate() {
            let slot = &mut next[*number as usize];
            tiles.members[*slot as usize] = point as u32;
            *slot += 1;
        }
        tiles
    }

    /// Number of tiles, empty ones included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.columns * self.rows
    }

    /// Whether there are no points.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// The tile of a number, when it has points.
    #[must_use]
    pub fn get(&self, number: usize) -> Option<Tile<'_>> {
        let members = &self.members[self.starts[number] as usize..self.starts[number + 1] as usize];
        (!members.is_empty()).then(|| Tile { number, extent: self.extent(number), members })
    }

    /// The numbers of all tiles in runs, which share the cost of a buffer. They depend on the points alone.
    #[must_use]
    pub fn chunks(&self) -> Vec<Range<usize>> {
        (0..self.len()).step_by(TILES_A_CHUNK).map(|first| first..self.len().min(first + TILES_A_CHUNK)).collect()
    }

    /// Number of points in a run of tiles.
    #[must_use]
    pub fn members_of(&self, run: &Range<usize>) -> usize {
        (self.starts[run.end] - self.starts[run.start]) as usize
    }

    /// Half of the diagonal of a tile: no point of it is farther from its centre.
    #[must_use]
    pub fn half_diagonal(&self) -> f64 {
        self.side * std::f64::consts::FRAC_1_SQRT_2
    }

    /// The tiles between two positions, both included, as ranges of columns and rows; empty when they lie outside the grid.
    pub(super) fn span(&self, low: Coord<f64>, high: Coord<f64>) -> (Range<usize>, Range<usize>) {
        let axis = |low: f64, high: f64, count: usize| clamp_step(low, count)..clamp_step(high + 1.0, count);
        let at = |value: f64, origin: f64| (value - origin) / self.side;
        (
            axis(at(low.x, self.origin.x), at(high.x, self.origin.x), self.columns),
            axis(at(low.y, self.origin.y), at(high.y, self.origin.y), self.rows),
        )
    }

    /// The tiles with points that may be at most `radius` away from a position, row by row.
    pub fn around(&self, at: Coord<f64>, radius: f64) -> impl Iterator<Item = Tile<'_>> {
        let (columns, rows) = self.span(Coord { x: at.x - radius, y: at.y - radius }, Coord { x: at.x + radius, y: at.y + radius });
        rows.flat_map(move |row| columns.clone().filter_map(move |column| self.get(self.number(column, row))))
    }

    /// The number of the tile in a column and row.
    pub(super) fn number(&self, column: usize, row: usize) -> usize {
        row * self.columns + column
    }

    /// The extent in y of a row of tiles.
    pub(super) fn row_extent(&self, row: usize) -> (f64, f64) {
        let low = self.origin.y + to_f64(row) * self.side;
        (low, low + self.side)
    }

    fn number_at(&self, point: Coord<f64>) -> usize {
        let column = clamp_step((point.x - self.origin.x) / self.side, self.columns - 1);
        let row = clamp_step((point.y - self.origin.y) / self.side, self.rows - 1);
        self.number(column, row)
    }

    fn extent(&self, number: usize) -> Rect<f64> {
        let (row, column) = (number / self.columns, number % self.columns);
        let low = Coord { x: self.origin.x + to_f64(column) * self.side, y: self.origin.y + to_f64(row) * self.side };
        Rect::new(low, Coord { x: low.x + self.side, y: low.y + self.side })
    }
}

/// The corners of the box around points; two equal corners when there are none.
fn bounds(points: &[Coord<f64>]) -> (Coord<f64>, Coord<f64>) {
    let Some(first) = points.first() else { return (Coord::default(), Coord::default()) };
    points.iter().fold((*first, *first), |(low, high), point| {
        (Coord { x: low.x.min(point.x), y: low.y.min(point.y) }, Coord { x: high.x.max(point.x), y: high.y.max(point.y) })
    })
}

/// A side that gives about [`POINTS_A_TILE`] points a tile when spread evenly over the box, and never a tile of no size.
fn side_for(points: usize, width: f64, height: f64) -> f64 {
    let tiles = (to_f64(points) / POINTS_A_TILE).max(1.0);
    let by_area = (width * height / tiles).sqrt();
    let by_length = width.max(height) / tiles;
    by_area.max(by_length).max(1.0)
}

/// How many tiles of `side` cover `length`, its end included.
fn steps(length: f64, side: f64) -> usize {
    clamp_step(length / side + 1.0, usize::MAX >> 1).max(1)
}

/// The whole part of a number of steps, 0 to `most`; the cast rounds towards zero, which is down for what is not negative.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "what is negative is 0")]
fn clamp_step(value: f64, most: usize) -> usize {
    if value <= 0.0 { 0 } else { (value as usize).min(most) }
}

#[expect(clippy::cast_precision_loss, reason = "counts of points and tiles are far below 2^52")]
fn to_f64(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_point_is_in_one_tile_that_contains_it(raw in prop::collection::vec((-1e5..3e5, 0.0..6e5), 0..400)) {
            let points: Vec<Coord<f64>> = raw.into_iter().map(|(x, y)| Coord { x, y }).collect();
            let tiles = Tiles::new(&points);
            let mut seen = vec![0; points.len()];
            for tile in (0..tiles.len()).filter_map(|number| tiles.get(number)) {
                for member in tile.members {
                    let point = points[*member as usize];
                    seen[*member as usize] += 1;
                    let (low, high) = (tile.extent.min(), tile.extent.max());
                    prop_assert!(low.x - 1e-6 <= point.x && point.x <= high.x + 1e-6 && low.y - 1e-6 <= point.y && point.y <= high.y + 1e-6);
                }
            }
            prop_assert!(seen.iter().all(|count| *count == 1));
        }
    }

    #[test]
    fn points_on_one_spot_or_one_line_make_few_tiles() {
        assert_eq!(Tiles::new(&[Coord { x: 5.0, y: 5.0 }; 1000]).len(), 1);
        let line: Vec<_> = (0..1000).map(|i| Coord { x: f64::from(i) * 100.0, y: 7.0 }).collect();
        assert!(Tiles::new(&line).len() <= 200);
    }
}
