//! How certain a comparison is, in words.

use super::Comparison;
use crate::compare::certain::{Certainty, Figure, Pick, Picks};
use crate::model::{Assumed, Range};
use crate::text::{CertainFact, Text};

/// How many sites a sentence names.
const NAMED: usize = 4;
/// A site is told beside those of the plan from this part of the plans on.
const OFTEN: f64 = 0.25;
/// A smaller swing of a share is none.
const SOMETHING: f64 = 5e-4;

/// One sentence a fact, the most telling first, without full stops; none where nothing was drawn.
pub(in crate::report) fn certain_facts(comparison: &Comparison, text: &dyn Text) -> Vec<String> {
    let Some(certainty) = &comparison.certainty else {
        let stopped = comparison.is_cut_short.then(|| text.certain_fact(&CertainFact::Stopped));
        return stopped.into_iter().collect();
    };
    let mut facts = ranked(comparison, certainty);
    if certainty.rule.0 == Figure::Within {
        facts.push(CertainFact::ByNorm);
    }
    let best = certainty.best.map(|best| scenario(comparison, best));
    let swing = certainty.swings.first().filter(|swing| swing.size() >= SOMETHING);
    facts.push(swing.map_or(CertainFact::Nothing, |swing| CertainFact::Most {
        low: &swing.ends[0].assumed,
        high: &swing.ends[1].assumed,
        name: best.flatten(),
        effect: [swing.ends[0].effect(), swing.ends[1].effect()],
    }));
    for swing in certainty.swings.iter().filter(|swing| swing.changes_first()) {
        let turned = swing.ends.iter().find(|end| end.first != swing.first);
        facts.extend(turned.map(|end| CertainFact::Turns { at: &end.assumed, name: scenario(comparison, end.first) }));
    }
    let mut told: Vec<String> = facts.iter().map(|fact| text.certain_fact(fact)).collect();
    told.extend(outside(comparison, text));
    certainty.picks.iter().for_each(|picks| told.extend(planned(comparison, picks, text)));
    told
}

/// Why a figure lies outside its range, where one does.
pub(in crate::report) fn outside(comparison: &Comparison, text: &dyn Text) -> Option<String> {
    let own = one_sided(comparison);
    let is_outside = |certainty: &Certainty| certainty.spreads.iter().any(|spread| spread.value < spread.low || spread.value > spread.high);
    let is_told = !own.is_empty() && comparison.certainty.as_ref().is_some_and(is_outside);
    is_told.then(|| text.certain_fact(&CertainFact::Outside { own: &own }))
}

/// How often the scenario is first that most often is, and how often the best of the study is better than today.
fn ranked<'c>(comparison: &'c Comparison, certainty: &Certainty) -> Vec<CertainFact<'c>> {
    let times = |share: f64| certainty.times(share);
    let draws = certainty.draws;
    let by_first = |number: &usize| certainty.ranks[*number].first;
    let most = (0..certainty.ranks.len())
        .filter(|number| by_first(number).is_some())
        .max_by(|one, other| by_first(one).unwrap_or(0.0).total_cmp(&by_first(other).unwrap_or(0.0)).then(other.cmp(one)));
    let first =
        most.map(|number| CertainFact::First { name: scenario(comparison, number), times: times(by_first(&number).unwrap_or(0.0)), draws });
    let better = certainty.best.and_then(|best| {
        let share = certainty.ranks[best].better?;
        Some(CertainFact::Better { name: scenario(comparison, best)?, times: times(share), draws })
    });
    let fits = certainty.best.and_then(|best| {
        let share = certainty.ranks[best].fits?;
        Some(CertainFact::Fits { name: scenario(comparison, best)?, times: times(share), draws })
    });
    first.into_iter().chain(better).chain(fits).collect()
}

/// The assumptions of which the study's own value is an end of its range or lies beyond it, each with that value.
fn one_sided(comparison: &Comparison) -> Vec<Assumed> {
    let study = &comparison.today.situation.study;
    let of = |range: &Range| {
        let values = range.values();
        let own = study.assumed(values.first()?)?;
        let (value, amounts) = (own.amount()?, values.into_iter().filter_map(Assumed::amount).collect::<Vec<_>>());
        let is_within = amounts.iter().any(|amount| *amount < value) && amounts.iter().any(|amount| *amount > value);
        (!is_within).then_some(own)
    };
    study.uncertain.iter().flat_map(|uncertain| &uncertain.ranges).filter_map(of).collect()
}

/// What the draws of the planner say of a scenario.
fn planned(comparison: &Comparison, picks: &Picks, text: &dyn Text) -> Vec<String> {
    let Some(scenario) = scenario(comparison, picks.scenario) else { return Vec::new() };
    let sites = &comparison.today.situation.region.sites;
    let (draws, plans) = picks.draws;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of the plans")]
    let times = |share: f64| (share * f64::from(u32::try_from(plans).unwrap_or(u32::MAX))).round() as usize;
    let named = |pick: &Pick| (sites[pick.site].name.as_str(), times(pick.share));
    let chosen: Vec<(&str, usize)> = picks.sites.iter().filter(|pick| pick.in_plan).take(NAMED).map(named).collect();
    let other = picks.sites.iter().find(|pick| !pick.in_plan && pick.share >= OFTEN).map(named);
    let mut told = Vec::new();
    if plans > 0 && !chosen.is_empty() {
        told.push(text.certain_fact(&CertainFact::Picked { scenario, chosen: &chosen, other, plans }));
    }
    if plans < draws {
        told.push(text.certain_fact(&CertainFact::NoPlan { scenario, without: draws - plans, draws }));
    }
    told
}

/// The name of a scenario; `None` for today.
fn scenario(comparison: &Comparison, number: usize) -> Option<&str> {
    number.checked_sub(1).map(|place| comparison.scenarios[place].outcome.situation.name.as_str())
}
