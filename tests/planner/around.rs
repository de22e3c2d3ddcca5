//! What lies around the best plan: the next best, single exchanges, and what each desk adds.

use std::collections::BTreeMap;

use bereik::compare::{Fate, desks_of, why};
use bereik::plan::kernel::{Effort, Problem, alternatives};
use bereik::plan::{Plan, Question, next_plans};

use super::case::{Case, Choice, Choices};
use super::draws::Draws;
use super::every::{allowed, assert_sound};
use super::request::{Ask, GOALS, case};

const ASKS: [Ask; 8] = [Ask::Amount, Ask::Pools, Ask::Counts, Ask::NotBoth, Ask::Apart, Ask::Everyone, Ask::Staff, Ask::Require];

/// Cases with a plan, of goals that have clients.
fn solved(seed: u64, cases: u32, goals: usize, mut act: impl FnMut(&Case, &Question, &Plan, &str)) {
    for number in 0..cases {
        let mut draws = Draws::new(seed + u64::from(number));
        let asks: Vec<Ask> = ASKS.iter().copied().filter(|_| draws.chance(0.2)).collect();
        let case = case(&mut draws, GOALS[number as usize % goals], &asks);
        let question = case.question();
        if let Ok(plan) = question.solve(Effort::default(), &[]) {
            act(&case, &question, &plan, &format!("{number}, {:?}, {asks:?}", case.request.goal));
        }
    }
}

/// Where a plan has a desk.
fn places(plan: &Choices) -> Vec<bool> {
    plan.iter().map(|choice| *choice != Choice::Nothing).collect()
}

/// The best value of each set of sites but that of the plan, from the best.
fn ranked(case: &Case, plan: &Choices) -> Vec<f64> {
    let mut best: BTreeMap<Vec<bool>, f64> = BTreeMap::new();
    for other in allowed(case) {
        let value = case.value(&other);
        let known = best.entry(places(&other)).or_insert(value);
        *known = if case.request.goal.is_most() { known.max(value) } else { known.min(value) };
    }
    best.remove(&places(plan));
    let mut values: Vec<f64> = best.into_values().collect();
    values.sort_unstable_by(|one, other| if case.request.goal.is_most() { other.total_cmp(one) } else { one.total_cmp(other) });
    values
}

#[test]
fn the_next_best_are_the_best_of_all_others() {
    const WITHIN: f64 = 0.37;
    let mut found = 0;
    solved(60_000, 600, 5, |case, question, plan, name| {
        let best = case.choices_of(&question.menu, &plan.chosen);
        let next = next_plans(question, plan, 6, WITHIN, Effort::default());
        let ranked: Vec<f64> =
            ranked(case, &best).into_iter().filter(|value| (value - plan.value).abs() <= WITHIN * plan.value.abs()).collect();
        assert_eq!(next.len(), ranked.len().min(6), "{name}: {next:?}, {ranked:?}");
        let mut seen = vec![places(&best)];
        for (next, value) in next.iter().zip(&ranked) {
            assert!(next.is_proven, "{name}");
            assert!(case.is_no_worse(next.value, *value) && case.is_no_worse(*value, next.value), "{name}: {next:?}, {ranked:?}");
            assert_sound(case, question, &next.chosen, next.value, name);
            let places = places(&case.choices_of(&question.menu, &next.chosen));
            assert!(!seen.contains(&places), "{name}: the same sites twice");
            seen.push(places);
            found += 1;
        }
    });
    assert!(found > 300, "{found}");
}

/// The best of all single exchanges that open an option, by the value of the whole.
fn exchange(problem: &Problem, open: &[u32], option: u32) -> Option<f64> {
    let beside: Vec<u32> = open.iter().copied().chain([option]).collect();
    let in_place = |closed: &u32| open.iter().copied().filter(|other| other != closed).chain([option]).collect::<Vec<u32>>();
    let plans = open.iter().map(in_place).chain([beside]).filter(|plan| problem.allows(plan));
    plans.map(|plan| problem.value(&plan) - problem.value(open)).max_by(f64::total_cmp)
}

#[test]
fn alternatives_are_the_best_single_exchanges() {
    let mut found = 0;
    solved(70_000, 1200, 5, |_, question, plan, name| {
        let (_, problem) = question.problem().unwrap();
        let said = alternatives(&problem, &plan.chosen);
        let slack = 1e-9 * problem.value(&plan.chosen).abs().max(1.0);
        for option in (0..u32::try_from(problem.options()).unwrap()).filter(|option| !plan.chosen.contains(option)) {
            let of_option = said.iter().find(|alternative| alternative.option == option);
            let expected = exchange(&problem, &plan.chosen, option);
            let same = of_option.zip(expected).is_some_and(|(one, change)| (one.change - change).abs() <= slack);
            assert!(same || of_option.is_none() && expected.is_none(), "{name}: {option}: {of_option:?}, {expected:?}");
            found += 1;
        }
    });
    assert!(found > 500, "{found}");
}

#[test]
fn a_desk_gains_what_is_lost_without_it() {
    let mut found = 0;
    solved(80_000, 400, 5, |case, question, plan, name| {
        let desks = desks_of(&question.menu, &plan.chosen);
        let choices = case.choices_of(&question.menu, &plan.chosen);
        let mut region = case.region.clone();
        let whys = why(&mut region, &case.study, case.request.goal, case.tries, case.kappa, &case.counts, &desks);
        assert_eq!(region.sites, case.region.sites);
        assert_eq!(whys.len(), desks.iter().filter(|planned| matches!(planned.fate, Fate::New | Fate::OtherHours)).count());
        for why in whys {
            let place = case.request.sites.iter().position(|site| *site == why.site).unwrap();
            let mut without = choices.clone();
            without[place] = if why.fate == Fate::New { Choice::Nothing } else { Choice::Today };
            let sign = if case.request.goal.is_most() { 1.0 } else { -1.0 };
            let gain = sign * (case.value(&choices) - case.value(&without));
            assert!(
                (why.gain - gain).abs() <= 1e-9 * gain.abs().max(1.0) || why.gain.to_bits() == gain.to_bits(),
                "{name}: {} is {gain}",
                why.gain
            );
            found += 1;
        }
    });
    assert!(found > 150, "{found}");
}
