//! Random regions. Everything is chosen so that sums are exact: persons are whole numbers, coordinates whole eighths of a metre.

use std::collections::BTreeMap;

use bereik::crs::Planar;
use bereik::model::{
    About, Area, Capacity, Cells, Count, DataFile, DataFiles, DeskCosts, Group, Lang, Moments, Money, Municipality, NONE, Need, Reach,
    Region, Scope, Site, SiteHours, Status, Study, Suitability, Targets, Texts, Venue,
};
use bereik::units::Metres;
use geo::{Coord, MultiPolygon};
use proptest::prelude::*;

/// Municipalities of a random region.
const MUNICIPALITIES: u32 = 3;
/// Finer areas of a random region.
const AREAS: u32 = 4;

/// One cell: place, persons, persons of 65 and over among them, municipality and area; the last of each stands for "none".
pub type RawCell = ((i32, i32), u16, u16, u32, u32);
/// One site: place, and which status it has.
pub type RawSite = ((i32, i32), usize);

/// A region of up to `cells` cells and `sites` sites. Places are on a grid of 100 m, so that ties are common, or anywhere.
pub fn regions(cells: usize, sites: usize) -> impl Strategy<Value = Region> {
    let cell = (place(), 0u16..60, 0u16..60, 0..=MUNICIPALITIES, 0..=AREAS);
    let in_study = prop::collection::vec(any::<bool>(), MUNICIPALITIES as usize);
    (prop::collection::vec(cell, 1..cells), prop::collection::vec((place(), 0..Status::ALL.len()), 0..sites), in_study)
        .prop_map(|(cells, sites, in_study)| region(&cells, &sites, in_study))
}

/// A place in eighths of a metre, within 20 km.
pub fn place() -> impl Strategy<Value = (i32, i32)> {
    let free = (-80_000..80_000, -80_000..80_000);
    let on_grid = (-100..100, -100..100).prop_map(|(x, y)| (x * 800, y * 800));
    prop_oneof![free, on_grid]
}

/// The position of a place in eighths of a metre.
pub fn at((x, y): (i32, i32)) -> Coord<f64> {
    Coord { x: 155_000.0 + f64::from(x) / 8.0, y: 463_000.0 + f64::from(y) / 8.0 }
}

/// The region of these cells and sites.
pub fn region(cells: &[RawCell], sites: &[RawSite], in_study: Vec<bool>) -> Region {
    let index = |place: u32, places: u32| if place < places { place } else { NONE };
    let count = |group: &str, persons: Vec<f64>, hidden| Count { group: Group::parse(group), persons, hidden, modelled: false };
    let ids: Vec<String> = (0..cells.len()).map(|number| format!("{number:06}")).collect();
    let counts = vec![
        count("all", cells.iter().map(|cell| f64::from(cell.1)).collect(), Vec::new()),
        count("65+", cells.iter().map(|cell| f64::from(cell.2.min(cell.1))).collect(), cells.iter().map(|cell| cell.2 % 3 == 0).collect()),
    ];
    let cells = Cells {
        ids: ids.iter().map(String::as_str).collect::<Texts>(),
        at: Planar(cells.iter().map(|cell| at(cell.0)).collect()),
        side: Metres::new(100.0),
        squares: true,
        counts,
        municipality: cells.iter().map(|cell| index(cell.3, MUNICIPALITIES)).collect(),
        area: cells.iter().map(|cell| index(cell.4, AREAS)).collect(),
        country: Vec::new(),
        bounds: Vec::new(),
    };
    let sites: Vec<Site> = sites.iter().enumerate().map(|(number, (place, status))| site(number, *place, Status::ALL[*status])).collect();
    Region {
        municipalities: (0..MUNICIPALITIES).map(municipality).collect(),
        in_study,
        areas: (0..AREAS).map(area).collect(),
        cells,
        site_scope: vec![Scope::Study; sites.len()],
        sites,
        libraries: Vec::new(),
        countries: Vec::new(),
        grants: BTreeMap::new(),
        growth: bereik::model::Growth::default(),
        registrations: bereik::model::Registrations::default(),
    }
}

/// A site whose id has its number, so that sites are sorted by number.
pub fn site(number: usize, place: (i32, i32), status: Status) -> Site {
    Site {
        id: format!("site-{number:04}"),
        name: format!("Site {number}"),
        place: String::new(),
        venue: Venue::LibraryBranch,
        status,
        at: Planar(at(place)),
        municipality: None,
        country: None,
        library: None,
        hours: SiteHours::default(),
        places: None,
        costs: DeskCosts::default(),
    }
}

fn municipality(number: u32) -> Municipality {
    let shape = Planar(MultiPolygon::new(Vec::new()));
    Municipality { code: format!("GM{number:04}"), name: format!("Gemeente {number}"), shape, published: BTreeMap::new() }
}

fn area(number: u32) -> Area {
    let shape = Planar(MultiPolygon::new(Vec::new()));
    Area { code: format!("BU{number:08}"), name: format!("Buurt {number}"), municipality: None, shape, published: BTreeMap::new() }
}

/// A study with this norm and detour; 65+ counts twice.
pub fn study(norm: f64, detour: f64) -> Study {
    let metres = |metres| Metres::new(metres).unwrap();
    Study {
        title: "Laws".to_owned(),
        language: Lang::En,
        about: About::All,
        surroundings: metres(3.0 * norm),
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
            norm: metres(norm),
            also: [0.5, 1.0, 2.5].map(|factor| metres(factor * norm)).to_vec(),
            detour,
            ..Reach::of_norm(metres(norm))
        },
        need: Need { all: 1.0, surcharges: BTreeMap::from([(Group::parse("65+"), 1.0)]) },
        suitability: Suitability::default(),
        moments: Moments::default(),
        capacity: Capacity::default(),
        aversion: -1.0,
        targets: Targets::default(),
        money: Money::default(),
        uncertain: None,
        scenarios: Vec::new(),
        defaults: BTreeMap::new(),
    }
}
