//! Writing a week as text.

use super::plan::{ALL_WEEKS, Days, ODD_WEEKS, Weeks};
use super::{Quarter, Week, Weekday};
use std::fmt::Write as _;

/// Notation of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Style {
    /// `di,do 9.30-12.00; 1e ma van de maand 13.00-16.00`.
    Dutch,
    /// `Tue,Thu 9:30-12:00; first Mon of the month 13:00-16:00`.
    English,
    /// `Tu,Th 09:30-12:00; Mo[1] 13:00-16:00`, the language of `OpenStreetMap`.
    Osm,
}

/// Ranges of a day in quarters after midnight.
type Ranges = Vec<(u16, u16)>;

/// Days with the same hours in the same weeks.
struct Line {
    weeks: Weeks,
    days: Days,
    ranges: Ranges,
}

impl Week {
    /// The week as text that [`super::parse()`] reads as the same week: what is open in every week first, days with the same
    /// hours together.
    #[must_use]
    pub fn text(&self, style: Style) -> String {
        match style {
            Style::Dutch if self.is_empty() => return "gesloten".to_owned(),
            Style::English if self.is_empty() => return "closed".to_owned(),
            Style::Osm if self.is_empty() => return "off".to_owned(),
            Style::Osm if *self == Self::ALWAYS => return "24/7".to_owned(),
            _ => {}
        }
        let lines = lines(self);
        let mut text = String::new();
        for (i, line) in lines.iter().enumerate() {
            if i > 0 {
                let shared = lines[..i].iter().any(|earlier| earlier.days & line.days != 0 && earlier.weeks & line.weeks != 0);
                text.push_str(if style == Style::Osm && shared { ", " } else { "; " });
            }
            match style {
                Style::Dutch => text.push_str(&dutch(line)),
                Style::English => text.push_str(&english(line)),
                Style::Osm => osm(line, &mut text),
            }
        }
        text
    }
}

/// What is open in every week, then every second week, then in other weeks.
fn lines(week: &Week) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let open: Vec<Vec<Weeks>> = Weekday::ALL.into_iter().map(|day| open_in(week, day)).collect();
    let is_any = |weeks: &Weeks| open.iter().flatten().any(|open| open == weeks);
    let other = (1..ALL_WEEKS).filter(|&weeks| weeks != ODD_WEEKS);
    for weeks in [ALL_WEEKS, ODD_WEEKS].into_iter().chain(other).filter(is_any) {
        let begin = lines.len();
        for (day, open) in Weekday::ALL.into_iter().zip(&open) {
            let ranges = ranges(open, weeks);
            if ranges.is_empty() {
                continue;
            }
            match lines[begin..].iter_mut().find(|line| line.ranges == ranges) {
                Some(line) => line.days |= 1 << day.index(),
                None => lines.push(Line { weeks, days: 1 << day.index(), ranges }),
            }
        }
    }
    lines
}

/// For each quarter of a day the weeks in which it is open.
fn open_in(week: &Week, day: Weekday) -> Vec<Weeks> {
    let weeks = |quarter| (0..4).fold(0, |open: Weeks, nth| open | u8::from(week.contains(Quarter::at(nth, day, quarter * 15))) << nth);
    (0..Quarter::PER_DAY).map(weeks).collect()
}

/// The quarters of a day that are open in exactly these weeks, as ranges.
fn ranges(open: &[Weeks], weeks: Weeks) -> Ranges {
    let mut ranges = Ranges::new();
    for (quarter, _) in (0..).zip(open).filter(|(_, open)| **open == weeks) {
        match ranges.last_mut() {
            Some((_, end)) if *end == quarter => *end += 1,
            _ => ranges.push((quarter, quarter + 1)),
        }
    }
    ranges
}

fn dutch(line: &Line) -> String {
    let nth: Vec<String> = nth(line.weeks).map(|nth| format!("{}e", nth + 1)).collect();
    let days = day_list(line.days, Weekday::dutch);
    let days = match line.weeks {
        ALL_WEEKS => days,
        ODD_WEEKS => format!("om de week {days}"),
        _ => format!("{} {days} van de maand", spoken(&nth, "en")),
    };
    format!("{days} {}", spoken(&times(line, '.'), "en"))
}

fn english(line: &Line) -> String {
    let nth: Vec<String> = nth(line.weeks).map(|nth| ["first", "second", "third", "fourth"][nth].to_owned()).collect();
    let days = day_list(line.days, Weekday::english);
    let days = match line.weeks {
        ALL_WEEKS => days,
        ODD_WEEKS => format!("every other week {days}"),
        _ => format!("{} {days} of the month", spoken(&nth, "and")),
    };
    format!("{days} {}", spoken(&times(line, ':'), "and"))
}

fn osm(line: &Line, text: &mut String) {
    let nth: Vec<String> = nth(line.weeks).map(|nth| (nth + 1).to_string()).collect();
    match line.weeks {
        ALL_WEEKS => text.push_str(&day_list(line.days, Weekday::osm)),
        ODD_WEEKS => text.push_str(&format!("week 01-53/2 {}", day_list(line.days, Weekday::osm))),
        _ => {
            let counted: Vec<String> = days(line.days).map(|day| format!("{}[{}]", day.osm(), nth.join(","))).collect();
            text.push_str(&counted.join(","));
        }
    }
    for (i, &(start, end)) in line.ranges.iter().enumerate() {
        let before = if i == 0 { ' ' } else { ',' };
        // writing to a String cannot fail
        let _ = write!(text, "{before}{:02}:{:02}-{:02}:{:02}", start / 4, start % 4 * 15, end / 4, end % 4 * 15);
    }
}

/// The weeks of the cycle that are meant, from 0.
fn nth(weeks: Weeks) -> impl Iterator<Item = usize> {
    (0..4).filter(move |nth| weeks >> nth & 1 == 1)
}

/// `9.30-12.00` for each range.
fn times(line: &Line, point: char) -> Vec<String> {
    let time = |quarter: u16| format!("{}{point}{:02}", quarter / 4, quarter % 4 * 15);
    line.ranges.iter().map(|&(start, end)| format!("{}-{}", time(start), time(end))).collect()
}

/// `a, b en c`.
fn spoken(items: &[String], and: &str) -> String {
    match items {
        [first @ .., last] if !first.is_empty() => format!("{} {and} {last}", first.join(", ")),
        _ => items.concat(),
    }
}

fn days(set: Days) -> impl Iterator<Item = Weekday> {
    Weekday::ALL.into_iter().filter(move |day| set >> day.index() & 1 == 1)
}

/// `ma-wo,vr`: three days or more in a row as a range.
fn day_list(set: Days, name: fn(Weekday) -> &'static str) -> String {
    let mut rows: Vec<Vec<Weekday>> = Vec::new();
    for day in days(set) {
        match rows.last_mut() {
            Some(row) if row.last().is_some_and(|last| last.index() + 1 == day.index()) => row.push(day),
            _ => rows.push(vec![day]),
        }
    }
    let written: Vec<String> = rows
        .iter()
        .map(|row| match row[..] {
            [first, _, .., last] if row.len() > 2 => format!("{}-{}", name(first), name(last)),
            _ => row.iter().map(|&day| name(day)).collect::<Vec<_>>().join(","),
        })
        .collect();
    written.join(",")
}
