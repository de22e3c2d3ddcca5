//! The country as plain data: what [`super::write()`] puts into files.

use geo::{Coord, MultiPolygon};

use super::residents::Persons;
use crate::crs::Planar;
use crate::model::Venue;

/// A synthetic country or region.
#[derive(Debug, Clone, PartialEq)]
pub struct Country {
    /// Its name.
    pub region: String,
    /// Municipalities, by code.
    pub municipalities: Vec<Municipality>,
    /// Neighbourhoods, by code.
    pub neighbourhoods: Vec<Neighbourhood>,
    /// Populated squares, by id.
    pub squares: Squares,
    /// Library organisations; the first bears the name of the region.
    pub libraries: Vec<Library>,
    /// Library branches, by place.
    pub branches: Vec<Branch>,
    /// Other venues, by place.
    pub candidates: Vec<Candidate>,
}

/// Official figures of an area: true counts, small squares included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Figures {
    /// Residents.
    pub residents: u32,
    /// Men among them.
    pub men: u32,
    /// Residents in the age bands 0-15, 15-25, 25-45, 45-65, 65 and older.
    pub bands: [u32; 5],
    /// Persons with a benefit below the state pension age.
    pub benefits: u32,
}

impl Figures {
    /// Adds the residents of a square.
    pub(super) fn add(&mut self, persons: &Persons) {
        self.residents += u32::from(persons.residents);
        self.men += u32::from(persons.men);
        self.benefits += u32::from(persons.benefits);
        self.bands.iter_mut().zip(persons.bands).for_each(|(sum, band)| *sum += u32::from(band));
    }

    /// Adds the figures of another area.
    pub(super) fn merge(&mut self, other: &Self) {
        self.residents += other.residents;
        self.men += other.men;
        self.benefits += other.benefits;
        self.bands.iter_mut().zip(other.bands).for_each(|(sum, band)| *sum += band);
    }
}

/// A municipality.
#[derive(Debug, Clone, PartialEq)]
pub struct Municipality {
    /// `GM9001` and up: no Dutch municipality has such a code.
    pub code: String,
    /// Its name: that of its town.
    pub name: String,
    /// Its land.
    pub land: Planar<MultiPolygon<f64>>,
    /// Its share of the river.
    pub water: Option<Planar<MultiPolygon<f64>>>,
    /// Its figures.
    pub figures: Figures,
}

/// A neighbourhood.
#[derive(Debug, Clone, PartialEq)]
pub struct Neighbourhood {
    /// `BU`, the municipality's four digits, two of the district, two of its own.
    pub code: String,
    /// Its name.
    pub name: String,
    /// `WK`, the municipality's four digits and two of its own.
    pub district: String,
    /// Its municipality, by index.
    pub municipality: usize,
    /// Its land.
    pub land: Planar<MultiPolygon<f64>>,
    /// Its figures.
    pub figures: Figures,
}

/// Populated squares of 100 m, column by column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Squares {
    /// Hectometres east of the lower-left corner.
    pub east: Vec<u16>,
    /// Hectometres north.
    pub north: Vec<u16>,
    /// The neighbourhood of the centre, by index.
    pub neighbourhood: Vec<u32>,
    /// True counts; what is published of them is [`super::published`].
    pub persons: Vec<Persons>,
}

impl Squares {
    /// Number of squares.
    #[must_use]
    pub fn len(&self) -> usize {
        self.east.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.east.is_empty()
    }

    /// The centre of a square; the origin when there is no such square.
    #[must_use]
    pub fn centre(&self, index: usize) -> Coord<f64> {
        let at = |column: &[u16]| column.get(index).map_or(0.0, |&hectometres| f64::from(hectometres) * 100.0 + 50.0);
        Coord { x: at(&self.east), y: at(&self.north) }
    }
}

/// A library organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Library {
    /// Its name.
    pub name: String,
    /// The municipalities it serves, by index, ascending, with the first year.
    pub municipalities: Vec<(usize, u16)>,
}

/// A library branch.
#[derive(Debug, Clone, PartialEq)]
pub struct Branch {
    /// Its name.
    pub name: String,
    /// Its town or village.
    pub place: String,
    /// Its municipality, by index.
    pub municipality: usize,
    /// The organisation that runs it, by index.
    pub library: usize,
    /// Where it stands.
    pub at: Planar<Coord<f64>>,
    /// Whether it has a desk today.
    pub desk: bool,
    /// The hours of the desk, as people write them; empty without a desk.
    pub hours: String,
    /// When the building is open.
    pub building: &'static str,
    /// Hours a week in which it has staff.
    pub staffed: u32,
    /// Fixed cost a year of a desk here, euros.
    pub fixed: u32,
    /// Visits that its desk counted over a quarter; none without a desk.
    pub visits: Option<u32>,
}

/// A venue where a desk could be opened.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Its name.
    pub name: String,
    /// Its town or village.
    pub place: String,
    /// What it is.
    pub venue: Venue,
    /// Where it stands.
    pub at: Planar<Coord<f64>>,
}
