//! Where people live: how likely each square is to be populated, and how densely. Built-up areas with a blurred edge, ribbons along the
//! roads between places and along the dikes, farms in between, nobody on the floodplain.

use std::f64::consts::TAU;

use geo::Coord;

use super::borders::Land;
use super::config::Config;
use super::dice::{Dice, Topic};
use super::plane::Plane;
use super::raster::{Grid, NOWHERE};
use super::settlements::{Places, Settlement};
use super::voronoi::distance;

/// Chance that a square of open country is populated, and of one along a road or dike, if as many squares were asked for as there is
/// land; in a country of which an eighth is populated about a sixth of it.
const FARMS: f32 = 0.025;
const ROAD: f32 = 0.6;
const DIKE: f32 = 0.66;
/// Residents of a populated square in open country, and along roads and dikes.
const FEW: f32 = 6.0;
const SOME: f32 = 11.0;

/// The ground, square by square of the [`Grid`].
pub(super) struct Ground {
    /// The neighbourhood of each centre; [`NOWHERE`] outside, in the river, on its banks and on the floodplain.
    pub(super) neighbourhood: Vec<u32>,
    /// Chance that somebody lives there.
    pub(super) chance: Vec<f32>,
    /// Residents expected if so.
    pub(super) density: Vec<f32>,
}

impl Ground {
    /// Lays out built-up areas, roads and dikes.
    pub(super) fn new(config: &Config, plane: &Plane, places: &Places, land: &Land, grid: &Grid) -> Self {
        let mut ground = Self {
            neighbourhood: grid.areas(land.neighbourhoods.iter(), 50.0),
            chance: vec![FARMS; grid.len()],
            density: vec![FEW; grid.len()],
        };
        let mut dice = Dice::new(config.seed, Topic::Ground);
        for place in &places.settlements {
            ground.build(&mut dice, plane, grid, place);
        }
        for (from, to) in roads(&places.settlements) {
            ground.line(plane, grid, (from, to), ROAD);
        }
        let floodplain = (0.008 * (plane.half.0 + plane.half.1)).clamp(60.0, 180.0);
        for bank in [-1.0, 1.0] {
            let along = |out: f64| {
                let y = plane.river + bank * (plane.half_width + out);
                (Coord { x: -plane.half.0, y }, Coord { x: plane.half.0, y })
            };
            ground.line(plane, grid, along(floodplain + 90.0), DIKE);
            for step in 0..6 {
                ground.empty(plane, grid, along(floodplain * f64::from(step) / 5.0));
            }
        }
        ground.dry(land, grid);
        ground
    }

    /// A built-up area: a disc with two and three bulges, of which the edge fades over a quarter of the radius.
    #[expect(clippy::cast_possible_truncation, reason = "chances and densities need no more digits")]
    fn build(&mut self, dice: &mut Dice, plane: &Plane, grid: &Grid, settlement: &Settlement) {
        let centre = plane.bend(settlement.at);
        let radius = settlement.radius();
        let phases = (dice.between(0.0, TAU), dice.between(0.0, TAU));
        let top = (17.0 * settlement.size.powf(0.27) * (0.15 * dice.normal()).exp()).min(260.0);
        let far = (2.0 * radius / 100.0).ceil() as i32;
        for row in -far..=far {
            for column in -far..=far {
                let from = Coord { x: f64::from(column) * 100.0, y: f64::from(row) * 100.0 };
                let Some(index) = grid.index(centre + from) else { continue };
                let from = grid.centre(index) - centre;
                let way = from.y.atan2(from.x);
                let bulge = 1.0 + 0.22 * (2.0 * way + phases.0).cos() + 0.12 * (3.0 * way + phases.1).cos();
                let part = from.x.hypot(from.y) / (radius * bulge);
                self.raise(index, (0.96 / (1.0 + ((part - 1.0) / 0.1).exp())) as f32, (9.0 + top * (-part / 0.75).exp()) as f32);
            }
        }
    }

    /// Houses along a straight line of the plane.
    fn line(&mut self, plane: &Plane, grid: &Grid, (from, to): (Coord<f64>, Coord<f64>), chance: f32) {
        for p in walk(from, to) {
            if let Some(index) = grid.index(plane.bend(p)) {
                self.raise(index, chance, SOME);
            }
        }
    }

    /// Nobody along a straight line of the plane.
    fn empty(&mut self, plane: &Plane, grid: &Grid, (from, to): (Coord<f64>, Coord<f64>)) {
        for p in walk(from, to) {
            if let Some(area) = grid.index(plane.bend(p)).and_then(|index| self.neighbourhood.get_mut(index)) {
                *area = NOWHERE;
            }
        }
    }

    /// Nobody in a square that touches the river.
    fn dry(&mut self, land: &Land, grid: &Grid) {
        let wet = grid.areas(land.water.iter().flatten(), 0.0);
        let at = |index: usize| wet.get(index).is_some_and(|&water| water != NOWHERE);
        for (index, area) in self.neighbourhood.iter_mut().enumerate() {
            let above = index + grid.columns;
            if at(index) || at(index + 1) || at(above) || at(above + 1) {
                *area = NOWHERE;
            }
        }
    }

    /// At least this chance and density.
    fn raise(&mut self, index: usize, chance: f32, density: f32) {
        if let (Some(present), Some(dense)) = (self.chance.get_mut(index), self.density.get_mut(index)) {
            if chance > *present {
                *present = chance;
            }
            if chance > FARMS && density > *dense {
                *dense = density;
            }
        }
    }
}

/// Points every 40 m from one end to the other.
fn walk(from: Coord<f64>, to: Coord<f64>) -> impl Iterator<Item = Coord<f64>> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a country is not larger than 10,000 steps")]
    let steps = (distance(from, to) / 40.0).ceil().max(1.0) as u32;
    (0..=steps).map(move |step| from + (to - from) * (f64::from(step) / f64::from(steps)))
}

/// A road from each place to the two nearest, each road once.
fn roads(places: &[Settlement]) -> Vec<(Coord<f64>, Coord<f64>)> {
    let tree = rstar::RTree::bulk_load(places.iter().map(|place| [place.at.x, place.at.y]).collect());
    let mut roads = Vec::new();
    for place in places {
        for &[x, y] in tree.nearest_neighbor_iter(&[place.at.x, place.at.y]).skip(1).take(2) {
            let other = Coord { x, y };
            let (low, high) = if (x, y) < (place.at.x, place.at.y) { (other, place.at) } else { (place.at, other) };
            roads.push((low, high));
        }
    }
    roads.sort_by(|a, b| a.0.x.total_cmp(&b.0.x).then(a.1.x.total_cmp(&b.1.x)));
    roads.dedup();
    roads
}
