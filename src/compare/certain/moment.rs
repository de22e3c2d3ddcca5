//! Moment coverage of all need under one draw.

use super::steps::{Steps, found};
use crate::measure::add_classes;
use crate::model::{Count, GroupReach, Study, Venue};
use crate::week::Classes;

/// What moment coverage needs of the desks.
pub(super) struct Moments {
    /// The kind of venue of each desk.
    pub venues: Vec<Venue>,
    /// Classes of the week of each desk and of what its building adds.
    pub classes: Classes,
    /// The weight of each class, by profile.
    pub weights: Vec<Vec<f64>>,
    /// For each group of the counts its profile.
    pub profile_of: Vec<usize>,
}

/// Groups that agree in all that decides whom they find.
struct Kind {
    reach: GroupReach,
    profile: usize,
    /// Suitability of each desk.
    suits: Vec<f64>,
    /// Groups by index in the counts, with their weight.
    groups: Vec<(usize, f64)>,
}

/// What is used again for every cell: the last order of weeks, and the share that the first so many cover.
#[derive(Default)]
struct Scratch {
    met: Vec<(f64, u32)>,
    order: Vec<u32>,
    shares: Vec<f64>,
    union: Vec<u64>,
}

impl Moments {
    /// The part of the need that finds help (method §5); `None` without need. O(cells × kinds of residents × desks near).
    pub fn helped(&self, study: &Study, counts: &[Count], cells: &[u32], steps: &Steps) -> Option<f64> {
        let (mut helped, mut all) = (0.0, 0.0);
        for kind in self.kinds(study, counts) {
            let (some, need) = self.of_kind(study, counts, cells, steps, &kind);
            (helped, all) = (helped + some, all + need);
        }
        (all > 0.0).then(|| helped / all)
    }

    fn kinds(&self, study: &Study, counts: &[Count]) -> Vec<Kind> {
        let mut kinds: Vec<Kind> = Vec::new();
        for (group, count) in counts.iter().enumerate() {
            let weight = study.need.weight(&count.group);
            if weight <= 0.0 {
                continue;
            }
            let reach = study.reach.of(&count.group);
            let profile = self.profile_of[group];
            let suits: Vec<f64> = self.venues.iter().map(|venue| study.suitability.of(*venue, &count.group)).collect();
            let same = |kind: &&mut Kind| kind.reach == reach && kind.profile == profile && kind.suits == suits;
            match kinds.iter_mut().find(same) {
                Some(kind) => kind.groups.push((group, weight)),
                None => kinds.push(Kind { reach, profile, suits, groups: vec![(group, weight)] }),
            }
        }
        kinds
    }

    /// The need of a kind that finds help, and all of it.
    fn of_kind(&self, study: &Study, counts: &[Count], cells: &[u32], steps: &Steps, kind: &Kind) -> (f64, f64) {
        let tries = i32::try_from(study.moments.tries).unwrap_or(i32::MAX);
        let outside = study.moments.outside_desk_hours.get();
        let suit = kind.suits.first().copied().unwrap_or(0.0);
        let is_even = outside <= 0.0 && kind.suits.iter().all(|one| one.to_bits() == suit.to_bits());
        let beta = |metres: f64| kind.reach.decay.at(metres * kind.reach.detour);
        let mut scratch = Scratch::default();
        let (mut helped, mut all) = (0.0, 0.0);
        for (place, cell) in cells.iter().enumerate() {
            let need: f64 = kind.groups.iter().map(|(group, weight)| weight * counts[*group].persons[*cell as usize]).sum();
            if need <= 0.0 {
                continue;
            }
            all += need;
            helped += need
                * if is_even {
                    steps.met(place, kind.profile, tries, |metres| beta(metres) * suit)
                } else {
                    self.uneven(steps, place, kind, (tries, outside), &mut scratch)
                };
        }
        (helped, all)
    }

    /// Where desks do not suit alike, or help beside their hours counts, the nearest is not always the best.
    fn uneven(&self, steps: &Steps, cell: usize, kind: &Kind, (tries, outside): (i32, f64), scratch: &mut Scratch) -> f64 {
        let Scratch { met, order, shares, union } = scratch;
        met.clear();
        for place in steps.of(cell) {
            let (desk, metres) = steps.desk(place);
            let near = kind.reach.decay.at(metres * kind.reach.detour);
            if near <= 0.0 {
                break;
            }
            let beta = near * kind.suits[desk as usize];
            if beta > 0.0 {
                met.push((beta, 2 * desk));
                if outside > 0.0 {
                    met.push((beta * outside, 2 * desk + 1));
                }
            }
        }
        met.sort_unstable_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        // Cells side by side mostly have the same desks in the same order.
        if order.len() < met.len() || order.iter().zip(met.iter()).any(|(known, (_, week))| known != week) {
            order.clear();
            shares.clear();
            union.clear();
            union.resize(self.classes.words(), 0);
            let mut share = 0.0;
            for (_, week) in met.iter() {
                share += add_classes(union, self.classes.of(*week as usize), &self.weights[kind.profile]);
                order.push(*week);
                shares.push(share);
            }
        }
        let next = met.iter().skip(1).map(|(beta, _)| *beta).chain([0.0]);
        met.iter().zip(next).zip(shares.iter()).map(|(((beta, _), next), share)| (beta - next) * found(*share, tries)).sum()
    }
}
