//! The positions of rows in RD New, whatever they were made from.

use geo::Coord;

use super::CrsOrigin;
use crate::crs::{Crs, CrsError, Planar, ToPlanar, near_netherlands};
use crate::load::error::{Fault, Refusal, Why};
use crate::load::format::{Layer, Source};
use crate::load::infer::{fault_of_all, infer, why_elsewhere};

/// The positions of the rows of a layer.
#[derive(Debug, Clone, Default)]
pub struct Placed {
    /// One position a row, RD New; not finite where the row was refused.
    pub at: Vec<Coord<f64>>,
    /// The side of the squares in metres: that of their ids, or of the boxes of their shapes, the median where these differ; `None` for
    /// points.
    pub side: Option<f64>,
    /// Whether rows are squares that stand straight in RD New.
    pub straight: bool,
    /// The coordinate system and how it was known.
    pub crs: Option<(Crs, CrsOrigin)>,
    /// Rows without a usable position.
    pub refused: Vec<Refusal>,
    /// Columns in whose texts a point was read as a sign between thousands.
    pub thousands: Vec<String>,
    /// Rows whose two positions are more than 100 m apart: the row and the metres.
    pub disagreeing: Vec<(u64, f64)>,
}

/// A row without a position.
pub(super) const NOWHERE: Coord<f64> = Coord { x: f64::NAN, y: f64::NAN };

impl Placed {
    pub(super) fn refuse(&mut self, refusal: Refusal) {
        self.at.push(NOWHERE);
        self.refused.push(refusal);
    }
}

pub(super) fn is_known(at: Coord<f64>) -> bool {
    at.x.is_finite() && at.y.is_finite()
}

/// Positions in the system of a file: the study's word, else the file's, else the only one that fits. Where no row has a position there
/// is no system to be known, and each is refused by itself.
pub(super) fn of_raw(layer: &Layer, raw: &impl Fn(usize) -> Coord<f64>, source: &Source) -> Result<Placed, Fault> {
    if let Some(stated) = &source.file.crs {
        return to_rd(layer, raw, &Crs::parse(stated), CrsOrigin::Study);
    }
    if let Some(crs) = &source.crs {
        return to_rd(layer, raw, crs, CrsOrigin::File);
    }
    let positions: Vec<Coord<f64>> = (0..layer.len()).map(raw).collect();
    if positions.iter().any(|at| is_known(*at)) {
        return to_rd(layer, raw, &infer(&positions, &layer.rows)?, CrsOrigin::Inferred);
    }
    let mut placed = Placed::default();
    layer.rows.iter().for_each(|row| placed.refuse(Refusal::of_row(*row, Why::NoPosition)));
    Ok(placed)
}

pub(super) fn to_rd(layer: &Layer, raw: &impl Fn(usize) -> Coord<f64>, crs: &Crs, origin: CrsOrigin) -> Result<Placed, Fault> {
    let to = ToPlanar::new(crs).map_err(unknown)?;
    let mut placed = Placed { at: Vec::with_capacity(layer.len()), crs: Some((crs.clone(), origin)), ..Placed::default() };
    for (row, number) in layer.rows.iter().enumerate() {
        let at = raw(row);
        if !is_known(at) {
            placed.refuse(Refusal::of_row(*number, Why::NoPosition));
            continue;
        }
        match to.point(at) {
            Some(Planar(position)) if near_netherlands(position) => placed.at.push(position),
            _ => placed.refuse(Refusal::of_value(*number, "", &format!("{}, {}", at.x, at.y), why_elsewhere(at, crs))),
        }
    }
    if placed.refused.len() == layer.len() {
        let reasons: Vec<Why> = placed.refused.iter().map(|refusal| refusal.why.clone()).filter(|why| *why != Why::NoPosition).collect();
        let example = (0..layer.len()).map(raw).find(|at| is_known(*at)).unwrap_or_default();
        if let Some(fault) = fault_of_all(&reasons, crs, example) {
            return Err(fault);
        }
    }
    Ok(placed)
}

pub(super) fn unknown(error: CrsError) -> Fault {
    Fault::UnknownCrs { crs: error.crs, detail: error.detail }
}
