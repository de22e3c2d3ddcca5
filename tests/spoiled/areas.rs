//! Spoiled codes of municipalities and areas.

use super::base::Files;
use super::case::{Case, hold, refused, used};

/// One square kilometre of a neighbourhood of this code, name and municipality, `east` metres from the corner of West.
fn area(code: &str, municipality: &str, east: u32) -> String {
    let (west, east) = (150_000 + east, 151_000 + east);
    format!(
        r#"{{"type":"Feature","properties":{{"buurtcode":"{code}","buurtnaam":"Buurt {code}","gemeentecode":"{municipality}"}},"geometry":{{"type":"Polygon","coordinates":[[[{west},450000],[{east},450000],[{east},451000],[{west},451000],[{west},450000]]]}}}}"#
    )
}

/// Gives the study a file of neighbourhoods.
fn neighbourhoods(files: &Files, areas: &[String]) {
    let head = r#"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:28992"}},"features":["#;
    files.write("buurten.geojson", format!("{head}{}]}}", areas.join(",\n")));
    files.study("population =", "areas = \"buurten.geojson\"\npopulation =");
}

pub fn cases() -> Vec<Case> {
    vec![
        used(
            "a code that is none",
            |files| files.change("gemeenten.geojson", "GM9102", "Oost"),
            ("gemeenten.geojson", 2, 1),
            &["gemeenten.geojson, rij 2, kolom \"gemeentecode\", waarde \"Oost\": geen gemeentecode, zoals `GM0518`"],
        )
        .in_english(&["gemeenten.geojson, row 2, column \"gemeentecode\", value \"Oost\": not the code of a municipality"]),
        used(
            "no code",
            |files| files.change("gemeenten.geojson", "\"GM9102\"", "null"),
            ("gemeenten.geojson", 2, 1),
            &["gemeenten.geojson, rij 2, kolom \"gemeentecode\": niet ingevuld"],
        ),
        refused(
            "no row with a code",
            |files| {
                files.change("gemeenten.geojson", "GM9101", "West");
                files.change("gemeenten.geojson", "GM9102", "Oost");
            },
            &["gemeenten.geojson: geen van de 2 rijen is bruikbaar", "waarde \"West\": geen gemeentecode"],
        ),
        refused(
            "one code with two names",
            |files| files.change("gemeenten.geojson", "GM9102", "GM9101"),
            &["gemeenten.geojson: geen van de 2 rijen is bruikbaar", "waarde \"GM9101\": staat ook in rij 2, met andere gegevens"],
        ),
        used(
            "one municipality in two rows",
            |files| {
                files.change("gemeenten.geojson", "GM9102", "GM9101");
                files.change("gemeenten.geojson", "\"Oost\"", "\"West\"");
                files.change("gemeenten.geojson", "\"aantal_inwoners\":112", "\"aantal_inwoners\":15");
                files.change("organisaties.csv", "De Linde;GM9102;2015;2030\n", "");
            },
            ("gemeenten.geojson", 2, 2),
            &["2 rijen gelezen, 2 gebruikt"],
        ),
        used(
            "codes without GM, as numbers",
            |files| {
                files.change("gemeenten.geojson", "\"GM9101\"", "9101");
                files.change("gemeenten.geojson", "\"GM9102\"", "9102.0");
            },
            ("gemeenten.geojson", 2, 2),
            &["2 rijen gelezen, 2 gebruikt"],
        ),
        used(
            "a row of water",
            |files| {
                files.change("gemeenten.geojson", "\"gemeentenaam\":\"West\"", "\"gemeentenaam\":\"West\",\"water\":\"NEE\"");
                files.change("gemeenten.geojson", "\"gemeentenaam\":\"Oost\"", "\"gemeentenaam\":\"Oost\",\"water\":\"JA\"");
            },
            ("gemeenten.geojson", 2, 1),
            &["1 rij weggelaten: water"],
        ),
        refused(
            "nothing but water",
            |files| files.change("gemeenten.geojson", "\"aantal_inwoners\"", "\"water\":\"JA\",\"aantal_inwoners\""),
            &["gemeenten.geojson: ", "2 rijen", "water"],
        ),
        used(
            "the code for abroad",
            |files| files.change("gemeenten.geojson", "GM9102", "GM0998"),
            ("gemeenten.geojson", 2, 1),
            &["1 rij weggelaten: de code voor het buitenland"],
        ),
        refused(
            "no column of codes",
            |files| files.change("gemeenten.geojson", "gemeentecode", "gem_code_x"),
            &["gemeenten.geojson: er is geen kolom gevonden met de gemeentecode", "De kolommen zijn: \"gem_code_x\""],
        ),
        refused(
            "a name of `columns` that municipalities do not have",
            |files| files.study("\"gemeenten.geojson\"", "{ file = \"gemeenten.geojson\", columns = { codes = \"gemeentecode\" } }"),
            &[
                "gemeenten.geojson: de studie noemt bij `columns` een naam die hier niets betekent: \"codes\"",
                "Misschien is `code` bedoeld",
            ],
        ),
        used(
            "residents far from the official figures",
            |files| files.change("gemeenten.geojson", "\"aantal_inwoners\":112", "\"aantal_inwoners\":500"),
            ("gemeenten.geojson", 2, 2),
            &["let op: De vierkanten tellen 127 inwoners, de gemeenten officieel 515", "Oost (112 in plaats van 500)"],
        ),
        used(
            "neighbourhoods of a municipality that is not there",
            |files| neighbourhoods(files, &[area("BU91010001", "GM9101", 0), area("BU91030001", "GM9103", 2000)]),
            ("buurten.geojson", 2, 2),
            &["Deze codes staan in buurten.geojson en niet in gemeenten.geojson: GM9103", "GM9102"],
        ),
        used(
            "a neighbourhood without a code",
            |files| neighbourhoods(files, &[area("BU91010001", "GM9101", 0), area("", "GM9102", 2000)]),
            ("buurten.geojson", 2, 1),
            &["buurten.geojson, rij 2, kolom \"buurtcode\": niet ingevuld"],
        ),
    ]
}

#[test]
fn hold_up() {
    hold(&cases());
}
