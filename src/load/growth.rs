//! How the residents will grow: factors by municipality, age band and year.

use std::collections::BTreeMap;

use super::cbs::{self, Role};
use super::error::{LoadError, Refusal, Why};
use super::format::number::parse as number;
use super::format::{Selection, Source};
use super::found::{FileReport, FileRole};
use super::municipal_name::{code_of, municipality_of};
use crate::model::{Group, Growth, Municipality};

/// The largest factor: nowhere do ten times as many people come to live.
const MOST: f64 = 10.0;

/// Reads the factors of a source; without a column of ages they are of everyone.
///
/// # Errors
/// When a column is missing or every row was refused.
pub(super) fn read(source: &Source, municipalities: &[Municipality]) -> Result<(Growth, FileReport), LoadError> {
    let fail = |fault| LoadError { file: source.file.shown.clone(), fault };
    cbs::check_keys(source, &[Role::Served, Role::Ages, Role::Year, Role::Factor]).map_err(fail)?;
    let must = |role| cbs::must_find(source, role).map_err(fail);
    let mut fields = vec![must(Role::Served)?, must(Role::Year)?, must(Role::Factor)?];
    fields.extend(cbs::find(source, Role::Ages).map_err(fail)?);
    let selection = Selection { texts: fields.clone(), keep: super::keep_of(source).map_err(fail)?, ..Selection::default() };
    let layer = source.read(&selection)?;
    let mut report = FileReport::of(FileRole::Growth, source);
    report.rows_read = layer.len() + layer.refused.len();
    report.filtered = layer.filtered;
    report.refused.clone_from(&layer.refused);
    let mut rows: BTreeMap<(usize, Group), BTreeMap<u16, (f64, u64)>> = BTreeMap::new();
    for row in 0..layer.len() {
        let text = |column: usize| layer.texts[column].get(row).trim();
        let refuse = |column: usize, why| {
            let why = if text(column).is_empty() { Why::Blank } else { why };
            Refusal::of_value(layer.rows[row], &source.fields[fields[column]], text(column), why)
        };
        report.codes.extend(code_of(municipalities, text(0)));
        let read = || -> Result<(usize, Group, u16, f64), Refusal> {
            let municipality = municipality_of(municipalities, text(0)).map_err(|_| refuse(0, Why::UnknownMunicipality))?;
            let group = if fields.len() > AGES { ages(text(AGES)).ok_or_else(|| refuse(AGES, Why::NotAges))? } else { Group::All };
            let year = text(1).parse().ok().filter(|year| (1900..=2200).contains(year)).ok_or_else(|| refuse(1, Why::NotAYear))?;
            let factor = number(text(2)).filter(|factor| (0.0..=MOST).contains(factor)).ok_or_else(|| refuse(2, Why::NotAFactor))?;
            Ok((municipality, group, year, factor))
        };
        match read() {
            Ok((municipality, group, year, factor)) => {
                let years = rows.entry((municipality, group)).or_default();
                match years.get(&year) {
                    None => {
                        years.insert(year, (factor, layer.rows[row]));
                        report.rows_used += 1;
                    }
                    Some((known, other)) if known.to_bits() == factor.to_bits() => {
                        report.refused.push(refuse(2, Why::Repeated { other: *other }));
                    }
                    Some((_, other)) => report.refused.push(refuse(2, Why::Duplicate { other: *other })),
                }
            }
            Err(refusal) => report.refused.push(refusal),
        }
    }
    report.refused.sort_by_key(|refusal| refusal.row);
    if rows.is_empty() {
        return Err(fail(super::nothing_used(source, &report)));
    }
    let years = |years: BTreeMap<u16, (f64, u64)>| years.into_iter().map(|(year, (factor, _))| (year, factor)).collect();
    Ok((Growth { factors: rows.into_iter().map(|(of, by_year)| (of, years(by_year))).collect() }, report))
}

/// The place of the column of ages among the texts.
const AGES: usize = 3;

/// Everyone, or a band of ages; `65 jaar en ouder` and `15 tot 25 jaar` are bands too.
fn ages(text: &str) -> Option<Group> {
    let plain = text.trim().to_lowercase().replace(" jaar", "").replace(" en ouder", "+").replace(" tot ", "-").replace(['–', ' '], "");
    match Group::parse(&plain) {
        Group::Count(name) if matches!(name.as_str(), "alle" | "totaal" | "total" | "iedereen" | "") => Some(Group::All),
        Group::Count(_) => None,
        group => Some(group),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_as_tables_write_them() {
        for (text, group) in
            [("65+", "65+"), ("15-25", "15-25"), ("65 jaar en ouder", "65+"), ("15 tot 25 jaar", "15-25"), ("Totaal", "all")]
        {
            assert_eq!(ages(text), Some(Group::parse(group)), "{text}");
        }
        assert_eq!(ages("ouderen"), None);
    }
}
