//! The p-median: the options that are nearest on average.

use rayon::prelude::*;

use super::super::kernel::{Cut, Effort, Ending, Problem, Stop, solve};
use super::covering::{alike, minimised};
use super::quick::{nearest_to_most, sum_between};
use super::{Neighbours, Solved, Unsolved};

/// How many nearest options a client is given at first, for every option that would be its own if options were spread evenly.
const PER_SHARE: usize = 5;
/// No fewer than this.
const FEWEST: usize = 40;

/// The p-median (Hakimi 1964): `count` options such that Σ weight × distance to the nearest is least.
///
/// Every client has a list of its nearest options. An option beyond the list is charged the last distance of the list, which is less than it
/// is: the bound holds, and where the best plan serves everyone from their lists it is the best of all. Lists grow until it does, or until a
/// plan that is good enough for the effort is known. Memory is that of the lists. When it is time to stop before anything better is known
/// the options are those that are nearest to most weight.
///
/// # Errors
/// [`Unsolved::Impossible`] when there are fewer options than `count`, or none; [`Unsolved::OutOfReach`] with a client that has no option at
/// all; [`Unsolved::NothingYet`] when the effort was spent before any answer.
pub fn p_median(places: &dyn Neighbours, weights: &[f64], count: u32, effort: Effort) -> Result<Solved, Unsolved> {
    let options = places.options();
    if count == 0 || options < count as usize {
        return Err(Unsolved::Impossible);
    }
    let nearest = places.nearest(1);
    if let Some(client) = nearest.iter().position(Vec::is_empty) {
        return Err(Unsolved::OutOfReach { client });
    }
    let quick = quick(places, &nearest, weights, count);
    drop(nearest);
    let mut length = options.min(FEWEST.max(PER_SHARE * options / count as usize));
    let (mut best, mut spent): (Option<Solved>, u64) = (None, 0);
    loop {
        let cut = |best: Option<Solved>| {
            let best = best.map(|best| Solved { ending: Ending::Stopped, ..best });
            best.or(quick.clone()).ok_or(Unsolved::NothingYet)
        };
        let Ok(lists) = places.nearest_until(length, effort.stop) else { return cut(best) };
        let Ok(problem) = problem(&lists, weights, length, (options, count), effort.stop) else { return cut(best) };
        let left = Effort { most_work: effort.most_work.saturating_sub(spent), ..effort };
        let solved = match minimised(solve(&problem, left)) {
            Ok(solved) => solved,
            Err(unsolved) => return best.ok_or(unsolved),
        };
        spent += solved.work;
        let solved = Solved { options: filled(solved.options, options, count), ..solved };
        // What the lists charge too little is made good in the value.
        let value = true_value(places, &lists, weights, &solved.options);
        let better = best.as_ref().is_none_or(|best| value < best.value);
        let bound = best.as_ref().map_or(solved.bound, |best| best.bound.max(solved.bound));
        let options_now = if better { solved.options } else { best.as_ref().map_or_else(Vec::new, |best| best.options.clone()) };
        let value = if better { value } else { best.as_ref().map_or(value, |best| best.value) };
        let nodes = solved.nodes + best.as_ref().map_or(0, |best| best.nodes);
        // Someone has no way to the plan: that is the best there is where it is so by the whole lists.
        let is_whole = length == options && solved.ending == Ending::Optimal;
        let is_proven = if value.is_finite() { value - bound <= 1e-9 * value.abs() } else { is_whole };
        let is_enough = effort.gap > 0.0 && value.is_finite() && value - bound <= effort.gap * value.abs();
        let ending = match solved.ending {
            _ if is_proven => Ending::Optimal,
            _ if is_enough => Ending::GoodEnough,
            ending => ending,
        };
        if let Some(quick) = quick.clone().filter(|quick| ending == Ending::Stopped && (quick.value < value || quick.bound > bound)) {
            let bound = quick.bound.max(bound);
            let options = if quick.value < value { quick.options } else { options_now };
            let value = quick.value.min(value);
            return Ok(Solved { options, value, bound: bound.min(value), ending, nodes, work: spent });
        }
        let found = Solved { options: options_now, value, bound: if is_proven { value } else { bound }, ending, nodes, work: spent };
        let is_cut = matches!(solved.ending, Ending::Stopped | Ending::Worked);
        if is_proven || is_enough || is_cut || length == options {
            return Ok(found);
        }
        best = Some(found);
        length = options.min(2 * length);
    }
}

/// The problem of the lists: what a client saves of the last distance of its list. Where a list ends because there is no way to any other
/// option, not being served costs more than all distances together; who weighs nothing may go unserved.
fn problem(lists: &[Vec<(f64, u32)>], weights: &[f64], length: usize, (options, count): (usize, u32), stop: Stop) -> Result<Problem, Cut> {
    let last = |list: &Vec<(f64, u32)>| list.last().map_or(0.0, |(distance, _)| *distance);
    let all: f64 = lists.iter().zip(weights).map(|(list, weight)| weight * last(list)).sum();
    let without = |list: &Vec<(f64, u32)>, weight: f64| weight * last(list) + if list.len() < length && weight > 0.0 { all } else { 0.0 };
    let base: f64 = lists.iter().zip(weights).map(|(list, weight)| without(list, *weight)).sum();
    let client = |(list, weight): (&Vec<(f64, u32)>, &f64)| {
        let without = without(list, *weight);
        list.iter().map(|(distance, option)| (*option, without - weight * distance)).collect()
    };
    let clients = (lists.iter().map(Vec::len).sum(), lists.iter().zip(weights).map(client));
    Problem::until(alike(options), i64::from(count), -base, clients, stop)
}

/// A plan at once, and that everyone goes to their nearest option at least; `None` when someone has no way to the plan.
fn quick(places: &dyn Neighbours, nearest: &[Vec<(f64, u32)>], weights: &[f64], count: u32) -> Option<Solved> {
    let options = nearest_to_most(nearest, weights, places.options(), count);
    let away = places.away_from(&options);
    let value: f64 = away.iter().zip(weights).filter(|(_, weight)| **weight != 0.0).map(|(away, weight)| away * weight).sum();
    let least = nearest.iter().zip(weights).map(|(list, weight)| list.first().map_or(0.0, |(away, _)| weight * away));
    let bound = sum_between(least).0.min(value);
    value.is_finite().then_some(Solved { options, value, bound, ending: Ending::Stopped, nodes: 0, work: 0 })
}

/// Makes it exactly so many options: one more never makes a distance longer.
fn filled(mut open: Vec<u32>, options: usize, count: u32) -> Vec<u32> {
    let more = (0..options).filter_map(|option| u32::try_from(option).ok()).filter(|option| open.binary_search(option).is_err());
    let more: Vec<u32> = more.take((count as usize).saturating_sub(open.len())).collect();
    open.extend(more);
    open.sort_unstable();
    open
}

fn true_value(places: &dyn Neighbours, lists: &[Vec<(f64, u32)>], weights: &[f64], open: &[u32]) -> f64 {
    let mut is_open = vec![false; places.options()];
    open.iter().for_each(|option| is_open[*option as usize] = true);
    let nearest = |client: usize| {
        let listed = lists[client].iter().find(|(_, option)| is_open[*option as usize]).map(|(distance, _)| *distance);
        listed.unwrap_or_else(|| open.iter().map(|option| places.distance(client, *option)).fold(f64::INFINITY, f64::min))
    };
    let each: Vec<f64> = (0..lists.len())
        .into_par_iter()
        .map(|client| if weights[client] == 0.0 { 0.0 } else { weights[client] * nearest(client) })
        .collect();
    each.iter().sum()
}
