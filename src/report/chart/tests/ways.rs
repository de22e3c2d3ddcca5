//! Ways to spend the same money.

use super::{HOSTILE, assert_texts_apart, example, pixels, rectangles, words};
use crate::report::chart::{Texts, Ways, WaysGroup, ways};

fn group(name: &str, values: [f64; 3]) -> WaysGroup {
    let labels = values.map(|value| format!("{value:.1}\u{a0}%").replace('.', ",").replace("NaN\u{a0}%", "past niet"));
    WaysGroup { name: name.to_owned(), values: values.to_vec(), labels: labels.to_vec() }
}

/// Three groups, or twelve.
fn example(groups: usize) -> Ways {
    let all = [
        group("wie 1 uur per week kan komen", [18.4, 24.9, 27.3]),
        group("wie 3 uur per week kan komen", [39.6, 42.0, 47.1]),
        group("wie 10 uur per week kan komen", [61.8, 52.7, 63.0]),
        group("budget € 100.000, wie 1 uur per week kan komen en geen auto heeft", [9.1, 12.2, 12.9]),
        group("budget € 100.000, 3 uur", [14.0, 15.5, 17.8]),
        group("budget € 100.000, 10 uur", [21.3, f64::NAN, 22.6]),
        group("budget € 200.000, 1 uur", [0.0, 0.4, 1.2]),
        group("budget € 200.000, 3 uur", [29.3, 30.1, 33.8]),
        group("budget € 200.000, 10 uur", [44.4, 39.9, 46.2]),
        group("budget € 300.000, 1 uur", [18.4, 24.9, 27.3]),
        group("budget € 300.000, 3 uur", [39.6, 42.0, 47.1]),
        group("budget € 300.000, 10 uur", [61.8, 52.7, 63.0]),
    ];
    Ways {
        texts: example::texts(
            "Wie weinig tijd heeft, is met langere openingstijden beter geholpen dan met meer IDO's",
            "Inwoners van Waterstreek die op een open IDO binnen 3 km terechtkunnen, bij hetzelfde budget van € 260.000 per jaar",
            "Elke balk is het beste plan dat gevonden is.",
        ),
        series: ["meer IDO's", "langer open", "allebei"].map(str::to_owned).to_vec(),
        groups: all[..groups].to_vec(),
    }
}

#[test]
fn every_word_and_number_is_there_the_same_way_twice() {
    for groups in [1, 3, 12] {
        let chart = example(groups);
        let svg = ways(&chart);
        assert_eq!(svg, ways(&chart));
        let words = words(&svg);
        let labels = chart.groups.iter().flat_map(|group| &group.labels);
        for text in labels.chain(&chart.series).map(String::as_str).chain(["wie 1 uur per week kan komen", "0\u{a0}%"]) {
            assert!(words.iter().any(|word| word == text), "{groups}: {text}: {words:?}");
        }
        assert!(svg.contains("<desc>Een beschrijving in woorden.</desc>"));
        assert_texts_apart(&svg);
        pixels(&svg);
    }
}

#[test]
fn the_length_of_a_bar_is_its_percentage() {
    let one = WaysGroup { name: String::new(), values: vec![25.0, f64::NAN, 50.0], labels: Vec::new() };
    let svg = ways(&Ways { series: vec![String::new(); 3], groups: vec![one], ..Ways::default() });
    // No words: from 64 + 20 = 84 to 1552 − 64 − 34 = 1454; the axis ends at 50. The page starts at 52, with 13 of white; bars of 34.
    let shades = super::super::colour::shades(3).into_iter().map(|shade| format!("#{:02X}{:02X}{:02X}", shade.0, shade.1, shade.2));
    let bars: Vec<_> = shades.map(|shade| rectangles(&svg, &shade)).collect();
    assert_eq!(bars, [vec![[84, 65, 685, 34]], vec![], vec![[84, 133, 1370, 34]]]);
}

#[test]
fn what_is_missing_has_no_bar_and_what_is_too_much_no_place() {
    let full = example(3);
    let mut chart = full.clone();
    chart.groups[0].values.extend([99.0, 98.0]);
    chart.groups[0].labels.push("te veel".to_owned());
    assert_eq!(ways(&chart), ways(&full));
    let bars = |chart: &Ways| ways(chart).matches("<rect ").count();
    chart.groups[1].values.truncate(1);
    // Two bars with their edges.
    assert_eq!(bars(&chart) + 4, bars(&full));
    chart.groups[2].labels.truncate(1);
    // The white behind two labels.
    assert_eq!(bars(&chart) + 6, bars(&full));
}

#[test]
fn extremes_draw() {
    let numbers = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MIN, f64::MAX, 0.0, -5.0, 100.0, f64::MIN_POSITIVE];
    let long = HOSTILE.repeat(40);
    let mut charts = vec![Ways::default()];
    for text in ["", HOSTILE, &long] {
        let word = || text.to_owned();
        let texts = Texts { title: word(), subtitle: word(), note: word(), source: word(), description: word(), percent: word() };
        for (series, groups) in [(0, 3), (3, 0), (1, 1), (3, 12), (9, 40)] {
            let group = WaysGroup { name: word(), values: numbers.to_vec(), labels: vec![word(); 9] };
            charts.push(Ways { texts: texts.clone(), series: vec![word(); series], groups: vec![group; groups] });
        }
    }
    for chart in charts {
        let svg = ways(&chart);
        pixels(&svg);
        assert!(!svg.contains("<script") && !svg.contains("NaN") && !svg.contains("=\"-") && !svg.contains("inf\""));
    }
}

#[test]
fn long_names_and_labels_stay_apart() {
    let mut chart = example(12);
    for group in &mut chart.groups {
        group.name = group.name.repeat(5);
        group.labels = vec!["niet uit te rekenen omdat de tijden onbekend zijn".to_owned(); 3];
    }
    assert_texts_apart(&ways(&chart));
}
