//! Random regions with weeks of every kind, and random studies about them.

use std::collections::BTreeMap;

use bereik::model::{Decay, Group, GroupReach, NONE, Reach, Region, SiteHours, Status, Study, Suitability, Venue};
use bereik::week::{Opening, Quarter, Week};
use proptest::prelude::*;

use super::region::{metres, municipality, region, share, study, untimed};

/// Everyone, the elderly with a reach of their own, and a group to whom venues suit differently.
pub const GROUPS: [&str; 3] = ["all", "65+", "low"];

#[derive(Debug, Clone)]
pub struct Raw {
    pub region: Region,
    pub study: Study,
}

/// Up to 9 cells and 7 sites.
pub fn raws() -> impl Strategy<Value = Raw> {
    raws_of(10)
}

/// Fewer than `cells` cells and up to 7 sites.
pub fn raws_of(cells: usize) -> impl Strategy<Value = Raw> {
    (regions(cells), studies()).prop_map(|(region, study)| Raw { region, study })
}

/// Places on a grid of 250 m, so that distances tie with each other and with norms; two municipalities of which one is in the study.
fn regions(cells: usize) -> impl Strategy<Value = Region> {
    let persons = (0u8..30, 0u8..30, 0u8..30);
    let site = (place(), hours(), 0..Status::ALL.len() + 4, any::<bool>());
    (prop::collection::vec((place(), persons, 0u32..4), 1..cells), prop::collection::vec(site, 0..8)).prop_map(|(cells, sites)| {
        let persons = |(all, old, low): (u8, u8, u8)| vec![f64::from(all), f64::from(old), f64::from(low)];
        let raw: Vec<_> = cells.iter().map(|(at, of, _)| (*at, persons(*of))).collect();
        let sites = sites.into_iter().enumerate().map(|(number, (at, hours, status, library))| {
            let mut site = super::region::site(number, at, hours);
            site.status = Status::ALL.get(status).copied().unwrap_or(Status::Open);
            site.venue = if library { Venue::LibraryBranch } else { Venue::CareHome };
            site
        });
        let mut region = region(&GROUPS, &raw, sites.collect());
        region.municipalities.push(municipality(1));
        region.in_study.push(false);
        region.cells.municipality = cells.iter().map(|(_, _, of)| [0, 0, 1, NONE][*of as usize]).collect();
        region
    })
}

pub fn place() -> impl Strategy<Value = (f64, f64)> {
    (0i32..12, 0i32..12).prop_map(|(x, y)| (150_000.0 + 250.0 * f64::from(x), 450_000.0 + 250.0 * f64::from(y)))
}

/// Hours of the desk, of the building, of both or of neither.
fn hours() -> impl Strategy<Value = SiteHours> {
    let known = || prop::option::weighted(0.7, opening());
    (known(), known()).prop_map(|(desk, building)| SiteHours { desk, building, ..SiteHours::default() })
}

fn opening() -> impl Strategy<Value = Opening> {
    prop_oneof![
        4 => weeks().prop_map(|week| Opening::Timed { week }),
        1 => (1u8..80).prop_map(|quarters| untimed(f64::from(quarters) / 2.0)),
    ]
}

/// A few ranges: anywhere in the cycle, or the same every week between 8 and 22.
pub fn weeks() -> impl Strategy<Value = Week> {
    let once = (0..Quarter::COUNT, 1u16..60).prop_map(|range| vec![range]);
    let weekly = (0u16..7, 32u16..80, 1u16..30)
        .prop_map(|(day, start, length)| (0..4).map(|week| (week * Quarter::PER_WEEK + day * Quarter::PER_DAY + start, length)).collect());
    prop::collection::vec(prop_oneof![once, weekly], 1..5).prop_map(|ranges: Vec<Vec<(u16, u16)>>| {
        let mut week = Week::EMPTY;
        ranges.iter().flatten().for_each(|(start, length)| week.insert_range(Quarter::wrapping(*start), *length));
        week
    })
}

fn studies() -> impl Strategy<Value = Study> {
    let suitability = prop::collection::vec(0.0..=1.0, 3);
    let outside = prop_oneof![Just(0.0), Just(0.25), 0.0..=1.0];
    (reach(), prop::option::of(reach()), suitability, outside, 1u32..6, 0.0..3.0).prop_map(
        |(everyone, elderly, suitability, outside, tries, surcharge)| {
            let mut study = study(everyone.norm.get());
            let elderly = elderly.map(|reach| (Group::parse("65+"), reach));
            let GroupReach { norm, detour, decay } = everyone;
            study.reach = Reach { norm, also: Vec::new(), detour, decay, groups: elderly.into_iter().collect() };
            let part = |index: usize| share(suitability[index]);
            let of_homes = BTreeMap::from([(Group::All, part(0)), (Group::parse("low"), part(1))]);
            let of_libraries = BTreeMap::from([(Group::parse("low"), part(2))]);
            study.suitability = Suitability(BTreeMap::from([(Venue::CareHome, of_homes), (Venue::LibraryBranch, of_libraries)]));
            study.need.surcharges = BTreeMap::from([(Group::parse("low"), surcharge)]);
            study.moments.outside_desk_hours = share(outside);
            study.moments.tries = tries;
            study
        },
    )
}

/// Half of the norms are reached exactly by many pairs.
fn reach() -> impl Strategy<Value = GroupReach> {
    let detour = prop_oneof![Just(1.0), Just(1.2), Just(1.3), Just(1.6)];
    (1u16..12, detour, any::<bool>(), decay()).prop_map(|(norm, detour, tied, decay)| {
        let way = 250.0 * f64::from(norm);
        GroupReach { norm: metres(if tied { way * detour } else { way }), detour, decay }
    })
}

fn decay() -> impl Strategy<Value = Decay> {
    (0usize..5, 100.0..2000.0, 100.0..2000.0).prop_map(|(kind, a, b)| {
        let (near, far) = (metres(a), metres(a + b));
        match kind {
            0 => Decay::Step { norm: far },
            1 => Decay::Linear { full: near, none: far },
            2 => Decay::Exponential { half: near, limit: far },
            3 => Decay::Gaussian { half: near, limit: far },
            _ => Decay::Logistic { middle: near, width: metres(b / 4.0), limit: far },
        }
    })
}
