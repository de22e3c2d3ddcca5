//! The columns that published files have, by what they mean.
//!
//! Names are compared without case, underscores and spaces, so that `aantal_inwoners_65_jaar_en_ouder`, the web service's
//! `aantalInwoners65JaarEnOuder` and a hand-made `Aantal inwoners 65 jaar en ouder` are one. Method §11 has the sources.

use super::error::{Fault, Needed};
use super::format::Source;
use super::study::nearest;
use crate::model::{AgeBand, Group};

/// A meaning that a column can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The id of a square of 100 m: `E0974N4514`.
    Square100,
    /// The id of a square of 500 m.
    Square500,
    /// The id of a square of the Eurostat grid.
    EurostatSquare,
    /// Any other id of a cell: a postcode.
    CellId,
    /// All residents.
    Residents,
    /// The code of a municipality.
    MunicipalityCode,
    /// The name of a municipality.
    MunicipalityName,
    /// The code of a finer area.
    AreaCode,
    /// The name of a finer area.
    AreaName,
    /// Whether a row is water (`JA`/`NEE`).
    Water,
    /// The id of a site.
    SiteId,
    /// The name of a site.
    SiteName,
    /// The village or town of a site.
    Place,
    /// Whether a branch has a desk (`ja`/`nee`).
    Ido,
    /// The status of a site.
    Status,
    /// The kind of venue.
    Venue,
    /// The library organisation.
    Library,
    /// A municipality, by name or code, in a list of libraries.
    Served,
    /// First year.
    From,
    /// Last year.
    To,
    /// Easting.
    X,
    /// Northing.
    Y,
    /// Longitude.
    Lon,
    /// Latitude.
    Lat,
}

impl Role {
    /// The name by which a study can point at another column: `columns = { residents = "inw_totaal" }`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Square100 => "square",
            Self::Square500 => "square500",
            Self::EurostatSquare => "grid",
            Self::CellId | Self::SiteId => "id",
            Self::Residents => "residents",
            Self::MunicipalityCode | Self::AreaCode => "code",
            Self::MunicipalityName | Self::AreaName | Self::SiteName => "name",
            Self::Water => "water",
            Self::Place => "place",
            Self::Ido => "ido",
            Self::Status => "status",
            Self::Venue => "venue",
            Self::Library => "library",
            Self::Served => "municipality",
            Self::From => "from",
            Self::To => "to",
            Self::X => "x",
            Self::Y => "y",
            Self::Lon => "lon",
            Self::Lat => "lat",
        }
    }

    /// The names under which published files have it, most telling first.
    #[must_use]
    pub fn known_as(self) -> &'static [&'static str] {
        match self {
            Self::Square100 => &["crs28992res100m", "C28992R100"],
            Self::Square500 => &["crs28992res500m", "C28992R500"],
            Self::EurostatSquare => &["GRD_ID"],
            Self::CellId => &["postcode", "postcode4", "postcode5", "postcode6", "pc4", "pc5", "pc6", "pc4_code", "pc6_code", "id"],
            Self::Residents => &["aantal_inwoners", "inwoner", "inwoners", "aantal_inw", "bevolking", "T", "residents", "population"],
            Self::MunicipalityCode => &["gemeentecode", "gm_code", "statcode", "code", "identificatie"],
            Self::MunicipalityName => &["gemeentenaam", "gm_naam", "statnaam", "naam", "name"],
            Self::AreaCode => &["buurtcode", "bu_code", "wijkcode", "wk_code", "statcode", "code"],
            Self::AreaName => &["buurtnaam", "bu_naam", "wijknaam", "wk_naam", "statnaam", "naam", "name"],
            Self::Water => &["water", "h2o"],
            Self::SiteId => &["id", "site_id", "locatie_id"],
            Self::SiteName => {
                &["naam", "name", "locatie", "naam_vestiging", "vestiging", "naam_locatie", "Naam stembureau", "hospital_name", "site_id"]
            }
            Self::Place => &["plaats", "woonplaats", "plaatsnaam", "place", "city", "kern"],
            Self::Ido => &["ido", "heeft_ido", "informatiepunt"],
            Self::Status => &["status"],
            Self::Venue => &["venue", "soort", "soort_locatie", "type"],
            Self::Library => &["bibliotheek", "bibliotheekorganisatie", "library", "organisatie"],
            Self::Served => &["gemeentecode", "gm_code", "gemeente", "gemeentenaam", "municipality"],
            Self::From => &["van", "from", "vanaf", "begin"],
            Self::To => &["tot", "to", "tot_en_met", "t/m", "einde"],
            Self::X => &["x", "x_rd", "rd_x", "x_coordinaat", "xcoord", "easting"],
            Self::Y => &["y", "y_rd", "rd_y", "y_coordinaat", "ycoord", "northing"],
            Self::Lon => &["lon", "longitude", "lng", "lengtegraad"],
            Self::Lat => &["lat", "latitude", "breedtegraad"],
        }
    }

    /// What a message calls it.
    fn needed(self) -> Needed {
        match self {
            Self::Residents => Needed::Residents,
            Self::MunicipalityCode => Needed::MunicipalityCode,
            Self::MunicipalityName => Needed::MunicipalityName,
            Self::AreaCode => Needed::AreaCode,
            Self::SiteName => Needed::SiteName,
            Self::Library => Needed::LibraryName,
            Self::Served => Needed::LibraryMunicipality,
            Self::X | Self::Y | Self::Lon | Self::Lat | Self::Square100 | Self::Square500 | Self::EurostatSquare => Needed::Position,
            _ => Needed::Stated,
        }
    }
}

/// The column with a meaning, by the study's word for it or else by its published names; `None` when there is none.
///
/// # Errors
/// [`Fault::NoField`] when the study names a column that is not there.
pub fn find(source: &Source, role: Role) -> Result<Option<usize>, Fault> {
    if let Some(stated) = source.file.columns.get(role.key()) {
        return match source.field(stated) {
            Some(field) => Ok(Some(field)),
            None => Err(no_field(source, Needed::Stated, vec![stated.clone()])),
        };
    }
    Ok(role.known_as().iter().find_map(|name| by_plain_name(source, name)))
}

/// Every column that has a meaning by one of its published names. A reader calls the second column of one name `name_2`: it counts.
#[must_use]
pub fn find_all(source: &Source, role: Role) -> Vec<usize> {
    let known = |name: &str| role.known_as().iter().any(|known| plain(known) == plain(name));
    let repeats = |name: &str| {
        name.rsplit_once('_').is_some_and(|(stem, number)| {
            known(stem) && number.bytes().all(|byte| byte.is_ascii_digit()) && source.fields.iter().any(|field| field == stem)
        })
    };
    (0..source.fields.len()).filter(|field| known(&source.fields[*field]) || repeats(&source.fields[*field])).collect()
}

/// The column with a meaning that must be there.
///
/// # Errors
/// [`Fault::NoField`].
pub fn must_find(source: &Source, role: Role) -> Result<usize, Fault> {
    find(source, role)?.ok_or_else(|| {
        let known_as = role.known_as().iter().map(|name| (*name).to_owned()).collect();
        no_field(source, role.needed(), known_as)
    })
}

/// Refuses a name in the study's `columns` that means nothing for a file with these roles.
///
/// # Errors
/// [`Fault::UnknownColumnKey`].
pub fn check_keys(source: &Source, roles: &[Role]) -> Result<(), Fault> {
    match source.file.columns.keys().find(|key| !roles.iter().any(|role| role.key() == *key)) {
        Some(key) => Err(Fault::UnknownColumnKey { key: key.clone(), known: roles.iter().map(|role| role.key()).collect() }),
        None => Ok(()),
    }
}

/// The fault of a column that is not there.
#[must_use]
pub fn no_field(source: &Source, needed: Needed, known_as: Vec<String>) -> Fault {
    Fault::NoField { needed, known_as, fields: source.fields.clone() }
}

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

/// A column name without case, underscores, spaces and hyphens.
fn plain(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '_' | ' ' | '-')).flat_map(char::to_lowercase).collect()
}

/// The column whose plain name is that of `name`.
fn by_plain_name(source: &Source, name: &str) -> Option<usize> {
    let wanted = plain(name);
    source.fields.iter().position(|field| plain(field) == wanted)
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
