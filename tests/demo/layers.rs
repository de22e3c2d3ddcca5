//! The GeoPackage, as another program sees it.

use rusqlite::{Connection, OpenFlags, types::ValueRef};

use super::{DUTCH, snapshot};

/// The rows of a query, a line each.
fn rows(file: &Connection, query: &str) -> Vec<String> {
    let mut statement = file.prepare(query).unwrap();
    let width = statement.column_count();
    let cell = |value: ValueRef| match value {
        ValueRef::Null => "NULL".to_owned(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
        ValueRef::Blob(bytes) => format!("{} bytes", bytes.len()),
    };
    let line = |row: &rusqlite::Row| Ok((0..width).map(|column| cell(row.get_ref(column).unwrap())).collect::<Vec<_>>().join(" | "));
    statement.query_map([], line).unwrap().map(Result::unwrap).collect()
}

#[test]
fn layers_columns_extents_styles() {
    let file = Connection::open_with_flags(DUTCH.folder.join("coverage.gpkg"), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let mut page = Vec::new();
    let mut section = |title: &str, query: &str| {
        page.push(format!("# {title}"));
        page.extend(rows(&file, query));
    };
    section("application and version", "SELECT application_id, user_version FROM pragma_application_id, pragma_user_version");
    section("integrity", "SELECT * FROM pragma_integrity_check");
    section(
        "contents",
        "SELECT table_name, data_type, identifier, description, min_x, min_y, max_x, max_y, srs_id, last_change \
         FROM gpkg_contents ORDER BY table_name",
    );
    section("geometry", "SELECT table_name, column_name, geometry_type_name, srs_id FROM gpkg_geometry_columns ORDER BY table_name");
    for layer in ["areas", "cells", "sites"] {
        section(layer, &format!("SELECT name, type, pk FROM pragma_table_info('{layer}')"));
        section(
            "rows, with a geometry, in the index",
            &format!("SELECT count(*), count(geom), (SELECT count(*) FROM rtree_{layer}_geom) FROM {layer}"),
        );
    }
    section("first cell", "SELECT * FROM cells ORDER BY fid LIMIT 1");
    section("first site", "SELECT * FROM sites ORDER BY fid LIMIT 1");
    section("first areas", "SELECT * FROM areas ORDER BY fid LIMIT 2");
    section(
        "styles",
        "SELECT f_table_name, f_geometry_column, styleName, useAsDefault, length(styleQML) > 500, substr(styleQML, 1, 40) \
         FROM layer_styles ORDER BY f_table_name",
    );
    section("aliases of areas", "SELECT column_name, title FROM gpkg_data_columns WHERE table_name = 'areas' ORDER BY rowid");
    section("extensions", "SELECT table_name, column_name, extension_name FROM gpkg_extensions ORDER BY table_name");
    snapshot("coverage_gpkg", &page.join("\n"));
}

/// Every style is well-formed XML and speaks of a column that its layer has.
#[test]
fn styles_are_of_columns_that_are_there() {
    let file = Connection::open_with_flags(DUTCH.folder.join("coverage.gpkg"), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    for (layer, column) in [("cells", "distance_m"), ("areas", "mean_m"), ("sites", "status")] {
        let qml = rows(&file, &format!("SELECT styleQML FROM layer_styles WHERE f_table_name = '{layer}'")).concat();
        let document = resvg::usvg::roxmltree::Document::parse_with_options(
            &qml,
            resvg::usvg::roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() },
        )
        .unwrap();
        let renderer = document.descendants().find(|node| node.has_tag_name("renderer-v2")).unwrap();
        assert_eq!(renderer.attribute("attr"), Some(column), "{layer}");
        let columns = rows(&file, &format!("SELECT name FROM pragma_table_info('{layer}')"));
        assert!(columns.iter().any(|name| name == column), "{layer} has {columns:?}");
    }
}
