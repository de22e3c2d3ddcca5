//! Weighted quantiles without sorting everything.

/// Below this many values they are simply sorted.
const FEW: usize = 4096;
/// Classes into which many values are put first.
const CLASSES: usize = 1024;

/// The weighted quantiles of `values`: for each share the smallest value whose cumulative weight reaches that share of all weight
/// (method §1). Empty when there is no weight.
///
/// Values are finite and not negative, weights finite and not negative, both equally long; shares from 0 to 1. Many values are first
/// divided into classes of equal width; only the class that holds a quantile is sorted. O(values) for distances as they occur, never worse
/// than sorting.
#[must_use]
pub fn weighted_quantiles(values: &[f64], weights: &[f64], shares: &[f64]) -> Vec<f64> {
    let total: f64 = weights.iter().sum();
    if total <= 0.0 {
        return Vec::new();
    }
    if values.len() < FEW {
        let mut pairs: Vec<(f64, f64)> = values.iter().copied().zip(weights.iter().copied()).collect();
        return shares.iter().map(|share| in_sorted(sorted(&mut pairs), 0.0, share * total)).collect();
    }
    let class = Classes::of(values);
    let mut sums = vec![0.0; CLASSES];
    values.iter().zip(weights).for_each(|(value, weight)| sums[class.number(*value)] += weight);
    shares
        .iter()
        .map(|share| {
            let (number, before) = class_that_reaches(&sums, share * total);
            let mut pairs: Vec<(f64, f64)> = values
                .iter()
                .zip(weights)
                .filter(|(value, _)| class.number(**value) == number)
                .map(|(value, weight)| (*value, *weight))
                .collect();
            in_sorted(sorted(&mut pairs), before, share * total)
        })
        .collect()
}

/// Classes of equal width from 0 to the largest value.
struct Classes {
    per_unit: f64,
}

impl Classes {
    fn of(values: &[f64]) -> Self {
        let most = values.iter().copied().fold(0.0, f64::max);
        #[expect(clippy::cast_precision_loss, reason = "CLASSES is a small constant")]
        let per_unit = if most > 0.0 { CLASSES as f64 / most } else { 0.0 };
        Self { per_unit }
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "values are finite and not negative")]
    fn number(&self, value: f64) -> usize {
        ((value * self.per_unit) as usize).min(CLASSES - 1)
    }
}

/// The first class at whose end the cumulative weight reaches `wanted`, and the weight before it.
fn class_that_reaches(sums: &[f64], wanted: f64) -> (usize, f64) {
    let mut before = 0.0;
    for (number, sum) in sums.iter().enumerate() {
        if *sum > 0.0 && before + sum >= wanted {
            return (number, before);
        }
        before += sum;
    }
    // Rounding left the last sum a hair short: the quantile is the largest value with weight.
    let last = sums.iter().rposition(|sum| *sum > 0.0).unwrap_or(0);
    (last, before - sums[last])
}

fn sorted(pairs: &mut [(f64, f64)]) -> &[(f64, f64)] {
    pairs.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    pairs
}

/// The first value at which the cumulative weight, `before` included, reaches `wanted`; the largest with weight if rounding keeps it short.
fn in_sorted(pairs: &[(f64, f64)], before: f64, wanted: f64) -> f64 {
    let mut cumulative = before;
    let mut last = 0.0;
    for (value, weight) in pairs.iter().filter(|(_, weight)| *weight > 0.0) {
        cumulative += weight;
        last = *value;
        if cumulative >= wanted {
            break;
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_smallest_value_that_reaches_the_share() {
        // Weights 1, 2, 3, 4 at 10, 20, 30, 40: cumulative 1, 3, 6, 10. Half of 10 is reached at 30, nine tenths at 40, three tenths
        // exactly at 20; share 0 is the first value with weight.
        let values = [40.0, 10.0, 30.0, 20.0, 5.0];
        let weights = [4.0, 1.0, 3.0, 2.0, 0.0];
        assert_eq!(weighted_quantiles(&values, &weights, &[0.5, 0.9, 0.3, 0.0, 1.0]), [30.0, 40.0, 20.0, 10.0, 40.0]);
        assert_eq!(weighted_quantiles(&[1.0], &[0.0], &[0.5]), Vec::<f64>::new());
    }

    proptest! {
        /// A weight of 2 is the value twice: against the plain definition on the unrolled list, with many equal values and with classes.
        #[test]
        fn equals_the_definition(raw in prop::collection::vec((0u16..3000, 0u8..4), 4096..6000)) {
            let values: Vec<f64> = raw.iter().map(|(value, _)| f64::from(*value)).collect();
            let weights: Vec<f64> = raw.iter().map(|(_, weight)| f64::from(*weight)).collect();
            let mut unrolled: Vec<u16> = raw.iter().flat_map(|(value, weight)| std::iter::repeat_n(*value, usize::from(*weight))).collect();
            unrolled.sort_unstable();
            for share in [0.1, 0.5, 0.9, 1.0] {
                let found = weighted_quantiles(&values, &weights, &[share]);
                let expected = unrolled.iter().enumerate().find(|(before, _)| (*before + 1) as f64 >= share * unrolled.len() as f64);
                prop_assert_eq!(found.first().copied(), expected.map(|(_, value)| f64::from(*value)));
            }
        }
    }
}
