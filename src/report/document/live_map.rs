//! A map that can be moved, and that shows one of several measures of one of several scenarios.

use serde::Serialize;

use super::Figure;

/// Squares with a value for every scenario and measure, borders, desks. Positions are whole metres east and north of [`LiveSquares::origin`].
#[derive(Debug, Clone)]
pub struct LiveMap {
    /// Its name in links, unique in the document.
    pub id: String,
    /// The picture for paper, and for where nothing can be moved.
    pub still: Figure,
    /// Where the squares are.
    pub squares: LiveSquares,
    /// The outlines of municipalities.
    pub borders: Vec<LiveBorder>,
    /// What can be shown of a square.
    pub measures: Vec<LiveMeasure>,
    /// What can be chosen, today first.
    pub scenarios: Vec<LiveScenario>,
    /// The scenario that is shown first.
    pub chosen: usize,
    /// Names of the figures beside the map.
    pub figures: Vec<String>,
    /// Its words.
    pub words: LiveWords,
}

/// Squares of one side, with who lives there.
#[derive(Debug, Clone, Default, Serialize)]
pub struct LiveSquares {
    /// RD New of the south-west corner of all, whole metres.
    pub origin: [i64; 2],
    /// Side in metres.
    pub side: u32,
    /// Metres east of the origin of each centre.
    pub x: Vec<i64>,
    /// Metres north of the origin.
    pub y: Vec<i64>,
    /// Residents, to a whole person.
    pub residents: Vec<u32>,
    /// The municipality by its place among the names; −1 for a square that is not reported on.
    pub place: Vec<i32>,
    /// Names of municipalities.
    pub names: Vec<String>,
}

/// The outline of a municipality.
#[derive(Debug, Clone, Serialize)]
pub struct LiveBorder {
    /// Its name.
    pub name: String,
    /// Whether the study is about it.
    pub inside: bool,
    /// Its rings, as x, y, x, y …
    pub rings: Vec<Vec<i64>>,
}

/// A measure of squares.
#[derive(Debug, Clone, Serialize)]
pub struct LiveMeasure {
    /// Its name.
    pub name: String,
    /// What a stored number is to be multiplied with.
    pub factor: f64,
    /// Digits behind the decimal mark.
    pub decimals: u8,
    /// Behind the number, with its space.
    pub unit: String,
    /// What a square without a number has, in words.
    pub unknown: &'static str,
    /// Whether a square without a number is not drawn; else it is in the last class.
    pub blank: bool,
    /// Above its classes; empty where they say it themselves.
    pub heading: String,
    /// Its classes, in the order of their limits.
    pub classes: Vec<LiveClass>,
}

/// A class of values.
#[derive(Debug, Clone, Serialize)]
pub struct LiveClass {
    /// The largest stored number in it; `None` for the last class.
    pub limit: Option<i64>,
    /// Its name.
    pub label: String,
    /// Its colour.
    pub colour: String,
}

/// A scenario on the map.
#[derive(Debug, Clone, Serialize)]
pub struct LiveScenario {
    /// Its name.
    pub name: String,
    /// For each measure the stored number of each square, −1 for unknown; of all but the first scenario only the squares that differ from the
    /// first, as place and number in turn.
    pub values: Vec<Vec<i64>>,
    /// Its desks.
    pub desks: Vec<LiveDesk>,
    /// The figures beside the map, in the order of [`LiveMap::figures`].
    pub figures: Vec<String>,
}

/// A desk on the map.
#[derive(Debug, Clone, Serialize)]
pub struct LiveDesk {
    /// Metres east of the origin.
    pub x: i64,
    /// Metres north of the origin.
    pub y: i64,
    /// Its name.
    pub name: String,
    /// What is known of it, in words.
    pub about: String,
    /// Whether it is there today and stays (0), is new (1), closes (2), has moved here (3), or stays outside the study (4).
    pub fate: u8,
}

/// The words of a map, in the language of the document.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct LiveWords {
    /// Before the choice of scenario.
    pub scenario: &'static str,
    /// Before the choice of measure.
    pub measure: &'static str,
    /// Before the choice of desk.
    pub desk: &'static str,
    /// No desk is chosen.
    pub no_desk: &'static str,
    /// Nearer.
    pub zoom_in: &'static str,
    /// Farther.
    pub zoom_out: &'static str,
    /// To the left, right, above and below.
    pub pan: [&'static str; 4],
    /// The whole map.
    pub whole: &'static str,
    /// How to use it.
    pub hint: &'static str,
    /// Behind a number of residents, one and more.
    pub residents: [&'static str; 2],
    /// The kinds of desk: there, new, closes, moves, there outside the study.
    pub fates: [&'static str; 5],
    /// Above the figures of today.
    pub today: &'static str,
    /// What a square outside the study is.
    pub outside: &'static str,
}
