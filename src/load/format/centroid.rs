//! Where a shape is and how large, gathered coordinate by coordinate without keeping any.

use geo::Coord;

use super::layer::Place;

/// A weighted sum of positions.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    weight: f64,
    x: f64,
    y: f64,
}

impl Sum {
    fn add(&mut self, weight: f64, x: f64, y: f64) {
        self.weight += weight;
        self.x += weight * x;
        self.y += weight * y;
    }

    fn mean(self, origin: Coord<f64>) -> Coord<f64> {
        Coord { x: origin.x + self.x / self.weight, y: origin.y + self.y / self.weight }
    }
}

/// Centroid and bounding box in the making: by area where there are rings that enclose any, else by length, else the mean of the points.
///
/// O(1) memory, O(1) a coordinate. Sums are taken from the first coordinate on, so that large coordinates do not cancel each other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Centroid {
    origin: Option<Coord<f64>>,
    /// Weighted by twice the area.
    area: Sum,
    length: Sum,
    points: Sum,
    least: Coord<f64>,
    most: Coord<f64>,
}

impl Centroid {
    /// Nothing gathered yet.
    pub(super) fn new() -> Self {
        let sum = Sum::default();
        let (least, most) = (Coord { x: f64::INFINITY, y: f64::INFINITY }, Coord { x: f64::NEG_INFINITY, y: f64::NEG_INFINITY });
        Self { origin: None, area: sum, length: sum, points: sum, least, most }
    }

    /// Adds a single point.
    pub(super) fn point(&mut self, at: Coord<f64>) {
        let at = self.relative(at);
        self.points.add(1.0, at.x, at.y);
    }

    /// Adds a line; it counts by its length.
    pub(super) fn line(&mut self, coords: impl Iterator<Item = Coord<f64>>) {
        let mut last: Option<Coord<f64>> = None;
        for at in coords {
            let at = self.relative(at);
            self.points.add(1.0, at.x, at.y);
            if let Some(from) = last {
                let length = (at.x - from.x).hypot(at.y - from.y);
                self.length.add(length, f64::midpoint(from.x, at.x), f64::midpoint(from.y, at.y));
            }
            last = Some(at);
        }
    }

    /// Adds a ring, whichever way it turns and whether or not its last point repeats the first; the area of a hole is taken off.
    pub(super) fn ring(&mut self, mut coords: impl Iterator<Item = Coord<f64>>, hole: bool) {
        let Some(first) = coords.next() else { return };
        let first = self.relative(first);
        let mut ring = Sum::default();
        let mut from = first;
        for at in coords {
            let at = self.relative(at);
            self.edge(&mut ring, from, at);
            from = at;
        }
        if from != first {
            self.edge(&mut ring, from, first);
        } else if self.points.weight <= 0.0 {
            self.points.add(1.0, first.x, first.y);
        }
        let sign = if (ring.weight < 0.0) == hole { 1.0 } else { -1.0 };
        self.area.weight += sign * ring.weight;
        self.area.x += sign * ring.x;
        self.area.y += sign * ring.y;
    }

    /// An edge of a ring: the triangle it makes with the origin, and its first point.
    fn edge(&mut self, ring: &mut Sum, from: Coord<f64>, to: Coord<f64>) {
        let twice = from.x * to.y - to.x * from.y;
        ring.add(twice, (from.x + to.x) / 3.0, (from.y + to.y) / 3.0);
        self.points.add(1.0, from.x, from.y);
    }

    /// Extends the bounding box; gives the position seen from the first one.
    fn relative(&mut self, at: Coord<f64>) -> Coord<f64> {
        let origin = *self.origin.get_or_insert(at);
        self.least = Coord { x: self.least.x.min(at.x), y: self.least.y.min(at.y) };
        self.most = Coord { x: self.most.x.max(at.x), y: self.most.y.max(at.y) };
        at - origin
    }

    /// The place of all that was added, [`Place::NONE`] when that is nothing; `None` when a coordinate was infinite or not a number.
    pub(super) fn place(&self) -> Option<Place> {
        let Some(origin) = self.origin else { return Some(Place::NONE) };
        if !(self.points.x.is_finite() && self.points.y.is_finite()) {
            return None;
        }
        let (width, height) = (self.most.x - self.least.x, self.most.y - self.least.y);
        let encloses = self.area.weight > 1e-9 * (width * width + height * height);
        let at = match () {
            () if encloses => self.area.mean(origin),
            () if self.length.weight > 0.0 => self.length.mean(origin),
            () => self.points.mean(origin),
        };
        (at.x.is_finite() && at.y.is_finite()).then(|| Place::new(at, width, height))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn coords(points: &[(f64, f64)]) -> impl Iterator<Item = Coord<f64>> {
        points.iter().map(|&(x, y)| Coord { x, y })
    }

    fn close(place: Option<Place>, x: f64, y: f64, width: f64, height: f64) {
        let place = place.unwrap();
        for (is, should) in [(place.at.x, x), (place.at.y, y), (place.width.into(), width), (place.height.into(), height)] {
            assert!((is - should).abs() < 1e-6, "{place:?}, not {x} {y} {width} {height}");
        }
    }

    const SQUARE: [(f64, f64); 5] =
        [(155_000.0, 463_000.0), (155_100.0, 463_000.0), (155_100.0, 463_100.0), (155_000.0, 463_100.0), (155_000.0, 463_000.0)];

    #[test]
    fn a_square_whichever_way_it_turns_closed_or_not() {
        let mut reversed = SQUARE;
        reversed.reverse();
        for ring in [&SQUARE[..], &reversed[..], &SQUARE[..4]] {
            let mut centroid = Centroid::new();
            centroid.ring(coords(ring), false);
            close(centroid.place(), 155_050.0, 463_050.0, 100.0, 100.0);
        }
    }

    #[test]
    fn a_hole_pulls_the_centroid_away_from_it() {
        // 4 × 2 (area 8, centre 2,1) less 2 × 2 at its left (area 4, centre 1,1): x = (8·2 − 4·1)/4 = 3.
        let mut centroid = Centroid::new();
        centroid.ring(coords(&[(0.0, 0.0), (4.0, 0.0), (4.0, 2.0), (0.0, 2.0), (0.0, 0.0)]), false);
        centroid.ring(coords(&[(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0), (0.0, 0.0)]), true);
        close(centroid.place(), 3.0, 1.0, 4.0, 2.0);
    }

    #[test]
    fn parts_weigh_by_their_area() {
        // 1 × 1 at 0.5,0.5 and 3 × 1 at 11.5,0.5: x = (0.5 + 3·11.5)/4 = 8.75.
        let mut centroid = Centroid::new();
        centroid.ring(coords(&[(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]), false);
        centroid.ring(coords(&[(10.0, 0.0), (10.0, 1.0), (13.0, 1.0), (13.0, 0.0)]), false);
        close(centroid.place(), 8.75, 0.5, 13.0, 1.0);
    }

    #[test]
    fn lines_by_length_points_by_number_and_rings_without_area_by_their_points() {
        // 4 long at 2,0 and 2 long at 4,1: x = (4·2 + 2·4)/6, y = 2/6.
        let mut line = Centroid::new();
        line.line(coords(&[(0.0, 0.0), (4.0, 0.0), (4.0, 2.0)]));
        close(line.place(), 16.0 / 6.0, 2.0 / 6.0, 4.0, 2.0);
        let mut points = Centroid::new();
        coords(&[(0.0, 0.0), (1.0, 0.0), (5.0, 3.0)]).for_each(|at| points.point(at));
        close(points.place(), 2.0, 1.0, 5.0, 3.0);
        let mut flat = Centroid::new();
        flat.ring(coords(&[(0.0, 0.0), (3.0, 0.0), (6.0, 0.0), (0.0, 0.0)]), false);
        close(flat.place(), 3.0, 0.0, 6.0, 0.0);
        let mut dot = Centroid::new();
        dot.ring(coords(&[(7.0, 8.0)]), false);
        close(dot.place(), 7.0, 8.0, 0.0, 0.0);
    }

    #[test]
    fn nothing_is_no_place_and_infinity_is_refused() {
        assert!(Centroid::new().place().is_some_and(|place| place.is_none()));
        for bad in [f64::NAN, f64::INFINITY] {
            let mut centroid = Centroid::new();
            centroid.ring(coords(&[(0.0, 0.0), (bad, 0.0), (1.0, 1.0)]), false);
            assert!(centroid.place().is_none());
        }
    }
}
