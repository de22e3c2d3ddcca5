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
        Group::Count(name) => match name.as_str() {
            "men" => "mannen".to_owned(),
            "women" => "vrouwen".to_owned(),
            "benefits" => "mensen met een uitkering, nog zonder AOW".to_owned(),
            "at most vmbo" => "mensen met hoogstens vmbo".to_owned(),
            _ => name.clone(),
        },
    }
}

pub(super) fn country(code: &str) -> &str {
    match code {
        "NL" => "Nederland",
        "BE" => "België",
        "DE" => "Duitsland",
        "LU" => "Luxemburg",
        "FR" => "Frankrijk",
        _ => code,
    }
}
