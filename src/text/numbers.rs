//! Numbers with the signs of a language.

use crate::units::{Euros, Metres};

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
    /// A number without needless decimals: `20`, `7,5`.
    pub(super) fn short(self, value: f64) -> String {
        let digits = usize::from(value.fract() != 0.0);
        self.number(value, digits)
    }

    /// How many there are: `1.240`.
    pub(super) fn count(self, things: usize) -> String {
        #[expect(clippy::cast_precision_loss, reason = "counts of rows are far below 2^52")]
        self.number(things as f64, 0)
    }

    /// A difference with its sign: `+1.240`, `−12`.
    pub(super) fn difference(self, value: f64) -> String {
        let sign = if value < 0.0 { "−" } else { "+" };
        format!("{sign}{}", self.number(value.abs(), 0))
    }

    /// An amount with its cents, exact: `€ 1.250,50`, `€ −3,00`.
    pub(super) fn euros(self, amount: Euros) -> String {
        let cents = amount.cents().unsigned_abs();
        let mut whole = (cents / 100).to_string();
        let mut at = whole.len();
        while at > 3 {
            at -= 3;
            whole.insert(at, self.thousands);
        }
        let sign = if amount.cents() < 0 { "−" } else { "" };
        format!("€\u{a0}{sign}{whole}{}{:02}", self.decimal, cents % 100)
    }

    /// An amount to the nearest euro: `€ 1.251`, `€ −3`.
    pub(super) fn whole_euros(self, amount: Euros) -> String {
        format!("€\u{a0}{}", self.number(amount.as_f64(), 0))
    }

    /// `value` with `digits` decimals, rounded to the nearest, a half away from zero as in tables and in a spreadsheet. The minus is the real one,
    /// never before a zero.
    pub(super) fn number(self, value: f64, digits: usize) -> String {
        if !value.is_finite() {
            return ABSENT.to_owned();
        }
        let plain = format!("{:.digits$}", half_up(value.abs(), digits));
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let negative = value < 0.0 && plain.bytes().any(|byte| matches!(byte, b'1'..=b'9'));
        let mut text = String::with_capacity(plain.len() + plain.len() / 3 + 1);
        if negative {
            text.push('−');
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

    /// A share in per cent, where a few are not rounded to none and nearly all not to all: `< 0,1 %`, `> 99,9 %`.
    pub(super) fn part(self, share: f64) -> String {
        // Sums of shares are off by less than this.
        const NOTHING: f64 = 1e-9;
        match share {
            _ if share > NOTHING && share < 5e-4 => format!("< {}{}", self.number(0.1, 1), self.percent),
            _ if (0.9995..1.0 - NOTHING).contains(&share) => format!("> {}{}", self.number(99.9, 1), self.percent),
            _ => self.percent(share),
        }
    }

    /// Metres below a kilometre, else kilometres with one decimal. What would round to 1000 m is 1.0 km.
    pub(super) fn distance(self, metres: f64) -> String {
        match metres {
            _ if !metres.is_finite() => ABSENT.to_owned(),
            _ if metres.abs() < 999.5 => format!("{}{NO_BREAK}m", self.number(metres, 0)),
            _ => format!("{}{NO_BREAK}km", self.number(metres / 1000.0, 1)),
        }
    }

    /// A length as it was stated: `800 m`, `1,5 km`.
    pub(super) fn length(self, length: Metres) -> String {
        length.to_string().replace('.', &self.decimal.to_string())
    }

    /// A coordinate: degrees with four decimals, metres with none and without signs between the thousands.
    pub(super) fn coordinate(self, value: f64) -> String {
        if value.abs() <= 180.0 { self.number(value, 4) } else { format!("{value:.0}") }
    }
}
/// A class of distances: `up to 1 km`, `1 – 2 km`, `800 m – 1 km`, `more than 5 km`.
pub(super) fn distance_class(signs: Signs, up_to: &str, more_than: &str, lower: Option<Metres>, upper: Option<Metres>) -> String {
    match (lower, upper) {
        (None, Some(upper)) => format!("{up_to} {}", signs.length(upper)),
        (Some(lower), None) => format!("{more_than} {}", signs.length(lower)),
        (None, None) => ABSENT.to_owned(),
        (Some(lower), Some(upper)) => {
            let (lower, upper) = (signs.length(lower), signs.length(upper));
            match (lower.split_once(' '), upper.split_once(' ')) {
                (Some((number, unit)), Some((_, same))) if unit == same => format!("{number} – {upper}"),
                _ => format!("{lower} – {upper}"),
            }
        }
    }
}

/// A class of numbers with the sign of their unit. Two decimals at most, none that are zero.
pub(super) fn number_class(signs: Signs, words: [&str; 2], limits: [Option<f64>; 2], unit: &str, per_cent: bool) -> String {
    let number = |value: f64| {
        let value = if per_cent { value * 100.0 } else { value };
        let is_whole = |value: f64| (value - value.round()).abs() < 1e-6;
        let digits = (0..2).find(|digits| is_whole(value * 10_f64.powi(*digits))).unwrap_or(2);
        signs.number(value, usize::try_from(digits).unwrap_or(0))
    };
    let range = match limits {
        [None, None] => return ABSENT.to_owned(),
        [None, Some(upper)] => format!("{} {}", words[0], number(upper)),
        [Some(lower), None] => format!("{} {}", words[1], number(lower)),
        [Some(lower), Some(upper)] => format!("{} – {}", number(lower), number(upper)),
    };
    match unit {
        "" => range,
        "%" => format!("{range}{}", signs.percent),
        unit => format!("{range} {unit}"),
    }
}

/// A value that lies halfway between two of so many decimals as the upper one, any other as it is: formatting takes a half to the even digit.
fn half_up(value: f64, digits: usize) -> f64 {
    let Some(scale) = i32::try_from(digits).ok().map(|digits| 10.0_f64.powi(digits)) else { return value };
    let scaled = value * scale;
    // Only where the product is exact is it a half.
    let is_half = scaled.fract().to_bits() == 0.5_f64.to_bits() && value.mul_add(scale, -scaled).to_bits() == 0.0_f64.to_bits();
    if is_half { scaled.ceil() / scale } else { value }
}
