//! What is lost between need and help, by group: one bar of 100 % each.

use super::bars::{Bar, Bars};
use super::colour::ramp;
use super::texts::Texts;

/// A row of [`Lost`]: three percentages. What is no number is 0; what is missing to 100 stays white.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LostRow {
    /// The name before the bar, of at most two lines.
    pub name: String,
    /// Helped: a desk within reach is open.
    pub helped: f64,
    /// Lost to hours: a desk is within reach, and closed.
    pub hours: f64,
    /// Lost to distance: no desk is within reach.
    pub distance: f64,
}

/// What [`lost`] draws.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lost {
    /// The words around.
    pub texts: Texts,
    /// Labels: helped, lost to hours, lost to distance.
    pub labels: [String; 3],
    /// The bars, from above; up to 12 fit half an A4.
    pub rows: Vec<LostRow>,
}

/// Draws one bar of 100 % a row: helped, lost to hours, lost to distance. Time is linear in rows.
#[must_use]
pub fn lost(chart: &Lost) -> String {
    Bars {
        texts: &chart.texts,
        classes: chart.labels.iter().map(String::as_str).collect(),
        // Lightness falls by two steps from what is helped to what is lost.
        colours: ramp(3, 1),
        rows: chart.rows.iter().map(|row| Bar { name: &row.name, shares: vec![row.helped, row.hours, row.distance] }).collect(),
        names: 460,
        lines: 2,
        pitch: 72,
    }
    .draw()
}
