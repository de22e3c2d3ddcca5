//! Numbers with a fixed count of decimals, by whole numbers: several times faster than the formatting of the standard library.

use std::io::Write;

/// Powers of ten up to the most decimals that are ever written: 7, for degrees.
const SCALES: [f64; 8] = [1.0, 10.0, 100.0, 1_000.0, 10_000.0, 100_000.0, 1_000_000.0, 10_000_000.0];

/// From here on a double has no room for a half.
const NO_HALVES: f64 = 4_503_599_627_370_496.0;

/// Adds `value` with `decimals` digits after the point, 0 to 7 (more is taken as 7). Returns whether anything was added: NaN and the
/// infinities are empty cells.
///
/// Rounds the exact value of the double half away from zero, and never writes a negative zero. That is what `format!` does too,
/// except that it takes an exact tie to the even digit. From 2^52 / 10^`decimals` on this is `format!`.
pub(super) fn push_fixed(buffer: &mut Vec<u8>, value: f64, decimals: u8) -> bool {
    match decimals {
        0 => push::<0>(buffer, value),
        1 => push::<1>(buffer, value),
        2 => push::<2>(buffer, value),
        3 => push::<3>(buffer, value),
        4 => push::<4>(buffer, value),
        5 => push::<5>(buffer, value),
        6 => push::<6>(buffer, value),
        _ => push::<7>(buffer, value),
    }
}

/// [`push_fixed`] compiled for each count of decimals: no loop, no branch but the rare ones, the text made in one register.
#[expect(clippy::cast_possible_truncation, reason = "both parts are below 10^8")]
#[inline]
fn push<const DECIMALS: usize>(buffer: &mut Vec<u8>, value: f64) -> bool {
    if push_count::<DECIMALS>(buffer, value) {
        return true;
    }
    let Some(scaled) = scale(value, SCALES[DECIMALS]) else {
        // Writing to memory does not fail.
        return value.is_finite() && write!(buffer, "{value:.DECIMALS$}").is_ok();
    };
    if value < 0.0 && scaled != 0 {
        buffer.push(b'-');
    }
    let divisor = const { 10_u64.pow(DECIMALS as u32) };
    let (whole, part) = (scaled / divisor, scaled % divisor);
    if whole >= 100_000_000 {
        let part = format!(".{part:0DECIMALS$}");
        return write!(buffer, "{whole}{}", if DECIMALS > 0 { &part } else { "" }).is_ok();
    }
    let digits = eight_digits(whole as u32);
    // The zeros in front are the lowest bytes that are 0; the last digit stays.
    let zeros = (digits.trailing_zeros() / 8).min(7);
    let mut text = u128::from((digits | ZEROS) >> (8 * zeros));
    let mut length = 8 - zeros as usize;
    if DECIMALS > 0 {
        // Digits behind the last decimal are 0 and are cut off.
        let part = eight_digits((part * const { 10_u64.pow(8 - DECIMALS as u32) }) as u32) | ZEROS;
        text |= (u128::from(part) << 8 | u128::from(b'.')) << (8 * length);
        length += 1 + DECIMALS;
    }
    // A fixed number of bytes is copied and the end cut off: cheaper than to copy just what is needed.
    let end = buffer.len() + length;
    buffer.extend_from_slice(&text.to_le_bytes());
    buffer.truncate(end);
    true
}

/// Whole numbers below 100, as most counts of people in a square are, without a division by more than 10; whether it was one.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "what the cast changes is not equal to the value")]
#[expect(clippy::float_cmp, reason = "whether the value is whole is the question")]
#[inline]
fn push_count<const DECIMALS: usize>(buffer: &mut Vec<u8>, value: f64) -> bool {
    let count = value as u8;
    if f64::from(count) != value || count >= 100 {
        return false;
    }
    let fraction = const { if DECIMALS > 0 { (ZEROS as u128) << 8 | b'.' as u128 } else { 0 } };
    let digits = u128::from(b'0' + count / 10) | u128::from(b'0' + count % 10) << 8;
    let skip = usize::from(count < 10);
    let text = (digits | fraction << 16) >> (8 * skip);
    let end = buffer.len() + 2 - skip + const { if DECIMALS > 0 { 1 + DECIMALS } else { 0 } };
    buffer.extend_from_slice(&text.to_le_bytes());
    buffer.truncate(end);
    true
}

/// `0` in eight bytes.
const ZEROS: u64 = 0x3030_3030_3030_3030;

/// The eight digits of a number below 10^8, one a byte, the first in the lowest: halves, quarters and digits are taken apart side by
/// side in one register.
#[inline]
fn eight_digits(number: u32) -> u64 {
    let four = u64::from(number / 10_000) | u64::from(number % 10_000) << 32;
    // n × 10486 / 2^20 is n / 100 for n < 10^4, and n × 103 / 2^10 is n / 10 for n < 100.
    let hundreds = ((four * 10_486) >> 20) & 0x0000_007f_0000_007f;
    let two = hundreds | (four - 100 * hundreds) << 16;
    let tens = ((two * 103) >> 10) & 0x000f_000f_000f_000f;
    tens | (two - 10 * tens) << 8
}

/// `value` rounded to `decimals` digits after the point as [`push_fixed`] writes it: the double nearest to that decimal number.
pub(super) fn round_fixed(value: f64, decimals: u8) -> f64 {
    let factor = SCALES[usize::from(decimals).min(SCALES.len() - 1)];
    #[expect(clippy::cast_precision_loss, reason = "`scale` gives nothing from 2^52 on")]
    let rounded = scale(value, factor).map_or(value.abs(), |scaled| scaled as f64 / factor);
    if rounded == 0.0 { 0.0 } else { rounded.copysign(value) }
}

/// |value| × factor as a whole number, half away from zero; `None` where a double has no room for halves, and for NaN.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "0 ≤ product < 2^52")]
#[expect(clippy::float_cmp, reason = "the rest of a product below 2^52 is exact, and a half is the question")]
#[expect(clippy::needless_bitwise_bool, reason = "a branch on the digits of a number is guessed wrong half of the time")]
#[inline]
fn scale(value: f64, factor: f64) -> Option<u64> {
    let value = value.abs();
    let product = value * factor;
    if product.is_nan() || product >= NO_HALVES {
        return None;
    }
    let down = product as i64;
    let rest = product - down as f64;
    // Rounding to a double is monotone and every half is a double: only a product of exactly a half may hide one just below it.
    let hidden = rest == 0.5 && value.mul_add(factor, -product) < 0.0;
    Some(down as u64 + u64::from((rest >= 0.5) & !hidden))
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
            (10.0, 0, "10"),
            (99_999_999.9, 0, "100000000"),
            (99_999_999.9, 1, "99999999.9"),
            (123_456_789.25, 3, "123456789.250"),
            (-123_456_789.062_5, 4, "-123456789.0625"),
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
    fn counts_are_written_as_any_number() {
        for (count, decimals) in (0..=120u8).flat_map(|count| (0..=7u8).map(move |decimals| (count, decimals))) {
            let expected = format!("{count}.{}", "0".repeat(usize::from(decimals)));
            assert_eq!(fixed(f64::from(count), decimals), expected.trim_end_matches('.'));
        }
    }

    #[test]
    fn all_numbers_of_eight_digits_come_apart() {
        // All of the first and of the last four digits: the halves do not meet.
        for number in (0..10_000).flat_map(|n| [n, n * 10_000, n * 10_000 + 9999 - n]) {
            let text: String = (eight_digits(number) | ZEROS).to_le_bytes().map(char::from).iter().collect();
            assert_eq!(text, format!("{number:08}"));
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
            (any::<i32>(), 0..8_i32).prop_map(|(n, d)| (f64::from(n) * 10.0 + 5.0) / 10_f64.powi(d)),
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
