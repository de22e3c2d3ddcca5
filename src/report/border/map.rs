//! The map of what the municipal border costs.

use super::Borders;
use crate::load::Loaded;
use crate::measure::border::Cases;
use crate::model::Study;
use crate::report::coverage_map::{Shown, draw_map};
use crate::text;
use crate::units::Metres;

/// The limits of the classes of extra distance, metres.
const LIMITS: [f64; 3] = [500.0, 1_000.0, 2_000.0];
/// Classes: the own desk is the nearest, three with a limit, one beyond, no own desk.
const CLASSES: usize = LIMITS.len() + 3;

/// Draws as SVG how much farther the nearest desk of the own municipality is than the nearest of all.
#[must_use]
pub fn map(loaded: &Loaded, study: &Study, borders: &Borders) -> String {
    let text = text::of(study.language);
    let words = text.border();
    let limits: Vec<Option<Metres>> = LIMITS.into_iter().map(Metres::new).collect();
    let mut labels = vec![words.map_own.to_owned()];
    let mut lower = None;
    for limit in limits.into_iter().chain([None]) {
        labels.push(text.distance_class(lower, limit));
        lower = limit;
    }
    labels.push(words.map_none.to_owned());
    let classes = labels.into_iter().enumerate().map(|(class, label)| (label, class == CLASSES - 1)).collect();
    let class = |cell: usize| class_of(&borders.cases, cell);
    draw_map(
        loaded,
        study,
        &Shown { heading: words.map_heading, subtitle: words.map_subtitle, norm: String::new(), classes, class: &class },
    )
}

/// The class of a cell.
fn class_of(cases: &Cases, cell: usize) -> usize {
    let (own, all) = (cases.own.distance[cell], cases.all.distance[cell]);
    match own - all {
        _ if !own.is_finite() => CLASSES - 1,
        extra if extra <= 0.0 => 0,
        extra => 1 + LIMITS.iter().position(|limit| extra <= *limit).unwrap_or(LIMITS.len()),
    }
}
