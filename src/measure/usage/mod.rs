//! Expected use: visits a week of each desk, the band that a trial should end in, and who asks less than expected (method §10).

mod asked;
mod band;
mod demand;

use crate::model::{Region, Registered, Scope};

pub use asked::{Asked, asked};
pub use band::{Band, Dispersion, Verdict, quantile};
pub use demand::{Demand, DemandBasis, Fit, PlaceDemand, demand};

/// How many weeks a trial takes: three months.
pub const TRIAL_WEEKS: f64 = 13.0;

/// The expected use of the desks of the study.
#[derive(Debug, Clone, PartialEq)]
pub struct Usage {
    /// How need turns into visits, fitted to today.
    pub demand: Demand,
    /// Visits a week expected of all open desks of the study together, not negative.
    pub week: f64,
    /// Each open desk of the study, by site.
    pub desks: Vec<DeskUse>,
    /// Each place whose visits are registered, beside what today's desks should draw from it; none for a scenario.
    pub places: Vec<PlaceUse>,
}

/// The expected use of one desk.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DeskUse {
    /// The site, by index.
    pub site: usize,
    /// Visits a week expected.
    pub week: f64,
    /// Visits expected in a trial of [`TRIAL_WEEKS`].
    pub trial: f64,
    /// Between what they will lie, eight of ten times; below its low end the desk underperforms.
    pub band: Band,
    /// What it has registered, also where the scenario gives it other hours or neighbours.
    pub registered: Option<Registered>,
    /// What that says of it, over its own weeks; only of today.
    pub verdict: Option<Verdict>,
}

/// The expected use by those who live in one place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlaceUse {
    /// The place, by index in [`crate::model::Registrations::places`].
    pub place: usize,
    /// Visits expected in the weeks that are registered.
    pub expected: f64,
    /// Between what they will lie.
    pub band: Band,
    /// What the registered visits say.
    pub verdict: Verdict,
}

impl Usage {
    /// The expected use of a desk; `None` for a site of no open desk of the study.
    #[must_use]
    pub fn of(&self, site: usize) -> Option<&DeskUse> {
        self.desks.binary_search_by_key(&site, |desk| desk.site).ok().map(|place| &self.desks[place])
    }

    /// The places that ask less than nine of ten times would be expected, the farthest below what is expected first.
    #[must_use]
    pub fn quiet<'u>(&'u self, region: &'u Region) -> Vec<&'u PlaceUse> {
        let mut quiet: Vec<&PlaceUse> = self.places.iter().filter(|place| place.verdict == Verdict::Below).collect();
        let missing = |place: &PlaceUse| place.expected - region.registrations.places[place.place].registered.visits;
        quiet.sort_by(|one, other| missing(other).total_cmp(&missing(one)).then(one.place.cmp(&other.place)));
        quiet
    }
}

/// The expected use of the open desks of a region, from what is asked of them.
///
/// Contract: for today's desks `today` is true, and registered visits are judged; then the registered desks together are expected to have what they
/// registered. O(desks × visits + cells).
#[must_use]
pub fn usage(region: &Region, asked: &Asked, demand: Demand, today: bool) -> Usage {
    let own = asked.desks.iter().filter(|(site, _)| region.site_scope[*site] == Scope::Study);
    let of_desk = |(site, comes): &(usize, f64)| {
        let week = demand.kappa * comes;
        let registered = region.registrations.desks.get(site).copied();
        let judged = registered.filter(|_| today && demand.basis == DemandBasis::Desks);
        DeskUse {
            site: *site,
            week,
            trial: week * TRIAL_WEEKS,
            band: demand.dispersion.band(week * TRIAL_WEEKS),
            registered,
            verdict: judged.map(|registered| demand.dispersion.band(week * registered.weeks).verdict(registered.visits)),
        }
    };
    let desks: Vec<DeskUse> = own.map(of_desk).collect();
    let registered = region.registrations.places.iter().enumerate();
    let of_place = |(place, registered): (usize, &crate::model::RegisteredPlace), of: PlaceDemand| {
        let expected = of.kappa * demand::comes_from(asked, &registered.cells) * registered.registered.weeks;
        let band = of.dispersion.band(expected);
        PlaceUse { place, expected, band, verdict: band.verdict(registered.registered.visits) }
    };
    let places = match demand.places.filter(|_| today) {
        Some(of) => registered.map(|place| of_place(place, of)).collect(),
        None => Vec::new(),
    };
    Usage { demand, week: desks.iter().map(|desk| desk.week).fold(0.0, |sum, week| sum + week), desks, places }
}
