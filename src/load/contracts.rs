//! Contracts of library organisations: which of them hold, as their years say.

use std::collections::{BTreeMap, BTreeSet};

use super::found::Contracts;
use crate::model::{Municipality, Period};

/// The contracts of each organisation: municipality and years.
type Served = BTreeMap<String, Vec<(usize, Period)>>;

/// Leaves the contracts that hold, sorted, at most one of an organisation in a municipality at any time; and says what was decided.
///
/// Overlapping years of one organisation in one municipality are one contract. With a year, a contract holds that includes it; where none
/// does, the nearest one is used. Without a year, what ended before another contract began in the municipality does not hold.
/// O(contracts · log contracts).
pub(super) fn in_force(libraries: &mut Served, municipalities: &[Municipality], year: Option<u16>) -> Contracts {
    let mut found = Contracts { year, ..Contracts::default() };
    let written = |library: &str, (municipality, period): &(usize, Period)| {
        let year = |year: Option<u16>| year.map(|year| year.to_string()).unwrap_or_default();
        let name = &municipalities[*municipality].name;
        match (period.from, period.to) {
            (None, None) => format!("{library} – {name}"),
            (from, to) if from == to => format!("{library} – {name} ({})", year(from)),
            (from, to) => format!("{library} – {name} ({}–{})", year(from), year(to)),
        }
    };
    for (library, served) in libraries.iter_mut() {
        let joined = join(served);
        found.joined.extend(joined.iter().map(|contract| written(library, contract)));
    }
    let all = || libraries.values().flatten();
    if let Some(year) = year {
        let away =
            |period: &Period| u16::saturating_sub(period.from.unwrap_or(year), year).max(year.saturating_sub(period.to.unwrap_or(year)));
        let mut least: BTreeMap<usize, u16> = BTreeMap::new();
        for (municipality, period) in all() {
            let years = least.entry(*municipality).or_insert(u16::MAX);
            *years = away(period).min(*years);
        }
        for (library, served) in libraries.iter_mut() {
            served.retain(|contract| {
                let (years, least) = (away(&contract.1), least[&contract.0]);
                if years > least {
                    found.other_years.push(written(library, contract));
                } else if years > 0 {
                    found.nearest.push(written(library, contract));
                }
                years == least
            });
        }
    } else {
        let mut latest: BTreeMap<usize, u16> = BTreeMap::new();
        for (municipality, from) in all().filter_map(|(municipality, period)| Some((*municipality, period.from?))) {
            let start = latest.entry(municipality).or_insert(from);
            *start = from.max(*start);
        }
        for (library, served) in libraries.iter_mut() {
            served.retain(|contract| {
                let over = contract.1.to.zip(latest.get(&contract.0)).is_some_and(|(to, latest)| to < *latest);
                if over {
                    found.ended.push(written(library, contract));
                }
                !over
            });
        }
    }
    found
}

/// Sorts contracts and makes one of those that overlap or are alike. Returns those made of years that differ.
fn join(served: &mut Vec<(usize, Period)>) -> Vec<(usize, Period)> {
    served.sort_by_key(|(municipality, period)| (*municipality, period.from, period.to));
    served.dedup();
    let mut joined = BTreeSet::new();
    let mut kept: Vec<(usize, Period)> = Vec::with_capacity(served.len());
    for (municipality, period) in served.drain(..) {
        match kept.last_mut() {
            Some((same, last)) if *same == municipality && last.to.is_none_or(|to| period.from.is_none_or(|from| from <= to)) => {
                last.to = last.to.zip(period.to).map(|(one, other)| one.max(other));
                joined.insert(kept.len() - 1);
            }
            _ => kept.push((municipality, period)),
        }
    }
    *served = kept;
    joined.into_iter().map(|place| served[place]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crs::Planar;

    fn municipalities() -> Vec<Municipality> {
        let municipality = |name: &str| Municipality {
            code: format!("GM{name}"),
            name: name.to_owned(),
            shape: Planar(geo::MultiPolygon(Vec::new())),
            published: BTreeMap::new(),
        };
        vec![municipality("Aa"), municipality("Bee")]
    }

    fn years(from: Option<u16>, to: Option<u16>) -> Period {
        Period { from, to }
    }

    /// In Aa the old one ended in 2012 and the new one began in 2013; in Bee it ended too, and nobody followed.
    fn succession() -> Served {
        BTreeMap::from([
            ("Nieuw".to_owned(), vec![(0, years(Some(2013), None))]),
            ("Oud".to_owned(), vec![(0, years(Some(2005), Some(2012))), (1, years(Some(2005), Some(2012)))]),
        ])
    }

    #[test]
    fn a_contract_that_another_followed_is_over() {
        let mut libraries = succession();
        let found = in_force(&mut libraries, &municipalities(), None);
        assert_eq!(found, Contracts { ended: vec!["Oud – Aa (2005–2012)".to_owned()], ..Contracts::default() });
        assert_eq!(libraries["Oud"], [(1, years(Some(2005), Some(2012)))]);
        assert_eq!(libraries["Nieuw"].len(), 1);
    }

    /// In 2010 the new one had not begun. In 2026 nobody serves Bee: the one that ended in 2012 is the nearest.
    #[test]
    fn in_the_year_of_the_study() {
        let mut libraries = succession();
        let found = in_force(&mut libraries, &municipalities(), Some(2010));
        assert_eq!((found.other_years, found.nearest), (vec!["Nieuw – Aa (2013–)".to_owned()], Vec::new()));
        assert_eq!((libraries["Nieuw"].len(), libraries["Oud"].len()), (0, 2));
        let mut libraries = succession();
        let found = in_force(&mut libraries, &municipalities(), Some(2026));
        assert_eq!((found.other_years, found.nearest), (vec!["Oud – Aa (2005–2012)".to_owned()], vec!["Oud – Bee (2005–2012)".to_owned()]));
    }

    #[test]
    fn overlapping_years_are_one_contract() {
        let rows = vec![
            (0, years(Some(2018), None)),
            (0, years(Some(2010), Some(2018))),
            (1, years(Some(2010), Some(2012))),
            (1, years(Some(2013), Some(2014))),
        ];
        let mut libraries = BTreeMap::from([("Een".to_owned(), rows)]);
        let found = in_force(&mut libraries, &municipalities(), Some(2014));
        assert_eq!(found.joined, ["Een – Aa (2010–)"]);
        assert_eq!(libraries["Een"], [(0, years(Some(2010), None)), (1, years(Some(2013), Some(2014)))]);
        assert_eq!(found.other_years, ["Een – Bee (2010–2012)"]);
    }
}
