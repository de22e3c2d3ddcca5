//! Two axes with their numbers, and a line that marks a place on the horizontal one.

use super::colour::{GREY, INK};
use super::page::{AXIS, LABEL, MARGIN, ROOM};
use super::sheet::{Anchor, Sheet, whole};

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

/// An axis: its range is that of what is drawn and of its numbers.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Axis {
    /// What it measures.
    pub label: String,
    /// Its numbers and what is written there; one that would meet the one before it is left out.
    pub ticks: Vec<(f64, String)>,
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

/// How large a plot is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// Its height.
    pub height: i32,
    /// White between its edges and what stands at the ends of the axes.
    pub inset: i32,
}

/// Where values stand in a plot, and what is written around it.
#[derive(Debug, Clone)]
pub(super) struct Axes {
    horizontal: Scale,
    vertical: Scale,
    /// What the axes measure.
    labels: [String; 2],
    mark: Option<(f64, String)>,
    left: i32,
    place: Place,
}

impl Axes {
    /// The axes of these values, the horizontal one first; a mark that is no number is left out.
    pub fn new(axes: [&Axis; 2], [across, up]: [Vec<f64>; 2], mark: Option<&(f64, String)>, place: Place) -> Self {
        let mark = mark.filter(|(at, _)| at.is_finite());
        let mark = mark.map(|(at, words)| (*at, LABEL.cut(words, ROOM * 9 / 10).trim().to_owned()));
        let horizontal = Scale::new(axes[0], across.into_iter().chain(mark.iter().map(|(at, _)| *at)));
        let vertical = Scale::new(axes[1], up.into_iter());
        let widest = vertical.ticks.iter().map(|(_, words)| AXIS.width(words)).max().unwrap_or(0);
        let labels = axes.map(|axis| AXIS.cut(&axis.label, ROOM * 9 / 10).trim().to_owned());
        Self { horizontal, vertical, labels, mark, left: MARGIN + widest + GAP, place }
    }

    /// Where the plot begins.
    pub fn left(&self) -> i32 {
        self.left
    }

    /// Where it ends.
    pub fn right() -> i32 {
        MARGIN + ROOM - RIGHT
    }

    /// Where a value of the horizontal axis stands.
    pub fn x(&self, at: f64) -> i32 {
        let inset = self.place.inset;
        self.left + inset + self.horizontal.along(at, Self::right() - self.left - 2 * inset)
    }

    /// How high a value of the vertical axis stands above the bottom.
    pub fn up(&self, value: f64) -> i32 {
        let Place { height, inset } = self.place;
        inset + self.vertical.along(value, height - 2 * inset)
    }

    /// Where the mark stands.
    pub fn marked(&self) -> Option<i32> {
        self.mark.as_ref().map(|(at, _)| self.x(*at))
    }

    /// The middle of a line of text below or above a place, kept on the page.
    fn centre(at: i32, width: i32) -> i32 {
        at.clamp(MARGIN + width / 2, (MARGIN + ROOM - width / 2).max(MARGIN + width / 2))
    }

    /// Lines of words above the plot: the mark, and above or left of it what the vertical axis measures.
    fn head_lines(&self) -> [i32; 2] {
        let measured = &self.labels[1];
        let mark = self.mark.as_ref().filter(|(_, words)| !words.is_empty());
        let beside = mark.is_some_and(|(at, words)| {
            let width = LABEL.width(words);
            Self::centre(self.x(*at), width) - width / 2 > MARGIN + AXIS.width(measured) + BESIDE
        });
        [mark.is_some(), !measured.is_empty() && !beside].map(i32::from)
    }

    /// Height of the words above the plot.
    pub fn head(&self) -> i32 {
        24 + LINE * self.head_lines().iter().sum::<i32>()
    }

    /// Height of the words below it.
    pub fn foot(&self) -> i32 {
        TICKS + if self.labels[0].is_empty() { 0 } else { LINE }
    }

    /// The numbers of both axes, and what they measure.
    pub fn numbers(&self, sheet: &Sheet, bottom: i32) {
        let mut free = i32::MAX;
        for (at, words) in &self.vertical.ticks {
            let y = bottom - self.up(*at);
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
        let [spent, measured] = &self.labels;
        let centre = Self::centre(i32::midpoint(self.left, Self::right()), AXIS.width(spent));
        sheet.text((centre, bottom + TICKS + LINE - 10), Anchor::Middle, AXIS, spent);
        let [marked, own] = self.head_lines();
        sheet.text((MARGIN, bottom - self.place.height - 30 - LINE * marked * own), Anchor::Start, AXIS, measured);
    }

    /// The line along the bottom.
    pub fn floor(&self, sheet: &Sheet, bottom: i32) {
        sheet.line(vec![(self.left, bottom), (Self::right(), bottom)], INK, 3);
    }

    /// The dashed line of the mark, below its words.
    pub fn mark(&self, sheet: &Sheet, top: i32) {
        if let Some((at, words)) = &self.mark {
            let x = self.x(*at);
            sheet.dashes((x, top - 20), (x, top + self.place.height), INK, 3);
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
