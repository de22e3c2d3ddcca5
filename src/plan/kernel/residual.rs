//! What is left of a problem when some options are open and some are out.

use std::sync::Arc;

use super::dual::Prices;
use super::effort::{Cut, Looks, Stop};
use super::network::NONE;
use super::problem::{Candidate, Problem};
use super::side::Side;
use super::slots::Slots;
use super::sparse::Sparse;

/// The rest of a problem.
#[derive(Debug, Clone)]
pub(super) struct Residual {
    /// The rest: the value of what is open is in its base, clients that nothing can serve better are gone.
    pub problem: Problem,
    /// Its options, by their number in the problem it comes from.
    pub ids: Vec<u32>,
    /// The prices of its slots and sides.
    pub prices: Prices,
    /// Its slots, by their number in the problem it comes from, and what each has already.
    pub slots: Vec<(u32, f64)>,
    /// Its sides, by their number there.
    pub sides: Vec<u32>,
}

/// Opens some options for good and leaves others out; `None` when a condition can then not be met. O(entries), and O(options) as long as none
/// is open and none is out.
///
/// # Errors
/// [`Cut`] when `stop` said so.
pub(super) fn residual(problem: &Problem, open: &[u32], is_out: &[bool], prices: &Prices, stop: Stop) -> Result<Option<Residual>, Cut> {
    let options = problem.options();
    let mut is_open = vec![false; options];
    let mut taken = vec![false; problem.sites];
    let (mut base, mut budget) = (problem.base, problem.budget);
    for option in open {
        let candidate = &problem.candidates[*option as usize];
        if std::mem::replace(&mut taken[candidate.site as usize], true) {
            return Ok(None);
        }
        is_open[*option as usize] = true;
        base -= candidate.charge;
        budget -= candidate.cost;
    }
    if budget < 0 {
        return Ok(None);
    }
    let booked = |side: &Side| side.terms.iter().filter(|(option, _)| is_open[*option as usize]).map(|(_, coefficient)| coefficient).sum();
    let sums: Vec<i64> = problem.sides.iter().map(booked).collect();
    if problem.sides.iter().zip(&sums).any(|(side, sum)| side.most.is_some_and(|most| *sum > most)) {
        return Ok(None);
    }
    let fits = |option: usize| {
        let sides = problem.sides_of.get(option).map_or(&[][..], Vec::as_slice);
        sides.iter().all(|(side, coefficient)| {
            let side = *side as usize;
            problem.sides[side].most.is_none_or(|most| sums[side] + coefficient <= most)
        })
    };
    let stays = |option: usize, candidate: &Candidate| {
        !is_out[option] && !taken[candidate.site as usize] && candidate.cost <= budget && fits(option)
    };
    let ids: Vec<u32> = (0u32..)
        .zip(&problem.candidates)
        .filter(|(option, candidate)| stays(*option as usize, candidate))
        .map(|(option, _)| option)
        .collect();
    let mut places = vec![NONE; options];
    (0u32..).zip(&ids).for_each(|(place, id)| places[*id as usize] = place);
    let mut candidates: Vec<Candidate> = Vec::with_capacity(ids.len());
    let mut last = None;
    for id in &ids {
        let candidate = problem.candidates[*id as usize];
        let site = candidates.last().map_or(0, |before: &Candidate| before.site + u32::from(last != Some(candidate.site)));
        last = Some(candidate.site);
        candidates.push(Candidate { site, ..candidate });
    }

    let Some((sides, side_numbers)) = sides_left(problem, &sums, &places, &candidates) else { return Ok(None) };
    // A price presses a most above 0 and a least below 0; with neither left the bound would not hold.
    let side_price = |(side, number): (&Side, &u32)| {
        let price = prices.sides.get(*number as usize).copied().unwrap_or(0.0);
        let low = if side.least > 0 { f64::NEG_INFINITY } else { 0.0 };
        let high = if side.most.is_some() { f64::INFINITY } else { 0.0 };
        price.clamp(low, high)
    };
    let side_prices = sides.iter().zip(&side_numbers).map(side_price).collect();
    let clients = if ids.len() == options {
        Clients::all_of(problem)
    } else {
        let clients = Clients::left(problem, &is_open, &places, (base, candidates.len()), &mut Looks::new(stop))?;
        base = clients.base;
        clients
    };
    let Clients { rows, of_rest, slots, .. } = clients;
    let slot_prices = slots.iter().map(|(slot, floor)| (prices.slots[*slot as usize] - floor).max(0.0)).collect();
    let rest = Problem::with_slots(candidates, budget, base, rows, of_rest, problem.grain);
    let problem = if sides.is_empty() { rest } else { rest.with_sides(sides) };
    if problem.least_cost() > problem.budget {
        return Ok(None);
    }
    let prices = Prices { slots: slot_prices, sides: side_prices, budget: prices.budget };
    Ok(Some(Residual { problem, ids, prices, slots, sides: side_numbers }))
}

/// The clients that are left.
struct Clients {
    /// The value of what is open.
    base: f64,
    /// Clients by option, options by client.
    rows: (Arc<Sparse>, Arc<Sparse>),
    of_rest: Arc<Slots>,
    /// The slots, by their number in the problem they come from, and what each has already.
    slots: Vec<(u32, f64)>,
}

impl Clients {
    /// All, when every option is left: those of the problem itself.
    fn all_of(problem: &Problem) -> Self {
        Self {
            base: problem.base,
            rows: (Arc::clone(&problem.clients), Arc::clone(&problem.options)),
            of_rest: Arc::clone(&problem.slots),
            slots: (0u32..).zip(0..problem.slots.count()).map(|(slot, _)| (slot, 0.0)).collect(),
        }
    }

    /// Those that an option can serve better that `places` gives a number, of `count`; from the value `base`.
    fn left(problem: &Problem, is_open: &[bool], places: &[u32], (base, count): (f64, usize), looks: &mut Looks) -> Result<Self, Cut> {
        let mut base = base;
        let mut clients = Sparse::with_capacity(problem.entries());
        let mut kept = Vec::new();
        for (number, client) in (0u32..).zip(0..problem.clients()) {
            looks.after(problem.clients.row(client).0.len())?;
            let floor = problem.clients.entries_of(client).find(|(option, _)| is_open[*option as usize]).map_or(0.0, |(_, value)| value);
            base += floor;
            for (option, value) in problem.clients.entries_of(client).take_while(|(_, value)| *value > floor) {
                let place = places[option as usize];
                if place != NONE {
                    clients.push(place, value - floor);
                }
            }
            if clients.pending() > 0 {
                clients.end_row();
                kept.push((number, floor));
            }
        }
        let clients = Arc::new(clients);
        let options = Arc::new(clients.transposed(count, looks)?);
        let (of_rest, slots) = problem.slots.rest(is_open, places, (&clients, &options), kept, looks)?;
        Ok(Self { base, rows: (clients, options), of_rest: Arc::new(of_rest), slots })
    }
}

/// The sides that can still be broken, for the options that are left, with their numbers; `None` when one can not be met any more.
fn sides_left(problem: &Problem, sums: &[i64], places: &[u32], candidates: &[Candidate]) -> Option<(Vec<Side>, Vec<u32>)> {
    let (mut sides, mut kept) = (Vec::new(), Vec::new());
    for (number, (side, sum)) in (0u32..).zip(problem.sides.iter().zip(sums)) {
        let left = side.terms.iter().filter(|(option, _)| places[*option as usize] != NONE);
        let terms: Vec<(u32, i64)> = left.map(|(option, coefficient)| (places[*option as usize], *coefficient)).collect();
        // At most the greatest of each site.
        let by_site = terms.chunk_by(|one, other| candidates[one.0 as usize].site == candidates[other.0 as usize].site);
        let most_there_is: i64 = by_site.map(|site| site.iter().map(|(_, coefficient)| *coefficient).max().unwrap_or(0)).sum();
        let least = (side.least - sum).max(0);
        if most_there_is < least {
            return None;
        }
        let most = side.most.map(|most| most - sum).filter(|most| *most < most_there_is);
        if least > 0 || most.is_some() {
            sides.push(Side { terms, least, most });
            kept.push(number);
        }
    }
    Some((sides, kept))
}
