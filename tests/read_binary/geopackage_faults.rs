//! `GeoPackages` that cannot be used.

use bereik::load::{Fault, Selection, Source, Wanted};
use rusqlite::Connection;

use super::geopackage::{FRAME, layer, package};
use super::{fault, file, open, read, texts};

fn corrupt(fault: Fault) -> (String, String) {
    match fault {
        Fault::Corrupt { place, detail } => (place, detail),
        other => panic!("not corrupt: {other:?}"),
    }
}

#[test]
fn a_database_that_is_no_geopackage() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plain.gpkg");
    Connection::open(&path).unwrap().execute_batch("CREATE TABLE t (a)").unwrap();
    assert_eq!(fault(&file(&path)), Fault::NotAGeoPackage);
}

#[test]
fn tables_that_contradict_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let cases = [
        ("DROP TABLE l", "l", "a table that is not there"),
        ("DELETE FROM gpkg_geometry_columns", "gpkg_geometry_columns", "the layer l is not there"),
        ("UPDATE gpkg_geometry_columns SET column_name = 'shape'", "l", "geometry column shape"),
        ("DROP TABLE gpkg_spatial_ref_sys", "gpkg_spatial_ref_sys", "no such table"),
        ("DROP TABLE gpkg_geometry_columns", "gpkg_geometry_columns", "no such table"),
    ];
    for (index, (sql, place, words)) in cases.into_iter().enumerate() {
        let path = package(folder.path(), &format!("{index}.gpkg"), &(layer("l", 28992) + sql));
        let (found, detail) = corrupt(fault(&file(&path)));
        assert_eq!(found, place, "{sql}");
        assert!(detail.contains(words), "{sql}: {detail}");
    }
    let path = package(folder.path(), "none.gpkg", "");
    assert_eq!(fault(&file(&path)), Fault::Empty);
}

#[test]
fn a_file_that_breaks_off_or_is_scrambled() {
    let folder = tempfile::tempdir().unwrap();
    let rows = "WITH RECURSIVE k(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM k WHERE i < 5000)
        INSERT INTO l SELECT i, NULL, 'some text ' || i, i FROM k;";
    let whole = package(folder.path(), "whole.gpkg", &(layer("l", 28992) + rows));
    let bytes = std::fs::read(&whole).unwrap();
    let half = folder.path().join("half.gpkg");
    std::fs::write(&half, &bytes[..bytes.len() / 2]).unwrap();
    corrupt(fault(&file(&half)));
    let short = folder.path().join("short.gpkg");
    std::fs::write(&short, &bytes[..60]).unwrap();
    corrupt(fault(&file(&short)));
    let scrambled = folder.path().join("scrambled.gpkg");
    let mut changed = bytes.clone();
    let end = bytes.len();
    changed[end / 2..end - 4096].fill(0xA5);
    std::fs::write(&scrambled, &changed).unwrap();
    let source = open(&scrambled);
    let error = source.read(&Selection { texts: vec![0], geometry: Wanted::Nothing, ..Selection::default() }).unwrap_err();
    assert_eq!(error.file, "shown");
    assert_eq!(corrupt(error.fault).0, "l");
}

#[test]
fn rows_that_still_wait_in_a_journal_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("wal.gpkg");
    let writer = Connection::open(&path).unwrap();
    writer.execute_batch(&format!("PRAGMA journal_mode = WAL; {FRAME} {}", layer("l", 28992))).unwrap();
    writer.execute_batch("PRAGMA wal_checkpoint(TRUNCATE); INSERT INTO l VALUES (8, NULL, 'late', 2);").unwrap();
    let source = Source::open(&file(&path)).unwrap();
    assert_eq!(texts(&read(&source, &[], &["name"], Wanted::Nothing), 0), ["a", "late"]);
}

#[test]
fn nothing_is_written_beside_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = package(folder.path(), "x.gpkg", &layer("l", 28992));
    read(&open(&path), &["count"], &[], Wanted::Nothing);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}
