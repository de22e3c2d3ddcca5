//! Dutch and English differ in words only.

use std::collections::BTreeSet;

use super::map::texts;
use super::{DUTCH, ENGLISH, STUDY, run};

/// The numbers of a text without the signs that a language puts into them; those of at least so many digits.
fn numbers(text: &str, digits: usize) -> Vec<String> {
    let plain: String = text.chars().filter(|sign| !matches!(sign, '.' | ',')).collect();
    plain.split(|sign: char| !sign.is_ascii_digit()).filter(|number| number.len() >= digits).map(str::to_owned).collect()
}

#[test]
fn tables_are_the_same_bytes() {
    for name in ["cells.csv", "areas.csv", "sites.csv", "cells.geojson", "areas.geojson", "sites.geojson"] {
        assert!(DUTCH.bytes(name) == ENGLISH.bytes(name), "{name}");
    }
}

#[test]
fn screens_have_the_same_numbers() {
    let (dutch, english) = (&DUTCH.said.stderr, &ENGLISH.said.stderr);
    assert_ne!(dutch, english);
    assert_eq!(numbers(dutch, 1), numbers(english, 1));
    let check = |lang: &str| run(&["check", STUDY, "--lang", lang], &DUTCH.folder).stdout;
    let (dutch, english) = (check("nl"), check("en"));
    assert_ne!(dutch, english);
    // Short numbers name age bands, which differ: `15 tot 25 jaar` is `15 to 24`.
    assert!(numbers(&dutch, 3).len() > 40);
    assert_eq!(numbers(&dutch, 3), numbers(&english, 3));
}

#[test]
fn maps_have_the_same_squares_and_numbers() {
    let paths = |svg: String| -> Vec<String> { svg.lines().filter(|line| line.contains("h1v1h-1z")).map(str::to_owned).collect() };
    let (dutch, english) = (paths(DUTCH.text("map.svg")), paths(ENGLISH.text("map.svg")));
    assert!(!dutch.is_empty());
    assert_eq!(dutch, english);
    let in_order = |texts: Vec<String>| -> Vec<String> { texts.iter().flat_map(|text| numbers(text, 1)).collect() };
    assert_eq!(in_order(texts(&DUTCH)), in_order(texts(&ENGLISH)));
    let words: BTreeSet<String> = texts(&DUTCH).into_iter().collect();
    assert!(!texts(&ENGLISH).iter().all(|text| words.contains(text)));
}

/// The manifest names the language that was used, and says the same in it.
#[test]
fn manifests_differ_in_language_and_findings() {
    let read = |text: String| -> serde_json::Value { serde_json::from_str(&text).unwrap() };
    let (mut dutch, mut english) = (read(DUTCH.text("manifest.json")), read(ENGLISH.text("manifest.json")));
    assert_eq!(dutch["assumptions"]["default"]["study.language"], "nl");
    assert_eq!(english["assumptions"]["stated"]["study.language"], "en");
    assert_eq!(english["assumptions"]["default"].get("study.language"), None);
    for manifest in [&mut dutch, &mut english] {
        let findings = manifest["findings"].take();
        assert_eq!(findings.as_array().unwrap().len(), 12);
        for part in ["default", "stated"] {
            manifest["assumptions"][part].as_object_mut().unwrap().remove("study.language");
        }
    }
    assert_eq!(dutch, english);
}

/// Names of layers are for programs; what a layer is called for people is in the language.
#[test]
fn layers_have_the_same_rows_and_other_descriptions() {
    let ask = |results: &super::Results, query: &str| -> Vec<String> {
        let file = rusqlite::Connection::open(results.folder.join("coverage.gpkg")).unwrap();
        let mut statement = file.prepare(query).unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    let rows = "SELECT cell || ' ' || residents || ' ' || site || ' ' || distance_m || ' ' || hex(geom) FROM cells ORDER BY fid";
    assert_eq!(ask(&DUTCH, rows), ask(&ENGLISH, rows));
    let descriptions = "SELECT description FROM gpkg_contents WHERE data_type = 'features' ORDER BY table_name";
    for (dutch, english) in ask(&DUTCH, descriptions).iter().zip(ask(&ENGLISH, descriptions)) {
        assert_ne!(*dutch, english);
    }
}
