//! How good the best plan is for each budget, and what could at most be possible.

use plotters::style::RGBColor;

use super::colour::{GREY, INK, shades};
use super::key::{Key, Symbol};
use super::page::{AXIS, LABEL, MARGIN, ROOM, page};
use super::sheet::{Anchor, Sheet, whole};
use super::texts::Texts;

/// Height of the plot.
const HEIGHT: i32 = 520;
/// Widest number of an axis.
const WIDEST: i32 = 260;
/// Between the numbers of the vertical axis and the plot.
const GAP: i32 = 18;
/// White at the right: half a dot, and half a number of the axis.
const RIGHT: i32 = 34;
/// Height of the numbers below the plot.
const TICKS: i32 = 46;
/// Height of a line of words above or below the plot.
const LINE: i32 = 38;
/// Least white between two numbers beside each other.
const BESIDE: i32 = 20;
/// Least distance from a number to the one above it.
const ABOVE: i32 = 32;
/// From this many plans on the dots are small.
const MANY: usize = 40;

/// A plan.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct ValuePoint {
    /// Where it stands on the horizontal axis.
    pub at: f64,
    /// How good it is. The plan is left out when this or its place is no number.
    pub value: f64,
    /// How good a plan could at most be there: above the value, or below it where less is better; no band where it is no number.
    pub bound: f64,
}

/// An axis: its range is that of what is drawn and of its numbers.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Axis {
    /// What it measures.
    pub label: String,
    /// Its numbers and what is written there; one that would meet the one before it is left out.
    pub ticks: Vec<(f64, String)>,
}

/// What [`value_curve`] draws.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ValueCurve {
    /// The words around.
    pub texts: Texts,
    /// The plans, in any order.
    pub points: Vec<ValuePoint>,
    /// What the line is.
    pub line: String,
    /// What the band is; not in the key when value and bound are the same everywhere.
    pub band: String,
    /// The axis of what is spent.
    pub horizontal: Axis,
    /// The axis of what is reached.
    pub vertical: Axis,
    /// A dashed line from top to bottom, and what it is.
    pub mark: Option<(f64, String)>,
}

impl ValueCurve {
    /// Whether there is a band: value and bound are apart somewhere.
    #[must_use]
    pub fn has_band(&self) -> bool {
        Plot::new(self).is_open()
    }
}

/// Draws a line with a dot at every plan, from the cheapest to the dearest, and a band up or down to the bounds. A plan without neighbours
/// that have a bound has a bar instead of a band. Time is in plans and numbers of the axes, times the logarithm of how many there are.
#[must_use]
pub fn value_curve(chart: &ValueCurve) -> String {
    let plot = Plot::new(chart);
    let band = Some((Symbol::Fill(between()), chart.band.as_str())).filter(|_| plot.is_open());
    let key = Key::new([(Symbol::Points(line()), chart.line.as_str())].into_iter().chain(band));
    let above = key.height() + if key.height() > 0 { 12 } else { 0 };
    let below = TICKS + if chart.horizontal.label.trim().is_empty() { 0 } else { LINE };
    page(&chart.texts, above + plot.head() + HEIGHT + below, |sheet, top| {
        key.draw(sheet, top);
        plot.draw(sheet, top + above + plot.head());
    })
}

/// The line and its dots.
fn line() -> RGBColor {
    shades(6).last().copied().unwrap_or(INK)
}

/// Between value and bound.
fn between() -> RGBColor {
    shades(6).get(1).copied().unwrap_or(GREY)
}

/// The edge of the band at the bounds.
fn edge() -> RGBColor {
    shades(6).get(3).copied().unwrap_or(INK)
}

/// Values and numbers along an axis.
#[derive(Debug, Clone)]
struct Scale {
    from: f64,
    to: f64,
    ticks: Vec<(f64, String)>,
}

impl Scale {
    fn new(axis: &Axis, values: impl Iterator<Item = f64>) -> Self {
        let finite = axis.ticks.iter().filter(|(at, _)| at.is_finite());
        let mut ticks: Vec<_> = finite.map(|(at, words)| (*at, AXIS.cut(words, WIDEST))).collect();
        ticks.sort_by(|one, other| one.0.total_cmp(&other.0));
        let all = values.chain(ticks.iter().map(|(at, _)| *at)).filter(|value| value.is_finite());
        let (from, to) = all.fold((f64::INFINITY, f64::NEG_INFINITY), |(from, to), value| (from.min(value), to.max(value)));
        Self { from, to, ticks }
    }

    /// How far a value is along `length` units; half of them when there is but one value.
    fn along(&self, value: f64, length: i32) -> i32 {
        // Halves first: the distance between two numbers may be none.
        let part = (value / 2.0 - self.from / 2.0) / (self.to / 2.0 - self.from / 2.0);
        whole(if part.is_finite() { part.clamp(0.0, 1.0) } else { 0.5 } * f64::from(length))
    }
}

/// What is drawn, and where.
struct Plot<'c> {
    chart: &'c ValueCurve,
    points: Vec<ValuePoint>,
    mark: Option<(f64, String)>,
    horizontal: Scale,
    vertical: Scale,
    left: i32,
}

impl<'c> Plot<'c> {
    fn new(chart: &'c ValueCurve) -> Self {
        let finite = chart.points.iter().filter(|point| point.at.is_finite() && point.value.is_finite());
        let mut points: Vec<ValuePoint> = finite.copied().collect();
        points.sort_by(|one, other| one.at.total_cmp(&other.at));
        let mark = chart.mark.as_ref().filter(|(at, _)| at.is_finite());
        let mark = mark.map(|(at, words)| (*at, LABEL.cut(words, ROOM * 9 / 10).trim().to_owned()));
        let horizontal = Scale::new(&chart.horizontal, points.iter().map(|point| point.at).chain(mark.iter().map(|(at, _)| *at)));
        let vertical = Scale::new(&chart.vertical, points.iter().flat_map(|point| [point.value, point.bound]));
        let widest = vertical.ticks.iter().map(|(_, words)| AXIS.width(words)).max().unwrap_or(0);
        Self { chart, points, mark, horizontal, vertical, left: MARGIN + widest + GAP }
    }

    fn right() -> i32 {
        MARGIN + ROOM - RIGHT
    }

    fn x(&self, at: f64) -> i32 {
        self.left + self.horizontal.along(at, Self::right() - self.left)
    }

    /// The height of a value above the bottom.
    fn height(&self, value: f64) -> i32 {
        self.vertical.along(value, HEIGHT)
    }

    /// Whether value and bound are apart anywhere.
    fn is_open(&self) -> bool {
        self.points.iter().any(|point| point.bound.is_finite() && self.height(point.value) != self.height(point.bound))
    }

    /// The label of the vertical axis.
    fn measured(&self) -> String {
        AXIS.cut(&self.chart.vertical.label, ROOM * 9 / 10).trim().to_owned()
    }

    /// The middle of a line of text below or above a place, kept on the page.
    fn centre(at: i32, width: i32) -> i32 {
        at.clamp(MARGIN + width / 2, (MARGIN + ROOM - width / 2).max(MARGIN + width / 2))
    }

    /// Lines of words above the plot: the mark, and above or left of it what the vertical axis measures.
    fn head_lines(&self) -> [i32; 2] {
        let measured = self.measured();
        let mark = self.mark.as_ref().filter(|(_, words)| !words.is_empty());
        let beside = mark.is_some_and(|(at, words)| {
            let width = LABEL.width(words);
            Self::centre(self.x(*at), width) - width / 2 > MARGIN + AXIS.width(&measured) + BESIDE
        });
        [mark.is_some(), !measured.is_empty() && !beside].map(i32::from)
    }

    /// Height of what stands between key and plot.
    fn head(&self) -> i32 {
        24 + LINE * self.head_lines().iter().sum::<i32>()
    }

    fn draw(&self, sheet: &Sheet, top: i32) {
        let bottom = top + HEIGHT;
        self.numbers(sheet, bottom);
        self.band(sheet, bottom);
        let at = |point: &ValuePoint| (self.x(point.at), bottom - self.height(point.value));
        sheet.line(vec![(self.left, bottom), (Self::right(), bottom)], INK, 3);
        self.mark(sheet, top);
        sheet.line(self.points.iter().map(at).collect(), line(), 4);
        let radius = if self.points.len() < MANY { 8 } else { 5 };
        for point in &self.points {
            sheet.dot(at(point), radius, line());
        }
    }

    /// The numbers of both axes, and what they measure.
    fn numbers(&self, sheet: &Sheet, bottom: i32) {
        let mut free = i32::MAX;
        for (at, words) in &self.vertical.ticks {
            let y = bottom - self.height(*at);
            if y <= free {
                sheet.line(vec![(self.left, y), (Self::right(), y)], GREY, 2);
                sheet.text((self.left - GAP + 4, y + AXIS.drop()), Anchor::End, AXIS, words);
                free = y - ABOVE;
            }
        }
        let mut free = i32::MIN;
        for (at, words) in &self.horizontal.ticks {
            let (x, width) = (self.x(*at), AXIS.width(words));
            let centre = Self::centre(x, width);
            if centre - width / 2 >= free {
                sheet.line(vec![(x, bottom), (x, bottom + 9)], INK, 2);
                sheet.text((centre, bottom + TICKS - 10), Anchor::Middle, AXIS, words);
                free = centre + width / 2 + BESIDE;
            }
        }
        let spent = AXIS.cut(&self.chart.horizontal.label, ROOM * 9 / 10);
        let centre = Self::centre(i32::midpoint(self.left, Self::right()), AXIS.width(&spent));
        sheet.text((centre, bottom + TICKS + LINE - 10), Anchor::Middle, AXIS, &spent);
        let [marked, own] = self.head_lines();
        sheet.text((MARGIN, bottom - HEIGHT - 30 - LINE * marked * own), Anchor::Start, AXIS, &self.measured());
    }

    /// The band over stretches of plans that have a bound.
    fn band(&self, sheet: &Sheet, bottom: i32) {
        let high = |value: f64| bottom - self.height(value);
        for stretch in self.points.split(|point| !point.bound.is_finite()) {
            if let [point] = stretch {
                let (value, bound) = (high(point.value), high(point.bound));
                if value != bound {
                    let bar = [self.x(point.at) - 8, value.min(bound), 16, (value - bound).abs()];
                    sheet.rect(bar, between());
                    sheet.edge(bar, edge());
                }
                continue;
            }
            let bounds: Vec<_> = stretch.iter().map(|point| (self.x(point.at), high(point.bound))).collect();
            let values = stretch.iter().rev().map(|point| (self.x(point.at), high(point.value)));
            sheet.polygon(bounds.iter().copied().chain(values).collect(), between());
            sheet.line(bounds, edge(), 2);
        }
    }

    /// The dashed line, below its words.
    fn mark(&self, sheet: &Sheet, top: i32) {
        if let Some((at, words)) = &self.mark {
            let x = self.x(*at);
            sheet.dashes((x, top - 20), (x, top + HEIGHT), INK, 3);
            sheet.text((Self::centre(x, LABEL.width(words)), top - 30), Anchor::Middle, LABEL, words);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_holds_its_values_and_its_numbers() {
        let axis = |ticks: &[f64]| Axis { label: String::new(), ticks: ticks.iter().map(|at| (*at, String::new())).collect() };
        let along = |ticks: &[f64], values: &[f64], value: f64| Scale::new(&axis(ticks), values.iter().copied()).along(value, 100);
        assert_eq!([0.0, 5.0, 20.0].map(|value| along(&[20.0, 0.0], &[5.0], value)), [0, 25, 100]);
        assert_eq!([-5.0, 0.0, 15.0].map(|value| along(&[0.0, f64::NAN], &[-5.0, 15.0, f64::INFINITY], value)), [0, 25, 100]);
        // One value, or none, is in the middle; the widest range there is has one too.
        assert_eq!([along(&[], &[7.0, 7.0], 7.0), along(&[], &[], 7.0), along(&[], &[f64::MIN, f64::MAX], 0.0)], [50; 3]);
    }
}
