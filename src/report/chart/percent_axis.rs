//! The axis of bars that need not reach 100 %: from 0 to the first round number above all of them.

use super::sheet::whole;

/// The numbers of an axis: `step`, twice `step` … `most`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PercentAxis {
    /// From a number to the next.
    pub step: i32,
    /// The last number.
    pub most: i32,
}

impl PercentAxis {
    /// The axis with the least round step that has at most six numbers after 0.
    pub fn of(shares: impl Iterator<Item = f64>) -> Self {
        let most = shares.filter_map(share).fold(0.0, f64::max);
        let step = [1, 2, 5, 10].into_iter().find(|step| most <= f64::from(6 * step)).unwrap_or(20);
        Self { step, most: step * whole((most.max(1.0) / f64::from(step)).ceil()) }
    }

    /// The numbers from 0.
    pub fn ticks(self) -> impl Iterator<Item = i32> {
        (0..=self.most / self.step).map(move |tick| tick * self.step)
    }

    /// How far a percentage is along an axis of `length` units.
    pub fn along(self, percent: f64, length: i32) -> i32 {
        whole(percent / f64::from(self.most) * f64::from(length))
    }
}

/// A percentage, if it is a number.
pub(super) fn share(given: f64) -> Option<f64> {
    given.is_finite().then(|| given.clamp(0.0, 100.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_ends_at_the_first_round_number_above_all() {
        let numbers = |shares: &[f64]| PercentAxis::of(shares.iter().copied()).ticks().collect::<Vec<_>>();
        assert_eq!(numbers(&[]), [0, 1]);
        assert_eq!(numbers(&[0.0, f64::NAN, f64::INFINITY]), [0, 1]);
        assert_eq!(numbers(&[3.0, 6.0]), [0, 1, 2, 3, 4, 5, 6]);
        assert_eq!(numbers(&[25.6]), [0, 5, 10, 15, 20, 25, 30]);
        assert_eq!(numbers(&[61.0]), [0, 20, 40, 60, 80]);
        assert_eq!(numbers(&[1e300]), [0, 20, 40, 60, 80, 100]);
    }

    #[test]
    fn a_percentage_stands_at_its_part_of_the_axis() {
        let axis = PercentAxis::of([50.0].into_iter());
        assert_eq!([0.0, 12.5, 50.0].map(|percent| axis.along(percent, 1000)), [0, 250, 1000]);
    }
}
