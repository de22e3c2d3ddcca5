//! Words on standard error, data on standard output.

use std::io::{self, Write};
use std::path::PathBuf;

use crate::load::Loaded;
use crate::model::Lang;
use crate::run::Failure;
use crate::text::{self, Text, Told};

/// Tells a failure: each message with its line of the study and what to do.
pub(super) fn failure(failure: &Failure) {
    let words = text::of(failure.language()).words();
    for (told, excerpt) in failure.told() {
        talk(&format!("{}: {}", words.error, told.message));
        if let Some(excerpt) = excerpt {
            let number = excerpt.line.to_string();
            let margin = " ".repeat(number.len());
            talk(&format!("{margin} |\n{number} | {}\n{margin} | {}^", excerpt.text, " ".repeat(excerpt.column.saturating_sub(1))));
        }
        hint(&told, words.hint);
    }
}

fn hint(told: &Told, word: &str) {
    if let Some(hint) = &told.hint {
        talk(&format!("{word}: {hint}"));
    }
}

/// Tells the warnings of a study that can be used, and how many rows were refused.
pub(super) fn warnings(loaded: &Loaded, text: &dyn Text) {
    let word = text.words().warning;
    for report in loaded.files.iter().filter(|report| !report.refused.is_empty()) {
        talk(&format!("{word}: {}", text.refused_rows(&report.file, report.refused.len())));
        for refusal in report.refused.iter().take(3) {
            talk(&format!("  {}", text.refusal(&report.file, refusal)));
        }
    }
    for finding in loaded.findings.iter().filter(|finding| finding.is_warning()) {
        talk(&format!("{word}: {}", text.finding(finding)));
    }
}

/// Tells the names in `money.own` that are no municipality of the study.
pub(super) fn unknown_payers(names: &[String], text: &dyn Text) {
    if !names.is_empty() {
        talk(&format!("{}: {}", text.words().warning, text.unknown_payers(names)));
    }
}

/// One line to standard error. Where nobody listens, nothing is said.
pub(super) fn talk(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}

/// Data to standard output. A reader that goes away (`| head`) is no error.
///
/// # Errors
/// [`Failure::Write`] when it cannot be written: the disk that it goes to is full.
pub(super) fn data(text: &str, lang: Lang) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::Write(lang, PathBuf::from("stdout"), error)),
        _ => Ok(()),
    }
}
