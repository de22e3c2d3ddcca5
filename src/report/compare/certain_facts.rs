//! How certain a comparison is, in words.

use super::Comparison;
use crate::compare::certain::{Certainty, Figure, Picks};
use crate::text::{CertainFact, Text};

/// How many sites a sentence names.
const NAMED: usize = 4;
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
    certainty.picks.iter().for_each(|picks| told.extend(planned(comparison, picks, text)));
    told
}

/// How often the scenario is first that most often is, and how often the best of the study is better than today.
fn ranked<'c>(comparison: &'c Comparison, certainty: &Certainty) -> Vec<CertainFact<'c>> {
    let times = |share: f64| {
        let draws = f64::from(u32::try_from(certainty.draws).unwrap_or(u32::MAX));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of the draws")]
        let times = (share * draws).round() as usize;
        times
    };
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
    first.into_iter().chain(better).collect()
}

/// What the draws of the planner say of a scenario.
fn planned(comparison: &Comparison, picks: &Picks, text: &dyn Text) -> Vec<String> {
    let Some(scenario) = scenario(comparison, picks.scenario) else { return Vec::new() };
    let sites = &comparison.today.situation.region.sites;
    let (draws, plans) = picks.draws;
    let names = |keep: &dyn Fn(f64, bool) -> bool| -> Vec<&str> {
        let kept = picks.sites.iter().filter(|pick| keep(pick.share, pick.in_plan));
        kept.map(|pick| sites[pick.site].name.as_str()).take(NAMED).collect()
    };
    let (always, seldom) = (names(&|share, _| share >= 1.0), names(&|share, in_plan| in_plan && share < 0.5));
    let mut told = Vec::new();
    if plans > 0 {
        told.push(text.certain_fact(&CertainFact::Picked { scenario, always: &always, seldom: &seldom, plans }));
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
