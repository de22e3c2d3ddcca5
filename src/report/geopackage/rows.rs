//! The rows of a table into a table of `SQLite`.

use rusqlite::{Connection, Statement};

use super::geometry::{self, Bounds};
use super::schema::identifier;
use super::shared::{self, Polygons};
use crate::report::decimal::round_fixed;
use crate::report::table::{Table, Values};

/// Makes the table, fills it and returns the box around its geometry. The key of row *n*, from 0, is *n* + 1.
pub(super) fn fill(file: &Connection, table: &Table) -> rusqlite::Result<Bounds> {
    let Some(kind) = geometry::type_name(&table.shapes) else {
        insert(file, table, table.name, None, |_, _| Ok(()))?;
        return Ok(Bounds::EMPTY);
    };
    let mut extent = Bounds::EMPTY;
    let mut blob = Vec::new();
    insert(file, table, table.name, Some(("geom", kind)), |insert, row| {
        let Some(bounds) = geometry::bounds(&table.shapes, row) else { return insert.raw_bind_parameter(2, None::<&[u8]>) };
        extent.join(bounds);
        geometry::encode(&table.shapes, row, bounds, &mut blob);
        insert.raw_bind_parameter(2, blob.as_slice())
    })?;
    Ok(extent)
}

/// The same for a table whose polygons are stored apart, each once: its rows, and the view that is its layer.
pub(super) fn fill_shared(file: &Connection, table: &Table, polygons: &mut Polygons) -> rusqlite::Result<Bounds> {
    let (keys, extent) = polygons.keys(file, table)?;
    let key = |row: usize| keys.get(row).copied().flatten();
    insert(file, table, &shared::rows_of(table.name), Some((shared::KEY, "INTEGER")), |insert, row| {
        insert.raw_bind_parameter(2, key(row))
    })?;
    shared::view(file, table)?;
    Ok(extent)
}

/// Makes a table of that name with the rows of another, and a column for their place after the key, which `place` gives its value.
fn insert(
    file: &Connection,
    table: &Table,
    name: &str,
    column: Option<(&str, &str)>,
    mut place: impl FnMut(&mut Statement, usize) -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    file.execute_batch(&definition(table, name, column))?;
    let first = if column.is_some() { 3 } else { 2 };
    let marks = vec!["?"; table.columns.len() + first - 1].join(", ");
    let mut insert = file.prepare(&format!("INSERT INTO {} VALUES ({marks})", identifier(name)))?;
    for (key, row) in (1_i64..).zip(0..table.rows) {
        insert.raw_bind_parameter(1, key)?;
        place(&mut insert, row)?;
        for (place, column) in (first..).zip(&table.columns) {
            bind(&mut insert, place, &column.values, row)?;
        }
        insert.raw_execute()?;
    }
    Ok(())
}

/// The SQL that makes the table. Numbers without decimals are whole numbers.
fn definition(table: &Table, name: &str, place: Option<(&str, &str)>) -> String {
    let place = place.map(|(column, kind)| format!(", {column} {kind}")).unwrap_or_default();
    let columns = table.columns.iter().map(|column| {
        let kind = match column.values {
            Values::Numbers { decimals: 0, .. } => "INTEGER",
            Values::Numbers { .. } => "REAL",
            Values::Owned(_) | Values::Picked { .. } | Values::Named { .. } => "TEXT",
        };
        format!(", {} {kind}", identifier(&column.name))
    });
    let columns: String = columns.collect();
    format!("CREATE TABLE {} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL{place}{columns})", identifier(name))
}

/// Gives a parameter the value of a cell; an empty cell is NULL.
fn bind(insert: &mut Statement, place: usize, values: &Values, row: usize) -> rusqlite::Result<()> {
    let text = match values {
        Values::Owned(texts) => texts.get(row).map(String::as_str),
        Values::Picked { texts, rows } => rows.get(row).map(|&at| texts.get(at as usize)),
        Values::Named { codes, names } => codes.get(row).and_then(|&code| names.get(code as usize)).copied(),
        Values::Numbers { values, decimals } => {
            let value = values.get(row).copied().filter(|value| value.is_finite()).map(|value| round_fixed(value, *decimals));
            return match value {
                #[expect(clippy::cast_possible_truncation, reason = "whole already; a larger one than fits stays at the largest")]
                Some(value) if *decimals == 0 => insert.raw_bind_parameter(place, value as i64),
                value => insert.raw_bind_parameter(place, value),
            };
        }
    };
    insert.raw_bind_parameter(place, text.filter(|text| !text.is_empty()))
}
