//! The catchment of each site: for whom it is the nearest, who has it within the norm, and who has no other.

use crate::model::{NONE, Reach, Region};
use crate::reach::{Matrix, Nearest};

/// The people of one site. All counts are persons, except need.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Catchment {
    /// Residents of the study for whom it is the nearest.
    pub residents: f64,
    /// Their need.
    pub need: f64,
    /// Residents of the surroundings for whom it is the nearest: they are not reported on, but they come.
    pub residents_outside: f64,
    /// Residents of the study who have it within the norm.
    pub within_norm: f64,
    /// Residents of the study who have it within the norm and no other desk: what is lost if it closes.
    pub only_this: f64,
}

/// The catchment of every site, by index; zeros for sites that are not open (method §2).
///
/// `nearest` and `matrix` hold the open sites by their index in [`Region::sites`]. Summed in the order of the cells. O(cells + pairs).
#[must_use]
pub fn catchments(region: &Region, nearest: &Nearest, matrix: &Matrix, reach: &Reach, need: &[f64]) -> Vec<Catchment> {
    let mut catchments = vec![Catchment::default(); region.sites.len()];
    let residents = region.cells.residents();
    for cell in 0..region.cells.len() {
        let reported = region.reports_on(cell);
        if nearest.site[cell] != NONE {
            let own = &mut catchments[nearest.site[cell] as usize];
            if reported {
                own.residents += residents[cell];
                own.need += need[cell];
            } else {
                own.residents_outside += residents[cell];
            }
        }
        if reported {
            let mut near = matrix.row(cell).filter(|(_, metres)| metres * reach.detour <= reach.norm.get()).map(|(site, _)| site);
            near.clone().for_each(|site| catchments[site].within_norm += residents[cell]);
            if let (Some(only), None) = (near.next(), near.next()) {
                catchments[only].only_this += residents[cell];
            }
        }
    }
    catchments
}
