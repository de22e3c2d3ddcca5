//! A scenario made ready to be measured many times: all that no assumption changes is worked out before.

use std::collections::BTreeSet;

use super::assume::{assume, end, growth};
use super::border::Border;
use super::figure::{Figure, Values};
use super::moment::Moments;
use super::people::People;
use super::steps::{Steps, Weeks};
use super::visits::Visits;
use crate::budget::Budget;
use crate::compare::Situation;
use crate::compare::outcome::{Paid, paid};
use crate::crs::Planar;
use crate::measure;
use crate::model::{Assumed, Count, Group, HOURS_STEPS, NONE, Region, Status, Study, Uncertain};
use crate::reach::{matrix, nearest};
use crate::spatial::Tiles;
use crate::units::{Euros, Metres};
use crate::week::{Classes, Profile, Week};

/// What desks cost under a study and with these counts of people.
pub type Pay<'a> = &'a (dyn Fn(&Situation, &Study, &[Count]) -> Budget + Sync);

/// A scenario that is ready.
pub struct Ready<'a> {
    situation: &'a Situation,
    people: People<'a>,
    pay: Pay<'a>,
    /// What its desks cost and what is left when nothing of money or people changes.
    paid: Paid,
    /// The cells that are reported on, and which of them has a desk: the nearest first, with metres in a straight line.
    cells: Vec<u32>,
    near: Vec<(u32, f64)>,
    /// Whether figures of hours are told.
    is_known: bool,
    steps: Steps,
    moments: Moments,
    border: Border,
    visits: Visits,
}

impl<'a> Ready<'a> {
    /// Makes a scenario of a region ready for everything that the ranges of the study can draw. O(pairs + cells · log cells).
    #[must_use]
    pub fn new(base: &'a Region, situation: &'a Situation, uncertain: &Uncertain, pay: Pay<'a>) -> Self {
        let (region, study) = (&situation.region, &situation.study);
        let people = People::new(base, situation, uncertain);
        let cells: Vec<u32> =
            (0..region.cells.len()).filter(|cell| region.reports_on(*cell)).filter_map(|cell| u32::try_from(cell).ok()).collect();
        let open: Vec<(u32, Planar<geo::Coord<f64>>)> =
            (0u32..).zip(&region.sites).filter(|(_, site)| site.status == Status::Open).map(|(index, site)| (index, site.at)).collect();
        let tiles = Tiles::new(region.cells.at.get());
        let found = nearest(&region.cells.at, &tiles, &open);
        let with_desk = cells.iter().filter(|cell| found.site[**cell as usize] != NONE);
        let mut near: Vec<(u32, f64)> = with_desk.map(|cell| (*cell, found.distance[*cell as usize])).collect();
        near.sort_by(|one, other| one.1.total_cmp(&other.1).then(one.0.cmp(&other.0)));

        let (farthest, norm) = farthest(situation, uncertain);
        let matrix = matrix(&region.cells.at, &tiles, &open, Metres::new(farthest).unwrap_or(study.reach.norm));
        let desks = measure::desks(region, study.moments.outside_desk_hours);
        let weeks: Vec<&Week> = desks.iter().flat_map(|desk| [&desk.week, &desk.beside]).collect();
        let classes = Classes::new(&weeks, &study.moments.dayparts);
        let (profiles, profile_of) = profiles(region, study);
        let weights: Vec<Vec<f64>> = profiles.iter().map(|profile| classes.weights(profile)).collect();
        let mut place = vec![None; region.sites.len()];
        desks.iter().zip(0u32..).for_each(|(desk, number)| place[desk.site] = Some(number));
        let outside = study.moments.outside_desk_hours;
        let steps = Steps::new(&matrix, &cells, &place, &Weeks { desks: &desks, classes: &classes, weights: &weights, outside }, norm);
        let border = Border::new(region, &desks, &cells, &found.distance);
        let visits = Visits::new(region, &desks, &place, &matrix);
        Self {
            paid: paid(&pay(situation, study, &region.cells.counts)),
            situation,
            people,
            pay,
            cells,
            near,
            is_known: situation.hours.is_enough(),
            steps,
            moments: Moments { venues: desks.iter().map(|desk| region.sites[desk.site].venue).collect(), classes, weights, profile_of },
            border,
            visits,
        }
    }

    /// The figures of the study as a whole under these assumptions, those it does not name as the study has them: the same, but for rounding,
    /// as [`crate::compare::outcome`] gives of a study and a region changed alike; and κ, the visits that a unit of need makes. That of today under
    /// the same assumptions and the norm of the scenario is given; `None` for today itself, to which it is fitted. O(cells × groups + pairs × kinds of residents).
    #[must_use]
    pub fn values(&self, assumed: &[Assumed], kappa: Option<f64>) -> (Values, f64) {
        let study = assume(&self.situation.study, self.situation.setting, assumed);
        let counts = self.people.counts(assumed);
        let is_own = end(assumed).is_none() && growth(assumed).is_none() && study.money.hour == self.situation.study.money.hour;
        let Paid { cost, left, short } = if is_own { self.paid } else { paid(&(self.pay)(self.situation, &study, &counts)) };
        let mut values = Values::default();
        values.set(Figure::Cost, cost.map(Euros::as_f64));
        values.set(Figure::Left, left.map(Euros::as_f64));
        values.set(Figure::Short, short.map(Euros::as_f64));
        self.distances(&study, &counts, &mut values);
        if self.is_known {
            self.hours(&study, &counts[0], &mut values);
            values.set(Figure::Moment, self.moments.helped(&study, &counts, &self.cells, &self.steps));
        }
        values.set(Figure::Border, self.border.metres(&counts[0], study.reach.detour));
        let (visits, kappa) = self.visits.week(&study, &counts, &self.moments.venues, &self.cells, kappa);
        values.set(Figure::Visits, Some(visits));
        (values, kappa)
    }

    /// κ alone, fitted to its own desks. O(pairs × kinds of residents).
    #[must_use]
    pub fn kappa(&self, assumed: &[Assumed]) -> f64 {
        let study = assume(&self.situation.study, self.situation.setting, assumed);
        self.visits.week(&study, &self.people.counts(assumed), &self.moments.venues, &self.cells, None).1
    }

    fn distances(&self, study: &Study, counts: &[Count], values: &mut Values) {
        let persons = &counts[0].persons;
        let residents: f64 = self.cells.iter().map(|cell| persons[*cell as usize]).sum();
        let mean = self.mean(&counts[0], study.reach.detour);
        let reached: f64 = self.near.iter().map(|(cell, _)| persons[*cell as usize]).sum();
        let (norm, detour) = (study.reach.norm.get(), study.reach.detour);
        let within: f64 = self.near.iter().take_while(|(_, metres)| metres * detour <= norm).map(|(cell, _)| persons[*cell as usize]).sum();
        values.set(Figure::Mean, mean);
        values.set(Figure::P90, self.ninth(persons, reached).map(|metres| metres * detour));
        values.set(Figure::Within, (residents > 0.0).then(|| (within / residents).clamp(0.0, 1.0)));
        values.set(Figure::Gap, mean.map(|mean| self.gap(study, counts, mean)));
    }

    /// The distance within which nine tenths live, in a straight line.
    fn ninth(&self, persons: &[f64], reached: f64) -> Option<f64> {
        let (mut sum, mut last) = (0.0, None);
        for (cell, metres) in self.near.iter().filter(|(cell, _)| persons[*cell as usize] > 0.0) {
            sum += persons[*cell as usize];
            last = Some(*metres);
            if sum >= 0.9 * reached {
                break;
            }
        }
        last
    }

    fn mean(&self, count: &Count, detour: f64) -> Option<f64> {
        let (mut reached, mut travelled) = (0.0, 0.0);
        for (cell, metres) in &self.near {
            let persons = count.persons[*cell as usize];
            reached += persons;
            travelled += persons * metres;
        }
        (reached > 0.0).then(|| travelled * detour / reached)
    }

    /// How much farther the group has to go that lives farthest; of those that weigh in need, or of all where none does.
    fn gap(&self, study: &Study, counts: &[Count], everyone: f64) -> f64 {
        let weighs = |count: &&Count| study.need.surcharges.is_empty() || study.need.weight(&count.group) > 0.0;
        let metres = |count: &Count| Some(self.mean(count, study.reach.of(&count.group).detour)? - everyone);
        counts[1..].iter().filter(weighs).filter_map(metres).fold(0.0, f64::max)
    }

    fn hours(&self, study: &Study, everyone: &Count, values: &mut Values) {
        let reach = study.reach.of(&Group::All);
        let (mut residents, mut sum, mut sixteen) = (0.0, 0.0, 0.0);
        for (place, cell) in self.cells.iter().enumerate() {
            let persons = everyone.persons[*cell as usize];
            if persons <= 0.0 {
                continue;
            }
            let hours = self.steps.hours(place, reach.detour, reach.norm.get());
            residents += persons;
            sum += persons * hours;
            sixteen += if hours >= f64::from(HOURS_STEPS[2]) { persons } else { 0.0 };
        }
        if residents > 0.0 {
            values.set(Figure::Hours, Some(sum / residents));
            values.set(Figure::Sixteen, Some(sixteen / residents));
        }
    }
}

/// The farthest straight-line distance at which a desk can count for anyone, and the farthest that can be within everyone's norm, whatever is
/// drawn: at some end of the ranges of norm, detour and decay.
fn farthest(situation: &Situation, uncertain: &Uncertain) -> (f64, f64) {
    let values = |is: fn(&Assumed) -> bool| -> Vec<Option<&Assumed>> {
        let all = uncertain.ranges.iter().flat_map(|range| range.values()).filter(|value| is(value));
        all.map(Some).chain([None]).collect()
    };
    let (mut farthest, mut within) = (0.0_f64, 0.0_f64);
    for norm in values(|value| matches!(value, Assumed::Norm(_))) {
        for detour in values(|value| matches!(value, Assumed::Detour(_))) {
            for decay in values(|value| matches!(value, Assumed::Decay(_))) {
                let assumed: Vec<Assumed> = [norm, detour, decay].into_iter().flatten().cloned().collect();
                let reach = assume(&situation.study, situation.setting, &assumed).reach;
                farthest = farthest.max(reach.farthest().get());
                within = within.max(reach.norm.get() / reach.detour);
            }
        }
    }
    // Rounding of a quotient must not leave out what a product lets in.
    (farthest * (1.0 + 1e-9), within * (1.0 + 1e-9))
}

/// The profiles of the groups, each once, and which is that of each.
fn profiles(region: &Region, study: &Study) -> (Vec<Profile>, Vec<usize>) {
    let mut profiles: Vec<Profile> = Vec::new();
    let of_group = |count: &Count| {
        let profile = study.moments.profile(&count.group);
        profiles.iter().position(|known| known == profile).unwrap_or_else(|| {
            profiles.push(profile.clone());
            profiles.len() - 1
        })
    };
    let of = region.cells.counts.iter().map(of_group).collect();
    (profiles, of)
}

/// Whether two scenarios are measured under the same circumstances.
pub(super) fn circumstances(all: &[&Situation]) -> Vec<BTreeSet<usize>> {
    let same = |one: usize| (0..all.len()).filter(|other| all[*other].setting == all[one].setting).collect();
    (0..all.len()).map(same).collect()
}
