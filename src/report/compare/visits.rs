//! Expected visits: of each desk under every scenario, of the places that ask less than expected, and in words.

use super::{Comparison, Measured, PERSONS};
use crate::compare::{Fate, Outcome};
use crate::crs::Planar;
use crate::measure::{DemandBasis, DeskUse, TRIAL_WEEKS, Verdict};
use crate::model::{Registered, Site};
use crate::report::columns::Columns;
use crate::report::table::{Shapes, Table};
use crate::text::{Text, TrialDesk, UsageFact};

/// Desks and places that a sentence names.
const NAMED: usize = 3;

/// A desk of the study under a scenario, with what is expected of it; nothing when it closes.
struct Row<'c> {
    scenario: &'c str,
    outcome: &'c Outcome,
    site: usize,
    fate: Fate,
    expected: Option<&'c DeskUse>,
}

impl Row<'_> {
    fn site(&self) -> &Site {
        &self.outcome.situation.region.sites[self.site]
    }

    fn registered(&self) -> Option<Registered> {
        self.outcome.situation.region.registrations.desks.get(&self.site).copied()
    }
}

/// One row a scenario and desk of the study, those that close included: expected a week and in a trial, its band, what is registered.
pub(super) fn visits<'a>(comparison: &'a Comparison, text: &dyn Text) -> Table<'a> {
    let region = &comparison.today.situation.region;
    let all = comparison.all(text);
    let of_scenario = |(scenario, outcome, _): &(&'a str, &'a Outcome, Option<&'a Measured>)| {
        let (scenario, outcome) = (*scenario, *outcome);
        let own = outcome.situation.fates.iter().filter(|(site, _)| comparison.has(outcome, *site));
        own.map(move |(site, fate)| Row { scenario, outcome, site: *site, fate: *fate, expected: outcome.usage.of(*site) })
    };
    let rows: Vec<Row> = all.iter().flat_map(of_scenario).collect();
    let points: Vec<geo::Coord<f64>> = rows.iter().map(|row| row.site().at.0).collect();
    let municipality = |row: &Row| row.site().municipality.map_or(String::new(), |index| region.municipalities[index].name.clone());
    Columns::of(&rows)
        .text("scenario", |row| row.scenario.to_owned())
        .text("id", |row| row.site().id.clone())
        .text("name", |row| row.site().name.clone())
        .text("municipality", municipality)
        .text("what", |row| row.fate.name().to_owned())
        .maybe("visits_week", PERSONS, |row| row.expected.map(|desk| desk.week))
        .maybe("trial_weeks", 0, |row| row.expected.map(|_| TRIAL_WEEKS))
        .maybe("visits_trial", PERSONS, |row| row.expected.map(|desk| desk.trial))
        .maybe("low", 0, |row| row.expected.map(|desk| count(desk.band.low)))
        .maybe("high", 0, |row| row.expected.map(|desk| count(desk.band.high)))
        .maybe("underperforms_below", 0, |row| row.expected.map(|desk| count(desk.band.low)))
        .maybe("registered", PERSONS, |row| row.registered().map(|registered| registered.visits))
        .maybe("registered_weeks", PERSONS, |row| row.registered().map(|registered| registered.weeks))
        .maybe("registered_week", PERSONS, |row| row.registered().map(Registered::per_week))
        .text("verdict", |row| row.expected.and_then(|desk| desk.verdict).map_or("", Verdict::name).to_owned())
        .text("basis", |row| row.outcome.usage.demand.basis.name().to_owned())
        .text("band_from", |row| row.outcome.usage.demand.dispersion.name().to_owned())
        .table("compare-use", text.usage().use_title, Shapes::Points(Planar(points.into())))
}

/// One row a place that asks less than nine of ten times would be expected, the farthest below what is expected first.
pub(super) fn quiet<'a>(comparison: &'a Comparison, text: &dyn Text) -> Table<'a> {
    let today = &comparison.today;
    let places = &today.situation.region.registrations.places;
    let rows = today.usage.quiet(&today.situation.region);
    Columns::of(&rows)
        .text("code", |row| places[row.place].code.clone())
        .text("name", |row| places[row.place].name.clone())
        .number("registered", PERSONS, |row| places[row.place].registered.visits)
        .number("weeks", PERSONS, |row| places[row.place].registered.weeks)
        .number("expected", PERSONS, |row| row.expected)
        .number("low", 0, |row| count(row.band.low))
        .table("compare-quiet", text.usage().quiet_title, Shapes::Nothing)
}

/// What is to be known of today's visits, one sentence a fact, without full stops.
pub(in crate::report) fn today(comparison: &Comparison, text: &dyn Text) -> Vec<String> {
    let outcome = &comparison.today;
    let (region, usage) = (&outcome.situation.region, &outcome.usage);
    let demand = usage.demand;
    let basis = match demand.basis {
        DemandBasis::Desks => UsageFact::OfDesks { desks: demand.desks, week: demand.registered_week },
        DemandBasis::Places => UsageFact::OfPlaces { week: demand.registered_week },
        DemandBasis::Country => UsageFact::OfCountry,
    };
    let mut facts = vec![text.usage_fact(&basis)];
    let off = |desk: &DeskUse| (desk.week - desk.registered.map_or(0.0, Registered::per_week)).abs();
    let judged = |verdict: Verdict| -> Vec<&str> {
        let mut desks: Vec<&DeskUse> = usage.desks.iter().filter(|desk| desk.verdict == Some(verdict)).collect();
        desks.sort_by(|one, other| off(other).total_cmp(&off(one)).then(one.site.cmp(&other.site)));
        desks.into_iter().map(|desk| region.sites[desk.site].name.as_str()).collect()
    };
    if let Some((desks, more)) = first(&judged(Verdict::Below)) {
        facts.push(text.usage_fact(&UsageFact::TooFew { desks, more }));
    }
    if let Some((desks, more)) = first(&judged(Verdict::Above)) {
        facts.push(text.usage_fact(&UsageFact::TooMany { desks, more }));
    }
    let name = |place: usize| {
        let place = &region.registrations.places[place];
        if place.name.is_empty() { place.code.as_str() } else { place.name.as_str() }
    };
    let places: Vec<&str> = usage.quiet(region).into_iter().map(|place| name(place.place)).collect();
    if let Some((places, more)) = first(&places) {
        facts.push(text.usage_fact(&UsageFact::Quiet { places, more }));
    }
    facts
}

/// What a trial with the new desks of a scenario should end in; nothing where there are none.
pub(super) fn trial(one: &Measured, text: &dyn Text) -> Option<String> {
    let situation = &one.outcome.situation;
    let mut new: Vec<&DeskUse> = situation.new_sites().filter_map(|site| one.outcome.usage.of(site)).collect();
    new.sort_by(|one, other| other.trial.total_cmp(&one.trial).then(one.site.cmp(&other.site)));
    let desk = |desk: &&DeskUse| TrialDesk {
        site: &situation.region.sites[desk.site].name,
        visits: desk.trial,
        low: desk.band.low,
        high: desk.band.high,
    };
    let desks: Vec<TrialDesk> = new.iter().map(desk).collect();
    let (desks, more) = first(&desks)?;
    Some(text.usage_fact(&UsageFact::Trial { weeks: TRIAL_WEEKS, desks, more }))
}

/// Those that a sentence names, and how many more there are; nothing of nothing.
fn first<T>(all: &[T]) -> Option<(&[T], usize)> {
    let named = &all[..all.len().min(NAMED)];
    (!all.is_empty()).then_some((named, all.len() - named.len()))
}

#[expect(clippy::cast_precision_loss, reason = "visits are far below 2^53")]
fn count(visits: u64) -> f64 {
    visits as f64
}
