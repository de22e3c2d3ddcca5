//! One list of sites in every format gives the same sites and distances.

use std::path::Path;

use bereik::crs::{Planar, ToPlanar};
use bereik::measure::coverage;
use bereik::model::{Region, Site};
use bereik::report::{Column, Shapes, Table, Values, geopackage};
use geo::Coord;
use shapefile::dbase::{FieldName, FieldValue, Record, TableWriterBuilder, encoding::EncodingRs};

use super::book;
use super::common::{StudyFolder, real_data};

const STUDY: &str = r#"
[study]
title = "Bibliotheken in Rijnmond"
municipalities = ["Rotterdam"]
[data]
municipalities = "{data}/boundaries/cbs_gemeenten_2024.gpkg"
population = "{data}/population/cbs_vk100_2024_rijnmond.gpkg"
sites = [{ file = "SITES", venue = "library branch", status = "open" }]
[reach]
norm = "2 km"
"#;

/// RD New as ESRI writes it.
const PRJ: &str = r#"PROJCS["RD_New",GEOGCS["GCS_Amersfoort",DATUM["D_Amersfoort",SPHEROID["Bessel_1841",6377397.155,299.1528128]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Double_Stereographic"],PARAMETER["False_Easting",155000.0],PARAMETER["False_Northing",463000.0],PARAMETER["Central_Meridian",5.38763888888889],PARAMETER["Scale_Factor",0.9999079],PARAMETER["Latitude_Of_Origin",52.1561605555556],UNIT["Meter",1.0]]"#;

/// Name, place, X and Y of each row, as the published CSV has them; degrees beside them.
struct Row {
    name: String,
    place: String,
    at: Coord<f64>,
    degrees: Coord<f64>,
}

/// The published list, read here by hand: Windows-1252, `;`, decimal comma.
fn published(data: &Path) -> Vec<Row> {
    let bytes = std::fs::read(data.join("venues/bibliotheken_2023.csv")).unwrap();
    // Every byte of Windows-1252 that occurs in it stands for the character of that number.
    let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    text.lines()
        .skip(1)
        .map(|line| {
            let cells: Vec<&str> = line.split(';').collect();
            let number = |cell: &str| -> f64 { cell.replace(',', ".").parse().unwrap() };
            let [x, y, lat, lon] = [8, 9, 10, 11].map(|column| number(cells[column]));
            Row { name: cells[0].to_owned(), place: cells[7].to_owned(), at: Coord { x, y }, degrees: Coord { x: lon, y: lat } }
        })
        .collect()
}

/// The sites of a study with this file, and the distance of each of its cells.
fn answer(data: &Path, file: &str, write: impl Fn(&Path)) -> (Region, Vec<f64>) {
    let folder = StudyFolder::new(&STUDY.replace("SITES", file), data);
    write(&folder.path(file));
    let checked = folder.check();
    let coverage = coverage(&checked.loaded.region, &checked.study);
    (checked.loaded.region, coverage.distance)
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

/// GeoJSON by hand: RD with the old `crs` member, or degrees as RFC 7946 has them.
fn geojson(rows: &[Row], degrees: bool) -> String {
    let crs = if degrees { "" } else { r#""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"# };
    let feature = |row: &Row| {
        let at = if degrees { row.degrees } else { row.at };
        format!(
            r#"{{"type":"Feature","properties":{{"naam":{},"plaats":{}}},"geometry":{{"type":"Point","coordinates":[{},{}]}}}}"#,
            quoted(&row.name),
            quoted(&row.place),
            at.x,
            at.y
        )
    };
    format!(r#"{{"type":"FeatureCollection",{crs}"features":[{}]}}"#, rows.iter().map(feature).collect::<Vec<_>>().join(","))
}

fn workbook(rows: &[Row]) -> Vec<u8> {
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let mut sheet = book::row(1, &["Lijst van bibliotheken"]) + &book::row(3, &["naam", "plaats", "X", "Y"]);
    for (number, row) in (4..).zip(rows) {
        sheet += &book::row(number, &[&escape(&row.name), &escape(&row.place), &row.at.x.to_string(), &row.at.y.to_string()]);
    }
    book::workbook(&[("Blad1", &sheet)])
}

fn package(rows: &[Row], path: &Path) {
    let texts = |of: fn(&Row) -> &String| Values::Owned(rows.iter().map(|row| of(row).clone()).collect());
    let column = |name: &str, values| Column { name: name.to_owned(), values };
    let table = Table {
        name: "bibliotheken",
        title: String::new(),
        columns: vec![column("naam", texts(|row| &row.name)), column("plaats", texts(|row| &row.place))],
        rows: rows.len(),
        shapes: Shapes::Points(Planar(rows.iter().map(|row| row.at).collect())),
    };
    geopackage::write(&[table], &[], path).unwrap();
}

fn shapes(rows: &[Row], path: &Path) {
    let name = |name: &str| FieldName::try_from(name).unwrap();
    let utf8 = EncodingRs::from(encoding_rs::UTF_8);
    let table = TableWriterBuilder::with_encoding(utf8).add_character_field(name("naam"), 120).add_character_field(name("plaats"), 60);
    let mut writer = shapefile::Writer::from_path(path, table).unwrap();
    for row in rows {
        let mut record = Record::default();
        record.insert("naam".to_owned(), FieldValue::Character(Some(row.name.clone())));
        record.insert("plaats".to_owned(), FieldValue::Character(Some(row.place.clone())));
        writer.write_shape_and_record(&shapefile::Point::new(row.at.x, row.at.y), &record).unwrap();
    }
    drop(writer);
    std::fs::write(path.with_extension("prj"), PRJ).unwrap();
    std::fs::write(path.with_extension("cpg"), "UTF-8").unwrap();
}

fn csv(rows: &[Row]) -> String {
    let comma = |number: f64| number.to_string().replace('.', ",");
    let lines = rows.iter().map(|row| format!("\"{}\";\"{}\";{};{}\n", row.name, row.place, comma(row.at.x), comma(row.at.y)));
    format!("naam;plaats;X;Y\n{}", lines.collect::<String>())
}

#[test]
fn every_format_gives_the_same_sites_and_distances() {
    let Some(data) = real_data() else { return };
    let rows = published(&data);
    assert_eq!(rows.len(), 98);
    let original = data.canonicalize().unwrap().join("venues/bibliotheken_2023.csv");
    let (expected, distances) = answer(&data, original.to_str().unwrap(), |_| {});
    assert_eq!(expected.sites.len(), 97, "one library is on the list twice");
    let text = |path: &Path, text: String| std::fs::write(path, text).unwrap();
    let others = [
        ("csv", answer(&data, "lijst.csv", |path| text(path, csv(&rows)))),
        ("xlsx", answer(&data, "lijst.xlsx", |path| std::fs::write(path, workbook(&rows)).unwrap())),
        ("geojson in RD", answer(&data, "lijst.geojson", |path| text(path, geojson(&rows, false)))),
        ("gpkg", answer(&data, "lijst.gpkg", |path| package(&rows, path))),
        ("shp", answer(&data, "lijst.shp", |path| shapes(&rows, path))),
    ];
    let named = |site: &Site| (site.id.clone(), site.name.clone(), site.place.clone(), site.municipality, site.status);
    for (format, (region, other)) in &others {
        assert_eq!(region.sites.iter().map(named).collect::<Vec<_>>(), expected.sites.iter().map(named).collect::<Vec<_>>(), "{format}");
        for (one, other) in region.sites.iter().zip(&expected.sites) {
            assert!(one.at.distance(other.at) < 1e-6, "{format}: {}", one.id);
        }
        assert_eq!(*other, distances, "{format}");
    }
    // Degrees are rounded to 8 decimals (a millimetre) in the list itself, and X/Y were made from them with the official grid, from
    // which PROJ's seven parameters are 0.25 m off at most.
    let (region, by_degrees) = answer(&data, "lijst.geojson", |path| text(path, geojson(&rows, true)));
    let to_rd = ToPlanar::new(&bereik::crs::Crs::Epsg(bereik::crs::ETRS89)).unwrap();
    assert!(rows.iter().all(|row| to_rd.point(row.degrees).unwrap().distance(Planar(row.at)) < 0.25));
    assert_eq!(region.sites.iter().map(named).collect::<Vec<_>>(), expected.sites.iter().map(named).collect::<Vec<_>>());
    assert!(by_degrees.iter().zip(&distances).all(|(one, other)| (one - other).abs() < 0.25));
}
