//! What is known of the counts that a source keeps secret: between which bounds each lies, and how many a square has together.
//!
//! A published square hides a count because it is small: it is 0 to 4 persons, not "the average share" (method §11). Counts that make up
//! the total together (the age bands, men and women) are known better: the hidden ones share what the total leaves after the others. The
//! total is rounded to 5 and so is every count, so what is left is known to within 2 persons a number. [`super::raking`] then brings the
//! estimates to the published figures.

use std::ops::Range;

use crate::model::{AgeBand, Group};

/// The most persons behind a secret count.
pub(super) const MOST: f64 = 4.0;
/// Half the step to which counts are rounded, rounded down: a published 10 is 8 to 12.
const ROUNDING: f64 = 2.0;

/// A column of counts as read: NaN where the value is hidden.
pub(super) struct RawCount {
    pub group: Group,
    pub values: Vec<f64>,
}

/// Columns that are estimated together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parts {
    /// Their places among the columns.
    pub columns: Vec<usize>,
    /// Whether they make up the total together.
    pub make_total: bool,
}

/// A hidden count: its column and cell, its estimate and the bounds it stays within.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Hidden {
    pub column: usize,
    pub cell: usize,
    pub persons: f64,
    pub least: f64,
    pub most: f64,
}

/// The hidden counts of one square: where they are, and between which bounds their sum lies.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Square {
    pub values: Range<usize>,
    pub least: f64,
    pub most: f64,
}

/// The hidden counts of some columns, by ascending cell, and the squares that have them.
#[derive(Debug)]
pub(super) struct Estimates {
    pub values: Vec<Hidden>,
    pub squares: Vec<Square>,
}

/// Divides columns into those that make up the total together and those that stand alone. Each is in one part.
pub(super) fn parts_of<'g>(groups: impl Iterator<Item = &'g Group>) -> Vec<Parts> {
    let (mut bands, mut sexes, mut parts) = (Vec::new(), Vec::new(), Vec::new());
    for (column, group) in groups.enumerate() {
        match group {
            Group::Age(band) => bands.push((*band, column)),
            Group::Count(name) if matches!(name.as_str(), "men" | "women") => sexes.push(column),
            _ => parts.push(Parts { columns: vec![column], make_total: false }),
        }
    }
    bands.sort_unstable();
    let make_total = cover_every_age(&bands);
    let both = sexes.len() == 2;
    for (columns, make_total) in [(bands.into_iter().map(|(_, column)| column).collect(), make_total), (sexes, both)] {
        if make_total {
            parts.push(Parts { columns, make_total });
        } else {
            parts.extend(columns.into_iter().map(|column: usize| Parts { columns: vec![column], make_total }));
        }
    }
    parts
}

/// Whether sorted bands run from birth without gap or overlap and without end.
fn cover_every_age(bands: &[(AgeBand, usize)]) -> bool {
    let begins = bands.first().is_some_and(|(band, _)| band.from == 0);
    let ends = bands.last().is_some_and(|(band, _)| band.to.is_none());
    begins && ends && bands.windows(2).all(|pair| pair[0].0.to == Some(pair[1].0.from))
}

/// What a total leaves after the counts that are known: how many persons, and how far off rounding can make that.
pub(super) fn left_by(total: f64, known: impl Iterator<Item = f64>) -> (f64, f64) {
    known.fold((total, ROUNDING), |(left, slack), persons| (left - persons, slack + ROUNDING))
}

/// The hidden counts of these columns with their bounds, each at an equal share of what is left, or else at half of the most it can be.
///
/// Time: cells × columns.
pub(super) fn first_estimates(residents: &[f64], counts: &[RawCount], parts: &Parts) -> Estimates {
    let (mut values, mut squares) = (Vec::new(), Vec::new());
    for (cell, total) in residents.iter().enumerate() {
        let of_cell = || parts.columns.iter().map(|column| (*column, counts[*column].values[cell]));
        let hidden = of_cell().filter(|(_, persons)| persons.is_nan()).count();
        if hidden == 0 {
            continue;
        }
        let ceiling = MOST.min(*total);
        #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
        let hidden = hidden as f64;
        let (start, least, most, bounds) = if parts.make_total {
            let (left, slack) = left_by(*total, of_cell().map(|(_, persons)| persons).filter(|persons| !persons.is_nan()));
            let most = (left + slack).clamp(0.0, ceiling);
            let least = (left - slack - (hidden - 1.0) * ceiling).clamp(0.0, most);
            (left / hidden, least, most, (left - slack, left + slack))
        } else {
            (ceiling / 2.0, 0.0, ceiling, (0.0, ceiling))
        };
        let first = values.len();
        let of_column = |column| Hidden { column, cell, persons: start.clamp(least, most), least, most };
        values.extend(of_cell().filter(|(_, persons)| persons.is_nan()).map(|(column, _)| of_column(column)));
        // Where the known counts contradict the total, the bound nearest to it stands.
        let (floor, roof) = (hidden * least, hidden * most);
        squares.push(Square { values: first..values.len(), least: bounds.0.clamp(floor, roof), most: bounds.1.clamp(floor, roof) });
    }
    Estimates { values, squares }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAN: f64 = f64::NAN;

    fn column(group: &str, values: &[f64]) -> RawCount {
        RawCount { group: Group::parse(group), values: values.to_vec() }
    }

    fn of_all(residents: &[f64], counts: &[RawCount]) -> Estimates {
        first_estimates(residents, counts, &Parts { columns: (0..counts.len()).collect(), make_total: true })
    }

    #[test]
    fn what_the_total_leaves_is_shared_by_the_hidden_bands() {
        // First square: 20 residents, bands 10 and 5 known, two hidden: 5 left, 2.5 each.
        // Second: 40 residents, 35 known, one hidden: 5 left, at most 4.
        // Third: 5 residents, everything hidden: 1.25 each.
        let counts = [
            column("0-15", &[10.0, 20.0, NAN]),
            column("15-25", &[5.0, 5.0, NAN]),
            column("25-65", &[NAN, 10.0, NAN]),
            column("65+", &[NAN, NAN, NAN]),
        ];
        let estimates = of_all(&[20.0, 40.0, 5.0], &counts);
        let oldest: Vec<f64> = estimates.values.iter().filter(|hidden| hidden.column == 3).map(|hidden| hidden.persons).collect();
        assert_eq!(oldest, [2.5, 4.0, 1.25]);
        // The third square has 5 persons, give or take 2.
        assert_eq!(estimates.squares[2], Square { values: 3..7, least: 3.0, most: 7.0 });
    }

    #[test]
    fn the_bounds_follow_from_the_rounding() {
        // 60 residents, one known band of 50, one hidden. 60 is 58 to 62, 50 is 48 to 52: 10 are left, give or take 4, so the hidden
        // band has at least 6, more than a secret count can hold: 4.
        let hidden = of_all(&[60.0], &[column("0-65", &[50.0]), column("65+", &[NAN])]).values[0];
        assert_eq!((hidden.least, hidden.persons, hidden.most), (4.0, 4.0, 4.0));
    }

    #[test]
    fn only_counts_that_make_up_the_total_are_taken_from_it() {
        let parts = |groups: &[&str]| -> Vec<(Vec<usize>, bool)> {
            let groups: Vec<Group> = groups.iter().map(|group| Group::parse(group)).collect();
            parts_of(groups.iter()).into_iter().map(|parts| (parts.columns, parts.make_total)).collect()
        };
        assert_eq!(
            parts(&["65+", "benefits", "men", "0-15", "15-65", "women"]),
            [(vec![1], false), (vec![3, 4, 0], true), (vec![2, 5], true)]
        );
        // A gap, an overlap, no end, no beginning; men without women.
        for bands in [["0-15", "25+"], ["0-25", "15+"], ["0-15", "15-25"], ["15-25", "25+"]] {
            assert_eq!(parts(&bands), [(vec![0], false), (vec![1], false)], "{bands:?}");
        }
        assert_eq!(parts(&["65+", "men"]), [(vec![0], false), (vec![1], false)]);
    }

    #[test]
    fn a_count_that_stands_alone_is_half_of_what_it_can_be() {
        let counts = [column("65+", &[NAN, NAN])];
        let estimates = first_estimates(&[100.0, 3.0], &counts, &Parts { columns: vec![0], make_total: false });
        assert_eq!(estimates.values.iter().map(|hidden| hidden.persons).collect::<Vec<_>>(), [2.0, 1.5]);
    }
}
