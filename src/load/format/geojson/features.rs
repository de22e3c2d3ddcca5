//! The second time through: the columns that are asked for, one feature at a time.

use std::collections::HashMap;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::cell::Cell;
use super::corrupt;
use super::member::Member;
use super::shape::{self, MaybeShape, Shape};
use crate::load::error::{Fault, Refusal, Why};
use crate::load::format::layer::{Geometry, Layer, Numbers, Place, Selection, Wanted};
use crate::model::Texts;

/// Reads the features of a text into a layer.
///
/// # Errors
/// [`Fault::Corrupt`] where it stops being JSON.
pub(super) fn read(text: &[u8], collection: bool, builder: &mut Builder) -> Result<(), Fault> {
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    if collection {
        return CollectionSeed(builder).deserialize(&mut deserializer).map_err(|error| corrupt(&error));
    }
    loop {
        FeatureSeed { builder: &mut *builder, alone: true }.deserialize(&mut deserializer).map_err(|error| corrupt(&error))?;
        if deserializer.end().is_ok() {
            return Ok(());
        }
    }
}

/// A layer while it is read.
pub(super) struct Builder<'a> {
    /// Name of a field that is read → its cell in `row`.
    cells: HashMap<&'a str, usize>,
    /// The cells of the columns of numbers and of text, and of the one that rows are kept by.
    numbers: Vec<usize>,
    texts: Vec<usize>,
    keep: Vec<(usize, &'a str)>,
    limit: usize,
    wanted: Wanted,
    row: Vec<Cell>,
    /// Features so far.
    number: u64,
    layer: Layer,
}

/// What one feature says besides its properties.
#[derive(Default)]
struct Feature {
    kind: Option<String>,
    shape: Option<Shape>,
    /// Members of a geometry that stands by itself.
    bare: Shape,
}

impl<'a> Builder<'a> {
    /// An empty layer with room for `features` rows.
    pub(super) fn new(fields: &'a [String], selection: &'a Selection, has_geometry: bool, features: usize) -> Self {
        let mut cells = HashMap::new();
        let mut count = 0;
        // an index of no field has a cell that stays empty
        let mut cell_of = |field: usize| {
            let next = count;
            let cell = fields.get(field).map_or(next, |name| *cells.entry(name.as_str()).or_insert(next));
            count += usize::from(cell == next);
            cell
        };
        let numbers: Vec<usize> = selection.numbers.iter().map(|field| cell_of(*field)).collect();
        let texts: Vec<usize> = selection.texts.iter().map(|field| cell_of(*field)).collect();
        let keep: Vec<(usize, &str)> = selection.keep.iter().map(|(field, value)| (cell_of(*field), value.trim())).collect();
        let wanted = if has_geometry { selection.geometry } else { Wanted::Nothing };
        let limit = selection.limit.unwrap_or(usize::MAX);
        let room = if keep.is_empty() { features.min(limit) } else { 0 };
        let layer = Layer {
            rows: Vec::with_capacity(room),
            numbers: numbers.iter().map(|_| Numbers { values: Vec::with_capacity(room), ..Numbers::default() }).collect(),
            texts: texts.iter().map(|_| Texts::with_capacity(room, room * 8)).collect(),
            geometry: match wanted {
                Wanted::Nothing => Geometry::Nothing,
                Wanted::Places => Geometry::Places(Vec::with_capacity(room)),
                Wanted::Shapes => Geometry::Shapes(Vec::with_capacity(room)),
            },
            ..Layer::default()
        };
        Self { cells, numbers, texts, keep, limit, wanted, row: vec![Cell::Empty; count], number: 0, layer }
    }

    /// The layer.
    pub(super) fn finish(self) -> Layer {
        self.layer
    }

    /// Adds the feature whose properties are in `row`, or refuses it.
    fn add(&mut self, feature: Feature, alone: bool) {
        self.number += 1;
        if self.layer.rows.len() >= self.limit {
            return;
        }
        let differs = |(cell, value): &(usize, &str)| self.row.get(*cell).is_none_or(|cell| cell.text().trim() != *value);
        if self.keep.iter().any(differs) {
            self.layer.filtered += 1;
            return;
        }
        if let Err(detail) = self.add_geometry(feature, alone) {
            self.layer.refused.push(Refusal::of_row(self.number, Why::BadGeometry(detail)));
            return;
        }
        self.layer.rows.push(self.number);
        for (column, cell) in self.layer.numbers.iter_mut().zip(&self.numbers) {
            self.row.get(*cell).unwrap_or(&Cell::Empty).push_number(column);
        }
        for (column, cell) in self.layer.texts.iter_mut().zip(&self.texts) {
            self.row.get(*cell).unwrap_or(&Cell::Empty).push_text(column);
        }
    }

    fn add_geometry(&mut self, feature: Feature, alone: bool) -> Result<(), String> {
        let shape = match feature.kind {
            Some(kind) if kind != "Feature" => {
                if !alone {
                    return Err(format!("`{kind}` among the features"));
                }
                Some(Shape { kind, ..feature.bare })
            }
            _ => feature.shape,
        };
        match &mut self.layer.geometry {
            Geometry::Nothing => {}
            Geometry::Places(places) => places.push(shape.map_or(Ok(Place::NONE), |shape| shape.place())?),
            Geometry::Shapes(shapes) => {
                let polygons = shape.map(|shape| shape.polygons()).transpose()?;
                shapes.push(polygons.unwrap_or_else(|| geo::MultiPolygon(Vec::new())));
            }
        }
        Ok(())
    }
}

/// A `FeatureCollection`.
struct CollectionSeed<'a, 'b>(&'a mut Builder<'b>);

impl<'de> DeserializeSeed<'de> for CollectionSeed<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for CollectionSeed<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a FeatureCollection")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        while let Some(member) = members.next_key::<Member>()? {
            if member == Member::Features {
                members.next_value_seed(FeaturesSeed(&mut *self.0))?;
            } else {
                members.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

struct FeaturesSeed<'a, 'b>(&'a mut Builder<'b>);

impl<'de> DeserializeSeed<'de> for FeaturesSeed<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for FeaturesSeed<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an array of features")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        while items.next_element_seed(FeatureSeed { builder: &mut *self.0, alone: false })?.is_some() {}
        Ok(())
    }
}

/// A feature; `alone` when it is not part of a collection, so that a geometry by itself may stand for one.
struct FeatureSeed<'a, 'b> {
    builder: &'a mut Builder<'b>,
    alone: bool,
}

impl<'de> DeserializeSeed<'de> for FeatureSeed<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for FeatureSeed<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a GeoJSON feature")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let builder = self.builder;
        builder.row.fill(Cell::Empty);
        let mut feature = Feature::default();
        let with_geometry = builder.wanted != Wanted::Nothing;
        while let Some(member) = members.next_key()? {
            match member {
                Member::Type => feature.kind = Some(members.next_value::<Cell>()?.text()),
                Member::Properties => members.next_value_seed(PropertiesSeed(&mut *builder))?,
                Member::Geometry if with_geometry => feature.shape = members.next_value::<MaybeShape>()?.0,
                Member::Coordinates if with_geometry => feature.bare.coordinates = Some(members.next_value()?),
                Member::Geometries if with_geometry => feature.bare.parts = shape::parts(&mut members)?,
                _ => {
                    members.next_value::<IgnoredAny>()?;
                }
            }
        }
        builder.add(feature, self.alone);
        Ok(())
    }
}

/// A `properties` member: `null` or an object.
struct PropertiesSeed<'a, 'b>(&'a mut Builder<'b>);

impl<'de> DeserializeSeed<'de> for PropertiesSeed<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for PropertiesSeed<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("properties or null")
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        while let Some(cell) = members.next_key_seed(NameSeed(&self.0.cells))? {
            match cell.and_then(|cell| self.0.row.get_mut(cell)) {
                Some(cell) => *cell = members.next_value()?,
                None => {
                    members.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

/// The name of a property: its cell, if the property is read.
struct NameSeed<'a, 'b>(&'a HashMap<&'b str, usize>);

impl<'de> DeserializeSeed<'de> for NameSeed<'_, '_> {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<usize>, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for NameSeed<'_, '_> {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("the name of a property")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Option<usize>, E> {
        Ok(self.0.get(name).copied())
    }
}
