//! The value of a property.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use crate::load::format::layer::Numbers;
use crate::load::format::number;
use crate::model::Texts;

/// The value of a property, as a cell of a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) enum Cell {
    /// `null`, or no such property.
    #[default]
    Empty,
    /// A number that is not a whole one.
    Number(f64),
    /// A whole number as it is written, all digits kept.
    Whole(i128),
    /// A text; `true` and `false`; an array or object as compact JSON.
    Text(String),
}

impl Cell {
    /// Adds it to a column of numbers.
    pub(super) fn push_number(&self, column: &mut Numbers) {
        match self {
            Self::Empty => column.push_empty(),
            Self::Number(value) => column.push(*value),
            #[expect(clippy::cast_precision_loss, reason = "a number in a column of numbers is a double")]
            Self::Whole(value) => column.push(*value as f64),
            Self::Text(text) => column.push_text(text),
        }
    }

    /// Adds it to a column of texts.
    pub(super) fn push_text(&self, column: &mut Texts) {
        match self {
            Self::Empty => column.push(""),
            Self::Text(text) => column.push(text.trim()),
            other => column.push(&other.text()),
        }
    }

    /// The text of it, untrimmed.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Number(value) => number::text_of(*value),
            Self::Whole(value) => value.to_string(),
            Self::Text(text) => text.clone(),
        }
    }
}

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CellVisitor)
    }
}

struct CellVisitor;

impl<'de> Visitor<'de> for CellVisitor {
    type Value = Cell;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("the value of a property")
    }

    fn visit_unit<E: Error>(self) -> Result<Cell, E> {
        Ok(Cell::Empty)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Cell, E> {
        Ok(Cell::Text(value.to_string()))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Cell, E> {
        Ok(Cell::Whole(value.into()))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Cell, E> {
        Ok(Cell::Whole(value.into()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Cell, E> {
        Ok(Cell::Number(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Cell, E> {
        Ok(Cell::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Cell, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = items.next_element::<Value>()? {
            values.push(value);
        }
        Ok(Cell::Text(Value::Array(values).to_string()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Cell, A::Error> {
        let mut values = serde_json::Map::new();
        while let Some((name, value)) = members.next_entry::<String, Value>()? {
            values.insert(name, value);
        }
        Ok(Cell::Text(Value::Object(values).to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_value_has_a_text() {
        for (json, text) in [
            ("null", ""),
            ("true", "true"),
            ("5.0", "5"),
            ("5", "5"),
            ("-0.25", "-0.25"),
            ("9007199254740993", "9007199254740993"),
            ("18446744073709551615", "18446744073709551615"),
            ("\"  a \\u00e9 \"", "  a é "),
            ("[1, \"a\", null]", "[1,\"a\",null]"),
            ("{ \"b\": [ ] }", "{\"b\":[]}"),
        ] {
            assert_eq!(serde_json::from_str::<Cell>(json).unwrap().text(), text, "{json}");
        }
    }
}
