//! The styles in which QGIS opens the layers of `bereik plan`.

use crate::model::Region;
use crate::report::change_style::shares_rules;
use crate::report::class_rules::{class_rules, classes};
use crate::report::fate_style::fate_style;
use crate::report::map::shades;
use crate::report::place::finest_level;
use crate::report::rules::{Rule, column, is, rules_style};
use crate::report::symbol::{GREY, INK, Shape, shaped};
use crate::text::{Text, Unit, heading};

/// Limits of the classes of what an alternative loses, as shares of the value of the plan.
const LOSSES: [f64; 4] = [0.001, 0.005, 0.01, 0.05];

/// The QML of each layer: desks by what becomes of them, places by how the chance of help changes for the need, alternatives by what they
/// lose.
#[must_use]
pub fn styles(region: &Region, text: &dyn Text) -> Vec<(&'static str, String)> {
    vec![
        ("plan", fate_style(text)),
        ("plan-areas", areas(region, text)),
        ("plan-why", fate_style(text)),
        ("plan-alternatives", alternatives(text)),
    ]
}

fn areas(region: &Region, text: &dyn Text) -> String {
    let change = format!("({} - {})", column("moment_coverage_plan"), column("moment_coverage_today"));
    let of_need = format!("{} AND {}", is("group", "need"), is("level", finest_level(region)));
    let title = heading(text, "compare-areas", "moment_coverage_change");
    rules_style(&[Rule::group(of_need, format!("{title}, {}", text.plan().by_need), shares_rules(&change, text))])
}

/// What is nearly as good is the darkest and the largest.
fn alternatives(text: &dyn Text) -> String {
    let blues = shades(LOSSES.len() + 1);
    let symbol = |place: usize| {
        let steps = u32::try_from(LOSSES.len().saturating_sub(place)).map_or(0.0, f64::from);
        let colour = blues.iter().rev().nth(place).map_or_else(|| INK.to_owned(), |colour| colour.hex());
        shaped(Shape::Circle, 2.2 + 0.6 * steps, &colour, INK)
    };
    let mut rules = class_rules(&column("loses_share"), classes(&LOSSES, Unit::Share, symbol, text));
    let unknown = shaped(Shape::Circle, 2.2, GREY, INK);
    rules.push(Rule::symbol(format!("{} IS NULL", column("loses_share")), text.layers().unknown.to_owned(), unknown));
    rules_style(&[Rule::group("TRUE".to_owned(), heading(text, "plan-alternatives", "loses_share"), rules)])
}
