//! What is said about opening hours, parts of the day and profiles.

use crate::week::{Daypart, DaypartsError, Ignored, ProfileError, WeekError};

pub(super) const DAYPARTS: &str = "Schrijf bijvoorbeeld: dayparts = { weekday-morning = \"8-12\", weekday-afternoon = \"12-17\", weekday-evening = \"17-21\", saturday = \"9-17\", sunday = \"12-17\" }";
pub(super) const PROFILE: &str =
    "Schrijf bijvoorbeeld: { office = 0.5, working = 0.5 } of { weekday-morning = 0.5, weekday-afternoon = 0.4, saturday = 0.1 }";

/// Why opening hours are refused.
pub(super) fn week(error: &WeekError) -> String {
    match error {
        WeekError::Empty => "hier staan geen openingstijden".to_owned(),
        WeekError::NoDay { text } => format!("bij \"{text}\" staat niet op welke dag"),
        WeekError::NoTime { text } => format!("bij \"{text}\" staat niet hoe laat"),
        WeekError::OnlyByAppointment => "alleen op afspraak".to_owned(),
        WeekError::ImpossibleTime { text } => format!("\"{text}\" is geen tijd"),
        WeekError::EndsBeforeStart { text } => format!("\"{text}\" eindigt voordat het begint"),
        WeekError::TooShort { text } => format!("\"{text}\" is korter dan een kwartier"),
        WeekError::TooManyHours { text } => format!("een week heeft 168 uur, geen {text}"),
        WeekError::OpenEnd { text } => format!("bij \"{text}\" staat niet tot hoe laat"),
        WeekError::SunTime { text } => format!("\"{text}\" hangt af van de zon; schrijf een tijd"),
        WeekError::Repeats { text } => format!("\"{text}\" zijn losse tijdstippen; schrijf van wanneer tot wanneer het open is"),
        WeekError::Unknown { word } => format!("\"{word}\" is niet te lezen als openingstijd, zoals `di en do 9.30-12.00`"),
        WeekError::Misplaced { text } => format!("\"{text}\" staat hier op een plek waar het niets betekent"),
        WeekError::OtherDay { text } => format!("\"{text}\" gaat over een andere dag dan de kolom"),
    }
}

/// Why parts of the day are refused.
pub(super) fn dayparts(error: &DaypartsError) -> String {
    let name = |part: Daypart| part.name();
    match error {
        DaypartsError::UnknownName { name } => format!("het dagdeel \"{name}\" bestaat niet"),
        DaypartsError::Hours { daypart, error } => format!("{}: {}", name(*daypart), week(error)),
        DaypartsError::Inexact { daypart, text } => format!("{}: \"{text}\" is meer dan uren, of niet op een kwartier", name(*daypart)),
        DaypartsError::Overlap { first, second } => format!("{} en {} overlappen", name(*first), name(*second)),
    }
}

/// Why a profile is refused.
pub(super) fn profile(error: &ProfileError) -> String {
    match error {
        ProfileError::UnknownName { name } => format!("\"{name}\" is geen dagdeel en geen bekend profiel"),
        ProfileError::BadWeight { name, weight } => format!("het gewicht {weight} van {name} kan niet"),
        ProfileError::NoWeight => "geen dagdeel heeft een gewicht boven 0".to_owned(),
        ProfileError::NoHours { daypart } => format!("het dagdeel {} heeft geen uren", daypart.name()),
        ProfileError::NoDayparts => "geen dagdeel heeft uren".to_owned(),
    }
}

/// A part of a text of opening hours that was not taken.
pub(super) fn ignored(ignored: &Ignored) -> String {
    match ignored {
        Ignored::Season { text } => format!("seizoen of data ({text}): het langste seizoen telt"),
        Ignored::WeekNumbers { text } => format!("weeknummers ({text})"),
        Ignored::Years { text } => format!("jaren ({text})"),
        Ignored::PublicHolidays => "feestdagen".to_owned(),
        Ignored::SchoolHolidays => "schoolvakanties".to_owned(),
        Ignored::FifthWeek => "de vijfde week van de maand".to_owned(),
        Ignored::Rounded { text, minutes } => format!("{text} is afgerond op {}.{:02}", minutes / 60, minutes % 60),
        Ignored::ByAppointment { text } => format!("op afspraak ({text})"),
        Ignored::Comment { text } => format!("opmerking ({text})"),
        Ignored::Uncertain { text } => format!("onzekere uren ({text})"),
    }
}
