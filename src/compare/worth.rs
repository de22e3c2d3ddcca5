//! What desks are worth to each cell by the goal of a plan, by the measures.

use crate::measure;
use crate::model::{Goal, Group, NONE, Region, Study};

/// The goal's value, cell by cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Worth {
    /// Need helped, or metres × need, in each cell; 0 for who does not count.
    pub cells: Vec<f64>,
    /// All together; for the worst distance the greatest.
    pub total: f64,
}

/// The value of the open sites of a region by a goal (method §6), computed by the measures and by nothing of the planner: need × M, need within
/// the norm, need × best β, need × metres, need × e^(−κ·metres), or the metres of whoever is farthest. `tries` replaces the study's for
/// moment coverage. For goals that only count desks or costs the value is 0.
#[must_use]
pub fn worth(region: &Region, study: &Study, goal: Goal, tries: u32, kappa: f64, counts: &[bool]) -> Worth {
    let mut cells = vec![0.0; region.cells.len()];
    let terms = || region.cells.counts.iter().enumerate().map(|(group, count)| (group, count, study.need.weight(&count.group)));
    match goal {
        Goal::MomentCoverage | Goal::Gradual => {
            let mut study = study.clone();
            study.moments.tries = tries;
            let matrix = measure::pairs(region, &study);
            let desks = measure::desks(region, study.moments.outside_desk_hours);
            let moments = measure::moments(region, &study, &matrix, &desks);
            for (group, count, weight) in terms().filter(|(.., weight)| *weight > 0.0) {
                for (cell, worth) in cells.iter_mut().enumerate().filter(|(cell, _)| counts[*cell]) {
                    let moment = moments.of(group, cell);
                    let part = if goal == Goal::Gradual { moment.always } else { moment.helped };
                    *worth += weight * count.persons[cell] * part;
                }
            }
        }
        Goal::Covered => {
            let coverage = measure::coverage(region, study);
            for (_, count, weight) in terms().filter(|(.., weight)| *weight > 0.0) {
                let own = study.reach.of(&count.group);
                for (cell, worth) in cells.iter_mut().enumerate().filter(|(cell, _)| counts[*cell]) {
                    if is_within(region, coverage.site[cell], cell, own.detour, own.norm.get()) {
                        *worth += weight * count.persons[cell];
                    }
                }
            }
        }
        Goal::Distance | Goal::KolmPollak => {
            let coverage = measure::coverage(region, study);
            for (cell, worth) in cells.iter_mut().enumerate().filter(|(cell, _)| counts[*cell] && coverage.need[*cell] > 0.0) {
                let metres = coverage.distance[cell];
                *worth = coverage.need[cell] * if goal == Goal::Distance { metres } else { (-kappa * metres).exp() };
            }
        }
        Goal::WorstDistance => {
            let coverage = measure::coverage(region, study);
            let residents = region.cells.count(&Group::All);
            let lived_in = |cell: usize| residents.is_some_and(|count| count.persons[cell] > 0.0);
            let far = (0..cells.len()).filter(|cell| counts[*cell] && lived_in(*cell)).map(|cell| coverage.distance[cell]);
            return Worth { total: far.fold(0.0, f64::max), cells };
        }
        Goal::Desks | Goal::Cost => {}
    }
    Worth { total: cells.iter().sum(), cells }
}

/// Whether the nearest site is within a norm: the distance itself, its detour not divided out again.
fn is_within(region: &Region, site: u32, cell: usize, detour: f64, norm: f64) -> bool {
    if site == NONE {
        return false;
    }
    let (one, other) = (region.cells.at.get()[cell], region.sites[site as usize].at.0);
    ((one.x - other.x).powi(2) + (one.y - other.y).powi(2)).sqrt() * detour <= norm
}
