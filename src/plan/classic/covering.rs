//! Serving within a distance: as much weight as so many options can, or everyone with as few as can be.

use super::super::kernel::covering::cheapest_cover;
use super::super::kernel::{Candidate, Effort, Ending, Outcome, Problem, solve};
use super::quick::{nearest_to_most, sum_between};
use super::{Neighbours, Solved, Unsolved};

/// Maximal covering (Church & ReVelle 1974): at most `count` options such that the most weight lies within `distance` of one. When it is time
/// to stop before the search begins the options are those that are nearest to most weight.
///
/// # Errors
/// [`Unsolved::NothingYet`] when the effort was spent before any answer.
pub fn maximal_covering(places: &dyn Neighbours, weights: &[f64], distance: f64, count: u32, effort: Effort) -> Result<Solved, Unsolved> {
    let client = |(row, weight): (Vec<u32>, &f64)| row.into_iter().map(|option| (option, *weight)).collect();
    let problem = |rows: Vec<Vec<u32>>| {
        let clients = (rows.iter().map(Vec::len).sum(), rows.into_iter().zip(weights).map(client));
        Problem::until(alike(places.options()), i64::from(count), 0.0, clients, effort.stop)
    };
    let Ok(problem) = places.within_until(distance, effort.stop).and_then(problem) else {
        return Ok(quick_covering(places, weights, distance, count));
    };
    maximised(solve(&problem, effort))
}

fn quick_covering(places: &dyn Neighbours, weights: &[f64], distance: f64, count: u32) -> Solved {
    let nearest = places.nearest(1);
    let mut options = nearest_to_most(&nearest, weights, places.options(), count);
    let away = places.away_from(&options);
    let value = away.iter().zip(weights).filter(|(away, _)| **away <= distance).map(|(_, weight)| weight).sum();
    let near = nearest.iter().zip(weights).filter(|(list, _)| list.first().is_some_and(|(away, _)| *away <= distance));
    let (_, bound) = sum_between(near.map(|(_, weight)| *weight));
    options.sort_unstable();
    Solved { options, value, bound: bound.max(value), ending: Ending::Stopped, nodes: 0, work: 0 }
}

/// Location set covering (Toregas, Swain, ReVelle & Bergman 1971): as few options as can be such that every client is within `distance` of
/// one; with `only_reachable`, every client that is within `distance` of any. When it is time to stop before the search begins the options
/// are the nearest of each client.
///
/// # Errors
/// [`Unsolved::OutOfReach`] with the first client that no option is near enough to, unless those are left out; [`Unsolved::NothingYet`] when the effort was spent before
/// any answer.
pub fn set_covering(places: &dyn Neighbours, distance: f64, only_reachable: bool, effort: Effort) -> Result<Solved, Unsolved> {
    let costs = vec![1; places.options()];
    let quick = quick_cover(places, distance, only_reachable)?;
    let Ok(mut rows) = places.within_until(distance, effort.stop) else { return Ok(quick) };
    if only_reachable {
        rows.retain(|row| !row.is_empty());
    }
    let cover = cheapest_cover(rows, costs, None, effort).map_err(|client| Unsolved::OutOfReach { client })?;
    let options = cover.options.ok_or(Unsolved::NothingYet)?;
    let value = as_f64(options.len());
    let bound = f64::min(value, as_f64(usize::try_from(cover.bound).unwrap_or(0)));
    Ok(Solved { options, value, bound, ending: cover.ending, nodes: cover.nodes, work: cover.work })
}

/// Everyone's nearest option.
fn quick_cover(places: &dyn Neighbours, distance: f64, only_reachable: bool) -> Result<Solved, Unsolved> {
    let nearest = places.nearest(1);
    let near = |list: &Vec<(f64, u32)>| list.first().filter(|(away, _)| *away <= distance).map(|(_, option)| *option);
    if let Some(client) = nearest.iter().position(|list| near(list).is_none()).filter(|_| !only_reachable) {
        return Err(Unsolved::OutOfReach { client });
    }
    let mut options: Vec<u32> = nearest.iter().filter_map(near).collect();
    options.sort_unstable();
    options.dedup();
    let value = as_f64(options.len());
    Ok(Solved { options, value, bound: value.min(1.0), ending: Ending::Stopped, nodes: 0, work: 0 })
}

/// Options of which each counts as one.
pub(super) fn alike(options: usize) -> Vec<Candidate> {
    (0..options).filter_map(|site| u32::try_from(site).ok()).map(|site| Candidate { site, charge: 0.0, cost: 1 }).collect()
}

fn maximised(outcome: Outcome) -> Result<Solved, Unsolved> {
    match outcome {
        Outcome::Found(answer) => Ok(Solved {
            options: answer.options,
            value: answer.value,
            bound: answer.bound,
            ending: answer.ending,
            nodes: answer.nodes,
            work: answer.work,
        }),
        Outcome::Impossible => Err(Unsolved::Impossible),
        Outcome::NothingYet { .. } => Err(Unsolved::NothingYet),
    }
}

/// A value that is to be small, from one with its sign turned.
pub(super) fn minimised(outcome: Outcome) -> Result<Solved, Unsolved> {
    maximised(outcome).map(|solved| Solved { value: -solved.value, bound: -solved.bound, ..solved })
}

#[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
fn as_f64(number: usize) -> f64 {
    number as f64
}
