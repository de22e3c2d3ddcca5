//! Geometry as a `GeoPackage` stores it: a header with the bounding box, then WKB, both little-endian.

use geo::{Coord, LineString};

use crate::crs::RD_NEW;
use crate::report::table::Shapes;

/// Bit 0 of the flags: little-endian. Bits 1 to 3: a bounding box of x and y follows.
const FLAGS: u8 = 0b0000_0001;
const FLAGS_WITH_BOX: u8 = 0b0000_0011;

/// Geometry types of WKB.
const POINT: u32 = 1;
const LINE: u32 = 2;
const POLYGON: u32 = 3;
const MULTI_POLYGON: u32 = 6;

/// The name of the geometry type of a layer; `None` for a table without places.
pub(super) fn type_name(shapes: &Shapes) -> Option<&'static str> {
    match shapes {
        Shapes::Nothing => None,
        Shapes::Points(_) => Some("POINT"),
        Shapes::Squares { .. } => Some("POLYGON"),
        Shapes::Polygons(_) => Some("MULTIPOLYGON"),
        Shapes::Mixed(_) => Some("GEOMETRY"),
        Shapes::Lines(_) => Some("LINESTRING"),
    }
}

/// A box in RD New.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Bounds {
    pub(super) min: Coord<f64>,
    pub(super) max: Coord<f64>,
}

impl Bounds {
    /// The box of nothing: any other joined with it stays what it is.
    pub(super) const EMPTY: Self =
        Self { min: Coord { x: f64::INFINITY, y: f64::INFINITY }, max: Coord { x: f64::NEG_INFINITY, y: f64::NEG_INFINITY } };

    pub(super) fn is_empty(&self) -> bool {
        self.min.x > self.max.x
    }

    /// The smallest box around both.
    pub(super) fn join(&mut self, other: Self) {
        self.min = Coord { x: self.min.x.min(other.min.x), y: self.min.y.min(other.min.y) };
        self.max = Coord { x: self.max.x.max(other.max.x), y: self.max.y.max(other.max.y) };
    }

    fn around<'a>(points: impl Iterator<Item = &'a Coord<f64>>) -> Self {
        let mut bounds = Self::EMPTY;
        points.for_each(|&at| bounds.join(Self { min: at, max: at }));
        bounds
    }
}

/// The box of the geometry of a row; `None` for a row without a place: a point or a centre that is not finite, a polygon that is
/// missing or empty, a line that is missing or has no length.
pub(super) fn bounds(shapes: &Shapes, row: usize) -> Option<Bounds> {
    let finite = |at: &&Coord<f64>| at.x.is_finite() && at.y.is_finite();
    match shapes {
        Shapes::Nothing => None,
        Shapes::Squares { centres, side } => centres.get().get(row).filter(finite).map(|at| {
            let half = Coord { x: side / 2.0, y: side / 2.0 };
            Bounds { min: *at - half, max: *at + half }
        }),
        Shapes::Points(_) | Shapes::Polygons(_) | Shapes::Mixed(_) => {
            let point = shapes.point(row).map(|at| Bounds { min: at, max: at });
            point.or_else(|| {
                let bounds = Bounds::around(shapes.polygons(row)?.iter().flat_map(|polygon| polygon.exterior().coords()));
                (!bounds.is_empty()).then_some(bounds)
            })
        }
        Shapes::Lines(_) => shapes.line(row).map(|ends| Bounds::around(ends.iter())),
    }
}

/// Puts the geometry of a row in `blob`, in place of what was there. `bounds` are those of [`bounds`].
pub(super) fn encode(shapes: &Shapes, row: usize, bounds: Bounds, blob: &mut Vec<u8>) {
    blob.clear();
    match shapes {
        Shapes::Nothing => {}
        Shapes::Squares { .. } => {
            header(blob, FLAGS_WITH_BOX);
            envelope(blob, bounds);
            start(blob, POLYGON);
            count(blob, 1);
            count(blob, 5);
            let Bounds { min, max } = bounds;
            for (x, y) in [(min.x, min.y), (max.x, min.y), (max.x, max.y), (min.x, max.y), (min.x, min.y)] {
                position(blob, Coord { x, y });
            }
        }
        Shapes::Points(_) | Shapes::Polygons(_) | Shapes::Mixed(_) => {
            if let Some(at) = shapes.point(row) {
                header(blob, FLAGS);
                start(blob, POINT);
                position(blob, at);
            } else if let Some(polygons) = shapes.polygons(row) {
                header(blob, FLAGS_WITH_BOX);
                envelope(blob, bounds);
                start(blob, MULTI_POLYGON);
                count(blob, polygons.0.len());
                for polygon in polygons {
                    start(blob, POLYGON);
                    count(blob, 1 + polygon.interiors().len());
                    ring(blob, polygon.exterior());
                    polygon.interiors().iter().for_each(|hole| ring(blob, hole));
                }
            }
        }
        Shapes::Lines(_) => {
            let Some(ends) = shapes.line(row) else { return };
            header(blob, FLAGS_WITH_BOX);
            envelope(blob, bounds);
            start(blob, LINE);
            count(blob, ends.len());
            ends.into_iter().for_each(|at| position(blob, at));
        }
    }
}

/// `GP`, version 0 (that is 1), the flags and the number of the coordinate system.
fn header(blob: &mut Vec<u8>, flags: u8) {
    blob.extend_from_slice(&[b'G', b'P', 0, flags]);
    blob.extend_from_slice(&RD_NEW.to_le_bytes());
}

fn envelope(blob: &mut Vec<u8>, Bounds { min, max }: Bounds) {
    for value in [min.x, max.x, min.y, max.y] {
        blob.extend_from_slice(&value.to_le_bytes());
    }
}

/// Byte order and type of a WKB geometry.
fn start(blob: &mut Vec<u8>, kind: u32) {
    blob.push(1);
    blob.extend_from_slice(&kind.to_le_bytes());
}

#[expect(clippy::cast_possible_truncation, reason = "WKB counts in 32 bits; 2^32 points would be 64 GB")]
fn count(blob: &mut Vec<u8>, items: usize) {
    blob.extend_from_slice(&(items as u32).to_le_bytes());
}

fn ring(blob: &mut Vec<u8>, ring: &LineString<f64>) {
    count(blob, ring.0.len());
    ring.coords().for_each(|&at| position(blob, at));
}

fn position(blob: &mut Vec<u8>, at: Coord<f64>) {
    blob.extend_from_slice(&at.x.to_le_bytes());
    blob.extend_from_slice(&at.y.to_le_bytes());
}

#[cfg(test)]
mod tests {
    use geozero::ToGeo;
    use geozero::wkb::GpkgWkb;

    use super::*;
    use crate::crs::Planar;
    use crate::report::example;

    fn blob(shapes: &Shapes, row: usize) -> Vec<u8> {
        let mut blob = Vec::new();
        encode(shapes, row, bounds(shapes, row).unwrap(), &mut blob);
        blob
    }

    #[test]
    fn another_reader_finds_each_kind_again() {
        let borders = example::borders();
        let read = |shapes: &Shapes| GpkgWkb(blob(shapes, 0)).to_geo().unwrap();
        assert_eq!(read(&example::polygons(&borders).shapes), geo::Geometry::MultiPolygon(borders.clone()));
        assert_eq!(read(&example::points().shapes), geo::Geometry::Point(geo::point!(x: 155_000.0, y: 463_000.0)));
        let line = LineString::from(vec![(155_000.0, 463_000.0), (120_700.723, 487_525.501)]);
        assert_eq!(read(&example::lines().shapes), geo::Geometry::LineString(line));
        let mixed = example::mixed(&borders).shapes;
        assert_eq!(read(&mixed), geo::Geometry::MultiPolygon(borders.clone()));
        assert_eq!(GpkgWkb(blob(&mixed, 1)).to_geo().unwrap(), geo::Geometry::Point(geo::point!(x: 155_000.0, y: 463_000.0)));
        let texts = example::texts();
        let square = geo::Rect::new((155_000.0, 463_000.0), (155_100.0, 463_100.0)).to_polygon();
        let geo::Geometry::Polygon(read) = read(&example::squares(&texts).shapes) else { panic!("not a polygon") };
        assert!((geo::Area::unsigned_area(&read) - 10_000.0).abs() < 1e-6);
        assert!(geo::Relate::relate(&read, &square).is_equal_topo());
    }

    #[test]
    fn the_header_carries_the_box() {
        let texts = example::texts();
        let blob = blob(&example::squares(&texts).shapes, 1);
        assert_eq!(blob[..8], [b'G', b'P', 0, 3, 0x40, 0x71, 0, 0]);
        let numbers: Vec<f64> = blob[8..40].chunks(8).map(|bytes| f64::from_le_bytes(bytes.try_into().unwrap())).collect();
        assert_eq!(numbers, [155_100.0, 155_200.0, 463_000.0, 463_100.0]);
        // Header 8, box 32, WKB: 1 + 4 + 4 + 4 + 5 × 16.
        assert_eq!(blob.len(), 8 + 32 + 93);
    }

    #[test]
    fn a_row_without_a_place_has_no_box() {
        let texts = example::texts();
        assert_eq!(bounds(&example::squares(&texts).shapes, 2), None);
        assert_eq!(bounds(&Shapes::Polygons(vec![None]), 0), None);
        let empty = geo::MultiPolygon(vec![]);
        assert_eq!(bounds(&Shapes::Polygons(vec![Some(Planar(&empty))]), 0), None);
        assert_eq!(bounds(&example::figures().shapes, 0), None);
        let borders = example::borders();
        let mixed = example::mixed(&borders).shapes;
        assert_eq!([2, 3, 9].map(|row| bounds(&mixed, row)), [None; 3]);
        let lines = example::lines().shapes;
        assert_eq!([1, 2, 3, 9].map(|row| bounds(&lines, row)), [None; 4]);
    }

    #[test]
    fn a_line_lies_in_its_box_whichever_way_it_goes() {
        // From the south-east to the north-west: the box is not from the first end to the second.
        let blob = blob(&example::lines().shapes, 0);
        let numbers: Vec<f64> = blob[8..40].chunks(8).map(|bytes| f64::from_le_bytes(bytes.try_into().unwrap())).collect();
        assert_eq!(numbers, [120_700.723, 155_000.0, 463_000.0, 487_525.501]);
        // Header 8, box 32, WKB: 1 + 4 + 4 + 2 × 16.
        assert_eq!((blob[3], blob.len()), (3, 8 + 32 + 41));
    }
}
