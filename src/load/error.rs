//! What can be wrong with a file, and with a row of it. The sentences are in [`crate::text`].

use super::Format;
use crate::week::WeekError;

/// A file that cannot be used at all.
#[derive(Debug, Clone, PartialEq)]
pub struct LoadError {
    /// The file as the study names it.
    pub file: String,
    /// What is wrong with it.
    pub fault: Fault,
}

/// Why a file cannot be used.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// There is no such file.
    Missing,
    /// It is a folder.
    Folder,
    /// The system refuses to read it: the system's own words.
    Unreadable(String),
    /// Nothing in it: 0 bytes, or a header without rows.
    Empty,
    /// Neither its name nor its first bytes belong to a format that is read.
    UnknownFormat,
    /// The name says one format, the bytes another (a zip named `.gpkg`, a web page named `.csv`).
    WrongFormat {
        /// What the name promises.
        named: Format,
        /// What the first bytes are: a format's name, or `zip`, `HTML`, `PDF` …
        found: &'static str,
    },
    /// It breaks off or is damaged.
    Corrupt {
        /// Where: a line, a record, a byte, in words that need no translation, or empty.
        place: String,
        /// The reader's own words.
        detail: String,
    },
    /// The study says something of the file that its format has not.
    Meaningless {
        /// The key: `layer`, `encoding`.
        key: &'static str,
        /// The format.
        format: Format,
    },
    /// A quotation mark opens and never closes.
    OpenQuote {
        /// The line it stands in.
        line: u64,
    },
    /// A NUL character in a text: it is binary, or UTF-16 without its mark.
    NulCharacter {
        /// The line it stands in.
        line: u64,
    },
    /// JSON, but not GeoJSON; what it is instead, where that shows.
    NotGeoJson(Option<String>),
    /// A database of `SQLite` without the tables of a `GeoPackage`.
    NotAGeoPackage,
    /// A shapefile lacks one of its files.
    MissingPart(&'static str),
    /// Several layers, and the study does not say which.
    SeveralLayers(Vec<String>),
    /// The study asks for a layer that is not there.
    NoSuchLayer {
        /// The layer asked for.
        asked: String,
        /// The layers there are.
        layers: Vec<String>,
    },
    /// No row of the sheet or table looks like a header with the columns that are needed.
    NoHeader,
    /// A column that is needed is not there.
    NoField {
        /// What it is needed for.
        needed: Needed,
        /// The names under which it is known, or the name the study gives.
        known_as: Vec<String>,
        /// The columns there are.
        fields: Vec<String>,
    },
    /// The text is not in the encoding that the study states, or the encoding has no such name.
    Encoding {
        /// The encoding.
        encoding: String,
        /// The line of the first text that does not fit; `None` when the name is unknown.
        line: Option<u64>,
    },
    /// The file does not say its coordinate system, and not exactly one reading puts everything in the Netherlands.
    NoCrs,
    /// The coordinate system is not known to PROJ, or cannot be turned into RD New.
    UnknownCrs {
        /// The system as stated.
        crs: String,
        /// PROJ's own words.
        detail: String,
    },
    /// The study states another coordinate system than the one that the ids of squares are made of.
    NotTheCrsOfSquares {
        /// The system as stated.
        stated: String,
        /// That of the ids.
        of_ids: String,
        /// The column of the ids.
        field: String,
    },
    /// Nothing lies in or near the Netherlands in the stated system.
    Elsewhere {
        /// The system as stated.
        crs: String,
        /// The first position as it stands in the file.
        example: (f64, f64),
    },
    /// Everything lies in the Netherlands once the two axes are exchanged.
    AxesSwapped {
        /// The first position as it stands in the file.
        example: (f64, f64),
    },
    /// Some positions are RD, others degrees.
    MixedCrs {
        /// Rows that are in RD.
        rd: usize,
        /// Rows that are in degrees.
        degrees: usize,
    },
    /// Most positions fit one coordinate system and some fit none, so that the system cannot be inferred.
    Stray {
        /// The system that fits most.
        crs: String,
        /// How many rows do not fit it.
        rows: usize,
        /// The first of them.
        row: u64,
        /// Its position as it stands in the file.
        example: (f64, f64),
    },
    /// There are rows, and every one of them was left out.
    NothingLeft {
        /// Rows left out by `where` of the study.
        filtered: usize,
        /// What `where` asks: column and value.
        keep: Vec<(String, String)>,
        /// Rows of water.
        water: usize,
        /// Rows of the code for abroad.
        abroad: usize,
    },
    /// Every row was refused; the first refusal.
    AllRefused {
        /// How many.
        rows: usize,
        /// The first of them.
        first: Refusal,
    },
    /// Several columns could be what is needed, and the study does not say which.
    Ambiguous {
        /// What it is needed for.
        needed: Needed,
        /// The key of `columns` that settles it.
        key: &'static str,
        /// The columns that could be it.
        fields: Vec<String>,
    },
    /// `columns` of the study has a name that means nothing for this file.
    UnknownColumnKey {
        /// The name.
        key: String,
        /// The names that mean something.
        known: Vec<&'static str>,
    },
    /// A table of areas has no polygons.
    NoPolygons,
    /// Branches or venues without a word on which of them are a desk.
    NoStatus {
        /// The columns there are.
        fields: Vec<String>,
    },
    /// Rows are about finer areas, and the study has none.
    NoAreas {
        /// The column.
        field: String,
    },
    /// Rows are about postcodes, and neither the cells nor the areas of the study are any.
    NoPostcodes {
        /// The column.
        field: String,
    },
    /// Sites without a kind of venue, in the study or in a column.
    NoVenue {
        /// The columns there are.
        fields: Vec<String>,
    },
}

/// What a column is needed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needed {
    /// The code of a municipality.
    MunicipalityCode,
    /// The name of a municipality.
    MunicipalityName,
    /// The code of a neighbourhood or other area.
    AreaCode,
    /// The number of residents.
    Residents,
    /// Where a row is: geometry, X and Y, or the id of a square.
    Position,
    /// The name of a site.
    SiteName,
    /// The name of a library organisation.
    LibraryName,
    /// The municipality that a row is about.
    Municipality,
    /// The municipality a library organisation serves.
    LibraryMunicipality,
    /// An amount of money.
    Amount,
    /// A year.
    Year,
    /// A factor on the residents.
    Factor,
    /// Whose visits are registered: a desk, a finer area or a postcode.
    Registered,
    /// A number of visits.
    Visits,
    /// A number of weeks.
    Weeks,
    /// A column the study names in `columns` or `where`.
    Stated,
}

/// A row that was not used.
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal {
    /// The row as its user would count it ([`super::Layer::rows`]).
    pub row: u64,
    /// The column at fault, as the file calls it; empty when it is the row as a whole.
    pub field: String,
    /// The value that stands there, cut after 60 characters.
    pub value: String,
    /// Why it was refused.
    pub why: Why,
}

impl Refusal {
    /// A refusal of one value; the value is cut after 60 characters.
    #[must_use]
    pub fn of_value(row: u64, field: &str, value: &str, why: Why) -> Self {
        let value = match value.char_indices().nth(60) {
            Some((end, _)) => format!("{}…", &value[..end]),
            None => value.to_owned(),
        };
        Self { row, field: field.to_owned(), value, why }
    }

    /// A refusal of a row as a whole.
    #[must_use]
    pub fn of_row(row: u64, why: Why) -> Self {
        Self { row, field: String::new(), value: String::new(), why }
    }
}

/// Why a row was refused.
#[derive(Debug, Clone, PartialEq)]
pub enum Why {
    /// A text where a number belongs.
    NotANumber,
    /// A number that cannot be a count of people (a fraction is allowed, infinity and a million in one square are not).
    NotACount,
    /// Nothing where something must be.
    Blank,
    /// The row breaks off: fewer cells than the header.
    CutOff,
    /// More cells than the header.
    TooManyCells,
    /// The geometry cannot be read: the reader's own words.
    BadGeometry(String),
    /// No geometry, coordinates or square id.
    NoPosition,
    /// A position far outside the Netherlands and its neighbours.
    Elsewhere,
    /// Degrees in a file whose other positions are RD.
    InDegrees,
    /// RD in a file whose other positions are degrees.
    InRd,
    /// Longitude and latitude, or X and Y, exchanged.
    AxesSwapped,
    /// Not the id of a square.
    NotASquare,
    /// Not a municipal code.
    NotACode,
    /// The same identifier on another row with other contents.
    Duplicate {
        /// That row.
        other: u64,
    },
    /// The same row once more; it is used once.
    Repeated {
        /// The row that is used.
        other: u64,
    },
    /// Neither yes nor no.
    NotYesOrNo,
    /// Not a status; the ones there are.
    NotAStatus,
    /// The status says another thing than the column `ido`: open without a desk, or a desk that is not open.
    ContradictsIdo,
    /// Not a kind of venue.
    NotAVenue,
    /// A year that is none, or an end before its start.
    NotAPeriod,
    /// A municipality that is not in the file of municipalities.
    UnknownMunicipality,
    /// An area that is not in the file of areas.
    UnknownArea,
    /// Opening hours that cannot be, or cannot be read.
    Hours(WeekError),
    /// No number of hours a week.
    NotHours,
    /// No amount of money.
    NotMoney,
    /// No band of ages, such as `65+` or `15-25`.
    NotAges,
    /// No year.
    NotAYear,
    /// No factor: 0 or more, and at most 10.
    NotAFactor,
    /// A site that is in no file of sites.
    NoSuchSite {
        /// The id that looks most like it.
        nearest: Option<Box<str>>,
    },
    /// A site without a desk.
    NoDeskThere,
    /// A finer area or postcode that the study has not.
    NoSuchPlace {
        /// The name that looks most like it.
        nearest: Option<Box<str>>,
    },
    /// No number of visits: 0 or more.
    NotVisits,
    /// More visits than there can be.
    TooManyVisits {
        /// The most that are read.
        most: u32,
    },
    /// No number of weeks: more than 0.
    NotWeeks,
    /// The same desk or place in another file of the same kind.
    InOtherFile {
        /// That file.
        file: Box<str>,
    },
}
