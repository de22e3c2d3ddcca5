//! Published files; the figures are those of the data's own README.

use bereik::crs::{Crs, Planar, ToPlanar};
use bereik::load::{Place, Wanted};
use geo::{Centroid, Coord};
use geozero::ToGeo;
use geozero::wkb::GpkgWkb;
use rusqlite::Connection;

use super::common::real_data;
use super::{open, places, read, shapes, texts};

/// The sum of the values that are not negative: the others stand for "secret".
fn sum(values: &[f64]) -> f64 {
    values.iter().filter(|value| **value >= 0.0).sum()
}

#[test]
fn squares_of_100_m_and_their_ids() {
    let Some(data) = real_data() else { return };
    let source = open(&data.join("population/cbs_vk100_2024_rijnmond.gpkg"));
    assert_eq!(source.crs, Some(Crs::Epsg(28992)));
    assert_eq!(&source.fields[..2], ["crs28992res100m", "aantal_inwoners"]);
    let layer = read(&source, &["aantal_inwoners"], &["crs28992res100m"], Wanted::Places);
    assert_eq!((layer.len(), layer.refused.len()), (16_383, 0));
    assert!((sum(&layer.numbers[0].values) - 1_299_500.0).abs() < 0.5);
    // The id is the lower left corner in hectometres: E0974N4514 has its centre at 97450, 451450.
    for (id, place) in layer.texts[0].iter().zip(places(&layer)) {
        let (x, y): (f64, f64) = (id[1..5].parse().unwrap(), id[6..10].parse().unwrap());
        assert!((place.at.x - (x * 100.0 + 50.0)).abs() < 1e-6 && (place.at.y - (y * 100.0 + 50.0)).abs() < 1e-6, "{id} {place:?}");
        assert!((place.width - 100.0).abs() < 1e-6 && (place.height - 100.0).abs() < 1e-6);
    }
}

#[test]
fn municipalities_neighbourhoods_and_postcodes() {
    let Some(data) = real_data() else { return };
    let cases = [
        ("boundaries/cbs_gemeenten_2024.gpkg", "gemeentecode", "aantal_inwoners", 423, 0),
        ("boundaries/cbs_buurten_2024_rijnmond.gpkg", "buurtcode", "aantal_inwoners", 625, 0),
        // Postcode 5028 lost its outline when the outlines were simplified.
        ("population/cbs_pc4_2020.gpkg", "postcode", "inwoners_2020", 4_068, 1),
    ];
    for (name, code, count, rows, without) in cases {
        let path = data.join(name);
        let layer = read(&open(&path), &[count], &[code], Wanted::Shapes);
        assert_eq!((layer.len(), layer.refused.len()), (rows, 0), "{name}");
        assert_eq!(shapes(&layer).iter().filter(|shape| shape.0.is_empty()).count(), without, "{name}");
        let seen = read(&open(&path), &[], &[], Wanted::Places);
        for (place, shape) in places(&seen).iter().zip(shapes(&layer)) {
            let Some(centroid) = shape.centroid() else {
                assert!(place.is_none());
                continue;
            };
            assert!((place.at.x - centroid.x()).hypot(place.at.y - centroid.y()) < 0.01, "{name}: {place:?} {centroid:?}");
        }
    }
    let source = open(&data.join(cases[0].0));
    let layer = read(&source, &["aantal_inwoners"], &["water"], Wanted::Nothing);
    let dry = layer.numbers[0].values.iter().zip(layer.texts[0].iter()).filter(|(_, water)| *water != "JA");
    assert!((dry.map(|(count, _)| count).sum::<f64>() - 17_942_942.0).abs() < 0.5);
}

#[test]
fn every_published_shape_is_as_geozero_reads_it() {
    let Some(data) = real_data() else { return };
    let path = data.join("boundaries/cbs_gemeenten_2024.gpkg");
    let layer = read(&open(&path), &[], &[], Wanted::Shapes);
    let connection = Connection::open_with_flags(&path, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let mut statement = connection.prepare("SELECT geom FROM gemeenten ORDER BY fid").unwrap();
    let blobs = statement.query_map([], |row| row.get::<_, Vec<u8>>(0)).unwrap();
    for (blob, ours) in blobs.zip(shapes(&layer)) {
        let geo::Geometry::MultiPolygon(theirs) = GpkgWkb(blob.unwrap()).to_geo().unwrap() else { panic!("not a multipolygon") };
        assert_eq!(*ours, theirs);
    }
}

#[test]
fn the_shapefile_and_the_geopackage_of_500_m_agree() {
    let Some(data) = real_data() else { return };
    let package = open(&data.join("population/cbs_vk500_2024_rijnmond.gpkg"));
    let shapefile = open(&data.join("population/cbs_vk500_2024_rijnmond.shp"));
    assert_eq!(shapefile.crs, Some(Crs::Epsg(28992)));
    assert_eq!(shapefile.encoding, Some("UTF-8"));
    assert_eq!(shapefile.parts().len(), 5);
    let names = ["aantal_inwoners", "aantal_inwoners_65_jaar_en_ouder"];
    let one = read(&package, &names, &["crs28992res500m"], Wanted::Places);
    let other = read(&shapefile, &["INWONER", "INW_65PL"], &["C28992R500"], Wanted::Places);
    assert_eq!((one.len(), other.len(), other.refused.len()), (1_641, 1_641, 0));
    assert!((sum(&other.numbers[0].values) - 1_309_120.0).abs() < 0.5);
    let by_id = |layer: &bereik::load::Layer| {
        let mut rows: Vec<(String, f64, f64, Place)> = (0..layer.len())
            .map(|row| (texts(layer, 0)[row].to_owned(), layer.numbers[0].values[row], layer.numbers[1].values[row], places(layer)[row]))
            .collect();
        rows.sort_by(|a, b| a.0.cmp(&b.0));
        rows
    };
    for (one, other) in by_id(&one).iter().zip(by_id(&other)) {
        assert_eq!((one.0.as_str(), one.1.to_bits(), one.2.to_bits()), (other.0.as_str(), other.1.to_bits(), other.2.to_bits()));
        assert!(Planar(one.3.at).distance(Planar(other.3.at)) < 1.0 && (one.3.width - other.3.width).abs() < 1.0, "{one:?} {other:?}");
    }
}

#[test]
fn a_network_whose_system_nobody_named_states_none() {
    // Its definition is a web Mercator on an "unnamed ellipse" of an "unknown" datum: going by it, PROJ puts Texel 125 m off.
    let Some(data) = real_data() else { return };
    let source = open(&data.join("network/texel_2016_edges.gpkg"));
    assert_eq!(source.crs, None);
    let layer = read(&source, &["SPEED"], &["HIGHWAY"], Wanted::Places);
    assert_eq!((layer.len(), layer.refused.len()), (2_687, 0));
    let mercator = ToPlanar::new(&Crs::Epsg(3857)).unwrap();
    for place in places(&layer).iter().step_by(100) {
        // Texel lies around 115000, 565000.
        let at = mercator.point(place.at).unwrap();
        assert!(at.distance(Planar(Coord { x: 115_000.0, y: 565_000.0 })) < 25_000.0, "{at:?}");
    }
}
