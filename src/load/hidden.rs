//! Estimates of the counts that a source keeps secret.
//!
//! A published square hides a count because it is small: it is 0 to 4 persons, not "the average share" (method §11). Three steps:
//! 1. the hidden age bands of a cell share what its total leaves after the bands that are known, each within 0 to 4; other hidden counts
//!    start at 2;
//! 2. the total is rounded to 5 and so is every band, so what is left is known to within 2 persons a number: these are the bounds;
//! 3. the estimates of an area are multiplied by one factor, each kept within its bounds, until they add up to the area's published figure
//!    less what is known. A figure covers all residents; the squares of an area miss those in squares that are not published, so it is
//!    taken in the proportion of the residents that the squares have.

use crate::model::Group;

/// The most persons behind a secret count.
pub(super) const MOST: f64 = 4.0;
/// Half the step to which counts are rounded, rounded down: a published 10 is 8 to 12.
const ROUNDING: f64 = 2.0;
/// The weight with which a hidden count takes part in the raking when the total leaves nothing for it.
const LEAST_WEIGHT: f64 = 0.1;

/// A column of counts as read: NaN where the value is hidden.
pub(super) struct RawCount {
    pub group: Group,
    pub values: Vec<f64>,
}

/// A hidden count: its cell, its estimate and the bounds it stays within.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Hidden {
    pub cell: usize,
    pub persons: f64,
    least: f64,
    most: f64,
}

/// Steps 1 and 2: the hidden values of each column, by ascending cell.
pub(super) fn first_estimates(residents: &[f64], counts: &[RawCount]) -> Vec<Vec<Hidden>> {
    let bands: Vec<usize> = (0..counts.len()).filter(|index| matches!(counts[*index].group, Group::Age(_))).collect();
    let mut estimates = vec![Vec::new(); counts.len()];
    for (index, count) in counts.iter().enumerate() {
        let is_band = matches!(count.group, Group::Age(_));
        for cell in (0..count.values.len()).filter(|cell| count.values[*cell].is_nan()) {
            let most = MOST.min(residents[cell]);
            estimates[index].push(if is_band {
                band_of(cell, residents[cell], bands.iter().map(|band| counts[*band].values[cell]))
            } else {
                Hidden { cell, persons: most / 2.0, least: 0.0, most }
            });
        }
    }
    estimates
}

/// A hidden band of a cell with `total` residents and these bands.
fn band_of(cell: usize, total: f64, bands: impl Iterator<Item = f64>) -> Hidden {
    let (mut left, mut known, mut hidden) = (total, 0.0, 0.0);
    for band in bands {
        if band.is_nan() {
            hidden += 1.0;
        } else {
            known += 1.0;
            left -= band;
        }
    }
    let slack = ROUNDING * (1.0 + known);
    let ceiling = MOST.min(total);
    let most = (left + slack).clamp(0.0, ceiling);
    let least = (left - slack - (hidden - 1.0) * MOST).clamp(0.0, most);
    Hidden { cell, persons: (left / hidden).clamp(least, most), least, most }
}

/// Step 3 for one area: scales `hidden` to `target` persons in all, as far as the bounds allow.
///
/// The sum of the bounded estimates never falls as the factor grows, so the factor is found by bisection.
pub(super) fn rake(hidden: &mut [&mut Hidden], target: f64) {
    let scaled = |factor: f64, one: &Hidden| (factor * one.persons.max(LEAST_WEIGHT)).clamp(one.least, one.most);
    let sum = |factor: f64, hidden: &[&mut Hidden]| hidden.iter().map(|one| scaled(factor, one)).sum::<f64>();
    let (mut low, mut high) = (0.0, 2.0 * MOST / LEAST_WEIGHT);
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if sum(middle, hidden) < target { low = middle } else { high = middle }
    }
    for one in hidden {
        one.persons = scaled(high, one);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::AgeBand;

    const NAN: f64 = f64::NAN;

    fn column(from: u8, values: &[f64]) -> RawCount {
        RawCount { group: Group::Age(AgeBand { from, to: None }), values: values.to_vec() }
    }

    #[test]
    fn what_the_total_leaves_is_shared_by_the_hidden_bands() {
        // First square: 20 residents, bands 10 and 5 known, two hidden: 5 left, 2.5 each.
        // Second: 40 residents, 35 known, one hidden: 5 left, at most 4.
        // Third: 5 residents, everything hidden: 1.25 each.
        let residents = [20.0, 40.0, 5.0];
        let counts =
            [column(0, &[10.0, 20.0, NAN]), column(15, &[5.0, 5.0, NAN]), column(25, &[NAN, 10.0, NAN]), column(65, &[NAN, NAN, NAN])];
        let estimates = first_estimates(&residents, &counts);
        let persons: Vec<f64> = estimates[3].iter().map(|hidden| hidden.persons).collect();
        assert_eq!(persons, [2.5, 4.0, 1.25]);
    }

    #[test]
    fn the_bounds_follow_from_the_rounding() {
        // 60 residents, one known band of 50, one hidden. 60 is 58 to 62, 50 is 48 to 52: 10 are left, give or take 4, so the hidden
        // band has at least 6, more than a secret count can hold: 4.
        let hidden = &first_estimates(&[60.0], &[column(0, &[50.0]), column(65, &[NAN])])[1][0];
        assert_eq!((hidden.least, hidden.persons, hidden.most), (4.0, 4.0, 4.0));
    }

    #[test]
    fn raking_meets_the_target_within_the_bounds() {
        // 1 + 2 + 3 to 9: a factor of 2 would give 2 + 4 + 6, the last capped at 4, so 10; the factor 5/3 gives 5/3 + 10/3 + 4 = 9.
        let mut hidden: Vec<Hidden> = (0..3).map(|cell| Hidden { cell, persons: [1.0, 2.0, 3.0][cell], least: 0.0, most: 4.0 }).collect();
        rake(&mut hidden.iter_mut().collect::<Vec<_>>(), 9.0);
        for (one, expected) in hidden.iter().zip([5.0 / 3.0, 10.0 / 3.0, 4.0]) {
            assert!((one.persons - expected).abs() < 1e-9, "{one:?}");
        }
        rake(&mut hidden.iter_mut().collect::<Vec<_>>(), 100.0);
        assert!(hidden.iter().all(|one| (one.persons - 4.0).abs() < 1e-9), "a target out of reach stops at the bounds");
        rake(&mut hidden.iter_mut().collect::<Vec<_>>(), -5.0);
        assert!(hidden.iter().all(|one| one.persons.abs() < 1e-9));
    }
}
