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
        Group::Count(column) => match column.as_str() {
            "aantal_mannen" | "MAN" => "men".to_owned(),
            "aantal_vrouwen" | "VROUW" => "women".to_owned(),
            "aantal_personen_met_uitkering_onder_aowlft" | "UITKMINAOW" => "people on benefits below pension age".to_owned(),
            _ => column.clone(),
        },
    }
}
