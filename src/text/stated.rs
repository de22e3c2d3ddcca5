//! Values of a study file in the notation of a language, for people.

use std::str::FromStr;

use super::Text;
use crate::units::Euros;

/// What a study says under a key, or leaves at its default: amounts and numbers in the notation of the language. Opening hours, lists of
/// sites and names stay as the study has them.
#[must_use]
pub fn stated(text: &dyn Text, key: &str, value: &str) -> String {
    let last = key.rsplit('.').next().unwrap_or(key);
    let is_number = match key.split('.').next() {
        Some("scenario") => matches!(last, "norm" | "budget" | "apart" | "everyone_within"),
        Some("money" | "need" | "reach" | "targets" | "venues" | "capacity" | "fairness") => true,
        Some("moments") => key != "moments.dayparts",
        Some("study") => last == "surroundings",
        _ => false,
    };
    if key.starts_with("uncertain.") {
        return range(text, value);
    }
    if is_number { list(text, value) } else { value.to_owned() }
}

/// The values of an assumption, from one to another or one by one.
fn range(text: &dyn Text, value: &str) -> String {
    let (between, told) = if value.contains(" to ") { (" to ", text.compare().range_to) } else { ("; ", "; ") };
    value.split(between).map(|one| super::cells::value(text, one)).collect::<Vec<_>>().join(told)
}

/// A list of a study file without its brackets: a comma between numbers with commas would be read as a part of them.
fn list(text: &dyn Text, value: &str) -> String {
    let inner = [['[', ']'], ['{', '}']].into_iter().find_map(|[open, close]| value.strip_prefix(open)?.strip_suffix(close));
    match inner {
        Some(inner) => {
            let parts = inner.split(", ").map(|part| notation(text, &part.trim().replace('"', "").replace(" = ", " ")));
            parts.collect::<Vec<_>>().join("; ")
        }
        None => notation(text, value),
    }
}

/// A text with every amount and every number with decimals in the notation of the language.
pub(super) fn notation(text: &dyn Text, value: &str) -> String {
    let mut told = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = rest.find(|sign: char| sign == '€' || sign.is_ascii_digit()) {
        told.push_str(&rest[..at]);
        rest = &rest[at..];
        let (sign, number) = rest.strip_prefix('€').map_or(("", rest), |after| ("€", after.trim_start()));
        let end = number.find(|sign: char| !(sign.is_ascii_digit() || matches!(sign, '.' | ','))).unwrap_or(number.len());
        let digits = number[..end].trim_end_matches(['.', ',']);
        if sign.is_empty() {
            told.push_str(&decimal(text, digits).unwrap_or_else(|| digits.to_owned()));
        } else {
            let amount = format!("€ {digits}");
            told.push_str(&Euros::from_str(&amount).map_or(amount, |amount| text.euros(amount)));
        }
        rest = &number[digits.len()..];
    }
    told.push_str(rest);
    told
}

/// `0.05` as the language writes it; `None` for a number without decimals.
fn decimal(text: &dyn Text, digits: &str) -> Option<String> {
    let (_, decimals) = digits.split_once('.')?;
    let is_plain = !decimals.is_empty() && decimals.bytes().all(|digit| digit.is_ascii_digit());
    Some(text.decimals(digits.parse().ok().filter(|_| is_plain)?, decimals.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lang;
    use crate::text;

    #[test]
    fn numbers_are_written_as_the_language_does_and_the_rest_stays() {
        for (key, value, dutch, english) in [
            ("money.hour", "€ 38.00", "€\u{a0}38,00", "€\u{a0}38.00"),
            ("money.own.GM9001", "€ 14000.00", "€\u{a0}14.000,00", "€\u{a0}14,000.00"),
            ("money.inhabitant", "€ 0,83", "€\u{a0}0,83", "€\u{a0}0.83"),
            ("money.direction", "0.05", "0,05", "0.05"),
            ("money.one_off.shop", "€ 1000.00 over 5 years", "€\u{a0}1.000,00 over 5 years", "€\u{a0}1,000.00 over 5 years"),
            ("uncertain.norm", "1.5 km to 2.5 km", "1,5 km tot 2,5 km", "1.5 km to 2.5 km"),
            ("uncertain.hidden", "least; most", "zo klein mogelijk; zo groot mogelijk", "as few as can be; as many as can be"),
            ("uncertain.tries", "1; 3; 10", "1; 3; 10", "1; 3; 10"),
            ("capacity.zones", "[1.0, 0.68, 0.22]", "1,0; 0,68; 0,22", "1.0; 0.68; 0.22"),
            ("moments.profiles.all", "{ office = 0.5, working = 0.5 }", "office 0,5; working 0,5", "office 0.5; working 0.5"),
            ("reach.also", "[\"1 km\", \"2.5 km\"]", "1 km; 2,5 km", "1 km; 2.5 km"),
            ("targets.within_norm", "92.5 %", "92,5 %", "92.5 %"),
            ("fairness.aversion", "-1.0", "-1,0", "-1.0"),
            ("scenario.A.budget", "€ 94260.00", "€\u{a0}94.260,00", "€\u{a0}94,260.00"),
            ("scenario.A.weeks", "[\"di 9.30-12.00\"]", "[\"di 9.30-12.00\"]", "[\"di 9.30-12.00\"]"),
            ("scenario.A.close", "desk-1.5", "desk-1.5", "desk-1.5"),
            ("study.library", "De Brug 2.0", "De Brug 2.0", "De Brug 2.0"),
        ] {
            assert_eq!([Lang::Nl, Lang::En].map(|lang| stated(text::of(lang), key, value)), [dutch, english], "{key}");
        }
    }
}
