//! The planner for studies against every plan there is: random small regions, every goal, every condition, alone and together.
#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

mod case;
mod conditions;
mod draws;
mod every;
mod obstacles;
mod region;
mod request;
