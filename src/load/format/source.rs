//! A file that has been looked at: its format, layer, fields and coordinate system, before any row is read.

use std::path::PathBuf;

use crate::crs::Crs;
use crate::model::DataFile;

use super::kind::{Format, sniff};
use super::layer::{Layer, Selection};
use super::{csv, geojson, geopackage, shapefile, xlsx};
use crate::load::error::{Fault, LoadError};

/// A file whose head has been read.
#[derive(Debug)]
pub struct Source {
    /// The file and what the study says of it.
    pub file: DataFile,
    /// Its format.
    pub format: Format,
    /// Names of its fields, in the order of the file.
    pub fields: Vec<String>,
    /// Whether its rows have geometry of their own (a CSV with X and Y has fields, not geometry).
    pub has_geometry: bool,
    /// Its coordinate system, where the file itself says so.
    pub crs: Option<Crs>,
    /// The layer or sheet that is read, where the format has several.
    pub layer: Option<String>,
    /// The character encoding, where the format leaves it open.
    pub encoding: Option<&'static str>,
    reader: Reader,
}

/// The open file of each format.
#[derive(Debug)]
enum Reader {
    GeoPackage(geopackage::Reader),
    GeoJson(geojson::Reader),
    Shapefile(shapefile::Reader),
    Csv(csv::Reader),
    Xlsx(xlsx::Reader),
}

impl Source {
    /// Opens a file and reads its head.
    ///
    /// # Errors
    /// [`Fault`] when there is no such file, it is empty, not in the format its name promises, damaged, or has several layers and the
    /// study names none.
    pub fn open(file: &DataFile) -> Result<Self, LoadError> {
        let fail = |fault| LoadError { file: file.shown.clone(), fault };
        let format = sniff(&file.path).map_err(fail)?;
        if let Some(key) = meaningless(file, format) {
            return Err(fail(Fault::Meaningless { key, format }));
        }
        let (head, reader) = match format {
            Format::GeoPackage => geopackage::open(file).map(|(head, reader)| (head, Reader::GeoPackage(reader))),
            Format::GeoJson => geojson::open(file).map(|(head, reader)| (head, Reader::GeoJson(reader))),
            Format::Shapefile => shapefile::open(file).map(|(head, reader)| (head, Reader::Shapefile(reader))),
            Format::Csv => csv::open(file).map(|(head, reader)| (head, Reader::Csv(reader))),
            Format::Xlsx => xlsx::open(file).map(|(head, reader)| (head, Reader::Xlsx(reader))),
        }
        .map_err(fail)?;
        Ok(Self {
            file: file.clone(),
            format,
            fields: head.fields,
            has_geometry: head.has_geometry,
            crs: head.crs,
            layer: head.layer,
            encoding: head.encoding,
            reader,
        })
    }

    /// Brings the rows, with the columns of `selection` only.
    ///
    /// # Errors
    /// [`Fault`] when the file is damaged past the point where single rows can be refused.
    pub fn read(&self, selection: &Selection) -> Result<Layer, LoadError> {
        match &self.reader {
            Reader::GeoPackage(reader) => reader.read(selection),
            Reader::GeoJson(reader) => reader.read(selection),
            Reader::Shapefile(reader) => reader.read(selection),
            Reader::Csv(reader) => reader.read(selection),
            Reader::Xlsx(reader) => reader.read(selection),
        }
        .map_err(|fault| LoadError { file: self.file.shown.clone(), fault })
    }

    /// Index of the field with this name, whatever its case.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<usize> {
        let wanted = name.trim();
        self.fields.iter().position(|field| field.trim().to_lowercase() == wanted.to_lowercase())
    }

    /// Every file on disk that belongs to this source: one, or the parts of a shapefile.
    #[must_use]
    pub fn parts(&self) -> Vec<PathBuf> {
        match &self.reader {
            Reader::Shapefile(reader) => reader.parts(),
            _ => vec![self.file.path.clone()],
        }
    }
}

/// What the study says of a file and the format has not: only some have layers, and only text leaves its encoding open.
fn meaningless(file: &DataFile, format: Format) -> Option<&'static str> {
    match format {
        Format::Csv | Format::GeoJson | Format::Shapefile => file.layer.as_ref().map(|_| "layer"),
        Format::GeoPackage | Format::Xlsx => file.encoding.as_ref().map(|_| "encoding"),
    }
}
