//! Goals of distance as a location problem: what a nearer desk saves.

use rayon::prelude::*;

use super::classic::{Neighbours, Points};
use super::kernel::{Cut, Stop};
use super::menu::Menu;
use super::question::Given;
use super::rules::index;
use super::serving::Client;
use crate::crs::Planar;
use crate::reach::nearest;
use crate::spatial::Tiles;

/// What a distance costs one unit of need.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Burden {
    /// The distance itself, metres.
    Distance,
    /// e^(κ' · metres), κ' above 0: the far weigh more (Kolm–Pollak; method §7 with κ = −κ').
    KolmPollak(f64),
}

impl Burden {
    /// The cost of a distance in metres.
    #[must_use]
    pub fn of(self, metres: f64) -> f64 {
        match self {
            Self::Distance => metres,
            Self::KolmPollak(kappa) => (kappa * metres).exp(),
        }
    }
}

/// The need of a study with the distance to the nearest desk that stays.
#[derive(Debug, Clone)]
pub struct Far {
    /// Need of each client, by the cells that are reported on and have any.
    pub need: Vec<f64>,
    /// Metres to the nearest desk that stays, detour included; infinite without one.
    staying: Vec<f64>,
    places: Points,
    /// For each place of an option its options.
    options: Vec<std::ops::Range<usize>>,
    detour: f64,
    burden: Burden,
}

impl Far {
    /// The clients of a study.
    #[must_use]
    pub fn new(given: Given, menu: &Menu, burden: Burden) -> Self {
        let Given { region, study, need, counts, .. } = given;
        let cells: Vec<usize> = (0..region.cells.len()).filter(|cell| need[*cell] > 0.0 && counts[*cell]).collect();
        let at = Planar(cells.iter().map(|cell| region.cells.at.get()[*cell]).collect::<Vec<_>>());
        let mut stays: Vec<usize> = menu.kept.iter().chain(&menu.others).map(|desk| desk.site).collect();
        stays.sort_unstable();
        let stays: Vec<_> = stays.into_iter().map(|site| (index(site), region.sites[site].at)).collect();
        let detour = study.reach.detour;
        let staying = nearest(&at, &Tiles::new(at.get()), &stays).distance.iter().map(|metres| metres * detour).collect();
        let options: Vec<std::ops::Range<usize>> = menu.sites().collect();
        let sites = Planar(options.iter().map(|range| region.sites[menu.options[range.start].site].at.0).collect::<Vec<_>>());
        Self { need: cells.iter().map(|cell| need[*cell]).collect(), staying, places: Points::new(&at, &sites), options, detour, burden }
    }

    /// How many places options have.
    #[must_use]
    pub fn places(&self) -> usize {
        self.options.len()
    }

    /// The clients when each sees at most its `length` nearest options: what these save, and the cost when none is chosen. An option that a
    /// client does not see is charged like the last that it sees, which is less than it costs: a bound from these clients holds.
    ///
    /// # Errors
    /// [`Cut`] when `stop` said so.
    pub fn clients(&self, length: usize, stop: Stop) -> Result<(f64, Vec<Client>), Cut> {
        let lists = self.places.nearest_until(length, stop)?;
        // Not to be served at all costs more than everything together.
        let farthest = lists.iter().filter_map(|list| list.last()).map(|(metres, _)| metres * self.detour).fold(0.0, f64::max);
        let all: f64 = self.need.iter().sum::<f64>() * self.burden.of(farthest) + 1.0;
        let client = |(place, list): (usize, &Vec<(f64, u32)>)| {
            let (need, stays) = (self.need[place], self.staying[place]);
            let is_whole = list.len() == self.options.len();
            let last = list.last().map_or(0.0, |(metres, _)| metres * self.detour);
            let without = if is_whole || stays <= last {
                if stays.is_finite() { need * self.burden.of(stays) } else { need * self.burden.of(last) + all }
            } else {
                need * self.burden.of(last)
            };
            let saves = |(metres, site): &(f64, u32)| {
                let value = without - need * self.burden.of(metres * self.detour);
                self.options[*site as usize].clone().map(move |option| (index(option), value))
            };
            let nearer = list.iter().filter(|(metres, _)| metres * self.detour < stays);
            (without, nearer.flat_map(saves).collect::<Client>())
        };
        let found: Vec<(f64, Client)> = lists.par_iter().enumerate().map(|(place, list)| client((place, list))).collect();
        Ok((
            found.iter().map(|(without, _)| without).sum(),
            found.into_iter().map(|(_, client)| client).filter(|client| !client.is_empty()).collect(),
        ))
    }

    /// What chosen options cost in truth; infinite when someone has no desk at all. O(clients × options near), in parallel.
    #[must_use]
    pub fn cost(&self, chosen: &[u32]) -> f64 {
        let is_open = |range: &std::ops::Range<usize>| chosen.iter().any(|option| range.contains(&(*option as usize)));
        let open: Vec<u32> = (0..self.options.len()).filter(|place| is_open(&self.options[*place])).map(index).collect();
        let away = self.places.away_from(&open);
        let of_client = |place: usize| self.need[place] * self.burden.of(f64::min(self.staying[place], away[place] * self.detour));
        let costs: Vec<f64> = (0..self.need.len()).into_par_iter().map(of_client).collect();
        costs.iter().sum()
    }
}
