//! The curve against every plan at each of its points.

use bereik::model::Goal;
use bereik::plan::kernel::Effort;
use bereik::plan::{CountOf, Plan, Within, curve};

use super::case::Case;
use super::draws::Draws;
use super::every::{allowed, assert_sound, best};
use super::request::{Ask, GOALS, case};

/// The case at each step of the curve.
fn steps(case: &Case) -> Vec<Case> {
    let question = case.question();
    if case.request.limit.is_some() {
        let money = |eighths| {
            let (limit, purse, _) = question.money(eighths)?;
            let mut step = case.clone();
            (step.request.limit, step.purse) = (Some(limit), purse);
            Some(step)
        };
        return (0..=12).filter_map(money).collect();
    }
    let most =
        case.request.counts.iter().filter(|rule| rule.within == Within::Study && rule.hours.is_none()).filter_map(|rule| rule.most).min();
    let kept = u32::try_from(question.menu.kept.len()).unwrap();
    let with_most = |most: u32| {
        let mut step = case.clone();
        for rule in step.request.counts.iter_mut().filter(|rule| rule.within == Within::Study && rule.hours.is_none()) {
            rule.most = rule.most.map(|_| most);
        }
        step
    };
    most.map_or_else(Vec::new, |most| (kept..=most + most.saturating_sub(kept).div_ceil(2).max(1)).map(with_most).collect())
}

fn check(case: &Case, name: &str) -> usize {
    let question = case.question();
    let Ok(known) = question.solve(Effort::default(), &[]) else { return 0 };
    let points = curve(&question, Effort::default(), &known);
    let mut plans: Vec<&Plan> = points.iter().map(|point| &point.plan).collect();
    for step in steps(case) {
        let Some(best) = best(&step, &allowed(&step)) else { continue };
        assert!(!plans.is_empty(), "{name}: a point is missing");
        let plan = plans.remove(0);
        assert!(step.is_no_worse(plan.bound, best), "{name}: bound {} beyond {best}", plan.bound);
        if step.request.everyone_within.is_none_or(|(_, share)| share.get() >= 1.0) {
            assert!(step.is_no_worse(plan.value, best), "{name}: {} instead of {best}", plan.value);
        }
        assert_sound(&step, &question, &plan.chosen, plan.value, name);
    }
    assert!(plans.is_empty(), "{name}: {} points that no plan meets", plans.len());
    for pair in points.windows(2) {
        assert!(case.is_no_worse(pair[1].plan.value, pair[0].plan.value), "{name}");
        assert!(case.is_no_worse(pair[1].plan.bound, pair[0].plan.bound), "{name}");
    }
    points.len()
}

#[test]
fn every_point_of_a_curve_is_the_best() {
    let mut points = 0;
    for number in 0..160u32 {
        let mut draws = Draws::new(u64::from(number) + 40_000);
        let goal: Goal = GOALS[number as usize % GOALS.len()];
        let first = if draws.chance(0.5) { Ask::Amount } else { Ask::Pools };
        let second = *draws.one_of(&[Ask::Counts, Ask::Apart, Ask::Partly, Ask::Everyone, Ask::Staff]);
        points += check(&case(&mut draws, goal, &[first, second]), &format!("{number}, {goal:?}, {first:?}, {second:?}"));
    }
    assert!(points > 600, "{points}");
}

#[test]
fn every_number_of_desks_on_a_curve_is_the_best() {
    let mut points = 0;
    for number in 0..120u32 {
        let mut draws = Draws::new(u64::from(number) + 50_000);
        let goal: Goal = GOALS[number as usize % GOALS.len()];
        let mut case = case(&mut draws, goal, &[]);
        let sites = case.request.sites.clone();
        let most = 1 + draws.whole(3);
        case.request.counts.push(CountOf { within: Within::Study, sites, least: draws.whole(2), most: Some(most), hours: None });
        points += check(&case, &format!("{number}, {goal:?}"));
    }
    assert!(points > 120, "{points}");
}
