//! Scenarios beside each other as tables of texts.

use super::Advice;
use crate::report::compare::{Line, lines};
use crate::report::document::{Align, TextTable};

/// The lines of the table on the opening page; all lines stand in the chapter of scenarios.
pub(super) fn main_lines(advice: &Advice) -> Vec<Line> {
    let words = advice.text().compare();
    let main = [words.desks, words.desk_hours, words.cost, words.left, words.moment, words.mean, words.hours];
    let within = |name: &str| name.starts_with(words.within);
    all_lines(advice).into_iter().filter(|line| main.contains(&line.name.as_str()) || within(&line.name)).collect()
}

/// Every line.
pub(super) fn all_lines(advice: &Advice) -> Vec<Line> {
    lines(advice.study, advice.comparison, advice.text())
}

/// The caption of the table of scenarios, with what stands between brackets where there are ranges.
pub(super) fn caption(advice: &Advice) -> String {
    let words = advice.text().advice();
    let caption = if advice.comparison.scenarios.is_empty() { words.alone } else { words.scenarios_caption };
    let ranges = advice.comparison.certainty.as_ref().map(|_| advice.text().certain().ranges);
    ranges.map_or_else(|| caption.to_owned(), |ranges| format!("{caption}. {ranges}"))
}

/// Today and every scenario beside each other, a row a figure.
pub(super) fn captioned(caption: &str, lines: Vec<Line>, advice: &Advice) -> TextTable {
    let mut headings = vec![String::new(), advice.text().compare().today.to_owned()];
    headings.extend(advice.comparison.scenarios.iter().map(|one| one.outcome.situation.name.clone()));
    let rows = lines.into_iter().map(|line| std::iter::once(line.name).chain(line.values).collect()).collect();
    table(caption, headings, rows)
}

/// A table of which the first column has words and the others numbers.
pub(super) fn table(caption: &str, headings: Vec<String>, rows: Vec<Vec<String>>) -> TextTable {
    let mut aligns = vec![Align::Right; headings.len()];
    aligns[0] = Align::Left;
    TextTable { caption: caption.to_owned(), headings, aligns, rows }
}

/// Fixed headings as texts.
pub(super) fn headings(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}
