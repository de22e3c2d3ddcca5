//! The styles in which QGIS opens the layers of `bereik coverage`: the colours of the map.

use super::classes::distance_classes;
use super::map::{Colour, colours};
use super::style::{distance_style, status_style};
use crate::model::{Status, Study};
use crate::text::Text;

/// The QML of each layer: cells by distance, areas by mean distance, sites by status.
#[must_use]
pub fn styles(study: &Study, text: &dyn Text) -> Vec<(&'static str, String)> {
    let classes = distance_classes(study, text);
    let beyond = classes.iter().take_while(|class| !class.beyond_norm).count();
    let fills: Vec<String> = colours(classes.len(), beyond).into_iter().map(Colour::hex).collect();
    let limits: Vec<(f64, &str, String)> =
        classes.iter().zip(&fills).map(|(class, fill)| (class.limit, fill.as_str(), class.label.clone())).collect();
    // Dark for a desk, pale for a place where one could be.
    let status = |status: Status, fill| (status.name(), fill, text.status(status).to_owned());
    let sites = [
        status(Status::Open, "#12233f"),
        status(Status::Required, "#3f6ea8"),
        status(Status::Candidate, "#b9d3ee"),
        status(Status::Excluded, "#9a9a9a"),
    ];
    vec![
        ("cells", distance_style("distance_m", &limits)),
        ("areas", distance_style("mean_m", &limits)),
        ("sites", status_style("status", &sites)),
    ]
}
