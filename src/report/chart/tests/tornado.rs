//! What each assumption does.

use super::{HOSTILE, assert_texts_apart, pixels, rectangles, words};
use crate::report::chart::{Axis, Texts, Tornado, TornadoRow, tornado};

fn row(name: &str, ends: [f64; 2], labels: [&str; 2]) -> TornadoRow {
    TornadoRow { name: name.to_owned(), ends, labels: labels.map(str::to_owned) }
}

fn example() -> Tornado {
    Tornado {
        texts: Texts { title: "Welke aanname maakt het meeste uit?".to_owned(), description: "In woorden.".to_owned(), ..Texts::default() },
        line: (5.0, "zoals de studie het zegt".to_owned()),
        rows: vec![
            row("de norm", [3.0, 9.0], ["1,5 km", "2,5 km"]),
            row("het extra gewicht van wie hooguit vmbo heeft, en van nog een groep", [6.5, 4.0], ["0,5", "2"]),
            row("hoe vaak iemand kan komen", [5.0, 5.4], ["10 uren per week", "1 uur per week"]),
        ],
        axis: Axis { label: "procentpunt".to_owned(), ticks: [2, 4, 6, 8, 10].map(|at| (f64::from(at), at.to_string())).to_vec() },
    }
}

#[test]
fn every_word_is_there_the_same_way_twice() {
    let chart = example();
    let svg = tornado(&chart);
    assert_eq!(svg, tornado(&chart));
    let words = words(&svg);
    for text in ["de norm", "1,5 km", "2,5 km", "0,5", "10 uren per week", "procentpunt", "8", "zoals de studie het zegt"] {
        assert!(words.iter().any(|word| word == text), "{text}: {words:?}");
    }
    assert_texts_apart(&svg);
    pixels(&svg);
}

/// A bar is as long as its part of the axis: 6 of 8 against 2.5 of 8, whichever end stands first.
#[test]
fn the_length_of_a_bar_is_its_swing() {
    let svg = tornado(&example());
    let blue = super::super::colour::shades(3)[1];
    let bars = rectangles(&svg, &format!("#{:02X}{:02X}{:02X}", blue.0, blue.1, blue.2));
    let lengths: Vec<i32> = bars.iter().map(|bar| bar[2]).collect();
    let unit = f64::from(lengths[0]) / 6.0;
    for (found, expected) in lengths.iter().zip([6.0, 2.5, 0.4]) {
        assert!((f64::from(*found) - expected * unit).abs() <= 2.0, "{lengths:?}");
    }
    // The second begins where 4 is, a sixth of the first bar to the right of 3.
    assert!((f64::from(bars[1][0] - bars[0][0]) - unit).abs() <= 1.0);
}

#[test]
fn what_should_never_come_is_drawn_too() {
    let nothing = tornado(&Tornado::default());
    assert_texts_apart(&nothing);
    pixels(&nothing);
    let hostile = Tornado {
        line: (f64::NAN, HOSTILE.to_owned()),
        rows: vec![row(HOSTILE, [f64::NAN, f64::INFINITY], [HOSTILE, HOSTILE]), row("", [1.0, 1.0], ["", ""])],
        ..example()
    };
    pixels(&tornado(&hostile));
}
