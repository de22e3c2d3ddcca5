//! What is said about opening hours, parts of the day and profiles.

use crate::week::{Daypart, DaypartsError, Ignored, ProfileError, WeekError};

pub(super) const DAYPARTS: &str = "Write for example: dayparts = { weekday-morning = \"8-12\", weekday-afternoon = \"12-17\", weekday-evening = \"17-21\", saturday = \"9-17\", sunday = \"12-17\" }";
pub(super) const PROFILE: &str =
    "Write for example: { office = 0.5, working = 0.5 } or { weekday-morning = 0.5, weekday-afternoon = 0.4, saturday = 0.1 }";

/// Why opening hours are refused.
pub(super) fn week(error: &WeekError) -> String {
    match error {
        WeekError::Empty => "there are no opening hours here".to_owned(),
        WeekError::NoDay { text } => format!("\"{text}\" does not say on which day"),
        WeekError::NoTime { text } => format!("\"{text}\" does not say at what time"),
        WeekError::OnlyByAppointment => "by appointment only".to_owned(),
        WeekError::ImpossibleTime { text } => format!("\"{text}\" is not a time"),
        WeekError::EndsBeforeStart { text } => format!("\"{text}\" ends before it starts"),
        WeekError::TooShort { text } => format!("\"{text}\" is shorter than a quarter of an hour"),
        WeekError::TooManyHours { text } => format!("a week has 168 hours, not {text}"),
        WeekError::OpenEnd { text } => format!("\"{text}\" does not say until when"),
        WeekError::SunTime { text } => format!("\"{text}\" depends on the sun; write a time"),
        WeekError::Repeats { text } => format!("\"{text}\" are single moments; write from when until when it is open"),
        WeekError::Unknown { word } => format!("\"{word}\" cannot be read as opening hours, such as `Tu,Th 09:30-12:00`"),
        WeekError::Misplaced { text } => format!("\"{text}\" stands where it means nothing"),
        WeekError::OtherDay { text } => format!("\"{text}\" is about another day than the column"),
    }
}

/// Why parts of the day are refused.
pub(super) fn dayparts(error: &DaypartsError) -> String {
    let name = |part: Daypart| part.name();
    match error {
        DaypartsError::UnknownName { name } => format!("there is no daypart \"{name}\""),
        DaypartsError::Hours { daypart, error } => format!("{}: {}", name(*daypart), week(error)),
        DaypartsError::Inexact { daypart, text } => format!("{}: \"{text}\" is more than hours, or not on a quarter", name(*daypart)),
        DaypartsError::Overlap { first, second } => format!("{} and {} overlap", name(*first), name(*second)),
    }
}

/// Why a profile is refused.
pub(super) fn profile(error: &ProfileError) -> String {
    match error {
        ProfileError::UnknownName { name } => format!("\"{name}\" is neither a daypart nor a known profile"),
        ProfileError::BadWeight { name, weight } => format!("the weight {weight} of {name} cannot be"),
        ProfileError::NoWeight => "no daypart has a weight above 0".to_owned(),
        ProfileError::NoHours { daypart } => format!("the daypart {} has no hours", daypart.name()),
        ProfileError::NoDayparts => "no daypart has hours".to_owned(),
    }
}

/// A part of a text of opening hours that was not taken.
pub(super) fn ignored(ignored: &Ignored) -> String {
    match ignored {
        Ignored::Season { text } => format!("season or dates ({text}): the longest season counts"),
        Ignored::WeekNumbers { text } => format!("week numbers ({text})"),
        Ignored::Years { text } => format!("years ({text})"),
        Ignored::PublicHolidays => "public holidays".to_owned(),
        Ignored::SchoolHolidays => "school holidays".to_owned(),
        Ignored::FifthWeek => "the fifth week of the month".to_owned(),
        Ignored::Rounded { text, minutes } => format!("{text} is rounded to {}:{:02}", minutes / 60, minutes % 60),
        Ignored::ByAppointment { text } => format!("by appointment ({text})"),
        Ignored::Comment { text } => format!("remark ({text})"),
        Ignored::Uncertain { text } => format!("uncertain hours ({text})"),
    }
}
