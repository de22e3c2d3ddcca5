//! Plans for when there is no time for better ones.

/// At most `count` of so many options: those that are the nearest to most weight, ascending, for clients with their nearest options.
pub(super) fn nearest_to_most(nearest: &[Vec<(f64, u32)>], weights: &[f64], options: usize, count: u32) -> Vec<u32> {
    let mut weight = vec![0.0; options];
    for (list, own) in nearest.iter().zip(weights) {
        list.first().into_iter().for_each(|(_, option)| weight[*option as usize] += own);
    }
    let mut order: Vec<u32> = (0u32..).zip(&weight).map(|(option, _)| option).collect();
    order.sort_unstable_by(|one, other| weight[*other as usize].total_cmp(&weight[*one as usize]).then(one.cmp(other)));
    order.truncate(count as usize);
    order.sort_unstable();
    order
}

/// Σ of numbers that are not negative: no more, and no less, than it can be by exact arithmetic.
pub(super) fn sum_between(numbers: impl Iterator<Item = f64>) -> (f64, f64) {
    let (count, sum) = numbers.fold((0.0, 0.0), |(count, sum), number| (count + 1.0, sum + number));
    let off = 4.0 * f64::EPSILON * count * sum;
    (sum - off, sum + off)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Option 2 is the nearest of 3 + 4, option 0 of 5, option 1 of nobody.
    #[test]
    fn most_weight_comes_first() {
        let nearest = [vec![(1.0, 2)], vec![(9.0, 0)], vec![(2.0, 2)]];
        let chosen = |count| nearest_to_most(&nearest, &[3.0, 5.0, 4.0], 3, count);
        assert_eq!((chosen(1), chosen(2), chosen(3)), (vec![2], vec![0, 2], vec![0, 1, 2]));
    }

    #[test]
    fn a_sum_lies_between() {
        let (low, high) = sum_between([0.1; 10].into_iter());
        assert!(low < 1.0 && 1.0 < high && high - low < 1e-13);
    }
}
