//! The least distance of whoever is farthest (p-center; Hakimi 1964).

use rayon::prelude::*;

use super::kernel::{Effort, Ending, Side};
use super::near::Near;
use super::possible::{Asked, Served, served};
use super::question::{NoPlan, Plan, Question};
use super::rules::index;
use crate::crs::Planar;
use crate::reach::nearest;
use crate::spatial::Tiles;
use crate::units::Metres;

/// The plan whose farthest resident is nearest to a desk.
///
/// A distance is possible when a plan serves everyone within it. Distances are halved in until none lies between what is impossible and what
/// a plan has. Where someone has no desk in any plan the distance is infinite. O(log distances) searches.
pub(super) fn worst_distance(question: &Question, effort: Effort) -> Result<Plan, NoPlan> {
    let places = Places::new(question);
    // Whoever has a desk at all is not farther than this.
    let mut best = match ask(question, Some(places.longest()), effort) {
        Served::By(chosen) => (places.farthest(&chosen), chosen),
        Served::Impossible => match ask(question, None, effort) {
            Served::By(chosen) => (places.farthest(&chosen), chosen),
            Served::Impossible => return Err(NoPlan::Obstacles(Vec::new())),
            Served::Unknown(_) => return Err(NoPlan::NothingYet),
        },
        Served::Unknown(_) => return Err(NoPlan::NothingYet),
    };
    // Nobody can be nearer than to the nearest of all.
    let mut low = places.farthest(&places.options);
    let mut ending = Ending::Optimal;
    let mut is_settled = best.0 <= low || best.0.is_infinite();
    if !is_settled && let Served::By(chosen) = ask(question, Some(low), effort) {
        best = (places.farthest(&chosen), chosen);
        is_settled = true;
    }
    // `low` is impossible from here on; first by length, then one distance that occurs after the other.
    while !is_settled && best.0 - low > 1.0 {
        let middle = f64::midpoint(low, best.0);
        match ask(question, Some(middle), effort) {
            Served::By(chosen) => best = (places.farthest(&chosen), chosen),
            Served::Impossible => low = middle,
            Served::Unknown(cut) => {
                ending = cut;
                break;
            }
        }
    }
    if !is_settled && ending == Ending::Optimal {
        let distances = places.between(low, best.0);
        let (mut from, mut to) = (0, distances.len());
        while from < to {
            let middle = usize::midpoint(from, to);
            match ask(question, Some(distances[middle]), effort) {
                Served::By(chosen) => {
                    best = (places.farthest(&chosen), chosen);
                    to = distances.partition_point(|metres| *metres < best.0);
                }
                Served::Impossible => from = middle + 1,
                Served::Unknown(cut) => {
                    ending = cut;
                    break;
                }
            }
        }
        low = distances.get(from).copied().unwrap_or(best.0);
    }
    let (value, mut chosen) = best;
    chosen.sort_unstable();
    let bound = if ending == Ending::Optimal { value } else { low.min(value) };
    Ok(Plan { chosen, value, bound, ending, nodes: 0, work: 0 })
}

/// Whether a plan meets the conditions and has everyone within a distance in metres; with `None` within any.
fn ask(question: &Question, distance: Option<f64>, effort: Effort) -> Served {
    let (region, detour) = (question.given.region, question.given.study.reach.detour);
    let near = distance.map(|metres| {
        let metres = Metres::new(metres).unwrap_or_default();
        Near::new(region, question.given.counts, &question.menu, metres, detour)
    });
    if near.as_ref().is_some_and(|near| !near.beyond.is_empty()) {
        return Served::Impossible;
    }
    let all: Vec<Side> = near.map(|near| near.sides()).unwrap_or_default();
    let (candidates, budget) = question.candidates();
    let mut sides = question.sides();
    // One condition on clients can be asked for as most served: where there are two, that of everyone becomes sides.
    match (&question.near, question.request.everyone_within) {
        (Some(near), Some((_, share))) if share.get() < 1.0 => {
            sides.extend(all);
            let rows = near.rows.iter().map(|(row, residents)| (row.as_slice(), *residents)).collect();
            served(candidates, budget, sides, &Asked { rows, least: near.asked(share) }, effort)
        }
        _ => {
            let rows: Vec<Vec<u32>> = all.into_iter().map(|side| side.terms.into_iter().map(|(option, _)| option).collect()).collect();
            served(candidates, budget, sides, &Asked::all(&rows), effort)
        }
    }
}

/// Where residents live, how far the nearest desk that stays is, and one option of each site.
struct Places<'q> {
    question: &'q Question<'q>,
    at: Planar<Vec<geo::Coord<f64>>>,
    /// Metres, detour included; infinite without one.
    staying: Vec<f64>,
    options: Vec<u32>,
}

impl<'q> Places<'q> {
    fn new(question: &'q Question<'q>) -> Self {
        let (region, study, counts) = (question.given.region, question.given.study, question.given.counts);
        let cells = (0..region.cells.len()).filter(|cell| region.cells.residents()[*cell] > 0.0 && counts[*cell]);
        let at = Planar(cells.map(|cell| region.cells.at.get()[cell]).collect::<Vec<_>>());
        let mut stays: Vec<usize> = question.menu.kept.iter().chain(&question.menu.others).map(|desk| desk.site).collect();
        stays.sort_unstable();
        let stays: Vec<_> = stays.into_iter().map(|site| (index(site), region.sites[site].at)).collect();
        let found = nearest(&at, &Tiles::new(at.get()), &stays);
        let staying = found.distance.iter().map(|metres| metres * study.reach.detour).collect();
        let options = question.menu.sites().map(|range| index(range.start)).collect();
        Self { question, at, staying, options }
    }

    /// Metres from a place to an option.
    fn away(&self, place: usize, option: u32) -> f64 {
        let site = self.question.menu.options[option as usize].site;
        let (one, other) = (self.at.get()[place], self.question.given.region.sites[site].at.0);
        ((one.x - other.x).powi(2) + (one.y - other.y).powi(2)).sqrt() * self.question.given.study.reach.detour
    }

    /// The distance of whoever is farthest from the nearest of some options and what stays.
    fn farthest(&self, chosen: &[u32]) -> f64 {
        let of_place = |place: usize| chosen.iter().map(|option| self.away(place, *option)).fold(self.staying[place], f64::min);
        (0..self.staying.len()).into_par_iter().map(of_place).reduce(|| 0.0, f64::max)
    }

    /// The longest finite distance of anyone to any desk that there can be.
    fn longest(&self) -> f64 {
        let of_place = |place: usize| {
            let stays = Some(self.staying[place]).filter(|metres| metres.is_finite());
            self.options.iter().map(|option| self.away(place, *option)).chain(stays).fold(0.0, f64::max)
        };
        (0..self.staying.len()).into_par_iter().map(of_place).reduce(|| 0.0, f64::max)
    }

    /// The distances that occur between two, ascending.
    fn between(&self, low: f64, high: f64) -> Vec<f64> {
        let of_place = |place: usize| {
            let ways = self.options.iter().map(move |option| self.away(place, *option));
            ways.chain([self.staying[place]]).filter(|metres| *metres > low && *metres < high).collect::<Vec<_>>()
        };
        let mut distances: Vec<f64> = (0..self.staying.len()).into_par_iter().flat_map_iter(of_place).collect();
        distances.sort_unstable_by(f64::total_cmp);
        distances.dedup();
        distances
    }
}
