//! What measures say: against hand-worked regions, brute force, laws, and another program.
#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

mod region;
mod targets;
mod worked;
