//! Reading an ESRI Shapefile: `.shp` with its index, its table, and where they are the `.prj` and `.cpg`.
//!
//! Shapes are read by the crate `shapefile`. The table is read here ([`dbf`]): its records have to be reached by number, so that a
//! deleted one takes its shape along, and a cell that is no number must not cost the record.

mod charset;
mod dbf;
mod parts;
mod rows;
mod shape;

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use self::charset::Charset;
use self::parts::Parts;
use super::head::Head;
use super::layer::{Layer, Selection};
use crate::crs::Crs;
use crate::load::error::Fault;
use crate::model::DataFile;

/// A shapefile whose heads have been read.
#[derive(Debug)]
pub(super) struct Reader {
    parts: Parts,
    table: dbf::Head,
    charset: Charset,
    /// Whether the study states the code page, so that text which does not fit is an error.
    stated: bool,
}

/// Opens a shapefile and its parts.
///
/// # Errors
/// [`Fault::MissingPart`] without `.shx` or `.dbf`, [`Fault::Corrupt`], [`Fault::Encoding`] for an unknown code page.
pub(super) fn open(file: &DataFile) -> Result<(Head, Reader), Fault> {
    let parts = Parts::of(&file.path)?;
    shapefile::ShapeReader::new(BufReader::new(File::open(&parts.shp).map_err(unreadable)?))
        .map_err(|error| corrupt(&parts.shp, &error.to_string()))?;
    let head = dbf::Head::read(&parts.dbf)?;
    let charset = match &file.encoding {
        Some(name) => Charset::named(name)?,
        None => match parts.cpg.as_deref().map(short_text).transpose()?.filter(|name| !name.is_empty()) {
            Some(name) => Charset::named(&name)?,
            None => match Charset::of_language_driver(head.language) {
                Some(charset) => charset,
                None => Charset::guessed(&parts.dbf)?,
            },
        },
    };
    let crs = match &parts.prj {
        Some(path) => Some(short_text(path)?).filter(|text| !text.is_empty()).map(|text| Crs::parse(&text)),
        None => None,
    };
    let fields = head.fields.iter().map(|field| charset.decode(&field.name).text.trim().to_owned()).collect();
    let encoding = Some(charset.name());
    let stated = file.encoding.is_some();
    Ok((Head { fields, has_geometry: true, crs, layer: None, encoding }, Reader { parts, table: head, charset, stated }))
}

impl Reader {
    /// Brings the records that are not deleted, in order.
    ///
    /// # Errors
    /// [`Fault::Corrupt`] when a part is damaged as a whole, [`Fault::Encoding`] when text is not in the stated code page.
    pub(super) fn read(&self, selection: &Selection) -> Result<Layer, Fault> {
        rows::read(self, selection)
    }

    /// The files it is made of.
    pub(super) fn parts(&self) -> Vec<PathBuf> {
        self.parts.all()
    }
}

/// A small text file, without the mark some programs put before it.
fn short_text(path: &Path) -> Result<String, Fault> {
    let bytes = std::fs::read(path).map_err(unreadable)?;
    Ok(String::from_utf8_lossy(&bytes).trim_start_matches('\u{feff}').trim_matches(|c: char| c.is_whitespace() || c == '\0').to_owned())
}

fn unreadable(error: impl std::fmt::Display) -> Fault {
    Fault::Unreadable(error.to_string())
}

/// A fault of one part; its extension is the place.
fn corrupt(part: &Path, detail: &str) -> Fault {
    let extension = part.extension().map(|extension| format!(".{}", extension.to_string_lossy().to_lowercase()));
    Fault::Corrupt { place: extension.unwrap_or_default(), detail: detail.to_owned() }
}
