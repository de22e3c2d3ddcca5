//! `[[data.spread]]`: tables of areas that are spread over the cells.

use std::path::Path;

use toml::Spanned;
use toml::de::DeValue;

use super::fault::{Kind, StudyFault};
use super::parse::file_keys;
use super::section::{Document, Section};
use crate::model::{AgeBand, Group, Spread, SpreadLevel};

pub(super) fn spread_tables(document: &mut Document, section: &mut Section, folder: &Path) -> Vec<Spread> {
    let Some(value) = section.value("spread") else { return Vec::new() };
    let Some(items) = value.get_ref().as_array() else {
        document.fault(&value.span(), "data.spread", StudyFault::WrongKind { expected: Kind::Spreads });
        return Vec::new();
    };
    items.iter().filter_map(|item| spread_table(document, item, folder)).collect()
}

fn spread_table(document: &mut Document, value: &Spanned<DeValue>, folder: &Path) -> Option<Spread> {
    let key = "data.spread";
    let Some(table) = value.get_ref().as_table() else {
        document.fault(&value.span(), key, StudyFault::WrongKind { expected: Kind::Spreads });
        return None;
    };
    let mut section = Section::new(key, value.span(), table);
    let group = section.text(document, "group");
    let level = |word: &str| match word {
        "municipality" => Some(SpreadLevel::Municipality),
        "area" => Some(SpreadLevel::Area),
        _ => None,
    };
    let level = section.word(document, "area", level, &["municipality", "area"]);
    let column = section.text(document, "column");
    for key in ["group", "area", "column"] {
        if !table.contains_key(key) {
            section.missing(document, key);
        }
    }
    let over = over(document, &mut section);
    let file = file_keys(document, &mut section, folder);
    section.finish(document);
    let group = group.map(|name| Group::parse(&name)).filter(|group| match group {
        Group::Count(_) => true,
        taken => {
            let fault = StudyFault::NotOneOf { value: taken.to_string(), allowed: vec!["at most vmbo".to_owned()] };
            let span = section.value("group").map_or(section.span.clone(), Spanned::span);
            document.fault(&span, "data.spread.group", fault);
            false
        }
    });
    Some(Spread { group: group?, file: file?, level: level?, column: column?, over })
}

/// The ages of the residents it is spread over; `None` for all.
fn over(document: &mut Document, section: &mut Section) -> Option<AgeBand> {
    let text = section.text(document, "over")?;
    match Group::parse(&text) {
        Group::All => None,
        Group::Age(band) if band.to.is_none_or(|to| to > band.from) => Some(band),
        _ => {
            let span = section.value("over").map_or(section.span.clone(), Spanned::span);
            let allowed = ["all", "15-75", "65+"].map(str::to_owned).to_vec();
            document.fault(&span, "data.spread.over", StudyFault::NotOneOf { value: text, allowed });
            None
        }
    }
}
