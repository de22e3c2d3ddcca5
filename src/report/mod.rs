//! Results on their way out: a [`Table`] knows no measure, a writer knows no table in particular.

pub mod advice;
pub mod book;
pub mod border;
pub mod chart;
pub mod charts;
mod chunks;
mod classes;
mod columns;
pub mod compare;
pub mod coverage;
pub mod coverage_map;
pub mod coverage_styles;
pub mod csv;
mod decimal;
pub mod document;
#[cfg(test)]
mod example;
pub mod files;
pub mod flow_style;
pub mod geojson;
pub mod geopackage;
pub mod hours;
pub mod hours_map;
pub mod html;
pub mod manifest;
pub mod map;
pub mod markdown;
pub mod money;
mod output;
pub mod page;
pub mod place;
pub mod plan;
mod rule_style;
mod scenario_lines;
pub mod style;
pub mod summary;
pub mod supply;
mod table;
mod table_json;
pub mod terminal;
mod ticks;
pub mod xlsx;

pub use book::{Book, Cover, book};
pub use output::Output;
pub use table::{Column, Shape, Shapes, Table, Values};
