//! What a scenario does, in words.

use super::scenarios::whole;
use super::visits;
use super::{Comparison, Measured};
use crate::compare::{KnownHours, NOTICED_HOURS, NOTICED_METRES, Shift};
use crate::measure::Level;
use crate::model::{Setting, Site, Status};
use crate::text::{ScenarioFact, Text};
use crate::units::{Hours, Metres};

/// How many places or desks a sentence names.
const NAMED: usize = 2;
/// Most is more than this part.
const MOST: f64 = 0.75;
/// Fewer people than this are nobody.
const SOMEONE: f64 = 0.5;

/// One sentence a fact, the most telling first, without full stops.
pub(in crate::report) fn facts(comparison: &Comparison, one: &Measured, text: &dyn Text) -> Vec<String> {
    let (before, after) = (&one.before(comparison).headline, &one.outcome.headline);
    let hours = before.hours.zip(after.hours).map(|(before, after)| after - before);
    let cost = before.cost.zip(after.cost).map(|(before, after)| after - before);
    let norm = one.outcome.situation.study.reach.norm;
    let setting = one.outcome.situation.setting;
    let mut facts = Vec::new();
    if setting != Setting::default() {
        facts.push(ScenarioFact::Circumstances { norm: setting.norm, year: setting.year });
    }
    let is_any = before != after || whole(one).is_some_and(Shift::is_any);
    facts.push(if is_any {
        ScenarioFact::Brings { within: after.within - before.within, norm, moment: before.moment.zip(after.moment), hours, cost }
    } else {
        ScenarioFact::Nothing
    });
    let region = &one.outcome.situation.region;
    let named = |places: &[(f64, usize)]| -> Vec<&str> {
        places.iter().take(NAMED).map(|(_, index)| region.municipalities[*index].name.as_str()).collect()
    };
    let names = named(&most(one, |shift| shift.farther));
    let winners = named(few(&most(one, |shift| shift.nearer), region.in_study.iter().filter(|within| **within).count()));
    if let Some(shift) = whole(one) {
        if let (true, Some(metres)) = (shift.nearer.max(shift.farther) >= SOMEONE, Metres::new(NOTICED_METRES)) {
            let Shift { nearer, farther, .. } = *shift;
            facts.push(ScenarioFact::Moves { nearer, farther, metres, nearer_in: &winners, places: &names });
        }
        if let (true, Some(hours)) = (shift.more_hours.max(shift.fewer_hours) >= SOMEONE, Hours::new(NOTICED_HOURS)) {
            facts.push(ScenarioFact::Hours { more: shift.more_hours, fewer: shift.fewer_hours, hours });
        }
    }
    let (residents, sites) = only(one);
    let sites: Vec<&str> = sites.iter().map(|site| region.sites[*site].name.as_str()).collect();
    if residents >= SOMEONE {
        facts.push(ScenarioFact::LosesOnly { residents, sites: &sites[..sites.len().min(NAMED)], and_others: sites.len() > NAMED });
    }
    let known = times_known(comparison, one);
    if after.moment.is_some() && !known.is_empty() {
        facts.push(ScenarioFact::TimesKnown { sites: &known });
    }
    facts.extend(one.dominated_by.first().map(|number| {
        let there = number.checked_sub(1).map_or(0.0, |place| only(&comparison.scenarios[place]).0);
        let by = (*number > 0).then(|| comparison.name(*number, text));
        ScenarioFact::Dominated { by, lost: (there - residents >= SOMEONE).then_some((there, residents)) }
    }));
    facts.extend(one.gap.map(|gap| ScenarioFact::Found { gap }));
    facts.iter().map(|fact| text.scenario_fact(fact)).chain(visits::trial(one, text)).chain(one.cautions.iter().cloned()).collect()
}

/// The desks of today that are open at known times in a scenario only.
fn times_known<'c>(comparison: &Comparison, one: &'c Measured) -> Vec<&'c str> {
    let is_timed = |site: &Site| site.hours.week().is_some();
    let pairs = comparison.today.situation.region.sites.iter().zip(&one.outcome.situation.region.sites);
    let both_open = pairs.filter(|(before, after)| before.status == Status::Open && after.status == Status::Open);
    both_open.filter(|(before, after)| !is_timed(before) && is_timed(after)).map(|(_, after)| after.name.as_str()).collect()
}

/// Of how many desks of today no hours are known; nothing where all are.
pub(in crate::report) fn hours_told(comparison: &Comparison, text: &dyn Text) -> Option<String> {
    let hours = comparison.today.situation.hours;
    let KnownHours { desks, unknown } = hours;
    (unknown > 0).then(|| text.scenario_fact(&ScenarioFact::HoursUnknown { unknown, desks, is_told: hours.is_enough() }))
}

/// The municipalities where so many residents notice something, those with most first.
fn most(one: &Measured, people: fn(&Shift) -> f64) -> Vec<(f64, usize)> {
    let mut places: Vec<(f64, usize)> = one
        .shifts
        .iter()
        .filter(|shift| shift.level == Level::Municipality && shift.group == 0 && people(shift) >= SOMEONE)
        .filter_map(|shift| Some((people(shift), shift.index?)))
        .collect();
    places.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    places
}

/// The first of these places, at most [`NAMED`], in which more than [`MOST`] of all live; none where these are not few of all `places` there are.
fn few(places: &[(f64, usize)], all: usize) -> &[(f64, usize)] {
    let people: f64 = places.iter().map(|(people, _)| people).sum();
    let enough = |number: &usize| places[..*number].iter().map(|(people, _)| people).sum::<f64>() > MOST * people;
    let number = (1..=places.len().min(NAMED)).find(enough).filter(|number| *number < all);
    &places[..number.unwrap_or(0)]
}

/// How many residents lose the only desk within the norm, and the desks that they lose, those that most lose first.
fn only(one: &Measured) -> (f64, Vec<usize>) {
    let mut all: Vec<(f64, usize)> = one.lost.iter().filter(|lost| lost.group == 0).map(|lost| (lost.residents, lost.site)).collect();
    all.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    (
        all.iter().map(|(residents, _)| residents).sum(),
        all.into_iter().filter(|(residents, _)| *residents >= SOMEONE).map(|(_, site)| site).collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::few;

    /// Of five municipalities one has 80 of 100, or two have 50 and 30; 40, 30 and 30 are not few, nor are two of two.
    #[test]
    fn where_most_live() {
        let of = |people: &[f64], all: usize| few(&people.iter().copied().zip(0..).collect::<Vec<_>>(), all).len();
        assert_eq!([of(&[80.0, 20.0], 5), of(&[50.0, 30.0, 20.0], 5), of(&[40.0, 30.0, 30.0], 5), of(&[50.0, 50.0], 2)], [1, 2, 0, 0]);
        assert_eq!(of(&[], 5), 0);
    }
}
