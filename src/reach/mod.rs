//! Reach: which cell gets to which site, and how far that is.

mod nearest;
mod within;

pub use nearest::{Nearest, nearest};
pub use within::{Within, within};
