//! Why a run ended without a result, and how that is told.

use std::io;
use std::path::PathBuf;

use super::solve::SolveError;
use crate::load::study::StudyError;
use crate::load::{BuildError, LoadError};
use crate::model::Lang;
use crate::synth::SynthError;
use crate::text::{self, Obstacle, Told};
use crate::watch::Stopped;

/// Why there is no result.
#[derive(Debug)]
pub enum Failure {
    /// The study file is wrong, in one or more places.
    Study(Lang, Vec<StudyError>),
    /// Files that the study names are not there.
    Missing(Lang, Vec<LoadError>),
    /// The files of the study make no region.
    Build(Lang, BuildError),
    /// A result cannot be written.
    Write(Lang, PathBuf, io::Error),
    /// A folder that was not asked for by name holds the results of another study, of this file.
    OtherStudy(Lang, PathBuf, String),
    /// Asked to stop.
    Stopped(Lang),
    /// A synthetic country that cannot be made or written; in English, as `--help`.
    Synth(SynthError),
    /// A classic problem that cannot be read or has no answer; in English, as `--help`.
    Solve(SolveError),
    /// A plan that cannot be made: each reason with what to do.
    Plan(Lang, Vec<Told>),
    /// A fault of ours: what should not happen, in English.
    Ours(String),
}

impl Failure {
    /// A failure to write `path`; being stopped while writing is being stopped.
    pub(super) fn write(lang: Lang, path: PathBuf, error: io::Error) -> Self {
        let stopped = error.get_ref().is_some_and(<dyn std::error::Error + Send + Sync>::is::<Stopped>);
        if stopped { Self::Stopped(lang) } else { Self::Write(lang, path, error) }
    }

    pub(super) fn stopped(lang: Lang) -> impl Fn(Stopped) -> Self {
        move |Stopped| Self::Stopped(lang)
    }

    /// The language it is told in.
    #[must_use]
    pub fn language(&self) -> Lang {
        match self {
            Self::Study(lang, _)
            | Self::Build(lang, _)
            | Self::Plan(lang, _)
            | Self::Stopped(lang)
            | Self::Missing(lang, _)
            | Self::Write(lang, ..)
            | Self::OtherStudy(lang, ..) => *lang,
            Self::Synth(_) | Self::Solve(_) | Self::Ours(_) => Lang::En,
        }
    }

    /// What to say: each message with the line it is about, where it is about one.
    #[must_use]
    pub fn told(&self) -> Vec<(Told, Option<Excerpt>)> {
        let text = text::of(self.language());
        match self {
            Self::Study(_, errors) => errors.iter().map(|error| (text.study_fault(error), excerpt(error))).collect(),
            Self::Missing(_, errors) => errors.iter().map(|error| (text.fault(error), None)).collect(),
            Self::Build(_, error) => vec![(text.build_error(error), None)],
            Self::Write(_, path, error) => {
                let words = error.to_string();
                vec![(text.cannot_write(&path.display().to_string(), obstacle(error, &words)), None)]
            }
            Self::OtherStudy(_, folder, study) => {
                vec![(text.cannot_write(&folder.display().to_string(), Obstacle::OtherStudy(study)), None)]
            }
            Self::Stopped(_) => vec![(text.stopped(), None)],
            Self::Synth(error) => vec![(Told { message: error.to_string(), hint: None }, None)],
            Self::Solve(error) => vec![(Told { message: error.to_string(), hint: None }, None)],
            Self::Plan(_, reasons) => reasons.iter().map(|told| (told.clone(), None)).collect(),
            Self::Ours(what) => vec![(Told { message: what.clone(), hint: None }, None)],
        }
    }
}

/// What stands in the way of writing.
fn obstacle<'a>(error: &io::Error, words: &'a str) -> Obstacle<'a> {
    match error.kind() {
        io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => Obstacle::File,
        io::ErrorKind::IsADirectory => Obstacle::Folder,
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Obstacle::Forbidden,
        io::ErrorKind::StorageFull => Obstacle::Full,
        _ => Obstacle::Other(words),
    }
}

/// A line of the study with the column that is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// Its number.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
    /// Its text.
    pub text: String,
}

fn excerpt(error: &StudyError) -> Option<Excerpt> {
    let (line, column) = error.place?;
    (!error.excerpt.trim().is_empty()).then(|| Excerpt { line, column, text: error.excerpt.clone() })
}
