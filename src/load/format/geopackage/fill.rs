//! Filling a layer with rows, whoever read them.

use std::borrow::Cow;

use rusqlite::types::ValueRef;

use super::geometry;
use super::plan::Plan;
use crate::load::error::{Refusal, Why};
use crate::load::format::layer::{Geometry, Layer, Numbers, Place, Wanted};
use crate::model::RawTexts;

/// Rows for which room is made before they are read.
pub(super) const MOST_FORESEEN: usize = 1 << 17;

/// A layer that is being filled.
pub(super) struct Filling<'a> {
    plan: &'a Plan<'a>,
    layer: Layer,
    texts: Vec<RawTexts>,
    scratch: String,
}

impl<'a> Filling<'a> {
    /// A layer with the columns of the plan, no rows, and room for some.
    pub(super) fn new(plan: &'a Plan<'a>, room: usize) -> Self {
        let numbers = || Numbers { values: Vec::with_capacity(room), ..Numbers::default() };
        let layer = Layer {
            rows: Vec::with_capacity(room),
            numbers: std::iter::repeat_with(numbers).take(plan.numbers.len()).collect(),
            geometry: match plan.wanted {
                Wanted::Nothing => Geometry::Nothing,
                Wanted::Places => Geometry::Places(Vec::with_capacity(room)),
                Wanted::Shapes => Geometry::Shapes(Vec::new()),
            },
            ..Layer::default()
        };
        Self { plan, layer, texts: vec![RawTexts::default(); plan.texts.len()], scratch: String::new() }
    }

    /// Whether there are as many rows as were asked for.
    pub(super) fn is_full(&self) -> bool {
        self.layer.rows.len() >= self.plan.limit
    }

    /// Takes the row of this number, whose cells are those of the plan's columns.
    ///
    /// # Errors
    /// Those of `cell`.
    pub(super) fn take<'r, E>(&mut self, number: u64, cell: impl Fn(usize) -> Result<ValueRef<'r>, E>) -> Result<(), E> {
        let Self { plan, layer, .. } = self;
        for (column, value) in &plan.keep {
            if text(cell(*column)?, &mut self.scratch).trim() != *value {
                layer.filtered += 1;
                return Ok(());
            }
        }
        if let Some((column, name)) = plan.geometry
            && let Err(detail) = push_geometry(&mut layer.geometry, cell(column)?)
        {
            layer.refused.push(Refusal { row: number, field: name.to_owned(), value: String::new(), why: Why::BadGeometry(detail) });
            return Ok(());
        }
        layer.rows.push(number);
        for (column, numbers) in plan.numbers.clone().zip(&mut layer.numbers) {
            push_number(numbers, cell(column)?);
        }
        for (column, texts) in plan.texts.clone().zip(&mut self.texts) {
            match cell(column)? {
                ValueRef::Text(bytes) => texts.push(bytes),
                other => texts.push(text(other, &mut self.scratch).as_bytes()),
            }
        }
        Ok(())
    }

    /// The layer.
    pub(super) fn finish(self) -> Layer {
        Layer { texts: self.texts.into_iter().map(RawTexts::finish).collect(), ..self.layer }
    }
}

/// Adds the geometry of a row.
///
/// # Errors
/// Why the row cannot be used.
fn push_geometry(into: &mut Geometry, value: ValueRef<'_>) -> Result<(), String> {
    let blob = match value {
        ValueRef::Null => None,
        ValueRef::Blob(blob) => Some(blob),
        _ => return Err("not a blob".to_owned()),
    };
    match into {
        Geometry::Nothing => {}
        Geometry::Places(places) => places.push(blob.map_or(Ok(Place::NONE), geometry::place)?),
        Geometry::Shapes(shapes) => shapes.push(blob.map_or(Ok(geo::MultiPolygon(Vec::new())), geometry::polygons)?),
    }
    Ok(())
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
