//! The styles in which QGIS opens the layers of `bereik compare`: scenarios to tick, one at a time, all with the same classes.

use super::{Comparison, Measured};
use crate::compare::Fate;
use crate::model::{Group, Region, Study};
use crate::report::change_style::{metres_rules, shares_rules};
use crate::report::class_rules::{class_rules, classes};
use crate::report::classes::distance_class_rules;
use crate::report::fate_style::{fate_rule, fate_rules};
use crate::report::map::{Colour, colours, shades};
use crate::report::place::finest_level;
use crate::report::rules::{Rule, column, is, only, rules_style};
use crate::report::symbol::{INK, Shape, Symbol, WHITE, place, shaped};
use crate::text::{Text, Unit, heading};

/// Limits of the classes of the chance of help today.
const CHANCES: [f64; 5] = [0.1, 0.2, 0.3, 0.5, 0.75];
/// Limits of the classes of residents who lose the only desk within the norm.
const LOSERS: [f64; 4] = [100.0, 500.0, 1_000.0, 2_500.0];
/// Limits of the classes of visits a week.
const VISITS: [f64; 4] = [2.0, 5.0, 10.0, 25.0];
/// Limits of the classes of how often a site is picked.
const PICKED: [f64; 3] = [0.25, 0.5, 0.75];

/// The QML of each layer. The first scenario is ticked, the others wait in the legend; so does today.
#[must_use]
pub fn styles(study: &Study, comparison: &Comparison, text: &dyn Text) -> Vec<(&'static str, String)> {
    let mut styles = vec![
        ("compare-areas", areas(study, comparison, text)),
        ("compare-desks", desks(comparison, text)),
        ("compare-lost", lost(comparison, text)),
        ("compare-use", visits(comparison, text)),
    ];
    if comparison.certainty.is_some() {
        styles.push(("compare-picks", picks(comparison, text)));
    }
    styles
}

/// A group of rules for today and each scenario, of which the first scenario is ticked.
fn scenarios(comparison: &Comparison, text: &dyn Text, rules: impl Fn(Option<&Measured>) -> Vec<Rule>) -> Vec<Rule> {
    let group = |(name, _, measured): (&str, _, Option<&Measured>)| Rule::group(is("scenario", name), name.to_owned(), rules(measured));
    let groups: Vec<Rule> = comparison.all(text).into_iter().map(group).collect();
    // Today comes first; where there is nothing else, it is shown.
    let first = usize::from(groups.len() > 1);
    only(groups, first)
}

/// Everyone, in the finest places: how the chance of help changes, or the distance where no hours are known. Today has its own classes.
fn areas(study: &Study, comparison: &Comparison, text: &dyn Text) -> String {
    let region: &Region = &comparison.today.situation.region;
    let everyone = format!("{} AND {}", is("group", &Group::All.to_string()), is("level", finest_level(region)));
    let blues = shades(CHANCES.len() + 1);
    let chance_today = || {
        let symbol = |class: usize| place(&hex(&blues, class));
        class_rules(&column("moment_coverage"), classes(&CHANCES, Unit::Share, symbol, text))
    };
    let chance = |measured: Option<&Measured>| match measured {
        Some(_) => shares_rules(&column("moment_coverage_change"), text),
        None => chance_today(),
    };
    let distance = |measured: Option<&Measured>| match measured {
        Some(_) => metres_rules(&column("mean_m_change"), text),
        None => distance_class_rules("mean_m", study, text),
    };
    let titled = |name: &str, rules: Vec<Rule>| {
        Rule::group(everyone.clone(), format!("{}, {}", heading(text, "compare-areas", name), text.group(&Group::All)), rules)
    };
    let mut measures = Vec::new();
    if comparison.today.headline.moment.is_some() {
        measures.push(titled("moment_coverage_change", scenarios(comparison, text, chance)));
    }
    measures.push(titled("mean_m_change", scenarios(comparison, text, distance)));
    rules_style(&only(measures, 0))
}

/// What becomes of each desk; a scenario lists what it does.
fn desks(comparison: &Comparison, text: &dyn Text) -> String {
    let rules = |measured: Option<&Measured>| {
        let outcome = measured.map_or(&comparison.today, |one| &one.outcome);
        fate_rules(text, |fate| outcome.situation.fates.iter().any(|(_, found)| *found == fate))
    };
    rules_style(&scenarios(comparison, text, rules))
}

/// The more residents lose their only desk, the larger and darker.
fn lost(comparison: &Comparison, text: &dyn Text) -> String {
    let ramp = colours(LOSERS.len() + 2, 0);
    let symbol = |class: usize| shaped(Shape::Circle, size(class, 2.4), &hex(&ramp, class + 1), WHITE);
    let rules = || class_rules(&column("lose_only_desk"), classes(&LOSERS, Unit::Persons, symbol, text));
    let some = comparison.scenarios.iter().filter(|one| !one.lost.is_empty()).map(|one| one.outcome.situation.name.as_str());
    let groups = some.map(|name| Rule::group(is("scenario", name), name.to_owned(), rules())).collect();
    let title = format!("{}, {}", heading(text, "compare-lost", "lose_only_desk"), text.group(&Group::All));
    let everyone = Rule::group(is("group", &Group::All.to_string()), title, only(groups, 0));
    rules_style(&[everyone])
}

/// The more visits are expected, the larger.
fn visits(comparison: &Comparison, text: &dyn Text) -> String {
    let blues = shades(VISITS.len() + 1);
    let symbol = |class: usize| shaped(Shape::Circle, size(class, 2.2), &hex(&blues, class), INK);
    let rules = |measured: Option<&Measured>| {
        let mut rules = class_rules(&column("visits_week"), classes(&VISITS, Unit::Visits, symbol, text));
        let closes = measured.is_some_and(|one| one.outcome.situation.fates.iter().any(|(_, fate)| *fate == Fate::Closes));
        rules.extend(closes.then(|| fate_rule(Fate::Closes, text)));
        rules
    };
    let title = heading(text, "compare-use", "visits_week");
    rules_style(&[Rule::group("TRUE".to_owned(), title, scenarios(comparison, text, rules))])
}

/// The more often a site is picked, the larger; those of the plan are dark diamonds.
fn picks(comparison: &Comparison, text: &dyn Text) -> String {
    let words = text.layers();
    let pale = shades(6);
    let rules = |value: &str, label: &str, symbol: &dyn Fn(usize) -> Symbol| {
        let rules = class_rules(&column("picked_share"), classes(&PICKED, Unit::Share, symbol, text));
        Rule::group(is("in_plan", value), label.to_owned(), rules)
    };
    let picked = comparison.certainty.iter().flat_map(|certainty| &certainty.picks);
    let mut names: Vec<&str> = picked.flat_map(|picks| &picks.sites).map(|pick| comparison.name(pick.scenario, text)).collect();
    names.dedup();
    let groups = names.into_iter().map(|name| {
        let dark = |class: usize| shaped(Shape::Diamond, size(class, 3.0), INK, WHITE);
        let light = |class: usize| shaped(Shape::Circle, size(class, 2.2), &hex(&pale, 1), INK);
        let both = vec![rules("yes", words.in_plan, &dark), rules("no", words.not_in_plan, &light)];
        Rule::group(is("scenario", name), name.to_owned(), both)
    });
    let title = heading(text, "compare-picks", "picked_share");
    rules_style(&[Rule::group("TRUE".to_owned(), title, only(groups.collect(), 0))])
}

/// The size of a point, by its class.
fn size(class: usize, least: f64) -> f64 {
    let steps = u32::try_from(class).map_or(0.0, f64::from);
    least + 0.9 * steps
}

fn hex(colours: &[Colour], place: usize) -> String {
    colours.get(place).map_or_else(|| INK.to_owned(), |colour| colour.hex())
}
