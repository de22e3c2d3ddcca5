//! Small tables that the tests of every writer share: all kinds of values and of geometry.

use geo::{Coord, LineString, MultiPolygon, Polygon, coord};

use super::table::{Column, Shape, Shapes, Table, Values};
use crate::crs::Planar;
use crate::model::{NONE, Texts};

/// The identifiers of [`squares`], not in its order of rows.
pub(super) fn texts() -> Texts {
    ["E1550N4630", "E1551N4630", "E1552N4631"].into_iter().collect()
}

/// Three squares of 100 m around the origin of RD, the last without a place; every kind of column, quotes, line ends and empty cells.
pub(super) fn squares(texts: &Texts) -> Table<'_> {
    let centres = vec![Coord { x: 155_050.0, y: 463_050.0 }, Coord { x: 155_150.0, y: 463_050.0 }, Coord { x: f64::NAN, y: f64::NAN }];
    Table {
        name: "cells",
        title: "Vierkanten".to_owned(),
        columns: vec![
            column("cell", Values::Picked { texts, rows: &[0, 1, 2] }),
            column("municipality", Values::Named { codes: vec![0, 1, NONE].into(), names: vec!["Waterstreek", "Oud \"Zand\", dorp"] }),
            column("remark", Values::Owned(vec![String::new(), "a, b".to_owned(), "two\nlines".to_owned()])),
            column("residents", Values::Numbers { values: vec![5.0, f64::NAN, 120.0].into(), decimals: 0 }),
            column("distance_m", Values::Numbers { values: vec![-0.0, 1234.565, f64::NAN].into(), decimals: 2 }),
        ],
        rows: 3,
        shapes: Shapes::Squares { centres: Planar(centres.into()), side: 100.0 },
    }
}

/// Two church towers: that of Amersfoort, the origin of RD, and the Westertoren in Amsterdam.
pub(super) fn points() -> Table<'static> {
    let at = vec![Coord { x: 155_000.0, y: 463_000.0 }, Coord { x: 120_700.723, y: 487_525.501 }];
    Table {
        name: "sites",
        title: "Locaties".to_owned(),
        columns: vec![column("site", Values::Owned(vec!["toren".to_owned(), "westertoren".to_owned()]))],
        rows: 2,
        shapes: Shapes::Points(Planar(at.into())),
    }
}

/// A square of 2 km with a hole of 1 km, wound the wrong way around, and a triangle beside it.
pub(super) fn borders() -> MultiPolygon<f64> {
    let ring = |points: &[(f64, f64)]| LineString(points.iter().map(|&(x, y)| coord! { x: 155_000.0 + x, y: 463_000.0 + y }).collect());
    let outer = ring(&[(0.0, 0.0), (0.0, 2000.0), (2000.0, 2000.0), (2000.0, 0.0), (0.0, 0.0)]);
    let hole = ring(&[(500.0, 500.0), (1500.0, 500.0), (1500.0, 1500.0), (500.0, 1500.0), (500.0, 500.0)]);
    let triangle = ring(&[(3000.0, 0.0), (4000.0, 0.0), (3000.0, 1000.0), (3000.0, 0.0)]);
    MultiPolygon(vec![Polygon::new(outer, vec![hole]), Polygon::new(triangle, vec![])])
}

/// A polygon and a row without one.
pub(super) fn polygons(borders: &MultiPolygon<f64>) -> Table<'_> {
    Table {
        name: "areas",
        title: "Gebieden".to_owned(),
        columns: vec![column("code", Values::Owned(vec!["GM0001".to_owned(), "GM0002".to_owned()]))],
        rows: 2,
        shapes: Shapes::Polygons(vec![Some(Planar(borders)), None]),
    }
}

/// The polygon of [`borders`], a church tower, a row without a place, and one at no place.
pub(super) fn mixed(borders: &MultiPolygon<f64>) -> Table<'_> {
    let point = |x| Some(Shape::Point(Planar(Coord { x, y: 463_000.0 })));
    Table {
        name: "places",
        title: "Plekken".to_owned(),
        columns: vec![column("code", Values::Owned(["a", "b", "c", "d"].map(str::to_owned).to_vec()))],
        rows: 4,
        shapes: Shapes::Mixed(vec![Some(Shape::Polygons(Planar(borders))), point(155_000.0), None, point(f64::NAN)]),
    }
}

/// A line between the church towers of [`points`], a row without one, one to nowhere, and one of no length.
pub(super) fn lines() -> Table<'static> {
    let from = Coord { x: 155_000.0, y: 463_000.0 };
    let to = Coord { x: 120_700.723, y: 487_525.501 };
    let lines = vec![Some([from, to]), None, Some([from, Coord { x: f64::NAN, y: 0.0 }]), Some([to, to])];
    Table {
        name: "flows",
        title: "Stromen".to_owned(),
        columns: vec![column("residents", Values::Numbers { values: vec![1200.0, 30.0, 7.0, 2.0].into(), decimals: 0 })],
        rows: 4,
        shapes: Shapes::Lines(Planar(lines)),
    }
}

/// One row without any place.
pub(super) fn figures() -> Table<'static> {
    Table {
        name: "study",
        title: "Studie".to_owned(),
        columns: vec![column("share", Values::Numbers { values: vec![0.625].into(), decimals: 3 })],
        rows: 1,
        shapes: Shapes::Nothing,
    }
}

fn column<'a>(name: &str, values: Values<'a>) -> Column<'a> {
    Column { name: name.to_owned(), values }
}
