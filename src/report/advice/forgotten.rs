//! Nobody may be forgotten: who loses the only desk within the norm, group by group.

use super::scenarios::persons;
use super::tables::{fitting, table};
use super::{Advice, SOMEONE};
use crate::report::compare::Measured;
use crate::report::document::Block;

/// A row a group and a column for each scenario in which somebody loses the only desk; nothing where nobody does.
pub(super) fn forgotten(advice: &Advice) -> Vec<Block> {
    let text = advice.text();
    let words = text.advice();
    let all: Vec<&Measured> = advice.comparison.scenarios.iter().filter(|one| one.lose_the_only() >= SOMEONE).collect();
    let counts = &advice.comparison.today.situation.region.cells.counts;
    let row = |group: usize| {
        let lose = |one: &&Measured| one.lost.iter().filter(|lost| lost.group == group).map(|lost| lost.residents).sum::<f64>();
        persons(advice, &text.group(&counts[group].group), &all.iter().map(lose).collect::<Vec<f64>>())
    };
    let rows: Vec<Vec<String>> = (0..counts.len()).filter_map(row).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let names = all.iter().map(|one| one.outcome.situation.name.clone());
    fitting(table(words.forgotten, std::iter::once(words.group_columns[0].to_owned()).chain(names).collect(), rows))
}
