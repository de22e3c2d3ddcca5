//! `[venues]`, `[capacity]`, `[fairness]` and `[targets]`.

use std::collections::BTreeMap;

use super::fault::{Kind, StudyFault};
use super::section::{Document, Section, hours_of, share_of};
use crate::model::{Capacity, Group, HOURS_STEPS, Per, Suitability, Targets, Venue};
use crate::units::{Hours, Share};

/// `[venues]`: for each kind of venue a table of groups with their share.
pub(super) fn venues_section(document: &mut Document, top: &mut Section) -> Suitability {
    let Some(section) = top.section(document, "venues") else {
        document.default("venues", "1");
        return Suitability::default();
    };
    let mut suitability = BTreeMap::new();
    for (name, value) in section.entries() {
        let key = section.key(&format!("\"{name}\""));
        let Some(venue) = Venue::parse(name) else {
            let allowed = Venue::ALL.map(|venue| venue.name().to_owned()).to_vec();
            document.fault(&value.span(), &key, StudyFault::NotOneOf { value: name.to_owned(), allowed });
            continue;
        };
        let Some(table) = value.get_ref().as_table() else {
            document.fault(&value.span(), &key, StudyFault::WrongKind { expected: Kind::Groups });
            continue;
        };
        let inner = Section::new(&key, value.span(), table);
        let shares = inner.entries().filter_map(|(group, value)| {
            share_of(document, &inner.key(&format!("\"{group}\"")), value).map(|share| (Group::parse(group), share))
        });
        suitability.insert(venue, shares.collect());
    }
    Suitability(suitability)
}

/// `[capacity]`.
pub(super) fn capacity_section(document: &mut Document, top: &mut Section) -> Capacity {
    let mut capacity = Capacity::default();
    let mut section = top.section(document, "capacity");
    match section.as_mut().and_then(|section| section.number(document, "places", 0.0)) {
        Some(places) => capacity.places = places,
        None => document.default("capacity.places", "1"),
    }
    match section.as_mut().and_then(|section| zones(document, section)) {
        Some(zones) => capacity.zones = zones,
        None => document.default("capacity.zones", "[1.0, 0.68, 0.22]"),
    }
    section.into_iter().for_each(|section| section.finish(document));
    capacity
}

/// Three weights that do not rise.
fn zones(document: &mut Document, section: &mut Section) -> Option<[f64; 3]> {
    let value = section.value("zones")?;
    let key = section.key("zones");
    let items = value.get_ref().as_array()?.iter();
    let shares: Vec<f64> = items.filter_map(|item| share_of(document, &key, item)).map(Share::get).collect();
    let zones: Option<[f64; 3]> = shares.try_into().ok().filter(|zones: &[f64; 3]| zones.is_sorted_by(|a, b| a >= b) && zones[0] > 0.0);
    if zones.is_none() {
        document.fault(&value.span(), &key, StudyFault::WrongKind { expected: Kind::Zones });
    }
    zones
}

/// `[fairness]`: the aversion to inequality, below 0 for a burden.
pub(super) fn fairness_section(document: &mut Document, top: &mut Section) -> f64 {
    const AVERSION: f64 = -1.0;
    let Some(mut section) = top.section(document, "fairness") else {
        document.default("fairness.aversion", "-1.0");
        return AVERSION;
    };
    let aversion = section.number(document, "aversion", f64::NEG_INFINITY);
    let value = section.value("aversion");
    section.finish(document);
    match (aversion, value) {
        (Some(aversion), _) if aversion < 0.0 => aversion,
        (Some(aversion), Some(value)) => {
            document.fault(&value.span(), "fairness.aversion", StudyFault::NotNegative { value: aversion });
            AVERSION
        }
        _ => {
            document.default("fairness.aversion", "-1.0");
            AVERSION
        }
    }
}

/// `[targets]`.
pub(super) fn targets_section(document: &mut Document, top: &mut Section) -> Targets {
    let Some(mut section) = top.section(document, "targets") else { return Targets::default() };
    let within_norm = section.share(document, "within_norm");
    let branches_with_desk = section.share(document, "branches_with_desk");
    let desk_with_hours = desk_with_hours(document, &mut section);
    let visits = section.increase(document, "visits");
    let keys: Vec<(&str, _)> = section.entries().filter(|(key, _)| key.starts_with("hours_")).collect();
    let known: Vec<&str> = keys.iter().map(|(key, _)| *key).collect();
    let mut hours = BTreeMap::new();
    for (key, value) in keys {
        let least = key.trim_start_matches("hours_").parse::<u32>().ok().filter(|least| HOURS_STEPS.contains(least));
        if let Some(least) = least {
            hours.extend(share_of(document, &section.key(key), value).map(|share| (least, share)));
        } else {
            let allowed = HOURS_STEPS.map(|least| format!("hours_{least}")).to_vec();
            document.fault(&value.span(), &section.key(key), StudyFault::NotOneOf { value: key.to_owned(), allowed });
        }
    }
    section.finish_except(document, &known);
    Targets { within_norm, hours, desk_with_hours, branches_with_desk, visits }
}

fn desk_with_hours(document: &mut Document, section: &mut Section) -> Option<(Hours, Per)> {
    let mut inner = section.section(document, "desk_with_hours")?;
    let hours = inner.value("hours");
    if hours.is_none() {
        inner.missing(document, "hours");
    }
    let hours = hours.and_then(|value| hours_of(document, &inner.key("hours"), value));
    let per = |word: &str| match word {
        "municipality" => Some(Per::Municipality),
        "area" => Some(Per::Area),
        _ => None,
    };
    let found = inner.word(document, "per", per, &["municipality", "area"]);
    if inner.value("per").is_none() {
        inner.missing(document, "per");
    }
    inner.finish(document);
    hours.zip(found)
}
