//! Small regions and studies to measure: one municipality, all of it in the study.

use std::collections::BTreeMap;

use bereik::crs::Planar;
use bereik::measure::{Desk, HoursCoverage, HoursFigures, Level, Who, desks, hours};
use bereik::model::{
    About, Capacity, Cells, Count, DataFile, DataFiles, DeskCosts, Group, Lang, Moments, Money, Municipality, NONE, Need, Reach, Region,
    Scope, Site, SiteHours, Status, Study, Suitability, Targets, Texts, Venue,
};
use bereik::reach::{Matrix, matrix};
use bereik::spatial::Tiles;
use bereik::units::{Hours, Metres, Share};
use bereik::week::{Opening, parse};
use geo::{Coord, MultiPolygon};

/// A cell: where it is, and how many residents of each group live there.
pub type RawCell = ((f64, f64), Vec<f64>);

pub fn metres(value: f64) -> Metres {
    Metres::new(value).unwrap()
}

pub fn share(value: f64) -> Share {
    Share::new(value).unwrap()
}

/// Hours of which only the number is known.
pub fn untimed(value: f64) -> Opening {
    Opening::Untimed(Hours::new(value).unwrap())
}

/// Hours as people write them.
pub fn timed(text: &str) -> Opening {
    let opening = parse(text).unwrap().opening;
    assert!(opening.week().is_some(), "{text} has no times");
    opening
}

/// Hours of the desk itself.
pub fn of_desk(opening: &Opening) -> SiteHours {
    SiteHours { desk: Some(*opening), ..SiteHours::default() }
}

/// An open desk in a library branch of municipality 0.
pub fn site(number: usize, (x, y): (f64, f64), hours: SiteHours) -> Site {
    Site {
        id: format!("site-{number:04}"),
        name: format!("Site {number}"),
        place: String::new(),
        venue: Venue::LibraryBranch,
        status: Status::Open,
        at: Planar(Coord { x, y }),
        municipality: Some(0),
        country: None,
        library: None,
        hours,
        places: None,
        costs: DeskCosts::default(),
    }
}

/// The region of these cells, with a count for each of `groups`, and sites.
pub fn region(groups: &[&str], cells: &[RawCell], sites: Vec<Site>) -> Region {
    let ids: Vec<String> = (0..cells.len()).map(|number| format!("{number:06}")).collect();
    let count = |(group, name): (usize, &&str)| Count {
        group: Group::parse(name),
        persons: cells.iter().map(|(_, persons)| persons[group]).collect(),
        hidden: Vec::new(),
        modelled: false,
    };
    let cells = Cells {
        ids: ids.iter().map(String::as_str).collect::<Texts>(),
        at: Planar(cells.iter().map(|((x, y), _)| Coord { x: *x, y: *y }).collect()),
        side: Some(metres(100.0)),
        squares: true,
        counts: groups.iter().enumerate().map(count).collect(),
        municipality: vec![0; cells.len()],
        area: vec![NONE; cells.len()],
        country: Vec::new(),
        bounds: Vec::new(),
    };
    Region {
        municipalities: vec![municipality(0)],
        in_study: vec![true],
        areas: Vec::new(),
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

pub fn municipality(number: u32) -> Municipality {
    let shape = Planar(MultiPolygon::new(Vec::new()));
    Municipality { code: format!("GM{number:04}"), name: format!("Gemeente {number}"), shape, published: BTreeMap::new() }
}

/// A study with a norm as a step; every resident has a need of 1.
pub fn study(norm: f64) -> Study {
    Study {
        title: "Measures".to_owned(),
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
        reach: Reach::of_norm(metres(norm)),
        need: Need { all: 1.0, surcharges: BTreeMap::new() },
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

/// The open desks of a region that each cell may reach.
pub fn pairs(region: &Region, study: &Study) -> Matrix {
    let open = (0u32..).zip(&region.sites).filter(|(_, site)| site.status == Status::Open);
    let open: Vec<_> = open.map(|(index, site)| (index, site.at)).collect();
    matrix(&region.cells.at, &Tiles::new(region.cells.at.get()), &open, study.reach.farthest())
}

/// What is computed of the hours of a region.
pub struct Measured {
    pub desks: Vec<Desk>,
    pub matrix: Matrix,
    pub hours: HoursCoverage,
}

impl Measured {
    /// The figures of the study as a whole.
    pub fn of(&self, who: Who) -> &HoursFigures {
        let row = self.hours.places.iter().find(|row| row.level == Level::Study && row.who == who);
        row.and_then(|row| row.figures.as_ref()).unwrap()
    }
}

pub fn measure(region: &Region, study: &Study) -> Measured {
    let desks = desks(region, study.moments.outside_desk_hours);
    let matrix = pairs(region, study);
    let hours = hours(region, study, &matrix, &desks);
    Measured { desks, matrix, hours }
}

/// Whether two numbers agree to `within`.
#[track_caller]
pub fn near(found: f64, expected: f64, within: f64) {
    assert!((found - expected).abs() <= within, "{found} is not {expected} (± {within})");
}
