//! The readers of binary formats, on files made by hand and on published ones.

#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

#[path = "../common/mod.rs"]
mod common;
mod geopackage;
mod geopackage_faults;
mod geopackage_geometry;
mod published;
mod shapefile;
mod shapefile_faults;

use std::path::Path;

use bereik::load::{Fault, Geometry, Layer, Place, Selection, Source, Wanted};
use bereik::model::DataFile;

fn file(path: &Path) -> DataFile {
    DataFile { path: path.to_owned(), shown: "shown".to_owned(), ..DataFile::default() }
}

fn open(path: &Path) -> Source {
    Source::open(&file(path)).unwrap()
}

fn fault(file: &DataFile) -> Fault {
    Source::open(file).unwrap_err().fault
}

/// Reads columns by name.
fn read(source: &Source, numbers: &[&str], texts: &[&str], geometry: Wanted) -> Layer {
    let index = |name: &&str| source.field(name).unwrap();
    let (numbers, texts) = (numbers.iter().map(index).collect(), texts.iter().map(index).collect());
    source.read(&Selection { numbers, texts, geometry, ..Selection::default() }).unwrap()
}

fn places(layer: &Layer) -> &[Place] {
    match &layer.geometry {
        Geometry::Places(places) => places,
        other => panic!("no places: {other:?}"),
    }
}

fn shapes(layer: &Layer) -> &[geo::MultiPolygon<f64>] {
    match &layer.geometry {
        Geometry::Shapes(shapes) => shapes,
        other => panic!("no shapes: {other:?}"),
    }
}

/// The texts of the column at this index of the selection.
fn texts(layer: &Layer, column: usize) -> Vec<&str> {
    layer.texts[column].iter().collect()
}
