//! Polygons on the page: placed, thinned to what the eye can see, and written as a path.

use geo::{BoundingRect, Coord, LineString, MultiPolygon, Polygon, Simplify};

use super::canvas::number;
use super::view::{View, usable};

/// Points closer together than this on the page are one.
const SAME: f64 = 0.08;
/// How far a thinned line may be from the true one, in page units: a quarter of a screen pixel.
const TOLERANCE: f64 = 0.25;
/// Rings smaller than this both ways, in page units, are left out.
const SPECK: f64 = 1.0;

/// The polygons of a municipality on the page.
#[derive(Debug, Clone, Default)]
pub(super) struct Outline {
    /// The polygons that can be seen, in page units.
    pub polygons: Vec<Polygon<f64>>,
}

impl Outline {
    /// Places and thins a shape; what lies outside the frame altogether is left out. Linear in its points, bar the thinning.
    pub fn new(shape: &MultiPolygon<f64>, view: &View) -> Self {
        let polygons = shape.iter().filter_map(|polygon| {
            let exterior = ring(polygon.exterior(), view)?;
            let rect = exterior.bounding_rect()?;
            let [left, top, right, bottom] = view.frame.edges();
            let seen = rect.max().x >= left && rect.min().x <= right && rect.max().y >= top && rect.min().y <= bottom;
            seen.then(|| Polygon::new(exterior, polygon.interiors().iter().filter_map(|hole| ring(hole, view)).collect()))
        });
        Self { polygons: polygons.collect() }
    }

    /// The outline as path data.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for ring in self.polygons.iter().flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors())) {
            let corners = ring.0.len().saturating_sub(1);
            for (index, at) in ring.0.iter().take(corners).enumerate() {
                path.push(if index == 0 { 'M' } else { 'L' });
                path.push_str(&number(at.x));
                path.push(' ');
                path.push_str(&number(at.y));
            }
            path.push('Z');
        }
        path
    }
}

/// A ring on the page; `None` when it is a speck.
fn ring(ring: &LineString<f64>, view: &View) -> Option<LineString<f64>> {
    let mut points: Vec<Coord<f64>> = Vec::with_capacity(ring.0.len());
    for at in ring.coords().filter(|at| usable(**at)) {
        let [x, y] = view.place(*at);
        if points.last().is_none_or(|last| (last.x - x).abs() > SAME || (last.y - y).abs() > SAME) {
            points.push(Coord { x, y });
        }
    }
    let mut line = LineString(points);
    line.close();
    let line = line.simplify(TOLERANCE);
    let rect = line.bounding_rect()?;
    (line.0.len() >= 4 && (rect.width() >= SPECK || rect.height() >= SPECK)).then_some(line)
}
