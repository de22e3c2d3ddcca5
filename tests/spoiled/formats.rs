//! Files that are not there, are something else, or break off.

use super::book::{row, workbook, zip};
use super::case::{Case, hold, refused, used};
use super::make::{database, geopackage, shapefile};

/// A folder `grenzen` with the municipalities as a shapefile, named by the study.
fn with_shapefile(files: &super::base::Files) {
    shapefile(&files.path("grenzen.shp"));
    files.study("gemeenten.geojson", "grenzen.shp");
}

/// The population as a workbook, named by the study.
fn with_workbook(files: &super::base::Files) {
    let rows = [
        row(1, &["crs28992res100m", "aantal_inwoners"]),
        row(2, &["E1500N4500", "10"]),
        row(3, &["E1520N4500", "20"]),
        row(4, &["E1530N4500", "veel"]),
    ];
    files.instead("vierkanten.csv", "vierkanten.xlsx", workbook(&[("Blad1", &rows.concat())]));
}

/// The first bytes of an OLE file: an old workbook, or a new one behind a password.
const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0\0";

pub fn cases() -> Vec<Case> {
    [absent(), something_else(), geopackages(), shapefiles(), workbooks()].into_iter().flatten().collect()
}

fn absent() -> Vec<Case> {
    vec![
        refused(
            "a file that is not there",
            |files| files.remove("vierkanten.csv"),
            &["fout: vierkanten.csv: dit bestand is er niet", "tip: "],
        )
        .in_english(&["error: vierkanten.csv: there is no such file", "hint: "]),
        refused(
            "a folder",
            |files| {
                files.remove("vierkanten.csv");
                std::fs::create_dir(files.path("vierkanten.csv")).unwrap();
            },
            &["vierkanten.csv: dit is een map"],
        ),
        refused("a file of 0 bytes", |files| files.write("bibliotheken.csv", ""), &["bibliotheken.csv: het bestand is leeg"])
            .in_english(&["bibliotheken.csv: the file is empty"]),
        refused(
            "a file name of nothing",
            |files| files.study("\"vierkanten.csv\"", "\"\""),
            &["studie.toml, regel 5, teken 14: `data.population` is leeg"],
        ),
    ]
}

fn something_else() -> Vec<Case> {
    vec![
        refused(
            "a zip named .gpkg",
            |files| files.instead("vierkanten.csv", "vk.gpkg", zip(&[("vk100.gpkg", "x")])),
            &["vk.gpkg: de naam zegt GeoPackage, maar de inhoud is zip", "Pak het bestand eerst uit"],
        )
        .in_english(&["vk.gpkg: the name says GeoPackage, but the contents are zip", "Unpack"]),
        refused(
            "a web page named .csv",
            |files| files.write("vierkanten.csv", "<!DOCTYPE html><html><body>Inloggen</body></html>"),
            &["vierkanten.csv: de naam zegt CSV, maar de inhoud is HTML", "Dit is een webpagina"],
        ),
        refused(
            "a PDF named .csv",
            |files| files.write("vierkanten.csv", "%PDF-1.7\n%\u{e2}\n1 0 obj"),
            &["vierkanten.csv: de naam zegt CSV, maar de inhoud is PDF"],
        ),
        refused(
            "a GeoPackage named .csv",
            |files| files.write("vierkanten.csv", geopackage(&["vk"])),
            &["vierkanten.csv: de naam zegt CSV, maar de inhoud is GeoPackage", "`.gpkg`"],
        ),
        refused(
            "a workbook named .csv",
            |files| files.write("vierkanten.csv", workbook(&[("Blad1", &row(1, &["a", "b"]))])),
            &["vierkanten.csv: de naam zegt CSV, maar de inhoud is XLSX", "`.xlsx`"],
        ),
        refused(
            "an OpenDocument sheet named .xlsx",
            |files| {
                let sheet = zip(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>")]);
                files.instead("vierkanten.csv", "vierkanten.xlsx", sheet);
            },
            &["vierkanten.xlsx: de naam zegt XLSX, maar de inhoud is ODS", "(.xlsx)"],
        ),
        refused(
            "a CSV named .gpkg",
            |files| files.instead("vierkanten.csv", "vierkanten.gpkg", super::base::POPULATION),
            &["vierkanten.gpkg: de naam zegt GeoPackage, maar dat is de inhoud niet"],
        ),
        refused(
            "a format that is not read",
            |files| files.instead("vierkanten.csv", "vierkanten.kml.gz", b"\x1F\x8B\x08\x00"),
            &["vierkanten.kml.gz: dit soort bestand kan Bereik niet lezen"],
        ),
        refused(
            "TopoJSON",
            |files| files.write("gemeenten.geojson", r#"{"type":"Topology","arcs":[],"objects":{}}"#),
            &["gemeenten.geojson: ", "TopoJSON", "QGIS"],
        ),
        refused(
            "JSON of something else",
            |files| files.write("gemeenten.geojson", r#"{"message":"rate limit exceeded"}"#),
            &["gemeenten.geojson: ", "geen GeoJSON"],
        ),
        refused(
            "a GeoJSON that breaks off",
            |files| files.cut("gemeenten.geojson", 0.6),
            &["gemeenten.geojson: het bestand is beschadigd of houdt te vroeg op, bij regel 3, teken"],
        )
        .in_english(&["gemeenten.geojson: the file is damaged or breaks off, at line 3, column"]),
        refused(
            "a GeoJSON without features",
            |files| files.write("gemeenten.geojson", r#"{"type":"FeatureCollection","features":[]}"#),
            &["gemeenten.geojson: het bestand is leeg"],
        ),
        refused(
            "a bare geometry as municipalities",
            |files| files.write("gemeenten.geojson", r#"{"type":"Polygon","coordinates":[[[5,52],[5.1,52],[5.1,52.1],[5,52]]]}"#),
            &["gemeenten.geojson: er is geen kolom gevonden met de gemeentecode"],
        ),
    ]
}

fn geopackages() -> Vec<Case> {
    vec![
        refused(
            "a database that is no GeoPackage",
            |files| files.instead("vierkanten.csv", "vk.gpkg", database("CREATE TABLE t (a)")),
            &["vk.gpkg: ", "SQLite", "geen GeoPackage"],
        ),
        refused(
            "a GeoPackage that breaks off",
            |files| {
                files.instead("vierkanten.csv", "vk.gpkg", geopackage(&["vk"]));
                files.cut("vk.gpkg", 0.5);
            },
            &["vk.gpkg: het bestand is beschadigd of houdt te vroeg op"],
        ),
        refused(
            "a GeoPackage of its first 60 bytes",
            |files| files.instead("vierkanten.csv", "vk.gpkg", &geopackage(&["vk"])[..60]),
            &["vk.gpkg: het bestand is beschadigd of houdt te vroeg op"],
        ),
        refused(
            "a GeoPackage without layers",
            |files| files.instead("vierkanten.csv", "vk.gpkg", geopackage(&[])),
            &["vk.gpkg: het bestand is leeg"],
        ),
        refused(
            "several layers and no choice",
            |files| files.instead("vierkanten.csv", "vk.gpkg", geopackage(&["vk100", "vk500"])),
            &["vk.gpkg: er zitten 2 lagen in", "`layer = \"vk100\"`", "\"vk500\""],
        )
        .in_english(&["vk.gpkg: there are 2 layers in it", "\"vk500\""]),
        refused(
            "a layer that is not there",
            |files| {
                files.instead("vierkanten.csv", "vk.gpkg", geopackage(&["vk100", "vk500"]));
                files.study("\"vk.gpkg\"", "{ file = \"vk.gpkg\", layer = \"vk10\" }");
            },
            &["vk.gpkg: er zit geen laag \"vk10\" in", "Misschien is `layer = \"vk100\"` bedoeld"],
        ),
        refused(
            "a shape layer whose table is gone",
            |files| {
                let sql = "CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT, identifier TEXT, srs_id INTEGER);
                     INSERT INTO gpkg_contents VALUES ('weg', 'attributes', 'weg', 0);";
                files.instead("vierkanten.csv", "vk.gpkg", database(sql));
            },
            &["vk.gpkg: het bestand is beschadigd", "weg"],
        ),
    ]
}

fn shapefiles() -> Vec<Case> {
    vec![
        refused(
            "a shapefile without .dbf",
            |files| {
                with_shapefile(files);
                files.remove("grenzen.dbf");
            },
            &["grenzen.shp: van deze shapefile ontbreekt het bestand dat op `.dbf` eindigt"],
        )
        .in_english(&["grenzen.shp: this shapefile lacks the file that ends in `.dbf`"]),
        refused(
            "a shapefile without .shx",
            |files| {
                with_shapefile(files);
                files.remove("grenzen.shx");
            },
            &["grenzen.shp: van deze shapefile ontbreekt het bestand dat op `.shx` eindigt"],
        ),
        refused(
            "a shapefile of half a head",
            |files| {
                with_shapefile(files);
                files.cut("grenzen.shp", 0.1);
            },
            &["grenzen.shp: het bestand is beschadigd of houdt te vroeg op, bij .shp"],
        ),
        refused(
            "the table of a shapefile without a head",
            |files| {
                with_shapefile(files);
                files.cut("grenzen.dbf", 0.1);
            },
            &["grenzen.shp: het bestand is beschadigd of houdt te vroeg op, bij .dbf"],
        ),
        used(
            "a shapefile whose last shape breaks off",
            |files| {
                with_shapefile(files);
                files.cut("grenzen.shp", 0.9);
            },
            ("grenzen.shp", 2, 1),
            &["grenzen.shp, rij 2: de rij houdt te vroeg op", "2 rijen gelezen, 1 gebruikt"],
        ),
        used(
            "a shapefile without .prj",
            with_shapefile,
            ("grenzen.shp", 2, 2),
            &["EPSG:28992 (afgeleid: alleen zo ligt alles in Nederland)"],
        ),
    ]
}

fn workbooks() -> Vec<Case> {
    vec![
        used(
            "a workbook with a text for a number",
            with_workbook,
            ("vierkanten.xlsx", 3, 2),
            &["vierkanten.xlsx, rij 4, kolom \"aantal_inwoners\", waarde \"veel\": geen getal"],
        ),
        refused(
            "a workbook that breaks off",
            |files| {
                with_workbook(files);
                files.cut("vierkanten.xlsx", 0.7);
            },
            &["vierkanten.xlsx: het bestand is beschadigd of houdt te vroeg op"],
        ),
        refused(
            "a sheet that is not there",
            |files| {
                with_workbook(files);
                files.study("\"vierkanten.xlsx\"", "{ file = \"vierkanten.xlsx\", layer = \"Blad2\" }");
            },
            &["vierkanten.xlsx: er zit geen laag \"Blad2\" in", "\"Blad1\""],
        ),
        refused(
            "an old workbook, or one with a password",
            |files| files.instead("vierkanten.csv", "vierkanten.xlsx", OLE),
            &["vierkanten.xlsx: de naam zegt XLSX", "Excel 97", "wachtwoord"],
        )
        .in_english(&["vierkanten.xlsx: the name says XLSX", "password"]),
        refused(
            "an encoding of a workbook",
            |files| {
                with_workbook(files);
                files.study("\"vierkanten.xlsx\"", "{ file = \"vierkanten.xlsx\", encoding = \"utf-8\" }");
            },
            &["vierkanten.xlsx: de studie geeft hier `encoding`, maar dat bestaat bij XLSX niet"],
        ),
        refused(
            "a layer of a CSV",
            |files| files.study("\"vierkanten.csv\"", "{ file = \"vierkanten.csv\", layer = \"vk100\" }"),
            &["vierkanten.csv: de studie geeft hier `layer`, maar dat bestaat bij CSV niet", "Haal `layer`"],
        ),
        refused(
            "a workbook without a table",
            |files| files.instead("vierkanten.csv", "vierkanten.xlsx", workbook(&[("Blad1", "")])),
            &["vierkanten.xlsx: het bestand is leeg"],
        ),
    ]
}

#[test]
fn hold_up() {
    hold(&cases());
}
