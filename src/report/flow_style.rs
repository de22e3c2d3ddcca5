//! The style of lines from where people live to where they go: the more people, the wider.

use super::symbol::{escaped, rgba};

/// The thinnest line, millimetres.
const THINNEST: f64 = 0.2;
/// How much wider the white edge is than the line that lies on it, millimetres.
const EDGE: f64 = 0.5;
/// Colour of the lines.
const INK: &str = "#1f4e79";

/// A style for straight lines: one dark colour with a white edge and round ends, an arrow half-way that says which way it goes (the ends
/// lie under the symbols of desks). The width is in proportion to a column: a row of `largest` is `millimetres` wide. Rows with less are
/// never thinner than a fifth of a millimetre; those without a number are that thin, and so are all when `largest` is no positive number.
#[must_use]
pub fn flow_style(column: &str, largest: f64, millimetres: f64) -> String {
    let usable = largest.is_finite() && largest > 0.0 && millimetres.is_finite() && millimetres > THINNEST;
    let width = if usable {
        // A quotation mark in the name of a column is written twice.
        let column = column.replace('"', "\"\"");
        format!("coalesce(max({THINNEST}, scale_linear(\"{column}\", 0, {largest}, 0, {millimetres})), {THINNEST})")
    } else {
        THINNEST.to_string()
    };
    let edge =
        Layer { class: "SimpleLine", options: line("#ffffff"), varies: "outlineWidth", value: format!("{width} + {EDGE}"), within: None };
    let ink = Layer { class: "SimpleLine", options: line(INK), varies: "outlineWidth", value: width.clone(), within: None };
    // The point of the arrow is half as long as the symbol is high, and so 1.4 times the width of its line.
    let size = Layer { class: "SimpleMarker", options: point(), varies: "size", value: format!("1.6 + 2.8 * ({width})"), within: None };
    let options = vec![("placement", "centralpoint".to_owned()), ("rotate", "1".to_owned())];
    let arrow = Layer { class: "MarkerLine", options, varies: "", value: String::new(), within: Some(Box::new(size)) };
    let layers: String = [edge, ink, arrow].iter().enumerate().map(|(index, layer)| layer.xml(index)).collect();
    format!(
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n\
         <qgis version=\"3.22.0\" styleCategories=\"Symbology\">\n\
         <renderer-v2 type=\"singleSymbol\" enableorderby=\"0\" forceraster=\"0\" symbollevels=\"0\">\n<symbols>\n\
         <symbol type=\"line\" name=\"0\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">\n{layers}</symbol>\n\
         </symbols>\n</renderer-v2>\n</qgis>\n"
    )
}

/// A layer of a symbol, of which one property may follow from the row.
struct Layer {
    class: &'static str,
    options: Vec<(&'static str, String)>,
    /// The property that follows from the row; empty for none.
    varies: &'static str,
    /// The expression that gives it.
    value: String,
    /// The layer of the symbol that it repeats along its line.
    within: Option<Box<Layer>>,
}

impl Layer {
    fn xml(&self, index: usize) -> String {
        let class = self.class;
        let mut xml = format!("<layer class=\"{class}\" enabled=\"1\" locked=\"0\" pass=\"0\">\n<Option type=\"Map\">\n");
        for (name, value) in &self.options {
            xml += &format!("<Option type=\"QString\" name=\"{name}\" value=\"{value}\"/>\n");
        }
        xml += "</Option>\n";
        // Older versions of QGIS 3 know options in this form only, later ones pass it by.
        for (name, value) in &self.options {
            xml += &format!("<prop k=\"{name}\" v=\"{value}\"/>\n");
        }
        if !self.varies.is_empty() {
            let (name, value) = (self.varies, escaped(&self.value));
            // Kind 3 of a property is an expression.
            xml += &format!(
                "<data_defined_properties>\n<Option type=\"Map\">\n<Option type=\"QString\" name=\"name\" value=\"\"/>\n\
                 <Option type=\"Map\" name=\"properties\">\n<Option type=\"Map\" name=\"{name}\">\n\
                 <Option type=\"bool\" name=\"active\" value=\"true\"/>\n<Option type=\"QString\" name=\"expression\" value=\"{value}\"/>\n\
                 <Option type=\"int\" name=\"type\" value=\"3\"/>\n</Option>\n</Option>\n\
                 <Option type=\"QString\" name=\"type\" value=\"collection\"/>\n</Option>\n</data_defined_properties>\n"
            );
        }
        if let Some(within) = &self.within {
            let within = within.xml(0);
            xml += &format!(
                "<symbol type=\"marker\" name=\"@0@{index}\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">\n{within}</symbol>\n"
            );
        }
        xml += "</layer>\n";
        xml
    }
}

fn line(colour: &str) -> Vec<(&'static str, String)> {
    let options =
        [("line_style", "solid"), ("line_width", "0.5"), ("line_width_unit", "MM"), ("capstyle", "round"), ("joinstyle", "round")];
    let mut options: Vec<_> = options.map(|(name, value)| (name, value.to_owned())).into();
    options.push(("line_color", rgba(colour)));
    options
}

fn point() -> Vec<(&'static str, String)> {
    let options = [("name", "filled_arrowhead"), ("size", "2"), ("size_unit", "MM"), ("outline_style", "no")];
    let mut options: Vec<_> = options.map(|(name, value)| (name, value.to_owned())).into();
    options.push(("color", rgba(INK)));
    options
}

#[cfg(test)]
mod tests {
    use resvg::usvg::roxmltree::{Document, Node, ParsingOptions};

    use super::*;

    /// The class of each layer with its expression, in the order of drawing.
    fn layers(qml: &str) -> Vec<(String, String)> {
        let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
        let document = Document::parse_with_options(qml, options).unwrap();
        let value = |layer: Node| {
            let own = layer.children().find(|child| child.has_tag_name("data_defined_properties"));
            let found = own.and_then(|own| own.descendants().find(|node| node.attribute("name") == Some("expression")));
            found.and_then(|node| node.attribute("value")).unwrap_or_default().to_owned()
        };
        let layers = document.descendants().filter(|node| node.has_tag_name("layer"));
        layers.map(|layer| (layer.attribute("class").unwrap().to_owned(), value(layer))).collect()
    }

    #[test]
    fn width_follows_from_the_column() {
        let width = "coalesce(max(0.2, scale_linear(\"residents\", 0, 12500, 0, 6)), 0.2)";
        let expected = [
            ("SimpleLine", format!("{width} + 0.5")),
            ("SimpleLine", width.to_owned()),
            ("MarkerLine", String::new()),
            ("SimpleMarker", format!("1.6 + 2.8 * ({width})")),
        ];
        assert_eq!(layers(&flow_style("residents", 12_500.0, 6.0)), expected.map(|(class, value)| (class.to_owned(), value)));
    }

    #[test]
    fn a_colour_and_round_ends_stand_in_both_forms() {
        let qml = flow_style("residents", 12_500.0, 6.0);
        for (name, value) in [("line_color", "31,78,121,255"), ("line_color", "255,255,255,255"), ("placement", "centralpoint")] {
            assert_eq!(qml.matches(&format!("name=\"{name}\" value=\"{value}\"")).count(), 1, "{name}");
            assert_eq!(qml.matches(&format!("k=\"{name}\" v=\"{value}\"")).count(), 1, "{name}");
        }
        assert_eq!(qml.matches("k=\"capstyle\" v=\"round\"").count(), 2);
        assert!(qml.contains("name=\"@0@2\""), "the arrow belongs to the third layer");
    }

    #[test]
    fn odd_names_and_numbers_are_harmless() {
        let qml = flow_style("a\"<b>&", 10.0, 4.0);
        assert!(layers(&qml)[1].1.contains("scale_linear(\"a\"\"<b>&\", 0, 10, 0, 4)"), "{qml}");
        for (largest, millimetres) in [(0.0, 5.0), (f64::NAN, 5.0), (f64::INFINITY, 5.0), (-3.0, 5.0), (10.0, f64::NAN), (10.0, -1.0)] {
            assert_eq!(layers(&flow_style("residents", largest, millimetres))[1].1, "0.2", "{largest} {millimetres}");
        }
    }
}
