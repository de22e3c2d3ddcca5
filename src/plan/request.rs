//! What a plan is asked for, with every name found: sites and areas by index.

use crate::model::{Existing, Goal, MenuWeek, Venue};
use crate::units::{Euros, Hours, Metres, Share};

/// What a plan may cost a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// What each pool has, by itself.
    Pools,
    /// This amount for all desks together.
    Amount(Euros),
}

/// The sites that a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// All of the study.
    Study,
    /// Those in a municipality, by index.
    Municipality(usize),
    /// Those in a finer area, by index.
    Area(usize),
    /// Those of a kind.
    Venue(Venue),
}

/// At least and at most so many desks.
#[derive(Debug, Clone, PartialEq)]
pub struct CountOf {
    /// Where.
    pub within: Within,
    /// Its sites, by index in [`crate::model::Region::sites`], ascending.
    pub sites: Vec<usize>,
    /// At least so many.
    pub least: u32,
    /// At most so many; `None` for any number.
    pub most: Option<u32>,
    /// Only desks of at least so many hours a week count.
    pub hours: Option<Hours>,
}

/// The desks of one library that may be open at the same time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StaffOf {
    /// The library, by index.
    pub library: usize,
    /// How many.
    pub most: u32,
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// What is best.
    pub goal: Goal,
    /// What it may cost; `None` for any cost.
    pub limit: Option<Limit>,
    /// What may happen to today's desks.
    pub existing: Existing,
    /// The sites that take part, by index, ascending: those of the study's municipalities.
    pub sites: Vec<usize>,
    /// The weeks that a desk at each of these sites may have, within the hours of its building; empty where no new desk may come.
    pub weeks: Vec<Vec<MenuWeek>>,
    /// How many desks there must and may be.
    pub counts: Vec<CountOf>,
    /// Sites of which at most one may have a desk.
    pub not_both: Vec<Vec<usize>>,
    /// No two new desks are nearer to each other than this.
    pub apart: Option<Metres>,
    /// Residents who must have a desk within a distance: how far, and the part of them.
    pub everyone_within: Option<(Metres, Share)>,
    /// Desks open at the same time.
    pub staff: Vec<StaffOf>,
    /// Sites that must have a desk.
    pub require: Vec<usize>,
}
