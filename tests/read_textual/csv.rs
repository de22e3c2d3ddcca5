//! CSV as statistics offices publish it and spreadsheets save it.

use bereik::load::{Fault, Geometry, Selection, Wanted, Why};

use super::{all_texts, numbers, open, open_as, rows};

#[test]
fn every_way_of_writing_a_table_gives_the_same_table() {
    let expected_fields = ["naam", "x", "y"];
    let cases: &[(&str, &[u8], &[&str])] = &[
        ("semicolons", b"naam;x;y\nAa;1,5;2\nBee;3;4,5\n", &["2: Aa|1,5|2", "3: Bee|3|4,5"]),
        ("commas, quoted decimals", b"naam,x,y\nAa,\"1,5\",2\nBee,3,\"4,5\"\n", &["2: Aa|1,5|2", "3: Bee|3|4,5"]),
        ("tabs", b"naam\tx\ty\nAa\t1,5\t2\nBee\t3\t4,5\n", &["2: Aa|1,5|2", "3: Bee|3|4,5"]),
        ("bars, no line end at the end", b"naam|x|y\nAa|1,5|2\nBee|3|4,5", &["2: Aa|1,5|2", "3: Bee|3|4,5"]),
        ("CRLF, byte order mark", b"\xEF\xBB\xBFnaam;x;y\r\nAa;1,5;2\r\nBee;3;4,5\r\n", &["2: Aa|1,5|2", "3: Bee|3|4,5"]),
        ("CR", b"naam;x;y\rAa;1,5;2\rBee;3;4,5\r", &["2: Aa|1,5|2", "3: Bee|3|4,5"]),
        ("Excel's own first line", b"sep=,\r\nnaam,x,y\r\nAa,1.5,2\r\n", &["3: Aa|1.5|2"]),
        ("preamble", b"Bevolking\nBron: CBS; 2023\n\nnaam;x;y\nAa;1;2\n\nBee;3;4\n", &["5: Aa|1|2", "7: Bee|3|4"]),
        ("preamble of a spreadsheet", b"Bevolking;;\n;;\nnaam;x;y\nAa;1;2\n;;\nBee;3;4\n", &["4: Aa|1|2", "6: Bee|3|4"]),
        ("quoted line ends", b"naam;x;y\n\"A\na\";1;2\nBee;3;4\n", &["2: A\na|1|2", "4: Bee|3|4"]),
        ("quotes inside", b"naam;x;y\n\"de \"\"Brug\"\"\";1;2\n5\" pijp;3;4\n", &["2: de \"Brug\"|1|2", "3: 5\" pijp|3|4"]),
        ("empty columns at the end", b"naam;x;y;;\nAa;1;2;;\nBee;3;4\nCee;5;6;;;;\n", &["2: Aa|1|2", "3: Bee|3|4", "4: Cee|5|6"]),
        ("blanks around cells", b" naam ; x;y \n Aa ; 1;2\n", &["2: Aa|1|2"]),
        ("empty cells", b"naam;x;y\n;;5\nAa;;\n", &["2: ||5", "3: Aa||"]),
    ];
    for (case, bytes, expected) in cases {
        let (_folder, source) = open("t.csv", bytes).unwrap_or_else(|fault| panic!("{case}: {fault:?}"));
        assert_eq!(source.fields, expected_fields, "{case}");
        let layer = all_texts(&source);
        assert_eq!(rows(&layer), *expected, "{case}");
        assert!(layer.refused.is_empty(), "{case}: {:?}", layer.refused);
    }
}

#[test]
fn accents_come_right_in_every_encoding() {
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain("naam;x\r\nHöfte;1\r\n".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for (bytes, stated, encoding) in [
        ("naam;x\nHöfte;1\n".as_bytes(), None, "UTF-8"),
        ("\u{feff}naam;x\nHöfte;1\n".as_bytes(), None, "UTF-8"),
        (b"naam;x\nH\xF6fte;1\n", None, "windows-1252"),
        (b"naam;x\nH\xF6fte;1\n", Some("ISO-8859-1"), "windows-1252"),
        (b"naam;x\nH\xD4\xE7fte;1\n", Some("koi8-r"), "KOI8-R"),
        (&utf16, None, "UTF-16LE"),
    ] {
        let (_folder, source) = open_as("t.csv", bytes, |file| file.encoding = stated.map(str::to_owned)).unwrap();
        assert_eq!(source.encoding, Some(encoding));
        // D4 and E7 are Т and Г in KOI8-R (RFC 1489: д4 те, е7 capital ghe)
        let expected = if encoding == "KOI8-R" { "2: HтГfte|1" } else { "2: Höfte|1" };
        assert_eq!(rows(&all_texts(&source)), [expected], "{encoding}");
    }
}

#[test]
fn an_encoding_that_does_not_fit_is_told_with_its_line() {
    let bytes = b"naam;x\nAa;1\nH\xF6fte;2\n";
    let stated = |label: &str| open_as("t.csv", bytes, |file| file.encoding = Some(label.to_owned())).map(|_| ()).unwrap_err();
    assert_eq!(stated("utf-8"), Fault::Encoding { encoding: "UTF-8".to_owned(), line: Some(3) });
    assert_eq!(stated("latijn"), Fault::Encoding { encoding: "latijn".to_owned(), line: None });
}

#[test]
fn rows_of_another_width_are_refused_one_by_one() {
    let (_folder, source) = open("t.csv", b"naam;x;y\nAa;1;2\nBee;3\n\nCee;5;6;7\nDee;8;9;;\nBron: CBS\n").unwrap();
    let layer = all_texts(&source);
    assert_eq!(rows(&layer), ["2: Aa|1|2", "6: Dee|8|9"]);
    let refused: Vec<_> = layer.refused.iter().map(|refusal| (refusal.row, refusal.why.clone())).collect();
    assert_eq!(refused, [(3, Why::CutOff), (5, Why::TooManyCells), (7, Why::CutOff)]);
}

#[test]
fn a_row_may_lack_cells_at_its_end_that_nobody_asks_for() {
    // the last row has no line end: it breaks off before `x` or it does not, like any other
    let (_folder, source) = open("t.csv", b"naam;x;y;opmerking\nAa;1;2\nBee;3;4;goed\nCee;5\nDee;6;7;goed\nEe").unwrap();
    let read = |numbers: Vec<usize>, keep: Vec<(usize, String)>| {
        let layer = source.read(&Selection { numbers, texts: vec![0], keep, ..Selection::default() }).unwrap();
        let refused: Vec<_> = layer.refused.iter().map(|refusal| (refusal.row, refusal.why.clone())).collect();
        (rows(&layer), refused)
    };
    let texts = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
    assert_eq!(read(vec![1], vec![]), (texts(&["2: Aa", "3: Bee", "4: Cee", "5: Dee"]), vec![(6, Why::CutOff)]));
    assert_eq!(read(vec![2], vec![]), (texts(&["2: Aa", "3: Bee", "5: Dee"]), vec![(4, Why::CutOff), (6, Why::CutOff)]));
    assert_eq!(read(vec![], vec![]), (texts(&["2: Aa", "3: Bee", "4: Cee", "5: Dee", "6: Ee"]), vec![]));
    // a column that rows are kept by is asked for too
    let kept = read(vec![], vec![(3, "goed".to_owned())]);
    assert_eq!(kept, (texts(&["3: Bee", "5: Dee"]), vec![(2, Why::CutOff), (4, Why::CutOff), (6, Why::CutOff)]));
}

#[test]
fn numbers_are_read_as_people_write_them() {
    let text = "id;n\na;1.234,5\nb;1 234\nc;-99997\nd;\ne;geheim\nf;3,5\ng;1.234.567\n";
    let (_folder, source) = open("t.csv", text.as_bytes()).unwrap();
    let column = numbers(&source, "N").numbers.remove(0);
    assert_eq!(column.values[..3], [1234.5, 1234.0, -99997.0]);
    assert!(column.values[3].is_nan() && column.values[4].is_nan());
    assert_eq!(column.values[5..], [3.5, 1_234_567.0]);
    assert_eq!(column.odd, [(4, "geheim".to_owned())]);
}

#[test]
fn names_are_made_unique_and_complete() {
    let (_folder, source) = open("t.csv", b"naam;;naam;\"aantal\ninwoners\";\nAa;1;b;2;x\n").unwrap();
    assert_eq!(source.fields, ["naam", "column 2", "naam_2", "aantal inwoners", "column 5"]);
    assert_eq!(rows(&all_texts(&source)), ["3: Aa|1|b|2|x"]);
}

#[test]
fn only_the_rows_asked_for_are_kept() {
    let (_folder, source) = open("t.csv", b"jaar;naam;n\n2012;Aa;1\n 2017 ;Bee;2\n2017;Cee;\n2007;Dee;4\n").unwrap();
    let selection = Selection {
        numbers: vec![2],
        texts: vec![1],
        geometry: Wanted::Places,
        keep: vec![(0, "2017 ".to_owned())],
        ..Selection::default()
    };
    let layer = source.read(&selection).unwrap();
    assert_eq!((rows(&layer), layer.filtered), (vec!["3: Bee".to_owned(), "4: Cee".to_owned()], 2));
    assert_eq!(layer.numbers[0].values[..1], [2.0]);
    assert!(layer.numbers[0].values[1].is_nan());
    assert!(!source.has_geometry && matches!(layer.geometry, Geometry::Nothing));
}

#[test]
fn a_selection_may_name_a_column_twice_or_one_that_is_not_there() {
    let (_folder, source) = open("t.csv", b"a;b\n1;2\n").unwrap();
    let layer = source.read(&Selection { texts: vec![1, 1, 9], numbers: vec![1, 9], ..Selection::default() }).unwrap();
    assert_eq!(rows(&layer), ["2: 2|2|"]);
    assert!(layer.numbers[0].values == [2.0] && layer.numbers[1].values[0].is_nan());
}
