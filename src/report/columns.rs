//! Building a table from rows of one kind, column by column.

use super::table::{Column, Shapes, Table, Values};

/// The columns of a table over these rows.
pub(super) struct Columns<'r, T> {
    rows: &'r [T],
    columns: Vec<Column<'static>>,
}

impl<'r, T> Columns<'r, T> {
    pub fn of(rows: &'r [T]) -> Self {
        Self { rows, columns: Vec::new() }
    }

    /// Adds a column of texts.
    pub fn text(mut self, name: &str, value: impl Fn(&T) -> String) -> Self {
        self.columns.push(Column { name: name.to_owned(), values: Values::Owned(self.rows.iter().map(value).collect()) });
        self
    }

    /// Adds a column of numbers; NaN is an empty cell.
    pub fn number(mut self, name: &str, decimals: u8, value: impl Fn(&T) -> f64) -> Self {
        let values = self.rows.iter().map(value).collect::<Vec<_>>().into();
        self.columns.push(Column { name: name.to_owned(), values: Values::Numbers { values, decimals } });
        self
    }

    /// Adds a column of numbers that are not always there.
    pub fn maybe(self, name: &str, decimals: u8, value: impl Fn(&T) -> Option<f64>) -> Self {
        self.number(name, decimals, |row| value(row).unwrap_or(f64::NAN))
    }

    /// The table.
    pub fn table<'a>(self, name: &'static str, title: &str, shapes: Shapes<'a>) -> Table<'a> {
        Table { name, title: title.to_owned(), columns: self.columns, rows: self.rows.len(), shapes }
    }
}
