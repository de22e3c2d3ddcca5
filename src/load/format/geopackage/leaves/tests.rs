//! What is read here against what `SQLite` reads, on whole and on damaged files.

use std::path::Path;

use proptest::prelude::*;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::super::Reader;
use super::*;
use crate::load::error::Fault;
use crate::load::format::layer::Wanted;
use crate::model::DataFile;

/// The tables of a `GeoPackage` with one layer of every kind of column.
const TABLES: &str = "
    CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);
    CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER, definition TEXT);
    INSERT INTO gpkg_contents VALUES ('l', 'features');
    INSERT INTO gpkg_geometry_columns VALUES ('l', 'shape', 28992);
    CREATE TABLE other (a);
    CREATE TABLE l (id TEXT, number INTEGER, fid INTEGER PRIMARY KEY, shape BLOB, real DOUBLE, anything, long TEXT);";

/// How a file is made.
#[derive(Debug, Clone)]
struct Made {
    page: usize,
    reserved: u8,
    auto_vacuum: bool,
    rows: Vec<(i64, [Value; 6])>,
    /// Of every so many rows one is deleted; 0 for none.
    deleted: usize,
    /// Whether a column is added when all rows but the last are there.
    added: bool,
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        (any::<i64>(), 0..64).prop_map(|(number, bits)| Value::Integer(number >> bits)),
        prop::sample::select(vec![
            0,
            1,
            -1,
            127,
            128,
            -128,
            -129,
            32_767,
            32_768,
            8_388_607,
            8_388_608,
            1 << 31,
            1 << 47,
            i64::MIN,
            i64::MAX
        ])
        .prop_map(Value::Integer),
        any::<f64>().prop_map(Value::Real),
        (-1e6..1e6).prop_map(|number: f64| Value::Real(number.round())),
        ".{0,12}".prop_map(Value::Text),
        prop::collection::vec(any::<u8>(), 0..40).prop_map(Value::Blob),
    ]
}

fn point() -> impl Strategy<Value = Value> {
    (any::<f64>(), any::<f64>()).prop_map(|(x, y)| {
        let mut blob = b"GP\0\x01\0\0\0\0\x01\x01\0\0\0".to_vec();
        blob.extend([x, y].iter().flat_map(|number| number.to_le_bytes()));
        Value::Blob(blob)
    })
}

/// The last column is where rows outgrow their page.
fn long() -> impl Strategy<Value = Value> {
    prop_oneof![9 => value(), 1 => (0..9_000usize).prop_map(|length| Value::Text("x".repeat(length)))]
}

fn made(long: impl Strategy<Value = Value> + 'static) -> impl Strategy<Value = Made> {
    let key = prop_oneof![9 => 0..100_000i64, 1 => any::<i64>()];
    let row = (key, value(), value(), prop_oneof![point(), value()], value(), value(), long)
        .prop_map(|(key, a, b, c, d, e, f)| (key, [a, b, c, d, e, f]));
    let rows = (prop::collection::vec(row, 0..60), 1..20i64).prop_map(|(rows, copies)| {
        // Many rows of few kinds make a table of several levels without much to draw.
        let copied = |copy: i64| rows.iter().map(move |(key, values)| (key.wrapping_add(copy * 1_000_003), values.clone()));
        (0..copies).flat_map(copied).collect()
    });
    let reserved = prop_oneof![2 => Just(0u8), 1 => 1..32u8];
    (9..=16u32, reserved, any::<bool>(), rows, 0..5usize, prop::bool::weighted(0.15)).prop_map(
        |(bits, reserved, auto_vacuum, rows, deleted, added)| Made { page: 1 << bits, reserved, auto_vacuum, rows, deleted, added },
    )
}

/// Writes the file with `SQLite`.
fn write(made: &Made, path: &Path) {
    let connect = || {
        let connection = Connection::open(path).unwrap();
        connection.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;").unwrap();
        connection
    };
    let set = format!("PRAGMA page_size = {}; PRAGMA auto_vacuum = {}; VACUUM;", made.page, i32::from(made.auto_vacuum));
    connect().execute_batch(&(set + "CREATE TABLE x (a); DROP TABLE x; VACUUM;")).unwrap();
    if made.reserved > 0 {
        // A file without tables whose pages end earlier from now on: byte 20 says so, 105 and 106 where the cells of the first page start.
        let mut bytes = std::fs::read(path).unwrap();
        bytes[20] = made.reserved;
        let usable = made.page - usize::from(made.reserved);
        bytes[105..107].copy_from_slice(&u16::try_from(usable).unwrap().to_be_bytes());
        std::fs::write(path, bytes).unwrap();
    }
    let mut connection = connect();
    connection.execute_batch(TABLES).unwrap();
    let transaction = connection.transaction().unwrap();
    for (number, (key, values)) in made.rows.iter().enumerate() {
        if made.added && number + 1 == made.rows.len() {
            transaction.execute_batch("ALTER TABLE l ADD COLUMN more TEXT DEFAULT 'added'").unwrap();
        }
        let mut values = values.to_vec();
        values.push(Value::Integer(*key));
        let sql = "INSERT OR REPLACE INTO l (id, number, shape, real, anything, long, fid) VALUES (?, ?, ?, ?, ?, ?, ?)";
        transaction.prepare_cached(sql).unwrap().execute(params_from_iter(values)).unwrap();
        if number % 50 == 0 {
            transaction.execute("INSERT INTO other VALUES (zeroblob(3000))", []).unwrap();
        }
    }
    if made.deleted > 0 {
        let sql = format!(
            "DELETE FROM l WHERE fid % 7 < {} AND fid % 3 = 0; DELETE FROM l WHERE fid BETWEEN 20000 AND 40000; DROP TABLE other;",
            made.deleted
        );
        transaction.execute_batch(&sql).unwrap();
    }
    transaction.commit().unwrap();
}

fn reader(path: &Path) -> Result<Reader, Fault> {
    let file = DataFile {
        path: path.to_owned(),
        shown: String::new(),
        layer: None,
        crs: None,
        encoding: None,
        columns: std::collections::BTreeMap::new(),
        keep: std::collections::BTreeMap::new(),
    };
    super::super::open(&file).map(|(_, reader)| reader)
}

/// All columns but that of long texts, in both forms; with or without geometry.
fn selection(reader: &Reader, geometry: Wanted) -> Selection {
    let fields: Vec<usize> = (0..reader.table.fields.len()).filter(|field| reader.table.fields[*field] != "long").collect();
    Selection { numbers: fields.clone(), texts: fields, geometry, ..Selection::default() }
}

/// Both answers as text, so that what is no number equals itself.
fn both(reader: &Reader, selection: &Selection) -> (Result<String, Odd>, Result<String, Fault>) {
    let ours = read_any(&reader.path, &reader.table, selection).map(|layer| format!("{layer:?}"));
    (ours, reader.by_sqlite(selection).map(|layer| format!("{layer:?}")))
}

#[test]
fn what_is_out_of_the_ordinary_is_left_to_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let rows = "INSERT INTO l (id) VALUES ('a'), ('b');";
    let cases = [
        ("plain", "CREATE TABLE l (fid INTEGER PRIMARY KEY, id TEXT);", false),
        ("without a key", "CREATE TABLE l (id TEXT);", false),
        ("named rowid", "CREATE TABLE l (fid INTEGER PRIMARY KEY, id TEXT, RowId INTEGER DEFAULT 3);", true),
        ("generated", "CREATE TABLE l (fid INTEGER PRIMARY KEY, id TEXT, twice AS (id || id) STORED);", true),
        ("without rowid", "CREATE TABLE l (id TEXT PRIMARY KEY) WITHOUT ROWID;", true),
        ("utf-16", "PRAGMA encoding = 'UTF-16'; CREATE TABLE l (fid INTEGER PRIMARY KEY, id TEXT);", true),
        ("view", "CREATE TABLE t (fid INTEGER PRIMARY KEY, id TEXT); CREATE VIEW l AS SELECT * FROM t;", true),
    ];
    for (name, sql, odd) in cases {
        let path = folder.path().join(format!("{name}.gpkg"));
        let rows = if name == "view" { "INSERT INTO t (id) VALUES ('a'), ('b');" } else { rows };
        let head = "CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT); INSERT INTO gpkg_contents VALUES ('l', 'attributes');";
        Connection::open(&path).unwrap().execute_batch(&format!("{sql} {head} {rows}")).unwrap();
        let reader = reader(&path).unwrap();
        let texts = (0..reader.table.fields.len()).collect();
        let (ours, theirs) = both(&reader, &Selection { texts, ..Selection::default() });
        assert_eq!(ours, if odd { Err(Odd) } else { Ok(theirs.unwrap()) }, "{name}");
        // Whoever reads it: changes beside the file may hold the rows.
        std::fs::write(folder.path().join(format!("{name}.gpkg-wal")), b"x").unwrap();
        assert_eq!(read_any(&path, &reader.table, &Selection::default()).err(), Some(Odd), "{name}");
    }
}

#[test]
fn columns_of_real_numbers_are_those_of_sqlite() {
    let connection = Connection::open_in_memory().unwrap();
    for declared in [
        "REAL",
        "double",
        "DOUBLE PRECISION",
        "Float",
        "INTEGER",
        "FLOATING POINT",
        "CHAR REAL",
        "BLOB DOUBLE",
        "NUMERIC",
        "MEDIUMINT",
        "",
        "DATETIME",
    ] {
        connection.execute_batch(&format!("CREATE TABLE t (a {declared}); INSERT INTO t VALUES (1);")).unwrap();
        let kind: String = connection.query_row("SELECT typeof(a) FROM t", [], |row| row.get(0)).unwrap();
        assert_eq!(layout::is_real(declared), kind == "real", "{declared}");
        connection.execute_batch("DROP TABLE t").unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// Whole files: what is read is what `SQLite` reads, and all of these are read but those with rows from before a column was added.
    #[test]
    fn rows_are_those_of_sqlite(made in made(long())) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("made.gpkg");
        write(&made, &path);
        let reader = reader(&path).unwrap();
        for geometry in [Wanted::Nothing, Wanted::Places] {
            let (ours, theirs) = both(&reader, &selection(&reader, geometry));
            match ours {
                Ok(ours) => prop_assert_eq!(ours, theirs.unwrap()),
                // The longest of these rows, its last column aside, has some 300 bytes: at 512 a page they may not fit with a long one behind.
                Err(Odd) => prop_assert!(made.added || made.page < 4096 || made.rows.iter().any(|(key, _)| *key == i64::MIN)),
            }
        }
        // Long texts too: where they fit in the page they are read, else left to `SQLite`.
        let all: Vec<usize> = (0..reader.table.fields.len()).collect();
        if let (Ok(ours), theirs) = both(&reader, &Selection { texts: all, ..Selection::default() }) {
            prop_assert_eq!(ours, theirs.unwrap());
        }
    }

    /// Rows that fit in their pages are all read, whatever the size of a page.
    #[test]
    fn short_rows_are_read(made in made(Just(Value::Null))) {
        let short = |value: &Value| !matches!(value, Value::Blob(blob) if blob.len() > 30) && !matches!(value, Value::Text(text) if text.len() > 30);
        let rows = made.rows.iter().filter(|(key, values)| *key != i64::MIN && values.iter().all(short)).cloned().collect();
        let made = Made { added: false, rows, ..made };
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("made.gpkg");
        write(&made, &path);
        let reader = reader(&path).unwrap();
        let (ours, theirs) = both(&reader, &selection(&reader, Wanted::Places));
        prop_assert_eq!(ours.unwrap(), theirs.unwrap());
    }

    /// Damaged files: the same rows as `SQLite`, or nothing; and never a panic.
    #[test]
    fn damage_is_left_to_sqlite(
        made in made(long()),
        harm in prop::collection::vec(prop::collection::vec((any::<prop::sample::Index>(), prop_oneof![Just(None), (0..24usize).prop_map(Some)], any::<u8>()), 1..6), 12),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("made.gpkg");
        write(&made, &path);
        let whole = std::fs::read(&path).unwrap();
        for harm in harm {
            let mut bytes = whole.clone();
            for (at, in_head, byte) in harm {
                // Anywhere, or among the first bytes of a page, where all depends on each.
                let at = at.index(bytes.len());
                let at = in_head.map_or(at, |head| at / made.page * made.page + head);
                bytes[at] = byte;
            }
            std::fs::write(&path, &bytes).unwrap();
            let Ok(reader) = reader(&path) else { continue };
            for geometry in [Wanted::Nothing, Wanted::Places] {
                if let (Ok(ours), theirs) = both(&reader, &selection(&reader, geometry)) {
                    prop_assert_eq!(Ok(ours), theirs);
                }
            }
        }
    }

    /// Any bytes as a page and as a row: an answer, never a panic.
    #[test]
    fn any_bytes_are_read_or_not(kind in prop::sample::select(vec![0x05u8, 0x0d, 0]), bytes in prop::collection::vec(any::<u8>(), 480..1024)) {
        let mut bytes = bytes;
        bytes[0] = kind;
        let mut cells = [Cell::default(); 3];
        if let Ok(page) = Page::new(&bytes) {
            for cell in page.cells().flatten() {
                if let Ok(row) = Row::new(cell, bytes.len()) && row.split(&mut cells).is_ok() {
                    for cell in cells {
                        let _ = row.value(cell, true);
                    }
                }
            }
        }
    }
}
