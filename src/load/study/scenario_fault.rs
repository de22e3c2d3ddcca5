//! What can be wrong with a scenario. The sentences are in [`crate::text`].

use crate::model::Goal;
use crate::week::{Ignored, WeekError};

/// Why a scenario cannot be used, where its own keys are each right by themselves.
#[derive(Debug, Clone, PartialEq)]
pub enum ScenarioFault {
    /// None of these keys is there, of which one must be.
    NoneOf(Vec<&'static str>),
    /// A name or a week that stood before.
    Twice {
        /// As it stands.
        value: String,
        /// The key where it stood before, when that is another.
        other: Option<String>,
    },
    /// The name of a scenario is what reports call the present.
    NamedPresent {
        /// As it stands.
        value: String,
    },
    /// Two names that differ in nothing but capitals.
    Alike {
        /// As it stands.
        value: String,
        /// The one that stood before.
        other: String,
    },
    /// A name that is no short line of text.
    LongName {
        /// The most characters.
        most: usize,
    },
    /// A goal to be made large under `least`, or small under `most`.
    OtherSide {
        /// The goal.
        goal: Goal,
    },
    /// At least more than at most.
    Crossed {
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
    /// Two stops of one bus that are open at the same time.
    TwoPlaces {
        /// The sites.
        sites: (String, String),
    },
    /// A text that is no position in or near the Netherlands.
    NoPlace {
        /// As it stands.
        value: String,
    },
    /// A list of fewer than two sites that exclude each other.
    TooFew,
    /// A goal that no desk at all serves best, unless something must be met.
    NothingToMeet {
        /// The goal.
        goal: Goal,
    },
    /// A goal that a desk at every site serves best, unless there is a limit.
    NoLimit {
        /// The goal.
        goal: Goal,
    },
}

/// Why opening hours are no week for a plan.
#[derive(Debug, Clone, PartialEq)]
pub enum WeekFault {
    /// A number of hours: nobody knows when.
    NoTimes,
    /// Open at no time.
    NeverOpen,
    /// Not understood.
    NotRead(WeekError),
    /// Parts of the text do not show in the week.
    LeftAside(Vec<Ignored>),
}
