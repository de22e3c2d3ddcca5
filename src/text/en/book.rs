//! The words of a workbook.

use super::count;
use crate::text::BookWords;

/// Every label.
pub(super) const WORDS: BookWords = BookWords {
    cover: "Overview",
    subtitle: "Results of Bereik",
    note: "The unit stands above every column. You see rounded numbers; the cell has the whole number. An empty cell means: not known \
           or not applicable.",
    sheets: "Sheets",
    sheet_columns: ["sheet", "what it holds", "rows"],
    assumptions: "Assumptions",
    assumption_columns: ["in the study file", "value", "source"],
    stated: "stated in the study",
    default: "default",
    sources: "Sources",
    source_columns: ["file", "what it is", "rows used"],
    yes: "yes",
    no: "no",
};

/// The name of the sheet of a table.
pub(super) fn sheet(table: &str) -> Option<&'static str> {
    Some(match table {
        "cells" => "Squares",
        "areas" => "Distance by area",
        "sites" => "Sites",
        "hours" => "Hours by area",
        "desks" => "Opening hours",
        "country" => "Beside the Netherlands",
        "targets" => "Targets",
        "moments" => "The week by quarter hour",
        "catchment" => "Supply and need",
        "equity" => "Equity",
        "budget" => "Budget",
        "grants" => "Grants",
        "costs" => "Costs by desk",
        "flows" => "Who goes where",
        "flow-balance" => "Balance by municipality",
        "desk-users" => "Users by desk",
        "border-effect" => "What borders cost",
        "border-places" => "Where borders hurt",
        "orphans" => "Without library or desk",
        "shares" => "Costs shared",
        "flow-lines" => "Lines across borders",
        "plan" => "Plan",
        "plan-areas" => "Plan by area",
        "plan-why" => "Why these sites",
        "plan-alternatives" => "What is left out",
        "plan-next" => "Other good plans",
        "curve" => "More or less money",
        "dilemma" => "More desks or longer hours",
        "joint" => "Together or apart",
        "compare" => "Comparison",
        "compare-areas" => "Comparison by area",
        "compare-desks" => "Comparison by desk",
        "compare-lost" => "Only desk closes",
        "compare-targets" => "Targets by scenario",
        "compare-use" => "Expected use",
        "compare-quiet" => "Asks less than expected",
        "compare-range" => "How certain",
        "compare-rank" => "How often first",
        "compare-tornado" => "What matters most",
        "compare-picks" => "How often picked",
        _ => return None,
    })
}

/// That a sheet holds only a part of the rows.
pub(super) fn cut(shown: usize, all: usize) -> String {
    let (shown, all) = (count(shown), count(all));
    format!("only the first {shown} of {all} rows: a sheet has no room for more; as CSV or GeoPackage all are there")
}
