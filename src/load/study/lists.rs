//! Lists of names and of weeks in which nothing stands twice.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

use super::fault::{Kind, StudyFault};
use super::scenario_fault::{ScenarioFault, WeekFault};
use super::section::{Document, Section};
use crate::model::MenuWeek;
use crate::week::{Opening, parse};

/// The names that stood before, each with its key.
#[derive(Default)]
pub(super) struct Once(BTreeMap<String, String>);

impl Once {
    /// Names that stood before under this key.
    pub fn has(&mut self, key: &str, names: &[String]) {
        self.0.extend(names.iter().map(|name| (name.clone(), key.to_owned())));
    }

    /// Takes a name, and notes it when it stood before.
    pub fn take(&mut self, document: &mut Document, span: &Range<usize>, key: &str, name: &str) {
        match self.0.get(name) {
            Some(before) => {
                let other = (before != key).then(|| before.clone());
                document.fault(span, key, StudyFault::Scenario(ScenarioFault::Twice { value: name.to_owned(), other }));
            }
            None => {
                self.0.insert(name.to_owned(), key.to_owned());
            }
        }
    }
}

/// A list of names, none of them in `once`.
pub(super) fn names(document: &mut Document, section: &mut Section, key: &'static str, once: &mut Once) -> Vec<String> {
    let name = section.key(key);
    section.value(key).map_or_else(Vec::new, |value| names_of(document, &name, value, (Kind::Texts, once)))
}

/// The names in a value, which must be a list; else `expected` is what belongs there.
pub(super) fn names_of(document: &mut Document, key: &str, value: &Spanned<DeValue>, expected: (Kind, &mut Once)) -> Vec<String> {
    let (expected, once) = expected;
    let mut names = Vec::new();
    for item in items(document, key, value, expected) {
        match item.get_ref().as_str().map(str::trim) {
            Some("") => document.fault(&item.span(), key, StudyFault::EmptyText),
            Some(name) => {
                once.take(document, &item.span(), key, name);
                names.push(name.to_owned());
            }
            None => document.fault(&item.span(), key, StudyFault::WrongKind { expected: Kind::Text }),
        }
    }
    names
}

/// The items of a list of at least one.
pub(super) fn items<'d, 'i>(
    document: &mut Document,
    key: &str,
    value: &'d Spanned<DeValue<'i>>,
    expected: Kind,
) -> &'d [Spanned<DeValue<'i>>] {
    let Some(items) = value.get_ref().as_array() else {
        document.fault(&value.span(), key, StudyFault::WrongKind { expected });
        return &[];
    };
    if items.is_empty() {
        document.fault(&value.span(), key, StudyFault::EmptyList);
    }
    items
}

/// A list of weeks that are all different.
pub(super) fn weeks_of(document: &mut Document, key: &str, value: &Spanned<DeValue>) -> Vec<MenuWeek> {
    let mut weeks: Vec<MenuWeek> = Vec::new();
    for item in items(document, key, value, Kind::Weeks) {
        let Some(week) = week_of(document, key, item) else { continue };
        if weeks.iter().any(|before| before.week == week.week) {
            let fault = ScenarioFault::Twice { value: week.text, other: None };
            document.fault(&item.span(), key, StudyFault::Scenario(fault));
        } else {
            weeks.push(week);
        }
    }
    weeks
}

/// A week with days and times, all of which show in it: what [`MenuWeek::parse`] reads, with the reason where it reads nothing.
pub(super) fn week_of(document: &mut Document, key: &str, value: &Spanned<DeValue>) -> Option<MenuWeek> {
    let Some(text) = value.get_ref().as_str() else {
        document.fault(&value.span(), key, StudyFault::WrongKind { expected: Kind::Text });
        return None;
    };
    let fault = match parse(text) {
        Err(error) => WeekFault::NotRead(error),
        Ok(parsed) => match parsed.opening {
            Opening::Untimed(_) => WeekFault::NoTimes,
            Opening::Timed { .. } if !parsed.ignored.is_empty() => WeekFault::LeftAside(parsed.ignored),
            Opening::Timed { week } if week.is_empty() => WeekFault::NeverOpen,
            Opening::Timed { week } => return Some(MenuWeek { text: text.trim().to_owned(), week }),
        },
    };
    document.fault(&value.span(), key, StudyFault::Week { value: text.to_owned(), fault });
    None
}
