//! `[money]`: what things cost and who pays.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU32;

use super::fault::{Kind, StudyFault};
use super::section::{Document, Section, money_of};
use crate::model::{Money, OneOff, Pool, Venue};
use crate::units::Euros;

pub(super) fn money_section(document: &mut Document, top: &mut Section) -> Money {
    let mut money = Money::default();
    let Some(mut section) = top.section(document, "money") else {
        defaults(document, &BTreeSet::new());
        return money;
    };
    let stated: BTreeSet<&str> = section.entries().map(|(key, _)| key).collect();
    defaults(document, &stated);
    money.year = section.whole(document, "year").and_then(|year| u16::try_from(year).ok());
    money.inhabitant = section.money(document, "inhabitant").unwrap_or(money.inhabitant);
    money.low_education = section.money(document, "low_education").unwrap_or(money.low_education);
    let share = |document: &mut Document, section: &mut Section, key| section.share(document, key).unwrap_or_default();
    money.cut = share(document, &mut section, "cut");
    money.promotion = share(document, &mut section, "promotion");
    money.direction = share(document, &mut section, "direction");
    money.pool = section.word(document, "pool", Pool::parse, &Pool::ALL.map(Pool::name)).unwrap_or_default();
    money.own = amounts(document, &mut section, "own", |_, name, _| Some(name.to_owned()));
    money.hour = section.money(document, "hour");
    money.weeks = section.number(document, "weeks", 0.0).unwrap_or(money.weeks);
    money.site = amounts(document, &mut section, "site", venue);
    money.one_off = one_offs(document, &mut section);
    section.finish(document);
    money
}

/// Notes what is left at its default.
fn defaults(document: &mut Document, stated: &BTreeSet<&str>) {
    let keys = [
        ("inhabitant", "€ 0,83".to_owned()),
        ("low_education", "€ 0,70".to_owned()),
        ("cut", "0 %".to_owned()),
        ("pool", "library".to_owned()),
        ("promotion", "0 %".to_owned()),
        ("direction", "0 %".to_owned()),
        ("weeks", "48".to_owned()),
    ];
    for (key, value) in keys.into_iter().filter(|(key, _)| !stated.contains(key)) {
        document.default(format!("money.{key}"), value);
    }
}

/// The kind of venue that a key names.
fn venue(document: &mut Document, name: &str, place: (&std::ops::Range<usize>, &str)) -> Option<Venue> {
    let venue = Venue::parse(name);
    if venue.is_none() {
        let allowed = Venue::ALL.map(|venue| venue.name().to_owned()).to_vec();
        document.fault(place.0, place.1, StudyFault::NotOneOf { value: name.to_owned(), allowed });
    }
    venue
}

/// A table of amounts by a name that `read` understands.
fn amounts<K: Ord>(
    document: &mut Document,
    section: &mut Section,
    key: &'static str,
    read: impl Fn(&mut Document, &str, (&std::ops::Range<usize>, &str)) -> Option<K>,
) -> BTreeMap<K, Euros> {
    let Some(inner) = section.section(document, key) else { return BTreeMap::new() };
    let mut amounts = BTreeMap::new();
    for (name, value) in inner.entries() {
        let key = inner.key(&format!("\"{name}\""));
        if let (Some(of), Some(amount)) = (read(document, name, (&value.span(), &key)), money_of(document, &key, value)) {
            amounts.insert(of, amount);
        }
    }
    amounts
}

/// `one_off = { "village hall" = { cost = "€ 4.000", years = 5 } }`.
fn one_offs(document: &mut Document, section: &mut Section) -> BTreeMap<Venue, OneOff> {
    let Some(inner) = section.section(document, "one_off") else { return BTreeMap::new() };
    let mut found = BTreeMap::new();
    for (name, value) in inner.entries() {
        let key = inner.key(&format!("\"{name}\""));
        let Some(table) = value.get_ref().as_table() else {
            document.fault(&value.span(), &key, StudyFault::WrongKind { expected: Kind::Table });
            continue;
        };
        let mut one = Section::new(&key, value.span(), table);
        let cost = one.money(document, "cost");
        let years = one.whole(document, "years").and_then(NonZeroU32::new);
        for key in ["cost", "years"] {
            if !table.contains_key(key) {
                one.missing(document, key);
            }
        }
        one.finish(document);
        if let (Some(venue), Some(cost), Some(years)) = (venue(document, name, (&value.span(), &key)), cost, years) {
            found.insert(venue, OneOff { cost, years });
        }
    }
    found
}
