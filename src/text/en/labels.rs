//! Names of kinds, statuses and groups.

use crate::model::{AgeBand, Group, Status, Venue};

pub(super) fn venue(venue: Venue) -> &'static str {
    venue.name()
}

pub(super) fn status(status: Status) -> &'static str {
    status.name()
}

pub(super) fn group(group: &Group) -> String {
    match group {
        Group::All => "everyone".to_owned(),
        Group::Age(AgeBand { from, to: None }) => format!("{from} and over"),
        Group::Age(AgeBand { from: 0, to: Some(to) }) => format!("under {to}"),
        Group::Age(AgeBand { from, to: Some(to) }) => format!("{from} to {}", to.saturating_sub(1)),
        Group::Count(name) => match name.as_str() {
            "men" => "men".to_owned(),
            "women" => "women".to_owned(),
            "benefits" => "people on benefits below pension age".to_owned(),
            "at most vmbo" => "people with at most vmbo (lower vocational education)".to_owned(),
            _ => name.clone(),
        },
    }
}

pub(super) fn country(code: &str) -> &str {
    match code {
        "NL" => "Netherlands",
        "BE" => "Belgium",
        "DE" => "Germany",
        "LU" => "Luxembourg",
        "FR" => "France",
        _ => code,
    }
}
