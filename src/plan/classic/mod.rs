//! The classic goals, each as its paper has it: clients, options and a table of distances or points in the plane.

mod center;
mod covering;
mod facility;
mod median;
mod neighbours;
mod quick;

pub use center::p_center;
pub use covering::{maximal_covering, set_covering};
pub use facility::facility_location;
pub use median::p_median;
pub use neighbours::{Neighbours, Points, Table};

use super::kernel::Ending;

/// The best set of options that was found for a classic goal, with what is known of how good it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Solved {
    /// The options, ascending.
    pub options: Vec<u32>,
    /// What they come to: served weight, distance, cost or number, as the goal has it.
    pub value: f64,
    /// What no set of options goes beyond: above the value where more is better, below it where less is.
    pub bound: f64,
    /// How the search ended.
    pub ending: Ending,
    /// Nodes of the search tree.
    pub nodes: u64,
    /// Numbers that were looked at.
    pub work: u64,
}

impl Solved {
    /// |bound − value| / |value|, as a share; 0 when both are 0.
    #[must_use]
    pub fn gap(&self) -> f64 {
        let over = (self.bound - self.value).abs();
        if over == 0.0 { 0.0 } else { over / self.value.abs() }
    }
}

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsolved {
    /// No set of options meets the conditions.
    Impossible,
    /// This client has no option within the distance that is asked for.
    OutOfReach {
        /// By number.
        client: usize,
    },
    /// The search was stopped before it found any.
    NothingYet,
}
