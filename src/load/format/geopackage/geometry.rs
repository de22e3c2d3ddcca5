//! The geometry column: the header of a `GeoPackage` blob, and what is made of the WKB behind it.

#![expect(clippy::float_cmp, reason = "the corners of a rectangle share their coordinates to the bit")]

use geo::{LineString, MultiPolygon, Polygon};

use super::wkb::{Part, walk};
use crate::load::format::centroid::Centroid;
use crate::load::format::layer::Place;

/// Centroid and size of a geometry, [`Place::NONE`] when it is empty. Allocates nothing.
///
/// # Errors
/// What is wrong with the blob, in words.
pub(super) fn place(blob: &[u8]) -> Result<Place, String> {
    let Some(wkb) = strip_header(blob)? else { return Ok(Place::NONE) };
    if let Some(place) = rectangle(wkb) {
        return Ok(place);
    }
    let mut centroid = Centroid::new();
    walk(wkb, |part, mut coords| match part {
        Part::Point => coords.for_each(|at| centroid.point(at)),
        Part::Line => centroid.line(coords.by_ref()),
        Part::Exterior => centroid.ring(coords, false),
        Part::Interior => centroid.ring(coords, true),
    })?;
    centroid.place().ok_or_else(not_finite)
}

/// The place of a polygon of one ring of five points that is a rectangle along the axes, as the squares of a country are; `None` for any other
/// geometry, which is then walked. A fixed number of bytes is read.
fn rectangle(wkb: &[u8]) -> Option<Place> {
    /// Little-endian, a polygon, one ring, five points.
    const HEAD: [u8; 13] = [1, 3, 0, 0, 0, 1, 0, 0, 0, 5, 0, 0, 0];
    let (head, points) = wkb.split_first_chunk::<13>()?;
    let points: &[u8; 80] = points.first_chunk()?;
    if *head != HEAD {
        return None;
    }
    let number = |place: usize| points[8 * place..].first_chunk().map_or(f64::NAN, |bytes| f64::from_le_bytes(*bytes));
    let ring: [[f64; 2]; 5] = std::array::from_fn(|point| [number(2 * point), number(2 * point + 1)]);
    let [first, second, third, fourth, last] = ring;
    // Up and along, or along and up.
    let turns = (0..2).any(|axis| {
        let across = 1 - axis;
        first[axis] == second[axis] && second[across] == third[across] && third[axis] == fourth[axis] && fourth[across] == first[across]
    });
    let (width, height) = ((third[0] - first[0]).abs(), (third[1] - first[1]).abs());
    let is_one = turns && first == last && width > 0.0 && height > 0.0 && (width + height).is_finite();
    is_one.then(|| Place::new(geo::Coord { x: f64::midpoint(first[0], third[0]), y: f64::midpoint(first[1], third[1]) }, width, height))
}

/// The polygons of a geometry, their rings closed; none when it is empty, or made of points or lines.
///
/// # Errors
/// What is wrong with the blob, in words.
pub(super) fn polygons(blob: &[u8]) -> Result<MultiPolygon<f64>, String> {
    let Some(wkb) = strip_header(blob)? else { return Ok(MultiPolygon(Vec::new())) };
    let mut polygons: Vec<Polygon<f64>> = Vec::new();
    let mut finite = true;
    walk(wkb, |part, coords| {
        if matches!(part, Part::Point | Part::Line) {
            return;
        }
        let ring: LineString<f64> = coords.collect();
        finite &= ring.0.iter().all(|at| at.x.is_finite() && at.y.is_finite());
        match polygons.last_mut() {
            Some(polygon) if part == Part::Interior => polygon.interiors_push(ring),
            _ => polygons.push(Polygon::new(ring, Vec::new())),
        }
    })?;
    polygons.retain(|polygon| !polygon.exterior().0.is_empty());
    if finite { Ok(MultiPolygon(polygons)) } else { Err(not_finite()) }
}

fn not_finite() -> String {
    "a coordinate is not a finite number".to_owned()
}

/// The WKB behind the header, `None` when the header says that the geometry is empty.
fn strip_header(blob: &[u8]) -> Result<Option<&[u8]>, String> {
    let [b'G', b'P', _version, flags, _, _, _, _, rest @ ..] = blob else {
        return Err(if blob.starts_with(b"GP") { "breaks off" } else { "does not start with GP" }.to_owned());
    };
    if flags & 0b10_0000 != 0 {
        return Err("a type of geometry from an extension".to_owned());
    }
    let envelope = match flags >> 1 & 0b111 {
        0 => 0,
        1 => 32,
        2 | 3 => 48,
        4 => 64,
        kind => return Err(format!("envelope of kind {kind}")),
    };
    if flags & 0b1_0000 != 0 {
        return Ok(None);
    }
    rest.get(envelope..).map(Some).ok_or_else(|| "breaks off".to_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn wkb(ring: &[[f64; 2]]) -> Vec<u8> {
        let mut bytes = vec![1, 3, 0, 0, 0, 1, 0, 0, 0];
        bytes.extend(u32::try_from(ring.len()).unwrap().to_le_bytes());
        bytes.extend(ring.iter().flatten().flat_map(|number| number.to_le_bytes()));
        bytes
    }

    fn walked(wkb: &[u8]) -> Place {
        let mut centroid = Centroid::new();
        walk(wkb, |_, coords| centroid.ring(coords, false)).unwrap();
        centroid.place().unwrap()
    }

    #[test]
    fn only_rectangles_are_read_as_such() {
        let square = [[0.0, 0.0], [0.0, 2.0], [2.0, 2.0], [2.0, 0.0], [0.0, 0.0]];
        assert!(rectangle(&wkb(&square)).is_some());
        for (point, number, value) in [(1, 0, 1.0), (2, 1, 3.0), (4, 0, 1.0), (3, 0, f64::NAN)] {
            let mut other = square;
            other[point][number] = value;
            assert!(rectangle(&wkb(&other)).is_none(), "{other:?}");
        }
        assert!(rectangle(&wkb(&square[..4])).is_none());
        assert!(rectangle(&wkb(&square)[..90]).is_none());
        let line = [[0.0, 0.0], [0.0, 2.0], [0.0, 2.0], [0.0, 0.0], [0.0, 0.0]];
        assert!(rectangle(&wkb(&line)).is_none(), "without area");
    }

    proptest! {
        /// Whichever corner is first and whichever way it turns: the place is that of a walk along the ring.
        #[test]
        fn a_rectangle_is_where_a_walk_finds_it(x in -3e5..3e5, y in 3e5..7e5, width in 1.0..5_000.0, height in 1.0..5_000.0, first in 0..4usize, back: bool) {
            let mut corners = vec![[x, y], [x, y + height], [x + width, y + height], [x + width, y]];
            corners.rotate_left(first);
            if back {
                corners.reverse();
            }
            corners.push(corners[0]);
            let bytes = wkb(&corners);
            let (place, walked) = (rectangle(&bytes).unwrap(), walked(&bytes));
            prop_assert!((place.at.x - walked.at.x).abs() < 1e-8 && (place.at.y - walked.at.y).abs() < 1e-8);
            prop_assert_eq!((place.width, place.height), (walked.width, walked.height));
        }
    }
}
