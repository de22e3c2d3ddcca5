//! The styles in which QGIS opens the layers of `bereik border`.

use super::orphans::{ACROSS, INSIDE};
use super::{Borders, lines};
use crate::model::Region;
use crate::report::flow_style::flow_style;
use crate::report::map::{Colour, colours, shades};
use crate::report::rule_style::places_style;
use crate::report::rules::{Rule, is, rules_style};
use crate::report::symbol::{INK, Shape, WHITE, shaped};
use crate::text::Text;
use crate::units::Metres;

/// The width of the line with most residents, millimetres.
const WIDEST: f64 = 5.0;
/// The limits of the classes of extra distance in the mean of a neighbourhood, metres.
const LIMITS: [f64; 4] = [100.0, 500.0, 1_000.0, 2_000.0];

/// The QML of each layer: neighbourhoods by what the border adds to their mean distance, with the places that one desk would serve for two
/// municipalities on top, lines by residents, and what a municipality without a library or a desk could do by where that is.
#[must_use]
pub fn styles(region: &Region, borders: &Borders, text: &dyn Text) -> Vec<(&'static str, String)> {
    let fills: Vec<String> = colours(LIMITS.len() + 1, 0).into_iter().map(Colour::hex).collect();
    let mut lower = None;
    let limits = LIMITS.into_iter().map(Some).chain([None]);
    let classes: Vec<(f64, String, String)> = limits
        .zip(fills)
        .map(|(limit, fill)| {
            let upper = limit.and_then(Metres::new);
            let label = text.distance_class(lower, upper);
            lower = upper;
            (limit.unwrap_or(f64::INFINITY), fill, label)
        })
        .collect();
    let borrowed: Vec<(f64, &str, String)> = classes.iter().map(|(limit, fill, label)| (*limit, fill.as_str(), label.clone())).collect();
    let most = lines::crossing(region, borders).last().map_or(0.0, |line| line.residents);
    let words = text.border();
    let places = places_style("extra_m", &borrowed, [words.shared_area, words.shared_site]);
    vec![("orphans", orphans(text)), ("border-places", places), ("flow-lines", flow_style("residents", most, WIDEST))]
}

/// Where a municipality without a library or a desk could go: sites of its own, and those across the border.
fn orphans(text: &dyn Text) -> String {
    let words = text.layers();
    let pale = shades(4).get(1).map_or_else(|| INK.to_owned(), |colour| colour.hex());
    let inside = Rule::symbol(is("where", INSIDE), words.inside.to_owned(), shaped(Shape::Circle, 3.2, INK, WHITE));
    let across = Rule::symbol(is("where", ACROSS), words.across.to_owned(), shaped(Shape::Diamond, 3.8, &pale, INK));
    rules_style(&[across, inside])
}
