//! The chapter on borders and shared costs.

use super::tables::{headings, table};
use super::{Advice, chapter};
use crate::budget::{Budget, CostShare, SharedCost};
use crate::model::CostKey;
use crate::report::border::{chart, findings, map, without};
use crate::report::document::{Block, Figure, Section};
use crate::units::Euros;

/// The chapter.
pub(super) fn borders(advice: &Advice) -> Section {
    let (text, region, borders) = (advice.text(), &advice.loaded.region, advice.borders);
    let words = text.advice();
    let [hurts, lacks, goes, costs] = words.border_headings;
    let mut section = chapter("borders", words.chapters[3]);
    let heading = |title: &str| Block::Heading(title.to_owned());
    let found = findings(region, borders, text);
    section.blocks.push(heading(hurts));
    section.blocks.push(if found.is_empty() {
        Block::Paragraph(format!("{}.", text.border().nothing))
    } else {
        Block::List { items: found, numbered: true }
    });
    let lacking = without(region, borders, text);
    if !lacking.is_empty() {
        section.blocks.extend([heading(lacks), Block::List { items: lacking, numbered: false }]);
    }
    section.blocks.push(heading(goes));
    let svg = map(advice.loaded, advice.study, borders);
    section.blocks.push(Block::Figure(Figure { name: "map-border".to_owned(), alt: words.alts[1].to_owned(), svg }));
    if let Some(svg) = chart(advice.loaded, advice.study, borders) {
        section.blocks.push(Block::Figure(Figure { name: "chart-flows".to_owned(), alt: words.alts[2].to_owned(), svg }));
    }
    // Of today, then of the scenario that is advised.
    let now = Situated { shares: &borders.shares, budget: &advice.comparison.today.budget, name: text.compare().today.to_owned() };
    let then = advice.advised().map(|one| Situated {
        shares: advice.shares_then,
        budget: &one.outcome.budget,
        name: format!("\"{}\"", one.outcome.situation.name),
    });
    let shared: Vec<Block> = std::iter::once(now).chain(then).flat_map(|situated| situated.tables(advice)).collect();
    if !shared.is_empty() {
        section.blocks.extend([heading(costs), Block::Paragraph(words.costs_intro.to_owned())]);
        section.blocks.extend(shared);
    }
    section
}

/// The shared costs of today or of a scenario.
struct Situated<'a> {
    shares: &'a [SharedCost],
    budget: &'a Budget,
    /// What it is called in a caption.
    name: String,
}

impl Situated<'_> {
    /// A table for each library.
    fn tables(&self, advice: &Advice) -> Vec<Block> {
        let shared = self.shares.iter().filter(|shared| shared.site.is_none() && shared.key == CostKey::ExpectedUse);
        shared.filter_map(|shared| self.of_library(advice, shared)).collect()
    }

    /// The costs and the money of a library over its municipalities, and together; nothing where no cost is known or it serves one municipality.
    fn of_library(&self, advice: &Advice, shared: &SharedCost) -> Option<Block> {
        let (text, region) = (advice.text(), &advice.loaded.region);
        let cost = shared.known()?;
        if shared.shares.len() < 2 {
            return None;
        }
        let money = &advice.study.money;
        let amounts = |share: &CostShare| {
            let code = &region.municipalities[share.municipality].code;
            let (grant, own) = self.budget.money_to(shared.library, code).unwrap_or_default();
            let apart = grant.share(money.promotion) + grant.share(money.direction);
            let pays = shared.amount(share);
            // While some cost is unknown nobody knows what is left.
            let left = pays.filter(|_| shared.unknown == 0).map(|pays| grant + own - apart - pays);
            [Some(grant), Some(own), Some(apart), pays, left]
        };
        let each: Vec<[Option<Euros>; 5]> = shared.shares.iter().map(amounts).collect();
        let together: [Option<Euros>; 5] = std::array::from_fn(|column| each.iter().map(|row| row[column]).sum());
        let names = shared.shares.iter().map(|share| region.municipalities[share.municipality].name.as_str());
        let row = |(name, amounts): (&str, &[Option<Euros>; 5])| {
            let shown = |amount: &Option<Euros>| amount.map_or_else(|| "–".to_owned(), |amount| text.whole_euros(amount));
            std::iter::once(name.to_owned()).chain(amounts.iter().map(shown)).collect()
        };
        let rows = names.zip(&each).chain([(text.advice().together, &together)]).map(row);
        let caption = format!("{}, {}: {}", region.libraries[shared.library].name, self.name, text.whole_euros(cost));
        Some(Block::Table(table(&caption, headings(&text.advice().cost_columns), rows.collect())))
    }
}
