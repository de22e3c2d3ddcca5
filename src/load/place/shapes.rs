//! Positions of the geometry of rows, and the side of squares that are drawn.

use super::placed::{Placed, of_raw};
use crate::crs::Crs;
use crate::load::error::Fault;
use crate::load::format::{Geometry, Layer, Place, Source};

/// The places of rows with geometry.
pub(super) fn places(layer: &Layer, source: &Source) -> Result<Placed, Fault> {
    let Geometry::Places(places) = &layer.geometry else { return Err(Fault::NoCrs) };
    let mut placed = of_raw(layer, &|row| places[row].at, source)?;
    if let Some((crs, _)) = &placed.crs {
        placed.side = side_of_boxes(places, crs);
        placed.straight = crs.is_rd() && places.iter().all(|place| place.is_none() || (place.width - place.height).abs() < 1e-3);
    }
    Ok(placed)
}

/// The side of a square as large as the boxes, metres, the median where they differ; `None` when they have no size.
fn side_of_boxes(places: &[Place], crs: &Crs) -> Option<f64> {
    let (east, north) = crs.metres_a_step();
    let side = |place: &Place| (f64::from(place.width) * east * f64::from(place.height) * north).sqrt();
    let first = places.iter().map(side).find(|side| *side > 0.0)?;
    if places.iter().map(side).all(|side| (side - first).abs() < 1e-6) {
        return Some(first);
    }
    let mut sides: Vec<f64> = places.iter().map(side).filter(|side| *side > 0.0).collect();
    let middle = sides.len() / 2;
    let (_, median, _) = sides.select_nth_unstable_by(middle, f64::total_cmp);
    Some((*median * 1000.0).round() / 1000.0)
}
