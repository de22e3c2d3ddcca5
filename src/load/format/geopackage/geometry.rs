//! The geometry column: the header of a `GeoPackage` blob, and what is made of the WKB behind it.

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
    let mut centroid = Centroid::new();
    walk(wkb, |part, mut coords| match part {
        Part::Point => coords.for_each(|at| centroid.point(at)),
        Part::Line => centroid.line(coords.by_ref()),
        Part::Exterior => centroid.ring(coords, false),
        Part::Interior => centroid.ring(coords, true),
    })?;
    centroid.place().ok_or_else(not_finite)
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
