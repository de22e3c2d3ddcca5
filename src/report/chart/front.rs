//! What scenarios cost and bring, and which of them another one makes needless.

use super::axes::{Axes, Axis, Place};
use super::colour::{INK, MIDDLE, WHITE};
use super::key::{Key, Symbol};
use super::mark::{Mark, colour};
use super::page::{LABEL, page};
use super::point_labels::{Ground, Placed, Spot, place};
use super::segment::Segment;
use super::sheet::{Anchor, Sheet, length, whole};
use super::texts::Texts;

/// Height of the plot.
const HEIGHT: i32 = 640;
/// White between the edges of the plot and the points at the ends of its axes.
const INSET: i32 = 30;
/// Radius of the largest point, of one without size, and the least there is.
const LARGEST: i32 = 20;
const PLAIN: i32 = 13;
const LEAST: i32 = 7;
/// With more points than this, names stand in a key and numbers at the points.
const MOST_NAMES: usize = 9;
/// Room for a line of a name, and the most lines.
const NAME: i32 = 340;
const LINES: usize = 3;
/// Height of such a line.
const LEADING: i32 = 30;
/// White around the plot that labels leave.
const PAD: i32 = 6;

/// A scenario.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FrontPoint {
    /// Its name.
    pub name: String,
    /// What it costs.
    pub at: f64,
    /// What it brings; more is better. It is left out when this or its cost is no number.
    pub value: f64,
    /// What the area of its point shows, from 0.
    pub size: f64,
    /// Whether another one makes it needless: then its point is open.
    pub is_needless: bool,
    /// What it may be compared with: those of the same number. Those of 0 are round, all others square.
    pub class: usize,
}

/// What stands in the key of [`Front`]; what is empty, or is not drawn, is left out.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FrontKey {
    /// A filled point.
    pub kept: String,
    /// An open point.
    pub needless: String,
    /// The line.
    pub line: String,
    /// A square point.
    pub other: String,
    /// The least and the largest size, when they differ in what is written.
    pub sizes: Vec<(f64, String)>,
}

/// What [`front`] draws.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Front {
    /// The words around.
    pub texts: Texts,
    /// The scenarios, in any order.
    pub points: Vec<FrontPoint>,
    /// The key.
    pub key: FrontKey,
    /// The axis of what is spent.
    pub horizontal: Axis,
    /// The axis of what is reached.
    pub vertical: Axis,
    /// A dashed line from top to bottom, and what it is.
    pub mark: Option<(f64, String)>,
}

/// Draws a labelled point a scenario, filled when no other one of its class makes it needless, and through these a line of steps: the most
/// that can be had for the money. Where names have no room, numbers stand at the points and names below the plot. O(n²) in scenarios.
#[must_use]
pub fn front(chart: &Front) -> String {
    let plot = Plot::new(chart);
    let above = plot.key.height() + if plot.key.height() > 0 { 12 } else { 0 };
    let head = plot.axes.head();
    let foot = plot.axes.foot();
    let below = foot + if plot.names.height() > 0 { 14 + plot.names.height() } else { 0 };
    page(&chart.texts, above + head + HEIGHT + below, |sheet, top| {
        plot.key.draw(sheet, top);
        plot.draw(sheet, top + above + head);
        plot.names.draw(sheet, top + above + head + HEIGHT + foot + 14);
    })
}

/// What is drawn, and where; heights are from the top of the plot.
struct Plot<'c> {
    points: Vec<&'c FrontPoint>,
    axes: Axes,
    key: Key,
    /// The names behind the numbers; nothing where the names themselves stand at the points.
    names: Key,
    spots: Vec<Spot>,
    steps: Vec<(usize, Vec<Segment>)>,
    labels: Vec<(Vec<String>, Option<Placed>)>,
}

impl<'c> Plot<'c> {
    fn new(chart: &'c Front) -> Self {
        let points: Vec<&FrontPoint> = chart.points.iter().filter(|point| point.at.is_finite() && point.value.is_finite()).collect();
        let values = [points.iter().map(|point| point.at).collect(), points.iter().map(|point| point.value).collect()];
        let place = Place { height: HEIGHT, inset: INSET };
        let axes = Axes::new([&chart.horizontal, &chart.vertical], values, chart.mark.as_ref(), place);
        let largest = points.iter().map(|point| point.size).filter(|size| size.is_finite()).fold(0.0, f64::max);
        let at = |point: &FrontPoint| (axes.x(point.at), HEIGHT - axes.up(point.value));
        let spots = points.iter().map(|point| Spot { at: at(point), radius: radius(point.size, largest), size: [0, 0] }).collect();
        let steps = steps(&points, &at);
        let key = key(&chart.key, &points, &steps, largest);
        let mut plot = Self { points, axes, key, names: Key::new([]), spots, steps, labels: Vec::new() };
        plot.label();
        plot
    }

    /// Finds the places of the names, or of numbers where these have none.
    fn label(&mut self) {
        let names: Vec<Vec<String>> = self.points.iter().map(|point| LABEL.wrap(&point.name, NAME, LINES + 1)).collect();
        if names.len() <= MOST_NAMES && names.iter().all(|lines| lines.len() <= LINES) {
            self.place(names);
            if self.labels.iter().all(|(_, placed)| placed.is_some()) {
                return;
            }
        }
        self.place((1..=self.points.len()).map(|number| vec![number.to_string()]).collect());
        let names: Vec<String> = (1..).zip(&self.points).map(|(number, point)| format!("{number}: {}", point.name)).collect();
        let entries = self.points.iter().zip(&names).map(|(point, name)| (Symbol::Mark(mark(point), PLAIN), name.as_str()));
        self.names = Key::new(entries);
    }

    fn place(&mut self, words: Vec<Vec<String>>) {
        for (spot, lines) in self.spots.iter_mut().zip(&words) {
            let width = lines.iter().map(|line| LABEL.width(line)).max().unwrap_or(0);
            spot.size = [width, LEADING * length(lines.len())];
        }
        let frame = [self.axes.left() + PAD, PAD, Axes::right(), HEIGHT - PAD];
        let marked = self.axes.marked().map(|x| [(x, 0), (x, HEIGHT)]);
        let lines: Vec<Segment> = self.steps.iter().flat_map(|(_, steps)| steps.iter().copied()).chain(marked).collect();
        self.labels = words.into_iter().zip(place(&self.spots, Ground { frame, lines: &lines })).collect();
    }

    fn draw(&self, sheet: &Sheet, top: i32) {
        let down = |(x, y): (i32, i32)| (x, top + y);
        self.axes.numbers(sheet, top + HEIGHT);
        self.axes.floor(sheet, top + HEIGHT);
        self.axes.mark(sheet, top);
        for (class, steps) in &self.steps {
            for [from, to] in steps.iter().map(|step| step.map(down)) {
                if *class == 0 { sheet.line(vec![from, to], colour(), 3) } else { sheet.dashes(from, to, colour(), 2) }
            }
        }
        // Small ones above large ones, filled ones above open ones.
        let mut order: Vec<usize> = (0..self.points.len()).collect();
        order.sort_by_key(|place| (-self.spots[*place].radius, !self.points[*place].is_needless));
        for place in order {
            mark(self.points[place]).draw(sheet, down(self.spots[place].at), self.spots[place].radius);
        }
        for (lines, placed) in &self.labels {
            if let Some(Placed { label: [left, upper, right, bottom], leader }) = *placed {
                if let Some([from, to]) = leader {
                    let line = vec![down(from), down(to)];
                    sheet.line(line.clone(), WHITE, 4);
                    sheet.line(line, INK, 1);
                }
                // White below it: lines behind the data do not run through a name.
                sheet.rect([left - 3, top + upper, right - left + 6, bottom - upper], WHITE);
                let middle = i32::midpoint(left, right);
                for (row, line) in (0..).zip(lines) {
                    let baseline = top + upper + LEADING * row + LEADING / 2 + LABEL.drop();
                    sheet.text((middle, baseline), Anchor::Middle, LABEL, line);
                }
            }
        }
    }
}

fn mark(point: &FrontPoint) -> Mark {
    Mark { is_open: point.is_needless, is_square: point.class != 0 }
}

/// The radius of a point whose area shows a size.
fn radius(size: f64, largest: f64) -> i32 {
    let part = if size.is_finite() { (size / largest).clamp(0.0, 1.0) } else { 0.0 };
    if largest > 0.0 { whole(f64::from(LARGEST) * part.sqrt()).max(LEAST) } else { PLAIN }
}

/// The steps through the filled points of each class: from a cost on, the most that can be had.
fn steps(points: &[&FrontPoint], at: &dyn Fn(&FrontPoint) -> (i32, i32)) -> Vec<(usize, Vec<Segment>)> {
    let mut classes: Vec<usize> = points.iter().map(|point| point.class).collect();
    classes.sort_unstable();
    classes.dedup();
    let of = |class: usize| {
        let mut kept: Vec<&FrontPoint> = points.iter().copied().filter(|point| point.class == class && !point.is_needless).collect();
        kept.sort_by(|one, other| one.at.total_cmp(&other.at).then(other.value.total_cmp(&one.value)));
        let mut best = f64::NEG_INFINITY;
        kept.retain(|point| {
            point.value > best && {
                best = point.value;
                true
            }
        });
        let corners: Vec<(i32, i32)> = kept.into_iter().map(at).collect();
        corners.windows(2).flat_map(|pair| [[pair[0], (pair[1].0, pair[0].1)], [(pair[1].0, pair[0].1), pair[1]]]).collect()
    };
    classes.into_iter().map(|class| (class, of(class))).collect()
}

/// What the points and the line are, as far as they are there.
fn key(words: &FrontKey, points: &[&FrontPoint], steps: &[(usize, Vec<Segment>)], largest: f64) -> Key {
    let any = |is: &dyn Fn(&FrontPoint) -> bool| points.iter().any(|point| is(point));
    let entry = |is_there: bool, symbol: Symbol, label: &'_ str| is_there.then(|| (symbol, label.to_owned()));
    let disc = |is_open: bool| Symbol::Mark(Mark { is_open, is_square: false }, PLAIN);
    let mut entries = vec![
        entry(any(&|point| !point.is_needless), disc(false), &words.kept),
        entry(any(&|point| point.is_needless), disc(true), &words.needless),
        entry(steps.iter().any(|(_, steps)| !steps.is_empty()), Symbol::Line(colour()), &words.line),
        entry(any(&|point| point.class != 0), Symbol::Mark(Mark { is_open: false, is_square: true }, PLAIN), &words.other),
    ];
    if largest > 0.0 {
        let sized = |(size, label): &(f64, String)| Some((Symbol::Disc(MIDDLE, radius(*size, largest)), label.clone()));
        entries.extend(words.sizes.iter().map(sized));
    }
    let entries: Vec<(Symbol, String)> = entries.into_iter().flatten().collect();
    Key::new(entries.iter().map(|(symbol, label)| (*symbol, label.as_str())))
}
