//! How many desks there must and may be: `desks`, `at_least`, `at_most` and `exactly` of `[scenario.find]`.

use super::fault::{Kind, StudyFault};
use super::lists::{Once, names};
use super::scenario_fault::ScenarioFault;
use super::section::{Document, Section, hours_of};
use crate::model::{Among, CountRule, Venue};

/// The keys that say where a rule counts; it has one of them.
const WHERE: [&str; 3] = ["per", "in", "venue"];

/// All rules, in the order of the keys.
pub(super) fn counts(document: &mut Document, section: &mut Section) -> Vec<CountRule> {
    let mut rules: Vec<CountRule> = section.section(document, "desks").map(|inner| desks(document, inner)).into_iter().collect();
    for key in ["at_least", "at_most", "exactly"] {
        let tables = section.tables(document, key, Kind::Rules);
        rules.extend(tables.into_iter().filter_map(|inner| rule(document, inner, key)));
    }
    rules
}

/// `desks = { at_least = 3, at_most = 15 }`: of the study as a whole.
fn desks(document: &mut Document, mut section: Section) -> CountRule {
    let least = section.whole(document, "at_least");
    let most = section.count(document, "at_most");
    let exactly = section.count(document, "exactly");
    section.finish(document);
    for key in ["at_least", "at_most"] {
        if section.has("exactly") && section.has(key) {
            document.fault(&section.value_span(key), &section.key(key), StudyFault::Excludes { other: section.key("exactly") });
        }
    }
    if !["at_least", "at_most", "exactly"].iter().any(|key| section.has(key)) {
        let fault = ScenarioFault::NoneOf(vec!["at_most", "at_least", "exactly"]);
        document.fault(&section.span.clone(), &section.path, StudyFault::Scenario(fault));
    }
    if let (Some(least), Some(most)) = (least, most)
        && least > most
    {
        document.fault(&section.span.clone(), &section.path, StudyFault::Scenario(ScenarioFault::Crossed { least, most }));
    }
    let least = least.or(exactly).unwrap_or(0);
    CountRule { least, most: most.or(exactly), hours: None, among: Among::Study }
}

/// One rule of the list `key`: how many, and where.
fn rule(document: &mut Document, mut section: Section, key: &str) -> Option<CountRule> {
    let is_least = key == "at_least";
    let desks = if is_least { section.whole(document, "desks") } else { section.count(document, "desks") };
    let hours = if is_least { section.value("hours") } else { None };
    let hours = hours.and_then(|value| hours_of(document, &section.key("hours"), value));
    let among = among(document, &mut section);
    if is_least && !section.has("desks") && !section.has("hours") {
        none_of(document, &section, vec!["desks", "hours"]);
    } else if !is_least && !section.has("desks") {
        section.missing(document, "desks");
    }
    section.finish(document);
    let desks = desks.or(hours.map(|_| 1))?;
    let (least, most) = match key {
        "at_least" => (desks, None),
        "at_most" => (0, Some(desks)),
        _ => (desks, Some(desks)),
    };
    Some(CountRule { least, most, hours, among: among? })
}

/// Where a rule counts.
fn among(document: &mut Document, section: &mut Section) -> Option<Among> {
    let each = |word: &str| match word {
        "municipality" => Some(Among::EachMunicipality),
        "area" => Some(Among::EachArea),
        _ => None,
    };
    let per = section.word(document, "per", each, &["municipality", "area"]);
    let named = names(document, section, "in", &mut Once::default());
    let venue = section.word(document, "venue", Venue::parse, &Venue::ALL.map(Venue::name));
    let stated: Vec<&str> = WHERE.into_iter().filter(|key| section.has(key)).collect();
    match stated[..] {
        [] => none_of(document, section, WHERE.to_vec()),
        [first, second, ..] => {
            document.fault(&section.value_span(second), &section.key(second), StudyFault::Excludes { other: section.key(first) });
        }
        [_] => {}
    }
    per.or((!named.is_empty()).then_some(Among::Each(named))).or(venue.map(Among::Venue))
}

fn none_of(document: &mut Document, section: &Section, keys: Vec<&'static str>) {
    document.fault(&section.span.clone(), &section.path, StudyFault::Scenario(ScenarioFault::NoneOf(keys)));
}
