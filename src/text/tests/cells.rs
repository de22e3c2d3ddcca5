//! Every code that a table can have in a coded column has its words, and none of two codes is told as the other.

use std::collections::BTreeSet;

use super::LANGUAGES;
use crate::compare::certain::Figure;
use crate::compare::{Fate, Way};
use crate::measure::border::{Basis, Side};
use crate::measure::{BranchLabel, DemandBasis, Dispersion, Level, Verdict};
use crate::model::{AgeBand, CostKey, Decay, Group, HoursSource, Scope, Status, Venue};
use crate::text::{self, cell, coded};
use crate::units::Metres;
use crate::week::Weekday;

/// A table, a column, and every code that it can have.
fn all() -> Vec<(&'static str, &'static str, Vec<String>)> {
    let of = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>();
    let metres = |value| Metres::new(value).unwrap();
    let decays = [
        Decay::Step { norm: metres(1500.0) },
        Decay::Linear { full: metres(1000.0), none: metres(4500.0) },
        Decay::Exponential { half: metres(1500.0), limit: metres(9000.0) },
        Decay::Gaussian { half: metres(1500.0), limit: metres(9000.0) },
        Decay::Logistic { middle: metres(1500.0), width: metres(300.0), limit: metres(9000.0) },
    ];
    let values = of(&["least", "most", "1.5 km", "€ 32.00", "0.5"]).into_iter().chain(decays.iter().map(ToString::to_string));
    let levels = [Level::Study, Level::Municipality, Level::Area, Level::Outside].map(crate::report::place::level_name);
    let scopes = [Scope::Study, Scope::Surroundings, Scope::Beyond].map(crate::report::coverage::scope_name);
    let bands = AgeBand { from: 65, to: None };
    let groups = [Group::All, Group::Age(bands), Group::Age(AgeBand { from: 15, to: Some(25) }), Group::Count("at most vmbo".to_owned())];
    vec![
        ("areas", "level", of(&levels)),
        ("border-effect", "level", of(&["study", "library", "municipality"])),
        ("joint", "level", of(&["all", "municipality"])),
        ("areas", "group", groups.iter().map(ToString::to_string).chain(of(&["men", "women", "benefits", "need"])).collect()),
        ("areas", "basis", of(&["counted", "modelled"])),
        ("flows", "basis", of(&Basis::ALL.map(Basis::name))),
        ("compare-use", "basis", of(&[DemandBasis::Desks, DemandBasis::Places, DemandBasis::Country].map(DemandBasis::name))),
        ("compare-use", "band_from", of(&[Dispersion::Registered { size: 0.1 }, Dispersion::Assumed].map(Dispersion::name))),
        ("compare-use", "verdict", of(&[Verdict::Below, Verdict::Within, Verdict::Above].map(Verdict::name))),
        ("compare-use", "what", of(&[Fate::Stays, Fate::OtherHours, Fate::Moves, Fate::New, Fate::Closes].map(Fate::name))),
        ("sites", "venue", of(&Venue::ALL.map(Venue::name))),
        ("sites", "status", of(&Status::ALL.map(Status::name))),
        ("sites", "scope", of(&scopes)),
        ("flows", "to_scope", of(&["study", "outside", "abroad", "elsewhere", "none", "own"])),
        ("desks", "hours_from", of(&[HoursSource::Desk, HoursSource::Building, HoursSource::Unknown].map(HoursSource::name))),
        ("orphans", "hours_from", of(&["median of desks", "file"])),
        ("orphans", "lacks", of(&["library and desk", "library", "desk"])),
        ("orphans", "where", of(&["inside", "across border"])),
        ("desks", "week", of(&["Mo-Fr 09:30-12:30", "Mo[1] 13:00-16:00", "24/7", "week 01-53/2 We 10:00-12:00"])),
        ("desks", "by_appointment", of(&["Tu 09:00-12:00", "2.5 h"])),
        ("desks", "class", of(&["0-8", "8-16", "16-24", "24-32", "32-40", "40+"])),
        ("desks", "label", of(&[BranchLabel::Vestiging, BranchLabel::Servicepunt, BranchLabel::Below].map(BranchLabel::name))),
        ("moments", "day", of(&Weekday::ALL.map(Weekday::osm))),
        ("grants", "source", of(&["annex", "estimate", "partial estimate"])),
        ("border-effect", "desks", of(&Side::ALL.map(Side::name))),
        (
            "border-places",
            "kind",
            of(&["one desk for two", "nearest across border", "norm only across border", "more hours across border"]),
        ),
        ("shares", "key", of(&CostKey::ALL.map(CostKey::name))),
        ("shares", "desk", of(&["all"])),
        ("dilemma", "way", of(&[Way::Opens, Way::Lengthens, Way::Both].map(Way::name))),
        ("targets", "met", of(&["yes", "no"])),
        (
            "targets",
            "target",
            of(&[
                "within_norm",
                "hours_16",
                "desk_with_7.5_hours_per_area",
                "desk_with_20_hours_per_municipality",
                "branches_with_desk",
                "visits",
            ]),
        ),
        ("compare-range", "figure", of(&Figure::ALL.map(Figure::name))),
        ("compare-range", "unit", of(&["euro", "share", "m", "hours", "visits"])),
        ("compare-tornado", "assumption", of(&["norm", "tries", "detour", "decay", "hour", "growth", "hidden", "need.all", "need.65+"])),
        ("compare-tornado", "low_value", values.collect()),
        ("plan-why", "gains_most", of(&["Dorp (5976.3); Stad (2) (12.5)"])),
    ]
}

#[test]
fn every_code_has_its_words_and_no_two_the_same() {
    for lang in LANGUAGES {
        let text = text::of(lang);
        for (table, column, codes) in all() {
            let told = codes.iter().map(|code| cell(text, table, column, code).unwrap_or_else(|| panic!("{table}, {column}: {code}")));
            let told: BTreeSet<String> = told.collect();
            assert_eq!(told.len(), codes.len(), "{table}, {column}: {told:?}");
        }
    }
}

/// By the names of table and column, never by value.
#[test]
fn names_stay() {
    let text = text::of(crate::model::Lang::Nl);
    for (table, column) in
        [("plan", "name"), ("compare", "scenario"), ("sites", "municipality"), ("plan", "id"), ("compare", "dominated_by")]
    {
        assert_eq!((coded(table, column), cell(text, table, column, "new")), (None, None), "{table}, {column}");
    }
    assert_eq!(cell(text, "plan", "what", "no such code"), None);
}

#[test]
fn cells_in_dutch() {
    let told = |table, column, code| cell(text::of(crate::model::Lang::Nl), table, column, code).unwrap();
    for (table, column, code, words) in [
        ("plan", "what", "closes", "gaat dicht"),
        ("plan", "week", "Mo-Fr 09:30-12:30", "ma-vr 9.30-12.30"),
        ("desks", "by_appointment", "2.5 h", "2,5 uur per week"),
        ("areas", "group", "65+", "65 jaar en ouder"),
        ("country", "figure", "desks_8-16_hours", "IDO's: 8 tot 16 uur"),
        ("targets", "target", "desk_with_20_hours_per_municipality", "gemeenten met een IDO van 20 uur of meer"),
        ("compare-range", "unit", "euro", "€"),
        ("compare-tornado", "assumption", "need.65+", "het extra gewicht van 65 jaar en ouder"),
        ("compare-tornado", "high_value", "€ 46.00", "€\u{a0}46,00"),
        ("compare-tornado", "low_value", "linear, full 1 km, none 4.5 km", "recht, vol tot 1 km, niets vanaf 4,5 km"),
        ("plan-why", "gains_most", "Dorp 2.0 (5976.3); Stad (12.0)", "Dorp 2.0 (5.976,3); Stad (12,0)"),
    ] {
        assert_eq!(told(table, column, code), words, "{table}, {column}");
    }
}
