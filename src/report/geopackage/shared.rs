//! Polygons that many rows have, stored once: a table of places by group has the same borders on a dozen rows, by scenario on sixty.
//!
//! Such a layer is a view, which the standard allows (`GeoPackage` 1.3, clause 2.1.6): its rows lie in a table beside it, each with the key
//! of its shape. Programs see one layer with all of its rows. What is not listed in `gpkg_contents` they do not show.

use std::collections::{HashMap, HashSet};

use rusqlite::{Connection, params};

use super::geometry::{self, Bounds};
use super::schema::identifier;
use crate::report::table::{Shapes, Table};

/// The table of the polygons, each once.
const TABLE: &str = "shapes";
/// The column of a row that has the key of its shape.
pub(super) const KEY: &str = "shape";

/// Whether some polygons stand in more rows than one.
pub(super) fn repeats(table: &Table) -> bool {
    let Shapes::Polygons(_) = &table.shapes else { return false };
    let mut seen = HashSet::new();
    (0..table.rows).filter_map(|row| table.shapes.polygons(row)).any(|polygons| !seen.insert(std::ptr::from_ref(polygons)))
}

/// The table that holds the rows of a layer which is a view.
pub(super) fn rows_of(layer: &str) -> String {
    format!("{layer}_rows")
}

/// The polygons that are in the file so far.
#[derive(Debug, Default)]
pub(super) struct Polygons {
    /// The key of each by its bytes: two tables may have them at different places in memory.
    keys: HashMap<Vec<u8>, i64>,
}

impl Polygons {
    /// The key of the polygon of each row of a table, `None` for a row without, and the box around all of them. Polygons that are not
    /// there yet are added.
    pub fn keys(&mut self, file: &Connection, table: &Table) -> rusqlite::Result<(Vec<Option<i64>>, Bounds)> {
        file.execute_batch(&format!(
            "CREATE TABLE IF NOT EXISTS {TABLE} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom MULTIPOLYGON)"
        ))?;
        let mut insert = file.prepare(&format!("INSERT INTO {TABLE} VALUES (?, ?)"))?;
        let mut extent = Bounds::EMPTY;
        let mut blob = Vec::new();
        // By their place in memory, so that a polygon is encoded once a table.
        let mut known = HashMap::new();
        let mut key = |row: usize| -> rusqlite::Result<Option<i64>> {
            let Some((polygons, bounds)) = table.shapes.polygons(row).zip(geometry::bounds(&table.shapes, row)) else { return Ok(None) };
            let at = std::ptr::from_ref(polygons);
            if let Some(key) = known.get(&at) {
                return Ok(Some(*key));
            }
            extent.join(bounds);
            geometry::encode(&table.shapes, row, bounds, &mut blob);
            let key = if let Some(key) = self.keys.get(&blob) {
                *key
            } else {
                let key = i64::try_from(self.keys.len()).unwrap_or(i64::MAX) + 1;
                insert.execute(params![key, blob])?;
                self.keys.insert(blob.clone(), key);
                key
            };
            known.insert(at, key);
            Ok(Some(key))
        };
        let keys = (0..table.rows).map(&mut key).collect::<rusqlite::Result<_>>()?;
        Ok((keys, extent))
    }
}

/// Makes the view of a layer over its rows. Its key has the name by which GDAL, and so QGIS, knows the key of a view.
pub(super) fn view(file: &Connection, table: &Table) -> rusqlite::Result<()> {
    let (layer, rows) = (identifier(table.name), identifier(&rows_of(table.name)));
    let columns = table.columns.iter().map(|column| identifier(&column.name)).map(|name| format!(", r.{name} AS {name}"));
    let columns: String = columns.collect();
    file.execute_batch(&format!(
        "CREATE VIEW {layer} AS SELECT r.fid AS OGC_FID, s.geom AS geom{columns} FROM {rows} r LEFT JOIN {TABLE} s ON s.fid = r.{KEY}"
    ))
}
