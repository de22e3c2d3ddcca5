//! The symbols of styles: one layer each, as QML writes them.

use std::fmt::Write;

/// A symbol of one layer.
#[derive(Debug, Clone)]
pub(super) struct Symbol {
    pub kind: &'static str,
    pub class: &'static str,
    pub options: Vec<(&'static str, String)>,
}

impl Symbol {
    pub fn push(&self, index: usize, xml: &mut String) {
        let Self { kind, class, options } = self;
        let _ = writeln!(
            xml,
            "      <symbol type=\"{kind}\" name=\"{index}\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">\n        \
             <layer class=\"{class}\" enabled=\"1\" locked=\"0\" pass=\"0\">\n          <Option type=\"Map\">"
        );
        for (name, value) in options {
            let _ = writeln!(xml, r#"            <Option type="QString" name="{name}" value="{value}"/>"#);
        }
        // Older versions of QGIS 3 know options in this form only, later ones pass it by.
        xml.push_str("          </Option>\n");
        for (name, value) in options {
            let _ = writeln!(xml, r#"          <prop k="{name}" v="{value}"/>"#);
        }
        xml.push_str("        </layer>\n      </symbol>\n");
    }
}

pub(super) fn fill(colour: &str) -> Symbol {
    let options = vec![("color", rgba(colour)), ("style", "solid".to_owned()), ("outline_style", "no".to_owned())];
    Symbol { kind: "fill", class: "SimpleFill", options }
}

pub(super) fn marker(colour: &str) -> Symbol {
    shaped(Shape::Circle, 2.6, colour, WHITE)
}

/// A place beside others: with a thin outline, so that neighbours of one class are told apart.
pub(super) fn place(colour: &str) -> Symbol {
    let mut symbol = fill(colour);
    symbol.options.retain(|(name, _)| *name != "outline_style");
    let outline = [("outline_style", "solid"), ("outline_width", "0.15"), ("outline_width_unit", "MM")];
    symbol.options.extend(outline.map(|(name, value)| (name, value.to_owned())));
    symbol.options.push(("outline_color", rgba(GREY)));
    symbol
}

/// A small point in one colour.
pub(super) fn dot(colour: &str) -> Symbol {
    shaped(Shape::Circle, 1.4, colour, colour)
}

/// Outlines, and what is not known.
pub(super) const GREY: &str = "#969fa8";
/// The edge of a dark symbol.
pub(super) const WHITE: &str = "#ffffff";
/// Desks, and the edge of a pale symbol.
pub(super) const INK: &str = "#12233f";

/// What a point looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Circle,
    Diamond,
    Triangle,
    Square,
    /// Two lines that cross; they have the colour of the edge.
    Cross,
}

impl Shape {
    /// As QGIS calls it.
    fn name(self) -> &'static str {
        match self {
            Self::Circle => "circle",
            Self::Diamond => "diamond",
            Self::Triangle => "triangle",
            Self::Square => "square",
            Self::Cross => "cross2",
        }
    }
}

/// A point of so many millimetres.
pub(super) fn shaped(shape: Shape, size: f64, colour: &str, edge: &str) -> Symbol {
    let width = if shape == Shape::Cross { "0.8" } else { "0.3" };
    let options = [
        ("name", shape.name().to_owned()),
        ("size", size.to_string()),
        ("size_unit", "MM".to_owned()),
        ("outline_style", "solid".to_owned()),
        ("outline_width", width.to_owned()),
        ("outline_width_unit", "MM".to_owned()),
        ("outline_color", rgba(edge)),
        ("color", rgba(colour)),
    ];
    Symbol { kind: "marker", class: "SimpleMarker", options: options.into() }
}

/// `#rrggbb` as QGIS writes colours, `r,g,b,alpha`; what is no such colour is grey.
pub(super) fn rgba(colour: &str) -> String {
    let number = colour.strip_prefix('#').filter(|digits| digits.len() == 6).and_then(|digits| u32::from_str_radix(digits, 16).ok());
    let [_, red, green, blue] = number.unwrap_or(0x80_80_80).to_be_bytes();
    format!("{red},{green},{blue},255")
}

/// A text inside an attribute in double quotes. Signs that XML has no way to write, and line ends, become spaces.
pub(super) fn escaped(text: &str) -> String {
    let plain: String = text.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
    plain.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_read_or_grey() {
        assert_eq!(rgba("#1a9850"), "26,152,80,255");
        for odd in ["red", "#12", "#12345é", "#1234567", ""] {
            assert_eq!(rgba(odd), "128,128,128,255", "{odd}");
        }
    }
}
