//! What is wrong with a scenario of a study.

use crate::load::study::{ScenarioFault, WeekFault};

use super::hours;

/// What is wrong, and what to do about it.
pub(super) fn fault(key: &str, fault: &ScenarioFault) -> (String, Option<String>) {
    let (what, hint) = match fault {
        ScenarioFault::NoneOf(keys) => {
            (format!("`{key}` lacks one of these: {}", keys.join(", ")), format!("Write for instance:\n  {}", example(key)))
        }
        ScenarioFault::Twice { value, other: None } if key.ends_with(".bus.stops") => (
            format!("`{key}`: \"{value}\" is there twice"),
            "Write all visits to a stop in one week, such as week = \"Mo 14:00-16:00; We 14:00-16:00\"".to_owned(),
        ),
        ScenarioFault::Twice { value, other: None } => {
            (format!("`{key}`: \"{value}\" is there twice"), "Take one out, or change one".to_owned())
        }
        ScenarioFault::Twice { value, other: Some(other) } => {
            (format!("`{key}`: \"{value}\" is also in `{other}`"), "Choose one of the two".to_owned())
        }
        ScenarioFault::NamedPresent { value } => {
            (format!("`{key}`: \"{value}\" is what the results call the present"), "Give the scenario another name".to_owned())
        }
        ScenarioFault::Alike { value, other } => (
            format!("`{key}`: \"{value}\" differs from \"{other}\" in nothing but capitals"),
            "Give one of the two another name".to_owned(),
        ),
        ScenarioFault::LongName { most } => (
            format!("`{key}`: this name does not fit above a column"),
            format!("Choose a shorter name: one line of at most {most} characters"),
        ),
        ScenarioFault::OtherSide { goal } => {
            let (how, side) =
                if goal.is_most() { ("as large as can be, not small", "most") } else { ("as small as can be, not large", "least") };
            (format!("`{key}`: \"{}\" is to be {how}", goal.name()), format!("Write: {side} = \"{}\"", goal.name()))
        }
        ScenarioFault::Crossed { least, most } => (
            format!("`{key}`: at least {least} and at most {most} exclude each other"),
            "Make `at_least` smaller or `at_most` larger".to_owned(),
        ),
        ScenarioFault::TwoPlaces { sites: (one, other) } => (
            format!("`{key}`: one bus is not at {one} and at {other} at the same time"),
            "Give the stops times that follow each other, or make it two buses".to_owned(),
        ),
        ScenarioFault::NoPlace { value } => (
            format!("`{key}`: \"{value}\" is no place in or near the Netherlands"),
            "Write RD coordinates, such as \"RD 155000 463000\", or latitude and longitude, such as \"52.15, 5.38\"".to_owned(),
        ),
        ScenarioFault::TooFew => {
            (format!("`{key}`: each list needs two sites or more"), format!("Write for instance:\n  {}", example(key)))
        }
        ScenarioFault::NothingToMeet { goal } => (
            format!("`{key}`: \"{}\" needs something to meet; without it, no desk at all is the best answer", goal.name()),
            "Add what is to be met, such as everyone_within = { distance = \"6 km\" }, at_least = [{ desks = 1, per = \"municipality\" }] \
             or require = [\"central-library\"]"
                .to_owned(),
        ),
        ScenarioFault::NoLimit { goal } => (
            format!("`{key}`: \"{}\" needs a limit; without it, a desk at every site is the best answer", goal.name()),
            "Add a limit: budget = \"money\", budget = \"€ 100,000\" or desks = { at_most = 15 }".to_owned(),
        ),
    };
    (what, Some(hint))
}

/// Why opening hours are no week for a plan.
pub(super) fn week(key: &str, value: &str, fault: &WeekFault) -> (String, Option<String>) {
    let what = match fault {
        WeekFault::NoTimes => format!("`{key}`: \"{value}\" does not say at what times"),
        WeekFault::NeverOpen => format!("`{key}`: with \"{value}\" the desk is never open"),
        WeekFault::NotRead(error) if value.trim().is_empty() => format!("`{key}`: {}", hours::week(error)),
        WeekFault::NotRead(error) => format!("`{key}`: \"{value}\" is not a week: {}", hours::week(error)),
        WeekFault::LeftAside(parts) => {
            let parts: Vec<String> = parts.iter().map(hours::ignored).collect();
            format!("`{key}`: \"{value}\" cannot be used in full: {}", parts.join("; "))
        }
    };
    (
        what,
        Some(
            "Write only days with times on a quarter of an hour, such as \"Tu,Th 09:30-12:00\" or \"Mo-Fr 10:00-17:00; Sa 10:00-13:00\""
                .to_owned(),
        ),
    )
}

/// What to write for a key of a scenario that is missing.
pub(super) fn example(key: &str) -> &'static str {
    match key {
        "scenario" => "open = [{ site = \"village-hall\", week = \"Tu,Th 09:30-12:00\" }]",
        "scenario.name" => "name = \"More places\"",
        "scenario.move.site" | "scenario.move.to" => "move = [{ site = \"spreekuur-markt\", to = \"RD 155000 463000\" }]",
        "scenario.bus.name" | "scenario.bus.stops" => {
            "bus = [{ name = \"IDO-bus\", stops = [{ site = \"halte-lent\", week = \"ma 9-11\" }, { site = \"halte-dijk\", week = \"ma 12-14\" }] }]"
        }
        "scenario.find.desks" => "desks = { at_most = 15 }",
        "scenario.find.not_both" => "not_both = [[\"village-hall\", \"community-centre\"]]",
        "scenario.find.everyone_within.distance" => "everyone_within = { distance = \"6 km\" }",
        "scenario.open.site"
        | "scenario.open.week"
        | "scenario.hours.site"
        | "scenario.hours.week"
        | "scenario.bus.stops.site"
        | "scenario.bus.stops.week" => "{ site = \"village-hall\", week = \"Tu,Th 09:30-12:00\" }",
        _ => "{ desks = 1, per = \"municipality\" }",
    }
}
