//! Serving within a distance: as much weight as so many options can, or everyone with as few as can be.

use super::super::kernel::covering::cheapest_cover;
use super::super::kernel::{Candidate, Effort, Outcome, Problem, solve};
use super::{Neighbours, Solved, Unsolved};

/// Maximal covering (Church & ReVelle 1974): at most `count` options such that the most weight lies within `distance` of one.
///
/// # Errors
/// [`Unsolved::NothingYet`] when the effort was spent before any answer.
pub fn maximal_covering(places: &dyn Neighbours, weights: &[f64], distance: f64, count: u32, effort: Effort) -> Result<Solved, Unsolved> {
    let client = |(row, weight): (Vec<u32>, &f64)| row.into_iter().map(|option| (option, *weight)).collect();
    let problem =
        Problem::new(alike(places.options()), i64::from(count), 0.0, places.within(distance).into_iter().zip(weights).map(client));
    maximised(solve(&problem, effort))
}

/// Location set covering (Toregas, Swain, ReVelle & Bergman 1971): as few options as can be such that every client is within `distance` of
/// one; with `only_reachable`, every client that is within `distance` of any.
///
/// # Errors
/// [`Unsolved::OutOfReach`] with the first client that no option is near enough to, unless those are left out; [`Unsolved::NothingYet`] when the effort was spent before
/// any answer.
pub fn set_covering(places: &dyn Neighbours, distance: f64, only_reachable: bool, effort: Effort) -> Result<Solved, Unsolved> {
    let costs = vec![1; places.options()];
    let mut rows = places.within(distance);
    if only_reachable {
        rows.retain(|row| !row.is_empty());
    }
    let cover = cheapest_cover(rows, costs, None, effort).map_err(|client| Unsolved::OutOfReach { client })?;
    let options = cover.options.ok_or(Unsolved::NothingYet)?;
    let value = as_f64(options.len());
    let bound = f64::min(value, as_f64(usize::try_from(cover.bound).unwrap_or(0)));
    Ok(Solved { options, value, bound, ending: cover.ending, nodes: cover.nodes, work: cover.work })
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
