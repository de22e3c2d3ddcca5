//! The pipeline in order: what the command line, a page and the tests call.

mod coverage;
mod failure;
mod study;
mod write;

pub use coverage::{Computed, Request, coverage};
pub use failure::{Excerpt, Failure};
pub use study::{Checked, check, open};
