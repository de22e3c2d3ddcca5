//! Goals that are nothing but conditions: fewest desks, least cost, least distance of whoever is farthest.

use rayon::prelude::*;

use super::kernel::covering::cheapest_cover;
use super::kernel::{Candidate, Effort, Ending, Outcome, Problem, Side, solve, solve_from};
use super::near::Near;
use super::obstacle::Condition;
use super::partly::partly;
use super::question::{NoPlan, Plan, Question, plan};
use crate::crs::Planar;
use crate::reach::nearest;
use crate::spatial::Tiles;
use crate::units::Metres;

/// The fewest desks, or the least cost in cents, that meets every condition; the desks that stay are not counted.
///
/// Where every condition asks for at least one of some options this is set covering (Toregas et al. 1971), solved as such; else the location
/// problem with a charge for each option.
pub(super) fn least(question: &Question, is_cost: bool, effort: Effort, known: &[Vec<u32>]) -> Result<Plan, NoPlan> {
    let (candidates, budget) = question.candidates();
    let sides = question.sides();
    let charge = |option: usize| if is_cost { question.menu.options[option].cost.cents() } else { 1 };
    let charges: Vec<i64> = (0..candidates.len()).map(charge).collect();
    let is_partly = question.request.everyone_within.is_some_and(|(_, share)| share.get() < 1.0);
    let is_row = |side: &Side| side.least == 1 && side.most.is_none() && side.terms.iter().all(|(_, coefficient)| *coefficient == 1);
    let is_cover = !is_partly && sides.iter().all(is_row) && charges.iter().all(|charge| *charge > 0) && (is_cost || budget == i64::MAX);
    if is_cover {
        let rows = sides.iter().map(|side| side.terms.iter().map(|(option, _)| *option).collect()).collect();
        let cover = cheapest_cover(rows, charges, None, effort).map_err(|_| NoPlan::Obstacles(Vec::new()))?;
        let Some(chosen) = cover.options else { return Err(NoPlan::NothingYet) };
        let value: i64 = chosen.iter().map(|option| charge(*option as usize)).sum();
        if is_cost && question.request.limit.is_some() && cover.bound > budget {
            return Err(NoPlan::Obstacles(Vec::new()));
        }
        let (value, bound) = (as_f64(value), as_f64(cover.bound.min(value)));
        return Ok(Plan { chosen, value, bound, ending: cover.ending, nodes: cover.nodes, work: cover.work });
    }
    let charged = candidates.iter().zip(&charges).map(|(candidate, charge)| Candidate { charge: as_f64(*charge), ..*candidate }).collect();
    let problem = Problem::new(charged, budget, 0.0, Vec::new());
    let problem = if sides.is_empty() { problem } else { problem.with_sides(sides) };
    let outcome = match (&question.near, question.request.everyone_within) {
        (Some(near), Some((_, share))) if is_partly => partly(&problem, near, share, effort, known),
        _ => solve_from(&problem, effort, known),
    };
    plan(outcome).map(|plan| Plan { value: -plan.value, bound: -plan.bound, ..plan })
}

/// Whether some plan meets these kinds of conditions; `true` when the effort does not tell.
pub(super) fn is_possible(question: &Question, conditions: &[Condition], effort: Effort) -> bool {
    let sides = question.rules.sides.iter().filter(|(kind, _)| conditions.contains(kind) && *kind != Condition::EveryoneWithin);
    let sides: Vec<Side> = sides.map(|(_, side)| side.clone()).collect();
    let (candidates, budget) = question.candidates();
    let budget = if conditions.contains(&Condition::Budget) { budget } else { i64::MAX };
    let rows: Vec<Vec<u32>> = match &question.near {
        Some(near) if conditions.contains(&Condition::EveryoneWithin) => near.rows.iter().map(|(row, _)| row.clone()).collect(),
        _ => Vec::new(),
    };
    !matches!(all_served(&candidates, budget, sides, &rows, effort), Served::Impossible)
}

/// What came of asking for a plan that serves every row.
enum Served {
    /// By these options.
    By(Vec<u32>),
    Impossible,
    Unknown(Ending),
}

/// Looks for options within a budget and sides that serve every row: as many rows as can be, which is all of them or is not.
fn all_served(candidates: &[Candidate], budget: i64, sides: Vec<Side>, rows: &[Vec<u32>], effort: Effort) -> Served {
    let clients = rows.iter().map(|row| row.iter().map(|option| (*option, 1.0)).collect());
    let problem = Problem::new(candidates.to_vec(), budget, 0.0, clients);
    let problem = if sides.is_empty() { problem } else { problem.with_sides(sides) };
    match solve(&problem, effort) {
        Outcome::Found(answer) if answer.value >= as_f64(i64::try_from(rows.len()).unwrap_or(i64::MAX)) - 0.5 => Served::By(answer.options),
        Outcome::Found(answer) if answer.ending == Ending::Optimal => Served::Impossible,
        Outcome::Found(answer) if answer.bound < as_f64(i64::try_from(rows.len()).unwrap_or(i64::MAX)) - 0.5 => Served::Impossible,
        Outcome::Found(answer) => Served::Unknown(answer.ending),
        Outcome::Impossible => Served::Impossible,
        Outcome::NothingYet { .. } => Served::Unknown(Ending::Worked),
    }
}

/// The plan whose farthest resident is nearest to a desk (p-center; Hakimi 1964).
///
/// A distance is possible when a plan serves everyone within it. Distances are halved in until none lies between what is impossible and what
/// a plan has.
pub(super) fn worst_distance(question: &Question, effort: Effort) -> Result<Plan, NoPlan> {
    let region = question.given.region;
    let detour = question.given.study.reach.detour;
    let cells: Vec<usize> =
        (0..region.cells.len()).filter(|cell| region.cells.residents()[*cell] > 0.0 && question.given.counts[*cell]).collect();
    let at = Planar(cells.iter().map(|cell| region.cells.at.get()[*cell]).collect::<Vec<_>>());
    let stays: Vec<_> = {
        let mut sites: Vec<usize> = question.menu.kept.iter().chain(&question.menu.others).map(|desk| desk.site).collect();
        sites.sort_unstable();
        sites.into_iter().map(|site| (super::rules::index(site), region.sites[site].at)).collect()
    };
    let staying: Vec<f64> = nearest(&at, &Tiles::new(at.get()), &stays).distance.iter().map(|metres| metres * detour).collect();
    let away = |place: usize, option: u32| {
        let (one, other) = (at.get()[place], region.sites[question.menu.options[option as usize].site].at.0);
        ((one.x - other.x).powi(2) + (one.y - other.y).powi(2)).sqrt() * detour
    };
    let farthest = |chosen: &[u32]| {
        let of_place = |place: usize| chosen.iter().map(|option| away(place, *option)).fold(staying[place], f64::min);
        (0..cells.len()).into_par_iter().map(of_place).reduce(|| 0.0, f64::max)
    };
    let options: Vec<u32> = question.menu.sites().map(|range| super::rules::index(range.start)).collect();
    let (candidates, budget) = question.candidates();
    let (mut nodes, mut work, mut ending) = (0, 0, Ending::Optimal);
    let mut ask = |distance: f64| {
        let near = Near::new(region, question.given.counts, &question.menu, Metres::new(distance).unwrap_or_default(), detour);
        if !near.beyond.is_empty() {
            return Served::Impossible;
        }
        let rows: Vec<Vec<u32>> = near.sides().into_iter().map(|side| side.terms.into_iter().map(|(option, _)| option).collect()).collect();
        nodes += 1;
        work += rows.iter().map(|row| row.len() as u64).sum::<u64>();
        all_served(&candidates, budget, question.sides(), &rows, effort)
    };
    // Whoever has no desk at all is as far as anyone can be.
    let everything = (0..cells.len())
        .into_par_iter()
        .map(|place| options.iter().map(|option| away(place, *option)).fold(0.0, f64::max))
        .reduce(|| 0.0, f64::max);
    let mut best = match ask(everything) {
        Served::By(chosen) => (farthest(&chosen), chosen),
        Served::Impossible => return Err(NoPlan::Obstacles(Vec::new())),
        Served::Unknown(_) => return Err(NoPlan::NothingYet),
    };
    // Nobody can be nearer than to the nearest of all.
    let all: Vec<u32> = options.clone();
    let mut low = farthest(&all);
    let mut is_settled = best.0 <= low;
    if !is_settled && let Served::By(chosen) = ask(low) {
        best = (farthest(&chosen), chosen);
        is_settled = true;
    }
    // low is impossible from here on; first by length, then one distance that occurs after the other.
    while !is_settled && best.0 - low > 1.0 {
        let middle = f64::midpoint(low, best.0);
        match ask(middle) {
            Served::By(chosen) => best = (farthest(&chosen), chosen),
            Served::Impossible => low = middle,
            Served::Unknown(cut) => {
                ending = cut;
                break;
            }
        }
    }
    if !is_settled && ending == Ending::Optimal {
        let within = |metres: &f64| *metres > low && *metres < best.0;
        let mut distances: Vec<f64> = (0..cells.len())
            .into_par_iter()
            .flat_map_iter(|place| options.iter().map(move |option| (place, *option)))
            .map(|(place, option)| away(place, option))
            .filter(within)
            .collect();
        distances.extend(staying.iter().copied().filter(within));
        distances.sort_unstable_by(f64::total_cmp);
        distances.dedup();
        let (mut from, mut to) = (0, distances.len());
        while from < to {
            let middle = usize::midpoint(from, to);
            match ask(distances[middle]) {
                Served::By(chosen) => {
                    best = (farthest(&chosen), chosen);
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
    Ok(Plan { chosen, value, bound, ending, nodes, work })
}

#[expect(clippy::cast_precision_loss, reason = "cents and counts are far below 2^53")]
fn as_f64(number: i64) -> f64 {
    number as f64
}
