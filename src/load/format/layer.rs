//! What every reader makes of a file: columns and positions, without any meaning yet.
//!
//! A reader is asked in two steps. [`super::Source::open`] looks at the head of the file and says which fields it has and in which
//! coordinate system it is; [`super::Source::read`] then brings the columns of a [`Selection`] and nothing else, which is what makes
//! a file of 4 million squares cheap.

use geo::{Coord, MultiPolygon};

use super::points::Points;
use crate::load::error::Refusal;
use crate::model::Texts;

/// What to bring from a file. Fields are indices into [`super::Source::fields`].
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// Fields to bring as numbers.
    pub numbers: Vec<usize>,
    /// Fields to bring as text.
    pub texts: Vec<usize>,
    /// Whether, and in which form, geometry is brought.
    pub geometry: Wanted,
    /// Keep only rows whose fields have these texts (compared after trimming); the others are counted in [`Layer::filtered`].
    pub keep: Vec<(usize, String)>,
    /// Stop after this many rows: a look at the first of them.
    pub limit: Option<usize>,
}

/// The form in which geometry is brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Wanted {
    /// Not at all.
    #[default]
    Nothing,
    /// One [`Place`] a row: the point itself, or the centroid of a shape with the size of its bounding box.
    Places,
    /// The polygons themselves.
    Shapes,
}

/// A position with the size of what stands there, in the units of the file's coordinate system.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// The point, or the centroid of the shape by area.
    pub at: Coord<f64>,
    /// Width of the bounding box; 0 for a point. Seven digits do: it says how large a cell is, not where.
    pub width: f32,
    /// Height of the bounding box; 0 for a point.
    pub height: f32,
}

impl Place {
    /// A row without geometry.
    pub const NONE: Self = Self { at: Coord { x: f64::NAN, y: f64::NAN }, width: 0.0, height: 0.0 };

    /// A shape with its centroid and the sides of its bounding box.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "seven digits of a side are enough")]
    pub fn new(at: Coord<f64>, width: f64, height: f64) -> Self {
        Self { at, width: width as f32, height: height as f32 }
    }

    /// Whether the row has no geometry.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.at.x.is_nan()
    }
}

/// The geometry of a layer, in the order of its rows.
#[derive(Debug, Clone, Default)]
pub enum Geometry {
    /// None was asked for, or the file has none.
    #[default]
    Nothing,
    /// One place a row, [`Place::NONE`] where the row has no geometry.
    Places(Vec<Place>),
    /// One shape a row, empty where the row has no geometry.
    Shapes(Vec<MultiPolygon<f64>>),
}

/// The rows of a file, column by column.
#[derive(Debug, Clone, Default)]
pub struct Layer {
    /// The number of each row as its user would count it: the line of a CSV, the row of a sheet, the record of a shapefile, the
    /// feature of a GeoJSON file (all from 1), the primary key of a GeoPackage.
    pub rows: Vec<u64>,
    /// The columns of [`Selection::numbers`], in that order.
    pub numbers: Vec<Numbers>,
    /// The columns of [`Selection::texts`], in that order.
    pub texts: Vec<Texts>,
    /// Positions or shapes, as asked.
    pub geometry: Geometry,
    /// Rows that could not be read at all (a cut-off record, a broken geometry). They are not among [`Self::rows`].
    pub refused: Vec<Refusal>,
    /// Rows left out by [`Selection::keep`].
    pub filtered: usize,
}

impl Layer {
    /// Number of rows that were read.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether no row was read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

/// A column of numbers.
#[derive(Debug, Clone, Default)]
pub struct Numbers {
    /// One value a row; NaN where the cell is empty or is not a number.
    pub values: Vec<f64>,
    /// The cells that hold something which is not a number: index of the row in the layer, and the text. Ascending.
    pub odd: Vec<(usize, String)>,
    /// What the points in its texts can mean.
    pub points: Points,
}

impl Numbers {
    /// Adds a cell written as text: empty, a number in any notation of [`super::number::parse`], or neither.
    pub fn push_text(&mut self, text: &str) {
        let text = text.trim();
        let value = super::number::parse(text);
        match value {
            Some(_) => self.points.see(self.values.len(), text),
            None if text.is_empty() => {}
            None => self.odd.push((self.values.len(), text.to_owned())),
        }
        self.values.push(value.unwrap_or(f64::NAN));
    }

    /// Adds a cell that holds a number.
    pub fn push(&mut self, value: f64) {
        self.values.push(value);
    }

    /// Adds an empty cell.
    pub fn push_empty(&mut self) {
        self.values.push(f64::NAN);
    }
}
