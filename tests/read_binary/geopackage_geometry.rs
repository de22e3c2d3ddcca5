//! Geometry blobs of every kind, made byte by byte.

use bereik::load::{Place, Wanted, Why};
use geo::{Area, Centroid};
use geozero::ToGeo;
use geozero::wkb::GpkgWkb;
use rusqlite::Connection;

use super::geopackage::{layer, package};
use super::{open, places, read, shapes};

/// Bytes in one order.
#[derive(Clone, Copy)]
struct Order(bool);

impl Order {
    fn int(self, value: u32) -> Vec<u8> {
        if self.0 { value.to_be_bytes().to_vec() } else { value.to_le_bytes().to_vec() }
    }

    fn doubles(self, values: &[f64]) -> Vec<u8> {
        values.iter().flat_map(|value| if self.0 { value.to_be_bytes() } else { value.to_le_bytes() }).collect()
    }

    /// A geometry: order, type, and the rest.
    fn geometry(self, kind: u32, parts: &[Vec<u8>]) -> Vec<u8> {
        [vec![u8::from(!self.0)], self.int(kind), parts.concat()].concat()
    }

    /// A count and as many things.
    fn list(self, count: u32, parts: &[Vec<u8>]) -> Vec<u8> {
        [self.int(count), parts.concat()].concat()
    }

    /// A square ring from its lower left corner; `more` is put behind each coordinate.
    fn ring(self, x: f64, y: f64, side: f64, more: &[f64]) -> Vec<u8> {
        let corners = [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)];
        let coords: Vec<_> = corners.iter().map(|(x, y)| self.doubles(&[&[*x, *y], more].concat())).collect();
        self.list(5, &coords)
    }

    /// The blob: header with flags and an envelope of so many doubles.
    fn blob(self, flags: u8, envelope: usize, wkb: &[u8]) -> Vec<u8> {
        let order = u8::from(!self.0);
        [b"GP\0".to_vec(), vec![flags | order], self.int(28992), self.doubles(&vec![1.0; envelope]), wkb.to_vec()].concat()
    }
}

const LITTLE: Order = Order(false);
const BIG: Order = Order(true);

/// Reads blobs, keyed from 1, back through a file.
fn layer_of(blobs: &[Vec<u8>], wanted: Wanted) -> bereik::load::Layer {
    let folder = tempfile::tempdir().unwrap();
    let path = package(folder.path(), "x.gpkg", &(layer("l", 28992) + "DELETE FROM l"));
    let connection = Connection::open(&path).unwrap();
    for blob in blobs {
        connection.execute("INSERT INTO l (geom) VALUES (?1)", [blob]).unwrap();
    }
    read(&open(&path), &[], &[], wanted)
}

#[test]
fn every_header_order_and_dimension_gives_the_same_square() {
    // The square of 100 m whose lower left corner is 97400, 451400: the centre is 97450, 451450.
    let mut blobs = Vec::new();
    for order in [LITTLE, BIG] {
        for (kind, doubles) in [(0, 0), (1, 4), (2, 6), (3, 6), (4, 8)] {
            let square = order.geometry(3, &[order.list(1, &[order.ring(97_400.0, 451_400.0, 100.0, &[])])]);
            blobs.push(order.blob(kind << 1, doubles, &square));
        }
        let dimensions = [(1003, 1), (2003, 1), (3003, 2), (0x8000_0003, 1), (0x4000_0003, 1), (0xC000_0003, 2)];
        for (code, more) in dimensions {
            let ring = order.ring(97_400.0, 451_400.0, 100.0, &vec![5.0; more]);
            blobs.push(order.blob(0, 0, &order.geometry(code, &[order.list(1, &[ring])])));
        }
        let polygon = order.geometry(3, &[order.list(1, &[order.ring(97_400.0, 451_400.0, 100.0, &[])])]);
        blobs.push(order.blob(0, 0, &order.geometry(6, &[order.list(1, &[polygon])])));
    }
    let layer = layer_of(&blobs, Wanted::Places);
    assert_eq!((layer.len(), layer.refused.len()), (24, 0));
    for place in places(&layer) {
        assert!((place.at.x - 97_450.0).abs() < 1e-6 && (place.at.y - 451_450.0).abs() < 1e-6, "{place:?}");
        assert!((place.width - 100.0).abs() < 1e-9 && (place.height - 100.0).abs() < 1e-9);
    }
    let layer = layer_of(&blobs, Wanted::Shapes);
    assert!(shapes(&layer).iter().all(|shape| (shape.unsigned_area() - 10_000.0).abs() < 1e-6 && shape.0.len() == 1));
}

#[test]
fn points_lines_and_what_is_empty() {
    let point = |order: Order, x: f64, y: f64| order.geometry(1, &[order.doubles(&[x, y])]);
    let line = LITTLE.geometry(2, &[LITTLE.list(3, &[LITTLE.doubles(&[0.0, 0.0, 4.0, 0.0, 4.0, 2.0])])]);
    let blobs = [
        BIG.blob(0, 0, &point(BIG, 5.5, 52.5)),
        LITTLE.blob(0, 0, &point(LITTLE, f64::NAN, f64::NAN)),
        LITTLE.blob(0b1_0000, 0, &point(LITTLE, f64::NAN, f64::NAN)),
        LITTLE.blob(0, 0, &LITTLE.geometry(4, &[LITTLE.list(2, &[point(LITTLE, 0.0, 0.0), point(BIG, 4.0, 2.0)])])),
        LITTLE.blob(0, 0, &line),
        LITTLE.blob(0, 0, &LITTLE.geometry(5, &[LITTLE.list(1, std::slice::from_ref(&line))])),
        LITTLE.blob(0, 0, &LITTLE.geometry(6, &[LITTLE.int(0)])),
        LITTLE.blob(0, 0, &LITTLE.geometry(3, &[LITTLE.int(0)])),
    ];
    let layer = layer_of(&blobs, Wanted::Places);
    assert_eq!((layer.len(), layer.refused.len()), (8, 0));
    let found = places(&layer);
    assert_eq!((found[0].at.x.to_bits(), found[0].width.to_bits()), (5.5_f64.to_bits(), 0.0_f32.to_bits()));
    for empty in [1, 2, 6, 7] {
        assert!(found[empty].is_none(), "{empty}");
    }
    let near = |place: &Place, x: f64, y: f64| (place.at.x - x).abs() < 1e-9 && (place.at.y - y).abs() < 1e-9;
    assert!(near(&found[3], 2.0, 1.0));
    // 4 long around 2,0 and 2 long around 4,1.
    assert!(near(&found[4], 16.0 / 6.0, 2.0 / 6.0) && near(&found[5], 16.0 / 6.0, 2.0 / 6.0));
    assert!(shapes(&layer_of(&blobs, Wanted::Shapes)).iter().all(|shape| shape.0.is_empty()));
}

#[test]
fn an_open_ring_is_closed_and_a_hole_stays_a_hole() {
    // 10 × 10 without its last point, a hole of 2 × 2, and another polygon of 1 × 1: 100 − 4 + 1 = 97.
    let open_ring = LITTLE.list(4, &[LITTLE.doubles(&[0.0, 0.0, 10.0, 0.0, 10.0, 10.0, 0.0, 10.0])]);
    let first = LITTLE.geometry(3, &[LITTLE.list(2, &[open_ring, LITTLE.ring(4.0, 4.0, 2.0, &[])])]);
    let second = LITTLE.geometry(3, &[LITTLE.list(1, &[LITTLE.ring(20.0, 0.0, 1.0, &[])])]);
    let blob = LITTLE.blob(0, 0, &LITTLE.geometry(6, &[LITTLE.list(2, &[first, second])]));
    let layer = layer_of(std::slice::from_ref(&blob), Wanted::Shapes);
    let shape = &shapes(&layer)[0];
    assert!((shape.unsigned_area() - 97.0).abs() < 1e-9);
    assert!(shape.0[0].exterior().is_closed());
    let (ours, theirs) = (places(&layer_of(&[blob], Wanted::Places))[0], shape.centroid().unwrap());
    assert!((ours.at.x - theirs.x()).abs() < 1e-9 && (ours.at.y - theirs.y()).abs() < 1e-9);
}

#[test]
fn what_cannot_be_read_is_refused_row_by_row() {
    let square = LITTLE.blob(0, 0, &LITTLE.geometry(3, &[LITTLE.list(1, &[LITTLE.ring(0.0, 0.0, 1.0, &[])])]));
    let point = LITTLE.geometry(1, &[LITTLE.doubles(&[1.0, 1.0])]);
    let cases = [
        (b"XP\0\x01\0\0\0\0".to_vec(), "GP"),
        (Vec::new(), "GP"),
        (b"GP\0\x01".to_vec(), "breaks off"),
        (LITTLE.blob(1 << 1, 3, &[]), "breaks off"),
        (LITTLE.blob(5 << 1, 8, &point), "envelope"),
        (LITTLE.blob(0b10_0000, 0, &point), "extension"),
        (square[..square.len() - 1].to_vec(), "breaks off"),
        (LITTLE.blob(0, 0, &LITTLE.geometry(3, &[LITTLE.int(u32::MAX)])), "breaks off"),
        (LITTLE.blob(0, 0, &LITTLE.geometry(2, &[LITTLE.int(u32::MAX)])), "breaks off"),
        (LITTLE.blob(0, 0, &LITTLE.geometry(7, &[LITTLE.list(1, std::slice::from_ref(&point))])), "collection"),
        (LITTLE.blob(0, 0, &LITTLE.geometry(10, &[LITTLE.int(0)])), "type 10"),
        (LITTLE.blob(0, 0, &LITTLE.geometry(0x2000_0001, &[])), "type"),
        (LITTLE.blob(0, 0, &LITTLE.geometry(6, &[LITTLE.list(1, std::slice::from_ref(&point))])), "type 1 in one of type 6"),
        (LITTLE.blob(0, 0, &[7, 1, 0, 0, 0]), "byte order"),
        (LITTLE.blob(0, 0, &LITTLE.geometry(1, &[LITTLE.doubles(&[f64::INFINITY, 0.0])])), "finite"),
    ];
    let mut blobs: Vec<_> = cases.iter().map(|(blob, _)| blob.clone()).collect();
    blobs.push(square);
    let layer = layer_of(&blobs, Wanted::Places);
    assert_eq!(layer.rows, [cases.len() as u64 + 1], "the whole one is read");
    for ((_, words), (refusal, row)) in cases.iter().zip(layer.refused.iter().zip(1..)) {
        assert_eq!((refusal.row, refusal.field.as_str()), (row, "geom"));
        assert!(matches!(&refusal.why, Why::BadGeometry(detail) if detail.contains(words)), "{words}: {refusal:?}");
    }
    let shapes_refused = layer_of(&blobs, Wanted::Shapes).refused.len();
    assert_eq!(shapes_refused, cases.len() - 1, "a point has no polygon to be infinite in");
}

#[test]
fn geozero_reads_the_same() {
    let rings = |order: Order| {
        let polygon =
            |x: f64| order.geometry(1003, &[order.list(2, &[order.ring(x, 0.0, 9.0, &[1.0]), order.ring(x + 1.0, 2.0, 3.0, &[1.0])])]);
        order.blob(2 << 1, 6, &order.geometry(1006, &[order.list(2, &[polygon(0.0), polygon(100.0)])]))
    };
    for blob in [rings(LITTLE), rings(BIG)] {
        let geo::Geometry::MultiPolygon(theirs) = GpkgWkb(&blob).to_geo().unwrap() else { panic!("not a multipolygon") };
        assert_eq!(shapes(&layer_of(&[blob], Wanted::Shapes))[0], theirs);
    }
}
