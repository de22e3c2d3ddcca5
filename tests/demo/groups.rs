//! `[need]` with the counts that every edition has, under the names we give them.

use std::path::Path;

use assert_cmd::Command;

/// `bereik check` on the demo with this line under `[need]`: whether it succeeded, and what it said.
fn check(name: &str, need: &str) -> (bool, String) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(root.join(super::STUDY)).unwrap();
    let text = text.replace("\"../data/", &format!("\"{}/data/", root.display())).replace("\"65+\" = 1.0", need);
    assert!(text.contains(need));
    let study = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("groups-{name}.toml"));
    std::fs::write(&study, text).unwrap();
    let output = Command::cargo_bin("bereik").unwrap().args(["check", "--lang", "en"]).arg(&study).output().unwrap();
    (output.status.success(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn women_can_weigh_more() {
    for group in ["men", "women", "benefits"] {
        let (is_good, said) = check(group, &format!("{group} = 0.5"));
        assert!(is_good, "{said}");
    }
}

#[test]
fn the_name_of_a_column_is_answered_with_the_names_of_the_groups() {
    let (is_good, said) = check("column", "aantal_vrouwen = 0.5");
    assert!(!is_good);
    assert!(said.contains("\"aantal_vrouwen\"") && said.contains("all, 0-15, 15-25, 25-45, 45-65, 65+, benefits, men, women"), "{said}");
}
