//! The matrix of who uses whose desk.

use super::{colour, pixels, rectangles, words};
use crate::report::chart::{FlowClass, FlowMatrix, FlowRow, Texts, flow_matrix};

const NAMES: [&str; 20] = [
    "Waterstreek",
    "Zeeltsluis",
    "Liswaard aan den IJzel",
    "Dotterrade",
    "Pluimenhoven-Schelpveen",
    "’s-Gravenkerk",
    "Rietwaard",
    "Nieuw-Plompenzijl",
    "Elsbroek",
    "Krabbescheer",
    "Oud-Waterjuffer",
    "Kalmoeshaven",
    "Biezenveen",
    "Lekkerwaard en Brasem",
    "Voornezijl",
    "Zwanebloemerwoude",
    "Hoornblad",
    "Fonteinkruid",
    "Egelskop",
    "Watermunt aan de Linge",
];

/// Municipalities, most of whose people stay; the last columns are those outside the study and those without a desk.
pub fn example(rows: usize) -> FlowMatrix {
    let class = |least: f64, label: &str| FlowClass { least, label: label.to_owned() };
    let row = |index: usize| {
        let mut persons: Vec<f64> = (0..rows).map(|column| going(index, column)).collect();
        persons.extend([going(index, index + 2) * 0.6, if index.is_multiple_of(3) { 2100.0 } else { 0.0 }]);
        let all: f64 = persons.iter().sum();
        let cells = persons.iter().map(|count| if *count > 0.0 { format!("{:.0}", count / all * 100.0) } else { String::new() });
        FlowRow { name: NAMES[index].to_owned(), cells: cells.collect(), total: format!("{:.3}", all / 1000.0), own: Some(index), persons }
    };
    FlowMatrix {
        texts: Texts {
            title: "Een op de vijf inwoners van Zeeltsluis heeft het dichtstbijzijnde loket in een buurgemeente".to_owned(),
            subtitle: "Inwoners naar de gemeente van hun dichtstbijzijnde open loket, in procenten van de inwoners van hun eigen gemeente"
                .to_owned(),
            note: "Percentages zijn afgerond; waar niets staat, heeft niemand daar het dichtstbijzijnde loket.".to_owned(),
            source: "Bron: loketten.csv, vk100.gpkg (CBS, 2024), verzonnen voor dit voorbeeld · Bereik 0.1.0".to_owned(),
            description: "Een beschrijving in woorden.".to_owned(),
            percent: "\u{a0}%".to_owned(),
        },
        from: "woont in".to_owned(),
        to: "dichtstbijzijnde loket in".to_owned(),
        total: "inwoners".to_owned(),
        own: "eigen gemeente".to_owned(),
        classes: vec![
            class(0.0, "tot 5\u{a0}%"),
            class(5.0, "5 – 20"),
            class(20.0, "20 – 50"),
            class(50.0, "50 – 80"),
            class(80.0, "80 – 100"),
        ],
        columns: NAMES[..rows].iter().copied().chain(["buiten het gebied", "geen loket"]).map(str::to_owned).collect(),
        apart: 2,
        rows: (0..rows).map(row).collect(),
    }
}

/// How many go from a municipality to another.
fn going(from: usize, to: usize) -> f64 {
    match from.abs_diff(to) {
        // Every seventh has hardly a desk of its own.
        0 if from % 7 == 3 => 900.0,
        0 => [31_400.0, 12_250.0, 48_700.0][from % 3],
        1 => [650.0, 3900.0, 0.0, 12_800.0][(from + 2 * to) % 4],
        2 => [0.0, 1700.0, 240.0][(2 * from + to) % 3],
        _ => 0.0,
    }
}

/// One row with these people, its own column the first.
fn one(persons: &[f64], cells: &[&str]) -> FlowMatrix {
    let cells = cells.iter().map(|text| (*text).to_owned()).collect();
    let row = FlowRow { persons: persons.to_vec(), cells, own: Some(0), ..FlowRow::default() };
    let classes = [0.0, 5.0, 20.0, 50.0, 80.0].map(|least| FlowClass { least, label: String::new() }).to_vec();
    FlowMatrix { classes, columns: vec![String::new(); persons.len()], rows: vec![row], ..FlowMatrix::default() }
}

#[test]
fn every_word_and_number_is_there_the_same_way_twice() {
    for rows in [1, 5, 12, 20] {
        let svg = flow_matrix(&example(rows));
        assert_eq!(svg, flow_matrix(&example(rows)));
        let words = words(&svg);
        for text in ["woont in", "dichtstbijzijnde loket in", "inwoners", "eigen gemeente", "80 – 100", "Waterstreek"] {
            assert!(words.iter().any(|word| word == text), "{rows}: {text}: {words:?}");
        }
        assert!(words.iter().any(|word| word.starts_with("buiten")), "{words:?}");
        assert!(svg.contains("<desc>Een beschrijving in woorden.</desc>"));
        pixels(&svg);
    }
}

#[test]
fn a_cell_has_the_colour_of_its_class() {
    // 4 %, 5 %, 91 % and nobody: the first, second and last of five blues, and the pale ground.
    let svg = flow_matrix(&one(&[4.0, 5.0, 91.0, 0.0], &["4", "5", "91", "0"]));
    let shades = super::super::colour::shades(5);
    let hex = |index: usize| format!("#{:02X}{:02X}{:02X}", shades[index].0, shades[index].1, shades[index].2);
    // No names and no texts: columns of 168 from 64, rows of 60; a cell is 2 smaller, the own one 10 for an edge of 5 on each side.
    assert_eq!(rectangles(&svg, &hex(0))[0][2..], [158, 50]);
    let wide = |fill: &str| -> Vec<[i32; 2]> { rectangles(&svg, fill).iter().map(|rect| [rect[0], rect[2]]).collect() };
    assert_eq!(wide(&hex(1)), [[233, 166]]);
    assert_eq!(wide(&hex(4)), [[401, 166]]);
    assert_eq!(wide("#F1F3F5"), [[569, 166]]);
    // Nothing is written where nobody goes; white on the darkest blue, dark on the others.
    assert_eq!(words(&svg), ["4", "5", "91"]);
    let lines: Vec<&str> = svg.lines().collect();
    let fill = |text: &str| lines[lines.iter().position(|line| *line == text).unwrap() - 1].contains("#FFFFFF");
    assert_eq!(["4", "5", "91"].map(fill), [false, false, true]);
}

#[test]
fn the_own_cell_has_a_dark_edge() {
    let svg = flow_matrix(&one(&[95.0, 5.0], &["", ""]));
    let shade = super::super::colour::shades(5)[4];
    let [x, y, ..] = rectangles(&svg, &format!("#{:02X}{:02X}{:02X}", shade.0, shade.1, shade.2))[0];
    let (x, y) = (x.unsigned_abs(), y.unsigned_abs() + 20);
    let pixels = pixels(&svg);
    let row: Vec<[u8; 3]> = [x - 4, x - 1, x + 2].map(|x| colour(&pixels, x, y)).to_vec();
    assert_eq!(row, [super::DARK, [0xff; 3], [shade.0, shade.1, shade.2]]);
}

#[test]
fn columns_that_stand_apart_do() {
    let mut matrix = one(&[1.0; 4], &[]);
    matrix.apart = 1;
    let svg = flow_matrix(&matrix);
    let shade = super::super::colour::shades(5)[2];
    let mut lefts: Vec<i32> =
        rectangles(&svg, &format!("#{:02X}{:02X}{:02X}", shade.0, shade.1, shade.2)).iter().map(|rect| rect[0]).collect();
    lefts.sort_unstable();
    // 168 from column to column, and 18 more before the last.
    assert_eq!([lefts[2] - lefts[1], lefts[3] - lefts[2]], [168, 186]);
}

#[test]
fn names_that_climb_stay_on_the_page_and_apart() {
    for rows in [5, 12, 14, 20] {
        let svg = flow_matrix(&example(rows));
        let picture = pixels(&svg);
        let number = |line: &str, name: &str| -> i32 {
            line.split(&format!(" {name}=\"")).nth(1).unwrap().split('"').next().unwrap().parse().unwrap()
        };
        let climbing: Vec<&str> = svg.lines().filter(|line| line.contains("rotate(-")).collect();
        assert_eq!(climbing.len(), rows + 2, "names of {rows}");
        let lefts: Vec<i32> = climbing.iter().map(|line| number(line, "x")).collect();
        let degrees: f64 = if rows + 2 > 14 { 60.0 } else { 45.0 };
        // Lines of 25 units that climb are apart when the distance across them is more than that.
        assert!(lefts.windows(2).all(|pair| f64::from(pair[1] - pair[0]) * degrees.to_radians().sin() > 26.0), "{lefts:?}");
        // No ink of a name in the outermost 20 units of the page.
        for y in 0..picture.height() {
            assert!((1532..1552).all(|x| colour(&picture, x, y) == [0xff; 3]), "{rows} {y}");
        }
    }
}

#[test]
fn names_stand_in_lines_while_they_fit() {
    let mut matrix = example(1);
    matrix.columns[1] = "ergens buiten".to_owned();
    let svg = flow_matrix(&matrix);
    assert!(!svg.contains("rotate("));
    matrix.columns[1] = "Zwanebloemerwoudezijlland".to_owned();
    assert!(flow_matrix(&matrix).contains("rotate("));
}

#[test]
fn extremes_draw() {
    let hostile = super::HOSTILE.repeat(9);
    let numbers = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -1e300, 1e300, 0.0, f64::MIN_POSITIVE, 5.0];
    let mut charts = vec![FlowMatrix::default(), one(&[], &[]), one(&[1.0], &["100"]), one(&numbers, &[hostile.as_str(); 8])];
    for (rows, columns) in [(1, 1), (24, 26), (60, 90), (0, 26), (24, 0)] {
        for text in ["", "Hendrik-Plompenzijl aan de Linge-Zuid", &hostile] {
            let word = || text.to_owned();
            let row = FlowRow {
                name: word(),
                persons: numbers.repeat(12)[..columns].to_vec(),
                cells: vec!["100".to_owned(); columns],
                total: word(),
                own: Some(columns / 2),
            };
            let texts = Texts { title: word(), subtitle: word(), note: word(), source: word(), description: word(), percent: word() };
            charts.push(FlowMatrix {
                texts,
                from: word(),
                to: word(),
                total: word(),
                own: word(),
                classes: numbers.map(|least| FlowClass { least, label: word() }).to_vec(),
                columns: vec![word(); columns],
                apart: columns * 2 / 3,
                rows: vec![row; rows],
            });
        }
    }
    for chart in charts {
        let svg = flow_matrix(&chart);
        pixels(&svg);
        assert!(!svg.contains("<script") && !svg.contains("NaN") && !svg.contains("=\"-") && !svg.contains("inf\""));
    }
}
