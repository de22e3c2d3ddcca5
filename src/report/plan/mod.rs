//! What `bereik plan` shows: the plan with its reasons, tables and layers, a map, charts, and a scenario to paste into a study.

mod alternatives;
mod areas;
mod charts;
mod desks;
mod facts;
mod json;
mod map;
mod page;
mod scenario;
mod styles;
mod tables;
mod value;
mod why;

use crate::compare::{DilemmaPoint, Figures, JointPlan, PlannedDesk, Why};
use crate::model::Find;
use crate::plan::kernel::Alternative;
use crate::plan::{CurvePoint, Menu, NextPlan, Plan, Purse};
use crate::units::Euros;

pub use charts::{curve_chart, dilemma_chart};
pub(super) use facts::{dilemma, joint, nearly, quality, reasons};
pub use json::json;
pub use map::map;
pub use page::{page, warnings};
pub use scenario::scenario;
pub use styles::styles;
pub use tables::tables;

/// Everything that is known of a plan.
#[derive(Debug, Clone)]
pub struct Planning {
    /// The name of the scenario that asked for it; empty where none did.
    pub name: String,
    /// What was asked for.
    pub find: Find,
    /// Whose money pays.
    pub purse: Purse,
    /// What could be done.
    pub menu: Menu,
    /// The plan.
    pub plan: Plan,
    /// Its desks, and those that close, by site.
    pub desks: Vec<PlannedDesk>,
    /// The goal's value of today's desks, in the unit of the goal; not finite where someone has no desk at all.
    pub today: f64,
    /// All need, where the value is a part of it; else 0.
    pub total: f64,
    /// κ of today's distances.
    pub kappa: f64,
    /// What the search thought the plan worth, where that is more than it is.
    pub thought: f64,
    /// What all desks cost a year.
    pub cost: Euros,
    /// What there is, where money counts.
    pub money: Option<Euros>,
    /// Today, by the measures.
    pub before: Figures,
    /// With the plan.
    pub after: Figures,
    /// What each cell gains, in the unit of the goal, turned so that more is better.
    pub gained: Vec<f64>,
    /// Why each desk.
    pub why: Vec<Why>,
    /// The best exchanges that were left out, by what they lose.
    pub alternatives: Vec<Alternative>,
    /// Other good plans.
    pub next: Vec<NextPlan>,
    /// The best plan for each budget.
    pub curve: Vec<CurvePoint>,
    /// More desks or longer hours.
    pub dilemma: Vec<DilemmaPoint>,
    /// Together or apart.
    pub joint: Vec<JointPlan>,
}

/// Decimals of persons, metres, shares, amounts and hours in tables.
const PERSONS: u8 = 1;
const METRES: u8 = 1;
const SHARE: u8 = 4;
const CENTS: u8 = 2;
const OF_HOURS: u8 = 2;
/// Decimals of a goal's value.
const VALUE: u8 = 3;
