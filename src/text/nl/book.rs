//! De woorden van een werkmap.

use super::count;
use crate::text::BookWords;

/// Every label.
pub(super) const WORDS: BookWords = BookWords {
    cover: "Overzicht",
    subtitle: "Uitkomsten van Bereik",
    note: "Boven elke kolom staat de eenheid. U ziet afgeronde getallen; in de cel staat het hele getal. Een lege cel betekent: niet \
           bekend of niet van toepassing.",
    sheets: "Werkbladen",
    sheet_columns: ["werkblad", "wat erin staat", "rijen"],
    assumptions: "Uitgangspunten",
    assumption_columns: ["in het studiebestand", "waarde", "herkomst"],
    stated: "staat in de studie",
    default: "standaard",
    sources: "Bronnen",
    source_columns: ["bestand", "wat het is", "gebruikte rijen"],
    yes: "ja",
    no: "nee",
};

/// The name of the sheet of a table.
pub(super) fn sheet(table: &str) -> Option<&'static str> {
    Some(match table {
        "cells" => "Vierkanten",
        "areas" => "Afstand per gebied",
        "sites" => "Locaties",
        "hours" => "Uren per gebied",
        "desks" => "Openingstijden",
        "country" => "Naast Nederland",
        "targets" => "Doelen",
        "moments" => "De week per kwartier",
        "catchment" => "Aanbod en behoefte",
        "equity" => "Gelijkheid",
        "budget" => "Budget",
        "grants" => "Uitkeringen",
        "costs" => "Kosten per IDO",
        "flows" => "Wie gaat waarheen",
        "flow-balance" => "Saldo per gemeente",
        "desk-users" => "Gebruikers per IDO",
        "border-effect" => "Wat de grens kost",
        "border-places" => "Waar de grens knelt",
        "orphans" => "Zonder bibliotheek of IDO",
        "shares" => "Kosten verdeeld",
        "flow-lines" => "Lijnen over de grens",
        "plan" => "Plan",
        "plan-areas" => "Plan per gebied",
        "plan-why" => "Waarom deze locaties",
        "plan-alternatives" => "Wat er buiten valt",
        "plan-next" => "Andere goede plannen",
        "curve" => "Meer of minder geld",
        "dilemma" => "Meer locaties of langer open",
        "joint" => "Samen of apart",
        "compare" => "Vergelijking",
        "compare-areas" => "Vergelijking per gebied",
        "compare-desks" => "Vergelijking per IDO",
        "compare-lost" => "Enige IDO dicht",
        "compare-targets" => "Doelen per scenario",
        "compare-use" => "Verwacht gebruik",
        "compare-quiet" => "Vraagt minder dan verwacht",
        "compare-range" => "Hoe zeker",
        "compare-rank" => "Hoe vaak het beste",
        "compare-tornado" => "Wat het meest uitmaakt",
        "compare-picks" => "Hoe vaak gekozen",
        _ => return None,
    })
}

/// That a sheet holds only a part of the rows.
pub(super) fn cut(shown: usize, all: usize) -> String {
    let (shown, all) = (count(shown), count(all));
    format!("alleen de eerste {shown} van {all} rijen: meer passen er niet op een werkblad; als CSV of GeoPackage komen ze er alle")
}
