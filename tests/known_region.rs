//! A region whose answers are worked out by hand, through the program from files to files.
#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

use std::path::Path;

use assert_cmd::Command;

/// Two municipalities of 2 × 1 km side by side, in RD New.
const MUNICIPALITIES: &str = r#"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"features":[
{"type":"Feature","properties":{"gemeentecode":"GM9101","gemeentenaam":"West","aantal_inwoners":15},"geometry":{"type":"Polygon","coordinates":[[[150000,450000],[152000,450000],[152000,451000],[150000,451000],[150000,450000]]]}},
{"type":"Feature","properties":{"gemeentecode":"GM9102","gemeentenaam":"Oost","aantal_inwoners":112},"geometry":{"type":"Polygon","coordinates":[[[152000,450000],[154000,450000],[154000,451000],[152000,451000],[152000,450000]]]}}
]}"#;

/// Seven squares on one line. Their residents are 1, 2, 4 … 64: any sum tells which squares are in it.
const POPULATION: &str = "crs28992res100m;aantal_inwoners\n\
    E1500N4500;1\nE1510N4500;2\nE1514N4500;4\nE1516N4500;8\nE1520N4500;16\nE1530N4500;32\nE1539N4500;64\n";

/// A desk at x = 150 050, one at 153 050, and a branch without a desk between them.
const SITES: &str = "naam;plaats;X;Y;ido\n\
    Bibliotheek West;West;150050,0;450050,0;ja\nBibliotheek Oost;Oost;153050,0;450050,0;ja\nServicepunt;West;151050,0;450050,0;nee\n";

const STUDY: &str = r#"[study]
title = "Twee gemeenten"
[data]
municipalities = "gemeenten.geojson"
population = "vierkanten.csv"
sites = [{ file = "bibliotheken.csv", venue = "library branch" }]
[reach]
norm = "1600 m"
"#;

fn files(folder: &Path) {
    for (name, text) in
        [("gemeenten.geojson", MUNICIPALITIES), ("vierkanten.csv", POPULATION), ("bibliotheken.csv", SITES), ("studie.toml", STUDY)]
    {
        std::fs::write(folder.join(name), text).unwrap();
    }
}

fn coverage(folder: &Path, more: &[&str]) {
    Command::cargo_bin("bereik")
        .unwrap()
        .current_dir(folder)
        .args(["coverage", "studie.toml", "--out", "uit", "--format", "csv"])
        .args(more)
        .assert()
        .success();
}

fn read(folder: &Path, name: &str) -> String {
    std::fs::read_to_string(folder.join("uit").join(name)).unwrap()
}

/// Centre of E1514N4500 is 151 450: 1400 m to West, 1600 m to Oost. E1516N4500 is 151 650: 1600 m and 1400 m, so its nearest desk lies
/// across the border.
#[test]
fn cells() {
    let folder = tempfile::tempdir().unwrap();
    files(folder.path());
    coverage(folder.path(), &["--no-maps"]);
    insta::assert_snapshot!(read(folder.path(), "cells.csv"), @r"
    cell,municipality,area,residents,need,site,distance_m
    E1500N4500,GM9101,,1.0,1.0,bibliotheek-west,0.000
    E1510N4500,GM9101,,2.0,2.0,bibliotheek-west,1000.000
    E1514N4500,GM9101,,4.0,4.0,bibliotheek-west,1400.000
    E1516N4500,GM9101,,8.0,8.0,bibliotheek-oost,1400.000
    E1520N4500,GM9102,,16.0,16.0,bibliotheek-oost,1000.000
    E1530N4500,GM9102,,32.0,32.0,bibliotheek-oost,0.000
    E1539N4500,GM9102,,64.0,64.0,bibliotheek-oost,900.000
    ");
}

/// West: 15 residents, (0·1 + 1000·2 + 1400·4 + 1400·8) / 15 = 18 800 / 15 = 1253.3; cumulative 1, 3, 15, so half (7.5) and nine tenths
/// (13.5) are reached at 1400; within 1000 m live 3 of 15.
/// Oost: 112 residents, (1000·16 + 0·32 + 900·64) / 112 = 73 600 / 112 = 657.1; cumulative 32 at 0, 96 at 900, 112 at 1000: half (56) at
/// 900, nine tenths (100.8) at 1000.
/// Both: 127 residents, 92 400 / 127 = 727.6; cumulative 33 at 0, 97 at 900, 115 at 1000, 127 at 1400: half (63.5) at 900, nine tenths
/// (114.3) at 1000; within 1000 m 115 of 127 = 0.9055.
#[test]
fn areas() {
    let folder = tempfile::tempdir().unwrap();
    files(folder.path());
    coverage(folder.path(), &["--no-maps"]);
    insta::assert_snapshot!(read(folder.path(), "areas.csv"), @r"
    level,code,name,group,residents,need,mean_m,median_m,p90_m,share_within_1000,share_within_2000,share_within_5000,share_within_norm,unreachable,hidden_share
    study,,Twee gemeenten,all,127.0,127.0,727.6,900.0,1000.0,0.9055,1.0000,1.0000,1.0000,0.0,0.0000
    municipality,GM9101,West,all,15.0,15.0,1253.3,1400.0,1400.0,0.2000,1.0000,1.0000,1.0000,0.0,0.0000
    municipality,GM9102,Oost,all,112.0,112.0,657.1,900.0,1000.0,1.0000,1.0000,1.0000,1.0000,0.0,0.0000
    ");
}

/// Nearest to West: 1 + 2 + 4; to Oost: 8 + 16 + 32 + 64. Within 1600 m of West also the 8, of Oost also the 4; these two have both, so
/// only West has 1 + 2 and only Oost 112.
#[test]
fn sites() {
    let folder = tempfile::tempdir().unwrap();
    files(folder.path());
    coverage(folder.path(), &["--no-maps"]);
    insta::assert_snapshot!(read(folder.path(), "sites.csv"), @r"
    site,name,place,municipality,library,venue,status,scope,residents,need,residents_within_norm,residents_only_this_site,residents_outside_study
    bibliotheek-oost,Bibliotheek Oost,Oost,GM9102,,library branch,open,study,120.0,120.0,124.0,112.0,0.0
    bibliotheek-west,Bibliotheek West,West,GM9101,,library branch,open,study,7.0,7.0,15.0,3.0,0.0
    servicepunt,Servicepunt,West,GM9101,,library branch,candidate,study,0.0,0.0,0.0,0.0,0.0
    ");
}

/// The study is about West alone. Its squares keep their desk in Oost; Oost's residents within 4.8 km take part and are not reported on:
/// 16 + 32 + 64 come from outside to Oost's desk.
#[test]
fn a_study_of_one_municipality_keeps_its_neighbours_desks() {
    let folder = tempfile::tempdir().unwrap();
    files(folder.path());
    let study = STUDY.replace("[data]", "municipalities = [\"West\"]\n[data]");
    std::fs::write(folder.path().join("studie.toml"), study).unwrap();
    coverage(folder.path(), &["--no-maps"]);
    insta::assert_snapshot!(read(folder.path(), "areas.csv"), @r"
    level,code,name,group,residents,need,mean_m,median_m,p90_m,share_within_1000,share_within_2000,share_within_5000,share_within_norm,unreachable,hidden_share
    study,,Twee gemeenten,all,15.0,15.0,1253.3,1400.0,1400.0,0.2000,1.0000,1.0000,1.0000,0.0,0.0000
    municipality,GM9101,West,all,15.0,15.0,1253.3,1400.0,1400.0,0.2000,1.0000,1.0000,1.0000,0.0,0.0000
    ");
    insta::assert_snapshot!(read(folder.path(), "sites.csv"), @r"
    site,name,place,municipality,library,venue,status,scope,residents,need,residents_within_norm,residents_only_this_site,residents_outside_study
    bibliotheek-oost,Bibliotheek Oost,Oost,GM9102,,library branch,open,surroundings,8.0,8.0,12.0,0.0,112.0
    bibliotheek-west,Bibliotheek West,West,GM9101,,library branch,open,study,7.0,7.0,15.0,3.0,0.0
    servicepunt,Servicepunt,West,GM9101,,library branch,candidate,study,0.0,0.0,0.0,0.0,0.0
    ");
}

/// Shuffled rows, one thread or four: the same bytes, but for the hash of the shuffled file in the manifest.
#[test]
fn order_and_threads_change_no_byte() {
    let folder = tempfile::tempdir().unwrap();
    files(folder.path());
    coverage(folder.path(), &["--threads", "1"]);
    let names = ["cells.csv", "areas.csv", "sites.csv", "map.svg", "map.png"];
    let bytes = || names.map(|name| std::fs::read(folder.path().join("uit").join(name)).unwrap());
    let first = bytes();
    let mut rows: Vec<&str> = POPULATION.lines().collect();
    rows[1..].reverse();
    std::fs::write(folder.path().join("vierkanten.csv"), rows.join("\n")).unwrap();
    let mut rows: Vec<&str> = SITES.lines().collect();
    rows[1..].reverse();
    std::fs::write(folder.path().join("bibliotheken.csv"), rows.join("\n")).unwrap();
    coverage(folder.path(), &["--threads", "4"]);
    for (name, (before, after)) in names.iter().zip(first.iter().zip(bytes())) {
        assert!(*before == after, "{name}");
    }
}
