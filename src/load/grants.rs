//! The grant of each municipality, as the annex of the regulation names it.

use std::collections::BTreeMap;

use super::cbs::{self, Role};
use super::error::{LoadError, Refusal, Why};
use super::format::{Selection, Source};
use super::found::{FileReport, FileRole};
use super::municipal_name::{code_of, municipality_of};
use super::site_columns::euros;
use crate::model::Municipality;
use crate::units::Euros;

/// The amounts of a source by index of the municipality. A municipality in two rows with the same amount counts once.
///
/// # Errors
/// When a column is missing or every row was refused.
pub(super) fn read(source: &Source, municipalities: &[Municipality]) -> Result<(BTreeMap<usize, Euros>, FileReport), LoadError> {
    let fail = |fault| LoadError { file: source.file.shown.clone(), fault };
    cbs::check_keys(source, &[Role::Served, Role::Amount]).map_err(fail)?;
    let fields = [cbs::must_find(source, Role::Served).map_err(fail)?, cbs::must_find(source, Role::Amount).map_err(fail)?];
    let selection = Selection { texts: fields.to_vec(), keep: super::keep_of(source).map_err(fail)?, ..Selection::default() };
    let layer = source.read(&selection)?;
    let mut report = FileReport::of(FileRole::Grants, source);
    report.rows_read = layer.len() + layer.refused.len();
    report.filtered = layer.filtered;
    report.refused.clone_from(&layer.refused);
    let mut amounts: BTreeMap<usize, (Euros, u64)> = BTreeMap::new();
    for row in 0..layer.len() {
        let text = |column: usize| layer.texts[column].get(row).trim();
        let refuse = |column: usize, why| {
            let why = if text(column).is_empty() { Why::Blank } else { why };
            Refusal::of_value(layer.rows[row], &source.fields[fields[column]], text(column), why)
        };
        report.codes.extend(code_of(municipalities, text(0)));
        let municipality = municipality_of(municipalities, text(0)).map_err(|_| refuse(0, Why::UnknownMunicipality));
        let amount = euros(text(1)).ok_or_else(|| refuse(1, Why::NotMoney));
        match (municipality, amount) {
            (Ok(municipality), Ok(amount)) => match amounts.get(&municipality) {
                None => {
                    amounts.insert(municipality, (amount, layer.rows[row]));
                    report.rows_used += 1;
                }
                Some((known, other)) if *known == amount => report.refused.push(refuse(0, Why::Repeated { other: *other })),
                Some((_, other)) => report.refused.push(refuse(0, Why::Duplicate { other: *other })),
            },
            (Err(refusal), _) | (_, Err(refusal)) => report.refused.push(refusal),
        }
    }
    report.refused.sort_by_key(|refusal| refusal.row);
    if amounts.is_empty() {
        return Err(fail(super::nothing_used(source, &report)));
    }
    Ok((amounts.into_iter().map(|(municipality, (amount, _))| (municipality, amount)).collect(), report))
}
