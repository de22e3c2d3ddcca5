//! What was found about library organisations and the municipalities they serve.

use crate::load::found::Contracts;

use super::{count, found, list};

/// What the years of contracts led to.
pub(super) fn contracts(contracts: &Contracts) -> Vec<String> {
    let Contracts { year, ended, other_years, nearest, joined } = contracts;
    let year = year.unwrap_or_default();
    let lines = [
        (joined, "overlapping years are one contract".to_owned()),
        (ended, "no longer used, for another began later".to_owned()),
        (other_years, format!("not used, for not in {year}")),
        (nearest, format!("used though not in {year}, for that municipality has no other")),
    ];
    lines.into_iter().filter(|(found, _)| !found.is_empty()).map(|(found, words)| format!("{words}: {}", list(found))).collect()
}

/// Municipalities that no library organisation serves.
pub(super) fn none(names: &[String]) -> String {
    format!("No library organisation serves: {}. It is assumed that there is no library; if there is, the list lacks a row", list(names))
}

/// Library organisations without a municipality.
pub(super) fn idle(names: &[String]) -> String {
    format!(
        "These library organisations serve no municipality: {}. Their desks count; no municipality shares costs on their behalf",
        list(names)
    )
}

/// Municipalities that several library organisations serve.
pub(super) fn several(served: &[(String, Vec<String>)]) -> String {
    let each = |(name, libraries): &(String, Vec<String>)| format!("{name} ({})", list(libraries));
    format!(
        "More than one library organisation serves: {}. A site there that names none belongs to none of them",
        found(served.iter().map(each))
    )
}

/// Library organisations that sites name and the list lacks.
pub(super) fn unknown(names: &[(String, usize)]) -> String {
    let each = |(name, sites): &(String, usize)| format!("{name} ({} {})", count(*sites), if *sites == 1 { "site" } else { "sites" });
    format!("Sites name a library organisation that is not in the list: {}", found(names.iter().map(each)))
}
