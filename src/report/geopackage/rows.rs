//! The rows of a table into a table of `SQLite`.

use rusqlite::{Connection, Statement};

use super::geometry::{self, Bounds};
use super::schema::identifier;
use crate::report::decimal::round_fixed;
use crate::report::table::{Table, Values};

/// Makes the table, fills it and returns the box around its geometry. The key of row *n*, from 0, is `fid` *n* + 1.
pub(super) fn fill(file: &Connection, table: &Table) -> rusqlite::Result<Bounds> {
    file.execute_batch(&definition(table))?;
    let places = geometry::type_name(&table.shapes).is_some();
    let first = if places { 3 } else { 2 };
    let marks = vec!["?"; table.columns.len() + first - 1].join(", ");
    let mut insert = file.prepare(&format!("INSERT INTO {} VALUES ({marks})", identifier(table.name)))?;
    let mut extent = Bounds::EMPTY;
    let mut blob = Vec::new();
    for (key, row) in (1_i64..).zip(0..table.rows) {
        insert.raw_bind_parameter(1, key)?;
        if let Some(bounds) = geometry::bounds(&table.shapes, row) {
            extent.join(bounds);
            geometry::encode(&table.shapes, row, bounds, &mut blob);
            insert.raw_bind_parameter(2, blob.as_slice())?;
        } else if places {
            insert.raw_bind_parameter(2, None::<&[u8]>)?;
        }
        for (place, column) in (first..).zip(&table.columns) {
            bind(&mut insert, place, &column.values, row)?;
        }
        insert.raw_execute()?;
    }
    Ok(extent)
}

/// The SQL that makes the table. Numbers without decimals are whole numbers.
fn definition(table: &Table) -> String {
    let geometry = geometry::type_name(&table.shapes).map(|name| format!(", geom {name}")).unwrap_or_default();
    let columns = table.columns.iter().map(|column| {
        let kind = match column.values {
            Values::Numbers { decimals: 0, .. } => "INTEGER",
            Values::Numbers { .. } => "REAL",
            Values::Owned(_) | Values::Picked { .. } | Values::Named { .. } => "TEXT",
        };
        format!(", {} {kind}", identifier(&column.name))
    });
    let columns: String = columns.collect();
    format!("CREATE TABLE {} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL{geometry}{columns})", identifier(table.name))
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
