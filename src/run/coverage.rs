//! `bereik coverage` from the study file to the files of its result.

use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::study::{Checked, check};
use super::write::Writer;
use crate::load::hash::{sha256, sha256_of};
use crate::measure::{self, Coverage};
use crate::model::Lang;
use crate::report::manifest::{Input, StudyLine, manifest};
use crate::report::{self, Output};
use crate::text;
use crate::watch::{Stage, Watch};

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Request {
    /// The study file.
    pub study: PathBuf,
    /// The language, when not that of the study.
    pub language: Option<Lang>,
    /// The folder for the results; it is made when it is not there.
    pub out: PathBuf,
    /// The formats of the tables.
    pub outputs: Vec<Output>,
    /// Whether the map is drawn.
    pub maps: bool,
}

/// A coverage that was computed and written.
#[derive(Debug, Clone)]
pub struct Computed {
    /// The study and its region.
    pub checked: Checked,
    /// The figures.
    pub coverage: Coverage,
    /// The files that were written, in that order.
    pub files: Vec<PathBuf>,
}

/// Reads a study, computes its coverage and writes the tables, the map and the manifest.
///
/// # Errors
/// [`Failure`]; no file is left half written.
pub fn coverage(request: &Request, watch: &dyn Watch) -> Result<Computed, Failure> {
    let (hashes, checked) = rayon::join(
        || std::fs::read(&request.study).map(|bytes| sha256_of(&bytes)).unwrap_or_default(),
        || check(&request.study, request.language, watch),
    );
    let checked = checked?;
    let language = checked.study.language;
    let stopped = Failure::stopped(language);
    watch.next(Stage::Measuring).map_err(&stopped)?;
    let coverage = measure::coverage(&checked.loaded.region, &checked.study);

    watch.next(Stage::Writing).map_err(&stopped)?;
    let mut writer = Writer::new(&request.out, language, watch)?;
    let words = text::of(language).words();
    let rows = report::coverage::reported_cells(&checked.loaded.region);
    let tables = [
        report::coverage::cells(&checked.loaded.region, &coverage, &rows, words),
        report::coverage::areas(&checked.loaded.region, &coverage, &checked.study, words),
        report::coverage::sites(&checked.loaded.region, &coverage, words),
    ];
    let styles = report::coverage_styles::styles(&checked.study, text::of(language));
    for output in &request.outputs {
        writer.tables("coverage", *output, &tables, &styles)?;
    }
    if request.maps {
        watch.next(Stage::Drawing).map_err(&stopped)?;
        let svg = report::coverage_map::svg(&checked.loaded, &coverage, &checked.study);
        writer.map("map", &svg)?;
    }
    let study = StudyLine { file: request.study.display().to_string(), sha256: hashes, title: checked.study.title.clone() };
    let inputs = inputs(&checked.loaded.inputs).map_err(|(path, error)| Failure::write(language, path, error))?;
    let manifest = manifest(&checked.study, study, &checked.loaded, inputs, text::of(language));
    writer.json("manifest", &manifest)?;
    let files = writer.files;
    Ok(Computed { checked, coverage, files })
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
