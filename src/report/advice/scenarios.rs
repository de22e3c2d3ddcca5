//! The chapter of scenarios: what each does in words, every figure, who notices.

use super::forgotten::forgotten;
use super::tables::{all_lines, caption, captioned, fitting, headings, table};
use super::{Advice, SOMEONE, chapter, deeds};
use crate::compare::{Outcome, Shift};
use crate::measure::Target;
use crate::report::compare::{Measured, certain_chart, certain_facts, chart, facts, front_chart, hours_told, visits_today, whole};
use crate::report::document::{Block, Figure, Section};
use crate::report::page::target_words;

/// The chapter; nothing without scenarios.
pub(super) fn scenarios(advice: &Advice) -> Option<Section> {
    let comparison = advice.comparison;
    if comparison.scenarios.is_empty() {
        return None;
    }
    let text = advice.text();
    let words = text.advice();
    let mut section = chapter("scenarios", words.chapters[1]);
    let svg = chart(advice.loaded, advice.study, comparison)?;
    section.blocks.push(Block::Figure(Figure { name: "chart-compare".to_owned(), alt: words.alts[0].to_owned(), svg }));
    if let Some(front) = front_chart(advice.loaded, advice.study, comparison) {
        section.blocks.push(Block::Figure(Figure { name: "chart-front".to_owned(), alt: front.words, svg: front.svg }));
    }
    section.blocks.push(Block::Paragraph(format!("{}.", text.compare().brings)));
    for one in &comparison.scenarios {
        let told = facts(comparison, one, text).into_iter().map(|fact| format!("{fact}."));
        let items = deeds::lines(advice, &one.outcome).into_iter().chain(told).collect();
        section.blocks.push(Block::Heading(one.outcome.situation.name.clone()));
        section.blocks.push(Block::List { items, numbered: false });
    }
    section.blocks.extend(captioned(&caption(advice), all_lines(advice), advice));
    section.blocks.extend(hours_told(comparison, text).map(|fact| Block::Paragraph(format!("{fact}."))));
    let explained = words.more_terms.iter().take(if comparison.today.targets.is_empty() { 4 } else { 5 });
    let mut terms: Vec<(String, String)> = explained.map(|(term, means)| ((*term).to_owned(), (*means).to_owned())).collect();
    if !advice.study.need.surcharges.is_empty() {
        terms[2].1.push_str(&format!(" {}", words.gap_of_weighing));
    }
    section.blocks.push(Block::Terms(terms));
    let rows: Vec<Vec<String>> =
        comparison.scenarios.iter().filter_map(|one| whole(one).and_then(|shift| row(advice, one, shift))).collect();
    if !rows.is_empty() {
        section.blocks.push(Block::Table(table(words.shifts[0], headings(&words.shifts[1..]), rows)));
    }
    section.blocks.extend(forgotten(advice));
    section.blocks.extend(targets(advice));
    section.blocks.extend(certain(advice));
    let visits = visits_today(comparison, text);
    if !visits.is_empty() {
        let items = visits.into_iter().map(|fact| format!("{}.", fact.trim_end_matches('.'))).collect();
        section.blocks.extend([Block::Heading(words.visits.to_owned()), Block::List { items, numbered: false }]);
    }
    Some(section)
}

/// The targets of the study and what each scenario reaches of them; a tick behind what is met. Nothing without targets.
fn targets(advice: &Advice) -> Vec<Block> {
    let (text, comparison) = (advice.text(), advice.comparison);
    let [caption, target, wanted, met] = text.advice().targets;
    let outcomes: Vec<&Outcome> = std::iter::once(&comparison.today).chain(comparison.scenarios.iter().map(|one| &one.outcome)).collect();
    let row = |(place, target): (usize, &Target)| {
        let found = |outcome: &&Outcome| {
            let target = &outcome.targets[place];
            let share = target.found.map_or_else(|| "–".to_owned(), |found| text.percent(found.get()));
            if target.is_met() == Some(true) { format!("{share} {met}") } else { share }
        };
        let begin = [target_words(target.kind, text), text.percent(target.wanted.get())];
        begin.into_iter().chain(outcomes.iter().map(found)).collect()
    };
    let rows: Vec<Vec<String>> = comparison.today.targets.iter().enumerate().map(row).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let mut columns = headings(&[target, wanted, text.compare().today]);
    columns.extend(comparison.scenarios.iter().map(|one| one.outcome.situation.name.clone()));
    fitting(table(caption, columns, rows))
}

/// How certain all that is; nothing where nothing was drawn.
fn certain(advice: &Advice) -> Vec<Block> {
    let words = advice.text().advice();
    let facts = certain_facts(advice.comparison, advice.text());
    if facts.is_empty() {
        return Vec::new();
    }
    let items = facts.into_iter().map(|fact| format!("{}.", fact.trim_end_matches('.'))).collect();
    let figure = |svg: String| Block::Figure(Figure { name: "chart-certain".to_owned(), alt: words.alts[6].to_owned(), svg });
    let drawn = certain_chart(advice.loaded, advice.study, advice.comparison).map(figure);
    [Block::Heading(words.answer[4].to_owned()), Block::List { items, numbered: false }].into_iter().chain(drawn).collect()
}

/// Who notices a scenario; nothing when nobody does.
fn row(advice: &Advice, one: &Measured, shift: &Shift) -> Option<Vec<String>> {
    let lost = one.lose_the_only();
    let figures = [shift.nearer, shift.farther, shift.more_hours, shift.fewer_hours, lost];
    persons(advice, &one.outcome.situation.name, &figures)
}

/// A row of persons; nothing when all are nobody.
pub(super) fn persons(advice: &Advice, name: &str, figures: &[f64]) -> Option<Vec<String>> {
    let shown = |persons: f64| if persons < SOMEONE { "–".to_owned() } else { advice.text().whole(persons) };
    let row = || std::iter::once(name.to_owned()).chain(figures.iter().map(|persons| shown(*persons))).collect();
    figures.iter().any(|persons| *persons >= SOMEONE).then(row)
}
