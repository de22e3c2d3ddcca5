//! `[reach]`: what counts as reachable, for everyone and for single groups.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::DeValue;

use super::fault::{Kind, StudyFault};
use super::section::{Document, Section};
use crate::model::{Decay, Group, GroupReach, Reach};
use crate::units::Metres;

/// The shares that are given beside the norm when the study names none, metres.
const ALSO: [f64; 3] = [1000.0, 2000.0, 5000.0];
/// The largest detour: round a river without a bridge the way may be several times as far; more is a percentage (`130`) or a slip.
pub(super) const MOST_DETOUR: f64 = 10.0;
/// The forms of decay.
const DECAYS: [&str; 5] = ["step", "linear", "exponential", "gaussian", "logistic"];

pub(super) fn reach_section(document: &mut Document, top: &mut Section) -> Option<Reach> {
    let Some(mut section) = top.section(document, "reach") else {
        top.missing(document, "reach");
        return None;
    };
    by_straight_line(document, &mut section);
    let norm = section.stretch(document, "norm");
    if section.value("norm").is_none() {
        section.missing(document, "norm");
    }
    if section.value("decay").is_none() {
        document.default("reach.decay", "step");
    }
    let step = decay(document, &mut section, norm.unwrap_or_default());
    let mut also = section.distances(document, "also").unwrap_or_else(|| {
        document.default("reach.also", "[\"1 km\", \"2 km\", \"5 km\"]");
        ALSO.into_iter().filter_map(Metres::new).collect()
    });
    also.sort_by(|a, b| a.get().total_cmp(&b.get()));
    also.dedup();
    let detour = detour(document, &mut section).unwrap_or_else(|| {
        document.default("reach.detour", "1.0");
        1.0
    });
    // Without a norm the rest is still looked at, so that everything that is wrong is said at once.
    let stated = norm.unwrap_or_default();
    let everyone = GroupReach { norm: stated, detour, decay: step.unwrap_or(Decay::Step { norm: stated }) };
    let groups = groups(document, &mut section, everyone);
    norm.map(|norm| Reach { norm, also, detour, decay: everyone.decay, groups })
}

/// How many times as far as the straight line the way is, at least 1; `None` when it is absent or wrong.
fn detour(document: &mut Document, section: &mut Section) -> Option<f64> {
    let detour = section.number(document, "detour", 1.0)?;
    if detour > MOST_DETOUR {
        let span = section.value("detour").map_or(section.span.clone(), Spanned::span);
        document.fault(&span, &section.key("detour"), StudyFault::TooLarge { value: detour, most: MOST_DETOUR });
        return None;
    }
    Some(detour)
}

/// `by` must be the straight line; the networks are planned.
fn by_straight_line(document: &mut Document, section: &mut Section) {
    let ways = ["straight line", "walking", "cycling", "driving"];
    let way = section.word(document, "by", |word| Some(word.to_owned()), &ways);
    match way.as_deref() {
        None => document.default("reach.by", "straight line"),
        Some("straight line") => {}
        Some(other) => {
            let span = section.value("by").map_or(section.span.clone(), Spanned::span);
            let fault = if ways.contains(&other) {
                StudyFault::NotBuiltYet
            } else {
                StudyFault::NotOneOf { value: other.to_owned(), allowed: ways.map(str::to_owned).to_vec() }
            };
            document.fault(&span, &format!("reach.by = \"{other}\""), fault);
        }
    }
}

/// The decay: the step at the norm, or a table with the name of a form and its distances. `None` when it is wrong or not stated.
fn decay(document: &mut Document, section: &mut Section, norm: Metres) -> Option<Decay> {
    let value = section.value("decay")?;
    decay_of(document, &section.key("decay"), value, norm)
}

/// A decay as [`decay`] reads it.
pub(super) fn decay_of(document: &mut Document, key: &str, value: &Spanned<DeValue>, norm: Metres) -> Option<Decay> {
    let unknown = |document: &mut Document, word: &str| {
        let fault = StudyFault::NotOneOf { value: word.to_owned(), allowed: DECAYS.map(str::to_owned).to_vec() };
        document.fault(&value.span(), key, fault);
    };
    let table = match value.get_ref() {
        DeValue::String(word) if word == "step" => return Some(Decay::Step { norm }),
        DeValue::Table(table) => table,
        other => {
            unknown(document, other.as_str().unwrap_or_default());
            return None;
        }
    };
    let mut entries = table.iter();
    let (Some((form, inner)), None) = (entries.next(), entries.next()) else {
        document.fault(&value.span(), key, StudyFault::WrongKind { expected: Kind::Decay });
        return None;
    };
    let Some(inner_table) = inner.get_ref().as_table() else {
        document.fault(&inner.span(), key, StudyFault::WrongKind { expected: Kind::Decay });
        return None;
    };
    let mut inside = Section::new(&format!("{key}.{}", form.get_ref()), inner.span(), inner_table);
    let decay = match form.get_ref().as_ref() {
        "linear" => distances(document, &mut inside, ["full", "none"]).map(|[full, none]| Decay::Linear { full, none }),
        "exponential" => distances(document, &mut inside, ["half", "limit"]).map(|[half, limit]| Decay::Exponential { half, limit }),
        "gaussian" => distances(document, &mut inside, ["half", "limit"]).map(|[half, limit]| Decay::Gaussian { half, limit }),
        "logistic" => distances(document, &mut inside, ["width", "middle", "limit"]).map(|[width, middle, limit]| Decay::Logistic {
            middle,
            width,
            limit,
        }),
        word => {
            unknown(document, word);
            return None;
        }
    };
    inside.finish(document);
    decay
}

/// The distances of a decay: all must be there and rise, the last above the one before it.
fn distances<const N: usize>(document: &mut Document, section: &mut Section, keys: [&'static str; N]) -> Option<[Metres; N]> {
    let found = keys.map(|key| {
        let found = section.distance(document, key);
        if section.value(key).is_none() {
            section.missing(document, key);
        }
        found
    });
    let mut values = [Metres::default(); N];
    for (value, found) in values.iter_mut().zip(found) {
        *value = found?;
    }
    let rising = values.windows(2).all(|pair| pair[0] < pair[1]);
    // The first may be nothing only where it is the stretch that counts in full.
    if !rising || (values[0].get() <= 0.0 && keys[0] != "full") {
        let span = section.span.clone();
        document.fault(&span, &section.path.clone(), StudyFault::NotRising { keys: keys.map(str::to_owned).to_vec() });
        return None;
    }
    Some(values)
}

/// The tables inside `[reach]`: what differs for one group. Anything else that is left is unknown.
fn groups(document: &mut Document, section: &mut Section, everyone: GroupReach) -> BTreeMap<Group, GroupReach> {
    let tables: Vec<_> = section.entries().filter(|(key, value)| *key != "decay" && value.get_ref().is_table()).collect();
    let known: Vec<&str> = tables.iter().map(|(name, _)| *name).collect();
    section.finish_except(document, &known);
    let mut groups = BTreeMap::new();
    for (name, value) in tables {
        let Some(table) = value.get_ref().as_table() else { continue };
        let mut inside = Section::new(&section.key(&format!("\"{name}\"")), value.span(), table);
        inside.later(document, &["by", "also"]);
        let own = inside.stretch(document, "norm");
        let norm = own.unwrap_or(everyone.norm);
        let detour = detour(document, &mut inside).unwrap_or(everyone.detour);
        let decay = decay(document, &mut inside, norm).unwrap_or(match everyone.decay {
            Decay::Step { .. } => Decay::Step { norm },
            other => other,
        });
        inside.finish(document);
        groups.insert(Group::parse(name), GroupReach { norm, detour, decay });
    }
    groups
}
