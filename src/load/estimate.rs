//! Cells out of raw cells: what is hidden is estimated and marked ([`super::hidden`] and [`super::raking`] have the rules).

use super::hidden::{Estimates, Hidden, MOST, RawCount, first_estimates, parts_of};
use super::population::RawCells;
use super::raking::{self, Place};
use crate::crs::Planar;
use crate::model::{Area, Bounds, Cells, Count, Group, Municipality, NONE, Published};

/// Estimates the hidden counts of cells that are joined, and makes the cells.
pub(super) fn cells(mut raw: RawCells, municipality: Vec<u32>, area: Vec<u32>, municipalities: &[Municipality], areas: &[Area]) -> Cells {
    let (residents, hidden_residents) = residents(&mut raw);
    let mut hidden: Vec<Vec<Hidden>> = raw.counts.iter().map(|_| Vec::new()).collect();
    let published: Vec<&Published> =
        areas.iter().map(|area| &area.published).chain(municipalities.iter().map(|municipality| &municipality.published)).collect();
    for parts in parts_of(raw.counts.iter().map(|count| &count.group)) {
        let mut estimates = first_estimates(&residents, &raw.counts, &parts);
        if estimates.values.is_empty() {
            continue;
        }
        let mut places = Vec::new();
        for column in &parts.columns {
            let count = &raw.counts[*column];
            // The finest published figure prevails: cells whose neighbourhood has none go by their municipality.
            let place_of = |cell: usize| {
                let of_area = (area[cell] != NONE).then_some(area[cell] as usize);
                let of_municipality = (municipality[cell] != NONE).then(|| areas.len() + municipality[cell] as usize);
                let has_figure = |place: &usize| published[*place].contains_key(&count.group);
                of_area.filter(has_figure).or(of_municipality.filter(has_figure))
            };
            places.extend(places_of(&residents, count, *column, &estimates, place_of, &published));
        }
        raking::fit(&mut estimates, &places);
        for one in estimates.values {
            hidden[one.column].push(one);
        }
    }
    let bounds = if raw.with_bounds { bounds(&raw, &residents, &hidden_residents, &hidden) } else { Vec::new() };
    let mut counts = vec![Count { group: Group::All, persons: residents, hidden: hidden_residents, modelled: false }];
    counts.extend(raw.counts.into_iter().zip(hidden).map(|(count, hidden)| with_estimates(count, &hidden)));
    Cells {
        ids: raw.ids,
        at: Planar(raw.at),
        side: raw.side,
        squares: raw.squares,
        counts,
        municipality,
        area,
        country: Vec::new(),
        bounds,
    }
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

/// The bounds of every hidden count: those of the residents first, then column by column. Hidden residents are at least those of the bands that
/// are known.
fn bounds(raw: &RawCells, residents: &[f64], hidden_residents: &[bool], hidden: &[Vec<Hidden>]) -> Vec<Bounds> {
    let index = |place: usize| u32::try_from(place).unwrap_or(NONE);
    #[expect(clippy::cast_possible_truncation, reason = "a few persons")]
    let bounds = |count: usize, cell: usize, least: f64, most: f64| Bounds {
        count: index(count),
        cell: index(cell),
        least: least as f32,
        most: most as f32,
    };
    let bands = || raw.counts.iter().filter(|count| matches!(count.group, Group::Age(_)));
    let known = |cell: usize| bands().map(|band| band.values[cell]).filter(|value| !value.is_nan()).sum::<f64>();
    let all = (0..hidden_residents.len()).filter(|cell| hidden_residents[*cell]);
    let mut found: Vec<Bounds> = all.map(|cell| bounds(0, cell, known(cell).min(residents[cell]), MOST.max(residents[cell]))).collect();
    for (column, hidden) in hidden.iter().enumerate() {
        found.extend(hidden.iter().map(|one| bounds(column + 1, one.cell, one.least, one.most)));
    }
    found
}

/// The places with a figure for one column, and how many persons its hidden counts there are together: the figure less what is known. A
/// figure covers all residents; the squares of a place miss those in squares that are not published, so it is taken in the proportion of
/// the residents that the squares have.
fn places_of(
    residents: &[f64],
    count: &RawCount,
    column: usize,
    estimates: &Estimates,
    place_of: impl Fn(usize) -> Option<usize>,
    published: &[&Published],
) -> Vec<Place> {
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); published.len()];
    for (index, one) in estimates.values.iter().enumerate().filter(|(_, one)| one.column == column) {
        if let Some(place) = place_of(one.cell) {
            members[place].push(index);
        }
    }
    if members.iter().all(Vec::is_empty) {
        return Vec::new();
    }
    let mut sums = vec![(0.0, 0.0); published.len()];
    for (cell, persons) in residents.iter().enumerate() {
        if let Some(place) = place_of(cell) {
            sums[place].0 += persons;
            sums[place].1 += if count.values[cell].is_nan() { 0.0 } else { count.values[cell] };
        }
    }
    let with_figure = members.into_iter().zip(sums).zip(published).filter(|((members, _), _)| !members.is_empty());
    with_figure
        .filter_map(|((members, (residents, known)), published)| {
            let covered = published.get(&Group::All).filter(|all| **all > 0.0).map_or(1.0, |all| residents / all);
            Some(Place { members, target: published.get(&count.group)? * covered - known })
        })
        .collect()
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
    Count { group: count.group, persons, hidden: marks, modelled: false }
}

#[cfg(test)]
mod tests {
    use geo::Coord;

    use super::*;

    /// 10 residents of whom 65+ is hidden: 0 to 4. In the second cell everyone is hidden, and 3 of 65+ are known: 3 to 4 residents.
    #[test]
    fn bounds_are_those_of_what_is_hidden() {
        let raw = |with_bounds| RawCells {
            ids: ["a", "b"].into_iter().collect(),
            at: vec![Coord { x: 0.0, y: 0.0 }; 2],
            side: None,
            squares: false,
            residents: vec![10.0, f64::NAN],
            counts: vec![RawCount { group: Group::parse("65+"), values: vec![f64::NAN, 3.0] }],
            countries: crate::load::country::Countries::default(),
            with_bounds,
        };
        let of = |with_bounds| cells(raw(with_bounds), vec![NONE; 2], vec![NONE; 2], &[], &[]);
        let bounds = |count, cell, least, most| Bounds { count, cell, least, most };
        assert_eq!(of(true).bounds, [bounds(0, 1, 3.0, 4.0), bounds(1, 0, 0.0, 4.0)]);
        assert!(of(false).bounds.is_empty());
        // Every estimate lies within its bounds.
        let cells = of(true);
        for one in &cells.bounds {
            let persons = cells.counts[one.count as usize].persons[one.cell as usize];
            assert!(f64::from(one.least) <= persons && persons <= f64::from(one.most), "{one:?} {persons}");
        }
    }
}
