//! Records with the line on which each begins, as an editor counts lines.
//!
//! The `csv` crate splits; it counts only `\n`, before it skips blank lines, and takes the end of the file for a closing quote. Lines
//! are therefore counted here, over the bytes between one record's start and the next, and the last record is looked at again.

use csv::{ByteRecord, ReaderBuilder};

use crate::load::error::Fault;
use crate::load::format::encoding::line_ends;

/// Where a record stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    /// The first byte.
    pub start: usize,
    /// The byte after the last one; a line end may follow.
    pub end: usize,
    /// The line of the first byte, from 1.
    pub line: u64,
}

impl Mark {
    /// The beginning of a text.
    pub(super) const BEGIN: Self = Self { start: 0, end: 0, line: 1 };
}

/// How a text is cut into lines and cells.
#[derive(Debug, Clone, Copy)]
pub(super) struct Layout {
    /// What stands between two cells.
    pub separator: u8,
    /// Whether a line may end in a lone `\r`; if not, lines are counted faster.
    pub lone_returns: bool,
}

/// Whether a text has a `\r` without `\n` behind it. O(bytes), quick where there is no `\r`.
pub(super) fn has_lone_returns(text: &[u8]) -> bool {
    text.contains(&b'\r') && (text.windows(2).any(|pair| pair[0] == b'\r' && pair[1] != b'\n') || text.ends_with(b"\r"))
}

/// The records of a text from some mark on, one at a time.
pub(super) struct Records<'t> {
    text: &'t [u8],
    layout: Layout,
    reader: csv::Reader<&'t [u8]>,
    record: ByteRecord,
    /// Where the reader began.
    base: usize,
    last: Mark,
}

impl<'t> Records<'t> {
    /// The records behind `after`.
    pub(super) fn new(text: &'t [u8], layout: Layout, after: Mark) -> Self {
        let reader = ReaderBuilder::new()
            .delimiter(layout.separator)
            .has_headers(false)
            .flexible(true)
            .buffer_capacity(1 << 16)
            .from_reader(text.get(after.end..).unwrap_or_default());
        Self { text, layout, reader, record: ByteRecord::new(), base: after.end, last: after }
    }

    /// Reads the next record; `None` behind the last one.
    ///
    /// # Errors
    /// [`Fault::OpenQuote`] when a quote in it is still open at the end of the file.
    pub(super) fn advance(&mut self) -> Result<Option<Mark>, Fault> {
        let more = self.reader.read_byte_record(&mut self.record).map_err(|error| corrupt(self.last.line, error.to_string()))?;
        if !more {
            return Ok(None);
        }
        let at = |byte: u64| self.base.saturating_add(usize::try_from(byte).unwrap_or(usize::MAX)).min(self.text.len());
        let begun = at(self.record.position().map_or(0, csv::Position::byte));
        let blank = self.text[begun..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let (start, end) = (begun + blank, at(self.reader.position().byte()));
        let mark = Mark { start, end, line: self.last.line + self.lines(&self.text[self.last.start..start]) };
        if end == self.text.len()
            && let Some(opened) = open_quote(&self.text[start..], self.layout.separator)
        {
            let line = mark.line + line_ends(&self.text[start..start + opened]);
            return Err(Fault::OpenQuote { line });
        }
        self.last = mark;
        Ok(Some(mark))
    }

    /// The record read last.
    pub(super) fn record(&self) -> &ByteRecord {
        &self.record
    }

    fn lines(&self, text: &[u8]) -> u64 {
        if self.layout.lone_returns { line_ends(text) } else { text.iter().map(|byte| u64::from(*byte == b'\n')).sum() }
    }
}

fn corrupt(line: u64, detail: String) -> Fault {
    Fault::Corrupt { place: format!("line {line}"), detail }
}

/// The byte of the quote that is open at the end of a record, if one is.
fn open_quote(record: &[u8], separator: u8) -> Option<usize> {
    let mut opened = None;
    let mut at_start = true;
    let mut bytes = record.iter().enumerate().peekable();
    while let Some((index, byte)) = bytes.next() {
        if opened.is_some() {
            // two quotes are one quote inside
            if *byte == b'"' && bytes.next_if(|(_, next)| **next == b'"').is_none() {
                opened = None;
            }
        } else if *byte == b'"' && at_start {
            opened = Some(index);
        }
        at_start = opened.is_none() && (*byte == separator || matches!(byte, b'\r' | b'\n'));
    }
    opened
}

/// The first rows of a text that are not blank.
pub(super) struct Sample {
    /// Their cells.
    pub rows: Vec<Vec<String>>,
    /// Where they stand.
    pub marks: Vec<Mark>,
    /// What ended the sample before its time.
    pub fault: Option<Fault>,
}

/// Reads at most `most` rows that are not blank.
pub(super) fn sample(text: &[u8], layout: Layout, after: Mark, most: usize) -> Sample {
    let mut sample = Sample { rows: Vec::new(), marks: Vec::new(), fault: None };
    let mut records = Records::new(text, layout, after);
    while sample.rows.len() < most {
        match records.advance() {
            Ok(Some(mark)) => {
                let cells: Vec<String> = records.record().iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
                if cells.iter().any(|cell| !cell.trim().is_empty()) {
                    sample.rows.push(cells);
                    sample.marks.push(mark);
                }
            }
            Ok(None) => break,
            Err(fault) => {
                sample.fault = Some(fault);
                break;
            }
        }
    }
    sample
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(text: &str) -> Sample {
        let layout = Layout { separator: b';', lone_returns: has_lone_returns(text.as_bytes()) };
        super::sample(text.as_bytes(), layout, Mark::BEGIN, 100)
    }

    fn lines(text: &str) -> Vec<(u64, String)> {
        let sample = sample(text);
        assert_eq!(sample.fault, None, "{text:?}");
        sample.marks.iter().map(|mark| mark.line).zip(sample.rows.iter().map(|row| row.join("|"))).collect()
    }

    #[test]
    fn lines_are_counted_as_an_editor_counts_them() {
        let expected = |rows: &[(u64, &str)]| rows.iter().map(|(line, row)| (*line, (*row).to_owned())).collect::<Vec<_>>();
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a;b", "", "1;2", ";", "\"x", "y\";3", "", "", "4;5", ""].join(end);
            let quoted = format!("x{end}y|3");
            assert_eq!(lines(&text), expected(&[(1, "a|b"), (3, "1|2"), (5, &quoted), (9, "4|5")]), "{text:?}");
        }
        // no line end behind the last row; blank lines before the first
        assert_eq!(lines("\n\na;b\n1;2"), expected(&[(3, "a|b"), (4, "1|2")]));
        assert_eq!(lines("a;\"b\""), expected(&[(1, "a|b")]));
        assert_eq!(lines("a;\"b \"\"c\"\"\""), expected(&[(1, "a|b \"c\"")]));
        // a quote inside a cell is a sign like any other
        assert_eq!(lines("a;5\" pijp"), expected(&[(1, "a|5\" pijp")]));
    }

    #[test]
    fn an_open_quote_is_placed_where_it_opened() {
        for (text, line) in [("a;b\n1;2\n3;\"4\n5;6\n", 3), ("a;b\n\n\"1\n2\";\"3\n4;5", 4), ("a;\"", 1), ("a;\"b\"\"\n", 1)] {
            let fault = sample(text).fault;
            assert_eq!(fault, Some(Fault::OpenQuote { line }), "{text:?}");
        }
    }
}
