//! A group that only a table of areas counts, spread over the cells of each area by their residents.

use std::collections::BTreeMap;

use super::cbs;
use super::error::{Fault, LoadError, Needed, Refusal, Why};
use super::format::{Selection, Source};
use super::found::{FileReport, FileRole, Finding};
use super::municipal_name::{code_of, municipality_of};
use super::population::RawCells;
use crate::model::{AgeBand, Area, Cells, Count, Group, Municipality, NONE, Published, Spread, SpreadLevel};

/// The age up to which an open band is taken to be filled evenly: of 65+ two fifths are 65 to 75.
const OLDEST: f64 = 90.0;

/// The persons of each area of a table, by index of the municipality or area.
///
/// Rows of another level (a table of neighbourhoods that also has its municipalities) are left out and counted; any negative count is a
/// secret one, and its area gets nobody.
///
/// # Errors
/// When a column is missing or every row was refused.
pub(super) fn read(
    source: &Source,
    spread: &Spread,
    municipalities: &[Municipality],
    areas: &[Area],
) -> Result<(BTreeMap<usize, f64>, FileReport), LoadError> {
    let fail = |fault| LoadError { file: source.file.shown.clone(), fault };
    let field = |name: &str| source.field(name).ok_or_else(|| fail(cbs::no_field(source, Needed::Stated, vec![name.to_owned()])));
    let persons = field(&spread.column)?;
    let code = match spread.level {
        SpreadLevel::Municipality => {
            cbs::must_find(source, cbs::Role::Served).or_else(|_| cbs::must_find(source, cbs::Role::MunicipalityCode))
        }
        SpreadLevel::Area => cbs::must_find(source, cbs::Role::AreaCode),
    };
    let code = code.map_err(fail)?;
    let keep = super::keep_of(source).map_err(fail)?;
    let mut layer = source.read(&Selection { numbers: vec![persons], texts: vec![code], keep, ..Selection::default() })?;
    let mut report = FileReport::of(FileRole::Spread, source);
    report.rows_read = layer.len() + layer.refused.len();
    report.filtered = layer.filtered;
    report.refused.clone_from(&layer.refused);
    if layer.numbers[0].read_thousands() {
        report.thousands.push(source.fields[persons].clone());
    }
    let odd: BTreeMap<usize, String> = std::mem::take(&mut layer.numbers[0].odd).into_iter().collect();
    let mut found: BTreeMap<usize, (f64, u64)> = BTreeMap::new();
    let mut secret = 0;
    for row in 0..layer.len() {
        let text = layer.texts[0].get(row).trim();
        if is_other_level(text, spread.level) {
            report.filtered += 1;
            continue;
        }
        let index = match spread.level {
            SpreadLevel::Municipality => municipality_of(municipalities, text).map_err(|_| Why::UnknownMunicipality),
            SpreadLevel::Area => areas.iter().position(|area| area.code == text).ok_or(Why::UnknownArea),
        };
        report.codes.extend(match spread.level {
            SpreadLevel::Municipality => code_of(municipalities, text),
            SpreadLevel::Area => index.as_ref().ok().map(|index| areas[*index].code.clone()),
        });
        let value = layer.numbers[0].values[row];
        let refuse = |field: usize, value: &str, why| Refusal::of_value(layer.rows[row], &source.fields[field], value, why);
        let refusal = match (index, odd.get(&row)) {
            // Areas of other municipalities are in every national table: they are none of this study.
            (Err(Why::UnknownArea), _) => {
                report.filtered += 1;
                continue;
            }
            (Err(why), _) => refuse(code, text, if text.is_empty() { Why::Blank } else { why }),
            (Ok(_), Some(text)) => refuse(persons, text, Why::NotANumber),
            (Ok(_), None) if value.is_nan() => refuse(persons, "", Why::Blank),
            (Ok(_), None) if value < 0.0 => {
                secret += 1;
                report.rows_used += 1;
                continue;
            }
            (Ok(index), None) => match found.get(&index) {
                None => {
                    found.insert(index, (value, layer.rows[row]));
                    report.rows_used += 1;
                    continue;
                }
                Some((_, other)) => refuse(code, text, Why::Duplicate { other: *other }),
            },
        };
        report.refused.push(refusal);
    }
    report.refused.sort_by_key(|refusal| refusal.row);
    report.hidden.extend((secret > 0).then(|| (source.fields[persons].clone(), secret)));
    if found.is_empty() {
        let fault = if report.refused.is_empty() { Fault::Empty } else { super::nothing_used(source, &report) };
        return Err(fail(fault));
    }
    Ok((found.into_iter().map(|(index, (value, _))| (index, value)).collect(), report))
}

/// Whether a code is one of another level: `WK` and `BU` among municipalities.
fn is_other_level(code: &str, level: SpreadLevel) -> bool {
    let prefix = code.get(..2).unwrap_or_default().to_uppercase();
    match level {
        SpreadLevel::Municipality => matches!(prefix.as_str(), "WK" | "BU" | "NL"),
        SpreadLevel::Area => matches!(prefix.as_str(), "GM" | "NL"),
    }
}

/// The residents of each municipality in the cells of a file; a hidden count is nobody.
pub(super) fn residents_of(raw: &RawCells, municipality: &[u32], municipalities: usize) -> Vec<f64> {
    let mut sums = vec![0.0; municipalities];
    for (residents, index) in raw.residents.iter().zip(municipality).filter(|(residents, _)| !residents.is_nan()) {
        if let Some(sum) = sums.get_mut(*index as usize) {
            *sum += residents;
        }
    }
    sums
}

/// The persons of each municipality that belong to the cells that take part: of a municipality that lies partly in the surroundings as
/// many as its residents there are of all. Municipalities outside the study without cells are none of its business.
pub(super) fn of_loaded(persons: BTreeMap<usize, f64>, loaded: &[Option<f64>], in_study: &[bool]) -> BTreeMap<usize, f64> {
    let part = |(index, persons): (usize, f64)| match loaded[index] {
        Some(part) => (part > 0.0).then_some((index, persons * part)),
        None => in_study[index].then_some((index, persons)),
    };
    persons.into_iter().filter_map(part).collect()
}

/// Adds the group to the cells: in each area the table's persons, divided by the residents of the ages they are spread over. The total of
/// every area with residents is kept exactly.
pub(super) fn add(cells: &mut Cells, spread: &Spread, persons: &BTreeMap<usize, f64>, published: &[&Published]) -> Vec<Finding> {
    let place = match spread.level {
        SpreadLevel::Municipality => &cells.municipality,
        SpreadLevel::Area => &cells.area,
    };
    let (weights, split) = weights(cells, spread.over, place, published);
    let mut sums: BTreeMap<usize, [f64; 2]> = persons.keys().map(|index| (*index, [0.0; 2])).collect();
    let residents = cells.residents();
    for (cell, place) in place.iter().enumerate().filter(|(_, place)| **place != NONE) {
        if let Some(sum) = sums.get_mut(&(*place as usize)) {
            *sum = [sum[0] + weights[cell], sum[1] + residents[cell]];
        }
    }
    let value = |(cell, place): (usize, &u32)| {
        let index = *place as usize;
        let (Some(total), Some([weight, all])) = (persons.get(&index), sums.get(&index)) else { return 0.0 };
        match () {
            () if *place == NONE => 0.0,
            () if *weight > 0.0 => total * weights[cell] / weight,
            () if *all > 0.0 => total * residents[cell] / all,
            () => 0.0,
        }
    };
    let values: Vec<f64> = place.iter().enumerate().map(value).collect();
    let spread_persons: f64 = values.iter().sum();
    let lost: f64 =
        sums.iter().filter(|(_, [weight, all])| *weight <= 0.0 && *all <= 0.0).filter_map(|(index, _)| persons.get(index)).sum();
    cells.counts.retain(|count| count.group != spread.group);
    cells.counts.push(Count { group: spread.group.clone(), persons: values, hidden: Vec::new(), modelled: true });
    vec![Finding::Spread { group: spread.group.clone(), over: spread.over, persons: spread_persons, lost, split }]
}

/// The residents of each cell in a band of ages, and the part that was taken of a band that the end of it cuts: by the published ages of
/// the cell's area where it has them, else evenly. The part that is told is the even one.
fn weights(cells: &Cells, over: Option<AgeBand>, place: &[u32], published: &[&Published]) -> (Vec<f64>, Option<(AgeBand, f64)>) {
    let Some(over) = over else { return (cells.residents().to_vec(), None) };
    let mut split = None;
    let mut weights = vec![0.0; cells.len()];
    for count in &cells.counts {
        let Group::Age(band) = count.group else { continue };
        let even = part_of(band, over);
        if even <= 0.0 {
            continue;
        }
        let parts: Vec<f64> = published.iter().map(|ages| published_part(ages, band, over).unwrap_or(even)).collect();
        let part = |cell: usize| if even < 1.0 { parts.get(place[cell] as usize).copied().unwrap_or(even) } else { 1.0 };
        weights.iter_mut().zip(&count.persons).enumerate().for_each(|(cell, (weight, persons))| *weight += part(cell) * persons);
        if even < 1.0 {
            split = Some((band, even));
        }
    }
    // Cells that carry no ages are weighed by all their residents.
    if weights.iter().all(|weight| *weight <= 0.0) {
        return (cells.residents().to_vec(), None);
    }
    (weights, split)
}

/// The part of a band that lies in another by the published ages of an area: the persons of just that part of those of the band.
fn published_part(ages: &Published, band: AgeBand, over: AgeBand) -> Option<f64> {
    let to = match (band.to, over.to) {
        (Some(own), Some(other)) => Some(own.min(other)),
        (own, other) => own.or(other),
    };
    let inside = ages.get(&Group::Age(AgeBand { from: band.from.max(over.from), to }))?;
    let whole = ages.get(&Group::Age(band)).filter(|whole| **whole > 0.0)?;
    Some((inside / whole).clamp(0.0, 1.0))
}

/// The part of a band that lies in another, when a band is filled evenly and an open one ends at [`OLDEST`].
fn part_of(band: AgeBand, over: AgeBand) -> f64 {
    let end = |band: AgeBand| band.to.map_or(OLDEST, f64::from);
    let (from, to) = (f64::from(band.from).max(f64::from(over.from)), end(band).min(end(over)));
    let width = end(band) - f64::from(band.from);
    if width <= 0.0 { 0.0 } else { ((to - from) / width).clamp(0.0, 1.0) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crs::Planar;
    use crate::model::DataFile;

    fn spread(over: &str) -> Spread {
        let Group::Age(over) = Group::parse(over) else { panic!("no band") };
        let file = DataFile::default();
        Spread { group: Group::parse("at most vmbo"), file, level: SpreadLevel::Municipality, column: String::new(), over: Some(over) }
    }

    #[test]
    fn a_municipality_that_takes_part_in_part_gives_a_part() {
        // 100 of 1,000 residents take part: 50 of 500 persons. One outside the study without residents is left out, one inside is kept.
        let persons = BTreeMap::from([(0, 500.0), (1, 7.0), (2, 9.0), (3, 11.0)]);
        let left = of_loaded(persons, &[Some(0.1), None, None, Some(0.0)], &[false, false, true, false]);
        assert_eq!(left, BTreeMap::from([(0, 50.0), (2, 9.0)]));
    }

    #[test]
    fn totals_are_kept_and_the_ages_decide() {
        let count = |group: &str, persons: [f64; 3]| Count {
            group: Group::parse(group),
            persons: persons.to_vec(),
            hidden: Vec::new(),
            modelled: false,
        };
        let mut cells = Cells {
            at: Planar(vec![geo::Coord::default(); 3]),
            counts: vec![
                count("all", [100.0, 100.0, 50.0]),
                count("15-25", [20.0, 0.0, 10.0]),
                count("25-65", [40.0, 40.0, 0.0]),
                count("65+", [10.0, 50.0, 0.0]),
            ],
            municipality: vec![0, 0, 1],
            area: vec![NONE; 3],
            ..Cells::default()
        };
        // 65+ fills 65 to 90 evenly: 10/25 = 0.4 of it is 65 to 75. Weights 20+40+4 = 64 and 40+20 = 60; of 62 persons 32 and 30.
        let findings = add(&mut cells, &spread("15-75"), &BTreeMap::from([(0, 62.0), (1, 7.0)]), &[]);
        let persons = &cells.counts.last().unwrap().persons;
        assert!(persons.iter().zip([32.0, 30.0, 7.0]).all(|(found, expected)| (found - expected).abs() < 1e-9), "{persons:?}");
        assert!(matches!(findings[0], Finding::Spread { persons, lost, split: Some((_, part)), .. }
            if (persons - 69.0).abs() < 1e-9 && lost == 0.0 && (part - 0.4).abs() < 1e-12));
    }

    #[test]
    fn published_ages_split_a_band_that_is_cut() {
        let count = |group: &str, persons: [f64; 2]| Count {
            group: Group::parse(group),
            persons: persons.to_vec(),
            hidden: Vec::new(),
            modelled: false,
        };
        let mut cells = Cells {
            at: Planar(vec![geo::Coord::default(); 2]),
            counts: vec![count("all", [100.0, 100.0]), count("15-65", [40.0, 10.0]), count("65+", [10.0, 40.0])],
            municipality: vec![0, 0],
            area: vec![NONE; 2],
            ..Cells::default()
        };
        // The area has 75 of 100 people of 65 and older below 75: weights 40 + 7.5 and 10 + 30; of 35 persons 19 and 16.
        let ages = Published::from([(Group::parse("65-75"), 75.0), (Group::parse("65+"), 100.0)]);
        add(&mut cells, &spread("15-75"), &BTreeMap::from([(0, 35.0)]), &[&ages]);
        let persons = &cells.counts.last().unwrap().persons;
        assert!(persons.iter().zip([19.0, 16.0]).all(|(found, expected)| (found - expected).abs() < 1e-9), "{persons:?}");
    }
}
