//! The numbers of an axis.

/// About how many ticks an axis has.
const TICKS: f64 = 6.0;

/// Round numbers over a range, with their words: steps of 1, 2 or 5 times a power of ten.
pub(super) fn ticks((from, to): (f64, f64), label: &dyn Fn(f64) -> String) -> Vec<(f64, String)> {
    if !from.is_finite() || !to.is_finite() || to <= from {
        return if from.is_finite() { vec![(from, label(from))] } else { Vec::new() };
    }
    let rough = (to - from) / TICKS;
    let power = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|factor| factor * power).find(|step| *step >= rough).unwrap_or(10.0 * power);
    let first = (from / step).floor();
    let mut ticks = Vec::new();
    let mut number = first;
    while (number - 1.0) * step < to {
        // A zero that was counted down to is no minus zero.
        ticks.push((number * step + 0.0, label(number * step + 0.0)));
        number += 1.0;
    }
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_hold_the_range() {
        // 25.8 to 39.7 in sixes is 2.3: steps of 5 from 25 to 40. 225,672 to 277,164 in sixes is 8,582: steps of 10,000.
        let at = |range| ticks(range, &|_| String::new()).into_iter().map(|(at, _)| at).collect::<Vec<_>>();
        assert_eq!(at((25.8, 39.7)), [25.0, 30.0, 35.0, 40.0]);
        assert_eq!(at((225_672.0, 277_164.0)), [220_000.0, 230_000.0, 240_000.0, 250_000.0, 260_000.0, 270_000.0, 280_000.0]);
        assert_eq!((at((3.0, 3.0)), at((f64::INFINITY, f64::NEG_INFINITY))), (vec![3.0], Vec::new()));
    }
}
