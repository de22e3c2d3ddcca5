//! What `check`, `sites` and `coverage` say, to people and to machines.

use std::path::Path;

use super::{DUTCH, ENGLISH, STUDY, run, snapshot};

/// What a command says that writes no files.
fn said(arguments: &[&str]) -> String {
    let said = run(arguments, Path::new("[no folder]"));
    assert_eq!(said.stderr, "", "{arguments:?}");
    said.stdout
}

/// The first lines, and how many more there are.
fn head(text: &str, lines: usize) -> String {
    let first: Vec<&str> = text.lines().take(lines).collect();
    format!("{}\n[{} more lines]", first.join("\n"), text.lines().count() - first.len())
}

#[test]
fn check() {
    snapshot("check_nl", &said(&["check", STUDY]));
    snapshot("check_en", &said(&["check", STUDY, "--lang", "en"]));
}

#[test]
fn check_for_machines() {
    snapshot("check_json", &said(&["check", STUDY, "--json"]));
}

#[test]
fn sites() {
    snapshot("sites_nl", &said(&["sites", STUDY]));
    snapshot("sites_en", &said(&["sites", STUDY, "--lang", "en"]));
}

#[test]
fn sites_for_machines() {
    let json = said(&["sites", STUDY, "--json"]);
    let sites: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    assert_eq!(sites.len(), 80, "20 branches and 60 venues");
    snapshot("sites_json", &head(&json, 41));
}

#[test]
fn coverage() {
    for (results, name) in [(&DUTCH, "coverage_nl"), (&ENGLISH, "coverage_en")] {
        assert_eq!(results.said.stdout, "", "stdout is for data");
        snapshot(name, &results.said.stderr);
    }
}

/// Asked for twice, written once; the order of asking is no matter.
#[test]
fn a_format_named_twice_is_written_once() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("demo-formats");
    let said = run(
        &[
            "coverage",
            STUDY,
            "--out",
            folder.to_str().unwrap(),
            "--format",
            "geojson,csv,geojson",
            "--no-maps",
            "--only",
            "distance,distance",
        ],
        &folder,
    );
    let written: Vec<&str> = said.stderr.lines().filter_map(|line| line.trim().strip_prefix("[out]/")).collect();
    let names = ["cells.csv", "areas.csv", "sites.csv", "cells.geojson", "areas.geojson", "sites.geojson", "manifest.json"];
    assert_eq!(written, names);
}

#[test]
fn coverage_for_machines() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("demo-json");
    let said = run(&["coverage", STUDY, "--out", folder.to_str().unwrap(), "--format", "csv", "--no-maps", "--json"], &folder);
    assert_eq!(said.stderr, "");
    let rows: Vec<serde_json::Value> = serde_json::from_str(&said.stdout).unwrap();
    assert_eq!(rows.len() + 1, DUTCH.text("areas.csv").lines().count(), "the rows of areas.csv");
    snapshot("coverage_json", &head(&said.stdout, 62));
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    files.sort();
    assert!(files.iter().all(|file| file.to_string_lossy().ends_with(".csv") || file == "manifest.json"), "no maps, and no other format");
    assert_eq!(files.len(), 14, "thirteen tables and the manifest");
}
