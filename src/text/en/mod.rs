//! English: the same sentences for whoever does not read Dutch.

mod faults;
mod findings;
mod hints;
mod labels;
mod refusals;
mod study;
mod words;

use super::numbers::Signs;
use super::{ReportWords, Text, Told, names};
use crate::load::BuildError;
use crate::load::found::{FileReport, FileRole, Finding};
use crate::load::study::StudyError;
use crate::load::{LoadError, Needed, Refusal, Why};
use crate::model::{Group, Status, Venue};

/// Numbers as the English write them: `1,240.5`, `12.3%`.
const SIGNS: Signs = Signs { thousands: ',', decimal: '.', percent: "%" };

/// The English words.
#[derive(Debug)]
pub(super) struct English;

impl Text for English {
    fn study_fault(&self, error: &StudyError) -> Told {
        study::fault(error)
    }

    fn build_error(&self, error: &BuildError) -> Told {
        study::build(error)
    }

    fn role(&self, role: FileRole) -> &'static str {
        findings::role(role)
    }

    fn file(&self, report: &FileReport) -> Vec<String> {
        findings::file(report)
    }

    fn finding(&self, finding: &Finding) -> String {
        findings::finding(finding)
    }

    fn words(&self) -> &'static ReportWords {
        &words::WORDS
    }

    fn fault(&self, error: &LoadError) -> Told {
        let message = format!("{}: {}", error.file, faults::what(&error.fault));
        Told { message, hint: Some(hints::hint(&error.file, &error.fault)) }
    }

    fn needed(&self, needed: Needed) -> &'static str {
        faults::needed(needed)
    }

    fn why(&self, why: &Why) -> String {
        refusals::why(why)
    }

    fn refusal(&self, file: &str, refusal: &Refusal) -> String {
        format!("{file}, {}", refusals::row(refusal))
    }

    fn whole(&self, value: f64) -> String {
        SIGNS.number(value, 0)
    }

    fn decimals(&self, value: f64, digits: usize) -> String {
        SIGNS.number(value, digits)
    }

    fn percent(&self, share: f64) -> String {
        SIGNS.percent(share)
    }

    fn distance(&self, metres: f64) -> String {
        SIGNS.distance(metres)
    }

    fn venue(&self, venue: Venue) -> &'static str {
        labels::venue(venue)
    }

    fn status(&self, status: Status) -> &'static str {
        labels::status(status)
    }

    fn group(&self, group: &Group) -> String {
        labels::group(group)
    }
}

/// A number of things, for counts in a sentence.
#[expect(clippy::cast_precision_loss, reason = "a count of rows is far below 2^53")]
fn count(things: usize) -> String {
    SIGNS.number(things as f64, 0)
}

/// `"a", "b"`, the first few.
fn names(names: &[String]) -> String {
    names::list(names, |more| format!("and {} more", count(more)))
}
