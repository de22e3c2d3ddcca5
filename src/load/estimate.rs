//! Cells out of raw cells: what is hidden is estimated and marked ([`super::hidden`] has the rule).

use std::collections::BTreeMap;

use super::hidden::{Hidden, MOST, RawCount, first_estimates, rake};
use super::population::RawCells;
use crate::crs::Planar;
use crate::model::{Area, Cells, Count, Group, Municipality, NONE, Published};

/// Estimates the hidden counts of cells that are joined, and makes the cells.
pub(super) fn cells(mut raw: RawCells, municipality: Vec<u32>, area: Vec<u32>, municipalities: &[Municipality], areas: &[Area]) -> Cells {
    let (residents, hidden_residents) = residents(&mut raw);
    let mut hidden = first_estimates(&residents, &raw.counts);
    for (count, hidden) in raw.counts.iter().zip(&mut hidden) {
        // The finest published figure prevails: cells whose neighbourhood has none go by their municipality.
        let by_area = |cell: usize| {
            let index = area[cell] as usize;
            (area[cell] != NONE && areas[index].published.contains_key(&count.group)).then_some(index)
        };
        let of_area = |cell: usize| by_area(cell).map(|index| (0, index));
        let of_municipality =
            |cell: usize| (by_area(cell).is_none() && municipality[cell] != NONE).then_some((1, municipality[cell] as usize));
        let published = |(level, index): (usize, usize)| match level {
            0 => &areas[index].published,
            _ => &municipalities[index].published,
        };
        rake_by(&residents, count, hidden, |cell| of_area(cell).or(of_municipality(cell)), published);
    }
    let mut counts = vec![Count { group: Group::All, persons: residents, hidden: hidden_residents }];
    counts.extend(raw.counts.into_iter().zip(hidden).map(|(count, hidden)| with_estimates(count, &hidden)));
    Cells { ids: raw.ids, at: Planar(raw.at), side: raw.side, squares: raw.squares, counts, municipality, area }
}

/// All residents, and whether they are hidden: then as many as the bands that are known, and at least half of a secret count.
fn residents(raw: &mut RawCells) -> (Vec<f64>, Vec<bool>) {
    let is_hidden = |value: &f64| value.is_nan();
    if !raw.residents.iter().any(is_hidden) {
        return (std::mem::take(&mut raw.residents), Vec::new());
    }
    let bands: Vec<&RawCount> = raw.counts.iter().filter(|count| matches!(count.group, Group::Age(_))).collect();
    let estimate = |cell: usize| bands.iter().map(|band| band.values[cell]).filter(|value| !value.is_nan()).sum::<f64>().max(MOST / 2.0);
    let residents = raw.residents.iter().enumerate().map(|(cell, value)| if value.is_nan() { estimate(cell) } else { *value });
    (residents.collect(), raw.residents.iter().map(is_hidden).collect())
}

/// Rakes the hidden values of one column to the published figure of each place.
fn rake_by<'p>(
    residents: &[f64],
    count: &RawCount,
    hidden: &mut [Hidden],
    place_of: impl Fn(usize) -> Option<(usize, usize)>,
    published: impl Fn((usize, usize)) -> &'p Published,
) {
    let mut by_place: BTreeMap<(usize, usize), Vec<&mut Hidden>> = BTreeMap::new();
    for one in hidden {
        if let Some(place) = place_of(one.cell) {
            by_place.entry(place).or_default().push(one);
        }
    }
    if by_place.is_empty() {
        return;
    }
    let mut known: BTreeMap<(usize, usize), (f64, f64)> = BTreeMap::new();
    for (cell, persons) in residents.iter().enumerate() {
        if let Some(place) = place_of(cell) {
            let sums = known.entry(place).or_default();
            sums.0 += persons;
            sums.1 += if count.values[cell].is_nan() { 0.0 } else { count.values[cell] };
        }
    }
    for (place, mut hidden) in by_place {
        let published = published(place);
        let (Some(figure), Some((residents, persons))) = (published.get(&count.group), known.get(&place)) else { continue };
        let covered = published.get(&Group::All).filter(|all| **all > 0.0).map_or(1.0, |all| residents / all);
        rake(&mut hidden, figure * covered - persons);
    }
}

fn with_estimates(count: RawCount, hidden: &[Hidden]) -> Count {
    let mut persons = count.values;
    let mut marks = Vec::new();
    if !hidden.is_empty() {
        marks = vec![false; persons.len()];
        for one in hidden {
            persons[one.cell] = one.persons;
            marks[one.cell] = true;
        }
    }
    Count { group: count.group, persons, hidden: marks }
}
