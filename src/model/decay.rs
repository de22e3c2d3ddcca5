//! How willing people are to go farther: the share that a distance leaves of full reach.

use std::fmt;

use crate::units::Metres;

/// A distance decay f: f(0) = 1, never rising, 0 beyond its limit, so that few pairs of cell and site count (method §2).
///
/// Step and linear: Church & `ReVelle` 1974; Berman, Krass & Drezner 2003. The smooth ones are those of the accessibility literature.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Decay {
    /// 1 up to and including the norm, 0 beyond.
    Step {
        /// The norm.
        norm: Metres,
    },
    /// 1 up to `full`, then a straight line down to 0 at `none`.
    Linear {
        /// The farthest distance that counts in full.
        full: Metres,
        /// The distance from which nothing is left; more than `full`.
        none: Metres,
    },
    /// Halved with every further `half`: 2^(−d/half).
    Exponential {
        /// The distance at which a half is left; more than 0.
        half: Metres,
        /// Beyond this nothing counts.
        limit: Metres,
    },
    /// A bell: 2^(−(d/half)²), flat near 0.
    Gaussian {
        /// The distance at which a half is left; more than 0.
        half: Metres,
        /// Beyond this nothing counts.
        limit: Metres,
    },
    /// An S: (1 + e^(−m/w)) / (1 + e^((d−m)/w)), with m the middle and w the width.
    Logistic {
        /// Where it falls fastest; about a half is left there.
        middle: Metres,
        /// How wide the fall is; more than 0. From m − 2w to m + 2w it goes from 0.88 to 0.12.
        width: Metres,
        /// Beyond this nothing counts.
        limit: Metres,
    },
}

impl Decay {
    /// What is left of full reach at a distance in metres, 0 to 1; 0 where there is no way (infinite).
    #[must_use]
    pub fn at(self, metres: f64) -> f64 {
        if metres > self.limit().get() {
            return 0.0;
        }
        match self {
            Self::Step { .. } => 1.0,
            Self::Linear { full, none } => ((none.get() - metres) / (none.get() - full.get())).clamp(0.0, 1.0),
            Self::Exponential { half, .. } => (-metres / half.get()).exp2(),
            Self::Gaussian { half, .. } => (-(metres / half.get()).powi(2)).exp2(),
            Self::Logistic { middle, width, .. } => {
                let (middle, width) = (middle.get(), width.get());
                ((1.0 + (-middle / width).exp()) / (1.0 + ((metres - middle) / width).exp())).min(1.0)
            }
        }
    }

    /// The distance beyond which nothing is left.
    #[must_use]
    pub fn limit(self) -> Metres {
        match self {
            Self::Step { norm } => norm,
            Self::Linear { none, .. } => none,
            Self::Exponential { limit, .. } | Self::Gaussian { limit, .. } | Self::Logistic { limit, .. } => limit,
        }
    }

    /// Whether it only tells within from beyond.
    #[must_use]
    pub fn is_step(self) -> bool {
        matches!(self, Self::Step { .. })
    }
}

impl fmt::Display for Decay {
    /// `step`, `linear, full 1 km, none 4 km`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Step { .. } => f.write_str("step"),
            Self::Linear { full, none } => write!(f, "linear, full {full}, none {none}"),
            Self::Exponential { half, limit } => write!(f, "exponential, half {half}, limit {limit}"),
            Self::Gaussian { half, limit } => write!(f, "gaussian, half {half}, limit {limit}"),
            Self::Logistic { middle, width, limit } => write!(f, "logistic, middle {middle}, width {width}, limit {limit}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn km(value: f64) -> Metres {
        Metres::new(value * 1000.0).unwrap()
    }

    #[test]
    fn what_is_left_by_hand() {
        for (decay, metres, left) in [
            (Decay::Step { norm: km(2.0) }, 2000.0, 1.0),
            (Decay::Step { norm: km(2.0) }, 2000.1, 0.0),
            // 1 to 4 km: at 2 km a third of the way down.
            (Decay::Linear { full: km(1.0), none: km(4.0) }, 2000.0, 2.0 / 3.0),
            (Decay::Linear { full: km(1.0), none: km(4.0) }, 900.0, 1.0),
            (Decay::Exponential { half: km(1.5), limit: km(6.0) }, 3000.0, 0.25),
            (Decay::Exponential { half: km(1.5), limit: km(6.0) }, 6001.0, 0.0),
            // Twice the half distance: 2^-4.
            (Decay::Gaussian { half: km(1.5), limit: km(6.0) }, 3000.0, 0.0625),
            // At the middle: (1 + e^-4) / 2 with a middle of 2 km and a width of 500 m.
            (Decay::Logistic { middle: km(2.0), width: km(0.5), limit: km(6.0) }, 2000.0, f64::midpoint(1.0, (-4.0_f64).exp())),
            (Decay::Step { norm: km(2.0) }, f64::INFINITY, 0.0),
        ] {
            assert!((decay.at(metres) - left).abs() < 1e-12, "{decay:?} at {metres}");
        }
    }

    proptest! {
        #[test]
        fn full_at_the_door_and_never_rising(a in 1.0..5.0, b in 0.1..5.0, near in 0.0..12_000.0, more in 0.0..12_000.0) {
            let limit = km(a + b);
            for decay in [
                Decay::Step { norm: km(a) },
                Decay::Linear { full: km(a), none: limit },
                Decay::Exponential { half: km(b), limit },
                Decay::Gaussian { half: km(b), limit },
                Decay::Logistic { middle: km(a), width: km(b), limit },
            ] {
                prop_assert!((decay.at(0.0) - 1.0).abs() < 1e-12);
                prop_assert!(decay.at(near) >= decay.at(near + more));
                prop_assert!((0.0..=1.0).contains(&decay.at(near)));
            }
        }
    }
}
