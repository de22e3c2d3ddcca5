//! What each assumption does to one figure: a tornado.

use super::axes::Axis;
use super::colour::{GREY, INK, WHITE, shades};
use super::key::{Key, Symbol};
use super::page::{AXIS, LABEL, MARGIN, ROOM, page};
use super::sheet::{Anchor, Letters, Sheet, length, whole};
use super::texts::Texts;

/// Most room for the names.
const NAMES: i32 = 400;
/// Most lines of a name.
const LINES: usize = 2;
/// Height of such a line.
const LEADING: i32 = 29;
/// Between names and what follows, and between a bar and its label.
const GAP: i32 = 14;
/// Widest label of an end.
const WIDEST: i32 = 250;
/// Height of a bar, and from a bar to the next.
const THICK: i32 = 40;
const PITCH: i32 = 70;
/// Height of the numbers of the axis.
const TICKS: i32 = 42;
/// The values at the ends of a bar.
const ENDS: Letters = Letters { size: 23, colour: INK };

/// A bar of [`Tornado`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TornadoRow {
    /// The assumption, of at most two lines.
    pub name: String,
    /// The figure at each end; no bar without two numbers.
    pub ends: [f64; 2],
    /// The value of the assumption at each end.
    pub labels: [String; 2],
}

/// What [`tornado`] draws.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tornado {
    /// The words around.
    pub texts: Texts,
    /// The figure as the study has it, and what the line there means.
    pub line: (f64, String),
    /// The bars, from above.
    pub rows: Vec<TornadoRow>,
    /// The axis of the figure. A number that would meet the one before it is left out.
    pub axis: Axis,
}

/// Draws a bar for each assumption, from its one end to the other, and a line where the study is. Time is linear in bars.
#[must_use]
pub fn tornado(chart: &Tornado) -> String {
    let key = Key::new([(Symbol::Line(INK), chart.line.1.as_str())]);
    let above = key.height() + if key.height() > 0 { 18 } else { 0 };
    let height = PITCH * length(chart.rows.len().max(1));
    let label = if chart.axis.label.trim().is_empty() { 0 } else { TICKS };
    page(&chart.texts, above + height + TICKS + label, |sheet, top| {
        key.draw(sheet, top);
        Plot::new(chart).draw(sheet, top + above, height);
    })
}

/// Where everything stands.
struct Plot<'c> {
    chart: &'c Tornado,
    left: i32,
    right: i32,
    /// The ends of the axis.
    from: f64,
    to: f64,
}

impl<'c> Plot<'c> {
    fn new(chart: &'c Tornado) -> Self {
        let names = chart.rows.iter().flat_map(|row| LABEL.wrap(&row.name, NAMES, LINES));
        let name = names.map(|line| LABEL.width(&line)).max().unwrap_or(0);
        let label = |end: usize| chart.rows.iter().map(|row| ENDS.width(&ENDS.cut(sorted(row)[end].1, WIDEST))).max().unwrap_or(0);
        let all = chart.rows.iter().flat_map(|row| row.ends).chain([chart.line.0]).chain(chart.axis.ticks.iter().map(|tick| tick.0));
        let finite: Vec<f64> = all.filter(|value| value.is_finite()).collect();
        Self {
            chart,
            left: MARGIN + name + 2 * GAP + label(0),
            right: MARGIN + ROOM - 2 * GAP - label(1),
            from: finite.iter().copied().fold(f64::INFINITY, f64::min),
            to: finite.iter().copied().fold(f64::NEG_INFINITY, f64::max),
        }
    }

    /// Where a value stands; in the middle when the axis has no length.
    fn along(&self, value: f64) -> i32 {
        let part = (value - self.from) / (self.to - self.from);
        self.left + whole(if part.is_finite() { part.clamp(0.0, 1.0) } else { 0.5 } * f64::from(self.right - self.left))
    }

    fn draw(&self, sheet: &Sheet, top: i32, height: i32) {
        let bottom = top + height;
        let mut free = i32::MIN;
        for (value, words) in &self.chart.axis.ticks {
            let (x, half) = (self.along(*value), AXIS.width(words) / 2 + GAP);
            sheet.line(vec![(x, top), (x, bottom + 8)], GREY, 2);
            if x - half >= free {
                sheet.text((x, bottom + TICKS - 6), Anchor::Middle, AXIS, words);
                free = x + half;
            }
        }
        let middle = i32::midpoint(self.left, self.right);
        let words = AXIS.cut(&self.chart.axis.label, self.right - self.left);
        sheet.text((middle, bottom + 2 * TICKS - 6), Anchor::Middle, AXIS, &words);
        for (row, number) in self.chart.rows.iter().zip(0..) {
            self.row(sheet, row, top + PITCH * number + PITCH / 2);
        }
        if self.chart.line.0.is_finite() {
            let x = self.along(self.chart.line.0);
            sheet.line(vec![(x, top), (x, bottom)], INK, 4);
        }
    }

    fn row(&self, sheet: &Sheet, row: &TornadoRow, middle: i32) {
        let name = LABEL.wrap(&row.name, NAMES, LINES);
        let mut baseline = middle + LABEL.drop() - LEADING * (length(name.len()) - 1) / 2;
        for line in name {
            sheet.text((MARGIN, baseline), Anchor::Start, LABEL, &line);
            baseline += LEADING;
        }
        let [(low, before), (high, after)] = sorted(row);
        if !low.is_finite() || !high.is_finite() {
            return;
        }
        let (left, right) = (self.along(low), self.along(high));
        let bar = [left, middle - THICK / 2, (right - left).max(2), THICK];
        sheet.rect(bar, shades(3)[1]);
        sheet.edge(bar, INK);
        let baseline = middle + ENDS.drop();
        for (words, anchor, x) in [(before, Anchor::End, left - GAP), (after, Anchor::Start, right + GAP)] {
            let words = ENDS.cut(words, WIDEST);
            let wide = ENDS.width(&words);
            // White below it: the lines of the axis do not run through a value.
            let from = if anchor == Anchor::End { x - wide - 4 } else { x - 4 };
            if wide > 0 {
                sheet.rect([from, middle - THICK / 2 + 4, wide + 8, THICK - 8], WHITE);
            }
            sheet.text((x, baseline), anchor, ENDS, &words);
        }
    }
}

/// The ends of a bar with their labels, from left to right.
fn sorted(row: &TornadoRow) -> [(f64, &str); 2] {
    let [one, other] = [(row.ends[0], row.labels[0].as_str()), (row.ends[1], row.labels[1].as_str())];
    if one.0 <= other.0 { [one, other] } else { [other, one] }
}
