//! The geometry of a feature: read as it stands, then judged by RFC 7946 §3.1.

use std::fmt;

use geo::{
    BoundingRect, Centroid, Coord, Geometry, GeometryCollection, LineString, MultiLineString, MultiPoint, MultiPolygon, Point, Polygon,
};
use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::cell::Cell;
use super::coordinates::Nest;
use super::member::Member;
use crate::load::format::layer::Place;

/// A geometry object as it stands.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Shape {
    /// Its `type`.
    pub kind: String,
    /// Its `coordinates`.
    pub coordinates: Option<Nest>,
    /// Its `geometries`.
    pub parts: Vec<Shape>,
}

/// A `geometry` member: `null` or an object.
#[derive(Debug)]
pub(super) struct MaybeShape(pub Option<Shape>);

impl<'de> Deserialize<'de> for MaybeShape {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ShapeVisitor).map(Self)
    }
}

/// The members of a `GeometryCollection`; `null` is nothing.
pub(super) fn parts<'de, A: MapAccess<'de>>(members: &mut A) -> Result<Vec<Shape>, A::Error> {
    Ok(members.next_value::<Vec<MaybeShape>>()?.into_iter().filter_map(|part| part.0).collect())
}

struct ShapeVisitor;

impl<'de> Visitor<'de> for ShapeVisitor {
    type Value = Option<Shape>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a geometry or null")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Option<Shape>, A::Error> {
        let mut shape = Shape::default();
        while let Some(member) = members.next_key()? {
            match member {
                Member::Type => shape.kind = members.next_value::<Cell>()?.text(),
                Member::Coordinates => shape.coordinates = Some(members.next_value()?),
                Member::Geometries => shape.parts = parts(&mut members)?,
                _ => {
                    members.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(Some(shape))
    }

    fn visit_unit<E: Error>(self) -> Result<Option<Shape>, E> {
        Ok(None)
    }

    // what is no geometry at all has no type, which is refused with the feature
    fn visit_bool<E: Error>(self, _: bool) -> Result<Option<Shape>, E> {
        Ok(Some(Shape::default()))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Option<Shape>, E> {
        Ok(Some(Shape::default()))
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Option<Shape>, E> {
        Ok(Some(Shape::default()))
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Option<Shape>, E> {
        Ok(Some(Shape::default()))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Option<Shape>, E> {
        Ok(Some(Shape { kind: text.to_owned(), ..Shape::default() }))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Option<Shape>, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Some(Shape::default()))
    }
}

impl Shape {
    /// The place of the shape: a point itself, else the centroid and the size of the bounding box. [`Place::NONE`] for empty coordinates.
    ///
    /// # Errors
    /// What is wrong with the geometry.
    pub(super) fn place(&self) -> Result<Place, String> {
        let Some(geometry) = self.geometry()? else { return Ok(Place::NONE) };
        if let Geometry::Point(point) = geometry {
            return Ok(Place { at: point.0, width: 0.0, height: 0.0 });
        }
        match (geometry.centroid(), geometry.bounding_rect()) {
            (Some(centroid), Some(bounds)) => Ok(Place::new(centroid.0, bounds.width(), bounds.height())),
            _ => Ok(Place::NONE),
        }
    }

    /// The polygons of the shape; none for points and lines.
    ///
    /// # Errors
    /// What is wrong with the geometry.
    pub(super) fn polygons(&self) -> Result<MultiPolygon<f64>, String> {
        Ok(MultiPolygon::new(self.geometry()?.map_or_else(Vec::new, polygons_of)))
    }

    /// The geometry; `None` for empty coordinates, which RFC 7946 §3.1 lets stand for `null`.
    fn geometry(&self) -> Result<Option<Geometry<f64>>, String> {
        if self.kind == "GeometryCollection" {
            let mut parts = Vec::with_capacity(self.parts.len());
            for part in &self.parts {
                parts.extend(part.geometry()?);
            }
            return Ok((!parts.is_empty()).then(|| Geometry::GeometryCollection(GeometryCollection::new_from(parts))));
        }
        if !matches!(self.kind.as_str(), "Point" | "MultiPoint" | "LineString" | "MultiLineString" | "Polygon" | "MultiPolygon") {
            return Err(format!("unknown geometry type `{}`", self.kind));
        }
        let nest = self.coordinates.as_ref().ok_or_else(|| format!("{} without coordinates", self.kind))?;
        if matches!(nest, Nest::List(parts) if parts.is_empty()) {
            return Ok(None);
        }
        self.build(nest).map(Some).map_err(|detail| format!("{}: {detail}", self.kind))
    }

    fn build(&self, nest: &Nest) -> Result<Geometry<f64>, String> {
        Ok(match self.kind.as_str() {
            "Point" => Geometry::Point(Point(position(nest)?)),
            "MultiPoint" => Geometry::MultiPoint(MultiPoint::new(positions(nest)?.into_iter().map(Point).collect())),
            "LineString" => Geometry::LineString(line(nest)?),
            "MultiLineString" => Geometry::MultiLineString(MultiLineString::new(each(nest, line)?)),
            "Polygon" => Geometry::Polygon(polygon(nest)?),
            _ => Geometry::MultiPolygon(MultiPolygon::new(each(nest, polygon)?)),
        })
    }
}

fn polygons_of(geometry: Geometry<f64>) -> Vec<Polygon<f64>> {
    match geometry {
        Geometry::Polygon(polygon) => vec![polygon],
        Geometry::MultiPolygon(polygons) => polygons.0,
        Geometry::GeometryCollection(parts) => parts.0.into_iter().flat_map(polygons_of).collect(),
        _ => Vec::new(),
    }
}

fn position(nest: &Nest) -> Result<Coord<f64>, String> {
    match nest {
        Nest::Position(at) => Ok(*at),
        _ => Err("a position is not two or three numbers, or nested at the wrong depth".to_owned()),
    }
}

/// Builds each part of a list.
fn each<T>(nest: &Nest, build: impl Fn(&Nest) -> Result<T, String>) -> Result<Vec<T>, String> {
    match nest {
        Nest::List(parts) => parts.iter().map(build).collect(),
        _ => Err("coordinates are nested at the wrong depth".to_owned()),
    }
}

fn positions(nest: &Nest) -> Result<Vec<Coord<f64>>, String> {
    each(nest, position)
}

fn line(nest: &Nest) -> Result<LineString<f64>, String> {
    let positions = positions(nest)?;
    if positions.len() < 2 { Err("a line of fewer than 2 positions".to_owned()) } else { Ok(LineString::new(positions)) }
}

fn ring(nest: &Nest) -> Result<LineString<f64>, String> {
    let positions = positions(nest)?;
    match (positions.first(), positions.last()) {
        (Some(first), Some(last)) if positions.len() >= 4 && first == last => Ok(LineString::new(positions)),
        (Some(first), Some(last)) if positions.len() >= 4 => {
            Err(format!("a ring is not closed: it begins at {} {} and ends at {} {}", first.x, first.y, last.x, last.y))
        }
        _ => Err(format!("a ring of {} positions, 4 at least", positions.len())),
    }
}

fn polygon(nest: &Nest) -> Result<Polygon<f64>, String> {
    let mut rings = each(nest, ring)?.into_iter();
    let outer = rings.next().ok_or("a polygon without rings")?;
    Ok(Polygon::new(outer, rings.collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(json: &str) -> Shape {
        serde_json::from_str::<MaybeShape>(json).unwrap().0.unwrap()
    }

    #[test]
    fn a_shape_has_its_centroid_by_area_and_its_size() {
        // A square of 4 × 4 with its lower left quarter cut out of it: area 16 − 4 = 12, centroid (16·2 − 4·1) / 12 = 28 / 12 both ways.
        let holed = shape(r#"{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[0,0],[0,2],[2,2],[2,0],[0,0]]]}"#);
        let place = holed.place().unwrap();
        assert!((place.at.x - 28.0 / 12.0).abs() < 1e-12 && (place.at.y - 28.0 / 12.0).abs() < 1e-12, "{place:?}");
        assert_eq!((place.width, place.height), (4.0, 4.0));
        // Two squares of area 1 and 4 with centres (0.5, 0.5) and (11, 1): x = (0.5 + 4·11) / 5 = 8.9, y = (0.5 + 4) / 5 = 0.9
        let two =
            shape(r#"{"coordinates":[[[[0,0],[1,0],[1,1],[0,1],[0,0]]],[[[10,0],[12,0],[12,2],[10,2],[10,0]]]],"type":"MultiPolygon"}"#);
        let place = two.place().unwrap();
        assert!((place.at.x - 8.9).abs() < 1e-12 && (place.at.y - 0.9).abs() < 1e-12, "{place:?}");
        assert_eq!((place.width, place.height), (12.0, 2.0));
        assert_eq!(two.polygons().unwrap().0.len(), 2);
        let point = shape(r#"{"type":"Point","coordinates":[5,52,3.1]}"#);
        assert_eq!(point.place(), Ok(Place { at: Coord { x: 5.0, y: 52.0 }, width: 0.0, height: 0.0 }));
        assert!(point.polygons().unwrap().0.is_empty());
        let both = shape(
            r#"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[9,9]},{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}]}"#,
        );
        assert_eq!(both.polygons().unwrap().0.len(), 1);
        assert!(shape(r#"{"type":"Polygon","coordinates":[]}"#).place().unwrap().is_none());
    }

    #[test]
    fn a_broken_geometry_says_what_is_wrong() {
        for (json, part) in [
            (r#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0]]]}"#, "a ring of 3 positions"),
            (r#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}"#, "not closed: it begins at 0 0 and ends at 0 1"),
            (r#"{"type":"Polygon","coordinates":[[0,0],[1,0],[1,1],[0,0]]}"#, "wrong depth"),
            (r#"{"type":"Polygon","coordinates":[[]]}"#, "a ring of 0 positions"),
            (r#"{"type":"MultiPolygon","coordinates":[[]]}"#, "without rings"),
            (r#"{"type":"Point","coordinates":[[1,2]]}"#, "a position is not"),
            (r#"{"type":"Point","coordinates":[1,null]}"#, "a position is not"),
            (r#"{"type":"Point","coordinates":["1","2"]}"#, "a position is not"),
            (r#"{"type":"Point"}"#, "without coordinates"),
            (r#"{"type":"LineString","coordinates":[[1,2]]}"#, "fewer than 2"),
            (r#"{"type":"Circle","coordinates":[1,2]}"#, "unknown geometry type `Circle`"),
            (r#"{"x":1,"y":2}"#, "unknown geometry type ``"),
            ("5", "unknown geometry type ``"),
        ] {
            let error = shape(json).place().unwrap_err();
            assert!(error.contains(part), "{json}: {error}");
            assert_eq!(shape(json).polygons(), Err(error));
        }
    }
}
