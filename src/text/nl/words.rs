//! The words of tables and maps.

use crate::text::ReportWords;

/// Every label.
pub(super) const WORDS: ReportWords = ReportWords {
    municipality: "gemeente",
    residents: "inwoners",
    mean: "gemiddeld",
    median: "helft binnen",
    p90: "90 % binnen",
    within: "binnen",
    whole_study: "hele studie",
    outside: "buiten elke gemeente",
    id: "id",
    name: "naam",
    place: "plaats",
    venue: "soort",
    status: "status",
    library: "bibliotheek",
    distance_to_desk: "Afstand tot het dichtstbijzijnde IDO",
    sites: "Locaties",
    desk: "IDO",
    desk_outside: "IDO buiten het studiegebied",
    candidate: "mogelijke locatie",
    required: "verplichte locatie",
    excluded: "uitgesloten locatie",
    border: "gemeentegrens",
    source: "Bron",
    cells_title: "Afstand van elk vierkant tot het dichtstbijzijnde IDO",
    areas_title: "Afstand tot het dichtstbijzijnde IDO per gebied en doelgroep",
    sites_title: "Locaties en wie erop aangewezen is",
    warning: "let op",
    hint: "tip",
    error: "fout",
    written: "Geschreven",
    usable: "De studie is te gebruiken",
    unreachable: "geen enkel IDO",
};
