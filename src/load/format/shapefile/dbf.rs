//! The table of a shapefile: dBASE III to V, records of fixed width.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::{corrupt, unreadable};
use crate::load::error::Fault;

/// A column.
#[derive(Debug, Clone)]
pub(super) struct Field {
    /// Its name, in the code page of the table.
    pub(super) name: Vec<u8>,
    kind: u8,
    start: usize,
    length: usize,
}

/// The head of a table.
#[derive(Debug, Clone)]
pub(super) struct Head {
    /// Its columns, but for those whose values are in other files or are pictures.
    pub(super) fields: Vec<Field>,
    /// Number of records that it says it has.
    pub(super) records: usize,
    /// Its language driver; 0 for none.
    pub(super) language: u8,
    first: usize,
    width: usize,
}

/// A cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Cell<'a> {
    /// Nothing in it, or the asterisks of a number that was too long.
    Empty,
    /// Text, or a number written as text, without the blanks around it.
    Text(&'a [u8]),
    /// A number in binary.
    Number(f64),
}

impl Head {
    /// Reads the head of a table.
    ///
    /// # Errors
    /// [`Fault::Corrupt`] when it contradicts itself or breaks off, [`Fault::Unreadable`].
    pub(super) fn read(path: &Path) -> Result<Self, Fault> {
        let file = File::open(path).map_err(unreadable)?;
        let mut bytes = Vec::new();
        file.take(1 << 16).read_to_end(&mut bytes).map_err(unreadable)?;
        Self::parse(&bytes).ok_or_else(|| corrupt(path, "the head of the table is damaged or breaks off"))
    }

    /// The head in the first bytes of a table; `None` when there is none.
    fn parse(bytes: &[u8]) -> Option<Self> {
        let (fixed, _) = bytes.split_first_chunk::<32>()?;
        let [version, _, _, _, r0, r1, r2, r3, f0, f1, w0, w1, ..] = *fixed;
        let first = usize::from(u16::from_le_bytes([f0, f1]));
        let width = usize::from(u16::from_le_bytes([w0, w1]));
        let descriptors = bytes.get(32..first)?;
        if version & 0b111 == 4 || width < 2 {
            return None;
        }
        let mut fields = Vec::new();
        let mut start = 1;
        for descriptor in descriptors.chunks_exact(32).take_while(|descriptor| descriptor[0] != 0x0D) {
            let name = descriptor[..11].split(|byte| *byte == 0).next()?.to_vec();
            let (kind, length) = (descriptor[11].to_ascii_uppercase(), usize::from(descriptor[16]));
            if b"CNFDLIBOY+".contains(&kind) {
                fields.push(Field { name, kind, start, length });
            }
            start += length;
        }
        if start > width || fields.is_empty() {
            return None;
        }
        let records = u32::from_le_bytes([r0, r1, r2, r3]) as usize;
        Some(Self { fields, records, language: fixed[29], first, width })
    }

    /// Number of whole records in the bytes of a table, at most as many as it says it has.
    pub(super) fn present(&self, table: &[u8]) -> usize {
        (table.len().saturating_sub(self.first) / self.width).min(self.records)
    }

    /// The record of this index; `None` when the table ends before.
    pub(super) fn record<'a>(&self, table: &'a [u8], index: usize) -> Option<&'a [u8]> {
        let start = self.first.checked_add(index.checked_mul(self.width)?)?;
        table.get(start..start.checked_add(self.width)?)
    }
}

/// Whether a record is marked as deleted.
pub(super) fn is_deleted(record: &[u8]) -> bool {
    record.first() == Some(&b'*')
}

impl Field {
    /// The cell of this column in a record.
    pub(super) fn cell<'a>(&self, record: &'a [u8]) -> Cell<'a> {
        let bytes = record.get(self.start..self.start + self.length).unwrap_or_default();
        match (self.kind, bytes.len()) {
            (b'I' | b'+', 4) => bytes.first_chunk().map_or(Cell::Empty, |bytes| Cell::Number(f64::from(i32::from_le_bytes(*bytes)))),
            (b'O' | b'B', 8) => bytes.first_chunk().map_or(Cell::Empty, |bytes| Cell::Number(f64::from_le_bytes(*bytes))),
            #[expect(clippy::cast_precision_loss, reason = "an amount of money, in ten-thousandths")]
            (b'Y', 8) => bytes.first_chunk().map_or(Cell::Empty, |bytes| Cell::Number(i64::from_le_bytes(*bytes) as f64 / 10_000.0)),
            _ => self.text(bytes),
        }
    }

    fn text<'a>(&self, bytes: &'a [u8]) -> Cell<'a> {
        let blank = |byte: &u8| byte.is_ascii_whitespace() || *byte == 0;
        let start = bytes.iter().position(|byte| !blank(byte)).unwrap_or(bytes.len());
        let end = bytes.iter().rposition(|byte| !blank(byte)).map_or(start, |last| last + 1);
        let text = bytes.get(start..end).unwrap_or_default();
        let absent = match self.kind {
            b'N' | b'F' => text.iter().all(|byte| *byte == b'*'),
            b'L' => text == b"?",
            b'D' => text.iter().all(|byte| *byte == b'0'),
            _ => text.is_empty(),
        };
        if absent { Cell::Empty } else { Cell::Text(text) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(kind: u8, length: usize) -> Field {
        Field { name: Vec::new(), kind, start: 1, length }
    }

    #[test]
    fn cells_of_every_kind() {
        assert_eq!(field(b'C', 6).cell(b"  ab c \0"), Cell::Text(b"ab c"));
        assert_eq!(field(b'C', 4).cell(b" ****"), Cell::Text(b"****"));
        assert_eq!(field(b'C', 4).cell(b" \0\0\0\0"), Cell::Empty);
        assert_eq!(field(b'N', 4).cell(b" ****"), Cell::Empty);
        assert_eq!(field(b'N', 4).cell(b"  -12"), Cell::Text(b"-12"));
        assert_eq!(field(b'N', 4).cell(b"     "), Cell::Empty);
        assert_eq!(field(b'L', 1).cell(b" ?"), Cell::Empty);
        assert_eq!(field(b'D', 8).cell(b" 00000000"), Cell::Empty);
        assert_eq!(field(b'I', 4).cell(b" \xFE\xFF\xFF\xFF"), Cell::Number(-2.0));
        assert_eq!(field(b'O', 8).cell(b" \0\0\0\0\0\0\xF8\x3F"), Cell::Number(1.5));
        assert_eq!(field(b'Y', 8).cell(b" \x88\x13\0\0\0\0\0\0"), Cell::Number(0.5));
        assert_eq!(field(b'N', 9).cell(b" 12"), Cell::Empty, "a record shorter than its columns");
    }

    #[test]
    fn a_head_that_breaks_off_is_none() {
        assert!(Head::parse(b"").is_none());
        assert!(Head::parse(&[3; 40]).is_none());
        assert!(Head::parse(&[0; 64]).is_none());
    }
}
