//! How many hours a week desks are open, in classes: this study beside the country.

use plotters::style::RGBColor;

use super::colour::{GREY, INK, WHITE, ramp};
use super::key::{Key, Symbol};
use super::page::{AXIS, LABEL, MARGIN, ROOM, page};
use super::percent_axis::{PercentAxis, share};
use super::sheet::{Anchor, Letters, Sheet, length};
use super::texts::Texts;

/// Height of the plot.
const HEIGHT: i32 = 460;
/// Room for the numbers of the axis.
const LEFT: i32 = 84;
/// Above the highest number of the axis, for values and the label of the axis.
const HEADROOM: i32 = 78;
/// Widest bar.
const WIDEST: i32 = 96;
/// Between the bars of a pair.
const GAP: i32 = 8;
/// Numbers at the bars.
const VALUE: Letters = Letters { size: 24, colour: INK };
/// Most lines of the label of a class.
const LINES: usize = 2;
/// Height of such a line.
const LEADING: i32 = 30;

/// A class of [`HoursClasses`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct HoursClass {
    /// Which hours.
    pub label: String,
    /// The percentage of each series, 0 to 100; no bar for what is no number.
    pub shares: [f64; 2],
    /// What is printed at each bar.
    pub values: [String; 2],
}

/// What [`hours_classes`] draws.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct HoursClasses {
    /// The words around.
    pub texts: Texts,
    /// The names of the series: this study (dark), what it is compared with (grey).
    pub series: [String; 2],
    /// What the axis measures.
    pub axis: String,
    /// The classes, from the left; made for six.
    pub classes: Vec<HoursClass>,
}

/// Draws pairs of bars, one pair a class. The axis starts at 0 and ends at the first number above all bars. Time is linear in classes.
#[must_use]
pub fn hours_classes(chart: &HoursClasses) -> String {
    let key = Key::new([Symbol::Fill(study()), Symbol::Fill(GREY)].into_iter().zip(chart.series.iter().map(String::as_str)));
    let above = key.height() + HEADROOM;
    let lines = chart.classes.iter().map(|class| label(chart, class).len()).max().unwrap_or(0);
    page(&chart.texts, above + HEIGHT + 16 + LEADING * length(lines), |sheet, top| {
        key.draw(sheet, top);
        sheet.text((MARGIN, top + above - 36), Anchor::Start, AXIS, &AXIS.cut(&chart.axis, ROOM));
        body(sheet, chart, top + above);
    })
}

/// The colour of this study: the fifth of six of the ramp, dark beside the grey of the country.
fn study() -> RGBColor {
    ramp(6, 6).get(4).copied().unwrap_or(INK)
}

fn body(sheet: &Sheet, chart: &HoursClasses, top: i32) {
    let (left, right, bottom) = (MARGIN + LEFT, MARGIN + ROOM, top + HEIGHT);
    let axis = PercentAxis::of(chart.classes.iter().flat_map(|class| class.shares));
    let high = |share: f64| axis.along(share, HEIGHT);
    for percent in axis.ticks() {
        let y = bottom - high(f64::from(percent));
        sheet.line(vec![(left, y), (right, y)], GREY, 2);
        sheet.text((left - 14, y + AXIS.drop()), Anchor::End, AXIS, &format!("{percent}{}", chart.texts.percent));
    }
    let slot = slot(chart);
    let wide = (slot * 2 / 5).clamp(1, WIDEST);
    let mut middle = left + slot / 2;
    for class in &chart.classes {
        for (series, (given, value)) in class.shares.into_iter().zip(&class.values).enumerate() {
            let x = if series == 0 { middle - GAP / 2 - wide } else { middle + GAP / 2 };
            let tall = share(given).map_or(0, high);
            if tall > 0 {
                let bar = [x, bottom - tall, wide, tall];
                sheet.rect(bar, if series == 0 { study() } else { GREY });
                sheet.edge(bar, INK);
            }
            let (value, centre) = (VALUE.cut(value, wide + GAP), x + wide / 2);
            if !value.trim().is_empty() {
                let width = VALUE.width(&value) + 6;
                sheet.rect([centre - width / 2, bottom - tall - 31, width, 27], WHITE);
            }
            sheet.text((centre, bottom - tall - 10), Anchor::Middle, VALUE, &value);
        }
        let mut baseline = bottom + 38;
        for line in label(chart, class) {
            sheet.text((middle, baseline), Anchor::Middle, LABEL, &line);
            baseline += LEADING;
        }
        middle += slot;
    }
    sheet.line(vec![(left, bottom), (right, bottom)], INK, 3);
}

/// The width of a class.
fn slot(chart: &HoursClasses) -> i32 {
    (ROOM - LEFT) / length(chart.classes.len().max(1))
}

fn label(chart: &HoursClasses, class: &HoursClass) -> Vec<String> {
    LABEL.wrap(&class.label, slot(chart) - 16, LINES)
}
