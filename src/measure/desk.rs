//! The open desks with the hours that measures count.

use crate::model::{HoursSource, Region, Site, Status};
use crate::units::{Hours, Share};
use crate::week::{Opening, Week};

/// An open desk and when it helps.
#[derive(Debug, Clone, PartialEq)]
pub struct Desk {
    /// Index of its site.
    pub site: usize,
    /// Whether its times are known.
    pub timed: bool,
    /// When it is open for walk-in; empty where that is not known, or never: by appointment only.
    pub week: Week,
    /// Hours a week that are known only as a number.
    pub untimed: Option<Hours>,
    /// When its building is open and it is not: help there counts for a part.
    pub beside: Week,
}

impl Desk {
    /// Its hours a week: those of its week, or the number; `None` where nothing is known.
    #[must_use]
    pub fn hours(&self) -> Option<Hours> {
        if self.timed { Some(self.week.hours()) } else { self.untimed }
    }
}

/// The open desks of a region, by site. Where only the building's hours are known they are the desk's
/// ([`crate::model::SiteHours::source`] says so); `outside` is the part of the help that one gets while the desk is closed, so that
/// [`Desk::beside`] is empty when it is 0.
#[must_use]
pub fn desks(region: &Region, outside: Share) -> Vec<Desk> {
    let open = region.sites.iter().enumerate().filter(|(_, site)| site.status == Status::Open);
    open.map(|(index, site)| desk(index, site, outside)).collect()
}

fn desk(index: usize, site: &Site, outside: Share) -> Desk {
    let (timed, week, untimed) = match site.hours.opening() {
        Some(Opening::Timed { week }) => (true, *week, None),
        Some(Opening::Untimed(hours)) => (false, Week::EMPTY, Some(*hours)),
        None => (false, Week::EMPTY, None),
    };
    let beside = match (&site.hours.building, site.hours.source()) {
        (Some(Opening::Timed { week: building }), HoursSource::Desk) if outside.get() > 0.0 => building.minus(&week),
        _ => Week::EMPTY,
    };
    Desk { site: index, timed, week, untimed, beside }
}
