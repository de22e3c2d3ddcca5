//! `GeoPackage` 1.3: every table of a result in one file, with index and style, as QGIS opens it.

mod geometry;
mod rows;
mod rtree;
mod schema;
#[cfg(test)]
mod tests;

use std::io;
use std::path::Path;

use rusqlite::Connection;

use super::files::write_whole_at;
use super::table::Table;

/// Writes the tables to `path`, whole or not at all, and returns its size in bytes. `styles` are pairs of the name of a table and the
/// QML it is shown with.
///
/// A table with places is a layer in RD New with a spatial index, one without is a table of attributes. Numbers without decimals are
/// whole numbers, the others are rounded to their decimals; an empty cell is NULL. The bytes are the same on every run: the moments
/// that the standard asks for are fixed at the first of January 2000. One core, some 5 µs a row.
///
/// # Errors
/// When the file cannot be written, two tables or two columns of a table have the same name, or a column is called `fid` or `geom`.
pub fn write(tables: &[Table], styles: &[(&str, String)], path: &Path) -> io::Result<u64> {
    write_whole_at(path, |at| write_to(tables, styles, at).map_err(io::Error::other))
}

/// Writes into the empty file at `path`.
fn write_to(tables: &[Table], styles: &[(&str, String)], path: &Path) -> rusqlite::Result<()> {
    let file = Connection::open(path)?;
    schema::create(&file)?;
    for table in tables {
        let extent = rows::fill(&file, table)?;
        let layer = geometry::type_name(&table.shapes).map(|name| (name, extent));
        schema::register(&file, table.name, &table.title, table.rows, layer)?;
        if layer.is_some() {
            rtree::index(&file, table.name, &table.shapes, table.rows)?;
        }
    }
    if !styles.is_empty() {
        schema::styles(&file, styles)?;
    }
    file.execute_batch("COMMIT")?;
    file.close().map_err(|(_, error)| error)
}
