//! Results on their way out: a [`Table`] knows no measure, a writer knows no table in particular.

mod chunks;
pub mod csv;
mod decimal;
#[cfg(test)]
mod example;
pub mod files;
pub mod geojson;
pub mod geopackage;
mod output;
pub mod style;
mod table;

pub use output::Output;
pub use table::{Column, Shapes, Table, Values};
