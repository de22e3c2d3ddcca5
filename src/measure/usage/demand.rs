//! How many visits need makes: κ, from the registrations or from the country.

use super::asked::Asked;
use super::band::Dispersion;
use crate::model::{Region, Registered, Scope};

/// Visits at all desks of the country from January to September 2024 (method §10). Desks register fewer than they have.
const COUNTRY_VISITS: f64 = 58_000.0;
/// Those nine months have 274 days.
const COUNTRY_WEEKS: f64 = 274.0 / 7.0;
/// Residents of the Netherlands on 1 January 2024 (CBS `StatLine`).
const COUNTRY_RESIDENTS: f64 = 17_942_942.0;

/// What κ was fitted to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DemandBasis {
    /// The registrations of desks of the study.
    Desks,
    /// Those by where visitors live.
    Places,
    /// The visits of the whole country, which desks register too few of.
    Country,
}

impl DemandBasis {
    /// Its name in tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Desks => "registered by desk",
            Self::Places => "registered by area",
            Self::Country => "country, under-registered",
        }
    }
}

/// How need turns into visits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Demand {
    /// What κ comes from.
    pub basis: DemandBasis,
    /// κ: visits a week for each unit of need that comes. Not negative.
    pub kappa: f64,
    /// How much the visits of a desk vary.
    pub dispersion: Dispersion,
    /// Desks of the study with registrations.
    pub desks: usize,
    /// The registered visits a week that κ was fitted to; 0 for the country.
    pub registered_week: f64,
    /// The same for the places that visitors come from; `None` where these are not registered.
    pub places: Option<PlaceDemand>,
}

/// What κ can be fitted to, the first that tells something: registered desks, registered places, the country.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Fit {
    /// The visits a week of registered desks of the study together, and the need that comes to these. Not negative.
    pub desks: [f64; 2],
    /// The visits a week from the registered places together, and the need that comes from these; a cell of two of them twice.
    pub places: [f64; 2],
    /// The residents of the study and their need.
    pub residents: [f64; 2],
}

impl Fit {
    /// κ, visits a week for each unit of need that comes, and what it comes from (method §10). Registrations of no visits at all, or of desks to
    /// which no need comes, tell nothing; 0 without need.
    #[must_use]
    pub fn kappa(&self) -> (DemandBasis, f64) {
        match (ratio(self.desks), self.of_places()) {
            (Some(kappa), _) => (DemandBasis::Desks, kappa),
            (None, Some(kappa)) => (DemandBasis::Places, kappa),
            (None, None) => (DemandBasis::Country, self.of_country()),
        }
    }

    /// κ of the visitors of registered places.
    fn of_places(&self) -> Option<f64> {
        ratio(self.places)
    }

    /// As many visits a week as everyone in the study would make at the rate of the country if all their need came: κ is by need, the rate by
    /// resident.
    fn of_country(&self) -> f64 {
        let [persons, need] = self.residents;
        if need > 0.0 { COUNTRY_VISITS / COUNTRY_WEEKS / COUNTRY_RESIDENTS * persons / need } else { 0.0 }
    }
}

/// Visits for each unit of need; `None` where either is nothing.
fn ratio([visits, comes]: [f64; 2]) -> Option<f64> {
    (visits > 0.0 && comes > 0.0).then(|| visits / comes)
}

/// How need turns into visits of those whose home is known: of some visitors it is not, so that they have a κ of their own.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlaceDemand {
    /// κ: visits a week for each unit of need that comes.
    pub kappa: f64,
    /// How much the visits of a place vary.
    pub dispersion: Dispersion,
}

/// κ so that the visits expected of today's registered desks are those registered, together; without any, so that those expected of
/// the registered places are; without these, by the visits of the country for each resident (method §10).
///
/// Contract: `asked` is that of today's desks, `need` of each cell. Only desks of the study count: not all who use one near the rim of its
/// surroundings live in the cells. Registrations of no visits at all, or of desks to which no need comes, tell nothing. O(cells).
#[must_use]
pub fn demand(region: &Region, need: &[f64], asked: &Asked) -> Demand {
    let of_desks: Vec<(Registered, f64)> = registered_desks(region, asked).map(|(_, registered, comes)| (registered, comes)).collect();
    let places = region.registrations.places.iter();
    let of_places: Vec<(Registered, f64)> = places.map(|place| (place.registered, comes_from(asked, &place.cells))).collect();
    let fit = Fit { desks: sums(&of_desks), places: sums(&of_places), residents: residents(region, need) };
    let places = fit.of_places().map(|kappa| PlaceDemand { kappa, dispersion: dispersion(&of_places, kappa) });
    let (basis, kappa) = fit.kappa();
    let (dispersion, registered_week) = match basis {
        DemandBasis::Desks => (dispersion(&of_desks, kappa), fit.desks[0]),
        DemandBasis::Places => (Dispersion::Assumed, fit.places[0]),
        DemandBasis::Country => (Dispersion::Assumed, 0.0),
    };
    Demand { basis, kappa, dispersion, desks: of_desks.len(), registered_week, places }
}

/// The registered desks of the study by site, with the need that comes to them.
pub(super) fn registered_desks<'a>(region: &'a Region, asked: &'a Asked) -> impl Iterator<Item = (usize, Registered, f64)> + 'a {
    asked.desks.iter().filter(|(site, _)| region.site_scope[*site] == Scope::Study).filter_map(|(site, comes)| {
        let registered = region.registrations.desks.get(site)?;
        Some((*site, *registered, *comes))
    })
}

/// The need that comes from some cells to desks of the study.
pub(super) fn comes_from(asked: &Asked, cells: &[u32]) -> f64 {
    cells.iter().map(|cell| asked.cells[*cell as usize]).fold(0.0, |sum, comes| sum + comes)
}

/// What is registered a week and the need that comes, together.
fn sums(all: &[(Registered, f64)]) -> [f64; 2] {
    all.iter().fold([0.0, 0.0], |[visits, need], (registered, comes)| [visits + registered.per_week(), need + comes])
}

fn dispersion(all: &[(Registered, f64)], kappa: f64) -> Dispersion {
    let pairs: Vec<(f64, f64)> = all.iter().map(|(registered, comes)| (registered.visits, kappa * comes * registered.weeks)).collect();
    Dispersion::of(&pairs)
}

/// The residents of the study and their need.
fn residents(region: &Region, need: &[f64]) -> [f64; 2] {
    let residents = region.cells.residents();
    let of_study = (0..region.cells.len()).filter(|cell| region.reports_on(*cell));
    of_study.fold([0.0, 0.0], |[persons, all], cell| [persons + residents[cell], all + need[cell]])
}
