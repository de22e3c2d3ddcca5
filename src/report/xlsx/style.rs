//! How cells look: one place for forms, fonts and colours.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::report::book::Form;

/// Behind headers.
const PAPER: Color = Color::RGB(0x00E8_EEF5);
/// Headers and titles: the dark blue of the maps.
const INK: Color = Color::RGB(0x0012_233F);

/// The height of a line, in points.
const LINE: f64 = 15.0;

/// A number in its form. Excel puts the signs of the reader's own language in place of `,` and `.`.
pub(super) fn number(form: Form) -> Format {
    let form = match form {
        Form::Decimals(decimals) if decimals > 0 => format!("#,##0.{}", "0".repeat(usize::from(decimals))),
        Form::Decimals(_) => "#,##0".to_owned(),
        Form::Percent => "0.0%".to_owned(),
        Form::Euros => "\"€\" #,##0".to_owned(),
    };
    Format::new().set_num_format(form).set_align(FormatAlign::Right).set_indent(1)
}

/// The height of a row that shows all of its texts, each in a column of so many characters: programs do not all find it themselves.
pub(super) fn height<'t>(texts: impl Iterator<Item = (&'t str, usize)>) -> f64 {
    let most = texts.map(|(text, width)| lines(text, width)).max().unwrap_or(1).max(1);
    LINE * f64::from(u32::try_from(most).unwrap_or(u32::MAX))
}

/// Into how many lines a text is broken, between words where that is possible.
fn lines(text: &str, width: usize) -> usize {
    let width = width.max(1);
    let one = |line: &str| {
        let (mut lines, mut used) = (1, 0);
        for word in line.split(' ').map(|word| word.chars().count()) {
            let more = if used > 0 { used + 1 + word } else { word };
            if more <= width {
                used = more;
                continue;
            }
            lines += usize::from(used > 0) + word.saturating_sub(1) / width;
            used = if word % width == 0 { width.min(word) } else { word % width };
        }
        lines
    };
    text.split('\n').map(one).sum()
}

/// How many characters a number takes in its form.
pub(super) fn width(value: f64, form: Form) -> usize {
    let (shown, decimals, more) = match form {
        Form::Decimals(decimals) => (value, usize::from(decimals), 0),
        Form::Percent => (value * 100.0, 1, 1),
        Form::Euros => (value, 0, 2),
    };
    let text = format!("{shown:.decimals$}");
    let digits = text.split('.').next().map_or(0, |whole| whole.trim_start_matches('-').len());
    text.len() + digits.saturating_sub(1) / 3 + more
}

/// What stands above a column: bold, as many lines as it needs.
pub(super) fn header() -> Format {
    let edge = FormatBorder::Thin;
    Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_background_color(PAPER)
        .set_font_color(INK)
        .set_border_bottom(edge)
}

/// The title of a workbook.
pub(super) fn title() -> Format {
    Format::new().set_bold().set_font_size(18.0).set_font_color(INK)
}

/// What stands above a list.
pub(super) fn subtitle() -> Format {
    Format::new().set_bold().set_font_size(13.0).set_font_color(INK)
}

/// A text of more lines.
pub(super) fn wrapped() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_between_words() {
        for (text, width, expected) in [
            ("", 10, 1),
            ("gemiddelde", 10, 1),
            ("gemiddelde afstand (m)", 10, 3),
            ("gemiddelde afstand (m)", 11, 2),
            ("a b c d e f", 3, 3),
            ("dichtstbijzijnde", 8, 2),
            ("tot dichtstbijzijnde", 8, 3),
            ("one\ntwo", 40, 2),
        ] {
            assert_eq!(lines(text, width), expected, "{text:?} in {width}");
        }
    }

    #[test]
    fn numbers_take_their_room() {
        let is_close = |texts: &[(&'static str, usize)], points: f64| (height(texts.iter().copied()) - points).abs() < 1e-9;
        assert!(is_close(&[], 15.0) && is_close(&[("one", 9), ("one two", 4)], 30.0));
        for (value, form, expected) in [
            (1_234_567.0, Form::Decimals(0), 9),
            (-999.0, Form::Decimals(0), 4),
            (1000.25, Form::Decimals(1), 7),
            (0.8218, Form::Percent, 5),
            (-131_411.67, Form::Euros, 10),
        ] {
            assert_eq!(width(value, form), expected, "{value} {form:?}");
        }
    }
}
