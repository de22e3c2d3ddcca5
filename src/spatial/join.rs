//! Points joined to the polygons they lie in.

use geo::indexed::IntervalTreeMultiPolygon;
use geo::orient::Direction;
use geo::{BoundingRect, Contains, Coord, Distance, Euclidean, MultiPolygon, Orient, Point};
use rayon::prelude::*;
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, Envelope, RTree, RTreeObject};

use super::borders::crossed;
use super::tiles::{Tile, Tiles};

/// The polygon of one point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joined {
    /// It lies in this polygon.
    In(u32),
    /// It lies in none, and this one is nearest within the gap that was allowed.
    Near(u32),
    /// It lies in none and near none.
    Outside,
}

impl Joined {
    /// The polygon, in or near.
    #[must_use]
    pub fn polygon(self) -> Option<u32> {
        match self {
            Self::In(polygon) | Self::Near(polygon) => Some(polygon),
            Self::Outside => None,
        }
    }
}

/// Polygons ready to be asked which of them a point lies in: an R-tree of their boxes, and an interval tree of the edges of each.
pub struct Joiner<'a> {
    shapes: &'a [&'a MultiPolygon<f64>],
    edges: Vec<IntervalTreeMultiPolygon<f64>>,
    boxes: RTree<GeomWithData<Rectangle<[f64; 2]>, u32>>,
}

impl<'a> Joiner<'a> {
    /// Prepares polygons. O(edges · log edges), in parallel.
    #[must_use]
    pub fn new(shapes: &'a [&'a MultiPolygon<f64>]) -> Self {
        // Edges decide by winding number, so holes must turn the other way whatever the file does.
        let edges = shapes.par_iter().map(|shape| IntervalTreeMultiPolygon::new(&shape.orient(Direction::Default))).collect();
        let boxes = (0u32..)
            .zip(shapes)
            .filter_map(|(number, shape)| {
                let around = shape.bounding_rect()?;
                let corners = Rectangle::from_corners([around.min().x, around.min().y], [around.max().x, around.max().y]);
                Some(GeomWithData::new(corners, number))
            })
            .collect();
        Self { shapes, edges, boxes: RTree::bulk_load(boxes) }
    }

    /// The polygon of each point, by index in the shapes; where polygons overlap the first.
    ///
    /// A point in no polygon (sea, abroad, a gap of a generalised border, a border itself) goes to the nearest within `gap` metres, ties
    /// to the first. The points must be finite. In a tile that no border crosses one point decides for all.
    /// O(edges + tiles + points near a border · log edges), in parallel.
    #[must_use]
    pub fn join(&self, points: &[Coord<f64>], gap: f64) -> Vec<Joined> {
        let tiles = Tiles::new(points);
        let crossed = crossed(&tiles, self.shapes.iter().copied());
        let found: Vec<(Tile, Vec<Joined>)> = (0..tiles.len())
            .into_par_iter()
            .with_min_len(64)
            .filter_map(|number| tiles.get(number))
            .map(|tile| (tile, self.tile(points, tile, crossed[tile.number], gap)))
            .collect();
        let mut joined = vec![Joined::Outside; points.len()];
        for (tile, polygons) in &found {
            match polygons.as_slice() {
                [all] => tile.members.iter().for_each(|member| joined[*member as usize] = *all),
                each => tile.members.iter().zip(each).for_each(|(member, polygon)| joined[*member as usize] = *polygon),
            }
        }
        joined
    }

    /// The polygons of a tile's points: one for all, or one each.
    fn tile(&self, points: &[Coord<f64>], tile: Tile, crossed: bool, gap: f64) -> Vec<Joined> {
        let at = |member: &u32| points[*member as usize];
        let (low, high) = (tile.extent.min(), tile.extent.max());
        let extent = AABB::from_corners([low.x, low.y], [high.x, high.y]);
        let mut here: Vec<(u32, AABB<[f64; 2]>)> =
            self.boxes.locate_in_envelope_intersecting(&extent).map(|found| (found.data, found.geom().envelope())).collect();
        here.sort_unstable_by_key(|(polygon, _)| *polygon);
        let containing = |point: Coord<f64>| {
            let holds = |around: &AABB<[f64; 2]>| around.contains_point(&[point.x, point.y]);
            here.iter()
                .find(|(polygon, around)| holds(around) && self.edges[*polygon as usize].contains(&point))
                .map(|(polygon, _)| *polygon)
        };
        if !crossed && let Some(polygon) = tile.members.first().and_then(|member| containing(at(member))) {
            return vec![Joined::In(polygon)];
        }
        let located = |point| match containing(point) {
            Some(polygon) => Joined::In(polygon),
            None => self.nearest(point, gap).map_or(Joined::Outside, Joined::Near),
        };
        tile.members.iter().map(|member| located(at(member))).collect()
    }

    /// The nearest polygon within `gap`, ties to the first.
    fn nearest(&self, point: Coord<f64>, gap: f64) -> Option<u32> {
        let around = AABB::from_corners([point.x - gap, point.y - gap], [point.x + gap, point.y + gap]);
        self.boxes
            .locate_in_envelope_intersecting(&around)
            .map(|found| (Euclidean.distance(&Point(point), self.shapes[found.data as usize]), found.data))
            .filter(|(distance, _)| *distance <= gap)
            .min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)))
            .map(|(_, polygon)| polygon)
    }
}

#[cfg(test)]
mod tests {
    use geo::{CoordinatePosition, LineString, Polygon, coord, coordinate_position::CoordPos, polygon};
    use proptest::prelude::*;

    use super::*;

    fn square(x: f64, y: f64, side: f64) -> MultiPolygon<f64> {
        MultiPolygon(vec![polygon![(x: x, y: y), (x: x + side, y: y), (x: x + side, y: y + side), (x: x, y: y + side)]])
    }

    #[test]
    fn a_gap_goes_to_the_nearest_and_a_border_to_the_first() {
        // Two squares of 1 km with a gap of 300 m between them, and a third that shares the border x = 2300 with the second.
        let shapes = [square(0.0, 0.0, 1000.0), square(1300.0, 0.0, 1000.0), square(2300.0, 0.0, 1000.0)];
        let points = [
            coord! { x: 500.0, y: 500.0 },  // in the first
            coord! { x: 1100.0, y: 500.0 }, // 100 m from the first, 200 m from the second
            coord! { x: 2300.0, y: 500.0 }, // on the shared border
            coord! { x: 500.0, y: 1501.0 }, // 501 m above the first
            coord! { x: 500.0, y: 1500.0 }, // 500 m above it
        ];
        let shapes = shapes.each_ref();
        let joined = Joiner::new(&shapes).join(&points, 500.0);
        assert_eq!(joined, [Joined::In(0), Joined::Near(0), Joined::Near(1), Joined::Outside, Joined::Near(0)]);
    }

    #[test]
    fn a_hole_is_outside_whichever_way_it_turns() {
        let outer = LineString::from(vec![(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0), (0.0, 0.0)]);
        let hole = vec![(20.0, 20.0), (80.0, 20.0), (80.0, 80.0), (20.0, 80.0), (20.0, 20.0)];
        let mut turned = hole.clone();
        turned.reverse();
        for hole in [hole, turned] {
            let shape = MultiPolygon(vec![Polygon::new(outer.clone(), vec![LineString::from(hole)])]);
            let shapes = [&shape];
            let joined = Joiner::new(&shapes).join(&[coord! { x: 50.0, y: 50.0 }, coord! { x: 10.0, y: 50.0 }], 1.0);
            assert_eq!(joined, [Joined::Outside, Joined::In(0)]);
        }
    }

    proptest! {
        /// Against a scan of every polygon with geo's own predicate.
        #[test]
        fn tiles_change_nothing(
            raw in prop::collection::vec((0.0..10_000.0, 0.0..10_000.0), 1..300),
            corners in prop::collection::vec((0.0..9_000.0, 0.0..9_000.0, 10.0..3_000.0), 1..12),
        ) {
            let points: Vec<_> = raw.into_iter().map(|(x, y)| coord! { x: x, y: y }).collect();
            let shapes: Vec<_> = corners.into_iter().map(|(x, y, side)| square(x, y, side)).collect();
            let shapes: Vec<_> = shapes.iter().collect();
            let joined = Joiner::new(&shapes).join(&points, 0.0);
            for (point, found) in points.iter().zip(joined) {
                let scanned = shapes.iter().position(|shape| shape.coordinate_position(point) == CoordPos::Inside);
                prop_assert_eq!(found.polygon().map(|polygon| polygon as usize), scanned);
            }
        }
    }
}
