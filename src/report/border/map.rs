//! The map of what the municipal border costs.

use super::{Borders, lines};
use crate::crs::Planar;
use crate::load::Loaded;
use crate::measure::border::Cases;
use crate::model::Study;
use crate::report::coverage_map::{Shown, ShownFlows, draw_map};
use crate::report::map::Flow;
use crate::text::{self, Text};
use crate::units::Metres;

/// The most lines that a map shows.
const MOST_LINES: usize = 40;
/// Lines with a smaller part of the residents of the widest are left out: they would only be clutter.
const LEAST: f64 = 0.01;
/// The limits of the classes of extra distance, metres.
const LIMITS: [f64; 3] = [500.0, 1_000.0, 2_000.0];
/// Classes: the own desk is the nearest, three with a limit, one beyond, no own desk.
const CLASSES: usize = LIMITS.len() + 3;

/// Draws as SVG how much farther the nearest desk of the own municipality is than the nearest of all, and who goes where.
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
    let flows = flows(loaded, borders, text);
    let (heading, subtitle) = (words.map_heading, words.map_subtitle);
    draw_map(loaded, study, &Shown { heading, subtitle, norm: String::new(), classes, class: &class, flows, sites: None })
}

/// The widest lines from municipality to municipality, with two widths to compare with: a round number near the largest, and a fifth of it.
fn flows(loaded: &Loaded, borders: &Borders, text: &dyn Text) -> ShownFlows {
    let crossing = lines::crossing(&loaded.region, borders);
    let most = crossing.last().map_or(0.0, |line| line.residents);
    let least = most * LEAST;
    let drawn = crossing.iter().rev().take(MOST_LINES).filter(|line| line.residents >= least);
    let lines = drawn.map(|line| Flow { from: Planar(line.start), to: Planar(line.end), weight: line.residents }).collect();
    let large = round_below(most);
    let widths = [large, large / 5.0].into_iter().filter(|width| *width >= 1.0);
    let widths = widths.map(|width| (width, format!("{} {}", text.whole(width), text.words().residents))).collect();
    ShownFlows { lines, heading: text.border().map_lines.to_owned(), widths }
}

/// The largest of 1, 2 and 5 times a power of ten that is not above a number; 0 for what is not above 1.
fn round_below(value: f64) -> f64 {
    if value < 1.0 {
        return 0.0;
    }
    let power = 10_f64.powf(value.log10().floor());
    [5.0, 2.0, 1.0].into_iter().map(|factor| factor * power).find(|round| *round <= value).unwrap_or(power)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_round_number_is_not_above() {
        for (value, round) in [(7_940.0, 5_000.0), (5_000.0, 5_000.0), (4_999.0, 2_000.0), (1.5, 1.0), (0.4, 0.0), (1_000.0, 1_000.0)] {
            assert!((round_below(value) - round).abs() < 1e-9, "{value}");
        }
    }
}
