//! Scenarios side by side.

use super::Dutch;
use super::plan::listed;
use crate::text::names::capital;
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
    desk_hours: "uren per week, samen",
    cost: "kosten per jaar",
    left: "blijft over",
    short: "tekort van wie niet genoeg heeft",
    mean: "gemiddelde afstand",
    p90: "9 van de 10 wonen binnen",
    within: "binnen",
    of_residents: ", % van de inwoners",
    within_norm: "binnen de norm van het scenario, % van de inwoners",
    hours: "bereikbare uren per week",
    sixteen: "kan 16 uur of meer per week bereiken, % van de inwoners",
    moment: "dekking op het gewenste moment, % van de behoefte",
    border: "extra afstand als ieder in de eigen gemeente blijft",
    gap: ["grootste achterstand van een groep", "grootste achterstand van een groep die zwaarder telt", "grootste achterstand:"],
    gap_of: "en welke groep dat is",
    targets: "doelen gehaald",
    brings: "Wat elk scenario doet, vergeleken met nu",
    chart: (
        "Wat kost het, wat levert het op?",
        "Per scenario drie uitkomsten: twee van de inwoners, één van de behoefte; achter de naam staat wat alle informatiepunten samen per jaar kosten",
    ),
    chart_bars: [
        "kan 16 uur of meer per week bereiken, % van de inwoners",
        "% van de inwoners",
        "dekking op het gewenste moment, % van de behoefte",
    ],
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

/// Of how many desks no hours are known, and what comes of it.
fn hours_unknown(unknown: usize, desks: usize, is_told: bool) -> String {
    let whose = if unknown == desks {
        "Van geen enkel informatiepunt van nu zijn openingstijden bekend".to_owned()
    } else {
        format!("Van {unknown} van de {desks} informatiepunten van nu zijn geen openingstijden bekend")
    };
    if is_told {
        format!("{whose}; bij de uren en de dekking tellen ze als nooit open")
    } else {
        format!("{whose}; daarom staan er geen uren en geen dekking op het gewenste moment")
    }
}

/// Something to know of a scenario.
pub(super) fn fact(fact: &ScenarioFact) -> String {
    match *fact {
        ScenarioFact::BuildingClosed { site } => format!("{site} is open op tijden waarop het gebouw dicht is"),
        ScenarioFact::MovedOutside { site } => format!("De nieuwe plek van {site} ligt in geen enkele gemeente"),
        ScenarioFact::CostsOutside { site } => format!("{site} ligt buiten de studie: de kosten tellen niet mee"),
        ScenarioFact::SavingsOutside { site } => format!("{site} ligt buiten de studie: wat sluiten bespaart, telt niet mee"),
        ScenarioFact::SameHours { site } => format!("{site} heeft die andere tijden nu al"),
        ScenarioFact::NotGrown { residents } => {
            format!("Van {} is geen prognose bekend; hun aantal blijft gelijk", people(residents))
        }
        ScenarioFact::HoursUnknown { unknown, desks, is_told } => hours_unknown(unknown, desks, is_told),
        ScenarioFact::Brings { within, norm, moment, hours, cost } => {
            let mut parts = Vec::new();
            if within.abs() >= 0.5 {
                parts.push(format!("{} binnen {}", more_people(within), Dutch.length(norm)));
            }
            let points = |share: f64| Dutch.decimals(share * 100.0, 1);
            if let Some((before, after)) = moment.filter(|(before, after)| points(*before) != points(*after)) {
                parts.push(format!("dekking op het gewenste moment van {} naar {}", points(before), Dutch.percent(after)));
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
            if parts.is_empty() { "Niemand merkt er iets van".to_owned() } else { capital(&parts.join("; ")) }
        }
        ScenarioFact::Moves { nearer, farther, metres, nearer_in, places } => {
            let far = Dutch.length(metres);
            let mostly = if nearer_in.is_empty() { String::new() } else { format!(" (vooral in {})", listed(nearer_in)) };
            let mut text = match (nearer >= 0.5, farther >= 0.5) {
                (true, true) => format!("{} meer dan {far} dichterbij{mostly}, {} verder weg", live(nearer), Dutch.whole(farther)),
                (true, false) => format!("{} meer dan {far} dichterbij{mostly}, niemand verder weg", live(nearer)),
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
                    "{} meer dan {by} extra bereiken, en {} {} meer dan {} uur",
                    people_that(more, "kan", "kunnen"),
                    Dutch.whole(fewer.max(1.0)),
                    if fewer.round() <= 1.0 { "verliest" } else { "verliezen" },
                    Dutch.decimals(hours.get(), 0)
                ),
                (true, false) => format!("{} meer dan {by} extra bereiken", people_that(more, "kan", "kunnen")),
                _ => format!("{} meer dan {by}", people_that(fewer, "verliest", "verliezen")),
            }
        }
        ScenarioFact::LosesOnly { residents, sites, and_others } => {
            let mostly = if and_others { "vooral " } else { "" };
            let sites = listed(sites);
            format!("{} het enige informatiepunt binnen de norm ({mostly}{sites})", people_that(residents, "verliest", "verliezen"))
        }
        ScenarioFact::TimesKnown { sites } => format!(
            "Wanneer {} nu open {}, is niet bekend, en in dit scenario wel: een deel van het verschil in dekking komt daarvan",
            listed(sites),
            if sites.len() == 1 { "is" } else { "zijn" }
        ),
        ScenarioFact::Dominated { by, lost } => {
            let by = by.map_or_else(|| "de situatie van nu".to_owned(), |by| format!("\"{by}\""));
            let mut text = format!("Op kosten, hulp op het gewenste moment en het verschil tussen groepen is {by} minstens even goed");
            if let Some((there, here)) = lost {
                text.push_str(&format!(
                    ". Maar daar {} {} het enige informatiepunt binnen de norm, hier {}",
                    if there.round() <= 1.0 { "verliest" } else { "verliezen" },
                    people(there),
                    if here < 0.5 { "niemand".to_owned() } else { Dutch.whole(here) }
                ));
            }
            text
        }
        ScenarioFact::Circumstances { norm, year } => {
            let norm = norm.map(|norm| format!("een norm van {}, ook voor de informatiepunten van nu", Dutch.length(norm)));
            let year = year.map(|year| format!("de inwoners van {year}; het verschil met nu komt ook daarvan"));
            format!("Gerekend met {}", [norm, year].into_iter().flatten().collect::<Vec<_>>().join(", en met "))
        }
        ScenarioFact::Nothing => "Er verandert voor niemand iets".to_owned(),
        ScenarioFact::Found { gap } if gap <= 1e-9 => {
            "Gezocht door het rekenprogramma Bereik; onder de voorwaarden van dit scenario kan het niet beter".to_owned()
        }
        ScenarioFact::Found { gap } => format!(
            "Gezocht door het rekenprogramma Bereik; onder de voorwaarden van dit scenario kan het hoogstens {}\u{a0}% beter",
            Dutch.decimals(gap * 100.0, 2)
        ),
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
