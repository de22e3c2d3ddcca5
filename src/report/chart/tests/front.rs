//! Cost and coverage of scenarios, and which of them another one makes needless.

use super::{HOSTILE, assert_texts_apart, colour, example, pixels, words};
use crate::report::chart::{Axis, Front, FrontKey, FrontPoint, Texts, front};

fn axis(label: &str, ticks: &[(f64, &str)]) -> Axis {
    Axis { label: label.to_owned(), ticks: ticks.iter().map(|(at, words)| (*at, (*words).to_owned())).collect() }
}

fn point(name: &str, at: f64, value: f64, size: f64, is_needless: bool) -> FrontPoint {
    FrontPoint { name: name.to_owned(), at, value, size, is_needless, class: 0 }
}

/// Today and five scenarios; two more under another norm.
fn example() -> Front {
    let other = |name: &str, at: f64, value: f64| FrontPoint { class: 1, ..point(name, at, value, 40.0, false) };
    Front {
        texts: example::texts("Hoeveel hulp voor hoeveel geld?", "Kosten en dekking per scenario", "Overbodig: een ander is beter."),
        points: vec![
            point("nu", 225_672.0, 25.8, 32.4, false),
            point("Meer locaties", 260_982.0, 30.0, 36.8, true),
            point("Ruimere tijden", 259_416.0, 31.7, 32.4, true),
            point("Een bus langs alle dorpen zonder bibliotheek", 231_892.0, 28.1, 51.3, true),
            point("Meer bereik", 258_504.0, 38.6, 31.8, false),
            point("Alleen de uitkering", 92_112.0, 30.3, 42.0, false),
            other("Op de fiets (norm 3 km)", 225_672.0, 31.1),
            other("Fiets en bus (norm 3 km)", 237_900.0, 32.3),
        ],
        key: FrontKey {
            kept: "te overwegen".to_owned(),
            needless: "overbodig".to_owned(),
            line: "hoogste dekking voor het geld".to_owned(),
            other: "andere norm of ander jaar".to_owned(),
            sizes: vec![(31.8, "achterstand 32 m".to_owned()), (51.3, "achterstand 51 m".to_owned())],
        },
        horizontal: axis("kosten per jaar, in euro", &[(100_000.0, "100.000"), (200_000.0, "200.000"), (300_000.0, "300.000")]),
        vertical: axis("dekking op het gewenste moment", &[(25.0, "25\u{a0}%"), (30.0, "30\u{a0}%"), (40.0, "40\u{a0}%")]),
        mark: Some((94_260.0, "beschikbaar: € 94.260".to_owned())),
    }
}

/// So many scenarios within € 1,000 and one percentage point of each other, and today.
fn crowd(scenarios: u32) -> Front {
    let one = |number: u32| {
        let (at, value) = (f64::from(number * 7 % 10) * 100.0, f64::from(number * 3 % 11) / 10.0);
        point(
            &format!("Ruimere tijden in kern {number}"),
            240_000.0 + at,
            30.0 + value,
            f64::from(number % 5) * 20.0,
            !number.is_multiple_of(3),
        )
    };
    Front { points: example().points.into_iter().take(1).chain((1..=scenarios).map(one)).collect(), ..example() }
}

fn number(line: &str, name: &str) -> f64 {
    let (_, rest) = line.split_once(&format!(" {name}=\"")).unwrap();
    rest.split_once('"').unwrap().0.parse().unwrap()
}

/// Middle and radius of every disc.
fn discs(svg: &str) -> Vec<[f64; 3]> {
    svg.lines().filter(|line| line.starts_with("<circle ")).map(|line| ["cx", "cy", "r"].map(|name| number(line, name))).collect()
}

/// No middle of a text lies in a point: texts are drawn by their baseline and width, which the unit tests of their places know better.
fn assert_points_clear(svg: &str) {
    let discs = discs(svg);
    for text in svg.lines().filter(|line| line.starts_with("<text ")) {
        let (x, y) = (number(text, "x"), number(text, "y"));
        for [cx, cy, radius] in &discs {
            assert!((x - cx).hypot(y - 9.0 - cy) > *radius, "{text} {cx} {cy}");
        }
    }
}

#[test]
fn every_word_is_there_the_same_way_twice() {
    let chart = example();
    let svg = front(&chart);
    assert_eq!(svg, front(&chart));
    let words = words(&svg);
    let key = [&chart.key.kept, &chart.key.needless, &chart.key.line, &chart.key.other].map(String::as_str);
    for text in
        key.into_iter().chain(["nu", "Meer bereik", "Alleen de uitkering", "achterstand 51 m", "beschikbaar: € 94.260", "30\u{a0}%"])
    {
        assert!(words.iter().any(|word| word == text), "{text}: {words:?}");
    }
    assert!(words.iter().any(|word| word.contains("zonder bibliotheek")), "a long name stands in lines: {words:?}");
    assert!(svg.contains("<desc>Een beschrijving in woorden.</desc>"));
    assert_texts_apart(&svg);
    assert_points_clear(&svg);
    pixels(&svg);
}

/// Two scenarios, 0 to 100 both ways, without a word.
fn bare() -> Front {
    Front { points: vec![point("", 0.0, 0.0, 0.0, false), point("", 100.0, 100.0, 0.0, true)], ..Front::default() }
}

#[test]
fn a_scenario_stands_at_its_cost_and_coverage_and_is_open_when_needless() {
    let svg = front(&bare());
    // The page begins at 52, with 24 above the plot; that is 640 high and goes from 82 to 1454, with 30 of white at each end.
    let pixels = pixels(&svg);
    let [filled, open] = [(112, 686), (1424, 106)].map(|(x, y)| colour(&pixels, x, y));
    assert_eq!(open, [0xff; 3]);
    assert!(filled.iter().all(|channel| *channel < 0x70), "{filled:?}");
    assert!(svg.contains("cx=\"112\" cy=\"686\"") && svg.contains("cx=\"1424\" cy=\"106\""), "{svg}");
    // The edge of an open one is as dark as a filled one: 13 from its middle, 4 thick.
    assert_eq!(colour(&pixels, 1424 - 11, 106), filled);
}

/// A point of four times the gap has twice the radius, and the line goes up where more can be had for more money.
#[test]
fn areas_are_gaps_and_steps_are_what_money_buys() {
    let mut chart = bare();
    chart.points = vec![
        point("", 0.0, 0.0, 25.0, false),
        point("", 50.0, 60.0, 100.0, false),
        // Filled for its gap, below the line.
        point("", 75.0, 40.0, 0.0, false),
        point("", 80.0, 90.0, 100.0, true),
        point("", 100.0, 100.0, 100.0, false),
    ];
    let svg = front(&chart);
    let radii: Vec<[f64; 3]> = discs(&svg);
    let largest = |x: f64| radii.iter().filter(|disc| disc[0].total_cmp(&x).is_eq()).map(|disc| disc[2]).fold(0.0, f64::max).to_string();
    // Two more of white around.
    assert_eq!([largest(112.0), largest(768.0), largest(1096.0)], ["12", "22", "9"]);
    // From 686 at 0 to 106 at 100: 338 at 60. Not by way of 75 or 80.
    for step in ["112,686 768,686", "768,686 768,338", "768,338 1424,338", "1424,338 1424,106"] {
        assert!(svg.contains(&format!("points=\"{step} \"")), "{step}: {svg}");
    }
}

#[test]
fn other_circumstances_are_square_and_have_a_line_of_their_own() {
    let mut chart = bare();
    chart.points = vec![point("", 0.0, 0.0, 0.0, false), FrontPoint { class: 1, ..point("", 100.0, 100.0, 0.0, false) }];
    let svg = front(&chart);
    assert_eq!(discs(&svg).len(), 2, "a disc with its white");
    assert!(!svg.contains("112,686 1424,686"), "kinds are not joined: {svg}");
    assert!(
        front(&example()).matches("<polyline").count()
            > front(&Front { points: example().points[..6].to_vec(), ..example() }).matches("<polyline").count()
    );
}

#[test]
fn many_scenarios_have_numbers_and_a_key() {
    let svg = front(&crowd(14));
    let words = words(&svg);
    for text in ["1", "15", "1: nu", "15: Ruimere tijden in kern 14"] {
        assert!(words.iter().any(|word| word == text), "{text}: {words:?}");
    }
    // Up to eight beside today have their names.
    assert!(super::words(&front(&crowd(8))).iter().any(|word| word == "Ruimere tijden in kern 8"));
}

#[test]
fn in_a_crowd_no_label_meets_another_or_a_point() {
    for scenarios in [1, 2, 5, 8, 9, 14, 24] {
        let mut chart = crowd(scenarios);
        for mark in [None, Some((240_500.0, "beschikbaar: € 240.500".to_owned()))] {
            chart.mark = mark;
            let svg = front(&chart);
            assert_texts_apart(&svg);
            assert_points_clear(&svg);
        }
    }
}

#[test]
fn scenarios_at_one_place_each_have_a_name_or_a_number() {
    let mut chart = crowd(7);
    for point in &mut chart.points {
        (point.at, point.value) = (240_000.0, 30.0);
    }
    let svg = front(&chart);
    for (number, point) in (1..).zip(&chart.points) {
        let words = words(&svg);
        let is_numbered = words.contains(&format!("{number}")) && words.contains(&format!("{number}: {}", point.name));
        assert!(words.contains(&point.name) || is_numbered, "{words:?}");
    }
    assert_texts_apart(&svg);
}

#[test]
fn a_name_without_room_is_not_cut() {
    let mut chart = example();
    chart.points[1].name =
        "Meer locaties in alle kernen waar nu geen bibliotheek is en ook geen gemeentehuis, dorpshuis of school".to_owned();
    let svg = front(&chart);
    assert!(words(&svg).contains(&format!("2: {}", chart.points[1].name)), "{:?}", words(&svg));
    assert!(!words(&svg).iter().any(|word| word.contains('…')));
    assert_texts_apart(&svg);
}

#[test]
fn what_is_no_number_is_left_out() {
    let mut chart = example();
    let svg = front(&chart);
    for (at, value) in [(f64::NAN, 20.0), (200_000.0, f64::NAN), (f64::INFINITY, 30.0)] {
        chart.points.push(point("nergens", at, value, 1.0, false));
    }
    assert_eq!(front(&chart), svg);
}

#[test]
fn extremes_draw() {
    let numbers = [f64::NAN, f64::INFINITY, f64::MIN, f64::MAX, 1e300, 0.0, -5.0, f64::MIN_POSITIVE];
    let long = HOSTILE.repeat(40);
    let mut charts = vec![Front::default()];
    for text in ["", HOSTILE, &long] {
        let word = || text.to_owned();
        let texts = Texts { title: word(), subtitle: word(), note: word(), source: word(), description: word(), percent: word() };
        for number in numbers {
            let ends = Axis { label: word(), ticks: vec![(number, word()), (1.0, word())] };
            let points = numbers.map(|other| FrontPoint { class: 3, ..point(text, number, other, other, number > 0.0) }).to_vec();
            charts.push(Front {
                texts: texts.clone(),
                points,
                key: FrontKey { kept: word(), needless: word(), line: word(), other: word(), sizes: vec![(number, word())] },
                horizontal: ends.clone(),
                vertical: ends,
                mark: Some((number, word())),
            });
        }
    }
    for chart in charts {
        let svg = front(&chart);
        pixels(&svg);
        assert!(!svg.contains("<script") && !svg.contains("NaN") && !svg.contains("inf\""), "{chart:?}");
    }
}
