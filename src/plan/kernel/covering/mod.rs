//! Set covering: the cheapest options that leave no client unserved (Toregas, Swain, ReVelle & Bergman 1971).
//!
//! Maps of places fall apart: after `domination` what is left is a core of a few hundred, often in parts (`core`) that do not touch. Each
//! part is searched by itself, and since costs are whole their bounds are rounded up one by one before they are added. A part that is small
//! enough gets the best prices (`packing`) of its rows by the simplex method and is searched by branch and bound (`tree`) that keeps them from
//! node to node; a larger one is split by prices of the volume algorithm until it is.

mod cheapest;
mod core;
mod domination;
mod packing;
mod quick;
mod tree;
mod weighting;

pub use cheapest::{Cover, cheapest_cover, quick_cover};
