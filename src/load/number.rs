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
    if bytes.is_empty() || !bytes.iter().all(|b| matches!(b, b'0'..=b'9' | b'+' | b'-' | b'.' | b',' | b' ' | b'e' | b'E' | 0xC2 | 0xA0)) {
        return None;
    }
    let commas = bytes.iter().filter(|b| **b == b',').count();
    let points = bytes.iter().filter(|b| **b == b'.').count();
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

fn finite(text: &str) -> Option<f64> {
    text.parse().ok().filter(|value: &f64| value.is_finite())
}

#[cfg(test)]
mod tests {
    use super::parse;

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
}
