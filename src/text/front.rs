//! What is said of the chart of cost, coverage and gap: sentences with their values, and fixed labels.

use crate::units::{Euros, Metres};

/// A sentence without its full stop, or a label with a value in it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum FrontSentence<'a> {
    /// What the chart shows, for who does not see it.
    Seen {
        /// Which scenarios no other one makes needless.
        kept: &'a [&'a str],
        /// Which one does.
        needless: &'a [&'a str],
        /// Those under other circumstances than the study's.
        others: &'a [&'a str],
    },
    /// Scenarios that are not drawn, since their cost or coverage is unknown.
    Unknown {
        /// Their names, the first ones.
        names: &'a [&'a str],
        /// How many more there are.
        more: usize,
    },
    /// The money there is, at its line.
    Money(Euros),
    /// The money there is, where its line would stand far outside the chart.
    MoneyElsewhere {
        /// How much there is.
        money: Euros,
        /// Whether it is less than all of them cost.
        is_less: bool,
    },
    /// The largest gap of a group, in metres.
    Gap(f64),
    /// The name of a scenario under other circumstances.
    Under {
        /// Its name.
        name: &'a str,
        /// The norm, when it has another.
        norm: Option<Metres>,
        /// The year, when it has another.
        year: Option<u16>,
    },
}

/// The labels of one language. A new label does not compile until both languages have it.
#[derive(Debug)]
pub struct FrontWords {
    /// The title.
    pub title: &'static str,
    /// What is measured.
    pub subtitle: &'static str,
    /// What the size of a point is, behind that.
    pub size: &'static str,
    /// What the axis of cost measures.
    pub cost: &'static str,
    /// A filled point.
    pub kept: &'static str,
    /// An open point.
    pub needless: &'static str,
    /// The line.
    pub line: &'static str,
    /// A square point.
    pub other: &'static str,
    /// What needless means.
    pub means: &'static str,
    /// What a filled point below the line means.
    pub below: &'static str,
}
