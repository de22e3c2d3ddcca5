//! What was found about library organisations and the municipalities they serve.

use crate::load::found::Contracts;

use super::{count, found, list};

/// What the years of contracts led to.
pub(super) fn contracts(contracts: &Contracts) -> Vec<String> {
    let Contracts { year, ended, other_years, nearest, joined } = contracts;
    let year = year.unwrap_or_default();
    let lines = [
        (joined, "overlappende jaren zijn één afspraak".to_owned()),
        (ended, "niet meer gebruikt, want een ander begon later".to_owned()),
        (other_years, format!("niet gebruikt, want niet in {year}")),
        (nearest, format!("gebruikt hoewel niet in {year}, want voor die gemeente is er geen ander")),
    ];
    lines.into_iter().filter(|(found, _)| !found.is_empty()).map(|(found, words)| format!("{words}: {}", list(found))).collect()
}

/// Municipalities that no library organisation serves.
pub(super) fn none(names: &[String]) -> String {
    format!(
        "Geen bibliotheekorganisatie werkt voor: {}. Aangenomen is dat daar geen bibliotheek is; anders hoort er een rij bij in de lijst",
        list(names)
    )
}

/// Library organisations without a municipality.
pub(super) fn idle(names: &[String]) -> String {
    format!(
        "Deze bibliotheekorganisaties werken voor geen enkele gemeente: {}. Hun IDO's tellen mee; in de kosten deelt geen gemeente namens hen",
        list(names)
    )
}

/// Municipalities that several library organisations serve.
pub(super) fn several(served: &[(String, Vec<String>)]) -> String {
    let each = |(name, libraries): &(String, Vec<String>)| format!("{name} ({})", list(libraries));
    format!(
        "Meer dan één bibliotheekorganisatie werkt voor: {}. Een locatie daar die er geen noemt, hoort bij geen van hen",
        found(served.iter().map(each))
    )
}

/// Library organisations that sites name and the list lacks.
pub(super) fn unknown(names: &[(String, usize)]) -> String {
    let each = |(name, sites): &(String, usize)| format!("{name} ({} {})", count(*sites), if *sites == 1 { "locatie" } else { "locaties" });
    format!("Locaties noemen een bibliotheekorganisatie die niet in de lijst staat: {}", found(names.iter().map(each)))
}
