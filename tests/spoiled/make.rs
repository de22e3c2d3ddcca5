//! Files in formats that cannot be written as text.

use std::path::Path;

use rusqlite::Connection;
use shapefile::dbase::{FieldName, FieldValue, Record, TableWriterBuilder};
use shapefile::{Polygon, PolygonRing, Writer};

/// A `GeoPackage` of squares with these tables, all alike, made in memory.
pub fn geopackage(layers: &[&str]) -> Vec<u8> {
    let mut sql = "
        CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER,
            definition TEXT, description TEXT);
        INSERT INTO gpkg_spatial_ref_sys VALUES ('RD', 28992, 'EPSG', 28992, 'PROJCS[\"Amersfoort / RD New\"]', '');
        CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT, srs_id INTEGER);
        CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z INTEGER, m INTEGER);"
        .to_owned();
    for layer in layers {
        sql.push_str(&format!(
            "INSERT INTO gpkg_contents VALUES ('{layer}', 'attributes', '{layer}', NULL);
             CREATE TABLE {layer} (fid INTEGER PRIMARY KEY, crs28992res100m TEXT, aantal_inwoners INTEGER);
             WITH RECURSIVE row(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM row WHERE i < 999)
             INSERT INTO {layer} SELECT i + 1, 'E15' || printf('%02d', i % 40) || 'N45' || printf('%02d', i / 40), 5 FROM row;"
        ));
    }
    database(&sql)
}

/// An `SQLite` database of this SQL.
pub fn database(sql: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("database");
    Connection::open(&path).unwrap().execute_batch(sql).unwrap();
    std::fs::read(path).unwrap()
}

/// Writes the two municipalities of the base as a shapefile in this folder, without `.prj`.
pub fn shapefile(path: &Path) {
    let field = |name: &str| FieldName::try_from(name).unwrap();
    let table = TableWriterBuilder::new().add_character_field(field("GM_CODE"), 6).add_character_field(field("GM_NAAM"), 20);
    let mut writer = Writer::from_path(path, table).unwrap();
    for (code, name, west) in [("GM9101", "West", 150_000.0), ("GM9102", "Oost", 152_000.0)] {
        let corner = |x: f64, y: f64| shapefile::Point::new(west + x, 450_000.0 + y);
        let ring = vec![corner(0.0, 0.0), corner(0.0, 1000.0), corner(2000.0, 1000.0), corner(2000.0, 0.0), corner(0.0, 0.0)];
        let mut record = Record::default();
        record.insert("GM_CODE".to_owned(), FieldValue::Character(Some(code.to_owned())));
        record.insert("GM_NAAM".to_owned(), FieldValue::Character(Some(name.to_owned())));
        writer.write_shape_and_record(&Polygon::new(PolygonRing::Outer(ring)), &record).unwrap();
    }
}
