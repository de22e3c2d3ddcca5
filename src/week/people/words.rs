//! What words mean.

use super::token::{Number, Token};
use crate::week::Weekday;
use crate::week::plan::{ALL_DAYS, ALL_WEEKS, ODD_WEEKS, WEEKEND, WORKDAYS};

/// Literals that are more than letters, longest first.
pub(super) const LITERALS: [(&str, Token); 18] = [
    ("t.e.m.", Token::To),
    ("t.e.m", Token::To),
    ("m.u.v.", Token::Except),
    ("m.u.v", Token::Except),
    ("o.a.v.", Token::Appointment),
    ("24/7", Token::Days(0)),
    ("door de week", Token::Days(WORKDAYS)),
    ("v.d.", Token::Van),
    ("t/m.", Token::To),
    ("t/m", Token::To),
    ("t.m.", Token::To),
    ("n.v.t.", Token::Noise),
    ("'s ", Token::Noise),
    ("’s ", Token::Noise),
    ("‘s ", Token::Noise),
    ("s'", Token::Noise),
    ("2-wekelijks", Token::Cycle(ODD_WEEKS)),
    ("4-wekelijks", Token::Cycle(1)),
];

/// Endings of a day that name a part of it.
const PARTS: [&str; 12] =
    ["ochtends", "ochtenden", "ochtend", "voormiddag", "namiddag", "middags", "middagen", "middag", "avonds", "avonden", "avond", "morgen"];

/// The meaning of a word in lower case; `None` for words that have none.
pub(super) fn meaning(word: &str) -> Option<Token> {
    Weekday::parse(word)
        .or_else(|| day_with_part(word))
        .map(Token::Day)
        .or_else(|| days(word))
        .or_else(|| month(word).map(Token::NamedMonth))
        .or_else(|| numeral(word))
        .or_else(|| other(word))
}

/// `woensdagochtend`, `dinsdagavonds`.
fn day_with_part(word: &str) -> Option<Weekday> {
    let day = PARTS.iter().find_map(|part| word.strip_suffix(part)).filter(|day| day.len() > 3)?;
    Weekday::parse(day)
}

fn days(word: &str) -> Option<Token> {
    Some(Token::Days(match word {
        "werkdag" | "werkdagen" | "weekdag" | "weekdagen" | "doordeweeks" | "doordeweekse" | "weekday" | "weekdays" => WORKDAYS,
        "dagelijks" | "daily" => ALL_DAYS,
        "weekend" | "weekends" | "weekenden" | "weekeinde" | "weekeinden" => WEEKEND,
        _ => return None,
    }))
}

fn month(word: &str) -> Option<u16> {
    Some(match word {
        "januari" | "january" | "jan" => 1,
        "februari" | "february" | "feb" => 2,
        "maart" | "mrt" | "march" | "mar" => 3,
        "april" | "apr" => 4,
        "mei" | "may" => 5,
        "juni" | "jun" | "june" => 6,
        "juli" | "jul" | "july" => 7,
        "augustus" | "aug" | "august" => 8,
        "september" | "sept" | "sep" => 9,
        "oktober" | "okt" | "october" | "oct" => 10,
        "november" | "nov" => 11,
        "december" | "dec" => 12,
        _ => return None,
    })
}

fn numeral(word: &str) -> Option<Token> {
    let number = |whole| Token::Num(Number { whole, minutes: None });
    Some(match word {
        "eerste" | "first" => Token::Nth(1),
        "tweede" | "second" => Token::Nth(2),
        "derde" | "third" => Token::Nth(3),
        "vierde" | "fourth" => Token::Nth(4),
        "vijfde" | "fifth" => Token::Nth(5),
        "laatste" | "last" => Token::Last,
        "eens" | "eenmaal" | "once" => Token::Count(1),
        "tweemaal" | "twice" => Token::Count(2),
        "een" | "één" | "one" => number(1),
        "twee" | "two" => number(2),
        "drie" | "three" => number(3),
        "vier" | "four" => number(4),
        _ => return None,
    })
}

fn other(word: &str) -> Option<Token> {
    Some(match word {
        "tot" | "tm" | "tem" | "to" | "till" | "until" | "through" => Token::To,
        "en" | "and" | "plus" => Token::Weak,
        "van" | "vd" | "vanaf" | "from" | "tussen" | "between" => Token::Van,
        "of" => Token::Of,
        "om" => Token::Om,
        "per" => Token::Per,
        "elke" | "elk" | "iedere" | "ieder" | "alle" | "every" | "each" => Token::Every,
        "andere" | "other" => Token::Other,
        "week" | "weken" | "weeks" | "weeknummers" => Token::Week,
        "maand" | "maanden" | "mnd" | "month" => Token::Month,
        "even" => Token::Even,
        "oneven" | "odd" => Token::Odd,
        "wekelijks" | "weekly" => Token::Cycle(ALL_WEEKS),
        "tweewekelijks" | "tweewekelijkse" | "veertiendaags" | "biweekly" | "fortnightly" => Token::Cycle(ODD_WEEKS),
        "maandelijks" | "monthly" | "vierwekelijks" => Token::Cycle(1),
        "gesloten" | "dicht" | "closed" | "off" => Token::Closed,
        "feestdag" | "feestdagen" | "ph" => Token::PublicHoliday,
        "vakantie" | "vakanties" | "schoolvakantie" | "schoolvakanties" | "zomervakantie" | "kerstvakantie" | "meivakantie"
        | "herfstvakantie" | "voorjaarsvakantie" | "vakantieperiode" | "vakantieperiodes" | "sh" => Token::SchoolHoliday,
        "zomer" | "zomers" | "zomermaanden" | "zomerperiode" | "winter" | "wintermaanden" | "winterperiode" | "voorjaar" | "najaar"
        | "lente" | "herfst" => Token::Season,
        "behalve" | "muv" | "niet" | "uitgezonderd" | "buiten" | "except" => Token::Except,
        "afspraak" | "appointment" => Token::Appointment,
        "alleen" | "uitsluitend" | "enkel" | "ook" | "na" | "volgens" | "mogelijk" | "nodig" | "verplicht" | "zonder" | "geen"
        | "without" | "an" | "by" | "only" => Token::BesideAppointment,
        "dag" | "dagen" | "day" | "days" => Token::DayWord,
        "met" => Token::With,
        "uur" | "u" | "uren" | "h" | "op" | "de" | "het" | "in" | "open" | "geopend" | "openingstijden" | "openingstijd" | "spreekuur"
        | "spreekuren" | "inloop" | "inloopspreekuur" | "inloopuren" | "ochtend" | "ochtends" | "morgen" | "morgens" | "middag"
        | "middags" | "namiddag" | "avond" | "avonds" | "verder" | "overig" | "overige" | "rest" | "nationale" | "officiële"
        | "erkende" | "keer" | "tijdens" | "maal" | "on" | "at" | "the" | "is" | "zijn" | "ido" => Token::Noise,
        _ => return None,
    })
}
