//! Why a file cannot be used.

use super::refusals;
use super::{SIGNS, count};
use crate::load::{Fault, Needed};

/// What is wrong with a file, without its name.
pub(super) fn what(fault: &Fault) -> String {
    match fault {
        Fault::Missing => "dit bestand is er niet".to_owned(),
        Fault::Folder => "dit is een map en geen bestand".to_owned(),
        Fault::Unreadable(words) => format!("het bestand kan niet worden geopend ({words})"),
        Fault::Empty => "het bestand is leeg: er staat geen enkele rij in".to_owned(),
        Fault::UnknownFormat => "dit soort bestand kan Bereik niet lezen".to_owned(),
        Fault::WrongFormat { named, found: "?" } => format!("de naam zegt {}, maar dat is de inhoud niet", named.name()),
        Fault::WrongFormat { named, found } => format!("de naam zegt {}, maar de inhoud is {found}", named.name()),
        Fault::Corrupt { place, detail } if place.is_empty() => format!("het bestand is beschadigd of houdt te vroeg op ({detail})"),
        Fault::Corrupt { place, detail } => format!("het bestand is beschadigd of houdt te vroeg op, bij {} ({detail})", in_dutch(place)),
        Fault::Meaningless { key, format } => format!("de studie geeft hier `{key}`, maar dat bestaat bij {} niet", format.name()),
        Fault::OpenQuote { line } => format!("in regel {line} begint een aanhalingsteken (\") dat nergens meer sluit"),
        Fault::NulCharacter { line } => format!("in regel {line} staat een teken dat niet in een tekst hoort (NUL)"),
        Fault::NotGeoJson(None) => "dit is JSON, maar geen GeoJSON".to_owned(),
        Fault::NotGeoJson(Some(kind)) => format!("dit is JSON, maar geen GeoJSON ({kind})"),
        Fault::NotAGeoPackage => "dit is een database (SQLite), maar geen GeoPackage: de lijst van lagen ontbreekt".to_owned(),
        Fault::MissingPart(part) => format!("van deze shapefile ontbreekt het bestand dat op `{part}` eindigt"),
        Fault::SeveralLayers(layers) => format!("er zitten {} lagen in, en de studie zegt niet welke bedoeld is", count(layers.len())),
        Fault::NoSuchLayer { asked, .. } => format!("er zit geen laag \"{asked}\" in"),
        Fault::NoHeader => "er is geen regel met de namen van de kolommen gevonden".to_owned(),
        Fault::NoField { needed: Needed::Stated, known_as, .. } => {
            format!("de studie noemt een kolom die er niet is: {}", super::names(known_as))
        }
        Fault::NoField { needed: wanted, .. } => format!("er is geen kolom gevonden met {}", needed(*wanted)),
        Fault::Encoding { encoding, line: Some(line) } => {
            format!("de tekst in regel {line} past niet bij de tekencodering \"{encoding}\" die de studie noemt")
        }
        Fault::Encoding { encoding, line: None } => format!("er bestaat geen tekencodering \"{encoding}\""),
        Fault::NoCrs => "het bestand zegt niet in welk coördinatenstelsel het is".to_owned(),
        Fault::UnknownCrs { crs, detail } => format!("het coördinatenstelsel \"{crs}\" is niet bruikbaar ({detail})"),
        Fault::NotTheCrsOfSquares { stated, of_ids, field } => {
            format!("de studie zegt `crs = \"{stated}\"`, maar de nummers van de vierkanten in kolom \"{field}\" zijn altijd in {of_ids}")
        }
        Fault::Elsewhere { crs, example } => {
            format!("in het coördinatenstelsel \"{crs}\" ligt niets in of bij Nederland; het eerste punt is {}", point(*example))
        }
        Fault::AxesSwapped { example } => {
            format!("de twee coördinaten staan in de verkeerde volgorde: het eerste punt is {}", point(*example))
        }
        Fault::MixedCrs { rd, degrees } => {
            format!("er staan twee coördinatenstelsels door elkaar: {} rijen in Rijksdriehoek en {} in graden", count(*rd), count(*degrees))
        }
        Fault::Stray { crs, rows, row, example } => format!(
            "het meeste ligt in Nederland als dit {crs} is, maar {} niet; de eerste is rij {row}, met {}",
            if *rows == 1 { "1 rij".to_owned() } else { format!("{} rijen", count(*rows)) },
            point(*example)
        ),
        Fault::NothingLeft { filtered, keep, water, abroad } => nothing_left(*filtered, keep, *water, *abroad),
        Fault::AllRefused { rows: 1, first } => format!("de enige rij is niet bruikbaar: {}", refusals::row(first)),
        Fault::AllRefused { rows, first } => {
            format!("geen van de {} rijen is bruikbaar; de eerste is {}", count(*rows), refusals::row(first))
        }
        Fault::Ambiguous { needed: wanted, fields, .. } => {
            format!("meer dan één kolom kan dit zijn: {}; het gaat om {}", needed(*wanted), super::names(fields))
        }
        Fault::UnknownColumnKey { key, .. } => format!("de studie noemt bij `columns` een naam die hier niets betekent: \"{key}\""),
        Fault::NoPolygons => "er staan geen vlakken in, terwijl hier grenzen van gebieden nodig zijn".to_owned(),
        Fault::NoStatus { .. } => "nergens staat op welke van deze locaties een informatiepunt is".to_owned(),
        Fault::NoAreas { .. } => "de bezoeken zijn per buurt of wijk, en de studie heeft geen buurten of wijken".to_owned(),
        Fault::NoPostcodes { .. } => "de bezoeken zijn per postcode, en de bevolking en de gebieden van de studie zijn dat niet".to_owned(),
        Fault::NoVenue { .. } => "nergens staat wat voor soort locaties dit zijn".to_owned(),
    }
}

/// Every row was left out: how many, and why.
fn nothing_left(filtered: usize, keep: &[(String, String)], water: usize, abroad: usize) -> String {
    let rows = filtered + water + abroad;
    let mut why = Vec::new();
    if filtered > 0 {
        let wanted: Vec<String> = keep.iter().map(|(column, value)| format!("\"{column}\" = \"{value}\"")).collect();
        why.push(format!("{} door `where` in de studie ({})", count(filtered), wanted.join(", ")));
    }
    if water > 0 {
        why.push(format!("{} omdat het water is", count(water)));
    }
    if abroad > 0 {
        why.push(format!("{} door de code voor het buitenland", count(abroad)));
    }
    format!("er blijft niets over: van de {} rijen zijn weggelaten {}", count(rows), why.join(", "))
}

/// The place of a fault: readers give it as `line 3, column 5`, or as the name of a part or a layer.
fn in_dutch(place: &str) -> String {
    let word = |part: &str| match part.split_once(' ') {
        Some(("line", number)) => format!("regel {number}"),
        Some(("row", number)) => format!("rij {number}"),
        Some(("column", number)) => format!("teken {number}"),
        _ => part.to_owned(),
    };
    place.split(", ").map(word).collect::<Vec<_>>().join(", ")
}

/// What a column is needed for.
pub(super) fn needed(needed: Needed) -> &'static str {
    match needed {
        Needed::MunicipalityCode => "de gemeentecode",
        Needed::MunicipalityName => "de naam van de gemeente",
        Needed::AreaCode => "de code van de buurt of wijk",
        Needed::Residents => "het aantal inwoners",
        Needed::Position => "de plaats: een vorm, X en Y, of het nummer van een vierkant",
        Needed::SiteName => "de naam van de locatie",
        Needed::LibraryName => "de naam van de bibliotheekorganisatie",
        Needed::Municipality => "de gemeente van elke rij, met haar naam of haar code",
        Needed::LibraryMunicipality => "de gemeente waar de bibliotheekorganisatie voor werkt",
        Needed::Amount => "het bedrag",
        Needed::Year => "het jaar",
        Needed::Factor => "de factor waarmee het aantal inwoners groeit of krimpt",
        Needed::Registered => "waar de bezoeken bij horen: de locatie, de buurt of de postcode",
        Needed::Visits => "het aantal bezoeken",
        Needed::Weeks => "het aantal weken waarin de bezoeken zijn geteld",
        Needed::Stated => "de naam die de studie noemt",
    }
}

/// Two coordinates as they stand in the file.
fn point((first, second): (f64, f64)) -> String {
    format!("{} en {}", SIGNS.coordinate(first), SIGNS.coordinate(second))
}
