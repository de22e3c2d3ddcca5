//! Coordinates against the 10,000 official points of RDNAPTRANS2018 (NSGI).

mod common;

use bereik::crs::{Crs, Planar, ToLonLat, ToPlanar};
use geo::Coord;

/// The bound that the documentation states, metres.
const BOUND: f64 = 0.25;

#[test]
fn every_official_point_is_within_a_quarter_of_a_metre() {
    let Some(data) = common::real_data() else { return };
    let text = std::fs::read_to_string(data.join("crs/Z001_ETRS89andRDNAP.official.txt")).unwrap();
    let to_planar = ToPlanar::new(&Crs::Epsg(4258)).unwrap();
    let to_degrees = ToLonLat::new().unwrap();
    let (mut points, mut worst, mut worst_back) = (0, 0.0_f64, 0.0_f64);
    for line in text.lines() {
        // id, latitude, longitude, height, x, y, height above NAP; a point outside the official transformation has `*` for x and y.
        let fields: Vec<Option<f64>> = line.split_whitespace().map(|field| field.parse().ok()).collect();
        let [_, Some(lat), Some(lon), _, Some(x), Some(y), ..] = fields.as_slice() else { continue };
        let official = Planar(Coord { x: *x, y: *y });
        let ours = to_planar.point(Coord { x: *lon, y: *lat }).unwrap();
        worst = worst.max(ours.distance(official));
        // A degree of latitude is 111.3 km, of longitude 111.3 km times the cosine of the latitude.
        let back = to_degrees.point(official).unwrap();
        let (east, north) = ((back.0.x - lon) * 111_300.0 * lat.to_radians().cos(), (back.0.y - lat) * 111_300.0);
        worst_back = worst_back.max(east.hypot(north));
        points += 1;
    }
    assert_eq!(points, 10_000);
    assert!(worst <= BOUND, "{worst} m");
    assert!(worst_back <= BOUND, "{worst_back} m");
}
