//! How many residents there will be: factors by municipality, age band and year.

use std::collections::BTreeMap;

use super::Group;

/// Factors on the residents of the cells. Each is of one group in one municipality; years ascending, none twice, each factor 0 or more.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Growth {
    /// By municipality (index in [`super::Region::municipalities`]) and group ([`Group::All`] or an age band): year and factor.
    pub factors: BTreeMap<(usize, Group), Vec<(u16, f64)>>,
}

impl Growth {
    /// The factor of a year, in a straight line between the years on both sides; `None` for a group without factors, and outside its years.
    #[must_use]
    pub fn factor(&self, municipality: usize, group: &Group, year: u16) -> Option<f64> {
        let years = self.factors.get(&(municipality, group.clone()))?;
        let after = years.iter().position(|(known, _)| *known >= year)?;
        let (later, factor) = years[after];
        if later == year {
            return Some(factor);
        }
        let (earlier, before) = years[after.checked_sub(1)?];
        let part = f64::from(year - earlier) / f64::from(later - earlier);
        Some(before + part * (factor - before))
    }

    /// The first and last year for which every municipality that has factors has one; `None` without any.
    #[must_use]
    pub fn years(&self) -> Option<(u16, u16)> {
        let first = self.factors.values().filter_map(|years| years.first()).map(|(year, _)| *year).max()?;
        let last = self.factors.values().filter_map(|years| years.last()).map(|(year, _)| *year).min()?;
        (first <= last).then_some((first, last))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From 1 in 2025 to 1.2 in 2035 a year between is on the line: 1.1 in 2030.
    #[test]
    fn between_two_years_a_factor_is_on_the_line() {
        let growth = Growth { factors: BTreeMap::from([((0, Group::All), vec![(2025, 1.0), (2035, 1.2)])]) };
        let factor = |year| growth.factor(0, &Group::All, year);
        assert_eq!((factor(2025), factor(2035)), (Some(1.0), Some(1.2)));
        assert!((factor(2030).unwrap() - 1.1).abs() < 1e-12);
        assert_eq!((factor(2024), factor(2036), growth.factor(1, &Group::All, 2030)), (None, None, None));
        assert_eq!(growth.years(), Some((2025, 2035)));
    }
}
