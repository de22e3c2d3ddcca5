//! A bound on covers: prices of rows, as high as no option is paid more than it costs.
//!
//! `max Σ_i y_i` with `Σ_i a_ij y_i + s_j = cost_j`, y ≥ 0, s ≥ 0: the linear programme that is dual to covering. An option that is
//! settled has a free `s_j`, worth nothing when it is out and `s_j` itself when it is in, so that after every settling the prices are still
//! allowed and the bound only rises: each step of the primal simplex method (Dantzig 1951) gives a bound on all covers of a node. A step
//! costs options × the options whose parts change; memory is options².

use std::rc::Rc;

use super::super::side::as_f64;

/// Reduced costs, pivots and steps below these count as nothing.
const GAIN: f64 = 1e-9;
const PIVOT: f64 = 1e-8;
/// Entries of the inverse below this are noise.
const TINY: f64 = 1e-12;
/// After so many pivots the inverse is made afresh.
const FRESH: usize = 600;
/// Costs are lowered by at most this part, each by another, so that steps do not stand still.
const APART: f64 = 1e-5;

/// What is settled about an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// Nothing.
    Free,
    /// It is open.
    In,
    /// It is not.
    Out,
}

/// How a climb ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Climb {
    /// At the highest bound.
    Top,
    /// The bound is high enough.
    Enough,
    /// Some row can not be served any more.
    Endless,
    /// The pivots were used up.
    Tired,
}

/// No place in the basis.
const NONE: u32 = u32::MAX;

/// Prices of rows with the basis they belong to.
#[derive(Debug, Clone)]
pub(super) struct Packing {
    options: usize,
    entries: usize,
    /// The options of each row.
    rows: Rc<Vec<Vec<u32>>>,
    costs: Rc<Vec<f64>>,
    lowered: Rc<Vec<f64>>,
    /// What is settled.
    pub fate: Vec<Fate>,
    /// What is basic in each place: an option stands for its s, a row comes after all options.
    head: Vec<u32>,
    place: Vec<u32>,
    /// The inverse of the basis, column by column.
    inverse: Vec<f64>,
    value: Vec<f64>,
    /// How much of each option the plan in parts has.
    pub parts: Vec<f64>,
    /// The bound as the pivots have it.
    pub objective: f64,
    /// What a unit of the price of each row gains.
    gains: Vec<f64>,
    /// The rows of each option, as often as it counts there.
    rows_of: Rc<Vec<Vec<u32>>>,
    since: usize,
    /// Numbers that were looked at.
    pub work: u64,
    /// What enters, in the basis as it is.
    alpha: Vec<f64>,
}

impl Packing {
    /// Nothing is settled, every price is 0.
    pub fn new(rows: &[Vec<u32>], costs: &[i64]) -> Self {
        let options = costs.len();
        let costs: Vec<f64> = costs.iter().map(|cost| as_f64(*cost)).collect();
        let mut seed = 0x9e37_79b9_7f4a_7c15u64;
        let lower = |cost: &f64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            cost * (1.0 - APART * as_f64(i64::try_from(seed >> 40).unwrap_or(0)) / 16_777_216.0)
        };
        let lowered: Vec<f64> = costs.iter().map(lower).collect();
        let mut rows_of = vec![Vec::new(); options];
        for (row, members) in (0u32..).zip(rows) {
            members.iter().for_each(|option| rows_of[*option as usize].push(row));
        }
        let mut packing = Self {
            options,
            entries: rows.iter().map(Vec::len).sum(),
            fate: vec![Fate::Free; options],
            head: (0..options).map(number).collect(),
            place: (0..options).map(number).chain(rows.iter().map(|_| NONE)).collect(),
            inverse: vec![0.0; options * options],
            value: lowered.clone(),
            parts: vec![0.0; options],
            objective: 0.0,
            gains: vec![1.0; rows.len()],
            rows: Rc::new(rows.to_vec()),
            rows_of: Rc::new(rows_of),
            since: 0,
            work: 0,
            alpha: vec![0.0; options],
            costs: Rc::new(costs),
            lowered: Rc::new(lowered),
        };
        (0..options).for_each(|option| packing.inverse[option * options + option] = 1.0);
        packing
    }

    /// As `other`, in the memory that is there.
    pub fn become_like(&mut self, other: &Self) {
        self.fate.clone_from(&other.fate);
        self.head.clone_from(&other.head);
        self.place.clone_from(&other.place);
        self.inverse.clone_from(&other.inverse);
        self.value.clone_from(&other.value);
        self.parts.clone_from(&other.parts);
        self.gains.clone_from(&other.gains);
        (self.objective, self.since) = (other.objective, other.since);
    }

    /// Works the gains out afresh.
    fn weigh(&mut self) {
        let parts = &self.parts;
        let gain = |row: &Vec<u32>| 1.0 - row.iter().map(|option| parts[*option as usize]).sum::<f64>();
        self.gains.iter_mut().zip(self.rows.iter()).for_each(|(gain_now, row)| *gain_now = gain(row));
        self.work += self.entries as u64;
    }

    /// Settles an option. The prices stay allowed.
    pub fn settle(&mut self, option: usize, fate: Fate) {
        let was = worth(self.fate[option]);
        self.fate[option] = fate;
        let change = worth(fate) - was;
        if change != 0.0 && self.place[option] != NONE {
            let place = self.place[option] as usize;
            self.objective += change * self.value[place];
            for column in 0..self.options {
                self.parts[column] += change * self.inverse[column * self.options + place];
            }
            self.weigh();
        }
    }

    /// Raises the bound until nothing raises it, it is above `enough`, or so many pivots were made.
    pub fn climb(&mut self, enough: f64, mut pivots: usize) -> Climb {
        loop {
            if self.objective > enough && self.bound() > enough {
                return Climb::Enough;
            }
            if self.since >= FRESH {
                self.refresh();
            }
            let Some((entering, gain)) = self.entering().or_else(|| {
                self.weigh();
                self.entering()
            }) else {
                return Climb::Top;
            };
            if pivots == 0 {
                return Climb::Tired;
            }
            pivots -= 1;
            self.image(entering);
            let Some((place, step)) = self.leaving(gain.signum()) else {
                return if self.is_hopeless() { Climb::Endless } else { Climb::Top };
            };
            self.objective += gain.abs() * step;
            self.pivot(entering, place, step * gain.signum(), gain);
        }
    }

    /// Whether some row has lost all its options.
    fn is_hopeless(&self) -> bool {
        self.rows.iter().any(|row| row.iter().all(|option| self.fate[*option as usize] == Fate::Out))
    }

    /// What enters and what it gains by a unit.
    fn entering(&mut self) -> Option<(usize, f64)> {
        self.work += self.place.len() as u64;
        let mut best = (GAIN, None);
        for option in 0..self.options {
            if self.place[option] != NONE {
                continue;
            }
            let gain = worth(self.fate[option]) - self.parts[option];
            let size = if self.fate[option] == Fate::Free { gain } else { gain.abs() };
            if size > best.0 {
                best = (size, Some((option, gain)));
            }
        }
        for (row, gain) in self.gains.iter().enumerate() {
            if *gain > GAIN && self.place[self.options + row] == NONE {
                let size = gain * gain / long(1 + self.rows[row].len());
                if size > best.0 {
                    best = (size, Some((self.options + row, *gain)));
                }
            }
        }
        best.1
    }

    /// The column of what enters, in the basis as it is.
    fn image(&mut self, entering: usize) {
        let options = self.options;
        self.alpha.fill(0.0);
        let own = [number(entering)];
        let members = if entering < options { &own[..] } else { &self.rows[entering - options] };
        for member in members {
            let column = &self.inverse[*member as usize * options..(*member as usize + 1) * options];
            self.alpha.iter_mut().zip(column).for_each(|(sum, part)| *sum += part);
        }
        self.work += (members.len() * options) as u64 / 4;
    }

    /// The place that limits the step, and the step. Of places that limit it nearly alike the one with the largest pivot (Harris 1973).
    fn leaving(&self, sign: f64) -> Option<(usize, f64)> {
        let mut nearest = f64::INFINITY;
        for place in 0..self.options {
            let alpha = self.alpha[place] * sign;
            if alpha > PIVOT && !self.is_loose(place) {
                nearest = nearest.min((self.value[place].max(0.0) + 1e-10) / alpha);
            }
        }
        let mut best: Option<(usize, f64, f64)> = None;
        for place in 0..self.options {
            let alpha = self.alpha[place] * sign;
            if alpha > PIVOT
                && !self.is_loose(place)
                && self.value[place].max(0.0) / alpha <= nearest
                && best.is_none_or(|(_, _, most)| alpha > most)
            {
                best = Some((place, self.value[place].max(0.0) / alpha, alpha));
            }
        }
        best.map(|(place, step, _)| (place, step))
    }

    /// Whether what is basic here may have any value.
    fn is_loose(&self, place: usize) -> bool {
        self.fate.get(self.head[place] as usize).is_some_and(|fate| *fate != Fate::Free)
    }

    fn pivot(&mut self, entering: usize, place: usize, step: f64, gain: f64) {
        let options = self.options;
        let pivot = self.alpha[place];
        self.value.iter_mut().zip(&self.alpha).for_each(|(value, alpha)| *value -= step * alpha);
        self.value[place] = step;
        for column in 0..options {
            let part = self.inverse[column * options + place];
            if part.abs() < TINY {
                self.inverse[column * options + place] = 0.0;
            } else {
                let by = part / pivot;
                if gain != 0.0 {
                    self.parts[column] += gain * by;
                    self.rows_of[column].iter().for_each(|row| self.gains[*row as usize] -= gain * by);
                    self.work += self.rows_of[column].len() as u64;
                }
                let column = &mut self.inverse[column * options..(column + 1) * options];
                column.iter_mut().zip(&self.alpha).for_each(|(entry, alpha)| *entry -= by * alpha);
                column[place] = by;
                self.work += options as u64 / 4;
            }
        }
        self.place[self.head[place] as usize] = NONE;
        self.head[place] = number(entering);
        self.place[entering] = number(place);
        self.since += 1;
    }

    /// Makes the inverse afresh, and what follows from it.
    fn refresh(&mut self) {
        let options = self.options;
        let rows: Vec<usize> = self.head.iter().map(|basic| *basic as usize).filter(|basic| *basic >= options).collect();
        // Whose place a row must take.
        let mut leaves: Vec<bool> = (0..options).map(|option| self.place[option] == NONE).collect();
        self.inverse.fill(0.0);
        self.place.fill(NONE);
        for option in 0..options {
            self.inverse[option * options + option] = 1.0;
            (self.head[option], self.place[option]) = (number(option), number(option));
        }
        self.value.copy_from_slice(&self.lowered);
        for row in rows {
            self.image(row);
            let free = (0..options).filter(|place| leaves[*place]);
            let place = free.max_by(|one, other| self.alpha[*one].abs().total_cmp(&self.alpha[*other].abs()));
            if let Some(place) = place.filter(|place| self.alpha[*place].abs() > PIVOT) {
                leaves[place] = false;
                let step = self.value[place] / self.alpha[place];
                self.pivot(row, place, step, 0.0);
            }
        }
        let worths: Vec<f64> = self.head.iter().map(|basic| self.worth_of(*basic as usize)).collect();
        self.objective = worths.iter().zip(&self.value).map(|(worth, value)| worth * value).sum();
        for option in 0..options {
            let column = &self.inverse[option * options..(option + 1) * options];
            self.parts[option] = worths.iter().zip(column).map(|(worth, entry)| worth * entry).sum();
        }
        self.weigh();
        self.since = 0;
    }

    fn worth_of(&self, basic: usize) -> f64 {
        if basic < self.options { worth(self.fate[basic]) } else { 1.0 }
    }

    /// What no cover costs less than, at the prices as they are. It follows from the prices and the costs alone, so that what the inverse has
    /// lost to rounding lowers it but never makes it wrong. O(entries).
    pub fn bound(&self) -> f64 {
        let (paid, surplus) = self.surplus();
        let at = |(fate, surplus): (&Fate, &f64)| match fate {
            Fate::Free => surplus.min(0.0),
            Fate::In => *surplus,
            Fate::Out => 0.0,
        };
        paid + self.fate.iter().zip(&surplus).map(at).sum::<f64>()
    }

    /// What all rows pay, and what each option costs more than it is paid.
    pub fn surplus(&self) -> (f64, Vec<f64>) {
        let mut surplus = self.costs.as_ref().clone();
        let mut paid = 0.0;
        for (row, members) in self.rows.iter().enumerate() {
            let place = self.place[self.options + row];
            if place != NONE {
                let price = self.value[place as usize].max(0.0);
                paid += price;
                members.iter().for_each(|option| surplus[*option as usize] -= price);
            }
        }
        (paid, surplus)
    }
}

fn worth(fate: Fate) -> f64 {
    if fate == Fate::In { 1.0 } else { 0.0 }
}

fn long(count: usize) -> f64 {
    as_f64(i64::try_from(count).unwrap_or(i64::MAX))
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A ring of five, each option serving two rows: in parts it costs 2½, without one option 3, with one 3.
    #[test]
    fn a_ring_of_five_costs_two_and_a_half() {
        let rows: Vec<Vec<u32>> = (0..5).map(|row| vec![row, (row + 1) % 5]).collect();
        let mut packing = Packing::new(&rows, &[1; 5]);
        assert_eq!(packing.climb(f64::INFINITY, usize::MAX), Climb::Top);
        let near = |packing: &Packing, expected: f64| {
            assert!((packing.bound() - expected).abs() < 1e-4 && (packing.objective - expected).abs() < 1e-4, "{}", packing.bound());
        };
        near(&packing, 2.5);
        assert!(packing.parts.iter().all(|part| (part - 0.5).abs() < 1e-9));
        for (fate, other) in [(Fate::In, Fate::Out), (Fate::Out, Fate::In)] {
            let mut settled = packing.clone();
            settled.settle(0, fate);
            assert_eq!(settled.climb(f64::INFINITY, usize::MAX), Climb::Top);
            near(&settled, 3.0);
            // Its neighbour the other way: 3 with it in and the other out, and the same turned.
            settled.settle(1, other);
            settled.climb(f64::INFINITY, usize::MAX);
            near(&settled, 3.0);
            settled.refresh();
            near(&settled, 3.0);
        }
        packing.settle(0, Fate::Out);
        packing.settle(1, Fate::Out);
        assert_eq!(packing.climb(f64::INFINITY, usize::MAX), Climb::Endless);
        assert_eq!(Packing::new(&rows, &[1; 5]).climb(2.0, usize::MAX), Climb::Enough);
    }
}
