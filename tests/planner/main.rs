//! The planner for studies against every plan there is: random small regions, every goal, every condition, alone and together.
#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

mod around;
mod case;
mod certain;
mod conditions;
mod curves;
mod cut;
mod dilemmas;
mod draws;
mod every;
mod hours;
mod many;
mod obstacles;
mod region;
mod request;
mod together;
mod worked;
