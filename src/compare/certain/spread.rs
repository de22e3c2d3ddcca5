//! The range of each figure over the draws.

use super::figure::{Figure, Values};

/// A figure of a scenario over the draws.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// 0 is today, from 1 on the scenarios.
    pub scenario: usize,
    /// Which.
    pub figure: Figure,
    /// In the study.
    pub value: f64,
    /// One draw in twenty is at most this.
    pub low: f64,
    /// Half of the draws are at most this.
    pub median: f64,
    /// One draw in twenty is above this.
    pub high: f64,
}

/// The spreads of every scenario and figure that is known in the study and in a draw. A quantile is the smallest value that so large a part of
/// the draws does not exceed. O(figures × draws · log draws).
#[must_use]
pub fn spreads(study: &[Values], draws: &[Vec<Values>]) -> Vec<Spread> {
    let mut spreads = Vec::new();
    for (scenario, own) in study.iter().enumerate() {
        for figure in Figure::ALL {
            let mut all: Vec<f64> = draws.iter().filter_map(|draw| draw[scenario].get(figure)).collect();
            all.sort_unstable_by(f64::total_cmp);
            let quantile = |twentieths: usize| all.get((all.len() * twentieths).div_ceil(20).max(1) - 1).copied();
            let found = (own.get(figure), quantile(1), quantile(10), quantile(19));
            if let (Some(value), Some(low), Some(median), Some(high)) = found {
                spreads.push(Spread { scenario, figure, value, low, median, high });
            }
        }
    }
    spreads
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of 40 draws of 1 to 40, in any order, two are at most 2, twenty at most 20 and 38 at most 38.
    #[test]
    fn twentieths_by_hand() {
        let values = |share: f64| {
            let mut values = Values::default();
            values.set(Figure::Moment, Some(share));
            values
        };
        let draws: Vec<Vec<Values>> = (0..40).map(|number| vec![values(f64::from(number * 7 % 40 + 1))]).collect();
        let found = spreads(&[values(5.0)], &draws);
        assert_eq!(found, [Spread { scenario: 0, figure: Figure::Moment, value: 5.0, low: 2.0, median: 20.0, high: 38.0 }]);
        // Of one draw everything is that draw.
        assert_eq!(spreads(&[values(5.0)], &draws[..1])[0], Spread { low: 1.0, median: 1.0, high: 1.0, ..found[0] });
        assert!(spreads(&[Values::default()], &draws).is_empty());
    }
}
