//! Population cells, column by column.

use geo::Coord;

use super::{Group, Texts};
use crate::crs::Planar;
use crate::units::Metres;

/// The index that stands for "none" in the index columns of [`Cells`] and of every result over cells.
pub const NONE: u32 = u32::MAX;

/// The residents of one group, one value a cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Count {
    /// Whose residents.
    pub group: Group,
    /// Persons in each cell: finite, not negative.
    pub persons: Vec<f64>,
    /// Whether the source hides the value of a cell, so that `persons` is an estimate. Empty when none is hidden.
    pub hidden: Vec<bool>,
    /// Whether the values are modelled: spread over the cells from a table of areas.
    pub modelled: bool,
}

impl Count {
    /// Whether the value of this cell is an estimate.
    #[must_use]
    pub fn is_hidden(&self, cell: usize) -> bool {
        self.hidden.get(cell).copied().unwrap_or(false)
    }
}

/// Between which bounds a hidden count lies, however its estimate was brought to published figures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// The group, by index in [`Cells::counts`].
    pub count: u32,
    /// The cell.
    pub cell: u32,
    /// As few persons as it can be.
    pub least: f32,
    /// As many.
    pub most: f32,
}

/// Population cells: squares, postcodes or points, sorted by id.
#[derive(Debug, Clone, Default)]
pub struct Cells {
    /// Identifiers, ascending, unique.
    pub ids: Texts,
    /// Centres.
    pub at: Planar<Vec<Coord<f64>>>,
    /// Side of the cells when they are squares of one size; the side of a square of median area when they are not; `None` for points.
    pub side: Option<Metres>,
    /// Whether the cells are squares of side [`Self::side`], so that they can be drawn as such.
    pub squares: bool,
    /// Residents by group; the first is [`Group::All`].
    pub counts: Vec<Count>,
    /// The municipality of each cell, by index in [`super::Region::municipalities`]; [`NONE`] outside all.
    pub municipality: Vec<u32>,
    /// The finer area of each cell, by index in [`super::Region::areas`]; [`NONE`] outside all.
    pub area: Vec<u32>,
    /// The country of each cell, by index in [`super::Region::countries`], [`NONE`] where the file does not say; empty when it has no column for
    /// it. It says where cells are that lie in no municipality.
    pub country: Vec<u32>,
    /// The bounds of every hidden count, where the study wants to know what they matter; else empty.
    pub bounds: Vec<Bounds>,
}

impl Cells {
    /// Number of cells.
    #[must_use]
    pub fn len(&self) -> usize {
        self.at.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.at.0.is_empty()
    }

    /// All residents of each cell.
    #[must_use]
    pub fn residents(&self) -> &[f64] {
        self.counts.first().map_or(&[], |count| &count.persons)
    }

    /// The residents of one group, where the cells carry it.
    #[must_use]
    pub fn count(&self, group: &Group) -> Option<&Count> {
        self.counts.iter().find(|count| count.group == *group)
    }
}
