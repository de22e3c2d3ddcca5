//! Library organisations: most serve one municipality, some several neighbours; a few municipalities have none.

use super::config::Config;
use super::country::{Library, Municipality};
use super::dice::{Dice, Topic};
use super::settlements::Places;
use super::voronoi::distance;

/// Municipalities beyond the first that organisations serve, in turn, while there are any left.
const MORE: [usize; 5] = [4, 2, 1, 3, 1];

/// Shares the municipalities out among the organisations. The smallest ones are left without.
pub(super) fn share_out(config: &Config, places: &Places, municipalities: &[Municipality]) -> Vec<Library> {
    let mut dice = Dice::new(config.seed, Topic::Libraries);
    let mut by_size: Vec<usize> = (0..municipalities.len()).collect();
    by_size.sort_by_key(|&index| (municipalities.get(index).map(|municipality| municipality.figures.residents), index));
    let mut free: Vec<usize> = by_size.split_off(config.unserved.min(by_size.len()));
    let mut left = free.len().saturating_sub(config.libraries);
    let mut libraries = Vec::new();
    for turn in 0..config.libraries {
        let last = turn + 1 == config.libraries;
        let more = if last { left } else { MORE.get(turn % MORE.len()).copied().unwrap_or(0).min(left) };
        left -= more;
        // The most remote municipality that is left, and the nearest to it.
        let Some(first) = remote(&free, places) else { break };
        free.sort_by(|&a, &b| apart(places, first, a).total_cmp(&apart(places, first, b)).then(a.cmp(&b)));
        let rest = free.split_off((1 + more).min(free.len()));
        let mut served: Vec<(usize, u16)> = std::mem::replace(&mut free, rest).into_iter().map(|index| (index, since(&mut dice))).collect();
        served.sort_unstable();
        let largest = served.iter().filter_map(|&(index, _)| municipalities.get(index)).max_by_key(|served| served.figures.residents);
        let name = if turn == 0 { config.region.clone() } else { largest.map_or_else(String::new, |largest| largest.name.clone()) };
        libraries.push(Library { name: format!("Bibliotheek {name}"), municipalities: served });
    }
    libraries
}

/// The one of `free` that is farthest from the others: its nearest fellows are taken together with it.
fn remote(free: &[usize], places: &Places) -> Option<usize> {
    let spread = |&index: &usize| -> f64 { free.iter().map(|&other| apart(places, index, other)).sum() };
    free.iter().copied().max_by(|a, b| spread(a).total_cmp(&spread(b)).then(b.cmp(a)))
}

/// Distance between the towns of two municipalities.
fn apart(places: &Places, a: usize, b: usize) -> f64 {
    match (places.settlements.get(a), places.settlements.get(b)) {
        (Some(a), Some(b)) => distance(a.at, b.at),
        _ => f64::INFINITY,
    }
}

/// The year in which an organisation began to serve a municipality.
#[expect(clippy::cast_possible_truncation, reason = "below 30")]
fn since(dice: &mut Dice) -> u16 {
    1995 + dice.below(28) as u16
}
