//! Reach: which cell gets to which site, and how far that is.

mod matrix;
mod nearest;

pub use matrix::{Matrix, matrix};
pub use nearest::{Around, Nearest, around, nearest};
