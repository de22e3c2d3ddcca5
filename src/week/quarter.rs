//! One quarter hour of the cycle.

use super::Weekday;

/// A quarter hour of the cycle of four weeks: 0 is Monday 00:00–00:15 of week 1, 2687 the last one of Sunday of week 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Quarter(u16);

impl Quarter {
    /// Quarters of a day.
    pub const PER_DAY: u16 = 96;
    /// Quarters of one week.
    pub const PER_WEEK: u16 = 7 * Self::PER_DAY;
    /// Quarters of the whole cycle.
    pub const COUNT: u16 = 4 * Self::PER_WEEK;

    /// `None` unless `index` is below [`Self::COUNT`].
    #[must_use]
    pub const fn new(index: u16) -> Option<Self> {
        if index < Self::COUNT { Some(Self(index)) } else { None }
    }

    /// The quarter so many quarters after Monday 00:00 of week 1, going round after the last.
    #[must_use]
    pub const fn wrapping(index: u16) -> Self {
        Self(index % Self::COUNT)
    }

    /// The quarter that contains a minute (0 to 1439; more goes on in the next days) of a day of a week (0 to 3).
    #[must_use]
    pub fn at(week: u8, day: Weekday, minutes: u16) -> Self {
        Self::wrapping(u16::from(week % 4) * Self::PER_WEEK + u16::from(day.index()) * Self::PER_DAY + minutes / 15)
    }

    /// Place in the cycle, 0 to 2687.
    #[must_use]
    pub const fn index(self) -> u16 {
        self.0
    }

    /// Day of the week, 0 (Monday) to 6.
    #[must_use]
    pub const fn day(self) -> u8 {
        (self.0 / Self::PER_DAY % 7).to_le_bytes()[0]
    }

    /// Week of the cycle, 0 to 3.
    #[must_use]
    pub const fn week(self) -> u8 {
        (self.0 / Self::PER_WEEK).to_le_bytes()[0]
    }

    /// Minute of the day at which it begins, 0 to 1425.
    #[must_use]
    pub const fn minutes(self) -> u16 {
        self.0 % Self::PER_DAY * 15
    }
}
