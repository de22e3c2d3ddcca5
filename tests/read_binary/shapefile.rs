//! Shapefiles made here: records, shapes, code pages.

use std::path::{Path, PathBuf};

use bereik::crs::Crs;
use bereik::load::{Fault, Selection, Source, Wanted};
use geo::Area;
use shapefile::dbase::{FieldName, FieldValue, Record, TableWriterBuilder};
use shapefile::{NO_DATA, Point, PointM, PointZ, PolygonRing, PolygonZ, Writer};

use super::{fault, file, open, places, read, shapes, texts};

fn field(name: &str) -> FieldName {
    FieldName::try_from(name).unwrap()
}

/// Writes shapes with the columns NAME (text of 10) and COUNT (number of 5).
pub(super) fn write<S: shapefile::record::EsriShape>(path: &Path, rows: &[(S, &str, Option<f64>)]) {
    let table = TableWriterBuilder::new().add_character_field(field("NAME"), 10).add_numeric_field(field("COUNT"), 5, 0);
    let mut writer = Writer::from_path(path, table).unwrap();
    for (shape, name, count) in rows {
        let mut record = Record::default();
        record.insert("NAME".to_owned(), FieldValue::Character(Some((*name).to_owned())));
        record.insert("COUNT".to_owned(), FieldValue::Numeric(*count));
        writer.write_shape_and_record(shape, &record).unwrap();
    }
}

/// Five points on a line, named a to e and counted 0 to 4.
pub(super) fn five(folder: &Path) -> PathBuf {
    let path = folder.join("five.shp");
    let names = ["a", "b", "c", "d", "e"];
    let rows: Vec<_> = names.iter().zip(0..).map(|(name, i)| (Point::new(f64::from(i), 50.0), *name, Some(f64::from(i)))).collect();
    write(&path, &rows);
    path
}

/// Puts `bytes` into the record of this index of a table, from byte `from` of the record on.
pub(super) fn patch(dbf: &Path, index: usize, from: usize, bytes: &[u8]) {
    let mut table = std::fs::read(dbf).unwrap();
    let size = |at: usize| usize::from(table[at]) | usize::from(table[at + 1]) << 8;
    let start = size(8) + index * size(10) + from;
    table[start..start + bytes.len()].copy_from_slice(bytes);
    std::fs::write(dbf, table).unwrap();
}

#[test]
fn a_deleted_record_takes_its_shape_along() {
    let folder = tempfile::tempdir().unwrap();
    let path = five(folder.path());
    patch(&path.with_extension("dbf"), 1, 0, b"*");
    patch(&path.with_extension("dbf"), 3, 0, b"*");
    let source = open(&path);
    assert_eq!((source.fields.as_slice(), &source.crs), (&["NAME".to_owned(), "COUNT".to_owned()][..], &None));
    let layer = read(&source, &["count"], &["name"], Wanted::Places);
    assert_eq!(layer.rows, [1, 3, 5]);
    assert_eq!(texts(&layer, 0), ["a", "c", "e"]);
    assert_eq!(layer.numbers[0].values, [0.0, 2.0, 4.0]);
    assert_eq!(places(&layer).iter().map(|place| place.at.x).collect::<Vec<_>>(), [0.0, 2.0, 4.0]);
    assert_eq!((layer.filtered, layer.refused.len()), (0, 0));
    let kept = source.read(&Selection { keep: vec![(0, "c".to_owned())], ..Selection::default() }).unwrap();
    assert_eq!((kept.rows, kept.filtered), (vec![3], 2));
    let first = source.read(&Selection { limit: Some(2), ..Selection::default() }).unwrap();
    assert_eq!(first.rows, [1, 3]);
}

#[test]
fn a_number_that_did_not_fit_is_empty_and_one_that_is_none_is_odd() {
    let folder = tempfile::tempdir().unwrap();
    let path = five(folder.path());
    // NAME is bytes 1 to 10 of a record, COUNT bytes 11 to 15.
    patch(&path.with_extension("dbf"), 0, 11, b"*****");
    patch(&path.with_extension("dbf"), 1, 11, b"  n.v");
    patch(&path.with_extension("dbf"), 2, 11, b"     ");
    let layer = read(&open(&path), &["COUNT"], &["COUNT"], Wanted::Nothing);
    assert!(layer.numbers[0].values[..3].iter().all(|value| value.is_nan()));
    assert_eq!(layer.numbers[0].odd, [(1, "n.v".to_owned())]);
    assert_eq!(texts(&layer, 0), ["", "n.v", "", "3", "4"]);
}

#[test]
fn text_is_read_in_the_stated_code_page() {
    let folder = tempfile::tempdir().unwrap();
    let path = five(folder.path());
    let (dbf, cpg) = (path.with_extension("dbf"), path.with_extension("cpg"));
    let _ = std::fs::remove_file(&cpg);
    let mark = |driver: u8| {
        let mut table = std::fs::read(&dbf).unwrap();
        table[29] = driver;
        std::fs::write(&dbf, table).unwrap();
    };
    mark(0);
    patch(&dbf, 0, 1, b"Frysl\xE2n");
    patch(&dbf, 1, 1, b"ascii  ");
    let first = |source: &Source| (texts(&read(source, &[], &["NAME"], Wanted::Nothing), 0)[0].to_owned(), source.encoding);
    let guessed = first(&open(&path));
    assert_eq!(guessed, ("Fryslân".to_owned(), Some("windows-1252")), "not UTF-8, so the other one");
    mark(0x02);
    assert_eq!(first(&open(&path)), ("FryslÔn".to_owned(), Some("CP850")), "E2 is Ô in 850");
    std::fs::write(&cpg, "\u{feff}ISO 8859-1\r\n").unwrap();
    assert_eq!(first(&open(&path)), ("Fryslân".to_owned(), Some("windows-1252")), "the .cpg goes before the mark");
    let stated = |name: &str| {
        let mut file = file(&path);
        file.encoding = Some(name.to_owned());
        file
    };
    assert_eq!(first(&Source::open(&stated("cp850")).unwrap()).0, "FryslÔn", "the study goes before all");
    assert_eq!(fault(&stated("klingon")), Fault::Encoding { encoding: "klingon".to_owned(), line: None });
    let selection = Selection { texts: vec![0], ..Selection::default() };
    let error = Source::open(&stated("utf-8")).unwrap().read(&selection).unwrap_err();
    assert_eq!(error.fault, Fault::Encoding { encoding: "UTF-8".to_owned(), line: Some(1) });
    std::fs::write(&cpg, "nonsense").unwrap();
    assert_eq!(fault(&file(&path)), Fault::Encoding { encoding: "nonsense".to_owned(), line: None });
}

#[test]
fn the_system_is_in_the_prj_as_esri_and_as_ogc_write_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = five(folder.path());
    for wkt in ["PROJCS[\"RD_New\",GEOGCS[\"GCS_Amersfoort\"]]\r\n", "PROJCS[\"Amersfoort / RD New\",GEOGCS[\"Amersfoort\"]]"] {
        std::fs::write(path.with_extension("prj"), wkt).unwrap();
        assert_eq!(open(&path).crs, Some(Crs::Epsg(28992)), "{wkt}");
    }
    assert_eq!(open(&path).parts().len(), 4);
    std::fs::write(path.with_extension("prj"), " ").unwrap();
    assert_eq!(open(&path).crs, None);
}

#[test]
fn extensions_in_capitals() {
    let folder = tempfile::tempdir().unwrap();
    let path = five(folder.path());
    for extension in ["shp", "shx", "dbf"] {
        std::fs::rename(path.with_extension(extension), path.with_extension(extension.to_uppercase())).unwrap();
    }
    let source = open(&path.with_extension("SHP"));
    assert_eq!(read(&source, &[], &["NAME"], Wanted::Places).len(), 5);
}

#[test]
fn points_and_lines_of_every_dimension() {
    let folder = tempfile::tempdir().unwrap();
    let (z, m) = (folder.path().join("z.shp"), folder.path().join("m.shp"));
    write(&z, &[(PointZ::new(1.0, 2.0, 3.0, NO_DATA), "z", None)]);
    write(&m, &[(PointM::new(1.0, 2.0, 3.0), "m", None)]);
    for path in [z, m] {
        let layer = read(&open(&path), &["COUNT"], &[], Wanted::Places);
        assert_eq!((places(&layer)[0].at.x.to_bits(), places(&layer)[0].at.y.to_bits()), (1.0_f64.to_bits(), 2.0_f64.to_bits()));
        assert!(layer.numbers[0].values[0].is_nan() && layer.numbers[0].odd.is_empty());
    }
    let many = folder.path().join("many.shp");
    write(&many, &[(shapefile::Multipoint::new(vec![Point::new(0.0, 0.0), Point::new(4.0, 2.0)]), "many", None)]);
    let line = folder.path().join("line.shp");
    let corner = vec![Point::new(0.0, 0.0), Point::new(4.0, 0.0), Point::new(4.0, 2.0)];
    write(&line, &[(shapefile::Polyline::new(corner), "line", None)]);
    // The mean of two points; 4 long around 2,0 and 2 long around 4,1.
    for (path, x, y) in [(many, 2.0, 1.0), (line, 16.0 / 6.0, 2.0 / 6.0)] {
        let layer = read(&open(&path), &[], &[], Wanted::Places);
        let place = places(&layer)[0];
        assert!((place.at.x - x).abs() < 1e-9 && (place.at.y - y).abs() < 1e-9 && (place.width - 4.0).abs() < 1e-9, "{place:?}");
        assert!(shapes(&read(&open(&path), &[], &[], Wanted::Shapes))[0].0.is_empty());
    }
}

#[test]
fn polygons_with_holes_and_null_shapes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("area.shp");
    let ring = |x: f64, side: f64| vec![(x, x), (x, x + side), (x + side, x + side), (x + side, x), (x, x)];
    let outer = PolygonRing::Outer(ring(0.0, 10.0).into_iter().map(|(x, y)| PointZ::new(x, y, 1.0, NO_DATA)).collect());
    let inner = PolygonRing::Inner(ring(6.0, 2.0).into_iter().map(|(x, y)| PointZ::new(x, y, 1.0, NO_DATA)).collect());
    write(&path, &[(PolygonZ::with_rings(vec![outer, inner]), "z", Some(1.0))]);
    let layer = read(&open(&path), &[], &[], Wanted::Shapes);
    assert!((shapes(&layer)[0].unsigned_area() - 96.0).abs() < 1e-9);
    // (100·5 − 4·7) / 96 = 4.91667
    let place = places(&read(&open(&path), &[], &[], Wanted::Places))[0];
    assert!((place.at.x - 472.0 / 96.0).abs() < 1e-9 && (place.height - 10.0).abs() < 1e-9, "{place:?}");

    // A null shape is a record of type 0: the type of the second point is set to it.
    let path = five(folder.path());
    let mut shp = std::fs::read(&path).unwrap();
    let (record, content) = (8 + 20, 2);
    let second = 100 + record;
    shp[second + 4..second + 8].copy_from_slice(&i32::to_be_bytes(content));
    shp[second + 8] = 0;
    std::fs::write(&path, shp).unwrap();
    let layer = read(&open(&path), &[], &["NAME"], Wanted::Places);
    assert_eq!(texts(&layer, 0), ["a", "b", "c", "d", "e"]);
    assert!(places(&layer)[1].is_none() && !places(&layer)[2].is_none());
}
