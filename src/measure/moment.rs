//! Moment coverage: the chance to find help, place and time together.

use rayon::prelude::*;

use super::desk::Desk;
use super::union::add;
use crate::model::{Cells, Group, GroupReach, Need, Region, Study};
use crate::reach::Matrix;
use crate::week::{Classes, Profile, Week};

/// The numbers of tries that are always shown.
pub const TRIES: [u32; 3] = [1, 3, 10];

/// The moment coverage of one cell for one kind of resident.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Moment {
    /// M for the study's number of tries: the expected value of the best β that is met, 0 to 1.
    pub helped: f64,
    /// M for each of [`TRIES`].
    pub tries: [f64; 3],
    /// M if every desk that is there were always open: the best β.
    pub always: f64,
}

impl Moment {
    /// What is lost because desks are far or do not suit: 1 − M with every desk always open.
    #[must_use]
    pub fn lost_to_distance(&self) -> f64 {
        1.0 - self.always
    }

    /// What is lost because desks are closed: M with every desk always open − M.
    #[must_use]
    pub fn lost_to_hours(&self) -> f64 {
        self.always - self.helped
    }

    /// Adds another, `weight` times.
    pub(super) fn add(&mut self, weight: f64, other: &Self) {
        self.helped += weight * other.helped;
        self.always += weight * other.always;
        self.tries.iter_mut().zip(other.tries).for_each(|(sum, tries)| *sum += weight * tries);
    }

    /// Each figure `weight` times.
    pub(super) fn scaled(&self, weight: f64) -> Self {
        let mut scaled = Self::default();
        scaled.add(weight, self);
        scaled
    }
}

/// What moment coverage depends on beside the place: groups that agree in this share one computation.
#[derive(Debug, Clone, PartialEq)]
struct Kind {
    reach: GroupReach,
    profile: Profile,
    /// Suitability of each desk's venue, in the order of the desks.
    suitability: Vec<f64>,
}

/// The moment coverage of every cell and group.
#[derive(Debug, Clone, PartialEq)]
pub struct Moments {
    /// For each group of [`crate::model::Cells::counts`] its place in `kinds`.
    kind: Vec<usize>,
    /// One value a cell, for each kind of resident.
    kinds: Vec<Vec<Moment>>,
}

impl Moments {
    /// The moment coverage of the residents of a group, by its index in the counts, in a cell.
    #[must_use]
    pub fn of(&self, group: usize, cell: usize) -> &Moment {
        &self.kinds[self.kind[group]][cell]
    }

    /// The part of the need of each cell that finds help, 0 to 1: M of each group, by its term of the need. Not a number in a cell without need.
    ///
    /// Weighed by the need of the cells it is the moment coverage over need of the places they make. O(cells × groups).
    #[must_use]
    pub fn of_need(&self, cells: &Cells, weights: &Need) -> Vec<f64> {
        let groups = cells.counts.iter().enumerate();
        let terms: Vec<_> =
            groups.map(|(group, count)| (group, count, weights.weight(&count.group))).filter(|(.., weight)| *weight > 0.0).collect();
        let share = |cell: usize| {
            let (mut helped, mut need) = (0.0, 0.0);
            for (group, count, weight) in &terms {
                let term = weight * count.persons[cell];
                helped += term * self.of(*group, cell).helped;
                need += term;
            }
            if need > 0.0 { helped / need } else { f64::NAN }
        };
        (0..cells.len()).map(share).collect()
    }
}

/// Computes M (method §5) for every cell and group, exactly, from the desks within the decay of each group.
///
/// Order the desks by β = decay · suitability; with `U_l` the share of the profile in the union of the weeks of the first l,
/// M = Σ (`β_l` − `β_{l+1}`) · (1 − (1 − `U_l`)^k). Help beside the desk's own hours counts as a desk of its own with the study's part of β.
/// Untimed hours are in no moment. O(pairs · classes of hours / 64) a kind of resident, in parallel over cells.
#[must_use]
pub fn moments(region: &Region, study: &Study, matrix: &Matrix, desks: &[Desk]) -> Moments {
    let (kind, kinds) = of_kinds(region, study, matrix, desks, |moment| moment);
    Moments { kind, kinds }
}

/// As [`moments`], and keeps of each only what `keep` takes: for each group the place of its kind of resident, and one value a cell for each
/// kind. A country has a few hundred thousand cells: what nobody asks for is not worth its room.
pub(super) fn of_kinds<T: Send>(
    region: &Region,
    study: &Study,
    matrix: &Matrix,
    desks: &[Desk],
    keep: impl Fn(Moment) -> T + Sync,
) -> (Vec<usize>, Vec<Vec<T>>) {
    let mut kinds: Vec<Kind> = Vec::new();
    let mut place_of = |group: &Group| {
        let kind = Kind {
            reach: study.reach.of(group),
            profile: study.moments.profile(group).clone(),
            suitability: desks.iter().map(|desk| study.suitability.of(region.sites[desk.site].venue, group)).collect(),
        };
        kinds.iter().position(|known| *known == kind).unwrap_or_else(|| {
            kinds.push(kind);
            kinds.len() - 1
        })
    };
    let kind = region.cells.counts.iter().map(|count| place_of(&count.group)).collect();
    let weeks: Vec<&Week> = desks.iter().flat_map(|desk| [&desk.week, &desk.beside]).collect();
    let hours = Hours {
        classes: Classes::new(&weeks, &study.moments.dayparts),
        places: place_of_sites(desks, region.sites.len()),
        outside: study.moments.outside_desk_hours.get(),
        tries: study.moments.tries,
    };
    let kinds = kinds.iter().map(|kind| hours.of_kind(matrix, kind, &keep)).collect();
    (kind, kinds)
}

/// The place of each site among the desks.
fn place_of_sites(desks: &[Desk], sites: usize) -> Vec<Option<u32>> {
    let mut places = vec![None; sites];
    desks.iter().zip(0..).for_each(|(desk, place)| places[desk.site] = Some(place));
    places
}

/// The weeks of all desks: two for each, its own and what its building adds.
struct Hours {
    classes: Classes,
    places: Vec<Option<u32>>,
    outside: f64,
    tries: u32,
}

impl Hours {
    fn of_kind<T: Send>(&self, matrix: &Matrix, kind: &Kind, keep: impl Fn(Moment) -> T + Sync) -> Vec<T> {
        let weights = self.classes.weights(&kind.profile);
        (0..matrix.cells())
            .into_par_iter()
            .map_init(Scratch::default, |scratch, cell| keep(self.of_cell(matrix, kind, &weights, cell, scratch)))
            .collect()
    }

    fn of_cell(&self, matrix: &Matrix, kind: &Kind, weights: &[f64], cell: usize, scratch: &mut Scratch) -> Moment {
        scratch.met.clear();
        let mut always = 0.0_f64;
        for (site, metres) in matrix.row(cell) {
            let Some(place) = self.places[site] else { continue };
            let beta = kind.reach.decay.at(metres * kind.reach.detour) * kind.suitability[place as usize];
            if beta > 0.0 {
                always = always.max(beta);
                scratch.met.push((beta, 2 * place));
                if self.outside > 0.0 {
                    scratch.met.push((beta * self.outside, 2 * place + 1));
                }
            }
        }
        // Equal β in any order give the same M; a fixed one gives the same bytes.
        scratch.met.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        scratch.union.clear();
        scratch.union.resize(self.classes.words(), 0);
        let mut moment = Moment { always, ..Moment::default() };
        let mut share = 0.0_f64;
        for (place, (beta, week)) in scratch.met.iter().enumerate() {
            share += add(&mut scratch.union, self.classes.of(*week as usize), weights);
            let next = scratch.met.get(place + 1).map_or(0.0, |(beta, _)| *beta);
            let step = beta - next;
            if step > 0.0 {
                let missed = (1.0 - share).clamp(0.0, 1.0);
                let found = |tries: u32| step * (1.0 - missed.powi(i32::try_from(tries).unwrap_or(i32::MAX)));
                moment.helped += found(self.tries);
                moment.tries.iter_mut().zip(TRIES).for_each(|(sum, tries)| *sum += found(tries));
            }
        }
        moment
    }
}

/// What a thread uses again for every cell.
#[derive(Default)]
struct Scratch {
    /// β and the number of the week, for each week within reach.
    met: Vec<(f64, u32)>,
    union: Vec<u64>,
}
