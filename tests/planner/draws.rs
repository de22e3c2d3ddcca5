//! A stream of draws.

use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

pub struct Draws(ChaCha8Rng);

impl Draws {
    pub fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// A whole number from 0 up to, not including, `below`.
    pub fn whole(&mut self, below: u32) -> u32 {
        self.0.random_range(0..below)
    }

    /// The same as an index.
    pub fn index(&mut self, below: usize) -> usize {
        self.0.random_range(0..below)
    }

    pub fn real(&mut self) -> f64 {
        self.0.random::<f64>()
    }

    pub fn chance(&mut self, share: f64) -> bool {
        self.real() < share
    }

    pub fn one_of<'t, T>(&mut self, list: &'t [T]) -> &'t T {
        &list[self.index(list.len())]
    }
}
