//! When the desks of one side are open: the hours that people reach, and the chance that they find help.

use crate::measure::Desk;
use crate::measure::hours::norms;
use crate::measure::moment::of_kinds;
use crate::measure::reachable::reachable;
use crate::model::{Region, Study};
use crate::reach::Matrix;

/// Reachable hours and moment coverage of one side.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseHours {
    /// Hours a week in each cell, for each norm that differs.
    hours: Vec<Vec<f64>>,
    /// For each group of the counts its place in `hours`.
    norm: Vec<usize>,
    /// Moment coverage of each cell, for each kind of resident.
    helped: Vec<Vec<f64>>,
    /// For each group of the counts its place in `helped`.
    kind: Vec<usize>,
}

impl CaseHours {
    /// With the desks of `matrix`. O(pairs · classes of hours / 64) a kind of resident, in parallel.
    pub(super) fn of(region: &Region, study: &Study, matrix: &Matrix, desks: &[Desk]) -> Self {
        let outside = study.moments.outside_desk_hours;
        let (norms, norm) = norms(region, study);
        let hours = norms.into_iter().map(|reach| {
            let reachable = reachable(matrix, desks, reach, &study.moments.dayparts, outside);
            (0..matrix.cells()).map(|cell| reachable.of(cell).hours).collect()
        });
        let hours = hours.collect();
        let (kind, helped) = of_kinds(region, study, matrix, desks, |moment| moment.helped);
        Self { hours, norm, helped, kind }
    }

    /// The same where only those desks stay for which `keep` holds of cell and site: what a border takes nothing from is not computed again.
    /// `matrix` is that of `self`. O(pairs), and as [`Self::of`] for the cells that lose a desk.
    pub(super) fn less(
        &self,
        region: &Region,
        study: &Study,
        matrix: &Matrix,
        desks: &[Desk],
        keep: impl Fn(usize, usize) -> bool,
    ) -> Self {
        let (cells, left) = matrix.less(keep);
        let less = Self::of(region, study, &left, desks);
        let mut all = self.clone();
        let columns = all.hours.iter_mut().chain(&mut all.helped).zip(less.hours.iter().chain(&less.helped));
        columns.for_each(|(all, less)| cells.iter().zip(less).for_each(|(cell, value)| all[*cell as usize] = *value));
        all
    }

    /// Hours a week that a group reaches from a cell.
    #[must_use]
    pub fn hours(&self, group: usize, cell: usize) -> f64 {
        self.hours_of(group)[cell]
    }

    /// Moment coverage of a group in a cell, 0 to 1.
    #[must_use]
    pub fn helped(&self, group: usize, cell: usize) -> f64 {
        self.helped_of(group)[cell]
    }

    /// Hours a week that a group reaches, from each cell.
    pub(super) fn hours_of(&self, group: usize) -> &[f64] {
        &self.hours[self.norm[group]]
    }

    /// Moment coverage of a group, in each cell.
    pub(super) fn helped_of(&self, group: usize) -> &[f64] {
        &self.helped[self.kind[group]]
    }

    /// Whether two groups have the same in every cell.
    pub(super) fn is_alike(&self, group: usize, other: usize) -> bool {
        self.norm[group] == self.norm[other] && self.kind[group] == self.kind[other]
    }
}
