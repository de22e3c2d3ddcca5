//! Which tiles a border crosses.

use geo::{Coord, LinesIter, MultiPolygon};

use super::tiles::Tiles;

/// Marks every tile that a border of one of the `shapes` touches; a tile that stays unmarked lies wholly inside or outside of each.
///
/// O(border segments + tiles they cross). A tile too many may be marked, never one too few.
pub(super) fn crossed<'a>(tiles: &Tiles, shapes: impl Iterator<Item = &'a MultiPolygon<f64>>) -> Vec<bool> {
    let mut marked = vec![false; tiles.len()];
    for line in shapes.flat_map(LinesIter::lines_iter) {
        mark(tiles, &mut marked, line.start, line.end);
    }
    marked
}

/// Marks the tiles of one segment, row by row.
fn mark(tiles: &Tiles, marked: &mut [bool], start: Coord<f64>, end: Coord<f64>) {
    let margin = tiles.half_diagonal() * 1e-6;
    let (low, high) = if start.y <= end.y { (start, end) } else { (end, start) };
    let (left, right) = (start.x.min(end.x), start.x.max(end.x));
    let widen = |x: f64, y: f64, by: f64| Coord { x: x + by, y: y + by };
    let (_, rows) = tiles.span(widen(left, low.y, -margin), widen(right, high.y, margin));
    for row in rows {
        let (bottom, top) = tiles.row_extent(row);
        let from = x_at(low, high, bottom - margin);
        let to = x_at(low, high, top + margin);
        let (columns, _) = tiles.span(widen(from.min(to), bottom, -margin), widen(from.max(to), bottom, margin));
        for column in columns {
            marked[tiles.number(column, row)] = true;
        }
    }
}

/// Where the segment from `low` up to `high` is at height `y`; its nearest end outside its own heights.
fn x_at(low: Coord<f64>, high: Coord<f64>, y: f64) -> f64 {
    if y <= low.y {
        low.x
    } else if y >= high.y {
        high.x
    } else {
        low.x + (y - low.y) / (high.y - low.y) * (high.x - low.x)
    }
}
