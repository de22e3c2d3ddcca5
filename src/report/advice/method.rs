//! The chapter on the method and its assumptions.

use super::assumptions::assumptions;
use super::{Advice, chapter};
use crate::model::Assumed;
use crate::report::document::{Block, Section};

/// The chapter: how the figures come about, and every assumption with where it is from.
pub(super) fn method(advice: &Advice) -> Section {
    let words = advice.text().advice();
    let mut section = chapter("method", words.chapters[5]);
    // The second and third paragraphs are about hours.
    let about = words.method.iter().enumerate().filter(|(place, _)| advice.has_hours() || !(1..=2).contains(place));
    let far = straight_or_detour(advice);
    let paragraph = |(place, paragraph): (usize, &&str)| {
        Block::Paragraph(if place == 0 { format!("{paragraph} {far}") } else { (*paragraph).to_owned() })
    };
    section.blocks.extend(about.map(paragraph));
    section.blocks.push(assumptions(advice));
    section.blocks.push(Block::Paragraph(words.all_keys.to_owned()));
    section
}

/// How the way to a desk compares with a straight line, for everyone.
fn straight_or_detour(advice: &Advice) -> String {
    let [straight, detour] = advice.text().advice().straight_or_detour;
    let factor = advice.study.reach.detour;
    if factor.to_bits() == 1.0_f64.to_bits() {
        return straight.to_owned();
    }
    detour.replace("{detour}", &advice.text().assumed(&Assumed::Detour(factor)))
}
