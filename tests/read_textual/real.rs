//! The published files, against sums made with Python's `csv`, `json` and `zipfile`.

use std::path::Path;

use bereik::crs::Crs;
use bereik::load::{Geometry, Layer, Selection, Source, Wanted};
use bereik::model::DataFile;

use super::common::real_data;
use super::{all_texts, places};

fn source(folder: &Path, file: &str) -> Source {
    Source::open(&DataFile { path: folder.join(file), shown: file.to_owned(), ..DataFile::default() }).unwrap()
}

fn read(source: &Source, numbers: &[&str], texts: &[&str], keep: Option<(&str, &str)>) -> Layer {
    let indices = |names: &[&str]| names.iter().map(|name| source.field(name).unwrap()).collect();
    let keep = keep.map(|(name, value)| (source.field(name).unwrap(), value.to_owned()));
    let layer = source
        .read(&Selection { numbers: indices(numbers), texts: indices(texts), keep: keep.into_iter().collect(), ..Selection::default() })
        .unwrap();
    assert!(layer.refused.is_empty());
    layer
}

fn sum(values: &[f64]) -> f64 {
    values.iter().filter(|value| !value.is_nan()).sum()
}

#[test]
fn libraries_with_decimal_commas_in_windows_1252() {
    let Some(folder) = real_data() else { return };
    let source = source(&folder, "venues/bibliotheken_2023.csv");
    assert_eq!(source.encoding, Some("windows-1252"));
    assert_eq!(source.fields.len(), 13);
    let layer = read(&source, &["X", "Latitude"], &["Straatnaam", "Gemeente"], None);
    assert_eq!((layer.len(), layer.rows[0], layer.rows[97]), (98, 2, 99));
    assert!((sum(&layer.numbers[0].values) - 13_061_362.185_213_637).abs() < 1e-6);
    assert!((sum(&layer.numbers[1].values) - 5_113.332_090_138_818).abs() < 1e-9);
    // line 22 is in Noardeast-Fryslân, line 40 in the Höfte
    assert_eq!((layer.texts[1].get(20), layer.texts[0].get(38)), ("Noardeast-Fryslân", "de Höfte"));
}

#[test]
fn polling_places_of_a_workbook() {
    let Some(folder) = real_data() else { return };
    let source = source(&folder, "venues/stemlokalen_ps_ws_2023.xlsx");
    assert_eq!(source.layer.as_deref(), Some("Sheet1"));
    assert_eq!((source.fields.len(), source.fields[3].as_str()), (19, "Naam stembureau"));
    let layer = read(&source, &["X", "Huisnummer"], &["CBS gemeentecode", "Huisnummer", "Openingstijd"], None);
    assert_eq!((layer.len(), layer.rows[0], layer.rows[8668]), (8669, 2, 8670));
    let x = &layer.numbers[0].values;
    assert_eq!(x.iter().filter(|value| !value.is_nan()).count(), 8639);
    assert!((sum(x) - 1_318_210_528.970_822_6).abs() < 1e-3);
    assert_eq!((layer.texts[0].get(0), layer.texts[1].get(0), layer.texts[2].get(0)), ("GM1680", "4", "2023-03-15T07:30:00"));
    // 40 house numbers are texts, 62 are not there
    assert_eq!(layer.texts[1].iter().filter(|text| text.is_empty()).count(), 62);
    assert!(layer.numbers[1].odd.len() <= 40);
}

#[test]
fn the_european_grid() {
    let Some(folder) = real_data() else { return };
    let source = source(&folder, "population/eurostat_census2021_1km_nl_be_de.csv");
    assert_eq!(source.encoding, Some("UTF-8"));
    let layer = read(&source, &["T", "X"], &["GRD_ID"], None);
    assert_eq!((layer.len(), layer.rows[81_774]), (81_775, 81_776));
    assert!((sum(&layer.numbers[0].values) - 47_011_021.0).abs() < 0.5);
    assert_eq!(layer.texts[0].get(0), "CRS3035RES1000mN3020000E3837000");
}

#[test]
fn hospitals_with_quotes_and_a_last_column_that_is_empty() {
    let Some(folder) = real_data() else { return };
    let source = source(&folder, "venues/eurostat_hospitals_nl.csv");
    assert_eq!((source.fields.len(), source.fields[24].as_str()), (25, "comments"));
    let layer = read(&source, &["lat"], &["house_number"], None);
    assert_eq!(layer.len(), 245);
    assert!((sum(&layer.numbers[0].values) - 12_755.189_633_408_656).abs() < 1e-8);
    // line 9 has " 25" in quotes
    assert_eq!(layer.texts[0].get(7), "25");
}

#[test]
fn education_by_municipality() {
    let Some(folder) = real_data() else { return };
    let source = source(&folder, "population/opleidingsniveau_gemeente.csv");
    assert_eq!(source.fields, ["jaar", "gemeentecode", "opleidingsniveau", "aantal"]);
    assert_eq!(all_texts(&source).len(), 4104);
    // 4104 rows are 342 municipalities × 4 years × 3 levels
    let layer = read(&source, &["aantal"], &["opleidingsniveau"], Some(("jaar", "2017")));
    assert_eq!((layer.len(), layer.filtered), (342 * 3, 342 * 9));
    let low = layer.texts[0].iter().zip(&layer.numbers[0].values).filter(|(level, _)| *level == "Laag").map(|(_, count)| *count);
    assert!((sum(&low.collect::<Vec<_>>()) - 5_543_225.0).abs() < 0.5);
}

#[test]
fn municipal_borders() {
    let Some(folder) = real_data() else { return };
    let source = source(&folder, "boundaries/cbs_gemeenten_2022.geojson");
    assert_eq!(source.fields, ["id", "statcode", "jrstatcode", "statnaam", "rubriek"]);
    assert_eq!(source.crs, Some(Crs::Epsg(4326)));
    let found = places(&source);
    assert_eq!(found.len(), 345);
    // Groningen: its own `bbox` member, and the centroid by the shoelace formula
    let place = found[0];
    assert!((f64::from(place.width) - (6.772_527_218_458_061 - 6.462_746_433_131_825)).abs() < 1e-7);
    assert!((f64::from(place.height) - (53.312_795_519_454_085 - 53.106_203_227_653_21)).abs() < 1e-7);
    assert!((place.at.x - 6.620_725_019).abs() < 1e-8 && (place.at.y - 53.218_606_671).abs() < 1e-8, "{place:?}");
    let layer = source.read(&Selection { geometry: Wanted::Shapes, texts: vec![1], ..Selection::default() }).unwrap();
    let Geometry::Shapes(shapes) = layer.geometry else { panic!("no shapes") };
    assert_eq!(shapes.iter().map(|shape| shape.0.len()).sum::<usize>(), 420);
    assert!(layer.refused.is_empty() && layer.texts[0].get(0) == "GM0014");
}
