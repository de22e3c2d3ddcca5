//! How much of the need can be met at each quarter of an hour of a typical week.

use plotters::style::RGBColor;

use super::colour::{GREY, INK, MIDDLE, WHITE, ramp};
use super::key::{Key, Symbol};
use super::page::{AXIS, LABEL, MARGIN, ROOM, page};
use super::sheet::{Anchor, Letters, Sheet, length, whole};
use super::texts::Texts;
use super::week_label::{Ground, Place, place};

/// Quarters of an hour in a day.
const DAY: usize = 96;
/// Days in a week.
const DAYS: usize = 7;
/// Quarters of an hour in a week.
const WEEK: usize = DAYS * DAY;
/// Units a quarter of an hour.
const QUARTER: i32 = 2;
/// Room for the numbers of the axis.
const LEFT: i32 = 80;
/// Height of the plot.
const HEIGHT: i32 = 520;
/// Height of the numbers of hours and the names of days.
const BELOW: i32 = 84;

/// A value for each quarter of an hour of a week, with what it is called.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Curve {
    /// Its name.
    pub label: String,
    /// 672 percentages, the first from the first hour of the first day; a gap where one is missing or no number.
    pub values: Vec<f64>,
}

/// Between which values a [`Curve`] lies, each as in [`Curve::values`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Band {
    /// Its name.
    pub label: String,
    /// The least.
    pub low: Vec<f64>,
    /// The most.
    pub high: Vec<f64>,
}

/// A value that no curve can exceed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Limit {
    /// Its name.
    pub label: String,
    /// The percentage; what is no number is left out.
    pub value: f64,
}

/// What [`week_curve`] draws.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct WeekCurve {
    /// The words around.
    pub texts: Texts,
    /// Names of the days.
    pub days: [String; 7],
    /// What the hours below the plot are, short; stands left of them.
    pub hours: String,
    /// Drawn as a hill.
    pub main: Curve,
    /// The range of the main curve, if any.
    pub band: Option<Band>,
    /// Another curve, if any; its label stands beside it, or in the key when there is no room.
    pub second: Option<Curve>,
    /// A dashed line over the whole week, if any.
    pub limit: Option<Limit>,
}

/// Draws a week with a step for each quarter of an hour, 0 to 100 %. Time is linear in quarters, but for a label of the second curve:
/// see there; some milliseconds.
#[must_use]
pub fn week_curve(chart: &WeekCurve) -> String {
    let second = chart.second.as_ref().map(|curve| heights(&curve.values));
    let label = second.as_deref().and_then(|second| label(chart, second));
    let in_key = chart.second.as_ref().filter(|_| label.is_none()).map(|curve| (Symbol::Line(dark()), curve.label.as_str()));
    let entries = [(Symbol::Hill(hill()), chart.main.label.as_str())];
    let band = chart.band.as_ref().map(|band| (Symbol::Fill(range()), band.label.as_str()));
    let key = Key::new(entries.into_iter().chain(band).chain(in_key));
    let above = key.height() + if key.height() > 0 { 38 } else { 20 };
    page(&chart.texts, above + HEIGHT + BELOW, |sheet, top| {
        key.draw(sheet, top);
        let plot = Plot { sheet, left: MARGIN + LEFT, top: top + above };
        plot.frame(chart);
        plot.curves(chart, second.as_deref());
        plot.days(chart);
        if let Some(limit) = &chart.limit {
            plot.limit(limit);
        }
        if let (Some(place), Some(curve)) = (label, &chart.second) {
            plot.label(place, &curve.label);
        }
    })
}

/// Below the main curve: the palest of the ramp.
fn hill() -> RGBColor {
    ramp(6, 6).first().copied().unwrap_or(GREY)
}

/// Between the least and the most.
fn range() -> RGBColor {
    ramp(6, 6).get(1).copied().unwrap_or(GREY)
}

/// The second curve.
fn dark() -> RGBColor {
    ramp(6, 6).get(4).copied().unwrap_or(INK)
}

/// Heights below the top of the plot of the values of a week.
fn heights(values: &[f64]) -> Vec<Option<i32>> {
    (0..WEEK).map(|quarter| values.get(quarter).copied().filter(|value| value.is_finite()).map(height)).collect()
}

fn height(percent: f64) -> i32 {
    HEIGHT - whole(percent.clamp(0.0, 100.0) / 100.0 * f64::from(HEIGHT))
}

/// The letters of the label of the second curve.
fn beside() -> Letters {
    Letters { colour: dark(), ..LABEL }
}

/// Where the label of the second curve stands, in units from the corner of the plot.
fn label(chart: &WeekCurve, second: &[Option<i32>]) -> Option<Place> {
    let words = chart.second.as_ref().map(|curve| curve.label.as_str()).filter(|label| !label.trim().is_empty())?;
    let band = chart.band.iter().flat_map(|band| [heights(&band.low), heights(&band.high)]);
    let others: Vec<_> = std::iter::once(heights(&chart.main.values)).chain(band).collect();
    let limit = chart.limit.as_ref().filter(|limit| limit.value.is_finite()).map(|limit| {
        let y = height(limit.value);
        [[0, y - 2, length(WEEK) * QUARTER, 4], [0, y - 42, LABEL.width(&limit.label) + 28, 42]]
    });
    let taken: Vec<_> = limit.into_iter().flatten().collect();
    let plot = [0, 0, length(WEEK) * QUARTER, HEIGHT];
    let ground = Ground { plot, line: second, others: &others, taken: &taken };
    place(&ground, [LABEL.width(words), LABEL.size])
}

/// The curve through quarters that have a value, in steps: a list of points for each stretch without a gap.
fn steps(heights: &[Option<i32>]) -> Vec<Vec<(i32, i32)>> {
    let mut stretches: Vec<Vec<(i32, i32)>> = vec![Vec::new()];
    for (quarter, y) in heights.iter().enumerate() {
        let x = length(quarter) * QUARTER;
        match (y, stretches.last_mut()) {
            (Some(y), Some(points)) => match points.last_mut() {
                Some(last) if last.1 == *y => last.0 = x + QUARTER,
                _ => points.extend([(x, *y), (x + QUARTER, *y)]),
            },
            _ => stretches.push(Vec::new()),
        }
    }
    stretches.retain(|points| !points.is_empty());
    stretches
}

struct Plot<'s, 'a> {
    sheet: &'s Sheet<'a>,
    left: i32,
    top: i32,
}

impl Plot<'_, '_> {
    fn right(&self) -> i32 {
        self.left + length(WEEK) * QUARTER
    }

    fn at(&self, (x, y): (i32, i32)) -> (i32, i32) {
        (self.left + x, self.top + y)
    }

    /// The lines behind the curves and the percentages.
    fn frame(&self, chart: &WeekCurve) {
        for percent in [0, 25, 50, 75, 100] {
            let y = self.top + height(f64::from(percent));
            self.sheet.line(vec![(self.left, y), (self.right(), y)], GREY, 2);
            let words = format!("{percent}{}", chart.texts.percent);
            self.sheet.text((self.left - 14, y + AXIS.drop()), Anchor::End, AXIS, &words);
        }
    }

    fn curves(&self, chart: &WeekCurve, second: Option<&[Option<i32>]>) {
        let main = steps(&heights(&chart.main.values));
        for points in &main {
            let ends = [points.last(), points.first()].into_iter().flatten().map(|(x, _)| (*x, HEIGHT));
            self.polygon(points.iter().copied().chain(ends), hill());
        }
        if let Some(band) = &chart.band {
            self.band(&heights(&band.low), &heights(&band.high));
        }
        for points in main {
            self.line(points, INK, 3);
        }
        for points in second.map(steps).into_iter().flatten() {
            self.line(points, dark(), 4);
        }
    }

    /// The range, where both ends have a value.
    fn band(&self, low: &[Option<i32>], high: &[Option<i32>]) {
        let both = |one: &[Option<i32>], other: &[Option<i32>]| -> Vec<Option<i32>> {
            one.iter().zip(other).map(|(one, other)| other.and(*one)).collect()
        };
        for (high, low) in steps(&both(high, low)).into_iter().zip(steps(&both(low, high))) {
            self.polygon(high.into_iter().chain(low.into_iter().rev()), range());
        }
    }

    fn polygon(&self, points: impl Iterator<Item = (i32, i32)>, fill: RGBColor) {
        self.sheet.polygon(points.map(|point| self.at(point)).collect(), fill);
    }

    fn line(&self, points: Vec<(i32, i32)>, stroke: RGBColor, width: u32) {
        self.sheet.line(points.into_iter().map(|point| self.at(point)).collect(), stroke, width);
    }

    /// Days and hours: lines between days, ticks at 6, 12 and 18 hours, names.
    fn days(&self, chart: &WeekCurve) {
        let bottom = self.top + HEIGHT;
        self.sheet.text((self.left - 14, bottom + 34), Anchor::End, AXIS, &AXIS.cut(&chart.hours, LEFT - 14));
        let wide = length(DAY) * QUARTER;
        for (day, name) in (0..).zip(&chart.days) {
            let left = self.left + wide * day;
            for hour in [6, 12, 18] {
                let x = left + hour * wide / 24;
                self.sheet.line(vec![(x, bottom), (x, bottom + 9)], INK, 2);
                self.sheet.text((x, bottom + 34), Anchor::Middle, AXIS, &hour.to_string());
            }
            self.sheet.text((left + wide / 2, bottom + 70), Anchor::Middle, LABEL, &LABEL.cut(name, wide - 12));
            if day > 0 {
                self.sheet.line(vec![(left, self.top), (left, bottom + 78)], MIDDLE, 2);
            }
        }
        self.sheet.line(vec![(self.left, bottom), (self.right(), bottom)], INK, 4);
    }

    /// The dashed line with its label above it.
    fn limit(&self, limit: &Limit) {
        if limit.value.is_finite() {
            let y = self.top + height(limit.value);
            self.sheet.dashes((self.left, y), (self.right(), y), INK, 3);
            let words = LABEL.cut(&limit.label, ROOM - LEFT - 28);
            if !words.trim().is_empty() {
                self.sheet.rect([self.left + 8, y - 38, LABEL.width(&words) + 12, 31], WHITE);
            }
            self.sheet.text((self.left + 14, y - 14), Anchor::Start, LABEL, &words);
        }
    }

    /// The label of the second curve with a pointer.
    fn label(&self, place: Place, words: &str) {
        let ([left, top, width, tall], (x, y)) = (place.label, place.point);
        let end = if top > y { top - 2 } else { top + tall + 2 };
        self.line(vec![(x, end), (x, y)], dark(), 2);
        self.sheet.dot(self.at((x, y)), 6, dark());
        let letters = beside();
        if top + tall < y {
            let [from, upper] = [self.left + left - 5, self.top + top - 3];
            self.sheet.rect([from, upper, width + 10, tall + 5], WHITE);
        }
        self.sheet.text(self.at((left + width / 2, top + tall - 4)), Anchor::Middle, letters, words);
    }
}
