//! Files that cannot be used, and the words for it.

use bereik::load::{Fault, Format, Selection};
use proptest::prelude::*;

use super::book::{row, workbook, zip};
use super::open;

/// The fault of opening and reading a file.
fn fault(name: &str, bytes: &[u8]) -> Option<Fault> {
    match open(name, bytes) {
        Err(fault) => Some(fault),
        Ok((_folder, source)) => source.read(&Selection { texts: vec![0], ..Selection::default() }).err().map(|error| error.fault),
    }
}

fn corrupt(name: &str, bytes: &[u8]) -> (String, String) {
    match fault(name, bytes) {
        Some(Fault::Corrupt { place, detail }) => (place, detail),
        other => panic!("{name}: {other:?}"),
    }
}

#[test]
fn tables_that_are_none() {
    for (bytes, expected) in [
        (&b"naam;x;y\n"[..], Fault::Empty),
        (b"naam;x;y", Fault::Empty),
        (b"Titel\n\nnaam;x;y\n;;\n", Fault::Empty),
        (b"\n \r\n\n", Fault::Empty),
        (b"\xEF\xBB\xBF", Fault::Empty),
        (b"1;2;3\n4;5;6\n", Fault::NoHeader),
        (b"1,5;2\n3,5;4\n", Fault::NoHeader),
        (b"GM0014;Groningen;5\nGM0034;Almere;6\n", Fault::NoHeader),
    ] {
        assert_eq!(fault("t.csv", bytes), Some(expected), "{:?}", String::from_utf8_lossy(bytes));
    }
    assert_eq!(fault("t.xlsx", &workbook(&[("Blad1", "")])), Some(Fault::Empty));
    assert_eq!(fault("t.xlsx", &workbook(&[("Blad1", &row(1, &["naam", "x"]))])), Some(Fault::Empty));
    assert_eq!(fault("t.xlsx", &workbook(&[("Blad1", &(row(1, &["1", "2"]) + &row(2, &["3", "4"])))])), Some(Fault::NoHeader));
    assert_eq!(fault("t.geojson", br#"{"type":"FeatureCollection","features":[]}"#), Some(Fault::Empty));
}

#[test]
fn text_that_is_damaged() {
    for (bytes, expected) in [
        (&b"naam;x\nAa;1\n\"Bee;2\nCee;3\n"[..], Fault::OpenQuote { line: 3 }),
        (b"naam;\"x\nAa;1\nBee;2\n", Fault::OpenQuote { line: 1 }),
        (b"naam;x\nAa;1\nB\0e;2\n", Fault::NulCharacter { line: 3 }),
        (b"n\0a\0;\0x\0\n\0A\0;\x001\0\n\0", Fault::NulCharacter { line: 1 }),
    ] {
        assert_eq!(fault("t.csv", bytes), Some(expected), "{:?}", String::from_utf8_lossy(bytes));
    }
    // far below the rows that are looked at first
    let long = format!("naam;x\n{}\"Bee;2\n", "Aa;1\n".repeat(1000));
    assert_eq!(fault("t.csv", long.as_bytes()), Some(Fault::OpenQuote { line: 1002 }));
}

#[test]
fn json_that_is_damaged_or_something_else() {
    for (text, place, detail) in [
        (r#"{"type":"FeatureCollection","features":[{"type":"Feature""#, "line 1, column 57", "EOF"),
        ("{\"type\":\"FeatureCollection\",\n\"features\":[}", "line 2, column 13", "expected value"),
        ("{\"type\":\"FeatureCollection\",\"features\":[]}\n{}", "line 2, column 1", "trailing characters"),
        (
            r#"{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[NaN,1]}}]}"#,
            "line 1, column 101",
            "expected value",
        ),
        (r#"{"type":"FeatureCollection","features":[null]}"#, "line 1, column 44", "a GeoJSON feature"),
        (r#"{"type":"FeatureCollection","features":{}}"#, "line 1, column 39", "an array of features"),
        ("[1, 2]", "line 1, column 0", "a GeoJSON object"),
    ] {
        let found = corrupt("t.geojson", text.as_bytes());
        assert!(found.0 == place && found.1.contains(detail) && !found.1.contains(" at line"), "{text}: {found:?}");
    }
    for (text, kind) in [
        (r#"{"type":"FeatureCollection"}"#, Some("a FeatureCollection without `features`")),
        (r#"{"type":"Topology","objects":{},"arcs":[]}"#, Some("TopoJSON")),
        (r#"{"geometryType":"esriGeometryPoint","features":[{"attributes":{"a":1},"geometry":{"x":5,"y":52}}]}"#, Some("Esri JSON")),
        (r#"{"features":[{"attributes":{"a":1},"geometry":{"x":5,"y":52}}]}"#, Some("Esri JSON")),
        (r#"{"type":"Dataset"}"#, Some("type `Dataset`")),
        (r#"{"naam":"Aa"}"#, None),
    ] {
        assert_eq!(fault("t.geojson", text.as_bytes()), Some(Fault::NotGeoJson(kind.map(str::to_owned))), "{text}");
    }
}

#[test]
fn zips_that_are_no_workbook_or_half_of_one() {
    for (kind, part) in [("ODS", "mimetype"), ("zip", "soort")] {
        let other =
            zip(&[(part, if kind == "ODS" { "application/vnd.oasis.opendocument.spreadsheet" } else { "" }), ("content.xml", "<a/>")]);
        assert_eq!(fault("t.xlsx", &other), Some(Fault::WrongFormat { named: Format::Xlsx, found: kind }));
    }
    let whole = workbook(&[("Blad1", &(row(1, &["naam", "x"]) + &row(2, &["Aa", "1"])))]);
    assert_eq!(fault("t.xlsx", &whole), None);
    for length in [whole.len() / 2, whole.len() - 30] {
        assert!(!corrupt("t.xlsx", &whole[..length]).1.is_empty());
    }
    let broken = workbook(&[("Blad1", &(row(1, &["naam", "x"]) + &row(2, &["Aa", "1"]) + "<row r=\"3\"><c r=\"A3\"><v>1</c>"))]);
    assert!(corrupt("t.xlsx", &broken).0.starts_with("Blad1, row"));
    // Excel's encryption wraps the workbook in another container
    assert!(matches!(fault("t.xlsx", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on"), Some(Fault::WrongFormat { .. })));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Whatever the bytes are, there is an answer and no panic.
    #[test]
    fn nothing_makes_a_reader_fall_over(
        spoil in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in any::<prop::sample::Index>(),
    ) {
        let csv = b"naam;x;y\r\n\"A\"\"a\";1,5;2\r\nB\xE9e;3;4\r\n".to_vec();
        let json = br#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"n":1.5},"geometry":{"type":"Polygon","coordinates":[[[0,0],[2,0],[2,4],[0,0]]]}}]}"#.to_vec();
        let book = workbook(&[("Blad1", &(row(1, &["naam", "x"]) + &row(2, &["Aa", "=s=\"1\"><v>45000</v></c>"])))]);
        for (name, mut bytes) in [("t.csv", csv), ("t.geojson", json), ("t.xlsx", book)] {
            for (at, byte) in &spoil {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            fault(name, &bytes);
            bytes.truncate(cut.index(bytes.len()));
            fault(name, &bytes);
        }
    }
}
