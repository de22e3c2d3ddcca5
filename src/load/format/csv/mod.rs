//! Reading text with separators: CSV as statistics offices publish it and as spreadsheets save it.
//!
//! Encoding, separator and header are found, see [`super::encoding`], [`separator`] and [`super::header`]; [`records`] numbers the
//! lines as an editor does. The file is held whole in memory, its columns are brought one record at a time: O(bytes).

mod records;
mod separator;

use records::{Layout, Mark, Records};

use super::encoding::{decode, no_nul};
use super::head::Head;
use super::header;
use super::layer::{Geometry, Layer, Numbers, Selection};
use super::whole::{self, Whole};
use crate::load::error::{Fault, Refusal, Why};
use crate::model::{DataFile, Texts};

/// An open CSV file.
#[derive(Debug)]
pub(super) struct Reader {
    text: Whole,
    layout: Layout,
    /// Where the rows begin.
    body: Mark,
    /// Number of columns.
    width: usize,
    /// Bytes of a typical row, to set memory aside by.
    row_bytes: usize,
}

/// Opens a file: finds its encoding, separator and header.
///
/// # Errors
/// [`Fault::Encoding`]; [`Fault::Empty`]; [`Fault::NoHeader`]; [`Fault::NulCharacter`]; [`Fault::OpenQuote`] in the first
/// rows; [`Fault::Unreadable`].
pub(super) fn open(file: &DataFile) -> Result<(Head, Reader), Fault> {
    let (text, encoding) = decode(whole::read(&file.path)?, file.encoding.as_deref())?;
    no_nul(&text)?;
    let (stated, start) = separator::stated(&text);
    let lone_returns = records::has_lone_returns(&text);
    let separator = stated.unwrap_or_else(|| separator::detect(&text, lone_returns, start));
    let layout = Layout { separator, lone_returns };
    let sample = records::sample(&text, layout, start, header::SAMPLE);
    if let Some(fault) = sample.fault {
        return Err(fault);
    }
    let at = header::find(&sample.rows)?;
    let widest = sample.rows.iter().skip(at + 1).map(|row| header::width(row)).max().unwrap_or(0);
    let names = sample.rows.get(at).map_or(&[] as &[String], Vec::as_slice);
    // a column without a name at the end counts when something stands in it
    let width = header::width(names).max(widest.min(names.len()));
    let body = sample.marks.get(at).copied().unwrap_or(start);
    let last = sample.marks.last().map_or(0, |mark| mark.end);
    let row_bytes = (last - body.end) / (sample.rows.len() - at - 1).max(1);
    let head = Head { fields: header::names(names, width), encoding: Some(encoding), ..Head::default() };
    Ok((head, Reader { text: Whole(text), layout, body, width, row_bytes }))
}

impl Reader {
    /// Brings the rows. A row that breaks off before a column of `selection`, or has more cells than the header, is refused by itself;
    /// one that lacks other cells at its end is used, as spreadsheets and hands leave those out.
    ///
    /// # Errors
    /// [`Fault::OpenQuote`] with the line where it opened.
    pub(super) fn read(&self, selection: &Selection) -> Result<Layer, Fault> {
        let text = &self.text.0;
        let mut records = Records::new(text, self.layout, self.body);
        let mut layer = self.empty_layer(selection);
        let needed = selection.numbers.iter().chain(&selection.texts).chain(selection.keep.iter().map(|(field, _)| field));
        while layer.rows.len() < selection.limit.unwrap_or(usize::MAX)
            && let Some(mark) = records.advance()?
        {
            let record = records.record();
            if record.iter().all(|cell| cell.trim_ascii().is_empty()) {
                continue;
            }
            if record.len() < self.width && needed.clone().any(|field| (record.len()..self.width).contains(field)) {
                layer.refused.push(Refusal::of_row(mark.line, Why::CutOff));
                continue;
            }
            if record.len() > self.width && record.iter().skip(self.width).any(|cell| !cell.trim_ascii().is_empty()) {
                layer.refused.push(Refusal::of_row(mark.line, Why::TooManyCells));
                continue;
            }
            // decoded text cut at ASCII separators is UTF-8
            let cell = |field: usize| record.get(field).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default().trim();
            if selection.keep.iter().any(|(field, value)| cell(*field) != value.trim()) {
                layer.filtered += 1;
                continue;
            }
            layer.rows.push(mark.line);
            for (column, field) in layer.numbers.iter_mut().zip(&selection.numbers) {
                column.push_text(cell(*field));
            }
            for (column, field) in layer.texts.iter_mut().zip(&selection.texts) {
                column.push(cell(*field));
            }
        }
        Ok(layer)
    }

    /// A layer with room for the rows that the file seems to have, an eighth more.
    fn empty_layer(&self, selection: &Selection) -> Layer {
        let rows = (self.text.0.len() - self.body.end.min(self.text.0.len())) / self.row_bytes.max(1);
        let rows = if selection.keep.is_empty() && selection.limit.is_none() { rows + rows / 8 } else { 0 };
        Layer {
            rows: Vec::with_capacity(rows),
            numbers: selection.numbers.iter().map(|_| Numbers { values: Vec::with_capacity(rows), ..Numbers::default() }).collect(),
            texts: selection.texts.iter().map(|_| Texts::with_capacity(rows, rows * 8)).collect(),
            geometry: Geometry::Nothing,
            ..Layer::default()
        }
    }
}
