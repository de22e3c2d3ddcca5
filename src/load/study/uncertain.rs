//! `[uncertain]`: the ranges of a study's own assumptions.

use toml::Spanned;
use toml::de::DeValue;

use super::fault::{Kind, StudyFault};
use super::range_fault::RangeFault;
use super::reach::{MOST_DETOUR, decay_of};
use super::section::{Document, Section, money_of, number_of, quantity, whole_of};
use crate::model::{Assumed, End, Group, Money, Range, Scenario, Study, Uncertain};
use crate::units::{Metres, UnitError};

/// Before the group in a key of a weight.
const NEED: &str = "need.";

/// Reads one value of an assumption.
type Read<'r> = &'r dyn Fn(&mut Document, &str, &Spanned<DeValue>) -> Option<Assumed>;

/// The ranges of a study with this money and these scenarios; `certain` is the study without ranges, where the rest of it could be read.
pub(super) fn uncertain_section(
    document: &mut Document,
    top: &mut Section,
    (money, scenarios): (&Money, &[Scenario]),
    certain: Option<&Study>,
) -> Option<Uncertain> {
    let mut section = top.section(document, "uncertain")?;
    let section = &mut section;
    let mut ranges = Vec::new();
    ranges.extend(range(document, section, "norm", certain, &norm));
    ranges
        .extend(range(document, section, "tries", certain, &|document, key, value| whole_of(document, key, value, 1).map(Assumed::Tries)));
    ranges.extend(range(document, section, "detour", certain, &detour));
    ranges.extend(range(document, section, "decay", certain, &|document, key, value| {
        decay_of(document, key, value, Metres::default()).map(Assumed::Decay)
    }));
    ranges.extend(range(document, section, "hour", certain, &|document, key, value| money_of(document, key, value).map(Assumed::Hour)));
    if section.has("hour") && money.hour.is_none() {
        document.fault(&section.value_span("hour"), "uncertain.hour", StudyFault::Range(RangeFault::NoRate));
    }
    ranges.extend(range(document, section, "growth", certain, &|document, key, value| {
        number_of(document, key, value, 0.0).map(Assumed::Growth)
    }));
    if section.has("growth") && scenarios.iter().all(|scenario| scenario.setting.year.is_none()) {
        document.fault(&section.value_span("growth"), "uncertain.growth", StudyFault::Range(RangeFault::NoYear));
    }
    let weights: Vec<_> = section.entries().filter(|(key, _)| key.starts_with(NEED)).collect();
    for (name, value) in &weights {
        ranges.extend(weight(document, &section.key(&format!("\"{name}\"")), name.trim_start_matches(NEED), value, certain));
    }
    if let Some(inner) = section.section(document, "need") {
        for (name, value) in inner.entries() {
            ranges.extend(weight(document, &inner.key(name), name, value, certain));
        }
    }
    let hidden = section.word(document, "hidden", |word| (word == "both ends").then_some(()), &["both ends"]);
    ranges.extend(hidden.map(|()| Range::OneOf([End::Least, End::Most].map(Assumed::Hidden).to_vec())));
    let draws = draws(document, section);
    let known: Vec<&str> = weights.iter().map(|(name, _)| *name).collect();
    section.finish_except(document, &known);
    if section.entries().all(|(key, _)| key == "draws") {
        document.fault(&section.span.clone(), "uncertain", StudyFault::Range(RangeFault::Nothing));
    }
    Some(Uncertain { ranges, draws })
}

/// How often is drawn.
fn draws(document: &mut Document, section: &mut Section) -> u32 {
    if !section.has("draws") {
        document.default("uncertain.draws", Uncertain::DRAWS.to_string());
    }
    let Some(draws) = section.whole(document, "draws") else { return Uncertain::DRAWS };
    if draws > Uncertain::MOST_DRAWS {
        let fault = StudyFault::TooLarge { value: f64::from(draws), most: f64::from(Uncertain::MOST_DRAWS) };
        document.fault(&section.value_span("draws"), "uncertain.draws", fault);
    }
    draws
}

fn range(document: &mut Document, section: &mut Section, key: &'static str, certain: Option<&Study>, read: Read) -> Option<Range> {
    let value = section.value(key)?;
    let range = range_of(document, &section.key(key), value, read)?;
    check(document, &section.key(key), value, &range, certain);
    Some(range)
}

fn weight(document: &mut Document, key: &str, group: &str, value: &Spanned<DeValue>, certain: Option<&Study>) -> Option<Range> {
    let read = |document: &mut Document, key: &str, value: &Spanned<DeValue>| {
        number_of(document, key, value, 0.0).map(|weight| Assumed::Need(Group::parse(group), weight))
    };
    let range = range_of(document, key, value, &read)?;
    check(document, key, value, &range, certain);
    Some(range)
}

/// Notes a range that does not hold the study's own value. Ways are longer than a straight line, never shorter: a detour may be. A group without
/// a weight in `[need]` has none that could lie outside.
fn check(document: &mut Document, key: &str, value: &Spanned<DeValue>, range: &Range, certain: Option<&Study>) {
    let values = range.values();
    let Some(first) = values.first().filter(|first| !matches!(first, Assumed::Detour(_))) else { return };
    let Some((own, amount)) = certain.and_then(|study| study.assumed(first)).and_then(|own| own.amount().map(|amount| (own, amount)))
    else {
        return;
    };
    let is_stated = |group: &Group, study: &Study| *group == Group::All || study.need.surcharges.contains_key(group);
    if let (Assumed::Need(group, _), Some(study)) = (first, certain)
        && !is_stated(group, study)
    {
        return;
    }
    let amounts = || values.iter().filter_map(|value| value.amount());
    if amounts().any(|value| value <= amount) && amounts().any(|value| value >= amount) {
        return;
    }
    document.fault(&value.span(), key, StudyFault::Range(RangeFault::Outside { own: own.value(), stated: stated(&own) }));
}

/// The key of a study that states an assumption.
fn stated(own: &Assumed) -> Option<String> {
    let section = match own {
        Assumed::Norm(_) | Assumed::Detour(_) | Assumed::Decay(_) => "reach.",
        Assumed::Tries(_) => "moments.",
        Assumed::Hour(_) => "money.",
        Assumed::Need(Group::All, _) => "",
        Assumed::Need(group, _) => return Some(format!("need.\"{group}\"")),
        Assumed::Growth(_) | Assumed::Hidden(_) => return None,
    };
    Some(format!("{section}{}", own.key()))
}

/// Two values to draw between, or a list of three or more to draw from; forms of decay have nothing between them.
fn range_of(document: &mut Document, key: &str, value: &Spanned<DeValue>, read: Read) -> Option<Range> {
    let Some(items) = value.get_ref().as_array() else {
        let fault = match value.get_ref() {
            DeValue::Table(_) | DeValue::Boolean(_) => StudyFault::WrongKind { expected: Kind::Range },
            _ => StudyFault::Range(RangeFault::OneValue),
        };
        document.fault(&value.span(), key, fault);
        return None;
    };
    let mut values: Vec<Assumed> = Vec::with_capacity(items.len());
    for item in items {
        let Some(found) = read(document, key, item) else { continue };
        if items.len() > 2 && values.contains(&found) {
            document.fault(&item.span(), key, StudyFault::Range(RangeFault::Twice));
        }
        values.push(found);
    }
    if values.len() < items.len() {
        return None;
    }
    let mut fault = |fault: StudyFault| {
        document.fault(&value.span(), key, fault);
        None
    };
    match values.as_slice() {
        [] => fault(StudyFault::EmptyList),
        [_] => fault(StudyFault::Range(RangeFault::OneValue)),
        [low, high] => match is_below(low, high) {
            Some(true) => Some(Range::Between(low.clone(), high.clone())),
            Some(false) => fault(StudyFault::Range(RangeFault::NotRising)),
            None if low == high => fault(StudyFault::Range(RangeFault::Twice)),
            None => Some(Range::OneOf(values)),
        },
        _ => Some(Range::OneOf(values)),
    }
}

/// Whether a value is below another; `None` where values have no order.
fn is_below(low: &Assumed, high: &Assumed) -> Option<bool> {
    match (low, high) {
        (Assumed::Norm(low), Assumed::Norm(high)) => Some(low < high),
        (Assumed::Tries(low), Assumed::Tries(high)) => Some(low < high),
        (Assumed::Detour(low), Assumed::Detour(high))
        | (Assumed::Growth(low), Assumed::Growth(high))
        | (Assumed::Need(_, low), Assumed::Need(_, high)) => Some(low < high),
        (Assumed::Hour(low), Assumed::Hour(high)) => Some(low < high),
        _ => None,
    }
}

/// A distance of more than nothing.
fn norm(document: &mut Document, key: &str, value: &Spanned<DeValue>) -> Option<Assumed> {
    let norm: Metres = quantity(document, key, value, Kind::Distance)?;
    if norm.get() > 0.0 {
        return Some(Assumed::Norm(norm));
    }
    let fault = StudyFault::Quantity { value: norm.to_string(), error: UnitError::OutOfRange, expected: Kind::Distance };
    document.fault(&value.span(), key, fault);
    None
}

fn detour(document: &mut Document, key: &str, value: &Spanned<DeValue>) -> Option<Assumed> {
    let detour = number_of(document, key, value, 1.0)?;
    if detour > MOST_DETOUR {
        document.fault(&value.span(), key, StudyFault::TooLarge { value: detour, most: MOST_DETOUR });
        return None;
    }
    Some(Assumed::Detour(detour))
}
