//! Results on their way out: a [`Table`] knows no measure, a writer knows no table in particular.

mod table;
pub mod terminal;

pub use table::{Column, Shapes, Table, Values};
