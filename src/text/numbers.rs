//! Numbers with the signs of a language.

/// Stands where there is no number.
pub(super) const ABSENT: &str = "–";
/// Keeps a number and its unit on one line.
pub(super) const NO_BREAK: char = '\u{a0}';

/// The signs with which a language writes numbers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Signs {
    /// Between groups of three digits.
    pub thousands: char,
    /// Before the decimals.
    pub decimal: char,
    /// After a number in per cent.
    pub percent: &'static str,
}

impl Signs {
    /// `value` with `digits` decimals, rounded to the nearest. Never `-0`.
    pub(super) fn number(self, value: f64, digits: usize) -> String {
        if !value.is_finite() {
            return ABSENT.to_owned();
        }
        let plain = format!("{:.digits$}", value.abs());
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let negative = value < 0.0 && plain.bytes().any(|byte| matches!(byte, b'1'..=b'9'));
        let mut text = String::with_capacity(plain.len() + plain.len() / 3 + 1);
        if negative {
            text.push('-');
        }
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                text.push(self.thousands);
            }
            text.push(digit);
        }
        if digits > 0 {
            text.push(self.decimal);
            text.push_str(fraction);
        }
        text
    }

    /// A share in per cent, one decimal.
    pub(super) fn percent(self, share: f64) -> String {
        if share.is_finite() { format!("{}{}", self.number(share * 100.0, 1), self.percent) } else { ABSENT.to_owned() }
    }

    /// Metres below a kilometre, else kilometres with one decimal. What would round to 1000 m is 1.0 km.
    pub(super) fn distance(self, metres: f64) -> String {
        match metres {
            _ if !metres.is_finite() => ABSENT.to_owned(),
            _ if metres.abs() < 999.5 => format!("{}{NO_BREAK}m", self.number(metres, 0)),
            _ => format!("{}{NO_BREAK}km", self.number(metres / 1000.0, 1)),
        }
    }

    /// A coordinate: degrees with four decimals, metres with none and without signs between the thousands.
    pub(super) fn coordinate(self, value: f64) -> String {
        if value.abs() <= 180.0 { self.number(value, 4) } else { format!("{value:.0}") }
    }
}
