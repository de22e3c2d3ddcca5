//! `[[scenario]]`: changes to today's desks, or a request to find the best ones.

use super::changes::changes;
use super::fault::{Kind, StudyFault};
use super::find::find_section;
use super::lists::Once;
use super::scenario_fault::ScenarioFault;
use super::section::{Document, Section};
use crate::model::{Scenario, ScenarioKind, Setting};

/// What a scenario can change.
const CHANGES: [&str; 5] = ["open", "close", "hours", "move", "bus"];
/// Circumstances that it can have of its own, with changes, with `find`, or alone.
const SETTING: [&str; 2] = ["norm", "year"];

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
