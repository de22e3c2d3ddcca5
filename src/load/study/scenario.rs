//! `[[scenario]]`: changes to today's desks, or a request to find the best ones.

use super::fault::{Kind, StudyFault};
use super::find::find_section;
use super::lists::{Once, names, week_of};
use super::scenario_fault::ScenarioFault;
use super::section::{Document, Section};
use crate::model::{Changes, Scenario, ScenarioKind, SiteWeek};

/// What a scenario can change.
const CHANGES: [&str; 3] = ["open", "close", "hours"];
/// What is planned and not built yet.
const LATER: [&str; 3] = ["move", "bus", "year"];

pub(super) fn scenarios(document: &mut Document, top: &mut Section) -> Vec<Scenario> {
    let mut once = Once::default();
    let tables = top.tables(document, "scenario", Kind::Scenarios);
    tables.into_iter().filter_map(|section| scenario(document, section, &mut once)).collect()
}

fn scenario(document: &mut Document, mut section: Section, once: &mut Once) -> Option<Scenario> {
    let name = section.text(document, "name").map(|name| name.trim().to_owned());
    match name.as_deref() {
        Some("") => {}
        Some(name) => once.take(document, &section.value_span("name"), &section.key("name"), name),
        None if section.has("name") => {}
        None => section.missing(document, "name"),
    }
    section.later(document, &LATER);
    let changes = changes(document, &mut section);
    let find = section.section(document, "find").map(|inner| find_section(document, inner));
    one_of_both(document, &section);
    section.finish(document);
    let kind = find.map_or(ScenarioKind::Changes(changes), ScenarioKind::Find);
    name.map(|name| Scenario { name, kind })
}

/// Either `find` or changes.
fn one_of_both(document: &mut Document, section: &Section) {
    let change = CHANGES.into_iter().find(|key| section.has(key));
    match change {
        Some(change) if section.has("find") => {
            document.fault(&section.value_span(change), &section.key(change), StudyFault::Excludes { other: section.key("find") });
        }
        None if !section.has("find") && !LATER.iter().any(|key| section.has(key)) => {
            let start = section.span.start;
            let keys = CHANGES.into_iter().chain(["find"]).collect();
            document.fault(&(start..start), &section.path, StudyFault::Scenario(ScenarioFault::NoneOf(keys)));
        }
        _ => {}
    }
}

/// Every site at most once: what opens is not also closed, what closes has no other hours.
fn changes(document: &mut Document, section: &mut Section) -> Changes {
    let mut once = Once::default();
    let open = site_weeks(document, section, "open", &mut once);
    let close = names(document, section, "close", &mut once);
    let hours = site_weeks(document, section, "hours", &mut once);
    Changes { open, close, hours }
}

fn site_weeks(document: &mut Document, section: &mut Section, key: &'static str, once: &mut Once) -> Vec<SiteWeek> {
    let name = section.key(key);
    let mut found = Vec::new();
    for mut inner in section.tables(document, key, Kind::SiteWeeks) {
        let site = inner.text(document, "site").map(|site| site.trim().to_owned()).filter(|site| !site.is_empty());
        if let Some(site) = &site {
            once.take(document, &inner.value_span("site"), &name, site);
        }
        let week = inner.value("week").and_then(|value| week_of(document, &inner.key("week"), value));
        for key in ["site", "week"] {
            if !inner.has(key) {
                inner.missing(document, key);
            }
        }
        inner.finish(document);
        found.extend(site.zip(week).map(|(site, week)| SiteWeek { site, week: week.week }));
    }
    found
}
