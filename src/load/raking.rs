//! Iterative proportional fitting of hidden counts, within their bounds.
//!
//! A round has two steps: the estimates of a column in each place are multiplied by one factor so that they add up to the place's figure;
//! then those of each square by one factor, where their sum lies outside what the square's total allows. Rounds go on until no square had to
//! be mended, a round gains nothing, or [`ROUNDS`] have passed. The squares come last: where both cannot be met, **a place's figure gives way**, never a square.

use rayon::prelude::*;

use super::hidden::{Estimates, Hidden, Square};

/// The most rounds: what they cannot settle is contradicted by the figures themselves.
const ROUNDS: usize = 20;
/// The weight with which an estimate of nothing takes part.
const LEAST_WEIGHT: f64 = 0.1;
/// A sum is met when it is no farther off, persons.
const MET: f64 = 1e-9;
/// Rounds end when no square is farther off than this, persons.
const SETTLED: f64 = 1e-3;
/// A round that brings the squares together nearer by less than this part gains nothing.
const GAIN: f64 = 0.1;
/// Steps within which the search for a factor ends; half of them halve its range.
const STEPS: usize = 100;

/// The hidden counts of one column in one place, and how many persons they are to be together.
#[derive(Debug)]
pub(super) struct Place {
    /// Places in [`Estimates::values`].
    pub members: Vec<usize>,
    /// Persons.
    pub target: f64,
}

/// Brings estimates to the targets of places, and within what the squares allow.
///
/// Time: at most [`ROUNDS`] × hidden counts × the steps of a factor, of which few are needed once a sum is near.
pub(super) fn fit(estimates: &mut Estimates, places: &[Place]) {
    let Estimates { values, squares } = estimates;
    let mut before = f64::INFINITY;
    for _ in 0..ROUNDS {
        let factor_of = |place: &Place| factor(&place.members.iter().map(|member| &values[*member]), place.target);
        // Places share no estimate, nor do squares, so their factors do not depend on the order in which they are found.
        let factors: Vec<f64> = places.par_iter().map(factor_of).collect();
        for (place, factor) in places.iter().zip(factors) {
            for member in &place.members {
                values[*member].persons = scaled(factor, &values[*member]);
            }
        }
        let factors: Vec<Option<(f64, f64)>> = squares.par_iter().map(|square| mend(square, &values[square.values.clone()])).collect();
        let (mut farthest, mut together): (f64, f64) = (0.0, 0.0);
        for (square, (factor, off)) in squares.iter().zip(factors).filter_map(|(square, mend)| mend.map(|mend| (square, mend))) {
            (farthest, together) = (farthest.max(off), together + off);
            values[square.values.clone()].iter_mut().for_each(|hidden| hidden.persons = scaled(factor, hidden));
        }
        // What places and squares contradict each other in stays: rounds that bring them no nearer are not made.
        if farthest <= SETTLED || together > before * (1.0 - GAIN) {
            return;
        }
        before = together;
    }
}

/// The factor that brings a square within its bounds, and how far off it is; `None` when it is within them.
fn mend(square: &Square, values: &[Hidden]) -> Option<(f64, f64)> {
    let sum: f64 = values.iter().map(|hidden| hidden.persons).sum();
    let nearest = sum.clamp(square.least, square.most);
    let off = (sum - nearest).abs();
    (off > MET).then(|| (factor(&values.iter(), nearest), off))
}

fn scaled(factor: f64, hidden: &Hidden) -> f64 {
    (factor * hidden.persons.max(LEAST_WEIGHT)).clamp(hidden.least, hidden.most)
}

/// The factor by which estimates add up to `target`, as far as their bounds allow.
///
/// The sum never falls as the factor grows and is straight between the factors at which an estimate meets a bound: Newton's method, with
/// halving where that leaves the range in which the factor is known to lie.
fn factor<'h>(hidden: &(impl Iterator<Item = &'h Hidden> + Clone), target: f64) -> f64 {
    let (mut low, mut high) = (0.0, f64::INFINITY);
    let (least, most) = hidden.clone().fold((0.0, 0.0), |(least, most), one| (least + one.least, most + one.most));
    if target <= least {
        return low;
    }
    if target >= most {
        return high;
    }
    high = super::hidden::MOST / LEAST_WEIGHT;
    let mut factor = 1.0;
    for step in 0..STEPS {
        let (mut sum, mut slope) = (0.0, 0.0);
        for one in hidden.clone() {
            let persons = scaled(factor, one);
            sum += persons;
            if persons > one.least && persons < one.most {
                slope += one.persons.max(LEAST_WEIGHT);
            }
        }
        let off = target - sum;
        if off.abs() <= MET {
            break;
        }
        *(if off > 0.0 { &mut low } else { &mut high }) = factor;
        let next = factor + off / slope;
        factor = if step % 2 == 0 && slope > 0.0 && next > low && next < high { next } else { f64::midpoint(low, high) };
    }
    factor
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hidden(column: usize, cell: usize, persons: f64) -> Hidden {
        Hidden { column, cell, persons, least: 0.0, most: 4.0 }
    }

    fn persons(estimates: &Estimates) -> Vec<f64> {
        estimates.values.iter().map(|hidden| hidden.persons).collect()
    }

    fn near(found: &[f64], expected: &[f64]) {
        assert!(found.iter().zip(expected).all(|(found, expected)| (found - expected).abs() < 1e-2), "{found:?}");
    }

    #[test]
    fn one_factor_meets_the_target_within_the_bounds() {
        // 1 + 2 + 3 to 9: a factor of 2 would give 2 + 4 + 6, the last capped at 4, so 10; the factor 5/3 gives 5/3 + 10/3 + 4 = 9.
        for (target, expected) in [(9.0, [5.0 / 3.0, 10.0 / 3.0, 4.0]), (100.0, [4.0; 3]), (-5.0, [0.0; 3]), (3.0, [0.5, 1.0, 1.5])] {
            let mut estimates = Estimates { values: (0..3).map(|cell| hidden(0, cell, [1.0, 2.0, 3.0][cell])).collect(), squares: vec![] };
            fit(&mut estimates, &[Place { members: vec![0, 1, 2], target }]);
            near(&persons(&estimates), &expected);
        }
    }

    /// Two squares, two columns, everything hidden, 3 persons in each square exactly. The first column is to hold 4, the second 2: all
    /// four estimates start alike, so the squares share both columns equally: 2 and 1.
    #[test]
    fn places_and_squares_are_met_together() {
        let values = vec![hidden(0, 0, 1.5), hidden(1, 0, 1.5), hidden(0, 1, 1.5), hidden(1, 1, 1.5)];
        let squares = vec![Square { values: 0..2, least: 3.0, most: 3.0 }, Square { values: 2..4, least: 3.0, most: 3.0 }];
        let mut estimates = Estimates { values, squares };
        fit(&mut estimates, &[Place { members: vec![0, 2], target: 4.0 }, Place { members: vec![1, 3], target: 2.0 }]);
        near(&persons(&estimates), &[2.0, 1.0, 2.0, 1.0]);
    }

    /// One square of 3 to 7 persons in two columns whose figures are 4 each: 8 do not fit, the figures give way.
    #[test]
    fn a_figure_gives_way_to_a_square() {
        let mut estimates =
            Estimates { values: vec![hidden(0, 0, 2.5), hidden(1, 0, 2.5)], squares: vec![Square { values: 0..2, least: 3.0, most: 7.0 }] };
        fit(&mut estimates, &[Place { members: vec![0], target: 4.0 }, Place { members: vec![1], target: 4.0 }]);
        near(&persons(&estimates), &[3.5, 3.5]);
    }
}
