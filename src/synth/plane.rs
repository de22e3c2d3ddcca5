//! The plane in which the country is laid out, and the one smooth bijection that bends it into its final shape.
//!
//! In the plane the outline is convex, the river a straight strip along x and every border a straight line. [`Plane::bend`] first moves
//! points north or south by waves along the river, fading away from it (meanders), then adds short waves in all directions. Both steps
//! are one to one: the first is increasing in y because its waves are low against the fade, the second has a total gradient below 0.6.

use std::f64::consts::TAU;

use geo::Coord;

use super::config::Config;
use super::dice::{Dice, Topic};

/// How many short waves of each length.
const WAVES: usize = 3;
/// Gradient of one short wave: 4 lengths × 3 waves × 0.045 = 0.54.
const GRADIENT: f64 = 0.045;
/// The largest half extents in metres, east and north.
const MOST: (f64, f64) = (138_000.0, 162_000.0);
/// Area of the outline over that of its bounding box.
const FILL: f64 = 0.883;

/// A wave along a direction.
struct Wave {
    along: Coord<f64>,
    shift: Coord<f64>,
    number: f64,
    phase: f64,
}

/// The plane, its outline and river, in metres around the middle of the country.
pub(super) struct Plane {
    /// The outline: convex, counter-clockwise, open.
    pub(super) outline: Vec<Coord<f64>>,
    /// y of the middle of the river.
    pub(super) river: f64,
    /// Half the width of the river.
    pub(super) half_width: f64,
    /// Half extent east and north.
    pub(super) half: (f64, f64),
    /// Borders have a vertex at least this often.
    pub(super) spacing: f64,
    meanders: Vec<(f64, f64, f64)>,
    fade: f64,
    waves: Vec<Wave>,
    turn: (f64, f64),
    middle: Coord<f64>,
}

impl Plane {
    /// The plane for a land as large as `config` asks for.
    pub(super) fn new(config: &Config) -> Self {
        let mut dice = Dice::new(config.seed, Topic::Plane);
        let quarter = config.land() * 10_000.0 / (4.0 * FILL);
        let east = (quarter * dice.between(1.3, 1.6)).sqrt().min(MOST.0);
        let north = (quarter / east).min(MOST.1);
        let east = (quarter / north).min(MOST.0);
        let size = east + north;
        let river = dice.between(-0.12, 0.12) * north;
        let fade = 0.5 * north;
        // Meanders: long ones in proportion to the country, and in a large one also those of a real river.
        let mut meanders: Vec<(f64, f64, f64)> = Vec::new();
        for (length, gradient) in [(0.85 * east, 0.5), (0.36 * east, 0.5), (6000.0, 0.35)] {
            if meanders.len() < 2 || east > 20_000.0 {
                let length = length * dice.between(0.9, 1.1);
                meanders.push((TAU / length, gradient * length / TAU, dice.between(0.0, TAU)));
            }
        }
        let height: f64 = meanders.iter().map(|wave| wave.1).sum();
        let shrink = (0.35 * fade / height).min(1.0);
        for wave in &mut meanders {
            wave.1 *= shrink;
        }
        let shortest = (0.035 * size).clamp(400.0, 1500.0);
        let ratio = (0.5 * size / shortest).cbrt();
        let mut waves = Vec::new();
        for step in 0..4 {
            let length = shortest * ratio.powi(step);
            for _ in 0..WAVES {
                let (way, moved) = (dice.between(0.0, TAU), dice.between(0.0, TAU));
                let height = GRADIENT * length / TAU;
                waves.push(Wave {
                    along: Coord { x: way.cos(), y: way.sin() },
                    shift: Coord { x: moved.cos() * height, y: moved.sin() * height },
                    number: TAU / length,
                    phase: dice.between(0.0, TAU),
                });
            }
        }
        // A small region is turned; one that needs all the room there is stays as it is.
        let turned = dice.between(-0.22, 0.22);
        let turned = if east.hypot(north) < MOST.0 { turned } else { 0.0 };
        Self {
            outline: outline(east, north, &mut dice),
            river,
            half_width: (0.012 * size / 2.0).clamp(50.0, 220.0),
            half: (east, north),
            spacing: shortest / 7.0,
            meanders,
            fade,
            waves,
            turn: (turned.cos(), turned.sin()),
            middle: middle(north),
        }
    }

    /// Where a point of the plane lies in RD New, rounded to millimetres.
    pub(super) fn bend(&self, p: Coord<f64>) -> Coord<f64> {
        let rise: f64 = self.meanders.iter().map(|&(number, height, phase)| height * (number * p.x + phase).sin()).sum();
        let fade = (-((p.y - self.river) / self.fade).powi(2)).exp();
        let p = Coord { x: p.x, y: p.y + rise * fade };
        let p = Coord { x: p.x * self.turn.0 - p.y * self.turn.1, y: p.x * self.turn.1 + p.y * self.turn.0 };
        let moved = self
            .waves
            .iter()
            .fold(p, |sum, wave| sum + wave.shift * (wave.number * (p.x * wave.along.x + p.y * wave.along.y) + wave.phase).sin());
        let at = moved + self.middle;
        Coord { x: (at.x * 1000.0).round() / 1000.0, y: (at.y * 1000.0).round() / 1000.0 }
    }

    /// How far a point is from the nearer bank of the river; negative in the water.
    pub(super) fn river_distance(&self, p: Coord<f64>) -> f64 {
        (p.y - self.river).abs() - self.half_width
    }
}

/// The middle of the country in RD. Small regions lie in the `IJsselmeer`, where nothing real is in their way; large ones are centred
/// in what RD allows.
fn middle(north: f64) -> Coord<f64> {
    Coord { x: 150_000.0, y: (650_000.0 - 13_000.0 - north).min(530_000.0) }
}

/// A rounded convex outline: a superellipse of which a few corners are cut.
fn outline(east: f64, north: f64, dice: &mut Dice) -> Vec<Coord<f64>> {
    let mut ring: Vec<Coord<f64>> = (0..72)
        .map(|step| {
            let (sin, cos) = (TAU * f64::from(step) / 72.0).sin_cos();
            let bent = |part: f64| part.signum() * part.abs().powf(2.0 / 3.0);
            Coord { x: east * bent(cos), y: north * bent(sin) }
        })
        .collect();
    for _ in 0..5 {
        let way = dice.between(0.0, TAU);
        let far = Coord { x: 2.0 * east * way.cos(), y: 2.0 * north * way.sin() };
        let farthest = ring.iter().map(|p| p.x * far.x + p.y * far.y).fold(0.0, f64::max) / (far.x * far.x + far.y * far.y);
        let cut = far * (2.0 * farthest * dice.between(0.93, 0.99));
        ring = super::voronoi::clip(&ring, super::voronoi::HalfPlane::nearer(Coord::zero(), cut));
    }
    ring
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::synth::voronoi::area;

    #[test]
    fn the_bend_keeps_every_small_triangle_the_right_way_round() {
        for (squares, municipalities) in [(600, 2), (4500, 8), (400_000, 342), (4_000_000, 342)] {
            let plane = Plane::new(&Config::new(squares, 10, 10, municipalities, 3));
            let step = plane.half.0 / 150.0;
            for column in -150..150 {
                for row in -150..150 {
                    let corner = Coord { x: f64::from(column) * step, y: f64::from(row) * plane.half.1 / 150.0 };
                    let small = [corner, corner + Coord { x: 20.0, y: 0.0 }, corner + Coord { x: 0.0, y: 20.0 }];
                    let bent = small.map(|p| plane.bend(p));
                    // 200 m² before; never turned over, and never below a twentieth.
                    assert!(area(&bent) > 10.0, "{squares}: {corner:?} {}", area(&bent));
                }
            }
        }
    }

    #[test]
    fn every_outline_lies_within_rd() {
        for (squares, municipalities) in [(600, 2), (4500, 8), (400_000, 342), (4_000_000, 342)] {
            for seed in 0..20 {
                let plane = Plane::new(&Config::new(squares, 10, 10, municipalities, seed));
                for &p in &plane.outline {
                    let at = plane.bend(p);
                    assert!((0.0..300_000.0).contains(&at.x) && (300_000.0..650_000.0).contains(&at.y), "{squares} {seed} {at:?}");
                }
            }
        }
    }
}
