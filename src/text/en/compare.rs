//! Scenarios side by side.

use super::English;
use super::plan::listed;
use crate::text::{CompareWords, ScenarioFact, ScenarioSentence, Text, Told};

/// The labels.
pub(super) static WORDS: CompareWords = CompareWords {
    compare_title: "Scenarios side by side",
    areas_title: "Scenarios by municipality, area and group",
    desks_title: "Desks by scenario",
    lost_title: "Who loses the only desk within the norm",
    targets_title: "Targets by scenario",
    range_to: " to ",
    today: "today",
    desks: "desks",
    desk_hours: "hours open a week, together",
    cost: "cost a year",
    left: "left over",
    mean: "mean distance",
    p90: "9 out of 10 live within",
    within: "within",
    within_norm: "within the norm of the scenario",
    hours: "reachable hours a week",
    sixteen: "can reach 16 hours or more",
    moment: "moment coverage",
    border: "extra distance with the own municipality only",
    gap: "largest gap of a group",
    gap_of: "and which group that is",
    targets: "targets met",
    brings: "What each scenario does, compared with today",
    chart: (
        "What does it cost, what does it bring?",
        "Three outcomes for the residents of each scenario; behind its name what all desks cost a year together",
    ),
};

/// Why a scenario cannot be measured.
pub(super) fn sentence(scenario: &str, sentence: &ScenarioSentence) -> Told {
    let (what, hint) = match *sentence {
        ScenarioSentence::NoPlan { why } => (why.message.clone(), why.hint.clone().unwrap_or_default()),
        ScenarioSentence::UnknownSite { site, nearest } => {
            (format!("there is no site \"{site}\""), meant(nearest, "`bereik sites STUDY` lists each site with its id"))
        }
        ScenarioSentence::IsOpen { site } => {
            (format!("a desk stands at \"{site}\" already"), "Write other hours under `hours` instead of `open`".to_owned())
        }
        ScenarioSentence::IsNotOpen { site } => {
            (format!("no desk stands at \"{site}\" today"), "Write it under `open` to begin one, or take it away".to_owned())
        }
        ScenarioSentence::IsExcluded { site } => {
            (format!("no desk may be at \"{site}\""), "Change the status of the site, or choose another".to_owned())
        }
        ScenarioSentence::UnknownLibrary { library, nearest } => {
            (format!("there is no library \"{library}\""), meant(nearest, "Use a name from `data.libraries`"))
        }
        ScenarioSentence::NoGrowth { year } => (
            format!("it asks for the residents of {year}, and the study has no forecast"),
            "Give one with `data.growth`: municipality, ages, year and factor".to_owned(),
        ),
        ScenarioSentence::NoSuchYear { year, years: Some((first, last)) } if first == last => {
            (format!("the forecast says nothing of {year}"), format!("Choose {first}"))
        }
        ScenarioSentence::NoSuchYear { year, years: Some((first, last)) } => {
            (format!("the forecast says nothing of {year}"), format!("Choose a year from {first} to {last}"))
        }
        ScenarioSentence::NoSuchYear { year, years: None } => (
            format!("the forecast says nothing of {year}"),
            "See that the forecast has the same years for each municipality and age".to_owned(),
        ),
    };
    Told { message: format!("scenario \"{scenario}\": {what}"), hint: Some(hint) }
}

fn meant(nearest: Option<&str>, otherwise: &str) -> String {
    nearest.map_or_else(|| otherwise.to_owned(), |name| format!("Did you mean \"{name}\"?"))
}

/// Something to know of a scenario.
pub(super) fn fact(fact: &ScenarioFact) -> String {
    match *fact {
        ScenarioFact::BuildingClosed { site } => format!("{site} is open at times when its building is closed"),
        ScenarioFact::MovedOutside { site } => format!("The new place of {site} lies in no municipality"),
        ScenarioFact::SameHours { site } => format!("{site} has the times in `hours` already"),
        ScenarioFact::NotGrown { residents } => format!("No forecast is known of {}; they stay as many", people(residents)),
        ScenarioFact::Brings { within, norm, helped, hours, cost } => {
            let mut parts = Vec::new();
            if within.abs() >= 0.5 {
                let side = if within < 0.0 { "fewer" } else { "more" };
                let noun = if within.abs().round() <= 1.0 { "resident" } else { "residents" };
                parts.push(format!("{} {side} {noun} within {}", English.whole(within.abs()), English.length(norm)));
            }
            if let Some(helped) = helped.filter(|helped| helped.abs() >= 0.5) {
                parts.push(format!("help at a moment that suits for {} of the need", more(helped, 0)));
            }
            if let Some(hours) = hours.filter(|hours| hours.abs() >= 0.05) {
                parts.push(format!("{} reachable hours a week on average", more(hours, 1)));
            }
            if let Some(cost) = cost {
                let (cents, word) = (cost.cents(), if cost.cents() < 0 { "cheaper" } else { "dearer" });
                let amount = crate::units::Euros::from_cents(cents.abs());
                parts.push(if cents == 0 { "the same cost".to_owned() } else { format!("{} a year {word}", English.whole_euros(amount)) });
            }
            if parts.is_empty() { "nobody notices".to_owned() } else { parts.join("; ") }
        }
        ScenarioFact::Moves { nearer, farther, metres, places } => {
            let far = English.length(metres);
            let mut text = match (nearer >= 0.5, farther >= 0.5) {
                (true, true) => format!("{} more than {far} nearer, {} farther away", live(nearer), English.whole(farther)),
                (true, false) => format!("{} more than {far} nearer, nobody farther away", live(nearer)),
                _ => format!("{} more than {far} farther away, nobody nearer", live(farther)),
            };
            if !places.is_empty() && farther >= 0.5 {
                text.push_str(&format!(", mostly in {}", listed(places)));
            }
            text
        }
        ScenarioFact::Hours { more, fewer, hours } => {
            let by = format!("{} hours a week", English.decimals(hours.get(), 0));
            match (more >= 0.5, fewer >= 0.5) {
                (true, true) => format!("{} can reach more than {by} extra; {} that", people(more), people_that(fewer, "loses", "lose")),
                (true, false) => format!("{} can reach more than {by} extra", people(more)),
                _ => format!("{} more than {by}", people_that(fewer, "loses", "lose")),
            }
        }
        ScenarioFact::LosesOnly { residents, sites } => {
            format!("{} the only desk within the norm ({})", people_that(residents, "loses", "lose"), listed(sites))
        }
        ScenarioFact::Dominated { by } => format!("\"{by}\" costs no more, helps no less at a moment that suits and leaves no larger gap"),
        ScenarioFact::Circumstances { norm, year } => {
            let parts =
                [norm.map(|norm| format!("a norm of {}", English.length(norm))), year.map(|year| format!("the residents of {year}"))];
            let parts: Vec<String> = parts.into_iter().flatten().collect();
            format!("Measured with {}; that is part of the difference to today", parts.join(" and "))
        }
        ScenarioFact::Nothing => "Nothing changes for anyone".to_owned(),
        ScenarioFact::Found { gap } if gap <= 1e-9 => "Searched by Bereik, and proven the best".to_owned(),
        ScenarioFact::Found { gap } => format!("Searched by Bereik: no plan is more than {}% better", English.decimals(gap * 100.0, 2)),
    }
}

pub(super) fn people(persons: f64) -> String {
    if persons.round() <= 1.0 { "1 resident".to_owned() } else { format!("{} residents", English.whole(persons)) }
}

pub(super) fn people_that(persons: f64, one: &str, more: &str) -> String {
    format!("{} {}", people(persons), if persons.round() <= 1.0 { one } else { more })
}

fn live(persons: f64) -> String {
    people_that(persons, "lives", "live")
}

fn more(value: f64, digits: usize) -> String {
    format!("{} {}", English.decimals(value.abs(), digits), if value < 0.0 { "less" } else { "more" })
}
