//! What the tests share: real data where it is, and studies made on the spot.
#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]
#![allow(dead_code, reason = "each test file uses a part of this")]

use std::path::{Path, PathBuf};

use bereik::measure::{AreaSummary, Coverage, Level};
use bereik::model::Region;
use bereik::run::{Checked, check};
use bereik::watch::Unwatched;

/// The folder of real data; `None` when it is not there. In CI it must be.
pub fn real_data() -> Option<PathBuf> {
    let folder =
        std::env::var_os("BEREIK_REAL_DATA").map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    assert!(std::env::var_os("CI").is_none(), "CI runs without the real data at {}", folder.display());
    None
}

/// A study in a folder of its own, which goes when this goes.
pub struct StudyFolder {
    folder: tempfile::TempDir,
}

impl StudyFolder {
    /// Writes `study.toml` with this text; `{data}` in it stands for the folder of real data.
    pub fn new(study: &str, data: &Path) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = data.canonicalize().unwrap().display().to_string();
        std::fs::write(folder.path().join("study.toml"), study.replace("{data}", &data)).unwrap();
        Self { folder }
    }

    /// The study file.
    pub fn study(&self) -> PathBuf {
        self.folder.path().join("study.toml")
    }

    /// A place in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Reads the study and its files.
    pub fn check(&self) -> Checked {
        check(&self.study(), None, &Unwatched).unwrap_or_else(|failure| panic!("{:#?}", failure.told()))
    }
}

/// The row of one group at one level and code.
pub fn row<'a>(region: &Region, coverage: &'a Coverage, level: Level, code: &str, group: &str) -> &'a AreaSummary {
    coverage
        .areas
        .iter()
        .find(|row| {
            let of = match (level, row.index) {
                (Level::Municipality, Some(index)) => region.municipalities[index].code.as_str(),
                (Level::Area, Some(index)) => region.areas[index].code.as_str(),
                _ => "",
            };
            row.level == level && of == code && region.cells.counts[row.group].group.to_string() == group
        })
        .unwrap()
}

/// The distance of every cell to its nearest open site by a scan of all pairs.
pub fn scan(region: &Region) -> Vec<(u32, f64)> {
    let open: Vec<_> = (0u32..).zip(&region.sites).filter(|(_, site)| site.status == bereik::model::Status::Open).collect();
    let nearest = |at: &geo::Coord<f64>| {
        open.iter().fold((bereik::model::NONE, f64::INFINITY), |best, (index, site)| {
            let (east, north) = (at.x - site.at.0.x, at.y - site.at.0.y);
            let metres = (east * east + north * north).sqrt();
            if metres < best.1 { (*index, metres) } else { best }
        })
    };
    region.cells.at.0.iter().map(nearest).collect()
}
