//! Plans and scenarios beside today: measured by [`crate::measure`], which shares no code with the planner.

mod dilemma;
mod figures;
mod joint;
mod network;
mod why;
mod worth;

pub use dilemma::{DilemmaPoint, Way, dilemma};
pub use figures::{Figures, figures};
pub use joint::{JointPlan, JointPool, JointRow, joint};
pub use network::{Fate, PlannedDesk, desks_of, planned, with_changes};
pub use why::{Gain, Why, why};
pub use worth::{Worth, worth};
