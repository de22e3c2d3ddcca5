//! Lists of names in a message, and the name that was probably meant.

use crate::load::Needed;

/// How many names a message lists before it says how many more there are.
const LISTED: usize = 8;
/// How many of what was found a sentence lists before it says how many more there are.
const FOUND: usize = 12;
/// How alike two names must be (Jaro-Winkler, 0 to 1) before one is suggested for the other.
const ALIKE: f64 = 0.88;

/// A sentence with its first letter a capital.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// `"a", "b"`, the first few in the order given; `more` says how many are left out.
pub(super) fn list(names: &[String], more: impl Fn(usize) -> String) -> String {
    let mut text = names.iter().take(LISTED).map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
    if names.len() > LISTED {
        text.push(' ');
        text.push_str(&more(names.len() - LISTED));
    }
    text
}

/// `a, b`, the first dozen in the order given; `more` says how many are left out.
pub(super) fn found(things: impl ExactSizeIterator<Item = String>, more: impl Fn(usize) -> String) -> String {
    let left = things.len().saturating_sub(FOUND);
    let mut text = things.take(FOUND).collect::<Vec<_>>().join(", ");
    if left > 0 {
        text.push(' ');
        text.push_str(&more(left));
    }
    text
}

/// The one of `there` that is most like one of `wanted`, whatever its case, when it is alike enough. Ties go to the first.
pub(super) fn nearest<'a>(wanted: &[String], there: &'a [String]) -> Option<&'a str> {
    let mut best: Option<(f64, &str)> = None;
    for name in there {
        let lower = name.trim().to_lowercase();
        let alike = wanted.iter().map(|other| strsim::jaro_winkler(&lower, &other.trim().to_lowercase())).fold(0.0, f64::max);
        if alike >= ALIKE && best.is_none_or(|(highest, _)| alike > highest) {
            best = Some((alike, name));
        }
    }
    best.map(|(_, name)| name)
}

/// The ending of a file name that belongs to what the first bytes of a file say, where Bereik reads it.
pub(super) fn ending_of(found: &str) -> Option<&'static str> {
    Some(match found {
        "GeoPackage" => ".gpkg",
        "GeoJSON" => ".geojson",
        "Shapefile" => ".shp",
        "XLSX" => ".xlsx",
        _ => return None,
    })
}

/// The key of `columns` that points at a column; `None` where more than one would do.
pub(super) fn key_of(needed: Needed) -> Option<&'static str> {
    match needed {
        Needed::MunicipalityCode | Needed::AreaCode => Some("code"),
        Needed::MunicipalityName | Needed::SiteName => Some("name"),
        Needed::Residents => Some("residents"),
        Needed::LibraryName => Some("library"),
        Needed::Municipality | Needed::LibraryMunicipality => Some("municipality"),
        Needed::Amount => Some("amount"),
        Needed::Year => Some("year"),
        Needed::Factor => Some("factor"),
        Needed::Registered => Some("site"),
        Needed::Visits => Some("visits"),
        Needed::Weeks => Some("weeks"),
        Needed::Position | Needed::Stated => None,
    }
}

/// Whether a folder is a file geodatabase of `ArcGIS`, by its name.
pub(super) fn is_geodatabase(folder: &str) -> bool {
    folder.trim_end_matches(['/', '\\']).to_lowercase().ends_with(".gdb")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn a_dozen_of_what_was_found_is_listed() {
        let numbers = |count: usize| (1..=count).map(|number| number.to_string()).collect::<Vec<_>>().into_iter();
        assert_eq!(found(numbers(12), |left| format!("+{left}")), "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12");
        assert_eq!(found(numbers(14), |left| format!("+{left}")), "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 +2");
    }

    #[test]
    fn the_likely_name_is_found_and_an_unlikely_one_is_not() {
        let there = names(&["fid", "Aantal_Inwoner", "aantal_mannen"]);
        assert_eq!(nearest(&names(&["INWONER", "aantal_inwoners"]), &there), Some("Aantal_Inwoner"));
        assert_eq!(nearest(&names(&["gemeentecode"]), &there), None);
        assert_eq!(nearest(&names(&["x"]), &[]), None);
    }

    #[test]
    fn a_long_list_is_cut() {
        let ten: Vec<String> = (0..10).map(|number| number.to_string()).collect();
        assert_eq!(list(&ten, |left| format!("+{left}")), r#""0", "1", "2", "3", "4", "5", "6", "7" +2"#);
        assert_eq!(list(&ten[..2], |left| format!("+{left}")), r#""0", "1""#);
    }

    #[test]
    fn a_geodatabase_is_known_by_its_name() {
        assert!(is_geodatabase("data/Wijken.GDB/") && is_geodatabase("wijken.gdb"));
        assert!(!is_geodatabase("gdb") && !is_geodatabase("wijken.gdb.zip"));
    }
}
