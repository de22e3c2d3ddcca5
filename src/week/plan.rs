//! The days of the cycle with their hours while rules are applied one after the other.

use super::span::Span;
use super::{Quarter, Week, Weekday};

/// Days of a week, Monday in the lowest bit.
pub(super) type Days = u8;
/// Weeks of the cycle, the first in the lowest bit.
pub(super) type Weeks = u8;

/// All days of a week.
pub(super) const ALL_DAYS: Days = 0b111_1111;
/// Monday to Friday.
pub(super) const WORKDAYS: Days = 0b001_1111;
/// Saturday and Sunday.
pub(super) const WEEKEND: Days = 0b110_0000;
/// The four weeks.
pub(super) const ALL_WEEKS: Weeks = 0b1111;
/// Weeks 1 and 3.
pub(super) const ODD_WEEKS: Weeks = 0b0101;
/// Weeks 2 and 4.
pub(super) const EVEN_WEEKS: Weeks = 0b1010;

/// Days of the cycle.
const SLOTS: u8 = 28;

/// One day as a set.
pub(super) const fn day_bit(day: Weekday) -> Days {
    1 << day.index()
}

/// The days from one to another, going round after Sunday.
pub(super) fn day_range(first: Weekday, last: Weekday) -> Days {
    let steps = (last.index() + 7 - first.index()) % 7;
    (0..=steps).fold(0, |days, step| days | 1 << ((first.index() + step) % 7))
}

/// A set of the 28 days of the cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct DaySet(u32);

impl DaySet {
    /// These days in these weeks.
    pub(super) fn new(weeks: Weeks, days: Days) -> Self {
        let week = |nth: u8| if weeks >> nth & 1 == 1 { u32::from(days) << (7 * nth) } else { 0 };
        Self((0..4).map(week).sum())
    }

    pub(super) fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The days so many days later, going round.
    pub(super) fn later(self, days: i16) -> Self {
        let by = u8::try_from(days.rem_euclid(i16::from(SLOTS))).unwrap_or(0);
        self.slots().fold(Self::default(), |set, slot| Self(set.0 | 1 << ((slot + by) % SLOTS)))
    }

    fn slots(self) -> impl Iterator<Item = u8> {
        (0..SLOTS).filter(move |slot| self.0 >> slot & 1 == 1)
    }
}

/// Hours per day of the cycle; hours after midnight belong to the day on which they start.
#[derive(Debug)]
pub(super) struct Plan {
    slots: Vec<Week>,
}

impl Plan {
    pub(super) fn new() -> Self {
        Self { slots: vec![Week::EMPTY; usize::from(SLOTS)] }
    }

    /// Gives the days these hours besides those they have.
    pub(super) fn add(&mut self, days: DaySet, spans: &[Span]) {
        for slot in days.slots() {
            let week = &mut self.slots[usize::from(slot)];
            *week = week.union(&hours(slot, spans));
        }
    }

    /// Gives the days these hours instead of those they have.
    pub(super) fn replace(&mut self, days: DaySet, spans: &[Span]) {
        self.close(days);
        self.add(days, spans);
    }

    /// Adds the hours on days where they lie beside the hours there are, and replaces those on days where they overlap.
    pub(super) fn add_or_replace(&mut self, days: DaySet, spans: &[Span]) {
        for slot in days.slots() {
            let new = hours(slot, spans);
            let week = &mut self.slots[usize::from(slot)];
            *week = if week.common(&new) == 0 { week.union(&new) } else { new };
        }
    }

    /// Closes the days.
    pub(super) fn close(&mut self, days: DaySet) {
        for slot in days.slots() {
            self.slots[usize::from(slot)] = Week::EMPTY;
        }
    }

    /// Takes these hours of these days away, whatever day they started on.
    pub(super) fn cut(&mut self, days: DaySet, spans: &[Span]) {
        for slot in days.slots() {
            let gone = hours(slot, spans);
            for week in &mut self.slots {
                *week = week.minus(&gone);
            }
        }
    }

    /// Whether some hours start on a day outside `days`.
    pub(super) fn starts_outside(&self, days: Days) -> bool {
        (0..SLOTS).zip(&self.slots).any(|(slot, week)| days >> (slot % 7) & 1 == 0 && !week.is_empty())
    }

    /// All hours together.
    pub(super) fn week(&self) -> Week {
        self.slots.iter().fold(Week::EMPTY, |all, week| all.union(week))
    }
}

/// The hours of one day of the cycle.
fn hours(slot: u8, spans: &[Span]) -> Week {
    let mut week = Week::EMPTY;
    for span in spans {
        let start = Quarter::wrapping(u16::from(slot) * Quarter::PER_DAY + span.start);
        week.insert_range(start, span.end.saturating_sub(span.start));
    }
    week
}
