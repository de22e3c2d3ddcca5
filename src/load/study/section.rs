//! Typed access to the keys of a TOML table, collecting everything that is wrong on the way.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::str::FromStr;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fault::{Kind, StudyError, StudyFault};
use super::nearest::nearest;
use crate::units::{Euros, Hours, Metres, Ratio, Share, UnitError};

/// The text of a study and what has been found wrong in it so far.
pub(super) struct Document<'a> {
    pub file: &'a str,
    pub text: &'a str,
    pub errors: Vec<StudyError>,
    /// Keys that were left out, with the default as it would be written.
    pub defaults: BTreeMap<String, String>,
}

impl Document<'_> {
    /// Notes a fault at a place in the text.
    pub fn fault(&mut self, span: &Range<usize>, key: &str, fault: StudyFault) {
        let before = &self.text[..span.start.min(self.text.len())];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = self.line(span.start);
        let column = before[line_start..].chars().count() + 1;
        let excerpt = self.text[line_start..].lines().next().unwrap_or_default().to_owned();
        self.errors.push(StudyError { file: self.file.to_owned(), place: Some((line, column)), excerpt, key: key.to_owned(), fault });
    }

    /// The line of a place in the text, from 1.
    pub fn line(&self, at: usize) -> usize {
        self.text[..at.min(self.text.len())].matches('\n').count() + 1
    }

    /// Notes that a key was left at its default.
    pub fn default(&mut self, key: impl Into<String>, value: impl Into<String>) {
        self.defaults.insert(key.into(), value.into());
    }
}

/// A table of the document; `path` is its name, empty for the document itself.
pub(super) struct Section<'d, 'i> {
    pub path: String,
    pub span: Range<usize>,
    table: &'d DeTable<'i>,
    known: BTreeSet<&'static str>,
}

impl<'d, 'i> Section<'d, 'i> {
    pub fn new(path: &str, span: Range<usize>, table: &'d DeTable<'i>) -> Self {
        Self { path: path.to_owned(), span, table, known: BTreeSet::new() }
    }

    /// The full name of a key of this section.
    pub fn key(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    /// The value of a key; from here on the key is known.
    pub fn value(&mut self, key: &'static str) -> Option<&'d Spanned<DeValue<'i>>> {
        self.known.insert(key);
        self.table.get(key)
    }

    /// Every key with its value, for sections whose keys are names.
    pub fn entries(&self) -> impl Iterator<Item = (&'d str, &'d Spanned<DeValue<'i>>)> + use<'d, 'i> {
        self.table.iter().map(|(key, value)| (key.get_ref().as_ref(), value))
    }

    pub fn text(&mut self, document: &mut Document, key: &'static str) -> Option<String> {
        let value = self.value(key)?;
        let text = value.get_ref().as_str().map(str::to_owned);
        let text = self.expect(document, key, value, text, Kind::Text)?;
        if text.trim().is_empty() {
            document.fault(&value.span(), &self.key(key), StudyFault::EmptyText);
        }
        Some(text)
    }

    pub fn texts(&mut self, document: &mut Document, key: &'static str) -> Option<Vec<String>> {
        let value = self.value(key)?;
        let texts = value
            .get_ref()
            .as_array()
            .and_then(|array| array.iter().map(|item| item.get_ref().as_str().map(str::to_owned)).collect::<Option<Vec<_>>>());
        let texts = self.expect(document, key, value, texts, Kind::Texts)?;
        if texts.is_empty() {
            document.fault(&value.span(), &self.key(key), StudyFault::EmptyList);
        }
        Some(texts)
    }

    pub fn number(&mut self, document: &mut Document, key: &'static str, least: f64) -> Option<f64> {
        let value = self.value(key)?;
        number_of(document, &self.key(key), value, least)
    }

    pub fn distance(&mut self, document: &mut Document, key: &'static str) -> Option<Metres> {
        let value = self.value(key)?;
        quantity(document, &self.key(key), value, Kind::Distance)
    }

    pub fn distances(&mut self, document: &mut Document, key: &'static str) -> Option<Vec<Metres>> {
        let value = self.value(key)?;
        let items = self.expect(document, key, value, value.get_ref().as_array(), Kind::Distances)?;
        let name = self.key(key);
        Some(items.iter().filter_map(|item| quantity(document, &name, item, Kind::Distance)).collect())
    }

    /// A share: `0.25` or `"25 %"`.
    pub fn share(&mut self, document: &mut Document, key: &'static str) -> Option<Share> {
        let value = self.value(key)?;
        share_of(document, &self.key(key), value)
    }

    /// An increase: `"+30 %"`.
    pub fn increase(&mut self, document: &mut Document, key: &'static str) -> Option<Ratio> {
        let value = self.value(key)?;
        let ratio: Ratio = quantity(document, &self.key(key), value, Kind::Increase)?;
        if ratio.get() < 0.0 {
            let text = value.get_ref().as_str().unwrap_or_default().to_owned();
            let fault = StudyFault::Quantity { value: text, error: UnitError::OutOfRange, expected: Kind::Increase };
            document.fault(&value.span(), &self.key(key), fault);
        }
        Some(ratio)
    }

    /// A distance of more than nothing.
    pub fn stretch(&mut self, document: &mut Document, key: &'static str) -> Option<Metres> {
        let distance = self.distance(document, key)?;
        if distance.get() > 0.0 {
            return Some(distance);
        }
        let fault = StudyFault::Quantity { value: distance.to_string(), error: UnitError::OutOfRange, expected: Kind::Distance };
        document.fault(&self.value_span(key), &self.key(key), fault);
        None
    }

    /// A whole number of at least 1.
    pub fn whole(&mut self, document: &mut Document, key: &'static str) -> Option<u32> {
        let value = self.value(key)?;
        whole_of(document, &self.key(key), value, 1)
    }

    /// A whole number that may be 0.
    pub fn count(&mut self, document: &mut Document, key: &'static str) -> Option<u32> {
        let value = self.value(key)?;
        whole_of(document, &self.key(key), value, 0)
    }

    /// Whether a key is there; `profiles.all` is a key of the table `profiles`.
    pub fn has(&self, key: &str) -> bool {
        match key.split_once('.') {
            Some((table, key)) => {
                self.table.get(table).and_then(|value| value.get_ref().as_table()).is_some_and(|table| table.contains_key(key))
            }
            None => self.table.contains_key(key),
        }
    }

    /// An amount of money with its sign.
    pub fn money(&mut self, document: &mut Document, key: &'static str) -> Option<Euros> {
        let value = self.value(key)?;
        quantity(document, &self.key(key), value, Kind::Money)
    }

    /// A word out of a closed list.
    pub fn word<T>(&mut self, document: &mut Document, key: &'static str, parse: fn(&str) -> Option<T>, allowed: &[&str]) -> Option<T> {
        let value = self.value(key)?;
        let text = self.expect(document, key, value, value.get_ref().as_str(), Kind::Text)?;
        let parsed = parse(text);
        if parsed.is_none() {
            let allowed = allowed.iter().map(|word| (*word).to_owned()).collect();
            document.fault(&value.span(), &self.key(key), StudyFault::NotOneOf { value: text.to_owned(), allowed });
        }
        parsed
    }

    /// A section inside this one.
    pub fn section(&mut self, document: &mut Document, key: &'static str) -> Option<Section<'d, 'i>> {
        let value = self.value(key)?;
        let table = self.expect(document, key, value, value.get_ref().as_table(), Kind::Table)?;
        Some(Section::new(&self.key(key), value.span(), table))
    }

    /// The tables of a list, `[{ … }, { … }]` or `[[…]]`; those that are none are noted.
    pub fn tables(&mut self, document: &mut Document, key: &'static str, expected: Kind) -> Vec<Section<'d, 'i>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let Some(items) = self.expect(document, key, value, value.get_ref().as_array(), expected) else { return Vec::new() };
        if items.is_empty() {
            document.fault(&value.span(), &self.key(key), StudyFault::EmptyList);
        }
        let mut sections = Vec::with_capacity(items.len());
        for item in items {
            match item.get_ref().as_table() {
                Some(table) => sections.push(Section::new(&self.key(key), item.span(), table)),
                None => document.fault(&item.span(), &self.key(key), StudyFault::WrongKind { expected }),
            }
        }
        sections
    }

    /// Notes that a key must be there.
    pub fn missing(&self, document: &mut Document, key: &str) {
        document.fault(&(self.span.start..self.span.start), &self.key(key), StudyFault::Missing);
    }

    /// Notes keys that are planned and not built yet.
    pub fn later(&mut self, document: &mut Document, keys: &[&'static str]) {
        for key in keys {
            if self.value(key).is_some() {
                let span = self.key_span(key);
                document.fault(&span, &self.key(key), StudyFault::NotBuiltYet);
            }
        }
    }

    /// Notes every key that nothing asked for.
    pub fn finish(&self, document: &mut Document) {
        self.finish_except(document, &[]);
    }

    /// Notes every key that nothing asked for and that is not in `except`.
    pub fn finish_except(&self, document: &mut Document, except: &[&str]) {
        for (key, _) in self.table {
            let name: &str = key.get_ref().as_ref();
            if !self.known.contains(name) && !except.contains(&name) {
                let nearest = nearest(name, self.known.iter().copied());
                let known = self.known.iter().map(|known| (*known).to_owned()).collect();
                document.fault(&key.span(), &self.key(name), StudyFault::UnknownKey { nearest, known });
            }
        }
    }

    /// Where the value of a key stands; where the section stands, without that key.
    pub fn value_span(&self, key: &str) -> Range<usize> {
        self.table.get(key).map_or(self.span.clone(), Spanned::span)
    }

    fn key_span(&self, key: &str) -> Range<usize> {
        self.table.get_key_value(key).map_or(self.span.clone(), |(key, _)| key.span())
    }

    fn expect<T>(&self, document: &mut Document, key: &str, value: &Spanned<DeValue>, found: Option<T>, expected: Kind) -> Option<T> {
        if found.is_none() {
            document.fault(&value.span(), &self.key(key), StudyFault::WrongKind { expected });
        }
        found
    }
}

/// A plain number of at least `least`.
pub(super) fn number_of(document: &mut Document, key: &str, value: &Spanned<DeValue>, least: f64) -> Option<f64> {
    let number: Option<f64> = match value.get_ref() {
        DeValue::Integer(number) if number.radix() == 10 => number.as_str().parse().ok(),
        DeValue::Float(number) => number.as_str().parse().ok(),
        _ => None,
    };
    match number {
        Some(number) if number.is_finite() && number >= least => Some(number),
        Some(number) if !number.is_finite() => {
            document.fault(&value.span(), key, StudyFault::NotFinite);
            None
        }
        Some(number) => {
            document.fault(&value.span(), key, StudyFault::OutOfRange { value: number, least });
            None
        }
        None => {
            document.fault(&value.span(), key, StudyFault::WrongKind { expected: Kind::Number });
            None
        }
    }
}

/// A whole number of at least `least`.
pub(super) fn whole_of(document: &mut Document, key: &str, value: &Spanned<DeValue>, least: u32) -> Option<u32> {
    let whole = match value.get_ref() {
        DeValue::Integer(_) | DeValue::Float(_) => {
            let number = number_of(document, key, value, f64::from(least))?;
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and in range")]
            let whole = (number.fract() == 0.0 && number <= f64::from(u32::MAX)).then_some(number as u32);
            whole
        }
        _ => None,
    };
    if whole.is_none() {
        let expected = if least == 0 { Kind::Count } else { Kind::Whole };
        document.fault(&value.span(), key, StudyFault::WrongKind { expected });
    }
    whole
}

/// A share from 0 to 1, as a number or as a text with or without `%`.
pub(super) fn share_of(document: &mut Document, key: &str, value: &Spanned<DeValue>) -> Option<Share> {
    match value.get_ref() {
        DeValue::String(_) => quantity(document, key, value, Kind::Share),
        DeValue::Integer(_) | DeValue::Float(_) => {
            let number = number_of(document, key, value, 0.0)?;
            let share = Share::new(number);
            if share.is_none() {
                let fault = StudyFault::Quantity { value: number.to_string(), error: UnitError::OutOfRange, expected: Kind::Share };
                document.fault(&value.span(), key, fault);
            }
            share
        }
        _ => {
            document.fault(&value.span(), key, StudyFault::WrongKind { expected: Kind::Share });
            None
        }
    }
}

/// Hours a week, as a number.
pub(super) fn hours_of(document: &mut Document, key: &str, value: &Spanned<DeValue>) -> Option<Hours> {
    let number = number_of(document, key, value, 0.0)?;
    let hours = Hours::new(number);
    if hours.is_none() {
        let fault = StudyFault::Quantity { value: number.to_string(), error: UnitError::OutOfRange, expected: Kind::Hours };
        document.fault(&value.span(), key, fault);
    }
    hours
}

/// An amount of money.
pub(super) fn money_of(document: &mut Document, key: &str, value: &Spanned<DeValue>) -> Option<Euros> {
    quantity(document, key, value, Kind::Money)
}

/// Whether a quantity is a time: planned, for the ways that people travel.
fn is_time(text: &str) -> bool {
    let unit = text.trim().trim_start_matches(|sign: char| sign.is_ascii_digit() || matches!(sign, '.' | ',' | ' '));
    matches!(unit, "min" | "minuten" | "minutes" | "h" | "uur" | "hours")
}

/// A quantity with its unit; a bare number is told that its unit is missing.
pub(super) fn quantity<T: FromStr<Err = UnitError>>(
    document: &mut Document,
    key: &str,
    value: &Spanned<DeValue>,
    expected: Kind,
) -> Option<T> {
    let (text, parsed) = match value.get_ref() {
        DeValue::String(text) => (text.as_ref().to_owned(), text.parse()),
        DeValue::Integer(number) => (number.as_str().to_owned(), Err(UnitError::NoUnit)),
        DeValue::Float(number) => (number.as_str().to_owned(), Err(UnitError::NoUnit)),
        _ => {
            document.fault(&value.span(), key, StudyFault::WrongKind { expected });
            return None;
        }
    };
    match parsed {
        Ok(quantity) => Some(quantity),
        Err(UnitError::UnknownUnit) if is_time(&text) => {
            document.fault(&value.span(), &format!("{key} = \"{text}\""), StudyFault::NotBuiltYet);
            None
        }
        Err(error) => {
            document.fault(&value.span(), key, StudyFault::Quantity { value: text, error, expected });
            None
        }
    }
}
