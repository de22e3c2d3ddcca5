//! Equity worked out by hand.

use bereik::measure::{equity, equivalent, gini, kappa};

use super::region::near;

/// 2 people at 1 km, 1 at 4 km, and one of weight 0 at 100 km, who counts for nothing.
const VALUES: [f64; 3] = [4.0, 100.0, 1.0];
const WEIGHTS: [f64; 3] = [1.0, 0.0, 2.0];

#[test]
fn gini_by_the_sum_of_the_method() {
    // Ascending: W = 2, 3; X = 2, 6. Σ X_k·W_{k−1} − X_{k−1}·W_k = (2·0 − 0·2) + (6·2 − 2·3) = 6, over X·W = 18.
    near(gini(&VALUES, &WEIGHTS).unwrap(), 1.0 / 3.0, 1e-12);
    // One of a hundred bears everything: 1 − 1/100.
    let mut values = vec![0.0; 100];
    values[42] = 7.0;
    near(gini(&values, &[1.0; 100]).unwrap(), 0.99, 1e-12);
    assert_eq!(gini(&[3.0], &[0.0]), None);
}

#[test]
fn kappa_divides_by_the_squares_of_the_values() {
    // α = Σwx / Σwx² = (2·1 + 4) / (2·1 + 16) = 6/18; (Σwx)² in the denominator would give 6/36.
    near(kappa(&VALUES, &WEIGHTS, -1.0).unwrap(), -1.0 / 3.0, 1e-12);
    near(kappa(&VALUES, &WEIGHTS, -0.5).unwrap(), -1.0 / 6.0, 1e-12);
    assert_eq!(kappa(&[0.0], &[5.0], -1.0), None);
}

#[test]
fn the_equivalent_by_hand() {
    // κ = −1/3: 3·ln((2·e^{1/3} + e^{4/3}) / 3) = 3·ln((2·1.395612 + 3.793668) / 3) = 3·ln(2.194964) = 2.358497. The mean is 2.
    let found = equity(&VALUES, &WEIGHTS, -1.0, None).unwrap();
    near(found.equivalent, 2.358_497, 0.000_001);
    near(found.kappa, -1.0 / 3.0, 1e-12);
    near(found.gini, 1.0 / 3.0, 1e-12);
    // The κ of another situation is kept: −0.1 gives 10·ln((2·1.105171 + 1.491825) / 3) = 10·ln(1.234056) = 2.103059.
    let kept = equity(&VALUES, &WEIGHTS, -1.0, Some(-0.1)).unwrap();
    near(kept.equivalent, 2.103_059, 0.000_001);
    near(kept.kappa, -0.1, 0.0);
}

#[test]
fn the_same_burden_for_all_is_its_own_equivalent() {
    let found = equity(&[2500.0; 3], &[4.0, 1.0, 7.0], -1.0, None).unwrap();
    near(found.equivalent, 2500.0, 1e-9);
    near(found.gini, 0.0, 1e-15);
    // Metres are not kilometres: the equivalent scales with its values, Gini does not.
    let (km, m) = (equity(&VALUES, &WEIGHTS, -1.0, None).unwrap(), equity(&VALUES.map(|km| km * 1000.0), &WEIGHTS, -1.0, None).unwrap());
    near(m.equivalent, 1000.0 * km.equivalent, 1e-8);
    near(m.gini, km.gini, 1e-12);
    // Nobody is far: nothing to be averse to.
    near(equity(&[0.0, 0.0], &[1.0, 2.0], -1.0, None).unwrap().equivalent, 0.0, 0.0);
    assert_eq!(equity(&[1.0], &[0.0], -1.0, None), None);
}

/// Far and uneven: e^(−κx) alone would be infinite.
#[test]
fn large_values_do_not_overflow() {
    // κ = −1, so e^100000; 1 of 2 people there: 100000 − ln 2.
    near(equivalent(&[0.0, 100_000.0], &[1.0, 1.0], -1.0).unwrap(), 100_000.0 - std::f64::consts::LN_2, 1e-6);
}
