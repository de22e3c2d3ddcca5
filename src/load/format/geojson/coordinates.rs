//! Coordinates as they are nested, before it is known whether they make a geometry.
//!
//! A wrong nesting in one feature must cost that feature, not the file; so nothing here fails but what is not JSON.

use std::fmt;

use geo::Coord;
use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// An array of coordinates, or of such arrays.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Nest {
    /// A number outside a position.
    Number(f64),
    /// An array that begins with two numbers and has only numbers; the third and later ones (height) are left out.
    Position(Coord<f64>),
    /// An array of anything else; an empty array.
    List(Vec<Nest>),
    /// What cannot be part of coordinates.
    Odd,
}

impl Nest {
    /// The first position at any depth.
    pub(super) fn first(&self) -> Option<Coord<f64>> {
        match self {
            Self::Position(at) => Some(*at),
            Self::List(parts) => parts.iter().find_map(Self::first),
            Self::Number(_) | Self::Odd => None,
        }
    }
}

impl<'de> Deserialize<'de> for Nest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NestVisitor { first_only: false })
    }
}

/// The first position of some coordinates; the rest is passed over, which is several times faster.
#[derive(Debug)]
pub(super) struct Glance(pub Nest);

impl<'de> Deserialize<'de> for Glance {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NestVisitor { first_only: true }).map(Self)
    }
}

struct NestVisitor {
    first_only: bool,
}

impl NestVisitor {
    fn next<'de, A: SeqAccess<'de>>(&self, items: &mut A) -> Result<Option<Nest>, A::Error> {
        if self.first_only { Ok(items.next_element::<Glance>()?.map(|glance| glance.0)) } else { items.next_element() }
    }
}

impl<'de> Visitor<'de> for NestVisitor {
    type Value = Nest;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("coordinates")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Nest, A::Error> {
        let x = match self.next(&mut items)? {
            None => return Ok(Nest::List(Vec::new())),
            Some(Nest::Number(x)) => x,
            Some(first) => {
                let mut parts = vec![first];
                if self.first_only {
                    while items.next_element::<IgnoredAny>()?.is_some() {}
                } else {
                    while let Some(part) = items.next_element()? {
                        parts.push(part);
                    }
                }
                return Ok(Nest::List(parts));
            }
        };
        let mut numbers = 1;
        let mut y = f64::NAN;
        let mut odd = false;
        while let Some(part) = items.next_element::<Nest>()? {
            match part {
                Nest::Number(value) => {
                    numbers += 1;
                    if numbers == 2 {
                        y = value;
                    }
                }
                _ => odd = true,
            }
        }
        let whole = !odd && numbers >= 2 && x.is_finite() && y.is_finite();
        Ok(if whole { Nest::Position(Coord { x, y }) } else { Nest::Odd })
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Nest, E> {
        Ok(Nest::Number(value))
    }

    #[expect(clippy::cast_precision_loss, reason = "a coordinate is a double")]
    fn visit_i64<E: Error>(self, value: i64) -> Result<Nest, E> {
        Ok(Nest::Number(value as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "a coordinate is a double")]
    fn visit_u64<E: Error>(self, value: u64) -> Result<Nest, E> {
        Ok(Nest::Number(value as f64))
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Nest, E> {
        Ok(Nest::Odd)
    }

    fn visit_unit<E: Error>(self) -> Result<Nest, E> {
        Ok(Nest::Odd)
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<Nest, E> {
        Ok(Nest::Odd)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Nest, A::Error> {
        while members.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Nest::Odd)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nesting_is_kept_and_judged_later() {
        let at = |x, y| Nest::Position(Coord { x, y });
        for (json, expected) in [
            ("[1, 2]", at(1.0, 2.0)),
            ("[1.5, -2, 3]", at(1.5, -2.0)),
            ("[[1, 2], [3, 4]]", Nest::List(vec![at(1.0, 2.0), at(3.0, 4.0)])),
            ("[]", Nest::List(vec![])),
            ("[1]", Nest::Odd),
            ("[1, null]", Nest::Odd),
            ("[1, [2]]", Nest::Odd),
            ("[[1, 2], \"a\", {\"b\": 1}]", Nest::List(vec![at(1.0, 2.0), Nest::Odd, Nest::Odd])),
        ] {
            assert_eq!(serde_json::from_str::<Nest>(json).unwrap(), expected, "{json}");
        }
    }

    #[test]
    fn a_glance_sees_the_first_position() {
        for json in ["[7, 8]", "[[7, 8], [1, 2]]", "[[[[7, 8], [1, 2]], []], [[[3, 4]]]]"] {
            assert_eq!(serde_json::from_str::<Glance>(json).unwrap().0.first(), Some(Coord { x: 7.0, y: 8.0 }), "{json}");
        }
        assert_eq!(serde_json::from_str::<Glance>("[[]]").unwrap().0.first(), None);
    }
}
