//! The files that make a shapefile.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use crate::load::error::Fault;

/// Where the parts are. Extensions may be in either case.
#[derive(Debug)]
pub(super) struct Parts {
    pub(super) shp: PathBuf,
    pub(super) shx: PathBuf,
    pub(super) dbf: PathBuf,
    pub(super) prj: Option<PathBuf>,
    pub(super) cpg: Option<PathBuf>,
}

impl Parts {
    /// Finds the parts beside the `.shp`.
    ///
    /// # Errors
    /// [`Fault::MissingPart`] without `.shx` or `.dbf`.
    pub(super) fn of(shp: &Path) -> Result<Self, Fault> {
        Ok(Self {
            shp: shp.to_owned(),
            dbf: beside(shp, "dbf").ok_or(Fault::MissingPart(".dbf"))?,
            shx: beside(shp, "shx").ok_or(Fault::MissingPart(".shx"))?,
            prj: beside(shp, "prj"),
            cpg: beside(shp, "cpg"),
        })
    }

    /// All that are there.
    pub(super) fn all(&self) -> Vec<PathBuf> {
        let always = [&self.shp, &self.shx, &self.dbf];
        always.into_iter().chain(&self.prj).chain(&self.cpg).cloned().collect()
    }
}

/// The file with the same stem and this extension in any case; the lower case first.
fn beside(shp: &Path, extension: &str) -> Option<PathBuf> {
    let plain = shp.with_extension(extension);
    if plain.is_file() {
        return Some(plain);
    }
    let folder = shp.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let is_part = |path: &PathBuf| {
        path.file_stem() == shp.file_stem()
            && path.extension().and_then(OsStr::to_str).is_some_and(|found| found.eq_ignore_ascii_case(extension))
            && path.is_file()
    };
    std::fs::read_dir(folder).ok()?.filter_map(Result::ok).map(|entry| entry.path()).filter(is_part).min()
}
