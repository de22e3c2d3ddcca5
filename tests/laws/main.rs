//! Laws that every coverage obeys, on random regions built in memory and on the demo with its rows shuffled.
#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]
#![expect(clippy::float_cmp, reason = "regions are made so that every sum is exact")]

#[path = "../common/mod.rs"]
mod common;
mod distances;
mod people;
mod region;
mod rows;
mod threads;
