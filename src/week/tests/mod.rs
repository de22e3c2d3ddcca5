//! Tests of opening hours: tables of notations with what they mean, laws, and numbers worked out by hand.

mod classes;
mod columns;
mod moments;
mod osm;
mod people;
mod profiles;
mod refused;
mod round_trip;
mod sets;

use super::{Opening, Parsed, Quarter, Style, Week, WeekError, Weekday, parse};

/// The week of a text in the notation of `OpenStreetMap`, or what else came of it.
fn as_osm(text: &str) -> String {
    match parse(text) {
        Ok(Parsed { opening: Opening::Timed { week }, .. }) => week.text(Style::Osm),
        Ok(Parsed { opening: Opening::Untimed(hours), .. }) => format!("{} h", hours.get()),
        Err(error) => format!("{error:?}"),
    }
}

/// Builds a week from weeks (1 to 4), days (0 is Monday) and ranges of minutes, quarter by quarter.
fn by_hand(parts: &[(&[u8], &[u8], u16, u16)]) -> Week {
    let mut week = Week::EMPTY;
    for (weeks, days, start, end) in parts {
        for nth in *weeks {
            for day in *days {
                for minutes in (*start..*end).step_by(15) {
                    week.insert(Quarter::at(nth - 1, Weekday::ALL[usize::from(*day)], minutes));
                }
            }
        }
    }
    week
}

/// Checks a table of texts and their expected form, naming all that differ.
fn check(table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .map(|&(text, expected)| (text, expected, as_osm(text)))
        .filter(|(_, expected, found)| found != expected)
        .map(|(text, expected, found)| format!("{text:?}\n  expected {expected}\n  found    {found}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The error of a text that must be refused.
fn error_of(text: &str) -> WeekError {
    parse(text).expect_err(text)
}
