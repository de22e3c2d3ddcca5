//! Problems drawn at random, as raw numbers with a value of their own to compare with.

use bereik::plan::kernel::{Candidate, Problem, Side};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

/// A stream of draws.
pub struct Draws(ChaCha8Rng);

impl Draws {
    pub fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// A whole number from 0 up to, not including, `below`.
    pub fn whole(&mut self, below: u32) -> u32 {
        self.0.random_range(0..below)
    }

    pub fn real(&mut self) -> f64 {
        self.0.random::<f64>()
    }

    fn chance(&mut self, share: f64) -> bool {
        self.real() < share
    }
}

/// What kind of problem to draw.
#[derive(Debug, Clone, Copy)]
pub enum Form {
    /// At most p of the options; values whole, with many ties and zero weights.
    Count,
    /// A budget; values real.
    Budget,
    /// Several options a site and a budget.
    Weeks,
    /// The same with conditions of every kind.
    Sides,
    /// Least distance with exactly p options.
    Median,
    /// What an option costs is taken off the value, nothing else limits.
    Charges,
    /// Places with people who can come in other weeks: families of clients.
    Hours,
}

/// A problem in plain numbers.
#[derive(Debug, Clone)]
pub struct Raw {
    pub candidates: Vec<Candidate>,
    pub budget: i64,
    pub base: f64,
    /// By client and option, 0 for none.
    pub values: Vec<Vec<f64>>,
    pub sides: Vec<Side>,
}

impl Raw {
    pub fn problem(&self) -> Problem {
        let client = |values: &Vec<f64>| (0u32..).zip(values).map(|(option, value)| (option, *value)).collect();
        let clients: Vec<Vec<(u32, f64)>> = self.values.iter().map(client).collect();
        Problem::new(self.candidates.clone(), self.budget, self.base, clients).with_sides(self.sides.clone())
    }

    pub fn value(&self, set: u32) -> f64 {
        let open = |option: &usize| set >> option & 1 == 1;
        let options = 0..self.candidates.len();
        let best = |client: &Vec<f64>| options.clone().filter(open).map(|option| client[option]).fold(0.0, f64::max);
        let charges: f64 = options.clone().filter(open).map(|option| self.candidates[option].charge).sum();
        self.base + self.values.iter().map(best).sum::<f64>() - charges
    }

    pub fn allows(&self, set: u32) -> bool {
        let open: Vec<usize> = (0..self.candidates.len()).filter(|option| set >> option & 1 == 1).collect();
        let one_a_site = open.windows(2).all(|pair| self.candidates[pair[0]].site != self.candidates[pair[1]].site);
        let cost: i64 = open.iter().map(|option| self.candidates[*option].cost).sum();
        let sum = |side: &Side| -> i64 { side.terms.iter().filter(|(option, _)| set >> option & 1 == 1).map(|(_, one)| one).sum() };
        one_a_site
            && cost <= self.budget
            && self.sides.iter().all(|side| sum(side) >= side.least && side.most.is_none_or(|most| sum(side) <= most))
    }
}

pub fn draw(form: Form, draws: &mut Draws) -> Raw {
    if matches!(form, Form::Hours) {
        return hours(draws);
    }
    let sites = 2 + draws.whole(if matches!(form, Form::Weeks | Form::Sides) { 5 } else { 11 });
    let weeks = if matches!(form, Form::Weeks | Form::Sides) { 2 } else { 1 };
    let mut candidates = Vec::new();
    let equal_costs = draws.chance(0.3);
    for site in 0..sites {
        for _ in 0..=draws.whole(weeks) {
            let cost = match form {
                Form::Count | Form::Median | Form::Charges => 1,
                _ if equal_costs => 3,
                _ => i64::from(draws.whole(9)),
            };
            let charge = if matches!(form, Form::Charges) { f64::from(draws.whole(12)) } else { 0.0 };
            candidates.push(Candidate { site, charge, cost });
        }
    }
    let options = candidates.len();
    let clients = 1 + draws.whole(14);
    let density = 0.15 + 0.6 * draws.real();
    let mut base = 0.0;
    let mut values = Vec::new();
    for _ in 0..clients {
        let weight = match draws.whole(4) {
            0 => f64::from(draws.whole(3)),
            1 => 5.0 * f64::from(draws.whole(6)),
            _ if matches!(form, Form::Count | Form::Charges) => f64::from(draws.whole(10)),
            _ => 10.0 * draws.real(),
        };
        let kind = draws.whole(3);
        let mut row = Vec::new();
        for _ in 0..options {
            let here = draws.chance(density);
            let part = match kind {
                0 => 1.0,
                1 => f64::from(1 + draws.whole(3)) / 4.0,
                _ => draws.real(),
            };
            row.push(if here { weight * part } else { 0.0 });
        }
        if matches!(form, Form::Median) {
            // Cost = weight × (1 − part): a distance with its sign turned.
            base -= weight;
        }
        values.push(row);
    }
    let budget = match form {
        Form::Count | Form::Median => i64::from(draws.whole(sites)),
        Form::Charges => i64::MAX,
        _ => i64::from(draws.whole(4 * sites)),
    };
    let mut raw = Raw { candidates, budget, base, values, sides: Vec::new() };
    if matches!(form, Form::Sides) {
        for _ in 0..=draws.whole(4) {
            let side = side(&raw, draws);
            raw.sides.push(side);
        }
    }
    if matches!(form, Form::Median) {
        let all = 0..u32::try_from(options).unwrap();
        raw.sides.push(Side::at_least(all, budget));
    }
    raw
}

/// Four places that each see some of at most four sites with three weeks; people of a place by the sets of weeks that they can use, to whom the
/// week is worth the same at every site or, sometimes, less in the second half of the sites.
fn hours(draws: &mut Draws) -> Raw {
    let sites = 2 + draws.whole(3);
    let mut candidates = Vec::new();
    let mut weeks = Vec::new();
    for site in 0..sites {
        for week in 0..3u32 {
            if draws.chance(0.9) || week == 0 {
                candidates.push(Candidate { site, charge: 0.0, cost: i64::from(1 + draws.whole(6)) });
                weeks.push(week);
            }
        }
    }
    let mut values = Vec::new();
    for _ in 0..4 {
        let near: Vec<bool> = (0..sites).map(|_| draws.chance(0.7)).collect();
        let far = if draws.chance(0.3) { 0.5 } else { 1.0 };
        for hit in 1..8u32 {
            let weight = if draws.chance(0.1) { 0.0 } else { 10.0 * draws.real() };
            let value = |(candidate, week): (&Candidate, &u32)| {
                let part = if 2 * candidate.site >= sites { far } else { 1.0 };
                if near[candidate.site as usize] && hit >> week & 1 == 1 { weight * part } else { 0.0 }
            };
            values.push(candidates.iter().zip(&weeks).map(value).collect());
        }
    }
    let mut raw = Raw { candidates, budget: i64::from(1 + draws.whole(4 * sites)), base: 0.0, values, sides: Vec::new() };
    if draws.chance(0.3) {
        let side = side(&raw, draws);
        raw.sides.push(side);
    }
    raw
}

/// A condition of some kind: desks in an area, one that is required, not both, a second budget, hours.
fn side(raw: &Raw, draws: &mut Draws) -> Side {
    let options = u32::try_from(raw.candidates.len()).unwrap();
    let some = |draws: &mut Draws| (0..options).filter(|_| draws.chance(0.4)).collect::<Vec<u32>>();
    match draws.whole(6) {
        0 => Side::at_least(some(draws), 1 + i64::from(draws.whole(2))),
        1 => Side::at_most(some(draws), i64::from(draws.whole(3))),
        2 => Side::at_least([draws.whole(options)], 1),
        3 => {
            let one = draws.whole(options);
            let other = draws.whole(options);
            Side::at_most(if one == other { vec![one] } else { vec![one.min(other), one.max(other)] }, 1)
        }
        4 => {
            let terms = some(draws).into_iter().map(|option| (option, raw.candidates[option as usize].cost)).collect();
            Side { terms, least: 0, most: Some(i64::from(draws.whole(20))) }
        }
        _ => {
            let terms = some(draws).into_iter().map(|option| (option, 1 + i64::from(draws.whole(5)))).collect();
            Side { terms, least: i64::from(draws.whole(6)), most: draws.chance(0.3).then_some(12) }
        }
    }
}

/// A covering problem with some 300,000 entries.
pub fn large(draws: &mut Draws) -> Raw {
    let candidates = (0..400).map(|site| Candidate { site, charge: 0.0, cost: 1 }).collect();
    let values = (0..4000).map(|_| {
        let weight = f64::from(1 + draws.whole(90));
        (0..400).map(|_| if draws.chance(0.18) { weight } else { 0.0 }).collect()
    });
    Raw { candidates, budget: 12, base: 0.0, values: values.collect(), sides: Vec::new() }
}
