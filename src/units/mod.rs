//! Quantities with their unit: parsed, checked and formatted in one place.
//!
//! A bare `f64` in this library is a number inside a loop; at every public boundary a length is [`Metres`], a
//! part of a whole is [`Share`], a change is [`Ratio`], opening time is [`Hours`] a week, money is [`Euros`].

mod euros;
mod largest_remainder;

use std::fmt;
use std::str::FromStr;

pub use euros::Euros;
pub use largest_remainder::largest_remainder;

/// Why a text is not a quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UnitError {
    /// `2` where `2 km` was needed.
    #[error("the unit is missing")]
    NoUnit,
    /// The part before the unit is not a number.
    #[error("not a number")]
    NotANumber,
    /// A unit that this quantity does not have.
    #[error("unknown unit")]
    UnknownUnit,
    /// Negative, infinite or outside what the quantity allows.
    #[error("outside the range")]
    OutOfRange,
}

/// A length in metres: finite and not negative.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default, serde::Serialize)]
#[serde(transparent)]
pub struct Metres(f64);

impl Metres {
    /// `None` unless `value` is finite and not negative.
    #[must_use]
    pub fn new(value: f64) -> Option<Self> {
        (value.is_finite() && value >= 0.0).then_some(Self(value))
    }

    /// The bare number of metres, for loops.
    #[must_use]
    pub fn get(self) -> f64 {
        self.0
    }
}

impl FromStr for Metres {
    type Err = UnitError;

    /// Reads `800 m`, `1.5 km`, `1,5km`; the unit must be there.
    fn from_str(text: &str) -> Result<Self, UnitError> {
        let (number, unit) = split_unit(text);
        let factor = match unit {
            "" => return Err(UnitError::NoUnit),
            "m" => 1.0,
            "km" => 1000.0,
            _ => return Err(UnitError::UnknownUnit),
        };
        let value = decimal(number).ok_or(UnitError::NotANumber)?;
        Self::new(value * factor).ok_or(UnitError::OutOfRange)
    }
}

impl fmt::Display for Metres {
    /// `800 m` below a kilometre or where metres matter, else `2 km`, `1.5 km`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hectometres = self.0 / 100.0;
        if self.0 >= 1000.0 && (hectometres - hectometres.round()).abs() < 1e-9 {
            write!(f, "{} km", self.0 / 1000.0)
        } else {
            write!(f, "{} m", self.0)
        }
    }
}

/// A part of a whole, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Share(f64);

impl Share {
    /// The whole.
    pub const ALL: Self = Self(1.0);

    /// `None` outside 0 to 1.
    #[must_use]
    pub fn new(value: f64) -> Option<Self> {
        (0.0..=1.0).contains(&value).then_some(Self(value))
    }

    /// The bare number, 0 to 1.
    #[must_use]
    pub fn get(self) -> f64 {
        self.0
    }
}

impl FromStr for Share {
    type Err = UnitError;

    /// Reads `0.25`, `0,25` and `25 %`.
    fn from_str(text: &str) -> Result<Self, UnitError> {
        let (number, unit) = split_unit(text);
        let factor = match unit {
            "" => 1.0,
            "%" => 0.01,
            _ => return Err(UnitError::UnknownUnit),
        };
        let value = decimal(number).ok_or(UnitError::NotANumber)?;
        Self::new(value * factor).ok_or(UnitError::OutOfRange)
    }
}

/// A part of a number, or a change of it: 0.3 is 30 %. Finite; below 0 where it is a loss.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Ratio(f64);

impl Ratio {
    /// `None` unless `value` is finite.
    #[must_use]
    pub fn new(value: f64) -> Option<Self> {
        value.is_finite().then_some(Self(value))
    }

    /// The bare number.
    #[must_use]
    pub fn get(self) -> f64 {
        self.0
    }
}

impl From<Share> for Ratio {
    fn from(share: Share) -> Self {
        Self(share.0)
    }
}

impl FromStr for Ratio {
    type Err = UnitError;

    /// Reads a change with its sign or without: `+30 %`, `30%`, `-2,5 %`; more than a loss of all, and at most ten times as much.
    fn from_str(text: &str) -> Result<Self, UnitError> {
        let (number, unit) = split_unit(text);
        match unit {
            "%" => {}
            "" => return Err(UnitError::NoUnit),
            _ => return Err(UnitError::UnknownUnit),
        }
        let value = decimal(number).ok_or(UnitError::NotANumber)? / 100.0;
        Some(value).filter(|value| (-1.0..=9.0).contains(value)).and_then(Self::new).ok_or(UnitError::OutOfRange)
    }
}

/// Hours a week: finite, from 0 to 168.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Hours(f64);

impl Hours {
    /// All hours of a week.
    pub const MOST: Self = Self(168.0);

    /// `None` outside 0 to 168.
    #[must_use]
    pub fn new(value: f64) -> Option<Self> {
        (0.0..=Self::MOST.0).contains(&value).then_some(Self(value))
    }

    /// The bare number of hours a week.
    #[must_use]
    pub fn get(self) -> f64 {
        self.0
    }
}

/// Splits `1.5 km` into `1.5` and `km`.
fn split_unit(text: &str) -> (&str, &str) {
    let text = text.trim();
    let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+'))).unwrap_or(text.len());
    (&text[..end], text[end..].trim())
}

/// A plain number with a point or a comma before the decimals.
fn decimal(text: &str) -> Option<f64> {
    match text.matches([',', '.']).count() {
        0 => text.parse().ok(),
        1 => text.replace(',', ".").parse().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_needs_its_unit_and_a_sensible_number() {
        let cases: [(&str, Result<f64, UnitError>); 9] = [
            ("2 km", Ok(2000.0)),
            ("800 m", Ok(800.0)),
            ("1,5km", Ok(1500.0)),
            (" 1.5 km ", Ok(1500.0)),
            ("2", Err(UnitError::NoUnit)),
            ("2 miles", Err(UnitError::UnknownUnit)),
            ("-2 km", Err(UnitError::OutOfRange)),
            ("km", Err(UnitError::NotANumber)),
            ("1.500,5 m", Err(UnitError::NotANumber)),
        ];
        for (text, expected) in cases {
            assert_eq!(text.parse::<Metres>().map(Metres::get), expected, "{text}");
        }
    }

    #[test]
    fn a_length_is_written_as_it_is_read() {
        for text in ["800 m", "2 km", "1.5 km", "1234 m", "0 m"] {
            assert_eq!(text.parse::<Metres>().map(|m| m.to_string()).as_deref(), Ok(text));
        }
    }

    #[test]
    fn a_share_is_a_fraction_or_a_percentage() {
        assert_eq!("25 %".parse::<Share>().map(Share::get), Ok(0.25));
        assert_eq!("0,25".parse::<Share>().map(Share::get), Ok(0.25));
        assert_eq!("101 %".parse::<Share>(), Err(UnitError::OutOfRange));
        assert_eq!("3 km".parse::<Share>(), Err(UnitError::UnknownUnit));
    }

    #[test]
    fn a_change_has_a_sign_and_a_percentage() {
        for (text, expected) in [
            ("+30 %", Ok(0.3)),
            ("30%", Ok(0.3)),
            ("-2,5 %", Ok(-0.025)),
            ("0.3", Err(UnitError::NoUnit)),
            ("30 km", Err(UnitError::UnknownUnit)),
            ("veel %", Err(UnitError::UnknownUnit)),
            ("1000 %", Err(UnitError::OutOfRange)),
            ("-101 %", Err(UnitError::OutOfRange)),
        ] {
            assert_eq!(text.parse::<Ratio>().map(Ratio::get), expected, "{text}");
        }
    }
}
