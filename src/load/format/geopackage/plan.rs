//! What is asked of a table: the columns, in which order, and what is made of them.

use super::database::quoted;
use super::schema::Table;
use crate::load::format::layer::{Selection, Wanted};

/// The columns of a query: the key, then those of the selection that are asked for.
pub(super) struct Plan<'a> {
    pub(super) sql: String,
    /// Their names; none for the key and for a field that is not there.
    pub(super) columns: Vec<Option<&'a str>>,
    pub(super) wanted: Wanted,
    /// The column of geometry and its name.
    pub(super) geometry: Option<(usize, &'a str)>,
    /// The columns that decide whether a row is kept, and what they have to be.
    pub(super) keep: Vec<(usize, &'a str)>,
    /// The most rows.
    pub(super) limit: usize,
    pub(super) numbers: std::ops::Range<usize>,
    pub(super) texts: std::ops::Range<usize>,
    pub(super) has_rowid: bool,
}

impl<'a> Plan<'a> {
    pub(super) fn new(table: &'a Table, selection: &'a Selection) -> Self {
        let wanted = if table.geometry.is_some() { selection.geometry } else { Wanted::Nothing };
        let mut columns = vec![None];
        let geometry = table.geometry.as_deref().filter(|_| wanted != Wanted::Nothing).map(|name| {
            columns.push(Some(name));
            (columns.len() - 1, name)
        });
        let mut push = |field: &usize| {
            columns.push(table.fields.get(*field).map(String::as_str));
            columns.len()
        };
        let keep: Vec<(usize, &str)> = selection.keep.iter().map(|(field, value)| (push(field) - 1, value.trim())).collect();
        let start = 1 + usize::from(geometry.is_some()) + keep.len();
        let limit = selection.limit.unwrap_or(usize::MAX);
        let middle = selection.numbers.iter().map(&mut push).last().unwrap_or(start);
        let end = selection.texts.iter().map(&mut push).last().unwrap_or(middle);
        let order = if table.has_rowid { " WHERE rowid BETWEEN ?1 AND ?2 ORDER BY rowid" } else { "" };
        let key = if table.has_rowid { "rowid" } else { "0" }.to_owned();
        let names = columns[1..].iter().map(|name| name.map_or_else(|| "NULL".to_owned(), quoted));
        let names: Vec<String> = std::iter::once(key).chain(names).collect();
        let sql = format!("SELECT {} FROM {}{order}", names.join(", "), quoted(&table.name));
        Self { sql, columns, wanted, geometry, keep, limit, numbers: start..middle, texts: middle..end, has_rowid: table.has_rowid }
    }
}
