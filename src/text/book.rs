//! The words of a workbook.

/// The labels of one language. A new label does not compile until both languages have it.
#[derive(Debug)]
pub struct BookWords {
    /// Name of the first sheet.
    pub cover: &'static str,
    /// Under the title of the study.
    pub subtitle: &'static str,
    /// How the numbers in the cells are to be read.
    pub note: &'static str,
    /// Above the list of sheets.
    pub sheets: &'static str,
    /// The columns of that list: sheet, what it holds, rows.
    pub sheet_columns: [&'static str; 3],
    /// Above the assumptions.
    pub assumptions: &'static str,
    /// The columns of that list: key of the study, value, where it comes from.
    pub assumption_columns: [&'static str; 3],
    /// An assumption that the study states.
    pub stated: &'static str,
    /// An assumption that the study leaves at its default.
    pub default: &'static str,
    /// Above the files that were read.
    pub sources: &'static str,
    /// The columns of that list: file, what it is, rows used.
    pub source_columns: [&'static str; 3],
    /// A cell that says that something is so.
    pub yes: &'static str,
    /// And that it is not.
    pub no: &'static str,
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::model::Lang;
    use crate::text;

    /// Every table that a command writes.
    const TABLES: [&str; 36] = [
        "cells",
        "areas",
        "sites",
        "hours",
        "desks",
        "country",
        "targets",
        "moments",
        "catchment",
        "equity",
        "budget",
        "grants",
        "costs",
        "flows",
        "flow-balance",
        "desk-users",
        "border-effect",
        "border-places",
        "orphans",
        "shares",
        "flow-lines",
        "plan",
        "plan-areas",
        "plan-why",
        "plan-alternatives",
        "plan-next",
        "curve",
        "dilemma",
        "joint",
        "compare",
        "compare-areas",
        "compare-desks",
        "compare-lost",
        "compare-targets",
        "compare-use",
        "compare-range",
    ];

    /// What Excel asks of the name of a sheet, and that no two are alike where it looks at no capitals.
    #[test]
    fn sheets_have_names_that_excel_takes() {
        for lang in [Lang::Nl, Lang::En] {
            let text = text::of(lang);
            let mut seen = BTreeSet::from([text.book().cover.to_lowercase()]);
            for table in TABLES.into_iter().chain(["compare-rank", "compare-tornado", "compare-picks", "compare-quiet"]) {
                let name = text.sheet(table).unwrap_or_else(|| panic!("{table} has no sheet"));
                assert!(name.chars().count() <= 31 && !name.contains(['[', ']', ':', '*', '?', '/', '\\', '\'']), "{name}");
                assert!(seen.insert(name.to_lowercase()), "{name} is there twice");
            }
            assert_eq!(text.sheet("no such table"), None);
        }
    }

    #[test]
    fn a_sheet_that_is_cut_says_so() {
        let cut = |lang| text::of(lang).sheet_is_cut(1_048_575, 4_000_000);
        assert_eq!(
            cut(Lang::Nl),
            "alleen de eerste 1.048.575 van 4.000.000 rijen: meer passen er niet op een werkblad; als CSV of GeoPackage komen ze er alle"
        );
        assert_eq!(
            cut(Lang::En),
            "only the first 1,048,575 of 4,000,000 rows: a sheet has no room for more; as CSV or GeoPackage all are there"
        );
    }
}
