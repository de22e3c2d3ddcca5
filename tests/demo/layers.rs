//! The GeoPackage, as another program sees it.

use std::path::Path;

use resvg::usvg::roxmltree::{Document, Node, ParsingOptions};
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
        // Borders that stand in a row for each group are stored once, without an index of their own.
        let (title, other) = match layer {
            "areas" => ("rows, with a geometry, different ones", "shapes".to_owned()),
            _ => ("rows, with a geometry, in the index", format!("rtree_{layer}_geom")),
        };
        section(title, &format!("SELECT count(*), count(geom), (SELECT count(*) FROM {other}) FROM {layer}"));
    }
    section("first cell", "SELECT * FROM cells ORDER BY fid LIMIT 1");
    section("first site", "SELECT * FROM sites ORDER BY fid LIMIT 1");
    section("first areas", "SELECT * FROM areas ORDER BY OGC_FID LIMIT 2");
    section(
        "styles",
        "SELECT f_table_name, f_geometry_column, styleName, useAsDefault, length(styleQML) > 500, substr(styleQML, 1, 40) \
         FROM layer_styles ORDER BY f_table_name",
    );
    section("aliases of areas", "SELECT column_name, title FROM gpkg_data_columns WHERE table_name = 'areas' ORDER BY rowid");
    section("extensions", "SELECT table_name, column_name, extension_name FROM gpkg_extensions ORDER BY table_name");
    snapshot("coverage_gpkg", &page.join("\n"));
}

/// Every layer opens in a style of its own: well-formed XML that speaks of columns that the layer has, and of which the rules that are
/// ticked draw no place twice.
pub(super) fn every_layer_has_its_style(path: &Path) {
    let file = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    assert_eq!(rows(&file, "SELECT * FROM pragma_integrity_check"), ["ok"]);
    let layers = rows(&file, "SELECT table_name FROM gpkg_geometry_columns ORDER BY 1");
    assert_eq!(rows(&file, "SELECT f_table_name FROM layer_styles WHERE useAsDefault AND f_geometry_column = 'geom' ORDER BY 1"), layers);
    for layer in layers {
        let columns = rows(&file, &format!("SELECT name FROM pragma_table_info('{layer}')"));
        let qml = rows(&file, &format!("SELECT styleQML FROM layer_styles WHERE f_table_name = '{layer}'")).concat();
        let document = Document::parse_with_options(&qml, ParsingOptions { allow_dtd: true, ..Default::default() }).unwrap();
        let renderer = document.descendants().find(|node| node.has_tag_name("renderer-v2")).unwrap();
        let mut named: Vec<&str> = renderer.attribute("attr").into_iter().collect();
        let expressions: Vec<String> = document.descendants().filter_map(|node| expression(&node)).collect();
        // A name in double quotes is a column; what an expression compares it with stands in single ones.
        let without_texts = |text: &str| text.split('\'').step_by(2).collect::<String>();
        let plain: Vec<String> = expressions.iter().map(|text| without_texts(text)).collect();
        named.extend(plain.iter().flat_map(|text| text.split('"').skip(1).step_by(2)));
        assert!(!named.is_empty(), "{layer}");
        for column in named {
            assert!(columns.iter().any(|name| name == column), "{layer} has no {column}");
        }
        let symbols =
            document.descendants().filter(|node| node.has_tag_name("symbol") && node.parent().is_some_and(|up| up.has_tag_name("symbols")));
        assert!(symbols.count() > 0, "{layer}");
        if columns.iter().any(|name| name == "code") && columns.iter().any(|name| name == "level") {
            let ticked: Vec<String> = document.descendants().filter_map(|node| ticked(&node)).collect();
            let drawn = ticked.iter().map(|rule| format!("coalesce({rule}, 0)")).collect::<Vec<_>>().join(" + ");
            let most = format!(
                "SELECT max(times), count(*) > 3 FROM (SELECT sum({drawn}) AS times FROM \"{layer}\" GROUP BY code) WHERE times > 0"
            );
            assert_eq!(rows(&file, &most), ["1 | 1"], "{layer}");
        }
    }
}

/// The filter of a rule, or what a property of a symbol follows from.
fn expression(node: &Node) -> Option<String> {
    let value = || node.attribute("value").filter(|_| node.attribute("name") == Some("expression"));
    node.attribute("filter").or_else(value).map(str::to_owned)
}

/// The expression of a rule with a symbol and of all that it stands in; `None` where one of them is not ticked.
fn ticked(rule: &Node) -> Option<String> {
    rule.attribute("symbol").filter(|_| rule.has_tag_name("rule"))?;
    let up = rule.ancestors().filter(|node| node.has_tag_name("rule"));
    let all = up.map(|node| if node.attribute("checkstate") == Some("0") { None } else { node.attribute("filter") });
    Some(format!("({})", all.collect::<Option<Vec<_>>>()?.join(" AND ")))
}

#[test]
fn layers_open_in_their_style() {
    every_layer_has_its_style(&DUTCH.folder.join("coverage.gpkg"));
}
