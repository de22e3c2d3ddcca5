//! How much each municipality has of a library's desks: the weights by which costs can be shared.

use std::collections::BTreeMap;

use super::flow::{Basis, Flows};
use super::origin::Territory;
use super::shapley::{Reached, shapley};
use crate::measure::{Coverage, Level, places};
use crate::model::{CostKey, Region, Scope, Status, Study};
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
/// The game of Shapley counts need within its own group's norm of a desk of the library. O(pairs of the members' cells × terms of need).
#[must_use]
pub fn library_use(region: &Region, study: &Study, coverage: &Coverage, pairs: &Matrix, flows: &[Flows]) -> Vec<LibraryUse> {
    let expected = expected(flows);
    let cells: BTreeMap<usize, Vec<u32>> = places(region)
        .into_iter()
        .filter(|place| place.level == Level::Municipality)
        .filter_map(|place| Some((place.index?, place.cells)))
        .collect();
    let of_library = |library: usize| {
        let mut served: Vec<usize> = region.libraries[library].municipalities.iter().map(|(municipality, _)| *municipality).collect();
        served.sort_unstable();
        served.dedup();
        let (members, left_out): (Vec<usize>, Vec<usize>) = served.into_iter().partition(|municipality| region.in_study[*municipality]);
        let is_offered = |site: &usize| {
            let (stands, scope) = (&region.sites[*site], region.site_scope[*site]);
            stands.library == Some(library) && stands.status == Status::Open && scope == Scope::Study
        };
        let sites: Vec<usize> = (0..region.sites.len()).filter(is_offered).collect();
        let work = Work { region, study, coverage, pairs, cells: &cells, members: &members, expected: &expected };
        let whole = work.weights(&sites);
        let desks = sites.iter().map(|site| (*site, work.weights(&[*site]))).collect();
        let is_member = |from: &Territory| matches!(from, Territory::Municipality(index) if members.contains(index));
        let used = sites.iter().filter_map(|site| expected.get(site)).flatten();
        let others = used.filter(|(from, _)| !is_member(from)).map(|(_, need)| need).fold(0.0, |sum, need| sum + need);
        let elsewhere = |site: Option<usize>| site.is_some_and(|site| sites.binary_search(&site).is_err());
        let elsewhere = members.iter().map(|member| going(flows, *member, elsewhere)).collect();
        let unreached = members.iter().map(|member| going(flows, *member, |site| site.is_none())).collect();
        LibraryUse { library, members, left_out, desks, whole, others, elsewhere, unreached }
    };
    (0..region.libraries.len()).map(of_library).filter(|shared| !shared.members.is_empty()).collect()
}

/// The need of a municipality that is expected where a condition holds of the site.
fn going(flows: &[Flows], member: usize, goes: impl Fn(Option<usize>) -> bool) -> f64 {
    let expected = flows.iter().filter(|flows| flows.basis == Basis::Expected).flat_map(|flows| &flows.flows);
    let counted = expected.filter(|flow| flow.from == Territory::Municipality(member) && goes(flow.site));
    counted.map(|flow| flow.need).fold(0.0, |sum, need| sum + need)
}

/// The need that is expected at each site, by where it comes from.
fn expected(flows: &[Flows]) -> BTreeMap<usize, Vec<(Territory, f64)>> {
    let mut by_site: BTreeMap<usize, Vec<(Territory, f64)>> = BTreeMap::new();
    for flow in flows.iter().filter(|flows| flows.basis == Basis::Expected).flat_map(|flows| &flows.flows) {
        if let Some(site) = flow.site {
            by_site.entry(site).or_default().push((flow.from, flow.need));
        }
    }
    by_site
}

struct Work<'a> {
    region: &'a Region,
    study: &'a Study,
    coverage: &'a Coverage,
    pairs: &'a Matrix,
    /// The cells of each municipality of the study.
    cells: &'a BTreeMap<usize, Vec<u32>>,
    members: &'a [usize],
    expected: &'a BTreeMap<usize, Vec<(Territory, f64)>>,
}

impl Work<'_> {
    /// The weight of each member by every key, for these desks.
    fn weights(&self, sites: &[usize]) -> [Vec<f64>; 5] {
        let of_cells = |values: &[f64]| self.members.iter().map(|member| self.sum(*member, values)).collect();
        CostKey::ALL.map(|key| match key {
            CostKey::ExpectedUse => self.members.iter().map(|member| self.used(*member, sites)).collect(),
            CostKey::Residents => of_cells(self.region.cells.residents()),
            CostKey::Need => of_cells(&self.coverage.need),
            CostKey::Equal => vec![1.0; self.members.len()],
            CostKey::Shapley => shapley(self.members.len(), &self.reached(sites)),
        })
    }

    fn sum(&self, member: usize, values: &[f64]) -> f64 {
        self.cells.get(&member).map_or(0.0, |cells| cells.iter().map(|cell| values[*cell as usize]).fold(0.0, |sum, value| sum + value))
    }

    fn used(&self, member: usize, sites: &[usize]) -> f64 {
        let flows = sites.iter().filter_map(|site| self.expected.get(site)).flatten();
        flows.filter(|(from, _)| *from == Territory::Municipality(member)).map(|(_, need)| need).fold(0.0, |sum, need| sum + need)
    }

    /// The need of each member by the members in whose territory one of these desks reaches it.
    fn reached(&self, sites: &[usize]) -> Vec<Reached> {
        let player_of = |site: usize| {
            let stands_in = self.region.sites[site].municipality?;
            self.members.iter().position(|member| *member == stands_in)
        };
        let counts = &self.region.cells.counts;
        let terms: Vec<_> = counts
            .iter()
            .map(|count| (count, self.study.need.weight(&count.group), self.study.reach.of(&count.group)))
            .filter(|(_, weight, _)| *weight > 0.0)
            .collect();
        let mut sums: BTreeMap<(usize, Vec<usize>), f64> = BTreeMap::new();
        for (player, member) in self.members.iter().enumerate() {
            for cell in self.cells.get(member).into_iter().flatten().map(|cell| *cell as usize) {
                let near: Vec<(usize, f64)> = self.pairs.row(cell).filter(|(site, _)| sites.binary_search(site).is_ok()).collect();
                if near.is_empty() {
                    continue;
                }
                for (count, weight, reach) in &terms {
                    let within = near.iter().filter(|(_, metres)| metres * reach.detour <= reach.norm.get());
                    let mut by: Vec<usize> = within.filter_map(|(site, _)| player_of(*site)).collect();
                    by.sort_unstable();
                    by.dedup();
                    if !by.is_empty() {
                        *sums.entry((player, by)).or_default() += weight * count.persons[cell];
                    }
                }
            }
        }
        sums.into_iter().map(|((player, by), need)| Reached { player, by, need }).collect()
    }
}
