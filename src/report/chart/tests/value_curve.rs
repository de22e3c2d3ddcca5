//! The curve of what each budget brings.

use super::{HOSTILE, assert_texts_apart, colour, example, pixels, words};
use crate::report::chart::{Axis, Texts, ValueCurve, ValuePoint, value_curve};

fn axis(label: &str, ticks: &[(f64, &str)]) -> Axis {
    Axis { label: label.to_owned(), ticks: ticks.iter().map(|(at, words)| (*at, (*words).to_owned())).collect() }
}

fn points(points: &[[f64; 3]]) -> Vec<ValuePoint> {
    points.iter().map(|[at, value, bound]| ValuePoint { at: *at, value: *value, bound: *bound }).collect()
}

/// What more money brings; the bound lies above.
fn example() -> ValueCurve {
    let plan = |thousands: f64, value: f64, bound: f64| [thousands * 1000.0, value, bound];
    ValueCurve {
        texts: example::texts(
            "Na € 300.000 per jaar levert elke extra euro in Waterstreek minder op",
            "Hulpvraag met een open IDO binnen 3 km, van het beste plan bij elk budget",
            "Tussen twee punten is niet gerekend. Waar de band smal is, is het plan vrijwel zeker het beste dat er is.",
        ),
        points: points(&[
            plan(100.0, 14.2, 14.2),
            plan(150.0, 22.8, 23.1),
            plan(200.0, 30.1, 31.4),
            plan(250.0, 36.2, 38.9),
            plan(300.0, 41.5, 44.6),
            plan(350.0, 44.1, 48.2),
            plan(400.0, 46.0, 51.5),
            plan(450.0, 47.4, 53.0),
            plan(500.0, 48.3, 54.2),
        ]),
        line: "het beste plan dat gevonden is".to_owned(),
        band: "zoveel zou er hoogstens bij kunnen".to_owned(),
        horizontal: axis(
            "euro per jaar",
            &[(100_000.0, "100.000"), (200_000.0, "200.000"), (300_000.0, "300.000"), (400_000.0, "400.000"), (500_000.0, "500.000")],
        ),
        vertical: axis("hulpvraag die terechtkan", &[(0.0, "0\u{a0}%"), (20.0, "20\u{a0}%"), (40.0, "40\u{a0}%"), (60.0, "60\u{a0}%")]),
        mark: Some((260_000.0, "budget in 2026: € 260.000".to_owned())),
    }
}

/// How far people travel with more desks: less is better and the bound lies below.
fn distance() -> ValueCurve {
    let plan = |desks: f64| [desks, 1.1 + 14.0 / (desks + 2.0), 1.0 + 12.6 / (desks + 2.0)];
    ValueCurve {
        texts: example::texts("Elk volgend IDO brengt de gemiddelde inwoner minder dichterbij", "", ""),
        points: points(&[3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0].map(plan)),
        line: "het beste plan".to_owned(),
        band: "zoveel korter kan het hoogstens".to_owned(),
        horizontal: axis("aantal IDO's", &[(4.0, "4"), (6.0, "6"), (8.0, "8"), (10.0, "10"), (12.0, "12")]),
        vertical: axis("gemiddelde afstand", &[(1.0, "1 km"), (2.0, "2 km"), (3.0, "3 km"), (4.0, "4 km")]),
        mark: Some((3.0, "nu: 3 IDO's".to_owned())),
    }
}

#[test]
fn there_is_a_band_where_some_bound_is_not_reached() {
    let proven = ValueCurve { points: points(&[[1.0, 2.0, 2.0], [2.0, 3.0, 3.0]]), ..example() };
    assert_eq!([example(), distance(), proven, ValueCurve::default()].map(|chart| chart.has_band()), [true, true, false, false]);
}

#[test]
fn every_word_and_number_is_there_the_same_way_twice() {
    for (chart, mark) in [(example(), "budget in 2026: € 260.000"), (distance(), "nu: 3 IDO's")] {
        let svg = value_curve(&chart);
        assert_eq!(svg, value_curve(&chart));
        let words = words(&svg);
        let ticks = chart.horizontal.ticks.iter().chain(&chart.vertical.ticks).map(|(_, words)| words.as_str());
        let others = [&chart.line, &chart.band, &chart.horizontal.label, &chart.vertical.label].map(String::as_str);
        for text in ticks.chain(others).chain([mark]) {
            assert!(words.iter().any(|word| word == text), "{text}: {words:?}");
        }
        assert!(svg.contains("<desc>Een beschrijving in woorden.</desc>"));
        // One dot a plan and one in the key.
        assert_eq!(svg.matches("<circle").count(), chart.points.len() + 1);
        assert_texts_apart(&svg);
        pixels(&svg);
    }
}

/// Two plans, 0 to 100 both ways, without a word.
fn bare(bounds: [f64; 2]) -> ValueCurve {
    ValueCurve { points: points(&[[100.0, 100.0, bounds[1]], [0.0, 0.0, bounds[0]]]), ..ValueCurve::default() }
}

#[test]
fn a_plan_stands_at_its_budget_and_value() {
    let svg = value_curve(&ValueCurve { mark: Some((25.0, String::new())), ..bare([50.0, 100.0]) });
    // Top of the page 52 and 24 above the plot, which is 520 high and goes from 64 + 18 = 82 to 1552 − 64 − 34 = 1454.
    for dot in ["cx=\"82\" cy=\"596\"", "cx=\"1454\" cy=\"76\""] {
        assert!(svg.contains(dot), "{svg}");
    }
    // From the cheapest to the dearest; the mark at a quarter of 1372, from above the plot to its bottom.
    assert!(svg.contains("points=\"82,596 1454,76 \""), "{svg}");
    assert!(svg.contains("425,56 "), "{svg}");
    // The band is between value and bound: at half the budget from 50 to 75.
    let pixels = pixels(&svg);
    let shades = super::super::colour::shades(6);
    let band = [shades[1].0, shades[1].1, shades[1].2];
    assert_eq!([150, 225, 320, 400].map(|y| colour(&pixels, 768, y) == band), [false, true, true, false]);
    assert_eq!(colour(&pixels, 768, 336), [shades[5].0, shades[5].1, shades[5].2]);
}

#[test]
fn a_bound_that_is_no_number_or_no_better_makes_no_band() {
    let chart = |bounds| value_curve(&ValueCurve { band: "hoogstens".to_owned(), ..bare(bounds) });
    let [first, last] = [0.0, 100.0];
    for (bounds, polygons, keyed) in [
        ([first, last], 1, false),
        ([f64::NAN, f64::INFINITY], 0, false),
        ([20.0, last], 1, true),
        // Alone: a bar.
        ([20.0, f64::NAN], 0, true),
    ] {
        let svg = chart(bounds);
        assert_eq!(svg.matches("<polygon").count(), polygons, "{bounds:?}");
        assert_eq!(words(&svg) == ["hoogstens"], keyed, "{bounds:?}");
    }
}

#[test]
fn what_is_no_number_is_left_out() {
    let mut chart = example();
    let svg = value_curve(&chart);
    for [at, value] in [[f64::NAN, 20.0], [200_000.0, f64::NAN], [f64::INFINITY, 30.0], [150_000.0, f64::NEG_INFINITY]] {
        chart.points.push(ValuePoint { at, value, bound: 50.0 });
    }
    chart.horizontal.ticks.push((f64::NAN, "nergens".to_owned()));
    chart.vertical.ticks.push((f64::INFINITY, "oneindig".to_owned()));
    assert_eq!(value_curve(&chart), svg);
}

#[test]
fn numbers_of_an_axis_that_would_meet_are_left_out() {
    let mut chart = example();
    chart.horizontal.ticks = (0..200).map(|tick| (f64::from(tick), format!("{tick}00.000 euro"))).collect();
    chart.vertical.ticks = (0..200).map(|tick| (f64::from(tick), format!("{tick} procent"))).collect();
    assert_texts_apart(&value_curve(&chart));
}

#[test]
fn a_mark_leaves_the_words_at_the_axis_alone() {
    for at in [0.0, 100_000.0, 180_000.0, 260_000.0, 500_000.0, 900_000.0] {
        for words in ["", "nu", "het budget dat de gemeenteraad in november heeft vastgesteld voor het hele jaar 2027"] {
            assert_texts_apart(&value_curve(&ValueCurve { mark: Some((at, words.to_owned())), ..example() }));
        }
    }
}

#[test]
fn extremes_draw() {
    let numbers = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MIN, f64::MAX, 1e300, 0.0, -5.0, f64::MIN_POSITIVE, 5e-324];
    let long = HOSTILE.repeat(40);
    let mut charts = vec![ValueCurve::default()];
    for text in ["", HOSTILE, &long] {
        let word = || text.to_owned();
        let texts = Texts { title: word(), subtitle: word(), note: word(), source: word(), description: word(), percent: word() };
        let one = |point: [f64; 3], tick: f64| {
            let axis = Axis { label: word(), ticks: vec![(tick, word()), (1.0, word())] };
            ValueCurve {
                texts: texts.clone(),
                points: points(&[point]),
                line: word(),
                band: word(),
                horizontal: axis.clone(),
                vertical: axis,
                mark: Some((tick, word())),
            }
        };
        for number in numbers {
            charts.extend([one([number, 1.0, 2.0], 1.0), one([1.0, number, 1.0], number), one([1.0, 1.0, number], 0.0)]);
        }
        // Equal values, equal bounds, the same budget, and everything at once.
        charts.push(ValueCurve { points: points(&[[1.0, 2.0, 3.0]; 5]), ..one([0.0; 3], 1.0) });
        charts.push(ValueCurve { points: points(&[[1.0, 2.0, 2.0], [2.0, 2.0, 2.0]]), ..one([0.0; 3], 2.0) });
        let all: Vec<_> = numbers.iter().flat_map(|at| numbers.map(|value| [*at, value, -value])).collect();
        charts.push(ValueCurve { points: points(&all), ..one([0.0; 3], f64::MAX) });
    }
    for chart in charts {
        let svg = value_curve(&chart);
        pixels(&svg);
        assert!(!svg.contains("<script") && !svg.contains("NaN") && !svg.contains("=\"-") && !svg.contains("inf\""), "{chart:?}");
    }
}

#[test]
fn a_plan_alone_is_a_good_page() {
    for bound in [41.5, 50.0, f64::NAN] {
        let alone = ValueCurve { points: points(&[[300_000.0, 41.5, bound]]), ..example() };
        assert_texts_apart(&value_curve(&alone));
        let bare = ValueCurve { horizontal: Axis::default(), vertical: Axis::default(), mark: None, ..alone };
        assert_texts_apart(&value_curve(&bare));
    }
    assert_texts_apart(&value_curve(&ValueCurve { points: Vec::new(), ..example() }));
}
