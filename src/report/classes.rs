//! Distance classes of maps and layers: the same everywhere in a result.

use super::class_rules::{Class, class_rules};
use super::map::{Colour, colours};
use super::rules::{Rule, column};
use super::symbol::place;
use crate::model::Study;
use crate::text::Text;
use crate::units::Metres;

/// The most classes a reader tells apart on paper.
const MOST: usize = 6;

/// A class: all distances above the class before it, up to and including its own limit.
#[derive(Debug, Clone, PartialEq)]
pub struct DistanceClass {
    /// The largest distance in it, metres; infinite for the last.
    pub limit: f64,
    /// Its name: `1 – 2 km`.
    pub label: String,
    /// Whether everyone in it lives beyond the norm.
    pub beyond_norm: bool,
}

/// The classes of a study: its norm and its further distances are the limits, the last class has none.
///
/// Of more than five limits the norm and those nearest to it stay.
#[must_use]
pub fn distance_classes(study: &Study, text: &dyn Text) -> Vec<DistanceClass> {
    let norm = study.reach.norm;
    let mut limits: Vec<Metres> = study.reach.also.iter().copied().chain([norm]).filter(|limit| limit.get() > 0.0).collect();
    limits.sort_by(|a, b| a.get().total_cmp(&b.get()));
    limits.dedup();
    while limits.len() > MOST - 1 {
        let from_norm = |index: usize| (limits[index].get() / norm.get()).ln().abs();
        let last = limits.len() - 1;
        if from_norm(0) > from_norm(last) {
            limits.remove(0)
        } else {
            limits.remove(last)
        };
    }
    let mut classes = Vec::with_capacity(limits.len() + 1);
    let mut lower: Option<Metres> = None;
    for limit in limits {
        let label = text.distance_class(lower, Some(limit));
        classes.push(DistanceClass { limit: limit.get(), label, beyond_norm: limit > norm });
        lower = Some(limit);
    }
    classes.push(DistanceClass { limit: f64::INFINITY, label: text.distance_class(lower, None), beyond_norm: true });
    classes
}

/// The class of a distance, by index.
#[must_use]
pub fn class_of(classes: &[DistanceClass], metres: f64) -> usize {
    classes.iter().position(|class| metres <= class.limit).unwrap_or(classes.len().saturating_sub(1))
}

/// The colour of each class on maps, `#rrggbb`.
#[must_use]
pub(super) fn class_fills(classes: &[DistanceClass]) -> Vec<String> {
    let beyond = classes.iter().take_while(|class| !class.beyond_norm).count();
    colours(classes.len(), beyond).into_iter().map(Colour::hex).collect()
}

/// The classes as rules for the polygons of a layer that has a distance in metres in a column.
pub(super) fn distance_class_rules(name: &str, study: &Study, text: &dyn Text) -> Vec<Rule> {
    let classes = distance_classes(study, text);
    let fills = class_fills(&classes);
    let class = |(class, colour): (DistanceClass, &String)| Class { upper: class.limit, label: class.label, symbol: place(colour) };
    class_rules(&column(name), classes.into_iter().zip(&fills).map(class).collect())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::load::study::parse;
    use crate::model::Lang;
    use crate::text;

    fn labels(reach: &str) -> Vec<(String, bool)> {
        let study =
            format!("[study]\ntitle = \"x\"\n[data]\nmunicipalities = \"a\"\npopulation = \"b\"\nsites = [\"c\"]\n[reach]\n{reach}");
        let study = parse(Path::new("x.toml"), &study).unwrap();
        distance_classes(&study, text::of(Lang::Nl)).into_iter().map(|class| (class.label, class.beyond_norm)).collect()
    }

    #[test]
    fn the_norm_is_always_a_limit() {
        let owned =
            |rows: &[(&str, bool)]| -> Vec<(String, bool)> { rows.iter().map(|(label, beyond)| ((*label).to_owned(), *beyond)).collect() };
        let expected = [("tot 800 m", false), ("800 m – 1 km", true), ("1 – 2 km", true), ("2 – 5 km", true), ("meer dan 5 km", true)];
        assert_eq!(labels("norm = \"800 m\""), owned(&expected));
        assert_eq!(labels("norm = \"2 km\"\nalso = []"), owned(&[("tot 2 km", false), ("meer dan 2 km", true)]));
        let many = labels("norm = \"2 km\"\nalso = [\"100 m\", \"1 km\", \"3 km\", \"4 km\", \"5 km\", \"50 km\"]");
        assert_eq!(many.len(), MOST);
        assert!(many.iter().any(|(label, beyond)| label == "1 – 2 km" && !beyond), "{many:?}");
    }
}
