//! Joining the parts of a layer.

use rayon::prelude::*;

use crate::load::format::layer::{Geometry, Layer};

/// Parts that are held at once, before they are joined: a file of millions of rows is not held twice.
const BATCH: usize = 16;

/// Reads the parts of a layer, several at a time, and joins them in their order.
///
/// # Errors
/// That of the first part that cannot be read.
pub(super) fn gather<P: Sync, E: Send>(parts: &[P], read: impl Fn(&P) -> Result<Layer, E> + Sync) -> Result<Layer, E> {
    let mut whole: Option<Layer> = None;
    for batch in parts.chunks(BATCH) {
        let layers: Vec<_> = batch.par_iter().map(&read).collect();
        for layer in layers {
            match &mut whole {
                Some(whole) => append(whole, layer?),
                None => whole = Some(with_room(layer?, parts.len())),
            }
        }
    }
    Ok(whole.unwrap_or_default())
}

/// The first of so many parts, with room for all of them if they are as full as it is: growing step by step would copy every row.
fn with_room(mut layer: Layer, parts: usize) -> Layer {
    let more = layer.len() * parts.saturating_sub(1);
    layer.rows.reserve(more);
    layer.numbers.iter_mut().for_each(|numbers| numbers.values.reserve(more));
    for texts in &mut layer.texts {
        texts.reserve(more, texts.bytes() * parts.saturating_sub(1));
    }
    match &mut layer.geometry {
        Geometry::Places(places) => places.reserve(more),
        Geometry::Shapes(shapes) => shapes.reserve(more),
        Geometry::Nothing => {}
    }
    layer
}

/// Adds the rows of `more` behind those of `layer`; both have the same columns.
fn append(layer: &mut Layer, more: Layer) {
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
