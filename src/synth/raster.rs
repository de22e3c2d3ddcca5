//! Squares of a hectare over the whole country, and which area the centre of each lies in.

use geo::{Coord, MultiPolygon};

use super::borders::Land;

/// No area.
pub(super) const NOWHERE: u32 = u32::MAX;

/// A grid of squares of 100 m; index = row × columns + column, rows from the south.
pub(super) struct Grid {
    /// Hectometres east of its lower-left corner.
    pub(super) east: u16,
    /// Hectometres north.
    pub(super) north: u16,
    /// Squares from west to east.
    pub(super) columns: usize,
    /// Squares from south to north.
    pub(super) rows: usize,
}

impl Grid {
    /// The smallest grid that holds every municipality.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "coordinates within RD")]
    pub(super) fn around(land: &Land) -> Self {
        let points = || land.municipalities.iter().flat_map(|shape| &shape.0).flat_map(|polygon| polygon.exterior().coords());
        let least = points().fold((f64::MAX, f64::MAX), |least, p| (least.0.min(p.x), least.1.min(p.y)));
        let most = points().fold((0.0_f64, 0.0_f64), |most, p| (most.0.max(p.x), most.1.max(p.y)));
        let (east, north) = ((least.0 / 100.0) as u16, (least.1 / 100.0) as u16);
        let cells = |from: u16, to: f64| ((to / 100.0) as u16 + 1).saturating_sub(from) as usize;
        Self { east, north, columns: cells(east, most.0), rows: cells(north, most.1) }
    }

    /// Number of squares.
    pub(super) fn len(&self) -> usize {
        self.columns * self.rows
    }

    /// The square in which a point lies.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be within the grid")]
    pub(super) fn index(&self, p: Coord<f64>) -> Option<usize> {
        let (column, row) = (p.x / 100.0 - f64::from(self.east), p.y / 100.0 - f64::from(self.north));
        let inside = column >= 0.0 && row >= 0.0 && (column as usize) < self.columns && (row as usize) < self.rows;
        inside.then(|| row as usize * self.columns + column as usize)
    }

    /// Hectometres east and north of the lower-left corner of a square.
    #[expect(clippy::cast_possible_truncation, reason = "within RD")]
    pub(super) fn corner(&self, index: usize) -> (u16, u16) {
        (self.east + (index % self.columns) as u16, self.north + (index / self.columns) as u16)
    }

    /// The centre of a square.
    pub(super) fn centre(&self, index: usize) -> Coord<f64> {
        let (east, north) = self.corner(index);
        Coord { x: f64::from(east) * 100.0 + 50.0, y: f64::from(north) * 100.0 + 50.0 }
    }

    /// Which of `shapes` each point of the grid lies in, the points being `offset` metres north-east of the squares' corners. Each point
    /// lies in at most one of shapes that share their borders. O(edges + points).
    pub(super) fn areas<'a>(&self, shapes: impl Iterator<Item = &'a MultiPolygon<f64>>, offset: f64) -> Vec<u32> {
        let mut areas = vec![NOWHERE; self.len()];
        let mut crossings: Vec<(u32, f64)> = Vec::new();
        for (shape, area) in shapes.zip(0_u32..) {
            crossings.clear();
            for ring in shape.0.iter().flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors())) {
                for edge in ring.lines() {
                    self.cross(edge.start, edge.end, offset, &mut crossings);
                }
            }
            crossings.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
            for pair in crossings.chunks_exact(2) {
                if let [(row, from), (_, to)] = *pair {
                    self.fill(&mut areas, row, (from, to), offset, area);
                }
            }
        }
        areas
    }

    /// Where an edge crosses the rows of points. An edge takes its lower end and not its upper, so a vertex is crossed once.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "rows of the grid")]
    fn cross(&self, start: Coord<f64>, end: Coord<f64>, offset: f64, crossings: &mut Vec<(u32, f64)>) {
        // The lower end first: both neighbours of a border find the very same crossing.
        let (low, high) = if (start.y, start.x) < (end.y, end.x) { (start, end) } else { (end, start) };
        let origin = f64::from(self.north) * 100.0 + offset;
        let row = |y: f64| ((y - origin) / 100.0).ceil().clamp(0.0, self.rows as f64) as u32;
        for row in row(low.y)..row(high.y) {
            let y = origin + f64::from(row) * 100.0;
            crossings.push((row, low.x + (high.x - low.x) * ((y - low.y) / (high.y - low.y))));
        }
    }

    /// Marks the points of a row from one crossing up to the next.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "columns of the grid")]
    fn fill(&self, areas: &mut [u32], row: u32, (from, to): (f64, f64), offset: f64, area: u32) {
        let origin = f64::from(self.east) * 100.0 + offset;
        let column = |x: f64| ((x - origin) / 100.0).ceil().clamp(0.0, self.columns as f64) as usize;
        let start = row as usize * self.columns;
        if let Some(points) = areas.get_mut(start + column(from)..start + column(to)) {
            points.fill(area);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo::{Contains, polygon};

    #[test]
    fn the_scan_agrees_with_a_point_in_polygon_test() {
        let left = polygon![(x: 1010.0, y: 1020.0), (x: 1530.0, y: 1090.0), (x: 1490.0, y: 1610.0), (x: 1150.0, y: 1780.0)];
        let right = polygon![(x: 1530.0, y: 1090.0), (x: 1990.0, y: 1310.0), (x: 1490.0, y: 1610.0)];
        let shapes = [MultiPolygon(vec![left]), MultiPolygon(vec![right])];
        let land = Land { municipalities: shapes.to_vec(), water: vec![], neighbourhoods: vec![] };
        let grid = Grid::around(&land);
        assert_eq!((grid.east, grid.north, grid.columns, grid.rows), (10, 10, 10, 8));
        let areas = grid.areas(shapes.iter(), 50.0);
        for (index, &area) in areas.iter().enumerate() {
            let centre = geo::Point(grid.centre(index));
            let expected = shapes.iter().position(|shape| shape.contains(&centre)).map_or(NOWHERE, |area| u32::try_from(area).unwrap());
            assert_eq!(area, expected, "{centre:?}");
            assert_eq!(grid.index(centre.0), Some(index));
        }
        assert!(areas.contains(&0) && areas.contains(&1) && areas.contains(&NOWHERE));
    }
}
