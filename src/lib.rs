//! Bereik plans IDO's, the walk-in desks where people get help with the digital government: who lives how far from a desk, and where
//! should the desks be.
//!
//! Data flows one way: [`load`] reads files into the [`model`], [`reach`] finds which cell reaches which site, [`measure`] turns that
//! into figures, [`report`] writes them; [`run`] is that pipeline in order. `ARCHITECTURE.md` has the map and the rules.

pub mod budget;
pub mod cli;
pub mod compare;
pub mod crs;
pub mod load;
pub mod measure;
pub mod model;
pub mod plan;
pub mod reach;
pub mod report;
pub mod run;
pub mod spatial;
pub mod synth;
pub mod text;

pub mod units;
pub mod watch;
pub mod week;
