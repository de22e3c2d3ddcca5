//! The range of a figure behind its value: `61,0 % (55,2–66,1)`.

use super::Comparison;
use super::headline::Line;
use crate::compare::certain::{Spread, Unit};
use crate::text::Text;

/// Puts the range behind each value of the lines that have one.
pub(super) fn add(lines: &mut [Line], comparison: &Comparison, text: &dyn Text) {
    let Some(certainty) = &comparison.certainty else { return };
    for line in lines {
        let Some(figure) = line.figure else { continue };
        for (number, value) in line.values.iter_mut().enumerate() {
            let range = certainty.spread(number, figure).and_then(|spread| range(spread, text));
            range.into_iter().for_each(|range| value.push_str(&format!(" ({range})")));
        }
    }
}

/// From low to high without the unit where the value has the same; `None` where nothing is seen of a difference.
fn range(spread: &Spread, text: &dyn Text) -> Option<String> {
    let shown = |value: f64| match spread.figure.unit() {
        Unit::Share => text.decimals(value * 100.0, 1),
        Unit::Euros => text.whole(value),
        Unit::Metres => text.distance(value),
        Unit::Hours => text.decimals(value, 1),
        Unit::Visits => text.decimals(value, 0),
    };
    let [value, low, high] = [spread.value, spread.low, spread.high].map(shown);
    if low == high {
        return None;
    }
    let unit = |shown: &str| shown.split_once('\u{a0}').map(|(_, unit)| unit.to_owned());
    let is_same = unit(&low) == unit(&value) && unit(&high) == unit(&value);
    let [low, high] =
        [low, high].map(|shown| shown.split_once('\u{a0}').filter(|_| is_same).map_or(shown.clone(), |(number, _)| number.to_owned()));
    // A dash beside a minus is read as one of them.
    let dash = if spread.low < 0.0 { text.compare().range_to } else { "–" };
    Some(format!("{low}{dash}{high}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::certain::Figure;
    use crate::model::Lang;

    #[test]
    fn a_range_is_written_as_its_value_is() {
        let range = |figure, low, high, lang| {
            let spread = Spread { scenario: 0, figure, value: low, low, median: low, high };
            super::range(&spread, crate::text::of(lang))
        };
        assert_eq!(range(Figure::Moment, 0.552, 0.661, Lang::Nl).as_deref(), Some("55,2–66,1"));
        assert_eq!(range(Figure::Cost, 1240.4, 20_000.0, Lang::En).as_deref(), Some("1,240–20,000"));
        assert_eq!(range(Figure::Mean, 850.0, 2100.0, Lang::Nl).as_deref(), Some("850\u{a0}m–2,1\u{a0}km"));
        assert_eq!(range(Figure::Mean, 1100.0, 2100.0, Lang::Nl).as_deref(), Some("1,1–2,1"));
        assert_eq!(range(Figure::Left, -1240.4, 20.0, Lang::Nl).as_deref(), Some("−1.240 tot 20"));
        assert_eq!(range(Figure::Hours, 4.01, 4.02, Lang::Nl), None);
        assert_eq!(range(Figure::Visits, 28.4, 41.6, Lang::Nl).as_deref(), Some("28–42"));
    }
}
