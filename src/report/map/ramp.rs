//! Colours of the distance classes.
//!
//! One ramp from pale yellow (near) over orange and red to a dark purple (far): inferno of matplotlib (Smith and Van der Walt 2015, CC0), from
//! light to dark without its ends. Its lightness (CIE L*) falls evenly, so that the order can be read in a black-and-white print and by a
//! colour-blind reader; near is pale so that desks, which stand among the near squares, are seen. Up to six classes are told apart with ease.
//! At the norm lightness falls by a fifth more: a wider step there would leave too little for the others on grey paper.
//!
//! A second ramp, of blues, is for shares that are neither good nor bad. For a change both grow darker from a pale middle: blue is better,
//! orange to purple-red is worse, which no kind of colour blindness takes for each other.

/// A colour in sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::report) struct Colour(pub [u8; 3]);

impl Colour {
    /// `#rrggbb`.
    pub fn hex(self) -> String {
        let [red, green, blue] = self.0;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }
}

/// Anchors of the ramp: L*, a*, b*, from near to far; in inferno these are the colours 240, 207, 172, 133, 90 and 48 of 256.
const ANCHORS: [[f64; 3]; 6] =
    [[91.0, -13.4, 62.4], [76.0, 20.0, 77.6], [61.0, 46.7, 60.9], [46.0, 54.9, 19.6], [31.0, 49.0, -21.7], [16.0, 40.5, -41.8]];
/// How much wider the step at the norm is than the others, as a part of them.
const JUMP: f64 = 0.2;

/// Anchors of the blues: L*, a*, b*, from little to much.
const BLUES: [[f64; 3]; 6] =
    [[94.0, -2.0, -5.0], [82.0, -7.0, -15.0], [67.0, -11.0, -28.0], [51.0, -4.0, -38.0], [35.0, 8.0, -42.0], [20.0, 8.0, -28.0]];
/// Between these lightnesses neither white nor dark letters are readable enough: 4.5 by WCAG 2.2, and more for letters as thin as ours.
const UNREADABLE: [f64; 2] = [48.0, 60.0];

/// Colours for `count` classes of which those from `beyond` on lie beyond the norm (`beyond` = `count` or 0: no jump).
pub(in crate::report) fn colours(count: usize, beyond: usize) -> Vec<Colour> {
    let jump = if beyond > 0 && beyond < count { JUMP } else { 0.0 };
    let last = count.saturating_sub(1);
    (0..count)
        .map(|class| {
            let step = ratio(class, last.max(1)) + if class >= beyond { jump / ratio(last.max(1), 1) } else { 0.0 };
            at(&ANCHORS, if last == 0 { 0.3 } else { step / (1.0 + jump / ratio(last, 1)) })
        })
        .collect()
}

/// Blues for `count` classes from little to much. Each bears white or dark letters.
pub(in crate::report) fn shades(count: usize) -> Vec<Colour> {
    let [from, to] = [BLUES[0][0], BLUES[BLUES.len() - 1][0]];
    let [dark, light] = UNREADABLE;
    (0..count)
        .map(|class| {
            let part = if count == 1 { 0.3 } else { ratio(class, count - 1) };
            let lightness = from + part * (to - from);
            let readable = match lightness {
                low if low > dark && low < f64::midpoint(dark, light) => dark,
                high if high > dark && high < light => light,
                other => other,
            };
            at(&BLUES, (readable - from) / (to - from))
        })
        .collect()
}

/// Lightness of the middle of a change, which has no colour, of its first step to either side, and of the last.
const CHANGE: [f64; 3] = [95.0, 82.0, 36.0];

/// Colours for a change of `steps` classes to either side: the best first, then less and less, the middle, and on to the worst. Both sides
/// are equally light at each step.
pub(in crate::report) fn changes(steps: usize) -> Vec<Colour> {
    let [middle, first, last] = CHANGE;
    let lightness = |step: usize| if steps == 1 { first } else { first + ratio(step, steps - 1) * (last - first) };
    let side = |anchors: &[[f64; 3]; 6], step: usize| {
        let [from, to] = [anchors[0][0], anchors[5][0]];
        at(anchors, (lightness(step) - from) / (to - from))
    };
    let better = (0..steps).rev().map(|step| side(&BLUES, step));
    let worse = (0..steps).map(|step| side(&ANCHORS, step));
    better.chain([Colour(to_srgb([middle, 0.0, 0.0]))]).chain(worse).collect()
}

#[expect(clippy::cast_precision_loss, reason = "numbers of classes are small")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

/// The colour at a part 0 to 1 of the way from the first anchor to the last, evenly in lightness.
fn at(anchors: &[[f64; 3]; 6], part: f64) -> Colour {
    let (first, last) = (anchors[0], anchors[anchors.len() - 1]);
    let lightness = first[0] + part * (last[0] - first[0]);
    let lab = anchors.windows(2).find(|pair| lightness >= pair[1][0]).map_or(last, |pair| {
        let along = (pair[0][0] - lightness) / (pair[0][0] - pair[1][0]);
        [lightness, pair[0][1] + along * (pair[1][1] - pair[0][1]), pair[0][2] + along * (pair[1][2] - pair[0][2])]
    });
    Colour(to_srgb(lab))
}

/// From CIE L*a*b* (white D65) to sRGB; out of gamut is cut off.
fn to_srgb([lightness, green_red, blue_yellow]: [f64; 3]) -> [u8; 3] {
    let middle = (lightness + 16.0) / 116.0;
    let cube = |value: f64| if value > 6.0 / 29.0 { value.powi(3) } else { 3.0 * (6.0_f64 / 29.0).powi(2) * (value - 4.0 / 29.0) };
    let x = 0.950_47 * cube(middle + green_red / 500.0);
    let y = cube(middle);
    let z = 1.088_83 * cube(middle - blue_yellow / 200.0);
    [3.240_45 * x - 1.537_14 * y - 0.498_53 * z, -0.969_27 * x + 1.876_01 * y + 0.041_56 * z, 0.055_64 * x - 0.204_03 * y + 1.057_23 * z]
        .map(|linear| {
            let encoded = if linear <= 0.003_130_8 { 12.92 * linear } else { 1.055 * linear.powf(1.0 / 2.4) - 0.055 };
            channel(encoded)
        })
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "cut off to 0 to 255 before")]
fn channel(value: f64) -> u8 {
    (value.clamp(0.0, 1.0) * 255.0).round() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Simulated full colour blindness on linear RGB: Machado, Oliveira & Fernandes 2009, table 1, severity 1.0.
    const DEUTERANOPIA: [[f64; 3]; 3] =
        [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]];
    const PROTANOPIA: [[f64; 3]; 3] =
        [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]];
    const TRITANOPIA: [[f64; 3]; 3] =
        [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]];
    const NORMAL: [[f64; 3]; 3] = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];

    /// sRGB → linear → as seen → CIE L*a*b*, from the formulas of IEC 61966-2-1 and CIE 15, not by inverting the code above.
    fn seen(colour: Colour, eye: [[f64; 3]; 3]) -> [f64; 3] {
        let linear = colour.0.map(|value| {
            let value = f64::from(value) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        });
        let mix = |row: [f64; 3], by: [f64; 3]| row.iter().zip(by).map(|(a, b)| a * b).sum::<f64>().clamp(0.0, 1.0);
        let rgb = [mix(eye[0], linear), mix(eye[1], linear), mix(eye[2], linear)];
        let xyz = [
            mix([0.412_456, 0.357_576, 0.180_438], rgb) / 0.950_47,
            mix([0.212_673, 0.715_152, 0.072_175], rgb),
            mix([0.019_334, 0.119_192, 0.950_304], rgb) / 1.088_83,
        ];
        let [x, y, z] = xyz.map(|t| if t > 0.008_856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 });
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }

    /// Every number of classes from 2 to 6 with every place of the norm.
    fn ramps() -> impl Iterator<Item = (usize, usize, Vec<Colour>)> {
        (2..=6).flat_map(|count| (0..=count).map(move |beyond| (count, beyond, colours(count, beyond))))
    }

    #[test]
    fn the_colours_are_those_of_inferno() {
        // As matplotlib gives them, to within two of 255.
        for (colour, of_inferno) in colours(6, 6).into_iter().zip([0xf2_ea69, 0xfc_aa0f, 0xef_6c23, 0xc3_3b4f, 0x80_1f6c, 0x3d_0965_u32]) {
            let [_, red, green, blue] = of_inferno.to_be_bytes();
            assert!(colour.0.iter().zip([red, green, blue]).all(|(one, other)| one.abs_diff(other) <= 2), "{colour:?} {of_inferno:06x}");
        }
    }

    #[test]
    fn lightness_falls_by_at_least_eight_for_every_eye() {
        for (count, beyond, ramp) in ramps() {
            for eye in [NORMAL, DEUTERANOPIA, PROTANOPIA, TRITANOPIA] {
                for pair in ramp.windows(2) {
                    let step = seen(pair[0], eye)[0] - seen(pair[1], eye)[0];
                    assert!(step >= 8.0, "{count} classes, norm at {beyond}: {pair:?} differ by {step:.1}");
                }
            }
        }
    }

    #[test]
    fn neighbouring_classes_are_far_apart_for_every_eye() {
        // ΔE*ab of 2.3 is just noticeable side by side; squares far apart want several times that.
        for (count, beyond, ramp) in ramps() {
            for eye in [NORMAL, DEUTERANOPIA, PROTANOPIA, TRITANOPIA] {
                for pair in ramp.windows(2) {
                    let (one, two) = (seen(pair[0], eye), seen(pair[1], eye));
                    let apart = one.iter().zip(two).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt();
                    assert!(apart >= 10.0, "{count} classes, norm at {beyond}: {pair:?} are {apart:.1} apart");
                }
            }
        }
    }

    #[test]
    fn the_norm_is_the_widest_step() {
        for (count, beyond, ramp) in ramps().filter(|(count, beyond, _)| *beyond > 0 && beyond < count) {
            let steps: Vec<f64> = ramp.windows(2).map(|pair| seen(pair[0], NORMAL)[0] - seen(pair[1], NORMAL)[0]).collect();
            for (index, step) in steps.iter().enumerate() {
                assert!(index + 1 == beyond || *step < 0.9 * steps[beyond - 1], "{count} {beyond} {steps:?}");
            }
        }
    }

    #[test]
    fn the_steps_are_even_and_up_to_four_classes_are_told_apart_on_grey_paper() {
        for (count, beyond, ramp) in ramps() {
            let steps: Vec<f64> = ramp.windows(2).map(|pair| seen(pair[0], NORMAL)[0] - seen(pair[1], NORMAL)[0]).collect();
            let even = |index: usize| steps[index] / if index + 1 == beyond { 1.0 + JUMP } else { 1.0 };
            let least = (0..steps.len()).map(even).fold(f64::INFINITY, f64::min);
            for (index, step) in steps.iter().enumerate() {
                assert!((even(index) - least).abs() < 1.0, "{count} {beyond} {steps:?}");
                assert!(count > 4 || *step >= 23.0, "{count} {beyond} {steps:?}");
            }
        }
    }

    #[test]
    fn the_nearest_class_shows_on_white_paper_and_the_farthest_is_dark() {
        for (_, _, ramp) in ramps() {
            assert!(seen(ramp[0], NORMAL)[0] <= 92.0 && seen(ramp[ramp.len() - 1], NORMAL)[0] <= 22.0);
        }
    }

    #[test]
    fn blues_differ_in_lightness_for_every_eye() {
        for count in 2..=7 {
            for eye in [NORMAL, DEUTERANOPIA, PROTANOPIA, TRITANOPIA] {
                for pair in shades(count).windows(2) {
                    let step = seen(pair[0], eye)[0] - seen(pair[1], eye)[0];
                    assert!(step >= 7.0, "{count} classes: {pair:?} differ by {step:.1}");
                }
            }
        }
        assert_eq!((shades(0).len(), shades(1).len()), (0, 1));
    }

    #[test]
    fn a_change_is_told_from_its_opposite_by_every_eye() {
        for steps in 1..=3 {
            let colours = changes(steps);
            assert_eq!(colours.len(), 2 * steps + 1);
            for eye in [NORMAL, DEUTERANOPIA, PROTANOPIA, TRITANOPIA] {
                let seen: Vec<[f64; 3]> = colours.iter().map(|colour| seen(*colour, eye)).collect();
                let apart = |one: usize, two: usize| seen[one].iter().zip(seen[two]).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt();
                for step in 1..=steps {
                    let (better, worse) = (steps - step, steps + step);
                    assert!(apart(better, worse) >= 20.0, "step {step} of {steps}: {:.1}", apart(better, worse));
                    assert!(apart(better, better + 1) >= 10.0 && apart(worse, worse - 1) >= 10.0, "step {step} of {steps}");
                }
            }
        }
    }

    #[test]
    fn no_class_and_one_class_have_colours_too() {
        assert!(colours(0, 0).is_empty());
        assert_eq!(colours(1, 1).len(), 1);
    }
}
