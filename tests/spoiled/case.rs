//! One way to spoil a study, and what the program must make of it.

use assert_cmd::Command;
use serde_json::Value;

use super::base::Files;

/// One way to spoil a study.
pub struct Case {
    /// What it is, in a few words.
    pub name: &'static str,
    spoil: fn(&Files),
    outcome: Outcome,
    says: &'static [&'static str],
    english: &'static [&'static str],
}

/// What becomes of the study.
enum Outcome {
    /// It cannot be used: exit code 1, no result.
    Refused,
    /// It can: exit code 0, and of this file so many rows were read and used.
    Used { file: &'static str, read: u64, used: u64 },
}

/// A study that cannot be used; the message has these texts.
pub fn refused(name: &'static str, spoil: fn(&Files), says: &'static [&'static str]) -> Case {
    Case { name, spoil, outcome: Outcome::Refused, says, english: &[] }
}

/// A study of which enough is left: the file with its rows read and used, and the texts that `check` gives.
pub fn used(name: &'static str, spoil: fn(&Files), rows: (&'static str, u64, u64), says: &'static [&'static str]) -> Case {
    let (file, read, used) = rows;
    Case { name, spoil, outcome: Outcome::Used { file, read, used }, says, english: &[] }
}

impl Case {
    /// The same with `--lang en` has these texts.
    pub fn in_english(self, says: &'static [&'static str]) -> Self {
        Self { english: says, ..self }
    }

    /// Everything that is wrong with how the program takes it; nothing when all is well.
    fn complaints(&self) -> Vec<String> {
        let files = Files::good();
        (self.spoil)(&files);
        let before = files.list();
        let code = i32::from(matches!(self.outcome, Outcome::Refused));
        let check = run(&files, &["check", "studie.toml"]);
        let mut wrong = check.complaints(code, self.says);
        if !self.english.is_empty() {
            wrong.extend(run(&files, &["check", "studie.toml", "--lang", "en"]).complaints(code, self.english));
        }
        if let Outcome::Used { file, read, used } = self.outcome {
            let json = run(&files, &["check", "studie.toml", "--json"]);
            wrong.extend(json.complaints(0, &[]));
            wrong.extend(lost_rows(&json.out, file, read, used));
        }
        if files.list() != before {
            wrong.push("check wrote files".to_owned());
        }
        let coverage = run(&files, &["coverage", "studie.toml", "--out", "uit", "--format", "csv", "--no-maps"]);
        wrong.extend(coverage.complaints(code, if code == 1 { self.says } else { &[] }));
        match self.outcome {
            Outcome::Refused if files.list() != before => wrong.push("a failure left files behind".to_owned()),
            Outcome::Used { .. } if !files.path("uit/manifest.json").is_file() => wrong.push("there is no manifest".to_owned()),
            _ => {}
        }
        wrong
    }
}

/// Runs all cases of a group and fails with everything that is wrong.
pub fn hold(cases: &[Case]) {
    let mut report = String::new();
    for case in cases {
        for complaint in case.complaints() {
            report.push_str(&format!("\n== {}: {complaint}\n", case.name));
        }
    }
    assert!(report.is_empty(), "{report}");
}

/// What a run of the program gave.
pub struct Ran {
    /// Its exit code.
    pub code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

/// Runs the program in the folder of a study.
pub fn run(files: &Files, arguments: &[&str]) -> Ran {
    let output = Command::cargo_bin("bereik").unwrap().current_dir(files.folder()).args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// What a user should never read: a panic, the insides of the program, a system's message in English.
const NEVER: [&str; 6] = ["panicked", "Some(", "Err(", "Error {", "os error", "\u{fffd}"];

impl Ran {
    /// What is wrong with the exit code and the words.
    pub fn complaints(&self, code: i32, says: &[&str]) -> Vec<String> {
        let told = format!("{}{}", self.out, self.err);
        let mut wrong = Vec::new();
        if self.code != Some(code) {
            wrong.push(format!("exit code {:?} instead of {code}", self.code));
        }
        if told.trim().is_empty() {
            wrong.push("says nothing".to_owned());
        }
        if code != 0 && self.err.trim().is_empty() {
            wrong.push("says nothing on standard error".to_owned());
        }
        wrong.extend(NEVER.iter().filter(|never| told.contains(**never)).map(|never| format!("says {never:?}")));
        wrong.extend(says.iter().filter(|text| !told.contains(**text)).map(|text| format!("does not say {text:?}")));
        if !wrong.is_empty() {
            wrong.push(format!("what it said:\n{told}"));
        }
        wrong
    }
}

/// Rows that `check --json` does not account for: in every file those read must be those used, left out and refused, and in `file` they
/// must be as many as expected.
fn lost_rows(json: &str, file: &str, read: u64, used: u64) -> Vec<String> {
    let found: Value = match serde_json::from_str(json) {
        Ok(found) => found,
        Err(error) => return vec![format!("no JSON: {error}")],
    };
    let mut wrong = Vec::new();
    let mut expected = None;
    for report in found["files"].as_array().into_iter().flatten() {
        let count = |key: &str| report[key].as_u64().unwrap();
        let listed = report["refused"].as_array().map_or(0, Vec::len) as u64;
        if count("rows_read") != count("rows_used") + count("water") + count("abroad") + listed {
            wrong.push(format!("rows went missing: {report}"));
        }
        if report["file"] == file {
            expected = Some((count("rows_read") + count("filtered"), count("rows_used")));
        }
    }
    if expected != Some((read, used)) {
        wrong.push(format!("{file}: rows read and used are {expected:?} instead of {:?}", (read, used)));
    }
    wrong
}
