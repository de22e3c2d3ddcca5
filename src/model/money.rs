//! What a study says about money: grants, contributions and what a desk costs. Plain data; the arithmetic is in `budget`.

use std::collections::BTreeMap;
use std::fmt;
use std::num::NonZeroU32;

use super::Venue;
use crate::units::{Euros, Share};

/// Whose money is one pool: within it money pays for any desk, across pools it does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Pool {
    /// The grants of the municipalities of a library organisation; a municipality without one is a pool of its own.
    #[default]
    Library,
    /// Every municipality its own.
    Municipality,
    /// All municipalities of the study together.
    Study,
}

impl Pool {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Library, Self::Municipality, Self::Study];

    /// Its name in studies.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Library => "library",
            Self::Municipality => "municipality",
            Self::Study => "study",
        }
    }

    /// Reads a kind by its name in studies.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pool| pool.name() == text.trim())
    }
}

impl fmt::Display for Pool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What is paid once for a new desk, and spread over the years that it lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OneOff {
    /// The whole amount.
    pub cost: Euros,
    /// The years it is spread over.
    pub years: NonZeroU32,
}

impl OneOff {
    /// The part of one year, to the nearest cent: € 4,000 over 5 years is € 800.
    #[must_use]
    pub fn yearly(self) -> Euros {
        self.cost.scaled(1.0 / f64::from(self.years.get()))
    }
}

/// A site's own costs, where its file gives them (columns `fixed` and `hour`): they prevail over those of the study.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DeskCosts {
    /// Fixed cost a year, whatever the hours.
    pub fixed: Option<Euros>,
    /// Cost of an hour open.
    pub hour: Option<Euros>,
}

/// The section `[money]` of a study.
#[derive(Debug, Clone, PartialEq)]
pub struct Money {
    /// The year the amounts are for, where the study says.
    pub year: Option<u16>,
    /// Grant per inhabitant.
    pub inhabitant: Euros,
    /// Grant per inhabitant of 15 to 75 with at most vmbo.
    pub low_education: Euros,
    /// The part by which every grant is cut, those of the annex too.
    pub cut: Share,
    /// Whose money is one pool.
    pub pool: Pool,
    /// Own contribution a year, by code or name of the municipality as the study writes it.
    pub own: BTreeMap<String, Euros>,
    /// The part of the grants for promotion.
    pub promotion: Share,
    /// The part of the grants for directing the network.
    pub direction: Share,
    /// Cost of an hour open; costs are unknown without it.
    pub hour: Option<Euros>,
    /// Weeks a year that a desk is open: finite, not negative.
    pub weeks: f64,
    /// Fixed cost a year of a desk, by its venue.
    pub site: BTreeMap<Venue, Euros>,
    /// What a new desk costs once, by its venue.
    pub one_off: BTreeMap<Venue, OneOff>,
}

impl Default for Money {
    /// The rates of the regulation (Regeling specifieke uitkering IDO, Stcrt. 2022-33992): € 0.83 per inhabitant and € 0.70 per inhabitant
    /// of 15 to 75 with at most vmbo. Nothing cut, nothing set apart, no costs known; open 48 weeks a year.
    fn default() -> Self {
        Self {
            year: None,
            inhabitant: Euros::from_cents(83),
            low_education: Euros::from_cents(70),
            cut: Share::default(),
            pool: Pool::default(),
            own: BTreeMap::new(),
            promotion: Share::default(),
            direction: Share::default(),
            hour: None,
            weeks: 48.0,
            site: BTreeMap::new(),
            one_off: BTreeMap::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pool_is_written_as_it_is_read() {
        for pool in Pool::ALL {
            assert_eq!(Pool::parse(pool.name()), Some(pool));
        }
        assert_eq!(Pool::parse("province"), None);
    }

    #[test]
    fn a_one_off_cost_is_spread_over_its_years() {
        // 4000/5 = 800; 1000/3 = 333.33…; 0.01/2 = half a cent, which is rounded up.
        for (cents, years, yearly) in [(400_000, 5, 80_000), (100_000, 3, 33_333), (1, 2, 1)] {
            let one_off = OneOff { cost: Euros::from_cents(cents), years: NonZeroU32::new(years).unwrap() };
            assert_eq!(one_off.yearly().cents(), yearly);
        }
    }
}
