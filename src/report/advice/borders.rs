//! The chapter on borders and shared costs.

use super::tables::{headings, table};
use super::{Advice, chapter};
use crate::budget::SharedCost;
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
    let shared: Vec<&SharedCost> =
        borders.shares.iter().filter(|shared| shared.site.is_none() && shared.key == CostKey::ExpectedUse).collect();
    let shared: Vec<Block> = shared.into_iter().filter_map(|shared| of_library(advice, shared)).collect();
    if !shared.is_empty() {
        section.blocks.extend([heading(costs), Block::Paragraph(words.costs_intro.to_owned())]);
        section.blocks.extend(shared);
    }
    section
}

/// The costs of a library over its municipalities; nothing where no cost is known or it serves one municipality.
fn of_library(advice: &Advice, shared: &SharedCost) -> Option<Block> {
    let (text, region) = (advice.text(), &advice.loaded.region);
    let cost = shared.known()?;
    if shared.shares.len() < 2 {
        return None;
    }
    let amount = |amount: Option<Euros>| amount.map_or_else(|| "–".to_owned(), |amount| text.whole_euros(amount));
    let rows = shared.shares.iter().map(|share| {
        let name = region.municipalities[share.municipality].name.clone();
        vec![name, amount(shared.amount(share)), amount(Some(share.grant)), amount(shared.left(share))]
    });
    let caption = format!("{}: {}", region.libraries[shared.library].name, text.whole_euros(cost));
    Some(Block::Table(table(&caption, headings(&text.advice().cost_columns), rows.collect())))
}
