//! `GeoJSON` as RFC 7946 has it: longitude and latitude (ETRS89) with 7 decimals, a centimetre; outer rings counter-clockwise.

use std::cell::RefCell;
use std::io::{self, Write};

use geo::{Coord, LineString, MultiPolygon};

use super::chunks::write_rows;
use super::decimal::push_fixed;
use super::table::{Shapes, Table, Values};
use crate::crs::{Planar, ToLonLat};

/// Digits after the point of a degree.
const DEGREE_DECIMALS: u8 = 7;

/// Writes a table as a `FeatureCollection`, one feature a line. An empty cell is `null`, and so is the geometry of a row without a
/// place (a point or a centre that is not finite, a polygon that is missing or empty, a line that is missing or has no length).
///
/// Rows are made by all cores in chunks and written in order, the same bytes for any number of threads.
///
/// # Errors
/// Those of `output`; and when PROJ's database is damaged or it has no degrees for a position.
pub fn write(table: &Table, output: &mut dyn Write) -> io::Result<()> {
    let mut head = b"{\"type\":\"FeatureCollection\",\"name\":".to_vec();
    push_text(&mut head, table.name)?;
    head.extend_from_slice(b",\"features\":[\n");
    output.write_all(&head)?;
    let properties = table.columns.iter().map(|column| Property::new(&column.name, &column.values)).collect::<io::Result<Vec<_>>>()?;
    write_rows(table.rows, output, |rows, buffer| {
        for row in rows {
            buffer.extend_from_slice(b"{\"type\":\"Feature\",\"properties\":{");
            for (index, property) in properties.iter().enumerate() {
                if index > 0 {
                    buffer.push(b',');
                }
                property.push(row, buffer)?;
            }
            buffer.extend_from_slice(b"},\"geometry\":");
            push_geometry(buffer, &table.shapes, row)?;
            buffer.extend_from_slice(if row + 1 < table.rows { b"},\n" } else { b"}\n" });
        }
        Ok(())
    })?;
    output.write_all(b"]}\n")
}

/// A column with its name as it stands before each value.
struct Property<'a> {
    name: Vec<u8>,
    values: &'a Values<'a>,
    /// The names of [`Values::Named`], as JSON.
    names: Vec<Vec<u8>>,
}

impl<'a> Property<'a> {
    fn new(name: &str, values: &'a Values<'a>) -> io::Result<Self> {
        let json = |text: &str| {
            let mut buffer = Vec::new();
            push_text(&mut buffer, text).map(|()| buffer)
        };
        let names = match values {
            Values::Named { names, .. } => names.iter().map(|name| json(name)).collect::<io::Result<_>>()?,
            _ => Vec::new(),
        };
        let mut name = json(name)?;
        name.push(b':');
        Ok(Self { name, values, names })
    }

    fn push(&self, row: usize, buffer: &mut Vec<u8>) -> io::Result<()> {
        buffer.extend_from_slice(&self.name);
        let text = match self.values {
            Values::Owned(texts) => texts.get(row).map(String::as_str),
            Values::Picked { texts, rows } => rows.get(row).map(|&at| texts.get(at as usize)),
            Values::Named { codes, .. } => {
                let name = codes.get(row).and_then(|&code| self.names.get(code as usize)).filter(|name| name.len() > 2);
                buffer.extend_from_slice(name.map_or(b"null", Vec::as_slice));
                return Ok(());
            }
            Values::Numbers { values, decimals } => {
                if !push_fixed(buffer, values.get(row).copied().unwrap_or(f64::NAN), *decimals) {
                    buffer.extend_from_slice(b"null");
                }
                return Ok(());
            }
        };
        match text.filter(|text| !text.is_empty()) {
            Some(text) => push_text(buffer, text),
            None => buffer.write_all(b"null"),
        }
    }
}

/// Adds a text as JSON.
fn push_text(buffer: &mut Vec<u8>, text: &str) -> io::Result<()> {
    serde_json::to_writer(buffer, text).map_err(io::Error::from)
}

/// Adds the geometry of a row.
fn push_geometry(buffer: &mut Vec<u8>, shapes: &Shapes, row: usize) -> io::Result<()> {
    let finite = |at: &&Coord<f64>| at.x.is_finite() && at.y.is_finite();
    match shapes {
        Shapes::Points(_) | Shapes::Polygons(_) | Shapes::Mixed(_) => {
            if let Some(at) = shapes.point(row) {
                buffer.extend_from_slice(b"{\"type\":\"Point\",\"coordinates\":");
                push_position(buffer, at)?;
                buffer.push(b'}');
                return Ok(());
            }
            if let Some(polygons) = shapes.polygons(row) {
                return push_polygons(buffer, polygons);
            }
        }
        Shapes::Squares { centres, side } => {
            if let Some(&at) = centres.get().get(row).filter(finite) {
                buffer.extend_from_slice(b"{\"type\":\"Polygon\",\"coordinates\":[");
                push_ring(buffer, square(at, *side).into_iter())?;
                buffer.extend_from_slice(b"]}");
                return Ok(());
            }
        }
        Shapes::Lines(_) => {
            if let Some([from, to]) = shapes.line(row) {
                buffer.extend_from_slice(b"{\"type\":\"LineString\",\"coordinates\":[");
                push_position(buffer, from)?;
                buffer.push(b',');
                push_position(buffer, to)?;
                buffer.extend_from_slice(b"]}");
                return Ok(());
            }
        }
        Shapes::Nothing => {}
    }
    buffer.extend_from_slice(b"null");
    Ok(())
}

/// The corners of a square, counter-clockwise from the south-west and back.
fn square(centre: Coord<f64>, side: f64) -> [Coord<f64>; 5] {
    let (west, east) = (centre.x - side / 2.0, centre.x + side / 2.0);
    let (south, north) = (centre.y - side / 2.0, centre.y + side / 2.0);
    [(west, south), (east, south), (east, north), (west, north), (west, south)].map(Coord::from)
}

fn push_polygons(buffer: &mut Vec<u8>, polygons: &MultiPolygon<f64>) -> io::Result<()> {
    buffer.extend_from_slice(b"{\"type\":\"MultiPolygon\",\"coordinates\":[");
    for (index, polygon) in polygons.iter().enumerate() {
        buffer.extend_from_slice(if index == 0 { b"[" } else { b",[" });
        push_wound(buffer, polygon.exterior(), Winding::CounterClockwise)?;
        for hole in polygon.interiors() {
            buffer.push(b',');
            push_wound(buffer, hole, Winding::Clockwise)?;
        }
        buffer.push(b']');
    }
    buffer.extend_from_slice(b"]}");
    Ok(())
}

/// The way around that RFC 7946 wants of a ring.
#[derive(Clone, Copy, PartialEq)]
enum Winding {
    CounterClockwise,
    Clockwise,
}

/// Adds a ring, turned around if need be. The way around is the same in RD New and in degrees.
fn push_wound(buffer: &mut Vec<u8>, ring: &LineString<f64>, wanted: Winding) -> io::Result<()> {
    let origin = ring.0.first().copied().unwrap_or_default();
    // Twice the area by the cross products, about the first point: large coordinates would take the digits of a small ring.
    let area: f64 = ring.lines().map(|line| (line.start - origin, line.end - origin)).map(|(a, b)| a.x * b.y - b.x * a.y).sum();
    let found = if area < 0.0 { Winding::Clockwise } else { Winding::CounterClockwise };
    if found == wanted { push_ring(buffer, ring.0.iter().copied()) } else { push_ring(buffer, ring.0.iter().rev().copied()) }
}

fn push_ring(buffer: &mut Vec<u8>, ring: impl Iterator<Item = Coord<f64>>) -> io::Result<()> {
    buffer.push(b'[');
    for (index, at) in ring.enumerate() {
        if index > 0 {
            buffer.push(b',');
        }
        push_position(buffer, at)?;
    }
    buffer.push(b']');
    Ok(())
}

thread_local! {
    /// The transformer of this thread: PROJ's cannot be shared, and making one takes as long as hundreds of positions.
    static TO_LON_LAT: RefCell<Option<ToLonLat>> = const { RefCell::new(None) };
}

/// Adds a position in degrees.
fn push_position(buffer: &mut Vec<u8>, at: Coord<f64>) -> io::Result<()> {
    let degrees = TO_LON_LAT.with_borrow_mut(|kept| {
        let to = match kept.take() {
            Some(to) => to,
            None => ToLonLat::new().map_err(io::Error::other)?,
        };
        let degrees = to.point(Planar(at));
        *kept = Some(to);
        degrees
            .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, format!("x = {}, y = {} has no longitude and latitude", at.x, at.y)))
    })?;
    buffer.push(b'[');
    push_fixed(buffer, degrees.0.x, DEGREE_DECIMALS);
    buffer.push(b',');
    push_fixed(buffer, degrees.0.y, DEGREE_DECIMALS);
    buffer.push(b']');
    Ok(())
}

#[cfg(test)]
mod tests {
    use geo::{Area, Centroid};

    use super::*;
    use crate::report::example;

    fn written(table: &Table) -> String {
        let mut output = Vec::new();
        write(table, &mut output).unwrap();
        String::from_utf8(output).unwrap()
    }

    #[test]
    fn every_kind_of_value_and_a_square() {
        let texts = example::texts();
        insta::assert_snapshot!(written(&example::squares(&texts)), @r#"
        {"type":"FeatureCollection","name":"cells","features":[
        {"type":"Feature","properties":{"cell":"E1550N4630","municipality":"Waterstreek","remark":null,"residents":5,"distance_m":0.00},"geometry":{"type":"Polygon","coordinates":[[[5.3872035,52.1551723],[5.3886648,52.1551723],[5.3886648,52.1560711],[5.3872035,52.1560711],[5.3872035,52.1551723]]]}},
        {"type":"Feature","properties":{"cell":"E1551N4630","municipality":"Oud \"Zand\", dorp","remark":"a, b","residents":null,"distance_m":1234.57},"geometry":{"type":"Polygon","coordinates":[[[5.3886648,52.1551723],[5.3901260,52.1551723],[5.3901261,52.1560710],[5.3886648,52.1560711],[5.3886648,52.1551723]]]}},
        {"type":"Feature","properties":{"cell":"E1552N4631","municipality":null,"remark":"two\nlines","residents":120,"distance_m":null},"geometry":null}
        ]}
        "#);
    }

    #[test]
    fn points() {
        // The tower of Amersfoort is published as 5.3872037 52.1551729; without the correction grid up to 0.25 m off, here 0.07 m.
        insta::assert_snapshot!(written(&example::points()), @r#"
        {"type":"FeatureCollection","name":"sites","features":[
        {"type":"Feature","properties":{"site":"toren"},"geometry":{"type":"Point","coordinates":[5.3872035,52.1551723]}},
        {"type":"Feature","properties":{"site":"westertoren"},"geometry":{"type":"Point","coordinates":[4.8835229,52.3745304]}}
        ]}
        "#);
    }

    #[test]
    fn polygons_turned_the_right_way() {
        let borders = example::borders();
        insta::assert_snapshot!(written(&example::polygons(&borders)), @r#"
        {"type":"FeatureCollection","name":"areas","features":[
        {"type":"Feature","properties":{"code":"GM0001"},"geometry":{"type":"MultiPolygon","coordinates":[[[[5.3872035,52.1551723],[5.4164287,52.1551686],[5.4164405,52.1731445],[5.3872036,52.1731481],[5.3872035,52.1551723]],[[5.3945105,52.1596660],[5.3945121,52.1686539],[5.4091290,52.1686521],[5.4091246,52.1596642],[5.3945105,52.1596660]]],[[[5.4310412,52.1551641],[5.4456538,52.1551577],[5.4310501,52.1641520],[5.4310412,52.1551641]]]]}},
        {"type":"Feature","properties":{"code":"GM0002"},"geometry":null}
        ]}
        "#);
    }

    #[test]
    fn lines_from_one_place_to_another() {
        // The two ends are the towers of `points`, with the degrees of the test above.
        insta::assert_snapshot!(written(&example::lines()), @r#"
        {"type":"FeatureCollection","name":"flows","features":[
        {"type":"Feature","properties":{"residents":1200},"geometry":{"type":"LineString","coordinates":[[5.3872035,52.1551723],[4.8835229,52.3745304]]}},
        {"type":"Feature","properties":{"residents":30},"geometry":null},
        {"type":"Feature","properties":{"residents":7},"geometry":null},
        {"type":"Feature","properties":{"residents":2},"geometry":null}
        ]}
        "#);
        let read: ::geojson::FeatureCollection = written(&example::lines()).parse().unwrap();
        let line: LineString<f64> = read.features[0].geometry.clone().unwrap().try_into().unwrap();
        assert_eq!(line, LineString::from(vec![(5.387_203_5, 52.155_172_3), (4.883_522_9, 52.374_530_4)]));
        assert!(read.features[1..].iter().all(|feature| feature.geometry.is_none()));
    }

    #[test]
    fn polygons_and_points_in_one_layer() {
        let borders = example::borders();
        let read: ::geojson::FeatureCollection = written(&example::mixed(&borders)).parse().unwrap();
        let alone: ::geojson::FeatureCollection = written(&example::polygons(&borders)).parse().unwrap();
        let tower: ::geojson::FeatureCollection = written(&example::points()).parse().unwrap();
        let shape = |of: &::geojson::FeatureCollection, row: usize| of.features[row].geometry.clone();
        assert_eq!((shape(&read, 0), shape(&read, 1)), (shape(&alone, 0), shape(&tower, 0)));
        assert!(read.features[2..].iter().all(|feature| feature.geometry.is_none()));
    }

    #[test]
    fn no_place_and_no_row() {
        insta::assert_snapshot!(written(&example::figures()), @r#"
        {"type":"FeatureCollection","name":"study","features":[
        {"type":"Feature","properties":{"share":0.625},"geometry":null}
        ]}
        "#);
        let none = Table { rows: 0, ..example::figures() };
        assert_eq!(written(&none), "{\"type\":\"FeatureCollection\",\"name\":\"study\",\"features\":[\n]}\n");
    }

    #[test]
    fn another_reader_finds_the_shape_again() {
        let borders = example::borders();
        let read: ::geojson::FeatureCollection = written(&example::polygons(&borders)).parse().unwrap();
        let shape: MultiPolygon<f64> = read.features[0].geometry.clone().unwrap().try_into().unwrap();
        // 2 km × 2 km − 1 km × 1 km + half a square kilometre = 3.5 km². Positive: the outer rings run counter-clockwise.
        // A degree of latitude is 111.27 km here, one of longitude 111.27 × cos 52.16° × 1.0021 (the ellipsoid) = 68.4 km.
        let area = shape.signed_area() * 111.27 * 68.4;
        assert!((area - 3.5).abs() < 0.02, "{area}");
        assert!(shape.iter().all(|polygon| polygon.exterior().0.len() > 3));
        let hole = &shape.0[0].interiors()[0];
        assert!(geo::Polygon::new(hole.clone(), vec![]).signed_area() < 0.0);
        assert!(shape.centroid().is_some());
        assert!(read.features[1].geometry.is_none());
    }

    #[test]
    fn any_number_of_threads_writes_the_same() {
        let centres = (0..20_000).map(|n| Coord { x: 150_050.0 + 100.0 * f64::from(n % 200), y: 450_050.0 + 100.0 * f64::from(n / 200) });
        let shapes = Shapes::Squares { centres: Planar(centres.collect()), side: 100.0 };
        let table = Table { rows: 20_000, shapes, columns: Vec::new(), ..example::figures() };
        let by = |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(|| written(&table));
        assert!(by(1) == by(4));
    }
}
