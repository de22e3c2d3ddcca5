//! Reach: which cell gets to which site, and how far that is.

mod nearest;

pub use nearest::{Nearest, nearest};
