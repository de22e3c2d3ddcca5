//! The formats that are read, and which of them a file is.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::load::error::Fault;

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

/// The format of a file by its name, checked against its first bytes.
pub(super) fn sniff(path: &Path) -> Result<Format, Fault> {
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
