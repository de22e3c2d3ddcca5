//! Results on their way out: a [`Table`] knows no measure, a writer knows no table in particular.

mod classes;
pub mod coverage;
pub mod coverage_map;
pub mod coverage_styles;
pub mod manifest;
pub mod map;
pub mod summary;
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
pub mod terminal;

pub use output::Output;
pub use table::{Column, Shapes, Table, Values};
