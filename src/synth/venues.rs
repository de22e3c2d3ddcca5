//! Library branches, with and without a desk, and other venues where a desk could be opened.

use std::collections::BTreeMap;

use geo::{Contains, Coord, Point};

use super::config::Config;
use super::country::{Branch, Candidate, Library, Municipality, Squares};
use super::dice::{Dice, Topic};
use super::names::Names;
use super::settlements::Places;
use super::territory::Plots;
use super::voronoi::distance;
use crate::crs::Planar;
use crate::model::Venue;

/// Desk hours as people write them: the notation of OpenStreetMap, and Dutch in several hands.
const HOURS: [&str; 12] = [
    "Mo-Fr 10:00-17:00; Sa 10:00-13:00",
    "di en do 9.30-12.00",
    "Tu,Th 09:30-12:00",
    "wo 13-16",
    "ma t/m vr 10.00-17.30 uur",
    "1e ma van de maand 13-16",
    "Mo-Fr 10:00-17:30",
    "om de week wo 10-12",
    "ma, wo en vr 9:30-12:30",
    "Tu 14:00-17:00; Fr 10:00-12:00",
    "do 10.00–12.00 en 18.30–20.30",
    "di 10-12 en za 10-13",
];

/// Branches and candidates.
pub(super) fn furnish(
    config: &Config,
    places: &Places,
    plots: &Plots,
    municipalities: &[Municipality],
    libraries: &[Library],
    squares: &Squares,
) -> (Vec<Branch>, Vec<Candidate>) {
    let mut dice = Dice::new(config.seed, Topic::Venues);
    let towns = Towns::new(places, plots, municipalities, squares);
    let mut names = Names::empty();
    let runs: BTreeMap<usize, usize> = libraries
        .iter()
        .enumerate()
        .flat_map(|(library, served)| served.municipalities.iter().map(move |&(municipality, _)| (municipality, library)))
        .collect();
    let branches = branches(config, &mut dice, &towns, &runs, &mut names);
    let candidates = candidates(config, &mut dice, &towns, &mut names);
    (branches, candidates)
}

/// The settlements with their squares.
struct Towns<'a> {
    places: &'a Places,
    municipalities: &'a [Municipality],
    squares: &'a Squares,
    /// Indices of the squares of each settlement.
    of: Vec<Vec<usize>>,
    /// Residents of each settlement.
    residents: Vec<f64>,
    /// The middle of each settlement by its residents.
    middle: Vec<Coord<f64>>,
}

impl<'a> Towns<'a> {
    fn new(places: &'a Places, plots: &Plots, municipalities: &'a [Municipality], squares: &'a Squares) -> Self {
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
    fn about(&self, settlement: usize) -> (&str, usize) {
        self.places.settlements.get(settlement).map_or(("", 0), |place| (&place.name, place.municipality))
    }

    /// A spot in a settlement, on a populated square, the nearer to the middle the likelier: `pull` is the distance in radii at which
    /// the chance has fallen to a third.
    fn spot(&self, dice: &mut Dice, settlement: usize, pull: f64) -> Coord<f64> {
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
    fn apart(&self, dice: &mut Dice, settlement: usize, branches: &[Branch]) -> Coord<f64> {
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
    fn deal(&self, count: usize, power: f64, first: &[usize], allowed: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut given = vec![0_u32; self.residents.len()];
        let mut dealt: Vec<usize> = first.iter().copied().take(count).collect();
        for &settlement in &dealt {
            if let Some(number) = given.get_mut(settlement) {
                *number += 1;
            }
        }
        let mut queue: std::collections::BinaryHeap<Bid> = (0..given.len())
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

/// Branches where an organisation serves; a desk in those of the largest places, with some luck.
fn branches(config: &Config, dice: &mut Dice, towns: &Towns, runs: &BTreeMap<usize, usize>, names: &mut Names) -> Vec<Branch> {
    let served: Vec<usize> = runs.keys().copied().filter(|&town| towns.residents.get(town).is_some_and(|&residents| residents > 0.0)).collect();
    let places = towns.deal(config.sites, 0.45, &served, |settlement| runs.contains_key(&towns.about(settlement).1));
    let mut chances = Vec::with_capacity(places.len());
    let mut branches: Vec<Branch> = Vec::with_capacity(places.len());
    for (index, &settlement) in places.iter().enumerate() {
        let (place, municipality) = towns.about(settlement);
        let second = index > 0 && places.get(index - 1) == Some(&settlement);
        let at = if second { towns.apart(dice, settlement, &branches) } else { towns.spot(dice, settlement, 0.25) };
        let name = names.unique(&format!("Bibliotheek {place}"), if second { part(at, towns.middle.get(settlement)) } else { "" });
        let weight = towns.residents.get(settlement).copied().unwrap_or(0.0);
        chances.push((if second { 0.3 } else { 1.0 } * weight.powf(0.4) * (0.5 * dice.normal()).exp(), index));
        branches.push(Branch {
            name,
            place: place.to_owned(),
            municipality,
            library: runs.get(&municipality).copied().unwrap_or(0),
            at: Planar(at),
            desk: false,
            hours: String::new(),
            fixed: 1200 + 50 * u32::try_from(dice.below(50)).unwrap_or(0),
        });
    }
    chances.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut desks: Vec<usize> = chances.into_iter().take(config.desks).map(|(_, index)| index).collect();
    desks.sort_unstable();
    let start = dice.below(HOURS.len());
    for (turn, index) in desks.into_iter().enumerate() {
        if let Some(branch) = branches.get_mut(index) {
            branch.desk = true;
            HOURS.get((start + turn) % HOURS.len()).copied().unwrap_or_default().clone_into(&mut branch.hours);
        }
    }
    branches
}

/// Where a second branch is, seen from the middle of its town.
fn part(at: Coord<f64>, middle: Option<&Coord<f64>>) -> &'static str {
    let from = at - middle.copied().unwrap_or(at);
    match (from.x.abs() > from.y.abs(), from.x > 0.0, from.y > 0.0) {
        (true, true, _) => "Oost",
        (true, false, _) => "West",
        (false, _, true) => "Noord",
        (false, _, false) => "Zuid",
    }
}

/// Kinds of venue that a place gets, in this order; a town begins with its town hall, a village with its village hall.
const KINDS: [Venue; 9] = [
    Venue::VillageHall,
    Venue::GeneralPractice,
    Venue::Supermarket,
    Venue::PlaceOfWorship,
    Venue::CareHome,
    Venue::School,
    Venue::CommunityCentre,
    Venue::MobileStop,
    Venue::Shop,
];

/// Venues in every place, more in the larger ones.
fn candidates(config: &Config, dice: &mut Dice, towns: &Towns, names: &mut Names) -> Vec<Candidate> {
    let places = towns.deal(config.candidates, 0.55, &[], |_| true);
    let mut candidates = Vec::with_capacity(places.len());
    let mut kinds: Vec<Venue> = Vec::new();
    let mut last = None;
    for settlement in places {
        if last != Some(settlement) {
            last = Some(settlement);
            kinds = stock(dice, settlement < towns.municipalities.len());
        }
        if kinds.is_empty() {
            kinds = KINDS.to_vec();
            dice.shuffle(&mut kinds);
        }
        let Some(venue) = kinds.pop() else { continue };
        let (place, _) = towns.about(settlement);
        let pull = if matches!(venue, Venue::TownHall | Venue::PlaceOfWorship) { 0.25 } else { 0.8 };
        let at = towns.spot(dice, settlement, pull);
        let name = match called(venue) {
            (kind, true) => names.unique(&format!("{kind} {}", Names::house(dice)), place),
            (kind, false) => names.unique(&format!("{kind} {place}"), ""),
        };
        candidates.push(Candidate { name, place: place.to_owned(), venue, at: Planar(at) });
    }
    candidates
}

/// The kinds a place gets, the first one last.
fn stock(dice: &mut Dice, town: bool) -> Vec<Venue> {
    let mut kinds = KINDS.to_vec();
    let first = if town { Venue::TownHall } else { Venue::VillageHall };
    kinds.retain(|&kind| kind != first && !(town && kind == Venue::VillageHall));
    dice.shuffle(&mut kinds);
    kinds.push(first);
    kinds
}

/// The Dutch word for a kind of venue in names, and whether its houses have a name of their own.
fn called(venue: Venue) -> (&'static str, bool) {
    match venue {
        Venue::LibraryBranch => ("Bibliotheek", false),
        Venue::VillageHall => ("Dorpshuis", true),
        Venue::CommunityCentre => ("Buurthuis", true),
        Venue::TownHall => ("Gemeentehuis", false),
        Venue::Supermarket => ("Supermarkt", false),
        Venue::Shop => ("Winkel", true),
        Venue::Hospital => ("Ziekenhuis", false),
        Venue::GeneralPractice => ("Huisartsenpraktijk", false),
        Venue::CareHome => ("Woonzorgcentrum", true),
        Venue::School => ("Basisschool", true),
        Venue::PlaceOfWorship => ("Kerk", false),
        Venue::MobileStop => ("Halte", false),
        Venue::Other => ("Locatie", false),
    }
}
