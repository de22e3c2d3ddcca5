//! How many people came to each desk, as desks count them.

use geo::{Centroid, Coord};

use super::country::{Branch, Neighbourhood};
use super::dice::{Dice, Topic};
use crate::crs::Planar;
use crate::week::parse;

/// Visits a week of a thousand residents who live near enough.
const OF_A_THOUSAND: f64 = 1.5;
/// Nobody goes farther than this from the middle of the neighbourhood, metres.
const NEAR: f64 = 2500.0;
/// How many weeks are counted.
const WEEKS: u32 = 13;
/// How much one desk differs from another of as many people, in standard deviations of its logarithm.
const BY_CHANCE: f64 = 0.3;

/// Gives every branch with a desk its visits over a quarter: the people of a neighbourhood divide themselves over the desks near it by the root
/// of their hours a week; and chance. O(neighbourhoods × desks).
pub(super) fn count(seed: u64, neighbourhoods: &[Neighbourhood], branches: &mut [Branch]) {
    let draws = |branch: &Branch| parse(&branch.hours).map_or(0.0, |parsed| parsed.opening.hours().get()).sqrt();
    let desks: Vec<(usize, f64, Planar<Coord<f64>>)> =
        branches.iter().enumerate().filter(|(_, branch)| branch.desk).map(|(place, branch)| (place, draws(branch), branch.at)).collect();
    let mut people = vec![0.0; branches.len()];
    for area in neighbourhoods {
        let Some(middle) = area.land.get().centroid().map(|middle| Planar(middle.0)) else { continue };
        let near = || desks.iter().filter(|(.., at)| at.distance(middle) <= NEAR);
        let all: f64 = near().map(|(_, drawn, _)| drawn).sum();
        near().filter(|_| all > 0.0).for_each(|(place, drawn, _)| people[*place] += f64::from(area.figures.residents) * drawn / all);
    }
    let mut dice = Dice::new(seed, Topic::Visits);
    for (branch, people) in branches.iter_mut().zip(people).filter(|(branch, _)| branch.desk) {
        let visits = f64::from(WEEKS) * OF_A_THOUSAND * people / 1000.0 * (BY_CHANCE * dice.normal()).exp();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "fewer than the residents, and not negative")]
        let visits = visits.round() as u32;
        branch.visits = Some(visits);
    }
}

/// The visits of the desks, and the weeks in which they were counted.
pub(super) fn rows(branches: &[Branch]) -> Vec<Vec<String>> {
    let mut rows = vec![["locatie", "bezoeken", "weken"].map(str::to_owned).to_vec()];
    for branch in branches {
        rows.extend(branch.visits.map(|visits| vec![branch.name.clone(), visits.to_string(), WEEKS.to_string()]));
    }
    rows
}
