//! Classes of a number as the rules of a style, and the words for them.

use super::rules::Rule;
use super::symbol::Symbol;
use crate::text::{Text, Unit};

/// A class: all numbers above those of the class before it, up to and including its own limit.
pub(super) struct Class {
    /// The largest number in it; infinite for the last.
    pub upper: f64,
    /// What the legend says.
    pub label: String,
    /// What its rows look like.
    pub symbol: Symbol,
}

/// A rule for each class of what an expression gives. The first has no lower limit; rows without a number are in none.
pub(super) fn class_rules(expression: &str, classes: Vec<Class>) -> Vec<Rule> {
    let mut lower: Option<f64> = None;
    let rule = |Class { upper, label, symbol }| {
        let above = lower.map(|lower| format!("{expression} > {lower}"));
        let below = f64::is_finite(upper).then(|| format!("{expression} <= {upper}"));
        lower = Some(upper);
        let filter = [above, below].into_iter().flatten().collect::<Vec<_>>().join(" AND ");
        let filter = if filter.is_empty() { format!("{expression} IS NOT NULL") } else { filter };
        Rule::symbol(filter, label, symbol)
    };
    classes.into_iter().map(rule).collect()
}

/// Classes that end at these limits, and one above them, each with the symbol of its place in the row. Shares are told in per cent.
pub(super) fn classes(limits: &[f64], unit: Unit, symbol: impl Fn(usize) -> Symbol, text: &dyn Text) -> Vec<Class> {
    let uppers = limits.iter().copied().map(Some).chain([None]);
    let lowers = std::iter::once(None).chain(limits.iter().copied().map(Some));
    let class = |(place, (lower, upper)): (usize, (Option<f64>, Option<f64>))| Class {
        upper: upper.unwrap_or(f64::INFINITY),
        label: text.number_class(lower, upper, unit),
        symbol: symbol(place),
    };
    lowers.zip(uppers).enumerate().map(class).collect()
}
