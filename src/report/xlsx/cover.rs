//! The first sheet: what this is, what is where, what was assumed, where it comes from.

use rust_xlsxwriter::{ColNum, Format, FormatAlign, RowNum, Url, Worksheet, XlsxError};

use super::style;
use crate::report::book::{Cover, Entry, Form, List};

/// The widths of its columns, in characters.
const WIDTHS: [u16; 3] = [40, 90, 20];

/// Writes it.
pub(super) fn write(cover: &Cover, page: &mut Worksheet) -> Result<(), XlsxError> {
    page.set_name(&cover.name)?;
    for (place, width) in (0..).zip(WIDTHS) {
        page.set_column_width(place, width)?;
    }
    page.write_string_with_format(0, 0, &cover.title, &style::title())?;
    page.write_string(1, 0, &cover.subtitle)?;
    page.merge_range(2, 0, 2, 2, &cover.note, &style::wrapped())?;
    let across = WIDTHS.map(usize::from).iter().sum();
    page.set_row_height(2, style::height([(cover.note.as_str(), across)].into_iter()))?;
    let mut row = 4;
    for part in &cover.lists {
        row = list(part, row, page)?;
    }
    page.set_screen_gridlines(false).set_paper_size(9).set_print_fit_to_pages(1, 0).set_footer("&L&A&R&P / &N");
    Ok(())
}

/// Writes a list from a row on, and returns the row of the next.
fn list(list: &List, from: RowNum, page: &mut Worksheet) -> Result<RowNum, XlsxError> {
    page.write_string_with_format(from, 0, &list.title, &style::subtitle())?;
    for (place, column) in (0..).zip(&list.columns) {
        page.write_string_with_format(from + 1, place, column, &style::header())?;
    }
    let mut row = from + 2;
    for entries in &list.rows {
        for (place, entry) in (0..).zip(entries) {
            put(entry, row, place, page)?;
        }
        let texts = entries.iter().zip(WIDTHS).filter_map(|(entry, width)| match entry {
            Entry::Text(text) => Some((text.as_str(), usize::from(width))),
            Entry::Count(_) | Entry::Sheet(_) => None,
        });
        page.set_row_height(row, style::height(texts))?;
        row += 1;
    }
    Ok(row + 1)
}

fn put(entry: &Entry, row: RowNum, place: ColNum, page: &mut Worksheet) -> Result<(), XlsxError> {
    match entry {
        Entry::Text(text) => page.write_string_with_format(row, place, text, &style::wrapped())?,
        #[expect(clippy::cast_precision_loss, reason = "a table has fewer rows than 2^52")]
        Entry::Count(count) => {
            let form = style::number(Form::Decimals(0)).set_align(FormatAlign::Top);
            page.write_number_with_format(row, place, *count as f64, &form)?
        }
        Entry::Sheet(name) => {
            let link = Url::new(format!("internal:'{name}'!A1")).set_text(name);
            page.write_url_with_format(row, place, link, &Format::new().set_hyperlink().set_align(FormatAlign::Top))?
        }
    };
    Ok(())
}
