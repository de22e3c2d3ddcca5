//! Everything `bereik coverage` computes of a region, in one go.

use geo::Coord;

use super::catchment::{Catchment, catchments};
use super::distance::{AreaSummary, distances};
use super::need::need;
use crate::crs::Planar;
use crate::model::{Region, Site, Status, Study};
use crate::reach::{Matrix, Nearest, matrix, nearest};
use crate::spatial::Tiles;
use crate::week::Moment;

/// The distances of a region and what they mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Coverage {
    /// Nearest open site of each cell, by index in [`Region::sites`]; [`crate::model::NONE`] without any.
    pub site: Vec<u32>,
    /// Distance to it in metres, detour included; infinite without any.
    pub distance: Vec<f64>,
    /// Need of each cell.
    pub need: Vec<f64>,
    /// Figures per level, area and group.
    pub areas: Vec<AreaSummary>,
    /// The catchment of each site.
    pub catchments: Vec<Catchment>,
}

/// Computes the coverage of a region as a study asks it.
///
/// Every open site takes part, wherever it is: the nearest is found without any limit and whatever the border between (method §1).
#[must_use]
pub fn coverage(region: &Region, study: &Study) -> Coverage {
    coverage_at(region, study, None)
}

/// As [`coverage`] without the figures per area and the catchments, which stay empty: what borders are made of. O(cells · log sites).
#[must_use]
pub fn distances_only(region: &Region, study: &Study) -> Coverage {
    let tiles = Tiles::new(region.cells.at.get());
    with_detour(nearest(&region.cells.at, &tiles, &open_sites(region, None)), need(&region.cells, &study.need), Vec::new(), study)
}

/// As [`coverage`]; with a moment of the week, distances and catchments are those of the desks that are open then in every week of the
/// cycle.
#[must_use]
pub fn coverage_at(region: &Region, study: &Study, at: Option<Moment>) -> Coverage {
    let mut coverage = without_areas(region, study, at);
    coverage.areas = distances(region, &coverage.distance, &study.reach, &study.need);
    coverage
}

fn without_areas(region: &Region, study: &Study, at: Option<Moment>) -> Coverage {
    let tiles = Tiles::new(region.cells.at.get());
    let need = need(&region.cells, &study.need);
    let (nearest, catchments) = catchments(region, &tiles, &open_sites(region, at), &study.reach, &need);
    drop(tiles);
    with_detour(nearest, need, catchments, study)
}

/// What is nearest in a straight line, as far as it is with the detour of everyone.
fn with_detour(mut nearest: Nearest, need: Vec<f64>, catchments: Vec<Catchment>, study: &Study) -> Coverage {
    nearest.distance.iter_mut().for_each(|metres| *metres *= study.reach.detour);
    Coverage { site: nearest.site, distance: nearest.distance, need, areas: Vec::new(), catchments }
}

/// The open sites near enough to each cell to count for anyone, whenever they are open: what hours, moments, supply and borders are made from.
#[must_use]
pub fn pairs(region: &Region, study: &Study) -> Matrix {
    matrix(&region.cells.at, &Tiles::new(region.cells.at.get()), &open_sites(region, None), study.reach.farthest())
}

/// The open sites with their index; at a moment, those that are open then in every week of the cycle.
fn open_sites(region: &Region, at: Option<Moment>) -> Vec<(u32, Planar<Coord<f64>>)> {
    let is_open = |site: &&Site| match at {
        None => true,
        Some(at) => site.hours.week().is_some_and(|week| at.quarters().into_iter().all(|quarter| week.contains(quarter))),
    };
    let sites = (0u32..).zip(&region.sites).filter(|(_, site)| site.status == Status::Open && is_open(site));
    sites.map(|(index, site)| (index, site.at)).collect()
}
