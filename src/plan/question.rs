//! A request as one location problem, and the plan that answers it.

use super::cover::least;
use super::demand::Demand;
use super::far::{Burden, Far};
use super::kernel::{Candidate, Cut, Effort, Ending, Outcome, Problem, Side, Stop, solve_from};
use super::menu::{Menu, PlanDesk};
use super::near::Near;
use super::obstacle::{Condition, Obstacle};
use super::partly::partly;
use super::possible::is_possible;
use super::purse::Purse;
use super::request::{Limit, Request, Within};
use super::rules::Rules;
use super::serving::serving;
use super::worst::worst_distance;
use crate::model::{Goal, Region, Study};
use crate::units::Share;

/// What a question takes from outside of `plan`.
#[derive(Debug, Clone, Copy)]
pub struct Given<'a> {
    /// The region.
    pub region: &'a Region,
    /// The study.
    pub study: &'a Study,
    /// The need of each cell ([`crate::measure::need`]).
    pub need: &'a [f64],
    /// κ of today's distances, below 0, for the Kolm–Pollak equivalent.
    pub kappa: f64,
    /// At how many hours of the week people can come.
    pub tries: u32,
    /// Whether the residents of a cell count.
    pub counts: &'a [bool],
}

/// A request with everything that it needs to be answered.
pub struct Question<'a> {
    /// What it is about.
    pub given: Given<'a>,
    /// What is asked for.
    pub request: Request,
    /// Whose money pays.
    pub purse: Purse,
    /// What can be done.
    pub menu: Menu,
    /// The conditions.
    pub rules: Rules,
    /// Who must live near, where that is asked for.
    pub near: Option<Near>,
    pub(super) shape: Shape,
}

/// The goal as clients of a location problem.
pub(super) enum Shape {
    /// Value is what serves: the value of the desks that stay, and the problem.
    Serving {
        base: f64,
        problem: Box<Problem>,
        /// All that could be served.
        total: f64,
        /// Whether every set of hours is told apart.
        is_exact: bool,
    },
    /// Value is what distance costs.
    Far(Box<Far>),
    /// Nothing but the conditions: fewest or cheapest.
    Least,
    /// The distance itself is sought.
    Worst,
}

/// A plan: desks that are chosen, and how good that is.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The chosen options, ascending: indices of [`Menu::options`]. The desks that stay are not among them.
    pub chosen: Vec<u32>,
    /// What it comes to in the unit of the goal: need helped, metres × need, desks, cents, metres.
    pub value: f64,
    /// What no plan goes beyond.
    pub bound: f64,
    /// How the search ended.
    pub ending: Ending,
    /// Nodes of the search tree.
    pub nodes: u64,
    /// Numbers that were looked at.
    pub work: u64,
}

impl Plan {
    /// |bound − value| / |value| where more is better, / |bound| where less is; 0 when they are equal.
    #[must_use]
    pub fn gap(&self, goal: Goal) -> f64 {
        let over = (self.bound - self.value).abs();
        let of = if goal.is_most() { self.value.abs() } else { self.bound.abs() };
        if over == 0.0 { 0.0 } else { over / of }
    }
}

/// Why there is no plan.
#[derive(Debug, Clone, PartialEq)]
pub enum NoPlan {
    /// Conditions that cannot be met.
    Obstacles(Vec<Obstacle>),
    /// The effort was spent before any plan was found.
    NothingYet,
}

impl<'a> Question<'a> {
    /// Makes the problem of a request: options, conditions, clients. O(pairs of cell and option, times sets of weeks).
    #[must_use]
    pub fn new(given: Given<'a>, request: Request, purse: Purse) -> Self {
        let menu = Menu::new(given.region, given.study, &request, &purse).without_needless(&request);
        Self::of_menu(given, request, purse, menu)
    }

    /// The same with a menu that was changed.
    #[must_use]
    pub fn of_menu(given: Given<'a>, request: Request, purse: Purse, menu: Menu) -> Self {
        let Given { region, study, .. } = given;
        let mut rules = Rules::new(region, study, &request, &menu, &purse);
        let detour = study.reach.detour;
        let near = request.everyone_within.map(|(distance, share)| {
            let near = Near::new(region, given.counts, &menu, distance, detour);
            rules.obstacles.extend(near.obstacles(region, &menu, detour, share));
            near
        });
        if let (Some(near), true) = (&near, is_all(&request)) {
            rules.sides.extend(near.sides().into_iter().map(|side| (Condition::EveryoneWithin, side)));
        }
        let shape = match request.goal {
            goal if goal.is_most() => {
                let sites = menu.kept.iter().chain(&menu.others).chain(&menu.options).map(|desk| desk.site);
                let mut sites: Vec<usize> = sites.collect();
                sites.sort_unstable();
                sites.dedup();
                let demand = Demand::new(region, study, goal, &sites, given.counts);
                let serving = serving(study, goal, given.tries, &menu, &demand, region.sites.len());
                let (candidates, budget, sides) = candidates(&request, &menu, &rules);
                let problem = Problem::new(candidates, budget, 0.0, serving.clients);
                let problem = if sides.is_empty() { problem } else { problem.with_sides(sides) };
                Shape::Serving { base: serving.base, problem: Box::new(problem), total: demand.total, is_exact: serving.is_exact }
            }
            Goal::Distance => Shape::Far(Box::new(Far::new(given, &menu, Burden::Distance))),
            Goal::KolmPollak => Shape::Far(Box::new(Far::new(given, &menu, Burden::KolmPollak(-given.kappa)))),
            Goal::WorstDistance => Shape::Worst,
            _ => Shape::Least,
        };
        Self { given, request, purse, menu, rules, near, shape }
    }

    /// The same request with other money: the clients are those of before. `purse` has the pools of the same names.
    #[must_use]
    pub fn with_money(&self, limit: Limit, purse: &Purse) -> Question<'a> {
        self.with_request(Request { limit: Some(limit), ..self.request.clone() }, purse.clone())
    }

    /// The same with other conditions on the same options.
    pub(super) fn with_request(&self, request: Request, purse: Purse) -> Question<'a> {
        let mut rules = Rules::new(self.given.region, self.given.study, &request, &self.menu, &purse);
        let others = self.rules.sides.iter().filter(|(condition, _)| *condition == Condition::EveryoneWithin);
        rules.sides.extend(others.cloned());
        let is_far = |obstacle: &&Obstacle| matches!(obstacle, Obstacle::TooFar { .. } | Obstacle::TooFewNear { .. });
        rules.obstacles.extend(self.rules.obstacles.iter().filter(is_far).cloned());
        let shape = match &self.shape {
            Shape::Serving { base, problem, total, is_exact } => {
                let (candidates, budget, sides) = candidates(&request, &self.menu, &rules);
                let problem = Problem::clone(problem).with_budget(candidates, budget).with_sides(sides);
                Shape::Serving { base: *base, problem: Box::new(problem), total: *total, is_exact: *is_exact }
            }
            Shape::Far(far) => Shape::Far(far.clone()),
            Shape::Least => Shape::Least,
            Shape::Worst => Shape::Worst,
        };
        Question { given: self.given, request, purse, menu: self.menu.clone(), rules, near: self.near.clone(), shape }
    }

    /// All need, for a goal whose value is a part of it.
    #[must_use]
    pub fn total(&self) -> f64 {
        match &self.shape {
            Shape::Serving { total, .. } => *total,
            Shape::Far(far) => far.need.iter().sum(),
            Shape::Least | Shape::Worst => 0.0,
        }
    }

    /// Whether the value of a plan is exact; else it is at least the true one, and so is the bound.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        match &self.shape {
            Shape::Serving { is_exact, .. } => *is_exact,
            _ => true,
        }
    }

    /// Searches the best plan, from plans that are known already.
    ///
    /// # Errors
    /// [`NoPlan::Obstacles`] with what cannot be met, told before the search where one condition is enough; [`NoPlan::NothingYet`] when
    /// the effort was spent too early.
    pub fn solve(&self, effort: Effort, known: &[Vec<u32>]) -> Result<Plan, NoPlan> {
        if !self.rules.obstacles.is_empty() {
            return Err(NoPlan::Obstacles(self.rules.obstacles.clone()));
        }
        let plan = match &self.shape {
            Shape::Serving { base, problem, .. } => self.served(*base, problem, effort, known),
            Shape::Far(far) => self.nearest(far, effort, known),
            Shape::Least => self.least(effort, known),
            Shape::Worst => worst_distance(self, effort),
        };
        plan.map_err(|no_plan| match no_plan {
            NoPlan::Obstacles(found) if found.is_empty() => NoPlan::Obstacles(vec![self.together(effort)]),
            other => other,
        })
    }

    /// The location problem with its clients, and the value of what stays: for goals that have clients. Distances are seen from each client to
    /// its nearest options, two hundred at most.
    #[must_use]
    pub fn problem(&self) -> Option<(f64, Problem)> {
        /// Beyond so many nearest options nothing is told of a client.
        const SEEN: usize = 200;
        match &self.shape {
            Shape::Serving { base, problem, .. } => Some((*base, Problem::clone(problem))),
            Shape::Far(far) => {
                let (without, clients) = far.clients(far.places().min(SEEN), &|| false).unwrap_or_default();
                let (candidates, budget, sides) = candidates(&self.request, &self.menu, &self.rules);
                Some((-without, Problem::new(candidates, budget, 0.0, clients).with_sides(sides)))
            }
            Shape::Least | Shape::Worst => None,
        }
    }

    /// The conditions on the options without that of living near, for who searches with other ones.
    pub(super) fn sides(&self) -> Vec<Side> {
        candidates(&self.request, &self.menu, &self.rules).2
    }

    /// The options as the kernel counts them, with the budget.
    pub(super) fn candidates(&self) -> (Vec<Candidate>, i64) {
        let (candidates, budget, _) = candidates(&self.request, &self.menu, &self.rules);
        (candidates, budget)
    }

    fn served(&self, base: f64, problem: &Problem, effort: Effort, known: &[Vec<u32>]) -> Result<Plan, NoPlan> {
        let outcome = match (&self.near, self.request.everyone_within) {
            (Some(near), Some((_, share))) if share.get() < 1.0 => partly(problem, near, share, effort, known),
            _ => solve_from(problem, effort, known),
        };
        plan(outcome).map(|plan| Plan { value: base + plan.value, bound: base + plan.bound, ..plan })
    }

    /// Lists of the nearest options grow until the best plan is served from them, or the plan is good enough.
    fn nearest(&self, far: &Far, effort: Effort, known: &[Vec<u32>]) -> Result<Plan, NoPlan> {
        /// The first length of the lists.
        const FIRST: usize = 40;
        let mut length = far.places().min(FIRST);
        let mut best: Option<Plan> = None;
        let mut known = known.to_vec();
        loop {
            let problem = match (self.with_lists(far, length, effort.stop), &best) {
                (Ok(problem), _) => problem,
                (Err(Cut), Some(best)) => return Ok(Plan { ending: Ending::Stopped, ..best.clone() }),
                // With no time for more, everyone's nearest place will do.
                (Err(Cut), None) => self.with_lists(far, 1, &|| false).map_err(|Cut| NoPlan::NothingYet)?,
            };
            let spent = best.as_ref().map_or(0, |best| best.work);
            let left = Effort { most_work: effort.most_work.saturating_sub(spent), ..effort };
            let outcome = match (&self.near, self.request.everyone_within) {
                (Some(near), Some((_, share))) if share.get() < 1.0 => partly(&problem, near, share, left, &known),
                _ => solve_from(&problem, left, &known),
            };
            let found = match plan(outcome) {
                Ok(found) => found,
                Err(no_plan) => return best.ok_or(no_plan),
            };
            let (value, bound) = (far.cost(&found.chosen), -found.bound);
            let is_whole = length >= far.places();
            let bound = best.as_ref().map_or(bound, |best| best.bound.max(bound)).min(value);
            let better = best.as_ref().is_none_or(|best| value < best.value);
            let mut next = Plan { value, bound, work: found.work + spent, ..found };
            if !better && let Some(best) = best.take() {
                next = Plan { bound: bound.min(best.value), work: next.work, nodes: next.nodes + best.nodes, ending: next.ending, ..best };
            }
            let is_proven = next.value - next.bound <= 1e-9 * next.value.abs();
            if is_proven {
                next = Plan { bound: next.value, ending: Ending::Optimal, ..next };
            } else if next.ending == Ending::Optimal {
                next.ending = Ending::GoodEnough;
            }
            let is_enough = effort.gap > 0.0 && next.value - next.bound <= effort.gap * next.bound.abs();
            if is_proven || is_enough || is_whole || matches!(next.ending, Ending::Worked | Ending::Stopped) {
                return Ok(next);
            }
            known.push(next.chosen.clone());
            best = Some(next);
            length = far.places().min(2 * length);
        }
    }

    /// The problem of clients who each see at most their `length` nearest options.
    fn with_lists(&self, far: &Far, length: usize, stop: Stop) -> Result<Problem, Cut> {
        let (without, clients) = far.clients(length, stop)?;
        let (candidates, budget, sides) = candidates(&self.request, &self.menu, &self.rules);
        let entries = clients.iter().map(Vec::len).sum();
        let problem = Problem::until(candidates, budget, -without, (entries, clients), stop)?;
        Ok(if sides.is_empty() { problem } else { problem.with_sides(sides) })
    }

    fn least(&self, effort: Effort, known: &[Vec<u32>]) -> Result<Plan, NoPlan> {
        let is_cost = self.request.goal == Goal::Cost;
        let kept: f64 = self.menu.kept.iter().map(|desk| if is_cost { desk.cost.cents_as_f64() } else { 1.0 }).sum();
        let plan = least(self, is_cost, effort, known)?;
        Ok(Plan { value: plan.value + kept, bound: plan.bound + kept, ..plan })
    }

    /// The conditions that together cannot be met: each is needed for that, as without any one of them there is a plan.
    fn together(&self, effort: Effort) -> Obstacle {
        /// The most work to see whether there is a plan without one of them.
        const LOOK: u64 = 200_000_000;
        let is_asked = |condition: &Condition| match condition {
            Condition::Budget => self.request.limit.is_some(),
            Condition::EveryoneWithin => self.request.everyone_within.is_some(),
            _ => self.rules.sides.iter().any(|(kind, _)| kind == condition),
        };
        let effort = Effort { most_work: effort.most_work.min(LOOK), ..effort };
        let conditions: Vec<Condition> = Condition::ALL.into_iter().filter(is_asked).collect();
        let mut needed = conditions.clone();
        for condition in conditions {
            let rest: Vec<Condition> = needed.iter().copied().filter(|kind| *kind != condition).collect();
            if !is_possible(self, &rest, effort) {
                needed = rest;
            }
        }
        Obstacle::Together { conditions: needed }
    }
}

/// Whether everyone must be near.
fn is_all(request: &Request) -> bool {
    request.everyone_within.is_some_and(|(_, share): (_, Share)| share.get() >= 1.0)
}

/// The options with their costs, what there is for them, and the sides: where no money counts a limit on all desks is the budget.
fn candidates(request: &Request, menu: &Menu, rules: &Rules) -> (Vec<Candidate>, i64, Vec<Side>) {
    let mut site = 0;
    let mut last = None;
    let mut number = |desk: &PlanDesk| {
        site += u32::from(last.is_some_and(|last| last != desk.site));
        last = Some(desk.site);
        site
    };
    let is_money = request.limit.is_some();
    let cost = |desk: &PlanDesk| match request.limit {
        None => 1,
        // What no pool pays is in no budget.
        Some(Limit::Pools) if desk.pool.is_none() => 0,
        Some(_) => desk.cost.cents(),
    };
    let candidates: Vec<Candidate> =
        menu.options.iter().map(|desk| Candidate { site: number(desk), charge: 0.0, cost: cost(desk) }).collect();
    let mut sides: Vec<Side> = rules.sides.iter().map(|(_, side)| side.clone()).collect();
    let mut budget = rules.budget;
    if !is_money {
        let is_of_all =
            |side: &Side| side.terms.len() == candidates.len() && side.least == 0 && side.terms.iter().all(|(_, one)| *one == 1);
        let has_study = request.counts.iter().any(|count| count.within == Within::Study);
        if let Some(place) = sides.iter().position(|side| has_study && is_of_all(side)) {
            budget = sides.remove(place).most.unwrap_or(i64::MAX);
        }
    }
    (candidates, budget, sides)
}

pub(super) fn plan(outcome: Outcome) -> Result<Plan, NoPlan> {
    match outcome {
        Outcome::Found(answer) => Ok(Plan {
            chosen: answer.options,
            value: answer.value,
            bound: answer.bound,
            ending: answer.ending,
            nodes: answer.nodes,
            work: answer.work,
        }),
        Outcome::Impossible => Err(NoPlan::Obstacles(Vec::new())),
        Outcome::NothingYet { .. } => Err(NoPlan::NothingYet),
    }
}
