//! Lines of who goes where: how wide, in which order, and that a map without them is as it was.

use geo::Coord;
use resvg::usvg::roxmltree;

use super::scene::{Scene, flow, rectangle, site};
use crate::report::map::borders::Borders;
use crate::report::map::flows::Flows;
use crate::report::map::labels;
use crate::report::map::legend::Legend;
use crate::report::map::page::Page;
use crate::report::map::sites::Sites;
use crate::report::map::view::{Extent, View};
use crate::report::map::{Form, SiteKind, png, svg};

const INK: &str = "#2166ac";

/// The shafts of the lines, legend included: how wide each is, with its path.
fn shafts(svg: &str) -> Vec<(f64, String)> {
    let document = roxmltree::Document::parse(svg).unwrap();
    let lines = document.descendants().filter(|node| node.attribute("stroke") == Some(INK));
    lines.map(|node| (node.attribute("stroke-width").unwrap().parse().unwrap(), node.attribute("d").unwrap().to_owned())).collect()
}

/// Of these, those that bend: the lines on the map.
fn on_map(svg: &str) -> Vec<f64> {
    shafts(svg).into_iter().filter(|(_, path)| path.contains('Q')).map(|(width, _)| width).collect()
}

fn close(found: &[f64], expected: &[f64]) {
    assert!(found.len() == expected.len() && found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 0.006), "{found:?} {expected:?}");
}

#[test]
fn width_is_in_proportion_and_the_widest_is_drawn_first() {
    let svg = svg(&Scene::flows().map());
    // 4200 is 9 wide: 2600 × 9 / 4200 = 5.57, 1900 4.07, 1500 3.21, 1300 2.79, 900 1.93, 600 1.29; 250 (0.54) and 40 are at least 1.2.
    close(&on_map(&svg), &[9.0, 5.57, 4.07, 3.21, 2.79, 1.93, 1.29, 1.2, 1.2]);
    // The samples 500, 2000 and 4000 in the legend: 1.2, 4.29, 8.57.
    let samples: Vec<f64> = shafts(&svg).into_iter().filter(|(_, path)| !path.contains('Q')).map(|(width, _)| width).collect();
    close(&samples, &[1.2, 4.29, 8.57]);
    for text in ["Inwoners met het", ">2.000</text>"] {
        assert!(svg.contains(text), "{text}");
    }
}

#[test]
fn lines_lie_over_squares_and_borders_and_below_desks_and_names() {
    let svg = svg(&Scene::flows().map());
    let first = svg.find(INK).unwrap();
    let last = svg.rfind('Q').map(|at| at + svg[at..].find('\n').unwrap()).unwrap();
    for below in ["crispEdges", "stroke=\"#2f3a44\""] {
        assert!(svg.rfind(below).unwrap() < first, "{below}");
    }
    let rest = &svg[last..];
    assert!(rest.contains("<circle") && rest.contains("Rijnveld") && !svg[first..last].contains("<text"));
}

#[test]
fn the_order_of_the_lines_changes_nothing() {
    let mut scene = Scene::flows();
    let before = svg(&scene.map());
    scene.flows.reverse();
    assert_eq!(before, svg(&scene.map()));
}

#[test]
fn without_lines_a_map_says_nothing_of_them() {
    let mut scene = Scene::flows();
    scene.flows.clear();
    let with_words = svg(&scene.map());
    let mut map = scene.map();
    map.words.flows.clear();
    map.words.flow_widths.clear();
    assert_eq!(with_words, svg(&map));
    assert!(!with_words.contains(INK));
}

#[test]
fn there_and_back_are_two_lines() {
    let mut scene = Scene::default();
    scene.borders.push((String::new(), true, rectangle(0.0, 0.0, 10_000.0, 8000.0)));
    let (west, east) = ([2000.0, 4000.0], [8000.0, 4000.0]);
    scene.flows = vec![flow(west, east, 5.0), flow(east, west, 5.0)];
    let svg = svg(&scene.map());
    let heights: Vec<f64> = shafts(&svg)
        .iter()
        .filter_map(|(_, path)| path.split('Q').nth(1).and_then(|rest| rest.split([' ', 'Q']).nth(1)).map(|y| y.parse().unwrap()))
        .collect();
    // Going east it bends to the north, going west to the south.
    assert!(heights.len() == 2 && (heights[0] - heights[1]).abs() > 100.0, "{heights:?}");
}

#[test]
fn lines_that_are_none_are_left_out() {
    let mut scene = Scene::default();
    scene.borders.push((String::new(), true, rectangle(0.0, 0.0, 10_000.0, 8000.0)));
    let (here, there) = ([2000.0, 4000.0], [8000.0, 4000.0]);
    for weight in [0.0, -1.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        scene.flows.push(flow(here, there, weight));
    }
    for wild in [f64::NAN, f64::INFINITY, 1e300, -1e12] {
        scene.flows.push(flow([wild, 0.0], there, 1.0));
        scene.flows.push(flow(here, [0.0, wild], 1.0));
    }
    // Nowhere to go, too near, and all of it off the map.
    scene.flows.push(flow(here, here, 1.0));
    scene.flows.push(flow(here, [2010.0, 4010.0], 1.0));
    scene.flows.push(flow([90_000.0, 4000.0], [99_000.0, 4000.0], 1.0));
    let empty = svg(&scene.map());
    assert!(on_map(&empty).is_empty() && png(&empty, 300).is_ok());
    scene.flows.push(flow(here, there, f64::MIN_POSITIVE));
    scene.flows.push(flow(here, [9e7, -9e7], f64::MAX));
    let svg = svg(&scene.map());
    assert_eq!(on_map(&svg), [9.0, 1.2]);
    assert!(png(&svg, 300).is_ok() && !svg.contains("NaN") && !svg.contains("inf\"") && !svg.contains("inf "));
}

#[test]
fn a_line_stops_before_the_desk_it_goes_to() {
    let mut scene = Scene::default();
    scene.borders.push((String::new(), true, rectangle(0.0, 0.0, 10_000.0, 8000.0)));
    scene.flows = vec![flow([2000.0, 4000.0], [8000.0, 4000.0], 5.0)];
    scene.sites = vec![site(8000.0, 4000.0, SiteKind::Open, "")];
    let svg = svg(&scene.map());
    let document = roxmltree::Document::parse(&svg).unwrap();
    let point = document.descendants().filter(|node| node.attribute("fill") == Some(INK)).find_map(|node| node.attribute("d")).unwrap();
    let numbers = |text: &str| -> Vec<f64> { text.split([' ', 'L', 'Z']).filter_map(|part| part.parse().ok()).collect() };
    let tip = numbers(point.trim_start_matches('M'));
    let desk = document.descendants().find(|node| node.has_tag_name("circle")).unwrap();
    let at = ["cx", "cy"].map(|name| desk.attribute(name).unwrap().parse::<f64>().unwrap());
    // The symbol has a radius of 7 with its edge.
    let apart = (tip[0] - at[0]).hypot(tip[1] - at[1]);
    assert!((9.4..9.6).contains(&apart), "{apart}");
}

#[test]
fn names_keep_off_lines() {
    let mut scene = Scene::default();
    scene.borders.push(("Waterstreek".to_owned(), true, rectangle(0.0, 0.0, 10_000.0, 8000.0)));
    // How many places of the lines the name covers, when they are no obstacle to it and when they are.
    let covered = |scene: &Scene| -> [usize; 2] {
        let map = scene.map();
        let extent = Extent::of(&map);
        let view = View::new(extent, Page::new(&map, extent, Legend::new(&map, Form::Page), Form::Page).map);
        let flows = Flows::new(&map, &view);
        let (outlines, sites) = (Borders::new(&map, &view).outlines, Sites::new(&map, &view));
        let none = Flows::new(&Scene::default().map(), &view);
        [&none, &flows].map(|known| {
            let labels = labels::place(&map, &view, &outlines, &sites, known);
            let [left, top, right, bottom] = labels[0].ground.edges();
            flows.places(2.0).filter(|[x, y]| *x >= left && *x <= right && *y >= top && *y <= bottom).count()
        })
    };
    // Lines from south to north, 1500 m apart: the name is narrower than that.
    for column in 1..7 {
        let x = 1500.0 * f64::from(column) - 250.0;
        scene.flows.push(flow([x, 500.0], [x, 7500.0], 1.0));
    }
    let [unaware, aware] = covered(&scene);
    assert!(unaware > 0 && aware == 0, "{unaware} {aware}");
}

#[test]
fn lines_alone_make_a_map() {
    let scene = Scene { flows: vec![flow([1e5, 4e5], [1.1e5, 4.05e5], 3.0)], ..Scene::default() };
    assert_eq!(on_map(&svg(&scene.map())), [9.0]);
    let far = Scene { flows: vec![flow([f64::NAN, 4e5], [1.1e5, 4.05e5], 3.0)], ..Scene::default() };
    assert_eq!(far.flows[0].to.0, Coord { x: 1.1e5, y: 4.05e5 });
    assert!(on_map(&svg(&far.map())).is_empty());
}
