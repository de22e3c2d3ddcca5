//! Classes of a change, from much better to much worse, the same for every scenario.

use super::class_rules::{Class, class_rules};
use super::map::{Colour, changes};
use super::rules::Rule;
use super::symbol::place;
use crate::text::{Text, Unit};
use crate::units::Metres;

/// Limits of the classes of a change of distance, metres; less than the first is no difference.
const METRES: [f64; 3] = [100.0, 500.0, 1_000.0];
/// Those of a change of a share, of which less than a percentage point is no difference.
const SHARES: [f64; 3] = [0.01, 0.05, 0.1];

/// The classes of a change of distance in metres: less is better.
pub(super) fn metres_rules(expression: &str, text: &dyn Text) -> Vec<Rule> {
    let words = text.layers();
    let length = |lower: Option<f64>, upper: Option<f64>| text.distance_class(lower.and_then(Metres::new), upper.and_then(Metres::new));
    let colours = changes(METRES.len());
    rules(expression, METRES, &colours, |lower, upper, side| {
        let direction = match side {
            Side::Below => words.nearer,
            Side::Around => words.difference,
            Side::Above => words.farther,
        };
        format!("{} {direction}", length(lower, upper))
    })
}

/// The classes of a change of a share, 0 to 1: more is better.
pub(super) fn shares_rules(expression: &str, text: &dyn Text) -> Vec<Rule> {
    let words = text.layers();
    let colours: Vec<Colour> = changes(SHARES.len()).into_iter().rev().collect();
    rules(expression, SHARES, &colours, |lower, upper, side| {
        let direction = match side {
            Side::Below => words.lower,
            Side::Around => words.difference,
            Side::Above => words.higher,
        };
        format!("{} {direction}", text.number_class(lower, upper, Unit::Points))
    })
}

/// Where a class lies beside no difference.
#[derive(Debug, Clone, Copy)]
enum Side {
    Below,
    Around,
    Above,
}

/// A rule a class, from the smallest number on; a label is told by the size of the change, whatever its sign.
fn rules<const N: usize>(
    expression: &str,
    limits: [f64; N],
    colours: &[Colour],
    label: impl Fn(Option<f64>, Option<f64>, Side) -> String,
) -> Vec<Rule> {
    let outer = |place: usize| (Some(limits[place]), limits.get(place + 1).copied());
    let below = (0..N).rev().map(|place| (-limits[place], outer(place), Side::Below));
    let around = (limits[0], (None, Some(limits[0])), Side::Around);
    let above = (0..N).map(|place| (limits.get(place + 1).copied().unwrap_or(f64::INFINITY), outer(place), Side::Above));
    let all = below.chain([around]).chain(above).zip(colours);
    let classes =
        all.map(|((upper, (from, to), side), colour)| Class { upper, label: label(from, to, side), symbol: place(&colour.hex()) });
    class_rules(expression, classes.collect())
}

#[cfg(test)]
mod tests {
    use resvg::usvg::roxmltree::{Document, ParsingOptions};

    use super::*;
    use crate::model::Lang;
    use crate::report::rules::rules_style;
    use crate::text;

    /// The filter, label and colour of each rule.
    fn told(rules: &[Rule]) -> Vec<[String; 3]> {
        let qml = rules_style(rules);
        let document = Document::parse_with_options(&qml, ParsingOptions { allow_dtd: true, ..ParsingOptions::default() }).unwrap();
        let colour = |name: &str| {
            let symbol = document.descendants().find(|node| node.has_tag_name("symbol") && node.attribute("name") == Some(name)).unwrap();
            symbol.descendants().find(|node| node.attribute("k") == Some("color")).and_then(|node| node.attribute("v")).unwrap().to_owned()
        };
        let rules = document.descendants().filter(|node| node.has_tag_name("rule"));
        let text = |value: Option<&str>| value.unwrap().to_owned();
        rules
            .map(|rule| [text(rule.attribute("filter")), text(rule.attribute("label")), colour(rule.attribute("symbol").unwrap())])
            .collect()
    }

    /// Blue is better: nearer, or a higher share. The middle is a pale grey.
    #[test]
    fn classes_lie_around_no_difference() {
        let metres = told(&metres_rules("m", text::of(Lang::Nl)));
        let labels: Vec<(&str, &str)> = metres.iter().map(|[filter, label, _]| (filter.as_str(), label.as_str())).collect();
        assert_eq!(
            labels,
            [
                ("m <= -1000", "meer dan 1 km dichterbij"),
                ("m > -1000 AND m <= -500", "500 m – 1 km dichterbij"),
                ("m > -500 AND m <= -100", "100 – 500 m dichterbij"),
                ("m > -100 AND m <= 100", "tot 100 m verschil"),
                ("m > 100 AND m <= 500", "100 – 500 m verder"),
                ("m > 500 AND m <= 1000", "500 m – 1 km verder"),
                ("m > 1000", "meer dan 1 km verder"),
            ]
        );
        let shares = told(&shares_rules("s", text::of(Lang::En)));
        assert_eq!(shares[0][..2], ["s <= -0.1".to_owned(), "more than 10 %-points lower".to_owned()]);
        assert_eq!(shares[5][..2], ["s > 0.05 AND s <= 0.1".to_owned(), "5 – 10 %-points higher".to_owned()]);
        for place in 0..7 {
            assert_eq!(metres[place][2], shares[6 - place][2], "the better, the bluer");
        }
        assert_eq!(metres[3][2], "241,241,241,255");
    }
}
