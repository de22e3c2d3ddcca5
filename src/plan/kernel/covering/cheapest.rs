//! The cheapest cover by branch and bound over cores that fall apart.

use super::super::answer::Ending;
use super::super::dual::{Dual, Prices};
use super::super::effort::{Effort, Stop};
use super::super::exchange::exchange;
use super::super::greedy::{By, greedy};
use super::super::network::Network;
use super::super::problem::Problem;
use super::super::side::as_f64;
use super::super::volume::{Priced, Walks, search};
use super::core::Core;
use super::domination::reduced;
use super::packing::{Climb, Packing};
use super::quick::quick;
use super::tree::{self, Tree};
use super::weighting::improved;

/// Looks for prices near the root, and further down.
const LOOKS: (usize, usize) = (1500, 60);
/// Steps of local search at the root, at most and for each option, a sixteenth of that one level down, and down to which level.
const STEPS: usize = 100_000;
const STEPS_EACH: usize = 250;
const DEEPEST: usize = 2;
/// Pivots between two looks at the clock.
const PIVOTS: usize = 16;
/// Every so many looks a cover is made of what is open at the prices.
const EVERY: usize = 20;
/// Cores of so many options have their best prices computed.
const SMALL: usize = 800;

/// The cheapest cover that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    /// Its options, ascending; `None` when none was found that is cheap enough.
    pub options: Option<Vec<u32>>,
    /// No cover costs less.
    pub bound: i64,
    /// How the search ended.
    pub ending: Ending,
    /// Nodes of the search tree.
    pub nodes: u64,
    /// Numbers that were looked at.
    pub work: u64,
}

/// The cheapest options that serve every row, each row a list of the options that serve it, ascending. Costs are whole and above 0: cents, or
/// 1 where options are counted.
///
/// With a limit any cover of at most that cost will do: the search ends as soon as it has one, or knows that there is none.
///
/// # Errors
/// The first row that no option serves.
pub fn cheapest_cover(rows: Vec<Vec<u32>>, costs: Vec<i64>, limit: Option<i64>, effort: Effort) -> Result<Cover, usize> {
    cover(rows, costs, limit, effort, false)
}

/// As [`cheapest_cover`] with a limit, without a search tree: a cover of at most that cost when local search finds one, and a bound. Neither
/// may say anything.
///
/// # Errors
/// The first row that no option serves.
pub fn quick_cover(rows: Vec<Vec<u32>>, costs: Vec<i64>, limit: i64, effort: Effort) -> Result<Cover, usize> {
    cover(rows, costs, Some(limit), effort, true)
}

fn cover(rows: Vec<Vec<u32>>, costs: Vec<i64>, limit: Option<i64>, effort: Effort, is_quick: bool) -> Result<Cover, usize> {
    if let Some(row) = rows.iter().position(Vec::is_empty) {
        return Err(row);
    }
    let core = Core::new(rows, costs);
    let dearer_than_all = core.costs.iter().sum::<i64>() + 1;
    let mut search = Search { effort, nodes: 0, work: 0, ending: Ending::Optimal, is_quick };
    let beat = limit.map_or(dearer_than_all, |limit| dearer_than_all.min(limit + 1));
    let (options, bound) = search.cheapest(&core, beat, limit.is_some(), 0);
    let options = options.map(|(_, mut options)| {
        options.sort_unstable();
        options
    });
    Ok(Cover { options, bound, ending: search.ending, nodes: search.nodes, work: search.work })
}

/// A cover with its cost.
pub(super) type Found = (i64, Vec<u32>);

pub(super) struct Search<'e> {
    effort: Effort<'e>,
    pub nodes: u64,
    pub work: u64,
    ending: Ending,
    /// Without a tree.
    is_quick: bool,
}

impl Search<'_> {
    /// Whether it is time to stop.
    pub fn is_stopped(&mut self) -> bool {
        let is_stopped = (self.effort.stop)();
        if is_stopped && self.ending == Ending::Optimal {
            self.ending = Ending::Stopped;
        }
        is_stopped
    }

    pub fn is_over(&mut self) -> bool {
        if self.ending == Ending::Optimal && !self.is_stopped() && self.work > self.effort.most_work {
            self.ending = Ending::Worked;
        }
        self.ending != Ending::Optimal
    }

    /// What can be said without looking further: at the root a cover, deeper down, where one is known, nothing.
    fn quick(&mut self, core: &Core, beat: i64, depth: usize) -> (Option<Found>, i64) {
        self.ending = if self.ending == Ending::Optimal { Ending::Stopped } else { self.ending };
        if depth > 0 {
            return (None, 0);
        }
        let (found, bound) = quick(core);
        (Some(found).filter(|found| found.0 < beat), bound)
    }

    /// The cheapest cover that costs less than `beat`, or just `any` that does, if there is one, and a bound on all covers.
    pub fn cheapest(&mut self, core: &Core, beat: i64, any: bool, depth: usize) -> (Option<Found>, i64) {
        self.nodes += 1;
        self.work += core.entries() as u64;
        if self.is_stopped() {
            return self.quick(core, beat, depth);
        }
        let Ok((forced, left)) = reduced(core, self.effort.stop) else { return self.quick(core, beat, depth) };
        let spent: i64 = forced.iter().map(|id| core.cost_of(*id)).sum();
        if left.rows.is_empty() {
            return ((spent < beat).then_some((spent, forced)), spent);
        }
        let parts = left.parts();
        let (found, bound) = match parts.as_slice() {
            [part] => self.one_part(part, beat - spent, any, depth),
            parts => self.parts(parts, beat - spent, any, depth),
        };
        let found = found.map(|(cost, mut options)| {
            options.extend(forced);
            (cost + spent, options)
        });
        (found, bound + spent)
    }

    /// Parts do not touch: each has a cheapest cover of its own.
    fn parts(&mut self, parts: &[Core], beat: i64, any: bool, depth: usize) -> (Option<Found>, i64) {
        let mut bounds: Vec<i64> = parts.iter().map(|part| self.quick_bound(part)).collect();
        let mut whole = Some((0, Vec::new()));
        for (number, part) in parts.iter().enumerate() {
            let others = bounds.iter().enumerate().filter(|(other, _)| *other != number).map(|(_, bound)| bound).sum::<i64>();
            if others + bounds[number] >= beat {
                whole = None;
                break;
            }
            // What is left for the last part is what the others left: there any will do.
            let any = any && number + 1 == parts.len();
            let (found, bound) = self.cheapest(part, beat - others, any, depth);
            bounds[number] = bounds[number].max(bound);
            let Some((cost, options)) = found else {
                whole = None;
                break;
            };
            if let Some((sum, all)) = &mut whole {
                *sum += cost;
                all.extend(options);
            }
        }
        (whole.filter(|(cost, _)| *cost < beat), bounds.iter().sum())
    }

    /// A core small enough for the best prices.
    fn small(&mut self, core: &Core, beat: i64, any: bool, depth: usize) -> (Option<Found>, i64) {
        let mut packing = Packing::new(&core.rows, &core.costs);
        let climb = self.climb(&mut packing, as_f64(beat - 1) + tree::WHOLE);
        if climb == Climb::Enough {
            return (None, beat);
        }
        let mut bound = tree::rounded_up(packing.bound());
        let (mut best, mut beat) = (None, beat);
        if depth == 0 {
            let enough = if any { bound.max(beat - 1) } else { bound };
            self.improve(core, &mut best, &mut beat, enough, depth);
        }
        if bound >= beat || any && best.is_some() || self.is_quick || self.is_over() {
            return (best, bound.min(beat));
        }
        let is_alike = core.costs.windows(2).all(|pair| pair[0] == pair[1]);
        let step = if is_alike && !any { core.costs[0] } else { 0 };
        loop {
            // Where all options cost the same, ask again and again for a cover at the bound.
            let target = if step > 0 { (bound + step).min(beat) } else { beat };
            let mut tree = Tree::new(core, target, any || step > 0, depth);
            let lower = self.node(&mut tree, &mut packing.clone());
            if let Some(found) = tree.best {
                beat = found.0;
                best = Some(found);
            }
            bound = bound.max(lower.min(beat));
            if bound >= beat || any && best.is_some() || self.is_over() || step == 0 {
                return (best, bound.min(beat));
            }
        }
    }

    /// Raises the bound of prices as [`Packing::climb`] does, and ends where it is when the search is over: the bound holds at every pivot.
    pub(super) fn climb(&mut self, packing: &mut Packing, enough: f64) -> Climb {
        loop {
            let before = packing.work;
            let climb = packing.climb(enough, PIVOTS);
            self.work += packing.work - before;
            if climb != Climb::Tired || self.is_over() {
                return climb;
            }
        }
    }

    fn quick_bound(&mut self, core: &Core) -> i64 {
        if self.is_stopped() {
            return quick(core).1;
        }
        if core.costs.len() <= SMALL {
            let mut packing = Packing::new(&core.rows, &core.costs);
            self.climb(&mut packing, f64::INFINITY);
            return tree::rounded_up(packing.bound());
        }
        let stop = self.effort.stop;
        let Ok(problem) = core.problem(stop) else { return self.quick(core, 0, 0).1 };
        let mut dual = Dual::new(&problem, half(&problem));
        let priced = search(&mut dual, Walks::All, LOOKS.1, |_| f64::NEG_INFINITY, |_, _, _| stop());
        self.work += dual.work;
        rounded_up(priced.bound)
    }

    /// Bounds a core in one part, then branches.
    fn one_part(&mut self, core: &Core, beat: i64, any: bool, depth: usize) -> (Option<Found>, i64) {
        if core.costs.len() <= SMALL {
            return self.small(core, beat, any, depth);
        }
        let Ok(problem) = core.problem(self.effort.stop) else { return self.quick(core, beat, depth) };
        let mut best: Option<Found> = None;
        let mut beat = beat;
        let mut dual = Dual::new(&problem, half(&problem));
        let priced = self.price(core, &problem, &mut dual, (&mut best, &mut beat), depth);
        let bound = rounded_up(priced.bound);
        self.improve(core, &mut best, &mut beat, bound, depth);
        if bound >= beat {
            return (best, bound.min(beat));
        }
        if self.is_quick || self.is_over() || any && best.is_some() {
            return (best, bound);
        }
        // Options that no cheaper cover has, and the one that a cheaper cover has most likely.
        dual.prices.clone_from(&priced.prices);
        dual.evaluate();
        self.work += dual.work;
        let is_out: Vec<bool> = dual.profit.iter().map(|profit| *profit < 0.0 && rounded_up(dual.bound + profit) >= beat).collect();
        let likely = |option: &usize| priced.parts[*option] + 1e-3 * dual.profit[*option] / as_f64(core.costs[*option]);
        let free = (0..core.costs.len()).filter(|option| !is_out[*option]);
        let Some(pick) = free.max_by(|one, other| likely(one).total_cmp(&likely(other)).then(other.cmp(one))) else { return (best, beat) };
        drop(dual);
        drop(problem);
        let Some(core) = core.without(&is_out) else { return (best, beat) };
        let (found, with) = self.cheapest(&core.with(u32::try_from(pick).unwrap_or(u32::MAX)), beat - core.costs[pick], any, depth + 1);
        if let Some((cost, mut options)) = found {
            options.push(core.ids[pick]);
            beat = cost + core.costs[pick];
            best = Some((beat, options));
            if any {
                return (best, bound);
            }
        }
        let mut only = vec![false; core.costs.len()];
        only[pick] = true;
        let mut least = (with + core.costs[pick]).min(beat);
        if let Some(core) = core.without(&only) {
            if self.is_over() {
                return (best, bound.max(least.min(bound)));
            }
            let (found, without) = self.cheapest(&core, beat, any, depth + 1);
            if let Some(found) = found {
                beat = found.0;
                best = Some(found);
            }
            least = least.min(without).min(beat);
        }
        (best, bound.max(least))
    }

    /// Local search from the best cover of the core, longer near the root. When it is time to stop a quick cover will do.
    fn improve(&mut self, core: &Core, best: &mut Option<Found>, beat: &mut i64, bound: i64, depth: usize) {
        if depth > DEEPEST || bound >= *beat {
            return;
        }
        let from = best.as_ref().map_or_else(
            || (0..core.costs.len()).filter_map(|option| u32::try_from(option).ok()).collect(),
            |(_, ids)| core.places_of(ids),
        );
        let (cover, work) = improved(core, from, bound, STEPS.min(STEPS_EACH * core.costs.len()) >> (4 * depth), self.effort.stop);
        self.work += work;
        let cost: i64 = cover.iter().map(|option| core.costs[*option as usize]).sum();
        if cost < *beat {
            *beat = cost;
            *best = Some((cost, cover.iter().map(|option| core.ids[*option as usize]).collect()));
        }
        if self.is_stopped()
            && let (Some(found), _) = self.quick(core, *beat, depth)
        {
            *beat = found.0;
            *best = Some(found);
        }
    }

    fn price(
        &mut self,
        core: &Core,
        problem: &Problem,
        dual: &mut Dual,
        (best, beat): (&mut Option<Found>, &mut i64),
        depth: usize,
    ) -> Priced {
        let mut looks = 0;
        let mut work = 0;
        let (stop, most, so_far) = (self.effort.stop, self.effort.most_work, self.work);
        let see = |dual: &Dual| {
            looks += 1;
            if looks % EVERY == 0 {
                let options = cover_at(problem, dual, core, &mut work, stop);
                let cost: i64 = options.iter().map(|option| core.costs[*option as usize]).sum();
                if cost < *beat {
                    *beat = cost;
                    *best = Some((cost, options.iter().map(|option| core.ids[*option as usize]).collect()));
                }
            }
            // One more than what must be beaten: a bound at it leaves no room.
            -as_f64(*beat)
        };
        let looks = if depth < 2 { LOOKS.0 } else { LOOKS.1 };
        let priced = search(dual, Walks::All, looks, see, |work, _, _| stop() || so_far.saturating_add(work) > most);
        self.work += work;
        priced
    }
}

/// The least whole cost that a bound on the value allows.
#[expect(clippy::cast_possible_truncation, reason = "costs are far below 2^53")]
fn rounded_up(bound: f64) -> i64 {
    (-bound - 1e-6).ceil().max(0.0) as i64
}

fn half(problem: &Problem) -> Prices {
    Prices {
        slots: (0..problem.slots.count()).map(|slot| 0.5 * problem.slots.rows.first(slot)).collect(),
        sides: Vec::new(),
        budget: (0.0, 0.0),
    }
}

/// A cover from what is open at the prices: the most profitable first, as long as they gain, then greedy and exchange, then whatever is
/// cheapest for who is left.
fn cover_at(problem: &Problem, dual: &Dual, core: &Core, work: &mut u64, stop: Stop) -> Vec<u32> {
    let mut network = Network::new(problem);
    let mut open: Vec<u32> = dual.choice.open.iter().map(|(option, _)| *option).collect();
    open.sort_unstable_by(|one, other| dual.profit[*other as usize].total_cmp(&dual.profit[*one as usize]).then(one.cmp(other)));
    for option in open {
        if network.gain(option) > 0.0 {
            network.open(option);
        }
    }
    greedy(&mut network, By::Gain, stop);
    *work += problem.entries() as u64 + exchange(&mut network, 3, stop);
    for row in &core.rows {
        if !row.iter().any(|option| network.is_open[*option as usize])
            && let Some(option) = row.iter().copied().min_by_key(|option| (core.costs[*option as usize], *option))
        {
            network.open(option);
        }
    }
    network.open
}
