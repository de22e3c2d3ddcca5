//! Registered and expected visits.

use super::plan::listed;
use super::{Dutch, count, list};
use crate::text::{Text, TrialDesk, UsageFact, UsageWords};

/// The labels.
pub(super) static WORDS: UsageWords = UsageWords {
    use_title: "Verwachte bezoeken per informatiepunt, en waar een proef op uit moet komen",
    quiet_title: "Buurten waar minder bezoekers vandaan komen dan verwacht",
    visits: "verwachte bezoeken per week",
    visits_of_country: "verwachte bezoeken per week (landelijk, te laag)",
};

/// What desks may expect, or have had.
pub(super) fn fact(fact: &UsageFact) -> String {
    match *fact {
        UsageFact::OfDesks { desks, week } => {
            let who =
                if desks == 1 { "1 informatiepunt telde".to_owned() } else { format!("{} informatiepunten samen telden", count(desks)) };
            format!("Verwachte bezoeken: afgestemd op de {} per week die {who}", visits(week))
        }
        UsageFact::OfPlaces { week } => {
            format!("Verwachte bezoeken: afgestemd op de {} per week waarvan bekend is waar de bezoeker woont", visits(week))
        }
        UsageFact::OfCountry => {
            "Verwachte bezoeken: geschat met het landelijke aantal, 58.000 in negen maanden van 2024. Dat is te laag, want \
                                 lang niet elk bezoek wordt geteld. Geef eigen tellingen met `data.registrations`"
                .to_owned()
        }
        UsageFact::TooFew { desks, more } => {
            let verb = if desks.len() + more == 1 { "krijgt" } else { "krijgen" };
            format!("Minder bezoek dan verwacht {verb} {}", named(desks, more))
        }
        UsageFact::TooMany { desks, more } => {
            let verb = if desks.len() + more == 1 { "krijgt" } else { "krijgen" };
            format!("Meer bezoek dan verwacht {verb} {}", named(desks, more))
        }
        UsageFact::Quiet { places, more } => {
            format!("Minder bezoekers dan verwacht komen uit {}. Zoek de mensen daar op", named(places, more))
        }
        UsageFact::Trial { weeks, desks: [desk], more: 0 } => {
            let expected = format!("Proef van {} met {}: {} verwacht", span(weeks), desk.site, visits(desk.visits));
            if desk.low == 0 {
                format!("{expected}, te weinig om de proef aan af te lezen")
            } else {
                format!(
                    "{expected}, waarschijnlijk {} tot {}; minder dan {} is te weinig",
                    whole(desk.low),
                    whole(desk.high),
                    whole(desk.low)
                )
            }
        }
        UsageFact::Trial { weeks, desks, more } => {
            let each: Vec<String> = desks.iter().map(trial).collect();
            let each: Vec<&str> = each.iter().map(String::as_str).collect();
            format!("Verwachte bezoeken in een proef van {}: {}", span(weeks), named(&each, more))
        }
    }
}

fn trial(desk: &TrialDesk) -> String {
    let enough = if desk.low == 0 { "te weinig om aan af te lezen".to_owned() } else { format!("genoeg vanaf {}", whole(desk.low)) };
    format!("{} bij {} ({enough})", Dutch.whole(desk.visits), desk.site)
}

/// The visits that were registered.
pub(super) fn registered(desks: (usize, f64), without: &[String], elsewhere: usize, places: (usize, f64)) -> String {
    let mut parts = Vec::new();
    if desks.0 > 0 {
        let noun = if desks.0 == 1 { "1 IDO".to_owned() } else { format!("{} IDO's", count(desks.0)) };
        parts.push(format!("Geteld: {} per week bij {noun}", visits(desks.1)));
    }
    if places.0 > 0 {
        let noun = if places.0 == 1 { "1 buurt of postcode".to_owned() } else { format!("{} buurten of postcodes", count(places.0)) };
        parts.push(format!("Geteld: {} per week uit {noun}", visits(places.1)));
    }
    if !without.is_empty() {
        parts.push(format!("Geen telling van: {}", list(without)));
    }
    if elsewhere > 0 {
        parts.push(format!(
            "Buiten het studiegebied, en niet gebruikt: {}",
            if elsewhere == 1 { "1 IDO".to_owned() } else { format!("{} IDO's", count(elsewhere)) }
        ));
    }
    parts.join(". ")
}

pub(super) fn named(names: &[&str], more: usize) -> String {
    if more == 0 { listed(names) } else { format!("{} en nog {}", names.join(", "), count(more)) }
}

fn visits(number: f64) -> String {
    match number.round() {
        0.0 if number > 0.0 => "minder dan 1 bezoek".to_owned(),
        1.0 => "1 bezoek".to_owned(),
        _ => format!("{} bezoeken", Dutch.whole(number)),
    }
}

fn span(weeks: f64) -> String {
    format!("{} weken", Dutch.decimals(weeks, 0))
}

#[expect(clippy::cast_precision_loss, reason = "visits are far below 2^53")]
fn whole(visits: u64) -> String {
    Dutch.whole(visits as f64)
}
