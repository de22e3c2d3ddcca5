//! Whole studies on published files of every format, and the traps that their README names.
#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]
#![expect(clippy::float_cmp, reason = "persons are whole numbers, and distances are computed the same way twice")]

#[path = "../read_textual/book.rs"]
#[allow(dead_code, reason = "one of its parts is used here")]
mod book;
mod borders;
#[path = "../common/mod.rs"]
mod common;
mod country;
mod grid;
mod polling;
mod same_sites;
mod traps;

use bereik::load::Loaded;
use bereik::load::found::{FileReport, FileRole, Finding};
use bereik::measure::{Coverage, Level};
use bereik::model::Region;

/// What was found in the files of one part.
fn reports(loaded: &Loaded, role: FileRole) -> Vec<&FileReport> {
    loaded.files.iter().filter(|file| file.role == role).collect()
}

/// Side and meaningful difference, metres, of the warning of coarse cells.
fn coarse(loaded: &Loaded) -> Option<(f64, f64)> {
    loaded.findings.iter().find_map(|finding| match finding {
        Finding::CoarseCells { side, meaningful, .. } => Some((side.get(), meaningful.get())),
        _ => None,
    })
}

/// Residents of everyone at a level, summed over its rows.
fn residents(coverage: &Coverage, level: Level) -> f64 {
    coverage.areas.iter().filter(|row| row.level == level && row.group == 0).map(|row| row.summary.residents).sum()
}

/// The mean over people of the distance of these cells.
fn mean(region: &Region, coverage: &Coverage, cells: impl Fn(usize) -> bool) -> f64 {
    let people = region.cells.residents();
    let cells = (0..region.cells.len()).filter(|cell| cells(*cell));
    let (sum, all) = cells.fold((0.0, 0.0), |(sum, all), cell| (sum + people[cell] * coverage.distance[cell], all + people[cell]));
    sum / all
}
