//! A scenario as the region and the study that it is measured with.

use std::collections::BTreeSet;

use super::grown::grown;
use super::known::KnownHours;
use super::network::Fate;
use crate::crs::Planar;
use crate::model::{Bus, Changes, Decay, Region, Scope, Setting, Site, SiteWeek, Status, Study, Venue};
use crate::spatial::Joiner;
use crate::units::Metres;
use crate::week::{Opening, Week};

/// The desks, people and norm of a scenario.
#[derive(Debug, Clone)]
pub struct Situation {
    /// Its name; empty for today.
    pub name: String,
    /// The study, with its norm and money.
    pub study: Study,
    /// The region, with its desks and people.
    pub region: Region,
    /// The people and the norm that differ from the study's.
    pub setting: Setting,
    /// What becomes of each site with a desk, today or then, by site.
    pub fates: Vec<(usize, Fate)>,
    /// How far the hours of today's desks are known: that decides for every scenario.
    pub hours: KnownHours,
}

/// Why a scenario cannot be measured, sites by their id.
#[derive(Debug, Clone, PartialEq)]
pub enum Problem {
    /// No site of that id.
    UnknownSite {
        /// The id.
        site: String,
    },
    /// A desk is to open where one stands.
    IsOpen {
        /// The site.
        site: String,
    },
    /// A desk is to close, to move or to have other hours where none stands.
    IsNotOpen {
        /// The site.
        site: String,
    },
    /// A desk is to open where none may be.
    IsExcluded {
        /// The site.
        site: String,
    },
    /// No library organisation of that name.
    UnknownLibrary {
        /// The name.
        library: String,
    },
    /// A year is asked for and the study has no growth.
    NoGrowth {
        /// The year.
        year: u16,
    },
    /// A year for which some municipality has no factor.
    NoSuchYear {
        /// The year.
        year: u16,
        /// The first and last year that all have; `None` when there is none.
        years: Option<(u16, u16)>,
    },
}

/// What does not make a scenario impossible and is told with it.
#[derive(Debug, Clone, PartialEq)]
pub enum Caution {
    /// A desk is to be open while its building is closed.
    BuildingClosed {
        /// The site.
        site: String,
    },
    /// The new place of a site lies in no municipality.
    MovedOutside {
        /// The site.
        site: String,
    },
    /// A desk opens, moves or has other hours outside the study: people use it, and the study neither counts nor pays it.
    CostsOutside {
        /// The site.
        site: String,
    },
    /// A desk closes outside the study: what that saves is not the study's.
    SavingsOutside {
        /// The site.
        site: String,
    },
    /// Other hours of a desk that are those of today.
    SameHours {
        /// The site.
        site: String,
    },
    /// Residents of a later year live where no factor is known: they stay as many.
    NotGrown {
        /// Residents.
        residents: f64,
    },
}

impl Situation {
    /// Today: nothing changes.
    #[must_use]
    pub fn today(region: &Region, study: &Study) -> Self {
        let fates = open_sites(region).map(|site| (site, Fate::Stays)).collect();
        let hours = KnownHours::of(region);
        Self { name: String::new(), study: study.clone(), region: region.clone(), setting: Setting::default(), fates, hours }
    }

    /// The people and the norm of a scenario with today's desks, and what is to be told with it.
    ///
    /// # Errors
    /// Every [`Problem`] with its setting.
    pub fn with_setting(region: &Region, study: &Study, name: &str, setting: Setting) -> Result<(Self, Vec<Caution>), Vec<Problem>> {
        let mut situation = Self { name: name.to_owned(), setting, ..Self::today(region, study) };
        let mut cautions = Vec::new();
        let Setting { norm, year } = setting;
        if let Some(norm) = norm {
            situation.study = with_norm(study, norm);
        }
        if let Some(year) = year {
            let (cells, left) = grown(region, year).map_err(|problem| vec![problem])?;
            situation.region.cells = cells;
            cautions.extend((left > 0.0).then_some(Caution::NotGrown { residents: left }));
        }
        Ok((situation, cautions))
    }

    /// Changes the desks as a study spells it out, and what is to be told with it. O(sites × changes).
    ///
    /// # Errors
    /// Every [`Problem`], in the order of the changes; the situation is then of no use.
    pub fn change(&mut self, changes: &Changes) -> Result<Vec<Caution>, Vec<Problem>> {
        let mut work = Work { region: &mut self.region, problems: Vec::new(), cautions: Vec::new(), changed: BTreeSet::new() };
        for SiteWeek { site, week } in &changes.open {
            work.open(site, week);
        }
        changes.close.iter().for_each(|site| work.close(site));
        for SiteWeek { site, week } in &changes.hours {
            work.hours(site, week);
        }
        changes.buses.iter().for_each(|bus| work.bus(bus));
        for site_move in &changes.moves {
            work.relocate(&site_move.site, site_move.to);
        }
        let Work { problems, mut cautions, changed, .. } = work;
        if !problems.is_empty() {
            return Err(problems);
        }
        cautions.extend(self.outside(changes));
        let moved: BTreeSet<&str> = changes.moves.iter().map(|site_move| site_move.site.as_str()).collect();
        self.set_fates(|site| match (moved.contains(site.id.as_str()), changed.contains(&site.id)) {
            (true, _) => Fate::Moves,
            (false, true) => Fate::OtherHours,
            (false, false) => Fate::Stays,
        });
        Ok(cautions)
    }

    /// The sites outside the study that change: no budget of it has them.
    fn outside(&self, changes: &Changes) -> Vec<Caution> {
        let weeks = changes.open.iter().chain(changes.buses.iter().flat_map(|bus| &bus.stops)).chain(&changes.hours);
        let costs = weeks.map(|change| &change.site).chain(changes.moves.iter().map(|site_move| &site_move.site));
        let Region { sites, site_scope, .. } = &self.region;
        // The same id twice is told once, for each way.
        let of = |ids: BTreeSet<&String>, keep: fn(&Site) -> bool| -> Vec<String> {
            let own = sites.iter().zip(site_scope).filter(|(site, scope)| **scope != Scope::Study && ids.contains(&site.id) && keep(site));
            own.map(|(site, _)| site.id.clone()).collect()
        };
        let costs = of(costs.collect(), |site| site.status == Status::Open).into_iter().map(|site| Caution::CostsOutside { site });
        let savings = of(changes.close.iter().collect(), |_| true).into_iter().map(|site| Caution::SavingsOutside { site });
        costs.chain(savings).collect()
    }

    /// Puts the sites of a plan, the same ones in the same order, in place of today's.
    pub fn plan(&mut self, sites: Vec<Site>) {
        let before = std::mem::replace(&mut self.region.sites, sites);
        let pairs = before.iter().zip(&self.region.sites);
        let changed: BTreeSet<String> =
            pairs.filter(|(before, after)| before.hours.opening() != after.hours.opening()).map(|(_, after)| after.id.clone()).collect();
        self.set_fates(|site| if changed.contains(&site.id) { Fate::OtherHours } else { Fate::Stays });
    }

    /// The sites with a new desk: theirs are the one-off costs.
    pub fn new_sites(&self) -> impl Iterator<Item = usize> {
        self.fates.iter().filter(|(_, fate)| *fate == Fate::New).map(|(site, _)| *site)
    }

    /// Compares the sites with those that had a desk before; `of_kept` is what becomes of one that has a desk then too.
    fn set_fates(&mut self, of_kept: impl Fn(&Site) -> Fate) {
        let before: BTreeSet<usize> = self.fates.iter().filter(|(_, fate)| *fate != Fate::New).map(|(site, _)| *site).collect();
        let fate = |(index, site): (usize, &Site)| {
            let fate = match (before.contains(&index), site.status == Status::Open) {
                (true, true) => of_kept(site),
                (true, false) => Fate::Closes,
                (false, true) => Fate::New,
                (false, false) => return None,
            };
            Some((index, fate))
        };
        self.fates = self.region.sites.iter().enumerate().filter_map(fate).collect();
    }
}

fn open_sites(region: &Region) -> impl Iterator<Item = usize> {
    region.sites.iter().enumerate().filter(|(_, site)| site.status == Status::Open).map(|(index, _)| index)
}

/// The study with another norm of everyone; where its decay is the step at the norm, that moves with it. Groups with a norm of their own keep it.
/// A study with another norm of everyone: groups with the same norm and a step at it go along.
pub(super) fn with_norm(study: &Study, norm: Metres) -> Study {
    let mut study = study.clone();
    let old = study.reach.norm;
    let moved = |decay: Decay| match decay {
        Decay::Step { norm: at } if at == old => Decay::Step { norm },
        other => other,
    };
    study.reach.norm = norm;
    study.reach.decay = moved(study.reach.decay);
    for reach in study.reach.groups.values_mut().filter(|reach| reach.norm == old) {
        reach.norm = norm;
        reach.decay = moved(reach.decay);
    }
    study
}

/// Changes that are being made.
struct Work<'a> {
    region: &'a mut Region,
    problems: Vec<Problem>,
    cautions: Vec<Caution>,
    /// Desks that get other hours, by id.
    changed: BTreeSet<String>,
}

impl Work<'_> {
    fn find(&mut self, id: &str) -> Option<usize> {
        let found = self.region.sites.iter().position(|site| site.id == id);
        if found.is_none() {
            self.problems.push(Problem::UnknownSite { site: id.to_owned() });
        }
        found
    }

    fn open(&mut self, id: &str, week: &Week) {
        let Some(index) = self.find(id) else { return };
        match self.region.sites[index].status {
            Status::Open => self.problems.push(Problem::IsOpen { site: id.to_owned() }),
            Status::Excluded => self.problems.push(Problem::IsExcluded { site: id.to_owned() }),
            Status::Candidate | Status::Required => self.set_week(index, week),
        }
    }

    fn close(&mut self, id: &str) {
        if let Some(index) = self.find_open(id) {
            self.region.sites[index].status = Status::Candidate;
        }
    }

    fn hours(&mut self, id: &str, week: &Week) {
        if let Some(index) = self.find_open(id) {
            if self.region.sites[index].hours.week() == Some(week) {
                self.cautions.push(Caution::SameHours { site: id.to_owned() });
            } else {
                self.changed.insert(id.to_owned());
            }
            self.set_week(index, week);
        }
    }

    fn find_open(&mut self, id: &str) -> Option<usize> {
        let index = self.find(id)?;
        if self.region.sites[index].status == Status::Open {
            return Some(index);
        }
        self.problems.push(Problem::IsNotOpen { site: id.to_owned() });
        None
    }

    fn set_week(&mut self, index: usize, week: &Week) {
        let site = &mut self.region.sites[index];
        let building = site.hours.building.as_ref().and_then(Opening::week);
        if building.is_some_and(|building| !week.is_within(building)) {
            self.cautions.push(Caution::BuildingClosed { site: site.id.clone() });
        }
        site.status = Status::Open;
        site.hours.desk = Some(Opening::Timed { week: *week });
    }

    /// Each stop is a desk that comes and goes: what it costs is what a mobile stop costs.
    fn bus(&mut self, bus: &Bus) {
        let library = bus.library.as_ref().map(|name| (name, self.region.libraries.iter().position(|library| library.name == *name)));
        if let Some((name, None)) = library {
            self.problems.push(Problem::UnknownLibrary { library: name.clone() });
        }
        for stop in &bus.stops {
            let before = self.problems.len();
            self.open(&stop.site, &stop.week);
            if self.problems.len() > before {
                continue;
            }
            if let Some(site) = self.region.sites.iter_mut().find(|site| site.id == stop.site) {
                site.venue = Venue::MobileStop;
                // The bus needs no building.
                site.hours.building = None;
                self.cautions.retain(|caution| *caution != Caution::BuildingClosed { site: site.id.clone() });
                if let Some((_, Some(library))) = library {
                    site.library = Some(library);
                }
            }
        }
    }

    fn relocate(&mut self, id: &str, to: Planar<geo::Coord<f64>>) {
        let Some(index) = self.find_open(id) else { return };
        let shapes: Vec<&geo::MultiPolygon<f64>> = self.region.municipalities.iter().map(|municipality| municipality.shape.get()).collect();
        let municipality =
            Joiner::new(&shapes).join(&[to.0], 0.0).first().and_then(|joined| joined.polygon()).map(|polygon| polygon as usize);
        let name = municipality.map_or(String::new(), |municipality| self.region.municipalities[municipality].name.clone());
        let site = &mut self.region.sites[index];
        site.at = to;
        // In which village that is nobody says.
        site.place = name;
        site.municipality = municipality;
        let scope = &mut self.region.site_scope[index];
        *scope = match municipality.is_some_and(|municipality| self.region.in_study[municipality]) {
            true => Scope::Study,
            false if *scope == Scope::Study => Scope::Surroundings,
            false => *scope,
        };
        if municipality.is_none() {
            self.cautions.push(Caution::MovedOutside { site: id.to_owned() });
        }
    }
}
