//! Towns and villages: where they are, whose they are and how large they get.

use geo::Coord;
use rstar::RTree;

use super::config::Config;
use super::dice::{Dice, Topic};
use super::names::Names;
use super::plane::Plane;
use super::voronoi::{distance, inside};

/// A side of the river.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Bank {
    /// Above the river in the plane.
    North,
    /// Below it.
    South,
}

impl Bank {
    /// Both.
    pub(super) const BOTH: [Self; 2] = [Self::North, Self::South];

    /// The side of the river on which a point lies.
    pub(super) fn of(plane: &Plane, p: Coord<f64>) -> Self {
        if p.y >= plane.river { Self::North } else { Self::South }
    }
}

/// A town or village, in the plane.
pub(super) struct Settlement {
    /// Its name.
    pub(super) name: String,
    /// Its middle.
    pub(super) at: Coord<f64>,
    /// Its municipality.
    pub(super) municipality: usize,
    /// Populated squares it is expected to have.
    pub(super) size: f64,
}

impl Settlement {
    /// Radius in metres of its built-up area, of which nine squares in ten are populated.
    pub(super) fn radius(&self) -> f64 {
        (self.size * 10_000.0 / (0.9 * std::f64::consts::PI)).sqrt()
    }
}

/// All settlements. The first of each municipality's is its town: settlement `m` is the town of municipality `m`.
pub(super) struct Places {
    /// Towns first, then villages.
    pub(super) settlements: Vec<Settlement>,
    /// Whether a municipality also has land across the river.
    pub(super) straddles: Vec<bool>,
}

impl Places {
    /// Whether a municipality has a share in the land of a bank.
    pub(super) fn takes_part(&self, plane: &Plane, municipality: usize, bank: Bank) -> bool {
        let Some(town) = self.settlements.get(municipality) else { return false };
        Bank::of(plane, town.at) == bank || self.straddles.get(municipality).copied().unwrap_or(false)
    }
}

/// Places towns and villages by throwing darts, and gives them sizes by their rank.
pub(super) fn place(config: &Config, plane: &Plane, names: &mut Names) -> Places {
    let mut dice = Dice::new(config.seed, Topic::Settlements);
    let land = config.land() * 10_000.0;
    let mut towns: Vec<Coord<f64>> = Vec::new();
    let apart = 0.72 * (land / number(config.municipalities)).sqrt();
    throw(&mut dice, plane, &mut towns, config.municipalities, apart, 1600.0, |_, _| true);
    let straddles = straddling(&mut dice, plane, &towns, apart);
    let mut places = Places {
        settlements: towns
            .iter()
            .enumerate()
            .map(|(municipality, &at)| Settlement { name: names.town(), at, municipality, size: 0.0 })
            .collect(),
        straddles,
    };
    let mut all = towns;
    let apart = 0.62 * (land / number(config.settlements)).sqrt();
    throw(&mut dice, plane, &mut all, config.settlements, apart, 650.0, |p, apart| from_border(plane, &places, p) > 0.22 * apart);
    for &at in all.iter().skip(config.municipalities) {
        let municipality = owner(plane, &places, at).map_or(0, |(municipality, _)| municipality);
        places.settlements.push(Settlement { name: names.place(), at, municipality, size: 0.0 });
    }
    grow(&mut dice, config, &mut places.settlements);
    places
}

/// Adds points to `points` until there are `count`, at least `apart` from each other while there is room, less when
/// there is not, and about `margin` inside the outline. O(n log n).
fn throw(
    dice: &mut Dice,
    plane: &Plane,
    points: &mut Vec<Coord<f64>>,
    count: usize,
    mut apart: f64,
    margin: f64,
    good: impl Fn(Coord<f64>, f64) -> bool,
) {
    let within = 1.0 - (margin / plane.half.1).clamp(0.02, 0.16);
    let dry = (0.04 * plane.half.1).min(380.0);
    let mut taken = RTree::bulk_load(points.iter().map(|p| [p.x, p.y]).collect());
    let mut misses = 0;
    while points.len() < count {
        let p = Coord { x: dice.between(-1.0, 1.0) * plane.half.0 * within, y: dice.between(-1.0, 1.0) * plane.half.1 * within };
        let fits = inside(&plane.outline, p / within)
            && plane.river_distance(p) > dry
            && taken.nearest_neighbor(&[p.x, p.y]).is_none_or(|&[x, y]| distance(p, Coord { x, y }) >= apart)
            && good(p, apart);
        if fits {
            points.push(p);
            taken.insert([p.x, p.y]);
            misses = 0;
        } else {
            misses += 1;
            if misses == 300 {
                apart *= 0.93;
                misses = 0;
            }
        }
    }
}

/// Of the towns near the river some have land on the other bank too.
fn straddling(dice: &mut Dice, plane: &Plane, towns: &[Coord<f64>], apart: f64) -> Vec<bool> {
    towns.iter().map(|&town| dice.chance(0.4) && plane.river_distance(town) < 0.45 * apart).collect()
}

/// The municipality a point lies in, and how much farther the next town is.
fn owner(plane: &Plane, places: &Places, p: Coord<f64>) -> Option<(usize, f64)> {
    let bank = Bank::of(plane, p);
    let mut nearest: Option<(usize, f64)> = None;
    let mut next = f64::INFINITY;
    for municipality in 0..places.straddles.len() {
        if !places.takes_part(plane, municipality, bank) {
            continue;
        }
        let Some(town) = places.settlements.get(municipality) else { continue };
        let far = distance(p, town.at);
        match nearest {
            Some((_, best)) if far >= best => next = next.min(far),
            _ => {
                next = nearest.map_or(next, |(_, best)| best);
                nearest = Some((municipality, far));
            }
        }
    }
    nearest.map(|(municipality, far)| (municipality, next - far))
}

/// About how far a point is from the border of its municipality; negative where there is no municipality.
fn from_border(plane: &Plane, places: &Places, p: Coord<f64>) -> f64 {
    owner(plane, places, p).map_or(-1.0, |(_, lead)| lead / 2.0)
}

/// Sizes fall with a power of the rank (Zipf and Mandelbrot); the highest ranks are the towns, in random order.
fn grow(dice: &mut Dice, config: &Config, settlements: &mut [Settlement]) {
    let flat = number(config.municipalities) / 100.0;
    let mut ranks: Vec<usize> = (0..config.municipalities).collect();
    dice.shuffle(&mut ranks);
    ranks.extend(config.municipalities..settlements.len());
    let mut total = 0.0;
    for (settlement, rank) in settlements.iter_mut().zip(ranks) {
        settlement.size = (number(rank) + 1.0 + flat).powf(-0.85) * (0.18 * dice.normal()).exp();
        total += settlement.size;
    }
    let scale = 0.72 * number(config.squares) / total;
    for settlement in settlements {
        settlement.size *= scale;
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of squares and places")]
fn number(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(seed: u64) -> (Config, Plane, Places) {
        let config = Config::new(20_000, 40, 60, 30, seed);
        let plane = Plane::new(&config);
        let places = place(&config, &plane, &mut Names::new(Dice::new(seed, Topic::Names), ""));
        (config, plane, places)
    }

    #[test]
    fn every_town_lies_in_its_own_municipality_and_no_place_in_the_river() {
        for seed in 0..5 {
            let (config, plane, places) = places(seed);
            assert_eq!(places.settlements.len(), config.settlements);
            for (index, place) in places.settlements.iter().enumerate() {
                assert!(plane.river_distance(place.at) > 0.0);
                let (owner, _) = owner(&plane, &places, place.at).unwrap();
                assert_eq!(owner, if index < config.municipalities { index } else { place.municipality });
            }
        }
    }

    #[test]
    fn sizes_have_a_heavy_tail_and_add_up() {
        let (_, _, places) = places(1);
        let mut sizes: Vec<f64> = places.settlements.iter().map(|place| place.size).collect();
        assert!((sizes.iter().sum::<f64>() - 14_400.0).abs() < 1e-6, "0.72 of 20,000 squares");
        sizes.sort_by(f64::total_cmp);
        let (smallest, largest) = (sizes[0], sizes[sizes.len() - 1]);
        assert!(largest > 20.0 * smallest && smallest > 5.0, "{smallest} {largest}");
    }
}
