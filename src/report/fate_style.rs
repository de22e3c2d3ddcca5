//! The style of desks by what becomes of them: a shape and a colour for each.

use super::map::{Colour, colours, shades};
use super::rules::{Rule, is, rules_style};
use super::symbol::{INK, Shape, Symbol, WHITE, shaped};
use crate::compare::Fate;
use crate::text::Text;

/// The column that says what becomes of a desk.
const COLUMN: &str = "what";

/// A style of all rows by what becomes of the desk in a plan, which moves none.
#[must_use]
pub(super) fn fate_style(text: &dyn Text) -> String {
    rules_style(&fate_rules(text, |fate| fate != Fate::Moves))
}

/// A rule for each of these that can become of a desk. What closes is drawn first, what is new last.
pub(super) fn fate_rules(text: &dyn Text, is_wanted: impl Fn(Fate) -> bool) -> Vec<Rule> {
    let order = [Fate::Closes, Fate::Stays, Fate::OtherHours, Fate::Moves, Fate::New];
    order.into_iter().filter(|fate| is_wanted(*fate)).map(|fate| fate_rule(fate, text)).collect()
}

/// The rule for the desks of which this becomes.
pub(super) fn fate_rule(fate: Fate, text: &dyn Text) -> Rule {
    Rule::symbol(is(COLUMN, fate.name()), fate_label(fate, text).to_owned(), fate_symbol(fate))
}

fn fate_label(fate: Fate, text: &dyn Text) -> &'static str {
    let [stays, other_hours, new, closes, moves] = text.plan().fates;
    match fate {
        Fate::Stays => stays,
        Fate::OtherHours => other_hours,
        Fate::Moves => moves,
        Fate::New => new,
        Fate::Closes => closes,
    }
}

/// The shapes of the map of a plan: circle, triangle, diamond, cross; and a square for what moves. The new ones are the brightest and the largest.
fn fate_symbol(fate: Fate) -> Symbol {
    let hex = |found: Option<&Colour>| found.map_or_else(|| INK.to_owned(), |colour| colour.hex());
    match fate {
        Fate::Stays => shaped(Shape::Circle, 2.8, INK, WHITE),
        Fate::OtherHours => shaped(Shape::Triangle, 3.8, &hex(shades(4).get(1)), INK),
        Fate::Moves => shaped(Shape::Square, 3.8, &hex(shades(4).get(1)), INK),
        Fate::New => shaped(Shape::Diamond, 4.6, &hex(colours(6, 0).get(1)), INK),
        Fate::Closes => shaped(Shape::Cross, 3.4, WHITE, &hex(colours(6, 0).get(3))),
    }
}
