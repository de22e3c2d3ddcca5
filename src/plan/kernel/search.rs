//! Branch and bound: from a first plan and a bound to a proof.

use std::rc::Rc;

use super::answer::{Answer, Ending, Outcome, relative};
use super::dual::{Dual, Prices};
use super::effort::{Cut, Effort, Looks, Stop};
use super::exchange::exchange;
use super::first::{most, open_quickly};
use super::fixing::fixings;
use super::greedy::{By, greedy, meet};
use super::loose::Loose;
use super::network::Network;
use super::problem::Problem;
use super::residual::{Residual, residual};
use super::side::as_f64;
use super::volume::{Priced, Walks, search};

/// Looks for prices at the root, and at any other node.
const LOOKS: (usize, usize) = (2000, 60);
/// Every so many looks a plan is made of what is open at the prices, at the root and at any other node.
const EVERY: (usize, usize) = (15, 12);
/// Rounds of exchange for such a plan.
const ROUNDS: usize = 3;
/// A node looks again when it has settled more than one option in so many.
const WORTH: usize = 20;
/// A part of the tree gets a problem of its own when it is so many times smaller.
const SMALLER: usize = 4;

/// Searches the best plan of a problem, as long as the effort allows.
///
/// The same problem and counted work give the same answer on any machine and with any number of threads. An answer with
/// [`Ending::Optimal`] is proven. Memory is that of the entries, and of the prices of the open nodes.
#[must_use]
pub fn solve(problem: &Problem, effort: Effort) -> Outcome {
    solve_from(problem, effort, &[])
}

/// As [`solve`], from plans that are known already: the answer is no worse than the best of those that meet the conditions.
#[must_use]
pub fn solve_from(problem: &Problem, effort: Effort, known: &[Vec<u32>]) -> Outcome {
    let mut tree = Tree { root: problem, effort, best: (f64::NEG_INFINITY, Vec::new()), nodes: 0, work: 0, stopped: false };
    known.iter().for_each(|plan| tree.offer(plan.clone()));
    tree.first_plans(known);
    let prices = if tree.best.0 > f64::NEG_INFINITY {
        Dual::prices_near(problem, &tree.best.1, effort.stop)
    } else {
        Ok(Prices { slots: (0..problem.slots.count()).map(|slot| 0.5 * problem.slots.rows.first(slot)).collect(), ..no_prices(problem) })
    };
    let Ok(prices) = prices else { return tree.outcome(Ending::Stopped, f64::INFINITY) };
    let core =
        Core { problem: problem.clone(), ids: (0..problem.options()).filter_map(|id| u32::try_from(id).ok()).collect(), open: Vec::new() };
    let mut open =
        vec![Node { core: Rc::new(core), open: Vec::new(), out: Vec::new(), prices: Rc::new(prices), bound: f64::INFINITY, depth: 0 }];
    let mut ending = Ending::Optimal;
    let mut bound = f64::INFINITY;
    while let Some(node) = open.pop() {
        if !problem.leaves_room(node.bound, tree.best.0) {
            continue;
        }
        let children = tree.look_at(node);
        open.extend(children);
        bound = open.iter().map(|node| node.bound).fold(f64::NEG_INFINITY, f64::max).max(tree.best.0).min(bound);
        if open.is_empty() {
            break;
        }
        if tree.is_over() {
            ending = if tree.stopped { Ending::Stopped } else { Ending::Worked };
            break;
        }
        if relative(bound, tree.best.0) <= effort.gap && tree.best.0 > f64::NEG_INFINITY && effort.gap > 0.0 {
            ending = Ending::GoodEnough;
            break;
        }
    }
    tree.outcome(ending, bound)
}

fn no_prices(problem: &Problem) -> Prices {
    Prices { slots: vec![0.0; problem.slots.count()], sides: vec![0.0; problem.sides.len()], budget: (0.0, 0.0) }
}

/// A problem that a part of the tree shares, and how it lies in the first one.
struct Core {
    problem: Problem,
    /// Its options, by their number in the first problem.
    ids: Vec<u32>,
    /// What is open for good, by number in the first problem.
    open: Vec<u32>,
}

/// A part of all plans: some options of its core are open, some are out.
struct Node {
    core: Rc<Core>,
    open: Vec<u32>,
    out: Vec<u32>,
    /// Of the slots of the core.
    prices: Rc<Prices>,
    bound: f64,
    depth: usize,
}

struct Tree<'p, 'e> {
    root: &'p Problem,
    effort: Effort<'e>,
    /// The best plan, in numbers of the first problem.
    best: (f64, Vec<u32>),
    nodes: u64,
    work: u64,
    stopped: bool,
}

impl Tree<'_, '_> {
    fn is_stopped(&mut self) -> bool {
        self.stopped |= (self.effort.stop)();
        self.stopped
    }

    fn is_over(&mut self) -> bool {
        self.is_stopped() || self.work > self.effort.most_work
    }

    fn outcome(self, ending: Ending, bound: f64) -> Outcome {
        let (value, mut options) = self.best;
        // Stopped early, little more may be known than that.
        let bound = if ending == Ending::Stopped { bound.min(most(self.root)) } else { bound };
        if value == f64::NEG_INFINITY {
            return if ending == Ending::Optimal { Outcome::Impossible } else { Outcome::NothingYet { bound } };
        }
        options.sort_unstable();
        let bound = if ending == Ending::Optimal { value } else { bound.max(value) };
        Outcome::Found(Answer { options, value, bound, ending, nodes: self.nodes, work: self.work })
    }

    fn offer(&mut self, open: Vec<u32>) {
        let value = self.root.value(&open);
        self.work += self.root.clients() as u64;
        if value > self.best.0 && self.root.allows(&open) {
            self.best = (value, open);
        }
    }

    /// Greedy plans and known ones, improved by exchange; stopped before there is any, a quick one.
    fn first_plans(&mut self, known: &[Vec<u32>]) {
        for plan in known {
            let mut network = Network::new(self.root);
            for option in plan.iter().copied() {
                if network.can_open(option) {
                    network.open(option);
                }
            }
            greedy(&mut network, if self.root.is_count { By::Gain } else { By::GainPerCost }, self.effort.stop);
            self.work += self.root.entries() as u64 / 4 + exchange(&mut network, 10, self.effort.stop);
            if network.is_allowed() {
                self.offer(network.open);
            }
        }
        let ways: &[By] = if self.root.is_count { &[By::Gain] } else { &[By::Gain, By::GainPerCost] };
        for by in ways {
            let mut network = Network::new(self.root);
            greedy(&mut network, *by, self.effort.stop);
            if self.is_stopped() && self.best.0 == f64::NEG_INFINITY {
                open_quickly(&mut network);
            }
            self.work += self.root.entries() as u64;
            self.work += exchange(&mut network, 10, self.effort.stop);
            if network.is_allowed() {
                self.offer(network.open);
            }
        }
    }

    /// Bounds a node, settles what can be settled, and returns its children; none when it is done.
    fn look_at(&mut self, mut node: Node) -> Vec<Node> {
        self.nodes += 1;
        for round in 0.. {
            let Ok(rest) = self.rest_of(&node) else { return vec![node] };
            let Some(rest) = rest else { return Vec::new() };
            let is_done = rest.problem.sides.is_empty() && rest.problem.clients() == 0;
            if rest.problem.options() == 0 || is_done {
                self.offer(plan(&node, &rest, &[]));
                return Vec::new();
            }
            let (priced, fixed) = {
                let mut dual = Dual::new(&rest.problem, rest.prices.clone());
                let priced = self.price(&node, &rest, &mut dual);
                node.bound = node.bound.min(priced.bound);
                if !self.root.leaves_room(node.bound, self.best.0) {
                    return Vec::new();
                }
                if self.is_stopped() {
                    return vec![node];
                }
                dual.prices.clone_from(&priced.prices);
                dual.choice.prices = priced.prices.budget;
                dual.evaluate();
                self.work += dual.work;
                let Some(fixed) = fixings(&dual, self.best.0) else { return Vec::new() };
                (priced, (fixed, dual.profit))
            };
            let (fixed, profit) = fixed;
            node.prices = Rc::new(prices_of_core(&node, &rest, &priced.prices));
            let settled = fixed.count();
            node.open.extend(fixed.open.iter().map(|option| rest.ids[*option as usize]));
            let out = (0u32..).zip(&fixed.is_out).filter(|(_, out)| **out).map(|(option, _)| rest.ids[option as usize]);
            node.out.extend(out);
            if settled * WORTH > rest.problem.options() && round < 30 && !self.is_over() {
                continue;
            }
            if self.is_over() {
                // Not branched: the node stands for all its plans.
                return vec![node];
            }
            return branch(node, &rest, (&fixed.is_out, &fixed.open), &priced.parts, &profit, self.effort.stop);
        }
        unreachable!("rounds end at thirty")
    }

    fn rest_of(&mut self, node: &Node) -> Result<Option<Residual>, Cut> {
        let mut is_out = vec![false; node.core.problem.options()];
        node.out.iter().for_each(|option| is_out[*option as usize] = true);
        self.work += node.core.problem.entries() as u64;
        let rest = residual(&node.core.problem, &node.open, &is_out, &node.prices, self.effort.stop);
        self.stopped |= rest.is_err();
        rest
    }

    /// Searches prices, and on the way makes plans of what is open at them.
    fn price(&mut self, node: &Node, rest: &Residual, dual: &mut Dual) -> Priced {
        let is_root = node.depth == 0;
        let pick = |pair: (usize, usize)| if is_root { pair.0 } else { pair.1 };
        let mut looks = 0;
        let (mut local, mut found, mut work) = (self.best.0, None, 0);
        let (most_work, so_far, stop) = (self.effort.most_work, self.work, self.effort.stop);
        let mut loose = is_root.then(|| Loose::of(&rest.problem)).flatten();
        let mut see = |dual: &Dual| {
            looks += 1;
            if looks % pick(EVERY) == 0 {
                let first = loose.as_mut().and_then(|loose| loose.plan(dual, &mut work, stop)).unwrap_or_else(|| surest(dual));
                let network = plan_at(&rest.problem, &first, &mut work, stop);
                if network.is_allowed() && network.value > local {
                    local = network.value;
                    found = Some(network.open);
                }
            }
            local
        };
        let gap = if is_root { self.effort.gap } else { 0.0 };
        let is_over = |work: u64, bound: f64, value: f64| {
            stop() || so_far.saturating_add(work) > most_work || gap > 0.0 && value > f64::NEG_INFINITY && relative(bound, value) <= gap
        };
        // Prices of sides find their way from good prices of clients, and mislead from bad ones.
        let begun = is_root && !rest.problem.sides.is_empty();
        let first = begun.then(|| search(dual, Walks::Clients, pick(LOOKS), &mut see, is_over));
        if let Some(first) = &first {
            dual.prices.clone_from(&first.prices);
            dual.choice.prices = first.prices.budget;
        }
        let second = search(dual, Walks::All, pick(LOOKS), &mut see, is_over);
        let priced = first.filter(|first| first.bound < second.bound).unwrap_or(second);
        self.work += work;
        if let Some(open) = found {
            self.offer(plan(node, rest, &open));
        }
        priced
    }
}

/// Splits a node at one option: plans that open it, which come first, and plans that do not. Once it is time to stop it may stay whole.
fn branch(node: Node, rest: &Residual, (is_out, open): (&[bool], &[u32]), parts: &[f64], profit: &[f64], stop: Stop) -> Vec<Node> {
    let budget = node.prices.budget.1;
    let is_open = |option: usize| open.iter().any(|open| *open as usize == option);
    let free = (0..rest.problem.options()).filter(|option| !is_out[*option] && !is_open(*option));
    // The option that is most in doubt and matters most; of those that are settled in parts, the one nearest to its price.
    let doubt = |option: &usize| {
        let above = (profit[*option] - budget * as_f64(rest.problem.candidates[*option].cost)).abs();
        let part = parts[*option].clamp(0.0, 1.0);
        (part.min(1.0 - part) * (profit[*option].abs() + 1e-9), -above)
    };
    let in_doubt = free.max_by(|one, other| {
        let (one_doubt, other_doubt) = (doubt(one), doubt(other));
        one_doubt.0.total_cmp(&other_doubt.0).then(one_doubt.1.total_cmp(&other_doubt.1)).then(other.cmp(one))
    });
    let Some(option) = in_doubt else {
        // Everything is settled: one look at what that makes.
        return vec![Node { depth: node.depth + 1, ..node }];
    };
    let id = rest.ids[option];
    let is_small = rest.problem.entries() * SMALLER < node.core.problem.entries();
    let (node, id) = if is_small {
        match own_core(&node, id, stop) {
            Ok(Some(own)) => own,
            Ok(None) => return Vec::new(),
            Err(Cut) => return vec![node],
        }
    } else {
        (node, Some(id))
    };
    // What was just settled may leave no room for the option: the node is looked at again without it.
    let Some(id) = id else { return vec![Node { depth: node.depth + 1, ..node }] };
    let child = |open: Option<u32>, out: Option<u32>| Node {
        core: Rc::clone(&node.core),
        open: node.open.iter().copied().chain(open).collect(),
        out: node.out.iter().copied().chain(out).collect(),
        prices: Rc::clone(&node.prices),
        bound: node.bound,
        depth: node.depth + 1,
    };
    vec![child(None, Some(id)), child(Some(id), None)]
}

/// The node with a problem of its own, and where `id` is in it, if it is; `None` when a condition can not be met any more.
fn own_core(node: &Node, id: u32, stop: Stop) -> Result<Option<(Node, Option<u32>)>, Cut> {
    let mut is_out = vec![false; node.core.problem.options()];
    node.out.iter().for_each(|option| is_out[*option as usize] = true);
    let ids_of = |options: &[u32]| options.iter().map(|option| node.core.ids[*option as usize]).collect::<Vec<_>>();
    let Some(rest) = residual(&node.core.problem, &node.open, &is_out, &node.prices, stop)? else { return Ok(None) };
    let place = rest.ids.iter().position(|local| *local == id).and_then(|place| u32::try_from(place).ok());
    let open = node.core.open.iter().copied().chain(ids_of(&node.open)).collect();
    let core = Rc::new(Core { ids: ids_of(&rest.ids), problem: rest.problem, open });
    let node = Node { core, open: Vec::new(), out: Vec::new(), prices: Rc::new(rest.prices), bound: node.bound, depth: node.depth };
    Ok(Some((node, place)))
}

/// A plan in numbers of the first problem: what the core and the node have open, and options of the rest.
fn plan(node: &Node, rest: &Residual, open: &[u32]) -> Vec<u32> {
    let of_rest = open.iter().map(|option| rest.ids[*option as usize]);
    let of_core = node.open.iter().copied().chain(of_rest).map(|option| node.core.ids[option as usize]);
    node.core.open.iter().copied().chain(of_core).collect()
}

/// What is open at the prices for the greater part, the most profitable first.
fn surest(dual: &Dual) -> Vec<u32> {
    let mut sure: Vec<u32> = dual.choice.open.iter().filter(|(_, part)| *part > 0.5).map(|(option, _)| *option).collect();
    sure.sort_unstable_by(|one, other| dual.profit[*other as usize].total_cmp(&dual.profit[*one as usize]).then(one.cmp(other)));
    sure
}

/// A plan from options in this order as far as they can open, then greedy, then exchange.
fn plan_at<'p>(problem: &'p Problem, first: &[u32], work: &mut u64, stop: Stop) -> Network<'p> {
    let mut network = Network::new(problem);
    if !problem.sides.is_empty() {
        meet(&mut network, &mut Looks::new(stop));
    }
    for option in first {
        if network.can_open(*option) {
            network.open(*option);
        }
    }
    greedy(&mut network, if problem.is_count { By::Gain } else { By::GainPerCost }, stop);
    *work += problem.entries() as u64 / 4 + exchange(&mut network, ROUNDS, stop);
    network
}

/// The prices of the rest as prices of the core.
fn prices_of_core(node: &Node, rest: &Residual, prices: &Prices) -> Prices {
    let mut of_core = (*node.prices).clone();
    for ((slot, floor), price) in rest.slots.iter().zip(&prices.slots) {
        of_core.slots[*slot as usize] = floor + price;
    }
    for (side, price) in rest.sides.iter().zip(&prices.sides) {
        of_core.sides[*side as usize] = *price;
    }
    of_core.budget = prices.budget;
    of_core
}
