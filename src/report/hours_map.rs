//! The map of reachable hours.

use super::coverage_map::{Shown, ShownFlows, draw_map};
use crate::load::Loaded;
use crate::measure::Reachable;
use crate::model::Study;
use crate::text;

/// The classes of reachable hours.
pub(super) const CLASSES: usize = 6;
/// The least hours of each class, from many to few; what is below the last but not nothing is the fifth, nothing is the sixth.
pub(super) const LEAST: [f64; 4] = [40.0, 16.0, 8.0, 4.0];

/// The class of a number of reachable hours a week: 0 is 40 and more, 5 is none.
pub(super) fn class_of_hours(hours: f64) -> usize {
    if hours <= 0.0 { CLASSES - 1 } else { LEAST.iter().position(|least| hours >= *least).unwrap_or(CLASSES - 2) }
}

/// Draws as SVG in how many hours a week people find an open desk within the norm.
#[must_use]
pub fn svg(loaded: &Loaded, reachable: &Reachable, study: &Study) -> String {
    let words = text::of(study.language).charts();
    let labels: Vec<(String, bool)> =
        words.reach_classes.iter().rev().enumerate().map(|(class, label)| ((*label).to_owned(), class == CLASSES - 1)).collect();
    draw_map(
        loaded,
        study,
        &Shown {
            heading: words.map_hours,
            subtitle: words.map_hours,
            norm: String::new(),
            classes: labels,
            class: &|cell| class_of_hours(reachable.of(cell).hours),
            flows: ShownFlows::default(),
            sites: None,
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_begins_with_its_least_hours() {
        for (hours, class) in [(168.0, 0), (40.0, 0), (39.9, 1), (16.0, 1), (8.0, 2), (4.0, 3), (3.75, 4), (0.25, 4), (0.0, 5)] {
            assert_eq!(class_of_hours(hours), class, "{hours}");
        }
    }
}
