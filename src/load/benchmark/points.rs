//! Points in the plane: the covering problems of São José dos Campos (Lorena & Pereira), and tables with x and y.

use std::path::Path;

use geo::Coord;

use super::{BenchmarkError, Words, text_of};
use crate::crs::Planar;

/// A place with its weight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// Where it is.
    pub at: Planar<Coord<f64>>,
    /// What it weighs; 1 where the file does not say.
    pub weight: f64,
}

/// Reads `n` and n times `x y` from one file, and n weights from another.
///
/// # Errors
/// [`BenchmarkError`] with the line.
pub fn covering_points(points: &Path, demand: &Path) -> Result<Vec<Place>, BenchmarkError> {
    let (text, weights) = (text_of(points)?, text_of(demand)?);
    let mut words = Words::of(points, &text);
    let count = words.number("a number of points", |count: &usize| *count <= 10_000_000)?;
    let mut weight = Words::of(demand, &weights);
    if weight.list.len() != count {
        return Err(BenchmarkError::Length {
            file: demand.to_owned(),
            found: weight.list.len(),
            other: points.to_owned(),
            expected: count,
        });
    }
    let mut place = || {
        let at = Coord { x: words.real("an x")?, y: words.real("a y")? };
        let weight = weight.number("a weight of 0 or more", |weight: &f64| *weight >= 0.0 && weight.is_finite())?;
        Ok(Place { at: Planar(at), weight })
    };
    (0..count).map(|_| place()).collect()
}

/// Reads a CSV with columns `x` and `y`; the weight is the column that is named.
///
/// # Errors
/// [`BenchmarkError`] with the line, or the column that is not there.
pub fn places(file: &Path, weight: Option<&'static str>) -> Result<Vec<Place>, BenchmarkError> {
    let text = text_of(file)?;
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let header = reader.headers().cloned().unwrap_or_default();
    let column = |column: &'static str| {
        let missing = || BenchmarkError::NoColumn { file: file.to_owned(), column, has: header.iter().collect::<Vec<_>>().join(", ") };
        header.iter().position(|name| name.trim() == column).ok_or_else(missing)
    };
    let (x, y) = (column("x")?, column("y")?);
    let weight = weight.map(column).transpose()?;
    let mut places = Vec::new();
    for (line, record) in (2..).zip(reader.records()) {
        let record = record.unwrap_or_default();
        let number = |column: usize, expected: &'static str, least: f64| {
            let found = record.get(column).unwrap_or_default().trim();
            let unexpected = || BenchmarkError::Unexpected { file: file.to_owned(), line, found: found.to_owned(), expected };
            found.parse().ok().filter(|number: &f64| number.is_finite() && *number >= least).ok_or_else(unexpected)
        };
        let at = Coord { x: number(x, "an x", f64::NEG_INFINITY)?, y: number(y, "a y", f64::NEG_INFINITY)? };
        let weight = weight.map_or(Ok(1.0), |column| number(column, "a weight of 0 or more", 0.0))?;
        places.push(Place { at: Planar(at), weight });
    }
    Ok(places)
}
