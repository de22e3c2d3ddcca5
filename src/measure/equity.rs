//! Equity: how unevenly a burden such as distance is spread over people.

use rayon::prelude::*;

/// How uneven a distribution is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Equity {
    /// Gini coefficient, 0 (all alike) to below 1. Of the burden itself, not of access.
    pub gini: f64,
    /// Kolm–Pollak equally-distributed equivalent: the burden that, borne by everyone alike, would be as bad as this distribution. Not below
    /// the mean, in the unit of the values.
    pub equivalent: f64,
    /// The κ that was used, in one over the unit of the values.
    pub kappa: f64,
}

/// The weighted Gini coefficient (method §7): values ascending, Σ (`X_k`·`W_{k−1}` − `X_{k−1}`·`W_k`) / (`X_n`·`W_n`).
///
/// Values are finite and not negative, weights not negative; `None` without weight. 0 when every value is 0. O(n · log n).
#[must_use]
pub fn gini(values: &[f64], weights: &[f64]) -> Option<f64> {
    let mut pairs: Vec<(f64, f64)> = values.iter().copied().zip(weights.iter().copied()).filter(|(_, weight)| *weight > 0.0).collect();
    pairs.par_sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let (mut weight, mut burden, mut area) = (0.0, 0.0, 0.0);
    for (value, more) in pairs {
        let (next_weight, next_burden) = (weight + more, burden + more * value);
        area += next_burden * weight - burden * next_weight;
        (weight, burden) = (next_weight, next_burden);
    }
    match () {
        () if weight <= 0.0 => None,
        () if burden <= 0.0 => Some(0.0),
        () => Some((area / (burden * weight)).clamp(0.0, 1.0)),
    }
}

/// κ = ε · Σwx / Σwx² for an aversion ε below 0: a burden (Sheriff & Maguire 2020; Logan et al. 2021). `None` without weight or where every
/// value is 0. A comparison keeps the κ of today's situation.
#[must_use]
pub fn kappa(values: &[f64], weights: &[f64], aversion: f64) -> Option<f64> {
    let sum = |power: i32| values.iter().zip(weights).map(|(value, weight)| weight * value.powi(power)).sum::<f64>();
    let squares = sum(2);
    (squares > 0.0).then(|| aversion * sum(1) / squares)
}

/// The Kolm–Pollak equally-distributed equivalent −(1/κ)·ln(Σ w·e^(−κx) / Σw), for κ below 0; the mean for κ = 0.
///
/// Taken relative to the largest value, so that no power overflows. `None` without weight. O(n).
#[must_use]
pub fn equivalent(values: &[f64], weights: &[f64], kappa: f64) -> Option<f64> {
    let total: f64 = weights.iter().sum();
    if total <= 0.0 {
        return None;
    }
    let pairs = || values.iter().zip(weights).filter(|(_, weight)| **weight > 0.0);
    if kappa == 0.0 {
        return Some(pairs().map(|(value, weight)| value * weight).sum::<f64>() / total);
    }
    let most = pairs().map(|(value, _)| *value).fold(0.0, f64::max);
    let sum: f64 = pairs().map(|(value, weight)| weight * (-kappa * (value - most)).exp()).sum();
    Some(most - (sum / total).ln() / kappa)
}

/// All of it; `kappa` as given, else that of these values. `None` without weight.
#[must_use]
pub fn equity(values: &[f64], weights: &[f64], aversion: f64, fixed: Option<f64>) -> Option<Equity> {
    let kappa = fixed.or_else(|| kappa(values, weights, aversion)).unwrap_or(0.0);
    Some(Equity { gini: gini(values, weights)?, equivalent: equivalent(values, weights, kappa)?, kappa })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn two_people_by_hand() {
        // One person at 1 km, one at 3: the mean difference is |1−3|·2/4 = 1, the mean 2, Gini = 1 / (2·2) = 0.25.
        assert!((gini(&[3.0, 1.0], &[1.0, 1.0]).unwrap() - 0.25).abs() < 1e-12);
        // α = (1 + 3) / (1 + 9) = 0.4, κ = −0.4; EDE = ln((e^0.4 + e^1.2) / 2) / 0.4 = ln(2.405971) / 0.4 = 2.194884.
        let kappa = kappa(&[3.0, 1.0], &[1.0, 1.0], -1.0).unwrap();
        assert!((kappa + 0.4).abs() < 1e-12);
        assert!((equivalent(&[3.0, 1.0], &[1.0, 1.0], kappa).unwrap() - 2.194_884).abs() < 1e-5);
        assert_eq!((gini(&[], &[]), gini(&[5.0, 5.0], &[2.0, 1.0]), gini(&[0.0], &[3.0])), (None, Some(0.0), Some(0.0)));
    }

    proptest! {
        /// Gini against its definition: half the mean difference of two people drawn at random, over the mean.
        #[test]
        fn gini_is_the_mean_difference(raw in prop::collection::vec((0u32..100, 0u32..5), 1..40)) {
            let values: Vec<f64> = raw.iter().map(|(value, _)| f64::from(*value)).collect();
            let weights: Vec<f64> = raw.iter().map(|(_, weight)| f64::from(*weight)).collect();
            let total: f64 = weights.iter().sum();
            let mean = values.iter().zip(&weights).map(|(value, weight)| value * weight).sum::<f64>() / total;
            prop_assume!(total > 0.0 && mean > 0.0);
            let mut difference = 0.0;
            for (a, of_a) in values.iter().zip(&weights) {
                for (b, of_b) in values.iter().zip(&weights) { difference += of_a * of_b * (a - b).abs(); }
            }
            let expected = difference / (total * total) / (2.0 * mean);
            prop_assert!((gini(&values, &weights).unwrap() - expected).abs() < 1e-9);
        }

        /// Not below the mean, towards the mean as the aversion goes to 0, never above the worst.
        #[test]
        fn the_equivalent_lies_between_mean_and_worst(raw in prop::collection::vec((0.0..1e5, 0.1..50.0), 1..60), aversion in -5.0..-0.001) {
            let (values, weights): (Vec<f64>, Vec<f64>) = raw.into_iter().unzip();
            let mean = equivalent(&values, &weights, 0.0).unwrap();
            let worst = values.iter().copied().fold(0.0, f64::max);
            let at = |aversion| equity(&values, &weights, aversion, None).unwrap().equivalent;
            prop_assert!(at(aversion) >= mean * (1.0 - 1e-9) - 1e-6 && at(aversion) <= worst * (1.0 + 1e-9) + 1e-6);
            prop_assert!((at(-1e-6) - mean).abs() <= 1e-3 * mean.max(1.0));
        }
    }
}
