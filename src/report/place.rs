//! How a place is named in tables, and its shape.

use geo::MultiPolygon;

use crate::crs::Planar;
use crate::measure::Level;
use crate::model::{Region, Study};
use crate::text::ReportWords;

/// The name of a level in tables.
#[must_use]
pub fn level_name(level: Level) -> &'static str {
    match level {
        Level::Study => "study",
        Level::Municipality => "municipality",
        Level::Area => "area",
        Level::Outside => "outside",
    }
}

/// The name of the level of the smallest places of a study: areas, or municipalities where it has none.
#[must_use]
pub fn finest_level(region: &Region) -> &'static str {
    level_name(if region.areas.is_empty() { Level::Municipality } else { Level::Area })
}

/// Code and name of a municipality or area; empty for the study and for what lies outside.
#[must_use]
pub fn code_and_name(region: &Region, level: Level, index: Option<usize>) -> (&str, &str) {
    match (level, index) {
        (Level::Municipality, Some(index)) => (&region.municipalities[index].code, &region.municipalities[index].name),
        (Level::Area, Some(index)) => (&region.areas[index].code, &region.areas[index].name),
        _ => ("", ""),
    }
}

/// The name of a place in a table: the title of the study, that of the municipality or area, or the words for what lies outside.
#[must_use]
pub fn full_name(region: &Region, study: &Study, words: &ReportWords, level: Level, index: Option<usize>) -> String {
    match level {
        Level::Study => study.title.clone(),
        Level::Outside => words.outside.to_owned(),
        _ => code_and_name(region, level, index).1.to_owned(),
    }
}

/// The shape of a municipality or area.
#[must_use]
pub fn shape(region: &Region, level: Level, index: Option<usize>) -> Option<Planar<&MultiPolygon<f64>>> {
    match (level, index) {
        (Level::Municipality, Some(index)) => Some(Planar(region.municipalities[index].shape.get())),
        (Level::Area, Some(index)) => Some(Planar(region.areas[index].shape.get())),
        _ => None,
    }
}
