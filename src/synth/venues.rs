//! Library branches, with and without a desk, and other venues where a desk could be opened.

use std::collections::BTreeMap;

use geo::Coord;

use super::config::Config;
use super::country::{Branch, Candidate, Library, Municipality, Squares};
use super::dice::{Dice, Topic};
use super::names::Names;
use super::settlements::Places;
use super::territory::Plots;
use super::towns::Towns;
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
    "6 uur per week",
    "om de week wo 10-12",
    "ma, wo en vr 9:30-12:30",
    "Tu 14:00-17:00; Fr 10:00-12:00",
    "do 10.00–12.00 en 18.30–20.30",
    "di 10-12 en za 10-13",
];

/// When buildings are open, the longest first.
const BUILDINGS: [&str; 3] =
    ["ma-wo 9.00-17.30; do 9.00-20.30; vr 9.00-17.30; za 10-16", "ma-vr 9.00-17.30; za 10-13", "ma t/m vr 13-17 uur"];
/// Hours a week in which a branch of each of [`BUILDINGS`] has staff.
const STAFFED: [u32; 3] = [30, 15, 6];

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

/// Branches where an organisation serves; a desk in those of the largest places, with some luck.
fn branches(config: &Config, dice: &mut Dice, towns: &Towns, runs: &BTreeMap<usize, usize>, names: &mut Names) -> Vec<Branch> {
    let served: Vec<usize> =
        runs.keys().copied().filter(|&town| towns.residents.get(town).is_some_and(|&residents| residents > 0.0)).collect();
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
            building: BUILDINGS[2],
            staffed: STAFFED[2],
            fixed: 1200 + 50 * u32::try_from(dice.below(50)).unwrap_or(0),
            visits: None,
        });
    }
    chances.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut desks: Vec<usize> = chances.into_iter().take(config.desks).map(|(_, index)| index).collect();
    desks.sort_unstable();
    let start = dice.below(HOURS.len());
    for (turn, index) in desks.into_iter().enumerate() {
        if let Some(branch) = branches.get_mut(index) {
            branch.desk = true;
            // A desk in a building that is open longer than most: at least as long as the desk itself.
            (branch.building, branch.staffed) = (BUILDINGS[turn % 2], STAFFED[turn % 2]);
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

/// The Dutch word for a kind of venue as it stands in the column `soort`.
pub(super) fn kind(venue: Venue) -> &'static str {
    match venue {
        Venue::LibraryBranch => "bibliotheek",
        Venue::VillageHall => "dorpshuis",
        Venue::CommunityCentre => "buurthuis",
        Venue::TownHall => "gemeentehuis",
        Venue::Supermarket => "supermarkt",
        Venue::Shop => "winkel",
        Venue::Hospital => "ziekenhuis",
        Venue::GeneralPractice => "huisartsenpraktijk",
        Venue::CareHome => "verzorgingshuis",
        Venue::School => "school",
        Venue::PlaceOfWorship => "kerk",
        Venue::MobileStop => "halte",
        Venue::Other => "overig",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_read_back_as_itself() {
        for venue in Venue::ALL {
            assert_eq!(Venue::parse(kind(venue)), Some(venue));
        }
    }
}
