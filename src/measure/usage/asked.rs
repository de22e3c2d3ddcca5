//! What is asked of each desk, before it is known how many visits that makes.

use rayon::prelude::*;

use crate::measure::Desk;
use crate::measure::border::{Term, attractions, divide, places_of_sites};
use crate::model::{NONE, Region, Scope, Study};
use crate::reach::Matrix;

/// Need that comes to desks: visits a week once it is multiplied by κ.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Asked {
    /// By open desk: the site, ascending, and the need that comes to it from everywhere. Not negative.
    pub desks: Vec<(usize, f64)>,
    /// By cell, the need that comes from there to desks of the study. Not negative, and at most the need of the cell.
    pub cells: Vec<f64>,
}

/// So many cells are added up together, whatever the number of threads.
const TOGETHER: usize = 4096;

/// Σ a·P·β for each desk and each cell (method §10): a is need, P the share of Huff as in [`super::super::border::flows`], β what distance and
/// venue leave of full reach.
///
/// Contract: each term of need goes as its own group does; `pairs` are those of `desks`. A desk farther off asks less of the same people, and
/// desks side by side divide them. O(pairs × terms of need), in parallel; sums go in the order of the cells.
#[must_use]
pub fn asked(region: &Region, study: &Study, pairs: &Matrix, desks: &[Desk]) -> Asked {
    let terms = Term::need(region, study, desks);
    let attraction = attractions(desks);
    let places = places_of_sites(desks, region.sites.len());
    let own: Vec<bool> = desks.iter().map(|desk| region.site_scope[desk.site] == Scope::Study).collect();
    let mut cells = vec![0.0; region.cells.len()];
    let of_chunk = |(number, cells): (usize, &mut [f64])| {
        let mut sums = vec![0.0; desks.len()];
        let (mut met, mut parts) = (Vec::new(), Vec::new());
        for (offset, own_sum) in cells.iter_mut().enumerate() {
            let cell = number * TOGETHER + offset;
            for term in &terms {
                let need = term.weight(cell);
                if need <= 0.0 {
                    continue;
                }
                met.clear();
                met.extend(pairs.row(cell).filter(|(site, _)| places[*site] != NONE).filter_map(|(site, metres)| {
                    let beta = term.beta(places[site] as usize, metres);
                    (beta > 0.0).then_some((places[site], beta))
                }));
                divide(met.iter().copied(), &attraction, &mut parts);
                for ((desk, part), (_, beta)) in parts.iter().zip(&met) {
                    let comes = need * part * beta;
                    sums[*desk as usize] += comes;
                    *own_sum += if own[*desk as usize] { comes } else { 0.0 };
                }
            }
        }
        sums
    };
    let chunks: Vec<Vec<f64>> = cells.par_chunks_mut(TOGETHER).enumerate().map(of_chunk).collect();
    let sum = |desk: usize| chunks.iter().fold(0.0, |sum, of_chunk| sum + of_chunk[desk]);
    Asked { desks: desks.iter().enumerate().map(|(place, desk)| (desk.site, sum(place))).collect(), cells }
}
