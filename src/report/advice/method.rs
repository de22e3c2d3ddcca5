//! The chapter on the method and its assumptions.

use super::tables::headings;
use super::{Advice, chapter};
use crate::report::document::{Align, Block, Section, TextTable};

/// The chapter: how the figures come about, and every assumption with where it is from.
pub(super) fn method(advice: &Advice) -> Section {
    let words = advice.text().advice();
    let mut section = chapter("method", words.chapters[5]);
    // The second and third paragraphs are about hours.
    let about = words.method.iter().enumerate().filter(|(place, _)| advice.has_hours() || !(1..=2).contains(place));
    section.blocks.extend(about.map(|(_, paragraph)| Block::Paragraph((*paragraph).to_owned())));
    let [caption, assumption, value, source, stated, default] = words.assumptions;
    let rows = advice.manifest.assumptions.iter().rev().flat_map(|(kind, values)| {
        let source = if *kind == "default" { default } else { stated };
        values.iter().map(move |(key, value)| vec![key.clone(), value.clone(), source.to_owned()])
    });
    section.blocks.push(Block::Table(TextTable {
        caption: caption.to_owned(),
        headings: headings(&[assumption, value, source]),
        aligns: vec![Align::Left; 3],
        rows: rows.collect(),
    }));
    section
}
