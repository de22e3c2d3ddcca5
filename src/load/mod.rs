//! Reading: one file per format makes a [`Layer`], [`cbs`] knows the published columns, [`build`] makes the model of it and refuses
//! rows with a reason. Formats never see the domain; the domain never sees a format.

pub mod cbs;
mod csv;
pub mod error;
pub mod found;
mod geojson;
mod geopackage;
mod hidden;
mod infer;
mod layer;
pub mod number;
mod shapefile;
pub mod place;
mod source;
pub mod study;
mod xlsx;

pub use error::{Fault, LoadError, Needed, Refusal, Why};
pub use layer::{Geometry, Layer, Numbers, Place, Selection, Wanted};
pub use source::{Format, Source};
