//! Spoiled coordinates and coordinate systems.

use super::base::{Files, MUNICIPALITIES};
use super::case::{Case, hold, refused, used};

/// The `crs` member of the municipalities.
const CRS: &str = r#""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"#;

/// Sites from X and Y.
fn sites(files: &Files, rows: &str) {
    files.write("bibliotheken.csv", format!("naam;X;Y;ido\n{rows}"));
}

/// Says something of the sites in the study.
fn say(files: &Files, what: &str) {
    files.study("\"bibliotheken.csv\"", &format!("\"bibliotheken.csv\", {what}"));
}

/// The sites as a GeoJSON of points.
fn points(files: &Files, head: &str, positions: &[&str]) {
    let feature = |(index, position): (usize, &&str)| {
        format!(r#"{{"type":"Feature","properties":{{"naam":"Punt {index}","ido":"ja"}},"geometry":{position}}}"#)
    };
    let features: Vec<String> = positions.iter().enumerate().map(feature).collect();
    let text = format!("{{\"type\":\"FeatureCollection\",{head}\"features\":[\n{}\n]}}", features.join(",\n"));
    files.instead("bibliotheken.csv", "punten.geojson", text);
}

/// A point in West in degrees: RD 150 050, 450 050 is about 5.3150, 52.0386.
const DEGREES: &str = r#"{"type":"Point","coordinates":[5.3150,52.0386]}"#;
/// The same point in RD.
const RD: &str = r#"{"type":"Point","coordinates":[150050,450050]}"#;

pub fn cases() -> Vec<Case> {
    [systems(), axes(), single(), shapes()].into_iter().flatten().collect()
}

fn systems() -> Vec<Case> {
    vec![
        used(
            "points between the thousands of X and Y",
            |files| sites(files, "Een;150.050;450.050;ja\nTwee;153.050;450.050;ja\n"),
            ("bibliotheken.csv", 2, 2),
            &["kolom \"X\": punten gelezen als duizendtallen", "kolom \"Y\": punten gelezen als duizendtallen", "EPSG:28992 (afgeleid"],
        ),
        used(
            "points between the thousands of X and Y in a stated system",
            |files| {
                sites(files, "Een;150.050;450.050;ja\nTwee;153.050;450.050;ja\n");
                say(files, "crs = \"EPSG:28992\"");
            },
            ("bibliotheken.csv", 2, 2),
            &["kolom \"X\": punten gelezen als duizendtallen"],
        ),
        // x is in the column of longitudes, y in that of latitudes
        used(
            "columns of degrees that the study says are RD",
            |files| {
                files.write("bibliotheken.csv", "naam;lat;lon;ido\nEen;450050;150050;ja\nTwee;450050;153050;ja\n");
                say(files, "crs = \"EPSG:28992\"");
            },
            ("bibliotheken.csv", 2, 2),
            &["EPSG:28992 (staat in de studie)"],
        ),
        refused(
            "another system than that of the squares",
            |files| files.study("\"vierkanten.csv\"", "{ file = \"vierkanten.csv\", crs = \"EPSG:4326\" }"),
            &["vierkanten.csv: de studie zegt `crs = \"EPSG:4326\"`, maar de nummers van de vierkanten in kolom \"crs28992res100m\"", "Haal `crs`"],
        )
        .in_english(&["vierkanten.csv: the study says `crs = \"EPSG:4326\"`, but the ids of squares"]),
        used(
            "the system of the squares",
            |files| files.study("\"vierkanten.csv\"", "{ file = \"vierkanten.csv\", crs = \"RD\" }"),
            ("vierkanten.csv", 7, 7),
            &["EPSG:28992 (blijkt uit de codes"],
        ),
        used(
            "degrees in X and Y with three digits behind the point",
            |files| sites(files, "Een;5.315;52.039;ja\nTwee;5.358;52.039;ja\n"),
            ("bibliotheken.csv", 2, 2),
            &["EPSG:4258 (afgeleid"],
        ),
        used(
            "RD in a GeoJSON that does not say so",
            |files| files.write("gemeenten.geojson", MUNICIPALITIES.replace(CRS, "")),
            ("gemeenten.geojson", 2, 2),
            &["EPSG:28992 (afgeleid: alleen zo ligt alles in Nederland)"],
        ),
        refused(
            "a system of the study that the file is not in",
            |files| files.study("\"gemeenten.geojson\"", "{ file = \"gemeenten.geojson\", crs = \"EPSG:4326\" }"),
            &["gemeenten.geojson: in het coördinatenstelsel \"EPSG:4326\" ligt niets in of bij Nederland; het eerste punt is 150000 en 450000"],
        )
        .in_english(&["gemeenten.geojson: in the coordinate system \"EPSG:4326\" nothing lies in or near the Netherlands"]),
        refused(
            "a system that does not exist",
            |files| files.study("\"gemeenten.geojson\"", "{ file = \"gemeenten.geojson\", crs = \"EPSG:999999\" }"),
            &["gemeenten.geojson: het coördinatenstelsel \"EPSG:999999\" is niet bruikbaar", "`crs = \"EPSG:28992\"`"],
        ),
        refused(
            "a system that is a word",
            |files| files.study("\"gemeenten.geojson\"", "{ file = \"gemeenten.geojson\", crs = \"westland\" }"),
            &["gemeenten.geojson: het coördinatenstelsel \"westland\" is niet bruikbaar"],
        ),
        refused(
            "half RD, half degrees",
            |files| points(files, "", &[RD, DEGREES, RD, DEGREES]),
            &["punten.geojson: er staan twee coördinatenstelsels door elkaar: 2 rijen in Rijksdriehoek en 2 in graden"],
        )
        .in_english(&["punten.geojson: two coordinate systems are mixed: 2 rows in RD and 2 in degrees"]),
        used(
            "a few rows in degrees in a file of RD",
            |files| points(files, CRS, &[RD, RD, DEGREES, RD]),
            ("punten.geojson", 4, 3),
            &["punten.geojson, rij 3, ", "dit zijn graden, terwijl de andere plaatsen in Rijksdriehoek staan"],
        ),
        used(
            "a few rows of RD in a file in degrees",
            |files| points(files, r#""crs":{"type":"name","properties":{"name":"EPSG:4326"}},"#, &[DEGREES, RD, DEGREES]),
            ("punten.geojson", 3, 2),
            &["punten.geojson, rij 2, ", "dit is Rijksdriehoek, terwijl de andere plaatsen in graden staan"],
        ),
        refused(
            "coordinates in Africa",
            |files| points(files, "", &[r#"{"type":"Point","coordinates":[5.3,12.0]}"#, r#"{"type":"Point","coordinates":[5.4,12.1]}"#]),
            &["punten.geojson: in het coördinatenstelsel \"EPSG:4326\" ligt niets in of bij Nederland"],
        ),
        refused(
            "coordinates of no system",
            |files| sites(files, "West;1;2;ja\nOost;3;4;ja\n"),
            &["bibliotheken.csv: het bestand zegt niet in welk coördinatenstelsel het is"],
        ),
    ]
}

fn axes() -> Vec<Case> {
    vec![
        refused(
            "X and Y exchanged",
            |files| sites(files, "West;450050;150050;ja\nOost;450050;153050;ja\n"),
            &["bibliotheken.csv: de twee coördinaten staan in de verkeerde volgorde: het eerste punt is 450050 en 150050"],
        )
        .in_english(&["bibliotheken.csv: the two coordinates are in the wrong order"]),
        refused(
            "latitude before longitude",
            |files| points(files, "", &[r#"{"type":"Point","coordinates":[52.0386,5.3150]}"#]),
            &["punten.geojson: de twee coördinaten staan in de verkeerde volgorde: het eerste punt is 52,0386 en 5,315"],
        ),
        refused(
            "columns of longitude and latitude exchanged",
            |files| files.write("bibliotheken.csv", "naam;lon;lat;ido\nWest;52.0386;5.3150;ja\n"),
            &["bibliotheken.csv: de twee coördinaten staan in de verkeerde volgorde"],
        ),
        refused(
            "the axes of the municipalities exchanged",
            |files| {
                let text = MUNICIPALITIES.replace("[150000,450000]", "[450000,150000]").replace("[152000,450000]", "[450000,152000]");
                let text = text.replace("[152000,451000]", "[451000,152000]").replace("[150000,451000]", "[451000,150000]");
                files.write(
                    "gemeenten.geojson",
                    text.replace("[154000,450000]", "[450000,154000]").replace("[154000,451000]", "[451000,154000]"),
                );
            },
            &["gemeenten.geojson: de twee coördinaten staan in de verkeerde volgorde"],
        ),
        used(
            "one row with X and Y exchanged",
            |files| {
                sites(files, "West;150050;450050;ja\nOost;450050;153050;ja\n");
                say(files, "crs = \"EPSG:28992\"");
            },
            ("bibliotheken.csv", 2, 1),
            &["bibliotheken.csv, rij 3, ", "de twee coördinaten staan in de verkeerde volgorde"],
        ),
    ]
}

fn single() -> Vec<Case> {
    vec![
        used(
            "X and Y not filled in, latitude and longitude are",
            |files| files.write("bibliotheken.csv", "naam;X;Y;lat;lon;ido\nWest;150050;450050;;;ja\nOost;;;52,0386;5,3150;ja\n"),
            ("bibliotheken.csv", 2, 2),
            &["2 rijen gelezen, 2 gebruikt"],
        ),
        used(
            "X and Y nowhere filled in, latitude and longitude are",
            |files| files.write("bibliotheken.csv", "naam;X;Y;lat;lon;ido\nWest;;;52,0386;5,3150;ja\nOost;;;52,0386;5,3450;ja\n"),
            ("bibliotheken.csv", 2, 2),
            &["2 rijen gelezen, 2 gebruikt"],
        ),
        used(
            "X and Y far from latitude and longitude",
            |files| files.write("bibliotheken.csv", "naam;X;Y;lat;lon;ido\nWest;150050;450050;52,0486;5,3150;ja\n"),
            ("bibliotheken.csv", 1, 1),
            &["rij 2: X/Y en lengte/breedte liggen 1,1 km uit elkaar; X/Y is gebruikt"],
        ),
        used(
            "a row without coordinates",
            |files| sites(files, "West;150050;450050;ja\nOost;;;ja\n"),
            ("bibliotheken.csv", 2, 1),
            &["bibliotheken.csv, rij 3: er staat niet bij waar dit is"],
        )
        .in_english(&["bibliotheken.csv, row 3: nothing says where this is"]),
        used(
            "a coordinate that is a text",
            |files| sites(files, "West;150050;450050;ja\nOost;n.n.b.;450050;ja\n"),
            ("bibliotheken.csv", 2, 1),
            &["bibliotheken.csv, rij 3, kolom \"X\", waarde \"n.n.b.\": geen getal"],
        ),
        refused(
            "no row with coordinates",
            |files| sites(files, "West;;;ja\nOost;;;ja\n"),
            &["bibliotheken.csv: geen van de 2 rijen is bruikbaar; de eerste is rij 2: er staat niet bij waar dit is"],
        ),
        refused(
            "all coordinates texts",
            |files| sites(files, "West;links;boven;ja\nOost;rechts;boven;ja\n"),
            &["bibliotheken.csv: geen van de 2 rijen is bruikbaar; de eerste is rij 2, kolom \"X\", waarde \"links\": geen getal"],
        ),
        used(
            "a row at 0, 0 among rows of a stated system",
            |files| {
                sites(files, "West;150050;450050;ja\nOost;0;0;ja\n");
                say(files, "crs = \"EPSG:28992\"");
            },
            ("bibliotheken.csv", 2, 1),
            &["bibliotheken.csv, rij 3, waarde \"0, 0\": ligt ver buiten Nederland"],
        ),
        refused(
            "a row at 0, 0 and no system",
            |files| sites(files, "West;150050;450050;ja\nOost;0;0;ja\nZuid;153050;450050;ja\n"),
            &["bibliotheken.csv: ", "rij 3", "0 en 0", "`crs = \"EPSG:28992\"`"],
        ),
        used(
            "a point of nothing",
            |files| points(files, CRS, &[RD, "null", r#"{"type":"Point","coordinates":[]}"#]),
            ("punten.geojson", 3, 1),
            &["punten.geojson, rij 2: er staat niet bij waar dit is", "punten.geojson, rij 3: er staat niet bij waar dit is"],
        ),
        used(
            "a point of one number",
            |files| points(files, CRS, &[RD, r#"{"type":"Point","coordinates":[150050]}"#]),
            ("punten.geojson", 2, 1),
            &["punten.geojson, rij 2: de vorm op de kaart is niet te lezen"],
        ),
        refused(
            "a number that is too large",
            |files| points(files, CRS, &[RD, r#"{"type":"Point","coordinates":[1e999,450050]}"#]),
            &["punten.geojson: het bestand is beschadigd", "regel 3"],
        ),
    ]
}

fn shapes() -> Vec<Case> {
    vec![
        used(
            "a ring that does not close",
            |files| files.change("gemeenten.geojson", "[152000,451000],[152000,450000]]", "[152000,451000],[152000,450500]]"),
            ("gemeenten.geojson", 2, 1),
            &["gemeenten.geojson, rij 2: de vorm op de kaart is niet te lezen"],
        )
        .in_english(&["gemeenten.geojson, row 2: the shape on the map cannot be read"]),
        used(
            "a shape with one corner at 0, 0",
            |files| files.change("gemeenten.geojson", "[154000,451000]", "[0,0]"),
            ("gemeenten.geojson", 2, 1),
            &["gemeenten.geojson, rij 2, waarde \"0, 0\": ligt ver buiten Nederland"],
        ),
        used(
            "a municipality without a shape",
            |files| {
                let (before, _) = MUNICIPALITIES.split_at(MUNICIPALITIES.rfind("{\"type\":\"Polygon\"").unwrap());
                files.write("gemeenten.geojson", format!("{before}null}}]}}"));
            },
            ("gemeenten.geojson", 2, 1),
            &["gemeenten.geojson, rij 2: er staat niet bij waar dit is"],
        ),
        refused(
            "points where municipalities are needed",
            |files| {
                let feature = |code: &str| {
                    format!(r#"{{"type":"Feature","properties":{{"gemeentecode":"{code}"}},"geometry":{{"type":"Point","coordinates":[5.3,52.0]}}}}"#)
                };
                let text = format!(r#"{{"type":"FeatureCollection","features":[{},{}]}}"#, feature("GM9101"), feature("GM9102"));
                files.write("gemeenten.geojson", text);
            },
            &["gemeenten.geojson: er staan geen vlakken in"],
        )
        .in_english(&["gemeenten.geojson: there are no polygons in it"]),
        refused(
            "a table where municipalities are needed",
            |files| files.instead("gemeenten.geojson", "gemeenten.csv", "gemeentecode;gemeentenaam\nGM9101;West\n"),
            &["gemeenten.csv: er staan geen vlakken in"],
        ),
    ]
}

#[test]
fn hold_up() {
    hold(&cases());
}
