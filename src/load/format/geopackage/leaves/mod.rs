//! The rows of a large table, read from the pages of the file itself.
//!
//! `SQLite` hands out one row and one value at a time, and cannot hand out more: for four million squares that is a second of work. The pages
//! that hold the rows are simple and their form is fixed (<https://sqlite.org/fileformat2.html>). To read them here takes 0.7 s of CPU less of
//! the 3.5 s of a country, file to file; an aggregate inside `SQLite` that takes the rows gained nothing.
//!
//! **`SQLite` stays the referee.** It opens the file, reads its tables and says where this one is. What is read here is the plain case alone: a
//! table of rows with keys, in UTF-8, without journal, every row with all its columns, keys ascending as the inner pages say. Whatever is
//! not exactly so, be it unusual or damaged, is [`Odd`]: the whole table is then read by `SQLite`, and its answer or its message stands.
//! Tests hold both answers against each other.

mod file;
mod layout;
mod page;
mod record;
#[cfg(test)]
mod tests;
mod tree;

use std::fs::File;
use std::io::Read;
use std::path::Path;

use rusqlite::types::ValueRef;

use super::fill::{Filling, MOST_FORESEEN};
use super::plan::Plan;
use super::schema::Table;
use super::{database, merge};
use crate::load::format::layer::{Layer, Selection};

use file::Pages;
use layout::Layout;
use page::Page;
use record::{Cell, Row};
use tree::Node;

/// Smaller files are left to `SQLite`: nothing is gained.
const WORTHWHILE: u64 = 4 << 20;
/// Bytes of the leaves that are read as one part; small in tests, so that there are several.
const PART: usize = if cfg!(test) { 1 << 13 } else { 2 << 20 };

/// Something that is not understood here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Odd;

/// Brings the rows by ascending key, as `SQLite` would. O(pages of the table), in parallel.
///
/// # Errors
/// [`Odd`] when the file is small, or anything in it is not as in most files.
pub(super) fn read(path: &Path, table: &Table, selection: &Selection) -> Result<Layer, Odd> {
    let bytes = std::fs::metadata(path).map_err(|_| Odd)?.len();
    if bytes < WORTHWHILE { Err(Odd) } else { read_any(path, table, selection) }
}

/// As [`read`], whatever the size of the file.
fn read_any(path: &Path, table: &Table, selection: &Selection) -> Result<Layer, Odd> {
    if !table.has_rowid || selection.limit.is_some() || database::has_journal(path) {
        return Err(Odd);
    }
    let mut head = [0; 21];
    File::open(path).and_then(|mut file| file.read_exact(&mut head)).map_err(|_| Odd)?;
    let connection = database::open(path).map_err(|_| Odd)?;
    let layout = Layout::of(&connection, &table.name, head[20]).map_err(|_| Odd)??;
    drop(connection);
    let plan = Plan::new(table, selection);
    let position = |name: Option<&str>| match name {
        Some(name) => layout.columns.iter().position(|(column, _)| column == name).map(Some).ok_or(Odd),
        None => Ok(None),
    };
    let positions: Vec<Option<usize>> = plan.columns.iter().copied().map(position).collect::<Result<_, _>>()?;
    let leaves = tree::leaves(&mut Pages::open(path, &layout)?, &layout)?;
    let parts: Vec<&[Node]> = leaves.chunks((PART / layout.page).max(1)).collect();
    // Only a table without rows has a leaf without.
    let may_be_empty = leaves.len() == 1;
    merge::gather(&parts, |leaves| part(path, &layout, &plan, &positions, leaves, may_be_empty))
}

/// Reads the rows of some leaves, those that lie side by side in one go.
fn part(
    path: &Path,
    layout: &Layout,
    plan: &Plan<'_>,
    positions: &[Option<usize>],
    leaves: &[Node],
    may_be_empty: bool,
) -> Result<Layer, Odd> {
    let mut pages = Pages::open(path, layout)?;
    let mut cells = vec![Cell::default(); layout.columns.len()];
    let mut filling: Option<Filling<'_>> = None;
    let mut waiting = leaves;
    while let Some(first) = waiting.first() {
        let count = pages.side_by_side(waiting.iter().map(|leaf| leaf.page));
        let (now, later) = waiting.split_at_checked(count).ok_or(Odd)?;
        waiting = later;
        for (leaf, bytes) in now.iter().zip(pages.read(first.page, count)?) {
            let page = Page::new(bytes)?;
            if !page.is_leaf() || (page.is_empty() && !may_be_empty) {
                return Err(Odd);
            }
            let room = page.len().saturating_mul(leaves.len()).min(MOST_FORESEEN);
            let filling = filling.get_or_insert_with(|| Filling::new(plan, room));
            let mut above = leaf.above;
            for cell in page.cells() {
                let row = Row::new(cell?, layout.usable)?;
                if row.key <= above || row.key > leaf.last {
                    return Err(Odd);
                }
                above = row.key;
                row.split(&mut cells)?;
                filling.take(u64::try_from(row.key).unwrap_or(0), |column| match positions.get(column) {
                    Some(Some(position)) => row.value(cells[*position], layout.columns[*position].1),
                    _ => Ok(ValueRef::Null),
                })?;
            }
        }
    }
    filling.map(Filling::finish).ok_or(Odd)
}
