//! The words of opening hours.

use crate::week::Weekday;
use crate::week::plan::{Days, Weeks};
use std::ops::Range;

/// A token with its place in the text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Lexed {
    pub(super) token: Token,
    pub(super) at: Range<usize>,
}

/// A number, perhaps a time of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) whole: u16,
    /// What stands behind `.`, `:` or `u`.
    pub(super) minutes: Option<u16>,
}

impl Number {
    /// The small number that it is, unless it has minutes.
    pub(super) fn bare(self) -> Option<u16> {
        self.minutes.is_none().then_some(self.whole)
    }

    /// Minutes after midnight, 0 to 1440; `None` where that is no time of the day.
    pub(super) fn minutes_of_day(self) -> Option<u16> {
        let minutes = self.minutes.unwrap_or(0);
        (minutes < 60 && (self.whole < 24 || (self.whole == 24 && minutes == 0))).then(|| self.whole * 60 + minutes)
    }
}

/// A word with a meaning.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    /// A weekday.
    Day(Weekday),
    /// `werkdagen`, `weekend`, `dagelijks`.
    Days(Days),
    /// `9`, `9.30`, `9u30`.
    Num(Number),
    /// `1e` to `5e`, `eerste`.
    Nth(u8),
    /// `laatste`.
    Last,
    /// `1x`.
    Count(u16),
    /// A dash.
    Dash,
    /// `tot`, `t/m`.
    To,
    /// `,`, `/`, `en`.
    Weak,
    /// `;` or a new line.
    Strong,
    /// `:`.
    Colon,
    /// `van`.
    Van,
    /// `of`: of the month, or in Dutch "or" before `op afspraak`.
    Of,
    /// `om`.
    Om,
    /// `per`.
    Per,
    /// `elke`.
    Every,
    /// `andere`.
    Other,
    /// `week`, `weken`.
    Week,
    /// `maand`.
    Month,
    /// The name of a month, 1 to 12.
    NamedMonth(u16),
    /// `zomer`: part of a year of about three months.
    Season,
    /// `even`.
    Even,
    /// `oneven`.
    Odd,
    /// `tweewekelijks`, `maandelijks`.
    Cycle(Weeks),
    /// `gesloten`.
    Closed,
    /// `feestdagen`.
    PublicHoliday,
    /// `schoolvakantie`.
    SchoolHoliday,
    /// `behalve`.
    Except,
    /// `afspraak`.
    Appointment,
    /// A word that has a meaning beside `afspraak` only.
    BesideAppointment,
    /// `dag` or `dagen` as a word of its own.
    DayWord,
    /// `met`, of `tot en met`.
    With,
    /// A word without a meaning for the hours: `uur`, `op`.
    Noise,
}
