//! One row of a table: its key, and a record of a head with the type of each column and a body with their values.

use rusqlite::types::ValueRef;

use super::Odd;
use super::page::{array, varint};

/// The most bytes of a row that are understood, a fourth of what `SQLite` reads at most.
const LONGEST: u64 = 1 << 28;

/// A row that lies in its leaf, as far as that holds it.
pub(super) struct Row<'a> {
    /// Its key.
    pub(super) key: i64,
    /// Its record, without what lies in other pages.
    local: &'a [u8],
    /// Bytes of the whole record.
    whole: usize,
}

impl<'a> Row<'a> {
    /// Reads the head of a cell of a leaf whose pages have so many bytes for use.
    #[inline]
    pub(super) fn new(cell: &'a [u8], usable: usize) -> Result<Self, Odd> {
        let (whole, rest) = varint(cell)?;
        // `SQLite` reads a length in ever more bytes than it needs in its own way.
        if whole >= LONGEST || cell.len() - rest.len() > 4 {
            return Err(Odd);
        }
        let (key, rest) = varint(rest)?;
        let whole = usize::try_from(whole).map_err(|_| Odd)?;
        let local = rest.get(..local(whole, usable)).ok_or(Odd)?;
        Ok(Self { key: key.cast_signed(), local, whole })
    }

    /// Finds the columns of the record; it must have as many as `cells` has room for, and no byte more or less than they need.
    #[inline]
    pub(super) fn split(&self, cells: &mut [Cell]) -> Result<(), Odd> {
        let (head, rest) = varint(self.local)?;
        let head = usize::try_from(head).map_err(|_| Odd)?;
        let mut kinds = self.local.get(self.local.len() - rest.len()..head).ok_or(Odd)?;
        let mut start = head;
        for cell in cells {
            let (kind, rest) = varint(kinds)?;
            kinds = rest;
            *cell = Cell { kind, start, bytes: bytes(kind)? };
            start = start.checked_add(cell.bytes).ok_or(Odd)?;
        }
        if kinds.is_empty() && start == self.whole { Ok(()) } else { Err(Odd) }
    }

    /// The value of a column; none is understood that lies in another page. In a column of `real` numbers all numbers are such.
    #[inline]
    pub(super) fn value(&self, cell: Cell, real: bool) -> Result<ValueRef<'a>, Odd> {
        let bytes = self.local.get(cell.start..cell.start + cell.bytes).ok_or(Odd)?;
        Ok(match cell.kind {
            0 => ValueRef::Null,
            7 => match f64::from_be_bytes(array(bytes, 0)?) {
                number if number.is_nan() => ValueRef::Null,
                number => ValueRef::Real(number),
            },
            8 => whole(0, real),
            9 => whole(1, real),
            1..=6 => {
                let first = if bytes[0] < 0x80 { 0 } else { -1 };
                whole(bytes.iter().fold(first, |number, byte| number << 8 | i64::from(*byte)), real)
            }
            kind if kind % 2 == 0 => ValueRef::Blob(bytes),
            _ => ValueRef::Text(bytes),
        })
    }
}

/// Where the value of a column lies in a record.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Cell {
    kind: u64,
    start: usize,
    bytes: usize,
}

#[expect(clippy::cast_precision_loss, reason = "as `SQLite` does in a column of real numbers")]
fn whole(number: i64, real: bool) -> ValueRef<'static> {
    if real { ValueRef::Real(number as f64) } else { ValueRef::Integer(number) }
}

/// The bytes of a value of this kind; two kinds are left open by the format.
#[inline]
fn bytes(kind: u64) -> Result<usize, Odd> {
    match kind {
        0 | 8 | 9 => Ok(0),
        1..=4 => usize::try_from(kind).map_err(|_| Odd),
        5 => Ok(6),
        6 | 7 => Ok(8),
        10 | 11 => Err(Odd),
        _ => usize::try_from((kind - 12) / 2).map_err(|_| Odd),
    }
}

/// How many bytes of a record of `whole` bytes lie in the leaf itself: § 1.6 of the file format.
#[inline]
fn local(whole: usize, usable: usize) -> usize {
    let most = usable - 35;
    if whole <= most {
        return whole;
    }
    let least = (usable - 12) * 32 / 255 - 23;
    let local = least + (whole - least) % (usable - 4);
    if local <= most { local } else { least }
}
