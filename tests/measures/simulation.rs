//! Moment coverage against residents who draw their hours.

use bereik::week::{Quarter, Week};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use rand::rngs::ChaCha8Rng;
use rand::{Rng, SeedableRng};

use super::naive::{Naive, weight};
use super::random::{Raw, raws};
use super::region::measure;

/// How many residents of each cell and group try.
const RESIDENTS: u32 = 4000;

/// A uniform number from 0 to below 1.
fn unit(dice: &mut ChaCha8Rng) -> f64 {
    f64::from(dice.next_u32()) / (f64::from(u32::MAX) + 1.0)
}

/// They come in the quarters of their profile and take the best desk that they meet; four standard errors apart is a fault.
#[test]
fn residents_who_draw_their_hours() {
    let (mut runner, mut dice) = (TestRunner::deterministic(), ChaCha8Rng::seed_from_u64(20_241_122));
    let (mut compared, mut partial) = (0, 0);
    for _ in 0..32 {
        let Raw { region, study } = raws().new_tree(&mut runner).unwrap().current();
        let (measured, naive) = (measure(&region, &study), Naive { region: &region, study: &study });
        for (group, count) in region.cells.counts.iter().enumerate() {
            let mut cumulative = 0.0;
            let ends: Vec<(f64, Quarter)> = Week::ALWAYS
                .iter()
                .map(|quarter| {
                    cumulative += weight(&count.group, quarter);
                    (cumulative, quarter)
                })
                .collect();
            assert!((cumulative - 1.0).abs() < 1e-9);
            for cell in 0..region.cells.len() {
                let met: Vec<f64> = ends.iter().map(|(_, quarter)| naive.met(&count.group, cell, *quarter)).collect();
                let mut one = || {
                    let drawn = unit(&mut dice);
                    met[ends.partition_point(|(end, _)| *end <= drawn).min(met.len() - 1)]
                };
                let (mut sum, mut squares) = (0.0, 0.0);
                for _ in 0..RESIDENTS {
                    let best = (0..study.moments.tries).map(|_| one()).fold(0.0, f64::max);
                    (sum, squares) = (sum + best, squares + best * best);
                }
                let number = f64::from(RESIDENTS);
                let mean = sum / number;
                // One more than the variance of the sample over its size, so that what nobody met has an error too.
                let error = ((squares / number - mean * mean + 1.0 / number) / number).sqrt();
                let found = measured.hours.moments.of(group, cell).helped;
                assert!((found - mean).abs() <= 4.0 * error, "{found} against {mean} ± {error} for {} in cell {cell}", count.group);
                compared += 1;
                partial += u32::from(found > 0.05 && found < 0.95);
            }
        }
    }
    assert!(compared > 200 && partial > 20, "{compared} compared, {partial} of them neither nearly 0 nor nearly 1");
}
