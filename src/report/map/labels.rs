//! Names on the map: they never overlap each other, a desk, or the edge of the map; a name without a place is left out.
//!
//! Each municipality is searched on a lattice of places for its name. A good place lies inside the municipality, far from its border and
//! where few people live and no line runs, so that neither is hidden. The study's names are placed first, the largest municipality
//! first; then the names of desks, while there are few; then the surroundings. Work: municipalities × places × names and desks so far.

use geo::{Area, BoundingRect, Contains, Coord, Distance, Euclidean, Point, Polygon};

use super::canvas::{Anchor, Canvas, Style};
use super::describe::{HIDDEN, Map, SiteKind};
use super::flows::Flows;
use super::font;
use super::outline::Outline;
use super::sites::Sites;
use super::view::{Frame, View, usable};

const STUDY: Style = Style { size: 17.0, fill: "#17212b", bold: true, halo: 4.5 };
const AROUND: Style = Style { size: 14.0, fill: "#6a757e", bold: false, halo: 3.0 };
const DESK: Style = Style { size: 13.0, fill: "#0b2f4f", bold: false, halo: 3.5 };
/// A desk that is new, or must come.
const NEW: Style = Style { bold: true, ..DESK };
/// Names of desks are written up to this many; those of new ones always.
const MOST_DESKS: usize = 16;
/// With more municipalities than this a name must lie within its own.
const FEW: usize = 40;
/// Side of the tiles in which inhabited ground is counted, in page units.
const TILE: f64 = 8.0;
/// How many inhabited tiles one on a line counts for: a name across a line hides which way it goes on.
const ON_LINE: f64 = 3.0;

/// A name with its place.
#[derive(Debug, Clone)]
pub(super) struct Label {
    /// The ground that the text covers.
    pub ground: Frame,
    at: [f64; 2],
    style: Style,
    text: String,
}

/// What names have to keep away from.
#[derive(Debug)]
struct Obstacles {
    frame: Frame,
    taken: Vec<Frame>,
    sites: Vec<Frame>,
    inhabited: Vec<f64>,
    columns: usize,
}

impl Obstacles {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "tiles of a page are few and their numbers not negative")]
    fn new(map: &Map, view: &View, sites: &Sites, flows: &Flows) -> Self {
        let frame = view.frame;
        let columns = (frame.width / TILE).ceil() as usize + 1;
        let rows = (frame.height / TILE).ceil() as usize + 1;
        let mut inhabited = vec![0.0; columns * rows];
        let tile_at = |[x, y]: [f64; 2]| ((y - frame.y) / TILE) as usize * columns + ((x - frame.x) / TILE) as usize;
        let share = (map.cells.side.get() * view.scale / TILE).powi(2).max(0.3);
        for (at, _) in map.cells.centres.0.iter().zip(map.cells.class).filter(|(at, class)| **class != HIDDEN && usable(**at)) {
            let place = view.place(*at);
            if view.shows(place, 0.0)
                && let Some(tile) = inhabited.get_mut(tile_at(place))
            {
                *tile = (*tile + share).min(1.0);
            }
        }
        for place in flows.places(TILE / 2.0).filter(|place| view.shows(*place, 0.0)) {
            if let Some(tile) = inhabited.get_mut(tile_at(place)) {
                *tile = ON_LINE;
            }
        }
        let sites = sites.placed.iter().map(|site| {
            let radius = site.radius + 1.5;
            Frame { x: site.at[0] - radius, y: site.at[1] - radius, width: 2.0 * radius, height: 2.0 * radius }
        });
        Self { frame, taken: Vec::new(), sites: sites.collect(), inhabited, columns }
    }

    /// Whether a text may stand here.
    fn free(&self, ground: Frame) -> bool {
        let [left, top, right, bottom] = ground.edges();
        let [frame_left, frame_top, frame_right, frame_bottom] = self.frame.edges();
        left > frame_left + 4.0
            && top > frame_top + 4.0
            && right < frame_right - 4.0
            && bottom < frame_bottom - 4.0
            && !self.taken.iter().chain(&self.sites).any(|other| overlap(ground, *other))
    }

    /// The inhabited part of the ground, 0 to 1; more on lines.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "called for free ground, which lies in the frame")]
    fn inhabited(&self, ground: Frame) -> f64 {
        let [left, top, right, bottom] = ground.edges();
        let tile = |value: f64, from: f64| ((value - from) / TILE) as usize;
        let (mut sum, mut tiles) = (0.0, 0.0);
        for row in tile(top, self.frame.y)..=tile(bottom, self.frame.y) {
            for column in tile(left, self.frame.x)..=tile(right, self.frame.x) {
                sum += self.inhabited.get(row * self.columns + column).copied().unwrap_or(0.0);
                tiles += 1.0;
            }
        }
        sum / f64::max(tiles, 1.0)
    }
}

/// Whether two rectangles share ground.
pub(super) fn overlap(one: Frame, two: Frame) -> bool {
    one.x < two.x + two.width && two.x < one.x + one.width && one.y < two.y + two.height && two.y < one.y + one.height
}

/// Places all names.
pub(super) fn place(map: &Map, view: &View, outlines: &[Outline], sites: &Sites, flows: &Flows) -> Vec<Label> {
    let mut obstacles = Obstacles::new(map, view, sites, flows);
    let mut labels = Vec::new();
    let municipalities = |in_study: bool| {
        let mut of_kind: Vec<(f64, &str, &Polygon<f64>)> = map
            .borders
            .iter()
            .zip(outlines)
            .filter(|(border, _)| border.in_study == in_study && !border.name.trim().is_empty())
            .filter_map(|(border, outline)| {
                let largest = outline.polygons.iter().max_by(|a, b| a.unsigned_area().total_cmp(&b.unsigned_area()))?;
                Some((largest.unsigned_area(), border.name.as_str(), largest))
            })
            .collect();
        of_kind.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
        of_kind
    };
    let study = municipalities(true);
    let (text_sizes, strict): (&[f64], bool) =
        if study.len() > FEW { (&[13.0, 11.0, 9.5], true) } else { (&[STUDY.size, 15.0, 13.0], false) };
    for (_, name, polygon) in &study {
        let mut best: Option<(f64, Label)> = None;
        for size in text_sizes {
            let found = municipality(&obstacles, name, polygon, Style { size: *size, ..STUDY }, strict);
            let worth = |score: f64| score * (size / STUDY.size).sqrt();
            if let Some((score, label)) = found
                && best.as_ref().is_none_or(|(most, _)| worth(score) > *most)
            {
                best = Some((worth(score), label));
            }
        }
        take(best.map(|(_, label)| label), &mut labels, &mut obstacles);
    }
    let named = sites.placed.iter().rev().filter(|site| site.label.is_some() && site.kind != SiteKind::Excluded);
    let (new, others): (Vec<_>, Vec<_>) = named.partition(|site| site.kind == SiteKind::Required);
    let others = if new.len() + others.len() <= MOST_DESKS { others } else { Vec::new() };
    for (site, style) in new.into_iter().map(|site| (site, NEW)).chain(others.into_iter().map(|site| (site, DESK))) {
        let found = site.label.and_then(|label| beside(&obstacles, label, site.at, site.radius, style));
        take(found, &mut labels, &mut obstacles);
    }
    for (_, name, polygon) in municipalities(false) {
        let found = municipality(&obstacles, name, polygon, AROUND, true);
        take(found.map(|(_, label)| label), &mut labels, &mut obstacles);
    }
    labels
}

fn take(found: Option<Label>, labels: &mut Vec<Label>, obstacles: &mut Obstacles) {
    if let Some(label) = found {
        obstacles.taken.push(label.ground);
        labels.push(label);
    }
}

/// The ground of a text centred at a place, halo included.
fn centred(text: &str, [x, y]: [f64; 2], style: Style) -> Frame {
    let (width, height) = (font::width(text, style.size) + style.halo, style.size * 1.15 + style.halo * 0.5);
    Frame { x: x - width / 2.0, y: y - height / 2.0, width, height }
}

fn label(text: &str, ground: Frame, style: Style) -> Label {
    let at = [ground.x + ground.width / 2.0, ground.y + ground.height / 2.0 + style.size * 0.34];
    Label { ground, at, style, text: text.to_owned() }
}

/// The best place for the name of a municipality, with how good it is: 3 at most.
fn municipality(obstacles: &Obstacles, name: &str, polygon: &Polygon<f64>, style: Style, strict: bool) -> Option<(f64, Label)> {
    let rect = polygon.bounding_rect()?;
    let [left, top, right, bottom] = obstacles.frame.edges();
    let (low, high) = ([rect.min().x.max(left), rect.min().y.max(top)], [rect.max().x.min(right), rect.max().y.min(bottom)]);
    let probe = centred(name, [0.0, 0.0], style);
    if strict && (high[0] - low[0] < probe.width || high[1] - low[1] < probe.height) {
        return None;
    }
    let steps = if strict { 14 } else { 30 };
    let mut best: Option<(f64, Frame)> = None;
    for row in 1..steps {
        for column in 1..steps {
            let part = |step: i32, axis: usize| low[axis] + (high[axis] - low[axis]) * f64::from(step) / f64::from(steps);
            let at = [part(column, 0), part(row, 1)];
            let ground = centred(name, at, style);
            if !obstacles.free(ground) || !polygon.contains(&Coord { x: at[0], y: at[1] }) {
                continue;
            }
            let inside = inside(polygon, ground);
            if strict && inside < 1.0 {
                continue;
            }
            let room = Euclidean.distance(&Point::new(at[0], at[1]), polygon.exterior()) / probe.width.max(1.0);
            let score = 2.0 * inside + room.min(1.0) - 2.5 * obstacles.inhabited(ground);
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, ground));
            }
        }
    }
    best.map(|(score, ground)| (score, label(name, ground, style)))
}

/// The part of nine points of a rectangle that lie in a polygon.
fn inside(polygon: &Polygon<f64>, ground: Frame) -> f64 {
    let [left, top, right, bottom] = ground.edges();
    let (middle, half) = (left.midpoint(right), top.midpoint(bottom));
    let places = [left, middle, right].into_iter().flat_map(|x| [top, half, bottom].map(|y| Coord { x, y }));
    places.map(|at| if polygon.contains(&at) { 1.0 / 9.0 } else { 0.0 }).sum::<f64>() + 1e-9
}

/// A place for the name of a desk: right, left, above, below, then the corners; an earlier one unless it hides more squares.
fn beside(obstacles: &Obstacles, name: &str, [x, y]: [f64; 2], radius: f64, style: Style) -> Option<Label> {
    let probe = centred(name, [0.0, 0.0], style);
    let (across, up) = (radius + 2.5 + probe.width / 2.0, radius + 2.5 + probe.height / 2.0);
    let places = [
        [across, 0.0],
        [-across, 0.0],
        [0.0, -up],
        [0.0, up],
        [across * 0.8, -up * 0.8],
        [across * 0.8, up * 0.8],
        [-across * 0.8, -up * 0.8],
        [-across * 0.8, up * 0.8],
    ];
    let costs = [0.0, 0.1, 0.15, 0.15, 0.25, 0.25, 0.3, 0.3];
    let grounds = places.into_iter().map(|[right, down]| centred(name, [x + right, y + down], style)).zip(costs);
    let free = grounds.filter(|(ground, _)| obstacles.free(*ground)).map(|(ground, cost)| (cost + obstacles.inhabited(ground), ground));
    let best = free.min_by(|a, b| a.0.total_cmp(&b.0));
    best.map(|(_, ground)| label(name, ground, style))
}

/// Draws names.
pub(super) fn draw(canvas: &mut Canvas, labels: &[Label]) {
    for label in labels {
        canvas.text(label.at, Anchor::Middle, label.style, &label.text);
    }
}
