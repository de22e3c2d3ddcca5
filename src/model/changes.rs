//! Changes to today's desks, as a study spells them out.

use geo::Coord;

use crate::crs::Planar;
use crate::week::Week;

/// Changes to today's desks, sites by id.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Changes {
    /// Sites where a desk opens, with its week.
    pub open: Vec<SiteWeek>,
    /// Sites whose desk closes.
    pub close: Vec<String>,
    /// Desks with other hours.
    pub hours: Vec<SiteWeek>,
    /// Sites that stand somewhere else.
    pub moves: Vec<SiteMove>,
    /// Buses and other desks that travel, each with its stops.
    pub buses: Vec<Bus>,
}

/// A site and a week, as a study pairs them.
#[derive(Debug, Clone, PartialEq)]
pub struct SiteWeek {
    /// The id of the site.
    pub site: String,
    /// When its desk is open.
    pub week: Week,
}

/// A site that moves, with whatever stands there.
#[derive(Debug, Clone, PartialEq)]
pub struct SiteMove {
    /// The id of the site.
    pub site: String,
    /// Where it goes.
    pub to: Planar<Coord<f64>>,
}

/// One desk that travels: no two of its stops are open at the same time.
#[derive(Debug, Clone, PartialEq)]
pub struct Bus {
    /// Its name.
    pub name: String,
    /// The library organisation that runs it, by name; that of each stop where the study does not say.
    pub library: Option<String>,
    /// Where it stops, and when.
    pub stops: Vec<SiteWeek>,
}
