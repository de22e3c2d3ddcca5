//! The classic goals against every set of options, on tables drawn at random.

use bereik::plan::classic::{Table, Unsolved, facility_location, maximal_covering, p_center, p_median, set_covering};
use bereik::plan::kernel::covering::{cheapest_cover, quick_cover};
use bereik::plan::kernel::{Effort, Ending};

use super::random::Draws;

/// Whole distances, so that many are alike; now and then there is no way.
pub fn table(draws: &mut Draws, clients: u32, options: u32, gaps: bool) -> Table {
    let mut distance = || if gaps && draws.whole(12) == 0 { f64::INFINITY } else { f64::from(draws.whole(40)) };
    Table { distances: (0..clients).map(|_| (0..options).map(|_| distance()).collect()).collect() }
}

pub fn weights(draws: &mut Draws, clients: u32) -> Vec<f64> {
    (0..clients).map(|_| f64::from(draws.whole(8)) * if draws.whole(2) == 0 { 1.0 } else { draws.real() }).collect()
}

/// The farthest and the summed distance with a set of options.
pub fn far(table: &Table, weights: &[f64], set: u32) -> (f64, f64) {
    let nearest =
        |row: &Vec<f64>| (0..row.len()).filter(|option| set >> option & 1 == 1).map(|option| row[option]).fold(f64::INFINITY, f64::min);
    let all: Vec<f64> = table.distances.iter().map(nearest).collect();
    let sum = all.iter().zip(weights).filter(|(_, weight)| **weight > 0.0).map(|(distance, weight)| distance * weight).sum();
    (all.iter().copied().fold(0.0, f64::max), sum)
}

pub fn sets(options: u32, count: u32) -> impl Iterator<Item = u32> {
    (0u32..1 << options).filter(move |set| set.count_ones() == count)
}

#[test]
fn center_and_median_of_small_tables() {
    let mut solved = 0;
    for seed in 0..300 {
        let mut draws = Draws::new(seed);
        let (clients, options) = (1 + draws.whole(14), 1 + draws.whole(9));
        let table = table(&mut draws, clients, options, seed % 3 == 0);
        let weights = weights(&mut draws, clients);
        let count = 1 + draws.whole(options);
        let (center, _) =
            sets(options, count).map(|set| far(&table, &weights, set)).min_by(|one, other| one.0.total_cmp(&other.0)).unwrap();
        let median = sets(options, count).map(|set| far(&table, &weights, set).1).min_by(f64::total_cmp).unwrap();
        match p_center(&table, count, Effort::default()) {
            Ok(found) => {
                assert_eq!((found.value, found.bound, found.ending), (center, center, Ending::Optimal), "{seed}: {table:?}, {count}");
                solved += 1;
            }
            Err(Unsolved::OutOfReach { client }) => assert!(table.distances[client].iter().all(|distance| distance.is_infinite())),
            Err(other) => panic!("{seed}: {other:?}"),
        }
        match p_median(&table, &weights, count, Effort::default()) {
            Ok(found) if median.is_finite() => {
                assert!(
                    (found.value - median).abs() < 1e-6,
                    "{seed}: {} instead of {median}: {table:?}, {weights:?}, {count}",
                    found.value
                );
                assert_eq!((found.ending, found.options.len()), (Ending::Optimal, count as usize));
            }
            Ok(found) => assert!(found.value.is_infinite()),
            Err(Unsolved::OutOfReach { client }) => assert!(table.distances[client].iter().all(|distance| distance.is_infinite())),
            Err(other) => panic!("{seed}: {other:?}"),
        }
    }
    assert!(solved > 200);
}

/// Sixty options and one or two to choose: the best is in the lists of few clients, so that lists must grow.
#[test]
fn lists_of_the_median_grow_until_they_are_long_enough() {
    for seed in 0..30 {
        let mut draws = Draws::new(seed + 100);
        let table = table(&mut draws, 25, 60, false);
        let weights = weights(&mut draws, 25);
        for count in [1, 2] {
            let sum = |set: &[usize]| -> f64 {
                let nearest = |row: &Vec<f64>| set.iter().map(|option| row[*option]).fold(f64::INFINITY, f64::min);
                table.distances.iter().zip(&weights).map(|(row, weight)| nearest(row) * weight).sum()
            };
            let pairs = (0..60).flat_map(|one| (0..60).map(move |other| if count == 1 { vec![one] } else { vec![one, other] }));
            let best = pairs.map(|set| sum(&set)).min_by(f64::total_cmp).unwrap();
            let found = p_median(&table, &weights, count, Effort::default()).unwrap();
            assert!((found.value - best).abs() < 1e-6, "{seed}, {count}: {} instead of {best}", found.value);
            assert_eq!(found.ending, Ending::Optimal);
        }
    }
}

#[test]
fn covers_of_every_kind() {
    for seed in 0..800 {
        let mut draws = Draws::new(seed + 500);
        let (rows, options) = (1 + draws.whole(16), 1 + draws.whole(10));
        let density = 1 + draws.whole(3);
        let rows: Vec<Vec<u32>> = (0..rows).map(|_| (0..options).filter(|_| draws.whole(4) < density).collect()).collect();
        let costs: Vec<i64> = (0..options).map(|_| if seed % 2 == 0 { 1 } else { 1 + i64::from(draws.whole(6)) }).collect();
        let covers = |set: &u32| rows.iter().all(|row| row.iter().any(|option| set >> option & 1 == 1));
        let cost = |set: u32| -> i64 { (0..options).filter(|option| set >> option & 1 == 1).map(|option| costs[option as usize]).sum() };
        let best = (0u32..1 << options).filter(covers).map(cost).min();
        let found = cheapest_cover(rows.clone(), costs.clone(), None, Effort::default());
        let Some(best) = best else {
            let row = found.unwrap_err();
            assert!(rows[row].is_empty());
            continue;
        };
        let found = found.unwrap();
        let set = found.options.as_ref().unwrap().iter().fold(0u32, |set, option| set | 1 << option);
        assert!(covers(&set), "{seed}: {found:?} of {rows:?}");
        assert_eq!((cost(set), found.bound, found.ending), (best, best, Ending::Optimal), "{seed}: {rows:?} {costs:?}");
        // With a limit: any cover within it, or the proof that there is none.
        for limit in [best - 1, best, best + 2] {
            let within = cheapest_cover(rows.clone(), costs.clone(), Some(limit), Effort::default()).unwrap();
            match within.options {
                Some(options) => {
                    let set = options.iter().fold(0u32, |set, option| set | 1 << option);
                    assert!(covers(&set) && cost(set) <= limit && limit >= best, "{seed}");
                }
                None => assert!(limit < best && within.bound > limit, "{seed}: {within:?}, limit {limit}, best {best}: {rows:?} {costs:?}"),
            }
        }
    }
}

/// Covers in which nothing is dominated at first and the bound in parts is far from whole: options in a ring of overlapping stretches, and rows
/// of few options drawn at random.
#[test]
fn covers_that_need_a_tree() {
    const OPTIONS: u32 = 14;
    for seed in 0..120 {
        let mut draws = Draws::new(seed + 7000);
        let row = |draws: &mut Draws| (0..3 + draws.whole(2)).fold(0u32, |row, _| row | 1 << draws.whole(OPTIONS));
        let rows: Vec<u32> = (0..20 + draws.whole(30)).map(|_| row(&mut draws)).collect();
        let costs: Vec<i64> = (0..OPTIONS).map(|_| if seed % 3 == 0 { 3 + i64::from(draws.whole(4)) } else { 1 }).collect();
        let cost = |set: u32| -> i64 { costs.iter().enumerate().filter(|(option, _)| set >> option & 1 == 1).map(|(_, cost)| cost).sum() };
        let best = (0u32..1 << OPTIONS).filter(|set| rows.iter().all(|row| set & row != 0)).map(cost).min().unwrap();
        let lists: Vec<Vec<u32>> = rows.iter().map(|row| (0..OPTIONS).filter(|option| row >> option & 1 == 1).collect()).collect();
        let found = cheapest_cover(lists.clone(), costs.clone(), None, Effort::default()).unwrap();
        let set = found.options.unwrap().iter().fold(0u32, |set, option| set | 1 << option);
        assert!(rows.iter().all(|row| set & row != 0), "{seed}");
        assert_eq!((cost(set), found.bound, found.ending), (best, best, Ending::Optimal), "{seed}: {rows:?} {costs:?}");
        let none = cheapest_cover(lists.clone(), costs.clone(), Some(best - 1), Effort::default()).unwrap();
        assert!(none.options.is_none() && none.bound == best, "{seed}");
        let some = cheapest_cover(lists.clone(), costs.clone(), Some(best), Effort::default()).unwrap();
        assert_eq!(some.options.map(|options| cost(options.iter().fold(0, |set, option| set | 1 << option))), Some(best), "{seed}");
        // A quick look says nothing that is not so, and neither does a search that is cut.
        let quick = quick_cover(lists.clone(), costs.clone(), best - 1, Effort::default()).unwrap();
        assert!(quick.options.is_none() && quick.bound <= best, "{seed}");
        for most_work in [1, 1000, 100_000] {
            let cut = cheapest_cover(lists.clone(), costs.clone(), None, Effort { most_work, ..Effort::default() }).unwrap();
            assert!(cut.bound <= best, "{seed}: {cut:?}, best {best}");
        }
    }
}

#[test]
fn covering_and_facilities_of_small_tables() {
    for seed in 0..300 {
        let mut draws = Draws::new(seed + 2000);
        let (clients, options) = (1 + draws.whole(14), 1 + draws.whole(9));
        let table = table(&mut draws, clients, options, false);
        let weights = weights(&mut draws, clients);
        let (count, distance) = (draws.whole(options + 1), f64::from(draws.whole(30)));
        let covered = |set: u32| -> f64 {
            let near = |row: &Vec<f64>| (0..options).any(|option| set >> option & 1 == 1 && row[option as usize] <= distance);
            table.distances.iter().zip(&weights).filter(|(row, _)| near(row)).map(|(_, weight)| weight).sum()
        };
        let best = (0..=count).flat_map(|count| sets(options, count)).map(covered).max_by(f64::total_cmp).unwrap();
        let found = maximal_covering(&table, &weights, distance, count, Effort::default()).unwrap();
        assert!((found.value - best).abs() < 1e-6 && found.options.len() <= count as usize, "{seed}");
        match set_covering(&table, distance, false, Effort::default()) {
            Ok(found) => {
                let least =
                    (0u32..1 << options).filter(|set| far(&table, &weights, *set).0 <= distance).map(u32::count_ones).min().unwrap();
                assert!((found.value - f64::from(least)).abs() < 1e-9, "{seed}");
            }
            Err(unsolved) => {
                assert!(matches!(unsolved, Unsolved::OutOfReach { client } if table.distances[client].iter().all(|away| *away > distance)));
            }
        }
        let opening: Vec<f64> = (0..options).map(|_| f64::from(draws.whole(60))).collect();
        let total = |set: u32| -> f64 {
            let open: f64 = (0..options).filter(|option| set >> option & 1 == 1).map(|option| opening[option as usize]).sum();
            open + far(&table, &vec![1.0; clients as usize], set).1
        };
        let least = (1u32..1 << options).map(total).min_by(f64::total_cmp).unwrap();
        let found = facility_location(&opening, &table.distances, Effort::default()).unwrap();
        assert!((found.value - least).abs() < 1e-6, "{seed}: {} instead of {least}", found.value);
    }
}
