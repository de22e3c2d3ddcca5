//! The figures that have a range.

use crate::compare::Headline;
use crate::units::{Euros, Metres, Share};

/// A figure of the study as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Figure {
    /// Yearly cost of all desks, euros.
    Cost,
    /// What is left of the money there is, euros.
    Left,
    /// What pools that cannot pay their desks lack together, euros.
    Short,
    /// Moment coverage of the need, a share.
    Moment,
    /// Share of the residents within the norm.
    Within,
    /// Mean distance, metres.
    Mean,
    /// Distance within which nine tenths live, metres.
    P90,
    /// Mean of the reachable hours a week.
    Hours,
    /// Share of the residents that can reach 16 hours a week.
    Sixteen,
    /// Metres that the borders of municipalities would add to the mean distance, at least 0.
    Border,
    /// Visits a week expected of the desks of the study together.
    Visits,
    /// How many metres farther the group that lives farthest has to go than everyone, at least 0.
    Gap,
}

/// What a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Euros.
    Euros,
    /// A part of a whole, 0 to 1.
    Share,
    /// Metres.
    Metres,
    /// Hours a week.
    Hours,
    /// Visits a week.
    Visits,
}

impl Figure {
    /// Every figure, in the order of tables.
    pub const ALL: [Self; 12] = [
        Self::Cost,
        Self::Left,
        Self::Short,
        Self::Moment,
        Self::Within,
        Self::Mean,
        Self::P90,
        Self::Hours,
        Self::Sixteen,
        Self::Border,
        Self::Visits,
        Self::Gap,
    ];

    /// Its name in tables: that of its column in the table of scenarios.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Cost => "cost",
            Self::Left => "left",
            Self::Short => "short",
            Self::Moment => "moment_coverage",
            Self::Within => "share_within_norm",
            Self::Mean => "mean_m",
            Self::P90 => "p90_m",
            Self::Hours => "hours",
            Self::Sixteen => "share_16_hours",
            Self::Border => "border_extra_mean_m",
            Self::Visits => "visits_week",
            Self::Gap => "largest_gap_m",
        }
    }

    /// What it is in.
    #[must_use]
    pub fn unit(self) -> Unit {
        match self {
            Self::Cost | Self::Left | Self::Short => Unit::Euros,
            Self::Moment | Self::Within | Self::Sixteen => Unit::Share,
            Self::Mean | Self::P90 | Self::Border | Self::Gap => Unit::Metres,
            Self::Hours => Unit::Hours,
            Self::Visits => Unit::Visits,
        }
    }

    /// Its value in a headline, in its unit; `None` where it is not known. No group that lags is a gap of 0.
    #[must_use]
    pub fn of(self, headline: &Headline) -> Option<f64> {
        match self {
            Self::Cost => headline.cost.map(Euros::as_f64),
            Self::Left => headline.left.map(Euros::as_f64),
            Self::Short => headline.short.map(Euros::as_f64),
            Self::Moment => headline.moment,
            Self::Within => headline.share_within.map(Share::get),
            Self::Mean => headline.mean.map(Metres::get),
            Self::P90 => headline.p90.map(Metres::get),
            Self::Hours => headline.hours,
            Self::Sixteen => headline.least.map(|least| least[2]),
            Self::Border => headline.border_metres,
            Self::Visits => headline.visits_week,
            Self::Gap => headline.mean.map(|_| headline.gap.map_or(0.0, |(_, metres)| metres)),
        }
    }
}

/// A value for each of [`Figure::ALL`], in that order.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Values(pub [Option<f64>; Figure::ALL.len()]);

impl Values {
    /// Those of a headline.
    #[must_use]
    pub fn of(headline: &Headline) -> Self {
        Self(Figure::ALL.map(|figure| figure.of(headline)))
    }

    /// One of them.
    #[must_use]
    pub fn get(&self, figure: Figure) -> Option<f64> {
        self.0[figure as usize]
    }

    pub(super) fn set(&mut self, figure: Figure, value: Option<f64>) {
        self.0[figure as usize] = value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_stands_where_it_is_looked_for() {
        let headline = Headline { moment: Some(0.25), hours: Some(4.0), mean: Metres::new(800.0), ..Headline::default() };
        let values = Values::of(&headline);
        assert_eq!((values.get(Figure::Moment), values.get(Figure::Hours), values.get(Figure::Mean)), (Some(0.25), Some(4.0), Some(800.0)));
        // Nobody lags, and nothing is known of cost.
        assert_eq!((values.get(Figure::Gap), values.get(Figure::Cost)), (Some(0.0), None));
        assert!(Figure::ALL.iter().enumerate().all(|(place, figure)| *figure as usize == place));
    }
}
