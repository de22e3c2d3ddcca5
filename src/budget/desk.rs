//! What a desk costs a year.

use crate::model::{DeskCosts, Money, Venue};
use crate::units::{Euros, Hours};

/// A desk, today's or planned, and all that its cost depends on.
#[derive(Debug, Clone, PartialEq)]
pub struct Desk {
    /// Its site, by index in [`crate::model::Region::sites`]; handed back, not used.
    pub site: usize,
    /// The id of its site.
    pub id: String,
    /// What kind of venue it is in.
    pub venue: Venue,
    /// The municipality it stands in, by index in the list that [`super::budget`] gets.
    pub municipality: Option<usize>,
    /// The library organisation that runs it, by index in the list that [`super::budget`] gets.
    pub library: Option<usize>,
    /// Hours a week; `None` when unknown.
    pub hours: Option<Hours>,
    /// The site's own costs.
    pub costs: DeskCosts,
    /// Whether it does not stand there today, so that its venue's one-off cost is still to be paid.
    pub new: bool,
}

/// The cost of a desk for a year, by kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cost {
    /// Whatever the hours: the site's own, else its venue's.
    pub fixed: Euros,
    /// Whether neither the site nor the study gives a fixed cost, so that `fixed` is nothing for want of a figure.
    pub unpriced: bool,
    /// Hour rate × hours a week × weeks; `None` when the hours or the rate are unknown.
    pub hours: Option<Euros>,
    /// The part of a new desk's one-off cost that falls on a year.
    pub one_off: Euros,
}

impl Cost {
    /// All together; `None` when the cost of the hours is unknown: an unknown cost is not zero.
    #[must_use]
    pub fn total(self) -> Option<Euros> {
        self.hours.map(|hours| self.fixed + hours + self.one_off)
    }
}

/// The yearly cost of a desk of `venue` with these hours: fixed cost + hour rate × hours a week × weeks + for a `new` desk one-off cost ÷
/// years (method §9). The site's own fixed cost and rate prevail over the study's. Each part is rounded to the cent. O(log venues).
#[must_use]
pub fn yearly_cost(money: &Money, venue: Venue, own: DeskCosts, hours: Option<Hours>, new: bool) -> Cost {
    let fixed = own.fixed.or_else(|| money.site.get(&venue).copied());
    let rate = own.hour.or(money.hour);
    let one_off = money.one_off.get(&venue).filter(|_| new);
    Cost {
        fixed: fixed.unwrap_or_default(),
        unpriced: fixed.is_none(),
        hours: rate.zip(hours).map(|(rate, hours)| rate.scaled(hours.get() * money.weeks)),
        one_off: one_off.map(|one_off| one_off.yearly()).unwrap_or_default(),
    }
}

/// The hours a week that an amount a year pays at a desk of `venue`, after its fixed cost and, for a `new` one, its one-off cost: the inverse
/// of [`yearly_cost`]. At most the 168 of a week; nothing when the amount does not even pay the fixed cost; `None` when the hour rate or the
/// weeks are unknown or nothing. O(log venues).
#[must_use]
pub fn hours_for(money: &Money, venue: Venue, own: DeskCosts, amount: Euros, new: bool) -> Option<Hours> {
    let closed = yearly_cost(money, venue, own, Hours::new(0.0), new).total()?;
    let one = yearly_cost(money, venue, own, Hours::new(1.0), new).hours?;
    if one <= Euros::ZERO {
        return None;
    }
    let left = (amount - closed).max(Euros::ZERO);
    Hours::new((left.cents_as_f64() / one.cents_as_f64()).min(168.0))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::num::NonZeroU32;

    use super::*;
    use crate::model::OneOff;

    fn money() -> Money {
        let one_off = OneOff { cost: Euros::from_cents(400_000), years: NonZeroU32::new(5).unwrap() };
        Money {
            hour: Some(Euros::from_cents(3_800)),
            site: BTreeMap::from([(Venue::VillageHall, Euros::from_cents(260_000))]),
            one_off: BTreeMap::from([(Venue::VillageHall, one_off)]),
            ..Money::default()
        }
    }

    #[test]
    fn fixed_and_hours_and_for_a_new_desk_the_one_off_cost() {
        // 2,600 + 38 × 20 × 48 = 2,600 + 36,480 = 39,080; a new one 4,000/5 = 800 more.
        let cost = |new| yearly_cost(&money(), Venue::VillageHall, DeskCosts::default(), Hours::new(20.0), new);
        assert_eq!(cost(false).total(), Some(Euros::from_cents(3_908_000)));
        assert_eq!(cost(true).total(), Some(Euros::from_cents(3_988_000)));
        assert!(!cost(true).unpriced);
    }

    #[test]
    fn the_costs_of_the_site_prevail() {
        // 1,000 + 30 × 2.5 × 48 = 1,000 + 3,600 = 4,600.
        let own = DeskCosts { fixed: Some(Euros::from_cents(100_000)), hour: Some(Euros::from_cents(3_000)) };
        let cost = yearly_cost(&money(), Venue::VillageHall, own, Hours::new(2.5), false);
        assert_eq!(cost.total(), Some(Euros::from_cents(460_000)));
    }

    #[test]
    fn the_hours_that_money_pays() {
        // 38 × 48 = 1,824 for an hour a week. After 2,600 of 13,544 are left 10,944: 6 hours; of a new hall after 800 more 10,144: 5.56.
        let hours =
            |cents, new| hours_for(&money(), Venue::VillageHall, DeskCosts::default(), Euros::from_cents(cents), new).unwrap().get();
        assert!((hours(1_354_400, false) - 6.0).abs() < 1e-12);
        assert!((hours(1_354_400, true) - 10_144.0 / 1_824.0).abs() < 1e-12);
        assert_eq!((hours(100, false), hours(i64::MAX / 4, false)), (0.0, 168.0));
        assert_eq!(hours_for(&Money::default(), Venue::Shop, DeskCosts::default(), Euros::from_cents(100), false), None);
    }

    #[test]
    fn what_is_unknown_is_not_zero() {
        let venue = Venue::PlaceOfWorship;
        let hours = Hours::new(10.0);
        // Without a fixed cost: 38 × 10 × 48 = 18,240, and it says so.
        let cost = yearly_cost(&money(), venue, DeskCosts::default(), hours, true);
        assert_eq!((cost.total(), cost.unpriced), (Some(Euros::from_cents(1_824_000)), true));
        assert_eq!(yearly_cost(&money(), venue, DeskCosts::default(), None, false).total(), None);
        assert_eq!(yearly_cost(&Money::default(), venue, DeskCosts::default(), hours, false).total(), None);
    }
}
