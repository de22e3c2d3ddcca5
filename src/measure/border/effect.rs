//! What borders cost today: every measure with the desks of one side and with all.

use rayon::prelude::*;

use super::case::{Case, Cases};
use super::side::Side;
use crate::measure::quantile::Classed;
use crate::measure::{Level, Who, places};
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
    let work = Work { region, study, all: &cases.all, need };
    let municipalities: Vec<(usize, Vec<u32>)> = places(region)
        .into_iter()
        .filter(|place| place.level == Level::Municipality)
        .filter_map(|place| Some((place.index?, place.cells)))
        .collect();
    let sides = [&cases.own, &cases.library];
    let groups = 0..region.cells.counts.len();
    let sums_of = |(_, cells): &(usize, Vec<u32>)| sides.map(|case| groups.clone().map(|group| work.sums(group, cells, case)).collect());
    let sums: Vec<[Vec<Sums>; 2]> = municipalities.par_iter().map(sums_of).collect();
    parties(region, &municipalities)
        .into_par_iter()
        .flat_map_iter(|(party, members)| {
            let cells: Vec<u32> = members.iter().flat_map(|member| &municipalities[*member].1).copied().collect();
            let of_side = |side: usize| {
                let mut together = vec![Sums::default(); groups.len()];
                for member in &members {
                    together.iter_mut().zip(&sums[*member][side]).for_each(|(sum, more)| sum.add(more, 1.0));
                }
                work.of_side(party, &cells, &together, sides[side])
            };
            [of_side(0), of_side(1)].concat()
        })
        .collect()
}

/// Every party, with the places of its municipalities in the list of those of the study.
fn parties(region: &Region, municipalities: &[(usize, Vec<u32>)]) -> Vec<(Party, Vec<usize>)> {
    let of_library = |library: usize| {
        let serves = |municipality: usize| region.libraries[library].municipalities.iter().any(|(served, _)| *served == municipality);
        let members = (0..municipalities.len()).filter(|place| serves(municipalities[*place].0));
        (Party::Library(library), members.collect::<Vec<usize>>())
    };
    let lives_in = |members: &[usize]| members.iter().any(|place| !municipalities[*place].1.is_empty());
    let mut parties = vec![(Party::Study, (0..municipalities.len()).collect())];
    parties.extend((0..region.libraries.len()).map(of_library).filter(|(_, members)| lives_in(members)));
    parties.extend(municipalities.iter().enumerate().map(|(place, (index, _))| (Party::Municipality(*index), vec![place])));
    parties
}

struct Work<'a> {
    region: &'a Region,
    study: &'a Study,
    all: &'a Case,
    need: &'a [f64],
}

/// What is summed over the people of a party who have a desk in both cases.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    weight: f64,
    without: f64,
    nowhere: f64,
    only_across: f64,
    metres: [f64; 2],
    within: [f64; 2],
    hours: [f64; 2],
    moments: [f64; 2],
}

impl Sums {
    fn add(&mut self, other: &Self, factor: f64) {
        let scalars = [
            (&mut self.weight, other.weight),
            (&mut self.without, other.without),
            (&mut self.nowhere, other.nowhere),
            (&mut self.only_across, other.only_across),
        ];
        scalars.into_iter().for_each(|(sum, more)| *sum += factor * more);
        for (sums, more) in [
            (&mut self.metres, other.metres),
            (&mut self.within, other.within),
            (&mut self.hours, other.hours),
            (&mut self.moments, other.moments),
        ] {
            sums.iter_mut().zip(more).for_each(|(sum, more)| *sum += factor * more);
        }
    }
}

impl Work<'_> {
    /// The effect for every group, of which the sums are given, and for the need.
    fn of_side(&self, party: Party, cells: &[u32], sums: &[Sums], case: &Case) -> Vec<BorderEffect> {
        let left: Vec<u32> = cells.iter().copied().filter(|cell| case.distance[*cell as usize].is_finite()).collect();
        let metres = |case: &Case| -> Vec<f64> { left.iter().map(|cell| case.distance[*cell as usize]).collect() };
        let metres = [metres(case), metres(self.all)];
        let classed = metres.each_ref().map(|metres| Classed::new(metres));
        let p90 = |weights: &[f64]| classed.each_ref().map(|classed| classed.quantiles(weights, &[0.9]).first().copied());
        let counts = &self.region.cells.counts;
        let mut need = Sums::default();
        let mut effects = Vec::with_capacity(counts.len() + 1);
        for (group, (count, sums)) in counts.iter().zip(sums).enumerate() {
            need.add(sums, self.study.need.weight(&count.group));
            let weights: Vec<f64> = left.iter().map(|cell| count.persons[*cell as usize]).collect();
            let factor = self.study.reach.of(&count.group).detour / self.study.reach.detour;
            effects.push(self.effect(
                party,
                Who::Group(group),
                case.side,
                sums,
                p90(&weights).map(|metres| metres.map(|metres| metres * factor)),
            ));
        }
        let weights: Vec<f64> = left.iter().map(|cell| self.need[*cell as usize]).collect();
        effects.push(self.effect(party, Who::Need, case.side, &need, p90(&weights)));
        effects
    }

    /// What a group has together with the desks of one side, and with all.
    fn sums(&self, group: usize, cells: &[u32], case: &Case) -> Sums {
        let count = &self.region.cells.counts[group];
        let reach = self.study.reach.of(&count.group);
        let factor = reach.detour / self.study.reach.detour;
        // Rounding of the product must not decide at the norm itself.
        let norm = if factor.to_bits() == 1.0_f64.to_bits() { reach.norm.get() } else { reach.norm.get() * (1.0 + 1e-12) };
        let mut sums = Sums::default();
        for cell in cells {
            let cell = *cell as usize;
            let persons = count.persons[cell];
            if persons <= 0.0 {
                continue;
            }
            let metres = [case.distance[cell] * factor, self.all.distance[cell] * factor];
            let within = metres.map(|metres| metres <= norm);
            sums.weight += persons;
            sums.only_across += if within == [false, true] { persons } else { 0.0 };
            if !metres[0].is_finite() {
                sums.without += persons;
                sums.nowhere += if metres[1].is_finite() { 0.0 } else { persons };
                continue;
            }
            for (side, case) in [case, self.all].into_iter().enumerate() {
                sums.metres[side] += persons * metres[side];
                sums.within[side] += if within[side] { persons } else { 0.0 };
                if let Some(hours) = &case.hours {
                    sums.hours[side] += persons * hours.hours(group, cell);
                    sums.moments[side] += persons * hours.moments.of(group, cell).helped;
                }
            }
        }
        sums
    }

    fn effect(&self, party: Party, who: Who, side: Side, sums: &Sums, p90: [Option<f64>; 2]) -> BorderEffect {
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
