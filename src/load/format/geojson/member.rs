//! The names of the members of `GeoJSON` objects.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};

/// A member by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Member {
    Type,
    Features,
    Crs,
    Properties,
    Geometry,
    Coordinates,
    Geometries,
    /// One that Esri's own JSON has and `GeoJSON` has not.
    Esri,
    Other,
}

impl<'de> Deserialize<'de> for Member {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_identifier(MemberVisitor)
    }
}

struct MemberVisitor;

impl Visitor<'_> for MemberVisitor {
    type Value = Member;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Member, E> {
        Ok(match name {
            "type" => Member::Type,
            "features" => Member::Features,
            "crs" => Member::Crs,
            "properties" => Member::Properties,
            "geometry" => Member::Geometry,
            "coordinates" => Member::Coordinates,
            "geometries" => Member::Geometries,
            "attributes" | "geometryType" | "spatialReference" => Member::Esri,
            _ => Member::Other,
        })
    }
}
