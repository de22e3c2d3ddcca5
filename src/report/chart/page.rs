//! The page around a chart: title and subtitle above it, note and source below; its height follows from what it holds.

use super::colour::{INK, PALE, SOFT};
use super::sheet::{Anchor, Letters, Sheet, length, whole};
use super::texts::Texts;

/// Width of every page.
pub(super) const WIDTH: i32 = 1552;
/// White around everything.
pub(super) const MARGIN: i32 = 64;
/// Width of what stands on the page.
pub(super) const ROOM: i32 = WIDTH - 2 * MARGIN;
/// Labels and names.
pub(super) const LABEL: Letters = Letters { size: 25, colour: INK };
/// Numbers at the axes.
pub(super) const AXIS: Letters = Letters { size: 23, colour: SOFT };

const TITLES: [Letters; 3] = [Letters { size: 46, colour: INK }, Letters { size: 40, colour: INK }, Letters { size: 36, colour: INK }];
const SUBTITLE: Letters = Letters { size: 27, colour: SOFT };
const NOTE: Letters = Letters { size: 23, colour: SOFT };
const SOURCE: Letters = Letters { size: 21, colour: PALE };

/// Part of the room that text may take: fonts of a browser are wider than ours.
const SLACK: f64 = 0.94;

/// A text in lines.
#[derive(Debug, Clone)]
struct Lines {
    lines: Vec<String>,
    letters: Letters,
}

impl Lines {
    fn new(text: &str, letters: Letters, most: usize) -> Self {
        Self { lines: letters.wrap(text, whole(f64::from(ROOM) * SLACK), most), letters }
    }

    fn title(text: &str) -> Self {
        let fits = |letters: &&Letters| f64::from(letters.width(text)) <= f64::from(ROOM) * SLACK;
        Self::new(text, *TITLES.iter().find(fits).unwrap_or(&TITLES[2]), 3)
    }

    fn leading(&self) -> i32 {
        whole(f64::from(self.letters.size) * 1.28)
    }

    fn height(&self) -> i32 {
        self.leading() * length(self.lines.len())
    }

    /// Draws the lines and gives where they end.
    fn draw(&self, sheet: &Sheet, top: i32) -> i32 {
        let mut baseline = top + self.letters.size;
        for line in &self.lines {
            sheet.text((MARGIN, baseline), Anchor::Start, self.letters, line);
            baseline += self.leading();
        }
        top + self.height()
    }
}

/// Draws a chart whose body is `height` units high on a page with its texts; `body` gets the sheet and the top of its place.
pub(super) fn page(texts: &Texts, height: i32, body: impl FnOnce(&Sheet, i32)) -> String {
    let (title, subtitle) = (Lines::title(&texts.title), Lines::new(&texts.subtitle, SUBTITLE, 3));
    let (note, source) = (Lines::new(&texts.note, NOTE, 4), Lines::new(&texts.source, SOURCE, 3));
    let head = title.height() + subtitle.height();
    let top = MARGIN - 12 + head + if head > 0 { 30 } else { 0 };
    let foot = note.height() + source.height();
    let bottom = top + height + if foot > 0 { 26 } else { 0 };
    Sheet::picture(WIDTH, bottom + foot + MARGIN - 16, texts, |sheet| {
        let below = title.draw(sheet, MARGIN - 12);
        subtitle.draw(sheet, below + 2);
        body(sheet, top);
        let below = note.draw(sheet, bottom - 4);
        source.draw(sheet, below + 4);
    })
}
