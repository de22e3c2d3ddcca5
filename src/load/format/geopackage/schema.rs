//! What a `GeoPackage` says of itself: its layers, their columns and coordinate systems.

use rusqlite::{Connection, OptionalExtension};

use super::database::{fault, quoted};
use crate::crs::Crs;
use crate::load::error::Fault;

/// The layer that is read.
#[derive(Debug, Clone)]
pub(super) struct Table {
    /// Its name.
    pub(super) name: String,
    /// Its columns but the key and the geometry, in their order.
    pub(super) fields: Vec<String>,
    /// Its column of geometry.
    pub(super) geometry: Option<String>,
    /// Whether its rows have numbers that they are sorted by; a view has none.
    pub(super) has_rowid: bool,
    /// Its coordinate system.
    pub(super) crs: Option<Crs>,
}

/// The column by which a view has the keys of its rows.
const KEY_OF_VIEW: &str = "OGC_FID";

/// Tables that desktop programs add for themselves.
const NOT_DATA: [&str; 2] = ["layer_styles", "qgis_projects"];

/// Finds the layer called `asked`, or the only one, and describes it.
///
/// # Errors
/// [`Fault::NotAGeoPackage`]; [`Fault::Corrupt`] when its tables contradict each other; [`Fault::Empty`] when it has no layer;
/// [`Fault::NoSuchLayer`], [`Fault::SeveralLayers`].
pub(super) fn table(connection: &Connection, asked: Option<&str>) -> Result<Table, Fault> {
    let (name, is_features) = layer(connection, asked)?;
    let corrupt = |error: &rusqlite::Error| fault(&name, error);
    let geometry = if is_features { Some(geometry_column(connection, &name)?) } else { None };
    let mut fields = columns(connection, &name).map_err(|error| corrupt(&error))?;
    if fields.is_empty() {
        return Err(broken(&name, "gpkg_contents names a table that is not there"));
    }
    let (geometry, crs) = match geometry {
        Some((column, srs)) => {
            let Some(index) = fields.iter().position(|field| field.eq_ignore_ascii_case(&column)) else {
                return Err(broken(&name, &format!("the geometry column {column} is not there")));
            };
            (Some(fields.remove(index)), crs(connection, srs)?)
        }
        None => (None, None),
    };
    let has_rowid = is_table(connection, &name).map_err(|error| corrupt(&error))?
        && connection.prepare(&format!("SELECT rowid FROM {} LIMIT 0", quoted(&name))).is_ok();
    Ok(Table { name, fields, geometry, has_rowid, crs })
}

fn broken(place: &str, detail: &str) -> Fault {
    Fault::Corrupt { place: place.to_owned(), detail: detail.to_owned() }
}

/// The name of the layer to read, and whether it has geometry.
fn layer(connection: &Connection, asked: Option<&str>) -> Result<(String, bool), Fault> {
    let mut layers = layers(connection).map_err(|error| {
        let is_missing = error.to_string().contains("no such table: gpkg_contents");
        if is_missing { Fault::NotAGeoPackage } else { fault("gpkg_contents", &error) }
    })?;
    if let Some(asked) = asked {
        let exact = layers.iter().position(|(name, _)| name == asked);
        let found = exact.or_else(|| layers.iter().position(|(name, _)| name.to_lowercase() == asked.to_lowercase()));
        return match found {
            Some(index) => Ok(layers.swap_remove(index)),
            None => Err(Fault::NoSuchLayer { asked: asked.to_owned(), layers: names(layers) }),
        };
    }
    if layers.len() > 1 {
        layers.retain(|(name, _)| !NOT_DATA.contains(&name.as_str()));
    }
    match layers.len() {
        0 => Err(Fault::Empty),
        1 => Ok(layers.swap_remove(0)),
        _ => Err(Fault::SeveralLayers(names(layers))),
    }
}

fn names(layers: Vec<(String, bool)>) -> Vec<String> {
    layers.into_iter().map(|(name, _)| name).collect()
}

/// Every layer by name, and whether it has geometry.
fn layers(connection: &Connection) -> rusqlite::Result<Vec<(String, bool)>> {
    let sql = "SELECT table_name, lower(data_type) FROM gpkg_contents WHERE lower(data_type) IN ('features', 'attributes') ORDER BY 1";
    let mut statement = connection.prepare(sql)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, String>(1)? == "features")))?;
    rows.collect()
}

/// The column of geometry of a layer and the number of its coordinate system.
fn geometry_column(connection: &Connection, name: &str) -> Result<(String, i64), Fault> {
    let sql = "SELECT column_name, srs_id FROM gpkg_geometry_columns WHERE lower(table_name) = lower(?1)";
    let found = connection.query_row(sql, [name], |row| Ok((row.get(0)?, row.get(1)?))).optional();
    match found.map_err(|error| fault("gpkg_geometry_columns", &error))? {
        Some(found) => Ok(found),
        None => Err(broken("gpkg_geometry_columns", &format!("the layer {name} is not there"))),
    }
}

/// The columns of a table, but for an integer primary key: that is the number of the row. A view has its key under the name that GDAL knows.
fn columns(connection: &Connection, name: &str) -> rusqlite::Result<Vec<String>> {
    let mut statement = connection.prepare("SELECT name, upper(type), pk FROM pragma_table_xinfo(?1) WHERE hidden <> 1 ORDER BY cid")?;
    let rows = statement.query_map([name], |row| {
        let (column, kind, key): (String, String, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok((column, kind == "INTEGER", key))
    })?;
    let columns: Vec<_> = rows.collect::<rusqlite::Result<_>>()?;
    let one_key = columns.iter().filter(|(_, _, key)| *key > 0).count() == 1;
    let is_view = !is_table(connection, name)?;
    let is_key = |column: &str, key: i64| if is_view { column.eq_ignore_ascii_case(KEY_OF_VIEW) } else { one_key && key > 0 };
    Ok(columns.into_iter().filter(|(column, integer, key)| !(*integer && is_key(column, *key))).map(|(column, ..)| column).collect())
}

fn is_table(connection: &Connection, name: &str) -> rusqlite::Result<bool> {
    let sql = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND lower(name) = lower(?1)";
    connection.query_row(sql, [name], |row| row.get::<_, i64>(0)).map(|count| count > 0)
}

/// Names of systems that nobody named: their datum is left open too, so that PROJ would be off by a hundred metres and not say so.
const NAMELESS: [&str; 3] = ["unnamed", "unknown", "undefined"];

/// The coordinate system of this number: by its EPSG code, else by its definition; 0 and −1 are the format's words for "unknown".
fn crs(connection: &Connection, srs: i64) -> Result<Option<Crs>, Fault> {
    if srs == 0 || srs == -1 {
        return Ok(None);
    }
    let sql = "SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?1";
    let found = connection.query_row(sql, [srs], |row| {
        let (organization, code, definition): (Option<String>, Option<i64>, Option<String>) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok((organization.unwrap_or_default(), code, definition.unwrap_or_default()))
    });
    let Some((organization, code, definition)) = found.optional().map_err(|error| fault("gpkg_spatial_ref_sys", &error))? else {
        return Ok(None);
    };
    let code = code.and_then(|code| u32::try_from(code).ok()).filter(|code| *code > 0);
    Ok(match code {
        Some(code) if organization.trim().eq_ignore_ascii_case("EPSG") => Some(Crs::Epsg(code)),
        _ if is_nameless(&definition) => None,
        _ => Some(Crs::parse(&definition)),
    })
}

fn is_nameless(definition: &str) -> bool {
    let name = definition.split('"').nth(1).unwrap_or(definition).trim().to_lowercase();
    name.is_empty() || NAMELESS.iter().any(|nameless| name.starts_with(nameless))
}
