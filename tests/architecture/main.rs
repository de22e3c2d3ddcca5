//! Holds the code to `ARCHITECTURE.md`: who may import whom, what is absent from each layer, and the size of files.

#![expect(clippy::unwrap_used, reason = "a test that cannot read the sources has failed")]

mod paths;
mod rules;

use std::fs;
use std::path::{Path, PathBuf};

use paths::{macros, paths, strip};
use rules::{CRATES, LONGEST, MAY_IMPORT, PURE, PURE_CRATES, PURE_MACROS, PURE_PATHS, UNFINISHED};

/// A Rust file of ours.
struct File {
    /// Its path from the root of the crate, with `/`.
    name: String,
    /// Its text.
    text: String,
}

impl File {
    /// The folder or file directly under `src/` that it belongs to: `load`, `units`, `main`.
    fn module(&self) -> &str {
        let inside = self.name.strip_prefix("src/").unwrap_or(&self.name);
        inside.split('/').next().unwrap_or(inside).trim_end_matches(".rs")
    }

    /// Where its own module stands, from the root: `src/load/csv.rs` → `load`, `csv`.
    fn module_path(&self) -> Vec<String> {
        let inside = self.name.trim_start_matches("src/").trim_end_matches(".rs");
        let mut path: Vec<String> = inside.split('/').map(str::to_owned).collect();
        if matches!(path.last().map(String::as_str), Some("mod" | "lib" | "main")) {
            path.pop();
        }
        path
    }

    /// Whether it holds tests only.
    fn is_test(&self) -> bool {
        self.name.ends_with("/tests.rs") || self.name.contains("/tests/") || self.name.starts_with("tests/")
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every `.rs` file below a folder, sorted.
fn files(folder: &str) -> Vec<File> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    let name = |path: &PathBuf| path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
    found.iter().map(|path| File { name: name(path), text: fs::read_to_string(path).unwrap() }).collect()
}

/// Fails with every line of `broken`.
fn assert_none(broken: &[String]) {
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

/// What one file breaks of the table of imports and of the lists of what is absent.
fn broken_rules(file: &File) -> Vec<String> {
    let mut broken = Vec::new();
    let module = file.module();
    let Some((_, allowed)) = MAY_IMPORT.iter().find(|(name, _)| *name == module) else {
        return vec![format!("{}: `{module}` is not in the table of imports", file.name)];
    };
    let code = strip(&file.text);
    for path in paths(&code, &file.module_path()) {
        let first = path.first().map_or("", String::as_str);
        if first == "crate" {
            let target = path.get(1).map_or("*", String::as_str);
            if target != module && !allowed.contains(&target) {
                broken.push(format!("{}: `{module}` may not import `{target}` ({})", file.name, path.join("::")));
            }
            continue;
        }
        for (name, users) in CRATES {
            if first == *name && !users.contains(&module) {
                broken.push(format!("{}: the crate `{name}` belongs in {users:?}", file.name));
            }
        }
        if PURE.contains(&module) {
            let path_text = path.join("::");
            let is_at = |absent: &str| path_text == absent || path_text.starts_with(&format!("{absent}::"));
            if PURE_PATHS.iter().any(|absent| is_at(absent)) || PURE_CRATES.contains(&first) {
                broken.push(format!("{}: `{module}` knows no `{path_text}`", file.name));
            }
        }
    }
    if PURE.contains(&module) {
        let printed = macros(&code).into_iter().filter(|name| PURE_MACROS.contains(&name.as_str()));
        broken.extend(printed.map(|name| format!("{}: `{module}` prints nothing, so no `{name}!`", file.name)));
    }
    broken
}

#[test]
fn imports_follow_the_table_and_the_middle_stays_pure() {
    let sources = files("src");
    assert!(sources.len() > 10, "no sources found");
    let ours = sources.iter().filter(|file| !file.is_test() && file.name != "src/lib.rs");
    assert_none(&ours.flat_map(broken_rules).collect::<Vec<_>>());
}

#[test]
fn the_table_of_the_document_is_the_table_of_this_test() {
    let document = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let rows =
        document.lines().skip_while(|line| !line.starts_with("| module | may import")).skip(2).take_while(|line| line.starts_with('|'));
    let told: Vec<(String, Vec<String>)> = rows
        .map(|row| {
            let names = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
            let mut cells = row.trim_matches('|').split('|').map(names);
            (cells.next().unwrap().concat(), cells.next().unwrap())
        })
        .collect();
    let held: Vec<(String, Vec<String>)> =
        MAY_IMPORT.iter().map(|(name, allowed)| ((*name).to_owned(), allowed.iter().map(|name| (*name).to_owned()).collect())).collect();
    assert_eq!(told, held);
}

#[test]
fn the_table_has_no_way_back() {
    // A module may import only what stands above it in the table, so there is no circle.
    for (index, (name, allowed)) in MAY_IMPORT.iter().enumerate() {
        for other in *allowed {
            assert!(MAY_IMPORT[..index].iter().any(|(above, _)| above == other), "`{name}` imports `{other}`, which is not above it");
        }
    }
}

#[test]
fn files_are_short() {
    let long = files("src").into_iter().filter(|file| file.text.lines().count() > LONGEST);
    assert_none(&long.map(|file| format!("{}: {} lines, at most {LONGEST}", file.name, file.text.lines().count())).collect::<Vec<_>>());
}

#[test]
fn every_folder_says_what_it_is_for() {
    let sources = files("src");
    let mut folders: Vec<&str> = sources.iter().filter_map(|file| file.name.rsplit_once('/')).map(|(folder, _)| folder).collect();
    folders.dedup();
    let silent = folders.iter().filter(|folder| {
        let head = if **folder == "src" { "src/lib.rs".to_owned() } else { format!("{folder}/mod.rs") };
        !sources.iter().any(|file| file.name == head && file.text.starts_with("//! "))
    });
    assert_none(&silent.map(|folder| format!("{folder}: no mod.rs that starts with `//! `")).collect::<Vec<_>>());
}

#[test]
fn nothing_is_unfinished() {
    // The files of this test name what they forbid.
    let all = files("src").into_iter().chain(files("tests")).filter(|file| !file.name.starts_with("tests/architecture/"));
    let broken = all.flat_map(|file| {
        let marks = UNFINISHED.iter().filter(|mark| file.text.contains(**mark)).map(|mark| format!("{}: {mark}", file.name));
        marks.collect::<Vec<_>>()
    });
    assert_none(&broken.collect::<Vec<_>>());
}

#[test]
fn a_broken_rule_is_seen() {
    let file = |name: &str, text: &str| File { name: name.to_owned(), text: text.to_owned() };
    for (name, text, expected) in [
        ("src/model/site.rs", "use crate::load::Layer;", Some("`model` may not import `load`")),
        ("src/model/site.rs", "use super::super::load::Layer;", Some("`model` may not import `load`")),
        ("src/model/site.rs", "fn f() { crate::run::go(); }", Some("`model` may not import `run`")),
        ("src/model/site.rs", "use crate::{units, report::{csv, table}};", Some("`model` may not import `report`")),
        ("src/model/site.rs", "use crate::*;", Some("`model` may not import `*`")),
        ("src/model/site.rs", "use crate::units::Metres; use super::Group; use crate::model::NONE;", None),
        ("src/model/site.rs", "#[cfg(test)] mod tests { use crate::load::Layer; }", None),
        ("src/measure/mod.rs", "use std::{collections::BTreeMap, fs::File};", Some("knows no `std::fs::File`")),
        ("src/measure/mod.rs", "use std::collections::BTreeMap;", None),
        ("src/measure/mod.rs", "fn f() { println!(\"x\"); }", Some("no `println!`")),
        ("src/reach/near.rs", "let n = rayon::current_num_threads();", Some("rayon::current_num_threads")),
        ("src/reach/near.rs", "use rayon::prelude::*;", None),
        ("src/reach/near.rs", "use csv::Reader;", Some("knows no `csv::Reader`")),
        ("src/report/csv.rs", "use proj::Proj;", Some("the crate `proj` belongs in")),
        ("src/main.rs", "fn main() { bereik::load::go() }", Some("`main` may not import `load`")),
        ("src/cellar/mod.rs", "", Some("`cellar` is not in the table")),
    ] {
        let broken = broken_rules(&file(name, text)).join("\n");
        match expected {
            Some(part) => assert!(broken.contains(part), "{text}: {broken:?}"),
            None => assert_eq!(broken, "", "{text}"),
        }
    }
}
