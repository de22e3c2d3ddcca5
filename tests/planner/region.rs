//! Random small regions, and random studies about them.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use bereik::crs::Planar;
use bereik::model::{
    About, Capacity, Cells, Count, DataFile, DataFiles, Decay, DeskCosts, Group, GroupReach, Lang, Library, Moments, Money, Municipality,
    NONE, Need, OneOff, Reach, Region, Scope, Site, SiteHours, Status, Study, Suitability, Targets, Texts, Venue,
};
use bereik::units::{Euros, Hours, Metres, Share};
use bereik::week::{Opening, Quarter, Week, parse};
use geo::{Coord, MultiPolygon};

use super::draws::Draws;

const VENUES: [Venue; 4] = [Venue::LibraryBranch, Venue::VillageHall, Venue::CareHome, Venue::MobileStop];

pub fn metres(value: f64) -> Metres {
    Metres::new(value).unwrap()
}

pub fn week(text: &str) -> Week {
    *parse(text).unwrap().opening.week().unwrap()
}

/// Weeks of which some hold others, some cross and some are apart; now and then one of ranges anywhere in the cycle.
pub fn any_week(draws: &mut Draws) -> Week {
    const TEXTS: [&str; 9] = [
        "di 9.30-12.00",
        "di,do 9.30-12.00",
        "ma-vr 9.30-12.30",
        "ma-vr 10-17",
        "ma-vr 10-17; za 10-13",
        "wo 13-20",
        "do 17-21; za 10-12",
        "ma 8-12; do 15-21",
        "zo 12-16",
    ];
    if draws.chance(0.8) {
        return week(TEXTS[draws.index(TEXTS.len())]);
    }
    let mut week = Week::EMPTY;
    for _ in 0..=draws.whole(3) {
        let start = u16::try_from(draws.whole(u32::from(Quarter::COUNT))).unwrap();
        week.insert_range(Quarter::wrapping(start), 4 + u16::try_from(draws.whole(60)).unwrap());
    }
    week
}

fn place(draws: &mut Draws) -> Coord<f64> {
    let (x, y) = if draws.chance(0.5) {
        (250.0 * f64::from(draws.whole(14)), 250.0 * f64::from(draws.whole(14)))
    } else {
        (3500.0 * draws.real(), 3500.0 * draws.real())
    };
    Coord { x: 150_000.0 + x, y: 450_000.0 + y }
}

fn hours(draws: &mut Draws, is_open: bool) -> SiteHours {
    let mut opening = |untimed: f64| {
        if draws.chance(untimed) {
            Opening::Untimed(Hours::new(f64::from(1 + draws.whole(60)) / 2.0).unwrap())
        } else {
            Opening::Timed { week: any_week(draws) }
        }
    };
    let (desk, building) = (opening(0.15), opening(0.1));
    let wide = Opening::Timed { week: week("ma-vr 9-18; za 9-14") };
    SiteHours {
        desk: (is_open && draws.chance(0.8)).then_some(desk),
        building: if draws.chance(0.3) { Some(wide) } else { draws.chance(0.2).then_some(building) },
        ..SiteHours::default()
    }
}

fn site(number: usize, draws: &mut Draws, municipalities: u32) -> Site {
    let is_open = draws.chance(0.45);
    let cents = |draws: &mut Draws| Some(Euros::from_cents(i64::from(draws.whole(500)) * 10));
    Site {
        id: format!("site-{number:04}"),
        name: format!("Site {number}"),
        place: String::new(),
        venue: *draws.one_of(&VENUES),
        status: if is_open { Status::Open } else { Status::Candidate },
        at: Planar(place(draws)),
        municipality: Some(draws.whole(municipalities) as usize),
        country: None,
        library: draws.chance(0.8).then(|| draws.index(2)),
        hours: hours(draws, is_open),
        places: None,
        costs: DeskCosts {
            fixed: if draws.chance(0.5) { cents(draws) } else { None },
            hour: if draws.chance(0.2) { cents(draws) } else { None },
        },
    }
}

/// 8 to 30 cells, and sites in 2 to 4 municipalities, of which the last may not be in the study.
pub fn region(draws: &mut Draws, sites: usize) -> Region {
    let municipalities = 2 + draws.whole(3);
    let cells = 8 + draws.index(23);
    let ids: Vec<String> = (0..cells).map(|number| format!("{number:06}")).collect();
    let persons: Vec<f64> = (0..cells).map(|_| f64::from(draws.whole(30)) * 5.0).collect();
    let old = persons.iter().map(|persons| f64::from(draws.whole(6)) / 5.0 * persons).collect();
    let count = |group: &str, persons| Count { group: Group::parse(group), persons, hidden: Vec::new(), modelled: false };
    let sites: Vec<Site> = (0..sites).map(|number| site(number, draws, municipalities)).collect();
    let municipality = |number: u32| {
        let shape = Planar(MultiPolygon::new(Vec::new()));
        Municipality { code: format!("GM{number:04}"), name: format!("Gemeente {number}"), shape, published: BTreeMap::new() }
    };
    let mut in_study = vec![true; municipalities as usize];
    in_study[municipalities as usize - 1] = draws.chance(0.7);
    Region {
        municipalities: (0..municipalities).map(municipality).collect(),
        areas: Vec::new(),
        cells: Cells {
            ids: ids.iter().map(String::as_str).collect::<Texts>(),
            at: Planar((0..cells).map(|_| place(draws)).collect()),
            side: Some(metres(100.0)),
            squares: true,
            counts: vec![count("all", persons), count("65+", old)],
            municipality: (0..cells).map(|_| if draws.chance(0.03) { NONE } else { draws.whole(municipalities) }).collect(),
            area: vec![NONE; cells],
            country: Vec::new(),
            bounds: Vec::new(),
        },
        site_scope: sites
            .iter()
            .map(|site| if in_study[site.municipality.unwrap()] { Scope::Study } else { Scope::Surroundings })
            .collect(),
        sites,
        in_study,
        libraries: (0..2).map(|number| Library { name: format!("Library {number}"), municipalities: Vec::new() }).collect(),
        countries: Vec::new(),
        grants: BTreeMap::new(),
        growth: bereik::model::Growth::default(),
        registrations: bereik::model::Registrations::default(),
    }
}

fn decay(draws: &mut Draws) -> Decay {
    let (near, far) = (metres(200.0 + 800.0 * draws.real()), metres(1100.0 + 1500.0 * draws.real()));
    match draws.whole(5) {
        0 | 1 => Decay::Step { norm: metres(250.0 * f64::from(2 + draws.whole(8))) },
        2 => Decay::Linear { full: near, none: far },
        3 => Decay::Exponential { half: near, limit: far },
        _ => Decay::Gaussian { half: near, limit: far },
    }
}

fn reach(draws: &mut Draws) -> GroupReach {
    let detour = *draws.one_of(&[1.0, 1.2, 1.3]);
    let norm = 250.0 * f64::from(2 + draws.whole(8));
    GroupReach { norm: metres(if draws.chance(0.5) { norm * detour } else { norm }), detour, decay: decay(draws) }
}

/// A study: groups with a reach of their own now and then, venues that suit some less, money.
pub fn study(draws: &mut Draws) -> Study {
    let everyone = reach(draws);
    let old = Group::parse("65+");
    let share = |draws: &mut Draws| Share::new(*draws.one_of(&[0.0, 0.3, 0.7, 1.0])).unwrap();
    let suits = BTreeMap::from([(Group::All, share(draws)), (old.clone(), share(draws))]);
    let one_off = OneOff { cost: Euros::from_cents(2000), years: NonZeroU32::new(3).unwrap() };
    Study {
        title: "Planner".to_owned(),
        language: Lang::En,
        about: About::All,
        surroundings: metres(0.0),
        data: DataFiles {
            municipalities: DataFile::default(),
            areas: None,
            population: DataFile::default(),
            sites: Vec::new(),
            libraries: None,
            grants: None,
            growth: None,
            registrations: Vec::new(),
            spread: Vec::new(),
        },
        reach: Reach {
            norm: everyone.norm,
            also: Vec::new(),
            detour: everyone.detour,
            decay: everyone.decay,
            groups: if draws.chance(0.4) { BTreeMap::from([(old.clone(), reach(draws))]) } else { BTreeMap::new() },
        },
        need: Need { all: *draws.one_of(&[1.0, 1.0, 0.0]), surcharges: BTreeMap::from([(old, *draws.one_of(&[0.0, 1.0, 2.5]))]) },
        suitability: Suitability(if draws.chance(0.4) { BTreeMap::from([(Venue::CareHome, suits)]) } else { BTreeMap::new() }),
        moments: Moments { outside_desk_hours: *draws.one_of(&[Share::default(), Share::new(0.25).unwrap()]), ..Moments::default() },
        capacity: Capacity::default(),
        aversion: -1.0,
        targets: Targets::default(),
        money: Money {
            hour: if draws.chance(0.92) { Some(Euros::from_cents(1 + i64::from(draws.whole(9)))) } else { None },
            site: BTreeMap::from([(Venue::VillageHall, Euros::from_cents(1500)), (Venue::MobileStop, Euros::from_cents(700))]),
            one_off: if draws.chance(0.5) { BTreeMap::from([(Venue::VillageHall, one_off)]) } else { BTreeMap::new() },
            ..Money::default()
        },
        uncertain: None,
        scenarios: Vec::new(),
        defaults: BTreeMap::new(),
    }
}
