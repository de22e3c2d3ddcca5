//! `GeoJSON` in its forms, with and without a coordinate system.

use bereik::crs::Crs;
use bereik::load::{Geometry, Selection, Wanted, Why};
use geo::Coord;

use super::{all_texts, numbers, open, places, rows};

const RD: &str = r#""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"#;

fn collection(before: &str, features: &str, after: &str) -> String {
    format!(r#"{{"type":"FeatureCollection",{before}"features":[{features}]{after}}}"#)
}

fn point(properties: &str, x: f64, y: f64) -> String {
    format!(r#"{{"type":"Feature","properties":{properties},"geometry":{{"type":"Point","coordinates":[{x},{y}]}}}}"#)
}

#[test]
fn the_system_is_the_member_or_degrees_if_they_can_be() {
    let degrees = point("{}", 5.1, 52.3);
    let rd = point("{}", 155_000.0, 463_000.0);
    let late = r#","crs":{"type":"name","properties":{"name":"EPSG:28992"}}"#;
    for (text, expected) in [
        (collection("", &degrees, ""), Some(4326)),
        (collection(RD, &rd, ""), Some(28992)),
        (collection("", &rd, late), Some(28992)),
        (collection(r#""crs":{"type":"EPSG","properties":{"code":28992}},"#, &rd, ""), Some(28992)),
        (collection(r#""crs":null,"#, &degrees, ""), None),
        (collection("", &rd, ""), None),
        // one position that is no longitude is enough
        (collection("", &format!("{degrees},{rd}"), ""), None),
        (degrees.clone(), Some(4326)),
        (rd.clone(), None),
    ] {
        let (_folder, source) = open("t.geojson", text.as_bytes()).unwrap();
        assert_eq!(source.crs, expected.map(Crs::Epsg), "{text}");
        assert!(source.has_geometry);
    }
}

#[test]
fn properties_become_columns() {
    let features = [
        r#"{"type":"Feature","id":7,"properties":{"naam":" Aa ","n":5.0,"ja":true},"geometry":null}"#,
        r#"{"type":"Feature","geometry":null,"properties":null}"#,
        r#"{"properties":{"extra":{"a":[1, 2]},"n":"1.234,5"},"type":"Feature"}"#,
        r#"{"type":"Feature","properties":{"n":"geheim","naam":null,"ja":false},"geometry":null}"#,
        r#"{"type":"Feature","properties":{"n":-99997,"naam":"Aa"},"geometry":null}"#,
    ];
    let (_folder, source) = open("t.json", collection("", &features.join(",\n"), "").as_bytes()).unwrap();
    assert_eq!(source.fields, ["naam", "n", "ja", "extra"]);
    assert!(!source.has_geometry && source.crs.is_none());
    let layer = all_texts(&source);
    let expected = ["1: Aa|5|true|", "2: |||", "3: |1.234,5||{\"a\":[1,2]}", "4: |geheim|false|", "5: Aa|-99997||"];
    assert_eq!(rows(&layer), expected);
    let column = numbers(&source, "n").numbers.remove(0);
    let known: Vec<f64> = column.values.iter().copied().filter(|value| !value.is_nan()).collect();
    assert_eq!((known, column.values[1].is_nan()), (vec![5.0, 1234.5, -99997.0], true));
    assert_eq!(column.odd, [(3, "geheim".to_owned())]);
    let kept = source.read(&Selection { texts: vec![1], keep: vec![(0, "Aa".to_owned())], ..Selection::default() }).unwrap();
    assert_eq!((rows(&kept), kept.filtered), (vec!["1: 5".to_owned(), "5: -99997".to_owned()], 3));
}

#[test]
fn a_single_feature_a_geometry_and_features_by_line() {
    let lines = format!("{}\n{}\n", point(r#"{"n":1}"#, 5.0, 52.0), point(r#"{"m":2}"#, 6.0, 53.0));
    let at = |x: f64, y: f64| Coord { x, y };
    for (text, fields, expected) in [
        (point(r#"{"n":1}"#, 5.0, 52.0), vec!["n"], vec![at(5.0, 52.0)]),
        (r#"{"coordinates":[5,52],"type":"Point"}"#.to_owned(), vec![], vec![at(5.0, 52.0)]),
        (lines, vec!["n", "m"], vec![at(5.0, 52.0), at(6.0, 53.0)]),
        (format!("\u{feff}  {}\n\n", point("{}", 5.0, 52.0)), vec![], vec![at(5.0, 52.0)]),
    ] {
        let (_folder, source) = open("t.geojson", text.as_bytes()).unwrap();
        assert_eq!(source.fields, fields, "{text}");
        assert_eq!(places(&source).iter().map(|place| place.at).collect::<Vec<_>>(), expected, "{text}");
    }
}

#[test]
fn places_and_shapes_stay_beside_their_rows() {
    let features = [
        point(r#"{"n":1}"#, 5.0, 52.0),
        r#"{"type":"Feature","properties":{"n":2},"geometry":null}"#.to_owned(),
        // 2 wide, 4 high, its centre at (1, 2)
        r#"{"type":"Feature","properties":{"n":3},"geometry":{"type":"Polygon","coordinates":[[[0,0],[2,0],[2,4],[0,4],[0,0]]]}}"#
            .to_owned(),
    ];
    let (_folder, source) = open("t.geojson", collection("", &features.join(","), "").as_bytes()).unwrap();
    let found = places(&source);
    assert_eq!((found[0].at, found[0].width), (Coord { x: 5.0, y: 52.0 }, 0.0));
    assert!(found[1].is_none());
    assert!((found[2].at.x - 1.0).abs() < 1e-12 && (found[2].at.y - 2.0).abs() < 1e-12);
    assert_eq!((found[2].width, found[2].height), (2.0, 4.0));
    let layer = source.read(&Selection { geometry: Wanted::Shapes, numbers: vec![0], ..Selection::default() }).unwrap();
    let Geometry::Shapes(shapes) = layer.geometry else { panic!("no shapes") };
    assert_eq!(shapes.iter().map(|shape| shape.0.len()).collect::<Vec<_>>(), [0, 0, 1]);
    assert_eq!(layer.numbers[0].values, [1.0, 2.0, 3.0]);
}

#[test]
fn a_feature_with_a_broken_geometry_costs_only_itself() {
    let broken = |geometry: &str| format!(r#"{{"type":"Feature","properties":{{"n":2}},"geometry":{geometry}}}"#);
    for geometry in [
        r#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0]]]}"#,
        r#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}"#,
        r#"{"type":"Polygon","coordinates":[[0,0],[1,0],[1,1],[0,0]]}"#,
        r#"{"type":"Point","coordinates":[[5,52]]}"#,
        r#"{"type":"Point","coordinates":[5]}"#,
        r#"{"type":"Point","coordinates":["5","52"]}"#,
        r#"{"type":"Punt","coordinates":[5,52]}"#,
        r#"{"type":"Point"}"#,
        r#""POINT (5 52)""#,
        "[5, 52]",
    ] {
        let features = [point(r#"{"n":1}"#, 5.0, 52.0), broken(geometry), point(r#"{"n":3}"#, 6.0, 53.0)].join(",");
        let (_folder, source) = open("t.geojson", collection("", &features, "").as_bytes()).unwrap();
        for wanted in [Wanted::Places, Wanted::Shapes] {
            let layer = source.read(&Selection { geometry: wanted, texts: vec![0], ..Selection::default() }).unwrap();
            assert_eq!(rows(&layer), ["1: 1", "3: 3"], "{geometry}");
            assert!(
                matches!(&layer.refused[..], [refusal] if refusal.row == 2 && matches!(refusal.why, Why::BadGeometry(_))),
                "{geometry}"
            );
        }
        // the table is whole where nobody asks for geometry
        assert_eq!(all_texts(&source).len(), 3);
    }
}
