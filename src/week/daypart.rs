//! Dayparts: named pieces of the week.

use super::plan::{WORKDAYS, day_bit};
use super::{Week, WeekError, Weekday, people};
use crate::units::Hours;
use std::collections::BTreeMap;

/// A daypart; hours outside all five are "other".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Daypart {
    /// Monday to Friday, 8–12 unless the study says otherwise.
    WeekdayMorning,
    /// Monday to Friday, 12–17.
    WeekdayAfternoon,
    /// Monday to Friday, 17–21.
    WeekdayEvening,
    /// Saturday, 9–17.
    Saturday,
    /// Sunday, 12–17.
    Sunday,
}

impl Daypart {
    /// The five dayparts in order.
    pub const ALL: [Self; 5] = [Self::WeekdayMorning, Self::WeekdayAfternoon, Self::WeekdayEvening, Self::Saturday, Self::Sunday];

    /// Its name in a study: `weekday-morning`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::WeekdayMorning => "weekday-morning",
            Self::WeekdayAfternoon => "weekday-afternoon",
            Self::WeekdayEvening => "weekday-evening",
            Self::Saturday => "saturday",
            Self::Sunday => "sunday",
        }
    }

    /// The daypart of this name in a study.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }

    /// 0 to 4, in the order of [`Self::ALL`].
    #[must_use]
    pub const fn index(self) -> usize {
        match self {
            Self::WeekdayMorning => 0,
            Self::WeekdayAfternoon => 1,
            Self::WeekdayEvening => 2,
            Self::Saturday => 3,
            Self::Sunday => 4,
        }
    }

    const fn default_hours(self) -> &'static str {
        ["8-12", "12-17", "17-21", "9-17", "12-17"][self.index()]
    }

    fn weekdays(self) -> &'static [Weekday] {
        match self {
            Self::Saturday => &Weekday::ALL[5..6],
            Self::Sunday => &Weekday::ALL[6..],
            _ => &Weekday::ALL[..5],
        }
    }
}

/// Why the dayparts of a study are refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DaypartsError {
    /// Not one of the five names.
    UnknownName {
        /// The name.
        name: String,
    },
    /// The hours of a daypart cannot be read.
    Hours {
        /// The daypart.
        daypart: Daypart,
        /// What is wrong.
        error: WeekError,
    },
    /// Something beside hours, or hours that are not on a quarter.
    Inexact {
        /// The daypart.
        daypart: Daypart,
        /// Its hours as written.
        text: String,
    },
    /// Two dayparts share hours.
    Overlap {
        /// The first of the two.
        first: Daypart,
        /// The second.
        second: Daypart,
    },
}

/// The hours of the five dayparts, which do not overlap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dayparts {
    masks: [Week; 5],
}

/// Hours a week by daypart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Split {
    /// In the order of [`Daypart::ALL`].
    pub dayparts: [Hours; 5],
    /// Outside all dayparts.
    pub other: Hours,
}

impl Dayparts {
    /// Dayparts by name with their hours, as `8-12`, `8:30-12:00` or `9-12, 13-17`; an empty text is no hours and a name
    /// that is not there keeps its default hours.
    ///
    /// # Errors
    ///
    /// An unknown name, hours that cannot be read or not exactly, dayparts that overlap.
    pub fn new(texts: &BTreeMap<String, String>) -> Result<Self, DaypartsError> {
        if let Some(name) = texts.keys().find(|name| Daypart::parse(name).is_none()) {
            return Err(DaypartsError::UnknownName { name: name.clone() });
        }
        let mut masks = [Week::EMPTY; 5];
        for daypart in Daypart::ALL {
            let text = texts.get(daypart.name()).map_or(daypart.default_hours(), String::as_str);
            masks[daypart.index()] = mask(daypart, text)?;
        }
        for (i, first) in Daypart::ALL.into_iter().enumerate() {
            for second in Daypart::ALL.into_iter().skip(i + 1) {
                if masks[first.index()].common(&masks[second.index()]) > 0 {
                    return Err(DaypartsError::Overlap { first, second });
                }
            }
        }
        Ok(Self { masks })
    }

    /// The hours of a daypart.
    #[must_use]
    pub fn mask(&self, daypart: Daypart) -> &Week {
        &self.masks[daypart.index()]
    }

    /// The hours outside all dayparts.
    #[must_use]
    pub fn other(&self) -> Week {
        self.masks.iter().fold(Week::ALWAYS, |rest, mask| rest.minus(mask))
    }

    /// Hours a week of `week` by daypart; together they are its hours.
    #[must_use]
    pub fn split(&self, week: &Week) -> Split {
        Split { dayparts: self.masks.map(|mask| week.intersection(&mask).hours()), other: week.intersection(&self.other()).hours() }
    }
}

impl Default for Dayparts {
    /// Weekdays 8–12, 12–17 and 17–21, Saturday 9–17, Sunday 12–17.
    fn default() -> Self {
        Self { masks: Daypart::ALL.map(|part| mask(part, part.default_hours()).unwrap_or_default()) }
    }
}

fn mask(daypart: Daypart, text: &str) -> Result<Week, DaypartsError> {
    if text.trim().is_empty() {
        return Ok(Week::EMPTY);
    }
    let mut notes = Vec::new();
    let days = daypart.weekdays();
    let plan = people::hours_on(days, text, &mut notes).map_err(|error| DaypartsError::Hours { daypart, error })?;
    let week = plan.week();
    let allowed = if days.len() == 1 { day_bit(days[0]) } else { WORKDAYS };
    if !notes.is_empty() || !week.repeats_weekly() || plan.starts_outside(allowed) {
        return Err(DaypartsError::Inexact { daypart, text: text.to_owned() });
    }
    Ok(week)
}
