//! The styles in which QGIS opens the layers of `bereik coverage`: the colours of the maps.

use super::change_style::metres_rules;
use super::class_rules::{Class, class_rules, classes};
use super::classes::{class_fills, distance_class_rules, distance_classes};
use super::hours::CLASSES;
use super::hours_map;
use super::map::{Colour, colours, shades};
use super::place::{finest_level, level_name};
use super::rules::{Rule, column, is, only, rules_style};
use super::style::{distance_dots_style, distance_style, status_style};
use super::symbol::{GREY, INK, Shape, place, shaped};
use crate::measure::{Floating, Level};
use crate::model::{Group, Region, Status, Study};
use crate::text::{Text, Unit, heading};

/// Limits of the classes of supply, hours a week for a thousand of need.
const SUPPLY: [f64; 5] = [0.25, 0.5, 1.0, 2.0, 4.0];

/// The QML of each layer, of parts that were not asked for too: cells by distance, sites by status, desks by their hours; and of places
/// where everyone stands for all groups: areas by mean distance and by reachable hours, supply, and how far each group is behind.
#[must_use]
pub fn styles(region: &Region, study: &Study, text: &dyn Text) -> Vec<(&'static str, String)> {
    vec![
        ("cells", cells(region, study, text)),
        ("areas", of_everyone("areas", "mean_m", region, distance_class_rules("mean_m", study, text), text)),
        ("sites", sites(text)),
        ("hours", of_everyone("hours", "mean_hours", region, hours_rules(text), text)),
        ("desks", desks(text)),
        ("catchment", catchment(region, text)),
        ("equity", equity(region, text)),
    ]
}

fn cells(region: &Region, study: &Study, text: &dyn Text) -> String {
    let classes = distance_classes(study, text);
    let fills = class_fills(&classes);
    let limits: Vec<(f64, &str, String)> =
        classes.iter().zip(&fills).map(|(class, fill)| (class.limit, fill.as_str(), class.label.clone())).collect();
    let is_square = region.cells.squares && region.cells.side.is_some();
    if is_square { distance_style("distance_m", &limits) } else { distance_dots_style("distance_m", &limits) }
}

/// Dark for a desk, pale for a place where one could be.
fn sites(text: &dyn Text) -> String {
    let status = |status: Status, fill| (status.name(), fill, text.status(status).to_owned());
    let sites = [
        status(Status::Open, INK),
        status(Status::Required, "#3f6ea8"),
        status(Status::Candidate, "#b9d3ee"),
        status(Status::Excluded, "#9a9a9a"),
    ];
    status_style("status", &sites)
}

/// The rows of everyone in the finest places: a layer of places has one for each group and level, which lie over each other.
fn of_everyone(table: &str, name: &str, region: &Region, rules: Vec<Rule>, text: &dyn Text) -> String {
    let everyone = format!("{} AND {}", is("group", &Group::All.to_string()), is("level", finest_level(region)));
    rules_style(&[Rule::group(everyone, format!("{}, {}", heading(text, table, name), text.group(&Group::All)), rules)])
}

/// The classes of the map of reachable hours, from few to many. A class begins with its least hours.
fn hours_rules(text: &dyn Text) -> Vec<Rule> {
    let fills = colours(hours_map::CLASSES, hours_map::CLASSES - 1);
    let name = column("mean_hours");
    let least = hours_map::LEAST.into_iter().rev();
    let lowers = [f64::NEG_INFINITY, 0.0].into_iter().chain(least.clone());
    let uppers = [0.0].into_iter().chain(least).chain([f64::INFINITY]);
    let rule = |(((lower, upper), label), colour): (((f64, f64), &&str), &Colour)| {
        let above = (lower > 0.0).then(|| format!("{name} >= {lower}"));
        let above = above.or_else(|| (lower == 0.0).then(|| format!("{name} > 0")));
        let below = upper.is_finite().then(|| if upper > 0.0 { format!("{name} < {upper}") } else { format!("{name} <= 0") });
        let filter = [above, below].into_iter().flatten().collect::<Vec<_>>().join(" AND ");
        Rule::symbol(filter, (*label).to_owned(), place(&colour.hex()))
    };
    lowers.zip(uppers).zip(&text.charts().reach_classes).zip(fills.iter().rev()).map(rule).collect()
}

/// The longer open, the larger and darker.
fn desks(text: &dyn Text) -> String {
    let blues = shades(CLASSES.len());
    let mut size = 1.8;
    let named = CLASSES.iter().zip(text.charts().classes).zip(&blues).map(|((class, label), colour)| {
        size += 0.5;
        Rule::symbol(is("class", class), label.to_owned(), shaped(Shape::Circle, size, &colour.hex(), INK))
    });
    let mut rules: Vec<Rule> = named.collect();
    let unknown = shaped(Shape::Circle, 2.2, GREY, INK);
    rules.push(Rule::symbol(format!("{} IS NULL", column("class")), text.layers().hours_unknown.to_owned(), unknown));
    rules_style(&rules)
}

/// Blues: much is neither good nor bad by itself. The two-step method, which counts every desk within the norm alike.
fn catchment(region: &Region, text: &dyn Text) -> String {
    let name = format!("{}_mean", Floating::TwoStep.name());
    let blues = shades(SUPPLY.len() + 1);
    let symbol = |class: usize| place(&blues.get(class).map_or_else(|| INK.to_owned(), |colour| colour.hex()));
    let classes: Vec<Class> = classes(&SUPPLY, Unit::Number, symbol, text);
    let rules = class_rules(&column(&name), classes);
    rules_style(&[Rule::group(is("level", finest_level(region)), heading(text, "catchment", &name), rules)])
}

/// How much farther each group lives than everyone of its municipality, a group to tick at a time.
fn equity(region: &Region, text: &dyn Text) -> String {
    let groups = region.cells.counts.iter().map(|count| &count.group).filter(|group| **group != Group::All);
    let group = |group: &Group| Rule::group(is("group", &group.to_string()), text.group(group), metres_rules(&column("gap_m"), text));
    let of_municipalities = is("level", level_name(Level::Municipality));
    let rules = only(groups.map(group).collect(), 0);
    rules_style(&[Rule::group(of_municipalities, heading(text, "equity", "gap_m"), rules)])
}
