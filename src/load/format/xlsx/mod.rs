//! Reading Excel workbooks (XLSX).
//!
//! The header is found as in a CSV, see [`super::header`]. Cells are streamed and held sparsely: a stray cell in the last column of the
//! last row costs nothing. Cells to the right of the last named column are notes beside the table and not part of it.

mod cell;
mod workbook;

use std::path::PathBuf;

use calamine::DataRef;

use super::head::Head;
use super::header;
use super::layer::{Layer, Numbers, Selection};
use crate::load::error::Fault;
use crate::model::{DataFile, Texts};

/// A workbook of which one sheet has been looked at.
#[derive(Debug)]
pub(super) struct Reader {
    path: PathBuf,
    table: Table,
}

/// Where a sheet's table is.
#[derive(Debug)]
struct Table {
    sheet: String,
    /// Excel's number of the row with the header.
    header: u64,
    fields: Vec<String>,
}

/// Opens a workbook: finds the sheet (the one asked for, else the first with a table of more than one column, else the first with any)
/// and its header.
///
/// # Errors
/// [`Fault::NoSuchLayer`]; [`Fault::Empty`]; [`Fault::NoHeader`]; [`Fault::WrongFormat`] for another kind of zip; [`Fault::Corrupt`] for
/// a damaged or encrypted workbook.
pub(super) fn open(file: &DataFile) -> Result<(Head, Reader), Fault> {
    let mut book = workbook::open(&file.path)?;
    let sheets = workbook::sheets(&book);
    let table = match &file.layer {
        Some(asked) => {
            let sheet = sheets
                .iter()
                .find(|sheet| sheet.trim() == asked.trim())
                .or_else(|| sheets.iter().find(|sheet| sheet.trim().to_lowercase() == asked.trim().to_lowercase()));
            let Some(sheet) = sheet else { return Err(Fault::NoSuchLayer { asked: asked.clone(), layers: sheets }) };
            find_table(&mut book, sheet)?
        }
        None => first_table(&mut book, &sheets)?,
    };
    let head = Head { fields: table.fields.clone(), layer: Some(table.sheet.clone()), ..Head::default() };
    Ok((head, Reader { path: file.path.clone(), table }))
}

/// The first sheet with a table; the first fault that is not plain emptiness when none has.
fn first_table(book: &mut workbook::Workbook, sheets: &[String]) -> Result<Table, Fault> {
    let (mut narrow, mut failed) = (None, None);
    for sheet in sheets {
        match find_table(book, sheet) {
            Ok(table) if table.fields.len() > 1 => return Ok(table),
            Ok(table) => narrow = narrow.or(Some(table)),
            Err(Fault::Empty) => {}
            Err(fault) => failed = failed.or(Some(fault)),
        }
    }
    narrow.ok_or(failed.unwrap_or(Fault::Empty))
}

/// Looks for the header in the first rows of a sheet.
fn find_table(book: &mut workbook::Workbook, sheet: &str) -> Result<Table, Fault> {
    let (mut rows, mut numbers) = (Vec::new(), Vec::new());
    workbook::each_row(book, sheet, |number, cells| {
        let mut row = Vec::new();
        for (column, value) in cells {
            let text = cell::text(value);
            if !text.trim().is_empty() {
                let length = row.len().max(*column + 1);
                row.resize(length, String::new());
                row[*column] = text.into_owned();
            }
        }
        if !row.is_empty() {
            rows.push(row);
            numbers.push(number);
        }
        rows.len() < header::SAMPLE
    })?;
    // every row of a sheet has all columns of its table
    let table = header::table_width(&rows);
    rows.iter_mut().filter(|row| row.len() < table).for_each(|row| row.resize(table, String::new()));
    let at = header::find(&rows)?;
    let (Some(names), Some(header)) = (rows.get(at), numbers.get(at)) else { return Err(Fault::NoHeader) };
    Ok(Table { sheet: sheet.to_owned(), header: *header, fields: header::names(names, header::width(names)) })
}

impl Reader {
    /// Brings the rows below the header; blank ones are passed over.
    ///
    /// # Errors
    /// [`Fault::Corrupt`] when the sheet breaks off.
    pub(super) fn read(&self, selection: &Selection) -> Result<Layer, Fault> {
        let mut layer = Layer {
            numbers: selection.numbers.iter().map(|_| Numbers::default()).collect(),
            texts: selection.texts.iter().map(|_| Texts::default()).collect(),
            ..Layer::default()
        };
        let mut book = workbook::open(&self.path)?;
        workbook::each_row(&mut book, &self.table.sheet, |number, cells| {
            let within = |cells: &[(usize, DataRef)]| {
                cells.iter().any(|(column, value)| *column < self.table.fields.len() && !cell::text(value).trim().is_empty())
            };
            if number <= self.table.header || !within(cells) {
                return true;
            }
            let value = |field: usize| cells.iter().find(|(column, _)| *column == field).map_or(&DataRef::Empty, |(_, value)| value);
            if selection.keep.iter().any(|(field, wanted)| cell::text(value(*field)).trim() != wanted.trim()) {
                layer.filtered += 1;
                return true;
            }
            layer.rows.push(number);
            for (column, field) in layer.numbers.iter_mut().zip(&selection.numbers) {
                cell::push_number(column, value(*field));
            }
            for (column, field) in layer.texts.iter_mut().zip(&selection.texts) {
                column.push(cell::text(value(*field)).trim());
            }
            layer.rows.len() < selection.limit.unwrap_or(usize::MAX)
        })?;
        Ok(layer)
    }
}
