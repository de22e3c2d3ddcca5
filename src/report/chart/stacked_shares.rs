//! Of how many hours people can reach a desk, by municipality: one bar of 100 % each.

use super::bars::{Bar, Bars};
use super::colour::ramp;
use super::texts::Texts;

/// A row of [`StackedShares`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ShareRow {
    /// The name before the bar; one that is too long ends in an ellipsis.
    pub name: String,
    /// A percentage a class, in the order of the classes. What is no number is 0; what is missing to 100 stays white.
    pub shares: Vec<f64>,
}

/// What [`stacked_shares`] draws.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StackedShares {
    /// The words around.
    pub texts: Texts,
    /// Labels of up to 7 classes, from bad (nothing; darkest, apart from the others) to good (palest).
    pub classes: Vec<String>,
    /// The bars, from above.
    pub rows: Vec<ShareRow>,
}

/// Draws one bar of 100 % a row, cut into classes. The page grows with the rows: 60 fit an upright A4 with names of 7 points.
///
/// Time is linear in segments.
#[must_use]
pub fn stacked_shares(chart: &StackedShares) -> String {
    let count = chart.classes.len();
    // The ramp goes from good to bad and jumps before the last.
    let mut colours = ramp(count, count.saturating_sub(1));
    colours.reverse();
    Bars {
        texts: &chart.texts,
        classes: chart.classes.iter().map(String::as_str).collect(),
        colours,
        rows: chart.rows.iter().map(|row| Bar { name: &row.name, shares: row.shares.clone() }).collect(),
        names: 380,
        lines: 1,
        pitch: match chart.rows.len() {
            0..=12 => 54,
            13..=30 => 42,
            _ => 36,
        },
    }
    .draw()
}
