//! Names of kinds, statuses and groups.

use crate::model::{AgeBand, Group, Status, Venue};

pub(super) fn venue(venue: Venue) -> &'static str {
    match venue {
        Venue::LibraryBranch => "bibliotheekvestiging",
        Venue::VillageHall => "dorpshuis",
        Venue::CommunityCentre => "buurthuis",
        Venue::TownHall => "gemeentehuis",
        Venue::Supermarket => "supermarkt",
        Venue::Shop => "winkel",
        Venue::Hospital => "ziekenhuis",
        Venue::GeneralPractice => "huisartsenpraktijk",
        Venue::CareHome => "verzorgingshuis",
        Venue::School => "school",
        Venue::PlaceOfWorship => "kerk of ander gebedshuis",
        Venue::MobileStop => "halte of spreekuur",
        Venue::Other => "andere locatie",
    }
}

pub(super) fn status(status: Status) -> &'static str {
    match status {
        Status::Open => "open",
        Status::Candidate => "mogelijk",
        Status::Required => "verplicht",
        Status::Excluded => "uitgesloten",
    }
}

pub(super) fn group(group: &Group) -> String {
    match group {
        Group::All => "iedereen".to_owned(),
        Group::Age(AgeBand { from, to: None }) => format!("{from} jaar en ouder"),
        Group::Age(AgeBand { from, to: Some(to) }) => format!("{from} tot {to} jaar"),
        Group::Count(column) => match column.as_str() {
            "aantal_mannen" | "MAN" => "mannen".to_owned(),
            "aantal_vrouwen" | "VROUW" => "vrouwen".to_owned(),
            "aantal_personen_met_uitkering_onder_aowlft" | "UITKMINAOW" => "mensen met een uitkering, nog zonder AOW".to_owned(),
            _ => column.clone(),
        },
    }
}
