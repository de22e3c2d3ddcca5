//! Numbers with a fixed count of decimals, by whole numbers: several times faster than the formatting of the standard library.

use std::io::Write;

/// Powers of ten up to the most decimals that are ever written: 7, for degrees.
const SCALES: [(f64, u64); 8] = [
    (1.0, 1),
    (10.0, 10),
    (100.0, 100),
    (1_000.0, 1_000),
    (10_000.0, 10_000),
    (100_000.0, 100_000),
    (1_000_000.0, 1_000_000),
    (10_000_000.0, 10_000_000),
];

/// From here on a double has no room for a half.
const NO_HALVES: f64 = 4_503_599_627_370_496.0;

/// The decimal digits of 0 to 99, two each.
const PAIRS: [[u8; 2]; 100] = pairs();

#[expect(clippy::cast_possible_truncation, reason = "digits of a number below 100")]
const fn pairs() -> [[u8; 2]; 100] {
    let mut pairs = [[b'0'; 2]; 100];
    let mut number = 0;
    while number < 100 {
        pairs[number] = [b'0' + (number / 10) as u8, b'0' + (number % 10) as u8];
        number += 1;
    }
    pairs
}

/// Adds `value` with `decimals` digits after the point, 0 to 7 (more is taken as 7). Returns whether anything was added: NaN and the
/// infinities are empty cells.
///
/// Rounds the exact value of the double half away from zero, and never writes a negative zero. That is what `format!` does too,
/// except that it takes an exact tie to the even digit. From 2^52 / 10^`decimals` on this is `format!`.
pub(super) fn push_fixed(buffer: &mut Vec<u8>, value: f64, decimals: u8) -> bool {
    if !value.is_finite() {
        return false;
    }
    let decimals = usize::from(decimals).min(SCALES.len() - 1);
    let (factor, divisor) = SCALES[decimals];
    let Some(scaled) = scale(value, factor) else {
        // Writing to memory does not fail.
        return write!(buffer, "{value:.decimals$}").is_ok();
    };
    if value < 0.0 && scaled != 0 {
        buffer.push(b'-');
    }
    let mut digits = itoa::Buffer::new();
    if decimals == 0 {
        buffer.extend_from_slice(digits.format(scaled).as_bytes());
        return true;
    }
    let (whole, part) = (scaled / divisor, scaled % divisor);
    buffer.extend_from_slice(digits.format(whole).as_bytes());
    push_part(buffer, part, decimals);
    true
}

/// `value` rounded to `decimals` digits after the point as [`push_fixed`] writes it: the double nearest to that decimal number.
pub(super) fn round_fixed(value: f64, decimals: u8) -> f64 {
    let (factor, _) = SCALES[usize::from(decimals).min(SCALES.len() - 1)];
    #[expect(clippy::cast_precision_loss, reason = "`scale` gives nothing from 2^52 on")]
    let rounded = scale(value, factor).map_or(value.abs(), |scaled| scaled as f64 / factor);
    if rounded == 0.0 { 0.0 } else { rounded.copysign(value) }
}

/// |value| × factor as a whole number, half away from zero; `None` where a double has no room for halves, and for NaN.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "0 ≤ product < 2^52")]
#[inline]
fn scale(value: f64, factor: f64) -> Option<u64> {
    let value = value.abs();
    let product = value * factor;
    // The comparison is false for NaN.
    if !(product < NO_HALVES) {
        return None;
    }
    let down = product as u64;
    let rest = product - down as f64;
    // Rounding to a double is monotone and every half is a double: only a product of exactly a half may hide one just below it.
    let up = rest > 0.5 || (rest == 0.5 && value.mul_add(factor, -product) >= 0.0);
    Some(down + u64::from(up))
}

/// The point and the digits after it, with zeros in front.
#[expect(clippy::cast_possible_truncation, reason = "part < 10^7")]
#[inline]
fn push_part(buffer: &mut Vec<u8>, part: u64, decimals: usize) {
    let pair = |number: u32| PAIRS[number as usize % 100];
    let part = part as u32;
    match decimals {
        1 => buffer.extend_from_slice(&[b'.', b'0' + part as u8]),
        2 => {
            let [a, b] = pair(part);
            buffer.extend_from_slice(&[b'.', a, b]);
        }
        3 => {
            let [a, b] = pair(part / 10);
            buffer.extend_from_slice(&[b'.', a, b, b'0' + (part % 10) as u8]);
        }
        _ => {
            let digits = [pair(part / 1_000_000), pair(part / 10_000), pair(part / 100), pair(part)];
            buffer.push(b'.');
            buffer.extend_from_slice(&digits.as_flattened()[8 - decimals..]);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fixed(value: f64, decimals: u8) -> String {
        let mut buffer = Vec::new();
        push_fixed(&mut buffer, value, decimals);
        String::from_utf8(buffer).unwrap()
    }

    #[test]
    fn decimals_are_fixed_and_zero_has_no_sign() {
        let cases = [
            (0.0, 0, "0"),
            (-0.0, 2, "0.00"),
            (-0.004, 2, "0.00"),
            (-0.006, 2, "-0.01"),
            (12.0, 3, "12.000"),
            (999.9996, 3, "1000.000"),
            (0.062, 3, "0.062"),
            (5.387_203_66, 7, "5.3872037"),
            (-1_234_567.25, 1, "-1234567.3"),
            (0.125, 2, "0.13"),
            (0.000_25, 4, "0.0003"),
            (1e300, 0, &format!("{:.0}", 1e300)),
            (4_503_599_627_370_495.5, 0, "4503599627370496"),
        ];
        for (value, decimals, expected) in cases {
            assert_eq!(fixed(value, decimals), expected, "{value} with {decimals} decimals");
        }
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(fixed(value, 2), "");
        }
    }

    #[test]
    fn it_is_the_exact_value_that_is_rounded() {
        // 1.0005 as a double is 1.000499999999999989…, although 1.0005 × 1000 as a double is 1000.5; 2.0005 is 2.000500000000000078….
        assert_eq!(fixed(1.0005, 3), "1.000");
        assert_eq!(fixed(2.0005, 3), "2.001");
        // Exact ties, away from zero, where `format!` takes the even digit.
        for (value, expected) in [(0.5, "1"), (1.5, "2"), (2.5, "3"), (-2.5, "-3")] {
            assert_eq!(fixed(value, 0), expected);
        }
        assert_eq!(format!("{:.0}", 2.5), "2");
    }

    /// Whether `value` lies exactly between two numbers of this many decimals: `value` × 10^decimals is then k + ½ without any rest.
    fn is_tie(value: f64, decimals: u8) -> bool {
        let long = format!("{value:.1100}");
        let digits = &long[long.find('.').unwrap() + 1 + usize::from(decimals)..];
        digits.starts_with('5') && digits[1..].bytes().all(|digit| digit == b'0')
    }

    fn unsigned_zero(text: String) -> String {
        if text.bytes().all(|byte| matches!(byte, b'-' | b'0' | b'.')) { text.replace('-', "") } else { text }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]

        #[test]
        fn as_the_standard_library_does(value in prop_oneof![
            -1e6..1e6,
            -2.0..2.0,
            prop::num::f64::NORMAL,
            // Numbers that end in 5 just behind the last decimal: the hard ones.
            (-1_000_000_000_i64..1_000_000_000, 0..8_i32).prop_map(|(n, d)| (n * 10 + 5) as f64 / 10_f64.powi(d)),
        ], decimals in 0_u8..=7) {
            prop_assume!(!is_tie(value, decimals));
            prop_assert_eq!(fixed(value, decimals), unsigned_zero(format!("{value:.*}", usize::from(decimals))));
        }

        #[test]
        fn rounding_is_what_reading_back_gives(value in -1e8..1e8, decimals in 0_u8..=7) {
            let read: f64 = fixed(value, decimals).parse().unwrap();
            prop_assert_eq!(round_fixed(value, decimals).to_bits(), read.to_bits());
        }
    }
}
