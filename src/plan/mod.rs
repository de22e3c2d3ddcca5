//! Choosing desks and hours: the best network for the money, with a proof of how good it is.
//!
//! [`kernel`] is one location problem to which every goal comes down, with its search and its bound. What it knows is options, clients and
//! numbers; [`classic`] has the goals of the textbooks on top of it.

pub mod classic;
pub mod kernel;
