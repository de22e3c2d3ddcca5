//! The study file: TOML in, a checked [`Study`](crate::model::Study) out.
//!
//! The document is walked key by key instead of through serde, so that every message is in the language of the study, names line and
//! column, and all that is wrong is said at once.

mod aims;
mod fault;
mod money;
mod parse;
mod reach;
mod section;
mod spread;
mod when;

pub use fault::{Kind, StudyError, StudyFault};
pub use parse::parse;

pub(super) use section::nearest;
