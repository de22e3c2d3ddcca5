//! Shuffled rows of every input file change no byte of any output but the manifest's hashes.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use rusqlite::Connection;

/// The files of the demo that a study reads, municipalities in both formats.
const FILES: [&str; 10] = [
    "opleiding.csv",
    "spuk.csv",
    "registraties.csv",
    "vk100.gpkg",
    "gemeenten.gpkg",
    "gemeenten.geojson",
    "buurten.gpkg",
    "locaties.geojson",
    "bibliotheken.csv",
    "bibliotheekorganisaties.csv",
];

/// The commands that write results.
const COMMANDS: [&str; 3] = ["coverage", "border", "compare"];

/// The order in which `count` rows come: by the high bits of their number times a large odd number, which look like chance.
fn order(count: usize, seed: u32) -> Vec<usize> {
    let mut rows: Vec<usize> = (0..count).collect();
    rows.sort_by_key(|row| ((row + 1) as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(seed).wrapping_mul(0xD6E8_FEB8_6659_FD93));
    rows
}

fn shuffled<T: Clone>(rows: &[T], seed: u32) -> Vec<T> {
    order(rows.len(), seed).into_iter().map(|row| rows[row].clone()).collect()
}

/// The lines below the header in another order.
fn shuffle_csv(path: &Path, seed: u32) {
    let text = fs::read_to_string(path).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let (header, rows) = lines.split_first().unwrap();
    fs::write(path, format!("{header}\n{}\n", shuffled(rows, seed).join("\n"))).unwrap();
}

/// The features in another order.
fn shuffle_geojson(path: &Path, seed: u32) {
    let mut collection: serde_json::Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let features = collection["features"].as_array_mut().unwrap();
    *features = shuffled(features, seed);
    fs::write(path, serde_json::to_string(&collection).unwrap()).unwrap();
}

/// The rows of the one layer under other keys. The index of places goes: it knows the old keys, and nothing here asks it.
fn shuffle_geopackage(path: &Path, seed: u32) {
    let file = Connection::open(path).unwrap();
    let layer: String = file.query_row("SELECT table_name FROM gpkg_contents WHERE data_type = 'features'", [], |row| row.get(0)).unwrap();
    let mut triggers = file.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").unwrap();
    let triggers: Vec<String> = triggers.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let drop = triggers.iter().map(|trigger| format!("DROP TRIGGER \"{trigger}\";")).collect::<Vec<_>>().concat();
    let count: i64 = file.query_row(&format!("SELECT count(*) FROM \"{layer}\""), [], |row| row.get(0)).unwrap();
    file.execute_batch(&format!(
        "BEGIN; {drop} DROP TABLE IF EXISTS \"rtree_{layer}_geom\"; DELETE FROM gpkg_extensions WHERE table_name = '{layer}'; \
         UPDATE \"{layer}\" SET fid = fid + {count};"
    ))
    .unwrap();
    for (old, new) in order(usize::try_from(count).unwrap(), seed).into_iter().enumerate() {
        let old = count + 1 + i64::try_from(old).unwrap();
        let new = 1 + i64::try_from(new).unwrap();
        file.execute(&format!("UPDATE \"{layer}\" SET fid = ?1 WHERE fid = ?2"), [new, old]).unwrap();
    }
    file.execute_batch("COMMIT").unwrap();
}

/// A copy of the demo's files, those with other rows first shuffled when there is a seed, and a study of them.
fn study(folder: &Path, municipalities: &str, seed: Option<u32>) -> PathBuf {
    let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/waterstreek");
    for name in FILES {
        let path = folder.join(name);
        fs::copy(demo.join(name), &path).unwrap();
        match (seed, path.extension().unwrap().to_str().unwrap()) {
            (Some(seed), "csv") => shuffle_csv(&path, seed),
            (Some(seed), "geojson") => shuffle_geojson(&path, seed),
            (Some(seed), "gpkg") => shuffle_geopackage(&path, seed),
            _ => {}
        }
        assert_eq!(fs::read(&path).unwrap() == fs::read(demo.join(name)).unwrap(), seed.is_none(), "{name}");
    }
    let study = fs::read_to_string(demo.join("studie.toml")).unwrap().replace("gemeenten.gpkg", municipalities);
    let study = study.replace("[data]", "library = \"Bibliotheek Waterstreek\"\n[data]\nregistrations = \"registraties.csv\"");
    fs::write(folder.join("studie.toml"), study).unwrap();
    folder.join("studie.toml")
}

/// Name and bytes of every file of the result; the manifest without its hashes.
fn outputs(command: &str, folder: &Path, threads: &str) -> Vec<(String, Vec<u8>)> {
    Command::cargo_bin("bereik")
        .unwrap()
        .current_dir(folder)
        .args([command, "studie.toml", "--out", command, "--format", "csv,geojson,gpkg", "--threads", threads])
        .assert()
        .success();
    let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(folder.join(command))
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            let bytes = fs::read(&path).unwrap();
            let bytes = if name == "manifest.json" { without_hashes(&bytes) } else { bytes };
            (name, bytes)
        })
        .collect();
    files.sort();
    files
}

fn without_hashes(manifest: &[u8]) -> Vec<u8> {
    let text = std::str::from_utf8(manifest).unwrap();
    let lines: Vec<&str> = text.lines().filter(|line| !line.contains("\"sha256\"")).collect();
    assert!(lines.len() < text.lines().count());
    lines.join("\n").into_bytes()
}

#[test]
fn shuffled_rows_of_every_file_change_no_byte() {
    for municipalities in ["gemeenten.gpkg", "gemeenten.geojson"] {
        let folder = tempfile::tempdir().unwrap();
        study(folder.path(), municipalities, None);
        let before = COMMANDS.map(|command| outputs(command, folder.path(), "1"));
        assert_eq!(before[0].len(), 38, "twelve tables in two formats, one file in the third, six pictures twice and the manifest");
        assert_eq!(
            before[1].len(),
            23,
            "eight tables in two formats, one file in the third, two pictures twice, an agreement, the manifest"
        );
        assert_eq!(before[2].len(), 12, "five tables in two formats, one file in the third and the manifest");
        for (seed, threads) in [(1, "2"), (2, "7")] {
            let folder = tempfile::tempdir().unwrap();
            study(folder.path(), municipalities, Some(seed));
            for (command, before) in COMMANDS.into_iter().zip(&before) {
                for ((name, before), (_, after)) in before.iter().zip(outputs(command, folder.path(), threads)) {
                    assert!(*before == after, "{name} differs with {municipalities} shuffled by {seed}");
                }
            }
        }
    }
}

/// The shuffling itself: every row is there, and not where it was.
#[test]
fn shuffling_moves_rows_and_loses_none() {
    let rows: Vec<usize> = (0..4500).collect();
    let mut moved = shuffled(&rows, 1);
    assert!(rows.iter().zip(&moved).filter(|(before, after)| before == after).count() < 100);
    assert_ne!(moved, shuffled(&rows, 2));
    moved.sort_unstable();
    assert_eq!(moved, rows);
}
