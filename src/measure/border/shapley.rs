//! A fair division of what desks together bring: the value of Shapley.

/// Need that is reached by desks in certain municipalities.
#[derive(Debug, Clone, PartialEq)]
pub struct Reached {
    /// The player whose need it is.
    pub player: usize,
    /// The players in whose territory a desk reaches it, ascending, each once.
    pub by: Vec<usize>,
    /// How much.
    pub need: f64,
}

/// The Shapley value of each of `players` municipalities in the game of method §8: a coalition is worth the need of its members that a desk
/// standing in the coalition reaches, v(T) = Σ need of those whose municipality is in T and who are reached by a member of T.
///
/// Exact for any number of players, in O(entries of `reached`): the value is linear in the game, and the game is a sum of small ones, one for
/// each `Reached`. When the need is reached at home, its own municipality brings all of it. When it is reached only by s others, it is there
/// as soon as the coalition has its own municipality and one of the s. In a random order of joining, the own municipality completes it when
/// it is not the first of these s + 1 to join: in s of s + 1 orders. When it is the first, in one of s + 1, the next of the s completes it,
/// each of them equally often. So the own municipality has s/(s + 1) of the need and each of the others 1/(s·(s + 1)).
///
/// Source: Shapley 1953. Contract: Σ = v(all players) (efficiency), equals get equals, who brings nothing gets nothing.
#[must_use]
pub fn shapley(players: usize, reached: &[Reached]) -> Vec<f64> {
    let mut values = vec![0.0; players];
    for Reached { player, by, need } in reached {
        if by.contains(player) {
            values[*player] += need;
        } else if !by.is_empty() {
            #[expect(clippy::cast_precision_loss, reason = "a number of municipalities")]
            let others = by.len() as f64;
            values[*player] += need * others / (others + 1.0);
            by.iter().for_each(|other| values[*other] += need / (others * (others + 1.0)));
        }
    }
    values
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn reached(player: usize, by: &[usize], need: f64) -> Reached {
        Reached { player, by: by.to_vec(), need }
    }

    /// v(T), with T as bits.
    fn worth(coalition: u32, reached: &[Reached]) -> f64 {
        let has = |player: usize| coalition >> player & 1 == 1;
        reached.iter().filter(|part| has(part.player) && part.by.iter().any(|by| has(*by))).map(|part| part.need).sum()
    }

    /// The definition: the mean over all orders of joining of what each adds when it joins.
    fn by_permutations(players: usize, parts: &[Reached]) -> Vec<f64> {
        fn walk(order: &mut Vec<usize>, players: usize, parts: &[Reached], sums: &mut [f64], orders: &mut f64) {
            if order.len() == players {
                *orders += 1.0;
                let mut coalition = 0;
                for player in order {
                    let joined = coalition | 1 << *player;
                    sums[*player] += worth(joined, parts) - worth(coalition, parts);
                    coalition = joined;
                }
                return;
            }
            for player in 0..players {
                if !order.contains(&player) {
                    order.push(player);
                    walk(order, players, parts, sums, orders);
                    order.pop();
                }
            }
        }
        let (mut sums, mut orders) = (vec![0.0; players], 0.0);
        walk(&mut Vec::new(), players, parts, &mut sums, &mut orders);
        sums.iter().map(|sum| sum / orders).collect()
    }

    /// The formula over subsets: Σ |T|!·(n − |T| − 1)!/n! · (v(T ∪ i) − v(T)).
    fn by_subsets(players: usize, parts: &[Reached]) -> Vec<f64> {
        let worths: Vec<f64> = (0..1u32 << players).map(|coalition| worth(coalition, parts)).collect();
        let factorial = |n: u32| (1..=n).map(f64::from).product::<f64>();
        let n = u32::try_from(players).unwrap();
        let value = |player: usize| {
            let without = (0..1u32 << players).filter(|coalition| coalition >> player & 1 == 0);
            without
                .map(|coalition| {
                    let size = coalition.count_ones();
                    let weight = factorial(size) * factorial(n - size - 1) / factorial(n);
                    weight * (worths[(coalition | 1 << player) as usize] - worths[coalition as usize])
                })
                .sum()
        };
        (0..players).map(value).collect()
    }

    #[test]
    fn three_municipalities_by_hand() {
        // 0 reaches 60 at home; 1 has no desk and 30 of its need is reached by 0; 2 is reached by nobody.
        // The 30 are divided in halves: 1/2 to 1 (s = 1), 1/(1·2) to 0. So 60 + 15, 15, 0.
        assert_eq!(shapley(3, &[reached(0, &[0], 60.0), reached(1, &[0], 30.0), reached(2, &[], 10.0)]), [75.0, 15.0, 0.0]);
        // 12 of municipality 0 is reached by 1 and by 2: 2/3 of it to 0, 1/6 to each: 8, 2, 2.
        let values = shapley(3, &[reached(0, &[1, 2], 12.0)]);
        values.iter().zip([8.0, 2.0, 2.0]).for_each(|(found, expected)| assert!((found - expected).abs() < 1e-12));
    }

    /// Games of up to `most` players.
    fn game(most: usize) -> impl Strategy<Value = (usize, Vec<Reached>)> {
        (1..=most).prop_flat_map(|players| {
            let part = (0..players, prop::collection::btree_set(0..players, 0..=players), 0.0..1000.0);
            let parts = prop::collection::vec(part, 0..12);
            let reached = parts.prop_map(|parts| {
                parts.into_iter().map(|(player, by, need)| Reached { player, by: by.into_iter().collect(), need }).collect()
            });
            (Just(players), reached)
        })
    }

    fn close(found: &[f64], expected: &[f64]) -> bool {
        found.len() == expected.len() && found.iter().zip(expected).all(|(found, expected)| (found - expected).abs() < 1e-8)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn is_the_mean_over_all_orders((players, parts) in game(6)) {
            prop_assert!(close(&shapley(players, &parts), &by_permutations(players, &parts)));
        }

        #[test]
        fn is_the_formula_over_subsets((players, parts) in game(12)) {
            prop_assert!(close(&shapley(players, &parts), &by_subsets(players, &parts)));
        }

        /// Efficiency, symmetry, null player.
        #[test]
        fn has_the_axioms_of_shapley((players, parts) in game(8), names in Just((0..8usize).collect::<Vec<_>>()).prop_shuffle()) {
            let values = shapley(players, &parts);
            prop_assert!((values.iter().sum::<f64>() - worth((1 << players) - 1, &parts)).abs() < 1e-8);
            for (player, value) in values.iter().enumerate() {
                let adds_nothing = (0..1u32 << players).all(|coalition| worth(coalition | 1 << player, &parts) <= worth(coalition, &parts));
                prop_assert!(!adds_nothing || *value < 1e-9);
            }
            // Other names, the same values: in particular those who bring the same get the same.
            let name: Vec<usize> = names.into_iter().filter(|name| *name < players).collect();
            let renamed: Vec<Reached> = parts
                .iter()
                .map(|part| Reached { player: name[part.player], by: part.by.iter().map(|by| name[*by]).collect(), need: part.need })
                .collect();
            let again = shapley(players, &renamed);
            prop_assert!((0..players).all(|player| (values[player] - again[name[player]]).abs() < 1e-9));
        }
    }
}
