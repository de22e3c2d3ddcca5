//! Which weeks someone hits who comes at a few hours: the sets of weeks that are told apart, each with its chance.

use std::collections::BTreeMap;

use crate::week::{Classes, Dayparts, Profile, Week};

/// A set of weeks, by their place in a list of at most 128.
pub type Weeks = u128;

/// The most weeks that one list can have.
pub const MOST_WEEKS: usize = 128;

/// The most sets that are kept on the way.
const MOST_SETS: usize = 4096;

/// A set of weeks of which each has an hour that is hit, and no other week has; with the chance of that.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// The weeks.
    pub weeks: Weeks,
    /// Its chance, above 0.
    pub chance: f64,
}

/// The sets of weeks that `tries` hours hit, drawn independently from a profile, with their chances; sets of `held` weeks alone are left out. At
/// most `most` sets, ascending.
///
/// Hours that lie in the same weeks are one class; the sets of one try are those of the classes, and each further try adds one to what was
/// hit before (method §5 and §6: the same as inclusion and exclusion over classes, without its cancellation). Where there are more sets than
/// `most` the likeliest are kept, and each other one counts as a kept set, or as one more, that has all its weeks but no more of the `held`
/// ones: those of desks that are there anyway. Who hits more that can be chosen gains more, so that a bound from these sets still holds.
/// O(tries × sets × classes).
#[must_use]
pub fn hits(weeks: &[&Week], held: Weeks, dayparts: &Dayparts, profile: &Profile, tries: u32, most: usize) -> (Vec<Hit>, bool) {
    let classes = Classes::new(weeks, dayparts);
    let chances = classes.weights(profile);
    let mut once: BTreeMap<Weeks, f64> = BTreeMap::new();
    for (class, chance) in chances.iter().enumerate().filter(|(_, chance)| **chance > 0.0) {
        let holds = |week: &usize| classes.of(*week)[class / 64] >> (class % 64) & 1 == 1;
        let set = (0..weeks.len()).filter(holds).fold(0, |set, week| set | 1 << week);
        *once.entry(set).or_default() += chance;
    }
    let missed = (1.0 - once.values().sum::<f64>()).max(0.0);
    if missed > 0.0 {
        *once.entry(0).or_default() += missed;
    }
    let all = (0..weeks.len()).fold(0, |set, week| set | 1 << week);
    let mut sets = BTreeMap::from([(0, 1.0)]);
    let mut is_exact = true;
    for _ in 0..tries {
        let mut next: BTreeMap<Weeks, f64> = BTreeMap::new();
        for (before, chance) in &sets {
            for (set, more) in &once {
                *next.entry(before | set).or_default() += chance * more;
            }
        }
        is_exact &= next.len() <= MOST_SETS;
        sets = fewer(next, MOST_SETS, all, held);
        // Further tries change nothing once everything is hit.
        if sets.len() == 1 && sets.contains_key(&all) {
            break;
        }
    }
    is_exact &= sets.len() <= most;
    let sets = fewer(sets, most, all, held);
    let gains = sets.into_iter().filter(|(set, chance)| set & !held != 0 && *chance > 0.0);
    (gains.map(|(weeks, chance)| Hit { weeks, chance }).collect(), is_exact)
}

/// The likeliest sets, with the chances of the others added to a kept one that gains no less, or to the one that gains most.
fn fewer(sets: BTreeMap<Weeks, f64>, most: usize, all: Weeks, held: Weeks) -> BTreeMap<Weeks, f64> {
    if sets.len() <= most {
        return sets;
    }
    // What gains nothing stays as it is; else a set with the held weeks turned gains more the more it has.
    let (nothing, some): (Vec<_>, Vec<_>) = sets.into_iter().partition(|(set, _)| set & !held == 0);
    let mut order: Vec<(Weeks, f64)> = some.into_iter().map(|(set, chance)| (set ^ held, chance)).collect();
    order.sort_unstable_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    let rest = order.split_off(most.max(1).min(order.len()));
    let mut kept: BTreeMap<Weeks, f64> = order.iter().copied().collect();
    order.sort_unstable_by_key(|(set, _)| (set.count_ones(), *set));
    for (set, chance) in rest {
        let holder = order.iter().find(|(kept, _)| set & !kept == 0).map_or(all, |(kept, _)| *kept);
        *kept.entry(holder).or_default() += chance;
    }
    nothing.into_iter().chain(kept.into_iter().map(|(set, chance)| (set ^ held, chance))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::week::{Opening, parse};

    fn week(text: &str) -> Week {
        match parse(text).unwrap().opening {
            Opening::Timed { week } => week,
            Opening::Untimed(_) => panic!("no times"),
        }
    }

    /// As the worked example of method §5 in the 78 hours of all dayparts: A open 8, B open 20, 4 of them together. In one try: A alone 4/78, B
    /// alone 16/78, both 4/78. In two: both = 1 − (missing A) − (missing B) + (missing both) = 1 − (70/78)² − (58/78)² + (54/78)².
    #[test]
    fn two_weeks_by_hand() {
        let dayparts = Dayparts::default();
        let profile = Profile::mix(&dayparts, &[("anytime".to_owned(), 1.0)].into()).unwrap();
        let (a, b) = (week("ma 8-16"), week("ma 12-16; di 8-20; wo 8-12"));
        assert_eq!((a.hours().get(), b.hours().get(), a.intersection(&b).hours().get()), (8.0, 20.0, 4.0));
        let (once, is_exact) = hits(&[&a, &b], 0, &dayparts, &profile, 1, 100);
        assert!(is_exact);
        let near = |found: &[Hit], expected: &[(Weeks, f64)]| {
            assert_eq!(found.len(), expected.len(), "{found:?}");
            for (hit, (weeks, chance)) in found.iter().zip(expected) {
                assert!(hit.weeks == *weeks && (hit.chance - chance).abs() < 1e-12, "{found:?}");
            }
        };
        near(&once, &[(1, 4.0 / 78.0), (2, 16.0 / 78.0), (3, 4.0 / 78.0)]);
        let (none, no_a, no_b) = ((54.0_f64 / 78.0).powi(2), (70.0_f64 / 78.0).powi(2), (58.0_f64 / 78.0).powi(2));
        let (twice, _) = hits(&[&a, &b], 0, &dayparts, &profile, 2, 100);
        near(&twice, &[(1, no_b - none), (2, no_a - none), (3, 1.0 - no_a - no_b + none)]);
    }

    /// With room for one set everything else that is hit counts as both weeks.
    #[test]
    fn what_is_left_out_counts_as_more() {
        let dayparts = Dayparts::default();
        let profile = Profile::mix(&dayparts, &[("anytime".to_owned(), 1.0)].into()).unwrap();
        let (a, b) = (week("ma 8-16"), week("di 8-16"));
        let (all, all_kept) = hits(&[&a, &b], 0, &dayparts, &profile, 3, 100);
        let (few, few_kept) = hits(&[&a, &b], 0, &dayparts, &profile, 3, 1);
        let sum = |found: &[Hit], week: u32| found.iter().filter(|hit| hit.weeks >> week & 1 == 1).map(|hit| hit.chance).sum::<f64>();
        assert_eq!((all.len(), all_kept, few_kept), (3, true, false));
        assert!(few.len() == 2 && (0..2).all(|week| sum(&few, week) >= sum(&all, week) - 1e-15), "{few:?}");
    }
}
