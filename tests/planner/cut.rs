//! Searches that are cut short, searches that are content with less, and threads.

use std::sync::atomic::{AtomicUsize, Ordering};

use bereik::plan::kernel::{Effort, Ending};
use bereik::plan::{NoPlan, curve};

use super::case::Case;
use super::draws::Draws;
use super::every::{allowed, assert_sound, best};
use super::request::{ASKS, Ask, GOALS, case};

fn any(number: u32) -> Case {
    let mut draws = Draws::new(110_000 + u64::from(number));
    let asks: Vec<Ask> = ASKS.into_iter().filter(|_| draws.chance(0.2)).collect();
    case(&mut draws, GOALS[number as usize % GOALS.len()], &asks)
}

#[test]
fn a_bound_holds_however_short_the_search() {
    let mut cut = 0;
    for number in 0..240 {
        let case = any(number);
        let (question, best) = (case.question(), best(&case, &allowed(&case)));
        for effort in [1, 300, 2000]
            .map(|most_work| Effort { most_work, ..Effort::default() })
            .into_iter()
            .chain([Effort { gap: 0.1, ..Effort::default() }])
        {
            let name = format!("{number}, {:?}, {} {}", case.request.goal, effort.most_work, effort.gap);
            match question.solve(effort, &[]) {
                Ok(plan) => {
                    let best = best.unwrap();
                    assert_sound(&case, &question, &plan.chosen, plan.value, &name);
                    assert!(case.is_no_worse(plan.bound, best), "{name}: {plan:?} beyond {best}");
                    assert!(plan.ending != Ending::Optimal || case.is_no_worse(plan.value, best), "{name}: {plan:?} is not {best}");
                    cut += u32::from(plan.ending != Ending::Optimal);
                }
                Err(NoPlan::Obstacles(_)) => assert_eq!(best, None, "{name}"),
                Err(NoPlan::NothingYet) => assert!(effort.gap <= 0.0, "{name}"),
            }
        }
    }
    assert!(cut > 20, "{cut}");
}

/// Told to stop at the first look at the clock, at the second, and so on.
#[test]
fn a_bound_holds_whenever_the_clock_cuts() {
    let (mut cut, mut easy) = (0, 0);
    for number in 0..70 {
        let mut draws = Draws::new(120_000 + number);
        let asks: Vec<Ask> = if number % 3 == 0 { Vec::new() } else { ASKS.into_iter().filter(|_| draws.chance(0.2)).collect() };
        let case = case(&mut draws, GOALS[usize::try_from(number).unwrap() % GOALS.len()], &asks);
        let (question, best) = (case.question(), best(&case, &allowed(&case)));
        for last in (0..24).chain([32, 48, 64, 96, 128, 256, 1024]) {
            let looks = AtomicUsize::new(0);
            let stop = || looks.fetch_add(1, Ordering::Relaxed) >= last;
            let name = format!("{number}, {:?}, look {last}, {asks:?}", case.request.goal);
            match question.solve(Effort { stop: &stop, ..Effort::default() }, &[]) {
                Ok(plan) => {
                    let best = best.unwrap();
                    assert_sound(&case, &question, &plan.chosen, plan.value, &name);
                    assert!(case.is_no_worse(plan.bound, best), "{name}: {plan:?} beyond {best}");
                    assert!(plan.ending != Ending::Optimal || case.is_no_worse(plan.value, best), "{name}: {plan:?} is not {best}");
                    cut += u32::from(plan.ending == Ending::Stopped);
                    easy += u32::from(asks.is_empty());
                }
                Err(NoPlan::Obstacles(_)) => assert_eq!(best, None, "{name}"),
                Err(NoPlan::NothingYet) => assert!(!asks.is_empty(), "{name}: {best:?}"),
            }
        }
    }
    assert!(cut > 200 && easy > 200, "{cut} {easy}");
}

#[test]
fn threads_change_nothing() {
    for number in 500..560 {
        let case = any(number);
        let answer = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| {
                let question = case.question();
                let plan = question.solve(Effort::default(), &[]);
                let points = plan.as_ref().map(|plan| curve(&question, Effort::default(), plan)).unwrap_or_default();
                (plan, points)
            })
        };
        assert_eq!(answer(1), answer(3), "{number}");
    }
}
