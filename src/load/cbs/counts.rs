//! Columns that count a group of residents.

use super::{Role, no_field, plain};
use crate::load::error::{Fault, Needed};
use crate::load::format::Source;
use crate::load::study::nearest;
use crate::model::{AgeBand, Group};

/// The counts of persons of a population file besides all residents: the group and its column, in the order of the file.
///
/// # Errors
/// [`Fault::NoField`] when the study names a column that is not there, [`Fault::UnknownColumnKey`] when its name of a group looks like
/// a slip in one of our own names.
pub fn counts(source: &Source) -> Result<Vec<(Group, usize)>, Fault> {
    let mut counts = Vec::new();
    for (field, name) in source.fields.iter().enumerate() {
        if let Some(group) = count_of(name) {
            counts.push((group, field));
        }
    }
    let roles =
        [Role::Square100, Role::Square500, Role::EurostatSquare, Role::CellId, Role::Residents, Role::X, Role::Y, Role::Lon, Role::Lat];
    for (ours, theirs) in &source.file.columns {
        if roles.iter().any(|role| role.key() == ours) {
            continue;
        }
        let group = Group::parse(ours);
        if matches!(group, Group::Count(_)) && is_slip(ours, &roles) {
            return Err(Fault::UnknownColumnKey { key: ours.clone(), known: roles.iter().map(|role| role.key()).collect() });
        }
        let field = source.field(theirs).ok_or_else(|| no_field(source, Needed::Stated, vec![theirs.clone()]))?;
        counts.retain(|(known, _)| *known != group);
        counts.push((group, field));
    }
    counts.sort();
    counts.dedup_by(|a, b| a.0 == b.0);
    Ok(counts)
}

/// Whether the name of a group is one of our names mistyped, or one of the published names of what we have a name for.
fn is_slip(name: &str, roles: &[Role]) -> bool {
    if KNOWN_COUNTS.iter().any(|(group, _)| *group == name) {
        return false;
    }
    let published = |role: &Role| role.known_as().iter().any(|known| plain(known) == plain(name));
    roles.iter().any(published) || nearest(name, roles.iter().map(|role| role.key()).filter(|key| key.len() > 3)).is_some()
}

/// The columns that could be all residents in a file that gives several years (`inwoners_2020`, `inwoners_2021`).
#[must_use]
pub fn residents_by_year(source: &Source) -> Vec<usize> {
    let matches = |name: &str| {
        let name = plain(name);
        ["aantalinwoners", "inwoners", "inwoner"].iter().any(|stem| name.strip_prefix(stem).is_some_and(is_year))
    };
    (0..source.fields.len()).filter(|field| matches(&source.fields[*field])).collect()
}

/// The group whose persons, or whose share in percent, a column of an area table gives.
#[must_use]
pub fn published_group(written: &str) -> Option<(Group, bool)> {
    let name = plain(written);
    if let Some(rest) = name.strip_prefix("percentagepersonen") {
        return age_band(rest).map(|band| (Group::Age(band), true));
    }
    count_of(written).map(|group| (group, false))
}

/// The group that a column counts, under one name whatever the edition calls the column.
fn count_of(name: &str) -> Option<Group> {
    let plain = plain(name);
    let rest = ["aantalinwoners", "inwoners", "inw", "y"].iter().find_map(|stem| plain.strip_prefix(stem));
    // Four bare digits behind the whole word are a year: `inwoners_2025`.
    let is_year = rest.is_some_and(is_year) && plain.contains("inwoners");
    if let Some(band) = rest.filter(|_| !is_year).and_then(age_band) {
        return Some(Group::Age(band));
    }
    KNOWN_COUNTS.iter().find(|(_, columns)| columns.contains(&plain.as_str()) || columns.contains(&name)).map(|(group, _)| counted(group))
}

/// The counts of persons that every edition has, and the plain names of their columns; Eurostat's single letters are capitals.
const KNOWN_COUNTS: [(&str, &[&str]); 3] = [
    ("men", &["aantalmannen", "mannen", "man", "men", "M"]),
    ("women", &["aantalvrouwen", "vrouwen", "vrouw", "women", "F"]),
    ("benefits", &["aantalpersonenmetuitkeringonderaowlft", "uitkminaow", "benefits"]),
];

fn counted(group: &str) -> Group {
    Group::Count(group.to_owned())
}

fn is_year(rest: &str) -> bool {
    rest.len() == 4 && rest.bytes().all(|byte| byte.is_ascii_digit())
}

/// The age band at the end of a plain column name: `65jaarenouder`, `0tot15jaar`, `65pl`, `65plus`, `1524`, `ge65`, `lt15`, `1564`.
fn age_band(rest: &str) -> Option<AgeBand> {
    let number = |text: &str| -> Option<u8> { text.parse().ok() };
    let open = |from: &str| number(from).map(|from| AgeBand { from, to: None });
    if let Some(from) = rest.strip_suffix("jaarenouder").or_else(|| rest.strip_suffix("plus")).or_else(|| rest.strip_suffix("pl")) {
        return open(from);
    }
    if let Some(from) = rest.strip_prefix("ge") {
        return open(from);
    }
    if let Some(to) = rest.strip_prefix("lt") {
        return number(to).map(|to| AgeBand { from: 0, to: Some(to) });
    }
    if let Some((from, to)) = rest.strip_suffix("jaar").unwrap_or(rest).split_once("tot") {
        return Some(AgeBand { from: number(from)?, to: Some(number(to)?) });
    }
    if !rest.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    match rest.len() {
        // `014`, `015`: from birth; the older names end at the last age of the band, the newer at the first beyond it.
        3 if rest.starts_with('0') => number(&rest[1..]).map(|to| AgeBand { from: 0, to: Some(first_beyond(to)) }),
        4 => Some(AgeBand { from: number(&rest[..2])?, to: Some(first_beyond(number(&rest[2..])?)) }),
        _ => None,
    }
}

/// Bands meet at multiples of five: `1524` and `1525` are both 15 up to 25.
fn first_beyond(age: u8) -> u8 {
    if age % 5 == 4 { age + 1 } else { age }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_age_bands_of_every_edition() {
        let cases = [
            ("aantal_inwoners_0_tot_15_jaar", "0-15"),
            ("aantalInwoners15Tot25Jaar", "15-25"),
            ("aantal_inwoners_65_jaar_en_ouder", "65+"),
            ("INW_014", "0-15"),
            ("INW_1524", "15-25"),
            ("INW_4564", "45-65"),
            ("INW_65PL", "65+"),
            ("inw_0_15", "0-15"),
            ("inw_25_45", "25-45"),
            ("inw_65plus", "65+"),
            ("Y_LT15", "0-15"),
            ("Y_1564", "15-65"),
            ("Y_GE65", "65+"),
        ];
        for (column, group) in cases {
            assert_eq!(count_of(column).map(|group| group.to_string()).as_deref(), Some(group), "{column}");
        }
        for column in
            ["aantal_inwoners", "INWONER", "X", "Y", "aantal_woningen", "inwoners_2020", "inwoners_2025", "percentage_koopwoningen", "T"]
        {
            assert_eq!(count_of(column), None, "{column}");
        }
        assert_eq!(published_group("percentage_personen_65_jaar_en_ouder"), Some((Group::Age(AgeBand { from: 65, to: None }), true)));
    }

    #[test]
    fn a_known_count_has_one_name_in_squares_and_in_official_tables() {
        let cases = [
            ("men", ["aantal_mannen", "aantalMannen", "mannen", "MAN", "M"].as_slice()),
            ("women", &["aantal_vrouwen", "aantalVrouwen", "vrouwen", "VROUW", "F"]),
            (
                "benefits",
                &["aantal_personen_met_uitkering_onder_aowlft", "aantalPersonenMetUitkeringOnderAowlft", "UITKMINAOW", "uitkminaow"],
            ),
        ];
        for (group, columns) in cases {
            for column in columns {
                assert_eq!(count_of(column), Some(Group::Count(group.to_owned())), "{column}");
                assert_eq!(published_group(column), Some((Group::Count(group.to_owned()), false)), "{column}");
            }
        }
        // Small letters are no Eurostat columns, and assistance is only some of the benefits.
        for column in ["m", "f", "aantal_personen_met_een_alg_bijstandsuitkering_tot", "percentage_mannen"] {
            assert_eq!(published_group(column), None, "{column}");
        }
    }
}
