//! The spatial index of a layer, by which QGIS draws what is on the screen and not all of the country.

use rusqlite::{Connection, params};

use super::geometry;
use super::schema::identifier;
use crate::report::table::Shapes;

/// Makes and fills the index of a layer whose row *n*, from 0, has the key *n* + 1, and the triggers by which the standard (`GeoPackage`
/// 1.3, annex F.3) has it follow when the layer is edited.
pub(super) fn index(file: &Connection, table: &str, shapes: &Shapes, rows: usize) -> rusqlite::Result<()> {
    let tree = identifier(&format!("rtree_{table}_geom"));
    file.execute_batch(&format!("CREATE VIRTUAL TABLE {tree} USING rtree(id, minx, maxx, miny, maxy)"))?;
    let mut insert = file.prepare(&format!("INSERT INTO {tree} VALUES (?, ?, ?, ?, ?)"))?;
    for (key, row) in (1_i64..).zip(0..rows) {
        if let Some(bounds) = geometry::bounds(shapes, row) {
            insert.execute((key, bounds.min.x, bounds.max.x, bounds.min.y, bounds.max.y))?;
        }
    }
    file.execute(
        "INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', \
         'write-only')",
        params![table],
    )?;
    follow(file, table, &tree)
}

/// The triggers. Their functions are those of the program that edits; without them it cannot change a geometry, nor spoil the index.
fn follow(file: &Connection, table: &str, tree: &str) -> rusqlite::Result<()> {
    let layer = identifier(table);
    let enter = format!(
        "INSERT OR REPLACE INTO {tree} VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));"
    );
    let there = "(NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))";
    let gone = "(NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))";
    let leave = format!("DELETE FROM {tree} WHERE id = OLD.fid;");
    let leave_both = format!("DELETE FROM {tree} WHERE id IN (OLD.fid, NEW.fid);");
    let triggers = [
        ("insert", "INSERT", there.to_owned(), enter.clone()),
        ("update1", "UPDATE OF geom", format!("OLD.fid = NEW.fid AND {there}"), enter.clone()),
        ("update2", "UPDATE OF geom", format!("OLD.fid = NEW.fid AND {gone}"), leave.clone()),
        ("update3", "UPDATE", format!("OLD.fid != NEW.fid AND {there}"), format!("{leave} {enter}")),
        ("update4", "UPDATE", format!("OLD.fid != NEW.fid AND {gone}"), leave_both),
        ("delete", "DELETE", "OLD.geom NOT NULL".to_owned(), leave),
    ];
    for (name, event, condition, action) in triggers {
        let name = identifier(&format!("rtree_{table}_geom_{name}"));
        file.execute_batch(&format!("CREATE TRIGGER {name} AFTER {event} ON {layer} WHEN {condition} BEGIN {action} END"))?;
    }
    Ok(())
}
