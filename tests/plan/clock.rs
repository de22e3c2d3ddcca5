//! Searches that are told to stop at their first look at the clock, at their second, and so on to the end: every one has a plan that is as good
//! as it says, and a bound on the right side of the best of all sets.

use std::sync::atomic::{AtomicUsize, Ordering};

use bereik::plan::classic::{Solved, Table, Unsolved, facility_location, maximal_covering, p_center, p_median, set_covering};
use bereik::plan::kernel::covering::{Cover, cheapest_cover, quick_cover};
use bereik::plan::kernel::{Candidate, Cut, Effort, Ending, Outcome, Problem, Side, solve};

use super::brute::best_of_all;
use super::goals::{far, sets, table, weights};
use super::random::{Draws, Form, Raw, draw};

/// What comes of `search` when it is stopped at its n-th look: every n up to sixty, then some forty more until it is not stopped any more.
fn at_every_look<T>(search: impl Fn(Effort) -> T, mut check: impl FnMut(usize, T)) {
    let run = |last: usize| {
        let looks = AtomicUsize::new(0);
        let stop = || looks.fetch_add(1, Ordering::Relaxed) >= last;
        let found = search(Effort { stop: &stop, ..Effort::default() });
        (found, looks.load(Ordering::Relaxed))
    };
    let (_, all) = run(usize::MAX);
    let step = (all.saturating_sub(60) / 40).max(1);
    for last in (0..all.min(60)).chain((60..all).step_by(step)).chain([all]) {
        check(last, run(last).0);
    }
}

fn bits(options: &[u32]) -> u32 {
    options.iter().fold(0, |set, option| set | 1 << option)
}

/// Made and searched under the same clock; the empty plan where there was no time to make it.
fn check_problem(raw: &Raw, is_easy: bool, name: &str) {
    let best = best_of_all(raw);
    let candidates = || raw.candidates.clone();
    let client = |values: &Vec<f64>| (0u32..).zip(values).map(|(option, value)| (option, *value)).collect::<Vec<_>>();
    let search = |effort: Effort| {
        let clients = (0, raw.values.iter().map(client));
        let problem = Problem::until(candidates(), raw.budget, raw.base, clients, effort.stop)?.with_sides(raw.sides.clone());
        Ok(solve(&problem, effort))
    };
    at_every_look(search, |look, outcome: Result<Outcome, Cut>| {
        let name = format!("{name}, look {look}: {outcome:?}, best {best:?}");
        let slack = 2e-9 * best.unwrap_or(0.0).abs().max(1e-3);
        match (outcome, best) {
            (Ok(Outcome::Found(answer)), Some(best)) => {
                let set = bits(&answer.options);
                assert!(raw.allows(set) && (raw.value(set) - answer.value).abs() <= slack, "{name}");
                assert!(answer.value <= best + slack && answer.bound >= best - slack, "{name}");
                assert!(answer.ending != Ending::Optimal || answer.value >= best - slack, "{name}");
            }
            (Ok(Outcome::NothingYet { bound }), best) => assert!(!is_easy && best.is_none_or(|best| bound >= best - slack), "{name}"),
            (Ok(Outcome::Impossible), None) | (Err(Cut), _) => {}
            _ => panic!("{name}"),
        }
    });
}

#[test]
fn problems_of_every_form() {
    for number in 0..84u32 {
        let forms = [Form::Count, Form::Budget, Form::Weeks, Form::Sides, Form::Median, Form::Charges, Form::Hours];
        let form = forms[number as usize % forms.len()];
        let raw = draw(form, &mut Draws::new(u64::from(number) + 40_000));
        check_problem(&raw, raw.sides.is_empty() || matches!(form, Form::Median), &format!("{number} {form:?}"));
    }
}

/// Thousands of clients, so that the clock is looked at while lists, rows and columns are being made.
#[test]
fn large_problems_are_cut_while_they_are_made() {
    let mut draws = Draws::new(50_000);
    for number in 0..4 {
        // The last two with two weeks a site; the last one asks for its second.
        let site = |option: u32| if number < 2 { option } else { option / 2 };
        let candidates =
            (0..8).map(|option| Candidate { site: site(option), charge: f64::from(option), cost: 1 + i64::from(option % 3) }).collect();
        let sides = if number == 3 { vec![Side::at_least([1, 3], 1)] } else { Vec::new() };
        let mut value = || if draws.whole(5) == 0 { 0.0 } else { 10.0 * draws.real() };
        let values = (0..3000).map(|_| (0..8).map(|_| value()).collect()).collect();
        check_problem(&Raw { candidates, budget: 7, base: -3.5, values, sides }, number < 3, &format!("large {number}"));
    }
}

/// A plan of a classic goal: its value by hand, and a bound that is not better than the best. `sign` is −1 where less is better.
fn assert_sound(found: &Solved, value: f64, best: f64, sign: f64, name: &str) {
    let slack = 1e-9 * best.abs().max(1.0);
    assert!((found.value - value).abs() <= slack, "{name}: worth {value}: {found:?}");
    assert!(sign * (best - found.value) >= -slack && sign * (found.bound - best) >= -slack, "{name}: best {best}: {found:?}");
    assert!(found.ending != Ending::Optimal || (found.value - best).abs() <= slack, "{name}: best {best}: {found:?}");
}

fn check_goals(table: &Table, weights: &[f64], options: u32, count: u32, name: &str) {
    let of_count = || sets(options, count).map(|set| far(table, weights, set));
    let (median, center) =
        (of_count().map(|far| far.1).fold(f64::INFINITY, f64::min), of_count().map(|far| far.0).fold(f64::INFINITY, f64::min));
    let is_out = |client: usize| table.distances[client].iter().all(|distance| distance.is_infinite());
    at_every_look(
        |effort| p_median(table, weights, count, effort),
        |look, found| match found {
            Ok(found) if found.value.is_finite() => {
                assert_eq!(found.options.len(), count as usize, "{name}");
                assert_sound(&found, far(table, weights, bits(&found.options)).1, median, -1.0, &format!("{name} median, look {look}"));
            }
            Ok(found) => assert!(median.is_infinite() || found.ending == Ending::Stopped, "{name}, look {look}: {found:?}"),
            Err(Unsolved::OutOfReach { client }) => assert!(is_out(client), "{name}"),
            // The quickest plan may leave someone without a way.
            Err(unsolved) => assert!(table.distances.concat().contains(&f64::INFINITY), "{name}, look {look}: {unsolved:?}"),
        },
    );
    at_every_look(
        |effort| p_center(table, count, effort),
        |look, found| match found {
            Ok(found) if found.value.is_finite() => {
                assert!(!found.options.is_empty() && found.options.len() <= count as usize, "{name}");
                assert_sound(&found, far(table, weights, bits(&found.options)).0, center, -1.0, &format!("{name} center, look {look}"));
            }
            Ok(found) => assert!(center.is_infinite() || found.ending == Ending::Stopped && found.bound <= center, "{name}: {found:?}"),
            Err(Unsolved::OutOfReach { client }) => assert!(is_out(client), "{name}"),
            Err(unsolved) => panic!("{name}, look {look}: {unsolved:?}"),
        },
    );
    for distance in [8.0, 20.0] {
        let name = format!("{name} within {distance}");
        let covered = |set: u32| -> f64 {
            let near = |row: &Vec<f64>| (0..options).any(|option| set >> option & 1 == 1 && row[option as usize] <= distance);
            table.distances.iter().zip(weights).filter(|(row, _)| near(row)).map(|(_, weight)| weight).sum()
        };
        let most = sets(options, count).map(covered).fold(0.0, f64::max);
        at_every_look(
            |effort| maximal_covering(table, weights, distance, count, effort).unwrap(),
            |look, found| {
                assert!(found.options.len() <= count as usize, "{name}");
                assert_sound(&found, covered(bits(&found.options)), most, 1.0, &format!("{name} covering, look {look}"));
            },
        );
        let serves = |set: u32, row: &Vec<f64>| (0..options).any(|option| set >> option & 1 == 1 && row[option as usize] <= distance);
        for only_reachable in [true, false] {
            let rows: Vec<&Vec<f64>> = table.distances.iter().filter(|row| !only_reachable || serves(u32::MAX, row)).collect();
            let covers = |set: u32| rows.iter().all(|row| serves(set, row));
            let least = (0u32..1 << options).filter(|set| covers(*set)).map(u32::count_ones).min();
            at_every_look(
                |effort| set_covering(table, distance, only_reachable, effort),
                |look, found| match found {
                    Ok(found) => {
                        assert!(covers(bits(&found.options)), "{name}, look {look}: {found:?}");
                        let value = f64::from(u32::try_from(found.options.len()).unwrap());
                        assert_sound(&found, value, f64::from(least.unwrap()), -1.0, &format!("{name} set covering, look {look}"));
                    }
                    Err(Unsolved::OutOfReach { client }) => assert!(!serves(u32::MAX, &table.distances[client]), "{name}"),
                    Err(unsolved) => panic!("{name}, look {look}: {unsolved:?}"),
                },
            );
        }
    }
}

#[test]
fn classic_goals() {
    for seed in 0..24 {
        let mut draws = Draws::new(seed + 60_000);
        let (clients, options) = (1 + draws.whole(24), 2 + draws.whole(8));
        let table = table(&mut draws, clients, options, seed % 3 == 0);
        let weights = weights(&mut draws, clients);
        let count = 1 + draws.whole(options - 1);
        check_goals(&table, &weights, options, count, &seed.to_string());
        if seed % 3 > 0 {
            check_facilities(&table, &(0..options).map(|_| f64::from(draws.whole(60))).collect::<Vec<_>>(), &seed.to_string());
        }
    }
}

#[test]
fn classic_goals_of_many_clients() {
    let mut draws = Draws::new(70_000);
    let table = Table { distances: (0..1500).map(|_| (0..7).map(|_| 1.0 + 39.0 * draws.real()).collect()).collect() };
    let weights = weights(&mut draws, 1500);
    check_goals(&table, &weights, 7, 3, "many");
    check_facilities(&table, &[900.0, 2000.0, 400.0, 5000.0, 0.0, 2500.0, 1000.0], "many");
}

fn check_facilities(table: &Table, opening: &[f64], name: &str) {
    let each = vec![1.0; table.distances.len()];
    let total = |set: u32| -> f64 {
        let open = (0..opening.len()).filter(|option| set >> option & 1 == 1).map(|option| opening[option]);
        open.sum::<f64>() + far(table, &each, set).1
    };
    let least = (1u32..1 << opening.len()).map(total).fold(f64::INFINITY, f64::min);
    at_every_look(
        |effort| facility_location(opening, &table.distances, effort).unwrap(),
        |look, found| assert_sound(&found, total(bits(&found.options)), least, -1.0, &format!("{name} facilities, look {look}")),
    );
}

/// Covers that need a tree, in one part and in three that do not touch; with a limit the bound holds and a cover is within it.
#[test]
fn covers() {
    const OPTIONS: u32 = 14;
    for seed in 0..16 {
        let mut draws = Draws::new(seed + 80_000);
        let shift = |row: u32, part: u32| row << (OPTIONS * part);
        let parts = if seed % 4 == 0 { 2 } else { 1 };
        let row = |draws: &mut Draws| (0..3 + draws.whole(2)).fold(0u32, |row, _| row | 1 << draws.whole(OPTIONS));
        let one: Vec<u32> = (0..25 + draws.whole(20)).map(|_| row(&mut draws)).collect();
        let costs: Vec<i64> = (0..OPTIONS).map(|_| if seed % 3 == 0 { 3 + i64::from(draws.whole(4)) } else { 1 }).collect();
        let all: Vec<u32> = (0..parts).flat_map(|part| one.iter().map(move |row| shift(*row, part))).collect();
        let all_costs = costs.repeat(parts as usize);
        let cost = |costs: &[i64], set: u32| -> i64 {
            costs.iter().enumerate().filter(|(option, _)| set >> option & 1 == 1).map(|(_, cost)| cost).sum()
        };
        let best_of_one =
            (0u32..1 << OPTIONS).filter(|set| one.iter().all(|row| set & row != 0)).map(|set| cost(&costs, set)).min().unwrap();
        let best = best_of_one * i64::from(parts);
        let lists: Vec<Vec<u32>> = all.iter().map(|row| (0..OPTIONS * parts).filter(|option| row >> option & 1 == 1).collect()).collect();
        let check = |look: usize, cover: Cover, limit: Option<i64>| {
            let name = format!("{seed}, look {look}, limit {limit:?}, best {best}: {cover:?}");
            assert!(cover.bound <= limit.map_or(best, |limit| best.max(limit + 1)), "{name}");
            let Some(options) = cover.options else { return assert!(limit.is_some(), "{name}") };
            let set = bits(&options);
            assert!(all.iter().all(|row| set & row != 0) && cost(&all_costs, set) >= best, "{name}");
            assert!(limit.is_none_or(|limit| cost(&all_costs, set) <= limit), "{name}");
            assert!(limit.is_some() || cover.ending != Ending::Optimal || cost(&all_costs, set) == best, "{name}");
        };
        let search = |effort: Effort, limit| cheapest_cover(lists.clone(), all_costs.clone(), limit, effort).unwrap();
        at_every_look(|effort| search(effort, None), |look, cover| check(look, cover, None));
        for limit in [best - 1, best, best + 2] {
            at_every_look(|effort| search(effort, Some(limit)), |look, cover| check(look, cover, Some(limit)));
            let quick = |effort: Effort| quick_cover(lists.clone(), all_costs.clone(), limit, effort).unwrap();
            at_every_look(quick, |look, cover| check(look, cover, Some(limit)));
        }
    }
}
