//! Formats: each reader makes a [`Layer`] of a file, columns and positions without meaning. No reader knows what a column is for.

mod centroid;
mod csv;
mod encoding;
mod geojson;
mod geopackage;
mod head;
mod header;
mod kind;
mod layer;
pub mod number;
mod points;
mod shapefile;
mod source;
mod whole;
mod xlsx;

pub use kind::Format;
pub use layer::{Geometry, Layer, Numbers, Place, Selection, Wanted};
pub use points::Points;
pub use source::Source;
