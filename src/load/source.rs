//! A file that has been looked at: its format, layer, fields and coordinate system, before any row is read.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::crs::Crs;
use crate::model::DataFile;

use super::error::{Fault, LoadError};
use super::layer::{Layer, Selection};
use super::{csv, geojson, geopackage, shapefile, xlsx};

/// A format that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// OGC GeoPackage.
    GeoPackage,
    /// GeoJSON, with RFC 7946 or with the older `crs` member.
    GeoJson,
    /// ESRI Shapefile with its `.shx`, `.dbf`, `.prj` and `.cpg`.
    Shapefile,
    /// Text with separators.
    Csv,
    /// Excel workbook.
    Xlsx,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 5] = [Self::GeoPackage, Self::GeoJson, Self::Shapefile, Self::Csv, Self::Xlsx];

    /// The name a user knows it by; the same in every language.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::GeoPackage => "GeoPackage",
            Self::GeoJson => "GeoJSON",
            Self::Shapefile => "Shapefile",
            Self::Csv => "CSV",
            Self::Xlsx => "XLSX",
        }
    }

    /// The format a file name promises.
    fn from_extension(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        Some(match extension.as_str() {
            "gpkg" => Self::GeoPackage,
            "geojson" | "json" => Self::GeoJson,
            "shp" => Self::Shapefile,
            "csv" | "txt" | "tsv" => Self::Csv,
            "xlsx" | "xlsm" => Self::Xlsx,
            _ => return None,
        })
    }
}

/// What the first bytes of a file are.
fn kind_of_bytes(head: &[u8]) -> Option<&'static str> {
    let text = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    Some(match () {
        () if head.starts_with(b"SQLite format 3\0") => "GeoPackage",
        () if head.starts_with(b"PK\x03\x04") => kind_of_zip(head),
        () if head.starts_with(b"\x00\x00\x27\x0A") => "Shapefile",
        () if head.starts_with(b"%PDF") => "PDF",
        () if head.starts_with(b"\x1F\x8B") => "gzip",
        () if head.starts_with(b"\xD0\xCF\x11\xE0") => "XLS (Excel 97)",
        () if head.starts_with(b"PAR1") => "Parquet",
        () if text.starts_with(b"<!") || text.starts_with(b"<html") || text.starts_with(b"<HTML") => "HTML",
        () if text.starts_with(b"<?xml") || text.starts_with(b"<") => "XML",
        () if text.starts_with(b"{") || text.starts_with(b"[") => "GeoJSON",
        () => return None,
    })
}

/// What a zip holds, by the name of its first parts: Office writes its list of contents first, `OpenDocument` its type.
fn kind_of_zip(head: &[u8]) -> &'static str {
    let names = |part: &[u8]| head.windows(part.len()).any(|window| window == part);
    match () {
        () if names(b"opendocument.spreadsheet") => "ODS",
        () if names(b"[Content_Types].xml") || names(b"_rels/.rels") || names(b"xl/") => "XLSX",
        () => "zip",
    }
}

/// Whether bytes of the kind `found` can be read as `format`.
fn fits(format: Format, found: Option<&'static str>) -> bool {
    match format {
        Format::GeoPackage => found == Some("GeoPackage"),
        Format::GeoJson => found == Some("GeoJSON"),
        Format::Shapefile => found == Some("Shapefile"),
        Format::Xlsx => matches!(found, Some("XLSX" | "zip")),
        Format::Csv => found.is_none(),
    }
}

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

/// What a format's reader says of a file it has looked at.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub fields: Vec<String>,
    pub has_geometry: bool,
    pub crs: Option<Crs>,
    pub layer: Option<String>,
    pub encoding: Option<&'static str>,
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

/// The format of a file by its name, checked against its first bytes.
fn sniff(path: &Path) -> Result<Format, Fault> {
    let metadata = std::fs::metadata(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Fault::Missing,
        _ => Fault::Unreadable(error.to_string()),
    })?;
    if metadata.is_dir() {
        return Err(Fault::Folder);
    }
    if metadata.len() == 0 {
        return Err(Fault::Empty);
    }
    let mut head = [0; 512];
    let mut filled = 0;
    let mut file = File::open(path).map_err(|error| Fault::Unreadable(error.to_string()))?;
    while filled < head.len() {
        match file.read(&mut head[filled..]) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) => return Err(Fault::Unreadable(error.to_string())),
        }
    }
    let found = kind_of_bytes(&head[..filled]);
    match Format::from_extension(path) {
        Some(format) if fits(format, found) => Ok(format),
        Some(named) => Err(Fault::WrongFormat { named, found: found.unwrap_or("?") }),
        None => Format::ALL.into_iter().find(|format| found.is_some() && fits(*format, found)).ok_or(Fault::UnknownFormat),
    }
}
