//! Which library organisation serves which municipality.

use std::collections::BTreeMap;

use super::cbs::{self, Role};
use super::contracts;
use super::error::{LoadError, Needed, Refusal, Why};
use super::format::Selection;
use super::format::Source;
use super::found::{FileReport, FileRole};
use super::municipal_name::{code_of, municipality_of};
use crate::model::{Library, Municipality, Period};

/// Reads the library organisations of a source, sorted by name, with the contracts that hold in a year, where it is known.
///
/// A row without a municipality is an organisation that serves none: it is kept, and reported by the caller.
///
/// # Errors
/// When a column is missing or every row was refused.
pub(super) fn read(source: &Source, municipalities: &[Municipality], year: Option<u16>) -> Result<(Vec<Library>, FileReport), LoadError> {
    let fail = |fault| LoadError { file: source.file.shown.clone(), fault };
    cbs::check_keys(source, &[Role::Library, Role::Served, Role::From, Role::To]).map_err(fail)?;
    let name = cbs::must_find(source, Role::Library).map_err(fail)?;
    let served = cbs::must_find_for(source, Role::Served, Needed::LibraryMunicipality).map_err(fail)?;
    let years = [cbs::find(source, Role::From).map_err(fail)?, cbs::find(source, Role::To).map_err(fail)?];
    let mut selection = Selection { texts: vec![name, served], keep: super::keep_of(source).map_err(fail)?, ..Selection::default() };
    selection.texts.extend(years.iter().flatten());
    let layer = source.read(&selection)?;

    let mut report = FileReport::of(FileRole::Libraries, source);
    report.rows_read = layer.len() + layer.refused.len();
    report.filtered = layer.filtered;
    report.refused.clone_from(&layer.refused);
    let mut libraries: BTreeMap<String, Vec<(usize, Period)>> = BTreeMap::new();
    for row in 0..layer.len() {
        let text = |column: usize| layer.texts[column].get(row).trim();
        let mut refuse = |field: usize, value: &str, why| {
            report.refused.push(Refusal::of_value(layer.rows[row], &source.fields[field], value, why));
        };
        if text(0).is_empty() {
            refuse(name, "", Why::Blank);
            continue;
        }
        let period = match period(years, &text) {
            Ok(period) => period,
            Err(field) => {
                let column = if Some(field) == years[0] { 2 } else { layer.texts.len() - 1 };
                refuse(field, text(column), Why::NotAPeriod);
                continue;
            }
        };
        let library = libraries.entry(text(0).to_owned());
        if text(1).is_empty() {
            library.or_default();
            report.rows_used += 1;
            continue;
        }
        report.codes.extend(code_of(municipalities, text(1)));
        match municipality_of(municipalities, text(1)) {
            Ok(municipality) => {
                library.or_default().push((municipality, period));
                report.rows_used += 1;
            }
            Err(_) => refuse(served, text(1), Why::UnknownMunicipality),
        }
    }
    report.refused.sort_by_key(|refusal| refusal.row);
    if libraries.is_empty() {
        return Err(fail(super::nothing_used(source, &report)));
    }
    report.contracts = contracts::in_force(&mut libraries, municipalities, year);
    let libraries = libraries.into_iter().map(|(name, municipalities)| Library { name, municipalities }).collect();
    Ok((libraries, report))
}

/// The years of a row; the field at fault when they are none, or end before they start.
fn period<'t>(years: [Option<usize>; 2], text: &impl Fn(usize) -> &'t str) -> Result<Period, usize> {
    let mut column = 2;
    let mut year = |field: Option<usize>| -> Result<Option<u16>, usize> {
        let Some(field) = field else { return Ok(None) };
        let written = text(column);
        column += 1;
        if written.is_empty() {
            return Ok(None);
        }
        written.parse().ok().filter(|year| (1900..=2200).contains(year)).map(Some).ok_or(field)
    };
    let period = Period { from: year(years[0])?, to: year(years[1])? };
    match (period.from, period.to, years[1]) {
        (Some(from), Some(to), Some(field)) if to < from => Err(field),
        _ => Ok(period),
    }
}
