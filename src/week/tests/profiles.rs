//! Dayparts and profiles, by hand.

use super::super::{Daypart, Dayparts, DaypartsError, Opening, Profile, ProfileError, Quarter, Week, WeekError, Weekday, parse};
use std::collections::BTreeMap;

fn week(text: &str) -> Week {
    match parse(text).expect(text).opening {
        Opening::Timed { week } => week,
        Opening::Untimed(_) => panic!("{text}"),
    }
}

fn texts(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

fn mix(pairs: &[(&str, f64)]) -> Result<Profile, ProfileError> {
    Profile::mix(&Dayparts::default(), &pairs.iter().map(|(name, weight)| ((*name).to_owned(), *weight)).collect())
}

fn close(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-12, "{found} is not {expected}");
}

#[test]
fn the_default_dayparts_have_78_hours() {
    let dayparts = Dayparts::default();
    let hours = Daypart::ALL.map(|part| dayparts.mask(part).hours().get());
    // 5 × 4, 5 × 5, 5 × 4, 8, 5 and the 90 others of 168
    assert_eq!(hours.map(|h| format!("{h}")), ["20", "25", "20", "8", "5"]);
    close(dayparts.other().hours().get(), 90.0);
}

#[test]
fn a_week_split_by_daypart() {
    // Monday 7–18: 1 other, 4 morning, 5 afternoon, 1 evening; Saturday 8–10: 1 other, 1 Saturday; first Sunday 16–18: ¼ and ¼
    let split = Dayparts::default().split(&week("ma 7-18; za 8-10; 1e zo van de maand 16-18"));
    assert_eq!(split.dayparts.map(|h| format!("{}", h.get())), ["4", "5", "1", "1", "0.25"]);
    close(split.other.get(), 2.25);
}

#[test]
fn a_study_changes_dayparts() {
    let dayparts =
        Dayparts::new(&texts(&[("weekday-morning", "8:30-12:00"), ("saturday", "9-12, 13-17"), ("sunday", "")])).expect("dayparts");
    assert_eq!(*dayparts.mask(Daypart::WeekdayMorning), week("ma-vr 8.30-12"));
    assert_eq!(*dayparts.mask(Daypart::WeekdayAfternoon), week("ma-vr 12-17"));
    assert_eq!(*dayparts.mask(Daypart::Saturday), week("za 9-12 en 13-17"));
    assert!(dayparts.mask(Daypart::Sunday).is_empty());
}

#[test]
fn dayparts_that_are_refused() {
    let (morning, afternoon) = (Daypart::WeekdayMorning, Daypart::WeekdayAfternoon);
    let inexact = |text: &str| DaypartsError::Inexact { daypart: morning, text: text.to_owned() };
    let cases = [
        ("morning", "8-12", DaypartsError::UnknownName { name: "morning".to_owned() }),
        ("weekday-morning", "8-13", DaypartsError::Overlap { first: morning, second: afternoon }),
        ("weekday-morning", "8:10-12", inexact("8:10-12")),
        ("weekday-morning", "om de week 8-12", inexact("om de week 8-12")),
        ("weekday-morning", "za 8-9", inexact("za 8-9")),
        (
            "weekday-morning",
            "12-8",
            DaypartsError::Hours { daypart: morning, error: WeekError::EndsBeforeStart { text: "12-8".to_owned() } },
        ),
        ("weekday-morning", "vroeg", DaypartsError::Hours { daypart: morning, error: WeekError::Unknown { word: "vroeg".to_owned() } }),
    ];
    for (name, text, expected) in cases {
        assert_eq!(Dayparts::new(&texts(&[(name, text)])), Err(expected), "{name} {text}");
    }
}

#[test]
fn base_profiles() {
    let anytime = mix(&[("anytime", 3.0)]).expect("anytime");
    close(anytime.weight(Daypart::WeekdayAfternoon), 25.0 / 78.0);
    close(anytime.share(&week("di 10-14")), 4.0 / 78.0);
    close(anytime.share(&week("1e di van de maand 10-14")), 1.0 / 78.0);
    close(anytime.share(&Week::ALWAYS), 1.0);
    close(anytime.share(&Week::EMPTY), 0.0);
    // one of 20 morning hours and two of 25 afternoon hours
    close(mix(&[("office", 1.0)]).expect("office").share(&week("di 11-14")), 0.5 / 20.0 + 0.5 * 2.0 / 25.0);
    // an evening hour, 4 Saturday hours, an hour on Sunday, and hours outside that count nothing
    let working = mix(&[("working", 1.0)]).expect("working");
    close(working.share(&week("di 10-12 en 20-22; za 9-13; zo 16-18")), 0.6 / 20.0 + 0.3 * 4.0 / 8.0 + 0.1 / 5.0);
}

#[test]
fn the_worked_example_of_moment_coverage() {
    // a profile of 73 equal hours: all dayparts but Sunday, each by its hours
    let profile = mix(&[("weekday-morning", 20.0), ("weekday-afternoon", 25.0), ("weekday-evening", 20.0), ("saturday", 8.0)]).expect("73");
    let (a, b) = (week("ma 8-16"), week("ma 12-21; di 9-20"));
    close(profile.share(&a), 8.0 / 73.0);
    close(profile.share(&b), 20.0 / 73.0);
    close(profile.share(&a.union(&b)), 24.0 / 73.0);
    let (u1, u2) = (profile.share(&a), profile.share(&a.union(&b)));
    let m = |k: i32| 0.5 * (1.0 - (1.0 - u1).powi(k)) + 0.5 * (1.0 - (1.0 - u2).powi(k));
    // k = 3: 1 − ((65/73)³ + (49/73)³) / 2 = 1 − (274,625 + 117,649) / 778,034
    close(m(1), 16.0 / 73.0);
    close(m(3), 1.0 - 392_274.0 / 778_034.0);
}

#[test]
fn mixes_and_defaults() {
    let dayparts = Dayparts::default();
    let all = Profile::default_all(&dayparts).expect("all");
    let mixed = mix(&[("office", 0.5), ("working", 0.5)]).expect("mixed");
    for (part, expected) in Daypart::ALL.into_iter().zip([0.25, 0.25, 0.3, 0.15, 0.05]) {
        close(all.weight(part), expected);
        close(mixed.weight(part), expected);
    }
    let older = mix(&[("weekday-morning", 5.0), ("weekday-afternoon", 4.0), ("saturday", 1.0)]).expect("older");
    for part in Daypart::ALL {
        close(older.weight(part), Profile::default_65(&dayparts).expect("65+").weight(part));
    }
    // Monday 8:00 is one of 20 × 16 quarters of the cycle, Monday 7:45 outside all
    close(older.weight_of(Quarter::at(0, Weekday::Monday, 480)), 0.5 / 320.0);
    close(older.weight_of(Quarter::at(0, Weekday::Monday, 465)), 0.0);
    close(Week::ALWAYS.iter().map(|q| older.weight_of(q)).sum(), 1.0);
}

#[test]
fn profiles_that_are_refused() {
    let cases: [(&[(&str, f64)], ProfileError); 6] = [
        (&[("evenings", 1.0)], ProfileError::UnknownName { name: "evenings".to_owned() }),
        (&[("other", 1.0)], ProfileError::UnknownName { name: "other".to_owned() }),
        (&[("office", -1.0)], ProfileError::BadWeight { name: "office".to_owned(), weight: -1.0 }),
        (&[("office", f64::INFINITY)], ProfileError::BadWeight { name: "office".to_owned(), weight: f64::INFINITY }),
        (&[("office", 0.0)], ProfileError::NoWeight),
        (&[], ProfileError::NoWeight),
    ];
    for (pairs, expected) in cases {
        assert_eq!(mix(pairs), Err(expected));
    }
    assert!(matches!(mix(&[("office", f64::NAN)]), Err(ProfileError::BadWeight { .. })));
    let no_sunday = Dayparts::new(&texts(&[("sunday", "")])).expect("dayparts");
    assert_eq!(Profile::default_all(&no_sunday), Err(ProfileError::NoHours { daypart: Daypart::Sunday }));
    assert!(Profile::default_65(&no_sunday).is_ok());
    let none = Dayparts::new(&Daypart::ALL.iter().map(|part| (part.name().to_owned(), String::new())).collect()).expect("dayparts");
    let anytime = BTreeMap::from([("anytime".to_owned(), 1.0)]);
    assert_eq!(Profile::mix(&none, &anytime), Err(ProfileError::NoDayparts));
    assert!(
        Profile::mix(&Dayparts::default(), &BTreeMap::from([("office".to_owned(), f64::MAX), ("working".to_owned(), f64::MAX)])).is_ok()
    );
}
