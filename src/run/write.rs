//! Writing the files of a result, each whole or not at all, and stopping in the middle when asked to.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::Serialize;

use super::failure::Failure;
use super::folder::Earlier;
use super::study::Checked;
use crate::model::Lang;
use crate::report::files::write_whole;
use crate::report::map::{PngError, png};
use crate::report::{Book, Output, Table, book, csv, geojson, geopackage, xlsx};
use crate::text;
use crate::watch::{Stopped, Watch};

/// The width of the map as a picture, pixels: sharp on paper of 17 cm at 300 dots an inch.
const MAP_WIDTH: u32 = 2000;

/// A folder that results are written to.
pub(super) struct Writer<'a> {
    folder: &'a Path,
    checked: &'a Checked,
    language: Lang,
    watch: &'a dyn Watch,
    /// What was there before.
    earlier: Earlier,
    /// What was written so far.
    pub files: Vec<PathBuf>,
}

impl<'a> Writer<'a> {
    /// Makes the folder for the results of a study when it is not there.
    pub fn new(folder: &'a Path, checked: &'a Checked, watch: &'a dyn Watch) -> Result<Self, Failure> {
        let language = checked.study.language;
        std::fs::create_dir_all(folder).map_err(|error| Failure::write(language, folder.to_owned(), error))?;
        Ok(Self { folder, checked, language, watch, earlier: Earlier::of(folder), files: Vec::new() })
    }

    /// Removes what an earlier run of this command wrote here and this one did not; never the study or a file that it reads.
    pub fn clear(&self, command: &str, study: &Path) {
        let inputs = self.checked.loaded.inputs.iter().map(|(_, path)| path.clone());
        let keep: Vec<PathBuf> = inputs.chain([study.to_owned()]).collect();
        self.earlier.clear(self.folder, command, &self.names(), &keep);
    }

    /// The names of what was written so far.
    pub fn names(&self) -> Vec<String> {
        self.files.iter().filter_map(|path| path.file_name()).map(|name| name.to_string_lossy().into_owned()).collect()
    }

    /// Writes tables in one format: a file each, or one file for all where the format has layers or sheets; then it is named `together`
    /// and its layers have `styles`.
    pub fn tables(&mut self, together: &str, output: Output, tables: &[Table], styles: &[(&str, String)]) -> Result<(), Failure> {
        match output {
            Output::Csv => tables.iter().try_for_each(|table| self.whole(&format!("{}.csv", table.name), |file| csv::write(table, file))),
            Output::GeoJson => {
                tables.iter().try_for_each(|table| self.whole(&format!("{}.geojson", table.name), |file| geojson::write(table, file)))
            }
            Output::GeoPackage => {
                self.go_on()?;
                let path = self.folder.join(format!("{together}.gpkg"));
                let book = self.book(tables);
                geopackage::write_book(&book, styles, &path).map_err(|error| Failure::write(self.language, path.clone(), error))?;
                self.files.push(path);
                Ok(())
            }
            Output::Xlsx => {
                let book = self.book(tables);
                self.whole(&format!("{together}.xlsx"), |file| xlsx::write(&book, file))
            }
        }
    }

    /// The tables with the words of the study's language, and what they were made from.
    fn book<'t>(&self, tables: &'t [Table<'t>]) -> Book<'t> {
        let text = text::of(self.language);
        book(&self.checked.study, tables, text).with_sources(&self.checked.loaded.files, text)
    }

    /// Writes a map as SVG and as PNG.
    pub fn map(&mut self, name: &str, svg: &str) -> Result<(), Failure> {
        self.whole(&format!("{name}.svg"), |file| file.write_all(svg.as_bytes()))?;
        let picture = png(svg, MAP_WIDTH).map_err(|error| Failure::Ours(error.to_string()))?;
        self.whole(&format!("{name}.png"), |file| file.write_all(&picture))
    }

    /// Writes maps and charts, each as SVG and as PNG. The pictures are drawn side by side: that is most of the work.
    pub fn maps(&mut self, maps: &[(&str, &str)]) -> Result<(), Failure> {
        let watch = self.watch;
        let drawn: Vec<Option<Result<Vec<u8>, PngError>>> =
            maps.par_iter().map(|(_, svg)| (!watch.is_stopped()).then(|| png(svg, MAP_WIDTH))).collect();
        for ((name, svg), picture) in maps.iter().zip(drawn) {
            self.whole(&format!("{name}.svg"), |file| file.write_all(svg.as_bytes()))?;
            let picture = picture.ok_or(Failure::Stopped(self.language))?.map_err(|error| Failure::Ours(error.to_string()))?;
            self.whole(&format!("{name}.png"), |file| file.write_all(&picture))?;
        }
        Ok(())
    }

    /// Writes a text.
    pub fn text(&mut self, name: &str, text: &str) -> Result<(), Failure> {
        self.whole(name, |file| file.write_all(text.as_bytes()))
    }

    /// Writes a value as JSON.
    pub fn json(&mut self, name: &str, value: &impl Serialize) -> Result<(), Failure> {
        self.whole(&format!("{name}.json"), |file| {
            serde_json::to_writer_pretty(&mut *file, value)?;
            file.write_all(b"\n")
        })
    }

    /// Stops before the next file when the work should stop.
    fn go_on(&self) -> Result<(), Failure> {
        if self.watch.is_stopped() { Err(Failure::Stopped(self.language)) } else { Ok(()) }
    }

    fn whole(&mut self, name: &str, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
        self.go_on()?;
        let path = self.folder.join(name);
        let watch = self.watch;
        write_whole(&path, |file| write(&mut Stoppable { file, watch }))
            .map_err(|error| Failure::write(self.language, path.clone(), error))?;
        self.files.push(path);
        Ok(())
    }
}

/// A file that refuses to go on once the work should stop; the file is then taken back as a whole.
struct Stoppable<'a> {
    file: &'a mut dyn Write,
    watch: &'a dyn Watch,
}

impl Write for Stoppable<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.watch.is_stopped() {
            // Not `Interrupted`: `write_all` takes that for "try again".
            return Err(io::Error::other(Stopped));
        }
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}
