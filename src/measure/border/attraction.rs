//! What draws people to a desk beside its nearness.

use crate::measure::Desk;
use crate::units::Hours;

/// The attraction of each desk, in their order: the square root of its hours a week (method §8).
///
/// A desk of unknown hours draws as the median of those that are known, and where none is known every desk draws alike. O(desks · log desks).
#[must_use]
pub fn attractions(desks: &[Desk]) -> Vec<f64> {
    let mut known: Vec<f64> = desks.iter().filter_map(|desk| Some(desk.hours()?.get())).collect();
    known.sort_by(f64::total_cmp);
    let median = match known.len() {
        0 => 1.0,
        count if count % 2 == 1 => known[count / 2],
        count => f64::midpoint(known[count / 2 - 1], known[count / 2]),
    };
    desks.iter().map(|desk| desk.hours().map_or(median, Hours::get).sqrt()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::week::Week;

    fn desk(hours: Option<f64>) -> Desk {
        Desk { site: 0, timed: false, week: Week::EMPTY, untimed: hours.and_then(Hours::new), beside: Week::EMPTY }
    }

    #[test]
    fn the_root_of_the_hours() {
        // √4, √16; unknown: the median of 4 and 16 is 10.
        let found = attractions(&[desk(Some(4.0)), desk(Some(16.0)), desk(None)]);
        assert_eq!(found, [2.0, 4.0, 10.0_f64.sqrt()]);
        assert_eq!(attractions(&[desk(None), desk(None)]), [1.0, 1.0]);
    }
}
