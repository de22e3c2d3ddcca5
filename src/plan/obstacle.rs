//! Why a request cannot be met, told before any search.

use super::request::Within;
use crate::units::{Euros, Hours, Metres};
use crate::week::Quarter;

/// One condition that cannot be met whatever is chosen, with where and by how much.
#[derive(Debug, Clone, PartialEq)]
pub enum Obstacle {
    /// There is a budget, and nobody said what an hour costs.
    NoHourRate,
    /// What has to be there costs more than there is.
    Budget {
        /// The pool, by index; `None` for the budget as a whole.
        pool: Option<usize>,
        /// The least that it costs a year.
        needed: Euros,
        /// What there is.
        available: Euros,
    },
    /// Residents whose nearest possible desk is too far.
    TooFar {
        /// Their municipality, by index; `None` where they are all over the study.
        municipality: Option<usize>,
        /// How many.
        residents: f64,
        /// How far the nearest is from whoever has it farthest; `None` where there is none.
        nearest: Option<Metres>,
        /// How far it may be.
        distance: Metres,
    },
    /// Fewer residents can be within the distance than is asked for.
    TooFewNear {
        /// The part that can.
        possible: f64,
        /// The part that is asked for.
        asked: f64,
        /// The distance.
        distance: Metres,
    },
    /// Fewer desks are possible than there must be.
    TooFew {
        /// Where.
        within: Within,
        /// At least so many hours a week each.
        hours: Option<Hours>,
        /// How many there must be.
        asked: u32,
        /// How many there can be.
        possible: u32,
    },
    /// More desks have to be there than there may be.
    TooMany {
        /// Where.
        within: Within,
        /// How many there may be.
        most: u32,
        /// How many there are in any plan.
        present: u32,
    },
    /// Two sites of which only one may have a desk, and both must.
    NotBoth {
        /// The sites, by index.
        sites: (usize, usize),
    },
    /// Two sites that both must have a new desk, and are too near to each other.
    TooNear {
        /// The sites, by index.
        sites: (usize, usize),
        /// How far apart they are.
        apart: Metres,
        /// How far they must be.
        asked: Metres,
    },
    /// More desks of a library are open at one time than it has people for.
    Staff {
        /// The library, by index.
        library: usize,
        /// How many may be open.
        most: u32,
        /// How many are, whatever is chosen.
        present: u32,
        /// When.
        at: Quarter,
    },
    /// A site that must have a desk has no week to choose.
    NoWeek {
        /// The site, by index.
        site: usize,
    },
    /// No condition is impossible by itself, but all of these together are.
    Together {
        /// Which.
        conditions: Vec<Condition>,
    },
}

/// A kind of condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Condition {
    /// The budget.
    Budget,
    /// Numbers of desks.
    Counts,
    /// At most one of some sites.
    NotBoth,
    /// New desks apart from each other.
    Apart,
    /// Residents within a distance.
    EveryoneWithin,
    /// Desks open at the same time.
    Staff,
    /// Sites that must have a desk.
    Required,
}

impl Condition {
    /// Every kind.
    pub const ALL: [Self; 7] = [Self::Budget, Self::Counts, Self::NotBoth, Self::Apart, Self::EveryoneWithin, Self::Staff, Self::Required];
}
