//! The volume algorithm: prices at which the bound is low, and with them a plan in parts that is near the best (Barahona & Anbil 2000).

use super::dual::{Dual, Prices};
use super::side::as_f64;

/// How the search for prices moves. The values are those of the paper, but for the first step, which starts small because the first prices
/// come from a plan.
const FIRST_STEP: f64 = 0.1;
/// The most that one look weighs in the plan in parts.
const FRESH: f64 = 0.1;
/// Looks without a lower bound after which the step shrinks.
const PATIENCE: usize = 20;
/// Looks in a stretch, and the part of the way to the best plan that the bound must come nearer in one.
const STRETCH: usize = 100;
const NEARER: f64 = 0.05;
/// Below this step nothing is gained any more.
const LAST_STEP: f64 = 2e-3;

/// Which prices a search changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Walks {
    /// Those of the clients alone.
    Clients,
    /// Those of clients and sides.
    All,
}

/// What the search for prices found.
#[derive(Debug, Clone)]
pub(super) struct Priced {
    /// The lowest bound.
    pub bound: f64,
    /// Its prices.
    pub prices: Prices,
    /// The plan in parts: how much of each option is open, on average over the last looks.
    pub parts: Vec<f64>,
}

/// Looks for prices with a low bound, at most `looks` times. `see` is shown every look and gives the value of the best plan so far; the search
/// ends when the bound leaves no room above it, when it hardly comes nearer any more, or when `stop` says so of work, bound and value.
///
/// With `walks` as [`Walks::Clients`] the prices of sides stay as they are.
pub(super) fn search(
    dual: &mut Dual,
    walks: Walks,
    looks: usize,
    mut see: impl FnMut(&Dual) -> f64,
    stop: impl Fn(u64, f64, f64) -> bool,
) -> Priced {
    let problem = dual.problem;
    let (slots, sides) = (problem.slots.count(), problem.sides.len());
    let scale = SideScale::of(dual, walks);
    let mut best = Priced { bound: f64::INFINITY, prices: dual.prices.clone(), parts: vec![0.0; problem.options()] };
    let (mut served, mut sums) = (vec![0.0; slots], vec![0.0; sides]);
    // The mean of what was served, the mean of the sums of sides, and the direction of the last step.
    let (mut mean_served, mut mean_sums): (Vec<f64>, Vec<f64>) = (Vec::new(), Vec::new());
    let mut direction = vec![0.0; slots];
    let (mut step, mut fresh, mut worse) = (FIRST_STEP, FRESH, 0);
    let mut before = f64::INFINITY;
    for look in 0..looks {
        let bound = dual.evaluate();
        dual.served(&mut served);
        dual.side_sums(&mut sums);
        let weight = if look == 0 {
            mean_served.clone_from(&served);
            mean_sums.clone_from(&sums);
            1.0
        } else {
            let weight = best_weight(&mean_served, &served, fresh);
            mean_served.iter_mut().zip(&served).for_each(|(mean, new)| *mean += weight * (new - *mean));
            mean_sums.iter_mut().zip(&sums).for_each(|(mean, new)| *mean += weight * (new - *mean));
            weight
        };
        best.parts.iter_mut().for_each(|part| *part *= 1.0 - weight);
        dual.choice.open.iter().for_each(|(option, part)| best.parts[*option as usize] += weight * part);
        if bound < best.bound {
            let is_onward = direction.iter().zip(&served).map(|(direction, times)| direction * (1.0 - times)).sum::<f64>() >= 0.0;
            if is_onward {
                step = f64::min(step * 1.1, 2.0);
            }
            best.bound = bound;
            best.prices.clone_from(&dual.prices);
            worse = 0;
        } else {
            worse += 1;
            if worse >= PATIENCE {
                worse = 0;
                step *= 0.67;
            }
        }
        let value = see(dual);
        if !problem.leaves_room(best.bound, value) || step < LAST_STEP || stop(dual.work, best.bound, value) {
            break;
        }
        if look % STRETCH == STRETCH - 1 {
            let nearer = before - best.bound;
            if value > f64::NEG_INFINITY && nearer < NEARER * (best.bound - value) {
                break;
            }
            if nearer < 1e-4 * before.abs() {
                fresh = f64::max(fresh * 0.5, 1e-3);
            }
            before = best.bound;
        }
        if !walk(dual, &best, (&mean_served, &mean_sums), value, step, &scale, &mut direction) {
            break;
        }
    }
    best
}

/// The weight of a new look in the mean with which the mean is nearest to serving everyone once, at most `fresh`.
fn best_weight(mean: &[f64], new: &[f64], fresh: f64) -> f64 {
    let (mut square, mut along) = (0.0, 0.0);
    for (mean, new) in mean.iter().zip(new) {
        let change = mean - new;
        square += change * change;
        along += (1.0 - mean) * -change;
    }
    if square > 0.0 { (along / square).clamp(fresh / 10.0, fresh) } else { fresh }
}

/// Goes from the best prices towards serving everyone once; `false` when everyone is.
fn walk(
    dual: &mut Dual,
    best: &Priced,
    (served, sums): (&[f64], &[f64]),
    value: f64,
    step: f64,
    scale: &SideScale,
    direction: &mut [f64],
) -> bool {
    let problem = dual.problem;
    let mut square = 0.0;
    for (slot, ((towards, served), price)) in direction.iter_mut().zip(served).zip(&best.prices.slots).enumerate() {
        let free = 1.0 - served;
        // A price of 0 goes no lower, and that of a class no higher than what it is worth.
        let is_end = *price <= 0.0 && free > 0.0 || slot >= problem.slots.alone && free < 0.0 && *price >= problem.slots.rows.first(slot);
        *towards = if is_end { 0.0 } else { free };
        square += *towards * *towards;
    }
    let pressing: Vec<f64> = (0..problem.sides.len()).map(|side| scale.pressing(dual, side, sums[side], best.prices.sides[side])).collect();
    square += pressing.iter().map(|press| press * press).sum::<f64>();
    if square < 1e-14 {
        return false;
    }
    let room = if value == f64::NEG_INFINITY { 0.05 * best.bound.abs() } else { best.bound - value };
    let length = step * room.max(1e-9 * best.bound.abs()) / square;
    for (slot, (towards, price)) in direction.iter().zip(&best.prices.slots).enumerate() {
        dual.prices.slots[slot] = (price - length * towards).clamp(0.0, problem.slots.rows.first(slot));
    }
    for (side, press) in pressing.iter().enumerate() {
        let rule = &problem.sides[side];
        let price = best.prices.sides[side] - length * press * scale.by[side];
        let low = if rule.least > 0 { f64::NEG_INFINITY } else { 0.0 };
        let high = if rule.most.is_some() { f64::INFINITY } else { 0.0 };
        dual.prices.sides[side] = price.clamp(low, high);
    }
    true
}

/// Sides count in units of their own, clients in times served: what one unit of a side is beside them.
struct SideScale {
    by: Vec<f64>,
}

impl SideScale {
    fn of(dual: &Dual, walks: Walks) -> Self {
        let problem = dual.problem;
        if walks == Walks::Clients {
            return Self { by: vec![0.0; problem.sides.len()] };
        }
        // An option serves so many clients on average: a desk more or less presses as many prices at once.
        let share = |entries: usize| {
            as_f64(i64::try_from(entries).unwrap_or(i64::MAX)) / as_f64(i64::try_from(problem.options().max(1)).unwrap_or(1))
        };
        let clients = share(problem.entries()).max(1.0).sqrt();
        let largest = |side: &super::side::Side| side.terms.iter().map(|(_, coefficient)| *coefficient).max().unwrap_or(1).max(1);
        Self { by: problem.sides.iter().map(|side| clients / as_f64(largest(side))).collect() }
    }

    /// By how much a side is free (above 0) or pressed (below 0), on the scale of the clients.
    fn pressing(&self, dual: &Dual, side: usize, sum: f64, price: f64) -> f64 {
        let rule = &dual.problem.sides[side];
        let by_most = rule.most.map(|most| as_f64(most) - sum);
        let by_least = (rule.least > 0).then(|| as_f64(rule.least) - sum);
        let free = match (by_most, by_least) {
            (Some(most), _) if price > 0.0 => most,
            (_, Some(least)) if price < 0.0 => least,
            (Some(most), _) if most < 0.0 => most,
            (_, Some(least)) if least > 0.0 => least,
            _ => 0.0,
        };
        free * self.by[side]
    }
}
