//! Everything a study's files hold, joined.

use std::collections::BTreeMap;

use super::{Area, Cells, Growth, Library, Municipality, NONE, Registrations, Site};
use crate::units::Euros;

/// The part something has in a study.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Reported on.
    Study,
    /// Near enough to take part, and not reported on.
    Surroundings,
    /// Farther away. A desk here is still used by whoever has none nearer.
    Beyond,
}

/// Municipalities, areas, cells, sites and libraries, each sorted by code, id or name.
#[derive(Debug, Clone, Default)]
pub struct Region {
    /// Every municipality of the file, by code.
    pub municipalities: Vec<Municipality>,
    /// Whether the study reports on each municipality.
    pub in_study: Vec<bool>,
    /// Finer areas of the study's municipalities, by code.
    pub areas: Vec<Area>,
    /// Cells of the study and of its surroundings.
    pub cells: Cells,
    /// Every site, by id.
    pub sites: Vec<Site>,
    /// The part of each site.
    pub site_scope: Vec<Scope>,
    /// Library organisations, by name.
    pub libraries: Vec<Library>,
    /// The countries that cells and sites name: codes of two letters, or what the files write; sorted.
    pub countries: Vec<String>,
    /// The grant of municipalities as the annex of the regulation has it, by index.
    pub grants: BTreeMap<usize, Euros>,
    /// How the residents will grow, where a file says so.
    pub growth: Growth,
    /// The visits that were registered, where a file says so.
    pub registrations: Registrations,
}

impl Region {
    /// Whether the study reports on this cell: it lies in one of the study's municipalities.
    #[must_use]
    pub fn reports_on(&self, cell: usize) -> bool {
        let municipality = self.cells.municipality[cell];
        municipality != NONE && self.in_study[municipality as usize]
    }

    /// Whether this cell lies in no municipality although the study is about all: at sea, in a gap, abroad. It has a row of its own and
    /// is part of no other figure.
    #[must_use]
    pub fn is_outside(&self, cell: usize) -> bool {
        self.cells.municipality[cell] == NONE && self.is_about_all()
    }

    /// Whether the study is about every municipality of the file.
    #[must_use]
    pub fn is_about_all(&self) -> bool {
        self.in_study.iter().all(|within| *within)
    }
}
