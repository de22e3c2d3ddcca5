//! Facility location: opening costs money, and so does serving.

use super::super::kernel::{Candidate, Effort, Ending, Problem, solve};
use super::covering::minimised;
use super::quick::sum_between;
use super::{Solved, Unsolved};

/// Uncapacitated facility location: options such that what they cost and what it costs to serve every client from its cheapest option is
/// least together. `opening` is by option, `serving` by client and option; neither is negative. When it is time to stop before the search
/// begins it is the one option that costs least alone.
///
/// # Errors
/// [`Unsolved::NothingYet`] when the effort was spent before any answer; [`Unsolved::Impossible`] without options.
pub fn facility_location(opening: &[f64], serving: &[Vec<f64>], effort: Effort) -> Result<Solved, Unsolved> {
    if opening.is_empty() {
        return Err(Unsolved::Impossible);
    }
    let candidates = (0u32..).zip(opening).map(|(site, charge)| Candidate { site, charge: *charge, cost: 0 }).collect();
    // Not to be served costs a client more than its dearest option with all that there is to open: every plan that leaves one out is worse.
    let all: f64 = opening.iter().sum();
    let without: Vec<f64> = serving.iter().map(|row| row.iter().copied().fold(0.0, f64::max) + all + 1.0).collect();
    let client = |(row, without): (&Vec<f64>, &f64)| (0u32..).zip(row).map(|(option, cost)| (option, without - cost)).collect();
    let clients = (opening.len() * serving.len(), serving.iter().zip(&without).map(client));
    let Ok(problem) = Problem::until(candidates, i64::MAX, -without.iter().sum::<f64>(), clients, effort.stop) else {
        return quick_location(opening, serving).ok_or(Unsolved::NothingYet);
    };
    let solved = minimised(solve(&problem, effort))?;
    let cheapest = |row: &Vec<f64>| solved.options.iter().map(|option| row[*option as usize]).fold(f64::INFINITY, f64::min);
    let open: f64 = solved.options.iter().map(|option| opening[*option as usize]).sum();
    let value = open + serving.iter().map(cheapest).sum::<f64>();
    Ok(Solved { value, bound: solved.bound.min(value), ..solved })
}

/// The option that costs least alone, if any can serve everyone; nobody is served for less than by the cheapest for each.
fn quick_location(opening: &[f64], serving: &[Vec<f64>]) -> Option<Solved> {
    let mut alone = opening.to_vec();
    serving.iter().for_each(|row| alone.iter_mut().zip(row).for_each(|(sum, cost)| *sum += cost));
    let (option, value) = (0u32..).zip(alone).min_by(|one, other| one.1.total_cmp(&other.1)).filter(|(_, value)| value.is_finite())?;
    let (served, _) = sum_between(serving.iter().map(|row| row.iter().copied().fold(f64::INFINITY, f64::min)));
    let bound = served + opening.iter().copied().fold(f64::INFINITY, f64::min);
    Some(Solved { options: vec![option], value, bound: bound.min(value), ending: Ending::Stopped, nodes: 0, work: 0 })
}
