//! What files say of each other, on two municipalities of 2 × 1 km side by side, each of two neighbourhoods of 1 × 1 km.
#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

mod common;

use std::path::Path;

use bereik::load::error::Why;
use bereik::load::found::{FileRole, Finding};
use bereik::model::Group;
use bereik::run::Checked;
use common::StudyFolder;

const STUDY: &str = r#"[study]
title = "Twee gemeenten"
municipalities = ["West"]
[data]
municipalities = "gemeenten.geojson"
areas = "buurten.geojson"
population = "vierkanten.csv"
sites = [{ file = "bibliotheken.csv", venue = "library branch", status = "open" }]
[reach]
norm = "1600 m"
"#;

/// A square of each kilometre but the first, where nobody lives.
const POPULATION: &str = "crs28992res100m;aantal_inwoners\nE1515N4505;20\nE1525N4505;30\nE1535N4505;40\n";

/// A feature of 1 km high from one kilometre to another, counted from 150 000.
fn feature(properties: &str, from: u32, to: u32) -> String {
    let (west, east) = (150_000 + 1000 * from, 150_000 + 1000 * to);
    format!(
        r#"{{"type":"Feature","properties":{{{properties}}},"geometry":{{"type":"Polygon","coordinates":[[[{west},450000],[{east},450000],[{east},451000],[{west},451000],[{west},450000]]]}}}}"#
    )
}

fn neighbourhood(number: u32, more: &str) -> String {
    feature(&format!(r#""buurtcode":"BU910{number}","buurtnaam":"Buurt {number}"{more}"#), number, number + 1)
}

fn check(municipalities: &[String], areas: &[String], population: &str) -> Checked {
    let folder = StudyFolder::new(STUDY, Path::new("."));
    let crs = r#""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}}"#;
    let collection = |features: &[String]| format!(r#"{{"type":"FeatureCollection",{crs},"features":[{}]}}"#, features.join(","));
    let sites = "naam;X;Y\nBibliotheek;150550;450550\n";
    for (name, text) in [
        ("gemeenten.geojson", collection(municipalities)),
        ("buurten.geojson", collection(areas)),
        ("vierkanten.csv", population.to_owned()),
        ("bibliotheken.csv", sites.to_owned()),
    ] {
        std::fs::write(folder.path(name), text).unwrap();
    }
    folder.check()
}

fn west_and_east() -> Vec<String> {
    vec![
        feature(r#""gemeentecode":"GM9101","gemeentenaam":"West""#, 0, 2),
        feature(r#""gemeentecode":"GM9102","gemeentenaam":"Oost""#, 2, 4),
    ]
}

fn codes(checked: &Checked) -> Vec<&str> {
    checked.loaded.region.areas.iter().map(|area| area.code.as_str()).collect()
}

/// Three rows of one code, of which one has another figure, in every order: none of them is used, and each is refused by its row.
#[test]
fn rows_of_one_code_with_different_figures_are_refused_in_any_order() {
    let part = |residents: u32| neighbourhood(0, &format!(r#","gemeentecode":"GM9101","aantal_inwoners":{residents}"#));
    let rest = neighbourhood(1, r#","gemeentecode":"GM9101","aantal_inwoners":20"#);
    for figures in [[5, 5, 7], [5, 7, 5], [7, 5, 5]] {
        let mut rows: Vec<String> = figures.iter().map(|figure| part(*figure)).collect();
        rows.push(rest.clone());
        let checked = check(&west_and_east(), &rows, POPULATION);
        assert_eq!(codes(&checked), ["BU9101"], "{figures:?}");
        let file = checked.loaded.files.iter().find(|file| file.role == FileRole::Areas).unwrap();
        assert_eq!(file.refused.len(), 3);
        assert!(file.refused.iter().all(|refusal| matches!(refusal.why, Why::Duplicate { .. })), "{:?}", file.refused);
    }
    // Parts of an exploded layer repeat their figure.
    let checked = check(&west_and_east(), &[part(5), rest, part(5)], POPULATION);
    assert_eq!(codes(&checked), ["BU9100", "BU9101"]);
    assert_eq!(checked.loaded.region.areas[0].published[&Group::All].to_string(), "5");
}

/// Four neighbourhoods that do not say where they lie. West has residents in the second only: the first has none, the others lie in Oost.
#[test]
fn neighbourhoods_of_nobody_knows_where_are_left_out_and_counted() {
    let nowhere: Vec<String> = (0..4).map(|number| neighbourhood(number, "")).collect();
    let checked = check(&west_and_east(), &nowhere, POPULATION);
    assert_eq!(codes(&checked), ["BU9101"]);
    assert!(checked.loaded.findings.contains(&Finding::AreasElsewhere(3)), "{:?}", checked.loaded.findings);
    assert!(!Finding::AreasElsewhere(3).is_warning());
    let cells = &checked.loaded.region.cells;
    let of = |id: &str| (0..cells.len()).find(|cell| cells.ids.get(*cell) == id).map(|cell| cells.area[cell]);
    assert_eq!(of("E1515N4505"), Some(0));
    assert_eq!(of("E1525N4505"), Some(bereik::model::NONE));
    // With a municipality the empty one keeps its row.
    let somewhere: Vec<String> =
        (0..4).map(|number| neighbourhood(number, &format!(r#","gemeentecode":"GM910{}""#, 1 + number / 2))).collect();
    let checked = check(&west_and_east(), &somewhere, POPULATION);
    assert_eq!(codes(&checked), ["BU9100", "BU9101"]);
    assert!(!checked.loaded.findings.iter().any(|finding| matches!(finding, Finding::AreasElsewhere(_))));
}

/// 20 residents are 18 to 22. Bands of 20 and 10 are at least 18 + 8 = 26: 10 too many. In the second square 15 and 10 are at least 21:
/// nothing is wrong. The third is as wrong as the first, and lies in Oost.
#[test]
fn ages_that_exceed_the_total_are_a_warning() {
    let rows = "E1505N4505;20;20;10\nE1515N4505;20;15;10\nE1535N4505;20;20;10\n";
    let population = format!("crs28992res100m;aantal_inwoners;inw_0_65;inw_65plus\n{rows}");
    let areas = [neighbourhood(0, r#","gemeentecode":"GM9101""#)];
    let checked = check(&west_and_east(), &areas, &population);
    let expected = Finding::PartsExceedTotal { cells: 1, persons: 10.0 };
    assert!(checked.loaded.findings.contains(&expected), "{:?}", checked.loaded.findings);
    assert!(expected.is_warning());
}
