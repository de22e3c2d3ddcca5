//! `[[scenario]]`: changes to today's desks, or a request to find the best ones.

use super::changes::changes;
use super::fault::{Kind, StudyFault};
use super::find::find_section;
use super::scenario_fault::ScenarioFault;
use super::section::{Document, Section};
use crate::model::{Scenario, ScenarioKind, Setting};

/// What a scenario can change.
const CHANGES: [&str; 5] = ["open", "close", "hours", "move", "bus"];
/// Circumstances that it can have of its own, with changes, with `find`, or alone.
const SETTING: [&str; 2] = ["norm", "year"];

/// The most characters of a name: it stands in the head of a column.
const LONGEST_NAME: usize = 80;
/// What reports call the present, in both languages.
const PRESENT: [&str; 2] = ["nu", "today"];

pub(super) fn scenarios(document: &mut Document, top: &mut Section) -> Vec<Scenario> {
    let mut names = Vec::new();
    let tables = top.tables(document, "scenario", Kind::Scenarios);
    tables.into_iter().filter_map(|section| scenario(document, section, &mut names)).collect()
}

fn scenario(document: &mut Document, mut section: Section, names: &mut Vec<String>) -> Option<Scenario> {
    let name = section.text(document, "name").map(|name| name.trim().to_owned());
    match name.as_deref() {
        Some("") => {}
        Some(name) => {
            if let Some(fault) = of_name(name, names) {
                document.fault(&section.value_span("name"), &section.key("name"), StudyFault::Scenario(fault));
            }
            names.push(name.to_owned());
        }
        None if section.has("name") => {}
        None => section.missing(document, "name"),
    }
    let year = section.whole(document, "year").and_then(|year| u16::try_from(year).ok());
    let setting = Setting { norm: section.stretch(document, "norm"), year };
    let changes = changes(document, &mut section);
    let find = section.section(document, "find").map(|inner| find_section(document, inner));
    one_of_both(document, &section);
    section.finish(document);
    let kind = find.map_or(ScenarioKind::Changes(changes), ScenarioKind::Find);
    let line = document.line(section.span.start);
    name.map(|name| Scenario { name, kind, setting, line })
}

/// What is wrong with the name of a scenario after those before it. In a table two names that differ in capitals cannot be told apart.
fn of_name(name: &str, before: &[String]) -> Option<ScenarioFault> {
    let folded = name.to_lowercase();
    if name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
        return Some(ScenarioFault::LongName { most: LONGEST_NAME });
    }
    if PRESENT.contains(&folded.as_str()) {
        return Some(ScenarioFault::NamedPresent { value: name.to_owned() });
    }
    let other = before.iter().find(|other| other.to_lowercase() == folded)?;
    Some(if other == name {
        ScenarioFault::Twice { value: name.to_owned(), other: None }
    } else {
        ScenarioFault::Alike { value: name.to_owned(), other: other.clone() }
    })
}

/// Either `find` or changes, or circumstances of its own.
fn one_of_both(document: &mut Document, section: &Section) {
    let change = CHANGES.into_iter().find(|key| section.has(key));
    match change {
        Some(change) if section.has("find") => {
            document.fault(&section.value_span(change), &section.key(change), StudyFault::Excludes { other: section.key("find") });
        }
        None if !section.has("find") && !SETTING.iter().any(|key| section.has(key)) => {
            let start = section.span.start;
            let keys = CHANGES.into_iter().chain(["find"]).chain(SETTING).collect();
            document.fault(&(start..start), &section.path, StudyFault::Scenario(ScenarioFault::NoneOf(keys)));
        }
        _ => {}
    }
}
