//! Lines from where people live to where they go: the more people, the wider, with a point at the end and a white edge.
//!
//! Lines bend a little to the left of their way, so that there and back again are two lines and not one.

use super::canvas::{Canvas, number};
use super::describe::{Flow, Map};
use super::view::{View, usable};

/// Width of the line with the largest weight, in page units.
const WIDEST: f64 = 9.0;
/// Width of the thinnest line.
const THINNEST: f64 = 1.2;
/// Widest line of the legend, should a sample be more than any line of the map.
const SAMPLE: f64 = 14.0;
/// White on each side of a line.
const EDGE: f64 = 1.5;
/// Colour of lines: a blue that no class has, lighter than that of the desks.
const INK: &str = "#2166ac";
/// How far the middle of a line is from the straight one, as a part of its length, and at most.
const BEND: [f64; 2] = [0.09, 40.0];
/// How far before its end a line stops, as a part of its length, and at most: the symbol of a desk stands there.
const STOP: [f64; 2] = [0.15, 9.5];
/// Lines shorter than this on the page are left out.
const SHORTEST: f64 = 6.0;

/// The lines of a map, in the order of drawing: the widest below.
#[derive(Debug, Clone)]
pub(super) struct Flows {
    arrows: Vec<Arrow>,
}

impl Flows {
    /// Places the lines that can be seen.
    pub fn new(map: &Map, view: &View) -> Self {
        let largest = largest(map);
        let [left, top, right, bottom] = view.frame.edges();
        let mut flows: Vec<&Flow> = map.flows.iter().filter(|flow| drawable(flow)).collect();
        let place = |flow: &Flow| [flow.from.0.x, flow.from.0.y, flow.to.0.x, flow.to.0.y];
        flows.sort_by(|a, b| {
            let ends = place(a).into_iter().zip(place(b)).map(|(one, two)| one.total_cmp(&two));
            ends.fold(b.weight.total_cmp(&a.weight), std::cmp::Ordering::then)
        });
        let arrows = flows.into_iter().filter_map(|flow| {
            let (from, to) = (view.place(flow.from.0), view.place(flow.to.0));
            let seen =
                from[0].max(to[0]) >= left && from[0].min(to[0]) <= right && from[1].max(to[1]) >= top && from[1].min(to[1]) <= bottom;
            let arrow = Arrow::new(from, to, width(flow.weight, largest), true)?;
            seen.then_some(arrow)
        });
        Self { arrows: arrows.collect() }
    }

    /// Places along the lines, about `apart` from each other: names keep away from them.
    pub fn places(&self, apart: f64) -> impl Iterator<Item = [f64; 2]> {
        self.arrows.iter().flat_map(move |arrow| arrow.places(apart))
    }

    /// Draws all of them.
    pub fn draw(&self, canvas: &mut Canvas) {
        for arrow in &self.arrows {
            arrow.draw(canvas);
        }
    }
}

/// The largest weight of a line that can be drawn; `None` without any.
pub(super) fn largest(map: &Map) -> Option<f64> {
    map.flows.iter().filter(|flow| drawable(flow)).map(|flow| flow.weight).max_by(f64::total_cmp)
}

fn drawable(flow: &Flow) -> bool {
    usable(flow.from.0) && usable(flow.to.0) && flow.weight.is_finite() && flow.weight > 0.0
}

/// The width of a weight: in proportion, and never too thin to be seen.
pub(super) fn width(weight: f64, largest: Option<f64>) -> f64 {
    (weight / largest.unwrap_or(weight) * WIDEST).clamp(THINNEST, SAMPLE)
}

/// Draws a straight line from left to right as a sample for the legend.
pub(super) fn draw_sample(canvas: &mut Canvas, from: [f64; 2], to: [f64; 2], width: f64) {
    if let Some(arrow) = Arrow::new(from, to, width, false) {
        arrow.draw(canvas);
    }
}

/// A line with its point, as path data.
#[derive(Debug, Clone)]
struct Arrow {
    shaft: String,
    point: String,
    width: f64,
    /// Where it begins, where it aims at first, where it ends.
    course: [[f64; 2]; 3],
}

impl Arrow {
    /// On a map a line bends and stops before its end; a sample does neither. `None` when it is too short.
    fn new(from: [f64; 2], to: [f64; 2], width: f64, on_map: bool) -> Option<Self> {
        let [right, down] = [to[0] - from[0], to[1] - from[1]];
        let long = right.hypot(down);
        if !long.is_finite() || long < SHORTEST {
            return None;
        }
        let part = |[part, most]: [f64; 2]| if on_map { (part * long).min(most) } else { 0.0 };
        // A curve of the second degree comes half as far from the straight line as its control point is.
        let bend = 2.0 * part(BEND) / long;
        let control = [f64::midpoint(from[0], to[0]) + down * bend, f64::midpoint(from[1], to[1]) - right * bend];
        let [ahead_x, ahead_y] = [to[0] - control[0], to[1] - control[1]];
        let ahead = ahead_x.hypot(ahead_y);
        let [ahead_x, ahead_y] = [ahead_x / ahead, ahead_y / ahead];
        let before_end = |back: f64| [to[0] - ahead_x * back, to[1] - ahead_y * back];
        // The point is never more than half of a short line.
        let size = (5.0 + 1.3 * width).min(0.5 * long);
        let half = (2.2 + 0.8 * width) * size / (5.0 + 1.3 * width);
        let stop = part(STOP);
        let (tip, foot, neck) = (before_end(stop), before_end(stop + size), before_end(stop + 0.8 * size));
        let corner = |side: f64| [foot[0] - ahead_y * half * side, foot[1] + ahead_x * half * side];
        let at = |[x, y]: [f64; 2]| format!("{} {}", number(x), number(y));
        let shaft = if on_map { format!("M{}Q{} {}", at(from), at(control), at(neck)) } else { format!("M{}L{}", at(from), at(neck)) };
        let point = format!("M{}L{}L{}Z", at(tip), at(corner(1.0)), at(corner(-1.0)));
        Some(Self { shaft, point, width: width.min(2.0 * half), course: [from, control, to] })
    }

    fn places(&self, apart: f64) -> impl Iterator<Item = [f64; 2]> + use<> {
        let [from, aim, to] = self.course;
        let long = (aim[0] - from[0]).hypot(aim[1] - from[1]) + (to[0] - aim[0]).hypot(to[1] - aim[1]);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "cut off to some thousands; a page is shorter")]
        let steps = (long / apart).ceil().clamp(1.0, 5000.0) as u32;
        (0..=steps).map(move |step| {
            let part = f64::from(step) / f64::from(steps);
            let [a, b, c] = [(1.0 - part).powi(2), 2.0 * part * (1.0 - part), part.powi(2)];
            [a * from[0] + b * aim[0] + c * to[0], a * from[1] + b * aim[1] + c * to[1]]
        })
    }

    /// All of the edge first: the line of a point covers the edge of the shaft.
    fn draw(&self, canvas: &mut Canvas) {
        let Self { shaft, point, width, .. } = self;
        let line = |stroke: &str, width: f64| format!("fill=\"none\" stroke=\"{stroke}\" stroke-width=\"{}\"", number(width));
        canvas.path(shaft, &line("#fff", width + 2.0 * EDGE));
        canvas.path(point, &format!("fill=\"#fff\" stroke=\"#fff\" stroke-width=\"{}\" stroke-linejoin=\"round\"", number(2.0 * EDGE)));
        canvas.path(shaft, &line(INK, *width));
        canvas.path(point, &format!("fill=\"{INK}\""));
    }
}
