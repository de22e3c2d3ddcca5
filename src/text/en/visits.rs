//! Registered and expected visits.

use super::plan::listed;
use super::{English, count, list};
use crate::text::{Text, TrialDesk, UsageFact, UsageWords};

/// The labels.
pub(super) static WORDS: UsageWords = UsageWords {
    use_title: "Expected visits of each desk, and what a trial should end in",
    quiet_title: "Areas that fewer visitors come from than expected",
    visits: "expected visits a week",
    visits_of_country: "expected visits a week (national, too low)",
};

/// What desks may expect, or have had.
pub(super) fn fact(fact: &UsageFact) -> String {
    match *fact {
        UsageFact::OfDesks { desks, week } => {
            let who = if desks == 1 { "1 desk counted".to_owned() } else { format!("{} desks counted together", count(desks)) };
            format!("Expected visits: fitted to the {} a week that {who}", visits(week))
        }
        UsageFact::OfPlaces { week } => {
            format!("Expected visits: fitted to the {} a week of which it is known where the visitor lives", visits(week))
        }
        UsageFact::OfCountry => {
            "Expected visits: estimated by the national number, 58,000 in nine months of 2024. That is too low, for far from \
                                 every visit is counted. Give counts of your own with `data.registrations`"
                .to_owned()
        }
        UsageFact::TooFew { desks, more } => format!("Fewer visits than expected at {}", named(desks, more)),
        UsageFact::TooMany { desks, more } => format!("More visits than expected at {}", named(desks, more)),
        UsageFact::Quiet { places, more } => {
            format!("Fewer visitors than expected come from {}. Reach out to the people there", named(places, more))
        }
        UsageFact::Trial { weeks, desks: [desk], more: 0 } => {
            let expected = format!("Trial of {} at {}: {} expected", span(weeks), desk.site, visits(desk.visits));
            if desk.low == 0 {
                format!("{expected}, too few to judge the trial by")
            } else {
                format!("{expected}, probably {} to {}; fewer than {} is too few", whole(desk.low), whole(desk.high), whole(desk.low))
            }
        }
        UsageFact::Trial { weeks, desks, more } => {
            let each: Vec<String> = desks.iter().map(trial).collect();
            let each: Vec<&str> = each.iter().map(String::as_str).collect();
            format!("Expected visits in a trial of {}: {}", span(weeks), named(&each, more))
        }
    }
}

fn trial(desk: &TrialDesk) -> String {
    let enough = if desk.low == 0 { "too few to judge by".to_owned() } else { format!("enough from {}", whole(desk.low)) };
    format!("{} at {} ({enough})", English.whole(desk.visits), desk.site)
}

/// The visits that were registered.
pub(super) fn registered(desks: (usize, f64), without: &[String], elsewhere: usize, places: (usize, f64)) -> String {
    let mut parts = Vec::new();
    if desks.0 > 0 {
        let noun = if desks.0 == 1 { "1 desk".to_owned() } else { format!("{} desks", count(desks.0)) };
        parts.push(format!("Counted: {} a week at {noun}", visits(desks.1)));
    }
    if places.0 > 0 {
        let noun = if places.0 == 1 { "1 area or postcode".to_owned() } else { format!("{} areas or postcodes", count(places.0)) };
        parts.push(format!("Counted: {} a week from {noun}", visits(places.1)));
    }
    if !without.is_empty() {
        parts.push(format!("No count of: {}", list(without)));
    }
    if elsewhere > 0 {
        parts.push(format!(
            "Outside the study, and not used: {}",
            if elsewhere == 1 { "1 desk".to_owned() } else { format!("{} desks", count(elsewhere)) }
        ));
    }
    parts.join(". ")
}

pub(super) fn named(names: &[&str], more: usize) -> String {
    if more == 0 { listed(names) } else { format!("{} and {} more", names.join(", "), count(more)) }
}

fn visits(number: f64) -> String {
    match number.round() {
        0.0 if number > 0.0 => "less than 1 visit".to_owned(),
        1.0 => "1 visit".to_owned(),
        _ => format!("{} visits", English.whole(number)),
    }
}

fn span(weeks: f64) -> String {
    format!("{} weeks", English.decimals(weeks, 0))
}

#[expect(clippy::cast_precision_loss, reason = "visits are far below 2^53")]
fn whole(visits: u64) -> String {
    English.whole(visits as f64)
}
