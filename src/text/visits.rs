//! What is said of expected visits: sentences with their values, and fixed labels.

/// What desks may expect, or have had, without its full stop. Names, not ids.
#[derive(Debug, Clone, PartialEq)]
pub enum UsageFact<'a> {
    /// Expected visits are those of these desks, of which the visits were registered.
    OfDesks {
        /// How many desks.
        desks: usize,
        /// Their visits a week, together.
        week: f64,
    },
    /// They are those of visitors whose home is known.
    OfPlaces {
        /// Their visits a week, together.
        week: f64,
    },
    /// They are those of the whole country, of which too few are registered.
    OfCountry,
    /// Desks of today with fewer visits than nine of ten times would be expected.
    TooFew {
        /// Those farthest below what is expected.
        desks: &'a [&'a str],
        /// How many more there are.
        more: usize,
    },
    /// Desks of today with more visits than nine of ten times would be expected.
    TooMany {
        /// Those farthest above what is expected.
        desks: &'a [&'a str],
        /// How many more there are.
        more: usize,
    },
    /// Places that ask less than nine of ten times would be expected.
    Quiet {
        /// Those farthest below what is expected.
        places: &'a [&'a str],
        /// How many more there are.
        more: usize,
    },
    /// How many visits a trial with new desks should bring.
    Trial {
        /// How many weeks it takes.
        weeks: f64,
        /// The new desks that expect most.
        desks: &'a [TrialDesk<'a>],
        /// How many more there are.
        more: usize,
    },
}

/// A new desk that is tried.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TrialDesk<'a> {
    /// The site.
    pub site: &'a str,
    /// Visits expected in the trial.
    pub visits: f64,
    /// Below this it underperforms; 0 where too few are expected to tell.
    pub low: u64,
    /// Nine of ten times there are at most so many.
    pub high: u64,
}

/// The labels of one language.
#[derive(Debug)]
pub struct UsageWords {
    /// Title of the table of desks.
    pub use_title: &'static str,
    /// Title of the table of places that ask less than expected.
    pub quiet_title: &'static str,
    /// Row: expected visits a week.
    pub visits: &'static str,
    /// The same, by the visits of the whole country.
    pub visits_of_country: &'static str,
}
