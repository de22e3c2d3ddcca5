//! Colours: the ramp of the maps, and what is readable on them.

use plotters::style::RGBColor;

use crate::report::map::{self, Colour, colours};

/// Text and axes.
pub(super) const INK: RGBColor = RGBColor(0x17, 0x21, 0x2b);
/// Subtitles and numbers at the axes.
pub(super) const SOFT: RGBColor = RGBColor(0x46, 0x52, 0x5e);
/// Source lines.
pub(super) const PALE: RGBColor = RGBColor(0x5b, 0x66, 0x70);
/// Lines behind the data, and what is only there to compare with.
pub(super) const GREY: RGBColor = RGBColor(0xd3, 0xd8, 0xdc);
/// Lines between days.
pub(super) const MIDDLE: RGBColor = RGBColor(0x96, 0x9f, 0xa8);
/// A cell in which there is nothing.
pub(super) const EMPTY: RGBColor = RGBColor(0xf1, 0xf3, 0xf5);
/// Paper.
pub(super) const WHITE: RGBColor = RGBColor(0xff, 0xff, 0xff);

/// `count` colours from pale (good) to dark (bad); before number `jump` lightness falls by two steps.
pub(super) fn ramp(count: usize, jump: usize) -> Vec<RGBColor> {
    colours(count, jump).into_iter().map(of_map).collect()
}

/// `count` blues from little to much, for what is neither good nor bad.
pub(super) fn shades(count: usize) -> Vec<RGBColor> {
    map::shades(count).into_iter().map(of_map).collect()
}

fn of_map(colour: Colour) -> RGBColor {
    let [red, green, blue] = colour.0;
    RGBColor(red, green, blue)
}

/// White or ink, whichever contrasts more with a ground.
pub(super) fn readable_on(ground: RGBColor) -> RGBColor {
    if contrast(ground, WHITE) > contrast(ground, INK) { WHITE } else { INK }
}

/// The contrast of two colours, 1 to 21, as WCAG 2.2 defines it.
fn contrast(one: RGBColor, two: RGBColor) -> f64 {
    let (one, two) = (luminance(one), luminance(two));
    (one.max(two) + 0.05) / (one.min(two) + 0.05)
}

fn luminance(RGBColor(red, green, blue): RGBColor) -> f64 {
    let linear = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_wcag() {
        // The extremes of the definition, and #767676 on white: the grey that WCAG names as just above 4.5.
        assert!((contrast(RGBColor(0, 0, 0), WHITE) - 21.0).abs() < 1e-9);
        assert!((contrast(RGBColor(0x76, 0x76, 0x76), WHITE) - 4.54).abs() < 0.005);
    }

    #[test]
    fn every_blue_bears_a_text_by_wcag() {
        for count in 1..=7 {
            for colour in shades(count).into_iter().chain([EMPTY]) {
                assert!(contrast(colour, readable_on(colour)) >= 4.5, "{count}: {colour:?}");
            }
        }
    }

    #[test]
    fn every_class_bears_a_readable_text_and_differs_in_lightness() {
        for count in 2..=7 {
            let ramp = ramp(count, count - 1);
            for pair in ramp.windows(2) {
                assert!(contrast(pair[0], pair[1]) > 1.2, "{count}: {pair:?}");
            }
            for colour in ramp {
                assert!(contrast(colour, readable_on(colour)) >= 4.0, "{count}: {colour:?}");
            }
        }
    }
}
