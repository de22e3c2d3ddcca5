//! What is written is read as the same week.

use super::super::{Opening, Parsed, Quarter, Style, Week, parse};
use proptest::collection::vec;
use proptest::prelude::*;

/// A week of ranges: in which weeks (bits), on which days (bits), from which quarter of the day, how many quarters.
fn any_week() -> impl Strategy<Value = Week> {
    let range = (prop_oneof![Just(15_u8), Just(5), 1..16_u8], 1..128_u8, 0..96_u16, 1..60_u16);
    vec(range, 0..6).prop_map(|ranges| {
        let mut week = Week::EMPTY;
        for (weeks, days, start, length) in ranges {
            for (nth, day) in (0..4_u16).flat_map(|nth| (0..7_u16).map(move |day| (nth, day))) {
                if weeks >> nth & 1 == 1 && days >> day & 1 == 1 {
                    week.insert_range(Quarter::wrapping(nth * 672 + day * 96 + start), length);
                }
            }
        }
        week
    })
}

fn read(text: &str) -> Option<Week> {
    match parse(text) {
        Ok(Parsed { opening: Opening::Timed { week }, ignored }) if ignored.is_empty() => Some(week),
        _ => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn in_every_style(week in any_week()) {
        for style in [Style::Dutch, Style::English, Style::Osm] {
            let text = week.text(style);
            prop_assert_eq!(read(&text), Some(week), "{}", text);
        }
    }

    #[test]
    fn any_text_is_read_or_refused_without_a_panic(text in "[ -~–é\n]{0,40}") {
        let _ = parse(&text);
    }

    #[test]
    fn any_words_are_read_or_refused_without_a_panic(words in vec(prop::sample::select(vec![
        "ma", "di", "t/m", "-", "en", ",", ";", "10", "12", "9.30", "1e", "van", "de", "maand", "om", "week", "weken", "2", "per", "1x",
        "elke", "even", "(", ")", "gesloten", "feestdagen", "behalve", "juli", "op", "afspraak", "dag", "tot", "met", ":", "\n", "laatste",
        "Mo", "PH", "off", "\"", "zomer", "24/7", "’s ", "é",
    ]), 0..14)) {
        let _ = parse(&words.join(" "));
        let _ = parse(&words.concat());
    }
}

#[test]
fn written_forms() {
    let forms = [
        ("gesloten", "gesloten", "closed", "off"),
        ("24/7", "ma-zo 0.00-24.00", "Mon-Sun 0:00-24:00", "24/7"),
        (
            "di en do 9.30-12; 1e ma van de maand 13-16",
            "di,do 9.30-12.00; 1e ma van de maand 13.00-16.00",
            "Tue,Thu 9:30-12:00; first Mon of the month 13:00-16:00",
            "Tu,Th 09:30-12:00; Mo[1] 13:00-16:00",
        ),
        ("om de week wo 10-12", "om de week wo 10.00-12.00", "every other week Wed 10:00-12:00", "week 01-53/2 We 10:00-12:00"),
        (
            "2e en 4e di van de maand 10-12",
            "2e en 4e di van de maand 10.00-12.00",
            "second and fourth Tue of the month 10:00-12:00",
            "Tu[2,4] 10:00-12:00",
        ),
        (
            "ma-wo 9-12 en 13-17 en 19-21",
            "ma-wo 9.00-12.00, 13.00-17.00 en 19.00-21.00",
            "Mon-Wed 9:00-12:00, 13:00-17:00 and 19:00-21:00",
            "Mo-We 09:00-12:00,13:00-17:00,19:00-21:00",
        ),
    ];
    for (text, dutch, english, osm) in forms {
        let week = read(text).expect(text);
        assert_eq!(week.text(Style::Dutch), dutch);
        assert_eq!(week.text(Style::English), english);
        assert_eq!(week.text(Style::Osm), osm);
    }
}
