//! What to do about a file that cannot be used.

use crate::load::{Fault, Needed};
use crate::text::names::{ending_of, is_geodatabase, key_of, nearest};

const WHICH_CRS: &str = "Put `crs = \"EPSG:28992\"` with this file in the study if the numbers look like 155000 and 463000 (RD), or \
                         `crs = \"EPSG:4326\"` if they are degrees such as 5.39 and 52.16";

/// What to do.
pub(super) fn hint(file: &str, fault: &Fault) -> String {
    match fault {
        Fault::Missing => "See whether the name is right. A path in the study starts in the folder of the study itself".to_owned(),
        Fault::Folder if is_geodatabase(file) => {
            "A folder ending in `.gdb` comes from ArcGIS. Open the layer in QGIS and save it as a GeoPackage".to_owned()
        }
        Fault::Folder => "Add the name of the file in this folder".to_owned(),
        Fault::Unreadable(_) => "Close the file if it is still open in Excel or QGIS, and see whether you may open it".to_owned(),
        Fault::Empty => "Download the file again, or choose another".to_owned(),
        Fault::UnknownFormat => "Save it in QGIS as GeoPackage (.gpkg), GeoJSON (.geojson) or Shapefile (.shp), or in Excel as CSV (.csv) or \
                                 workbook (.xlsx)"
            .to_owned(),
        Fault::WrongFormat { found, .. } => of_contents(found),
        Fault::Corrupt { .. } => "Download the file again, or open it in QGIS or Excel and save it again".to_owned(),
        Fault::Meaningless { key, .. } => format!("Take `{key}` of this file out of the study"),
        Fault::NotTheCrsOfSquares { .. } => "Take `crs` out of the study for this file: the ids say where the squares are".to_owned(),
        Fault::OpenQuote { .. } => "Add a second quotation mark, or take it out".to_owned(),
        Fault::NulCharacter { .. } => "Open it in Excel and save it as \"CSV UTF-8\", or download the file again".to_owned(),
        Fault::NotGeoJson(_) => "Open it in QGIS and save it as GeoPackage or GeoJSON. If that fails: see whether the download went well".to_owned(),
        Fault::NotAGeoPackage => "Open it in QGIS and save the layer you need as a GeoPackage".to_owned(),
        Fault::Stray { crs, .. } => format!(
            "Mend these rows. Or put `crs = \"{crs}\"` with this file in the study: only these rows are then refused, and named"
        ),
        Fault::NothingLeft { filtered, .. } if *filtered > 0 => "See whether the value of `where` stands in the file exactly so".to_owned(),
        Fault::NothingLeft { .. } => "Choose a file that has the land too".to_owned(),
        Fault::MissingPart(_) => {
            "A shapefile is a set of files with one name and different endings. Put all of them in the same folder".to_owned()
        }
        Fault::SeveralLayers(layers) => {
            let first = layers.first().map_or("name", String::as_str);
            format!("Name the layer with this file in the study, for instance `layer = \"{first}\"`. There are: {}", super::names(layers))
        }
        Fault::NoSuchLayer { asked, layers } => match nearest(std::slice::from_ref(asked), layers) {
            Some(layer) => format!("Perhaps `layer = \"{layer}\"` is meant. There are: {}", super::names(layers)),
            None => format!("There are: {}. Give one of them as `layer` in the study", super::names(layers)),
        },
        Fault::NoHeader => "Put one line with the names of the columns above the data".to_owned(),
        Fault::NoField { needed, known_as, fields } => no_field(*needed, known_as, fields),
        Fault::Encoding { line: Some(_), .. } => "Leave `encoding` out of the study: Bereik then finds out by itself".to_owned(),
        Fault::Encoding { line: None, .. } => "Choose `encoding = \"utf-8\"` or `encoding = \"windows-1252\"`, or leave it out".to_owned(),
        Fault::NoCrs | Fault::UnknownCrs { .. } | Fault::Elsewhere { .. } => WHICH_CRS.to_owned(),
        Fault::AxesSwapped { .. } => {
            "Exchange the two columns. In RD, X is the smaller number of the two; in degrees the longitude is about 5 and the latitude about 52"
                .to_owned()
        }
        Fault::MixedCrs { rd, degrees } => {
            let most = if rd >= degrees { "EPSG:28992" } else { "EPSG:4326" };
            format!(
                "Bring all rows into one system, or make two files of them. With `crs = \"{most}\"` for this file in the study only the other rows \
                 are refused, and named"
            )
        }
        Fault::AllRefused { .. } => {
            "Probably another column is meant: say with `columns` in the study which column is what. If not, see whether the file was saved \
             well"
                .to_owned()
        }
        Fault::Ambiguous { key, fields, .. } => {
            let first = fields.first().map_or("...", String::as_str);
            format!("Say with this file in the study which column is meant, for instance `columns = {{ {key} = \"{first}\" }}`")
        }
        Fault::UnknownColumnKey { key, known } => {
            let known: Vec<String> = known.iter().map(|name| (*name).to_owned()).collect();
            match nearest(std::slice::from_ref(key), &known) {
                Some(name) => format!("Perhaps `{name}` is meant. Bereik knows here: {}", super::names(&known)),
                None => format!("Bereik knows here: {}", super::names(&known)),
            }
        }
        Fault::NoPolygons => "Choose the file with the borders, for instance the Wijk- en Buurtkaart of CBS".to_owned(),
        Fault::NoStatus { fields } => format!(
            "Add a column `ido` with `ja` or `nee` to the file. Or put `status = \"open\"` with this file in the study if there is a desk at \
             every site, or `status = \"candidate\"` if there is none at any. {}",
            columns(fields)
        ),
        Fault::NoAreas { field } => format!(
            "Name under `areas` of the study the file with the neighbourhoods or districts of column \"{field}\". If these are sites, put \
             `columns = {{ site = \"...\" }}` with this file"
        ),
        Fault::NoPostcodes { field } => format!(
            "Choose a file by postcode for `population` or `areas`, or give the visits by neighbourhood or by site. If column \"{field}\" is \
             the postcode of the site, put `columns = {{ site = \"...\" }}` with this file"
        ),
        Fault::NoVenue { fields } => format!(
            "Give the kind with this file in the study, for instance `venue = \"library branch\"` or `venue = \"village hall\"`. Or add a \
             column `soort` to the file. {}",
            columns(fields)
        ),
    }
}

/// What to do with a file that is something else than its name says.
fn of_contents(found: &str) -> String {
    match found {
        "zip" | "gzip" => "Unpack the file first, and put the unpacked file in the study".to_owned(),
        "HTML" => "This is a web page, so the download went wrong. Download the file again".to_owned(),
        "XLS (Excel 97)" => {
            "Open it in Excel and save it as a workbook (.xlsx). If it has a password, take that off first: a workbook with a \
                             password looks like this, and Bereik cannot read it"
                .to_owned()
        }
        "ODS" => "Open it in LibreOffice or Excel and save it as a workbook (.xlsx)".to_owned(),
        _ => match ending_of(found) {
            Some(ending) => format!("Give the file a name that ends in `{ending}`"),
            None => "See whether this is the right file, or save it in QGIS or Excel in the format that the name says".to_owned(),
        },
    }
}

fn no_field(needed: Needed, known_as: &[String], fields: &[String]) -> String {
    let likely = nearest(known_as, fields);
    let known = if known_as.is_empty() { String::new() } else { format!("Found without being told: {}. ", super::names(known_as)) };
    let advice = match (needed, key_of(needed), likely) {
        (Needed::Stated, _, Some(field)) => format!("Perhaps column \"{field}\" is meant. "),
        (Needed::Stated, _, None) => String::new(),
        (Needed::Position, ..) => {
            format!("Say with this file in the study which columns they are: `columns = {{ x = \"...\", y = \"...\" }}`. {known}")
        }
        (_, key, field) => {
            let (key, field) = (key.unwrap_or("name"), field.unwrap_or("..."));
            format!("Say with this file in the study which column it is: `columns = {{ {key} = \"{field}\" }}`. {known}")
        }
    };
    format!("{advice}{}", columns(fields))
}

fn columns(fields: &[String]) -> String {
    if fields.is_empty() { "There are no columns".to_owned() } else { format!("The columns are: {}", super::names(fields)) }
}
