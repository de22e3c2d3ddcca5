//! Where people live and where desks stand: the territories that flows go from and to.

use crate::model::{NONE, Region};

/// A territory: what a border goes around.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Territory {
    /// A municipality, by index in [`Region::municipalities`].
    Municipality(usize),
    /// Another country, by index in [`Region::countries`]: in no municipality, and the files say where.
    Country(usize),
    /// In no municipality, and nobody says where.
    Elsewhere,
}

impl Territory {
    /// The territory of a site.
    #[must_use]
    pub fn of_site(region: &Region, site: usize) -> Self {
        let site = &region.sites[site];
        site.municipality.map(Self::Municipality).or(site.country.map(Self::Country)).unwrap_or(Self::Elsewhere)
    }

    /// The territory of a cell.
    #[must_use]
    pub fn of_cell(region: &Region, cell: usize) -> Self {
        let municipality = region.cells.municipality[cell];
        let country = region.cells.country.get(cell).copied().unwrap_or(NONE);
        match (municipality, country) {
            (NONE, NONE) => Self::Elsewhere,
            (NONE, country) => Self::Country(country as usize),
            (municipality, _) => Self::Municipality(municipality as usize),
        }
    }

    /// Whether the study reports on it.
    #[must_use]
    pub fn is_in_study(self, region: &Region) -> bool {
        matches!(self, Self::Municipality(index) if region.in_study[index])
    }
}

/// A territory with the cells of it that take part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The territory.
    pub territory: Territory,
    /// Its cells, ascending: all of a municipality of the study, those in the surroundings of any other.
    pub cells: Vec<u32>,
}

/// Every territory with cells, and every municipality of the study: municipalities by index, then countries, then what is elsewhere. O(cells).
#[must_use]
pub fn origins(region: &Region) -> Vec<Origin> {
    let (municipalities, countries) = (region.municipalities.len(), region.countries.len());
    let place = |territory| match territory {
        Territory::Municipality(index) => index,
        Territory::Country(index) => municipalities + index,
        Territory::Elsewhere => municipalities + countries,
    };
    let mut cells: Vec<Vec<u32>> = vec![Vec::new(); municipalities + countries + 1];
    for cell in 0..u32::try_from(region.cells.len()).unwrap_or(u32::MAX) {
        cells[place(Territory::of_cell(region, cell as usize))].push(cell);
    }
    let territories = (0..municipalities)
        .map(Territory::Municipality)
        .chain((0..countries).map(Territory::Country))
        .chain(std::iter::once(Territory::Elsewhere));
    let all = territories.zip(cells).map(|(territory, cells)| Origin { territory, cells });
    all.filter(|origin| !origin.cells.is_empty() || origin.territory.is_in_study(region)).collect()
}
