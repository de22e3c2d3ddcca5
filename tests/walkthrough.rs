//! The walk-through of the README, followed word for word: its commands are run, its files are put where it says, its study is written.
//! Where the README and the program differ, this fails.
#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

use std::path::Path;
use std::process::Command;

/// The section that is followed.
const SECTION: &str = "## From downloaded files to the advice\n";

/// What a reader does at a piece of the section.
enum Step<'a> {
    /// Runs a command.
    Run(&'a str),
    /// Puts a file of the demo in a place.
    Put { place: &'a str, from: &'a str },
    /// Writes the study.
    Write(String),
    /// Finds a file.
    Find(&'a str),
}

/// The steps of the section in its order: lines of `sh` blocks, `toml` blocks, and rows of tables that begin with a path.
fn steps(section: &str) -> Vec<Step<'_>> {
    let (mut steps, mut block) = (Vec::new(), "");
    let mut study = String::new();
    for line in section.lines() {
        if let Some(kind) = line.strip_prefix("```") {
            if block == "toml" {
                steps.push(Step::Write(std::mem::take(&mut study)));
            }
            block = kind;
        } else if block == "toml" {
            study.extend([line, "\n"]);
        } else if block == "sh" {
            steps.push(Step::Run(line.split('#').next().unwrap().trim()));
        } else if line.starts_with("| `") {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(|cell| cell.trim().trim_matches('`')).collect();
            let from = cells.last().copied().filter(|from| from.starts_with("data/"));
            steps.push(from.map_or(Step::Find(cells[0]), |from| Step::Put { place: cells[0], from }));
        }
    }
    steps
}

/// Runs a line as a shell would, with this build of the program first in the path; what it printed.
fn run(line: &str, folder: &Path) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_bereik")).parent().unwrap().to_owned();
    let path = std::env::join_paths(std::iter::once(program).chain(std::env::split_paths(&std::env::var_os("PATH").unwrap()))).unwrap();
    let output = Command::new("sh").args(["-c", line]).current_dir(folder).env("PATH", path).output().unwrap();
    let printed = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{line}:\n{printed}");
    printed
}

#[test]
fn the_readme_leads_from_downloads_to_the_advice() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = std::fs::read_to_string(root.join("README.md")).unwrap();
    let section = readme.split_once(SECTION).unwrap().1.split("\n## ").next().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let (mut commands, mut put, mut found) = (Vec::new(), 0, Vec::new());
    let mut written = String::new();
    for step in steps(section) {
        match step {
            // It is about a study that asks for a plan, which this one does not.
            Step::Run(line) if line.starts_with("bereik plan ") => {}
            Step::Run(line) => {
                let printed = run(line, folder.path());
                if line.starts_with("bereik check ") {
                    let ends = section.split("must end with `").nth(1).unwrap().split('`').next().unwrap();
                    assert_eq!(printed.trim_end().lines().last(), Some(ends));
                }
                commands.push(line);
            }
            Step::Put { place, from } => {
                std::fs::copy(root.join(from), at(place)).unwrap_or_else(|error| panic!("{from} to {place}: {error}"));
                put += 1;
            }
            Step::Write(study) => {
                let place = section.split("Open `").nth(1).unwrap().split('`').next().unwrap();
                assert!(at(place).is_file(), "`bereik init` wrote no {place}");
                std::fs::write(at(place), &study).unwrap();
                written = study;
            }
            Step::Find(name) => {
                assert!(std::fs::metadata(at(name)).is_ok_and(|file| file.len() > 0), "there is no {name}");
                found.push(name);
            }
        }
    }
    // The section was really read: it has its commands, its downloads, its study and what it promises.
    for begins in ["bereik init ", "mkdir ", "bereik check ", "bereik sites ", "bereik report "] {
        assert!(commands.iter().any(|line| line.starts_with(begins)), "{begins}: {commands:?}");
    }
    let page = found.iter().find(|name| name.ends_with("advies.html")).unwrap();
    assert!(put >= 4 && found.len() >= 5, "{put} files put, {found:?}");
    let page = std::fs::read_to_string(at(page)).unwrap();
    let scenarios: Vec<&str> = written.lines().filter_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"')).collect();
    assert!(scenarios.len() >= 2, "{written}");
    assert!(scenarios.iter().all(|name| page.contains(name)), "{scenarios:?} in the advice");
}
