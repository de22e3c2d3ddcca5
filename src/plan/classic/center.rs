//! The p-center: nobody farther than can be helped.

use rayon::prelude::*;

use super::super::kernel::covering::{Cover, cheapest_cover, quick_cover};
use super::super::kernel::{Cut, Effort, Ending, Stop};
use super::{Neighbours, Solved, Unsolved};

/// Covers from above after which the steps down grow.
const PATIENCE: usize = 4;

/// The p-center (Hakimi 1964): at most `count` options such that the distance of the client that is farthest from its nearest is least.
///
/// A distance is possible when a set covering within it needs no more options. The distances at which that is asked are halved again and
/// again, first by a quick look: a bound that says no, or local search that finds a cover. What is left is then proven from above, so that
/// the search tree is grown for few distances: most often one.
///
/// # Errors
/// [`Unsolved::Impossible`] when `count` is 0 or there are no options; [`Unsolved::OutOfReach`] with a client that has no option at all.
pub fn p_center(places: &dyn Neighbours, count: u32, effort: Effort) -> Result<Solved, Unsolved> {
    if count == 0 || places.options() == 0 {
        return Err(Unsolved::Impossible);
    }
    if places.clients() == 0 {
        return Ok(Solved { options: Vec::new(), value: 0.0, bound: 0.0, ending: Ending::Optimal, nodes: 0, work: 0 });
    }
    let nearest = places.nearest(1);
    if let Some(client) = nearest.iter().position(Vec::is_empty) {
        return Err(Unsolved::OutOfReach { client });
    }
    let farthest = |open: &[u32]| places.away_from(open).into_iter().fold(0.0, f64::max);
    let (mut options, mut high) = spread_out(places, &nearest, count, effort.stop);
    let mut low = nearest.iter().map(|list| list[0].0).fold(0.0, f64::max);
    let (mut nodes, mut work) = (0, 0);
    let mut ending = Ending::Optimal;
    let between = if low < high { distances(places, low, high, effort.stop) } else { Ok(Vec::new()) };
    let distances = between.unwrap_or_else(|Cut| {
        ending = Ending::Stopped;
        Vec::new()
    });
    // distances[..from] are impossible, distances[to..] possible. What no quick look decides is between them, below `unknown`.
    let (mut from, mut to) = (0, distances.len().saturating_sub(1));
    let (mut unknown, mut step, mut descents) = (0, 1, 0);
    while from < to {
        let is_quick = unknown < to;
        let at = if is_quick { usize::midpoint(unknown, to) } else { to.saturating_sub(step).max(from) };
        let left = Effort { most_work: effort.most_work.saturating_sub(work), ..effort };
        let Ok(rows) = places.within_until(distances[at], effort.stop) else {
            ending = Ending::Stopped;
            break;
        };
        let cover = cover_within(rows, i64::from(count), places.options(), is_quick, left);
        let cover = cover.map_err(|client| Unsolved::OutOfReach { client })?;
        nodes += cover.nodes;
        work += cover.work;
        if let Some(cover) = cover.options {
            high = farthest(&cover);
            options = cover;
            to = distances.partition_point(|distance| *distance < high);
            descents += usize::from(!is_quick);
            step *= if descents > PATIENCE { 2 } else { 1 };
        } else if cover.bound > i64::from(count) {
            from = at + 1;
            unknown = unknown.max(from);
            (step, descents) = (1, 0);
        } else if is_quick && cover.ending == Ending::Optimal {
            unknown = at + 1;
        } else {
            ending = cover.ending;
            break;
        }
    }
    low = low.max(if ending == Ending::Optimal { high } else { distances.get(from).copied().unwrap_or(low) });
    options.sort_unstable();
    Ok(Solved { options, value: high, bound: low.min(high), ending, nodes, work })
}

fn cover_within(rows: Vec<Vec<u32>>, count: i64, options: usize, is_quick: bool, effort: Effort) -> Result<Cover, usize> {
    let costs = vec![1; options];
    if is_quick { quick_cover(rows, costs, count, effort) } else { cheapest_cover(rows, costs, Some(count), effort) }
}

/// The distances that occur from `low` to `high`, ascending.
fn distances(places: &dyn Neighbours, low: f64, high: f64, stop: Stop) -> Result<Vec<f64>, Cut> {
    let of_client = |client: usize| {
        let options = (0..places.options()).filter_map(|option| u32::try_from(option).ok());
        let between = options.map(|option| places.distance(client, option)).filter(|distance| (low..=high).contains(distance));
        if stop() { Err(Cut) } else { Ok(between.collect()) }
    };
    let rows: Vec<Vec<f64>> = (0..places.clients()).into_par_iter().map(of_client).collect::<Result<_, Cut>>()?;
    let mut distances = rows.concat();
    distances.par_sort_unstable_by(f64::total_cmp);
    distances.dedup();
    Ok(distances)
}

/// Again and again the option nearest to the client that is farthest off: at most three times as far as need be (Gonzalez 1985); and how far
/// anyone is then. Not before the first it ends when `stop` says so.
fn spread_out(places: &dyn Neighbours, nearest: &[Vec<(f64, u32)>], count: u32, stop: Stop) -> (Vec<u32>, f64) {
    let mut away = vec![f64::INFINITY; places.clients()];
    let mut open = Vec::new();
    for _ in 0..count {
        let Some(client) = (0..away.len()).max_by(|one, other| away[*one].total_cmp(&away[*other]).then(other.cmp(one))) else { break };
        let option = nearest[client][0].1;
        if open.contains(&option) || !open.is_empty() && stop() {
            break;
        }
        open.push(option);
        away.iter_mut().enumerate().for_each(|(client, away)| *away = away.min(places.distance(client, option)));
    }
    (open, away.into_iter().fold(0.0, f64::max))
}
