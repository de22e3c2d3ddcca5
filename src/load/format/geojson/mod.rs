//! Reading `GeoJSON`: RFC 7946, and the older form with a `crs` member in which RD files come.
//!
//! The file is held as bytes and gone through twice, one feature at a time, without a tree of values: [`scan`] for the fields and the
//! coordinate system (which may stand behind the features), [`features`] for the columns. A single `Feature`, a bare geometry and
//! newline-delimited features are read as well.

mod cell;
mod coordinates;
mod features;
mod member;
mod refsys;
mod scan;
mod seen;
mod shape;

use super::encoding::{decode, no_nul};
use super::head::Head;
use super::layer::{Layer, Selection};
use super::whole::{self, Whole};
use crate::load::error::Fault;
use crate::model::DataFile;

/// An open `GeoJSON` file.
#[derive(Debug)]
pub(super) struct Reader {
    text: Whole,
    fields: Vec<String>,
    has_geometry: bool,
    collection: bool,
    features: usize,
}

/// Opens a file and goes through it once.
///
/// # Errors
/// [`Fault::Corrupt`] with line and column when it is not JSON; [`Fault::NotGeoJson`]; [`Fault::Empty`] when it has no features;
/// [`Fault::Encoding`]; [`Fault::Unreadable`].
pub(super) fn open(file: &DataFile) -> Result<(Head, Reader), Fault> {
    let (text, encoding) = decode(whole::read(&file.path)?, file.encoding.as_deref())?;
    no_nul(&text)?;
    let found = scan::scan(&text)?;
    let head = Head {
        fields: found.fields.clone(),
        has_geometry: found.has_geometry,
        crs: found.crs,
        layer: None,
        // the standard leaves it open to nobody; another one is worth telling
        encoding: (encoding != "UTF-8").then_some(encoding),
    };
    let reader = Reader {
        text: Whole(text),
        fields: found.fields,
        has_geometry: found.has_geometry,
        collection: found.collection,
        features: found.features,
    };
    Ok((head, reader))
}

impl Reader {
    /// Brings the features. Where geometry is wanted, a feature with a broken one is refused by itself.
    ///
    /// # Errors
    /// [`Fault::Corrupt`] with line and column.
    pub(super) fn read(&self, selection: &Selection) -> Result<Layer, Fault> {
        let mut builder = features::Builder::new(&self.fields, selection, self.has_geometry, self.features);
        features::read(&self.text.0, self.collection, &mut builder)?;
        Ok(builder.finish())
    }
}

/// A JSON error with its place taken out of its sentence.
fn corrupt(error: &serde_json::Error) -> Fault {
    let (text, place) = (error.to_string(), format!("line {}, column {}", error.line(), error.column()));
    let detail = text.split(" at line ").next().unwrap_or_default().to_owned();
    Fault::Corrupt { place: if error.line() == 0 { String::new() } else { place }, detail }
}
