//! Results on their way out: a [`Table`] knows no measure, a writer knows no table in particular.

mod chunks;
mod classes;
pub mod coverage;
pub mod coverage_map;
pub mod coverage_styles;
pub mod csv;
mod decimal;
#[cfg(test)]
mod example;
pub mod files;
pub mod geojson;
pub mod geopackage;
pub mod manifest;
pub mod map;
mod output;
pub mod style;
pub mod summary;
mod table;
pub mod terminal;

pub use output::Output;
pub use table::{Column, Shapes, Table, Values};
