//! The desks of a plan as sites of a region.

use crate::model::{Region, Site, SiteHours, Status};
use crate::plan::{Menu, PlanDesk};
use crate::week::{Opening, Week};

/// What a plan does with a desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It stays as it is.
    Stays,
    /// It gets other hours.
    OtherHours,
    /// It goes to another place, with the same hours or others; only where a study spells that out.
    Moves,
    /// It is new.
    New,
    /// It closes.
    Closes,
}

impl Fate {
    /// Its name in tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Stays => "stays",
            Self::OtherHours => "other hours",
            Self::Moves => "moves",
            Self::New => "new",
            Self::Closes => "closes",
        }
    }
}

/// A desk of a plan, or one that closes.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedDesk {
    /// When it is open and what it costs; of one that closes, as it is today.
    pub desk: PlanDesk,
    /// What becomes of it.
    pub fate: Fate,
}

/// The desks of the study under a plan, by site: those that stay, those that are chosen, and those of today that close.
#[must_use]
pub fn desks_of(menu: &Menu, chosen: &[u32]) -> Vec<PlannedDesk> {
    let mut desks: Vec<PlannedDesk> = menu.kept.iter().map(|desk| PlannedDesk { desk: desk.clone(), fate: Fate::Stays }).collect();
    let is_chosen = |site: usize| chosen.iter().any(|option| menu.options[*option as usize].site == site);
    for option in chosen {
        let desk = menu.options[*option as usize].clone();
        let fate = match (desk.is_today, desk.is_present) {
            (true, _) => Fate::Stays,
            (false, true) => Fate::OtherHours,
            (false, false) => Fate::New,
        };
        desks.push(PlannedDesk { desk, fate });
    }
    let closing = menu.options.iter().filter(|desk| desk.is_today && !is_chosen(desk.site));
    desks.extend(closing.map(|desk| PlannedDesk { desk: desk.clone(), fate: Fate::Closes }));
    desks.sort_by_key(|planned| planned.desk.site);
    desks
}

/// The sites of a region when these desks are open.
#[must_use]
pub fn planned(region: &Region, desks: &[PlannedDesk]) -> Vec<Site> {
    let mut sites = region.sites.clone();
    for PlannedDesk { desk, fate } in desks {
        match fate {
            Fate::Stays | Fate::Moves => {}
            Fate::OtherHours | Fate::New => open(&mut sites[desk.site], &desk.week),
            Fate::Closes => sites[desk.site].status = Status::Candidate,
        }
    }
    sites
}

fn open(site: &mut Site, week: &Week) {
    site.status = Status::Open;
    site.hours = SiteHours { desk: Some(Opening::Timed { week: *week }), ..site.hours.clone() };
}
