//! Choosing desks and hours: the best network for the money, with a proof of how good it is.
//!
//! [`kernel`] is one location problem to which every goal comes down, with its search and its bound. What it knows is options, clients and
//! numbers; [`classic`] has the goals of the textbooks on top of it.

pub mod classic;
mod cover;
mod curve;
mod demand;
mod far;
mod hits;
pub mod kernel;
mod menu;
mod near;
mod next;
mod obstacle;
mod partly;
mod possible;
mod purse;
mod question;
mod request;
mod rules;
mod serving;
mod worst;

pub use curve::{CurvePoint, curve};
pub use hits::{Hit, Weeks, hits};
pub use menu::{Menu, PlanDesk};
pub use next::{NextPlan, next_plans};
pub use obstacle::{Condition, Obstacle};
pub use purse::{PoolMoney, Purse};
pub use question::{Given, NoPlan, Plan, Question};
pub use request::{CountOf, Limit, Request, StaffOf, Within};
