//! A moment of the week.

use super::super::{Moment, Quarter, WeekError, Weekday};

#[test]
fn a_moment_is_a_quarter_in_every_week() {
    // Tuesday 19:00 = 96 + 76 = 172, and 672 more in each next week
    let expected = [172, 844, 1516, 2188].map(Quarter::wrapping);
    for text in ["Tu 19:00", "di 19.00", "dinsdag 19:00", "dinsdag 19 uur", "Tuesday 19:00", "DI 19u", "dinsdagavond om 19:10", "19:00 di"]
    {
        assert_eq!(Moment::parse(text).map(Moment::quarters), Ok(expected), "{text}");
    }
    let saturday = Moment::parse("Saturday 10:30").expect("a moment");
    assert_eq!((saturday.weekday(), saturday.minutes()), (Weekday::Saturday, 630));
}

#[test]
fn anything_else_is_refused() {
    let cases = [
        ("", WeekError::Empty),
        ("19:00", WeekError::NoDay { text: "19:00".to_owned() }),
        ("di", WeekError::NoTime { text: "di".to_owned() }),
        ("di 24:00", WeekError::ImpossibleTime { text: "24:00".to_owned() }),
        ("di 19:60", WeekError::ImpossibleTime { text: "19:60".to_owned() }),
        ("di 19-20", WeekError::Misplaced { text: "-".to_owned() }),
        ("di wo 19:00", WeekError::Misplaced { text: "wo".to_owned() }),
        ("straks 19:00", WeekError::Unknown { word: "straks".to_owned() }),
    ];
    for (text, expected) in cases {
        assert_eq!(Moment::parse(text), Err(expected), "{text}");
    }
}
