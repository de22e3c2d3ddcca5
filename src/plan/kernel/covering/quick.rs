//! A cover and a bound for when there is no time for better ones.

use super::cheapest::Found;
use super::core::Core;

/// So many rows tell which options serve many.
const SOME: usize = 8192;

/// A cover by the numbers of the options outside, with its cost, and what no cover costs less than.
///
/// Row by row, the option that serves most for what it costs, of some thousands of rows. Rows that share no option with each other need one each.
/// O(entries).
pub(super) fn quick(core: &Core) -> (Found, i64) {
    let mut length = vec![0i64; core.costs.len()];
    core.rows.iter().step_by(core.rows.len() / SOME + 1).flatten().for_each(|option| length[*option as usize] += 1);
    let (mut is_open, mut is_seen) = (vec![false; core.costs.len()], vec![false; core.costs.len()]);
    let (mut cost, mut ids, mut bound) = (0, Vec::new(), 0);
    for row in &core.rows {
        if !row.iter().any(|option| is_seen[*option as usize]) {
            row.iter().for_each(|option| is_seen[*option as usize] = true);
            bound += row.iter().map(|option| core.costs[*option as usize]).min().unwrap_or(0);
        }
        if row.iter().any(|option| is_open[*option as usize]) {
            continue;
        }
        let worse = |one: usize, other: usize| {
            let across = |one: usize, other: usize| i128::from(length[one]) * i128::from(core.costs[other]);
            across(one, other).cmp(&across(other, one)).then(other.cmp(&one))
        };
        if let Some(option) = row.iter().map(|option| *option as usize).max_by(|one, other| worse(*one, *other)) {
            is_open[option] = true;
            cost += core.costs[option];
            ids.push(core.ids[option]);
        }
    }
    ((cost, ids), bound)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Option 1 serves the first two rows at 3 and 2 the last two at 4; the first and the last share none, and cost at least 3 and 4.
    #[test]
    fn row_by_row() {
        let core = Core::new(vec![vec![0, 1], vec![1, 2], vec![2, 3]], vec![5, 3, 4, 9]);
        assert_eq!(quick(&core), ((7, vec![1, 2]), 7));
    }
}
