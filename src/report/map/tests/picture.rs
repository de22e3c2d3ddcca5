//! The picture itself, pixel by pixel where it matters.

use geo::Coord;
use resvg::tiny_skia::Pixmap;

use super::scene::{Scene, rectangle, site};
use crate::report::map::legend::Legend;
use crate::report::map::page::Page;
use crate::report::map::view::{Extent, View};
use crate::report::map::{Form, PngError, SiteKind, png, svg};

#[test]
fn a_picture_has_the_width_asked_for_and_is_the_same_every_time() {
    let scene = Scene::region();
    let svg = svg(&scene.map());
    for width in [1, 333, 1400] {
        let first = png(&svg, width).unwrap();
        assert_eq!(Pixmap::decode_png(&first).unwrap().width(), width);
        assert_eq!(first, png(&svg, width).unwrap());
    }
}

#[test]
fn the_edge_of_a_picture_is_white_all_around() {
    let scene = Scene::region();
    let svg = svg(&scene.map());
    for width in [500, 777, 1001] {
        let picture = Pixmap::decode_png(&png(&svg, width).unwrap()).unwrap();
        let (right, bottom) = (picture.width() - 1, picture.height() - 1);
        let edge = (0..=right).flat_map(|x| [(x, 0), (x, bottom)]).chain((0..=bottom).flat_map(|y| [(0, y), (right, y)]));
        for (x, y) in edge {
            let pixel = picture.pixel(x, y).unwrap();
            assert_eq!([pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()], [255; 4], "{width} wide, at {x}, {y}");
        }
    }
}

#[test]
fn impossible_pictures_are_refused() {
    let svg = svg(&Scene::default().map());
    assert_eq!(png(&svg, 0), Err(PngError::Size(0)));
    assert_eq!(png(&svg, 10_001), Err(PngError::Size(10_001)));
    assert!(matches!(png("<svg", 100), Err(PngError::Svg(_))));
}

#[test]
fn squares_and_desks_are_where_they_belong() {
    // A municipality of 8 by 6 km, a square of 500 m of each class in a row, a desk farther north.
    let mut scene = Scene { side: 500.0, ..Scene::default() };
    scene.borders.push((String::new(), true, rectangle(100_000.0, 400_000.0, 8000.0, 6000.0)));
    for class in 0..4_u8 {
        scene.centres.push(Coord { x: 102_250.0 + 1000.0 * f64::from(class), y: 401_750.0 });
        scene.class.push(class);
    }
    scene.sites.push(site(104_000.0, 405_000.0, SiteKind::Open, ""));
    let map = scene.map();
    let extent = Extent::of(&map);
    let page = Page::new(&map, extent, Legend::new(&map, Form::Page), Form::Page);
    let view = View::new(extent, page.map);
    let width = page.width as u32;
    let picture = Pixmap::decode_png(&png(&svg(&map), width).unwrap()).unwrap();
    let colour_at = |x: f64, y: f64| {
        let [x, y] = view.place(Coord { x, y });
        let pixel = picture.pixel(x as u32, y as u32).unwrap();
        format!("#{:02x}{:02x}{:02x}", pixel.red(), pixel.green(), pixel.blue())
    };
    for (at, colour) in scene.centres.iter().zip(Legend::new(&map, Form::Page).colours()) {
        // The middle, and just inside and outside the western edge.
        assert_eq!(colour_at(at.x, at.y), colour.hex());
        assert_eq!(colour_at(at.x - 220.0, at.y), colour.hex());
        assert_eq!(colour_at(at.x - 280.0, at.y), "#ffffff");
    }
    assert_eq!(colour_at(104_000.0, 405_000.0), "#0b2f4f");
    assert_eq!(colour_at(104_000.0, 405_300.0), "#ffffff");
    // Outside the municipality the ground is pale.
    assert_eq!(colour_at(99_850.0, 400_000.0), "#eff1f2");
}

#[test]
fn every_kind_of_site_has_a_shape_of_its_own() {
    // Drawn alone and reduced to black and white: the pictures differ in more than a tenth of the ink.
    let pictures: Vec<Vec<bool>> = SiteKind::ALL
        .iter()
        .map(|kind| {
            let scene = Scene { sites: vec![site(0.0, 0.0, *kind, "")], ..Scene::default() };
            let mut map = scene.map();
            map.words.site_kinds.clear();
            let picture = Pixmap::decode_png(&png(&svg(&map), 1414).unwrap()).unwrap();
            picture.pixels().iter().map(|pixel| u32::from(pixel.red()) + u32::from(pixel.blue()) < 256).collect()
        })
        .collect();
    for (index, one) in pictures.iter().enumerate() {
        for two in &pictures[index + 1..] {
            assert!(one.iter().zip(two).filter(|(a, b)| a != b).count() > 15);
        }
    }
}
