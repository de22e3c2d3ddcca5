//! Scenarios side by side.

use super::English;
use super::plan::listed;
use crate::text::names::capital;
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
    desk_hours: "hours a week, together",
    cost: "cost a year",
    left: "left over",
    short: "lacking to who has not enough",
    mean: "mean distance",
    p90: "9 out of 10 live within",
    within: "within",
    of_residents: ", % of the residents",
    within_norm: "within the norm of the scenario, % of the residents",
    hours: "reachable hours a week",
    sixteen: "can reach 16 hours or more a week, % of the residents",
    moment: "moment coverage, % of the need",
    border: "extra distance if people stay in their own municipality",
    gap: ["largest gap of a group", "largest gap of a group that weighs more", "largest gap:"],
    gap_of: "and which group that is",
    targets: "targets met",
    brings: "What each scenario does, compared with today",
    chart: (
        "What does it cost, what does it bring?",
        "Three outcomes of each scenario: two of the residents, one of the need; behind its name what all desks cost a year together",
    ),
    chart_bars: ["can reach 16 hours or more a week, % of the residents", "% of the residents", "moment coverage, % of the need"],
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

/// Of how many desks no hours are known, and what comes of it.
fn hours_unknown(unknown: usize, desks: usize, is_told: bool) -> String {
    let whose = if unknown == desks {
        "No hours are known of any of today's desks".to_owned()
    } else {
        format!("Of {unknown} of the {desks} desks of today no hours are known")
    };
    if is_told {
        format!("{whose}; in hours and moment coverage they count as never open")
    } else {
        format!("{whose}; so there are no reachable hours and there is no moment coverage")
    }
}

/// Something to know of a scenario.
pub(super) fn fact(fact: &ScenarioFact) -> String {
    match *fact {
        ScenarioFact::BuildingClosed { site } => format!("{site} is open at times when its building is closed"),
        ScenarioFact::MovedOutside { site } => format!("The new place of {site} lies in no municipality"),
        ScenarioFact::CostsOutside { site } => format!("{site} lies outside the study: its costs do not count"),
        ScenarioFact::SavingsOutside { site } => format!("{site} lies outside the study: what closing it saves does not count"),
        ScenarioFact::SameHours { site } => format!("{site} has those other times already"),
        ScenarioFact::NotGrown { residents } => format!("No forecast is known of {}; they stay as many", people(residents)),
        ScenarioFact::HoursUnknown { unknown, desks, is_told } => hours_unknown(unknown, desks, is_told),
        ScenarioFact::Brings { within, norm, moment, hours, cost } => {
            let mut parts = Vec::new();
            if within.abs() >= 0.5 {
                let side = if within < 0.0 { "fewer" } else { "more" };
                let noun = if within.abs().round() <= 1.0 { "resident" } else { "residents" };
                parts.push(format!("{} {side} {noun} within {}", English.whole(within.abs()), English.length(norm)));
            }
            if let Some((before, after)) = moment.filter(|(before, after)| English.percent(*before) != English.percent(*after)) {
                parts.push(format!("moment coverage from {} to {}", English.percent(before), English.percent(after)));
            }
            if let Some(hours) = hours.filter(|hours| hours.abs() >= 0.05) {
                parts.push(format!("{} reachable hours a week on average", more(hours, 1)));
            }
            if let Some(cost) = cost {
                let (cents, word) = (cost.cents(), if cost.cents() < 0 { "cheaper" } else { "more expensive" });
                let amount = crate::units::Euros::from_cents(cents.abs());
                parts.push(if cents == 0 { "the same cost".to_owned() } else { format!("{} a year {word}", English.whole_euros(amount)) });
            }
            if parts.is_empty() { "Nobody notices".to_owned() } else { capital(&parts.join("; ")) }
        }
        ScenarioFact::Moves { nearer, farther, metres, nearer_in, places } => {
            let far = English.length(metres);
            let mostly = if nearer_in.is_empty() { String::new() } else { format!(" (mostly in {})", listed(nearer_in)) };
            let mut text = match (nearer >= 0.5, farther >= 0.5) {
                (true, true) => format!("{} more than {far} nearer{mostly}, {} farther away", live(nearer), English.whole(farther)),
                (true, false) => format!("{} more than {far} nearer{mostly}, nobody farther away", live(nearer)),
                _ => format!("{} more than {far} farther away, nobody nearer", live(farther)),
            };
            if !places.is_empty() && farther >= 0.5 {
                text.push_str(&format!(", mostly in {}", listed(places)));
            }
            text
        }
        ScenarioFact::Hours { more, fewer, hours } => {
            let number = English.decimals(hours.get(), 0);
            let by = format!("more than {number} reachable hours a week");
            match (more >= 0.5, fewer >= 0.5) {
                (true, true) => format!(
                    "{} {by}, and {} {} more than {number}",
                    people_that(more, "gains", "gain"),
                    English.whole(fewer.max(1.0)),
                    if fewer.round() <= 1.0 { "loses" } else { "lose" }
                ),
                (true, false) => format!("{} {by}", people_that(more, "gains", "gain")),
                _ => format!("{} {by}", people_that(fewer, "loses", "lose")),
            }
        }
        ScenarioFact::LosesOnly { residents, sites, and_others } => {
            let mostly = if and_others { "mostly " } else { "" };
            format!("{} the only desk within the norm ({mostly}{})", people_that(residents, "loses", "lose"), listed(sites))
        }
        ScenarioFact::TimesKnown { sites } => format!(
            "When {} {} open today is not known, and in this scenario it is: a part of the difference in coverage comes from that",
            listed(sites),
            if sites.len() == 1 { "is" } else { "are" }
        ),
        ScenarioFact::Dominated { by, lost } => {
            let by = by.map_or_else(|| "What is there today".to_owned(), |by| format!("\"{by}\""));
            let mut text = format!("{by} is at least as good in cost, help at a moment that suits and the gap between groups");
            if let Some((there, here)) = lost {
                text.push_str(&format!(
                    ". But there {} the only desk within the norm, here {}",
                    people_that(there, "loses", "lose"),
                    if here < 0.5 { "nobody".to_owned() } else { English.whole(here) }
                ));
            }
            text
        }
        ScenarioFact::Circumstances { norm, year } => {
            let norm = norm.map(|norm| format!("a norm of {}, for today's desks as well", English.length(norm)));
            let year = year.map(|year| format!("the residents of {year}; that is part of the difference to today"));
            format!("Measured with {}", [norm, year].into_iter().flatten().collect::<Vec<_>>().join(", and with "))
        }
        ScenarioFact::Nothing => "Nothing changes for anyone".to_owned(),
        ScenarioFact::Found { gap } if gap <= 1e-9 => {
            "Found by the software Bereik; under the conditions of this scenario none is better".to_owned()
        }
        ScenarioFact::Found { gap } => format!(
            "Found by the software Bereik; under the conditions of this scenario none is more than {}% better",
            English.decimals(gap * 100.0, 2)
        ),
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
    format!("{} {}", English.decimals(value.abs(), digits), if value < 0.0 { "fewer" } else { "more" })
}
