//! What is said of how certain a comparison is: sentences with their values, and fixed labels.

use crate::model::Assumed;

/// Something to know of how certain a comparison is, without its full stop. Names, not ids.
#[derive(Debug, Clone, PartialEq)]
pub enum CertainFact<'a> {
    /// How often a scenario is the best of all; `None` is today.
    First {
        /// Its name.
        name: Option<&'a str>,
        /// In how many draws.
        times: usize,
        /// Of how many.
        draws: usize,
    },
    /// How often a scenario is better than today.
    Better {
        /// Its name.
        name: &'a str,
        /// In how many draws.
        times: usize,
        /// Of how many.
        draws: usize,
    },
    /// Hours are not known: what the best is then.
    ByNorm,
    /// The assumption that matters most: its two values, and the lead of the best scenario at each, as shares.
    Most {
        /// One end.
        low: &'a Assumed,
        /// The other.
        high: &'a Assumed,
        /// The best scenario; `None` where there is none, so that the effect is today's own share.
        name: Option<&'a str>,
        /// The effect at each end.
        effect: [f64; 2],
    },
    /// No assumption matters.
    Nothing,
    /// An assumption at which another scenario is the best.
    Turns {
        /// The value at which it is.
        at: &'a Assumed,
        /// The scenario; `None` is today.
        name: Option<&'a str>,
    },
    /// How often the best scenario costs no more than there is.
    Fits {
        /// Its name.
        name: &'a str,
        /// In how many draws.
        times: usize,
        /// Of how many.
        draws: usize,
    },
    /// How many plans under drawn assumptions have the sites that the plan of the study chose.
    Picked {
        /// The scenario that asks for a plan.
        scenario: &'a str,
        /// Its sites, each with how many plans have it, most first.
        chosen: &'a [(&'a str, usize)],
        /// The site that it did not choose and most plans have.
        other: Option<(&'a str, usize)>,
        /// How many plans.
        plans: usize,
    },
    /// Some figure lies outside its own range.
    Outside {
        /// The assumptions of which the study's own value is an end of its range or lies beyond it, with that value.
        own: &'a [Assumed],
    },
    /// Draws in which there is no plan.
    NoPlan {
        /// The scenario that asks for one.
        scenario: &'a str,
        /// How many.
        without: usize,
        /// Of how many.
        draws: usize,
    },
    /// The user asked to stop before it was known.
    Stopped,
}

/// The labels of one language.
#[derive(Debug)]
pub struct CertainWords {
    /// Title of the table of ranges.
    pub range_title: &'static str,
    /// Title of the table of ranks.
    pub rank_title: &'static str,
    /// Title of the table of assumptions.
    pub tornado_title: &'static str,
    /// Title of the table of sites.
    pub picks_title: &'static str,
    /// Above the sentences.
    pub heading: &'static str,
    /// How to read a range: stands below the table.
    pub ranges: &'static str,
    /// Title of the chart.
    pub chart: &'static str,
    /// Its subtitle, for the lead of a scenario and for today's own share.
    pub subtitle: [&'static str; 2],
    /// Behind the subtitle, of what: of the need, or of the residents where hours are not known.
    pub of: [&'static str; 2],
    /// How to read it.
    pub note: &'static str,
    /// The line of what the study says.
    pub study: &'static str,
}
