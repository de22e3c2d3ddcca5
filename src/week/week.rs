//! The week: a cycle of four weeks as a set of quarter hours.

use super::{Quarter, Weekday};
use crate::units::Hours;

/// Words of 64 quarters that make up the cycle.
const WORDS: usize = 42;

/// Opening times as a set of quarter hours of a cycle of four weeks: 2,688 bits, quarter 0 in the lowest bit of word 0.
///
/// Ordered by its words, which has no meaning but is the same everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Week {
    words: [u64; WORDS],
}

impl Default for Week {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl Week {
    /// Never open.
    pub const EMPTY: Self = Self { words: [0; WORDS] };
    /// Always open.
    pub const ALWAYS: Self = Self { words: [u64::MAX; WORDS] };

    /// The same day of all four weeks, from 00:00 to 24:00.
    #[must_use]
    pub fn whole_day(day: Weekday) -> Self {
        let mut week = Self::EMPTY;
        for nth in 0..4 {
            week.insert_range(Quarter::at(nth, day, 0), Quarter::PER_DAY);
        }
        week
    }

    /// Quarters open in either.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        self.zip(other, |a, b| a | b)
    }

    /// Quarters open in both.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        self.zip(other, |a, b| a & b)
    }

    /// Quarters open in this week and not in the other.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        self.zip(other, |a, b| a & !b)
    }

    fn zip(&self, other: &Self, both: impl Fn(u64, u64) -> u64) -> Self {
        Self { words: std::array::from_fn(|i| both(self.words[i], other.words[i])) }
    }

    /// Whether it is never open.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::EMPTY
    }

    /// Whether it is open in this quarter.
    #[must_use]
    pub fn contains(&self, quarter: Quarter) -> bool {
        let index = usize::from(quarter.index());
        self.words[index / 64] >> (index % 64) & 1 == 1
    }

    /// Whether the other is open whenever this one is.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        self.words.iter().zip(&other.words).all(|(a, b)| a & !b == 0)
    }

    /// Number of open quarters, 0 to 2688.
    #[must_use]
    pub fn quarters(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// Hours a week: open quarters / 16.
    #[must_use]
    pub fn hours(&self) -> Hours {
        Hours::new(f64::from(self.quarters()) / 16.0).unwrap_or(Hours::MOST)
    }

    /// Number of quarters open in both, without making their intersection.
    #[must_use]
    pub fn common(&self, other: &Self) -> u32 {
        self.words.iter().zip(&other.words).map(|(a, b)| (a & b).count_ones()).sum()
    }

    /// The open quarters, ascending.
    pub fn iter(&self) -> impl Iterator<Item = Quarter> + '_ {
        (0u16..).step_by(64).zip(&self.words).flat_map(|(base, &word)| {
            let mut left = word;
            std::iter::from_fn(move || {
                let bit = u16::try_from(left.trailing_zeros()).ok().filter(|&bit| bit < 64)?;
                left &= left - 1;
                Some(Quarter::wrapping(base + bit))
            })
        })
    }

    /// The bits, 64 quarters a word.
    #[must_use]
    pub fn words(&self) -> &[u64; WORDS] {
        &self.words
    }

    /// Opens one quarter.
    pub fn insert(&mut self, quarter: Quarter) {
        let index = usize::from(quarter.index());
        self.words[index / 64] |= 1 << (index % 64);
    }

    /// Opens `length` quarters from `start`, going round after the last quarter of the cycle.
    pub fn insert_range(&mut self, start: Quarter, length: u16) {
        for step in 0..length.min(Quarter::COUNT) {
            self.insert(Quarter::wrapping(start.index() + step));
        }
    }

    /// Whether the four weeks are alike.
    #[must_use]
    pub fn repeats_weekly(&self) -> bool {
        self.iter().all(|q| self.contains(Quarter::wrapping(q.index() + Quarter::PER_WEEK)))
    }
}

impl FromIterator<Quarter> for Week {
    fn from_iter<T: IntoIterator<Item = Quarter>>(quarters: T) -> Self {
        let mut week = Self::EMPTY;
        for quarter in quarters {
            week.insert(quarter);
        }
        week
    }
}
