//! What an earlier run left in a folder: whose it is, and what of it is no longer of today.

use std::path::{Component, Path, PathBuf};

use serde_json::Value;

use super::failure::Failure;
use super::study::open;
use crate::model::Lang;

/// The file that says what a folder holds.
const MANIFEST: &str = "manifest.json";
/// Endings of what a run writes; nothing else is ever removed.
const OURS: [&str; 9] = ["csv", "geojson", "gpkg", "xlsx", "svg", "png", "html", "md", "toml"];

/// An earlier run, as its manifest tells it.
#[derive(Debug, Clone, Default)]
pub(super) struct Earlier {
    command: String,
    study: String,
    written: Vec<String>,
}

impl Earlier {
    /// The run whose manifest is in a folder; of nothing where there is none, or none that can be read.
    pub fn of(folder: &Path) -> Self {
        let manifest: Option<Value> = std::fs::read(folder.join(MANIFEST)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let manifest = manifest.unwrap_or_default();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let written = manifest["written"].as_array().into_iter().flatten().map(text).collect();
        Self { command: text(&manifest["command"]), study: text(&manifest["study"]["file"]), written }
    }

    /// Removes the files of the earlier run that one of the same command has not written again: they would stand beside results that they do
    /// not belong to. Only plain names in this folder, and nothing in `keep`. What cannot be removed stays.
    pub fn clear(&self, folder: &Path, command: &str, written: &[String], keep: &[PathBuf]) {
        if self.command != command {
            return;
        }
        let keep: Vec<PathBuf> = keep.iter().filter_map(|path| path.canonicalize().ok()).collect();
        for name in self.written.iter().filter(|name| is_ours(name) && !written.contains(name)) {
            let path = folder.join(name);
            let is_file = path.symlink_metadata().is_ok_and(|found| found.is_file());
            if is_file && path.canonicalize().is_ok_and(|path| !keep.contains(&path)) {
                let _ = std::fs::remove_file(path);
            }
        }
    }
}

/// Whether a name is that of a file in the folder itself, of a kind that a run writes.
fn is_ours(name: &str) -> bool {
    let path = Path::new(name);
    let is_plain = matches!(path.components().collect::<Vec<_>>()[..], [Component::Normal(only)] if only.to_str() == Some(name));
    is_plain && path.extension().and_then(|ending| ending.to_str()).is_some_and(|ending| OURS.contains(&ending))
}

/// Refuses a folder that nobody chose and that holds the results of another study: two studies of one file name would overwrite each other.
///
/// # Errors
/// [`Failure::OtherStudy`].
pub fn unless_of_another(folder: &Path, study: &Path, language: Option<Lang>) -> Result<(), Failure> {
    let earlier = Earlier::of(folder);
    let whole = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    if earlier.study.is_empty() || whole(Path::new(&earlier.study)) == whole(study) {
        return Ok(());
    }
    // A study that cannot be read is told about by whoever reads it.
    let Ok(own) = open(study, language) else { return Ok(()) };
    Err(Failure::OtherStudy(own.language, folder.to_owned(), earlier.study))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_names_of_results_are_removed() {
        for name in ["areas.csv", "chart-certain.svg", "plan.toml"] {
            assert!(is_ours(name), "{name}");
        }
        for name in ["", "..", "../areas.csv", "/areas.csv", "sub/areas.csv", "./areas.csv", "areas.docx", "areas", "manifest.json"] {
            assert!(!is_ours(name), "{name}");
        }
    }
}
