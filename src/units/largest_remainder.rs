//! Dividing an amount so that the shares add up to the cent.

use super::Euros;

/// Divides `total` in proportion to `weights` by the method of the largest remainder (Hamilton): everyone gets the whole cents of his quota,
/// and the cents that are left go one each to the largest remainders, the smallest index first where they are equal.
///
/// The shares add up to `total` and each is less than a cent from its quota. A weight that is negative or no finite number counts as zero;
/// a weight of zero gets nothing, unless all are zero: then the shares are equal. A negative total is divided like its opposite. Without
/// weights there is nobody to give to, and the answer is empty. In whole numbers throughout, so that equal remainders are equal: weights
/// count to 2⁻⁶² of the largest. O(n log n).
#[must_use]
pub fn largest_remainder(total: Euros, weights: &[f64]) -> Vec<Euros> {
    let top = weights.iter().filter(|weight| counts(**weight)).map(|weight| exponent(*weight)).max();
    let parts: Vec<u128> = match top {
        Some(top) => weights.iter().map(|weight| if counts(*weight) { whole(*weight, top) } else { 0 }).collect(),
        None => vec![1; weights.len()],
    };
    let sum: u128 = parts.iter().sum();
    if sum == 0 {
        return Vec::new();
    }
    // Below 2^63 × 2^62: no overflow.
    let amount = u128::from(total.cents().unsigned_abs());
    let mut shares: Vec<u128> = parts.iter().map(|part| amount * part / sum).collect();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|index| std::cmp::Reverse(amount * parts[*index] % sum));
    let mut left = amount - shares.iter().sum::<u128>();
    for index in order {
        if left == 0 {
            break;
        }
        shares[index] += 1;
        left -= 1;
    }
    shares.into_iter().map(|cents| signed(cents, total)).collect()
}

/// Whether a weight takes part.
fn counts(weight: f64) -> bool {
    weight.is_finite() && weight > 0.0
}

/// The exponent in the bits of a positive number; that of the subnormal numbers is that of the smallest normal ones.
fn exponent(weight: f64) -> u64 {
    (weight.to_bits() >> 52).max(1)
}

/// A positive number as a whole one, in units in which a number with the exponent `top` has 62 bits.
fn whole(weight: f64, top: u64) -> u128 {
    let fraction = weight.to_bits() & ((1 << 52) - 1);
    let mantissa = if weight >= f64::MIN_POSITIVE { fraction | 1 << 52 } else { fraction };
    // A shift by 64 or more leaves nothing.
    let shift = u32::try_from(top - exponent(weight)).unwrap_or(u32::MAX);
    u128::from((mantissa << 9).checked_shr(shift).unwrap_or(0))
}

/// The share with the sign of the total; never more than the total, so it always fits.
fn signed(cents: u128, total: Euros) -> Euros {
    let cents = i128::try_from(cents).unwrap_or(i128::MAX);
    let cents = if total.cents() < 0 { -cents } else { cents };
    i64::try_from(cents).map_or(total, Euros::from_cents)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn divided(cents: i64, weights: &[f64]) -> Vec<i64> {
        largest_remainder(Euros::from_cents(cents), weights).into_iter().map(Euros::cents).collect()
    }

    #[test]
    fn the_cents_that_are_left_go_to_the_largest_remainders() {
        // 100 × 1/6, 2/6, 3/6 = 16⅔, 33⅓, 50: 99 whole cents, the last to the first.
        assert_eq!(divided(100, &[1.0, 2.0, 3.0]), [17, 33, 50]);
        // 100/3 = 33⅓ each: equal remainders, so the first has it.
        assert_eq!(divided(100, &[1.0, 1.0, 1.0]), [34, 33, 33]);
        // 3 × 3/6, 2/6, 1/6 = 1½, 1, ½: two equal remainders for one cent.
        assert_eq!(divided(3, &[3.0, 2.0, 1.0]), [2, 1, 0]);
        assert_eq!(divided(3, &[1.0, 2.0, 3.0]), [1, 1, 1]);
        // A debt is divided like a credit.
        assert_eq!(divided(-100, &[1.0, 2.0, 3.0]), [-17, -33, -50]);
    }

    #[test]
    fn without_weight_the_shares_are_equal() {
        assert_eq!(divided(5, &[0.0, 0.0]), [3, 2]);
        assert_eq!(divided(5, &[-1.0, f64::NAN, f64::INFINITY]), [2, 2, 1]);
        // One weight counts, so the others get nothing.
        assert_eq!(divided(5, &[0.0, 0.1, f64::NAN]), [0, 5, 0]);
        assert_eq!(divided(5, &[]), [] as [i64; 0]);
    }

    #[test]
    fn the_size_of_amounts_and_weights_does_not_matter() {
        for scale in [5e-324, 1e-310, 1.0, 1e300] {
            assert_eq!(divided(5, &[scale, scale]), [3, 2], "{scale}");
        }
        // Half of 2^63 − 1 is 2^62 − ½; the other cent goes to the first. −2^63 halves evenly.
        assert_eq!(divided(i64::MAX, &[1.0, 1.0]), [1 << 62, (1 << 62) - 1]);
        assert_eq!(divided(i64::MIN, &[1.0, 1.0]), [-1 << 62, -1 << 62]);
        assert_eq!(divided(i64::MIN, &[1.0]), [i64::MIN]);
        assert_eq!(divided(7, &[1e300, 1e-300]), [7, 0]);
    }

    proptest! {
        /// Shares add up to the total, and are less than a cent from the quota (whole weights, so that the quota is exact).
        #[test]
        fn adds_up(cents in any::<i64>(), weights in prop::collection::vec(0u32..1000, 1..20)) {
            let shares = divided(cents, &weights.iter().map(|weight| f64::from(*weight)).collect::<Vec<_>>());
            prop_assert_eq!(shares.iter().map(|share| i128::from(*share)).sum::<i128>(), i128::from(cents));
            let sum: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
            if sum > 0 {
                for (share, weight) in shares.iter().zip(&weights) {
                    prop_assert!((i128::from(*share) * sum - i128::from(cents) * i128::from(*weight)).abs() < sum);
                }
            }
        }

        /// Whatever the weights are.
        #[test]
        fn adds_up_with_any_weights(cents in any::<i64>(), weights in prop::collection::vec(prop::num::f64::ANY, 1..20)) {
            let shares = divided(cents, &weights);
            prop_assert_eq!(shares.iter().map(|share| i128::from(*share)).sum::<i128>(), i128::from(cents));
        }
    }
}
