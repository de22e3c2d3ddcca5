//! The chapter on the plan: why these places, what is nearly as good, more places or longer hours.

use super::{Advice, chapter};
use crate::measure;
use crate::report::document::{Block, Figure, Section};
use crate::report::plan::{curve_chart, dilemma, dilemma_chart, joint, map, nearly, quality, reasons, warnings};

/// The chapter; nothing where no plan was asked for.
pub(super) fn plan(advice: &Advice) -> Option<Section> {
    let planning = advice.planning?;
    let (text, region, study) = (advice.text(), &advice.loaded.region, advice.study);
    let words = text.advice();
    let [why, instead, more] = words.plan_headings;
    let mut section = chapter("plan", words.chapters[4]);
    let stop = |sentences: Vec<String>| sentences.into_iter().map(|sentence| format!("{}.", sentence.trim_end_matches('.'))).collect();
    let mut list = |title: &str, sentences: Vec<String>| {
        if !sentences.is_empty() {
            section.blocks.extend([Block::Heading(title.to_owned()), Block::List { items: stop(sentences), numbered: false }]);
        }
    };
    let name = if planning.name.is_empty() { text.plan().unnamed } else { &planning.name };
    list(
        &format!("{name}: {}", text.goal(planning.find.goal).name),
        [vec![quality(planning, text)], warnings(region, planning, text)].concat(),
    );
    list(why, reasons(region, planning, text));
    list(instead, nearly(region, planning, text));
    list(more, dilemma(planning, study.moments.tries, text).into_iter().chain(joint(region, planning, text)).collect());
    let mut figure = |name: &str, alt: &str, svg: String| {
        section.blocks.push(Block::Figure(Figure { name: name.to_owned(), alt: alt.to_owned(), svg }));
    };
    let need = measure::need(&region.cells, &study.need);
    figure("map-plan", words.alts[3], map(advice.loaded, study, planning, &need));
    if let Some(svg) = curve_chart(advice.loaded, study, planning) {
        figure("chart-curve", words.alts[4], svg);
    }
    if let Some(svg) = dilemma_chart(advice.loaded, study, planning) {
        figure("chart-dilemma", words.alts[5], svg);
    }
    Some(section)
}
