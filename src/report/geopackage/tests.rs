//! A file read back through `SQLite`.

use std::fs;

use geo::Coord;
use rusqlite::types::Value;

use super::*;
use crate::crs::Planar;
use crate::report::example;
use crate::report::flow_style::flow_style;
use crate::report::style::distance_style;
use crate::report::table::{Column, Shapes, Values};

/// The rows of a query, each as texts.
fn rows(file: &Connection, sql: &str) -> Vec<String> {
    let mut query = file.prepare(sql).unwrap();
    let count = query.column_count();
    let text = |value: Value| match value {
        Value::Null => "NULL".to_owned(),
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => format!("{number:?}"),
        Value::Text(text) => text,
        Value::Blob(blob) => format!("{} bytes", blob.len()),
    };
    let line = |row: &rusqlite::Row| (0..count).map(|index| row.get(index).map(text)).collect::<Result<Vec<_>, _>>();
    query.query_map([], line).unwrap().map(|row| row.unwrap().join("|")).collect()
}

/// Everything the examples have, in one file.
fn example(path: &Path) -> Connection {
    let (texts, borders) = (example::texts(), example::borders());
    let tables = [example::squares(&texts), example::points(), example::polygons(&borders), example::figures()];
    let bytes = write(&tables, &[("cells", "<qgis/>".to_owned())], path).unwrap();
    assert_eq!(bytes, fs::metadata(path).unwrap().len());
    Connection::open(path).unwrap()
}

#[test]
fn every_kind_of_table_is_there_with_its_values() {
    let folder = tempfile::tempdir().unwrap();
    let file = example(&folder.path().join("result.gpkg"));
    assert_eq!(rows(&file, "PRAGMA application_id"), [0x4750_4B47.to_string()]);
    assert_eq!(rows(&file, "PRAGMA user_version"), ["10300"]);
    assert_eq!(rows(&file, "PRAGMA integrity_check"), ["ok"]);
    assert_eq!(rows(&file, "PRAGMA foreign_key_check"), Vec::<String>::new());
    assert_eq!(
        rows(&file, "SELECT table_name, data_type, description, min_x, min_y, max_x, max_y, srs_id FROM gpkg_contents ORDER BY 1"),
        [
            // From the corner at 155000 463000 to the triangle's far corner, 4 km east, and the square's, 2 km north.
            "areas|features|Gebieden|155000.0|463000.0|159000.0|465000.0|28992",
            "cells|features|Vierkanten|155000.0|463000.0|155200.0|463100.0|28992",
            "layer_styles|attributes||NULL|NULL|NULL|NULL|NULL",
            "sites|features|Locaties|120700.723|463000.0|155000.0|487525.501|28992",
            "study|attributes|Studie|NULL|NULL|NULL|NULL|NULL",
        ]
    );
    assert_eq!(
        rows(&file, "SELECT table_name, geometry_type_name FROM gpkg_geometry_columns ORDER BY 1"),
        ["areas|MULTIPOLYGON", "cells|POLYGON", "sites|POINT"]
    );
    assert_eq!(rows(&file, "SELECT * FROM gpkg_ogr_contents ORDER BY 1"), ["areas|2", "cells|3", "layer_styles|1", "sites|2", "study|1"]);
    assert_eq!(
        rows(&file, "SELECT * FROM cells"),
        [
            "1|133 bytes|E1550N4630|Waterstreek|NULL|5|0.0",
            "2|133 bytes|E1551N4630|Oud \"Zand\", dorp|a, b|NULL|1234.57",
            "3|NULL|E1552N4631|NULL|two\nlines|120|NULL",
        ]
    );
    assert_eq!(rows(&file, "SELECT * FROM study"), ["1|0.625"]);
    assert_eq!(
        rows(&file, "SELECT type FROM pragma_table_info('cells')"),
        ["INTEGER", "POLYGON", "TEXT", "TEXT", "TEXT", "INTEGER", "REAL"]
    );
    assert_eq!(rows(&file, "SELECT f_table_name, styleName, styleQML, useAsDefault FROM layer_styles"), ["cells|cells|<qgis/>|1"]);
}

#[test]
fn the_index_finds_what_lies_in_a_window() {
    let folder = tempfile::tempdir().unwrap();
    let centres = (0..10_000).map(|n| Coord { x: 150_050.0 + 100.0 * f64::from(n % 100), y: 450_050.0 + 100.0 * f64::from(n / 100) });
    let shapes = Shapes::Squares { centres: Planar(centres.collect()), side: 100.0 };
    let table = Table { name: "cells", rows: 10_000, shapes, columns: Vec::new(), ..example::figures() };
    let path = folder.path().join("cells.gpkg");
    write(&[table], &[], &path).unwrap();
    let file = Connection::open(&path).unwrap();
    assert_eq!(rows(&file, "SELECT rtreecheck('rtree_cells_geom')"), ["ok"]);
    assert_eq!(rows(&file, "SELECT count(*) FROM rtree_cells_geom"), ["10000"]);
    // From 151010 to 151290 lie the columns of squares 10, 11 and 12; from 452010 to 452090 the one row 20: 2000 + 10 to 12, from 1.
    let window = "SELECT id FROM rtree_cells_geom WHERE maxx >= 151010 AND minx <= 151290 AND maxy >= 452010 AND miny <= 452090 ORDER BY 1";
    assert_eq!(rows(&file, window), ["2011", "2012", "2013"]);
    assert_eq!(rows(&file, "SELECT * FROM gpkg_extensions").len(), 1);
}

#[test]
fn rows_without_a_place_are_not_in_the_index() {
    let folder = tempfile::tempdir().unwrap();
    let file = example(&folder.path().join("result.gpkg"));
    assert_eq!(rows(&file, "SELECT id FROM rtree_cells_geom ORDER BY 1"), ["1", "2"]);
    assert_eq!(rows(&file, "SELECT id FROM rtree_areas_geom"), ["1"]);
}

#[test]
fn the_index_and_the_count_follow_an_edit() {
    let folder = tempfile::tempdir().unwrap();
    let file = example(&folder.path().join("result.gpkg"));
    file.execute("DELETE FROM cells WHERE fid = 1", []).unwrap();
    assert_eq!(rows(&file, "SELECT id FROM rtree_cells_geom"), ["2"]);
    assert_eq!(rows(&file, "SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = 'cells'"), ["2"]);
    let triggers = rows(&file, "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'cells'");
    assert_eq!(triggers.len(), 8, "{triggers:?}");
}

#[test]
fn lines_are_a_layer_with_an_index() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("flows.gpkg");
    write(&[example::lines()], &[("flows", flow_style("residents", 1200.0, 5.0))], &path).unwrap();
    let file = Connection::open(&path).unwrap();
    assert_eq!(rows(&file, "PRAGMA integrity_check"), ["ok"]);
    assert_eq!(rows(&file, "SELECT geometry_type_name, srs_id FROM gpkg_geometry_columns"), ["LINESTRING|28992"]);
    assert_eq!(
        rows(&file, "SELECT data_type, min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = 'flows'"),
        ["features|120700.723|463000.0|155000.0|487525.501"]
    );
    assert_eq!(rows(&file, "SELECT * FROM flows"), ["1|81 bytes|1200", "2|NULL|30", "3|NULL|7", "4|NULL|2"]);
    assert_eq!(rows(&file, "SELECT rtreecheck('rtree_flows_geom')"), ["ok"]);
    // A window in the middle of the line, and one beside its box.
    let within = |east: f64| format!("SELECT id FROM rtree_flows_geom WHERE minx <= {east} AND maxx >= {east} - 1000");
    assert_eq!((rows(&file, &within(138_000.0)), rows(&file, &within(160_000.0))), (vec!["1".to_owned()], Vec::new()));
    assert_eq!(rows(&file, "SELECT f_table_name, styleQML LIKE '%<qgis %' FROM layer_styles"), ["flows|1"]);
}

/// Two tables of places, whose borders lie at different places in memory, by group: one shape is stored.
#[test]
fn polygons_of_many_rows_are_stored_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("result.gpkg");
    let (today, then) = (example::borders(), example::borders());
    let by_group = |name: &'static str, borders| {
        let shapes = Shapes::Polygons(vec![Some(Planar(borders)), Some(Planar(borders)), None]);
        let groups = Column { name: "group".to_owned(), values: Values::Owned(["all", "65+", "all"].map(str::to_owned).to_vec()) };
        let residents =
            Column { name: "residents".to_owned(), values: Values::Numbers { values: vec![120.0, 30.0, 5.0].into(), decimals: 0 } };
        Table { name, rows: 3, columns: vec![groups, residents], shapes, ..example::figures() }
    };
    let tables = [by_group("areas", &today), by_group("compare-areas", &then), example::polygons(&today)];
    let once = Table { name: "catchment", ..tables[2].clone() };
    write(&[tables[0].clone(), tables[1].clone(), once], &[("areas", "<qgis/>".to_owned()), ("cells", String::new())], &path).unwrap();
    let file = Connection::open(&path).unwrap();
    assert_eq!(rows(&file, "PRAGMA integrity_check"), ["ok"]);
    for layer in ["areas", "compare-areas"] {
        let blob = rows(&file, "SELECT geom FROM shapes")[0].clone();
        assert_eq!(
            rows(&file, &format!("SELECT * FROM \"{layer}\"")),
            [format!("1|{blob}|all|120"), format!("2|{blob}|65+|30"), "3|NULL|all|5".to_owned()]
        );
        assert_eq!(
            rows(&file, &format!("SELECT name, type FROM pragma_table_info('{layer}')")),
            ["OGC_FID|INTEGER", "geom|MULTIPOLYGON", "group|TEXT", "residents|INTEGER"]
        );
    }
    assert_eq!(rows(&file, "SELECT count(*) FROM shapes"), ["1"]);
    // A table with one row a place keeps its own borders, with an index and a count.
    assert_eq!(rows(&file, "SELECT table_name FROM gpkg_extensions"), ["catchment"]);
    assert_eq!(rows(&file, "SELECT table_name FROM gpkg_ogr_contents ORDER BY 1"), ["catchment", "layer_styles"]);
    assert_eq!(
        rows(&file, "SELECT table_name, data_type, min_x, max_y, srs_id FROM gpkg_contents ORDER BY 1"),
        [
            "areas|features|155000.0|465000.0|28992",
            "catchment|features|155000.0|465000.0|28992",
            "compare-areas|features|155000.0|465000.0|28992",
            "layer_styles|attributes|NULL|NULL|NULL",
        ]
    );
    assert_eq!(rows(&file, "SELECT f_table_name FROM layer_styles"), ["areas"], "no style of a table that is not there");
}

#[test]
fn two_runs_give_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let paths = ["a.gpkg", "b.gpkg"].map(|name| folder.path().join(name));
    let [first, second] = paths.map(|path| {
        drop(example(&path));
        fs::read(path).unwrap()
    });
    assert!(first == second);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "a file was left behind");
}

#[test]
fn a_name_that_is_there_twice_is_an_error_and_leaves_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("result.gpkg");
    assert!(write(&[example::points(), example::points()], &[], &path).is_err());
    let geometry = Column { name: "geom".to_owned(), values: Values::Owned(vec![String::new(); 2]) };
    let table = Table { columns: vec![geometry], ..example::points() };
    assert!(write(&[table], &[], &path).is_err());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

/// A book of the first table alone: its columns have names for people, but for one.
#[test]
fn columns_have_aliases() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("result.gpkg");
    let texts = example::texts();
    let tables = [example::squares(&texts), example::points()];
    let mut book = Book::plain(&tables);
    for (heading, label) in book.sheets[0].headings.iter_mut().zip(["vierkant", "gemeente", "remark", "inwoners", "afstand (m)"]) {
        label.clone_into(&mut heading.label);
    }
    write_book(&book, &[("cells", distance_style("distance_m", &[])), ("sites", "<qgis/>".to_owned())], &path).unwrap();
    let file = Connection::open(&path).unwrap();
    assert_eq!(
        rows(&file, "SELECT table_name, column_name, name, title FROM gpkg_data_columns ORDER BY rowid"),
        [
            "cells|cell|vierkant|vierkant",
            "cells|municipality|gemeente|gemeente",
            "cells|residents|inwoners|inwoners",
            "cells|distance_m|afstand (m)|afstand (m)",
        ]
    );
    assert_eq!(
        rows(&file, "SELECT table_name, column_name, scope FROM gpkg_extensions WHERE extension_name = 'gpkg_schema' ORDER BY 1"),
        ["gpkg_data_column_constraints|NULL|read-write", "gpkg_data_columns|NULL|read-write"]
    );
    assert_eq!(rows(&file, "SELECT count(*) FROM gpkg_data_column_constraints"), ["0"]);
    let styles = rows(&file, "SELECT styleQML FROM layer_styles ORDER BY f_table_name");
    assert!(styles[0].contains("<alias field=\"distance_m\" name=\"afstand (m)\"/>") && styles[1] == "<qgis/>", "{styles:?}");
    // Two columns of one name for people are an error.
    "vierkant".clone_into(&mut book.sheets[0].headings[1].label);
    assert!(write_book(&book, &[], &path).is_err());
    // Nothing is told of tables without words.
    write(&tables, &[], &path).unwrap();
    assert_eq!(rows(&Connection::open(&path).unwrap(), "SELECT name FROM sqlite_schema WHERE name = 'gpkg_data_columns'").len(), 0);
}

#[test]
fn a_style_goes_in_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("result.gpkg");
    let qml = distance_style("distance_m", &[(1000.0, "#1a9850", "tot 1 km".to_owned())]);
    write(&[example::points()], &[("sites", qml.clone())], &path).unwrap();
    assert_eq!(rows(&Connection::open(&path).unwrap(), "SELECT styleQML FROM layer_styles"), [qml]);
}
