//! Records with their shapes, column by column.

use std::fs::File;
use std::io::{BufReader, Cursor, ErrorKind};

use shapefile::{Shape, ShapeReader};

use super::dbf::{self, Cell};
use super::{Reader, corrupt, shape, unreadable};
use crate::load::error::{Fault, Refusal, Why};
use crate::load::format::layer::{Geometry, Layer, Numbers, Selection, Wanted};
use crate::model::Texts;

/// Reads all records. One that is deleted is passed over together with its shape; one whose record or shape is cut off is refused.
pub(super) fn read(reader: &Reader, selection: &Selection) -> Result<Layer, Fault> {
    let table = std::fs::read(&reader.parts.dbf).map_err(unreadable)?;
    let mut shapes = shapes(reader)?;
    let claimed = shapes.shape_count().map_err(|error| corrupt(&reader.parts.shx, &error.to_string()))?;
    let present = reader.table.present(&table);
    let mut layer = empty(selection);
    for index in 0..claimed.max(present) {
        if layer.rows.len() >= selection.limit.unwrap_or(usize::MAX) {
            return Ok(layer);
        }
        let number = index as u64 + 1;
        let Some(record) = reader.table.record(&table, index).filter(|_| index < present && index < claimed) else {
            layer.refused.push(Refusal::of_row(number, Why::CutOff));
            continue;
        };
        if dbf::is_deleted(record) {
            continue;
        }
        if !is_kept(reader, selection, record, number)? {
            layer.filtered += 1;
            continue;
        }
        if let Err(why) = push_shape(&mut shapes, index, &mut layer.geometry) {
            layer.refused.push(Refusal::of_row(number, why));
            continue;
        }
        layer.rows.push(number);
        for (field, numbers) in selection.numbers.iter().zip(&mut layer.numbers) {
            match cell(reader, record, *field) {
                Cell::Empty => numbers.push_empty(),
                Cell::Number(value) if value.is_finite() => numbers.push(value),
                Cell::Number(value) => numbers.push_text(&value.to_string()),
                Cell::Text(bytes) => numbers.push_text(&reader.charset.decode(bytes).text),
            }
        }
        for (field, texts) in selection.texts.iter().zip(&mut layer.texts) {
            texts.push(&text(reader, record, *field, number)?);
        }
    }
    if reader.table.records > claimed.max(present) {
        layer.refused.push(Refusal::of_row(claimed.max(present) as u64 + 1, Why::CutOff));
    }
    Ok(layer)
}

/// Whether every column that decides has its value.
fn is_kept(reader: &Reader, selection: &Selection, record: &[u8], number: u64) -> Result<bool, Fault> {
    for (field, value) in &selection.keep {
        if text(reader, record, *field, number)?.trim() != value.trim() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The shapes, by number. The file is held in memory meanwhile: finding a shape by its number is then free.
fn shapes(reader: &Reader) -> Result<ShapeReader<Cursor<Vec<u8>>>, Fault> {
    let bytes = std::fs::read(&reader.parts.shp).map_err(unreadable)?;
    let index = BufReader::new(File::open(&reader.parts.shx).map_err(unreadable)?);
    ShapeReader::with_shx(Cursor::new(bytes), index).map_err(|error| corrupt(&reader.parts.shx, &error.to_string()))
}

/// A layer with the columns of the selection and no rows.
fn empty(selection: &Selection) -> Layer {
    Layer {
        numbers: vec![Numbers::default(); selection.numbers.len()],
        texts: vec![Texts::default(); selection.texts.len()],
        geometry: match selection.geometry {
            Wanted::Nothing => Geometry::Nothing,
            Wanted::Places => Geometry::Places(Vec::new()),
            Wanted::Shapes => Geometry::Shapes(Vec::new()),
        },
        ..Layer::default()
    }
}

/// Adds the shape of this index, or says why the record cannot be used.
fn push_shape(shapes: &mut ShapeReader<Cursor<Vec<u8>>>, index: usize, into: &mut Geometry) -> Result<(), Why> {
    if matches!(into, Geometry::Nothing) {
        return Ok(());
    }
    let shape: Shape = match shapes.read_nth_shape(index) {
        Some(Ok(shape)) => shape,
        Some(Err(shapefile::Error::IoError(error))) if error.kind() == ErrorKind::UnexpectedEof => return Err(Why::CutOff),
        Some(Err(error)) => return Err(Why::BadGeometry(error.to_string())),
        None => return Err(Why::CutOff),
    };
    match into {
        Geometry::Nothing => Ok(()),
        Geometry::Places(places) => shape::place(&shape).map(|place| places.push(place)),
        Geometry::Shapes(polygons) => shape::polygons(&shape).map(|shape| polygons.push(shape)),
    }
    .map_err(Why::BadGeometry)
}

/// A cell; empty when there is no such column.
fn cell<'a>(reader: &Reader, record: &'a [u8], field: usize) -> Cell<'a> {
    reader.table.fields.get(field).map_or(Cell::Empty, |field| field.cell(record))
}

/// A cell as text.
fn text<'a>(reader: &Reader, record: &'a [u8], field: usize, number: u64) -> Result<std::borrow::Cow<'a, str>, Fault> {
    Ok(match cell(reader, record, field) {
        Cell::Empty => "".into(),
        Cell::Number(value) => value.to_string().into(),
        Cell::Text(bytes) => {
            let decoded = reader.charset.decode(bytes);
            if reader.stated && !decoded.fits {
                return Err(Fault::Encoding { encoding: reader.charset.name().to_owned(), line: Some(number) });
            }
            decoded.text
        }
    })
}
