//! How things stand today, in three findings.

use super::reasons::lack;
use super::{Advice, SOMEONE};
use crate::measure::border::Territory;
use crate::measure::{Level, Who};
use crate::model::Status;
use crate::text::AdviceSentence;
use crate::units::Euros;

/// How many findings are told.
const MOST: usize = 3;
/// Fewer residents than this part of all are no finding.
const MANY: f64 = 0.01;
/// Municipalities that lie apart by less than this part of the need lie together.
const FAR_APART: f64 = 0.1;

/// Three findings: who lives too far, who finds help at a moment that suits, and the first of what else is most in the way: money that is
/// lacking, municipalities without a desk, municipalities that lie far apart, borders, a group that is behind, or the money as it is.
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
    let money = head.cost.zip(head.left);
    if let Some((cost, left)) = money.filter(|(_, left)| *left < Euros::ZERO) {
        others.push(text.advice_sentence(&AdviceSentence::Short { cost, short: Euros::from_cents(-left.cents()) }));
    } else {
        others.extend(lack(advice, &advice.comparison.today, true));
    }
    let mut tell = |sentence: AdviceSentence| others.push(text.advice_sentence(&sentence));
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
    if let Some([least, most]) = apart(advice) {
        tell(AdviceSentence::Apart { least, most });
    }
    if head.border_only >= MANY * head.residents {
        tell(AdviceSentence::Across { residents: head.border_only });
    }
    if let Some((group, metres)) = head.gap.filter(|(_, metres)| *metres >= 50.0) {
        tell(AdviceSentence::Gap { group: &text.group(&region.cells.counts[group].group), metres });
    }
    if let Some((cost, left)) = money.filter(|_| head.fits()) {
        tell(AdviceSentence::Left { cost, left });
    }
    others
}

/// The municipality in which the least of the need finds help at a moment that suits, and the one in which the most does, where they lie far
/// apart; ties to the first.
fn apart<'a>(advice: &'a Advice) -> Option<[(&'a str, f64); 2]> {
    let (region, today) = (&advice.loaded.region, &advice.comparison.today);
    today.headline.moment?;
    let share = |index: usize| {
        let row = today.figures.hours(Level::Municipality, Some(index), Who::Need)?.figures.as_ref()?;
        Some((region.municipalities[index].name.as_str(), row.moment.helped))
    };
    let shares = || (0..region.municipalities.len()).filter(|index| region.in_study[*index]).filter_map(share);
    let least = shares().reduce(|one, other| if other.1 < one.1 { other } else { one })?;
    let most = shares().reduce(|one, other| if other.1 > one.1 { other } else { one })?;
    (most.1 - least.1 >= FAR_APART).then_some([least, most])
}
