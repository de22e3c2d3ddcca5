//! The p-center: nobody farther than can be helped.

use super::super::kernel::Effort;
use super::super::kernel::Ending;
use super::super::kernel::covering::{Cover, cheapest_cover, quick_cover};
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
    let farthest = |open: &[u32]| {
        let away = |client| open.iter().map(|option| places.distance(client, *option)).fold(f64::INFINITY, f64::min);
        (0..places.clients()).map(away).fold(0.0, f64::max)
    };
    let mut options = spread_out(places, count);
    let (mut high, mut low) = (farthest(&options), nearest.iter().map(|list| list[0].0).fold(0.0, f64::max));
    // Distances that occur, between what nobody can go below and what is known to be possible.
    let mut distances: Vec<f64> = (0..places.clients())
        .flat_map(|client| (0..places.options()).map(move |option| (client, option)))
        .filter_map(|(client, option)| u32::try_from(option).ok().map(|option| places.distance(client, option)))
        .filter(|distance| (low..=high).contains(distance))
        .collect();
    distances.sort_unstable_by(f64::total_cmp);
    distances.dedup();
    let (mut nodes, mut work) = (0, 0);
    let mut ending = Ending::Optimal;
    // distances[..from] are impossible, distances[to..] possible. What no quick look decides is between them, below `unknown`.
    let (mut from, mut to) = (0, distances.len().saturating_sub(1));
    let (mut unknown, mut step, mut descents) = (0, 1, 0);
    while from < to {
        let is_quick = unknown < to;
        let at = if is_quick { usize::midpoint(unknown, to) } else { to.saturating_sub(step).max(from) };
        let left = Effort { most_work: effort.most_work.saturating_sub(work), ..effort };
        let rows = places.within(distances[at]);
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

/// Again and again the option nearest to the client that is farthest off: at most three times as far as need be (Gonzalez 1985).
fn spread_out(places: &dyn Neighbours, count: u32) -> Vec<u32> {
    let nearest = places.nearest(1);
    let mut away = vec![f64::INFINITY; places.clients()];
    let mut open = Vec::new();
    for _ in 0..count {
        let Some(client) = (0..away.len()).max_by(|one, other| away[*one].total_cmp(&away[*other]).then(other.cmp(one))) else { break };
        let option = nearest[client][0].1;
        if open.contains(&option) {
            break;
        }
        open.push(option);
        away.iter_mut().enumerate().for_each(|(client, away)| *away = away.min(places.distance(client, option)));
    }
    open
}
