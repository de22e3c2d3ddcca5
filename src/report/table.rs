//! The neutral form of every result: named columns over rows, with geometry where there is any.

use std::borrow::Cow;

use geo::{Coord, MultiPolygon};

use crate::crs::Planar;
use crate::model::Texts;

/// A result as a table. It borrows what it shows: 4 million rows are not copied to be written.
#[derive(Debug, Clone)]
pub struct Table<'a> {
    /// Stem of its file and name of its layer: `cells`, `areas`, `sites`.
    pub name: &'static str,
    /// What it holds, in one sentence in the study's language; for the description of a layer.
    pub title: String,
    /// Its columns, in order. All are as long as [`Self::rows`].
    pub columns: Vec<Column<'a>>,
    /// Number of rows.
    pub rows: usize,
    /// What stands where, row by row.
    pub shapes: Shapes<'a>,
}

/// A named column.
#[derive(Debug, Clone)]
pub struct Column<'a> {
    /// Its name, the same in every language: scripts read it.
    pub name: String,
    /// Its values.
    pub values: Values<'a>,
}

/// The values of a column.
#[derive(Debug, Clone)]
pub enum Values<'a> {
    /// Texts of its own.
    Owned(Vec<String>),
    /// Texts of the model, those at `rows`.
    Picked {
        /// Where the texts are.
        texts: &'a Texts,
        /// The index of each row's text.
        rows: &'a [u32],
    },
    /// An index into a list of names; [`crate::model::NONE`] is an empty cell.
    Named {
        /// The index of each row's name.
        codes: Cow<'a, [u32]>,
        /// The names.
        names: Vec<&'a str>,
    },
    /// Numbers with a fixed count of decimals; NaN is an empty cell.
    Numbers {
        /// The numbers.
        values: Cow<'a, [f64]>,
        /// Digits after the point, 0 to 6.
        decimals: u8,
    },
}

/// The geometry of a table, RD New.
#[derive(Debug, Clone)]
pub enum Shapes<'a> {
    /// None.
    Nothing,
    /// Points.
    Points(Planar<Cow<'a, [Coord<f64>]>>),
    /// Squares of one side in metres, by their centres.
    Squares {
        /// The centres.
        centres: Planar<Cow<'a, [Coord<f64>]>>,
        /// The side in metres.
        side: f64,
    },
    /// Polygons; `None` for a row without.
    Polygons(Vec<Option<Planar<&'a MultiPolygon<f64>>>>),
    /// Polygons and points in one layer; `None` for a row without a place.
    Mixed(Vec<Option<Shape<'a>>>),
    /// Straight lines from one place to another; `None` for a row without.
    Lines(Planar<Vec<Option<[Coord<f64>; 2]>>>),
}

/// The geometry of one row of [`Shapes::Mixed`].
#[derive(Debug, Clone, Copy)]
pub enum Shape<'a> {
    /// A point.
    Point(Planar<Coord<f64>>),
    /// Polygons.
    Polygons(Planar<&'a MultiPolygon<f64>>),
}

impl<'a> Shapes<'a> {
    /// The point of a row of points, alone or among polygons; `None` without one, or when it is not finite.
    pub(super) fn point(&self, row: usize) -> Option<Coord<f64>> {
        let at = match self {
            Self::Points(places) => places.get().get(row).copied(),
            Self::Mixed(shapes) => match shapes.get(row)? {
                Some(Shape::Point(at)) => Some(at.0),
                _ => None,
            },
            _ => None,
        };
        at.filter(|at| at.x.is_finite() && at.y.is_finite())
    }

    /// The polygons of a row, alone or among points; `None` without any.
    pub(super) fn polygons(&self, row: usize) -> Option<&'a MultiPolygon<f64>> {
        let Planar(polygons) = match self {
            Self::Polygons(polygons) => polygons.get(row).copied().flatten(),
            Self::Mixed(shapes) => match shapes.get(row)? {
                Some(Shape::Polygons(polygons)) => Some(*polygons),
                _ => None,
            },
            _ => None,
        }?;
        Some(polygons).filter(|polygons| !polygons.0.is_empty())
    }

    /// The ends of the line of a row; `None` for a row without one that can be drawn: it is missing, an end is not finite, or both are
    /// the same place.
    pub(super) fn line(&self, row: usize) -> Option<[Coord<f64>; 2]> {
        let Self::Lines(lines) = self else { return None };
        let finite = |at: &Coord<f64>| at.x.is_finite() && at.y.is_finite();
        lines.get().get(row).copied().flatten().filter(|[from, to]| finite(from) && finite(to) && from != to)
    }
}
