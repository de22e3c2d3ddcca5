//! Settlements as places to put venues in: their squares, where in them, and how many venues each gets.

use std::collections::BinaryHeap;

use geo::{Contains, Coord, Point};

use super::country::{Branch, Municipality, Squares};
use super::dice::Dice;
use super::settlements::Places;
use super::territory::Plots;
use super::voronoi::distance;

/// The settlements with their squares.
pub(super) struct Towns<'a> {
    places: &'a Places,
    /// The municipalities; the first settlements are their towns.
    pub(super) municipalities: &'a [Municipality],
    squares: &'a Squares,
    /// Indices of the squares of each settlement.
    of: Vec<Vec<usize>>,
    /// Residents of each settlement.
    pub(super) residents: Vec<f64>,
    /// The middle of each settlement by its residents.
    pub(super) middle: Vec<Coord<f64>>,
}

impl<'a> Towns<'a> {
    /// Sorts the squares by settlement.
    pub(super) fn new(places: &'a Places, plots: &Plots, municipalities: &'a [Municipality], squares: &'a Squares) -> Self {
        let count = places.settlements.len();
        let mut of = vec![Vec::new(); count];
        let mut residents = vec![0.0; count];
        let mut middle = vec![Coord { x: 0.0, y: 0.0 }; count];
        for (index, (&area, persons)) in squares.neighbourhood.iter().zip(&squares.persons).enumerate() {
            let Some(settlement) = plots.neighbourhoods.get(area as usize).map(|plot| plot.settlement) else { continue };
            let weight = f64::from(persons.residents);
            if let (Some(list), Some(sum), Some(at)) = (of.get_mut(settlement), residents.get_mut(settlement), middle.get_mut(settlement)) {
                list.push(index);
                *sum += weight;
                *at = *at + squares.centre(index) * weight;
            }
        }
        middle.iter_mut().zip(&residents).filter(|(_, sum)| **sum > 0.0).for_each(|(at, &sum)| *at = *at / sum);
        Self { places, municipalities, squares, of, residents, middle }
    }

    /// Name and municipality of a settlement.
    pub(super) fn about(&self, settlement: usize) -> (&str, usize) {
        self.places.settlements.get(settlement).map_or(("", 0), |place| (&place.name, place.municipality))
    }

    /// A spot in a settlement, on a populated square, the nearer to the middle the likelier: `pull` is the distance in radii at which
    /// the chance has fallen to a third.
    pub(super) fn spot(&self, dice: &mut Dice, settlement: usize, pull: f64) -> Coord<f64> {
        let (Some(squares), Some(&middle), Some(place)) =
            (self.of.get(settlement), self.middle.get(settlement), self.places.settlements.get(settlement))
        else {
            return Coord { x: 0.0, y: 0.0 };
        };
        let far = pull * place.radius();
        let weight = |&index: &usize| {
            let residents = self.squares.persons.get(index).map_or(0.0, |persons| f64::from(persons.residents));
            residents * (-distance(self.squares.centre(index), middle) / far).exp()
        };
        let weights: Vec<f64> = squares.iter().map(weight).collect();
        let centre = dice.weighted(&weights).and_then(|at| squares.get(at)).map_or(middle, |&index| self.squares.centre(index));
        let exact = Coord { x: centre.x + dice.between(-40.0, 40.0).round(), y: centre.y + dice.between(-40.0, 40.0).round() };
        let home = self.municipalities.get(place.municipality).is_some_and(|home| home.land.get().contains(&Point(exact)));
        if home { exact } else { centre }
    }

    /// Of eight spots the one farthest from the branches that the settlement has already: the last ones of `branches`.
    pub(super) fn apart(&self, dice: &mut Dice, settlement: usize, branches: &[Branch]) -> Coord<f64> {
        let (place, _) = self.about(settlement);
        let room = |at: Coord<f64>| {
            let ours = branches.iter().rev().take_while(|branch| branch.place == place);
            ours.map(|branch| distance(branch.at.0, at)).fold(f64::INFINITY, f64::min)
        };
        let first = self.spot(dice, settlement, 0.6);
        (1..8).fold(first, |best, _| {
            let at = self.spot(dice, settlement, 0.6);
            if room(at) > room(best) { at } else { best }
        })
    }

    /// Deals `count` venues out over settlements: the highest of weight / (number already there + 1) is next (D'Hondt). `first` get one
    /// each before that.
    pub(super) fn deal(&self, count: usize, power: f64, first: &[usize], allowed: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut given = vec![0_u32; self.residents.len()];
        let mut dealt: Vec<usize> = first.iter().copied().take(count).collect();
        for &settlement in &dealt {
            if let Some(number) = given.get_mut(settlement) {
                *number += 1;
            }
        }
        let mut queue: BinaryHeap<Bid> = (0..given.len())
            .filter(|&settlement| allowed(settlement))
            .filter_map(|settlement| {
                let weight = self.residents.get(settlement).filter(|&&residents| residents > 0.0)?.powf(power);
                Some(Bid { worth: weight / f64::from(given.get(settlement)? + 1), weight, settlement })
            })
            .collect();
        while dealt.len() < count {
            let Some(bid) = queue.pop() else { break };
            dealt.push(bid.settlement);
            let Some(number) = given.get_mut(bid.settlement) else { break };
            *number += 1;
            queue.push(Bid { worth: bid.weight / f64::from(*number + 1), ..bid });
        }
        dealt.sort_unstable();
        dealt
    }
}

/// What a settlement bids for the next venue.
struct Bid {
    worth: f64,
    weight: f64,
    settlement: usize,
}

impl Ord for Bid {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.worth.total_cmp(&other.worth).then(other.settlement.cmp(&self.settlement))
    }
}

impl PartialOrd for Bid {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Bid {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Bid {}
