//! The first time through: what kind of `GeoJSON` it is, which fields it has, and in which coordinate system.
//!
//! Nothing but names and the first position of each geometry is kept. O(bytes).

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

use super::cell::Cell;
use super::member::Member;
use super::seen::{FeaturesSeed, Seen, of_feature};
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
/// [`Fault::Corrupt`] when it is not JSON, [`Fault::NotGeoJson`] when it is JSON of another kind, [`Fault::Empty`] when it has no features.
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

impl Top {
    /// Whether the object that was just read is a collection (else it is a feature or a geometry).
    fn check_kind(&self) -> Result<bool, Fault> {
        let not = |kind: Option<String>| Err(Fault::NotGeoJson(kind));
        match self.kind.as_deref() {
            Some("FeatureCollection") if self.listed => Ok(true),
            Some("FeatureCollection") => not(Some("a FeatureCollection without `features`".to_owned())),
            Some(
                "Feature" | "Point" | "MultiPoint" | "LineString" | "MultiLineString" | "Polygon" | "MultiPolygon" | "GeometryCollection",
            ) => Ok(false),
            Some("Topology") => not(Some("TopoJSON".to_owned())),
            Some(other) => not(Some(format!("type `{other}`"))),
            None if self.esri => not(Some("Esri JSON".to_owned())),
            None => not(None),
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
