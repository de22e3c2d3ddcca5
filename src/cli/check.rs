//! `bereik check`: what the files of a study hold.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::progress::Progress;
use super::{Common, Exit, tell, use_threads};
use crate::load::Loaded;
use crate::run::{self, Checked, Excerpt, Failure};
use crate::text::{self, Text, Told};

/// Read everything a study names and say what was found: formats, coordinate systems, rows refused and why, totals, warnings
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  bereik check scenarios/waterstreek.toml")]
pub(super) struct Arguments {
    /// The study file
    study: PathBuf,
    /// Print the findings as JSON on standard output
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    common: Common,
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    use_threads(arguments.common.threads)?;
    let language = arguments.common.lang.map(Into::into);
    let progress = Progress::new(language.unwrap_or_default());
    let checked = run::check(&arguments.study, language, &progress);
    progress.finish();
    if let (true, Err(failure)) = (arguments.json, &checked) {
        let json = serde_json::to_string_pretty(&Unusable::of(failure)).map_err(|error| Failure::Ours(error.to_string()))?;
        tell::data(&format!("{json}\n"), failure.language())?;
    }
    let checked = checked?;
    let wrong = run::scenario_faults(&checked, &arguments.study);
    let Checked { study, loaded } = checked;
    let text = text::of(study.language);
    let failure = (!wrong.is_empty()).then_some(Failure::Plan(study.language, wrong));
    if arguments.json {
        let errors = failure.as_ref().map_or_else(Vec::new, |failure| Unusable::of(failure).errors);
        let json = serde_json::to_string_pretty(&Found::of(&loaded, errors, text)).map_err(|error| Failure::Ours(error.to_string()))?;
        tell::data(&format!("{json}\n"), study.language)?;
    } else {
        tell::data(&readable(&study.title, &loaded, failure.is_none(), text), study.language)?;
    }
    failure.map_or(Ok(Exit::Done), Err)
}

/// How many refused rows of a file the page shows. A list of all the hospitals of Germany has two thousand too far away; a page of them
/// hides what matters.
const MOST_REFUSALS: usize = 20;

/// The findings as a page of text.
fn readable(title: &str, loaded: &Loaded, is_usable: bool, text: &dyn Text) -> String {
    let words = text.words();
    let mut page = format!("{title}\n");
    for report in &loaded.files {
        page.push_str(&format!("\n{}: {}\n", text.role(report.role), report.file));
        for line in text.file(report) {
            page.push_str(&format!("  {line}\n"));
        }
        for refusal in report.refused.iter().take(MOST_REFUSALS) {
            page.push_str(&format!("    {}\n", text.refusal(&report.file, refusal)));
        }
        if report.refused.len() > MOST_REFUSALS {
            page.push_str(&format!("    {}\n", text.more_refusals(report.refused.len() - MOST_REFUSALS)));
        }
    }
    page.push('\n');
    for finding in &loaded.findings {
        let mark = if finding.is_warning() { format!("{}: ", words.warning) } else { String::new() };
        page.push_str(&format!("{mark}{}\n", text.finding(finding)));
    }
    if is_usable {
        page.push_str(&format!("\n{}\n", words.usable));
    }
    page
}

/// Why a study cannot be used, for machines.
#[derive(Serialize)]
struct Unusable {
    usable: bool,
    errors: Vec<Wrong>,
}

/// One thing that is wrong.
#[derive(Serialize)]
struct Wrong {
    message: String,
    hint: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
}

impl Unusable {
    fn of(failure: &Failure) -> Self {
        let one = |(told, excerpt): (Told, Option<Excerpt>)| Wrong {
            message: told.message,
            hint: told.hint,
            line: excerpt.as_ref().map(|excerpt| excerpt.line),
            column: excerpt.as_ref().map(|excerpt| excerpt.column),
        };
        Self { usable: false, errors: failure.told().into_iter().map(one).collect() }
    }
}

/// The findings for machines.
#[derive(Serialize)]
struct Found<'a> {
    usable: bool,
    /// What is wrong with its scenarios.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<Wrong>,
    files: Vec<FoundInFile<'a>>,
    findings: Vec<FoundBetween<'a>>,
}

#[derive(Serialize)]
struct FoundInFile<'a> {
    role: &'static str,
    file: &'a str,
    format: &'static str,
    layer: Option<&'a str>,
    encoding: Option<&'static str>,
    crs: Option<String>,
    crs_from: Option<&'static str>,
    rows_read: usize,
    rows_used: usize,
    filtered: usize,
    water: usize,
    abroad: usize,
    hidden: Vec<(&'a str, usize)>,
    thousands: &'a [String],
    refused: Vec<FoundInRow<'a>>,
    positions_apart: Vec<(u64, f64)>,
    hours_not_taken: Vec<NotTaken<'a>>,
}

#[derive(Serialize)]
struct FoundInRow<'a> {
    row: u64,
    field: &'a str,
    value: &'a str,
    reason: String,
}

#[derive(Serialize)]
struct FoundBetween<'a> {
    warning: bool,
    #[serde(flatten)]
    finding: &'a crate::load::found::Finding,
    text: String,
}

#[derive(Serialize)]
struct NotTaken<'a> {
    row: u64,
    field: &'a str,
    text: String,
}

impl<'a> Found<'a> {
    fn of(loaded: &'a Loaded, errors: Vec<Wrong>, text: &dyn Text) -> Self {
        let row = |refusal: &'a crate::load::Refusal| FoundInRow {
            row: refusal.row,
            field: &refusal.field,
            value: &refusal.value,
            reason: text.why(&refusal.why),
        };
        let file = |report: &'a crate::load::found::FileReport| FoundInFile {
            role: report.role.name(),
            file: &report.file,
            format: report.format.name(),
            layer: report.layer.as_deref(),
            encoding: report.encoding,
            crs: report.crs.as_ref().map(|(crs, _)| crs.to_string()),
            crs_from: report.crs.as_ref().map(|(_, origin)| origin.name()),
            rows_read: report.rows_read,
            rows_used: report.rows_used,
            filtered: report.filtered,
            water: report.water,
            abroad: report.abroad,
            hidden: report.hidden.iter().map(|(column, hidden)| (column.as_str(), *hidden)).collect(),
            thousands: &report.thousands,
            refused: report.refused.iter().map(row).collect(),
            positions_apart: report.disagreeing.clone(),
            hours_not_taken: report
                .hours
                .iter()
                .map(|note| NotTaken { row: note.row, field: &note.field, text: text.not_taken(&note.ignored) })
                .collect(),
        };
        let between =
            |finding: &'a crate::load::found::Finding| FoundBetween { warning: finding.is_warning(), finding, text: text.finding(finding) };
        let files = loaded.files.iter().map(file).collect();
        Self { usable: errors.is_empty(), errors, files, findings: loaded.findings.iter().map(between).collect() }
    }
}
