//! What to do about a file that cannot be used.

use crate::load::{Fault, Needed};
use crate::text::names::{ending_of, is_geodatabase, key_of, nearest};

const WHICH_CRS: &str = "Zet bij dit bestand `crs = \"EPSG:28992\"` in de studie als het getallen zijn als 155000 en 463000 \
                         (Rijksdriehoek), of `crs = \"EPSG:4326\"` als het graden zijn als 5,39 en 52,16";

/// What to do.
pub(super) fn hint(file: &str, fault: &Fault) -> String {
    match fault {
        Fault::Missing => "Kijk of de naam klopt. Een pad in de studie begint in de map waar de studie zelf staat".to_owned(),
        Fault::Folder if is_geodatabase(file) => {
            "Een map op `.gdb` komt uit ArcGIS. Open de laag in QGIS en sla haar op als GeoPackage".to_owned()
        }
        Fault::Folder => "Zet de naam van het bestand in deze map erachter".to_owned(),
        Fault::Unreadable(_) => "Sluit het bestand als het nog open staat in Excel of QGIS, en kijk of het ook voor u te openen is".to_owned(),
        Fault::Empty => "Download het bestand opnieuw, of kies een ander bestand".to_owned(),
        Fault::UnknownFormat => "Sla het in QGIS op als GeoPackage (.gpkg), GeoJSON (.geojson) of Shapefile (.shp), of in Excel als CSV \
                                 (.csv) of werkmap (.xlsx)"
            .to_owned(),
        Fault::WrongFormat { found, .. } => of_contents(found),
        Fault::Corrupt { .. } => "Download het bestand opnieuw, of open het in QGIS of Excel en sla het opnieuw op".to_owned(),
        Fault::Meaningless { key, .. } => format!("Haal `{key}` bij dit bestand weg uit de studie"),
        Fault::NotTheCrsOfSquares { .. } => "Haal `crs` bij dit bestand weg uit de studie: de nummers zeggen waar de vierkanten liggen".to_owned(),
        Fault::OpenQuote { .. } => "Zet er een tweede aanhalingsteken bij, of haal het weg".to_owned(),
        Fault::NulCharacter { .. } => "Open het in Excel en sla het op als \"CSV UTF-8\", of download het bestand opnieuw".to_owned(),
        Fault::NotGeoJson(_) => "Open het in QGIS en sla het op als GeoPackage of GeoJSON. Als dat niet gaat: kijk of het downloaden is gelukt".to_owned(),
        Fault::NotAGeoPackage => "Open het in QGIS en sla de goede laag op als GeoPackage".to_owned(),
        Fault::Stray { crs, .. } => format!(
            "Verbeter deze rijen. Of zet bij dit bestand `crs = \"{crs}\"` in de studie: dan worden alleen deze rijen geweigerd, en genoemd"
        ),
        Fault::NothingLeft { filtered, .. } if *filtered > 0 => "Kijk of de waarde bij `where` precies zo in het bestand staat".to_owned(),
        Fault::NothingLeft { .. } => "Kies een bestand waar ook het land in staat".to_owned(),
        Fault::MissingPart(_) => {
            "Een shapefile bestaat uit bestanden met dezelfde naam en een ander einde. Zet ze allemaal in dezelfde map".to_owned()
        }
        Fault::SeveralLayers(layers) => {
            let first = layers.first().map_or("naam", String::as_str);
            format!("Zet bij dit bestand de goede laag in de studie, bijvoorbeeld `layer = \"{first}\"`. Er zijn: {}", super::names(layers))
        }
        Fault::NoSuchLayer { asked, layers } => match nearest(std::slice::from_ref(asked), layers) {
            Some(layer) => format!("Misschien is `layer = \"{layer}\"` bedoeld. Er zijn: {}", super::names(layers)),
            None => format!("Er zijn: {}. Zet een daarvan bij `layer` in de studie", super::names(layers)),
        },
        Fault::NoHeader => "Zet boven de gegevens één regel met de namen van de kolommen".to_owned(),
        Fault::NoField { needed, known_as, fields } => no_field(*needed, known_as, fields),
        Fault::Encoding { line: Some(_), .. } => "Laat `encoding` weg uit de studie: Bereik ziet dan zelf welke het is".to_owned(),
        Fault::Encoding { line: None, .. } => "Kies `encoding = \"utf-8\"` of `encoding = \"windows-1252\"`, of laat het weg".to_owned(),
        Fault::NoCrs | Fault::UnknownCrs { .. } | Fault::Elsewhere { .. } => WHICH_CRS.to_owned(),
        Fault::AxesSwapped { .. } => {
            "Verwissel de twee kolommen. In Rijksdriehoek is X het kleinste getal van de twee; in graden is de lengtegraad ongeveer 5 en de \
             breedtegraad ongeveer 52"
                .to_owned()
        }
        Fault::MixedCrs { rd, degrees } => {
            let most = if rd >= degrees { "EPSG:28992" } else { "EPSG:4326" };
            format!(
                "Zet alle rijen in hetzelfde stelsel, of maak er twee bestanden van. Met `crs = \"{most}\"` bij dit bestand in de studie worden \
                 alleen de andere rijen geweigerd, en genoemd"
            )
        }
        Fault::AllRefused { .. } => {
            "Waarschijnlijk is een andere kolom bedoeld: zet bij `columns` in de studie welke kolom wat is. Kijk anders of het bestand goed \
             is opgeslagen"
                .to_owned()
        }
        Fault::Ambiguous { key, fields, .. } => {
            let first = fields.first().map_or("...", String::as_str);
            format!("Zet bij dit bestand in de studie welke kolom bedoeld is, bijvoorbeeld `columns = {{ {key} = \"{first}\" }}`")
        }
        Fault::UnknownColumnKey { key, known } => {
            let known: Vec<String> = known.iter().map(|name| (*name).to_owned()).collect();
            match nearest(std::slice::from_ref(key), &known) {
                Some(name) => format!("Misschien is `{name}` bedoeld. Bereik kent hier: {}", super::names(&known)),
                None => format!("Bereik kent hier: {}", super::names(&known)),
            }
        }
        Fault::NoPolygons => "Kies het bestand met de grenzen, bijvoorbeeld de Wijk- en Buurtkaart van het CBS".to_owned(),
        Fault::NoStatus { fields } => format!(
            "Zet in het bestand een kolom `ido` met `ja` of `nee`. Of zet bij dit bestand in de studie `status = \"open\"` als overal een \
             informatiepunt is, of `status = \"candidate\"` als dat nergens zo is. {}",
            columns(fields)
        ),
        Fault::NoAreas { field } => format!(
            "Zet bij `areas` in de studie het bestand met de buurten of wijken van kolom \"{field}\". Gaat het om locaties, zet dan bij dit \
             bestand `columns = {{ site = \"...\" }}`"
        ),
        Fault::NoPostcodes { field } => format!(
            "Kies bij `population` of `areas` een bestand per postcode, of geef de bezoeken per buurt of per locatie. Is kolom \"{field}\" \
             de postcode van de locatie, zet dan bij dit bestand `columns = {{ site = \"...\" }}`"
        ),
        Fault::NoVenue { fields } => format!(
            "Zet bij dit bestand de soort in de studie, bijvoorbeeld `venue = \"library branch\"` of `venue = \"village hall\"`. Of zet in \
             het bestand een kolom `soort`. {}",
            columns(fields)
        ),
    }
}

/// What to do with a file that is something else than its name says.
fn of_contents(found: &str) -> String {
    match found {
        "zip" | "gzip" => "Pak het bestand eerst uit, en zet het uitgepakte bestand in de studie".to_owned(),
        "HTML" => "Dit is een webpagina, dus het downloaden is niet gelukt. Download het bestand opnieuw".to_owned(),
        "XLS (Excel 97)" => {
            "Open het in Excel en sla het op als werkmap (.xlsx). Heeft het bestand een wachtwoord, haal dat er dan eerst af: een \
                             werkmap met een wachtwoord ziet er zo uit, en Bereik kan haar niet lezen"
                .to_owned()
        }
        "ODS" => "Open het in LibreOffice of Excel en sla het op als werkmap (.xlsx)".to_owned(),
        _ => match ending_of(found) {
            Some(ending) => format!("Geef het bestand een naam die op `{ending}` eindigt"),
            None => "Kijk of dit het goede bestand is, of sla het in QGIS of Excel op in de soort die de naam noemt".to_owned(),
        },
    }
}

fn no_field(needed: Needed, known_as: &[String], fields: &[String]) -> String {
    let likely = nearest(known_as, fields);
    let known = if known_as.is_empty() { String::new() } else { format!("Vanzelf gevonden worden: {}. ", super::names(known_as)) };
    let advice = match (needed, key_of(needed), likely) {
        (Needed::Stated, _, Some(field)) => format!("Misschien is kolom \"{field}\" bedoeld. "),
        (Needed::Stated, _, None) => String::new(),
        (Needed::Position, ..) => {
            format!("Zet bij dit bestand in de studie welke kolommen het zijn: `columns = {{ x = \"...\", y = \"...\" }}`. {known}")
        }
        (_, key, field) => {
            let (key, field) = (key.unwrap_or("name"), field.unwrap_or("..."));
            format!("Zet bij dit bestand in de studie welke kolom het is: `columns = {{ {key} = \"{field}\" }}`. {known}")
        }
    };
    format!("{advice}{}", columns(fields))
}

fn columns(fields: &[String]) -> String {
    if fields.is_empty() { "Er zijn geen kolommen".to_owned() } else { format!("De kolommen zijn: {}", super::names(fields)) }
}
