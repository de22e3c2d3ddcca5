//! What words mean together.

use crate::week::plan::{DaySet, Days, Weeks};
use crate::week::span::Span;
use std::ops::Range;

/// A meaning with its place in the text.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) kind: Kind,
    pub(super) at: Range<usize>,
}

/// A meaning.
#[derive(Debug, Clone)]
pub(super) enum Kind {
    /// Days of the cycle; `counted` when their weeks are said (`1e ma`).
    Days { days: DaySet, counted: bool },
    /// Days that are left out.
    Except(Days),
    /// Weeks of the cycle, or part of the year; `heading` when a colon follows.
    When { qualifier: Qualifier, heading: bool },
    /// Holidays, noted already.
    Holiday,
    /// Hours.
    Hours(Span),
    /// Closed.
    Closed,
    /// By appointment, noted already.
    Appointment,
    /// `,`, `/`, `en`.
    Weak,
    /// `;` or a new line.
    Strong,
}

/// In which weeks or which part of the year days are meant.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Qualifier {
    pub(super) weeks: Option<Weeks>,
    /// About the number of days of the year.
    pub(super) season: Option<u16>,
}

impl Qualifier {
    /// Both together: weeks that are in both (`maandelijks, de 2e week`: the latter), seasons after one another.
    pub(super) fn and(self, other: Self) -> Self {
        let season = match (self.season, other.season) {
            (Some(a), Some(b)) => Some(a.saturating_add(b)),
            (a, b) => a.or(b),
        };
        let weeks = match (self.weeks, other.weeks) {
            (Some(a), Some(b)) if a & b != 0 => Some(a & b),
            (a, b) => b.or(a),
        };
        Self { weeks, season }
    }

    pub(super) fn is_none(self) -> bool {
        self == Self::default()
    }
}
