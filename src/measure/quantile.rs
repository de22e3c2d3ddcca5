//! Weighted quantiles without sorting everything.

/// The most classes into which values are put.
const MOST_CLASSES: usize = 1024;
/// How many values a class holds when they are spread evenly.
const VALUES_A_CLASS: usize = 8;

/// Values put into classes of equal width, once for all weights they are asked with.
#[derive(Debug, Clone)]
pub struct Classed<'a> {
    values: &'a [f64],
    /// The class of each value.
    class: Vec<u16>,
    classes: usize,
}

impl<'a> Classed<'a> {
    /// Puts values, finite and not negative, into classes. O(values).
    #[must_use]
    pub fn new(values: &'a [f64]) -> Self {
        let classes = (values.len() / VALUES_A_CLASS).clamp(1, MOST_CLASSES);
        let most = values.iter().copied().fold(0.0, f64::max);
        #[expect(clippy::cast_precision_loss, reason = "at most MOST_CLASSES")]
        let per_unit = if most > 0.0 { classes as f64 / most } else { 0.0 };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to MOST_CLASSES")]
        let class = values.iter().map(|value| ((value * per_unit) as u16).min((classes - 1) as u16)).collect();
        Self { values, class, classes }
    }

    /// The values.
    #[must_use]
    pub fn values(&self) -> &'a [f64] {
        self.values
    }

    /// The weighted quantiles: for each share the smallest value whose cumulative weight reaches that share of all weight (method §1).
    /// Empty when there is no weight.
    ///
    /// `weights` are finite and not negative, one a value; shares from 0 to 1. Only the class that holds a quantile is sorted: O(values)
    /// for distances as they occur, never worse than sorting.
    #[must_use]
    pub fn quantiles(&self, weights: &[f64], shares: &[f64]) -> Vec<f64> {
        let mut sums = vec![0.0; self.classes];
        self.class.iter().zip(weights).for_each(|(class, weight)| sums[usize::from(*class)] += weight);
        let total: f64 = weights.iter().sum();
        if total <= 0.0 {
            return Vec::new();
        }
        shares
            .iter()
            .map(|share| {
                let (class, before) = class_that_reaches(&sums, share * total);
                let mut pairs = self.pairs(class, weights);
                in_sorted(sorted(&mut pairs), before, share * total)
            })
            .collect()
    }

    /// The values of a class with their weights.
    fn pairs(&self, class: usize, weights: &[f64]) -> Vec<(f64, f64)> {
        let members = self.class.iter().enumerate().filter(|(_, of)| usize::from(**of) == class);
        members.map(|(index, _)| (self.values[index], weights[index])).collect()
    }
}

/// Many weights over the same values, weighed value by value: as [`Classed::quantiles`] for each of them, in one pass.
#[derive(Debug, Clone)]
pub struct Weighed<'c, 'v> {
    classed: &'c Classed<'v>,
    /// How many weights a value has.
    columns: usize,
    /// The sum of each class, weight by weight.
    sums: Vec<f64>,
    /// The sum of each weight.
    totals: Vec<f64>,
}

impl<'c, 'v> Weighed<'c, 'v> {
    /// Without any weight yet.
    #[must_use]
    pub fn new(classed: &'c Classed<'v>, columns: usize) -> Self {
        Self { classed, columns, sums: vec![0.0; classed.classes * columns], totals: vec![0.0; columns] }
    }

    /// Adds the weights of the next value, one a column; `value` is its index, and values come in their order.
    pub fn add(&mut self, value: usize, weights: &[f64]) {
        let start = usize::from(self.classed.class[value]) * self.columns;
        self.sums[start..start + self.columns].iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight);
        self.totals.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight);
    }

    /// The quantile of each column; `None` where it has no weight. `weight` gives the weight of a value, by its index, in a column. O(values),
    /// and as [`Classed::quantiles`] for the classes that hold a quantile.
    #[must_use]
    pub fn quantiles(&self, share: f64, weight: impl Fn(usize, usize) -> f64) -> Vec<Option<f64>> {
        let of_class = |column: usize| (0..self.classed.classes).map(move |class| self.sums[class * self.columns + column]);
        let reached: Vec<Option<(usize, f64)>> = (0..self.columns)
            .map(|column| {
                let sums: Vec<f64> = of_class(column).collect();
                (self.totals[column] > 0.0).then(|| class_that_reaches(&sums, share * self.totals[column]))
            })
            .collect();
        let mut members: Vec<Option<Vec<usize>>> = vec![None; self.classed.classes];
        reached.iter().flatten().for_each(|(class, _)| members[*class] = Some(Vec::new()));
        for (value, class) in self.classed.class.iter().enumerate() {
            if let Some(members) = &mut members[usize::from(*class)] {
                members.push(value);
            }
        }
        let quantile = |(column, reached): (usize, Option<(usize, f64)>)| {
            let (class, before) = reached?;
            let members = members[class].iter().flatten();
            let mut pairs: Vec<(f64, f64)> = members.map(|value| (self.classed.values[*value], weight(*value, column))).collect();
            Some(in_sorted(sorted(&mut pairs), before, share * self.totals[column]))
        };
        reached.into_iter().enumerate().map(quantile).collect()
    }
}

/// The first class at whose end the cumulative weight reaches `wanted`, and the weight before it.
fn class_that_reaches(sums: &[f64], wanted: f64) -> (usize, f64) {
    let mut before = 0.0;
    for (number, sum) in sums.iter().enumerate() {
        if *sum > 0.0 && before + sum >= wanted {
            return (number, before);
        }
        before += sum;
    }
    // Rounding left the last sum a hair short: the quantile is the largest value with weight.
    let last = sums.iter().rposition(|sum| *sum > 0.0).unwrap_or(0);
    (last, before - sums[last])
}

fn sorted(pairs: &mut [(f64, f64)]) -> &[(f64, f64)] {
    pairs.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    pairs
}

/// The first value at which the cumulative weight, `before` included, reaches `wanted`; the largest with weight if rounding keeps it short.
fn in_sorted(pairs: &[(f64, f64)], before: f64, wanted: f64) -> f64 {
    let mut cumulative = before;
    let mut last = 0.0;
    for (value, weight) in pairs.iter().filter(|(_, weight)| *weight > 0.0) {
        cumulative += weight;
        last = *value;
        if cumulative >= wanted {
            break;
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_smallest_value_that_reaches_the_share() {
        // Weights 1, 2, 3, 4 at 10, 20, 30, 40: cumulative 1, 3, 6, 10. Half of 10 is reached at 30, nine tenths at 40, three tenths
        // exactly at 20; share 0 is the first value with weight.
        let values = [40.0, 10.0, 30.0, 20.0, 5.0];
        let weights = [4.0, 1.0, 3.0, 2.0, 0.0];
        assert_eq!(Classed::new(&values).quantiles(&weights, &[0.5, 0.9, 0.3, 0.0, 1.0]), [30.0, 40.0, 20.0, 10.0, 40.0]);
        assert_eq!(Classed::new(&[1.0]).quantiles(&[0.0], &[0.5]), Vec::<f64>::new());
    }

    proptest! {
        /// A weight of 2 is the value twice: against the plain definition on the unrolled list, with many equal values and with classes.
        #[test]
        fn equals_the_definition(raw in prop::collection::vec((0u16..3000, 0u8..4), 0..3000)) {
            let values: Vec<f64> = raw.iter().map(|(value, _)| f64::from(*value)).collect();
            let weights: Vec<f64> = raw.iter().map(|(_, weight)| f64::from(*weight)).collect();
            let mut unrolled: Vec<u16> = raw.iter().flat_map(|(value, weight)| std::iter::repeat_n(*value, usize::from(*weight))).collect();
            unrolled.sort_unstable();
            for share in [0.1, 0.5, 0.9, 1.0] {
                let found = Classed::new(&values).quantiles(&weights, &[share]);
                let all = u32::try_from(unrolled.len()).unwrap();
                let expected = (1..=all).zip(&unrolled).find(|(reached, _)| f64::from(*reached) >= share * f64::from(all));
                prop_assert_eq!(found.first().copied(), expected.map(|(_, value)| f64::from(*value)));
            }
        }

        /// Many weights in one pass are each weight by itself, to the last bit.
        #[test]
        fn many_weights_are_each_by_itself(raw in prop::collection::vec((0u16..3000, prop::array::uniform3(0u8..4)), 0..3000)) {
            let values: Vec<f64> = raw.iter().map(|(value, _)| f64::from(*value)).collect();
            let weights: Vec<[f64; 3]> = raw.iter().map(|(_, weights)| weights.map(|weight| f64::from(weight) / 3.0)).collect();
            let classed = Classed::new(&values);
            let mut weighed = Weighed::new(&classed, 3);
            weights.iter().enumerate().for_each(|(value, weights)| weighed.add(value, weights));
            let found = weighed.quantiles(0.9, |value, column| weights[value][column]);
            for (column, found) in found.into_iter().enumerate() {
                let one: Vec<f64> = weights.iter().map(|weights| weights[column]).collect();
                prop_assert_eq!(found, classed.quantiles(&one, &[0.9]).first().copied());
            }
        }
    }
}
