//! The desks that people have with a border and without it.

use std::collections::BTreeSet;

use crate::model::{NONE, Region};

/// Which desks people have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Those in their own municipality.
    Own,
    /// Those of the library organisations of their municipality as well, wherever they stand.
    Library,
    /// All.
    All,
}

impl Side {
    /// Every side, each with more desks than the one before.
    pub const ALL: [Self; 3] = [Self::Own, Self::Library, Self::All];

    /// Its name in tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Library => "library",
            Self::All => "all",
        }
    }
}

/// Which municipality has which sites, by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sides {
    /// For each municipality the libraries that serve it.
    libraries: Vec<BTreeSet<usize>>,
    /// Municipality and library of each site.
    sites: Vec<(Option<usize>, Option<usize>)>,
}

impl Sides {
    /// The sides of a region.
    #[must_use]
    pub fn of(region: &Region) -> Self {
        let mut libraries = vec![BTreeSet::new(); region.municipalities.len()];
        for (index, library) in region.libraries.iter().enumerate() {
            library.municipalities.iter().for_each(|(municipality, _)| _ = libraries[*municipality].insert(index));
        }
        Self { libraries, sites: region.sites.iter().map(|site| (site.municipality, site.library)).collect() }
    }

    /// Whether residents of a municipality ([`NONE`] for none) have a site on this side.
    #[must_use]
    pub fn has(&self, side: Side, municipality: u32, site: usize) -> bool {
        let (stands_in, run_by) = self.sites[site];
        let own = municipality != NONE && stands_in == Some(municipality as usize);
        let library = || municipality != NONE && run_by.is_some_and(|library| self.libraries[municipality as usize].contains(&library));
        match side {
            Side::Own => own,
            Side::Library => own || library(),
            Side::All => true,
        }
    }
}
