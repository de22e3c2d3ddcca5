//! The tables that make an `SQLite` file a `GeoPackage` 1.3, and those that GDAL and QGIS add.

use rusqlite::{Connection, params};

use super::geometry::Bounds;
use crate::crs::RD_NEW;

/// The moment that stands where the standard wants one. A result has no clock: same study, same data, same bytes.
const MOMENT: &str = "2000-01-01T00:00:00.000Z";

/// Before anything else: how the file is laid out and how it is written. It is a temporary file until it is whole, so there is nothing
/// to roll back to and nothing to sync. 0x47504B47 is `GPKG`, 10300 is version 1.3.
const SETTINGS: &str = "
    PRAGMA page_size = 4096;
    PRAGMA application_id = 1196444487;
    PRAGMA user_version = 10300;
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA cache_size = -65536;
";

const TABLES: &str = "
    CREATE TABLE gpkg_spatial_ref_sys (
        srs_name TEXT NOT NULL,
        srs_id INTEGER NOT NULL PRIMARY KEY,
        organization TEXT NOT NULL,
        organization_coordsys_id INTEGER NOT NULL,
        definition TEXT NOT NULL,
        description TEXT
    );
    CREATE TABLE gpkg_contents (
        table_name TEXT NOT NULL PRIMARY KEY,
        data_type TEXT NOT NULL,
        identifier TEXT UNIQUE,
        description TEXT DEFAULT '',
        last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
        min_x DOUBLE,
        min_y DOUBLE,
        max_x DOUBLE,
        max_y DOUBLE,
        srs_id INTEGER,
        CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
    );
    CREATE TABLE gpkg_geometry_columns (
        table_name TEXT NOT NULL,
        column_name TEXT NOT NULL,
        geometry_type_name TEXT NOT NULL,
        srs_id INTEGER NOT NULL,
        z TINYINT NOT NULL,
        m TINYINT NOT NULL,
        CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
        CONSTRAINT uk_gc_table_name UNIQUE (table_name),
        CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
        CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
    );
    CREATE TABLE gpkg_extensions (
        table_name TEXT,
        column_name TEXT,
        extension_name TEXT NOT NULL,
        definition TEXT NOT NULL,
        scope TEXT NOT NULL,
        CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
    );
    CREATE TABLE gpkg_ogr_contents (
        table_name TEXT NOT NULL PRIMARY KEY,
        feature_count INTEGER DEFAULT NULL
    );
";

/// The extension for the schema: what columns are called for people.
const DATA_COLUMNS: &str = "
    CREATE TABLE gpkg_data_columns (
        table_name TEXT NOT NULL,
        column_name TEXT NOT NULL,
        name TEXT,
        title TEXT,
        description TEXT,
        mime_type TEXT,
        constraint_name TEXT,
        CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
        CONSTRAINT gdc_tn UNIQUE (table_name, name)
    );
    CREATE TABLE gpkg_data_column_constraints (
        constraint_name TEXT NOT NULL,
        constraint_type TEXT NOT NULL,
        value TEXT,
        min NUMERIC,
        min_is_inclusive BOOLEAN,
        max NUMERIC,
        max_is_inclusive BOOLEAN,
        description TEXT,
        CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value)
    );
    INSERT INTO gpkg_extensions VALUES
        ('gpkg_data_columns', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec121/#extension_schema', 'read-write'),
        ('gpkg_data_column_constraints', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec121/#extension_schema', 'read-write');
";

/// As QGIS makes it when a style is saved in the file.
const STYLES: &str = "
    CREATE TABLE layer_styles (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        f_table_catalog TEXT(256),
        f_table_schema TEXT(256),
        f_table_name TEXT(256),
        f_geometry_column TEXT(256),
        styleName TEXT(30),
        styleQML TEXT,
        styleSLD TEXT,
        useAsDefault BOOLEAN,
        description TEXT,
        owner TEXT(30),
        ui TEXT(30),
        update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now'))
    );
";

/// RD New by the parameters of the EPSG register: Bessel 1841, the tower of Amersfoort at 52°09'22.178" N, 5°23'15.5" E. Without
/// TOWGS84: programs take the shift that belongs to the code.
const RD_NEW_WKT: &str = concat!(
    r#"PROJCS["Amersfoort / RD New",GEOGCS["Amersfoort","#,
    r#"DATUM["Amersfoort",SPHEROID["Bessel 1841",6377397.155,299.1528128,AUTHORITY["EPSG","7004"]],AUTHORITY["EPSG","6289"]],"#,
    r#"PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],"#,
    r#"AUTHORITY["EPSG","4289"]],PROJECTION["Oblique_Stereographic"],PARAMETER["latitude_of_origin",52.1561605555556],"#,
    r#"PARAMETER["central_meridian",5.38763888888889],PARAMETER["scale_factor",0.9999079],PARAMETER["false_easting",155000],"#,
    r#"PARAMETER["false_northing",463000],UNIT["metre",1,AUTHORITY["EPSG","9001"]],AXIS["Easting",EAST],AXIS["Northing",NORTH],"#,
    r#"AUTHORITY["EPSG","28992"]]"#,
);

/// WGS 84, which every `GeoPackage` lists.
const WGS_84_WKT: &str = concat!(
    r#"GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],"#,
    r#"PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],"#,
    r#"AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]"#,
);

/// Sets up an empty file and opens its one transaction.
pub(super) fn create(file: &Connection) -> rusqlite::Result<()> {
    file.execute_batch(SETTINGS)?;
    file.execute_batch("BEGIN")?;
    file.execute_batch(TABLES)?;
    let mut insert = file.prepare("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)")?;
    insert.execute(params!["Undefined Cartesian SRS", -1, "NONE", -1, "undefined"])?;
    insert.execute(params!["Undefined geographic SRS", 0, "NONE", 0, "undefined"])?;
    insert.execute(params!["WGS 84 geodetic", 4326, "EPSG", 4326, WGS_84_WKT])?;
    insert.execute(params!["Amersfoort / RD New", RD_NEW, "EPSG", RD_NEW, RD_NEW_WKT])?;
    Ok(())
}

/// Enters a table in the lists: with the type of its geometry a layer, else a table of attributes.
pub(super) fn register(file: &Connection, table: &str, title: &str, geometry: Option<(&str, Bounds)>) -> rusqlite::Result<()> {
    let kind = if geometry.is_some() { "features" } else { "attributes" };
    let srs = geometry.map(|_| RD_NEW);
    let bounds = geometry.map(|(_, bounds)| bounds).filter(|bounds| !bounds.is_empty());
    let [west, south] = [bounds.map(|b| b.min.x), bounds.map(|b| b.min.y)];
    let [east, north] = [bounds.map(|b| b.max.x), bounds.map(|b| b.max.y)];
    file.execute(
        "INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        params![table, kind, table, title, MOMENT, west, south, east, north, srs],
    )?;
    if let Some((type_name, _)) = geometry {
        file.execute("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)", params![table, type_name, RD_NEW])?;
    }
    Ok(())
}

/// Enters the number of rows of a table, with the two triggers by which GDAL keeps it, also when another program changes the table.
pub(super) fn count(file: &Connection, table: &str, rows: usize) -> rusqlite::Result<()> {
    let rows = i64::try_from(rows).unwrap_or(i64::MAX);
    file.execute("INSERT INTO gpkg_ogr_contents VALUES (?, ?)", params![table, rows])?;
    for (event, change) in [("INSERT", "+ 1"), ("DELETE", "- 1")] {
        let name = identifier(&format!("trigger_{}_feature_count_{table}", event.to_lowercase()));
        let (on, text) = (identifier(table), literal(table));
        file.execute_batch(&format!(
            "CREATE TRIGGER {name} AFTER {event} ON {on} BEGIN \
             UPDATE gpkg_ogr_contents SET feature_count = feature_count {change} WHERE lower(table_name) = lower({text}); END"
        ))?;
    }
    Ok(())
}

/// Adds the names for people, as pairs of a column and its alias by table; nothing where there are none.
pub(super) fn aliases(file: &Connection, tables: &[(&str, Vec<(&str, &str)>)]) -> rusqlite::Result<()> {
    if tables.iter().all(|(_, aliases)| aliases.is_empty()) {
        return Ok(());
    }
    file.execute_batch(DATA_COLUMNS)?;
    // As name and as title: programs differ in which of them they show.
    let mut insert = file.prepare("INSERT INTO gpkg_data_columns VALUES (?1, ?2, ?3, ?3, NULL, NULL, NULL)")?;
    for (table, aliases) in tables {
        for (column, alias) in aliases {
            insert.execute(params![table, column, alias])?;
        }
    }
    Ok(())
}

/// Adds the table of styles with the style of each table named: the one that QGIS shows it in.
pub(super) fn styles(file: &Connection, styles: &[(&str, String)]) -> rusqlite::Result<()> {
    file.execute_batch(STYLES)?;
    let mut insert = file.prepare(
        "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD, \
         useAsDefault, description, owner, ui, update_time) VALUES ('', '', ?1, 'geom', ?1, ?2, '', 1, '', '', NULL, ?3)",
    )?;
    for (table, qml) in styles {
        insert.execute(params![table, qml, MOMENT])?;
    }
    register(file, "layer_styles", "", None)?;
    count(file, "layer_styles", styles.len())
}

/// A name as SQL has it.
pub(super) fn identifier(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// A text as SQL has it.
fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
