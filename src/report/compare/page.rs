//! Scenarios for the terminal.

use super::Comparison;
use super::certain_facts::certain_facts;
use super::facts::{facts, hours_told};
use super::headline::lines;
use super::visits;
use crate::model::Study;
use crate::report::terminal::{Align, table};
use crate::text::Text;

/// Scenarios beside each other in one table, and where values have their range; of more than this there are several.
const BESIDE: [usize; 2] = [4, 2];

/// A short page: every figure of every scenario, and what each does in words.
#[must_use]
pub fn page(study: &Study, comparison: &Comparison, text: &dyn Text) -> String {
    let words = text.compare();
    let mut page = format!("{}\n", study.title);
    let lines = lines(study, comparison, text);
    let names: Vec<&str> = comparison.scenarios.iter().map(|one| one.outcome.situation.name.as_str()).collect();
    let numbers: Vec<usize> = (1..=names.len()).collect();
    let groups: Vec<&[usize]> =
        if numbers.is_empty() { vec![&[]] } else { numbers.chunks(BESIDE[usize::from(comparison.certainty.is_some())]).collect() };
    for group in groups {
        let columns = || std::iter::once(0).chain(group.iter().copied());
        let headings: Vec<&str> =
            [""].into_iter().chain(columns().map(|number| if number == 0 { words.today } else { names[number - 1] })).collect();
        let rows: Vec<Vec<String>> = lines
            .iter()
            .map(|line| std::iter::once(line.name.clone()).chain(columns().map(|number| line.values[number].clone())).collect())
            .collect();
        let mut aligns = vec![Align::Right; headings.len()];
        aligns[0] = Align::Left;
        page.push_str(&format!("\n{}", table(&headings, &aligns, &rows)));
    }
    page.push('\n');
    hours_told(comparison, text).into_iter().chain(visits::today(comparison, text)).for_each(|fact| page.push_str(&format!("{fact}\n")));
    if comparison.certainty.is_some() {
        page.push_str(&format!("{}\n", text.certain().ranges));
    }
    if !comparison.scenarios.is_empty() {
        page.push_str(&format!("\n{}\n", words.brings));
    }
    for one in &comparison.scenarios {
        page.push_str(&format!("  {}\n", one.outcome.situation.name));
        facts(comparison, one, text).iter().for_each(|fact| page.push_str(&format!("    - {fact}\n")));
    }
    let certain = certain_facts(comparison, text);
    if !certain.is_empty() {
        page.push_str(&format!("\n{}\n", text.certain().heading));
        certain.iter().for_each(|fact| page.push_str(&format!("  - {fact}\n")));
    }
    page
}
