//! Reading: one file per format makes a [`Layer`], [`cbs`] knows the published columns, [`build`] makes the model of it and refuses
//! rows with a reason. Formats never see the domain; the domain never sees a format.

mod centroid;
mod csv;
pub mod error;
mod geojson;
mod geopackage;
mod layer;
pub mod number;
mod shapefile;
mod source;
mod xlsx;

pub use error::{Fault, LoadError, Needed, Refusal, Why};
pub use layer::{Geometry, Layer, Numbers, Place, Selection, Wanted};
pub use source::{Format, Source};
