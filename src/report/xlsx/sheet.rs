//! A table on its sheet.

use std::collections::BTreeMap;

use rust_xlsxwriter::{ColNum, Format, RowNum, Worksheet, XlsxError};

use super::style;
use crate::report::book::{Form, Heading, Sheet};
use crate::report::decimal::round_fixed;
use crate::report::table::{Column, Table, Values};

/// The narrowest and the widest column, in characters.
const NARROWEST: usize = 8;
const WIDEST: usize = 45;
/// A header gets at most so many lines before its column is made wider.
const LINES: usize = 4;
/// The most characters of the columns that stay in view when one scrolls to the right.
const FROZEN: usize = 60;
/// The most characters on a line of a page that lies.
const READABLE: usize = 220;
/// The most characters of a cell, in units of UTF-16.
const LONGEST: usize = 32_767;
/// Rows that are looked at for the width of a column: a column is not wider for one long text far below.
const LOOKED_AT: usize = 2_000;

/// A cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Cell<'a> {
    Text(&'a str),
    Number(f64),
    Empty,
}

/// Writes a table: header, rows, widths, filter.
pub(super) fn write(sheet: &Sheet, page: &mut Worksheet) -> Result<(), XlsxError> {
    let table = sheet.table;
    page.set_name(&sheet.name)?;
    let widths = widths(sheet);
    let header = style::header();
    // Row by row from the top: a row that was left is on its way to the file. Two characters less, for the sign of the filter.
    page.set_row_height(0, style::height(sheet.headings.iter().zip(&widths).map(|(heading, width)| (heading.label.as_str(), width - 2))))?;
    for (place, heading) in (0..).zip(&sheet.headings) {
        page.write_string_with_format(0, place, &heading.label, &header)?;
    }
    let all = sheet.headings.iter().map(|heading| heading.form).chain(sheet.forms.iter().copied());
    let formats: BTreeMap<Form, Format> = all.map(|form| (form, style::number(form))).collect();
    for (at, row) in (1..).zip(0..sheet.rows) {
        for ((place, column), heading) in (0..).zip(&table.columns).zip(&sheet.headings) {
            if let Some(format) = formats.get(&form(sheet, heading, row)) {
                put(page, at, place, shown(column, heading, row), format)?;
            }
        }
    }
    for (place, width) in (0..).zip(&widths) {
        page.set_column_width(place, f64::from(u32::try_from(*width).unwrap_or(u32::MAX)))?;
    }
    let frozen = frozen(table, &widths);
    page.set_freeze_panes(1, frozen)?;
    if let Some(last) = ColNum::try_from(table.columns.len()).ok().and_then(|count| count.checked_sub(1)) {
        page.autofilter(0, 0, RowNum::try_from(sheet.rows).unwrap_or(RowNum::MAX), last)?;
    }
    // On paper: A4, lying, the header on every page. What is not too wide to be read then is as wide as one page.
    page.set_landscape().set_paper_size(9).set_footer("&L&A&R&P / &N").set_repeat_rows(0, 0)?;
    if widths.iter().sum::<usize>() <= READABLE {
        page.set_print_fit_to_pages(1, 0);
    } else if let Some(last) = frozen.checked_sub(1) {
        page.set_repeat_columns(0, last)?;
    }
    Ok(())
}

fn put(page: &mut Worksheet, row: RowNum, place: ColNum, cell: Cell, form: &Format) -> Result<(), XlsxError> {
    match cell {
        Cell::Number(number) => page.write_number_with_format(row, place, number, form)?,
        Cell::Text(text) if text.len() > LONGEST => page.write_string(row, place, cut(text))?,
        Cell::Text(text) => page.write_string(row, place, text)?,
        Cell::Empty => return Ok(()),
    };
    Ok(())
}

/// A text of no more than a cell can hold; what was cut off is marked.
fn cut(text: &str) -> String {
    let mut units = 0;
    let fits = |sign: &char| {
        units += sign.len_utf16();
        units < LONGEST
    };
    let start: String = text.chars().take_while(fits).collect();
    if start.len() == text.len() { start } else { format!("{start}…") }
}

/// So many decimals more than its column has keeps a number: a sheet rounds it again when it shows fewer, and rounding twice is not rounding.
const MORE: u8 = 4;

/// The value of a cell as it is written.
pub(super) fn cell<'a>(values: &'a Values, row: usize) -> Cell<'a> {
    let text = match values {
        Values::Owned(texts) => texts.get(row).map(String::as_str),
        Values::Picked { texts, rows } => rows.get(row).map(|&at| texts.get(at as usize)),
        Values::Named { codes, names } => codes.get(row).and_then(|&code| names.get(code as usize)).copied(),
        Values::Numbers { values, decimals } => {
            let number = values.get(row).copied().filter(|value| value.is_finite());
            return number.map_or(Cell::Empty, |number| Cell::Number(round_fixed(number, decimals.saturating_add(MORE))));
        }
    };
    text.filter(|text| !text.is_empty()).map_or(Cell::Empty, Cell::Text)
}

/// The cell as people read it: a code in words.
fn shown<'a>(column: &'a Column, heading: &'a Heading, row: usize) -> Cell<'a> {
    match cell(&column.values, row) {
        Cell::Text(text) => Cell::Text(heading.words.get(text).map_or(text, String::as_str)),
        other => other,
    }
}

/// The form of the numbers of a row: its own where it has one, else that of the column.
fn form(sheet: &Sheet, heading: &Heading, row: usize) -> Form {
    sheet.forms.get(row).copied().unwrap_or(heading.form)
}

/// The width of each column: that of its contents, and room for its header in a few lines.
fn widths(sheet: &Sheet) -> Vec<usize> {
    let of = |(column, heading): (&Column, &Heading)| {
        let rows = 0..sheet.rows.min(LOOKED_AT);
        let contents = rows.map(|row| length(shown(column, heading, row), form(sheet, heading, row))).max().unwrap_or(0);
        // Two more for the sign of the filter.
        let word = heading.label.split(' ').map(|word| word.chars().count()).max().unwrap_or(0) + 2;
        let lines = heading.label.chars().count().div_ceil(LINES) + 2;
        (contents + 2).max(word).max(lines).clamp(NARROWEST, WIDEST)
    };
    sheet.table.columns.iter().zip(&sheet.headings).map(of).collect()
}

fn length(cell: Cell, form: Form) -> usize {
    match cell {
        Cell::Text(text) => text.lines().map(|line| line.chars().count()).max().unwrap_or(0),
        Cell::Number(number) => style::width(number, form),
        Cell::Empty => 0,
    }
}

/// How many columns stay in view: the first few, as far as they are texts and there is room.
fn frozen(table: &Table, widths: &[usize]) -> ColNum {
    let is_text = |values: &Values| !matches!(values, Values::Numbers { .. });
    let mut room = FROZEN;
    let fits = |(column, width): &(&Column, &usize)| {
        let fits = is_text(&column.values) && **width <= room;
        room = room.saturating_sub(**width);
        fits
    };
    let leading = table.columns.iter().zip(widths).take_while(fits).count();
    ColNum::try_from(leading.min(4)).unwrap_or(0)
}
