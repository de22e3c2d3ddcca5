//! What is made of a shape: a place, or polygons with their holes in the right one.

use geo::coordinate_position::{CoordPos, CoordinatePosition};
use geo::{Area, Coord, LineString, MultiPolygon, Polygon};
use shapefile::record::traits::HasXY;
use shapefile::{PolygonRing, Shape};

use crate::load::format::centroid::Centroid;
use crate::load::format::layer::Place;

/// Centroid and size of a shape, [`Place::NONE`] of a null shape.
///
/// # Errors
/// Why it has none, in words.
pub(super) fn place(shape: &Shape) -> Result<Place, String> {
    let mut centroid = Centroid::new();
    match shape {
        Shape::NullShape => {}
        Shape::Point(point) => centroid.point(coord(point)),
        Shape::PointM(point) => centroid.point(coord(point)),
        Shape::PointZ(point) => centroid.point(coord(point)),
        Shape::Multipoint(points) => points.points().iter().for_each(|point| centroid.point(coord(point))),
        Shape::MultipointM(points) => points.points().iter().for_each(|point| centroid.point(coord(point))),
        Shape::MultipointZ(points) => points.points().iter().for_each(|point| centroid.point(coord(point))),
        Shape::Polyline(line) => line.parts().iter().for_each(|part| centroid.line(part.iter().map(coord))),
        Shape::PolylineM(line) => line.parts().iter().for_each(|part| centroid.line(part.iter().map(coord))),
        Shape::PolylineZ(line) => line.parts().iter().for_each(|part| centroid.line(part.iter().map(coord))),
        Shape::Polygon(_) | Shape::PolygonM(_) | Shape::PolygonZ(_) => {
            for polygon in &polygons(shape)?.0 {
                centroid.ring(polygon.exterior().0.iter().copied(), false);
                polygon.interiors().iter().for_each(|hole| centroid.ring(hole.0.iter().copied(), true));
            }
        }
        Shape::Multipatch(_) => return Err("a multipatch".to_owned()),
    }
    centroid.place().ok_or_else(not_finite)
}

/// The polygons of a shape; none of a null shape, of points and of lines.
///
/// # Errors
/// Why it has none, in words.
pub(super) fn polygons(shape: &Shape) -> Result<MultiPolygon<f64>, String> {
    let (outer, inner) = match shape {
        Shape::Polygon(polygon) => sorted(polygon.rings()),
        Shape::PolygonM(polygon) => sorted(polygon.rings()),
        Shape::PolygonZ(polygon) => sorted(polygon.rings()),
        Shape::Multipatch(_) => return Err("a multipatch".to_owned()),
        _ => return Ok(MultiPolygon(Vec::new())),
    };
    let finite = |ring: &LineString<f64>| ring.0.iter().all(|at| at.x.is_finite() && at.y.is_finite());
    if outer.iter().chain(&inner).all(finite) { Ok(assembled(outer, inner)) } else { Err(not_finite()) }
}

fn not_finite() -> String {
    "a coordinate is not a finite number".to_owned()
}

fn coord(point: &impl HasXY) -> Coord<f64> {
    Coord { x: point.x(), y: point.y() }
}

/// Rings by the way they turn: clockwise is land, the other way a hole.
fn sorted<P: HasXY>(rings: &[PolygonRing<P>]) -> (Vec<LineString<f64>>, Vec<LineString<f64>>) {
    let (mut outer, mut inner) = (Vec::new(), Vec::new());
    for ring in rings.iter().filter(|ring| !ring.is_empty()) {
        let line = ring.points().iter().map(coord).collect();
        match ring {
            PolygonRing::Outer(_) => outer.push(line),
            PolygonRing::Inner(_) => inner.push(line),
        }
    }
    (outer, inner)
}

/// Gives every hole to the smallest outer ring around it, since the format does not order them. What turns like a hole and lies in no
/// land is land itself, drawn the wrong way round.
fn assembled(outer: Vec<LineString<f64>>, inner: Vec<LineString<f64>>) -> MultiPolygon<f64> {
    let mut polygons: Vec<Polygon<f64>> = outer.into_iter().map(|ring| Polygon::new(ring, Vec::new())).collect();
    if inner.is_empty() {
        return MultiPolygon(polygons);
    }
    let shells: Vec<(Polygon<f64>, f64)> = polygons.iter().map(|shell| (shell.clone(), shell.unsigned_area())).collect();
    for hole in inner {
        let around = shells.iter().enumerate().filter(|(_, (shell, _))| encloses(shell, &hole));
        let smallest = around.min_by(|(_, (_, a)), (_, (_, b))| a.total_cmp(b)).map(|(index, _)| index);
        match smallest.and_then(|index| polygons.get_mut(index)) {
            Some(polygon) => polygon.interiors_push(hole),
            None => polygons.push(Polygon::new(hole, Vec::new())),
        }
    }
    MultiPolygon(polygons)
}

/// Whether a hole lies in a shell: by its first point that is not on the shell's edge.
fn encloses(shell: &Polygon<f64>, hole: &LineString<f64>) -> bool {
    let positions = hole.0.iter().map(|at| shell.coordinate_position(at));
    positions.into_iter().find(|position| *position != CoordPos::OnBoundary) != Some(CoordPos::Outside)
}

#[cfg(test)]
mod tests {
    use super::*;
    use shapefile::Point;

    /// A square from its lower left corner, clockwise.
    fn square(x: f64, y: f64, side: f64) -> Vec<Point> {
        [(x, y), (x, y + side), (x + side, y + side), (x + side, y), (x, y)].map(|(x, y)| Point::new(x, y)).to_vec()
    }

    #[test]
    fn holes_find_their_land_in_any_order() {
        // Two islands of 100 m² at x 0 and 20; a hole of 4 m² in the first, an island of 1 m² in that hole. The first island's hole
        // stands last. Land: 100 − 4 + 1 + 100 = 197.
        let rings = vec![
            PolygonRing::Outer(square(20.0, 0.0, 10.0)),
            PolygonRing::Outer(square(0.0, 0.0, 10.0)),
            PolygonRing::Outer(square(4.5, 4.5, 1.0)),
            PolygonRing::Inner(square(4.0, 4.0, 2.0)),
        ];
        let polygons = polygons(&Shape::Polygon(shapefile::Polygon::with_rings(rings))).unwrap();
        assert_eq!(polygons.0.iter().map(|polygon| polygon.interiors().len()).collect::<Vec<_>>(), [0, 1, 0]);
        assert!((polygons.unsigned_area() - 197.0).abs() < 1e-9);
    }

    #[test]
    fn land_drawn_the_wrong_way_round_is_land() {
        let shape = Shape::Polygon(shapefile::Polygon::with_rings(vec![PolygonRing::Inner(square(0.0, 0.0, 10.0))]));
        assert!((polygons(&shape).unwrap().unsigned_area() - 100.0).abs() < 1e-9);
        let place = place(&shape).unwrap();
        assert!((place.at.x - 5.0).abs() < 1e-9 && (place.at.y - 5.0).abs() < 1e-9 && (place.width - 10.0).abs() < 1e-9);
    }
}
