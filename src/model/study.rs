//! A study as it was asked for: parsed and checked, nothing read yet.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::{Group, Status, Venue};
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
}

/// What counts as reachable.
#[derive(Debug, Clone, PartialEq)]
pub struct Reach {
    /// The reach norm.
    pub norm: Metres,
    /// Further distances to give shares for, ascending.
    pub also: Vec<Metres>,
    /// Factor from straight-line distance to the way people go; 1 or more.
    pub detour: f64,
}

/// How much each group's residents weigh: surcharges that add up (method, *Need*).
#[derive(Debug, Clone, PartialEq)]
pub struct Need {
    /// Weight of every resident.
    pub all: f64,
    /// Surcharge of the residents of a group, by group.
    pub surcharges: BTreeMap<Group, f64>,
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
    /// Keys that the study left at their default, as they would be written: `reach.detour` → `1.0`.
    pub defaults: BTreeMap<String, String>,
}
