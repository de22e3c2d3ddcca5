//! Codes of municipalities and areas that two inputs do not share: as a rule editions of different years.

use std::collections::BTreeSet;

use super::found::{FileReport, Finding};
use crate::model::{Area, Municipality};

/// The codes of the file that says which municipalities or areas there are.
pub(super) struct Codes<'a> {
    file: &'a str,
    all: BTreeSet<&'a str>,
    /// Those that the study reports on.
    wanted: BTreeSet<&'a str>,
}

impl<'a> Codes<'a> {
    /// The municipalities of a file.
    pub fn of_municipalities(municipalities: &'a [Municipality], in_study: &[bool], file: &'a str) -> Self {
        let all = || municipalities.iter().map(|municipality| municipality.code.as_str());
        let wanted = all().zip(in_study).filter(|(_, within)| **within).map(|(code, _)| code).collect();
        Self { file, all: all().collect(), wanted }
    }

    /// The areas of a file; the study reports on one that says in which of its municipalities it lies.
    pub fn of_areas(areas: &'a [Area], file: &'a str) -> Self {
        let wanted = areas.iter().filter(|area| area.municipality.is_some()).map(|area| area.code.as_str()).collect();
        Self { file, all: areas.iter().map(|area| area.code.as_str()).collect(), wanted }
    }

    /// What another file names and this one has not, and what the study reports on and the other does not name.
    pub fn compare(&self, other: &FileReport) -> Vec<Finding> {
        self.unknown(other).into_iter().chain(self.lacking(other)).collect()
    }

    /// What another file names and this one has not.
    pub fn unknown(&self, other: &FileReport) -> Option<Finding> {
        let codes = other.codes.iter().filter(|code| !self.all.contains(code.as_str())).cloned().collect();
        finding(&other.file, self.file, codes)
    }

    /// What the study reports on and another file does not name; nothing where it names no codes at all.
    pub fn lacking(&self, other: &FileReport) -> Option<Finding> {
        let codes = self.wanted.iter().filter(|code| !other.codes.contains(**code)).map(|code| (*code).to_owned()).collect();
        if other.codes.is_empty() { None } else { finding(self.file, &other.file, codes) }
    }
}

fn finding(file: &str, lacking: &str, codes: Vec<String>) -> Option<Finding> {
    (!codes.is_empty()).then(|| Finding::CodesNotShared { file: file.to_owned(), lacking: lacking.to_owned(), codes })
}
