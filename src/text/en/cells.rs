//! What the codes in the cells of tables are called.

use crate::text::Coded;

/// A code that has no words elsewhere.
pub(super) fn word(coded: Coded, code: &str) -> Option<&'static str> {
    match coded {
        Coded::Level | Coded::Scope | Coded::Side | Coded::Desk => place(coded, code),
        Coded::Counted | Coded::Use | Coded::Demand | Coded::Band | Coded::HoursFrom | Coded::Grant => origin(coded, code),
        Coded::Place | Coded::Lacks | Coded::Where | Coded::Label | Coded::Key => border(coded, code),
        Coded::Fate | Coded::Way | Coded::Verdict => plan(coded, code),
        Coded::Country => country(code),
        _ => None,
    }
}

fn place(coded: Coded, code: &str) -> Option<&'static str> {
    Some(match (coded, code) {
        (Coded::Level, "study") => "whole study",
        (Coded::Level, "municipality") => "municipality",
        (Coded::Level, "area") => "neighbourhood",
        (Coded::Level, "outside") => "outside every municipality",
        (Coded::Level, "library") => "library",
        (Coded::Level, "all") => "all together",
        (Coded::Scope, "study") => "in the study",
        (Coded::Scope, "surroundings") => "in the surroundings",
        (Coded::Scope, "beyond") => "farther away",
        (Coded::Scope, "outside") => "outside the study",
        (Coded::Scope, "abroad") => "abroad",
        (Coded::Scope, "elsewhere") => "elsewhere",
        (Coded::Scope, "own") => "in the own municipality",
        (Coded::Scope, "none") => "no desk",
        (Coded::Side, "own") => "those of the own municipality",
        (Coded::Side, "library") => "those of the own library",
        (Coded::Side | Coded::Desk, "all") => "all desks",
        _ => return None,
    })
}

fn origin(coded: Coded, code: &str) -> Option<&'static str> {
    Some(match (coded, code) {
        (Coded::Counted, "counted") => "counted",
        (Coded::Counted, "modelled") => "modelled",
        (Coded::Use, "nearest") => "the nearest desk",
        (Coded::Use, "expected") => "expected use",
        (Coded::Use, "moments") => "what is open when people can come",
        (Coded::Demand, "registered by desk") => "visits registered by desk",
        (Coded::Demand, "registered by area") => "visits registered by area",
        (Coded::Demand, "country, under-registered") => "the national number, registered too low",
        (Coded::Band, "registered") => "the registered visits",
        (Coded::Band, "assumed, variance 3 × mean") => "assumed: variance 3 × mean",
        (Coded::HoursFrom, "desk") => "the desk itself",
        (Coded::HoursFrom, "building") => "the building",
        (Coded::HoursFrom, "unknown") => "unknown",
        (Coded::HoursFrom, "median of desks") => "median of the desks",
        (Coded::HoursFrom, "file") => "the file",
        (Coded::Grant, "annex") => "annex of the regulation",
        (Coded::Grant, "estimate") => "computed",
        (Coded::Grant, "partial estimate") => "computed, without the part for people with at most vmbo",
        _ => return None,
    })
}

fn border(coded: Coded, code: &str) -> Option<&'static str> {
    Some(match (coded, code) {
        (Coded::Place, "one desk for two") => "one desk for two municipalities",
        (Coded::Place, "nearest across border") => "nearest desk across the border",
        (Coded::Place, "norm only across border") => "within the norm only across the border",
        (Coded::Place, "more hours across border") => "more hours across the border",
        (Coded::Lacks, "library and desk") => "library and desk",
        (Coded::Lacks, "library") => "library",
        (Coded::Lacks, "desk") => "desk",
        (Coded::Where, "inside") => "in the municipality",
        (Coded::Where, "across border") => "across the border",
        (Coded::Label, "vestiging") => "branch (vestiging)",
        (Coded::Label, "servicepunt") => "service point (servicepunt)",
        (Coded::Label, "below") => "less than a service point",
        (Coded::Key, "expected use") => "expected use",
        (Coded::Key, "residents") => "residents",
        (Coded::Key, "need") => "need",
        (Coded::Key, "equal") => "equal parts",
        (Coded::Key, "shapley") => "Shapley",
        _ => return None,
    })
}

fn plan(coded: Coded, code: &str) -> Option<&'static str> {
    Some(match (coded, code) {
        (Coded::Fate, "stays") => "stays",
        (Coded::Fate, "other hours") => "other hours",
        (Coded::Fate, "moves") => "moves",
        (Coded::Fate, "new") => "new",
        (Coded::Fate, "closes") => "closes",
        (Coded::Way, "more desks") => "more desks",
        (Coded::Way, "longer hours") => "longer hours",
        (Coded::Way, "both") => "both",
        (Coded::Verdict, "below") => "below the band",
        (Coded::Verdict, "within") => "within the band",
        (Coded::Verdict, "above") => "above the band",
        _ => return None,
    })
}

fn country(code: &str) -> Option<&'static str> {
    Some(match code {
        "desks_inside_library" => "desks in a library",
        "desks_outside_library" => "desks outside a library",
        "municipalities_with_desk" => "municipalities with a desk",
        "branches_with_desk" => "library branches with a desk",
        "branches_vestiging" => "libraries with the label branch (vestiging)",
        "branches_servicepunt" => "libraries with the label service point (servicepunt)",
        "branches_below_servicepunt" => "libraries with fewer hours than a service point",
        "desks_with_hours_of_building_only" => "desks of which only the hours of the building are known",
        "desks_with_number_of_hours_only" => "desks of which only the number of hours is known",
        "desks_of_unknown_hours" => "desks of unknown hours",
        "desks_per_municipality" => "desks per municipality",
        _ => return None,
    })
}
