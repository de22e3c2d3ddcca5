//! Rows in the order of their ids, without comparing texts.
//!
//! Ids of one file are alike: `E0974N4514` has one letter, four digits, one letter, four digits. Each position has few letters, so an id
//! fits in few bits: the rank of each of its bytes among the bytes that occur at that position, an end before all of them. The order of
//! these numbers is the order of the texts, and numbers are sorted in a few linear passes.

use rayon::prelude::*;

use crate::model::Texts;

/// The longest id that is packed.
const LONGEST: usize = 48;
/// Bits that one pass sorts by.
const DIGIT: u32 = 11;

/// The rows for which `good` holds, by ascending id and, where ids are equal, in the order of the file; and whether every id is there once.
///
/// O(bytes of the ids) when they pack in 64 bits, as those of every published file do; else O(rows · log rows).
pub(super) fn by_id(ids: &Texts, good: &[bool]) -> (Vec<u32>, bool) {
    let rows: Vec<u32> = (0u32..).zip(good).filter(|(_, good)| **good).map(|(row, _)| row).collect();
    match Ranks::of(ids) {
        Some(ranks) => by_number(ids, &ranks, &rows),
        None => by_text(ids, rows),
    }
}

fn by_number(ids: &Texts, ranks: &Ranks, rows: &[u32]) -> (Vec<u32>, bool) {
    let row_bits = u32::BITS - rows.last().copied().unwrap_or(0).leading_zeros();
    let keyed = rows.iter().map(|row| (ranks.key(ids.get(*row as usize)), *row));
    // Where key and row fit in one number, as they do for the squares of a country, half as much is moved.
    if ranks.bits() + row_bits <= u64::BITS {
        #[expect(clippy::cast_possible_truncation, reason = "as many bits as the largest row has")]
        let row_of = |packed: u64| (packed & ((1 << row_bits) - 1)) as u32;
        let mut packed: Vec<u64> = keyed.map(|(key, row)| key << row_bits | u64::from(row)).collect();
        sort(&mut packed, ranks.bits(), |packed| packed >> row_bits);
        let unique = packed.windows(2).all(|pair| pair[0] >> row_bits != pair[1] >> row_bits);
        (packed.into_iter().map(row_of).collect(), unique)
    } else {
        let mut pairs: Vec<(u64, u32)> = keyed.collect();
        sort(&mut pairs, ranks.bits(), |pair| pair.0);
        let unique = pairs.windows(2).all(|pair| pair[0].0 != pair[1].0);
        (pairs.into_iter().map(|(_, row)| row).collect(), unique)
    }
}

fn by_text(ids: &Texts, mut rows: Vec<u32>) -> (Vec<u32>, bool) {
    let id = |row: u32| ids.get(row as usize);
    rows.par_sort_unstable_by(|a, b| id(*a).cmp(id(*b)).then(a.cmp(b)));
    let unique = rows.windows(2).all(|pair| id(pair[0]) != id(pair[1]));
    (rows, unique)
}

/// Sorts by key, rows of one key staying in their order: a radix sort from the least digit up.
fn sort<T: Copy + Ord + Default>(rows: &mut Vec<T>, bits: u32, key: impl Fn(T) -> u64) {
    if rows.is_sorted() {
        return;
    }
    let mut sorted = vec![T::default(); rows.len()];
    for shift in (0..bits).step_by(DIGIT as usize) {
        let digit = |row: T| ((key(row) >> shift) & ((1 << DIGIT) - 1)) as usize;
        let mut next = [0_usize; 1 << DIGIT];
        rows.iter().for_each(|row| next[digit(*row)] += 1);
        let mut start = 0;
        for slot in &mut next {
            start += std::mem::replace(slot, start);
        }
        for row in rows.iter() {
            let slot = &mut next[digit(*row)];
            sorted[*slot] = *row;
            *slot += 1;
        }
        std::mem::swap(rows, &mut sorted);
    }
}

/// The rank of each byte at each position.
struct Ranks {
    positions: Vec<Position>,
}

/// The ranks at one position; rank 0 is that of an id that has ended, where one can.
struct Position {
    rank: [u8; 256],
    bits: u32,
}

impl Ranks {
    /// `None` when the ids are too long or too unlike to pack in 64 bits.
    fn of(ids: &Texts) -> Option<Self> {
        let longest = ids.longest();
        if longest > LONGEST {
            return None;
        }
        let mut seen = vec![[false; 256]; longest];
        let mut ends = vec![false; longest + 1];
        for id in ids.iter() {
            ends[id.len()] = true;
            id.bytes().zip(&mut seen).for_each(|(byte, seen)| seen[usize::from(byte)] = true);
        }
        let mut may_end = false;
        let positions: Vec<Position> = seen
            .iter()
            .zip(&ends)
            .map(|(seen, ends)| {
                may_end |= *ends;
                Position::of(seen, may_end)
            })
            .collect();
        let ranks = Self { positions };
        (ranks.bits() <= 64).then_some(ranks)
    }

    fn bits(&self) -> u32 {
        self.positions.iter().map(|position| position.bits).sum()
    }

    fn key(&self, id: &str) -> u64 {
        let bytes = id.as_bytes();
        self.positions.iter().enumerate().fold(0, |key, (index, position)| {
            let rank = bytes.get(index).map_or(0, |byte| position.rank[usize::from(*byte)]);
            // A position with one byte has no bits; 64 bits in one position cannot be.
            key << position.bits | u64::from(rank)
        })
    }
}

impl Position {
    fn of(seen: &[bool; 256], may_end: bool) -> Self {
        let mut rank = [0; 256];
        let mut next = u16::from(may_end);
        for byte in (0..256).filter(|byte| seen[*byte]) {
            // At most 255 bytes of UTF-8 can occur and one rank is the end: it fits.
            rank[byte] = u8::try_from(next).unwrap_or(u8::MAX);
            next += 1;
        }
        Self { rank, bits: 16 - next.saturating_sub(1).leading_zeros() }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(ids: &[String], good: &[bool]) -> Result<(), TestCaseError> {
        let texts: Texts = ids.iter().map(String::as_str).collect();
        let mut expected: Vec<u32> = (0u32..).zip(good).filter(|(_, good)| **good).map(|(row, _)| row).collect();
        expected.sort_by_key(|row| &ids[*row as usize]);
        let unique = expected.windows(2).all(|pair| ids[pair[0] as usize] != ids[pair[1] as usize]);
        prop_assert_eq!(by_id(&texts, good), (expected, unique));
        Ok(())
    }

    proptest! {
        #[test]
        fn squares_sort_as_texts(raw in prop::collection::vec((0u16..40, 0u16..40, any::<bool>()), 0..300)) {
            let ids: Vec<String> = raw.iter().map(|(east, north, _)| format!("E{:04}N{:04}", east * 37, north * 91)).collect();
            check(&ids, &raw.iter().map(|(.., good)| *good).collect::<Vec<_>>())?;
        }

        #[test]
        fn any_texts_sort_as_texts(ids in prop::collection::vec("[a-c]{0,4}|[0-9]{4}[A-Z]{2}|é{1,3}|.{0,60}", 0..60)) {
            check(&ids, &vec![true; ids.len()])?;
        }
    }
}
