//! The style of a layer in which some rows have a figure and others are places without one.

use super::class_rules::{Class, class_rules};
use super::rules::{Rule, column, rules_style};
use super::symbol::{INK, Symbol, marker, place, rgba};

/// A style by rules: polygons with a number get the colour of their class, as in [`super::style::distance_style`]; polygons without one
/// are hatched, so that what lies below stays to be seen, and points without one are dots. `without` are the labels of these two.
#[must_use]
pub(super) fn places_style(name: &str, limits: &[(f64, &str, String)], without: [&str; 2]) -> String {
    let name = column(name);
    let classes = limits.iter().map(|(upper, colour, label)| Class { upper: *upper, label: label.clone(), symbol: place(colour) });
    let mut rules = class_rules(&name, classes.collect());
    for ((kind, symbol), label) in [("Polygon", hatched()), ("Point", marker(INK))].into_iter().zip(without) {
        rules.push(Rule::symbol(format!("{name} IS NULL AND geometry_type($geometry) = '{kind}'"), label.to_owned(), symbol));
    }
    rules_style(&rules)
}

/// Polygons with lines across.
fn hatched() -> Symbol {
    let options = [("style", "b_diagonal"), ("outline_style", "solid"), ("outline_width", "0.4"), ("outline_width_unit", "MM")];
    let mut options: Vec<_> = options.map(|(name, value)| (name, value.to_owned())).into();
    options.extend([("color", rgba(INK)), ("outline_color", rgba(INK))]);
    Symbol { kind: "fill", class: "SimpleFill", options }
}

#[cfg(test)]
mod tests {
    use resvg::usvg::roxmltree::{Document, ParsingOptions};

    use super::*;

    /// The filter of each rule with the kind and class of its symbol.
    fn rules(qml: &str) -> Vec<(String, String, String)> {
        let document = Document::parse_with_options(qml, ParsingOptions { allow_dtd: true, ..ParsingOptions::default() }).unwrap();
        let symbol = |name: &str| {
            let symbol = document.descendants().find(|node| node.has_tag_name("symbol") && node.attribute("name") == Some(name)).unwrap();
            let layer = symbol.children().find(|node| node.has_tag_name("layer")).unwrap();
            format!("{} {}", symbol.attribute("type").unwrap(), layer.attribute("class").unwrap())
        };
        let rules = document.descendants().filter(|node| node.has_tag_name("rule"));
        let text = |value: Option<&str>| value.unwrap().to_owned();
        rules
            .map(|rule| (text(rule.attribute("filter")), text(rule.attribute("label")), symbol(rule.attribute("symbol").unwrap())))
            .collect()
    }

    /// Every number falls into one class, and what has none is a place of its own.
    #[test]
    fn every_row_has_one_rule() {
        let limits = [(100.0, "#ffffff", "tot 100 m".to_owned()), (500.0, "#888888", "100 – 500 m".to_owned())];
        let last = [(f64::INFINITY, "#000000", "> 500 m & meer".to_owned())];
        let found = rules(&places_style("extra_m", &[&limits[..], &last[..]].concat(), ["buurt", "locatie"]));
        let expected = [
            ("\"extra_m\" <= 100", "tot 100 m", "fill SimpleFill"),
            ("\"extra_m\" > 100 AND \"extra_m\" <= 500", "100 – 500 m", "fill SimpleFill"),
            ("\"extra_m\" > 500", "> 500 m & meer", "fill SimpleFill"),
            ("\"extra_m\" IS NULL AND geometry_type($geometry) = 'Polygon'", "buurt", "fill SimpleFill"),
            ("\"extra_m\" IS NULL AND geometry_type($geometry) = 'Point'", "locatie", "marker SimpleMarker"),
        ];
        assert_eq!(found, expected.map(|(filter, label, symbol)| (filter.to_owned(), label.to_owned(), symbol.to_owned())));
        assert_eq!(rules(&places_style("a\"b", &last, ["", ""]))[0].0, "\"a\"\"b\" IS NOT NULL");
    }
}
