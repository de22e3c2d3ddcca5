//! Layers, columns, cells and coordinate systems of `GeoPackages` made here.

use std::path::{Path, PathBuf};

use bereik::crs::Crs;
use bereik::load::{Fault, Geometry, Selection, Source, Wanted};
use rusqlite::Connection;

use super::{fault, file, open, read, texts};

/// The tables every `GeoPackage` has.
pub(super) const FRAME: &str = "
    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER,
        definition TEXT, description TEXT);
    INSERT INTO gpkg_spatial_ref_sys VALUES ('u', -1, 'NONE', -1, 'undefined', ''), ('u', 0, 'NONE', 0, 'undefined', ''),
        ('RD', 28992, 'epsg', 28992, 'PROJCS[\"x\"]', ''),
        ('own', 100001, 'NONE', 100001, 'PROJCS[\"Amersfoort / RD New\",GEOGCS[\"Amersfoort\"]]', ''), ('empty', 100002, 'NONE', 5, '', '');
    CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT, srs_id INTEGER);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z INTEGER, m INTEGER);";

/// A layer of places with one row.
pub(super) fn layer(name: &str, srs: i64) -> String {
    format!(
        "INSERT INTO gpkg_contents VALUES ('{name}', 'features', '{name}', {srs});
         INSERT INTO gpkg_geometry_columns VALUES ('{name}', 'geom', 'GEOMETRY', {srs}, 0, 0);
         CREATE TABLE \"{name}\" (fid INTEGER PRIMARY KEY, geom BLOB, name, count INTEGER);
         INSERT INTO \"{name}\" VALUES (7, NULL, 'a', 1);"
    )
}

/// Makes a `GeoPackage` of the frame and `sql`.
pub(super) fn package(folder: &Path, name: &str, sql: &str) -> PathBuf {
    let path = folder.join(name);
    let connection = Connection::open(&path).unwrap();
    connection.execute_batch(FRAME).unwrap();
    connection.execute_batch(sql).unwrap();
    path
}

#[test]
fn fields_rows_and_cells_of_every_storage_class() {
    let folder = tempfile::tempdir().unwrap();
    let sql = layer("places", 28992)
        + "INSERT INTO places VALUES (3, NULL, 12, 'n.v.t.'), (4, NULL, 123.0, ' 1.234,5 '), (5, NULL, NULL, NULL),
           (6, NULL, CAST(X'4672FF' AS TEXT), 2.5), (9, NULL, X'00', X'00'), (10, NULL, 0.1, 9e999);";
    let source = open(&package(folder.path(), "a%20b #1?.gpkg", &sql));
    assert_eq!(source.fields, ["name", "count"]);
    assert!(source.has_geometry);
    assert_eq!(source.layer.as_deref(), Some("places"));
    let layer = read(&source, &["count"], &["NAME", "count"], Wanted::Nothing);
    assert_eq!(layer.rows, [3, 4, 5, 6, 7, 9, 10]);
    assert_eq!(texts(&layer, 0), ["12", "123", "", "Fr\u{fffd}", "a", "", "0.1"]);
    assert_eq!(texts(&layer, 1), ["n.v.t.", " 1.234,5 ", "", "2.5", "1", "", "inf"]);
    let known: Vec<_> = layer.numbers[0].values.iter().map(|value| value.is_finite().then_some(*value)).collect();
    assert_eq!(known, [None, Some(1234.5), None, Some(2.5), Some(1.0), None, None]);
    let odd: Vec<_> = layer.numbers[0].odd.iter().map(|(row, text)| (*row, text.as_str())).collect();
    assert_eq!(odd, [(0, "n.v.t."), (5, "BLOB"), (6, "inf")]);
    assert!(matches!(layer.geometry, Geometry::Nothing));
}

#[test]
fn rows_that_are_not_kept_are_counted() {
    let folder = tempfile::tempdir().unwrap();
    let sql = layer("places", 28992) + "INSERT INTO places VALUES (8, NULL, ' NEE ', 123.0), (9, NULL, 'JA', 123), (11, X'00', 'JA', 5);";
    let source = open(&package(folder.path(), "x.gpkg", &sql));
    let kept = |field: usize, value: &str| {
        let selection = Selection { geometry: Wanted::Places, keep: vec![(field, value.to_owned())], ..Selection::default() };
        let layer = source.read(&selection).unwrap();
        (layer.rows, layer.filtered, layer.refused.len())
    };
    assert_eq!(kept(0, "NEE"), (vec![8], 3, 0));
    assert_eq!(kept(1, " 123"), (vec![8, 9], 2, 0));
    assert_eq!(kept(1, "5"), (vec![], 3, 1), "a broken geometry is refused only where the row is asked for");
    let both = Selection { keep: vec![(0, "JA".to_owned()), (1, "123".to_owned())], ..Selection::default() };
    assert_eq!(source.read(&both).unwrap().rows, [9]);
    let first = Selection { limit: Some(2), ..Selection::default() };
    assert_eq!(source.read(&first).unwrap().rows, [7, 8]);
}

#[test]
fn the_layer_asked_for_or_the_only_one() {
    let folder = tempfile::tempdir().unwrap();
    let styles = "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, x TEXT);
        INSERT INTO gpkg_contents VALUES ('layer_styles', 'attributes', '', 0);";
    let one = package(folder.path(), "one.gpkg", &(layer("wijken", 28992) + styles));
    assert_eq!(open(&one).layer.as_deref(), Some("wijken"));
    let tables = "CREATE TABLE lijst (code TEXT PRIMARY KEY, n); INSERT INTO lijst VALUES ('x', 1);
        INSERT INTO gpkg_contents VALUES ('lijst', 'attributes', '', 0), ('raster', 'tiles', '', 0);";
    let path = package(folder.path(), "two.gpkg", &(layer("wijken", 28992) + &layer("Buurten", 28992) + tables));
    let names: Vec<String> = ["Buurten", "lijst", "wijken"].map(String::from).into();
    assert_eq!(fault(&file(&path)), Fault::SeveralLayers(names.clone()));
    let asked = |name: &str| {
        let mut file = file(&path);
        file.layer = Some(name.to_owned());
        Source::open(&file).map_err(|error| error.fault)
    };
    assert_eq!(asked("buurten").unwrap().layer.as_deref(), Some("Buurten"));
    assert_eq!(asked("raster").unwrap_err(), Fault::NoSuchLayer { asked: "raster".to_owned(), layers: names });
    let list = asked("lijst").unwrap();
    assert!(!list.has_geometry && list.crs.is_none());
    assert_eq!(list.fields, ["code", "n"], "a key that is text is a column");
    let layer = read(&list, &["n"], &["code"], Wanted::Places);
    assert_eq!((layer.rows.as_slice(), texts(&layer, 0)), (&[1][..], vec!["x"]));
    assert!(matches!(layer.geometry, Geometry::Nothing));
}

#[test]
fn a_view_and_a_table_without_keys_are_numbered_from_one() {
    let folder = tempfile::tempdir().unwrap();
    let sql = layer("base", 28992)
        + "DELETE FROM gpkg_contents; INSERT INTO base VALUES (90, NULL, 'b', 2);
           CREATE VIEW seen AS SELECT geom, name, count FROM base WHERE count > 1;
           INSERT INTO gpkg_contents VALUES ('seen', 'features', '', 28992);
           INSERT INTO gpkg_geometry_columns VALUES ('seen', 'geom', 'POINT', 28992, 0, 0);
           CREATE TABLE keyless (code TEXT PRIMARY KEY, n INTEGER) WITHOUT ROWID;
           INSERT INTO keyless VALUES ('p', 5), ('q', 6); INSERT INTO gpkg_contents VALUES ('keyless', 'attributes', '', 0);";
    let path = package(folder.path(), "x.gpkg", &sql);
    for (name, column, expected) in [("seen", "name", vec!["b"]), ("keyless", "code", vec!["p", "q"])] {
        let mut file = file(&path);
        file.layer = Some(name.to_owned());
        let layer = read(&Source::open(&file).unwrap(), &[], &[column], Wanted::Places);
        assert_eq!(texts(&layer, 0), expected);
        assert_eq!(layer.rows, (1..=expected.len() as u64).collect::<Vec<_>>());
    }
}

#[test]
fn the_coordinate_system_by_code_by_definition_or_unknown() {
    let folder = tempfile::tempdir().unwrap();
    let cases = [(28992, Some(Crs::Epsg(28992))), (100_001, Some(Crs::Epsg(28992))), (0, None), (-1, None), (100_002, None), (77, None)];
    for (srs, expected) in cases {
        let path = package(folder.path(), &format!("{srs}.gpkg"), &layer("l", srs));
        assert_eq!(open(&path).crs, expected, "{srs}");
    }
}

#[test]
fn many_rows_come_in_the_order_of_their_keys_whatever_the_number_of_threads() {
    // Keys 10, 20 … 2,000,000 span 62 ranges; every 50,000th row has text for a number.
    let folder = tempfile::tempdir().unwrap();
    let sql = layer("l", 28992)
        + "DELETE FROM l; WITH RECURSIVE k(i) AS (SELECT 200000 UNION ALL SELECT i - 1 FROM k WHERE i > 1)
           INSERT INTO l SELECT i * 10, NULL, 'n' || i, iif(i % 50000 = 0, 'x' || i, i) FROM k;";
    let source = open(&package(folder.path(), "x.gpkg", &sql));
    let run = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| read(&source, &["count"], &["name"], Wanted::Places))
    };
    let one = run(1);
    assert!(one.rows.iter().copied().eq((1..=200_000).map(|i| i * 10)));
    assert!(one.texts[0].iter().enumerate().all(|(index, text)| text == format!("n{}", index + 1)));
    let odd = [50_000, 100_000, 150_000, 200_000].map(|i| (i - 1, format!("x{i}")));
    assert_eq!(one.numbers[0].odd, odd);
    assert_eq!(one.numbers[0].values[150_000].to_bits(), 150_001_f64.to_bits());
    assert_eq!(format!("{one:?}"), format!("{:?}", run(4)));
}
