//! Workbooks: which sheet, which row, and what a cell says.

use bereik::load::{Fault, Selection};

use super::book::{row, workbook};
use super::{all_texts, numbers, open, open_as, rows};

#[test]
fn the_table_is_found_below_its_title() {
    let sheet = [
        row(1, &["Stembureaus 2023"]),
        row(3, &["Bron: gemeenten", "2023"]),
        row(5, &["naam", "", "postcode", "x", "x"]),
        row(6, &["De Brug", "", "1011.0", "1.5", "2"]),
        // a blank row between, and a note to the right of the table
        row(9, &["Het Huis", "", "1012AB", "", "4", "", "let op"]),
        row(11, &["", "", "", "", "", "", "einde"]),
    ];
    let (_folder, source) = open("t.xlsx", &workbook(&[("Blad1", &sheet.concat())])).unwrap();
    assert_eq!(source.fields, ["naam", "column 2", "postcode", "x", "x_2"]);
    assert_eq!(source.layer.as_deref(), Some("Blad1"));
    assert_eq!(rows(&all_texts(&source)), ["6: De Brug||1011|1.5|2", "9: Het Huis||1012AB||4"]);
    assert!(!source.has_geometry);
}

#[test]
fn cells_of_every_kind() {
    // day 45,000 is 2023-03-15 (see the unit test); 1.0625 days are 25:30
    let cells = [
        ("5", "5"),
        ("5.25", "5.25"),
        ("12,5", "12,5"),
        ("=t=\"b\"><v>1</v></c>", "true"),
        ("=t=\"b\"><v>0</v></c>", "false"),
        ("=t=\"e\"><v>#N/A</v></c>", ""),
        ("=t=\"e\"><v>#REF!</v></c>", "#REF!"),
        ("=s=\"1\"><v>45000</v></c>", "2023-03-15"),
        ("=s=\"2\"><v>45000.5</v></c>", "2023-03-15T12:00"),
        ("=s=\"3\"><v>1.0625</v></c>", "25:30"),
        ("=t=\"str\"><f>A1</f><v>uitkomst</v></c>", "uitkomst"),
    ];
    let body: String = cells.iter().enumerate().map(|(index, (cell, _))| row(index + 2, &["r", cell])).collect();
    let (_folder, source) = open("t.xlsx", &workbook(&[("Blad1", &(row(1, &["id", "waarde"]) + &body))])).unwrap();
    let layer = all_texts(&source);
    for (index, (cell, expected)) in cells.iter().enumerate() {
        assert_eq!(layer.texts[1].get(index), *expected, "{cell}");
    }
    let column = numbers(&source, "waarde").numbers.remove(0);
    assert_eq!(column.values[..3], [5.0, 5.25, 12.5]);
    assert!(column.values[3..].iter().all(|value| value.is_nan()));
    let odd: Vec<usize> = column.odd.iter().map(|(row, _)| *row).collect();
    assert_eq!(odd, [3, 4, 6, 7, 8, 9, 10]);
}

#[test]
fn the_sheet_is_the_one_asked_for_or_the_first_with_a_table() {
    let book = workbook(&[
        ("Leeg", ""),
        ("Toelichting", &(row(1, &["Deze lijst is gemaakt door de gemeente"]) + &row(2, &["Vragen? Bel ons"]))),
        ("Locaties", &(row(1, &["naam", "x"]) + &row(2, &["Aa", "1"]))),
        ("Oud", &(row(1, &["naam", "y"]) + &row(2, &["Bee", "2"]))),
    ]);
    let (_folder, source) = open("t.xlsx", &book).unwrap();
    assert_eq!((source.layer.as_deref(), rows(&all_texts(&source))), (Some("Locaties"), vec!["2: Aa|1".to_owned()]));
    let asked = |name: &str| open_as("t.xlsx", &book, |file| file.layer = Some(name.to_owned()));
    assert_eq!(rows(&all_texts(&asked("oud ").unwrap().1)), ["2: Bee|2"]);
    assert_eq!(asked("Leeg").map(|_| ()), Err(Fault::Empty));
    let layers = ["Leeg", "Toelichting", "Locaties", "Oud"].map(str::to_owned).to_vec();
    assert_eq!(asked("Nieuw").map(|_| ()), Err(Fault::NoSuchLayer { asked: "Nieuw".to_owned(), layers }));
}

#[test]
fn only_the_rows_asked_for_are_kept() {
    let sheet = row(1, &["jaar", "n"]) + &row(2, &["2012", "1"]) + &row(3, &["2017", "2"]) + &row(4, &["2017 ", "3"]);
    let (_folder, source) = open("t.xlsx", &workbook(&[("Blad1", &sheet)])).unwrap();
    let layer = source.read(&Selection { numbers: vec![1, 9], keep: vec![(0, "2017".to_owned())], ..Selection::default() }).unwrap();
    assert_eq!((layer.rows, layer.filtered), (vec![3, 4], 1));
    assert_eq!(layer.numbers[0].values, [2.0, 3.0]);
    assert!(layer.numbers[1].values.iter().all(|value| value.is_nan()));
}

#[test]
fn a_stray_cell_in_the_last_corner_costs_nothing() {
    let sheet = row(1, &["naam", "n"]) + &row(2, &["Aa", "1"]) + r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
    let (_folder, source) = open("t.xlsx", &workbook(&[("Blad1", &sheet)])).unwrap();
    assert_eq!(source.fields, ["naam", "n"]);
    assert_eq!(rows(&all_texts(&source)), ["2: Aa|1"]);
}
