//! Everything `bereik coverage` computes of a region, in one go.

use geo::Coord;

use super::catchment::{Catchment, catchments};
use super::distance::{AreaSummary, distances};
use super::need::need;
use crate::crs::Planar;
use crate::model::{Region, Status, Study};
use crate::reach::{Matrix, matrix, nearest};
use crate::spatial::Tiles;

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
    /// The open sites near enough to each cell to count for anyone.
    pub matrix: Matrix,
}

/// Computes the coverage of a region as a study asks it.
///
/// Every open site takes part, wherever it is: the nearest is found without any limit and whatever the border between (method §1).
#[must_use]
pub fn coverage(region: &Region, study: &Study) -> Coverage {
    let open = open_sites(region);
    let tiles = Tiles::new(region.cells.at.get());
    let mut nearest = nearest(&region.cells.at, &tiles, &open);
    nearest.distance.iter_mut().for_each(|metres| *metres *= study.reach.detour);
    let matrix = matrix(&region.cells.at, &tiles, &open, study.reach.farthest());
    let need = need(&region.cells, &study.need);
    let areas = distances(region, &nearest.distance, &study.reach, &study.need);
    let catchments = catchments(region, &nearest, &matrix, &study.reach, &need);
    Coverage { site: nearest.site, distance: nearest.distance, need, areas, catchments, matrix }
}

/// The open sites with their index.
fn open_sites(region: &Region) -> Vec<(u32, Planar<Coord<f64>>)> {
    (0u32..).zip(&region.sites).filter(|(_, site)| site.status == Status::Open).map(|(index, site)| (index, site.at)).collect()
}
