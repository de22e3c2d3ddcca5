//! How many people ask for help: the visits that desks have registered.

use std::collections::BTreeMap;

/// Visits that were registered over some weeks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Registered {
    /// How many: finite, 0 or more.
    pub visits: f64,
    /// Over how many weeks: finite, more than 0.
    pub weeks: f64,
}

impl Registered {
    /// Visits a week.
    #[must_use]
    pub fn per_week(self) -> f64 {
        self.visits / self.weeks
    }
}

/// The visits of people who live in one place: a finer area of the study, or a postcode.
#[derive(Debug, Clone, PartialEq)]
pub struct RegisteredPlace {
    /// Its code.
    pub code: String,
    /// Its name; empty for a postcode.
    pub name: String,
    /// The cells of the study that lie in it, ascending.
    pub cells: Vec<u32>,
    /// How often they came to desks of the study.
    pub registered: Registered,
}

/// What is registered, by desk and by where visitors live; empty where the study names no file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Registrations {
    /// By desk: index in [`super::Region::sites`].
    pub desks: BTreeMap<usize, Registered>,
    /// By place, by code.
    pub places: Vec<RegisteredPlace>,
}
