//! The next best plans: good ones that have a desk somewhere else.

use std::collections::BTreeSet;

use super::kernel::{Effort, Outcome, Problem, Side, solve_from};
use super::obstacle::Condition;
use super::partly::partly;
use super::question::{Plan, Question};
use super::rules::index;

/// A plan that differs from the best in at least one site.
#[derive(Debug, Clone, PartialEq)]
pub struct NextPlan {
    /// The chosen options, ascending.
    pub chosen: Vec<u32>,
    /// What it comes to, in the unit of the goal.
    pub value: f64,
    /// Whether every plan in between is known: nothing better was cut off.
    pub is_proven: bool,
}

/// Some of all plans, by where they have a desk.
#[derive(Clone, Default)]
struct Sites {
    /// At all of these.
    with: Vec<usize>,
    /// At none of these.
    without: Vec<usize>,
    /// At one more than these, at least.
    beyond: Option<Vec<usize>>,
}

/// Such plans with the best of them.
struct Part {
    sites: Sites,
    best: (f64, Vec<u32>),
    is_proven: bool,
}

/// Up to `most` plans, from the best, that are at most `within` (a share of the best value) worse and differ from it and from each other in
/// at least one site. All plans but the best fall into parts by the first site in which they differ; the best of every part is searched, and
/// the part of the best of these is divided further (Lawler 1972; Murty 1968). None for goals that are conditions alone.
#[must_use]
pub fn next_plans(question: &Question, best: &Plan, most: usize, within: f64, effort: Effort) -> Vec<NextPlan> {
    let Some((base, problem)) = question.problem() else { return Vec::new() };
    let sign = if question.request.goal.is_most() { 1.0 } else { -1.0 };
    let least = sign * best.value - within * best.value.abs();
    let mut work = Work { question, problem, sides: question.sides(), effort, is_whole: true };
    let mut parts = work.divided(&Sites::default(), &best.chosen);
    let mut found: Vec<NextPlan> = Vec::new();
    while found.len() < most {
        let place = (0..parts.len()).max_by(|one, other| parts[*one].best.0.total_cmp(&parts[*other].best.0).then(other.cmp(one)));
        // A part that is not searched to the end may hide something better.
        let is_proven = work.is_whole && parts.iter().all(|part| part.is_proven);
        let Some(part) = place.map(|place| parts.swap_remove(place)) else { break };
        let value = base + part.best.0;
        if value < least {
            break;
        }
        parts.extend(work.divided(&part.sites, &part.best.1));
        found.push(NextPlan { chosen: part.best.1, value: sign * value, is_proven });
    }
    found
}

struct Work<'q, 'a> {
    question: &'q Question<'a>,
    problem: Problem,
    sides: Vec<Side>,
    effort: Effort<'q>,
    /// Whether no part was left out because the effort was spent before it had a plan.
    is_whole: bool,
}

impl Work<'_, '_> {
    /// All plans of a part but those with the sites of this one, by the first site in which they differ.
    fn divided(&mut self, part: &Sites, chosen: &[u32]) -> Vec<Part> {
        let sites: BTreeSet<usize> = chosen.iter().map(|option| self.question.menu.options[*option as usize].site).collect();
        let must = self.must();
        let free: Vec<usize> = sites.iter().copied().filter(|site| !part.with.contains(site) && !must.contains(site)).collect();
        let mut parts = Vec::new();
        for place in 0..free.len() {
            let with = part.with.iter().chain(&free[..place]).copied().collect();
            let without = part.without.iter().copied().chain([free[place]]).collect();
            // What lies beyond some sites before still has to.
            parts.extend(self.part(Sites { with, without, beyond: part.beyond.clone() }, chosen));
        }
        let with: Vec<usize> = part.with.iter().chain(&free).copied().collect();
        parts.extend(self.part(Sites { beyond: Some(with.clone()), with, without: part.without.clone() }, chosen));
        parts
    }

    /// Sites that every plan has.
    fn must(&self) -> BTreeSet<usize> {
        let required = self.question.rules.sides.iter().filter(|(condition, _)| *condition == Condition::Required);
        required.filter_map(|(_, side)| side.terms.first()).map(|(option, _)| self.question.menu.options[*option as usize].site).collect()
    }

    fn part(&mut self, part: Sites, chosen: &[u32]) -> Option<Part> {
        let options = |keep: &dyn Fn(usize) -> bool| -> Vec<u32> {
            let desks = self.question.menu.options.iter().enumerate();
            desks.filter(|(_, desk)| keep(desk.site)).map(|(option, _)| index(option)).collect()
        };
        let mut sides = self.sides.clone();
        sides.extend(part.with.iter().map(|with| Side::at_least(options(&|site| site == *with), 1)));
        sides.extend(part.without.iter().map(|without| Side::at_most(options(&|site| site == *without), 0)));
        if let Some(beyond) = &part.beyond {
            let must = self.must();
            sides.push(Side::at_least(options(&|site| !beyond.contains(&site) && !must.contains(&site)), 1));
        }
        let problem = self.problem.clone().with_sides(sides);
        // What is left of the plan that this part lies beside is a good start.
        let known = [chosen.to_vec()];
        let outcome = match (&self.question.near, self.question.request.everyone_within) {
            (Some(near), Some((_, share))) if share.get() < 1.0 => partly(&problem, near, share, self.effort, &known),
            _ => solve_from(&problem, self.effort, &known),
        };
        match outcome {
            Outcome::Found(answer) => {
                let is_proven = answer.gap() <= 1e-9;
                Some(Part { sites: part, best: (answer.value, answer.options), is_proven })
            }
            Outcome::Impossible => None,
            Outcome::NothingYet { .. } => {
                self.is_whole = false;
                None
            }
        }
    }
}
