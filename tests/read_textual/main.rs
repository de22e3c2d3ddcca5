//! The readers of CSV, XLSX and `GeoJSON`, through the door that everybody uses.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod book;
#[path = "../common/mod.rs"]
mod common;
mod csv;
mod geojson;
mod real;
mod spoiled;
mod xlsx;

use bereik::load::{Fault, Geometry, Layer, Selection, Source, Wanted};
use bereik::model::DataFile;
use tempfile::TempDir;

/// Writes a file into a folder of its own and opens it. The folder lives as long as the first value.
fn open(name: &str, bytes: &[u8]) -> Result<(TempDir, Source), Fault> {
    open_as(name, bytes, |_| {})
}

/// The same, with something that the study says of the file.
fn open_as(name: &str, bytes: &[u8], say: impl Fn(&mut DataFile)) -> Result<(TempDir, Source), Fault> {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    let mut file = DataFile { path, shown: name.to_owned(), ..DataFile::default() };
    say(&mut file);
    let source = Source::open(&file).map_err(|error| error.fault)?;
    Ok((folder, source))
}

/// Every field as text.
fn all_texts(source: &Source) -> Layer {
    source.read(&Selection { texts: (0..source.fields.len()).collect(), ..Selection::default() }).unwrap()
}

/// One field as numbers.
fn numbers(source: &Source, field: &str) -> Layer {
    source.read(&Selection { numbers: vec![source.field(field).unwrap()], ..Selection::default() }).unwrap()
}

/// The rows of a layer, `row: cell|cell`.
fn rows(layer: &Layer) -> Vec<String> {
    (0..layer.len())
        .map(|row| {
            let cells: Vec<&str> = layer.texts.iter().map(|column| column.get(row)).collect();
            format!("{}: {}", layer.rows[row], cells.join("|"))
        })
        .collect()
}

/// The places of all features.
fn places(source: &Source) -> Vec<bereik::load::Place> {
    match source.read(&Selection { geometry: Wanted::Places, ..Selection::default() }).unwrap().geometry {
        Geometry::Places(places) => places,
        other => panic!("{other:?}"),
    }
}
