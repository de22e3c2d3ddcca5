//! Measures: what reach means for people. Arithmetic on arrays; no files, no clock, no printing.

mod catchment;
mod coverage;
mod distance;
mod need;
mod quantile;

pub use catchment::{Catchment, catchments};
pub use coverage::{Coverage, coverage};
pub use distance::{AreaSummary, Level, Summary, distances};
pub use need::need;
pub use quantile::Classed;
