//! A column a day.

use super::super::{Ignored, Opening, Style, WeekError, Weekday, columns, weekday_of_column};

#[test]
fn one_text_a_day() {
    let texts = [
        (Weekday::Monday, "9:30-12:00 / 13-17"),
        (Weekday::Tuesday, "9.30-12.00 en 13.00-17.00"),
        (Weekday::Wednesday, "gesloten"),
        (Weekday::Thursday, ""),
        (Weekday::Friday, "10-12 (om de week)"),
        (Weekday::Saturday, "x"),
        (Weekday::Sunday, "-"),
    ];
    let parsed = columns(&texts).expect("hours").expect("not empty");
    let Opening::Timed { week } = parsed.opening else { panic!("untimed") };
    assert_eq!(week.text(Style::Osm), "Mo,Tu 09:30-12:00,13:00-17:00; week 01-53/2 Fr 10:00-12:00");
    assert!(parsed.ignored.is_empty());
}

#[test]
fn notes_and_refusals_name_the_day() {
    let noted = columns(&[(Weekday::Monday, "9:40-12 op afspraak"), (Weekday::Tuesday, "19-21")]).expect("hours").expect("not empty");
    assert_eq!(
        noted.ignored,
        [Ignored::Rounded { text: "9:40".to_owned(), minutes: 585 }, Ignored::ByAppointment { text: "op afspraak".to_owned() }]
    );
    assert_eq!(columns(&[(Weekday::Monday, ""), (Weekday::Tuesday, "  ")]), Ok(None));
    let cases = [
        ("12-9", WeekError::EndsBeforeStart { text: "12-9".to_owned() }),
        ("wo 9-12", WeekError::OtherDay { text: "wo 9-12".to_owned() }),
        ("misschien", WeekError::Unknown { word: "misschien".to_owned() }),
        ("3", WeekError::OpenEnd { text: "3".to_owned() }),
        ("op afspraak", WeekError::OnlyByAppointment),
    ];
    for (text, expected) in cases {
        assert_eq!(columns(&[(Weekday::Monday, "9-12"), (Weekday::Tuesday, text)]), Err((Weekday::Tuesday, expected)), "{text}");
    }
}

#[test]
fn names_of_columns() {
    for name in ["di", "Dinsdag", "tue", "Tu", "tuesday", "openingstijden_di", "open_dinsdag", "uren_di", "Openingstijden dinsdag", "DI"] {
        assert_eq!(weekday_of_column(name), Some(Weekday::Tuesday), "{name}");
    }
    for name in ["", "naam", "open", "uren", "di_open", "dia", "domein", "zon_op", "website"] {
        assert_eq!(weekday_of_column(name), None, "{name}");
    }
}
