//! The scale bar and the north arrow.

use super::canvas::{Anchor, Canvas, Style, number};
use super::describe::MapWords;

const SMALL: Style = Style { size: 13.0, fill: "#17212b", bold: false, halo: 0.0 };
const INK: &str = "#17212b";

/// The longest length of the form 1, 2 or 5 × 10ⁿ metres that is at most `room` page units long at `scale` units a metre.
pub(super) fn round_length(scale: f64, room: f64) -> f64 {
    let longest = room / scale;
    let power = 10_f64.powf(longest.log10().floor());
    [5.0, 2.0, 1.0].into_iter().map(|step| step * power).find(|length| *length <= longest * (1.0 + 1e-9)).unwrap_or(power)
}

/// Draws arrow and bar in the box whose lower left corner is `at`.
pub(super) fn draw(canvas: &mut Canvas, [x, y]: [f64; 2], width: f64, scale: f64, words: &MapWords) {
    let middle = x + width - 12.0;
    let bar = y - 8.0;
    if !words.north.is_empty() {
        draw_north(canvas, [middle, bar], &words.north);
    }
    if words.metres.is_empty() || words.kilometres.is_empty() {
        return;
    }
    let length = round_length(scale, (width - 70.0).min(190.0));
    let long = length * scale;
    let (divisor, unit) = if length >= 1000.0 { (1000.0, &words.kilometres) } else { (1.0, &words.metres) };
    canvas.rect([x, bar, long, 6.0], &format!("fill=\"#fff\" stroke=\"{INK}\" stroke-width=\"1\""));
    canvas.rect([x, bar, long / 2.0, 6.0], &format!("fill=\"{INK}\""));
    let label = |part: f64| decimal(length * part / divisor, &words.language);
    let above = bar - 7.0;
    canvas.text([x, above], Anchor::Start, SMALL, "0");
    canvas.text([x + long / 2.0, above], Anchor::Middle, SMALL, &label(0.5));
    canvas.text([x + long, above], Anchor::Middle, SMALL, &label(1.0));
    canvas.text([x + long + super::font::width(&label(1.0), SMALL.size) / 2.0 + 4.0, above], Anchor::Start, SMALL, unit);
}

/// An arrow above its letter.
fn draw_north(canvas: &mut Canvas, [middle, bar]: [f64; 2], letter: &str) {
    let [left, centre, right] = [middle - 7.0, middle, middle + 7.0].map(number);
    let [tip, waist, foot] = [bar - 32.0, bar - 17.0, bar - 12.0].map(number);
    canvas.path(&format!("M{centre} {tip}L{right} {foot}L{centre} {waist}L{left} {foot}Z"), &format!("fill=\"{INK}\""));
    canvas.text([middle, bar + 5.0], Anchor::Middle, Style { size: 15.0, bold: true, ..SMALL }, letter);
}

/// A number as the language writes it: `2.5`, in Dutch `2,5`.
fn decimal(value: f64, language: &str) -> String {
    if language.starts_with("nl") { number(value).replace('.', ",") } else { number(value) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_follow_the_language() {
        assert_eq!((decimal(2.5, "nl").as_str(), decimal(2.5, "en").as_str(), decimal(10.0, "nl").as_str()), ("2,5", "2.5", "10"));
    }

    #[test]
    fn lengths_are_round_and_fit() {
        // At 0.1 unit a metre 190 units are 1900 m: 1 km. At 0.02 they are 9.5 km: 5 km. At 0.01 19 km: 10 km; 200 units are then just 20 km.
        for (scale, room, length) in [(0.1, 190.0, 1000.0), (0.02, 190.0, 5000.0), (0.01, 190.0, 10_000.0), (0.01, 200.0, 20_000.0)] {
            assert!((round_length(scale, room) - length).abs() < 1e-6, "{scale} {room}");
        }
    }
}
