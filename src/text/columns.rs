//! What the columns of tables are called for people, and in what they are measured.
//!
//! A column has one name for scripts, the same in every language, and a label in each. Names that are made of parts
//! (`share_within_1000`, `moment_coverage_3`, `mean_m_change`) are taken apart, so that every limit a study names has a label.

use super::Text;
use crate::units::Metres;

/// What the numbers of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Texts.
    None,
    /// Codes and names by which rows are told apart.
    Code,
    /// A number of things that is whole.
    Count,
    /// A number without a unit.
    Number,
    /// Residents.
    Persons,
    /// Need: residents with their surcharges.
    Need,
    /// Metres.
    Metres,
    /// Kilometres of all people together.
    PersonKilometres,
    /// A share, 0 to 1.
    Share,
    /// The difference of two shares.
    Points,
    /// Euros, most of them a year.
    Euros,
    /// Hours a week.
    Hours,
    /// Hours a week of a member of staff for a thousand of need.
    Supply,
    /// Visits.
    Visits,
    /// Weeks.
    Weeks,
}

/// What a column is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnLabel {
    /// Its label, without a unit.
    pub label: String,
    /// In what it is measured.
    pub unit: Unit,
}

/// A label and its unit as they stand above a column: `gemiddelde afstand (m)`. A unit that the label itself names is not repeated; a
/// column without a label keeps its name.
#[must_use]
pub fn heading(text: &dyn Text, table: &str, column: &str) -> String {
    let Some(ColumnLabel { label, unit }) = text.column(table, column) else { return column.to_owned() };
    let unit = text.unit(unit);
    let is_named = label.split([' ', ',']).any(|word| word == unit);
    if unit.is_empty() || is_named { label } else { format!("{label} ({unit})") }
}

/// A name taken apart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Parts<'a> {
    /// All of it is one name.
    Whole(&'a str),
    /// The share within a distance.
    Within(Metres),
    /// The share that can reach so many hours.
    LeastHours(u32),
    /// Moment coverage of people who can come in so many hours.
    Tries(u32),
    /// Supply by one of the floating catchments: that of a cell, its mean, or that of the worst-off tenth.
    Supply(&'a str, Supplied),
    /// The difference of a column to today.
    Change(&'a str),
    /// A column today, beside the same with a plan.
    Today(&'a str),
    /// A column with a plan.
    Plan(&'a str),
}

/// Which figure of supply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Supplied {
    Cell,
    Mean,
    Worst,
}

impl<'a> Parts<'a> {
    /// Takes a name apart.
    pub fn of(name: &'a str) -> Self {
        let number = |text: &str| text.parse::<u32>().ok();
        let within = name.strip_prefix("share_within_").and_then(|text| text.parse().ok()).and_then(Metres::new);
        let hours = name.strip_prefix("share_").and_then(|rest| rest.strip_suffix("_hours")).and_then(number);
        if let Some(limit) = within {
            return Self::Within(limit);
        }
        if let Some(hours) = hours {
            return Self::LeastHours(hours);
        }
        if let Some(tries) = name.strip_prefix("moment_coverage_").and_then(number) {
            return Self::Tries(tries);
        }
        for (suffix, what) in [("", Supplied::Cell), ("_mean", Supplied::Mean), ("_p10", Supplied::Worst)] {
            if let Some(floating @ ("2sfca" | "e2sfca" | "3sfca")) = name.strip_suffix(suffix) {
                return Self::Supply(floating, what);
            }
        }
        let suffix = |suffix: &str| name.strip_suffix(suffix);
        if let Some(of) = suffix("_change") {
            return Self::Change(of);
        }
        if let Some(of) = suffix("_today") {
            return Self::Today(of);
        }
        suffix("_plan").filter(|of| *of != "in").map_or(Self::Whole(name), Self::Plan)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lang;
    use crate::text;

    #[test]
    fn names_are_taken_apart() {
        let metres = |value| Metres::new(value).unwrap();
        for (name, parts) in [
            ("share_within_1000", Parts::Within(metres(1000.0))),
            ("share_within_1500.5", Parts::Within(metres(1500.5))),
            ("share_within_norm", Parts::Whole("share_within_norm")),
            ("share_16_hours", Parts::LeastHours(16)),
            ("share_16_hours_plan", Parts::Plan("share_16_hours")),
            ("moment_coverage_3", Parts::Tries(3)),
            ("moment_coverage_all_desks", Parts::Whole("moment_coverage_all_desks")),
            ("moment_coverage_change", Parts::Change("moment_coverage")),
            ("2sfca", Parts::Supply("2sfca", Supplied::Cell)),
            ("3sfca_mean", Parts::Supply("3sfca", Supplied::Mean)),
            ("e2sfca_p10", Parts::Supply("e2sfca", Supplied::Worst)),
            ("hours_today", Parts::Today("hours")),
            ("in_plan", Parts::Whole("in_plan")),
        ] {
            assert_eq!(Parts::of(name), parts, "{name}");
        }
    }

    /// The parts of a name, its unit and both labels, as they stand above a column.
    #[test]
    fn headings_name_the_unit_once() {
        let of = |table, column| [Lang::Nl, Lang::En].map(|lang| heading(text::of(lang), table, column));
        for (table, column, dutch, english) in [
            ("areas", "mean_m", "gemiddelde afstand (m)", "mean distance (m)"),
            ("areas", "residents", "inwoners", "residents"),
            ("areas", "need", "behoefte", "need"),
            ("areas", "share_within_1500", "aandeel binnen 1,5 km (%)", "share within 1.5 km (%)"),
            ("areas", "share_within_800", "aandeel binnen 800 m (%)", "share within 800 m (%)"),
            ("hours", "share_16_hours", "aandeel met 16 uur of meer (%)", "share with 16 hours or more (%)"),
            ("hours", "moment_coverage_1", "dekking op het gewenste moment met 1 poging (%)", "moment coverage with 1 try (%)"),
            ("hours", "moment_coverage_10", "dekking op het gewenste moment met 10 pogingen (%)", "moment coverage with 10 tries (%)"),
            ("compare", "cost_change", "kosten per jaar, verschil met nu (€)", "yearly cost, difference to today (€)"),
            (
                "compare",
                "moment_coverage_change",
                "dekking op het gewenste moment, van de behoefte, verschil met nu (%-punt)",
                "moment coverage, of the need, difference to today (%-points)",
            ),
            ("compare", "desks", "IDO's", "desks"),
            ("budget", "desks", "kosten van de IDO's (€)", "cost of desks (€)"),
            ("plan", "hours_today", "uren open, nu (uur per week)", "hours open, today (h a week)"),
            ("plan-areas", "hours_plan", "bereikbare uren, met het plan (uur per week)", "reachable hours, with the plan (h a week)"),
            ("compare-use", "low", "bezoeken, ondergrens", "visits, lower end"),
            ("compare-range", "low", "ondergrens", "lower end"),
        ] {
            assert_eq!(of(table, column), [dutch, english], "{table} {column}");
        }
        assert_eq!(of("areas", "no such column"), ["no such column"; 2]);
    }

    /// A column has both labels and a unit, or none of them; those of a table differ.
    #[test]
    fn tables_of_a_comparison_have_their_labels() {
        for (table, columns) in [
            (
                "compare-use",
                "scenario id name municipality what visits_week trial_weeks visits_trial low high \
                 underperforms_below registered registered_weeks registered_week verdict basis band_from",
            ),
            ("compare-quiet", "code name registered weeks expected low"),
            ("compare-range", "scenario figure unit value low median high"),
            ("compare-rank", "scenario ranked_by draws first_share better_than_today_share mean_place"),
            (
                "compare-tornado",
                "assumption low_value high_value scenario lead_at_low lead_at_high swing today_at_low \
                 today_at_high first_at_low first_at_high changes_first",
            ),
            ("compare-picks", "scenario id name municipality draws plans picked_share in_plan"),
        ] {
            let columns: Vec<&str> = columns.split(' ').collect();
            for lang in [Lang::Nl, Lang::En] {
                let labels =
                    columns.iter().map(|column| text::of(lang).column(table, column).unwrap_or_else(|| panic!("{table} {column}")).label);
                let labels: std::collections::BTreeSet<String> = labels.collect();
                assert_eq!(labels.len(), columns.len(), "{table}");
            }
        }
    }
}
