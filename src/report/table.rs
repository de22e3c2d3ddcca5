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
    /// Straight lines from one place to another; `None` for a row without.
    Lines(Planar<Vec<Option<[Coord<f64>; 2]>>>),
}

impl Shapes<'_> {
    /// The ends of the line of a row; `None` for a row without one that can be drawn: it is missing, an end is not finite, or both are
    /// the same place.
    pub(super) fn line(&self, row: usize) -> Option<[Coord<f64>; 2]> {
        let Self::Lines(lines) = self else { return None };
        let finite = |at: &Coord<f64>| at.x.is_finite() && at.y.is_finite();
        lines.get().get(row).copied().flatten().filter(|[from, to]| finite(from) && finite(to) && from != to)
    }
}
