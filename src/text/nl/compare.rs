//! Scenarios side by side.

use super::Dutch;
use super::plan::listed;
use crate::text::{CompareWords, ScenarioFact, ScenarioSentence, Text, Told};

/// The labels.
pub(super) static WORDS: CompareWords = CompareWords {
    compare_title: "Scenario's naast elkaar",
    areas_title: "Scenario's per gemeente, buurt en doelgroep",
    desks_title: "Informatiepunten per scenario",
    lost_title: "Wie het enige informatiepunt binnen de norm verliest",
    targets_title: "Doelen per scenario",
    range_to: " tot ",
    today: "nu",
    desks: "informatiepunten",
    desk_hours: "uren open per week, samen",
    cost: "kosten per jaar",
    left: "blijft over",
    mean: "gemiddelde afstand",
    p90: "9 van de 10 wonen binnen",
    within: "binnen",
    within_norm: "binnen de norm van het scenario",
    hours: "bereikbare uren per week",
    sixteen: "kan 16 uur of meer bereiken",
    moment: "dekking op het gewenste moment",
    border: "extra afstand met alleen de eigen gemeente",
    gap: "grootste achterstand van een groep",
    gap_of: "en welke groep dat is",
    targets: "doelen gehaald",
    brings: "Wat elk scenario doet, vergeleken met nu",
    chart: (
        "Wat kost het, wat levert het op?",
        "Per scenario drie uitkomsten voor de inwoners; achter de naam staat wat alle informatiepunten samen per jaar kosten",
    ),
};

/// Why a scenario cannot be measured.
pub(super) fn sentence(scenario: &str, sentence: &ScenarioSentence) -> Told {
    let (what, hint) = match *sentence {
        ScenarioSentence::NoPlan { why } => (why.message.clone(), why.hint.clone().unwrap_or_default()),
        ScenarioSentence::UnknownSite { site, nearest } => {
            (format!("locatie \"{site}\" is er niet"), meant(nearest, "`bereik sites STUDIE` geeft elke locatie met haar id"))
        }
        ScenarioSentence::IsOpen { site } => {
            (format!("op \"{site}\" staat al een informatiepunt"), "Zet andere tijden bij `hours` in plaats van bij `open`".to_owned())
        }
        ScenarioSentence::IsNotOpen { site } => {
            (format!("op \"{site}\" staat nu geen informatiepunt"), "Zet het bij `open` om er een te beginnen, of haal het weg".to_owned())
        }
        ScenarioSentence::IsExcluded { site } => {
            (format!("op \"{site}\" mag geen informatiepunt komen"), "Verander de status van de locatie, of kies een andere".to_owned())
        }
        ScenarioSentence::UnknownLibrary { library, nearest } => {
            (format!("bibliotheek \"{library}\" is er niet"), meant(nearest, "Gebruik een naam uit `data.libraries`"))
        }
        ScenarioSentence::NoGrowth { year } => (
            format!("het vraagt de inwoners van {year}, en de studie heeft geen prognose"),
            "Geef er een met `data.growth`: gemeente, leeftijd, jaar en factor".to_owned(),
        ),
        ScenarioSentence::NoSuchYear { year, years: Some((first, last)) } if first == last => {
            (format!("de prognose zegt niets over {year}"), format!("Kies {first}"))
        }
        ScenarioSentence::NoSuchYear { year, years: Some((first, last)) } => {
            (format!("de prognose zegt niets over {year}"), format!("Kies een jaar van {first} tot en met {last}"))
        }
        ScenarioSentence::NoSuchYear { year, years: None } => (
            format!("de prognose zegt niets over {year}"),
            "Zorg dat de prognose voor elke gemeente en leeftijd dezelfde jaren heeft".to_owned(),
        ),
    };
    Told { message: format!("scenario \"{scenario}\": {what}"), hint: Some(hint) }
}

fn meant(nearest: Option<&str>, otherwise: &str) -> String {
    nearest.map_or_else(|| otherwise.to_owned(), |name| format!("Bedoelde u \"{name}\"?"))
}

/// Something to know of a scenario.
pub(super) fn fact(fact: &ScenarioFact) -> String {
    match *fact {
        ScenarioFact::BuildingClosed { site } => format!("{site} is open op tijden waarop het gebouw dicht is"),
        ScenarioFact::MovedOutside { site } => format!("De nieuwe plek van {site} ligt in geen enkele gemeente"),
        ScenarioFact::SameHours { site } => format!("{site} heeft de tijden bij `hours` nu al"),
        ScenarioFact::NotGrown { residents } => {
            format!("Van {} is geen prognose bekend; hun aantal blijft gelijk", people(residents))
        }
        ScenarioFact::Brings { within, norm, helped, hours, cost } => {
            let mut parts = Vec::new();
            if within.abs() >= 0.5 {
                parts.push(format!("{} binnen {}", more_people(within), Dutch.length(norm)));
            }
            if let Some(helped) = helped.filter(|helped| helped.abs() >= 0.5) {
                parts.push(format!("hulp op het gewenste moment voor {} van de behoefte", more(helped, 0)));
            }
            if let Some(hours) = hours.filter(|hours| hours.abs() >= 0.05) {
                parts.push(format!("gemiddeld {} bereikbare uren per week", more(hours, 1)));
            }
            if let Some(cost) = cost {
                let (cents, word) = (cost.cents(), if cost.cents() < 0 { "goedkoper" } else { "duurder" });
                parts.push(if cents == 0 {
                    "even duur".to_owned()
                } else {
                    format!("{} per jaar {word}", Dutch.whole_euros(absolute(cost)))
                });
            }
            if parts.is_empty() { "niemand merkt er iets van".to_owned() } else { parts.join("; ") }
        }
        ScenarioFact::Moves { nearer, farther, metres, places } => {
            let far = Dutch.length(metres);
            let mut text = match (nearer >= 0.5, farther >= 0.5) {
                (true, true) => format!("{} meer dan {far} dichterbij, {} verder weg", live(nearer), Dutch.whole(farther)),
                (true, false) => format!("{} meer dan {far} dichterbij, niemand verder weg", live(nearer)),
                _ => format!("{} meer dan {far} verder weg, niemand dichterbij", live(farther)),
            };
            if !places.is_empty() && farther >= 0.5 {
                text.push_str(&format!(", vooral in {}", listed(places)));
            }
            text
        }
        ScenarioFact::Hours { more, fewer, hours } => {
            let by = format!("{} uur per week", Dutch.decimals(hours.get(), 0));
            match (more >= 0.5, fewer >= 0.5) {
                (true, true) => format!(
                    "{} meer dan {by} extra bereiken; {} dat",
                    people_that(more, "kan", "kunnen"),
                    people_that(fewer, "verliest", "verliezen")
                ),
                (true, false) => format!("{} meer dan {by} extra bereiken", people_that(more, "kan", "kunnen")),
                _ => format!("{} meer dan {by}", people_that(fewer, "verliest", "verliezen")),
            }
        }
        ScenarioFact::LosesOnly { residents, sites } => {
            format!("{} het enige informatiepunt binnen de norm ({})", people_that(residents, "verliest", "verliezen"), listed(sites))
        }
        ScenarioFact::Dominated { by } => {
            format!("\"{by}\" kost niet meer, helpt op het gewenste moment niet minder en laat geen grotere achterstand")
        }
        ScenarioFact::Circumstances { norm, year } => {
            let parts =
                [norm.map(|norm| format!("een norm van {}", Dutch.length(norm))), year.map(|year| format!("de inwoners van {year}"))];
            let parts: Vec<String> = parts.into_iter().flatten().collect();
            format!("Gerekend met {}; het verschil met nu komt ook daarvan", parts.join(" en "))
        }
        ScenarioFact::Nothing => "Er verandert voor niemand iets".to_owned(),
        ScenarioFact::Found { gap } if gap <= 1e-9 => "Gezocht door Bereik, en bewezen het beste".to_owned(),
        ScenarioFact::Found { gap } => {
            format!("Gezocht door Bereik: geen plan is meer dan {}\u{a0}% beter", Dutch.decimals(gap * 100.0, 2))
        }
    }
}

fn absolute(cost: crate::units::Euros) -> crate::units::Euros {
    crate::units::Euros::from_cents(cost.cents().abs())
}

pub(super) fn people(persons: f64) -> String {
    if persons.round() <= 1.0 { "1 inwoner".to_owned() } else { format!("{} inwoners", Dutch.whole(persons)) }
}

pub(super) fn people_that(persons: f64, one: &str, more: &str) -> String {
    format!("{} {}", people(persons), if persons.round() <= 1.0 { one } else { more })
}

fn live(persons: f64) -> String {
    people_that(persons, "woont", "wonen")
}

fn more_people(persons: f64) -> String {
    format!("{} {}", people(persons.abs()), if persons < 0.0 { "minder" } else { "meer" })
}

fn more(value: f64, digits: usize) -> String {
    format!("{} {}", Dutch.decimals(value.abs(), digits), if value < 0.0 { "minder" } else { "meer" })
}
