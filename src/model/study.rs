//! A study as it was asked for: parsed and checked, nothing read yet.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::{AgeBand, Group, Moments, Money, Reach, Scenario, Status, Suitability, Targets, Uncertain, Venue};
use crate::units::Metres;

/// The language of reports, findings and messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// Dutch.
    #[default]
    Nl,
    /// English.
    En,
}

/// What a study is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// Every municipality in the file.
    All,
    /// These, by code or name as the study writes them.
    Municipalities(Vec<String>),
    /// All municipalities of a library organisation.
    Library(String),
}

/// A file that a study names, and what it says about it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DataFile {
    /// Where it is.
    pub path: PathBuf,
    /// As the study writes it: the name that messages use.
    pub shown: String,
    /// The layer or sheet to read.
    pub layer: Option<String>,
    /// The coordinate system, where the file does not say or says it wrongly.
    pub crs: Option<String>,
    /// The character encoding.
    pub encoding: Option<String>,
    /// Our name of a column → the file's.
    pub columns: BTreeMap<String, String>,
    /// Column → the value its rows must have.
    pub keep: BTreeMap<String, String>,
}

/// A file of sites.
#[derive(Debug, Clone, PartialEq)]
pub struct SiteFile {
    /// The file.
    pub file: DataFile,
    /// The kind of all its sites, unless it has a column for it.
    pub venue: Option<Venue>,
    /// The status of all its sites, unless it has a column for it.
    pub status: Option<Status>,
}

/// The files of a study.
#[derive(Debug, Clone, PartialEq)]
pub struct DataFiles {
    /// Municipal boundaries.
    pub municipalities: DataFile,
    /// Finer areas.
    pub areas: Option<DataFile>,
    /// Population.
    pub population: DataFile,
    /// Sites, at least one file.
    pub sites: Vec<SiteFile>,
    /// Which library organisation serves which municipality.
    pub libraries: Option<DataFile>,
    /// The grant of each municipality, as the annex of the regulation has it.
    pub grants: Option<DataFile>,
    /// Factors on the residents of later years.
    pub growth: Option<DataFile>,
    /// Registered visits, by desk or by where visitors live.
    pub registrations: Vec<DataFile>,
    /// Tables of areas that are spread over the cells.
    pub spread: Vec<Spread>,
}

impl DataFiles {
    /// Every file, in the order in which a study is read.
    pub fn all(&self) -> impl Iterator<Item = &DataFile> {
        let sites = self.sites.iter().map(|sites| &sites.file);
        let first = [Some(&self.municipalities), self.libraries.as_ref(), self.areas.as_ref(), Some(&self.population)];
        let spread = self.spread.iter().map(|table| &table.file);
        let last = [self.grants.as_ref(), self.growth.as_ref()];
        first.into_iter().flatten().chain(spread).chain(sites).chain(last.into_iter().flatten()).chain(&self.registrations)
    }
}

/// For which areas a table gives a group that the squares do not carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpreadLevel {
    /// Municipalities.
    Municipality,
    /// The finer areas of the study.
    Area,
}

/// A table of areas whose persons are spread over the cells by their residents.
#[derive(Debug, Clone, PartialEq)]
pub struct Spread {
    /// The name of the group from here on.
    pub group: Group,
    /// The table.
    pub file: DataFile,
    /// What its rows are.
    pub level: SpreadLevel,
    /// Its column of persons.
    pub column: String,
    /// The residents it is spread over; all where it does not say.
    pub over: Option<AgeBand>,
}

/// What desks can handle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Capacity {
    /// Staffed places at a desk whose file does not say.
    pub places: f64,
    /// The weights of the thirds of the limit in the enhanced floating catchment, from near to far.
    pub zones: [f64; 3],
}

impl Default for Capacity {
    /// One place; the weights of Luo & Qi (2009).
    fn default() -> Self {
        Self { places: 1.0, zones: [1.0, 0.68, 0.22] }
    }
}

/// How much each group's residents weigh: surcharges that add up (method, *Need*).
#[derive(Debug, Clone, PartialEq)]
pub struct Need {
    /// Weight of every resident.
    pub all: f64,
    /// Surcharge of the residents of a group, by group.
    pub surcharges: BTreeMap<Group, f64>,
}

impl Need {
    /// The weight of a term: that of every resident for [`Group::All`], else the surcharge of the group; 0 without one.
    #[must_use]
    pub fn weight(&self, group: &Group) -> f64 {
        match group {
            Group::All => self.all,
            group => self.surcharges.get(group).copied().unwrap_or(0.0),
        }
    }
}

/// A study.
#[derive(Debug, Clone, PartialEq)]
pub struct Study {
    /// Its title.
    pub title: String,
    /// Its language.
    pub language: Lang,
    /// What it is about.
    pub about: About,
    /// How far outside the study's municipalities cells and desks take part.
    pub surroundings: Metres,
    /// Its files.
    pub data: DataFiles,
    /// What counts as reachable.
    pub reach: Reach,
    /// How need is weighed.
    pub need: Need,
    /// How well venues serve groups.
    pub suitability: Suitability,
    /// When people can come.
    pub moments: Moments,
    /// What desks can handle.
    pub capacity: Capacity,
    /// Aversion to inequality, below 0 for a burden (method §7).
    pub aversion: f64,
    /// What is to be reached.
    pub targets: Targets,
    /// What things cost and who pays.
    pub money: Money,
    /// The ranges of its assumptions, where it states them.
    pub uncertain: Option<Uncertain>,
    /// Its scenarios, in their order.
    pub scenarios: Vec<Scenario>,
    /// Keys that the study left at their default, as they would be written: `reach.detour` → `1.0`.
    pub defaults: BTreeMap<String, String>,
}
