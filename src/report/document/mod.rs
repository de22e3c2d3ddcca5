//! A document in neutral terms: sections with texts, lists, tables and pictures, and maps that can be moved. Every word is set by the
//! caller; a writer of a format ([`super::html`], [`super::markdown`]) knows no measure and no language.

mod live_map;

pub use live_map::{LiveBorder, LiveClass, LiveDesk, LiveMap, LiveMeasure, LiveScenario, LiveSquares, LiveWords};

pub use super::terminal::Align;

/// A document.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// Language code of all texts: `nl`, `en`.
    pub language: String,
    /// Its title.
    pub title: String,
    /// The line below it.
    pub subtitle: String,
    /// The last line of the document.
    pub colophon: String,
    /// What stands in it, in order.
    pub sections: Vec<Section>,
    /// Words around the contents.
    pub words: DocumentWords,
}

/// Words that a writer puts around the contents.
#[derive(Debug, Clone, Copy, Default)]
pub struct DocumentWords {
    /// Above the list of sections.
    pub contents: &'static str,
    /// The link that leads past the list of sections.
    pub skip: &'static str,
    /// Before the name of a table that is wider than the window.
    pub scroll: &'static str,
}

/// A part of a document.
#[derive(Debug, Clone, Default)]
pub struct Section {
    /// Its name in links: letters, digits and hyphens, unique in the document.
    pub id: String,
    /// Its title.
    pub title: String,
    /// 1 for a chapter, 2 for a part of the chapter before it.
    pub level: u8,
    /// Whether it begins on a page of its own in print.
    pub new_page: bool,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Debug, Clone)]
pub enum Block {
    /// A heading inside the section.
    Heading(String),
    /// A paragraph.
    Paragraph(String),
    /// A paragraph that a reader must not miss.
    Callout(String),
    /// Sentences one below the other; numbered when their order counts.
    List {
        /// The sentences.
        items: Vec<String>,
        /// Whether they have numbers.
        numbered: bool,
    },
    /// Terms with what they mean.
    Terms(Vec<(String, String)>),
    /// A table.
    Table(TextTable),
    /// A picture.
    Figure(Figure),
    /// A map that can be moved, with a picture for where it cannot.
    Live(Box<LiveMap>),
}

/// A table of texts.
#[derive(Debug, Clone, Default)]
pub struct TextTable {
    /// What it shows, and in which unit.
    pub caption: String,
    /// Above each column.
    pub headings: Vec<String>,
    /// To which side each column stands.
    pub aligns: Vec<Align>,
    /// Its rows; the first cell of each names the row.
    pub rows: Vec<Vec<String>>,
}

/// A picture.
#[derive(Debug, Clone)]
pub struct Figure {
    /// The stem of its files: `chart-compare`.
    pub name: String,
    /// What it shows, for who does not see it.
    pub alt: String,
    /// The picture as SVG.
    pub svg: String,
}

impl Document {
    /// The pictures of the document, those of maps included, in order.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.sections.iter().flat_map(|section| &section.blocks).filter_map(|block| match block {
            Block::Figure(figure) => Some(figure),
            Block::Live(map) => Some(&map.still),
            _ => None,
        })
    }
}
