//! What the borders of municipalities would add to the mean distance, under one draw.

use crate::measure::Desk;
use crate::measure::border::own_distances;
use crate::model::{Count, Region};

/// The residents who have a desk in their own municipality.
pub(super) struct Border {
    /// Their cells, with how many metres in a straight line that desk is farther than the nearest of all, at least 0.
    farther: Vec<(u32, f64)>,
}

impl Border {
    /// Of these cells; `nearest` has the straight-line metres of every cell to its nearest desk. O(cells × desks of a municipality).
    pub fn new(region: &Region, desks: &[Desk], cells: &[u32], nearest: &[f64]) -> Self {
        let own = own_distances(region, desks);
        let with_own = cells.iter().filter(|cell| own[**cell as usize].is_finite());
        Self { farther: with_own.map(|cell| (*cell, (own[*cell as usize] - nearest[*cell as usize]).max(0.0))).collect() }
    }

    /// Metres, detour included, as [`crate::measure::border::BorderEffect::metres`] gives of everyone in the study; `None` when nobody has a desk in
    /// the own municipality. O(cells).
    pub fn metres(&self, everyone: &Count, detour: f64) -> Option<f64> {
        let (mut persons, mut farther) = (0.0, 0.0);
        for (cell, metres) in &self.farther {
            persons += everyone.persons[*cell as usize];
            farther += everyone.persons[*cell as usize] * metres;
        }
        (persons > 0.0).then(|| detour * farther / persons)
    }
}
