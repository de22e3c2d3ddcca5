//! Numbers as people and spreadsheets write them.

/// Reads a number with a decimal point or comma, with or without thousands separators; `None` when it is none.
///
/// `1234.5`, `1234,5`, `1.234,5`, `1,234.5`, `1 234,5`, `-99997`, `1e3`. One separator alone is a decimal sign (`1.234` is 1.234: data
/// files write coordinates and shares that way), unless it comes more than once (`1.234.567`) with groups of three behind it.
/// `inf` and `nan` are not numbers.
#[must_use]
pub fn parse(text: &str) -> Option<f64> {
    let text = text.trim();
    let bytes = text.as_bytes();
    if let Some(value) = plain(bytes) {
        return Some(value);
    }
    if bytes.is_empty() || !bytes.iter().all(|b| matches!(b, b'0'..=b'9' | b'+' | b'-' | b'.' | b',' | b' ' | b'e' | b'E' | 0xC2 | 0xA0)) {
        return None;
    }
    let commas = text.matches(',').count();
    let points = text.matches('.').count();
    let spaced = text.contains([' ', '\u{a0}']);
    if commas == 0 && points <= 1 && !spaced {
        return finite(text);
    }
    let (decimal, thousands) = match (commas, points) {
        (0, 0) => (None, ' '),
        (1, 0) => (Some(','), '.'),
        (0, 1) => (Some('.'), ','),
        (_, 0) => (None, ','),
        (0, _) => (None, '.'),
        (1, _) if text.rfind(',') > text.rfind('.') => (Some(','), '.'),
        (_, 1) if text.rfind('.') > text.rfind(',') => (Some('.'), ','),
        _ => return None,
    };
    let (whole, fraction) = match decimal.and_then(|sign| text.rsplit_once(sign)) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let mut groups = whole.split([thousands, ' ', '\u{a0}']);
    let mut plain = groups.next()?.to_owned();
    for group in groups {
        if group.len() != 3 || plain.trim_start_matches(['-', '+']).is_empty() {
            return None;
        }
        plain.push_str(group);
    }
    if let Some(fraction) = fraction {
        plain.push('.');
        plain.push_str(fraction);
    }
    finite(&plain)
}

/// A short number without an exponent or thousands, `-99997`, `123.45`, `123,45`: nearly every cell of a large file, in a sixth of the
/// time of the general way.
///
/// Exact: at most 15 digits and a power of ten up to 10^15 are both whole numbers that an `f64` holds, so one division rounds once.
fn plain(bytes: &[u8]) -> Option<f64> {
    let (negative, digits) = match bytes {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, bytes),
    };
    if digits.len() > 15 {
        return None;
    }
    let mut mantissa = 0_u64;
    let mut fraction = None;
    for byte in digits {
        match byte {
            b'0'..=b'9' => {
                mantissa = mantissa * 10 + u64::from(byte - b'0');
                fraction = fraction.map(|places: usize| places + 1);
            }
            b'.' | b',' if fraction.is_none() => fraction = Some(0),
            _ => return None,
        }
    }
    if digits.len() == usize::from(fraction.is_some()) {
        return None;
    }
    #[expect(clippy::cast_precision_loss, reason = "15 digits are below 2^53")]
    let value = mantissa as f64 / POWERS.get(fraction.unwrap_or(0))?;
    Some(if negative { -value } else { value })
}

/// The powers of ten that divide [`plain`] numbers.
const POWERS: [f64; 16] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/// A number as the text of a cell: without needless decimals, so that a code stored as the number 1011.0 reads `1011`.
#[must_use]
pub fn text_of(value: f64) -> String {
    // adding zero turns -0 into 0
    (value + 0.0).to_string()
}

fn finite(text: &str) -> Option<f64> {
    text.parse().ok().filter(|value: &f64| value.is_finite())
}

#[cfg(test)]
mod tests {
    use super::{parse, text_of};

    #[test]
    fn every_notation_of_a_spreadsheet() {
        let cases = [
            ("1234.5", Some(1234.5)),
            ("1234,5", Some(1234.5)),
            ("1.234,5", Some(1234.5)),
            ("1,234.5", Some(1234.5)),
            ("1.234.567", Some(1_234_567.0)),
            ("1 234,5", Some(1234.5)),
            ("1\u{a0}234", Some(1234.0)),
            ("201454,812153264", Some(201_454.812_153_264)),
            ("-99997", Some(-99997.0)),
            ("1e3", Some(1000.0)),
            ("1.23.4", None),
            ("1,2,3", None),
            (",5", Some(0.5)),
            ("", None),
            ("-", None),
            ("nan", None),
            ("inf", None),
            ("1e999", None),
            ("12 km", None),
        ];
        for (text, expected) in cases {
            assert_eq!(parse(text), expected, "{text:?}");
        }
    }

    #[test]
    fn the_short_way_gives_what_the_general_way_gives() {
        // The standard library rounds correctly; the text is then the oracle, to the last bit.
        for text in
            ["0", "-0", "5.", ".5", "-.5", "00012", "0.1", "0.3", "52.294127658893", "4.5886421", "999999999999999", "123456.789012345"]
        {
            assert_eq!(parse(text).map(f64::to_bits), text.parse().ok().map(f64::to_bits), "{text}");
        }
        let mut state = 1_u64;
        for _ in 0..20_000 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let digits = (state >> 20).to_string();
            let (whole, fraction) = digits.split_at(1 + usize::try_from(state >> 8).unwrap() % (digits.len() - 1));
            let text = format!("{whole}.{fraction}");
            assert_eq!(parse(&text).map(f64::to_bits), text.parse().ok().map(f64::to_bits), "{text}");
            assert_eq!(parse(&format!("-{whole},{fraction}")), text.parse().ok().map(|value: f64| -value), "{text}");
        }
        for text in [".", "-", ",", "-.", "--5", "5-", "+-5"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_code_that_is_stored_as_a_number_has_no_decimals() {
        for (value, text) in [(1011.0, "1011"), (5.5, "5.5"), (-0.0, "0"), (0.1, "0.1"), (1e15, "1000000000000000")] {
            assert_eq!(text_of(value), text);
        }
    }
}
