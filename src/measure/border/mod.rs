//! Borders: who uses whose desk, what the borders cost, where they hurt, and what a municipality without a desk could do (method §8).

mod area;
mod attraction;
mod case;
mod effect;
mod flow;
mod hours;
mod huff;
mod origin;
mod orphan;
mod people;
mod shapley;
mod shared;
mod side;
mod term;
mod total;
mod usage;

pub(super) use flow::places_of_sites;
pub(super) use huff::divide;
pub(super) use term::Term;

pub use area::{Across, BorderArea, border_areas};
pub use attraction::attractions;
pub use case::{Case, Cases, own_distances};
pub use effect::{BorderEffect, Compared, Party, effects};
pub use flow::{Basis, Flow, FlowBalance, Flows, balances, flows};
pub use hours::CaseHours;
pub use origin::{Origin, Territory, origins};
pub use orphan::{Orphan, OrphanOption, orphans};
pub use shapley::{Reached, shapley};
pub use shared::{Served, SharedPlace, Spot, shared_places};
pub use side::{Side, Sides};
pub use usage::{LibraryUse, library_use};
