//! Moment coverage of all need under one draw.

use super::kind::{Kind, kinds};
use super::steps::{Steps, found};
use crate::measure::add_classes;
use crate::model::{Count, Study, Venue};
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
        for kind in kinds(study, counts, &self.venues, |group| self.profile_of[group]) {
            let (some, need) = self.of_kind(study, counts, cells, steps, &kind);
            (helped, all) = (helped + some, all + need);
        }
        (all > 0.0).then(|| helped / all)
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
            let need = kind.need(counts, *cell as usize);
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
