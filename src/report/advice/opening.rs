//! The opening page: question, findings, scenarios, advice, how certain it is, a map, and what the words mean.

use super::findings::findings;
use super::reasons::{lack, reasons};
use super::{Advice, live, tables};
use crate::budget::Source;
use crate::compare::certain::Certainty;
use crate::compare::{Choice, Headline};
use crate::model::Assumed;
use crate::report::compare::outside;
use crate::report::document::{Block, Section};
use crate::text::AdviceSentence;
use crate::units::Euros;

/// The page.
pub(super) fn opening(advice: &Advice) -> Section {
    let text = advice.text();
    let words = text.advice();
    let [question, stands, beside, advised, certain, map, terms] = words.answer;
    let heading = |title: &str| Block::Heading(title.to_owned());
    let mut blocks = vec![heading(question), Block::Paragraph(words.question.to_owned())];
    blocks.extend([heading(stands), Block::List { items: findings(advice), numbered: true }]);
    let (callout, reasons) = recommendation(advice);
    blocks.extend([heading(advised), Block::Callout(callout)]);
    if !reasons.is_empty() {
        blocks.push(Block::List { items: reasons, numbered: false });
    }
    blocks.extend([heading(certain), Block::Paragraph(certainty(advice))]);
    let beside = if advice.comparison.scenarios.is_empty() { words.alone } else { beside };
    blocks.push(heading(beside));
    blocks.extend(tables::opening(advice));
    blocks.extend([heading(map), Block::Live(Box::new(live::live(advice)))]);
    let reach = &advice.study.reach;
    let straight = if reach.detour.to_bits() == 1.0_f64.to_bits() { words.straight } else { "" };
    let values = [
        ("{norm}", format!("{}{straight}", text.length(reach.norm))),
        ("{need}", text.whole(advice.comparison.today.headline.need)),
        ("{hours}", text.assumed(&Assumed::Tries(advice.study.moments.tries))),
    ];
    let means = |(term, means): &(&str, &str)| {
        let means = values.iter().fold((*means).to_owned(), |means, (key, value)| means.replace(key, value));
        ((*term).to_owned(), means)
    };
    // Without hours there is no coverage and there are no reachable hours to explain; without costs there is nothing left.
    let has_money = advice.comparison.today.headline.left.is_some();
    let is_used = |place: usize| match place {
        2..=4 => advice.has_hours(),
        5 => has_money,
        6 => advice.comparison.certainty.is_some(),
        // Only what is advised is held against the targets there.
        7 => advice.comparison.advised().is_some() && !advice.comparison.today.targets.is_empty(),
        _ => true,
    };
    let explained = words.terms.iter().enumerate().filter(|(place, _)| is_used(*place));
    blocks.extend([heading(terms), Block::Terms(explained.map(|(_, term)| means(term)).collect())]);
    Section { id: "answer".to_owned(), title: words.chapters[0].to_owned(), level: 1, new_page: false, blocks }
}

/// What is advised in one or two sentences, and why.
fn recommendation(advice: &Advice) -> (String, Vec<String>) {
    let text = advice.text();
    let tell = |sentence: AdviceSentence| text.advice_sentence(&sentence);
    let scenario = |place: usize| &advice.comparison.scenarios[place];
    let name = |place: usize| scenario(place).outcome.situation.name.as_str();
    let short = |place: usize| scenario(place).outcome.headline.short.filter(|short| *short > Euros::ZERO);
    // What lacks and, where that is not plain from what is left of all money, to whom.
    let dearer = |than_today: bool| {
        move |place: usize| {
            let told = tell(AdviceSentence::Dearer { than_today, scenario: name(place), short: short(place) });
            std::iter::once(told).chain(lack(advice, &scenario(place).outcome, false))
        }
    };
    match advice.comparison.choice() {
        Choice::Nothing => (tell(AdviceSentence::NoScenario), Vec::new()),
        Choice::Today { dearer: more } => {
            let is_money = advice.comparison.today.headline.left.is_some();
            (tell(AdviceSentence::Stay { is_money }), more.map(dearer(true)).into_iter().flatten().collect())
        }
        Choice::TodayTooDear => (tell(AdviceSentence::StayShort), Vec::new()),
        Choice::Less { place, dearer: more } => {
            let reasons = reasons(advice, scenario(place)).into_iter().chain(more.map(dearer(true)).into_iter().flatten()).collect();
            (tell(AdviceSentence::Less { scenario: name(place) }), reasons)
        }
        Choice::TooDear { place } => {
            (tell(AdviceSentence::TooDear { scenario: name(place), short: short(place) }), reasons(advice, scenario(place)))
        }
        Choice::Scenario { place, dearer: more } => {
            let fits = |head: &Headline| head.short.is_some() && head.fits();
            let heads = || advice.comparison.scenarios.iter().map(|one| &one.outcome.headline);
            let is_only = !fits(&advice.comparison.today.headline) && heads().filter(|head| fits(head)).count() == 1;
            let mut reasons = reasons(advice, scenario(place));
            if is_only {
                reasons.insert(0, tell(AdviceSentence::OnlyFit));
            }
            reasons.extend(more.map(dearer(false)).into_iter().flatten());
            (tell(AdviceSentence::Choose { scenario: name(place) }), reasons)
        }
    }
}

/// How the advised scenario fares under other assumptions: how often it is the best where that is mostly so, else how often it is better than
/// today; and how often it fits the money. Nothing where nothing is advised, or nothing was drawn.
fn tested(advice: &Advice, certainty: &Certainty) -> Vec<AdviceSentence<'static>> {
    let draws = certainty.draws;
    let times = |share: f64| certainty.times(share);
    if advice.comparison.choice() == Choice::Nothing {
        return vec![AdviceSentence::Ranges];
    }
    let number = advice.comparison.advised().map_or(0, |place| place + 1);
    let Some(rank) = certainty.ranks.get(number).filter(|_| draws > 0) else { return Vec::new() };
    let told = match (rank.first, rank.better) {
        (Some(first), _) if number == 0 => AdviceSentence::TodayRanks { first: times(first), draws },
        (Some(first), _) if first >= 0.5 => AdviceSentence::Ranks { first: times(first), draws },
        (_, Some(better)) => AdviceSentence::BetterInDraws { times: times(better), draws },
        _ => return Vec::new(),
    };
    let fits = rank.fits.map(|share| AdviceSentence::Fits { times: times(share), draws });
    std::iter::once(told).chain(fits).collect()
}

/// How certain the advice is.
fn certainty(advice: &Advice) -> String {
    let text = advice.text();
    let gap = advice.advised().and_then(|one| one.gap);
    let mut sentences: Vec<AdviceSentence> = gap.map(|gap| AdviceSentence::Searched { gap }).into_iter().collect();
    let tested = advice.comparison.certainty.as_ref().map_or_else(Vec::new, |certainty| tested(advice, certainty));
    if tested.is_empty() {
        sentences.push(AdviceSentence::NotTested);
    }
    sentences.extend(tested);
    let has_money = advice.comparison.today.headline.left.is_some();
    let grants = &advice.comparison.today.budget.grants;
    if has_money && grants.iter().any(|grant| grant.source != Source::Annex) {
        sentences.push(AdviceSentence::Estimated { is_partial: grants.iter().any(|grant| grant.source == Source::Partial) });
    }
    let mut told: Vec<String> = sentences.iter().map(|sentence| text.advice_sentence(sentence)).collect();
    told.extend(outside(advice.comparison, text).map(|fact| format!("{fact}.")));
    told.join(" ")
}
