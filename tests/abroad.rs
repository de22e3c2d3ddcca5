//! People and desks across the national border: a country is a territory like a municipality, and nobody who lives there is dropped.
//!
//! One municipality of 2 × 1 km; the land east of it is Belgian. West has a desk at x = 50 m, Belgium one at x = 2550 m; 100 m squares on
//! the line through both. The norm is 1 km.
//!
//! | square at | country | residents | West's desk | Belgium's desk |
//! | --- | --- | --- | --- | --- |
//! | 50 m | NL | 10 | 0 m | 2500 m |
//! | 1950 m | NL | 20 | 1900 m | 600 m |
//! | 2250 m | België | 40 | 2200 m | 300 m |
//! | 2850 m | BE | 80 | 2800 m | 300 m |
#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

use std::collections::BTreeMap;
use std::path::Path;

use assert_cmd::Command;

const STUDY: &str = r#"[study]
title = "Aan de grens"
[data]
municipalities = "gemeenten.geojson"
population = "vierkanten.csv"
sites = [{ file = "bibliotheken.csv", venue = "library branch", status = "open" }]
[reach]
norm = "1000 m"
"#;

const MUNICIPALITIES: &str = r#"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"features":[
{"type":"Feature","properties":{"gemeentecode":"GM9101","gemeentenaam":"West"},"geometry":{"type":"Polygon","coordinates":[[[150000,450000],[152000,450000],[152000,451000],[150000,451000],[150000,450000]]]}}]}"#;

const SQUARES: &str = "crs28992res100m;aantal_inwoners;land\nE1500N4500;10;NL\nE1519N4500;20;nl\nE1522N4500;40;België\nE1528N4500;80;BE\n";
const DESKS: &str = "naam;X;Y;land\nBibliotheek West;150050;450050;NL\nBibliotheek Oostende;152550;450050;BE\n";

/// The flows of the study by nearest desk.
fn flows(folder: &Path, squares: &str, desks: &str, language: &str) -> Vec<BTreeMap<String, String>> {
    for (name, text) in
        [("studie.toml", STUDY), ("gemeenten.geojson", MUNICIPALITIES), ("vierkanten.csv", squares), ("bibliotheken.csv", desks)]
    {
        std::fs::write(folder.join(name), text).unwrap();
    }
    let arguments = ["border", "studie.toml", "--out", "uit", "--format", "csv", "--lang", language];
    Command::cargo_bin("bereik").unwrap().current_dir(folder).args(arguments).assert().success();
    let mut reader = csv::Reader::from_path(folder.join("uit/flows.csv")).unwrap();
    let rows = reader.deserialize().map(Result::unwrap).filter(|row: &BTreeMap<String, String>| row["basis"] == "nearest");
    rows.collect()
}

fn residents(rows: &[BTreeMap<String, String>], from: &str, to: &str) -> String {
    let of: Vec<_> = rows.iter().filter(|row| row["from_name"] == from && row["to_name"] == to).collect();
    assert_eq!(of.len(), 1, "{from} to {to} in {rows:#?}");
    of[0]["residents"].clone()
}

/// Columns that name the country, in any spelling: 40 + 80 people live in Belgium, and 20 of West are nearest to its desk.
#[test]
fn a_country_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let rows = flows(folder.path(), SQUARES, DESKS, "nl");
    assert_eq!(residents(&rows, "West", "West"), "10.0");
    assert_eq!(residents(&rows, "West", "België"), "20.0");
    assert_eq!(residents(&rows, "België", "België"), "120.0");
    let belgian = rows.iter().find(|row| row["from_name"] == "West" && row["to_name"] == "België").unwrap();
    assert_eq!((belgian["to"].as_str(), belgian["to_scope"].as_str()), ("BE", "abroad"));
    let rows = flows(folder.path(), SQUARES, DESKS, "en");
    assert_eq!(residents(&rows, "West", "Belgium"), "20.0");
}

/// Without such columns they are elsewhere, and counted all the same; the square 250 m across the border is taken for one in a gap of West's.
#[test]
fn without_a_country_they_are_elsewhere() {
    let folder = tempfile::tempdir().unwrap();
    let without = |text: &str| text.lines().map(|line| line.rsplit_once(';').unwrap().0).collect::<Vec<_>>().join("\n");
    let (squares, desks) = (without(SQUARES), without(DESKS));
    let rows = flows(folder.path(), &squares, &desks, "nl");
    let elsewhere = rows.iter().find(|row| row["from_name"] == "West" && row["to_scope"] == "elsewhere").unwrap();
    assert_eq!((elsewhere["to"].as_str(), elsewhere["residents"].as_str()), ("", "60.0"));
    let total: f64 = rows.iter().map(|row| row["residents"].parse::<f64>().unwrap()).sum();
    assert!((total - 150.0).abs() < 1e-9, "{rows:#?}");
}
