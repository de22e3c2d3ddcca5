//! `GeoPackage` 1.3: every table of a result in one file, with index and style, as QGIS opens it.

mod geometry;
mod rows;
mod rtree;
mod schema;
mod shared;
#[cfg(test)]
mod tests;

use std::io;
use std::path::Path;

use rusqlite::Connection;

use super::book::{Book, Sheet};
use super::files::write_whole_at;
use super::style::with_aliases;
use super::table::Table;
use shared::Polygons;

/// Writes the tables to `path`, whole or not at all, and returns its size in bytes. `styles` are pairs of the name of a table and the
/// QML it is shown with; those of other tables are left out.
///
/// A table with places is a layer in RD New with a spatial index, one without is a table of attributes. Polygons that more rows have are
/// stored once, and the layer is then a view that programs cannot change. Numbers without decimals are
/// whole numbers, the others are rounded to their decimals; an empty cell is NULL. The bytes are the same on every run: the moments
/// that the standard asks for are fixed at the first of January 2000. One core, some 5 µs a row.
///
/// # Errors
/// When the file cannot be written, two tables or two columns of a table have the same name, or a column is called `fid` or `geom`.
pub fn write(tables: &[Table], styles: &[(&str, String)], path: &Path) -> io::Result<u64> {
    write_book(&Book::plain(tables), styles, path)
}

/// The same with the words of people: what stands above a column in a workbook is its alias in QGIS, by the extension for the schema
/// (`GeoPackage` 1.3, annex F.9) and in the styles. No row is left out.
///
/// # Errors
/// As [`write()`], and when two columns of a table have the same heading.
pub fn write_book(book: &Book, styles: &[(&str, String)], path: &Path) -> io::Result<u64> {
    write_whole_at(path, |at| write_to(book, styles, at).map_err(io::Error::other))
}

/// Writes into the empty file at `path`.
fn write_to(book: &Book, styles: &[(&str, String)], path: &Path) -> rusqlite::Result<()> {
    let file = Connection::open(path)?;
    schema::create(&file)?;
    let mut polygons = Polygons::default();
    for table in book.sheets.iter().map(|sheet| sheet.table) {
        let is_shared = shared::repeats(table);
        let extent = if is_shared { rows::fill_shared(&file, table, &mut polygons)? } else { rows::fill(&file, table)? };
        let layer = geometry::type_name(&table.shapes).map(|name| (name, extent));
        schema::register(&file, table.name, &table.title, layer)?;
        if is_shared {
            // A view counts and finds its rows by itself.
            continue;
        }
        schema::count(&file, table.name, table.rows)?;
        if layer.is_some() {
            rtree::index(&file, table.name, &table.shapes, table.rows)?;
        }
    }
    let aliases: Vec<(&str, Vec<(&str, &str)>)> = book.sheets.iter().map(|sheet| (sheet.table.name, aliases(sheet))).collect();
    schema::aliases(&file, &aliases)?;
    let is_layer = |name: &str| book.sheets.iter().any(|sheet| sheet.table.name == name);
    let styles: Vec<&(&str, String)> = styles.iter().filter(|(name, _)| is_layer(name)).collect();
    if !styles.is_empty() {
        let of = |name: &str| aliases.iter().find(|(table, _)| *table == name).map_or(&[][..], |(_, aliases)| aliases);
        let styles: Vec<(&str, String)> = styles.iter().map(|(table, qml)| (*table, with_aliases(qml, of(table)))).collect();
        schema::styles(&file, &styles)?;
    }
    file.execute_batch("COMMIT")?;
    file.close().map_err(|(_, error)| error)
}

/// The columns that have another name for people, each with that.
fn aliases<'s>(sheet: &'s Sheet) -> Vec<(&'s str, &'s str)> {
    let all = sheet.table.columns.iter().zip(&sheet.headings).map(|(column, heading)| (column.name.as_str(), heading.label.as_str()));
    all.filter(|(name, alias)| name != alias).collect()
}
