//! The words of tables and maps.

use crate::text::ReportWords;

/// Every label.
pub(super) const WORDS: ReportWords = ReportWords {
    municipality: "municipality",
    residents: "residents",
    mean: "mean",
    median: "half within",
    p90: "90% within",
    within: "within",
    whole_study: "whole study",
    outside: "in no municipality",
    id: "id",
    name: "name",
    place: "place",
    venue: "venue",
    status: "status",
    library: "library",
    distance_to_desk: "Distance to the nearest desk",
    sites: "Sites",
    desk: "desk",
    desk_outside: "desk outside the study area",
    candidate: "candidate site",
    required: "required site",
    excluded: "excluded site",
    border: "municipal border",
    source: "Source",
    cells_title: "Distance from each square to the nearest desk",
    areas_title: "Distance to the nearest desk by area and group",
    sites_title: "Sites and who depends on them",
    warning: "warning",
    hint: "hint",
    error: "error",
    written: "Written",
    usable: "The study can be used",
    unreachable: "no desk at all",
};
