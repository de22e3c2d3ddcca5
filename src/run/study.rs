//! Opening a study, and checking what its files hold.

use std::path::Path;

use super::failure::Failure;
use crate::load::study::{StudyError, StudyFault, parse};
use crate::load::{Fault, LoadError, Loaded, load};
use crate::model::{DataFile, Lang, Study};
use crate::watch::{Stage, Watch};

/// A study with what its files hold.
#[derive(Debug, Clone)]
pub struct Checked {
    /// The study, in the language that was asked for.
    pub study: Study,
    /// Its region and what was found on the way.
    pub loaded: Loaded,
}

/// Reads a study file; `language` overrides its own.
///
/// # Errors
/// [`Failure::Study`] with everything that is wrong in it.
pub fn open(file: &Path, language: Option<Lang>) -> Result<Study, Failure> {
    let text = read(file).map_err(|(fault, place)| {
        let file = file.display().to_string();
        Failure::Study(language.unwrap_or_default(), vec![StudyError { file, place, excerpt: String::new(), key: String::new(), fault }])
    })?;
    let mut study = parse(file, &text).map_err(|(own, errors)| Failure::Study(language.unwrap_or(own), errors))?;
    if let Some(language) = language {
        study.language = language;
        study.defaults.remove("study.language");
    }
    Ok(study)
}

/// The text of a study file, or what is wrong with it and at which line and column.
fn read(file: &Path) -> Result<String, (StudyFault, Option<(usize, usize)>)> {
    let bytes = std::fs::read(file).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => (StudyFault::NotFound, None),
        std::io::ErrorKind::IsADirectory => (StudyFault::Folder, None),
        _ if file.is_dir() => (StudyFault::Folder, None),
        _ => (StudyFault::Unreadable(error.to_string()), None),
    })?;
    String::from_utf8(bytes).map_err(|error| {
        let good = String::from_utf8_lossy(&error.as_bytes()[..error.utf8_error().valid_up_to()]).into_owned();
        let column = good.rsplit('\n').next().map_or(0, |line| line.chars().count());
        (StudyFault::NotUtf8, Some((good.matches('\n').count() + 1, column + 1)))
    })
}

/// Reads a study and everything it names.
///
/// # Errors
/// [`Failure::Study`], [`Failure::Missing`] with every file that is not there, or [`Failure::Build`] when the study cannot be used.
pub fn check(file: &Path, language: Option<Lang>, watch: &dyn Watch) -> Result<Checked, Failure> {
    let study = open(file, language)?;
    watch.next(Stage::Reading).map_err(Failure::stopped(study.language))?;
    let missing: Vec<LoadError> = study.data.all().filter(|file| is_missing(&file.path)).map(missing).collect();
    if !missing.is_empty() {
        return Err(Failure::Missing(study.language, missing));
    }
    let loaded = load(&study).map_err(|error| Failure::Build(study.language, error))?;
    Ok(Checked { study, loaded })
}

fn is_missing(path: &Path) -> bool {
    matches!(path.try_exists(), Ok(false))
}

fn missing(file: &DataFile) -> LoadError {
    LoadError { file: file.shown.clone(), fault: Fault::Missing }
}
