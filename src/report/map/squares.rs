//! Population cells as squares or dots.
//!
//! Squares on one common grid are written in the grid's own whole coordinates, and a run of squares of one class in a row is one
//! rectangle. Squares smaller than [`SMALLEST`] on the page are drawn together: in each square of a coarser grid the class in which most
//! of its residents live, ties to the farther class. Time is that of sorting the cells shown.

use std::fmt::Write;

use geo::Coord;

use super::canvas::{Canvas, number};
use super::describe::{CONTEXT, CellMarks, HIDDEN, Map};
use super::ramp::Colour;
use super::view::{View, usable};

/// The smallest square that is drawn by itself, in page units.
const SMALLEST: f64 = 0.7;
/// The smallest side of a square that stands for several, in page units.
const TOGETHER: f64 = 1.0;
/// More points than this are drawn as squares of a grid.
const MANY_POINTS: usize = 20_000;
/// The colour of [`CONTEXT`] cells; the live map of the page has the same.
pub(super) const CONTEXT_COLOUR: &str = "#b4bcc3";
/// [`CONTEXT`] squares from this side on, in page units, are stripes: on grey paper nobody takes them for a class.
const STRIPED: f64 = 1.5;

/// The marks of one class.
#[derive(Debug, Clone, PartialEq)]
struct Layer {
    class: u8,
    path: String,
}

/// All cells of a map as paths.
#[derive(Debug, Clone)]
pub(super) struct Squares {
    layers: Vec<Layer>,
    /// Attributes of the group around them: the transform of the grid, or the width of the dots.
    attributes: String,
    /// Whether [`CONTEXT`] is drawn as stripes.
    pub striped: bool,
}

/// The cells in view: indices, so that a country of 4 million is not copied.
struct Shown<'a> {
    cells: CellMarks<'a>,
    indices: Vec<u32>,
}

impl<'a> Shown<'a> {
    fn new(map: &Map<'a>, view: &View) -> Self {
        let slack = map.cells.side.get() * view.scale;
        let classes = map.classes.len();
        let known = |class: u8| class != HIDDEN && (class == CONTEXT || usize::from(class) < classes);
        let cells = map.cells.centres.0.iter().zip(map.cells.class);
        let indices = (0_u32..)
            .zip(cells)
            .filter(|(_, (at, class))| known(**class) && usable(**at) && view.shows(view.place(**at), slack))
            .map(|(index, _)| index);
        Self { cells: map.cells, indices: indices.collect() }
    }

    /// Centre, class and residents of each.
    fn iter(&self) -> impl Iterator<Item = (Coord<f64>, u8, f64)> {
        let cells = self.cells;
        self.indices.iter().filter_map(move |index| {
            let index = *index as usize;
            Some((*cells.centres.0.get(index)?, *cells.class.get(index)?, cells.weight.get(index).copied().unwrap_or(1.0)))
        })
    }
}

impl Squares {
    /// Places the cells of a map that are in view.
    pub fn new(map: &Map, view: &View) -> Self {
        let side = map.cells.side.get();
        let on_page = side * view.scale;
        let shown = Shown::new(map, view);
        if on_page <= 0.0 {
            return if shown.indices.len() > MANY_POINTS { on_grid(&shown, 1.5 / view.scale, None, view) } else { dots(&shown, view) };
        }
        match common_corner(&shown, side) {
            corner if on_page < SMALLEST => on_grid(&shown, side * (TOGETHER / on_page).ceil(), corner, view),
            Some(corner) => on_grid(&shown, side, Some(corner), view),
            None => alone(&shown, side, view),
        }
    }

    /// Draws the cells around the study.
    pub fn draw_context(&self, canvas: &mut Canvas) {
        self.draw_layers(canvas, |class| (class == CONTEXT).then(|| CONTEXT_COLOUR.to_owned()));
    }

    /// Draws the cells that have a class, far over near where dots overlap.
    pub fn draw_classes(&self, canvas: &mut Canvas, colours: &[Colour]) {
        self.draw_layers(canvas, |class| colours.get(usize::from(class)).map(|colour| colour.hex()));
    }

    fn draw_layers(&self, canvas: &mut Canvas, colour: impl Fn(u8) -> Option<String>) {
        canvas.group(&self.attributes);
        for layer in &self.layers {
            if let Some(colour) = colour(layer.class) {
                canvas.path(&layer.path, &format!("fill=\"{colour}\" stroke=\"{colour}\""));
            }
        }
        canvas.end_group();
    }
}

/// The corner of the grid that all squares lie on, within a hundredth of their side; `None` when they do not.
fn common_corner(shown: &Shown, side: f64) -> Option<Coord<f64>> {
    let (first, ..) = shown.iter().next()?;
    let corner = Coord { x: (first.x - side / 2.0).rem_euclid(side), y: (first.y - side / 2.0).rem_euclid(side) };
    let off = |value: f64, from: f64| {
        let steps = (value - side / 2.0 - from) / side;
        (steps - steps.round()).abs()
    };
    shown.iter().all(|(at, ..)| off(at.x, corner.x) < 0.01 && off(at.y, corner.y) < 0.01).then_some(corner)
}

/// Residents of one class in one square of the grid.
struct Tile {
    row: i64,
    column: i64,
    class: u8,
    /// In thousandths, so that sums do not depend on the order of the cells.
    weight: u64,
}

/// Squares of a grid, runs merged, one path a class.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "positions are usable, weights are cut off")]
#[expect(clippy::cast_precision_loss, reason = "rows and columns are far below 2^52")]
fn on_grid(shown: &Shown, grid: f64, corner: Option<Coord<f64>>, view: &View) -> Squares {
    let corner = corner.unwrap_or(Coord { x: 0.0, y: 0.0 });
    let size = grid * view.scale;
    let mut tiles: Vec<Tile> = shown
        .iter()
        .map(|(at, class, weight)| Tile {
            row: ((at.y - corner.y) / grid).floor() as i64,
            column: ((at.x - corner.x) / grid).floor() as i64,
            class,
            weight: (weight.clamp(0.0, 1e9) * 1000.0).round() as u64,
        })
        .collect();
    tiles.sort_unstable_by_key(|tile| (tile.row, tile.column, tile.class));
    let chosen: Vec<Tile> = tiles.chunk_by(|a, b| (a.row, a.column) == (b.row, b.column)).filter_map(majority).collect();
    let first_row = chosen.first().map_or(0, |tile| tile.row);
    let first_column = chosen.iter().map(|tile| tile.column).min().unwrap_or(0);
    let mut paths: Vec<String> = vec![String::new(); 256];
    for run in chosen.chunk_by(|a, b| a.row == b.row && a.class == b.class && a.column + 1 == b.column) {
        if let Some((tile, path)) = run.first().and_then(|tile| Some((tile, paths.get_mut(usize::from(tile.class))?))) {
            let (column, row, length) = (tile.column - first_column, tile.row - first_row, run.len());
            let high = if tile.class == CONTEXT && size >= STRIPED { ".5" } else { "1" };
            let _ = write!(path, "M{column} {row}h{length}v{high}h-{length}z");
        }
    }
    let [x, y] = view.place(Coord { x: corner.x + first_column as f64 * grid, y: corner.y + first_row as f64 * grid });
    let attributes =
        format!("stroke-width=\"0\" shape-rendering=\"crispEdges\" transform=\"matrix({size:.7} 0 0 -{size:.7} {x:.4} {y:.4})\"");
    Squares { layers: layers(paths), attributes, striped: size >= STRIPED }
}

/// The class with the most residents among the tiles of one place, the farthest of equals. Context counts where nothing else is.
fn majority(tiles: &[Tile]) -> Option<Tile> {
    let mut best: Option<Tile> = None;
    for class in tiles.chunk_by(|a, b| a.class == b.class) {
        let Some(Tile { row, column, class: name, .. }) = class.first() else { continue };
        let weight = class.iter().map(|tile| tile.weight).fold(0, u64::saturating_add);
        if best.as_ref().is_none_or(|best| *name != CONTEXT && weight >= best.weight) {
            best = Some(Tile { row: *row, column: *column, class: *name, weight });
        }
    }
    best
}

/// Squares that share no grid, one by one.
fn alone(shown: &Shown, side: f64, view: &View) -> Squares {
    let across = number(side * view.scale);
    let paths = one_by_one(shown, |at| {
        let [x, y] = view.place(Coord { x: at.x - side / 2.0, y: at.y + side / 2.0 });
        format!("M{} {}h{across}v{across}h-{across}z", number(x), number(y))
    });
    Squares { layers: layers(paths), attributes: "stroke-width=\"0\"".to_owned(), striped: false }
}

/// Points as round dots: lines of hardly any length with round ends.
fn dots(shown: &Shown, view: &View) -> Squares {
    let width = if shown.indices.len() > 2000 { 3.2 } else { 5.0 };
    let paths = one_by_one(shown, |at| {
        let [x, y] = view.place(at);
        format!("M{} {}h.01", number(x), number(y))
    });
    Squares { layers: layers(paths), attributes: format!("stroke-width=\"{width}\" stroke-linecap=\"round\""), striped: false }
}

fn one_by_one(shown: &Shown, mark: impl Fn(Coord<f64>) -> String) -> Vec<String> {
    let mut paths: Vec<String> = vec![String::new(); 256];
    for (at, class, _) in shown.iter() {
        if let Some(path) = paths.get_mut(usize::from(class)) {
            path.push_str(&mark(at));
        }
    }
    paths
}

fn layers(paths: Vec<String>) -> Vec<Layer> {
    let paths = (0..=u8::MAX).zip(paths);
    paths.filter(|(_, path)| !path.is_empty()).map(|(class, path)| Layer { class, path }).collect()
}
