//! What the first time through notes of each feature: the names of its properties and the first position of its geometry.

use std::collections::HashSet;
use std::fmt;

use geo::Coord;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::coordinates::Glance;
use super::member::Member;

/// What features have.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// Names of the properties, in order of first appearance.
    pub fields: Vec<String>,
    known: HashSet<String>,
    /// Number of features in a `features` member.
    pub features: usize,
    /// Whether one of them has a geometry.
    pub has_geometry: bool,
    /// Number of first positions of geometries.
    pub positions: usize,
    /// How many of those may be longitude and latitude.
    pub in_degrees: usize,
}

impl Seen {
    fn position(&mut self, at: Coord<f64>) {
        self.positions += 1;
        self.in_degrees += usize::from(at.x.abs() <= 180.0 && at.y.abs() <= 90.0);
    }
}

/// Reads a member that a feature, or a geometry by itself, has; passes over any other.
pub(super) fn of_feature<'de, A: MapAccess<'de>>(member: Member, members: &mut A, seen: &mut Seen) -> Result<(), A::Error> {
    match member {
        Member::Properties => members.next_value_seed(NamesSeed(seen)),
        Member::Geometry | Member::Geometries => members.next_value_seed(GeometrySeed(seen)),
        Member::Coordinates => {
            seen.has_geometry = true;
            if let Some(at) = members.next_value::<Glance>()?.0.first() {
                seen.position(at);
            }
            Ok(())
        }
        _ => members.next_value::<IgnoredAny>().map(|_| ()),
    }
}

/// The array of features; says whether they are Esri's.
pub(super) struct FeaturesSeed<'a>(pub &'a mut Seen);

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
