//! Which scenario is best, and how often.

use std::collections::BTreeSet;

use super::figure::{Figure, Values};

/// How a scenario ranks in the draws, among those under the same circumstances. One that stands alone has no rank.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rank {
    /// The part of the draws in which it is first.
    pub first: Option<f64>,
    /// The part of the draws in which it is better than today; `None` for today itself.
    pub better: Option<f64>,
    /// Its mean place, from 1.
    pub place: Option<f64>,
    /// The part of the draws in which every pool can pay its desks; `None` while their costs are unknown. Known of one that stands alone too.
    pub fits: Option<f64>,
}

/// The rule by which scenarios rank: the larger share of this figure, to a hundredth of a per cent, below which nothing is known; ties to the
/// cheaper, then to the one that stands first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule(pub Figure);

impl Rule {
    /// Moment coverage, or the share within the norm where hours of any scenario are unknown.
    #[must_use]
    pub fn of(all: &[Values]) -> Self {
        let is_known = all.iter().all(|values| values.get(Figure::Moment).is_some());
        Self(if is_known { Figure::Moment } else { Figure::Within })
    }

    /// What it ranks by.
    #[must_use]
    pub fn value(self, values: &Values) -> f64 {
        values.get(self.0).unwrap_or(0.0)
    }

    /// The members, the best first.
    #[must_use]
    pub fn order(self, values: &[Values], members: &BTreeSet<usize>) -> Vec<usize> {
        let mut order: Vec<usize> = members.iter().copied().collect();
        let cost = |place: usize| values[place].get(Figure::Cost).unwrap_or(f64::INFINITY);
        order.sort_by(|one, other| {
            let by_value = rounded(self.value(&values[*other])).total_cmp(&rounded(self.value(&values[*one])));
            by_value.then(cost(*one).total_cmp(&cost(*other))).then(one.cmp(other))
        });
        order
    }
}

fn rounded(share: f64) -> f64 {
    (share * 1e4).round()
}

/// How often each scenario, of which 0 is today, is where. `groups` has for each the scenarios under the same circumstances. O(draws × scenarios
/// · log scenarios).
#[must_use]
pub fn ranks(rule: Rule, draws: &[Vec<Values>], groups: &[BTreeSet<usize>]) -> Vec<Rank> {
    #[expect(clippy::cast_precision_loss, reason = "at most 100,000 draws")]
    let part = |sum: usize| (!draws.is_empty()).then(|| sum as f64 / draws.len() as f64);
    let fits = |member: usize| {
        let short: Option<Vec<f64>> = draws.iter().map(|values| values[member].get(Figure::Short)).collect();
        part(short?.into_iter().filter(|short| *short <= 0.0).count())
    };
    let mut ranks: Vec<Rank> = (0..groups.len()).map(|member| Rank { fits: fits(member), ..Rank::default() }).collect();
    let distinct: BTreeSet<&BTreeSet<usize>> = groups.iter().filter(|group| group.len() > 1).collect();
    for group in distinct {
        let orders: Vec<Vec<usize>> = draws.iter().map(|values| rule.order(values, group)).collect();
        for member in group {
            let places: Vec<usize> = orders.iter().filter_map(|order| order.iter().position(|one| one == member)).collect();
            let is_better = |values: &&Vec<Values>| rounded(rule.value(&values[*member])) > rounded(rule.value(&values[0]));
            let better = (*member != 0 && group.contains(&0)).then(|| draws.iter().filter(is_better).count()).and_then(part);
            let first = part(places.iter().filter(|place| **place == 0).count());
            let place = part(places.iter().sum::<usize>()).map(|mean| mean + 1.0);
            ranks[*member] = Rank { first, better, place, ..ranks[*member] };
        }
    }
    ranks
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn values(moment: f64, cost: f64) -> Values {
        let mut values = Values::default();
        values.set(Figure::Moment, Some(moment));
        values.set(Figure::Cost, Some(cost));
        values
    }

    /// Today 50 %. The first scenario is better in two of four draws, and dearer where it is as good; the second always lies below.
    #[test]
    fn first_and_better_by_hand() {
        let draw = |moment| vec![values(0.5, 100.0), values(moment, 120.0), values(0.4, 50.0)];
        let draws = [0.6, 0.7, 0.5, 0.45].map(draw);
        let all = BTreeSet::from([0, 1, 2]);
        let found = ranks(Rule(Figure::Moment), &draws, &[all.clone(), all.clone(), all]);
        assert_eq!(found.iter().map(|rank| rank.first).collect::<Vec<_>>(), [Some(0.5), Some(0.5), Some(0.0)]);
        assert_eq!(found.iter().map(|rank| rank.better).collect::<Vec<_>>(), [None, Some(0.5), Some(0.0)]);
        assert_eq!(found[2].place, Some(3.0));
    }

    /// In one of four draws a pool lacks money: it fits in three. The other has no known costs in one.
    #[test]
    fn what_fits_by_hand() {
        let draw = |short: f64, other: Option<f64>| {
            let mut all = vec![Values::default(); 2];
            all[0].set(Figure::Short, Some(short));
            all[1].set(Figure::Short, other);
            all
        };
        let draws = [draw(1.0, None), draw(0.0, Some(0.0)), draw(0.0, Some(0.0)), draw(0.0, Some(5.0))];
        let alone = [BTreeSet::from([0]), BTreeSet::from([1])];
        let found = ranks(Rule(Figure::Moment), &draws, &alone);
        assert_eq!((found[0].fits, found[1].fits, found[0].first), (Some(0.75), None, None));
    }

    /// Of another year: it ranks with nobody.
    #[test]
    fn other_circumstances_rank_apart() {
        let draws = vec![vec![values(0.5, 1.0), values(0.6, 1.0), values(0.9, 1.0)]];
        let groups = [BTreeSet::from([0, 1]), BTreeSet::from([0, 1]), BTreeSet::from([2])];
        let found = ranks(Rule(Figure::Moment), &draws, &groups);
        assert_eq!((found[1].first, found[2]), (Some(1.0), Rank::default()));
    }

    proptest! {
        /// Against a count of who beats whom, pair by pair.
        #[test]
        fn equals_a_count_of_pairs(raw in prop::collection::vec(prop::collection::vec((0u8..4, 0u8..3), 4), 1..20)) {
            let draws: Vec<Vec<Values>> = raw.iter().map(|draw| {
                draw.iter().map(|(moment, cost)| values(f64::from(*moment) / 4.0, f64::from(*cost))).collect()
            }).collect();
            let all: BTreeSet<usize> = (0..4).collect();
            let found = ranks(Rule(Figure::Moment), &draws, &vec![all; 4]);
            let beats = |draw: &[(u8, u8)], one: usize, other: usize| {
                let ((m, c), (n, d)) = (draw[one], draw[other]);
                m > n || m == n && (c < d || c == d && one < other)
            };
            let part = |count: usize| f64::from(u32::try_from(count).unwrap()) / f64::from(u32::try_from(raw.len()).unwrap());
            for (one, rank) in found.iter().enumerate() {
                let first = raw.iter().filter(|draw| (0..4).all(|other| other == one || beats(draw, one, other))).count();
                prop_assert_eq!(rank.first, Some(part(first)));
                let before: usize = raw.iter().map(|draw| (0..4).filter(|other| *other != one && beats(draw, *other, one)).count()).sum();
                prop_assert!((rank.place.unwrap() - 1.0 - part(before)).abs() < 1e-12);
            }
        }
    }
}
