//! What happens to the money that a year leaves.

use crate::units::Euros;

/// Money that is left at the end of a year, and where it goes. When something is left, `reserve` + `repay` + `own_left` = `left`; the three
/// are never negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Settlement {
    /// Grants and own contributions less all that was spent; negative for a shortfall.
    pub left: Euros,
    /// Grant money that may be kept for the next year.
    pub reserve: Euros,
    /// Grant money that is to be repaid.
    pub repay: Euros,
    /// Own contributions that were not needed: they stay with whoever gave them.
    pub own_left: Euros,
}

/// Settles a year: what is left of `grants` and `own` contributions after spending `spent`.
///
/// Grant money is spent first, so that own contributions save nothing that must then be repaid. Of the grants not spent at most a quarter of
/// the year's grants is reserved for the next year, rounded down to the cent; the rest is repaid (Regeling specifieke uitkering IDO, method
/// §9). Own contributions are neither reserved nor repaid. O(1).
///
/// Grants € 100,000 and own € 20,000:
///
/// | spent | left | reserve | repay | own left |
/// | --- | --- | --- | --- | --- |
/// | € 60,000 | € 60,000 | € 25,000 | € 15,000 | € 20,000 |
/// | € 90,000 | € 30,000 | € 10,000 | – | € 20,000 |
/// | € 110,000 | € 10,000 | – | – | € 10,000 |
/// | € 125,000 | € −5,000 | – | – | – |
#[must_use]
pub fn settle(grants: Euros, own: Euros, spent: Euros) -> Settlement {
    let left = grants + own - spent;
    let kept = left.max(Euros::ZERO);
    let of_grants = (grants - spent).clamp(Euros::ZERO, kept);
    let reserve = of_grants.min(Euros::from_cents(grants.cents() / 4));
    Settlement { left, reserve, repay: of_grants - reserve, own_left: kept - of_grants }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_the_documentation() {
        let euros = |amount: i64| Euros::from_cents(100 * amount);
        for (spent, left, reserve, repay, own_left) in [
            (60_000, 60_000, 25_000, 15_000, 20_000),
            (90_000, 30_000, 10_000, 0, 20_000),
            (110_000, 10_000, 0, 0, 10_000),
            (125_000, -5_000, 0, 0, 0),
        ] {
            let expected = Settlement { left: euros(left), reserve: euros(reserve), repay: euros(repay), own_left: euros(own_left) };
            assert_eq!(settle(euros(100_000), euros(20_000), euros(spent)), expected, "{spent}");
        }
    }

    #[test]
    fn a_quarter_is_rounded_down() {
        // A quarter of 1.03 is 0.2575: 0.25 may be kept, 1.03 − 0.25 = 0.78 goes back.
        let settled = settle(Euros::from_cents(103), Euros::ZERO, Euros::ZERO);
        assert_eq!((settled.reserve.cents(), settled.repay.cents()), (25, 78));
    }
}
