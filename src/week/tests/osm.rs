//! The notation of `OpenStreetMap`, against weeks built quarter by quarter.

use super::super::{Ignored, Opening, Parsed, Week, parse};
use super::{by_hand, check};

const EVERY: &[u8] = &[1, 2, 3, 4];
const WORKDAYS: &[u8] = &[0, 1, 2, 3, 4];

fn week_of(text: &str) -> Week {
    match parse(text) {
        Ok(Parsed { opening: Opening::Timed { week }, .. }) => week,
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn rules_as_sets_of_quarters() {
    let all_days: &[u8] = &[0, 1, 2, 3, 4, 5, 6];
    let cases: [(&str, Week); 22] = [
        ("Tu,Th 09:30-12:00", by_hand(&[(EVERY, &[1, 3], 570, 720)])),
        ("Mo-Fr 10:00-17:30; Sa 10:00-13:00", by_hand(&[(EVERY, WORKDAYS, 600, 1050), (EVERY, &[5], 600, 780)])),
        ("Mo-Fr 08:00-12:00,13:00-17:00", by_hand(&[(EVERY, WORKDAYS, 480, 720), (EVERY, WORKDAYS, 780, 1020)])),
        ("24/7", Week::ALWAYS),
        ("off", Week::EMPTY),
        ("closed", Week::EMPTY),
        ("Mo-Fr 09:00-17:00; We off", by_hand(&[(EVERY, &[0, 1, 3, 4], 540, 1020)])),
        ("Mo-Fr 09:00-17:00; We 09:00-12:00", by_hand(&[(EVERY, &[0, 1, 3, 4], 540, 1020), (EVERY, &[2], 540, 720)])),
        ("Mo 09:00-12:00; Mo 13:00-17:00", by_hand(&[(EVERY, &[0], 780, 1020)])),
        ("Mo 09:00-12:00, Mo 13:00-17:00", by_hand(&[(EVERY, &[0], 540, 720), (EVERY, &[0], 780, 1020)])),
        ("Mo-Fr 09:00-17:00; Mo-Fr 12:00-13:00 off", by_hand(&[(EVERY, WORKDAYS, 540, 720), (EVERY, WORKDAYS, 780, 1020)])),
        ("Mo[1] 13:00-16:00", by_hand(&[(&[1], &[0], 780, 960)])),
        ("Mo[-1] 13:00-16:00", by_hand(&[(&[4], &[0], 780, 960)])),
        ("Mo[1,3] 13:00-16:00", by_hand(&[(&[1, 3], &[0], 780, 960)])),
        ("Mo[2-4] 13:00-16:00", by_hand(&[(&[2, 3, 4], &[0], 780, 960)])),
        ("week 1-53/2 We 10:00-12:00", by_hand(&[(&[1, 3], &[2], 600, 720)])),
        ("week 2-53/2 We 10:00-12:00", by_hand(&[(&[2, 4], &[2], 600, 720)])),
        ("week 03-51/4 We 10:00-12:00", by_hand(&[(&[3], &[2], 600, 720)])),
        ("Fr-Mo 10:00-12:00", by_hand(&[(EVERY, &[4, 5, 6, 0], 600, 720)])),
        ("Fr 22:00-02:00", by_hand(&[(EVERY, &[4], 1320, 1440), (EVERY, &[5], 0, 120)])),
        ("Fr 22:00-26:00; Sa off", by_hand(&[(EVERY, &[4], 1320, 1440), (EVERY, &[5], 0, 120)])),
        ("Mo-Su 00:00-24:00; Su off", by_hand(&[(EVERY, &all_days[..6], 0, 1440)])),
    ];
    for (text, expected) in cases {
        assert_eq!(week_of(text), expected, "{text}: {}", week_of(text).text(super::Style::Osm));
    }
}

#[test]
fn hours_past_the_end_of_the_cycle_go_on_at_its_beginning() {
    assert_eq!(week_of("Su[4] 23:00-01:00"), by_hand(&[(&[4], &[6], 1380, 1440), (&[1], &[0], 0, 60)]));
}

#[test]
fn what_is_left_aside_is_noted() {
    let cases: [(&str, &str, Vec<Ignored>); 16] = [
        ("Mo-Fr 09:00-17:00; PH off", "Mo-Fr 09:00-17:00", vec![Ignored::PublicHolidays]),
        ("Mo-Fr,PH 09:00-17:00", "Mo-Fr 09:00-17:00", vec![Ignored::PublicHolidays]),
        ("Mo-Fr 09:00-17:00; SH off", "Mo-Fr 09:00-17:00", vec![Ignored::SchoolHolidays]),
        ("Mo-Fr 09:00-17:00; Jul-Aug off", "Mo-Fr 09:00-17:00", vec![Ignored::Season { text: "Jul-Aug".to_owned() }]),
        ("Mo-Fr 09:00-17:00; Dec 25 off", "Mo-Fr 09:00-17:00", vec![Ignored::Season { text: "Dec 25".to_owned() }]),
        (
            "Sep-May Mo 10:00-12:00; Jun-Aug Mo 10:00-11:00",
            "Mo 10:00-12:00",
            vec![Ignored::Season { text: "Sep-May".to_owned() }, Ignored::Season { text: "Jun-Aug".to_owned() }],
        ),
        ("Jul-Aug Mo 10:00-12:00", "Mo 10:00-12:00", vec![Ignored::Season { text: "Jul-Aug".to_owned() }]),
        ("Mo 10:00-12:00; week 20-30 Mo 10:00-11:00", "Mo 10:00-12:00", vec![Ignored::WeekNumbers { text: "20-30".to_owned() }]),
        ("2026 Mo 10:00-12:00", "Mo 10:00-12:00", vec![Ignored::Years { text: "2026".to_owned() }]),
        ("Mo 10:00-12:00 \"by appointment\"", "Mo 10:00-12:00", vec![Ignored::ByAppointment { text: "by appointment".to_owned() }]),
        ("Mo 10:00-12:00; We \"op afspraak\"", "Mo 10:00-12:00", vec![Ignored::ByAppointment { text: "op afspraak".to_owned() }]),
        ("Mo 10:00-12:00 || \"on call\"", "Mo 10:00-12:00", vec![Ignored::Comment { text: "on call".to_owned() }]),
        ("Mo 10:00-12:00; Tu unknown", "Mo 10:00-12:00", vec![Ignored::Uncertain { text: "Tu unknown".to_owned() }]),
        ("Mo 10:00-12:00 \"room 3\"", "Mo 10:00-12:00", vec![Ignored::Comment { text: "room 3".to_owned() }]),
        ("Mo 10:10-12:00", "Mo 10:15-12:00", vec![Ignored::Rounded { text: "10:10".to_owned(), minutes: 615 }]),
        ("Mo[5] 10:00-12:00; Tu 10:00-12:00", "Tu 10:00-12:00", vec![Ignored::FifthWeek]),
    ];
    for (text, expected, notes) in cases {
        check(&[(text, expected)]);
        assert_eq!(parse(text).map(|parsed| parsed.ignored), Ok(notes), "{text}");
    }
}
