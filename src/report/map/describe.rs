//! What a map shows, in neutral terms.

use geo::{Coord, MultiPolygon};

use crate::crs::Planar;
use crate::units::Metres;

/// The class of a cell that is inhabited but not reported on: drawn in pale grey.
pub const CONTEXT: u8 = 254;
/// The class of a cell that is not drawn.
pub const HIDDEN: u8 = 255;

/// How a map lies on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// On a page of its own: as wide as A4, lying or upright, whichever shows the ground larger.
    Page,
    /// Within a page of text: as wide as A4 upright and a third as high, with letters that stay readable there.
    Strip,
}

/// Everything a map shows.
#[derive(Debug, Clone)]
pub struct Map<'a> {
    /// Headline; wrapped when long.
    pub title: String,
    /// A line or two below it; empty for none.
    pub subtitle: String,
    /// Where the data come from; the last line of the page.
    pub source: String,
    /// Distance classes from near to far, best at most six. Their colours follow from their number and from where the norm lies.
    pub classes: Vec<Class>,
    /// The cells.
    pub cells: CellMarks<'a>,
    /// Municipalities, those of the study and those around it.
    pub borders: Vec<Border<'a>>,
    /// Desks and places for one. Later ones are drawn over earlier ones of the same kind.
    pub sites: Vec<SiteMark>,
    /// Who goes where; empty for a map without.
    pub flows: Vec<Flow>,
    /// All other words on the map.
    pub words: MapWords,
}

/// A distance class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Class {
    /// Its line in the legend: `1 – 2 km`, with a share behind it if wanted.
    pub label: String,
    /// Whether everyone in it lives beyond the norm. The colours jump where this first holds.
    pub beyond_norm: bool,
}

/// Population cells, column by column.
#[derive(Debug, Clone, Copy)]
pub struct CellMarks<'a> {
    /// Centres.
    pub centres: Planar<&'a [Coord<f64>]>,
    /// Side of the squares; zero for points, which become dots.
    pub side: Metres,
    /// Index in [`Map::classes`], or [`CONTEXT`] or [`HIDDEN`]; a cell without is not drawn.
    pub class: &'a [u8],
    /// Residents, for the class of squares that are too small to be drawn one by one; a cell without counts 1.
    pub weight: &'a [f64],
}

/// A municipality.
#[derive(Debug, Clone)]
pub struct Border<'a> {
    /// Its outline.
    pub shape: Planar<&'a MultiPolygon<f64>>,
    /// Its name; empty for none.
    pub name: String,
    /// Whether the study is about it. The page is fitted to these; the others are drawn pale as far as they fit.
    pub in_study: bool,
}

/// What stands at a site. Each kind has a shape of its own, so that it is known without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SiteKind {
    /// No desk may come here, or one closes: a cross in a circle.
    Excluded,
    /// A desk could come here: an open triangle.
    Candidate,
    /// A desk outside the study: an open circle.
    OpenOutside,
    /// A desk of the study: a filled circle.
    Open,
    /// A desk must come here, or is new: a diamond.
    Required,
}

impl SiteKind {
    /// Every kind, from the least to the most important: the order of drawing.
    pub const ALL: [Self; 5] = [Self::Excluded, Self::Candidate, Self::OpenOutside, Self::Open, Self::Required];
}

/// A site on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct SiteMark {
    /// Where it is.
    pub at: Planar<Coord<f64>>,
    /// What stands there.
    pub kind: SiteKind,
    /// Its name, written beside it while there are few; `None` for never.
    pub label: Option<String>,
}

/// A line from where people live to where they go.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Flow {
    /// Where they live.
    pub from: Planar<Coord<f64>>,
    /// Where they go.
    pub to: Planar<Coord<f64>>,
    /// How many they are: the width of the line is in proportion. One that is not above 0 is not drawn.
    pub weight: f64,
}

/// The words of a map, in the language of the study.
#[derive(Debug, Clone, Default)]
pub struct MapWords {
    /// Language code of all texts: `nl`, `en`.
    pub language: String,
    /// What the map shows, in a sentence or two, for readers who do not see it.
    pub description: String,
    /// Heading of the classes.
    pub legend: String,
    /// Beside the line between the classes within and beyond the norm: `norm: 2 km`. Empty for no line.
    pub norm: String,
    /// Legend of [`CONTEXT`] cells, if there are any; empty for none.
    pub context: String,
    /// Heading of the site symbols.
    pub sites: String,
    /// Legend of each kind of site that is to be explained, in this order.
    pub site_kinds: Vec<(SiteKind, String)>,
    /// Heading of the sample lines.
    pub flows: String,
    /// Sample lines of the legend: a weight, and what to write beside a line of that width. Left out on a map without flows.
    pub flow_widths: Vec<(f64, String)>,
    /// Unit of a short scale bar: `m`. Without units there is no scale bar.
    pub metres: String,
    /// Unit of a long scale bar: `km`.
    pub kilometres: String,
    /// The letter at the north arrow; empty for no arrow.
    pub north: String,
}
