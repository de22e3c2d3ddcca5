//! Places and hours under a budget: 28 slots of 6 hours, five weeks, two profiles, a tenth of what daytime everywhere would cost.

use bereik::plan::classic::{Neighbours, Points, Solved};
use bereik::plan::kernel::{Candidate, Effort, Problem, solve};

use super::country::Country;

/// Whether a week is open on a day (0 to 6), in a part of it (night, morning, afternoon, evening).
type Week = fn(usize, usize) -> bool;

/// Mornings, daytime, until the evening, with Saturday, always: each holds the one before.
pub const NESTED: [Week; 5] = [
    |day, part| day < 5 && part == 1,
    |day, part| day < 5 && (part == 1 || part == 2),
    |day, part| day < 5 && part > 0,
    |day, part| day < 5 && part > 0 || day == 5 && (part == 1 || part == 2),
    |_, _| true,
];

/// Mornings, afternoons of three days, evenings, Saturday with Friday evening, daytime of two days: none holds another.
pub const UNNESTED: [Week; 5] = [
    |day, part| day < 5 && part == 1,
    |day, part| day < 5 && day % 2 == 0 && part == 2,
    |day, part| day < 5 && part == 3,
    |day, part| day == 5 && (part == 1 || part == 2) || day == 4 && part == 3,
    |day, part| (day == 1 || day == 3) && (part == 1 || part == 2),
];

/// The most weight that finds a desk open at one of `tries` slots drawn from its profile. A client is a cell and a set of weeks that the
/// slots hit; cells with the same sites near are merged by the kernel.
pub fn places_and_hours(country: &Country, points: &Points, radius: f64, weeks: &[Week; 5], tries: u32, effort: Effort) -> Solved {
    let slots = |week: &Week| (0..28).filter(|slot| week(slot / 4, slot % 4)).count();
    let daytime = 60.0;
    let cost = |site: usize, hours: f64| country.fixed[site] + country.hour[site] * hours * 52.0;
    let budget = (0..country.sites.len()).map(|site| cost(site, daytime)).sum::<f64>() / 10.0;
    let cents = |euros: f64| format!("{:.0}", euros * 100.0).parse::<i64>().unwrap();
    let mut candidates = Vec::new();
    for site in 0..country.sites.len() {
        for week in weeks {
            let hours = 6.0 * f64::from(u32::try_from(slots(week)).unwrap());
            candidates.push(Candidate { site: u32::try_from(site).unwrap(), charge: 0.0, cost: cents(cost(site, hours)) });
        }
    }
    let chances = profiles().map(|profile| sets(weeks, &profile, tries));
    let mut clients: Vec<Vec<(u32, f64)>> = Vec::new();
    for (cell, near) in points.within(radius).into_iter().enumerate() {
        let (elderly, young) = (country.elderly[cell], country.residents[cell] - country.elderly[cell]);
        for (set, (of_young, of_elderly)) in chances[0].iter().zip(&chances[1]).enumerate().skip(1) {
            let weight = young * of_young + elderly * of_elderly;
            if weight > 0.0 && !near.is_empty() {
                let hit =
                    |site: &u32| (0..5u32).filter(move |week| set >> week & 1 == 1).map(move |week| 5 * site + week).collect::<Vec<_>>();
                clients.push(near.iter().flat_map(hit).map(|option| (option, weight)).collect());
            }
        }
    }
    let problem = Problem::new(candidates, cents(budget), 0.0, clients);
    let answer = solve(&problem, effort).found().unwrap();
    let (value, bound, ending) = (answer.value, answer.bound, answer.ending);
    Solved { options: answer.options, value, bound, ending, nodes: answer.nodes, work: answer.work }
}

/// Shares of the slots for the young and the old.
fn profiles() -> [Vec<f64>; 2] {
    let base = [0.15, 1.0, 1.0, 0.6];
    let days = [1.0, 1.0, 1.0, 1.0, 1.0, 0.7, 0.4];
    [[1.0, 0.7, 1.0, 1.5], [0.6, 1.3, 1.0, 0.4]].map(|times| {
        let all: Vec<f64> = days.iter().flat_map(|day| (0..4).map(move |part| day * base[part] * times[part])).collect();
        let sum: f64 = all.iter().sum();
        all.iter().map(|share| share / sum).collect()
    })
}

/// The chance of each set of weeks that so many slots hit.
fn sets(weeks: &[Week; 5], profile: &[f64], tries: u32) -> Vec<f64> {
    let mut once = vec![0.0; 32];
    for (slot, share) in profile.iter().enumerate() {
        let set = (0..5).filter(|week| weeks[*week](slot / 4, slot % 4)).fold(0, |set, week| set | 1 << week);
        once[set] += share;
    }
    let mut all = vec![0.0; 32];
    all[0] = 1.0;
    for _ in 0..tries {
        let mut next = vec![0.0; 32];
        for (before, chance) in all.iter().enumerate() {
            once.iter().enumerate().for_each(|(set, more)| next[before | set] += chance * more);
        }
        all = next;
    }
    all
}
