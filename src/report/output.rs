//! The formats that tables are written in.

use std::io;
use std::path::{Path, PathBuf};

use super::files::write_whole;
use super::{Book, Table, csv, geojson, geopackage, xlsx};

/// A format of tables. To add one: a file beside this one and a variant here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Output {
    /// One file a table, without geometry.
    Csv,
    /// One file a table, in degrees.
    GeoJson,
    /// One file for all tables, in RD New, with index and styles.
    GeoPackage,
    /// One file for all tables, a sheet each, without geometry.
    Xlsx,
}

impl Output {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Csv, Self::GeoJson, Self::GeoPackage, Self::Xlsx];

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::GeoJson => "geojson",
            Self::GeoPackage => "gpkg",
            Self::Xlsx => "xlsx",
        }
    }

    /// The format of that name; capitals do not matter.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|output| output.name().eq_ignore_ascii_case(name.trim()))
    }

    /// Writes the tables into `folder`, each file whole or not at all, and returns the paths in the order of writing.
    ///
    /// `stem` names the file of a format that holds all tables; `styles` are pairs of the name of a table and the QML that QGIS shows
    /// it with, for the format that carries styles. The words of people are left out: [`geopackage::write_book`] and [`xlsx::write()`]
    /// take them.
    ///
    /// # Errors
    /// Those of the writers. Files written before the failure stay.
    pub fn write(self, tables: &[Table], styles: &[(&str, String)], folder: &Path, stem: &str) -> io::Result<Vec<PathBuf>> {
        let path = |stem: &str| folder.join(format!("{stem}.{}", self.name()));
        match self {
            Self::Csv => each(tables, path, |table, path| write_whole(path, |out| csv::write(table, out))),
            Self::GeoJson => each(tables, path, |table, path| write_whole(path, |out| geojson::write(table, out))),
            Self::GeoPackage => geopackage::write(tables, styles, &path(stem)).map(|_| vec![path(stem)]),
            Self::Xlsx => write_whole(&path(stem), |out| xlsx::write(&Book::plain(tables), out)).map(|_| vec![path(stem)]),
        }
    }
}

/// A file for each table.
fn each(tables: &[Table], path: impl Fn(&str) -> PathBuf, write: impl Fn(&Table, &Path) -> io::Result<u64>) -> io::Result<Vec<PathBuf>> {
    let one = |table: &Table| {
        let path = path(table.name);
        write(table, &path).map(|_| path)
    };
    tables.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::example;

    #[test]
    fn a_format_is_found_by_its_name() {
        for output in Output::ALL {
            assert_eq!(Output::parse(output.name()), Some(output));
        }
        assert_eq!(Output::parse(" GPKG"), Some(Output::GeoPackage));
        assert_eq!(Output::parse("ods"), None);
    }

    #[test]
    fn each_format_makes_its_files() {
        let folder = tempfile::tempdir().unwrap();
        let tables = [example::points(), example::figures()];
        let mut made = Vec::new();
        for output in Output::ALL {
            made.extend(output.write(&tables, &[], folder.path(), "coverage").unwrap());
        }
        let names: Vec<_> = made.iter().map(|path| path.file_name().unwrap().to_str().unwrap()).collect();
        assert_eq!(names, ["sites.csv", "study.csv", "sites.geojson", "study.geojson", "coverage.gpkg", "coverage.xlsx"]);
        assert!(made.iter().all(|path| path.metadata().unwrap().len() > 0));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 6);
    }
}
