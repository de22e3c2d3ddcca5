//! Positions in columns: X and Y, longitude and latitude, or both.

use std::collections::{BTreeMap, BTreeSet};

use geo::Coord;

use super::CrsOrigin;
use super::placed::{Placed, is_known, of_raw, to_rd, unknown};
use crate::crs::{Crs, ETRS89, Planar, ToPlanar, near_netherlands};
use crate::load::error::{Fault, Refusal, Why};
use crate::load::format::{Layer, Source};

/// Two positions of one row that are farther apart than this, metres, are reported.
const DISAGREEMENT: f64 = 100.0;

/// X and Y, the first two of the numbers from `first` on, and longitude and latitude behind them where the file has both.
pub(super) fn of_xy(layer: &Layer, source: &Source, first: usize, fields: [usize; 2], with_degrees: bool) -> Result<Placed, Fault> {
    let mut placed = of_columns(layer, source, first, with_degrees)?;
    name_texts(&mut placed, layer, source, first, fields);
    Ok(placed)
}

/// Longitude and latitude, the first two of the numbers from `first` on.
pub(super) fn of_degrees(layer: &Layer, source: &Source, first: usize, fields: [usize; 2]) -> Result<Placed, Fault> {
    let mut placed = to_rd(layer, &pair(layer, first), &Crs::Epsg(ETRS89), CrsOrigin::Columns)?;
    name_texts(&mut placed, layer, source, first, fields);
    Ok(placed)
}

fn of_columns(layer: &Layer, source: &Source, first: usize, with_degrees: bool) -> Result<Placed, Fault> {
    let raw = pair(layer, first);
    let mut placed = of_raw(layer, &raw, source)?;
    if with_degrees {
        let to = ToPlanar::new(&Crs::Epsg(ETRS89)).map_err(unknown)?;
        let mut found = BTreeSet::new();
        let degrees = pair(layer, first + 2);
        for row in 0..layer.len() {
            let Some(Planar(second)) = to.point(degrees(row)).filter(|at| near_netherlands(at.0)) else { continue };
            if !is_known(raw(row)) {
                placed.at[row] = second;
                found.insert(layer.rows[row]);
            } else if placed.at[row].x.is_finite() {
                let metres = Planar(placed.at[row]).distance(Planar(second));
                if metres > DISAGREEMENT {
                    placed.disagreeing.push((layer.rows[row], metres));
                }
            }
        }
        placed.refused.retain(|refusal| !found.contains(&refusal.row));
        if placed.crs.is_none() && !found.is_empty() {
            placed.crs = Some((Crs::Epsg(ETRS89), CrsOrigin::Columns));
        }
    }
    Ok(placed)
}

/// Two columns of numbers as the position of a row.
fn pair(layer: &Layer, first: usize) -> impl Fn(usize) -> Coord<f64> {
    let (x, y) = (&layer.numbers[first].values, &layer.numbers[first + 1].values);
    |row| Coord { x: x[row], y: y[row] }
}

/// Lets the refusal of a row with a text in the place of a coordinate name that text.
fn name_texts(placed: &mut Placed, layer: &Layer, source: &Source, first: usize, fields: [usize; 2]) {
    let mut texts: BTreeMap<u64, (usize, &str)> = BTreeMap::new();
    for (column, field) in fields.into_iter().enumerate() {
        for (row, text) in &layer.numbers[first + column].odd {
            texts.entry(layer.rows[*row]).or_insert((field, text));
        }
    }
    for refusal in placed.refused.iter_mut().filter(|refusal| refusal.why == Why::NoPosition) {
        if let Some((field, text)) = texts.get(&refusal.row) {
            *refusal = Refusal::of_value(refusal.row, &source.fields[*field], text, Why::NotANumber);
        }
    }
}
