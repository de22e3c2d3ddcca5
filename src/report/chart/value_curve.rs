//! How good the best plan is for each budget, and what could at most be possible.

use plotters::style::RGBColor;

use super::axes::{Axes, Axis, Place};
use super::colour::{GREY, INK, shades};
use super::key::{Key, Symbol};
use super::page::page;
use super::sheet::Sheet;
use super::texts::Texts;

/// Height of the plot.
const HEIGHT: i32 = 520;
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
    let head = plot.axes.head();
    page(&chart.texts, above + head + HEIGHT + plot.axes.foot(), |sheet, top| {
        key.draw(sheet, top);
        plot.draw(sheet, top + above + head);
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

/// What is drawn, and where.
struct Plot {
    points: Vec<ValuePoint>,
    axes: Axes,
}

impl Plot {
    fn new(chart: &ValueCurve) -> Self {
        let finite = chart.points.iter().filter(|point| point.at.is_finite() && point.value.is_finite());
        let mut points: Vec<ValuePoint> = finite.copied().collect();
        points.sort_by(|one, other| one.at.total_cmp(&other.at));
        let across = points.iter().map(|point| point.at).collect();
        let up = points.iter().flat_map(|point| [point.value, point.bound]).collect();
        let place = Place { height: HEIGHT, inset: 0 };
        Self { axes: Axes::new([&chart.horizontal, &chart.vertical], [across, up], chart.mark.as_ref(), place), points }
    }

    /// Whether value and bound are apart anywhere.
    fn is_open(&self) -> bool {
        self.points.iter().any(|point| point.bound.is_finite() && self.axes.up(point.value) != self.axes.up(point.bound))
    }

    fn draw(&self, sheet: &Sheet, top: i32) {
        let bottom = top + HEIGHT;
        self.axes.numbers(sheet, bottom);
        self.band(sheet, bottom);
        let at = |point: &ValuePoint| (self.axes.x(point.at), bottom - self.axes.up(point.value));
        self.axes.floor(sheet, bottom);
        self.axes.mark(sheet, top);
        sheet.line(self.points.iter().map(at).collect(), line(), 4);
        let radius = if self.points.len() < MANY { 8 } else { 5 };
        for point in &self.points {
            sheet.dot(at(point), radius, line());
        }
    }

    /// The band over stretches of plans that have a bound.
    fn band(&self, sheet: &Sheet, bottom: i32) {
        let high = |value: f64| bottom - self.axes.up(value);
        for stretch in self.points.split(|point| !point.bound.is_finite()) {
            if let [point] = stretch {
                let (value, bound) = (high(point.value), high(point.bound));
                if value != bound {
                    let bar = [self.axes.x(point.at) - 8, value.min(bound), 16, (value - bound).abs()];
                    sheet.rect(bar, between());
                    sheet.edge(bar, edge());
                }
                continue;
            }
            let bounds: Vec<_> = stretch.iter().map(|point| (self.axes.x(point.at), high(point.bound))).collect();
            let values = stretch.iter().rev().map(|point| (self.axes.x(point.at), high(point.value)));
            sheet.polygon(bounds.iter().copied().chain(values).collect(), between());
            sheet.line(bounds, edge(), 2);
        }
    }
}
