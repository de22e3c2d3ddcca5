//! XLSX: every table of a result on a sheet of its own, with a first sheet that says what is where.

mod cover;
mod sheet;
mod style;
#[cfg(test)]
mod tests;

use std::io::{self, Write};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::book::Book;

/// Writes a workbook.
///
/// Numbers are numbers, with some more decimals than their column has, and shown in the form of their heading; texts are texts, also those that
/// look like a formula; an empty cell is no cell. Geometry is left out. Every sheet has its header frozen, with the columns by which rows
/// are told apart, and a filter. There are no macros and no formulas. The bytes are the same on every run: the moment of making is fixed
/// at the first of January 2000. Rows that a sheet has no room for are left out, which [`super::book()`] says on the first sheet.
///
/// Rows go through temporary files, so that a large table is not held in memory. One core.
///
/// # Errors
/// When a temporary file or `out` cannot be written, or two sheets have the same name.
pub fn write(book: &Book, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(&bytes(book).map_err(io::Error::other)?)
}

fn bytes(book: &Book) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let mut properties = DocProperties::new().set_author("Bereik").set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?);
    if let Some(cover) = &book.cover {
        properties = properties.set_title(&cover.title);
        cover::write(cover, workbook.add_worksheet())?;
    }
    workbook.set_properties(&properties);
    for sheet in &book.sheets {
        sheet::write(sheet, workbook.add_worksheet_with_low_memory()?)?;
    }
    workbook.save_to_buffer()
}
