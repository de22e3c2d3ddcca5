//! Money in whole cents.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Sub};
use std::str::FromStr;

use super::{Share, UnitError};

/// An amount of money in whole cents, negative for a shortfall: sums are exact, and rounding happens only where a part is taken
/// ([`Self::scaled`], [`Self::share`]).
///
/// Adding, subtracting and summing stop at the largest amount that 64 bits hold (9 × 10¹⁶ euros) rather than wrap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Euros(i64);

impl Euros {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// So many cents; negative for a shortfall.
    #[must_use]
    pub const fn from_cents(cents: i64) -> Self {
        Self(cents)
    }

    /// The amount in cents.
    #[must_use]
    pub const fn cents(self) -> i64 {
        self.0
    }

    /// The amount in euros, as a number to calculate and to draw with; exact in its cents to 9 × 10¹³ euros.
    #[must_use]
    pub fn as_f64(self) -> f64 {
        self.cents_as_f64() / 100.0
    }

    /// The amount in cents, as [`Self::as_f64`]: a whole number, so that sums stay exact.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "exact to 2^53 cents, as documented")]
    pub const fn cents_as_f64(self) -> f64 {
        self.0 as f64
    }

    /// The sum, or `None` when 64 bits do not hold it.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference, or `None` when 64 bits do not hold it.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// `factor` times the amount, to the nearest cent, half a cent away from zero. Amounts up to 9 × 10¹³ euros lose nothing on the way;
    /// a product beyond the largest amount becomes that amount, and a factor that is no number gives nothing.
    #[must_use]
    pub fn scaled(self, factor: f64) -> Self {
        let cents = (self.cents_as_f64() * factor).round();
        #[expect(clippy::cast_possible_truncation, reason = "`as` stops at the largest i64, as documented")]
        Self(cents as i64)
    }

    /// That part of the amount, rounded as [`Self::scaled`] does.
    #[must_use]
    pub fn share(self, part: Share) -> Self {
        self.scaled(part.get())
    }
}

impl Add for Euros {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Euros {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Sum for Euros {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

impl fmt::Display for Euros {
    /// `€ 1250.50`: one form that [`FromStr`] reads back, for defaults and debugging. People read the words of the text module.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let cents = self.0.unsigned_abs();
        write!(f, "€ {sign}{}.{:02}", cents / 100, cents % 100)
    }
}

/// Hyphen, minus sign, en dash and em dash: `€ 38,-` has one in place of its decimals.
const DASHES: [char; 4] = ['-', '−', '–', '—'];

impl FromStr for Euros {
    type Err = UnitError;

    /// Reads an amount as people and spreadsheets write it: `€ 38`, `€ 38,-`, `€ 1.250,50`, `€1,250.50`, `1250,50 euro`, `EUR 38`.
    ///
    /// Money has no thousandths, so that every spelling has one meaning: a point or comma before three digits separates thousands
    /// (`€ 20.000` and `€ 20,000` are twenty thousand), before one or two digits it is the decimal sign. `€ 0,835` is neither.
    ///
    /// # Errors
    /// [`UnitError::NoUnit`] without `€`, `EUR` or `euro`; [`UnitError::UnknownUnit`] with another; [`UnitError::OutOfRange`] below zero or
    /// beyond 64 bits of cents; [`UnitError::NotANumber`] else, more than two decimals and groups that are not of three among it.
    fn from_str(text: &str) -> Result<Self, UnitError> {
        let text = text.trim();
        let outer = text.strip_prefix(DASHES).map(str::trim_start);
        let (before, number, after) = around_number(outer.unwrap_or(text));
        let unit = match (before, after) {
            ("", "") => return Err(UnitError::NoUnit),
            ("", unit) | (unit, "") => unit.to_lowercase(),
            _ => return Err(UnitError::UnknownUnit),
        };
        if !matches!(unit.as_str(), "€" | "eur" | "euro" | "euros") {
            return Err(UnitError::UnknownUnit);
        }
        let inner = number.strip_prefix(DASHES).map(str::trim_start);
        let amount = cents(inner.unwrap_or(number))?;
        if outer.or(inner).is_some() { Err(UnitError::OutOfRange) } else { Ok(Self(amount)) }
    }
}

/// Splits `€ 38 per hour` into `€`, `38` and `per hour`.
fn around_number(text: &str) -> (&str, &str, &str) {
    let part_of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '+') || DASHES.contains(&c);
    let (before, rest) = text.split_at(text.find(part_of_number).unwrap_or(text.len()));
    let end = rest.char_indices().rfind(|(_, c)| part_of_number(*c)).map_or(0, |(start, c)| start + c.len_utf8());
    (before.trim(), &rest[..end], rest[end..].trim())
}

/// The cents of `1.250,50`, without sign and unit.
fn cents(number: &str) -> Result<i64, UnitError> {
    let bare = number.trim_end_matches(DASHES);
    let bare = if bare.len() == number.len() { bare } else { bare.strip_suffix([',', '.']).ok_or(UnitError::NotANumber)? };
    let (whole, decimals) = split_decimals(bare);
    let euros = ungrouped(whole).ok_or(UnitError::NotANumber)?;
    let cents = match decimals.as_bytes() {
        [] => 0,
        [tenths @ b'0'..=b'9'] => 10 * i64::from(tenths - b'0'),
        [tenths @ b'0'..=b'9', cents @ b'0'..=b'9'] => 10 * i64::from(tenths - b'0') + i64::from(cents - b'0'),
        _ => return Err(UnitError::NotANumber),
    };
    let euros: i64 = euros.parse().map_err(|_| UnitError::OutOfRange)?;
    euros.checked_mul(100).and_then(|euros| euros.checked_add(cents)).ok_or(UnitError::OutOfRange)
}

/// Splits at the decimal sign: the last point or comma, unless exactly three digits follow it. A sign at the very end stays with the whole
/// part, where it is refused.
fn split_decimals(number: &str) -> (&str, &str) {
    match number.rsplit_once([',', '.']) {
        Some((whole, decimals)) if !decimals.is_empty() && decimals.len() != 3 => (whole, decimals),
        _ => (number, ""),
    }
}

/// The digits of `1250`, `1.250` or `1,250,000`; `None` for anything else. Groups have three digits, the first one to three and no zero in
/// front, and one kind of sign between them.
fn ungrouped(whole: &str) -> Option<String> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let Some(sign) = whole.chars().find(|c| matches!(c, '.' | ',')) else {
        return digits(whole).then(|| whole.to_owned());
    };
    let mut groups = whole.split(sign);
    let first = groups.next()?;
    let sound = digits(first) && first.len() <= 3 && !first.starts_with('0') && groups.all(|group| digits(group) && group.len() == 3);
    sound.then(|| whole.replace(sign, ""))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_amount_is_read_as_people_write_it() {
        let cases = [
            ("€ 38", 3_800),
            ("€ 1.250,50", 125_050),
            ("€1,250.50", 125_050),
            ("1250,50 euro", 125_050),
            ("EUR 38", 3_800),
            (" 38 € ", 3_800),
            ("€\u{a0}38", 3_800),
            ("Euro 38", 3_800),
            ("€ 0,83", 83),
            ("€ 0,5", 50),
            ("€ 20.000", 2_000_000),
            ("€ 20,000", 2_000_000),
            ("€ 1.250.000", 125_000_000),
            ("€ 1,250,000.5", 125_000_050),
            ("€ 38,-", 3_800),
            ("€ 1.250,--", 125_000),
            ("€ 38,–", 3_800),
            ("€ 0", 0),
        ];
        for (text, expected) in cases {
            assert_eq!(text.parse(), Ok(Euros::from_cents(expected)), "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        let cases = [
            ("38", UnitError::NoUnit),
            ("1.250,50", UnitError::NoUnit),
            ("", UnitError::NoUnit),
            ("$ 38", UnitError::UnknownUnit),
            ("38 km", UnitError::UnknownUnit),
            ("€ 38 per uur", UnitError::UnknownUnit),
            ("€", UnitError::NotANumber),
            ("€ -38", UnitError::OutOfRange),
            ("-€ 38", UnitError::OutOfRange),
            ("- € 38", UnitError::OutOfRange),
            ("−38 euro", UnitError::OutOfRange),
            // 92233720368547758.07 is the largest; one cent more is not.
            ("€ 92233720368547758.08", UnitError::OutOfRange),
            ("€ 100000000000000000000", UnitError::OutOfRange),
            ("€ 0,835", UnitError::NotANumber),
            ("€ 1250,505", UnitError::NotANumber),
            ("€ 1.250,505", UnitError::NotANumber),
            ("€ 1,2505", UnitError::NotANumber),
            ("€ 12.50,00", UnitError::NotANumber),
            ("€ 1.250,00.00", UnitError::NotANumber),
            ("€ 1.250,500,00", UnitError::NotANumber),
            ("€ 12,50,75", UnitError::NotANumber),
            ("€ 38,", UnitError::NotANumber),
            ("€ ,50", UnitError::NotANumber),
            ("€ 38-", UnitError::NotANumber),
            ("€ 1 250", UnitError::NotANumber),
            ("€ +38", UnitError::NotANumber),
            ("€ --38", UnitError::NotANumber),
        ];
        for (text, expected) in cases {
            assert_eq!(text.parse::<Euros>(), Err(expected), "{text}");
        }
        assert_eq!("€ 92233720368547758.07".parse(), Ok(Euros::from_cents(i64::MAX)));
    }

    #[test]
    fn a_part_is_rounded_to_the_cent_and_half_a_cent_away_from_zero() {
        // 5 × ½ = 2½ cents; 83 cents × 17.6 million = € 14,608,000; a third of € 1 is 33⅓ cents; a quarter of € 10.10 is 252½ cents.
        assert_eq!(Euros::from_cents(5).scaled(0.5).cents(), 3);
        assert_eq!(Euros::from_cents(-5).scaled(0.5).cents(), -3);
        assert_eq!(Euros::from_cents(83).scaled(17_600_000.0).cents(), 1_460_800_000);
        assert_eq!(Euros::from_cents(100).scaled(1.0 / 3.0).cents(), 33);
        assert_eq!("25 %".parse().map(|part| Euros::from_cents(1_010).share(part).cents()), Ok(253));
        assert_eq!(Euros::from_cents(1).scaled(f64::INFINITY).cents(), i64::MAX);
        assert_eq!(Euros::from_cents(1).scaled(f64::NAN), Euros::ZERO);
    }

    #[test]
    fn sums_are_exact_and_stop_at_the_largest_amount() {
        let most = Euros::from_cents(i64::MAX);
        let cent = Euros::from_cents(1);
        assert_eq!([83, 70, -200].into_iter().map(Euros::from_cents).sum::<Euros>().cents(), -47);
        assert_eq!((most + cent, most.checked_add(cent)), (most, None));
        assert_eq!((Euros::from_cents(i64::MIN) - cent).cents(), i64::MIN);
        assert_eq!(Euros::from_cents(i64::MIN).checked_sub(cent), None);
        assert_eq!((cent - most).cents(), 1 - i64::MAX);
    }

    #[test]
    fn a_shortfall_shows_its_sign() {
        assert_eq!(Euros::from_cents(-4_705).to_string(), "€ -47.05");
        assert_eq!(Euros::from_cents(i64::MIN).to_string(), "€ -92233720368547758.08");
    }

    proptest! {
        #[test]
        fn an_amount_is_written_as_it_is_read(cents in 0..=i64::MAX) {
            let amount = Euros::from_cents(cents);
            prop_assert_eq!(amount.to_string().parse(), Ok(amount));
        }

        #[test]
        fn no_text_is_too_strange(text in "[-−€ 0-9.,eurEUR]{0,12}") {
            prop_assert!(text.parse::<Euros>().map_or(true, |amount| amount >= Euros::ZERO), "{}", text);
        }
    }
}
