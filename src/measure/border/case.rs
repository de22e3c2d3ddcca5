//! The region with the desks of one side: how far they are, and when they are open.

use rayon::prelude::*;

use super::hours::CaseHours;
use super::side::{Side, Sides};
use crate::measure::{Coverage, Desk};
use crate::model::{NONE, Region, Study};
use crate::reach::Matrix;

/// What every cell has of the desks of one side.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// Which.
    pub side: Side,
    /// The nearest desk of each cell; [`NONE`] without any.
    pub site: Vec<u32>,
    /// Metres to it, detour included; infinite without any.
    pub distance: Vec<f64>,
    /// What each group reaches, and when; `None` when no hours are known.
    pub hours: Option<CaseHours>,
}

/// The region with its own desks, with those of the library, and with all.
#[derive(Debug, Clone, PartialEq)]
pub struct Cases {
    /// With the own municipality's desks.
    pub own: Case,
    /// With those of the library organisations as well.
    pub library: Case,
    /// With all.
    pub all: Case,
}

impl Cases {
    /// Computes the three. `coverage` and `pairs` are those of all desks, whenever they are open. O(cells × desks of a library + pairs).
    #[must_use]
    pub fn of(region: &Region, study: &Study, coverage: &Coverage, pairs: &Matrix, desks: &[Desk]) -> Self {
        let known = desks.iter().any(|desk| desk.hours().is_some());
        let hours = known.then(|| CaseHours::of(region, study, pairs, desks));
        Self::with(region, study, coverage, desks, hours, |hours, has| hours.less(region, study, pairs, desks, has))
    }

    /// As [`Self::of`] without hours, whether or not they are known: distances alone. O(cells × desks of a library).
    #[must_use]
    pub fn of_distances(region: &Region, study: &Study, coverage: &Coverage, desks: &[Desk]) -> Self {
        Self::with(region, study, coverage, desks, None, |hours, _| hours.clone())
    }

    /// The three, with the hours of all desks and what is left of them where only some desks stay.
    fn with(
        region: &Region,
        study: &Study,
        coverage: &Coverage,
        desks: &[Desk],
        hours: Option<CaseHours>,
        less: impl Fn(&CaseHours, &dyn Fn(usize, usize) -> bool) -> CaseHours,
    ) -> Self {
        let sides = Sides::of(region);
        let restricted = |side: Side| {
            let (site, mut distance) = nearest_of(region, desks, &sides, side);
            distance.iter_mut().for_each(|metres| *metres *= study.reach.detour);
            let has = |cell: usize, site: usize| sides.has(side, region.cells.municipality[cell], site);
            Case { side, site, distance, hours: hours.as_ref().map(|hours| less(hours, &has)) }
        };
        let (own, library) = (restricted(Side::Own), restricted(Side::Library));
        let all = Case { side: Side::All, site: coverage.site.clone(), distance: coverage.distance.clone(), hours };
        Self { own, library, all }
    }

    /// The case of a side.
    #[must_use]
    pub fn get(&self, side: Side) -> &Case {
        match side {
            Side::Own => &self.own,
            Side::Library => &self.library,
            Side::All => &self.all,
        }
    }
}

/// Metres in a straight line from every cell to the nearest desk in its own municipality; infinite without any. O(cells × desks of a
/// municipality), in parallel.
#[must_use]
pub fn own_distances(region: &Region, desks: &[Desk]) -> Vec<f64> {
    nearest_of(region, desks, &Sides::of(region), Side::Own).1
}

/// The nearest desk of a side for every cell, without any limit, ties to the first; and how far it is in a straight line.
///
/// A municipality has a few dozen desks: a look at each is faster than a tree.
fn nearest_of(region: &Region, desks: &[Desk], sides: &Sides, side: Side) -> (Vec<u32>, Vec<f64>) {
    let of_municipality: Vec<Vec<(u32, geo::Coord<f64>)>> = (0..region.municipalities.len())
        .into_par_iter()
        .map(|municipality| {
            let municipality = u32::try_from(municipality).unwrap_or(NONE);
            let had = desks.iter().filter(|desk| sides.has(side, municipality, desk.site));
            had.map(|desk| (u32::try_from(desk.site).unwrap_or(NONE), region.sites[desk.site].at.0)).collect()
        })
        .collect();
    let nearest = |(at, municipality): (&geo::Coord<f64>, &u32)| {
        let had = of_municipality.get(*municipality as usize).map_or(&[][..], Vec::as_slice);
        let nearer = |best: (u32, f64), (site, stands): &(u32, geo::Coord<f64>)| {
            let (east, north) = (at.x - stands.x, at.y - stands.y);
            let squared = east * east + north * north;
            if squared < best.1 { (*site, squared) } else { best }
        };
        let (site, squared) = had.iter().fold((NONE, f64::INFINITY), nearer);
        (site, squared.sqrt())
    };
    region.cells.at.get().par_iter().zip(&region.cells.municipality).map(nearest).unzip()
}
