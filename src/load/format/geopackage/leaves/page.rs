//! One page of a table: a leaf with rows or an inner page with the pages below it.

use super::Odd;

/// The kind of an inner page of a table.
const INNER: u8 = 0x05;
/// The kind of a leaf of a table.
const LEAF: u8 = 0x0d;

/// A page of a table; the bytes reserved at its end are not among them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Page<'a> {
    bytes: &'a [u8],
    /// Where each cell starts, two bytes a cell.
    starts: &'a [u8],
    is_leaf: bool,
}

impl<'a> Page<'a> {
    /// Looks at the head of a page; at most one cell in six bytes, as `SQLite` has it.
    pub(super) fn new(bytes: &'a [u8]) -> Result<Self, Odd> {
        let is_leaf = match bytes.first() {
            Some(&LEAF) => true,
            Some(&INNER) => false,
            _ => return Err(Odd),
        };
        let cells = usize::from(u16::from_be_bytes(array(bytes, 3)?));
        let head = if is_leaf { 8 } else { 12 };
        let starts = bytes.get(head..head + 2 * cells).ok_or(Odd)?;
        if cells > (bytes.len() - 8) / 6 { Err(Odd) } else { Ok(Self { bytes, starts, is_leaf }) }
    }

    pub(super) fn is_leaf(&self) -> bool {
        self.is_leaf
    }

    /// Whether it has no cells.
    pub(super) fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// Number of cells.
    pub(super) fn len(&self) -> usize {
        self.starts.len() / 2
    }

    /// The bytes from the start of each cell to the end of the page.
    #[inline]
    pub(super) fn cells(self) -> impl Iterator<Item = Result<&'a [u8], Odd>> {
        let head = if self.is_leaf { 8 } else { 12 } + self.starts.len();
        self.starts.chunks_exact(2).map(move |start| {
            let start = usize::from(u16::from_be_bytes(array(start, 0)?));
            if start < head { Err(Odd) } else { self.bytes.get(start..).ok_or(Odd) }
        })
    }

    /// The page of the keys above those of all cells of an inner page.
    pub(super) fn last_child(&self) -> Result<u32, Odd> {
        array(self.bytes, 8).map(u32::from_be_bytes)
    }
}

/// So many bytes at a place.
#[inline]
pub(super) fn array<const N: usize>(bytes: &[u8], at: usize) -> Result<[u8; N], Odd> {
    bytes.get(at..).and_then(<[u8]>::first_chunk).copied().ok_or(Odd)
}

/// A number of one to nine bytes, seven bits in each and eight in the ninth; and the bytes behind it.
#[inline]
pub(super) fn varint(bytes: &[u8]) -> Result<(u64, &[u8]), Odd> {
    match bytes.split_first() {
        Some((&byte, rest)) if byte < 0x80 => Ok((u64::from(byte), rest)),
        Some(_) => long_varint(bytes),
        None => Err(Odd),
    }
}

fn long_varint(bytes: &[u8]) -> Result<(u64, &[u8]), Odd> {
    let mut number = 0;
    for (place, byte) in bytes.iter().enumerate().take(8) {
        number = number << 7 | u64::from(byte & 0x7F);
        if *byte < 0x80 {
            return Ok((number, &bytes[place + 1..]));
        }
    }
    bytes.get(8).map(|byte| (number << 8 | u64::from(*byte), &bytes[9..])).ok_or(Odd)
}
