//! Reading an OGC `GeoPackage`: a `SQLite` database whose tables say which of them are layers.
//!
//! Rows are read in ranges of their key, several at a time, each on a connection of its own; the ranges depend on the file alone and are
//! joined in order, so that the number of threads changes nothing.

mod database;
mod fill;
mod geometry;
mod leaves;
mod merge;
mod plan;
mod rows;
mod schema;
mod wkb;

use std::path::PathBuf;

use super::head::Head;
use super::layer::{Layer, Selection};
use crate::load::error::Fault;
use crate::model::DataFile;

/// Keys in one range.
const RANGE: i64 = 32_768;
/// Ranges at most: opening the file costs too.
const RANGES: i64 = 256;

/// A `GeoPackage` whose tables have been looked at.
#[derive(Debug)]
pub(super) struct Reader {
    path: PathBuf,
    table: schema::Table,
}

/// Opens a `GeoPackage` and finds the layer to read.
///
/// # Errors
/// [`Fault::Corrupt`] when it is damaged, [`Fault::NotAGeoPackage`], [`Fault::SeveralLayers`], [`Fault::NoSuchLayer`], [`Fault::Empty`].
pub(super) fn open(file: &DataFile) -> Result<(Head, Reader), Fault> {
    let connection = database::open(&file.path)?;
    let table = schema::table(&connection, file.layer.as_deref())?;
    let head = Head {
        fields: table.fields.clone(),
        has_geometry: table.geometry.is_some(),
        crs: table.crs.clone(),
        layer: Some(table.name.clone()),
        encoding: None,
    };
    Ok((head, Reader { path: file.path.clone(), table }))
}

impl Reader {
    /// Brings the rows by ascending key. O(rows), in parallel.
    ///
    /// # Errors
    /// [`Fault::Corrupt`] when the database is damaged.
    pub(super) fn read(&self, selection: &Selection) -> Result<Layer, Fault> {
        if selection.limit.is_some() {
            return rows::read(self, selection, None);
        }
        leaves::read(&self.path, &self.table, selection).or_else(|leaves::Odd| self.by_sqlite(selection))
    }

    /// As [`Self::read`], whatever the file holds.
    fn by_sqlite(&self, selection: &Selection) -> Result<Layer, Fault> {
        let ranges = self.ranges()?;
        if ranges.len() < 2 {
            return rows::read(self, selection, None);
        }
        merge::gather(&ranges, |range| rows::read(self, selection, Some(*range)))
    }

    /// Cuts the keys into ranges of equal width.
    fn ranges(&self) -> Result<Vec<(i64, i64)>, Fault> {
        if !self.table.has_rowid {
            return Ok(Vec::new());
        }
        let table = database::quoted(&self.table.name);
        let sql = format!("SELECT (SELECT min(rowid) FROM {table}), (SELECT max(rowid) FROM {table})");
        let ends = database::open(&self.path)?
            .query_row(&sql, [], |row| Ok(row.get::<_, Option<i64>>(0)?.zip(row.get::<_, Option<i64>>(1)?)))
            .map_err(|error| database::fault(&self.table.name, &error))?;
        let Some((first, last)) = ends else { return Ok(Vec::new()) };
        let Some(span) = last.checked_sub(first).and_then(|span| span.checked_add(1)) else { return Ok(Vec::new()) };
        let width = RANGE.max(span / RANGES + 1);
        let starts = std::iter::successors(Some(first), |start| start.checked_add(width)).take_while(|start| *start <= last);
        Ok(starts.map(|start| (start, last.min(start.saturating_add(width - 1)))).collect())
    }
}
