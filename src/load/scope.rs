//! What takes part in a study: its municipalities, and what lies within its surroundings.

use std::sync::LazyLock;

use geo::{Coord, LinesIter, MultiPolygon};
use rayon::prelude::*;
use rstar::primitives::Line;
use rstar::{PointDistance, RTree};

use crate::model::{Municipality, NONE, Scope};
use crate::units::Metres;

/// A point in no municipality goes to the nearest one within this distance, metres.
pub(super) const GAP: f64 = 500.0;

type Borders = RTree<Line<[f64; 2]>>;

/// The borders of a study, ready to be asked how far something lies outside.
pub(super) struct Scopes<'a> {
    in_study: &'a [bool],
    /// The borders of the study's municipalities; made when the first thing outside them is met.
    borders: LazyLock<Borders, Box<dyn FnOnce() -> Borders + Send + Sync + 'a>>,
    /// How far outside something still takes part, metres.
    surroundings: f64,
    /// Municipalities outside the study of which some corner lies in the surroundings.
    pub neighbours: usize,
}

/// Prepares the borders of the municipalities that a study is about.
pub(super) fn scopes<'a>(municipalities: &'a [Municipality], in_study: &'a [bool], surroundings: Metres) -> Scopes<'a> {
    let shapes = move |wanted: bool| {
        municipalities.iter().zip(in_study).filter(move |(_, within)| **within == wanted).map(|(municipality, _)| municipality.shape.get())
    };
    let line = |line: geo::Line<f64>| Line::new([line.start.x, line.start.y], [line.end.x, line.end.y]);
    let make = move || RTree::bulk_load(shapes(true).flat_map(LinesIter::lines_iter).map(line).collect());
    let mut scopes = Scopes { in_study, borders: LazyLock::new(Box::new(make)), surroundings: surroundings.get(), neighbours: 0 };
    let touches = |shape: &&MultiPolygon<f64>| shape.lines_iter().any(|line| scopes.is_near(line.start));
    scopes.neighbours = shapes(false).filter(touches).count();
    scopes
}

impl Scopes<'_> {
    /// The part of a position in this municipality.
    pub fn of(&self, at: Coord<f64>, municipality: Option<usize>) -> Scope {
        match municipality {
            Some(municipality) if self.in_study[municipality] => Scope::Study,
            _ if self.is_near(at) => Scope::Surroundings,
            _ => Scope::Beyond,
        }
    }

    /// The cells that take part, ascending; `None` when all do.
    pub fn cells(&self, at: &[Coord<f64>], municipality: &[u32]) -> Option<Vec<u32>> {
        let part = |row: &u32| {
            let row = *row as usize;
            let municipality = (municipality[row] != NONE).then_some(municipality[row] as usize);
            self.of(at[row], municipality) != Scope::Beyond
        };
        let rows: u32 = at.len().try_into().unwrap_or(NONE);
        if (0..rows).into_par_iter().all(|row| part(&row)) {
            return None;
        }
        Some((0..rows).into_par_iter().filter(part).collect())
    }

    /// Whether a position lies within the surroundings.
    fn is_near(&self, at: Coord<f64>) -> bool {
        let point = [at.x, at.y];
        self.borders.nearest_neighbor(&point).is_some_and(|line| line.distance_2(&point) <= self.surroundings * self.surroundings)
    }
}
