//! One small country drawn by rule, with the answers of HiGHS.
//!
//! The same points were given to the models that PySAL users would write by hand, in highspy 1.11.0 (HiGHS 1.11) with a gap of 10⁻⁹, Python
//! 3.11, 26 November 2026: maximal covering, p-median, set covering, p-center by bisection on set covering, and places with hours under a
//! budget (28 slots of 6 hours, five nested weeks).

use bereik::crs::Planar;
use bereik::plan::classic::{Points, maximal_covering, p_center, p_median, set_covering};
use bereik::plan::kernel::{Candidate, Effort, Ending, Problem, solve};
use geo::Coord;

/// Knuth's MMIX generator, its high 31 bits.
struct Rule(u64);

impl Rule {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

struct Country {
    cells: Vec<Coord<f64>>,
    residents: Vec<u64>,
    elderly: Vec<u64>,
    sites: Vec<Coord<f64>>,
    fixed: Vec<u64>,
    hour: Vec<u64>,
}

#[expect(clippy::cast_precision_loss, reason = "small whole numbers")]
fn float(number: u64) -> f64 {
    number as f64
}

/// 600 cells and 120 sites around 30 towns in a square of 40 km.
fn country() -> Country {
    let mut rule = Rule(20_260_101);
    let towns: Vec<[u64; 2]> = (0..30).map(|_| [rule.below(40_000), rule.below(40_000)]).collect();
    let points = |rule: &mut Rule, count: usize| -> Vec<Coord<f64>> {
        let mut point = || {
            let [x, y] = towns[usize::try_from(rule.below(30)).unwrap()];
            let (east, north) = (rule.below(4001), rule.below(4001));
            Coord { x: float(x) + float(east) - 2000.0, y: float(y) + float(north) - 2000.0 }
        };
        (0..count).map(|_| point()).collect()
    };
    let cells = points(&mut rule, 600);
    let residents: Vec<u64> = cells.iter().map(|_| 5 * (1 + rule.below(60))).collect();
    let elderly = residents.iter().map(|all| all * rule.below(40) / 100).collect();
    let sites = points(&mut rule, 120);
    let fixed = sites.iter().map(|_| 1000 * (1 + rule.below(5))).collect();
    let hour = sites.iter().map(|_| 20 + rule.below(30)).collect();
    Country { cells, residents, elderly, sites, fixed, hour }
}

#[test]
fn classic_goals_are_those_of_highs() {
    let country = country();
    assert_eq!((country.residents.iter().sum::<u64>(), country.elderly.iter().sum::<u64>()), (92_685, 18_576));
    let weights: Vec<f64> = country.residents.iter().map(|residents| float(*residents)).collect();
    let points = Points::new(&Planar(country.cells), &Planar(country.sites));
    let effort = Effort::default();
    for (name, solved, value) in [
        ("maximal covering", maximal_covering(&points, &weights, 3000.0, 10, effort), 48_845.0),
        ("p-median", p_median(&points, &weights, 10, effort), 337_024_692.143_286_9),
        ("set covering", set_covering(&points, 6000.0, false, effort), 16.0),
        ("p-center", p_center(&points, 12, effort), 7_071.271_809_229_228),
    ] {
        let solved = solved.unwrap();
        assert!((solved.value - value).abs() <= 1e-9 * value, "{name}: {}", solved.value);
        assert!(solved.ending == Ending::Optimal && (solved.bound - value).abs() <= 1e-9 * value, "{name}: {solved:?}");
    }
}

/// 28 slots: night, morning, afternoon and evening of seven days.
const WEEKS: [fn(usize, usize) -> bool; 5] = [
    |day, part| day < 5 && part == 1,
    |day, part| day < 5 && (part == 1 || part == 2),
    |day, part| day < 5 && part > 0,
    |day, part| day < 5 && part > 0 || day == 5 && (part == 1 || part == 2),
    |_, _| true,
];

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

#[test]
fn places_and_hours_are_those_of_highs() {
    let country = country();
    let [young, old] = profiles();
    let hours = WEEKS.map(|week| 6 * (0..28).filter(|slot| week(slot / 4, slot % 4)).count() as u64);
    let cost = |site: usize, week: usize| country.fixed[site] + country.hour[site] * hours[week] * 52;
    let budget = (0..120).map(|site| cost(site, 1)).sum::<u64>() / 10;
    assert_eq!(budget, 1_311_668);
    let candidates = (0..120u32).flat_map(|site| (0..5).map(move |week| (site, week)));
    let candidates =
        candidates.map(|(site, week)| Candidate { site, charge: 0.0, cost: i64::try_from(cost(site as usize, week)).unwrap() });
    let mut clients = Vec::new();
    for (cell, at) in country.cells.iter().enumerate() {
        let elderly = float(country.elderly[cell]);
        let near: Vec<u32> = (0..120u32)
            .filter(|site| (at.x - country.sites[*site as usize].x).hypot(at.y - country.sites[*site as usize].y) <= 3000.0)
            .collect();
        for slot in 0..28 {
            let weight = (float(country.residents[cell]) - elderly) * young[slot] + elderly * old[slot];
            let open = (0..5u32).filter(|week| WEEKS[*week as usize](slot / 4, slot % 4));
            let open: Vec<u32> = open.collect();
            clients.push(near.iter().flat_map(|site| open.iter().map(move |week| (5 * site + week, weight))).collect());
        }
    }
    let problem = Problem::new(candidates.collect(), i64::try_from(budget).unwrap(), 0.0, clients);
    let answer = solve(&problem, Effort::default()).found().unwrap();
    assert!((answer.value - 38_659.440_295_115_97).abs() < 1e-6, "{answer:?}");
    assert_eq!(answer.ending, Ending::Optimal);
}
