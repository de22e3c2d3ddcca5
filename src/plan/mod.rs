//! Choosing desks and hours: the best network for the money, with a proof of how good it is.
//!
//! [`kernel`] is one location problem to which every goal of a study comes down, with its search and its bound. What it knows is options,
//! clients and numbers; the files beside it turn regions and goals into these and back.

pub mod kernel;
