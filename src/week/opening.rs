//! What a text of opening hours says, and what of it was left aside.

use super::Week;
use crate::units::Hours;

/// Opening hours.
#[derive(Debug, Clone, Copy, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "nearly all are timed")]
pub enum Opening {
    /// Known by the quarter hour.
    Timed {
        /// When it is open.
        week: Week,
    },
    /// Known only as a number of hours a week.
    Untimed(Hours),
}

impl Opening {
    /// Hours a week.
    #[must_use]
    pub fn hours(&self) -> Hours {
        match self {
            Self::Timed { week } => week.hours(),
            Self::Untimed(hours) => *hours,
        }
    }

    /// The week, where it is known.
    #[must_use]
    pub fn week(&self) -> Option<&Week> {
        match self {
            Self::Timed { week } => Some(week),
            Self::Untimed(_) => None,
        }
    }
}

/// Opening hours as read from a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed {
    /// The hours.
    pub opening: Opening,
    /// What the text says besides, in the order of the text, each once.
    pub ignored: Vec<Ignored>,
}

impl Parsed {
    pub(super) fn timed(week: &Week, notes: Vec<Ignored>) -> Self {
        let mut ignored: Vec<Ignored> = Vec::with_capacity(notes.len());
        for note in notes {
            if !ignored.contains(&note) {
                ignored.push(note);
            }
        }
        Self { opening: Opening::Timed { week: *week }, ignored }
    }
}

/// A part of a text of opening hours that does not show in the hours. `text` is the piece as it was typed, or in the
/// form of `OpenStreetMap`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Ignored {
    /// Months, a season or a period of dates: the hours of the longest are taken as the typical week.
    Season {
        /// The period.
        text: String,
    },
    /// Week numbers that are not every week, every second or every fourth.
    WeekNumbers {
        /// The numbers.
        text: String,
    },
    /// Years.
    Years {
        /// The years.
        text: String,
    },
    /// What is said about public holidays.
    PublicHolidays,
    /// What is said about school holidays.
    SchoolHolidays,
    /// A fifth weekday of the month: the cycle has four weeks.
    FifthWeek,
    /// A time that is not on a quarter hour.
    Rounded {
        /// The time.
        text: String,
        /// Minutes after midnight of the nearest quarter hour, which was taken.
        minutes: u16,
    },
    /// That one can or must make an appointment.
    ByAppointment {
        /// The words.
        text: String,
    },
    /// A comment or remark.
    Comment {
        /// The words.
        text: String,
    },
    /// Hours that hold where no others do (`||` of `OpenStreetMap`), or that are marked as uncertain (`unknown`).
    Uncertain {
        /// The rule.
        text: String,
    },
}
