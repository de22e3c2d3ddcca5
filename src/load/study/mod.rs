//! The study file: TOML in, a checked [`Study`](crate::model::Study) out.
//!
//! The document is walked key by key instead of through serde, so that every message is in the language of the study, names line and
//! column, and all that is wrong is said at once.

mod aims;
mod changes;
mod counts;
mod fault;
mod find;
mod lists;
mod money;
mod nearest;
mod parse;
mod range_fault;
mod reach;
mod scenario;
mod scenario_fault;
mod section;
mod spread;
mod uncertain;
mod when;

pub use fault::{Kind, StudyError, StudyFault};
pub use parse::parse;
pub use range_fault::RangeFault;
pub use scenario_fault::{ScenarioFault, WeekFault};

pub(crate) use nearest::nearest;
