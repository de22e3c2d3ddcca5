//! What can be wrong with a study file. The sentences are in [`crate::text`].

use super::range_fault::RangeFault;
use super::scenario_fault::{ScenarioFault, WeekFault};
use crate::units::UnitError;
use crate::week::{DaypartsError, ProfileError};

/// One thing that is wrong in a study file.
#[derive(Debug, Clone, PartialEq)]
pub struct StudyError {
    /// The study file as it was named on the command line.
    pub file: String,
    /// Line and column, from 1; `None` where it is about the file as a whole.
    pub place: Option<(usize, usize)>,
    /// The line itself, to show with a caret below it.
    pub excerpt: String,
    /// The key at fault, with its sections: `reach.norm`.
    pub key: String,
    /// What is wrong.
    pub fault: StudyFault,
}

/// Why a study cannot be used.
#[derive(Debug, Clone, PartialEq)]
pub enum StudyFault {
    /// The file cannot be read: the system's own words.
    Unreadable(String),
    /// There is no such file.
    NotFound,
    /// It is a folder.
    Folder,
    /// The text is not UTF-8, from the place that the error names.
    NotUtf8,
    /// Not TOML: the parser's own words.
    Syntax(String),
    /// A key with a `+` in it that needs quotes, such as `need.65+`.
    BareKey {
        /// How it is to be written: `need."65+"`.
        quoted: String,
    },
    /// A key that does not exist; the nearest known name, and all names of the section.
    UnknownKey {
        /// The known name that looks most like it.
        nearest: Option<String>,
        /// Every known name of the section.
        known: Vec<String>,
    },
    /// A key or value that is planned and not built yet.
    NotBuiltYet,
    /// A key that must be there.
    Missing,
    /// A value of another kind.
    WrongKind {
        /// What belongs there.
        expected: Kind,
    },
    /// A quantity that does not parse.
    Quantity {
        /// The text as it stands.
        value: String,
        /// Why not.
        error: UnitError,
        /// What belongs there.
        expected: Kind,
    },
    /// A word that is none of those allowed.
    NotOneOf {
        /// The word.
        value: String,
        /// Those allowed.
        allowed: Vec<String>,
    },
    /// A number below its range.
    OutOfRange {
        /// The number.
        value: f64,
        /// The least that is allowed.
        least: f64,
    },
    /// A number above its range.
    TooLarge {
        /// The number.
        value: f64,
        /// The most that is allowed.
        most: f64,
    },
    /// Infinite, or no number at all.
    NotFinite,
    /// Nothing between the quotes.
    EmptyText,
    /// Two keys that exclude each other; the other one.
    Excludes {
        /// The other key.
        other: String,
    },
    /// A list without anything in it.
    EmptyList,
    /// Distances that do not rise, or the first of which is nothing where it may not be.
    NotRising {
        /// Their keys, in the order in which they must rise.
        keys: Vec<String>,
    },
    /// A number that must be below 0.
    NotNegative {
        /// The number.
        value: f64,
    },
    /// A part of the day that cannot be.
    Dayparts(DaypartsError),
    /// A profile that cannot be.
    Profile(ProfileError),
    /// A week that a plan cannot work with.
    Week {
        /// The text as it stands.
        value: String,
        /// Why not.
        fault: WeekFault,
    },
    /// What only a scenario can have wrong.
    Scenario(ScenarioFault),
    /// What only a range can have wrong.
    Range(RangeFault),
}

/// The kinds of value a study holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A text in quotes.
    Text,
    /// A list of texts.
    Texts,
    /// A plain number.
    Number,
    /// A distance with its unit.
    Distance,
    /// A list of distances.
    Distances,
    /// A section.
    Table,
    /// A file name, or a table with `file`.
    File,
    /// A list of files.
    Files,
    /// A form of decay with its distances.
    Decay,
    /// A share.
    Share,
    /// An increase in per cent.
    Increase,
    /// An amount of money.
    Money,
    /// Hours a week.
    Hours,
    /// A table of groups with their shares.
    Groups,
    /// Three weights that do not rise.
    Zones,
    /// A list of tables to spread.
    Spreads,
    /// A whole number.
    Whole,
    /// A table of weights by name.
    Weights,
    /// A whole number that may be 0.
    Count,
    /// A share above 0.
    Part,
    /// The money of the study, or an amount.
    Budget,
    /// Scenarios.
    Scenarios,
    /// A list of sites, each with its week.
    SiteWeeks,
    /// A list of sites, each with the place it moves to.
    SiteMoves,
    /// A list of buses with their stops.
    Buses,
    /// A position.
    Position,
    /// A list of weeks.
    Weeks,
    /// A list of rules on how many desks.
    Rules,
    /// A list of lists of sites.
    Groupings,
    /// Two values to draw between, or a list to draw from.
    Range,
}
