//! The residents of another year.

use super::situation::Problem;
use crate::model::{AgeBand, Cells, Count, Group, Growth, NONE, Region};

/// The cells of a region with the residents of a year, and how many residents stay as many because no factor of theirs is known.
///
/// A band of ages takes the factor of that band in its municipality, else of the narrowest band of the table that holds it, else of everyone.
/// All residents of a cell are the sum of its bands, and what the bands leave out in proportion; without bands they take the factor of everyone.
/// Any other group of a cell grows as its residents do. O(cells × groups).
///
/// # Errors
/// [`Problem::NoGrowth`], and [`Problem::NoSuchYear`] where a municipality of the study has factors and none of that year.
pub fn grown(region: &Region, year: u16) -> Result<(Cells, f64), Problem> {
    grown_cells(region, region.cells.clone(), year)
}

/// As [`grown`] of these cells, which differ from those of the region in nothing but how many live there.
pub(super) fn grown_cells(region: &Region, mut cells: Cells, year: u16) -> Result<(Cells, f64), Problem> {
    let growth = &region.growth;
    if growth.factors.is_empty() {
        return Err(Problem::NoGrowth { year });
    }
    let is_known = |(municipality, group): &(usize, Group)| growth.factor(*municipality, group, year).is_some();
    let of_study = growth.factors.keys().filter(|(municipality, _)| region.in_study.get(*municipality).is_some_and(|within| *within));
    if !of_study.clone().all(is_known) || of_study.count() == 0 && !growth.factors.keys().any(is_known) {
        return Err(Problem::NoSuchYear { year, years: growth.years() });
    }
    let work = Work { growth, year, bands: bands(&cells) };
    let factors: Vec<Option<Vec<f64>>> = (0..region.municipalities.len()).map(|municipality| work.factors(municipality, &cells)).collect();
    let mut left = 0.0;
    for cell in 0..cells.len() {
        let municipality = cells.municipality[cell];
        let of_municipality = if municipality == NONE { None } else { factors[municipality as usize].as_deref() };
        match of_municipality {
            Some(factors) => work.grow(&mut cells, cell, factors),
            None if region.reports_on(cell) => left += cells.residents()[cell],
            None => {}
        }
    }
    Ok((cells, left))
}

/// The bands of the cells that share no age and together cover as many as can be, by index in the counts: from the youngest on, the narrowest.
fn bands(cells: &Cells) -> Vec<usize> {
    let mut all: Vec<(AgeBand, usize)> =
        cells.counts.iter().enumerate().filter_map(|(index, count)| Some((band(&count.group)?, index))).collect();
    all.sort_by_key(|(band, _)| (band.from, band.to.unwrap_or(u8::MAX)));
    let mut chosen = Vec::new();
    let mut next = 0;
    for (band, index) in all {
        if band.from >= next {
            chosen.push(index);
            next = band.to.unwrap_or(u8::MAX);
        }
    }
    chosen
}

fn band(group: &Group) -> Option<AgeBand> {
    match group {
        Group::Age(band) => Some(*band),
        Group::All | Group::Count(_) => None,
    }
}

struct Work<'a> {
    growth: &'a Growth,
    year: u16,
    /// The counts that all residents are the sum of.
    bands: Vec<usize>,
}

impl Work<'_> {
    /// The factor of every count of age in a municipality, 1 for the others; `None` where nothing is known.
    fn factors(&self, municipality: usize, cells: &Cells) -> Option<Vec<f64>> {
        let of = |count: &Count| match band(&count.group) {
            Some(band) => self.of_band(municipality, band),
            None => self.growth.factor(municipality, &Group::All, self.year),
        };
        let factors: Vec<Option<f64>> = cells.counts.iter().map(of).collect();
        let needed = |index: &usize| factors[*index].is_some();
        let is_known = factors.first().is_some_and(Option::is_some) || !self.bands.is_empty() && self.bands.iter().all(needed);
        is_known.then(|| factors.into_iter().map(|factor| factor.unwrap_or(1.0)).collect())
    }

    fn of_band(&self, municipality: usize, wanted: AgeBand) -> Option<f64> {
        let exact = self.growth.factor(municipality, &Group::Age(wanted), self.year);
        let end = |band: AgeBand| u32::from(band.to.unwrap_or(u8::MAX));
        let holding = || {
            let all = self.growth.factors.keys().filter(|(of, _)| *of == municipality).filter_map(|(_, group)| band(group));
            let wide = all.filter(|band| band.from <= wanted.from && end(*band) >= end(wanted));
            wide.min_by_key(|band| (end(*band) - u32::from(band.from), band.from))
        };
        let of = |group: Group| self.growth.factor(municipality, &group, self.year);
        exact.or_else(|| holding().and_then(|band| of(Group::Age(band)))).or_else(|| of(Group::All))
    }

    fn grow(&self, cells: &mut Cells, cell: usize, factors: &[f64]) {
        let persons = |cells: &Cells, index: usize| cells.counts[index].persons[cell];
        let before: f64 = self.bands.iter().map(|index| persons(cells, *index)).sum();
        let after: f64 = self.bands.iter().map(|index| persons(cells, *index) * factors[*index]).sum();
        let ratio = if before > 0.0 { after / before } else { factors[0] };
        for (index, count) in cells.counts.iter_mut().enumerate() {
            count.persons[cell] *= if band(&count.group).is_some() { factors[index] } else { ratio };
        }
    }
}
