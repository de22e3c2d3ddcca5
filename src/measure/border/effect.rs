//! What borders cost today: every measure with the desks of one side and with all.

use std::ops::Range;

use rayon::prelude::*;

use super::case::{Case, Cases};
use super::people::People;
use super::side::Side;
use super::total::{Total, totals};
use crate::measure::Who;
use crate::measure::quantile::{Classed, Weighed};
use crate::model::{Region, Study};
use crate::units::Metres;

/// For whom an effect is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// Everyone the study reports on.
    Study,
    /// The residents of the study's municipalities that a library serves, by index in [`Region::libraries`].
    Library(usize),
    /// The residents of a municipality, by index.
    Municipality(usize),
}

/// The measures over the same people with one set of desks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Compared {
    /// Mean distance to the nearest desk.
    pub mean: Metres,
    /// Smallest distance within which nine tenths of them live.
    pub p90: Metres,
    /// Persons, or need, with a desk within the norm.
    pub within_norm: f64,
    /// Mean of the reachable hours a week; `None` when no hours are known.
    pub hours: Option<f64>,
    /// Moment coverage, 0 to 1; `None` when no hours are known.
    pub moments: Option<f64>,
}

/// What a border costs a party. All weights are persons, or need for [`Who::Need`].
#[derive(Debug, Clone, PartialEq)]
pub struct BorderEffect {
    /// For whom.
    pub party: Party,
    /// For which of them.
    pub who: Who,
    /// The desks that are left with the border: [`Side::Own`] or [`Side::Library`].
    pub side: Side,
    /// All of them.
    pub weight: f64,
    /// Those for whom no desk at all is left: they are in no mean.
    pub without: f64,
    /// Those of them who have no desk across the border either; nobody, unless there is no desk anywhere.
    pub nowhere: f64,
    /// Those who have a desk within the norm, and only across the border.
    pub only_across: f64,
    /// With the border, over those for whom a desk is left; `None` when there is nobody.
    pub with_border: Option<Compared>,
    /// Without the border, over the same.
    pub without_border: Option<Compared>,
}

impl BorderEffect {
    /// Who is compared: everyone for whom a desk is left.
    #[must_use]
    pub fn compared(&self) -> f64 {
        self.weight - self.without
    }

    /// Who has a desk only across the border.
    #[must_use]
    pub fn across(&self) -> f64 {
        self.without - self.nowhere
    }

    /// Metres that the border adds to the mean distance, never negative.
    #[must_use]
    pub fn metres(&self) -> Option<f64> {
        self.more(|figures| Some(figures.mean.get()))
    }

    /// Metres that it adds to the distance within which nine tenths live, never negative.
    #[must_use]
    pub fn p90_metres(&self) -> Option<f64> {
        self.more(|figures| Some(figures.p90.get()))
    }

    /// Those that it keeps from a desk within the norm though a desk is left to them, never negative.
    #[must_use]
    pub fn within_norm(&self) -> Option<f64> {
        self.less(|figures| Some(figures.within_norm))
    }

    /// Reachable hours a week that it takes, in the mean, never negative.
    #[must_use]
    pub fn hours(&self) -> Option<f64> {
        self.less(|figures| figures.hours)
    }

    /// Moment coverage that it takes, never negative.
    #[must_use]
    pub fn moments(&self) -> Option<f64> {
        self.less(|figures| figures.moments)
    }

    /// How much more a figure is with the border. Only rounding can make it less, and then it is nothing.
    fn more(&self, value: impl Fn(&Compared) -> Option<f64>) -> Option<f64> {
        let (with, without) = (value(self.with_border.as_ref()?)?, value(self.without_border.as_ref()?)?);
        Some((with - without).max(0.0))
    }

    /// How much less a figure is with the border.
    fn less(&self, value: impl Fn(&Compared) -> Option<f64>) -> Option<f64> {
        self.more(|figures| value(figures).map(|value| -value))
    }
}

/// The effect of the border of the own municipality and of that of the own library, for the study, every library and every municipality, and
/// for every group and the need (method §8).
///
/// Contract: means, quantiles and differences are over the people who have a desk in both cases; the others are counted beside. Each side has
/// all desks of the one before, so no effect is negative, and it is zero where nothing across the border is nearer, or open. Parties in their
/// order, groups by index and the need last. A cell is summed once, for its municipality: the sums of a library and of the study are those of
/// their municipalities. O(cells × groups + parties × groups · log cells for the quantiles), in parallel.
#[must_use]
pub fn effects(region: &Region, study: &Study, cases: &Cases, need: &[f64]) -> Vec<BorderEffect> {
    let people = People::of(region, cases, need);
    let sides = [&cases.own, &cases.library];
    let of_municipality = |cells: &Range<usize>| sides.map(|case| totals(region, study, &people, cells.clone(), [case, &cases.all]));
    let sums: Vec<[Vec<Total>; 2]> = people.of.par_iter().map(of_municipality).collect();
    let work = Work { region, study, all: &cases.all, people: &people };
    parties(region, &people)
        .into_par_iter()
        .flat_map_iter(|(party, members)| {
            let of_side = |side: usize| {
                let mut together = vec![Total::default(); region.cells.counts.len()];
                for member in &members {
                    together.iter_mut().zip(&sums[*member][side]).for_each(|(sum, more)| sum.add(more, 1.0));
                }
                work.of_side(party, &members, &together, sides[side])
            };
            [of_side(0), of_side(1)].concat()
        })
        .collect()
}

/// Every party, with the places of its municipalities among those of the study.
fn parties(region: &Region, people: &People) -> Vec<(Party, Vec<usize>)> {
    let of_library = |library: usize| {
        let serves = |municipality: usize| region.libraries[library].municipalities.iter().any(|(served, _)| *served == municipality);
        let members = (0..people.municipalities.len()).filter(|place| serves(people.municipalities[*place]));
        (Party::Library(library), members.collect::<Vec<usize>>())
    };
    let lives_in = |members: &[usize]| members.iter().any(|place| !people.of[*place].is_empty());
    let mut parties = vec![(Party::Study, (0..people.municipalities.len()).collect())];
    parties.extend((0..region.libraries.len()).map(of_library).filter(|(_, members)| lives_in(members)));
    parties.extend(people.municipalities.iter().enumerate().map(|(place, index)| (Party::Municipality(*index), vec![place])));
    parties
}

struct Work<'a> {
    region: &'a Region,
    study: &'a Study,
    all: &'a Case,
    people: &'a People,
}

impl Work<'_> {
    /// The effect for every group, of which the sums are given, and for the need.
    fn of_side(&self, party: Party, members: &[usize], sums: &[Total], case: &Case) -> Vec<BorderEffect> {
        let p90 = self.p90(members, case);
        let counts = &self.region.cells.counts;
        let mut need = Total::default();
        let mut effects = Vec::with_capacity(counts.len() + 1);
        for (group, (count, sums)) in counts.iter().zip(sums).enumerate() {
            need.add(sums, self.study.need.weight(&count.group));
            let factor = self.study.reach.of(&count.group).detour / self.study.reach.detour;
            let p90 = p90[group].map(|metres| metres.map(|metres| metres * factor));
            effects.push(self.effect(party, Who::Group(group), case.side, sums, p90));
        }
        effects.push(self.effect(party, Who::Need, case.side, &need, p90[counts.len()]));
        effects
    }

    /// The distance within which nine tenths of each group and of the need live, over those for whom a desk is left: to a desk of the side, and
    /// to any. `None` without people.
    fn p90(&self, members: &[usize], case: &Case) -> Vec<[Option<f64>; 2]> {
        let people = self.people;
        let places = members.iter().flat_map(|member| people.of[*member].clone());
        let distances = [case.side, Side::All].map(|side| people.distances(side));
        let left: Vec<usize> = places.filter(|place| distances[0][*place].is_finite()).collect();
        let metres = distances.map(|distances| left.iter().map(|place| distances[*place]).collect::<Vec<f64>>());
        let classed = metres.each_ref().map(|metres| Classed::new(metres));
        let columns = self.region.cells.counts.len() + 1;
        let mut weighed = classed.each_ref().map(|classed| Weighed::new(classed, columns));
        for (value, place) in left.iter().enumerate() {
            weighed.iter_mut().for_each(|weighed| weighed.add(value, people.weights(*place)));
        }
        let [with, without] = weighed.map(|weighed| weighed.quantiles(0.9, |value, column| people.weights(left[value])[column]));
        with.into_iter().zip(without).map(|(with, without)| [with, without]).collect()
    }

    fn effect(&self, party: Party, who: Who, side: Side, sums: &Total, p90: [Option<f64>; 2]) -> BorderEffect {
        let compared = sums.weight - sums.without;
        let known = self.all.hours.is_some();
        let figures = |side: usize| {
            let mean = |sum: f64| if compared > 0.0 { sum / compared } else { f64::NAN };
            Some(Compared {
                mean: Metres::new(mean(sums.metres[side]))?,
                p90: Metres::new(p90[side]?)?,
                within_norm: sums.within[side],
                hours: known.then(|| mean(sums.hours[side])),
                moments: known.then(|| mean(sums.moments[side])),
            })
        };
        BorderEffect {
            party,
            who,
            side,
            weight: sums.weight,
            without: sums.without,
            nowhere: sums.nowhere,
            only_across: sums.only_across,
            with_border: figures(0),
            without_border: figures(1),
        }
    }
}
