//! What a run leaves behind beside its results: the manifest.

use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::study::Checked;
use super::write::Writer;
use crate::load::hash::{sha256, sha256_of};
use crate::report::manifest::{Input, Manifest, StudyLine, manifest};
use crate::text;
use crate::week::Moment;

/// A run of a command on a study.
pub(super) struct Run<'a> {
    /// The command.
    pub command: &'static str,
    /// The study file as it was named.
    pub study: &'a Path,
    /// Its hash.
    pub hash: String,
    /// The moment of the week that distances are of.
    pub at: Option<Moment>,
}

/// The hash of the study file, while `work` is done beside it.
pub(super) fn hashed<T: Send>(study: &Path, work: impl FnOnce() -> T + Send) -> (String, T) {
    rayon::join(|| std::fs::read(study).map(|bytes| sha256_of(&bytes)).unwrap_or_default(), work)
}

impl Run<'_> {
    /// Writes the manifest, with the names of all files that were written before, and removes what an earlier run left beside them.
    pub fn record(self, checked: &Checked, writer: &mut Writer) -> Result<(), Failure> {
        let (command, study) = (self.command, self.study);
        let mut manifest = self.manifest(checked)?;
        manifest.written = writer.names();
        writer.json("manifest", &manifest)?;
        writer.clear(command, study);
        Ok(())
    }

    /// The manifest, without the files that were written.
    pub fn manifest(self, checked: &Checked) -> Result<Manifest, Failure> {
        let language = checked.study.language;
        let study = StudyLine { file: self.study.display().to_string(), sha256: self.hash, title: checked.study.title.clone() };
        let inputs = inputs(&checked.loaded.inputs).map_err(|(path, error)| Failure::write(language, path, error))?;
        let mut manifest = manifest(self.command, &checked.study, study, &checked.loaded, inputs, text::of(language));
        manifest.at = self.at.map(|at| format!("{} {:02}:{:02}", at.weekday().osm(), at.minutes() / 60, at.minutes() % 60));
        Ok(manifest)
    }
}

/// The hash of every input. The parts of a shapefile carry their own names.
fn inputs(files: &[(String, PathBuf)]) -> Result<Vec<Input>, (PathBuf, std::io::Error)> {
    files
        .iter()
        .map(|(shown, path)| {
            let sha256 = sha256(path).map_err(|error| (path.clone(), error))?;
            let file = match path.file_name() {
                Some(name) => Path::new(shown).with_file_name(name).display().to_string(),
                None => shown.clone(),
            };
            Ok(Input { file, sha256 })
        })
        .collect()
}
