//! Why a plan has each of its desks: what would be lost without it.

use super::network::{Fate, PlannedDesk, planned};
use super::worth::{Worth, worth};
use crate::measure;
use crate::model::{Goal, NONE, Region, Status, Study};
use crate::units::Euros;

/// What one desk of a plan adds to all others.
#[derive(Debug, Clone, PartialEq)]
pub struct Why {
    /// The site, by index.
    pub site: usize,
    /// What becomes of its desk.
    pub fate: Fate,
    /// Value that is lost when the desk is dropped from the plan (or keeps its present hours), in the unit of the goal.
    pub gain: f64,
    /// Residents who are within the norm of a desk only because of it.
    pub new_residents: f64,
    /// Need that is within the norm only because of it.
    pub new_need: f64,
    /// What it costs a year more than without it, where known.
    pub cost: Option<Euros>,
    /// The places that gain most, from the most: finer areas where the study has them, else municipalities.
    pub gains: Vec<Gain>,
}

impl Why {
    /// Euros a year for each resident who is newly within the norm; `None` where there is none.
    #[must_use]
    pub fn per_resident(&self) -> Option<f64> {
        let cost = self.cost.filter(|_| self.new_residents >= 0.5)?;
        Some(cost.as_f64() / self.new_residents)
    }
}

/// What a place gains by a desk.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gain {
    /// The finer area or municipality, by index.
    pub place: usize,
    /// In the unit of the goal.
    pub gain: f64,
}

/// How many places are named.
const MOST: usize = 3;

/// What each new or changed desk of a plan adds, by the measures: the plan is measured again without it. O(desks of the plan × a measure).
#[must_use]
pub fn why(region: &mut Region, study: &Study, goal: Goal, tries: u32, kappa: f64, counts: &[bool], desks: &[PlannedDesk]) -> Vec<Why> {
    let sites = planned(region, desks);
    let whole = with(region, &sites, |region| (worth(region, study, goal, tries, kappa, counts), near(region, study)));
    let changed = desks.iter().filter(|planned| matches!(planned.fate, Fate::New | Fate::OtherHours));
    changed
        .map(|planned| {
            let site = planned.desk.site;
            let mut rest = sites.clone();
            rest[site] = region.sites[site].clone();
            if planned.fate == Fate::New {
                rest[site].status = Status::Candidate;
            }
            let without = with(region, &rest, |region| (worth(region, study, goal, tries, kappa, counts), near(region, study)));
            let sign = if goal.is_most() { 1.0 } else { -1.0 };
            let gain = sign * (whole.0.total - without.0.total);
            let only = |weight: &dyn Fn(usize) -> f64| -> f64 {
                let cells = (0..counts.len()).filter(|cell| counts[*cell] && whole.1[*cell] && !without.1[*cell]);
                cells.map(weight).sum::<f64>() + 0.0
            };
            let need = measure::need(&region.cells, &study.need);
            let today = region.sites[site].hours.opening().map(crate::week::Opening::hours);
            let before = crate::budget::yearly_cost(&study.money, region.sites[site].venue, region.sites[site].costs, today, false);
            let cost = match planned.fate {
                Fate::New => Some(planned.desk.cost),
                _ => before.total().map(|before| planned.desk.cost - before),
            };
            Why {
                site,
                fate: planned.fate,
                gain,
                new_residents: only(&|cell| region.cells.residents()[cell]),
                new_need: only(&|cell| need[cell]),
                cost: cost.filter(|_| planned.desk.is_priced),
                gains: gains(region, &whole.0, &without.0, sign),
            }
        })
        .collect()
}

/// Does something with other sites in the region.
pub(super) fn with<T>(region: &mut Region, sites: &[crate::model::Site], act: impl FnOnce(&Region) -> T) -> T {
    let own = std::mem::replace(&mut region.sites, sites.to_vec());
    let result = act(region);
    region.sites = own;
    result
}

/// Whether each cell has a desk within the norm of everyone.
fn near(region: &Region, study: &Study) -> Vec<bool> {
    measure::coverage(region, study).distance.iter().map(|metres| *metres <= study.reach.norm.get()).collect()
}

fn gains(region: &Region, whole: &Worth, without: &Worth, sign: f64) -> Vec<Gain> {
    let of_cell = if region.areas.is_empty() { &region.cells.municipality } else { &region.cells.area };
    let places = region.areas.len().max(region.municipalities.len());
    let mut sums = vec![0.0; places];
    for (cell, place) in of_cell.iter().enumerate().filter(|(_, place)| **place != NONE) {
        sums[*place as usize] += sign * (whole.cells[cell] - without.cells[cell]);
    }
    let mut gains: Vec<Gain> =
        sums.into_iter().enumerate().filter(|(_, gain)| *gain > 1e-9).map(|(place, gain)| Gain { place, gain }).collect();
    gains.sort_by(|one, other| other.gain.total_cmp(&one.gain).then(one.place.cmp(&other.place)));
    gains.truncate(MOST);
    gains
}
