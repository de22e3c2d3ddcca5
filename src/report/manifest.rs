//! What a result was made from: enough to make it again, and to see what was left out.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::load::Loaded;
use crate::load::found::{FileReport, Finding};
use crate::model::{About, Lang, Study};
use crate::text::Text;

/// The manifest of a result.
#[derive(Debug, Serialize)]
pub struct Manifest {
    /// Version of the program.
    pub bereik: &'static str,
    /// The command that was run.
    pub command: &'static str,
    /// The study file as it was named, and its title.
    pub study: StudyLine,
    /// Every file that was read.
    pub inputs: Vec<Input>,
    /// Every assumption: what the study says, and what it left at the default.
    pub assumptions: BTreeMap<&'static str, BTreeMap<String, String>>,
    /// What was left out or refused, per file.
    pub rows: Vec<Rows>,
    /// What was found between files, in the language of the study.
    pub findings: Vec<String>,
    /// The files of this result; anything else in the folder is of another run.
    pub written: Vec<String>,
}

/// The study.
#[derive(Debug, Serialize)]
pub struct StudyLine {
    /// The file as it was named.
    pub file: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Its title.
    pub title: String,
}

/// A file that was read.
#[derive(Debug, Serialize)]
pub struct Input {
    /// Its name.
    pub file: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
}

/// The rows of a file.
#[derive(Debug, Serialize)]
pub struct Rows {
    file: String,
    read: usize,
    used: usize,
    refused: usize,
    filtered: usize,
    water: usize,
    abroad: usize,
    hidden: BTreeMap<String, usize>,
    refusals: Vec<String>,
}

/// The manifest of a coverage; the hashes are those of [`Loaded::inputs`], in that order, each with its file name.
#[must_use]
pub fn manifest(study: &Study, file: StudyLine, loaded: &Loaded, inputs: Vec<Input>, text: &dyn Text) -> Manifest {
    Manifest {
        bereik: env!("CARGO_PKG_VERSION"),
        command: "coverage",
        study: file,
        inputs,
        assumptions: BTreeMap::from([("stated", stated(study)), ("default", study.defaults.clone())]),
        rows: loaded.files.iter().map(|report| rows(report, text)).collect(),
        findings: loaded.findings.iter().map(|finding: &Finding| text.finding(finding)).collect(),
        written: Vec::new(),
    }
}

/// What the study itself says, of all that steers a result; what it left at the default is not repeated.
fn stated(study: &Study) -> BTreeMap<String, String> {
    let about = match &study.about {
        About::All => ("study.municipalities", "all".to_owned()),
        About::Municipalities(names) => ("study.municipalities", names.join(", ")),
        About::Library(name) => ("study.library", name.clone()),
    };
    let language = match study.language {
        Lang::Nl => "nl",
        Lang::En => "en",
    };
    let also: Vec<String> = study.reach.also.iter().map(ToString::to_string).collect();
    let mut all = vec![
        (about.0.to_owned(), about.1),
        ("study.language".to_owned(), language.to_owned()),
        ("study.surroundings".to_owned(), study.surroundings.to_string()),
        ("reach.by".to_owned(), "straight line".to_owned()),
        ("reach.norm".to_owned(), study.reach.norm.to_string()),
        ("reach.also".to_owned(), also.join(", ")),
        ("reach.decay".to_owned(), "step".to_owned()),
        ("reach.detour".to_owned(), study.reach.detour.to_string()),
        ("need.all".to_owned(), study.need.all.to_string()),
    ];
    all.extend(study.need.surcharges.iter().map(|(group, weight)| (format!("need.{group}"), weight.to_string())));
    all.into_iter().filter(|(key, _)| !study.defaults.contains_key(key)).collect()
}

fn rows(report: &FileReport, text: &dyn Text) -> Rows {
    Rows {
        file: report.file.clone(),
        read: report.rows_read,
        used: report.rows_used,
        refused: report.refused.len(),
        filtered: report.filtered,
        water: report.water,
        abroad: report.abroad,
        hidden: report.hidden.iter().cloned().collect(),
        refusals: report.refused.iter().map(|refusal| text.refusal(&report.file, refusal)).collect(),
    }
}
