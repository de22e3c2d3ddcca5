//! Shapefiles that are damaged or incomplete.

use std::path::Path;

use bereik::load::{Fault, Wanted, Why};

use super::shapefile::five;
use super::{fault, file, open, read, texts};

/// Cuts a file after so many bytes.
fn cut(path: &Path, length: usize) {
    let bytes = std::fs::read(path).unwrap();
    std::fs::write(path, &bytes[..length.min(bytes.len())]).unwrap();
}

#[test]
fn a_missing_part_is_named() {
    for extension in [".dbf", ".shx"] {
        let folder = tempfile::tempdir().unwrap();
        let path = five(folder.path());
        std::fs::remove_file(path.with_extension(&extension[1..])).unwrap();
        assert_eq!(fault(&file(&path)), Fault::MissingPart(extension));
    }
}

#[test]
fn rows_before_the_break_are_read_and_those_after_it_refused() {
    // A point is a record of 8 + 20 bytes behind a head of 100: 100 + 3·28 + 10 cuts the fourth. A row of the table has 16 bytes.
    for (extension, keep) in [("shp", 100 + 3 * 28 + 10), ("dbf", 32 + 2 * 32 + 1 + 3 * 16 + 5)] {
        let folder = tempfile::tempdir().unwrap();
        let path = five(folder.path());
        cut(&path.with_extension(extension), keep);
        let layer = read(&open(&path), &["COUNT"], &["NAME"], Wanted::Places);
        assert_eq!(texts(&layer, 0), ["a", "b", "c"], "{extension}");
        let refused: Vec<_> = layer.refused.iter().map(|refusal| (refusal.row, refusal.why.clone())).collect();
        assert_eq!(refused, [(4, Why::CutOff), (5, Why::CutOff)], "{extension}");
    }
}

#[test]
fn heads_that_are_damaged() {
    for (extension, keep) in [("shp", 60), ("dbf", 40), ("dbf", 0)] {
        let folder = tempfile::tempdir().unwrap();
        let path = five(folder.path());
        cut(&path.with_extension(extension), keep);
        match fault(&file(&path)) {
            Fault::Corrupt { place, .. } => assert_eq!(place, format!(".{extension}")),
            other => panic!("{extension} {keep}: {other:?}"),
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let path = five(folder.path());
    cut(&path.with_extension("shx"), 105);
    let error = open(&path).read(&bereik::load::Selection::default()).unwrap_err();
    assert!(matches!(&error.fault, Fault::Corrupt { place, .. } if place == ".shx"), "{error:?}");
}

#[test]
fn a_head_that_claims_too_much_is_said_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = five(folder.path());
    let dbf = path.with_extension("dbf");
    let mut table = std::fs::read(&dbf).unwrap();
    table[4..8].copy_from_slice(&u32::MAX.to_le_bytes());
    std::fs::write(&dbf, table).unwrap();
    let layer = read(&open(&path), &[], &["NAME"], Wanted::Places);
    assert_eq!((layer.len(), layer.refused.len(), layer.refused[0].row), (5, 1, 6));
}

#[test]
fn a_shape_that_makes_no_sense_costs_its_row_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = five(folder.path());
    let mut shp = std::fs::read(&path).unwrap();
    shp[100 + 28 + 8] = 77;
    shp[100 + 2 * 28 + 12..100 + 2 * 28 + 20].copy_from_slice(&f64::INFINITY.to_le_bytes());
    std::fs::write(&path, shp).unwrap();
    let layer = read(&open(&path), &[], &["NAME"], Wanted::Places);
    assert_eq!(texts(&layer, 0), ["a", "d", "e"]);
    assert!(layer.refused.iter().all(|refusal| matches!(refusal.why, Why::BadGeometry(_))), "{:?}", layer.refused);
    assert_eq!(read(&open(&path), &[], &["NAME"], Wanted::Nothing).len(), 5, "without shapes all are there");
}
