//! Results on their way out: a [`Table`] knows no measure, a writer knows no table in particular.

pub mod map;
mod table;

pub use table::{Column, Shapes, Table, Values};
