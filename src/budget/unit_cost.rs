//! What a year's money buys, per unit of result.

use crate::units::{Euros, Share};

/// Yearly cost per unit of result, each to the cent; `None` where the result is nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct UnitCosts {
    /// Per resident within the norm.
    pub per_resident: Option<Euros>,
    /// Per thousand reachable hours: a resident who can reach a desk ten hours a week counts ten. One hour costs a few cents, so whole
    /// cents tell nothing.
    pub per_thousand_hours: Option<Euros>,
    /// Per percentage point of moment coverage.
    pub per_point: Option<Euros>,
}

/// Divides the yearly cost of all desks by what they bring: residents within the norm, Σ residents × hours a week that each can reach, and
/// moment coverage. These are means, not what the next resident or hour would cost. O(1).
#[must_use]
pub fn unit_costs(yearly: Euros, within_norm: f64, reachable_hours: f64, moments: Share) -> UnitCosts {
    let per = |divisor: f64| (divisor.is_finite() && divisor > 0.0).then(|| yearly.scaled(1.0 / divisor));
    UnitCosts { per_resident: per(within_norm), per_thousand_hours: per(reachable_hours / 1000.0), per_point: per(moments.get() * 100.0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cost_is_divided_by_what_it_brings() {
        // € 83,000: for 20,000 residents 4.15 each; for 20,000 × 8 = 160 thousand hours 83,000/160 = 518.75; for 50 points 1,660.
        let half = Share::new(0.5).unwrap();
        let costs = unit_costs(Euros::from_cents(8_300_000), 20_000.0, 160_000.0, half);
        assert_eq!(costs.per_resident, Some(Euros::from_cents(415)));
        assert_eq!(costs.per_thousand_hours, Some(Euros::from_cents(51_875)));
        assert_eq!(costs.per_point, Some(Euros::from_cents(166_000)));
    }

    #[test]
    fn nothing_has_no_price() {
        assert_eq!(unit_costs(Euros::from_cents(100), 0.0, 0.0, Share::default()), UnitCosts::default());
    }
}
