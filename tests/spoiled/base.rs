//! A small study that is good, in a folder of its own, to be spoiled in one place.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// Two municipalities of 2 × 1 km side by side, in RD New.
pub const MUNICIPALITIES: &str = r#"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"features":[
{"type":"Feature","properties":{"gemeentecode":"GM9101","gemeentenaam":"West","aantal_inwoners":15},"geometry":{"type":"Polygon","coordinates":[[[150000,450000],[152000,450000],[152000,451000],[150000,451000],[150000,450000]]]}},
{"type":"Feature","properties":{"gemeentecode":"GM9102","gemeentenaam":"Oost","aantal_inwoners":112},"geometry":{"type":"Polygon","coordinates":[[[152000,450000],[154000,450000],[154000,451000],[152000,451000],[152000,450000]]]}}
]}"#;

/// Seven squares on one line with 127 residents.
pub const POPULATION: &str = "crs28992res100m;aantal_inwoners\n\
    E1500N4500;1\nE1510N4500;2\nE1514N4500;4\nE1516N4500;8\nE1520N4500;16\nE1530N4500;32\nE1539N4500;64\n";

/// Two desks, and a branch without one.
pub const SITES: &str = "naam;plaats;X;Y;ido\n\
    Bibliotheek West;West;150050,0;450050,0;ja\nBibliotheek Oost;Oost;153050,0;450050,0;ja\nServicepunt;West;151050,0;450050,0;nee\n";

/// One library organisation for each municipality.
pub const LIBRARIES: &str = "bibliotheek;gemeente;van;tot\nDe Brug;West;2015;\nDe Linde;GM9102;2015;2030\n";

/// The study.
pub const STUDY: &str = r#"[study]
title = "Twee gemeenten"
[data]
municipalities = "gemeenten.geojson"
population = "vierkanten.csv"
sites = [{ file = "bibliotheken.csv", venue = "library branch" }]
libraries = "organisaties.csv"
[reach]
norm = "1600 m"
"#;

/// The files of a study, in a folder that goes when this goes.
pub struct Files {
    folder: TempDir,
}

impl Files {
    /// The good study.
    pub fn good() -> Self {
        let files = Self { folder: tempfile::tempdir().unwrap() };
        for (name, text) in [
            ("gemeenten.geojson", MUNICIPALITIES),
            ("vierkanten.csv", POPULATION),
            ("bibliotheken.csv", SITES),
            ("organisaties.csv", LIBRARIES),
            ("studie.toml", STUDY),
        ] {
            files.write(name, text);
        }
        files
    }

    /// The folder they are in.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A place in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder().join(name)
    }

    /// Writes a file over what was there.
    pub fn write(&self, name: &str, contents: impl AsRef<[u8]>) {
        std::fs::write(self.path(name), contents).unwrap();
    }

    /// Replaces every `from` in a file, which must be there.
    pub fn change(&self, name: &str, from: &str, to: &str) {
        let text = std::fs::read_to_string(self.path(name)).unwrap();
        assert!(text.contains(from), "{name} has no {from:?}");
        self.write(name, text.replace(from, to));
    }

    /// Replaces a text in the study.
    pub fn study(&self, from: &str, to: &str) {
        self.change("studie.toml", from, to);
    }

    /// Lets the study name `name` in place of `old`, with these contents.
    pub fn instead(&self, old: &str, name: &str, contents: impl AsRef<[u8]>) {
        std::fs::remove_file(self.path(old)).unwrap();
        self.write(name, contents);
        self.study(old, name);
    }

    /// Takes a file away.
    pub fn remove(&self, name: &str) {
        std::fs::remove_file(self.path(name)).unwrap();
    }

    /// Cuts a file after a part of its bytes.
    pub fn cut(&self, name: &str, part: f64) {
        let bytes = std::fs::read(self.path(name)).unwrap();
        #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small file")]
        let keep = (bytes.len() as f64 * part) as usize;
        self.write(name, &bytes[..keep]);
    }

    /// Everything in the folder, sorted.
    pub fn list(&self) -> Vec<PathBuf> {
        let mut found = Vec::new();
        let mut folders = vec![self.folder().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path.clone());
                }
                found.push(path);
            }
        }
        found.sort();
        found
    }
}
