//! The people of the study's municipalities side by side: what borders cost is summed over them many times.

use std::ops::Range;

use rayon::prelude::*;

use super::case::Cases;
use super::side::Side;
use crate::measure::{Level, places_at};
use crate::model::Region;

/// Everyone the study reports on, municipality by municipality.
pub(super) struct People {
    /// The municipalities of the study, by index, ascending.
    pub municipalities: Vec<usize>,
    /// Their cells, those of the first municipality first; in each ascending.
    pub cells: Vec<u32>,
    /// Where the cells of each municipality are.
    pub of: Vec<Range<usize>>,
    /// The groups, and the need as the last.
    columns: usize,
    /// The persons of each group and the need, cell by cell in the order of `cells`.
    weights: Vec<f64>,
    /// For each side the distance of each cell to its nearest desk, in the order of `cells`.
    distances: [Vec<f64>; 3],
}

impl People {
    /// Of a region with the need of each cell. O(cells × groups), in parallel.
    pub fn of(region: &Region, cases: &Cases, need: &[f64]) -> Self {
        let columns = region.cells.counts.len() + 1;
        let (mut municipalities, mut cells, mut of) = (Vec::new(), Vec::new(), Vec::new());
        for place in places_at(region, Level::Municipality) {
            let Some(index) = place.index else { continue };
            municipalities.push(index);
            of.push(cells.len()..cells.len() + place.cells.len());
            cells.extend(place.cells);
        }
        let mut weights = vec![0.0; cells.len() * columns];
        weights.par_chunks_exact_mut(columns).zip(&cells).for_each(|(weights, cell)| {
            let persons =
                region.cells.counts.iter().map(|count| count.persons.as_slice()).chain([need]).map(|values| values[*cell as usize]);
            weights.iter_mut().zip(persons).for_each(|(weight, persons)| *weight = persons);
        });
        let distances = Side::ALL.map(|side| {
            let distance = &cases.get(side).distance;
            cells.iter().map(|cell| distance[*cell as usize]).collect()
        });
        Self { municipalities, cells, of, columns, weights, distances }
    }

    /// Metres to the nearest desk of a side, in the order of `cells`; infinite without any.
    pub fn distances(&self, side: Side) -> &[f64] {
        let place = match side {
            Side::Own => 0,
            Side::Library => 1,
            Side::All => 2,
        };
        &self.distances[place]
    }

    /// The persons of each group and the need, for a cell by its place in `cells`.
    pub fn weights(&self, place: usize) -> &[f64] {
        &self.weights[place * self.columns..(place + 1) * self.columns]
    }
}
