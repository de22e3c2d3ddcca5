//! Convex polygons in the unbent plane: half-planes cut them, and the cells of a Voronoi diagram are cut by half-planes.

use geo::Coord;

/// All points p with normal · p ≤ limit.
#[derive(Debug, Clone, Copy)]
pub(super) struct HalfPlane {
    normal: Coord<f64>,
    limit: f64,
}

impl HalfPlane {
    /// Points at least as near to `a` as to `b`.
    pub(super) fn nearer(a: Coord<f64>, b: Coord<f64>) -> Self {
        let normal = b - a;
        Self { normal, limit: ((b.x * b.x + b.y * b.y) - (a.x * a.x + a.y * a.y)) / 2.0 }
    }

    /// Points with y ≥ `y`.
    pub(super) fn above(y: f64) -> Self {
        Self { normal: Coord { x: 0.0, y: -1.0 }, limit: -y }
    }

    /// Points with y ≤ `y`.
    pub(super) fn below(y: f64) -> Self {
        Self { normal: Coord { x: 0.0, y: 1.0 }, limit: y }
    }

    /// How far outside a point is, in units of the normal; negative inside.
    fn excess(&self, p: Coord<f64>) -> f64 {
        self.normal.x * p.x + self.normal.y * p.y - self.limit
    }
}

/// The part of a convex ring (open, counter-clockwise) inside a half-plane; empty when nothing is left.
pub(super) fn clip(ring: &[Coord<f64>], keep: HalfPlane) -> Vec<Coord<f64>> {
    if ring.iter().all(|&p| keep.excess(p) <= 0.0) {
        return ring.to_vec();
    }
    let mut kept = Vec::with_capacity(ring.len() + 1);
    for (&from, &to) in ring.iter().zip(ring.iter().cycle().skip(1)) {
        let (before, after) = (keep.excess(from), keep.excess(to));
        if before <= 0.0 {
            kept.push(from);
        }
        if (before < 0.0 && after > 0.0) || (before > 0.0 && after < 0.0) {
            kept.push(from + (to - from) * (before / (before - after)));
        }
    }
    if kept.len() < 3 { Vec::new() } else { kept }
}

/// The points of `within` that are nearer to `of` than to any of `others` (which may contain `of`). O(others).
pub(super) fn cell(of: Coord<f64>, others: &[Coord<f64>], within: &[Coord<f64>]) -> Vec<Coord<f64>> {
    let radius = |ring: &[Coord<f64>]| ring.iter().map(|&p| distance(p, of)).fold(0.0, f64::max);
    let mut ring = within.to_vec();
    let mut reach = radius(&ring);
    for &other in others {
        if other != of && distance(of, other) <= 2.0 * reach {
            ring = clip(&ring, HalfPlane::nearer(of, other));
            reach = radius(&ring);
        }
    }
    ring
}

/// Straight-line distance.
pub(super) fn distance(a: Coord<f64>, b: Coord<f64>) -> f64 {
    (a.x - b.x).hypot(a.y - b.y)
}

/// Area of an open ring; positive when counter-clockwise.
pub(super) fn area(ring: &[Coord<f64>]) -> f64 {
    ring.iter().zip(ring.iter().cycle().skip(1)).map(|(a, b)| a.x * b.y - b.x * a.y).sum::<f64>() / 2.0
}

/// Mean of the vertices of a ring: inside it, as the ring is convex.
#[expect(clippy::cast_precision_loss, reason = "a handful of vertices")]
pub(super) fn middle(ring: &[Coord<f64>]) -> Coord<f64> {
    ring.iter().fold(Coord::zero(), |sum, &p| sum + p) / ring.len().max(1) as f64
}

/// Whether a point lies inside or on a convex ring (counter-clockwise).
pub(super) fn inside(ring: &[Coord<f64>], p: Coord<f64>) -> bool {
    !ring.is_empty()
        && ring.iter().zip(ring.iter().cycle().skip(1)).all(|(&a, &b)| (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) >= 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQUARE: [Coord<f64>; 4] =
        [Coord { x: 0.0, y: 0.0 }, Coord { x: 10.0, y: 0.0 }, Coord { x: 10.0, y: 10.0 }, Coord { x: 0.0, y: 10.0 }];

    #[test]
    fn a_half_plane_cuts_a_square_where_it_should() {
        assert!((area(&clip(&SQUARE, HalfPlane::above(7.0))) - 30.0).abs() < 1e-9);
        assert!((area(&clip(&SQUARE, HalfPlane::below(7.0))) - 70.0).abs() < 1e-9);
        assert!(clip(&SQUARE, HalfPlane::above(11.0)).is_empty());
    }

    #[test]
    fn cells_share_the_square_without_rest() {
        let towns = [Coord { x: 2.0, y: 2.0 }, Coord { x: 8.0, y: 3.0 }, Coord { x: 5.0, y: 9.0 }, Coord { x: 1.0, y: 7.5 }];
        let areas: Vec<f64> = towns.iter().map(|&town| area(&cell(town, &towns, &SQUARE))).collect();
        assert!(areas.iter().all(|&area| area > 5.0));
        assert!((areas.iter().sum::<f64>() - 100.0).abs() < 1e-9, "{areas:?}");
        // Two towns left and right of the middle halve the square.
        let pair = [Coord { x: 3.0, y: 5.0 }, Coord { x: 7.0, y: 5.0 }];
        assert!((area(&cell(pair[0], &pair, &SQUARE)) - 50.0).abs() < 1e-9);
    }

    #[test]
    fn a_corner_is_inside_and_beyond_it_is_not() {
        assert!(inside(&SQUARE, Coord { x: 10.0, y: 10.0 }));
        assert!(inside(&SQUARE, middle(&SQUARE)));
        assert!(!inside(&SQUARE, Coord { x: 10.1, y: 5.0 }));
        assert!(!inside(&[], Coord { x: 0.0, y: 0.0 }));
    }
}
