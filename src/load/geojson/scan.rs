//! The first time through: what kind of GeoJSON it is, which fields it has, and in which coordinate system.
//!
//! Nothing but names and the first position of each geometry is kept. O(bytes).

use std::collections::HashSet;
use std::fmt;

use geo::Coord;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::cell::Cell;
use super::coordinates::Glance;
use super::member::Member;
use super::{corrupt, refsys};
use crate::crs::Crs;
use crate::load::error::Fault;

/// What the file has.
#[derive(Debug)]
pub(super) struct Found {
    /// Names of the properties, in order of first appearance.
    pub fields: Vec<String>,
    /// Whether any feature has a geometry.
    pub has_geometry: bool,
    /// The system by the `crs` member; without one degrees, as RFC 7946 has it, unless a position cannot be degrees.
    pub crs: Option<Crs>,
    /// Whether it is a `FeatureCollection`; else it is one or more features or geometries by themselves.
    pub collection: bool,
    /// Number of features.
    pub features: usize,
}

/// Goes through a text.
///
/// # Errors
/// [`Fault::Corrupt`] when it is not JSON or not GeoJSON, [`Fault::Empty`] when it has no features.
pub(super) fn scan(text: &[u8]) -> Result<Found, Fault> {
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    let mut top = Top::default();
    let mut values = 0;
    loop {
        top.kind = None;
        TopSeed(&mut top).deserialize(&mut deserializer).map_err(|error| corrupt(&error))?;
        values += 1;
        let rest = deserializer.end();
        let collection = top.check_kind()?;
        match rest {
            Ok(()) => return top.found(collection, values),
            // one feature a line
            Err(_) if !collection => {}
            Err(error) => return Err(corrupt(&error)),
        }
    }
}

/// Everything seen so far.
#[derive(Debug, Default)]
struct Top {
    kind: Option<String>,
    crs: Option<Value>,
    /// Whether there was a `features` member.
    listed: bool,
    esri: bool,
    /// Of the features in a `features` member.
    inner: Seen,
    /// Of objects that are features themselves.
    own: Seen,
}

/// What features have.
#[derive(Debug, Default)]
struct Seen {
    fields: Vec<String>,
    known: HashSet<String>,
    features: usize,
    has_geometry: bool,
    positions: usize,
    in_degrees: usize,
}

impl Seen {
    fn position(&mut self, at: Coord<f64>) {
        self.positions += 1;
        self.in_degrees += usize::from(at.x.abs() <= 180.0 && at.y.abs() <= 90.0);
    }
}

impl Top {
    /// Whether the object that was just read is a collection (else it is a feature or a geometry).
    fn check_kind(&self) -> Result<bool, Fault> {
        let not = |detail: String| Err(Fault::Corrupt { place: String::new(), detail });
        match self.kind.as_deref() {
            Some("FeatureCollection") if self.listed => Ok(true),
            Some("FeatureCollection") => not("a FeatureCollection without `features`".to_owned()),
            Some(
                "Feature" | "Point" | "MultiPoint" | "LineString" | "MultiLineString" | "Polygon" | "MultiPolygon" | "GeometryCollection",
            ) => Ok(false),
            Some("Topology") => not("TopoJSON, not GeoJSON".to_owned()),
            Some(other) => not(format!("JSON, but not GeoJSON: its `type` is `{other}`")),
            None if self.esri => not("Esri JSON, not GeoJSON".to_owned()),
            None => not("JSON, but not GeoJSON: it has no `type`".to_owned()),
        }
    }

    fn found(self, collection: bool, values: usize) -> Result<Found, Fault> {
        let seen = if collection { self.inner } else { self.own };
        let features = if collection { seen.features } else { values };
        if features == 0 {
            return Err(Fault::Empty);
        }
        let crs = match &self.crs {
            Some(member) => refsys::parse(member),
            None => (seen.positions > 0 && seen.in_degrees == seen.positions).then_some(Crs::Epsg(4326)),
        };
        Ok(Found { fields: seen.fields, has_geometry: seen.has_geometry, crs, collection, features })
    }
}

struct TopSeed<'a>(&'a mut Top);

impl<'de> DeserializeSeed<'de> for TopSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for TopSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a GeoJSON object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let top = self.0;
        while let Some(member) = members.next_key()? {
            match member {
                Member::Type => top.kind = Some(members.next_value::<Cell>()?.text()),
                Member::Crs => top.crs = Some(members.next_value()?),
                Member::Features => {
                    top.listed = true;
                    top.esri |= members.next_value_seed(FeaturesSeed(&mut top.inner))?;
                }
                Member::Esri => {
                    top.esri = true;
                    members.next_value::<IgnoredAny>()?;
                }
                other => of_feature(other, &mut members, &mut top.own)?,
            }
        }
        Ok(())
    }
}

/// A member that a feature, or a geometry by itself, has.
fn of_feature<'de, A: MapAccess<'de>>(member: Member, members: &mut A, seen: &mut Seen) -> Result<(), A::Error> {
    match member {
        Member::Properties => members.next_value_seed(NamesSeed(seen)),
        Member::Geometry => members.next_value_seed(GeometrySeed(seen)),
        Member::Coordinates => {
            seen.has_geometry = true;
            if let Some(at) = members.next_value::<Glance>()?.0.first() {
                seen.position(at);
            }
            Ok(())
        }
        Member::Geometries => members.next_value_seed(GeometrySeed(seen)),
        _ => members.next_value::<IgnoredAny>().map(|_| ()),
    }
}

/// The array of features; says whether they are Esri's.
struct FeaturesSeed<'a>(&'a mut Seen);

impl<'de> DeserializeSeed<'de> for FeaturesSeed<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for FeaturesSeed<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an array of features")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<bool, A::Error> {
        let mut esri = false;
        while let Some(of_esri) = items.next_element_seed(FeatureSeed(&mut *self.0))? {
            esri |= of_esri;
            self.0.features += 1;
        }
        Ok(esri)
    }
}

struct FeatureSeed<'a>(&'a mut Seen);

impl<'de> DeserializeSeed<'de> for FeatureSeed<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for FeatureSeed<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a GeoJSON feature")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<bool, A::Error> {
        let mut esri = false;
        while let Some(member) = members.next_key()? {
            esri |= member == Member::Esri;
            of_feature(member, &mut members, self.0)?;
        }
        Ok(esri)
    }
}

/// The names in a `properties` member.
struct NamesSeed<'a>(&'a mut Seen);

impl<'de> DeserializeSeed<'de> for NamesSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for NamesSeed<'_> {
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
        while members.next_key_seed(NameSeed(&mut *self.0))?.is_some() {
            members.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}

struct NameSeed<'a>(&'a mut Seen);

impl<'de> DeserializeSeed<'de> for NameSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for NameSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("the name of a property")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<(), E> {
        if !self.0.known.contains(name) {
            self.0.known.insert(name.to_owned());
            self.0.fields.push(name.to_owned());
        }
        Ok(())
    }
}

/// The first position of a geometry, of each geometry of a collection, or of an array of geometries.
struct GeometrySeed<'a>(&'a mut Seen);

impl<'de> DeserializeSeed<'de> for GeometrySeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for GeometrySeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a geometry or null")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        self.0.has_geometry = true;
        while let Some(member) = members.next_key()? {
            match member {
                Member::Coordinates | Member::Geometries => of_feature(member, &mut members, self.0)?,
                _ => {
                    members.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        while items.next_element_seed(GeometrySeed(&mut *self.0))?.is_some() {}
        Ok(())
    }

    // the second time through refuses the feature for these
    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        Ok(())
    }
}
