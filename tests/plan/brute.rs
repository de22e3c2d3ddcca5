//! Every subset of at most fourteen options, on thousands of small problems of every kind: the kernel must find the best value and prove
//! it, or prove that there is no plan, and its bound must never be below the best.

use bereik::plan::kernel::{Candidate, Effort, Ending, Outcome, Problem, Side, solve};

use super::random::{Draws, Form, Raw, draw};

/// The best value over all subsets that meet the conditions, worked out from the raw numbers: none of the kernel's code.
pub fn best_of_all(raw: &Raw) -> Option<f64> {
    let options = raw.candidates.len();
    (0u32..1 << options).filter(|set| raw.allows(*set)).map(|set| raw.value(set)).max_by(f64::total_cmp)
}

fn check(raw: &Raw, number: u32) {
    let expected = best_of_all(raw);
    let problem = raw.problem();
    let outcome = solve(&problem, Effort::default());
    let Some(best) = expected else {
        assert_eq!(outcome, Outcome::Impossible, "case {number}: {raw:?}");
        return;
    };
    let Outcome::Found(answer) = outcome else { panic!("case {number}: no plan, but {best} is there: {raw:?}") };
    let slack = 2e-9 * best.abs().max(1e-3);
    assert_eq!(answer.ending, Ending::Optimal, "case {number}");
    assert!((answer.value - best).abs() <= slack, "case {number}: {} instead of {best}: {raw:?}", answer.value);
    assert!(answer.bound >= best - slack, "case {number}: bound {} below {best}: {raw:?}", answer.bound);
    let set = answer.options.iter().fold(0u32, |set, option| set | 1 << option);
    assert!(raw.allows(set), "case {number}: {:?} is not allowed: {raw:?}", answer.options);
    assert!((raw.value(set) - answer.value).abs() <= slack, "case {number}");
}

#[test]
fn the_best_of_all_subsets_is_found_and_proven() {
    let forms = [
        (Form::Count, 700),
        (Form::Budget, 700),
        (Form::Weeks, 700),
        (Form::Sides, 1500),
        (Form::Median, 500),
        (Form::Charges, 500),
        (Form::Hours, 1000),
    ];
    for (form, cases) in forms {
        for number in 0..cases {
            check(&draw(form, &mut Draws::new(u64::from(number) * 7 + form as u64)), number);
        }
    }
}

/// Just two of sixty options that everyone can use: what is settled in a node can leave no room for the option it is split at.
#[test]
fn exactly_two_of_many() {
    for number in 0..60 {
        let mut draws = Draws::new(number + 20_000);
        let clients: Vec<Vec<(u32, f64)>> = (0..25)
            .map(|_| {
                let weight = 1.0 + draws.real();
                (0..60).map(|option| (option, weight * (100.0 + draws.real()))).collect()
            })
            .collect();
        let value = |one: usize, other: usize| clients.iter().map(|client| f64::max(client[one].1, client[other].1)).sum::<f64>();
        let best = (0..60).flat_map(|one| (one + 1..60).map(move |other| (one, other))).map(|(one, other)| value(one, other));
        let best = best.fold(0.0, f64::max);
        let candidates = (0..60).map(|site| Candidate { site, charge: 0.0, cost: 1 }).collect();
        let exactly = Side { most: Some(2), ..Side::at_least(0..60, 2) };
        let problem = Problem::new(candidates, i64::MAX, 0.0, clients.clone()).with_sides(vec![exactly]);
        let answer = solve(&problem, Effort::default()).found().unwrap();
        assert_eq!(answer.ending, Ending::Optimal);
        assert!((answer.value - best).abs() <= 2e-9 * best, "{number}: {} instead of {best}", answer.value);
    }
}

/// Stopped after any amount of work there is a plan that is allowed, or none yet, and a bound that holds.
#[test]
fn a_search_that_is_cut_gives_a_bound_that_holds() {
    for number in 0..400 {
        let form = [Form::Weeks, Form::Sides, Form::Hours][usize::try_from(number % 3).unwrap()];
        let raw = draw(form, &mut Draws::new(number + 9000));
        let Some(best) = best_of_all(&raw) else { continue };
        let problem = raw.problem();
        for most_work in [1, 200, 1000, 5000] {
            let slack = 2e-9 * best.abs().max(1e-3);
            match solve(&problem, Effort { most_work, ..Effort::default() }) {
                Outcome::Found(answer) => {
                    assert!(answer.bound >= best - slack && answer.value <= best + slack, "case {number}: {answer:?}, best {best}");
                    assert!(problem.allows(&answer.options));
                }
                Outcome::NothingYet { bound } => assert!(bound >= best - slack, "case {number}: {bound}, best {best}"),
                Outcome::Impossible => panic!("case {number}: {best} is there"),
            }
        }
    }
}

/// The same problem gives the same answer with one thread and with many.
#[test]
fn threads_change_nothing() {
    let raw = super::random::large(&mut Draws::new(5));
    let answer = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| solve(&raw.problem(), Effort { most_work: 40_000_000, ..Effort::default() }))
    };
    let problem: Problem = raw.problem();
    assert!(problem.entries() > 1 << 18, "{} entries are looked at in one block", problem.entries());
    assert_eq!(answer(1), answer(4));
}
