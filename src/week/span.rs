//! A range of hours of a day, rounded to quarter hours.

use super::{Ignored, Quarter, WeekError};

/// A range in quarters after midnight of the day on which it starts; `end` may lie in the next day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) start: u16,
    pub(super) end: u16,
}

/// A time as typed, in minutes after midnight.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clock<'a> {
    pub(super) minutes: u16,
    pub(super) text: &'a str,
}

impl Clock<'_> {
    /// The nearest quarter, with a note where that is another time.
    fn quarter(self, notes: &mut Vec<Ignored>) -> u16 {
        let quarter = (self.minutes + 7) / 15;
        if quarter * 15 != self.minutes {
            let minutes = quarter % Quarter::PER_DAY * 15;
            notes.push(Ignored::Rounded { text: self.text.to_owned(), minutes });
        }
        quarter
    }
}

impl Span {
    /// Rounds both ends; `end` is after `start` already, after midnight counted on. `text` is the range, for the error.
    pub(super) fn new(start: Clock, end: Clock, text: &str, notes: &mut Vec<Ignored>) -> Result<Self, WeekError> {
        let (start, end) = (start.quarter(notes), end.quarter(notes));
        if start >= end {
            return Err(WeekError::TooShort { text: text.to_owned() });
        }
        Ok(Self { start, end })
    }
}
