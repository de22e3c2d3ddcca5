//! Weeks as sets, against sets of numbers.

use super::super::{Quarter, Week, Weekday};
use proptest::collection::btree_set;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn week(quarters: &BTreeSet<u16>) -> Week {
    quarters.iter().map(|&q| Quarter::wrapping(q)).collect()
}

fn set(week: &Week) -> BTreeSet<u16> {
    week.iter().map(Quarter::index).collect()
}

proptest! {
    #[test]
    fn operations_are_those_of_sets(a in btree_set(0..2688_u16, 0..300), b in btree_set(0..2688_u16, 0..300)) {
        let (wa, wb) = (week(&a), week(&b));
        prop_assert_eq!(set(&wa.union(&wb)), &a | &b);
        prop_assert_eq!(set(&wa.intersection(&wb)), &a & &b);
        prop_assert_eq!(set(&wa.minus(&wb)), &a - &b);
        prop_assert_eq!(wa.common(&wb) as usize, (&a & &b).len());
        prop_assert_eq!(wa.quarters() as usize, a.len());
        prop_assert_eq!(wa.is_within(&wb), a.is_subset(&b));
        prop_assert!(wa.intersection(&wb).is_within(&wa));
        prop_assert_eq!(wa.is_empty(), a.is_empty());
    }

    #[test]
    fn a_week_repeats_when_all_four_are_alike(a in btree_set(0..672_u16, 0..50), other in 0..2688_u16) {
        let four: BTreeSet<u16> = a.iter().flat_map(|q| (0..4).map(move |w| q + 672 * w)).collect();
        prop_assert!(week(&four).repeats_weekly());
        let mut odd = four.clone();
        if !odd.remove(&other) {
            odd.insert(other);
        }
        prop_assert!(!week(&odd).repeats_weekly());
    }
}

#[test]
fn a_quarter_knows_its_place() {
    // Sunday 23:45 of week 4 is the last; Tuesday of week 2, 10:15, is 672 + 96 + 41
    assert_eq!(Quarter::new(2688), None);
    let last = Quarter::new(2687).expect("the last");
    assert_eq!((last.week(), last.day(), last.minutes()), (3, 6, 1425));
    let quarter = Quarter::at(1, Weekday::Tuesday, 10 * 60 + 15);
    assert_eq!(quarter.index(), 809);
    assert_eq!((quarter.week(), quarter.day(), quarter.minutes()), (1, 1, 615));
}

#[test]
fn ranges_go_round_and_hours_are_quarters_over_sixteen() {
    let mut week = Week::EMPTY;
    week.insert_range(Quarter::wrapping(2686), 4);
    assert_eq!(set(&week), BTreeSet::from([0, 1, 2686, 2687]));
    assert!((week.hours().get() - 0.25).abs() < 1e-12);
    assert!((Week::ALWAYS.hours().get() - 168.0).abs() < 1e-12);
    assert!((Week::whole_day(Weekday::Sunday).hours().get() - 24.0).abs() < 1e-12);
    week.insert_range(Quarter::wrapping(5), u16::MAX);
    assert_eq!(week, Week::ALWAYS);
}
