//! The residents of another year.

use super::situation::Problem;
use crate::model::{AgeBand, Cells, Count, Group, Growth, NONE, Region};

/// The cells of a region with the residents of a year, and how many residents stay as many because no factor of theirs is known.
///
/// A band of ages takes the factor of that band in its municipality, else of the narrowest band of the table that holds it, else of everyone;
/// where none of these is known it stays as it is.
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
    let factors: Vec<Option<Vec<Option<f64>>>> =
        (0..region.municipalities.len()).map(|municipality| work.factors(municipality, &cells)).collect();
    let mut left = 0.0;
    for cell in 0..cells.len() {
        let municipality = cells.municipality[cell];
        let of_municipality = if municipality == NONE { None } else { factors[municipality as usize].as_deref() };
        match of_municipality {
            Some(factors) => {
                left += if region.reports_on(cell) { work.left(&cells, cell, factors) } else { 0.0 };
                work.grow(&mut cells, cell, factors);
            }
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
    /// The factor of every count in a municipality, as far as it is known: of its ages, or of everyone; `None` where nothing is known.
    fn factors(&self, municipality: usize, cells: &Cells) -> Option<Vec<Option<f64>>> {
        let of = |count: &Count| match band(&count.group) {
            Some(band) => self.of_band(municipality, band),
            None => self.growth.factor(municipality, &Group::All, self.year),
        };
        let factors: Vec<Option<f64>> = cells.counts.iter().map(of).collect();
        factors.iter().any(Option::is_some).then_some(factors)
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

    fn persons(&self, cells: &Cells, cell: usize) -> f64 {
        self.bands.iter().map(|index| cells.counts[*index].persons[cell]).sum()
    }

    /// The residents of a cell of whom no factor is known: of the bands without one, or all where no band holds anyone and everyone has none.
    fn left(&self, cells: &Cells, cell: usize, factors: &[Option<f64>]) -> f64 {
        if self.persons(cells, cell) > 0.0 {
            let without = self.bands.iter().filter(|index| factors[**index].is_none());
            return without.map(|index| cells.counts[*index].persons[cell]).sum();
        }
        if factors[0].is_none() { cells.residents()[cell] } else { 0.0 }
    }

    fn grow(&self, cells: &mut Cells, cell: usize, factors: &[Option<f64>]) {
        let factor = |index: usize| factors[index].unwrap_or(1.0);
        let before = self.persons(cells, cell);
        let after: f64 = self.bands.iter().map(|index| cells.counts[*index].persons[cell] * factor(*index)).sum();
        let ratio = if before > 0.0 { after / before } else { factor(0) };
        for (index, count) in cells.counts.iter_mut().enumerate() {
            count.persons[cell] *= if band(&count.group).is_some() { factor(index) } else { ratio };
        }
    }
}
