//! Scenes that no one drew on purpose: nothing, one of it, or numbers that are no place.

use geo::{Coord, LineString, MultiPolygon, Polygon};

use super::scene::{Scene, rectangle, site};
use crate::report::map::{CONTEXT, Form, Map, MapWords, SiteKind, png, svg};

/// Draws it all the way and gives the SVG.
fn draws(map: &Map) -> String {
    let svg = svg(map);
    assert!(png(&svg, 300).is_ok());
    assert!(!svg.contains("NaN") && !svg.contains("inf\"") && !svg.contains("inf "), "{svg}");
    svg
}

#[test]
fn a_map_of_nothing_is_a_page_with_its_texts() {
    let scene = Scene::default();
    assert!(draws(&scene.map()).contains("Waterstreek"));
    let mut wordless = scene.map();
    wordless.words = MapWords::default();
    wordless.classes.clear();
    (wordless.title, wordless.subtitle, wordless.source) = (String::new(), String::new(), String::new());
    assert!(!draws(&wordless).contains("<text"), "no words, no text: the numbers of the scale need a unit");
}

#[test]
fn one_cell_or_one_site_is_enough() {
    for side in [0.0, 100.0] {
        let scene = Scene { side, centres: vec![Coord { x: 1e5, y: 4e5 }], class: vec![0], weight: vec![1.0], ..Scene::default() };
        let colour = crate::report::map::legend::Legend::new(&scene.map(), Form::Page).colours()[0].hex();
        // Once in the legend, and as fill and stroke of the path.
        assert_eq!(draws(&scene.map()).matches(&colour).count(), 3);
    }
    let scene = Scene { sites: vec![site(1e5, 4e5, SiteKind::Open, "Bieb")], ..Scene::default() };
    assert!(draws(&scene.map()).contains(">Bieb</text>"));
}

#[test]
fn positions_that_are_no_place_are_left_out() {
    let wild = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN, 1e300, -1e12, 9e7, -9e7, 0.0];
    for x in wild {
        for y in wild {
            let corners = vec![(x, y), (0.0, 1000.0), (1000.0, y), (x, 0.0), (x, y)];
            let mut scene = Scene { side: 100.0, ..Scene::default() };
            scene.borders.push(("Nergens".to_owned(), true, MultiPolygon(vec![Polygon::new(LineString::from(corners), Vec::new())])));
            scene.borders.push(("Leeg".to_owned(), true, MultiPolygon(Vec::new())));
            scene.centres = vec![Coord { x, y }, Coord { x: 50.0, y: 50.0 }];
            scene.class = vec![1, 0];
            scene.weight = vec![f64::NAN, f64::INFINITY];
            scene.sites = vec![site(x, y, SiteKind::Open, "Nergens"), site(10.0, 10.0, SiteKind::Candidate, "Hier")];
            draws(&scene.map());
        }
    }
}

#[test]
fn classes_without_a_name_and_short_columns_do_no_harm() {
    let mut scene = Scene::region();
    scene.class.truncate(1000);
    scene.class.iter_mut().step_by(3).for_each(|class| *class = 200);
    scene.weight.clear();
    draws(&scene.map());
    scene.class.iter_mut().for_each(|class| *class = CONTEXT);
    draws(&scene.map());
}

#[test]
fn extreme_sizes_of_squares_draw() {
    for side in [1e-9, 0.01, 1e6, 1e12] {
        let mut scene = Scene::region();
        scene.side = side;
        draws(&scene.map());
    }
}

#[test]
fn a_municipality_that_is_thinner_than_a_line_draws() {
    let mut scene = Scene { side: 100.0, ..Scene::default() };
    scene.borders.push(("Dijk".to_owned(), true, rectangle(1e5, 4e5, 0.0, 20_000.0)));
    scene.borders.push(("Sloot".to_owned(), true, rectangle(1e5, 4e5, 20_000.0, 0.1)));
    draws(&scene.map());
}
