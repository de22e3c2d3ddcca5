//! Between what a number of visits will lie: the negative binomial distribution, summed by hand.

/// How much more visits vary than those of people who come independently of each other (a Poisson distribution).
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Dispersion {
    /// Variance = mean + mean² / size, with a size that the registrations gave.
    Registered {
        /// More than 0; the smaller, the wider.
        size: f64,
    },
    /// Variance = 3 × mean: assumed, for the registrations do not tell.
    Assumed,
}

/// The assumed variance is so many times the mean.
const TIMES_MEAN: f64 = 3.0;
/// The fewest registrations that tell how much they vary.
const FEWEST: usize = 3;

/// Below `low` is less than nine of ten times, above `high` more than nine of ten times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    /// The 10th percentile.
    pub low: u64,
    /// The 90th percentile.
    pub high: u64,
}

/// What a number of visits says of what was expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Below the 10th percentile: it underperforms.
    Below,
    /// Between the two.
    Within,
    /// Above the 90th percentile.
    Above,
}

impl Verdict {
    /// Its name in tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Below => "below",
            Self::Within => "within",
            Self::Above => "above",
        }
    }
}

impl Band {
    /// Where a number of visits lies.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "visits are far below 2^53")]
    pub fn verdict(self, visits: f64) -> Verdict {
        match () {
            () if visits < self.low as f64 => Verdict::Below,
            () if visits > self.high as f64 => Verdict::Above,
            () => Verdict::Within,
        }
    }
}

impl Dispersion {
    /// Its name in tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Registered { .. } => "registered",
            Self::Assumed => "assumed, variance 3 × mean",
        }
    }

    /// By the method of moments, from registered visits beside those expected in the same weeks: with variance m + α·m² for each,
    /// α = (n / (n − 1) · Σ (x − m)² − Σ m) / Σ m², for one number (κ) was fitted to them.
    ///
    /// Fewer than three, or visits that vary less than those of a Poisson distribution, tell nothing: then it is assumed. O(n).
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "numbers of desks are small")]
    pub fn of(registered_and_expected: &[(f64, f64)]) -> Self {
        let count = registered_and_expected.len();
        if count < FEWEST {
            return Self::Assumed;
        }
        let sum = |of: fn(&(f64, f64)) -> f64| registered_and_expected.iter().map(of).fold(0.0, |sum, value| sum + value);
        let squares = sum(|(found, mean)| (found - mean).powi(2));
        let corrected = squares * count as f64 / (count - 1) as f64;
        let alpha = (corrected - sum(|(_, mean)| *mean)) / sum(|(_, mean)| mean * mean);
        if alpha > 0.0 && alpha.is_finite() { Self::Registered { size: 1.0 / alpha } } else { Self::Assumed }
    }

    /// The 10th and 90th percentile of a number of visits of which `mean` are expected; 0 to 0 where none is. O(visits).
    #[must_use]
    pub fn band(self, mean: f64) -> Band {
        let size = match self {
            Self::Registered { size } => size,
            Self::Assumed => mean / (TIMES_MEAN - 1.0),
        };
        Band { low: quantile(mean, size, 0.1), high: quantile(mean, size, 0.9) }
    }
}

/// The smallest number of visits k with P(X ≤ k) ≥ `part`, for a negative binomial X of a mean and size: variance = mean + mean² / size.
///
/// `part` is below 1. P(0) = (1 + mean/size)^−size, and each next P(k + 1) = P(k) · (k + size) / (k + 1) · mean / (mean + size), in logarithms so
/// that none is lost where P(0) is too small to be told from 0. 0 for a mean of 0. Where mean and standard deviation together are more than
/// 100,000, so many times fewer visits are summed with the same coefficient of variation: such a distribution no longer sees single visits, and
/// its percentiles are right to some thousandths. O(k), at most some 4 million steps.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "visits are far below 2^53")]
pub fn quantile(mean: f64, size: f64, part: f64) -> u64 {
    if mean <= 0.0 || size <= 0.0 || !mean.is_finite() {
        return 0;
    }
    let deviation = mean * (1.0 / mean + 1.0 / size).sqrt();
    let times = (mean + deviation) / SUMMED;
    if times <= 1.0 {
        return summed(mean, size, part);
    }
    let fewer = mean / times;
    let dispersion = 1.0 / mean + 1.0 / size - 1.0 / fewer;
    let found = summed(fewer, if dispersion > 0.0 { 1.0 / dispersion } else { SUMMED * SUMMED }, part) as f64 * times;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not negative; beyond 2^64 it is 2^64")]
    let found = found.round() as u64;
    found
}

/// The most visits that are summed one by one, in mean and standard deviation.
const SUMMED: f64 = 1e5;

/// The percentile, by summing from 0 up.
#[expect(clippy::cast_precision_loss, reason = "visits are far below 2^53")]
fn summed(mean: f64, size: f64, part: f64) -> u64 {
    let step = -(size / mean).ln_1p();
    let mut log = -size * (mean / size).ln_1p();
    let mut sum = log.exp();
    let mut count = 0_u64;
    // Beyond forty standard deviations rounding alone can keep the sum below the part.
    let most = mean + 40.0 * (mean + mean * mean / size).sqrt() + 40.0;
    while sum < part && (count as f64) < most {
        log += ((count as f64 + size) / (count as f64 + 1.0)).ln() + step;
        sum += log.exp();
        count += 1;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A size of 1 is geometric: P(X ≤ k) = 1 − q^(k+1) with q = 3/4 for a mean of 3. 1 − 0.75¹ = 0.25; 1 − 0.75⁸ = 0.8999, 1 − 0.75⁹ = 0.9249.
    #[test]
    fn a_geometric_distribution_by_hand() {
        assert_eq!((quantile(3.0, 1.0, 0.1), quantile(3.0, 1.0, 0.25), quantile(3.0, 1.0, 0.9)), (0, 0, 8));
        assert_eq!(Dispersion::Registered { size: 1.0 }.band(3.0), Band { low: 0, high: 8 });
        assert_eq!(Dispersion::Assumed.band(0.0), Band { low: 0, high: 0 });
    }

    /// A size of 1 is geometric whatever the mean: P(X ≤ k) = 0.9 at −ln(0.1) = ln 10 times a large mean. A Poisson distribution of 10¹² lies
    /// within a thousandth or two around it.
    #[test]
    #[expect(clippy::cast_precision_loss, reason = "a thousandth is close enough")]
    fn a_country_at_one_desk() {
        for mean in [1e5, 1e7, 1e12] {
            let found = quantile(mean, 1.0, 0.9) as f64 / mean;
            assert!((found - std::f64::consts::LN_10).abs() < 1e-3, "{mean}: {found}");
        }
        let found = [0.1, 0.9].map(|part| quantile(1e12, 1e15, part) as f64 / 1e12);
        assert!(found[0] < 1.0 && found[1] > 1.0 && found[1] - found[0] < 0.01, "{found:?}");
        // Hardly anybody, and now and then a crowd.
        assert_eq!(quantile(1e9, 1e-3, 0.9), 0);
    }

    /// Found 10, 30, 20 where 20 were expected each: Σ(x − m)² = 200, 3/2 of it 300, less Σm = 60 is 240, over Σm² = 1200 is 0.2: a size of 5.
    #[test]
    fn moments_by_hand() {
        let Dispersion::Registered { size } = Dispersion::of(&[(10.0, 20.0), (30.0, 20.0), (20.0, 20.0)]) else { panic!("assumed") };
        assert!((size - 5.0).abs() < 1e-12);
        // Two tell nothing; nor do three that lie closer than chance would.
        assert_eq!(Dispersion::of(&[(10.0, 20.0), (30.0, 20.0)]), Dispersion::Assumed);
        assert_eq!(Dispersion::of(&[(20.0, 20.0), (21.0, 20.0), (19.0, 20.0)]), Dispersion::Assumed);
        assert_eq!(Dispersion::of(&[(0.0, 0.0), (0.0, 0.0), (0.0, 0.0)]), Dispersion::Assumed);
    }

    #[test]
    fn the_edges_of_a_band_are_within() {
        let band = Band { low: 3, high: 8 };
        let names: Vec<&str> = [2.9, 3.0, 8.0, 8.1].map(|visits| band.verdict(visits).name()).to_vec();
        assert_eq!(names, ["below", "within", "within", "above"]);
    }
}
