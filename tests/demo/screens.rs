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

/// A budget writes nothing unless it is asked to.
#[test]
fn budget() {
    for (language, name) in [("nl", "budget_nl"), ("en", "budget_en")] {
        let said = run(&["budget", STUDY, "--lang", language], Path::new("[no folder]"));
        assert_eq!(said.stdout, "", "stdout is for data");
        snapshot(name, &said.stderr);
    }
    snapshot("budget_json", &said(&["budget", STUDY, "--json"]));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("demo-budget");
    let said = run(&["budget", STUDY, "--out", folder.to_str().unwrap()], &folder);
    assert!(["budget.csv", "grants.csv", "costs.csv"].iter().all(|name| said.stderr.contains(&format!("[out]/{name}"))), "{}", said.stderr);
}

/// On Thursday evening one desk of the study is open; at four in the night none is, and that is said.
#[test]
fn coverage_at_a_moment() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("demo-moment");
    let ask = |at: &str| {
        let out = folder.to_str().unwrap();
        run(&["coverage", STUDY, "--out", out, "--only", "distance", "--format", "csv", "--no-maps", "--at", at], &folder)
    };
    let evening = ask("do 19.00");
    assert!(evening.stderr.contains("alleen IDO's die elke week open zijn op donderdag om 19.00 uur"), "{}", evening.stderr);
    let rows = std::fs::read_to_string(folder.join("cells.csv")).unwrap();
    let sites: std::collections::BTreeSet<&str> = rows.lines().skip(1).filter_map(|row| row.split(',').nth(5)).collect();
    assert!(!sites.is_empty() && sites.len() < 3 && !sites.contains(""), "{sites:?}");
    assert!(ask("ma 4.00").stderr.contains("Op dit moment is geen enkel IDO elke week open"));
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
