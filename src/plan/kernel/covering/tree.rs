//! Branch and bound on options, with the best prices of rows at every node.

use super::super::side::as_f64;
use super::cheapest::{Found, Search};
use super::core::Core;
use super::packing::{Climb, Fate, Packing};

/// Options of which both sides are tried before one is chosen, and the pivots of such a try.
const TRIED: usize = 8;
const TRY: usize = 15;
/// Tries after which what an option raised before is believed.
const KNOWN: u32 = 8;
/// A node becomes a core of its own, in which more can be dominated and parts can fall apart, when less than so much of it is free.
const SHRUNK: (usize, usize) = (4, 5);
/// No side counts as raising less.
const LEAST: f64 = 1e-6;
/// How near to whole counts as whole.
pub(super) const WHOLE: f64 = 1e-6;

/// What settling an option in and out has raised the bound by, a unit of its part, and how often.
#[derive(Debug, Clone, Copy, Default)]
struct Raised {
    into: (f64, u32),
    out: (f64, u32),
}

impl Raised {
    fn learn(&mut self, [into, out]: [f64; 2], part: f64) {
        self.into = (self.into.0 + into / (1.0 - part), self.into.1 + 1);
        self.out = (self.out.0 + out / part, self.out.1 + 1);
    }
}

/// What is expected of an option of which `(sum, count)` is known, where the others have raised `mean`.
fn expected((sum, count): (f64, u32), mean: f64) -> f64 {
    if count == 0 { mean } else { sum / f64::from(count) }
}

fn mean(all: impl Iterator<Item = (f64, u32)>) -> f64 {
    expected(all.fold((0.0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1)), 1.0)
}

/// The search in one core.
pub(super) struct Tree<'c> {
    core: &'c Core,
    /// What a cover must cost less than.
    pub beat: i64,
    pub best: Option<Found>,
    /// Any cover below `beat` will do.
    any: bool,
    depth: usize,
    raised: Vec<Raised>,
    /// Memory of nodes that are done.
    spare: Vec<Packing>,
}

impl<'c> Tree<'c> {
    pub fn new(core: &'c Core, beat: i64, any: bool, depth: usize) -> Self {
        Self { core, beat, best: None, any, depth, raised: vec![Raised::default(); core.costs.len()], spare: Vec::new() }
    }

    fn copy(&mut self, packing: &Packing) -> Packing {
        self.spare.pop().map_or_else(
            || packing.clone(),
            |mut spare| {
                spare.become_like(packing);
                spare
            },
        )
    }

    fn is_done(&self) -> bool {
        self.any && self.best.is_some()
    }

    /// Just above what a bound may be without cutting a node off.
    fn enough(&self) -> f64 {
        as_f64(self.beat - 1) + WHOLE
    }

    /// The options that are neither in nor out, with what branching on them promises, the best first.
    fn doubts(&self, packing: &Packing) -> Vec<(f64, usize)> {
        let into = mean(self.raised.iter().map(|raised| raised.into));
        let out = mean(self.raised.iter().map(|raised| raised.out));
        let doubt = |(option, part): (usize, &f64)| {
            let is_in_doubt = packing.fate[option] == Fate::Free && *part > WHOLE && *part < 1.0 - WHOLE;
            let raised = self.raised[option];
            let gains = (expected(raised.into, into) * (1.0 - part), expected(raised.out, out) * part);
            is_in_doubt.then(|| (gains.0.max(LEAST) * gains.1.max(LEAST), option))
        };
        let mut doubts: Vec<(f64, usize)> = packing.parts.iter().enumerate().filter_map(doubt).collect();
        doubts.sort_unstable_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        doubts
    }

    fn offer(&mut self, options: impl Iterator<Item = usize>) {
        let places: Vec<usize> = options.collect();
        let cost: i64 = places.iter().map(|place| self.core.costs[*place]).sum();
        if cost < self.beat {
            self.beat = cost;
            self.best = Some((cost, places.into_iter().map(|place| self.core.ids[place]).collect()));
        }
    }
}

impl Search<'_> {
    /// Searches a node and what is under it; returns what no cover in it costs less than.
    pub(super) fn node(&mut self, tree: &mut Tree, packing: &mut Packing) -> i64 {
        let mut least = i64::MAX;
        loop {
            self.nodes += 1;
            let Some(lower) = self.settled(tree, packing) else { return least.min(tree.beat) };
            if self.is_over() || tree.is_done() {
                return least.min(lower);
            }
            let free = packing.fate.iter().filter(|fate| **fate == Fate::Free).count();
            if free * SHRUNK.1 < packing.fate.len() * SHRUNK.0 {
                return least.min(self.smaller(tree, packing).max(lower));
            }
            let Some(option) = self.doubtful(tree, packing) else { continue };
            let mut child = tree.copy(packing);
            child.settle(option, Fate::In);
            least = least.min(self.node(tree, &mut child).max(lower));
            tree.spare.push(child);
            if tree.is_done() || self.is_over() {
                return least.min(lower);
            }
            packing.settle(option, Fate::Out);
        }
    }

    /// Climbs, and settles what can be; the bound, or `None` where nothing is cheap enough.
    fn settled(&mut self, tree: &mut Tree, packing: &mut Packing) -> Option<i64> {
        loop {
            let climb = self.climb(packing, tree.enough());
            if matches!(climb, Climb::Enough | Climb::Endless) {
                return None;
            }
            let bound = packing.bound();
            let (_, surplus) = packing.surplus();
            let mut changed = false;
            for (option, surplus) in surplus.iter().enumerate() {
                if packing.fate[option] == Fate::Free && *surplus > 0.0 && bound + surplus > tree.enough() {
                    changed |= packing.parts[option] > WHOLE;
                    packing.settle(option, Fate::Out);
                }
            }
            if changed {
                continue;
            }
            let open = |option: &usize| packing.parts[*option] > 0.5;
            let is_whole = packing.parts.iter().all(|part| (part - part.round()).abs() < WHOLE);
            if is_whole && tree.core.rows.iter().all(|row| row.iter().any(|option| open(&(*option as usize)))) {
                tree.offer((0..packing.parts.len()).filter(open));
                if bound > tree.enough() {
                    return None;
                }
            }
            return Some(rounded_up(bound));
        }
    }

    /// The same as a core of its own.
    fn smaller(&mut self, tree: &mut Tree, packing: &Packing) -> i64 {
        let core = tree.core;
        let is = |option: u32, fate: Fate| packing.fate[option as usize] == fate;
        let spent: i64 = (0..core.costs.len()).filter(|option| packing.fate[*option] == Fate::In).map(|option| core.costs[option]).sum();
        let open = core.rows.iter().filter(|row| !row.iter().any(|option| is(*option, Fate::In)));
        let rows: Vec<Vec<u32>> = open.map(|row| row.iter().copied().filter(|option| is(*option, Fate::Free)).collect()).collect();
        if rows.iter().any(Vec::is_empty) {
            return tree.beat;
        }
        let rest = Core { rows, costs: core.costs.clone(), ids: core.ids.clone() };
        let (found, bound) = self.cheapest(&rest, tree.beat - spent, tree.any, tree.depth + 1);
        if let Some((cost, mut ids)) = found {
            ids.extend((0..core.costs.len()).filter(|option| packing.fate[*option] == Fate::In).map(|option| core.ids[option]));
            tree.beat = cost + spent;
            tree.best = Some((tree.beat, ids));
        }
        bound + spent
    }

    /// The option to branch on: the one whose two sides raise the bound most, by a try of few pivots or, once known well enough, by what it
    /// raised before (Achterberg, Koch & Martin 2005). `None` after an option was settled instead, because one side of it is done.
    fn doubtful(&mut self, tree: &mut Tree, packing: &mut Packing) -> Option<usize> {
        let mut best: Option<(f64, usize)> = None;
        let mut tries = 0;
        let mut child = tree.copy(packing);
        for (score, option) in tree.doubts(packing) {
            let known = tree.raised[option].into.1.min(tree.raised[option].out.1);
            let score = if known >= KNOWN {
                score
            } else if tries < TRIED {
                if self.is_stopped() {
                    break;
                }
                tries += 1;
                let mut gains = [0.0; 2];
                for (gain, (fate, other)) in gains.iter_mut().zip([(Fate::In, Fate::Out), (Fate::Out, Fate::In)]) {
                    child.become_like(packing);
                    child.settle(option, fate);
                    let before = child.work;
                    let climb = child.climb(tree.enough(), TRY);
                    self.work += child.work - before;
                    if matches!(climb, Climb::Enough | Climb::Endless) {
                        packing.settle(option, other);
                        tree.spare.push(child);
                        return None;
                    }
                    *gain = child.objective - packing.objective;
                }
                tree.raised[option].learn(gains, packing.parts[option]);
                gains[0].max(LEAST) * gains[1].max(LEAST)
            } else {
                continue;
            };
            if best.is_none_or(|best| score > best.0) {
                best = Some((score, option));
            }
        }
        tree.spare.push(child);
        best.map(|(_, option)| option).or_else(|| packing.fate.iter().position(|fate| *fate == Fate::Free))
    }
}

/// The least whole cost that a bound allows.
#[expect(clippy::cast_possible_truncation, reason = "costs are far below 2^53")]
pub(super) fn rounded_up(bound: f64) -> i64 {
    (bound - WHOLE).ceil().max(0.0) as i64
}
