//! The planner's kernel against every subset, and the laws it must obey.
#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

mod brute;
mod clock;
#[path = "../common/mod.rs"]
mod common;
mod goals;
mod highs;
mod published;
mod random;
