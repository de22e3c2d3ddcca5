//! The key above a chart: what each colour means.

use plotters::style::RGBColor;

use super::colour::{INK, WHITE};
use super::mark::Mark;
use super::page::{LABEL, MARGIN, ROOM};
use super::sheet::{Anchor, Sheet, length};

/// Height of a line of the key.
const LINE: i32 = 40;
/// Width and height of a swatch.
const SWATCH: [i32; 2] = [42, 26];
/// From a swatch to its label.
const GAP: i32 = 12;
/// Between two entries.
const BETWEEN: i32 = 38;

/// What a label explains.
#[derive(Debug, Clone, Copy)]
pub(super) enum Symbol {
    /// An area.
    Fill(RGBColor),
    /// A thick edge around an area.
    Frame,
    /// An area below a line.
    Hill(RGBColor),
    /// A line.
    Line(RGBColor),
    /// A line with a dot at every point.
    Points(RGBColor),
    /// The mark of a scenario, by its radius.
    Mark(Mark, i32),
    /// A disc of a radius.
    Disc(RGBColor, i32),
}

/// The key: entries one after the other, in as many lines as they need.
#[derive(Debug, Clone)]
pub(super) struct Key {
    entries: Vec<(Symbol, String, [i32; 2])>,
    lines: usize,
}

impl Key {
    /// Places the entries; those without a label are left out.
    pub fn new<'a>(entries: impl IntoIterator<Item = (Symbol, &'a str)>) -> Self {
        let mut key = Self { entries: Vec::new(), lines: 0 };
        let mut x = ROOM;
        for (symbol, label) in entries.into_iter().filter(|(_, label)| !label.trim().is_empty()) {
            let label = LABEL.cut(label, ROOM - SWATCH[0] - GAP);
            let width = SWATCH[0] + GAP + LABEL.width(&label);
            if key.lines == 0 || x + width > ROOM {
                x = 0;
                key.lines += 1;
            }
            key.entries.push((symbol, label, [MARGIN + x, LINE * (length(key.lines) - 1)]));
            x += width + BETWEEN;
        }
        key
    }

    /// The height of all lines.
    pub fn height(&self) -> i32 {
        LINE * length(self.lines)
    }

    /// Draws it.
    pub fn draw(&self, sheet: &Sheet, top: i32) {
        for (symbol, label, [x, y]) in &self.entries {
            let middle = top + y + LINE / 2;
            let [left, upper, width, height] = [*x, middle - SWATCH[1] / 2, SWATCH[0], SWATCH[1]];
            match symbol {
                Symbol::Fill(colour) => {
                    sheet.rect([left, upper, width, height], *colour);
                    sheet.edge([left, upper, width, height], INK);
                }
                Symbol::Frame => {
                    sheet.rect([left, upper, width, height], INK);
                    sheet.rect([left + 3, upper + 3, width - 6, height - 6], WHITE);
                }
                Symbol::Hill(colour) => {
                    sheet.rect([left, upper, width, height], *colour);
                    sheet.line(vec![(left, upper), (left + width, upper)], INK, 3);
                }
                Symbol::Line(colour) => sheet.line(vec![(left, middle), (left + width, middle)], *colour, 4),
                Symbol::Points(colour) => {
                    sheet.line(vec![(left, middle), (left + width, middle)], *colour, 4);
                    sheet.dot((left + width / 2, middle), 8, *colour);
                }
                Symbol::Mark(mark, radius) => mark.draw(sheet, (left + width / 2, middle), *radius),
                Symbol::Disc(colour, radius) => sheet.dot((left + width / 2, middle), *radius, *colour),
            }
            sheet.text((x + SWATCH[0] + GAP, middle + LABEL.drop()), Anchor::Start, LABEL, label);
        }
    }
}
