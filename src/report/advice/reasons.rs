//! What a scenario does and what comes of it, a sentence each, for the opening page.

use super::deeds::changes;
use super::{Advice, SOMEONE};
use crate::compare::Outcome;
use crate::measure::Level;
use crate::report::compare::Measured;
use crate::text::AdviceSentence;
use crate::units::Euros;

/// What is to be done, what changes beside today, what it costs and who does not gain.
pub(super) fn reasons(advice: &Advice, one: &Measured) -> Vec<String> {
    let text = advice.text();
    let (today, then) = (&advice.comparison.today.headline, &one.outcome.headline);
    let mut reasons = vec![changes(advice, &one.outcome)];
    let mut tell = |sentence: AdviceSentence| reasons.push(text.advice_sentence(&sentence));
    if let (Some(today), Some(then)) = (today.moment, then.moment) {
        tell(AdviceSentence::Better { then, today });
    }
    let more = then.within - today.within;
    if more.abs() >= SOMEONE {
        tell(AdviceSentence::Within { more, norm: advice.study.reach.norm });
    }
    let notice = notice(advice, one);
    if !notice.is_empty() {
        tell(AdviceSentence::Notice { municipalities: &notice });
    }
    if let (Some(before), Some(after)) = (today.cost, then.cost) {
        // Of what is left in one pool another cannot pay.
        let left = then.left.filter(|left| *left < Euros::ZERO || then.fits());
        tell(AdviceSentence::Costs { more: after - before, left });
    }
    reasons.extend(lack(advice, &one.outcome, false));
    let mut tell = |sentence: AdviceSentence| reasons.push(text.advice_sentence(&sentence));
    let lost = one.lose_the_only();
    if lost >= SOMEONE {
        tell(AdviceSentence::Loses { residents: lost });
    }
    let targets = &one.outcome.targets;
    if !targets.is_empty() {
        tell(AdviceSentence::Targets { met: targets.iter().filter(|target| target.is_met() == Some(true)).count(), all: targets.len() });
    }
    reasons
}

/// Who cannot pay the desks of an outcome, where there is more than one pool; nothing where each can.
pub(super) fn lack(advice: &Advice, outcome: &Outcome, today: bool) -> Option<String> {
    let pools = &outcome.budget.pools;
    let mut lacks: Vec<(&str, Euros)> = pools.iter().map(|pool| (pool.name.as_str(), pool.short())).collect();
    lacks.retain(|(_, short)| *short > Euros::ZERO);
    lacks.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(other.0)));
    let is_told = outcome.headline.short.is_some() && pools.len() > 1 && !lacks.is_empty();
    is_told.then(|| advice.text().advice_sentence(&AdviceSentence::Lack { pools: &lacks, today }))
}

/// The municipalities in which someone notices a scenario, where these are one or two of more than three; nothing else is worth a sentence.
fn notice<'a>(advice: &'a Advice, one: &Measured) -> Vec<&'a str> {
    let region = &advice.loaded.region;
    let notices = |index: usize| {
        let shifts = one.shifts.iter().filter(|shift| shift.level == Level::Municipality && shift.index == Some(index) && shift.group == 0);
        shifts.map(|shift| shift.nearer + shift.farther + shift.more_hours + shift.fewer_hours).sum::<f64>() >= SOMEONE
    };
    let all: Vec<usize> = (0..region.municipalities.len()).filter(|index| region.in_study[*index]).collect();
    let found: Vec<&str> = all.iter().filter(|index| notices(**index)).map(|index| region.municipalities[*index].name.as_str()).collect();
    if all.len() > 3 && (1..=2).contains(&found.len()) { found } else { Vec::new() }
}
