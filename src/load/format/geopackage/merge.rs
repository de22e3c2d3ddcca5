//! Joining the ranges of a layer.

use crate::load::format::layer::{Geometry, Layer};

/// The first of so many ranges, with room for all of them if they are as full as it is: growing step by step would copy every row.
pub(super) fn with_room(mut layer: Layer, ranges: usize) -> Layer {
    let more = layer.len() * ranges.saturating_sub(1);
    layer.rows.reserve(more);
    layer.numbers.iter_mut().for_each(|numbers| numbers.values.reserve(more));
    for texts in &mut layer.texts {
        texts.reserve(more, texts.bytes() * ranges.saturating_sub(1));
    }
    match &mut layer.geometry {
        Geometry::Places(places) => places.reserve(more),
        Geometry::Shapes(shapes) => shapes.reserve(more),
        Geometry::Nothing => {}
    }
    layer
}

/// Adds the rows of `more` behind those of `layer`; both have the same columns.
pub(super) fn append(layer: &mut Layer, more: Layer) {
    let offset = layer.rows.len();
    layer.rows.extend(more.rows);
    for (numbers, more) in layer.numbers.iter_mut().zip(more.numbers) {
        numbers.values.extend(more.values);
        numbers.points.append(offset, more.points);
        numbers.odd.extend(more.odd.into_iter().map(|(row, text)| (offset + row, text)));
    }
    for (texts, more) in layer.texts.iter_mut().zip(more.texts) {
        texts.append(&more);
    }
    match (&mut layer.geometry, more.geometry) {
        (Geometry::Places(places), Geometry::Places(more)) => places.extend(more),
        (Geometry::Shapes(shapes), Geometry::Shapes(more)) => shapes.extend(more),
        _ => {}
    }
    layer.refused.extend(more.refused);
    layer.filtered += more.filtered;
}
