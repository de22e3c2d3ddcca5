//! How much each municipality has of a library's desks: the weights by which costs can be shared.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::flow::{Basis, Flows};
use super::origin::Territory;
use super::shapley::{Reached, shapley};
use crate::measure::{Coverage, Level, places_at};
use crate::model::{CostKey, Count, GroupReach, Region, Scope, Status, Study};
use crate::reach::Matrix;

/// What the municipalities of a library have of its desks.
#[derive(Debug, Clone, PartialEq)]
pub struct LibraryUse {
    /// The library, by index.
    pub library: usize,
    /// The municipalities of the study that it serves, by index, ascending: who shares.
    pub members: Vec<usize>,
    /// The municipalities that it serves and the study is not about.
    pub left_out: Vec<usize>,
    /// Its open desks in the study: the site, and for each of [`CostKey::ALL`] a weight for each member.
    pub desks: Vec<(usize, [Vec<f64>; 5])>,
    /// The same weights for all its desks together.
    pub whole: [Vec<f64>; 5],
    /// Expected use of its desks by all others, in need.
    pub others: f64,
    /// Need of each member that is expected at desks that are not shared here.
    pub elsewhere: Vec<f64>,
    /// Need of each member that reaches no desk. With the use of the shared desks and `elsewhere` it is all need of the member.
    pub unreached: Vec<f64>,
}

/// What each library of the study's municipalities offers to whom (method §8), by library. `flows` has [`Basis::Expected`].
///
/// A library shares its open desks in the municipalities of the study over those it serves; one that serves none of them shares nothing.
/// The game of Shapley counts need within its own group's norm of a desk of the library. O(flows + pairs of the members' cells × terms
/// of need), in parallel over libraries.
#[must_use]
pub fn library_use<'a>(region: &'a Region, study: &Study, coverage: &Coverage, pairs: &Matrix, flows: &[Flows]) -> Vec<LibraryUse> {
    let mut cells = vec![Vec::new(); region.municipalities.len()];
    for place in places_at(region, Level::Municipality) {
        let Some(index) = place.index else { continue };
        cells[index] = place.cells;
    }
    let term = |count: &'a Count| (count, study.need.weight(&count.group), study.reach.of(&count.group));
    let terms = region.cells.counts.iter().map(term).filter(|(_, weight, _)| *weight > 0.0).collect();
    let work = Work { region, coverage, pairs, cells, terms, expected: Expected::of(flows) };
    (0..region.libraries.len()).into_par_iter().filter_map(|library| work.of_library(library)).collect()
}

/// What goes where by expected use, in need.
struct Expected {
    /// By site, then by where it comes from.
    to: BTreeMap<usize, Vec<(Territory, f64)>>,
    /// By municipality, then by site; `None` for what goes to none.
    from: BTreeMap<usize, Vec<(Option<usize>, f64)>>,
}

impl Expected {
    fn of(flows: &[Flows]) -> Self {
        let mut expected = Self { to: BTreeMap::new(), from: BTreeMap::new() };
        for flow in flows.iter().filter(|flows| flows.basis == Basis::Expected).flat_map(|flows| &flows.flows) {
            if let Some(site) = flow.site {
                expected.to.entry(site).or_default().push((flow.from, flow.need));
            }
            if let Territory::Municipality(from) = flow.from {
                expected.from.entry(from).or_default().push((flow.site, flow.need));
            }
        }
        expected
    }

    /// What goes to these sites from territories of which `is_from` holds.
    fn used(&self, sites: &[usize], is_from: impl Fn(Territory) -> bool) -> f64 {
        let flows = sites.iter().filter_map(|site| self.to.get(site)).flatten();
        flows.filter(|(from, _)| is_from(*from)).fold(0.0, |sum, (_, need)| sum + need)
    }

    /// What goes from a municipality to where `is_to` holds.
    fn going(&self, member: usize, is_to: impl Fn(Option<usize>) -> bool) -> f64 {
        let flows = self.from.get(&member).into_iter().flatten();
        flows.filter(|(to, _)| is_to(*to)).fold(0.0, |sum, (_, need)| sum + need)
    }
}

struct Work<'a> {
    region: &'a Region,
    coverage: &'a Coverage,
    pairs: &'a Matrix,
    /// The cells of each municipality of the study; none of any other.
    cells: Vec<Vec<u32>>,
    /// The groups whose need weighs anything, with its weight and how far they go.
    terms: Vec<(&'a Count, f64, GroupReach)>,
    expected: Expected,
}

/// What a library's desks reach.
struct ReachedBy {
    /// With all of them.
    whole: Vec<Reached>,
    /// With each by itself.
    each: Vec<Vec<Reached>>,
}

impl Work<'_> {
    /// `None` for a library that serves no municipality of the study.
    fn of_library(&self, library: usize) -> Option<LibraryUse> {
        let region = self.region;
        let mut served: Vec<usize> = region.libraries[library].municipalities.iter().map(|(municipality, _)| *municipality).collect();
        served.sort_unstable();
        served.dedup();
        let (members, left_out): (Vec<usize>, Vec<usize>) = served.into_iter().partition(|municipality| region.in_study[*municipality]);
        if members.is_empty() {
            return None;
        }
        let is_offered = |site: &usize| {
            let (stands, scope) = (&region.sites[*site], region.site_scope[*site]);
            stands.library == Some(library) && stands.status == Status::Open && scope == Scope::Study
        };
        let sites: Vec<usize> = (0..region.sites.len()).filter(is_offered).collect();
        let of_cells = |values: &[f64]| -> Vec<f64> { members.iter().map(|member| self.sum(*member, values)).collect() };
        let (residents, need) = (of_cells(region.cells.residents()), of_cells(&self.coverage.need));
        let weights = |sites: &[usize], reached: &[Reached]| {
            let used = |member: &usize| self.expected.used(sites, |from| from == Territory::Municipality(*member));
            CostKey::ALL.map(|key| match key {
                CostKey::ExpectedUse => members.iter().map(used).collect(),
                CostKey::Residents => residents.clone(),
                CostKey::Need => need.clone(),
                CostKey::Equal => vec![1.0; members.len()],
                CostKey::Shapley => shapley(members.len(), reached),
            })
        };
        let reached = self.reached(&members, &sites);
        let whole = weights(&sites, &reached.whole);
        let desks = sites.iter().zip(&reached.each).map(|(site, reached)| (*site, weights(&[*site], reached))).collect();
        let is_member = |from: Territory| matches!(from, Territory::Municipality(index) if members.contains(&index));
        let others = self.expected.used(&sites, |from| !is_member(from));
        let is_elsewhere = |site: Option<usize>| site.is_some_and(|site| sites.binary_search(&site).is_err());
        let elsewhere = members.iter().map(|member| self.expected.going(*member, is_elsewhere)).collect();
        let unreached = members.iter().map(|member| self.expected.going(*member, |site| site.is_none())).collect();
        Some(LibraryUse { library, members, left_out, desks, whole, others, elsewhere, unreached })
    }

    fn sum(&self, member: usize, values: &[f64]) -> f64 {
        self.cells[member].iter().map(|cell| values[*cell as usize]).fold(0.0, |sum, value| sum + value)
    }

    /// The need of each member by the members in whose territory one of these desks reaches it, for all of them and for each; each cell is
    /// looked at once.
    fn reached(&self, members: &[usize], sites: &[usize]) -> ReachedBy {
        let player_of = |site: &usize| {
            let stands_in = self.region.sites[*site].municipality?;
            members.iter().position(|member| *member == stands_in)
        };
        let players: Vec<Option<usize>> = sites.iter().map(player_of).collect();
        let mut whole: Vec<BTreeMap<Vec<usize>, f64>> = vec![BTreeMap::new(); members.len()];
        let mut each = vec![vec![0.0; members.len()]; sites.len()];
        let (mut near, mut by) = (Vec::new(), Vec::new());
        for (member, index) in members.iter().enumerate() {
            for cell in self.cells[*index].iter().map(|cell| *cell as usize) {
                near.clear();
                // A desk outside the territory of all members is in nobody's hands.
                near.extend(self.pairs.row(cell).filter_map(|(site, metres)| {
                    let place = sites.binary_search(&site).ok()?;
                    Some((place, players[place]?, metres))
                }));
                if near.is_empty() {
                    continue;
                }
                for (count, weight, reach) in &self.terms {
                    let need = weight * count.persons[cell];
                    by.clear();
                    for (place, player, _) in near.iter().filter(|(_, _, metres)| metres * reach.detour <= reach.norm.get()) {
                        each[*place][member] += need;
                        by.push(*player);
                    }
                    by.sort_unstable();
                    by.dedup();
                    match whole[member].get_mut(by.as_slice()) {
                        Some(sum) => *sum += need,
                        None if by.is_empty() => {}
                        None => _ = whole[member].insert(by.clone(), need),
                    }
                }
            }
        }
        let by_one = |(place, needs): (usize, Vec<f64>)| -> Vec<Reached> {
            let by: Vec<usize> = players[place].into_iter().collect();
            needs.into_iter().enumerate().map(|(player, need)| Reached { player, by: by.clone(), need }).collect()
        };
        let whole =
            whole.into_iter().enumerate().flat_map(|(player, sums)| sums.into_iter().map(move |(by, need)| Reached { player, by, need }));
        ReachedBy { whole: whole.collect(), each: each.into_iter().enumerate().map(by_one).collect() }
    }
}
