//! The days of a rule of `OpenStreetMap`, reduced to the cycle of four weeks.

use super::Ignored;
use super::plan::{ALL_DAYS, ALL_WEEKS, DaySet, Weeks, day_range};
use super::weekday::Weekday;
use opening_hours_syntax::rules::day::{Date, DaySelector, HolidayKind, MonthdayRange, WeekDayRange, WeekRange};
use std::fmt::Display;

/// When in the cycle, and in how much of the year, a rule holds.
pub(super) struct Reach {
    pub(super) days: DaySet,
    /// Days of the year in which it holds, about.
    pub(super) season: u16,
    /// Whether weekdays are written.
    pub(super) names_days: bool,
}

impl Reach {
    /// Season of a rule that holds all year.
    pub(super) const YEAR: u16 = 372;
}

/// Reduces a selector with a note for all that is left aside; `None` when it names holidays only.
pub(super) fn reach(selector: &DaySelector, notes: &mut Vec<Ignored>) -> Option<Reach> {
    if !selector.year.is_empty() {
        notes.push(Ignored::Years { text: list(&selector.year) });
    }
    let mut season = Reach::YEAR;
    if !selector.monthday.is_empty() {
        notes.push(Ignored::Season { text: list(&selector.monthday) });
        season = selector.monthday.iter().map(days_of).fold(0, u16::saturating_add).min(Reach::YEAR);
    }
    let mut weeks = ALL_WEEKS;
    if !selector.week.is_empty() {
        let numbers: Vec<bool> = (1..=53).map(|n| selector.week.iter().any(|range| has(range, n))).collect();
        if let Some(some) = in_cycle(&numbers) {
            weeks = some;
        } else {
            notes.push(Ignored::WeekNumbers { text: list(&selector.week) });
            let count = numbers.iter().filter(|&&in_it| in_it).count();
            season = season.min(u16::try_from(count * 7).unwrap_or(Reach::YEAR));
        }
    }
    let mut days = DaySet::default();
    let mut names_days = false;
    for range in &selector.weekday {
        names_days |= weekdays(range, &mut days, notes);
    }
    if selector.weekday.is_empty() {
        days = DaySet::new(ALL_WEEKS, ALL_DAYS);
    } else if !names_days {
        return None;
    }
    Some(Reach { days: days.intersection(DaySet::new(weeks, ALL_DAYS)), season, names_days })
}

/// Adds the days of one range; whether it is one of weekdays.
fn weekdays(range: &WeekDayRange, days: &mut DaySet, notes: &mut Vec<Ignored>) -> bool {
    match range {
        WeekDayRange::Holiday { kind, .. } => {
            notes.push(match kind {
                HolidayKind::Public => Ignored::PublicHolidays,
                HolidayKind::School => Ignored::SchoolHolidays,
            });
            false
        }
        WeekDayRange::Fixed { range, offset, nth_from_start, nth_from_end } => {
            let every = nth_from_start.iter().all(|&nth| nth);
            if !every && (nth_from_start[4] || nth_from_end[4]) {
                notes.push(Ignored::FifthWeek);
            }
            let counted = (0..4).filter(|&i| nth_from_start[i] || nth_from_end[3 - i]);
            let weeks = counted.fold(0, |weeks: Weeks, i| weeks | 1 << i);
            let set = DaySet::new(weeks, day_range(weekday(*range.start()), weekday(*range.end())));
            *days = days.union(set.later(*offset));
            true
        }
    }
}

fn weekday(day: opening_hours_syntax::rules::day::Weekday) -> Weekday {
    Weekday::ALL[day.num_days_from_monday() as usize % 7]
}

fn has(range: &WeekRange, number: u8) -> bool {
    let (weeks, step) = range.into_parts();
    (**weeks.start()..=**weeks.end()).contains(&number) && (number - **weeks.start()).is_multiple_of(step.max(1))
}

/// The weeks of the cycle that stand for these week numbers of a year: each week of the cycle has (nearly) all or none of
/// its thirteen numbers.
fn in_cycle(numbers: &[bool]) -> Option<Weeks> {
    let mut weeks = 0;
    for nth in 0..4 {
        let count = numbers.iter().take(52).skip(nth).step_by(4).filter(|&&in_it| in_it).count();
        match count {
            0 => {}
            12.. => weeks |= 1 << nth,
            _ => return None,
        }
    }
    (weeks != 0).then_some(weeks)
}

/// About the number of days of a period, with 31 days a month.
fn days_of(range: &MonthdayRange) -> u16 {
    let between = |first: u16, last: u16| (last + Reach::YEAR - first) % Reach::YEAR + 1;
    match range {
        MonthdayRange::Month { range, .. } => {
            let (first, last) = (u16::from(*range.start()), u16::from(*range.end()));
            between(first * 31, last * 31 + 30)
        }
        MonthdayRange::Date { start, end } => match (day_of_year(&start.0), day_of_year(&end.0)) {
            (Some(first), Some(last)) => between(first, last),
            _ => 1,
        },
    }
}

fn day_of_year(date: &Date) -> Option<u16> {
    match date {
        Date::Fixed { month, day, .. } => Some(u16::from(*month) * 31 + u16::from(*day) - 1),
        Date::Weekday { month, nth, .. } => {
            let week = if *nth < 0 { 4 + i16::from(*nth) } else { i16::from(*nth) - 1 };
            Some(u16::from(*month) * 31 + u16::try_from(week.max(0) * 7).unwrap_or(0))
        }
        Date::Easter { .. } => None,
    }
}

fn list<T: Display>(items: &[T]) -> String {
    items.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}
