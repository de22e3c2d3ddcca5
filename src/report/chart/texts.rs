//! The words around every chart.

/// The words around a chart; those that are empty are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Texts {
    /// Above the chart, large.
    pub title: String,
    /// Below the title: what is measured, of whom, when.
    pub subtitle: String,
    /// Below the chart: how to read it.
    pub note: String,
    /// Below the note: where the numbers come from.
    pub source: String,
    /// What the chart shows, for who cannot see it.
    pub description: String,
    /// What follows a whole number that is a percentage: a sign, with or without a space.
    pub percent: String,
}
