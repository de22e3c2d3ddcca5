//! Plans and scenarios beside today: measured by [`crate::measure`], which shares no code with the planner.

pub mod certain;
mod choice;
mod dilemma;
mod figures;
mod front;
mod grown;
mod joint;
mod known;
mod network;
mod outcome;
mod shift;
mod situation;
mod why;
mod worth;

pub use choice::{Choice, choice};
pub use dilemma::{DilemmaPoint, Way, dilemma};
pub use figures::{Figures, figures};
pub use front::needless;
pub use grown::grown;
pub use joint::{JointPlan, JointPool, JointRow, joint};
pub use known::KnownHours;
pub use network::{Fate, PlannedDesk, desks_of, planned};
pub use outcome::{Headline, Outcome, outcome};
pub use shift::{Lost, NOTICED_HOURS, NOTICED_METRES, Shift, lost, shifts};
pub use situation::{Caution, Problem, Situation};
pub use why::{Gain, Why, why};
pub use worth::{Worth, worth};
