//! Sharing the cost of desks over municipalities, to the cent.

use crate::model::CostKey;
use crate::units::{Euros, largest_remainder};

/// The cost of one desk, or of all desks of a library, shared by one key.
#[derive(Debug, Clone, PartialEq)]
pub struct SharedCost {
    /// The library, by index.
    pub library: usize,
    /// The site of the desk; `None` for all desks together.
    pub site: Option<usize>,
    /// The key.
    pub key: CostKey,
    /// What is shared: the yearly cost as far as it is known.
    pub cost: Euros,
    /// Desks whose cost is unknown, and which are not in `cost`.
    pub unknown: usize,
    /// The share of each municipality.
    pub shares: Vec<CostShare>,
}

impl SharedCost {
    /// What is shared; `None` while no cost is known at all.
    #[must_use]
    pub fn known(&self) -> Option<Euros> {
        (self.unknown == 0 || self.cost > Euros::ZERO).then_some(self.cost)
    }

    /// What a municipality pays; `None` while no cost is known at all.
    #[must_use]
    pub fn amount(&self, share: &CostShare) -> Option<Euros> {
        self.known().map(|_| share.amount)
    }

    /// What is left of its grant; `None` while some cost is unknown: then nobody knows.
    #[must_use]
    pub fn left(&self, share: &CostShare) -> Option<Euros> {
        (self.unknown == 0).then(|| share.left())
    }
}

/// What one municipality pays.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CostShare {
    /// The municipality, by index.
    pub municipality: usize,
    /// Its weight by the key.
    pub weight: f64,
    /// Its part, 0 to 1.
    pub part: f64,
    /// What it pays.
    pub amount: Euros,
    /// Its grant, as far as it goes to this library.
    pub grant: Euros,
}

impl CostShare {
    /// What is left of its grant; negative when it pays more than its grant.
    #[must_use]
    pub fn left(&self) -> Euros {
        self.grant - self.amount
    }
}

/// Shares a cost in proportion to weights, by the largest remainder: the amounts add up to the cost. Without any weight everyone pays the
/// same. `members` has each municipality with its weight and its grant. O(n log n).
#[must_use]
pub fn share_cost(cost: Euros, members: &[(usize, f64, Euros)]) -> Vec<CostShare> {
    let weights: Vec<f64> = members.iter().map(|(_, weight, _)| *weight).collect();
    let sum: f64 = weights.iter().sum();
    #[expect(clippy::cast_precision_loss, reason = "a number of municipalities")]
    let equal = 1.0 / members.len() as f64;
    let amounts = largest_remainder(cost, &weights);
    let share = |(&(municipality, weight, grant), amount)| CostShare {
        municipality,
        weight,
        part: if sum > 0.0 { weight / sum } else { equal },
        amount,
        grant,
    };
    members.iter().zip(amounts).map(share).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_add_up_and_stand_beside_the_grant() {
        // € 100.00 by 1 : 2 : 3 is 16.67, 33.33 and 50.00; the first has a grant of 10.00 and pays 6.67 more.
        let grants = [1_000, 5_000, 5_000].map(Euros::from_cents);
        let members = [(4, 1.0, grants[0]), (7, 2.0, grants[1]), (9, 3.0, grants[2])];
        let shares = share_cost(Euros::from_cents(10_000), &members);
        assert_eq!(shares.iter().map(|share| share.amount.cents()).collect::<Vec<_>>(), [1_667, 3_333, 5_000]);
        assert_eq!(shares.iter().map(|share| share.left().cents()).collect::<Vec<_>>(), [-667, 1_667, 0]);
        assert_eq!(shares[2].part.to_bits(), 0.5_f64.to_bits());
    }

    /// With one of two desks of unknown cost each pays a part of the known one, and what is left of a grant is not known; with both unknown
    /// no amount is.
    #[test]
    fn what_is_not_known_is_not_zero() {
        let members = [(0, 1.0, Euros::from_cents(5_000)), (1, 1.0, Euros::from_cents(5_000))];
        for (cents, unknown, amount, left) in
            [(1_000, 0, Some(500), Some(4_500)), (1_000, 1, Some(500), None), (0, 2, None, None), (0, 0, Some(0), Some(5_000))]
        {
            let cost = Euros::from_cents(cents);
            let shares = share_cost(cost, &members);
            let shared = SharedCost { library: 0, site: None, key: CostKey::Equal, cost, unknown, shares };
            let share = &shared.shares[0];
            assert_eq!((shared.amount(share).map(Euros::cents), shared.left(share).map(Euros::cents)), (amount, left));
        }
    }

    #[test]
    fn without_weight_everyone_pays_the_same() {
        let members = [(0, 0.0, Euros::ZERO), (1, 0.0, Euros::ZERO), (2, 0.0, Euros::ZERO)];
        let shares = share_cost(Euros::from_cents(100), &members);
        assert_eq!(shares.iter().map(|share| share.amount.cents()).collect::<Vec<_>>(), [34, 33, 33]);
        assert!(shares.iter().all(|share| (share.part - 1.0 / 3.0).abs() < 1e-15));
        assert!(share_cost(Euros::from_cents(100), &[]).is_empty());
    }
}
