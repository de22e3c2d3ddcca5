//! What is wrong with a scenario of a study.

use crate::load::study::{ScenarioFault, WeekFault};

use super::hours;

/// What is wrong, and what to do about it.
pub(super) fn fault(key: &str, fault: &ScenarioFault) -> (String, Option<String>) {
    let (what, hint) = match fault {
        ScenarioFault::NoneOf(keys) => {
            (format!("bij `{key}` ontbreekt een van deze: {}", keys.join(", ")), format!("Schrijf bijvoorbeeld:\n  {}", example(key)))
        }
        ScenarioFault::Twice { value, other: None } if key.ends_with(".bus.stops") => (
            format!("`{key}`: \"{value}\" staat er twee keer"),
            "Schrijf alle bezoeken aan een halte in één week, zoals week = \"ma 14-16; wo 14-16\"".to_owned(),
        ),
        ScenarioFault::Twice { value, other: None } => {
            (format!("`{key}`: \"{value}\" staat er twee keer"), "Haal er een weg, of verander er een".to_owned())
        }
        ScenarioFault::Twice { value, other: Some(other) } => {
            (format!("`{key}`: \"{value}\" staat ook bij `{other}`"), "Kies een van de twee".to_owned())
        }
        ScenarioFault::NamedPresent { value } => {
            (format!("`{key}`: \"{value}\" is hoe de uitkomsten de situatie van nu noemen"), "Geef het scenario een andere naam".to_owned())
        }
        ScenarioFault::Alike { value, other } => (
            format!("`{key}`: \"{value}\" verschilt alleen in hoofdletters van \"{other}\""),
            "Geef een van de twee een andere naam".to_owned(),
        ),
        ScenarioFault::LongName { most } => (
            format!("`{key}`: deze naam past niet boven een kolom"),
            format!("Kies een kortere naam: één regel van hoogstens {most} tekens"),
        ),
        ScenarioFault::OtherSide { goal } => {
            let (how, side) =
                if goal.is_most() { ("zo groot mogelijk, niet klein", "most") } else { ("zo klein mogelijk, niet groot", "least") };
            (format!("`{key}`: \"{}\" moet {how}", goal.name()), format!("Schrijf: {side} = \"{}\"", goal.name()))
        }
        ScenarioFault::Crossed { least, most } => (
            format!("`{key}`: minstens {least} en hoogstens {most} gaan niet samen"),
            "Maak `at_least` kleiner of `at_most` groter".to_owned(),
        ),
        ScenarioFault::TwoPlaces { sites: (one, other) } => (
            format!("`{key}`: één bus is niet tegelijk bij {one} en bij {other}"),
            "Geef de haltes tijden die na elkaar komen, of maak er twee bussen van".to_owned(),
        ),
        ScenarioFault::NoPlace { value } => (
            format!("`{key}`: \"{value}\" is geen plek in of bij Nederland"),
            "Schrijf coördinaten in Rijksdriehoek, zoals \"RD 155000 463000\", of breedte en lengte, zoals \"52.15, 5.38\"".to_owned(),
        ),
        ScenarioFault::TooFew => {
            (format!("`{key}`: in elk lijstje horen twee of meer locaties"), format!("Schrijf bijvoorbeeld:\n  {}", example(key)))
        }
        ScenarioFault::NothingToMeet { goal } => (
            format!("`{key}`: \"{}\" vraagt om een eis; zonder eis is geen enkel informatiepunt de beste uitkomst", goal.name()),
            "Voeg een eis toe, zoals everyone_within = { distance = \"6 km\" }, at_least = [{ desks = 1, per = \"municipality\" }] of \
             require = [\"bibliotheek-centrum\"]"
                .to_owned(),
        ),
        ScenarioFault::NoLimit { goal } => (
            format!("`{key}`: \"{}\" vraagt om een grens; zonder grens is overal een informatiepunt de beste uitkomst", goal.name()),
            "Voeg een grens toe: budget = \"money\", budget = \"€ 100.000\" of desks = { at_most = 15 }".to_owned(),
        ),
    };
    (what, Some(hint))
}

/// Why opening hours are no week for a plan.
pub(super) fn week(key: &str, value: &str, fault: &WeekFault) -> (String, Option<String>) {
    let what = match fault {
        WeekFault::NoTimes => format!("`{key}`: bij \"{value}\" staat niet op welke tijden"),
        WeekFault::NeverOpen => format!("`{key}`: met \"{value}\" is het informatiepunt nooit open"),
        WeekFault::NotRead(error) if value.trim().is_empty() => format!("`{key}`: {}", hours::week(error)),
        WeekFault::NotRead(error) => format!("`{key}`: \"{value}\" is geen week: {}", hours::week(error)),
        WeekFault::LeftAside(parts) => {
            let parts: Vec<String> = parts.iter().map(hours::ignored).collect();
            format!("`{key}`: \"{value}\" is niet helemaal te gebruiken: {}", parts.join("; "))
        }
    };
    (what, Some("Schrijf alleen dagen met tijden op een kwartier, zoals \"di,do 9.30-12.00\" of \"ma-vr 10-17; za 10-13\"".to_owned()))
}

/// What to write for a key of a scenario that is missing.
pub(super) fn example(key: &str) -> &'static str {
    match key {
        "scenario" => "open = [{ site = \"dorpshuis-lent\", week = \"di,do 9.30-12.00\" }]",
        "scenario.name" => "name = \"Meer locaties\"",
        "scenario.move.site" | "scenario.move.to" => "move = [{ site = \"spreekuur-markt\", to = \"RD 155000 463000\" }]",
        "scenario.bus.name" | "scenario.bus.stops" => {
            "bus = [{ name = \"IDO-bus\", stops = [{ site = \"halte-lent\", week = \"ma 9-11\" }, { site = \"halte-dijk\", week = \"ma 12-14\" }] }]"
        }
        "scenario.find.desks" => "desks = { at_most = 15 }",
        "scenario.find.not_both" => "not_both = [[\"dorpshuis-lent\", \"kulturhus-lent\"]]",
        "scenario.find.everyone_within.distance" => "everyone_within = { distance = \"6 km\" }",
        "scenario.open.site"
        | "scenario.open.week"
        | "scenario.hours.site"
        | "scenario.hours.week"
        | "scenario.bus.stops.site"
        | "scenario.bus.stops.week" => "{ site = \"dorpshuis-lent\", week = \"di,do 9.30-12.00\" }",
        _ => "{ desks = 1, per = \"municipality\" }",
    }
}
