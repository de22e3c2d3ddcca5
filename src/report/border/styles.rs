//! The styles in which QGIS opens the layers of `bereik border`.

use super::{Borders, lines};
use crate::model::Region;
use crate::report::flow_style::flow_style;
use crate::report::map::{Colour, colours};
use crate::report::rule_style::places_style;
use crate::text::Text;
use crate::units::Metres;

/// The width of the line with most residents, millimetres.
const WIDEST: f64 = 5.0;
/// The limits of the classes of extra distance in the mean of a neighbourhood, metres.
const LIMITS: [f64; 4] = [100.0, 500.0, 1_000.0, 2_000.0];

/// The QML of each layer: neighbourhoods by what the border adds to their mean distance, with the places that one desk would serve for two
/// municipalities on top, and lines by residents.
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
    vec![("border-places", places), ("flow-lines", flow_style("residents", most, WIDEST))]
}
