//! Classes of quarters against brute force.

use super::super::{Classes, Daypart, Dayparts, Profile, Quarter, Week};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn ranges() -> impl Strategy<Value = Vec<Week>> {
    let range = (0..2688_u16, 1..40_u16);
    vec(vec(range, 0..5), 0..80).prop_map(|weeks| {
        let build = |ranges: Vec<(u16, u16)>| {
            let mut week = Week::EMPTY;
            for (start, length) in ranges {
                week.insert_range(Quarter::wrapping(start), length);
            }
            week
        };
        weeks.into_iter().map(build).collect()
    })
}

/// Quarters by (daypart, weeks that contain them), in order of the first quarter.
fn brute_force(weeks: &[Week], dayparts: &Dayparts) -> Vec<Vec<Quarter>> {
    let mut groups: BTreeMap<(usize, Vec<bool>), Vec<Quarter>> = BTreeMap::new();
    for quarter in Week::ALWAYS.iter() {
        let part = Daypart::ALL.iter().position(|&part| dayparts.mask(part).contains(quarter)).unwrap_or(9);
        let open: Vec<bool> = weeks.iter().map(|week| week.contains(quarter)).collect();
        if open.contains(&true) {
            groups.entry((part, open)).or_default().push(quarter);
        }
    }
    let mut groups: Vec<_> = groups.into_values().collect();
    groups.sort_by_key(|group| group[0]);
    groups
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn the_same_groups_as_by_brute_force(weeks in ranges()) {
        let dayparts = Dayparts::default();
        let profile = Profile::default_all(&dayparts).expect("a profile");
        let list: Vec<&Week> = weeks.iter().collect();
        let classes = Classes::new(&list, &dayparts);
        let groups = brute_force(&weeks, &dayparts);
        prop_assert_eq!(classes.len(), groups.len());
        prop_assert_eq!(classes.is_empty(), groups.is_empty());
        prop_assert_eq!(classes.words(), groups.len().div_ceil(64));
        let weights = classes.weights(&profile);
        for (class, group) in groups.iter().enumerate() {
            for &quarter in group {
                prop_assert_eq!(classes.class_of(quarter), Some(class));
            }
            let expected: f64 = group.iter().map(|&quarter| profile.weight_of(quarter)).sum();
            prop_assert!((weights[class] - expected).abs() < 1e-12);
            for (row, week) in weeks.iter().enumerate() {
                let bit = classes.of(row)[class / 64] >> (class % 64) & 1 == 1;
                prop_assert_eq!(bit, week.contains(group[0]));
            }
        }
        for (row, week) in weeks.iter().enumerate() {
            let own: f64 = (0..classes.len()).filter(|c| classes.of(row)[c / 64] >> (c % 64) & 1 == 1).map(|c| weights[c]).sum();
            prop_assert!((own - profile.share(week)).abs() < 1e-9);
        }
    }
}

#[test]
fn a_small_case_by_hand() {
    // week A: Monday 11–13, week B: Monday 12–14; dayparts part at 12: {11–12 A}, {12–13 AB}, {13–14 B}, 4 quarters each
    let (mut a, mut b) = (Week::EMPTY, Week::EMPTY);
    a.insert_range(Quarter::wrapping(44), 8);
    b.insert_range(Quarter::wrapping(48), 8);
    let dayparts = Dayparts::default();
    let classes = Classes::new(&[&a, &b, &a], &dayparts);
    assert_eq!(classes.len(), 3);
    assert_eq!((classes.of(0), classes.of(1), classes.of(2)), (&[0b011][..], &[0b110][..], &[0b011][..]));
    assert_eq!(classes.of(3), &[] as &[u64]);
    assert_eq!(classes.class_of(Quarter::wrapping(0)), None);
    let none = Classes::new(&[], &dayparts);
    assert!(none.is_empty() && none.of(0).is_empty());
}

#[test]
fn five_thousand_weeks_are_quick() {
    let make = |seed: u16| {
        let mut week = Week::EMPTY;
        for day in 0..20_u16 {
            week.insert_range(Quarter::wrapping(day * 134 + seed * 7 % 41), 8 + seed % 29);
        }
        week
    };
    let weeks: Vec<Week> = (0..5000).map(make).collect();
    let list: Vec<&Week> = weeks.iter().collect();
    let classes = Classes::new(&list, &Dayparts::default());
    assert!(classes.len() <= 2688 && classes.len() > 100);
}
