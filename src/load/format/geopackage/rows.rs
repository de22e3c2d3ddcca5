//! Rows of a layer, column by column.

use std::borrow::Cow;

use rusqlite::types::ValueRef;
use rusqlite::{Row, Statement};

use super::database::{fault, open, quoted};
use super::geometry;
use super::{Reader, schema::Table};
use crate::load::error::{Fault, Refusal, Why};
use crate::load::format::layer::{Geometry, Layer, Numbers, Place, Selection, Wanted};
use crate::model::RawTexts;

/// Reads the rows whose key lies in `range`, or all rows, on a connection of its own.
///
/// # Errors
/// [`Fault::Corrupt`] where `SQLite` cannot go on.
pub(super) fn read(reader: &Reader, selection: &Selection, range: Option<(i64, i64)>) -> Result<Layer, Fault> {
    let table = &reader.table;
    let failed = |error: rusqlite::Error| fault(&table.name, &error);
    let connection = open(&reader.path)?;
    let plan = Plan::new(table, selection);
    let mut statement = connection.prepare(&plan.sql).map_err(failed)?;
    fill(&mut statement, &plan, range).map_err(failed)
}

/// The columns of a query: the key, then those of the selection that are asked for.
struct Plan<'a> {
    sql: String,
    wanted: Wanted,
    /// The column of geometry and its name.
    geometry: Option<(usize, &'a str)>,
    /// The columns that decide whether a row is kept, and what they have to be.
    keep: Vec<(usize, &'a str)>,
    /// The most rows.
    limit: usize,
    numbers: std::ops::Range<usize>,
    texts: std::ops::Range<usize>,
    has_rowid: bool,
}

impl<'a> Plan<'a> {
    fn new(table: &'a Table, selection: &'a Selection) -> Self {
        let wanted = if table.geometry.is_some() { selection.geometry } else { Wanted::Nothing };
        let mut columns = vec![if table.has_rowid { "rowid" } else { "0" }.to_owned()];
        let geometry = table.geometry.as_deref().filter(|_| wanted != Wanted::Nothing).map(|name| {
            columns.push(quoted(name));
            (columns.len() - 1, name)
        });
        let mut push = |field: &usize| {
            columns.push(table.fields.get(*field).map_or_else(|| "NULL".to_owned(), |name| quoted(name)));
            columns.len()
        };
        let keep: Vec<(usize, &str)> = selection.keep.iter().map(|(field, value)| (push(field) - 1, value.trim())).collect();
        let start = 1 + usize::from(geometry.is_some()) + keep.len();
        let limit = selection.limit.unwrap_or(usize::MAX);
        let middle = selection.numbers.iter().map(&mut push).last().unwrap_or(start);
        let end = selection.texts.iter().map(&mut push).last().unwrap_or(middle);
        let order = if table.has_rowid { " WHERE rowid BETWEEN ?1 AND ?2 ORDER BY rowid" } else { "" };
        let sql = format!("SELECT {} FROM {}{order}", columns.join(", "), quoted(&table.name));
        Self { sql, wanted, geometry, keep, limit, numbers: start..middle, texts: middle..end, has_rowid: table.has_rowid }
    }
}

/// Runs the query and fills a layer with its rows.
fn fill(statement: &mut Statement<'_>, plan: &Plan<'_>, range: Option<(i64, i64)>) -> rusqlite::Result<Layer> {
    let mut layer = empty(plan, range.map_or(0, room));
    let mut raw_texts = vec![RawTexts::default(); plan.texts.len()];
    let mut scratch = String::new();
    let mut counted = 0;
    let mut rows = match (plan.has_rowid, range) {
        (true, range) => statement.query(range.unwrap_or((i64::MIN, i64::MAX)))?,
        (false, _) => statement.query([])?,
    };
    while layer.rows.len() < plan.limit
        && let Some(row) = rows.next()?
    {
        counted += 1;
        let number = if plan.has_rowid { u64::try_from(row.get_ref(0)?.as_i64()?).unwrap_or(0) } else { counted };
        if !is_kept(row, plan, &mut scratch)? {
            layer.filtered += 1;
            continue;
        }
        if let Err(refusal) = push_geometry(row, number, plan, &mut layer.geometry)? {
            layer.refused.push(refusal);
            continue;
        }
        layer.rows.push(number);
        for (column, numbers) in plan.numbers.clone().zip(&mut layer.numbers) {
            push_number(numbers, row.get_ref(column)?);
        }
        for (column, texts) in plan.texts.clone().zip(&mut raw_texts) {
            match row.get_ref(column)? {
                ValueRef::Text(bytes) => texts.push(bytes),
                other => texts.push(text(other, &mut scratch).as_bytes()),
            }
        }
    }
    layer.texts = raw_texts.into_iter().map(RawTexts::finish).collect();
    Ok(layer)
}

/// Whether every column that decides has its value.
fn is_kept(row: &Row<'_>, plan: &Plan<'_>, scratch: &mut String) -> rusqlite::Result<bool> {
    for (column, value) in &plan.keep {
        if text(row.get_ref(*column)?, scratch).trim() != *value {
            return Ok(false);
        }
    }
    Ok(true)
}

/// How many rows a range of keys has at most; none are foreseen of a range that is too wide to be full.
fn room((first, last): (i64, i64)) -> usize {
    let keys = last.checked_sub(first).and_then(|keys| usize::try_from(keys).ok()).map_or(0, |keys| keys.saturating_add(1));
    if keys <= MOST_FORESEEN { keys } else { 0 }
}

/// Rows for which room is made before they are read.
const MOST_FORESEEN: usize = 1 << 17;

/// A layer with the columns of the plan, no rows, and room for some.
fn empty(plan: &Plan<'_>, room: usize) -> Layer {
    let numbers = || Numbers { values: Vec::with_capacity(room), ..Numbers::default() };
    Layer {
        rows: Vec::with_capacity(room),
        numbers: std::iter::repeat_with(numbers).take(plan.numbers.len()).collect(),
        geometry: match plan.wanted {
            Wanted::Nothing => Geometry::Nothing,
            Wanted::Places => Geometry::Places(Vec::with_capacity(room)),
            Wanted::Shapes => Geometry::Shapes(Vec::new()),
        },
        ..Layer::default()
    }
}

/// Adds the geometry of a row; the inner error is why the row cannot be used.
fn push_geometry(row: &Row<'_>, number: u64, plan: &Plan<'_>, into: &mut Geometry) -> rusqlite::Result<Result<(), Refusal>> {
    let Some((column, name)) = plan.geometry else { return Ok(Ok(())) };
    let blob = match row.get_ref(column)? {
        ValueRef::Null => None,
        ValueRef::Blob(blob) => Some(Ok(blob)),
        _ => Some(Err("not a blob".to_owned())),
    };
    let pushed = match into {
        Geometry::Nothing => Ok(()),
        Geometry::Places(places) => blob.map_or(Ok(Place::NONE), |blob| blob.and_then(geometry::place)).map(|place| places.push(place)),
        Geometry::Shapes(shapes) => {
            blob.map_or_else(|| Ok(geo::MultiPolygon(Vec::new())), |blob| blob.and_then(geometry::polygons)).map(|shape| shapes.push(shape))
        }
    };
    Ok(pushed.map_err(|detail| Refusal { row: number, field: name.to_owned(), value: String::new(), why: Why::BadGeometry(detail) }))
}

/// Adds a cell to a column of numbers, whatever `SQLite` stored: its columns do not bind.
fn push_number(numbers: &mut Numbers, value: ValueRef<'_>) {
    #[expect(clippy::cast_precision_loss, reason = "counts of people and codes are far below 2^53")]
    match value {
        ValueRef::Null => numbers.push_empty(),
        ValueRef::Integer(number) => numbers.push(number as f64),
        ValueRef::Real(number) if number.is_finite() => numbers.push(number),
        ValueRef::Real(number) => numbers.push_text(&number.to_string()),
        ValueRef::Text(bytes) => numbers.push_text(&utf8(bytes)),
        ValueRef::Blob(_) => numbers.push_text("BLOB"),
    }
}

/// A cell as text: numbers in decimals (`123.0` is `123`), bytes that are not UTF-8 replaced, a blob as nothing.
fn text<'a>(value: ValueRef<'a>, scratch: &'a mut String) -> Cow<'a, str> {
    use std::fmt::Write;
    scratch.clear();
    let written = match value {
        ValueRef::Text(bytes) => return utf8(bytes),
        ValueRef::Integer(number) => write!(scratch, "{number}"),
        ValueRef::Real(number) => write!(scratch, "{number}"),
        ValueRef::Null | ValueRef::Blob(_) => Ok(()),
    };
    debug_assert!(written.is_ok(), "writing to a string does not fail");
    Cow::Borrowed(scratch)
}

/// Bytes as text, those that are not UTF-8 replaced. The plain check comes first: it is the faster one.
fn utf8(bytes: &[u8]) -> Cow<'_, str> {
    std::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed)
}
