//! How things stand today, in three findings.

use super::{Advice, SOMEONE};
use crate::measure::border::Territory;
use crate::measure::{Level, Who};
use crate::model::Status;
use crate::text::AdviceSentence;
use crate::units::Euros;

/// How many findings are told.
const MOST: usize = 3;

/// Three findings: who lives too far, who finds help at a moment that suits, and the first of what else is most in the way: money that is
/// lacking, municipalities without a desk, borders, a group that is behind, or the money as it is.
pub(super) fn findings(advice: &Advice) -> Vec<String> {
    let text = advice.text();
    let head = &advice.comparison.today.headline;
    let norm = advice.study.reach.norm;
    let mut findings = Vec::new();
    if head.residents >= SOMEONE && head.share_within.is_some() {
        let residents = (head.residents - head.within).max(0.0);
        findings.push(text.advice_sentence(&AdviceSentence::Beyond { residents, all: head.residents, norm }));
    }
    let need = advice.comparison.today.figures.hours(Level::Study, None, Who::Need).and_then(|row| row.figures.as_ref());
    if let (Some(share), Some(figures)) = (head.moment, need) {
        let moment = &figures.moment;
        let (hours, distance) = (moment.lost_to_hours(), moment.lost_to_distance());
        let share = text.advice_sentence(&AdviceSentence::Moment { share });
        findings.push(if hours.max(distance) >= 5e-4 {
            format!("{share} {}", text.advice_sentence(&AdviceSentence::Lost { hours, distance }))
        } else {
            share
        });
    }
    let left_out = MOST.saturating_sub(findings.len());
    findings.extend(others(advice).into_iter().take(left_out));
    findings
}

/// What else there is, the most pressing first.
fn others(advice: &Advice) -> Vec<String> {
    let text = advice.text();
    let head = &advice.comparison.today.headline;
    let region = &advice.loaded.region;
    let mut others = Vec::new();
    let mut tell = |sentence: AdviceSentence| others.push(text.advice_sentence(&sentence));
    let money = head.cost.zip(head.left);
    if let Some((cost, left)) = money.filter(|(_, left)| *left < Euros::ZERO) {
        tell(AdviceSentence::Short { cost, short: Euros::from_cents(-left.cents()) });
    }
    let has_desk = |municipality: usize| {
        let here = (0..region.sites.len()).filter(|site| region.sites[*site].status == Status::Open);
        here.into_iter().any(|site| Territory::of_site(region, site) == Territory::Municipality(municipality))
    };
    let without: Vec<&str> = (0..region.municipalities.len())
        .filter(|index| region.in_study[*index] && !has_desk(*index))
        .map(|index| region.municipalities[index].name.as_str())
        .collect();
    if (1..=4).contains(&without.len()) {
        tell(AdviceSentence::NoDesk { municipalities: &without });
    }
    if head.border_only >= SOMEONE {
        tell(AdviceSentence::Across { residents: head.border_only });
    }
    if let Some((group, metres)) = head.gap.filter(|(_, metres)| *metres >= 50.0) {
        tell(AdviceSentence::Gap { group: &text.group(&region.cells.counts[group].group), metres });
    }
    if let Some((cost, left)) = money.filter(|(_, left)| *left >= Euros::ZERO) {
        tell(AdviceSentence::Left { cost, left });
    }
    others
}
