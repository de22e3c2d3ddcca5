//! What loading found: per file, and between files. The sentences are in [`crate::text`].

use std::collections::BTreeSet;

use super::error::Refusal;
use super::format::{Format, Source};
use super::place::CrsOrigin;
use crate::crs::Crs;
use crate::model::{AgeBand, Group};
use crate::units::Metres;
use crate::week::Ignored;

/// The part a file plays in a study.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileRole {
    /// Municipal boundaries.
    Municipalities,
    /// Finer areas.
    Areas,
    /// Population.
    Population,
    /// Sites.
    Sites,
    /// Library organisations.
    Libraries,
    /// The grants of municipalities.
    Grants,
    /// Factors on the residents of later years.
    Growth,
    /// Registered visits.
    Registrations,
    /// A table of areas that is spread over the cells.
    Spread,
}

impl FileRole {
    /// Its name for machines: the key of the study that names the file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Municipalities => "municipalities",
            Self::Areas => "areas",
            Self::Population => "population",
            Self::Sites => "sites",
            Self::Libraries => "libraries",
            Self::Grants => "grants",
            Self::Growth => "growth",
            Self::Registrations => "registrations",
            Self::Spread => "spread",
        }
    }
}

/// What was found in one file.
#[derive(Debug, Clone)]
pub struct FileReport {
    /// Its part.
    pub role: FileRole,
    /// Its name as the study writes it.
    pub file: String,
    /// Its format.
    pub format: Format,
    /// The layer or sheet that was read.
    pub layer: Option<String>,
    /// The character encoding, where the format leaves it open.
    pub encoding: Option<&'static str>,
    /// The coordinate system and how it was known; `None` for a file without positions.
    pub crs: Option<(Crs, CrsOrigin)>,
    /// Rows in the file, those left out by `where` not counted.
    pub rows_read: usize,
    /// Rows that were used.
    pub rows_used: usize,
    /// Rows left out by `where`.
    pub filtered: usize,
    /// Rows of water, left out.
    pub water: usize,
    /// Rows of the code for abroad, left out.
    pub abroad: usize,
    /// What the years of the contracts of library organisations led to.
    pub contracts: Contracts,
    /// Rows refused, in the order of the file.
    pub refused: Vec<Refusal>,
    /// Codes of the municipalities or areas that its rows name, known or not.
    pub codes: BTreeSet<String>,
    /// Suppressed values by column.
    pub hidden: Vec<(String, usize)>,
    /// Columns in whose texts a point was read as a sign between thousands (`1.250` residents are 1250).
    pub thousands: Vec<String>,
    /// Rows whose two positions are more than 100 m apart: row and metres.
    pub disagreeing: Vec<(u64, f64)>,
    /// What of the opening hours was not taken.
    pub hours: Vec<HoursNote>,
}

/// What the years of contracts led to. Each contract is written as organisation, municipality and years.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contracts {
    /// The year of the study, where it says one.
    pub year: Option<u16>,
    /// Those that ended before another began in the same municipality: not used.
    pub ended: Vec<String>,
    /// Those of other years than the study's: not used.
    pub other_years: Vec<String>,
    /// Those of other years that are used, for the municipality has none that holds.
    pub nearest: Vec<String>,
    /// Contracts of one organisation in one municipality whose years overlap: one contract, as it is written here.
    pub joined: Vec<String>,
}

/// A part of a text of opening hours that does not show in the hours.
#[derive(Debug, Clone, PartialEq)]
pub struct HoursNote {
    /// The row.
    pub row: u64,
    /// The column.
    pub field: String,
    /// The part.
    pub ignored: Ignored,
}

impl FileReport {
    /// A report of a file that has been opened and of which nothing was read yet.
    #[must_use]
    pub fn of(role: FileRole, source: &Source) -> Self {
        Self {
            role,
            file: source.file.shown.clone(),
            format: source.format,
            layer: source.layer.clone(),
            encoding: source.encoding,
            crs: None,
            rows_read: 0,
            rows_used: 0,
            filtered: 0,
            water: 0,
            abroad: 0,
            contracts: Contracts::default(),
            refused: Vec::new(),
            codes: BTreeSet::new(),
            hidden: Vec::new(),
            thousands: Vec::new(),
            disagreeing: Vec::new(),
            hours: Vec::new(),
        }
    }
}

/// What was found between files, or in a study as a whole. For machines it is its kind and its values.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[serde(tag = "kind", content = "values", rename_all = "snake_case")]
pub enum Finding {
    /// Codes of municipalities or areas that one input has and the other has not.
    CodesNotShared {
        /// The input that has them.
        file: String,
        /// The input that lacks them.
        lacking: String,
        /// The codes, sorted.
        codes: Vec<String>,
    },
    /// Residents in the cells against the official totals of the study's municipalities.
    Totals {
        /// In the cells.
        cells: f64,
        /// Official.
        official: f64,
        /// The municipalities that differ by more than 5 %: name, cells, official.
        differing: Vec<(String, f64, f64)>,
    },
    /// The file of municipalities carries no totals to compare with.
    NoOfficialTotals,
    /// Cells outside every municipality.
    CellsOutside {
        /// How many.
        cells: usize,
        /// Their residents.
        residents: f64,
    },
    /// Cells in a gap of the borders, given to the nearest municipality.
    CellsInGap {
        /// How many.
        cells: usize,
        /// Their residents.
        residents: f64,
    },
    /// Cells of the study outside every finer area.
    CellsWithoutArea {
        /// How many.
        cells: usize,
        /// Their residents.
        residents: f64,
    },
    /// Areas left out: they do not say in which municipality they lie, and no resident of the study lives there.
    AreasElsewhere(usize),
    /// Cells whose known age bands, or men and women, are together more than all residents, by more than rounding can explain.
    PartsExceedTotal {
        /// How many.
        cells: usize,
        /// How many persons more.
        persons: f64,
    },
    /// Sites outside every municipality, by id.
    SitesOutside(Vec<String>),
    /// Sites that look like one: same name, within 50 m, by id.
    SitesAlike(Vec<(String, String)>),
    /// Sites whose id another site has too: the id, and the one it got instead.
    SiteIdsTaken(Vec<(String, String)>),
    /// No desk at all is open.
    NoDesk,
    /// No desk of the study's surroundings lies outside the study, though the municipalities there are in the file: a clipped file?
    ClippedSites {
        /// How wide the surroundings are.
        surroundings: Metres,
        /// Municipalities outside the study that lie in the surroundings.
        municipalities: usize,
    },
    /// No cell of the surroundings lies outside the study, though the municipalities there are in the file: a clipped file?
    ClippedCells {
        /// How wide the surroundings are.
        surroundings: Metres,
        /// Municipalities outside the study that lie in the surroundings.
        municipalities: usize,
    },
    /// Cells coarser than a fifth of the norm.
    CoarseCells {
        /// Their side.
        side: Metres,
        /// The norm.
        norm: Metres,
        /// The smallest difference in mean distance that means something: 0.38 × side.
        meaningful: Metres,
    },
    /// Suppressed values that were estimated.
    Estimated {
        /// Whose.
        group: Group,
        /// In how many cells.
        cells: usize,
        /// How many persons they were taken to be.
        persons: f64,
        /// How many persons the group has in all.
        of: f64,
    },
    /// A municipality of the study that no library organisation serves.
    NoLibrary(Vec<String>),
    /// A library organisation without a municipality.
    LibraryWithoutMunicipality(Vec<String>),
    /// Municipalities of the study that several library organisations serve: name, organisations.
    SeveralLibraries(Vec<(String, Vec<String>)>),
    /// A site names a library organisation that is not in the list: name of the organisation and how many sites.
    UnknownLibrary(Vec<(String, usize)>),
    /// A study municipality without residents in the cells.
    NoCells(Vec<String>),
    /// Where the hours of the open desks come from.
    DeskHours {
        /// Open desks.
        desks: usize,
        /// Desks of which only the hours of the building are known, which are taken for theirs.
        building: usize,
        /// Desks of which only a number of hours a week is known.
        untimed: usize,
        /// Desks of which no hours are known.
        unknown: usize,
    },
    /// The visits that were registered.
    Registrations {
        /// Desks of the study with visits.
        desks: usize,
        /// Their visits a week, together.
        week: f64,
        /// Desks of the study without; none where no desk has any.
        without: Vec<String>,
        /// Desks outside the study with visits: not used.
        elsewhere: usize,
        /// Areas or postcodes with visits.
        places: usize,
        /// Their visits a week, together.
        places_week: f64,
    },
    /// A group that was spread over the cells.
    Spread {
        /// The group.
        group: Group,
        /// The ages of the residents it was spread over; `None` for all.
        over: Option<AgeBand>,
        /// The persons that were spread.
        persons: f64,
        /// The persons of areas where nobody lives in the cells: they are in no figure.
        lost: f64,
        /// A band that the ages cut, and the part that was taken of it.
        split: Option<(AgeBand, f64)>,
    },
}

impl Finding {
    /// Whether it should make a user stop and think; the others are for the record.
    #[must_use]
    pub fn is_warning(&self) -> bool {
        match self {
            Self::Totals { cells, official, differing } => !differing.is_empty() || (cells - official).abs() > 0.05 * official,
            Self::DeskHours { desks, building, unknown, .. } => building + unknown > 0 && unknown < desks,
            Self::Spread { lost, .. } => *lost > 0.0,
            Self::CellsInGap { .. }
            | Self::AreasElsewhere(_)
            | Self::SeveralLibraries(_)
            | Self::Estimated { .. }
            | Self::Registrations { .. }
            | Self::NoOfficialTotals => false,
            _ => true,
        }
    }
}
