//! What area is drawn in which class.

use std::collections::{BTreeMap, BTreeSet};

use geo::Coord;
use resvg::usvg::roxmltree;

use super::scene::{Dice, Scene, rectangle};
use crate::report::map::{CONTEXT, Form, HIDDEN, svg};

/// The area of the squares by colour, in units of the grid they are written in, and the side of that grid on the page.
fn drawn(svg: &str) -> (BTreeMap<String, i64>, f64) {
    let document = roxmltree::Document::parse(svg).unwrap();
    let mut areas = BTreeMap::new();
    let mut size = 0.0;
    for group in document.descendants().filter(|node| node.attribute("shape-rendering") == Some("crispEdges")) {
        let matrix = group.attribute("transform").unwrap().trim_start_matches("matrix(");
        size = matrix.split(' ').next().unwrap().parse().unwrap();
        for path in group.children().filter(roxmltree::Node::is_element) {
            let runs = path.attribute("d").unwrap().split('M').skip(1);
            let area: i64 = runs.map(|run| run.split('h').nth(1).unwrap().trim_end_matches("v1").parse::<i64>().unwrap()).sum();
            areas.insert(path.attribute("fill").unwrap().to_owned(), area);
        }
    }
    (areas, size)
}

/// A scatter of cells on a grid in a municipality of that size, each place at most once.
fn scatter(side: f64, columns: i32, cells: usize) -> Scene {
    let mut dice = Dice(11);
    let length = side * f64::from(columns);
    let mut scene = Scene { side, ..Scene::default() };
    scene.borders.push(("Vlakte".to_owned(), true, rectangle(0.0, 0.0, length, length)));
    let mut places = BTreeSet::new();
    while places.len() < cells {
        places.insert(((f64::from(columns) * dice.roll()) as i32, (f64::from(columns) * dice.roll()) as i32));
    }
    for (column, row) in places {
        scene.centres.push(Coord { x: (f64::from(column) + 0.5) * side, y: (f64::from(row) + 0.5) * side });
        scene.class.push((4.0 * dice.roll()) as u8);
        scene.weight.push(5.0);
    }
    scene
}

#[test]
fn merged_runs_cover_exactly_the_squares() {
    for side in [100.0, 500.0, 12.3] {
        let scene = scatter(side, 60, 1500);
        let (areas, size) = drawn(&svg(&scene.map()));
        assert_eq!(areas.values().sum::<i64>(), 1500);
        // Four classes: each has its own count.
        let mut counts = [0_i64; 4];
        scene.class.iter().for_each(|class| counts[usize::from(*class)] += 1);
        let mut drawn: Vec<i64> = areas.into_values().collect();
        drawn.sort_unstable();
        counts.sort_unstable();
        assert_eq!(drawn, counts);
        assert!(size > 0.7, "{size}");
    }
}

#[test]
fn shuffled_squares_make_the_same_bytes() {
    let mut scene = scatter(100.0, 2000, 5000);
    let before = svg(&scene.map());
    scene.centres.reverse();
    scene.class.reverse();
    scene.weight.reverse();
    assert_eq!(before, svg(&scene.map()));
}

#[test]
fn small_squares_are_drawn_together_and_the_majority_of_residents_wins() {
    // 3000 squares of 100 m span 300 km: each would be a third of a unit, so that some four by four or more are one.
    let mut scene = scatter(100.0, 3000, 0);
    // Two groups of squares far apart. First: one square with 30 residents in class 0, three with 8 each in class 3. Second: 10 in
    // class 1 against 10 in class 2 (a tie, the farther is drawn), and 100 of the surroundings, which do not count.
    let cells = [(0, 0, 0, 30.0), (1, 0, 3, 8.0), (0, 1, 3, 8.0), (1, 1, 3, 8.0)];
    let others = [(2400, 0, 1, 10.0), (2401, 0, 2, 10.0), (2400, 1, CONTEXT, 100.0), (2401, 1, HIDDEN, 100.0)];
    for (column, row, class, weight) in cells.into_iter().chain(others) {
        scene.centres.push(Coord { x: f64::from(column) * 100.0 + 50.0, y: f64::from(row) * 100.0 + 50.0 });
        scene.class.push(class);
        scene.weight.push(weight);
    }
    let map = scene.map();
    let (areas, size) = drawn(&svg(&map));
    assert!((1.0..1.5).contains(&size), "{size}");
    let colours: Vec<String> =
        crate::report::map::legend::Legend::new(&map, Form::Page).colours().iter().map(|colour| colour.hex()).collect();
    assert_eq!(areas, BTreeMap::from([(colours[0].clone(), 1), (colours[2].clone(), 1)]));
}

#[test]
fn squares_on_no_common_grid_are_all_drawn() {
    let mut scene = scatter(100.0, 60, 300);
    scene.centres.iter_mut().enumerate().for_each(|(index, at)| at.x += (index % 7) as f64 * 13.0);
    let svg = svg(&scene.map());
    let document = roxmltree::Document::parse(&svg).unwrap();
    let paths = document.descendants().filter_map(|node| node.attribute("d").filter(|_| node.attribute("stroke").is_some()));
    assert_eq!(
        paths
            .flat_map(|path| path.split('M').skip(1))
            .filter(|part| part.ends_with('z') && part.contains('h') && !part.contains('l'))
            .count(),
        300
    );
}

#[test]
fn a_country_of_many_squares_is_a_small_file() {
    // 400,000 squares of 100 m on 300 by 300 km, classes by the distance to the nearest of a lattice of desks 12 km apart.
    let mut scene = scatter(100.0, 3000, 400_000);
    for (at, class) in scene.centres.iter().zip(&mut scene.class) {
        let off = |value: f64| (value / 12_000.0 - (value / 12_000.0).round()) * 12_000.0;
        *class = ((off(at.x).hypot(off(at.y)) / 1500.0) as u8).min(3);
    }
    let size = svg(&scene.map()).len();
    assert!(size < 4_000_000, "{size}");
}
