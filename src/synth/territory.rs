//! Municipalities and neighbourhoods as convex pieces of the plane.
//!
//! On each bank of the river the towns that take part there divide the bank among them by nearness, down to the middle of the river:
//! borders of municipalities with land on one bank only run along it. A neighbourhood is what is nearest to its seed, within the piece
//! of land that its seed lies in.

use geo::Coord;

use super::config::Config;
use super::dice::{Dice, Topic};
use super::names::Names;
use super::plane::Plane;
use super::settlements::{Bank, Places, Settlement};
use super::voronoi::{HalfPlane, area, cell, clip, distance, inside, middle};

/// Squares of a settlement to one more neighbourhood.
const SQUARES_A_NEIGHBOURHOOD: f64 = 130.0;
/// The most neighbourhoods of a settlement.
const MOST: usize = 60;

/// A convex piece of a municipality, counter-clockwise and open.
pub(super) struct Piece {
    /// Whose.
    pub(super) municipality: usize,
    /// Its outline.
    pub(super) ring: Vec<Coord<f64>>,
}

/// A neighbourhood in the plane.
pub(super) struct Plot {
    /// Its name.
    pub(super) name: String,
    /// Its municipality.
    pub(super) municipality: usize,
    /// The settlement it belongs to.
    pub(super) settlement: usize,
    /// Its outline.
    pub(super) ring: Vec<Coord<f64>>,
}

/// How the plane is divided.
pub(super) struct Plots {
    /// Pieces of land, one or two a municipality.
    pub(super) land: Vec<Piece>,
    /// Pieces of river.
    pub(super) water: Vec<Piece>,
    /// Neighbourhoods, ordered by municipality and settlement; together they are the land.
    pub(super) neighbourhoods: Vec<Plot>,
}

/// Divides the plane.
pub(super) fn divide(config: &Config, plane: &Plane, places: &Places) -> Plots {
    let mut names = Names::empty();
    let mut dice = Dice::new(config.seed, Topic::Territory);
    let mut plots = Plots { land: Vec::new(), water: Vec::new(), neighbourhoods: Vec::new() };
    let seeds = seeds(&mut dice, places, plane);
    for municipality in 0..places.straddles.len() {
        for bank in Bank::BOTH {
            if !places.takes_part(plane, municipality, bank) {
                continue;
            }
            let (side, dry, wet) = match bank {
                Bank::North => (
                    HalfPlane::above(plane.river),
                    HalfPlane::above(plane.river + plane.half_width),
                    HalfPlane::below(plane.river + plane.half_width),
                ),
                Bank::South => (
                    HalfPlane::below(plane.river),
                    HalfPlane::below(plane.river - plane.half_width),
                    HalfPlane::above(plane.river - plane.half_width),
                ),
            };
            let towns: Vec<Coord<f64>> = (0..places.straddles.len())
                .filter(|&other| places.takes_part(plane, other, bank))
                .filter_map(|other| places.settlements.get(other).map(|town| town.at))
                .collect();
            let Some(town) = places.settlements.get(municipality) else { continue };
            let all = cell(town.at, &towns, &clip(&plane.outline, side));
            let (land, water) = (clip(&all, dry), clip(&all, wet));
            if area(&water) > 1.0 {
                plots.water.push(Piece { municipality, ring: water });
            }
            if area(&land) > 1.0 {
                neighbourhoods(places, &mut names, municipality, &land, &seeds, &mut plots.neighbourhoods);
                plots.land.push(Piece { municipality, ring: land });
            }
        }
    }
    plots.neighbourhoods.sort_by_key(|plot| (plot.municipality, plot.settlement));
    plots
}

/// A point around which a neighbourhood forms.
struct Seed {
    settlement: usize,
    at: Coord<f64>,
}

/// One seed in the middle of each settlement, more around it in the larger ones.
fn seeds(dice: &mut Dice, places: &Places, plane: &Plane) -> Vec<Seed> {
    let mut seeds = Vec::new();
    for (settlement, place) in places.settlements.iter().enumerate() {
        let first = seeds.len();
        seeds.push(Seed { settlement, at: place.at });
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small positive number")]
        let count = ((place.size / SQUARES_A_NEIGHBOURHOOD) as usize + 1).min(MOST);
        let radius = place.radius();
        #[expect(clippy::cast_precision_loss, reason = "at most 60")]
        let apart = 1.1 * radius / (count as f64).sqrt();
        let mut tries = 0;
        while seeds.len() - first < count && tries < 40 * count {
            tries += 1;
            let (way, far) = (dice.between(0.0, std::f64::consts::TAU), 1.1 * radius * dice.unit().sqrt());
            let at = place.at + Coord { x: way.cos() * far, y: way.sin() * far };
            let free = seeds.iter().skip(first).all(|seed| distance(seed.at, at) > apart);
            if free && Bank::of(plane, at) == Bank::of(plane, place.at) {
                seeds.push(Seed { settlement, at });
            }
        }
    }
    seeds
}

/// The neighbourhoods of one piece of land; seeds of a neighbouring municipality's town that lie in it do not count.
fn neighbourhoods(places: &Places, names: &mut Names, municipality: usize, land: &[Coord<f64>], seeds: &[Seed], plots: &mut Vec<Plot>) {
    let ours = |seed: &&Seed| places.settlements.get(seed.settlement).is_some_and(|place| place.municipality == municipality);
    let mut here: Vec<(usize, Coord<f64>)> =
        seeds.iter().filter(ours).filter(|seed| inside(land, seed.at)).map(|seed| (seed.settlement, seed.at)).collect();
    if here.is_empty() {
        here.push((municipality, middle(land)));
    }
    let points: Vec<Coord<f64>> = here.iter().map(|&(_, at)| at).collect();
    for &(settlement, at) in &here {
        let ring = cell(at, &points, land);
        let Some(place) = places.settlements.get(settlement) else { continue };
        let name = if lone(&here, settlement) && inside(land, place.at) { place.name.clone() } else { quarter(place, at) };
        plots.push(Plot { name: names.unique(&name, ""), municipality, settlement, ring });
    }
}

/// Whether a settlement has one seed only; the seeds of a settlement follow each other.
fn lone(seeds: &[(usize, Coord<f64>)], settlement: usize) -> bool {
    let first = seeds.partition_point(|seed| seed.0 < settlement);
    seeds.get(first + 1).is_none_or(|seed| seed.0 != settlement)
}

/// The name of a part of a town: by its direction from the middle.
fn quarter(place: &Settlement, at: Coord<f64>) -> String {
    const WAYS: [&str; 8] = ["Oost", "Noordoost", "Noord", "Noordwest", "West", "Zuidwest", "Zuid", "Zuidoost"];
    let from = at - place.at;
    if from.x.hypot(from.y) < 0.2 * place.radius() {
        return format!("{} Centrum", place.name);
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 8")]
    let way = ((from.y.atan2(from.x).rem_euclid(std::f64::consts::TAU) / std::f64::consts::FRAC_PI_4).round() as usize) % 8;
    format!("{} {}", place.name, WAYS.get(way).copied().unwrap_or_default())
}
