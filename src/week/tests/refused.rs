//! Texts that are refused, each with its error.

use super::super::WeekError;
use super::error_of;

#[test]
fn each_refusal_names_the_piece() {
    let no_day = |text: &str| WeekError::NoDay { text: text.to_owned() };
    let no_time = |text: &str| WeekError::NoTime { text: text.to_owned() };
    let impossible = |text: &str| WeekError::ImpossibleTime { text: text.to_owned() };
    let backwards = |text: &str| WeekError::EndsBeforeStart { text: text.to_owned() };
    let short = |text: &str| WeekError::TooShort { text: text.to_owned() };
    let open = |text: &str| WeekError::OpenEnd { text: text.to_owned() };
    let unknown = |word: &str| WeekError::Unknown { word: word.to_owned() };
    let misplaced = |text: &str| WeekError::Misplaced { text: text.to_owned() };
    let sun = |text: &str| WeekError::SunTime { text: text.to_owned() };
    let too_many = |text: &str| WeekError::TooManyHours { text: text.to_owned() };
    let cases = [
        ("", WeekError::Empty),
        ("  \n ", WeekError::Empty),
        ("9-17", no_day("9-17")),
        ("09:00-17:00", no_day("09:00-17:00")),
        ("9-12 en 13-17 uur", no_day("9-12 en 13-17")),
        ("10-12, 13-15 di, 9-10", no_day("9-10")),
        ("juli 10-12", no_day("10-12")),
        ("di en do", no_time("di en do")),
        ("di 10-12, wo", no_time("wo")),
        ("ma; di 10-12", no_time("ma")),
        ("om de week", no_time("om de week")),
        ("feestdagen gesloten", no_time("feestdagen gesloten")),
        ("Mo-Fr", no_time("Mo-Fr")),
        ("Mo-Fr; Sa 00:00-24:00", no_time("Mo-Fr; Sa 00:00-24:00")),
        ("open", no_time("open")),
        ("PH off", no_time("PH off")),
        ("op afspraak", WeekError::OnlyByAppointment),
        ("Alleen op afspraak", WeekError::OnlyByAppointment),
        ("by appointment", WeekError::OnlyByAppointment),
        ("\"by appointment\"", WeekError::OnlyByAppointment),
        ("di en do op afspraak", WeekError::OnlyByAppointment),
        ("di 25:00-26:00", impossible("25:00")),
        ("Mo 25:00-26:00", impossible("25:00")),
        ("di 9:75-12:00", impossible("9:75")),
        ("di 9.5-12", impossible("9.5")),
        ("di 10-24:30", impossible("24:30")),
        ("di 1000-1200", impossible("1000")),
        ("di 12-10", backwards("12-10")),
        ("di 10-10", backwards("10-10")),
        ("di 18-7", backwards("18-7")),
        ("di 16-2", backwards("16-2")),
        ("Tu 10:00-10:00", backwards("10:00-10:00")),
        ("di 10:01-10:07", short("10:01-10:07")),
        ("di 10:00+", open("10:00")),
        ("Tu 10:00+", open("10:00+")),
        ("di vanaf 10 uur", open("10")),
        ("Mo sunrise-12:00", sun("sunrise-12:00")),
        ("Mo 10:00-16:00/30", WeekError::Repeats { text: "10:00-16:00/30".to_owned() }),
        ("169", too_many("169")),
        ("200 uur per week", too_many("200 uur per week")),
        ("zoals altijd", unknown("zoals")),
        ("di 10-12 pm", unknown("pm")),
        ("xyz 10-12", unknown("xyz")),
        ("di 10am-12", unknown("10am")),
        ("di 10-12 of wo", misplaced("of")),
        ("elke 3 weken di 10-12", unknown("elke 3 weken")),
        ("om de maand di 10-12", unknown("om de maand")),
        ("di t/m 12", misplaced("t/m")),
        ("di 10-12 (wo", misplaced("(wo")),
        ("24/7 behalve ma", misplaced("24/7")),
        ("-6", open("6")),
        ("di of do 10-12", misplaced("of")),
    ];
    let wrong: Vec<_> = cases.into_iter().filter(|(text, expected)| error_of(text) != *expected).collect();
    let found: Vec<_> = wrong.iter().map(|(text, _)| error_of(text)).collect();
    assert!(wrong.is_empty(), "expected {wrong:#?}\nfound {found:#?}");
}
