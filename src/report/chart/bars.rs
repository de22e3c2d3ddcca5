//! Bars of 100 % below each other, each cut into classes.

use plotters::style::RGBColor;

use super::colour::{GREY, INK, WHITE, readable_on};
use super::key::{Key, Symbol};
use super::page::{AXIS, LABEL, MARGIN, ROOM, page};
use super::sheet::{Anchor, Letters, Sheet, length, whole};
use super::texts::Texts;

/// Percentages in the bars.
const INSIDE: i32 = 23;
/// Least white on each side of a percentage in its segment.
const PAD: i32 = 9;
/// Between names and bars.
const GAP: i32 = 20;
/// White at the right: half the widest number of the axis.
const RIGHT: i32 = 34;
/// Height of the numbers of an axis.
const TICKS: i32 = 42;
/// From this many bars on the axis is at the top too.
const LONG: usize = 15;

/// A bar.
#[derive(Debug, Clone)]
pub(super) struct Bar<'a> {
    /// Its name.
    pub name: &'a str,
    /// A percentage a class.
    pub shares: Vec<f64>,
}

/// Bars below each other.
#[derive(Debug, Clone)]
pub(super) struct Bars<'a> {
    /// The words around.
    pub texts: &'a Texts,
    /// Labels of the classes.
    pub classes: Vec<&'a str>,
    /// Colours of the classes.
    pub colours: Vec<RGBColor>,
    /// The bars.
    pub rows: Vec<Bar<'a>>,
    /// Most room for the names.
    pub names: i32,
    /// Most lines of a name.
    pub lines: usize,
    /// From a bar to the next.
    pub pitch: i32,
}

impl Bars<'_> {
    /// Draws the page. Time is linear in segments.
    pub fn draw(&self) -> String {
        let key = Key::new(self.classes.iter().zip(&self.colours).map(|(label, colour)| (Symbol::Fill(*colour), *label)));
        let upper = if self.rows.len() >= LONG { TICKS } else { 0 };
        let above = key.height() + if key.height() > 0 { 18 } else { 0 };
        let rows = self.pitch * length(self.rows.len().max(1));
        page(self.texts, above + upper + rows + TICKS, |sheet, top| {
            key.draw(sheet, top);
            self.body(sheet, top + above + upper, rows);
        })
    }

    fn body(&self, sheet: &Sheet, top: i32, height: i32) {
        let names: Vec<Vec<String>> = self.rows.iter().map(|bar| self.name(bar)).collect();
        let widest = names.iter().flatten().map(|line| LABEL.width(line)).max().unwrap_or(0);
        let left = MARGIN + widest + GAP;
        let width = ROOM + MARGIN - RIGHT - left;
        for percent in [0, 25, 50, 75, 100] {
            let x = left + whole(f64::from(width * percent) / 100.0);
            sheet.line(vec![(x, top), (x, top + height + 8)], GREY, 2);
            let label = format!("{percent}{}", self.texts.percent);
            sheet.text((x, top + height + TICKS - 6), Anchor::Middle, AXIS, &label);
            if self.rows.len() >= LONG {
                sheet.text((x, top - 14), Anchor::Middle, AXIS, &label);
            }
        }
        let mut middle = top + self.pitch / 2;
        for (bar, name) in self.rows.iter().zip(names) {
            let leading = LABEL.size + 4;
            let mut baseline = middle + LABEL.drop() - leading * (length(name.len()) - 1) / 2;
            for line in name {
                sheet.text((MARGIN, baseline), Anchor::Start, LABEL, &line);
                baseline += leading;
            }
            let thick = self.pitch * 3 / 4;
            self.bar(sheet, bar, [left, middle - thick / 2, width, thick]);
            middle += self.pitch;
        }
    }

    fn name(&self, bar: &Bar) -> Vec<String> {
        if self.lines == 1 { vec![LABEL.cut(bar.name, self.names)] } else { LABEL.wrap(bar.name, self.names, self.lines) }
    }

    fn bar(&self, sheet: &Sheet, bar: &Bar, [left, top, width, height]: [i32; 4]) {
        let mut reached = 0.0;
        let mut from = left;
        for (share, colour) in bar.shares.iter().zip(&self.colours) {
            // No number and less than nothing are nothing; what is over 100 does not leave the bar.
            let share = if share.is_finite() { share.clamp(0.0, 100.0) } else { 0.0 };
            let whole_fits = reached + share < 100.5;
            reached = f64::min(reached + share, 100.0);
            let to = left + whole(reached / 100.0 * f64::from(width));
            if to == from {
                continue;
            }
            sheet.rect([from, top, to - from, height], *colour);
            if from > left {
                sheet.line(vec![(from, top), (from, top + height)], WHITE, 2);
            }
            let letters = Letters { size: INSIDE, colour: readable_on(*colour) };
            let label = format!("{share:.0}{}", self.texts.percent);
            if whole_fits && letters.width(&label) + 2 * PAD <= to - from {
                sheet.text((i32::midpoint(from, to), top + height / 2 + letters.drop()), Anchor::Middle, letters, &label);
            }
            from = to;
        }
        sheet.edge([left, top, width, height], INK);
    }
}
