//! What different ways to spend the same money bring, side by side.

use plotters::style::RGBColor;

use super::colour::{GREY, INK, WHITE, shades};
use super::key::{Key, Symbol};
use super::page::{AXIS, LABEL, MARGIN, ROOM, page};
use super::percent_axis::{PercentAxis, share};
use super::sheet::{Anchor, Letters, Sheet, length};
use super::texts::Texts;

/// Most room for the names of groups.
const NAMES: i32 = 420;
/// Most lines of a name.
const LINES: usize = 3;
/// Height of such a line.
const LEADING: i32 = 29;
/// Between names and bars, and between a bar and its label.
const GAP: i32 = 20;
/// Widest label of a bar.
const WIDEST: i32 = 260;
/// White at the right: half the widest number of the axis.
const RIGHT: i32 = 34;
/// Height of the numbers of the axis.
const TICKS: i32 = 42;
/// Up to this many groups bars are thick.
const FEW: usize = 6;

/// A group of [`Ways`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct WaysGroup {
    /// The name before its bars, of at most three lines.
    pub name: String,
    /// A percentage for each series, 0 to 100. No bar for what is missing or no number; its place stays, with its label.
    pub values: Vec<f64>,
    /// What stands at the end of each bar; empty for nothing.
    pub labels: Vec<String>,
}

/// What [`ways`] draws.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ways {
    /// The words around.
    pub texts: Texts,
    /// The names of the series: each way from pale to dark, last what goes farthest. Made for three.
    pub series: Vec<String>,
    /// The groups, from above; half an A4 has room for 6 with three bars, two thirds of an A4 for 12.
    pub groups: Vec<WaysGroup>,
}

/// Draws a group of bars below each other, one bar a series, in the order of the key. The axis starts at 0 and ends at the first number
/// above all bars. Time is linear in bars.
#[must_use]
pub fn ways(chart: &Ways) -> String {
    let plot = Plot::new(chart);
    let key = Key::new(plot.colours.iter().zip(&chart.series).map(|(colour, name)| (Symbol::Fill(*colour), name.as_str())));
    let above = key.height() + if key.height() > 0 { 18 } else { 0 };
    page(&chart.texts, above + plot.height() + TICKS, |sheet, top| {
        key.draw(sheet, top);
        plot.draw(sheet, top + above);
    })
}

/// Where everything stands.
struct Plot<'c> {
    chart: &'c Ways,
    colours: Vec<RGBColor>,
    axis: PercentAxis,
    names: Vec<Vec<String>>,
    /// Height of a bar, and of the white around a group.
    thick: i32,
    white: i32,
    left: i32,
    right: i32,
    letters: Letters,
}

impl<'c> Plot<'c> {
    fn new(chart: &'c Ways) -> Self {
        let count = chart.series.len();
        let few = chart.groups.len() <= FEW;
        let letters = Letters { size: if few { 23 } else { 21 }, colour: INK };
        let names: Vec<_> = chart.groups.iter().map(|group| LABEL.wrap(&group.name, NAMES, LINES)).collect();
        let widest = names.iter().flatten().map(|line| LABEL.width(line)).max().unwrap_or(0);
        let labels = chart.groups.iter().flat_map(|group| group.labels.iter().take(count));
        let label = labels.map(|label| letters.width(&letters.cut(label, WIDEST))).max().unwrap_or(0);
        Self {
            chart,
            colours: shades(count),
            axis: PercentAxis::of(chart.groups.iter().flat_map(|group| group.values.iter().take(count).copied())),
            names,
            thick: if few { 34 } else { 25 },
            white: if few { 26 } else { 16 },
            left: MARGIN + widest + GAP,
            right: MARGIN + ROOM - RIGHT.max(label + GAP),
            letters,
        }
    }

    /// Height of a group with the white around it.
    fn pitch(&self, names: usize) -> i32 {
        (self.thick * length(self.chart.series.len())).max(LEADING * length(names)) + self.white
    }

    /// Height of all groups; that of one when there is none.
    fn height(&self) -> i32 {
        let all = self.names.iter().fold(0, |sum: i32, lines| sum.saturating_add(self.pitch(lines.len())));
        if self.names.is_empty() { self.pitch(1) } else { all }
    }

    fn draw(&self, sheet: &Sheet, top: i32) {
        let (left, bottom) = (self.left, top + self.height());
        let width = self.right - left;
        let between = self.axis.along(f64::from(self.axis.step), width);
        for percent in self.axis.ticks() {
            let x = left + self.axis.along(f64::from(percent), width);
            sheet.line(vec![(x, top), (x, bottom + 8)], GREY, 2);
            let words = AXIS.cut(&format!("{percent}{}", self.chart.texts.percent), between - 12);
            sheet.text((x, bottom + TICKS - 6), Anchor::Middle, AXIS, &words);
        }
        let mut from = top;
        for (group, name) in self.chart.groups.iter().zip(&self.names) {
            let pitch = self.pitch(name.len());
            let middle = from + pitch / 2;
            let mut baseline = middle + LABEL.drop() - LEADING * (length(name.len()) - 1) / 2;
            for line in name {
                sheet.text((MARGIN, baseline), Anchor::Start, LABEL, line);
                baseline += LEADING;
            }
            let mut upper = middle - self.thick * length(self.colours.len()) / 2;
            for (series, colour) in self.colours.iter().enumerate() {
                self.bar(sheet, group, series, *colour, upper);
                upper += self.thick;
            }
            from += pitch;
        }
        sheet.line(vec![(left, top), (left, bottom)], INK, 3);
    }

    /// A bar and its label.
    fn bar(&self, sheet: &Sheet, group: &WaysGroup, series: usize, colour: RGBColor, top: i32) {
        let value = group.values.get(series).copied().and_then(share);
        let long = value.map_or(0, |value| self.axis.along(value, self.right - self.left));
        if long > 0 {
            // Bars of a group touch: the edge of one is that of the next.
            let bar = [self.left, top, long, self.thick];
            sheet.rect(bar, colour);
            sheet.edge(bar, INK);
        }
        let words = group.labels.get(series).map(|label| self.letters.cut(label, WIDEST).trim().to_owned()).unwrap_or_default();
        if !words.is_empty() {
            let x = self.left + long + GAP / 2;
            sheet.rect([x - 4, top + 2, self.letters.width(&words) + 8, self.thick - 4], WHITE);
            sheet.text((x, top + self.thick / 2 + self.letters.drop()), Anchor::Start, self.letters, &words);
        }
    }
}
