//! What measures say: against hand-worked regions, brute force, laws, and another program.
#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

mod border_laws;
mod border_moments;
mod border_worked;
mod brute;
mod country;
mod equity;
mod floating;
mod laws;
mod naive;
mod order;
mod random;
mod region;
mod scenario_words;
mod scenarios;
mod simulation;
mod targets;
mod usage;
mod worked;
