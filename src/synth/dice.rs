//! Random numbers whose stream never changes: `ChaCha`, and arithmetic of our own on its bits.

use std::f64::consts::TAU;

use rand::rngs::ChaCha8Rng;
use rand::{Rng, SeedableRng};

/// What numbers are drawn for. Each has its own stream, so that more of one thing does not change another.
#[derive(Debug, Clone, Copy)]
pub(super) enum Topic {
    Plane = 1,
    Names,
    Settlements,
    Territory,
    Ground,
    Choice,
    Residents,
    Libraries,
    Venues,
    Visits,
}

/// A source of random numbers for one topic.
pub(super) struct Dice(ChaCha8Rng);

impl Dice {
    /// The stream of a topic under a seed.
    pub(super) fn new(seed: u64, topic: Topic) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed ^ (topic as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15)))
    }

    /// Uniform in (0, 1), never 0 or 1.
    #[expect(clippy::cast_precision_loss, reason = "52 bits fit")]
    pub(super) fn unit(&mut self) -> f64 {
        ((self.0.next_u64() >> 12) as f64 + 0.5) / (1_u64 << 52) as f64
    }

    /// Uniform between two numbers.
    pub(super) fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    /// Standard normal (Box and Muller).
    pub(super) fn normal(&mut self) -> f64 {
        (-2.0 * self.unit().ln()).sqrt() * (TAU * self.unit()).cos()
    }

    /// Uniform in 0 .. `n`; 0 when `n` is 0.
    #[expect(clippy::cast_possible_truncation, reason = "below n, which is a usize")]
    pub(super) fn below(&mut self, n: usize) -> usize {
        ((u128::from(self.0.next_u64()) * n as u128) >> 64) as usize
    }

    /// True with probability `p`.
    pub(super) fn chance(&mut self, p: f64) -> bool {
        self.unit() < p
    }

    /// The index of one of `weights` (not negative), in proportion to them; `None` when all are 0.
    pub(super) fn weighted(&mut self, weights: &[f64]) -> Option<usize> {
        let total: f64 = weights.iter().sum();
        let mut left = total * self.unit();
        let mut last = None;
        for (index, &weight) in weights.iter().enumerate() {
            if weight > 0.0 {
                if left < weight {
                    return Some(index);
                }
                left -= weight;
                last = Some(index);
            }
        }
        last
    }

    /// Puts a list in random order (Fisher and Yates).
    pub(super) fn shuffle<T>(&mut self, list: &mut [T]) {
        for end in (1..list.len()).rev() {
            list.swap(end, self.below(end + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_of_nothing_choose_nothing_and_zero_is_never_chosen() {
        let mut dice = Dice::new(1, Topic::Names);
        assert_eq!(dice.weighted(&[]), None);
        assert_eq!(dice.weighted(&[0.0, 0.0]), None);
        let mut times = [0_u32; 3];
        for _ in 0..4000 {
            times[dice.weighted(&[1.0, 0.0, 3.0]).unwrap()] += 1;
        }
        // A quarter and three quarters of 4,000; the standard deviation is 27.
        assert!(times[1] == 0 && times[0].abs_diff(1000) < 140, "{times:?}");
    }

    #[test]
    fn topics_and_seeds_have_streams_of_their_own() {
        let first = |seed, topic| Dice::new(seed, topic).unit().to_bits();
        assert_eq!(first(1, Topic::Plane), first(1, Topic::Plane));
        assert_ne!(first(1, Topic::Plane), first(1, Topic::Names));
        assert_ne!(first(1, Topic::Plane), first(2, Topic::Plane));
    }

    #[test]
    fn normal_numbers_have_mean_0_and_variance_1() {
        let mut dice = Dice::new(7, Topic::Ground);
        let drawn: Vec<f64> = (0..20_000).map(|_| dice.normal()).collect();
        let mean = drawn.iter().sum::<f64>() / 20_000.0;
        let variance = drawn.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / 20_000.0;
        // Standard errors: 0.007 and 0.01.
        assert!(mean.abs() < 0.03 && (variance - 1.0).abs() < 0.05, "{mean} {variance}");
    }
}
