//! All charts: on examples, and on what no chart should ever get.

mod example;
mod flow_matrix;
mod front;
mod tornado;
mod value_curve;
mod ways;

use resvg::{tiny_skia, usvg};

use super::*;
use crate::report::map::png;

const HOSTILE: &str = "<&\"'>]]>\u{0}\u{1b}\u{FFFF}</text><script>\n\u{202e}";
const DARK: [u8; 3] = [0x17, 0x21, 0x2b];

/// The pixels of a chart at one pixel a unit; also a check that it is an SVG as wide as the page.
fn pixels(svg: &str) -> tiny_skia::Pixmap {
    let width = usvg::Tree::from_str(svg, &usvg::Options::default()).unwrap().size().width();
    assert!((width - 1552.0).abs() < 0.01);
    tiny_skia::Pixmap::decode_png(&png(svg, 1552).unwrap()).unwrap()
}

fn colour(pixels: &tiny_skia::Pixmap, x: u32, y: u32) -> [u8; 3] {
    let pixel = pixels.pixel(x, y).unwrap();
    [pixel.red(), pixel.green(), pixel.blue()]
}

/// The texts of a chart, unescaped.
fn words(svg: &str) -> Vec<String> {
    let lines: Vec<&str> = svg.lines().collect();
    let texts = lines.windows(2).filter(|pair| pair[0].starts_with("<text ")).map(|pair| pair[1]);
    texts.map(|text| text.replace("&apos;", "'").replace("&lt;", "<").replace("&amp;", "&")).collect()
}

/// The rectangles with a fill: left, top, width, height.
fn rectangles(svg: &str, fill: &str) -> Vec<[i32; 4]> {
    let number = |line: &str, name: &str| -> i32 {
        let (_, rest) = line.split_once(&format!(" {name}=\"")).unwrap();
        rest.split_once('"').unwrap().0.parse().unwrap()
    };
    let filled = format!("fill=\"{fill}\"");
    let found = svg.lines().filter(|line| line.starts_with("<rect ") && line.contains(&filled));
    found.map(|line| ["x", "y", "width", "height"].map(|name| number(line, name))).collect()
}

/// Every text is drawn, lies on the page and meets no other.
fn assert_texts_apart(svg: &str) {
    let mut fonts = usvg::fontdb::Database::new();
    fonts.load_font_data(epaint_default_fonts::UBUNTU_LIGHT.to_vec());
    let family = fonts.faces().next().unwrap().families[0].0.clone();
    fonts.set_sans_serif_family(family);
    let options = usvg::Options { fontdb: std::sync::Arc::new(fonts), ..usvg::Options::default() };
    let tree = usvg::Tree::from_str(svg, &options).unwrap();
    let texts = tree.root().children().iter().filter(|node| matches!(node, usvg::Node::Text(_)));
    let boxes: Vec<_> = texts.map(usvg::Node::abs_bounding_box).collect();
    assert_eq!(boxes.len(), words(svg).len(), "a text is not drawn");
    for (index, one) in boxes.iter().enumerate() {
        assert!(one.left() >= 20.0 && one.right() <= 1532.0 && one.bottom() <= tree.size().height() - 20.0, "{one:?}");
        for other in &boxes[..index] {
            let apart =
                one.right() <= other.left() || other.right() <= one.left() || one.top() >= other.bottom() || other.top() >= one.bottom();
            assert!(apart, "{one:?} {other:?}");
        }
    }
}

fn all() -> [String; 4] {
    [
        hours_classes(&example::hours_classes()),
        week_curve(&example::week_curve()),
        stacked_shares(&example::stacked_shares(9)),
        lost(&example::lost()),
    ]
}

#[test]
fn every_chart_says_its_words_the_same_way_twice() {
    let expected: [&[&str]; 4] = [
        &["Waterstreek (39 IDO's)", "aandeel van de IDO's", "32 uur of meer", "25,6\u{a0}%", "0,0\u{a0}%", "30\u{a0}%"],
        &["alle inwoners", "laagste en hoogste van de vier weken", "inwoners zonder auto", "maandag", "zondag", "uur", "18", "100\u{a0}%"],
        &["geen", "40 uur of meer", "’s-Gravenkerk", "Zeeltsluis", "50\u{a0}%"],
        &["er is een IDO binnen 3 km, maar dicht", "inwoners die overdag werken", "zonder auto in het huishouden", "43\u{a0}%"],
    ];
    for ((svg, again), expected) in all().iter().zip(all()).zip(expected) {
        assert_eq!(*svg, again);
        let words = words(svg);
        for text in expected {
            assert!(words.iter().any(|word| word == text), "{text}: {words:?}");
        }
        assert!(words.iter().any(|word| word.starts_with("Bron: ")));
        assert!(svg.contains("<desc>Een beschrijving in woorden.</desc>"));
        pixels(svg);
    }
}

#[test]
fn every_text_lies_on_the_page_and_no_two_meet() {
    for svg in all().into_iter().chain([stacked_shares(&example::stacked_shares(60))]) {
        assert_texts_apart(&svg);
    }
}

#[test]
fn the_height_of_a_bar_is_its_share() {
    let svg = hours_classes(&example::hours_classes());
    // The greatest share is 25.6: steps of 5 (6 × 5 ≥ 25.6 > 6 × 2), axis to 30. The plot is 460 high: 25.6 / 30 × 460 = 392.5 → 393.
    // The fifth of six colours is that of this study; the fourth class has a slot of (1424 − 84) / 6 = 223, its
    // middle 148 + 111 + 3 × 223 = 928; bar 2/5 × 223 = 89 wide: left 928 − 4 − 89 = 835.
    let bar = rectangles(&svg, "#801F6C").into_iter().find(|[x, ..]| *x == 835);
    let Some([_, top, 89, 393]) = bar else { panic!("{bar:?}") };
    let pixels = pixels(&svg);
    let (x, top) = (880, u32::try_from(top).unwrap());
    assert_eq!([top + 2, top + 390].map(|y| colour(&pixels, x, y)), [[0x80, 0x1f, 0x6c]; 2]);
}

#[test]
fn the_segments_of_a_bar_fill_it() {
    let rows = vec![LostRow { name: String::new(), helped: 25.0, hours: 50.0, distance: 25.0 }];
    let svg = lost(&Lost { rows, ..Lost::default() });
    // No name: from 64 + 20 = 84 to 1552 − 64 − 34 = 1454, so 1370 wide: 342.5 → 343 (426.5 rounds up), 1027.5 → 1028 − 343 = 685, 342.
    let widths: Vec<[i32; 2]> = svg
        .lines()
        .filter(|line| line.starts_with("<rect ") && line.contains("height=\"54\"") && !line.contains("fill=\"none\""))
        .map(|line| {
            ["x", "width"].map(|name| line.split(&format!(" {name}=\"")).nth(1).unwrap().split('"').next().unwrap().parse().unwrap())
        })
        .collect();
    assert_eq!(widths, [[84, 343], [427, 685], [1112, 342]]);
}

#[test]
fn a_week_stands_at_two_units_a_quarter() {
    let mut week = WeekCurve::default();
    // Tuesday from 12 to 18 hours at 50 %: quarters 96 + 48 to 96 + 72.
    week.main.values = (0..672).map(|quarter| if (144..168).contains(&quarter) { 50.0 } else { 0.0 }).collect();
    let svg = week_curve(&week);
    // 64 + 80 = 144 from the left; 144 + 2 × 144 = 432 to 144 + 2 × 168 = 480; no texts: the plot is from 52 + 20 = 72, 520 high: 332.
    assert!(svg.contains("432,332 480,332 480,592"), "{svg}");
    let pixels = pixels(&svg);
    assert_eq!([colour(&pixels, 456, 332), colour(&pixels, 456, 592)], [DARK; 2]);
    assert_ne!(colour(&pixels, 456, 400), colour(&pixels, 500, 400));
}

#[test]
fn nothing_is_an_empty_frame() {
    let charts = [
        hours_classes(&HoursClasses::default()),
        week_curve(&WeekCurve::default()),
        stacked_shares(&StackedShares::default()),
        lost(&Lost::default()),
    ];
    for svg in charts {
        pixels(&svg);
    }
}

#[test]
fn hostile_texts_and_numbers_are_harmless() {
    let numbers = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -1e300, 1e300, 1e9, -5.0, f64::MIN_POSITIVE];
    let long = HOSTILE.repeat(40);
    for text in [HOSTILE, &long] {
        let word = || text.to_owned();
        let texts = Texts { title: word(), subtitle: word(), note: word(), source: word(), description: word(), percent: word() };
        let texts = || texts.clone();
        let class = |number: f64| HoursClass { label: word(), shares: [number, 1.0], values: [word(), word()] };
        let curve = || Curve { label: word(), values: numbers.repeat(100) };
        let days = std::array::from_fn(|_| word());
        let row = |number: f64| LostRow { name: word(), helped: number, hours: 1.0, distance: number };
        let rows = numbers.map(|number| ShareRow { name: word(), shares: vec![number, 1.0, number] }).to_vec();
        let mut charts = vec![
            hours_classes(&HoursClasses { texts: texts(), series: [word(), word()], axis: word(), classes: numbers.map(class).to_vec() }),
            stacked_shares(&StackedShares { texts: texts(), classes: vec![word(); 9], rows }),
            lost(&Lost { texts: texts(), labels: std::array::from_fn(|_| word()), rows: numbers.map(row).to_vec() }),
        ];
        charts.extend(numbers.map(|value| {
            let band = Some(Band { label: word(), low: numbers.to_vec(), high: numbers.repeat(90) });
            let limit = Some(Limit { label: word(), value });
            let days: [String; 7] = Clone::clone(&days);
            week_curve(&WeekCurve { texts: texts(), days, hours: word(), main: curve(), band, second: Some(curve()), limit })
        }));
        for svg in charts {
            pixels(&svg);
            assert!(!svg.contains("<script") && !svg.contains("NaN") && !svg.contains("inf\""));
        }
    }
}

#[test]
fn gaps_in_a_week_are_no_zeros() {
    let mut week = example::week_curve();
    for value in &mut week.main.values[200..300] {
        *value = f64::NAN;
    }
    let stretches = |svg: &str| svg.lines().filter(|line| line.starts_with("<polygon") && line.contains("#F1EA68")).count();
    assert_eq!((stretches(&week_curve(&example::week_curve())), stretches(&week_curve(&week))), (1, 2));
}

#[test]
fn a_label_without_room_goes_to_the_key() {
    let mut week = example::week_curve();
    let second = week.second.as_mut().unwrap();
    second.label =
        "inwoners zonder auto die verder dan drie kilometer van een halte van het openbaar vervoer wonen en ook geen fiets hebben"
            .to_owned();
    let keyed = week_curve(&week);
    assert_eq!(keyed.matches("<circle").count(), 0);
    assert_eq!(week_curve(&example::week_curve()).matches("<circle").count(), 1);
}
