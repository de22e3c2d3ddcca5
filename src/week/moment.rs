//! A moment of the week that a user asks about.

use super::{Quarter, WeekError, Weekday, people};

/// A quarter hour of the week, in every week of the cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Moment {
    day: Weekday,
    minutes: u16,
}

impl Moment {
    /// Reads `Tu 19:00`, `di 19.00`, `dinsdag 19 uur`, `Saturday 10:30`.
    ///
    /// # Errors
    ///
    /// [`WeekError`]: no day, no time, an impossible time (24:00 too) or something besides.
    pub fn parse(text: &str) -> Result<Self, WeekError> {
        let (day, minutes) = people::moment(text)?;
        Ok(Self { day, minutes })
    }

    /// The moment at which a quarter hour begins, whatever its week of the cycle.
    #[must_use]
    pub fn of_quarter(quarter: Quarter) -> Self {
        let day = Weekday::ALL[usize::from(quarter.day())];
        Self { day, minutes: quarter.minutes() }
    }

    /// The day of the week.
    #[must_use]
    pub const fn weekday(self) -> Weekday {
        self.day
    }

    /// Minutes after midnight as typed, 0 to 1439.
    #[must_use]
    pub const fn minutes(self) -> u16 {
        self.minutes
    }

    /// The quarter hour that contains it, in each week of the cycle.
    #[must_use]
    pub fn quarters(self) -> [Quarter; 4] {
        [0, 1, 2, 3].map(|week| Quarter::at(week, self.day, self.minutes))
    }
}
