//! Hours as people type them, with their form in the notation of `OpenStreetMap` written by hand.

use super::super::{Ignored, parse};
use super::check;

#[test]
fn days_and_hours_as_people_type_them() {
    check(&[
        ("di en do 9.30–12.00", "Tu,Th 09:30-12:00"),
        ("di,do 9.30-12.00", "Tu,Th 09:30-12:00"),
        ("DI EN DO 9:30 — 12:00 UUR", "Tu,Th 09:30-12:00"),
        ("ma t/m vr 10-17 uur", "Mo-Fr 10:00-17:00"),
        ("ma-vr 10-17", "Mo-Fr 10:00-17:00"),
        ("ma tot en met vr van 10 tot 17 uur", "Mo-Fr 10:00-17:00"),
        ("maandag tot vrijdag 10 - 17 u.", "Mo-Fr 10:00-17:00"),
        ("ma, wo en vr 9:30-12:30", "Mo,We,Fr 09:30-12:30"),
        ("ma/wo/vr 9:30-12:30", "Mo,We,Fr 09:30-12:30"),
        ("do 10.00–12.00 en 18.30–20.30", "Th 10:00-12:00,18:30-20:30"),
        ("di 10-12 en za 10-13", "Tu 10:00-12:00; Sa 10:00-13:00"),
        ("ma 9-12 / 13-17", "Mo 09:00-12:00,13:00-17:00"),
        ("ma 9-12 | 13-17", "Mo 09:00-12:00,13:00-17:00"),
        ("ma 9-12; 13-17", "Mo 09:00-12:00,13:00-17:00"),
        ("dinsdag van 10.00 tot 12.00 uur, donderdag van 13.00 tot 15.00 uur", "Tu 10:00-12:00; Th 13:00-15:00"),
        ("ma-do: 9u-17u, vr: 9u30-12u", "Mo-Th 09:00-17:00; Fr 09:30-12:00"),
        ("di.14:00-17:00", "Tu 14:00-17:00"),
        ("woensdagochtend 10-12", "We 10:00-12:00"),
        ("dinsdagmiddag 13.00-15.30 uur en donderdagavond 19-21", "Tu 13:00-15:30; Th 19:00-21:00"),
        ("'s woensdags 10-12", "We 10:00-12:00"),
        ("dinsdags 10-12", "Tu 10:00-12:00"),
        ("dinsdagen 10-12", "Tu 10:00-12:00"),
        ("elke dinsdag 10-12", "Tu 10:00-12:00"),
        ("iedere di van 10.00 uur tot 12.00 uur", "Tu 10:00-12:00"),
        ("op dinsdag 10-12", "Tu 10:00-12:00"),
        ("10-12 uur op dinsdag", "Tu 10:00-12:00"),
        ("09:30 - 12:00 (di)", "Tu 09:30-12:00"),
        ("09:30 - 12:00 (di), 13:00 - 15:00 (wo)", "Tu 09:30-12:00; We 13:00-15:00"),
        ("di 9.30 tot 12.00 u.", "Tu 09:30-12:00"),
        ("werkdagen 9-17", "Mo-Fr 09:00-17:00"),
        ("op werkdagen van 9 tot 17 uur", "Mo-Fr 09:00-17:00"),
        ("doordeweeks 9-17", "Mo-Fr 09:00-17:00"),
        ("dagelijks 9-17", "Mo-Su 09:00-17:00"),
        ("elke dag 9-17", "Mo-Su 09:00-17:00"),
        ("weekend 12-16", "Sa,Su 12:00-16:00"),
        ("vr t/m ma 10-12", "Mo,Fr-Su 10:00-12:00"),
        ("ma gesloten, di 10-12", "Tu 10:00-12:00"),
        ("gesloten", "off"),
        ("ma t/m zo gesloten", "off"),
        ("Maandag\n9-12\nDinsdag\n13-17", "Mo 09:00-12:00; Tu 13:00-17:00"),
        ("ma: 9.00 - 12.00\r\ndi: gesloten\r\nwo: 13.00 - 17.00", "Mo 09:00-12:00; We 13:00-17:00"),
        ("za 22-2", "Sa 22:00-24:00; Su 00:00-02:00"),
        ("zo 22-0", "Su 22:00-24:00"),
        ("ma 0-24", "Mo 00:00-24:00"),
        ("ma 09:30:00-12:00:00", "Mo 09:30-12:00"),
        ("Tuesday 10-12 and Thursday 9.30 to 11", "Tu 10:00-12:00; Th 09:30-11:00"),
        ("Mo-Fr 9-17", "Mo-Fr 09:00-17:00"),
        ("dagelijks behalve zondag 10-12", "Mo-Sa 10:00-12:00"),
        ("dinsdag- en donderdagochtend 10-12", "Tu,Th 10:00-12:00"),
        ("ma-vr 9-17, behalve wo 10-12", "Mo,Tu,Th,Fr 09:00-17:00; We 10:00-12:00"),
        ("ma-vr 9-12, niet op woensdag", "Mo,Tu,Th,Fr 09:00-12:00"),
        ("- ma 9-12\n- di 10-12", "Mo 09:00-12:00; Tu 10:00-12:00"),
        ("ma en di 9-12, do 13-15; verder gesloten", "Mo,Tu 09:00-12:00; Th 13:00-15:00"),
    ]);
}

#[test]
fn some_weeks_of_the_cycle() {
    check(&[
        ("1e ma van de maand 13-16", "Mo[1] 13:00-16:00"),
        ("eerste maandag van de maand 13.00-16.00", "Mo[1] 13:00-16:00"),
        ("elke 1ste maandag van elke maand 13-16", "Mo[1] 13:00-16:00"),
        ("1e ma vd maand 13-16", "Mo[1] 13:00-16:00"),
        ("1e en 3e woensdag v.d. mnd 14-16", "week 01-53/2 We 14:00-16:00"),
        ("eens in de twee weken wo 10-12", "week 01-53/2 We 10:00-12:00"),
        ("di 10-12, even weken gesloten", "week 01-53/2 Tu 10:00-12:00"),
        ("2e en 4e di van de maand 10-12", "Tu[2,4] 10:00-12:00"),
        ("1e, 2e en 3e di van de maand 10-12", "Tu[1,2,3] 10:00-12:00"),
        ("laatste vrijdag van de maand 10-12", "Fr[4] 10:00-12:00"),
        ("1e di en 3e do van de maand 10-12", "Tu[1] 10:00-12:00; Th[3] 10:00-12:00"),
        ("1e di van de maand en do 10-12", "Th 10:00-12:00; Tu[1] 10:00-12:00"),
        ("om de week wo 10-12", "week 01-53/2 We 10:00-12:00"),
        ("wo om de week 10-12", "week 01-53/2 We 10:00-12:00"),
        ("wo 10-12 om de week", "week 01-53/2 We 10:00-12:00"),
        ("wo 10-12 (om de week)", "week 01-53/2 We 10:00-12:00"),
        ("wo 10-12 (even weken), do 9-11", "Th 09:00-11:00; We[2,4] 10:00-12:00"),
        ("di 10-12, om de week wo 10-12", "Tu 10:00-12:00; week 01-53/2 We 10:00-12:00"),
        ("even weken do 9-12", "Th[2,4] 09:00-12:00"),
        ("in de even weken: do 9-12, vr 9-10; ma 8-9", "Mo 08:00-09:00; Th[2,4] 09:00-12:00; Fr[2,4] 09:00-10:00"),
        ("oneven weken do 9-12", "week 01-53/2 Th 09:00-12:00"),
        ("even weken:\ndo 9-12\noneven weken:\nvr 9-12", "week 01-53/2 Fr 09:00-12:00; Th[2,4] 09:00-12:00"),
        ("1x per 2 weken wo 10-12", "week 01-53/2 We 10:00-12:00"),
        ("eens per twee weken op wo 10-12", "week 01-53/2 We 10:00-12:00"),
        ("elke twee weken wo 10-12", "week 01-53/2 We 10:00-12:00"),
        ("tweewekelijks wo 10-12", "week 01-53/2 We 10:00-12:00"),
        ("every other week We 10-12", "week 01-53/2 We 10:00-12:00"),
        ("maandelijks di 10-12", "Tu[1] 10:00-12:00"),
        ("1x per maand di 10-12", "Tu[1] 10:00-12:00"),
        ("1 keer per maand di 10-12", "Tu[1] 10:00-12:00"),
        ("maandelijks op de 3e dinsdag 10-12", "Tu[3] 10:00-12:00"),
        ("2x per maand di 10-12", "week 01-53/2 Tu 10:00-12:00"),
        ("wekelijks di 10-12", "Tu 10:00-12:00"),
        ("week 1 en 4: di 10-12", "Tu[1,4] 10:00-12:00"),
        ("di 9-12; 1e di van de maand 13-16", "Tu 09:00-12:00, Tu[1] 13:00-16:00"),
        ("first Monday of the month 10-12", "Mo[1] 10:00-12:00"),
    ]);
}

#[test]
fn a_later_rule_replaces_where_it_overlaps_and_adds_where_not() {
    check(&[
        ("ma-vr 9-17, wo 9-12", "Mo,Tu,Th,Fr 09:00-17:00; We 09:00-12:00"),
        ("ma-vr 9-17; wo gesloten", "Mo,Tu,Th,Fr 09:00-17:00"),
        ("ma-vr 9-17; do 18-20", "Mo-We,Fr 09:00-17:00; Th 09:00-17:00,18:00-20:00"),
        ("di 9-12; 1e di van de maand 10-11", "Tu 10:00-11:00, Tu[2,3,4] 09:00-10:00,11:00-12:00"),
    ]);
}

#[test]
fn a_number_of_hours() {
    check(&[
        ("6", "6 h"),
        ("6,5", "6.5 h"),
        ("6 uur", "6 h"),
        ("6 uur per week", "6 h"),
        ("6 u/w", "6 h"),
        ("6.5 hours a week", "6.5 h"),
        ("12 u. p.w.", "12 h"),
        ("0", "0 h"),
        ("168", "168 h"),
    ]);
}

#[test]
fn what_is_left_aside_is_noted() {
    let season = |text: &str| Ignored::Season { text: text.to_owned() };
    let comment = |text: &str| Ignored::Comment { text: text.to_owned() };
    let appointment = |text: &str| Ignored::ByAppointment { text: text.to_owned() };
    let cases: [(&str, &str, Vec<Ignored>); 23] = [
        ("di 10-12 op afspraak", "Tu 10:00-12:00", vec![appointment("op afspraak")]),
        ("di 10-12 en volgens afspraak", "Tu 10:00-12:00", vec![appointment("en volgens afspraak")]),
        ("wo alleen op afspraak, di 10-12", "Tu 10:00-12:00", vec![appointment("alleen op afspraak")]),
        ("di 10-12, wo op afspraak", "Tu 10:00-12:00", vec![appointment("op afspraak")]),
        ("di 10-12 (zonder afspraak)", "Tu 10:00-12:00", vec![comment("zonder afspraak")]),
        ("di 10-12 zonder afspraak", "Tu 10:00-12:00", vec![comment("zonder afspraak")]),
        ("di 10-12, geen afspraak nodig", "Tu 10:00-12:00", vec![comment("geen afspraak nodig")]),
        ("di 10-12 (koffie staat klaar)", "Tu 10:00-12:00", vec![comment("koffie staat klaar")]),
        ("di 10-12 \"zaal 2\"", "Tu 10:00-12:00", vec![comment("zaal 2")]),
        ("ma-vr 9-17, feestdagen gesloten", "Mo-Fr 09:00-17:00", vec![Ignored::PublicHolidays]),
        ("ma-vr 9-17, gesloten op feestdagen", "Mo-Fr 09:00-17:00", vec![Ignored::PublicHolidays]),
        ("ma-vr 9-17 m.u.v. feestdagen", "Mo-Fr 09:00-17:00", vec![Ignored::PublicHolidays]),
        ("ma-vr 9-17 (niet in schoolvakanties)", "Mo-Fr 09:00-17:00", vec![Ignored::SchoolHolidays]),
        ("zo en feestdagen 12-17", "Su 12:00-17:00", vec![Ignored::PublicHolidays]),
        ("di 10-12; juli en augustus gesloten", "Tu 10:00-12:00", vec![season("juli"), season("augustus")]),
        ("di 10-12, 1 juli t/m 31 augustus gesloten", "Tu 10:00-12:00", vec![season("1 juli t/m 31 augustus")]),
        ("sept t/m mei: di 10-12; juni t/m aug: di 10-11", "Tu 10:00-12:00", vec![season("sept t/m mei"), season("juni t/m aug")]),
        ("ma 9-12 (m.u.v. juli en augustus), di 10-12", "Mo 09:00-12:00; Tu 10:00-12:00", vec![season("juli"), season("augustus")]),
        ("di 10-12, sept t/m mei", "Tu 10:00-12:00", vec![season("sept t/m mei")]),
        ("di 9:40-12:00", "Tu 09:45-12:00", vec![Ignored::Rounded { text: "9:40".to_owned(), minutes: 585 }]),
        (
            "di 9:37-12:08",
            "Tu 09:30-12:15",
            vec![Ignored::Rounded { text: "9:37".to_owned(), minutes: 570 }, Ignored::Rounded { text: "12:08".to_owned(), minutes: 735 }],
        ),
        ("di 10-12; 5e ma van de maand 10-12", "Tu 10:00-12:00", vec![Ignored::FifthWeek]),
        ("di 10-12 uur (di 10-12 op afspraak)", "Tu 10:00-12:00", vec![appointment("op afspraak")]),
    ];
    for (text, expected, notes) in cases {
        check(&[(text, expected)]);
        assert_eq!(parse(text).map(|parsed| parsed.ignored), Ok(notes), "{text}");
    }
}
