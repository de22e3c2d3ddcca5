//! Positions in columns: X and Y, longitude and latitude, or both.

use std::collections::{BTreeMap, BTreeSet};

use geo::Coord;

use super::CrsOrigin;
use super::placed::{Placed, is_known, of_raw, to_rd, unknown};
use crate::crs::{Crs, ETRS89, Planar, ToPlanar, near_netherlands};
use crate::load::error::{Fault, Refusal, Why};
use crate::load::format::{Layer, Numbers, Source};

/// Two positions of one row that are farther apart than this, metres, are reported.
const DISAGREEMENT: f64 = 100.0;

/// X and Y, the first two of the numbers from `first` on, and longitude and latitude behind them where the file has both.
pub(super) fn of_xy(layer: &Layer, source: &Source, first: usize, fields: [usize; 2], with_degrees: bool) -> Result<Placed, Fault> {
    let mut placed = of_columns(layer, source, first, fields, with_degrees)?;
    name_texts(&mut placed, layer, source, first, fields);
    Ok(placed)
}

/// Longitude and latitude, the first two of the numbers from `first` on; what the study states of them comes before what their names say.
pub(super) fn of_degrees(layer: &Layer, source: &Source, first: usize, fields: [usize; 2]) -> Result<Placed, Fault> {
    let mut placed = match source.file.crs {
        Some(_) => of_points(layer, source, first, fields)?,
        None => to_rd(layer, &pair(layer, first), &Crs::Epsg(ETRS89), CrsOrigin::Columns)?,
    };
    name_texts(&mut placed, layer, source, first, fields);
    Ok(placed)
}

fn of_columns(layer: &Layer, source: &Source, first: usize, fields: [usize; 2], with_degrees: bool) -> Result<Placed, Fault> {
    let raw = pair(layer, first);
    let mut placed = of_points(layer, source, first, fields)?;
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

/// Positions as they read; where that puts nothing in the Netherlands and `152.000` as 152 000 puts everything there, so.
fn of_points(layer: &Layer, source: &Source, first: usize, fields: [usize; 2]) -> Result<Placed, Fault> {
    let placed = of_raw(layer, &pair(layer, first), source);
    let is_used = placed.as_ref().is_ok_and(|placed| placed.at.iter().any(|at| is_known(*at)));
    let columns = [&layer.numbers[first], &layer.numbers[first + 1]];
    if is_used || !columns.iter().any(|column| column.points.are_thousands()) {
        return placed;
    }
    let [x, y] = columns.map(Numbers::as_thousands);
    let second = of_raw(layer, &|row| Coord { x: x[row], y: y[row] }, source);
    match second {
        Ok(mut second) if second.refused.iter().all(|refusal| refusal.why == Why::NoPosition) => {
            let read = fields.into_iter().zip(columns).filter(|(_, column)| column.points.are_thousands());
            second.thousands = read.map(|(field, _)| source.fields[field].clone()).collect();
            Ok(second)
        }
        _ => placed,
    }
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
