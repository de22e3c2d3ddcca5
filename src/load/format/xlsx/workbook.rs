//! The workbook itself: its sheets, and the rows of a sheet one at a time.

use std::io::Cursor;
use std::path::Path;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use crate::load::error::Fault;
use crate::load::format::Format;
use crate::load::format::whole;

/// An open workbook.
pub(super) type Workbook = Xlsx<Cursor<Vec<u8>>>;

/// Opens a workbook and reads its shared texts and styles.
///
/// # Errors
/// [`Fault::WrongFormat`] when it is a zip of something else, [`Fault::Corrupt`] when it is damaged, [`Fault::Unreadable`].
pub(super) fn open(path: &Path) -> Result<Workbook, Fault> {
    Xlsx::new(Cursor::new(whole::read(path)?)).map_err(|error| match error {
        XlsxError::FileNotFound(_) | XlsxError::RelationshipNotFound | XlsxError::Unexpected(_) if !names_a_workbook(path) => {
            Fault::WrongFormat { named: Format::Xlsx, found: "zip" }
        }
        error => corrupt(String::new(), &error),
    })
}

/// Whether a zip has a part called workbook: its directory names the parts in plain bytes.
fn names_a_workbook(path: &Path) -> bool {
    let part = b"workbook";
    whole::read(path).is_ok_and(|bytes| bytes.windows(part.len()).any(|window| window == part))
}

fn corrupt(place: String, error: &XlsxError) -> Fault {
    Fault::Corrupt { place, detail: error.to_string() }
}

/// The sheets with cells, as the workbook orders them; hidden ones last.
pub(super) fn sheets(book: &Workbook) -> Vec<String> {
    let (shown, hidden): (Vec<_>, Vec<_>) = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .partition(|sheet| sheet.visible == SheetVisible::Visible);
    shown.into_iter().chain(hidden).map(|sheet| sheet.name.clone()).collect()
}

/// Hands over the rows of a sheet with Excel's row number (from 1) and the cells with their column (from 0), until `visit` says false.
/// Rows without cells are not handed over.
///
/// # Errors
/// [`Fault::Corrupt`] with the last row that was whole.
pub(super) fn each_row(book: &mut Workbook, sheet: &str, mut visit: impl FnMut(u64, &[(usize, DataRef)]) -> bool) -> Result<(), Fault> {
    let mut cells = book.worksheet_cells_reader(sheet).map_err(|error| corrupt(sheet.to_owned(), &error))?;
    let mut row = Vec::new();
    let mut current = 0;
    loop {
        let next = cells.next_cell().map_err(|error| corrupt(format!("{sheet}, row {}", current + 1), &error))?;
        let Some(next) = next else { break };
        let (number, column) = next.get_position();
        if number != current {
            if !row.is_empty() && !visit(u64::from(current) + 1, &row) {
                return Ok(());
            }
            row.clear();
            current = number;
        }
        let value = next.get_value().clone();
        if value != DataRef::Empty {
            row.push((column as usize, value));
        }
    }
    if !row.is_empty() {
        visit(u64::from(current) + 1, &row);
    }
    Ok(())
}
