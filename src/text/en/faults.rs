//! Why a file cannot be used.

use super::refusals;
use super::{SIGNS, count};
use crate::load::{Fault, Needed};

/// What is wrong with a file, without its name.
pub(super) fn what(fault: &Fault) -> String {
    match fault {
        Fault::Missing => "there is no such file".to_owned(),
        Fault::Folder => "this is a folder, not a file".to_owned(),
        Fault::Unreadable(words) => format!("the file cannot be opened ({words})"),
        Fault::Empty => "the file is empty: there is not a single row in it".to_owned(),
        Fault::UnknownFormat => "Bereik cannot read files of this kind".to_owned(),
        Fault::WrongFormat { named, found: "?" } => format!("the name says {}, but the contents are not", named.name()),
        Fault::WrongFormat { named, found } => format!("the name says {}, but the contents are {found}", named.name()),
        Fault::Corrupt { place, detail } if place.is_empty() => format!("the file is damaged or breaks off ({detail})"),
        Fault::Corrupt { place, detail } => format!("the file is damaged or breaks off, at {place} ({detail})"),
        Fault::Meaningless { key, format } => format!("the study gives `{key}` here, but there is no such thing in {}", format.name()),
        Fault::OpenQuote { line } => format!("a quotation mark (\") opens in line {line} and never closes"),
        Fault::NulCharacter { line } => format!("in line {line} stands a character that does not belong in a text (NUL)"),
        Fault::NotGeoJson(None) => "this is JSON, but not GeoJSON".to_owned(),
        Fault::NotGeoJson(Some(kind)) => format!("this is JSON, but not GeoJSON ({kind})"),
        Fault::NotAGeoPackage => "this is a database (SQLite), but not a GeoPackage: the list of layers is not there".to_owned(),
        Fault::MissingPart(part) => format!("this shapefile lacks the file that ends in `{part}`"),
        Fault::SeveralLayers(layers) => {
            format!("there are {} layers in it, and the study does not say which is meant", count(layers.len()))
        }
        Fault::NoSuchLayer { asked, .. } => format!("there is no layer \"{asked}\" in it"),
        Fault::NoHeader => "no line with the names of the columns was found".to_owned(),
        Fault::NoField { needed: Needed::Stated, known_as, .. } => {
            format!("the study names a column that is not there: {}", super::names(known_as))
        }
        Fault::NoField { needed: wanted, .. } => format!("no column was found with {}", needed(*wanted)),
        Fault::Encoding { encoding, line: Some(line) } => {
            format!("the text in line {line} does not fit the encoding \"{encoding}\" that the study names")
        }
        Fault::Encoding { encoding, line: None } => format!("there is no encoding \"{encoding}\""),
        Fault::NoCrs => "the file does not say in which coordinate system it is".to_owned(),
        Fault::UnknownCrs { crs, detail } => format!("the coordinate system \"{crs}\" cannot be used ({detail})"),
        Fault::NotTheCrsOfSquares { stated, of_ids, field } => {
            format!("the study says `crs = \"{stated}\"`, but the ids of squares in column \"{field}\" are always in {of_ids}")
        }
        Fault::Elsewhere { crs, example } => {
            format!("in the coordinate system \"{crs}\" nothing lies in or near the Netherlands; the first point is {}", point(*example))
        }
        Fault::AxesSwapped { example } => format!("the two coordinates are in the wrong order: the first point is {}", point(*example)),
        Fault::MixedCrs { rd, degrees } => {
            format!("two coordinate systems are mixed: {} rows in RD and {} in degrees", count(*rd), count(*degrees))
        }
        Fault::Stray { crs, rows, row, example } => format!(
            "most of it lies in the Netherlands if this is {crs}, but {} not; the first is row {row}, with {}",
            if *rows == 1 { "1 row does".to_owned() } else { format!("{} rows do", count(*rows)) },
            point(*example)
        ),
        Fault::NothingLeft { filtered, keep, water, abroad } => nothing_left(*filtered, keep, *water, *abroad),
        Fault::AllRefused { rows: 1, first } => format!("the only row cannot be used: {}", refusals::row(first)),
        Fault::AllRefused { rows, first } => {
            format!("none of the {} rows can be used; the first is {}", count(*rows), refusals::row(first))
        }
        Fault::Ambiguous { needed: wanted, fields, .. } => {
            format!("more than one column could be {}: {}", needed(*wanted), super::names(fields))
        }
        Fault::UnknownColumnKey { key, .. } => format!("`columns` of the study has a name that means nothing here: \"{key}\""),
        Fault::NoPolygons => "there are no polygons in it, where the borders of areas are needed".to_owned(),
        Fault::NoStatus { .. } => "nothing says at which of these sites there is a desk".to_owned(),
        Fault::NoAreas { .. } => "the visits are by neighbourhood or district, and the study has none".to_owned(),
        Fault::NoPostcodes { .. } => "the visits are by postcode, and neither the population nor the areas of the study are".to_owned(),
        Fault::NoVenue { .. } => "nothing says what kind of venues these are".to_owned(),
    }
}

/// Every row was left out: how many, and why.
fn nothing_left(filtered: usize, keep: &[(String, String)], water: usize, abroad: usize) -> String {
    let rows = filtered + water + abroad;
    let mut why = Vec::new();
    if filtered > 0 {
        let wanted: Vec<String> = keep.iter().map(|(column, value)| format!("\"{column}\" = \"{value}\"")).collect();
        why.push(format!("{} by `where` of the study ({})", count(filtered), wanted.join(", ")));
    }
    if water > 0 {
        why.push(format!("{} because they are water", count(water)));
    }
    if abroad > 0 {
        why.push(format!("{} by the code for abroad", count(abroad)));
    }
    format!("nothing is left: of the {} rows are left out {}", count(rows), why.join(", "))
}

/// What a column is needed for.
pub(super) fn needed(needed: Needed) -> &'static str {
    match needed {
        Needed::MunicipalityCode => "the code of the municipality",
        Needed::MunicipalityName => "the name of the municipality",
        Needed::AreaCode => "the code of the neighbourhood or district",
        Needed::Residents => "the number of residents",
        Needed::Position => "the position: a shape, X and Y, or the id of a square",
        Needed::SiteName => "the name of the site",
        Needed::LibraryName => "the name of the library organisation",
        Needed::Municipality => "the municipality of each row, by name or by code",
        Needed::LibraryMunicipality => "the municipality that the library organisation serves",
        Needed::Amount => "the amount",
        Needed::Year => "the year",
        Needed::Factor => "the factor by which the residents grow or shrink",
        Needed::Registered => "whose visits they are: the site, the neighbourhood or the postcode",
        Needed::Visits => "the number of visits",
        Needed::Weeks => "the number of weeks in which visits were counted",
        Needed::Stated => "the name that the study gives",
    }
}

/// Two coordinates as they stand in the file.
fn point((first, second): (f64, f64)) -> String {
    format!("{} and {}", SIGNS.coordinate(first), SIGNS.coordinate(second))
}
