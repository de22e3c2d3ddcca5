//! The planner's answer beside the best of every plan.

use bereik::compare::{desks_of, planned};
use bereik::plan::kernel::{Effort, Ending};
use bereik::plan::{NoPlan, Obstacle, Plan, Question};
use rayon::prelude::*;

use super::case::{Case, Choices};
use super::draws::Draws;
use super::obstacles::{assert_true, is_policy};
use super::request::{ASKS, Ask, GOALS, case};

/// What came of some cases.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tally {
    pub plans: u32,
    pub none: u32,
    /// Cases of a part of the residents whose gap stayed open, and the largest.
    pub open: u32,
    pub gap: f64,
}

impl Tally {
    fn add(self, other: Self) -> Self {
        Self { plans: self.plans + other.plans, none: self.none + other.none, open: self.open + other.open, gap: self.gap.max(other.gap) }
    }
}

/// The plans that meet every condition.
pub fn allowed(case: &Case) -> Vec<Choices> {
    if case.has_no_rate() { Vec::new() } else { case.every().into_iter().filter(|plan| case.meets_all(plan)).collect() }
}

/// The best value of some plans.
pub fn best(case: &Case, plans: &[Choices]) -> Option<f64> {
    let order = |one: &f64, other: &f64| if case.request.goal.is_most() { one.total_cmp(other) } else { other.total_cmp(one) };
    plans.iter().map(|plan| case.value(plan)).max_by(order)
}

/// That a plan of the planner meets every condition and is worth what it says, or less where not all hours are told apart.
pub fn assert_sound(case: &Case, question: &Question, chosen: &[u32], value: f64, name: &str) {
    let choices = case.choices_of(&question.menu, chosen);
    assert!(case.meets_all(&choices), "{name}: {choices:?} is not allowed: {case:#?}");
    assert_eq!(planned(&case.region, &desks_of(&question.menu, chosen)), case.sites(&choices), "{name}");
    let true_value = case.value(&choices);
    let same = case.is_no_worse(value, true_value) && (!question.is_exact() || case.is_no_worse(true_value, value));
    assert!(same, "{name}: {value} is {true_value}: {choices:?}: {case:#?}");
}

pub fn check(case: &Case, name: &str) -> Tally {
    let question = case.question();
    let plans = allowed(case);
    let answer = question.solve(Effort::default(), &[]);
    let Some(best) = best(case, &plans) else {
        let Err(NoPlan::Obstacles(obstacles)) = answer else { panic!("{name}: {answer:?} where nothing is possible: {case:#?}") };
        assert!(!obstacles.is_empty());
        obstacles.iter().for_each(|obstacle| assert_true(case, &question, obstacle, name));
        return Tally { none: 1, ..Tally::default() };
    };
    let plan = answer.unwrap_or_else(|error| panic!("{name}: {error:?} but {best} is there: {case:#?}"));
    assert_sound(case, &question, &plan.chosen, plan.value, name);
    assert!(case.is_no_worse(plan.bound, best), "{name}: bound {} beyond {best}: {case:#?}", plan.bound);
    let is_partly = case.request.everyone_within.is_some_and(|(_, share)| share.get() < 1.0);
    if !is_partly || plan.ending == Ending::Optimal {
        assert!(case.is_no_worse(plan.value, best), "{name}: {} instead of {best}: {case:#?}", plan.value);
    }
    if !is_partly {
        assert_eq!(plan.ending, Ending::Optimal, "{name}: {case:#?}");
    }
    tally(case, &plan)
}

fn tally(case: &Case, plan: &Plan) -> Tally {
    let gap = plan.gap(case.request.goal);
    let is_open = plan.ending != Ending::Optimal;
    Tally { plans: 1, none: 0, open: u32::from(is_open), gap: if is_open { gap } else { 0.0 } }
}

/// Checks cases of every goal, each with these conditions.
fn all(name: &str, cases: u64, asks: impl Fn(&mut Draws) -> Vec<Ask> + Sync) -> Tally {
    let one = |number: u64| {
        let mut draws = Draws::new(number * 31 + 7);
        let goal = GOALS[usize::try_from(number).unwrap() % GOALS.len()];
        let asks = asks(&mut draws);
        check(&case(&mut draws, goal, &asks), &format!("{name} {number}, {goal:?}, {asks:?}"))
    };
    (0..cases).into_par_iter().map(one).reduce(Tally::default, Tally::add)
}

#[test]
fn no_condition_at_all() {
    let tally = all("free", 1600, |_| Vec::new());
    assert_eq!(tally.none, 0);
}

#[test]
fn every_condition_alone() {
    for ask in ASKS {
        let tally = all("alone", 1200, |_| vec![ask]);
        assert!(tally.plans > 300 && tally.open <= tally.plans / 4, "{ask:?}: {tally:?}");
    }
}

#[test]
fn any_conditions_together() {
    let some = |draws: &mut Draws| {
        let mut asks: Vec<Ask> = ASKS.iter().copied().filter(|_| draws.chance(0.3)).collect();
        // One of a kind.
        for (one, other) in [(Ask::Amount, Ask::Pools), (Ask::Everyone, Ask::Partly)] {
            if asks.contains(&one) {
                asks.retain(|ask| *ask != other);
            }
        }
        asks
    };
    let tally = all("together", 8000, some);
    assert!(tally.plans > 2000 && tally.none > 1000, "{tally:?}");
}

/// Of obstacles told before the search each is enough alone; what is told after it is all of them together.
#[test]
fn one_obstacle_or_all_together() {
    let mut draws = Draws::new(5);
    for _ in 0..200 {
        let case = case(&mut draws, GOALS[1], &[Ask::Pools, Ask::Counts, Ask::Everyone, Ask::Staff]);
        if let Err(NoPlan::Obstacles(obstacles)) = case.question().solve(Effort::default(), &[]) {
            let together = obstacles.iter().filter(|obstacle| matches!(obstacle, Obstacle::Together { .. })).count();
            assert!(together == 0 || obstacles.len() == 1);
            assert!(obstacles.iter().filter(|obstacle| is_policy(obstacle)).count() <= 1);
        }
    }
}
