//! What a scenario gives: the figures of the study as a whole, and those of every place and cell.

use super::figures::Figures;
use super::situation::Situation;
use crate::budget::{Balance, Budget};
use crate::measure::border::{BorderEffect, Cases, Party, Side, effects};
use crate::measure::{self, Desk, HoursFigures, Level, Summary, Target, Usage, Who};
use crate::model::{Region, Scope, Study};
use crate::units::{Euros, Hours, Metres, Share};

/// A scenario, measured.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// What was measured.
    pub situation: Situation,
    /// The study as a whole.
    pub headline: Headline,
    /// Every place and group.
    pub figures: Figures,
    /// Reachable hours a week of each cell by everyone's norm; empty when too few hours are known to tell.
    pub hours: Vec<f64>,
    /// Moment coverage of the need of each cell, 0 to 1; not a number without need, and empty as the hours are.
    pub moment: Vec<f64>,
    /// The nearest desk of each cell, by index in the sites; [`crate::model::NONE`] without any.
    pub nearest: Vec<u32>,
    /// The targets of the study.
    pub targets: Vec<Target>,
    /// What its desks cost and who pays.
    pub budget: Budget,
    /// The visits that its desks should have.
    pub usage: Usage,
}

/// The study as a whole. Persons are residents; what is not known is absent.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Headline {
    /// Residents.
    pub residents: f64,
    /// Desks in the municipalities of the study.
    pub desks: usize,
    /// Their hours a week together, as far as they are known.
    pub desk_hours: f64,
    /// Yearly cost of these desks; `None` while that of one is unknown.
    pub cost: Option<Euros>,
    /// What is left of the money there is for desks; below zero when they cost more.
    pub left: Option<Euros>,
    /// What the pools that cannot pay their desks lack together: one pool does not pay the desks of another. Nothing when each can.
    pub short: Option<Euros>,
    /// Mean distance over those with a desk.
    pub mean: Option<Metres>,
    /// Distance within which nine tenths live.
    pub p90: Option<Metres>,
    /// Residents within the norm.
    pub within: f64,
    /// The part of the residents within the norm.
    pub share_within: Option<Share>,
    /// Mean of the reachable hours a week.
    pub hours: Option<f64>,
    /// Parts of the residents that can reach 4, 8 and 16 hours a week.
    pub least: Option<[f64; 3]>,
    /// Moment coverage over need, by the study's tries.
    pub moment: Option<f64>,
    /// The same for those who can come at 1, 3 and 10 hours of the week.
    pub tries: Option<[f64; 3]>,
    /// All need: what a share of it is in persons that weigh.
    pub need: f64,
    /// Metres that the borders of municipalities would add to the mean distance, over who has a desk in the own municipality.
    pub border_metres: Option<f64>,
    /// Residents within the norm of a desk across the border only.
    pub border_only: f64,
    /// The group that lives farthest beyond everyone's mean distance, by index in the counts, and by how many metres; `None` when no group
    /// does.
    pub gap: Option<(usize, f64)>,
    /// Visits a week expected of the desks of the study together.
    pub visits_week: Option<f64>,
}

impl Headline {
    /// Whether every pool can pay its desks, as far as is known.
    #[must_use]
    pub fn fits(&self) -> bool {
        self.short.is_none_or(|short| short == Euros::ZERO)
    }
}

/// What desks cost, and whether there is money for them; `None` while the cost of one is unknown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Paid {
    /// All desks, a year.
    pub cost: Option<Euros>,
    /// What is left of the money there is, negative when there is too little.
    pub left: Option<Euros>,
    /// What the pools that cannot pay lack together.
    pub short: Option<Euros>,
}

/// Measures a scenario beside `today`, or today itself when that is `None`. `budget` is what its desks cost. How need turns into visits is fitted to
/// today, and kept: give today by the norm of the scenario. O(pairs + cells × groups).
#[must_use]
pub fn outcome(situation: Situation, budget: Budget, today: Option<&Outcome>) -> Outcome {
    let (region, study) = (&situation.region, &situation.study);
    let coverage = measure::coverage(region, study);
    let desks = measure::desks(region, study.moments.outside_desk_hours);
    let pairs = measure::pairs(region, study);
    let known = situation.hours.is_enough();
    let hours = measure::hours(region, study, &pairs, &desks);
    let cases = Cases::of_distances(region, study, &coverage, &desks);
    let border = effects(region, study, &cases, &coverage.need);
    let of_study = border.iter().find(|row| row.party == Party::Study && row.who == Who::Group(0) && row.side == Side::Own);
    let asked = measure::asked(region, study, &pairs, &desks);
    let demand = today.map_or_else(|| measure::demand(region, &coverage.need, &asked), |today| today.usage.demand);
    let usage = measure::usage(region, &asked, demand, today.is_none());
    let mut targets = measure::targets(region, study, &coverage.areas, &hours.places, &desks, &measure::desk_figures(region, &desks));
    targets.iter_mut().filter(|target| !known && target.kind.is_of_hours()).for_each(|target| target.found = None);
    targets.extend(measure::visits_target(study, usage.week, today.map_or(usage.week, |today| today.usage.week)));
    let of_cells = if known { (0..region.cells.len()).map(|cell| hours.reachable.of(cell).hours).collect() } else { Vec::new() };
    let moment = if known { hours.moments.of_need(&region.cells, &study.need) } else { Vec::new() };
    let mut figures = Figures { areas: coverage.areas, hours: hours.places, distance: coverage.distance };
    let headline = Headline {
        border_metres: of_study.and_then(BorderEffect::metres),
        border_only: of_study.map_or(0.0, |row| row.only_across),
        visits_week: Some(usage.week),
        ..headline(region, study, &figures, &desks, &budget, known)
    };
    if !known {
        figures.hours.clear();
    }
    Outcome { headline, figures, hours: of_cells, moment, nearest: coverage.site, targets, budget, usage, situation }
}

/// What all desks cost, what is left of the money there is, and what pools lack.
pub(super) fn paid(budget: &Budget) -> Paid {
    let cost: Option<Euros> = budget.desks.iter().map(|desk| desk.cost.total()).sum();
    let available: Euros = budget.pools.iter().map(|pool| pool.available).sum();
    let paid: Euros = budget.pools.iter().map(|pool| pool.desks).sum();
    let short: Euros = budget.pools.iter().map(Balance::short).sum();
    Paid { cost, left: cost.map(|_| available - paid), short: cost.map(|_| short) }
}

fn headline(region: &Region, study: &Study, figures: &Figures, desks: &[Desk], budget: &Budget, known: bool) -> Headline {
    let everyone = figures.area(Level::Study, None, 0).map(|row| &row.summary);
    let hours = |who| figures.hours(Level::Study, None, who).filter(|_| known);
    let of_all: Option<&HoursFigures> = hours(Who::Group(0)).and_then(|row| row.figures.as_ref());
    let of_need = hours(Who::Need).and_then(|row| row.figures.as_ref());
    let own = || desks.iter().filter(|desk| region.site_scope[desk.site] == Scope::Study);
    let Paid { cost, left, short } = paid(budget);
    let residents = everyone.map_or(0.0, |row| row.residents);
    Headline {
        residents,
        desks: own().count(),
        desk_hours: own().filter_map(Desk::hours).map(Hours::get).sum(),
        cost,
        left,
        short,
        mean: everyone.and_then(|row| row.mean),
        p90: everyone.and_then(|row| row.p90),
        within: residents * everyone.and_then(|row| row.within_norm).map_or(0.0, Share::get),
        share_within: everyone.and_then(|row| row.within_norm),
        hours: of_all.map(|row| row.mean),
        least: of_all.map(|row| [row.least[0], row.least[1], row.least[2]]),
        moment: of_need.map(|row| row.moment.helped),
        tries: of_need.map(|row| row.moment.tries),
        need: figures.hours(Level::Study, None, Who::Need).map_or(0.0, |row| row.weight),
        border_metres: None,
        border_only: 0.0,
        gap: gap(region, study, figures),
        visits_week: None,
    }
}

/// The largest gap of a group in mean distance to that of everyone: of the groups that weigh in need, or of all where none does.
fn gap(region: &Region, study: &Study, figures: &Figures) -> Option<(usize, f64)> {
    let mean = |group: usize| figures.area(Level::Study, None, group).map(|row| &row.summary).and_then(|row: &Summary| row.mean);
    let everyone = mean(0)?.get();
    let weighs = |group: &usize| study.need.surcharges.is_empty() || study.need.weight(&region.cells.counts[*group].group) > 0.0;
    let gaps = (1..region.cells.counts.len()).filter(weighs).filter_map(|group| Some((group, mean(group)?.get() - everyone)));
    gaps.filter(|(_, metres)| *metres > 0.0).max_by(|one, other| one.1.total_cmp(&other.1).then(other.0.cmp(&one.0)))
}
