//! Rows of a layer as `SQLite` reads them.

use rusqlite::Statement;

use super::Reader;
use super::database::{fault, open};
use super::fill::{Filling, MOST_FORESEEN};
use super::plan::Plan;
use crate::load::error::Fault;
use crate::load::format::layer::{Layer, Selection};

/// Reads the rows whose key lies in `range`, or all rows, on a connection of its own.
///
/// # Errors
/// [`Fault::Corrupt`] where `SQLite` cannot go on.
pub(super) fn read(reader: &Reader, selection: &Selection, range: Option<(i64, i64)>) -> Result<Layer, Fault> {
    let table = &reader.table;
    let failed = |error: rusqlite::Error| fault(&table.name, &error);
    let connection = open(&reader.path)?;
    let plan = Plan::new(table, selection);
    let mut statement = connection.prepare(&plan.sql).map_err(failed)?;
    fill(&mut statement, &plan, range).map_err(failed)
}

/// Runs the query and fills a layer with its rows.
fn fill(statement: &mut Statement<'_>, plan: &Plan<'_>, range: Option<(i64, i64)>) -> rusqlite::Result<Layer> {
    let mut filling = Filling::new(plan, range.map_or(0, room));
    let mut counted = 0;
    let mut rows = match (plan.has_rowid, range) {
        (true, range) => statement.query(range.unwrap_or((i64::MIN, i64::MAX)))?,
        (false, _) => statement.query([])?,
    };
    while !filling.is_full()
        && let Some(row) = rows.next()?
    {
        counted += 1;
        let number = if plan.has_rowid { u64::try_from(row.get_ref(0)?.as_i64()?).unwrap_or(0) } else { counted };
        filling.take(number, |column| row.get_ref(column))?;
    }
    Ok(filling.finish())
}

/// How many rows a range of keys has at most; none are foreseen of a range that is too wide to be full.
fn room((first, last): (i64, i64)) -> usize {
    let keys = last.checked_sub(first).and_then(|keys| usize::try_from(keys).ok()).map_or(0, |keys| keys.saturating_add(1));
    if keys <= MOST_FORESEEN { keys } else { 0 }
}
