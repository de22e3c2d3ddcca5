//! The chapter on the method and its assumptions.

use super::assumptions::assumptions;
use super::{Advice, chapter};
use crate::report::document::{Block, Section};

/// The chapter: how the figures come about, and every assumption with where it is from.
pub(super) fn method(advice: &Advice) -> Section {
    let words = advice.text().advice();
    let mut section = chapter("method", words.chapters[5]);
    // The second and third paragraphs are about hours.
    let about = words.method.iter().enumerate().filter(|(place, _)| advice.has_hours() || !(1..=2).contains(place));
    section.blocks.extend(about.map(|(_, paragraph)| Block::Paragraph((*paragraph).to_owned())));
    section.blocks.push(assumptions(advice));
    section.blocks.push(Block::Paragraph(words.all_keys.to_owned()));
    section
}
