//! Names and texts: apart from each other, on the page, in the file as they are.

use resvg::usvg::{self, roxmltree};

use super::scene::Scene;
use crate::report::map::flows::Flows;
use crate::report::map::labels::{self, overlap};
use crate::report::map::legend::Legend;
use crate::report::map::page::Page;
use crate::report::map::sites::Sites;
use crate::report::map::view::{Extent, View};
use crate::report::map::{Form, Map, SiteKind, borders::Borders, svg, svg_in};

fn laid_out<'a>(map: &'a Map<'a>) -> (Page, View) {
    let extent = Extent::of(map);
    let page = Page::new(map, extent, Legend::new(map, Form::Page), Form::Page);
    let view = View::new(extent, page.map);
    (page, view)
}

#[test]
fn names_overlap_neither_each_other_nor_a_desk_nor_the_edge() {
    let scene = Scene::region();
    let map = scene.map();
    let (page, view) = laid_out(&map);
    let sites = Sites::new(&map, &view);
    let labels = labels::place(&map, &view, &Borders::new(&map, &view).outlines, &sites, &Flows::new(&map, &view));
    // Eight municipalities have a name, and eight desks; with so much room all are written.
    assert!(labels.len() >= 16, "{} names", labels.len());
    for (index, one) in labels.iter().enumerate() {
        for two in &labels[index + 1..] {
            assert!(!overlap(one.ground, two.ground), "{one:?} {two:?}");
        }
        for site in &sites.placed {
            let inside = |value: f64, from: f64, size: f64| value + site.radius > from && value - site.radius < from + size;
            let over = inside(site.at[0], one.ground.x, one.ground.width) && inside(site.at[1], one.ground.y, one.ground.height);
            assert!(!over, "{one:?} {site:?}");
        }
        let ([left, top, right, bottom], [x0, y0, x1, y1]) = (page.map.edges(), one.ground.edges());
        assert!(x0 >= left && y0 >= top && x1 <= right && y1 <= bottom, "{one:?}");
    }
}

/// The boxes of all texts as the drawing library lays them out.
fn texts(group: &usvg::Group, into: &mut Vec<(String, usvg::Rect)>) {
    for node in group.children() {
        match node {
            usvg::Node::Group(group) => texts(group, into),
            usvg::Node::Text(text) => {
                into.push((text.chunks().iter().map(usvg::TextChunk::text).collect(), text.abs_bounding_box()));
            }
            _ => {}
        }
    }
}

#[test]
fn long_texts_stay_on_the_page_and_off_the_map() {
    let long = "Afstand tot het dichtstbijzijnde informatiepunt digitale overheid in alle gemeenten die de bibliotheek bedient ";
    for tall in [false, true] {
        let mut scene = Scene::region();
        if tall {
            scene.borders.iter_mut().for_each(|(name, in_study, _)| *in_study = *in_study && (name.contains('W') || name.contains("Over")));
        }
        let mut map = scene.map();
        let times = if tall { 1 } else { 3 };
        map.title = long.repeat(times);
        map.subtitle = long.repeat(times);
        map.source = long.repeat(3 * times);
        map.words.legend = long.repeat(times);
        map.words.sites = "Zeventienhuizensteradeelslanderwoudegemeenteinformatiepunten".to_owned();
        map.classes.iter_mut().take(times).for_each(|class| class.label = long.to_owned());
        map.words.site_kinds.iter_mut().for_each(|(_, label)| *label = long.repeat(2));
        let (page, _) = laid_out(&map);
        assert_eq!(page.legend_beside(), !tall);
        assert!(!overlap(page.map, page.legend));
        let tree = usvg::Tree::from_str(&svg(&map), &crate::report::map::png::options()).unwrap();
        let mut boxes = Vec::new();
        texts(tree.root(), &mut boxes);
        let names: Vec<&str> = scene.borders.iter().map(|(name, ..)| name.as_str()).collect();
        for (text, found) in boxes {
            let [x0, y0, x1, y1] = [found.left(), found.top(), found.right(), found.bottom()].map(f64::from);
            assert!(x0 >= 0.0 && y0 >= 0.0 && x1 <= page.width && y1 <= page.height, "{text}: {found:?}");
            let [left, top, right, bottom] = page.map.edges();
            let on_map = x0 < right && x1 > left && y0 < bottom && y1 > top;
            assert!(!on_map || names.contains(&text.as_str()) || text.starts_with("Bieb "), "{text} lies over the map: {found:?}");
        }
    }
}

#[test]
fn of_many_desks_only_those_that_are_new_have_names() {
    let mut scene = Scene::region();
    for place in 0..20 {
        scene.sites.push(super::scene::site(160_000.0 + 400.0 * f64::from(place), 440_000.0, SiteKind::Open, "Bieb vol"));
    }
    scene.sites.push(super::scene::site(177_000.0, 444_000.0, SiteKind::Required, "Bieb nieuw"));
    let svg = svg(&scene.map());
    assert!(svg.contains("font-weight=\"600\"") && svg.contains(">Bieb nieuw</text>"), "{svg}");
    assert!(!svg.contains(">Bieb vol</text>"));
}

#[test]
fn a_strip_is_low_and_holds_its_texts() {
    let scene = Scene::region();
    let mut map = scene.map();
    for title in [map.title.clone(), String::new(), "Een heel lange titel van een kaart ".repeat(8)] {
        map.title = title;
        let tree = usvg::Tree::from_str(&svg_in(&map, Form::Strip), &crate::report::map::png::options()).unwrap();
        let (width, height) = (tree.size().width(), tree.size().height());
        assert!((width - 1000.0).abs() < 0.1 && height < 600.0, "{width} × {height}");
        let mut boxes = Vec::new();
        texts(tree.root(), &mut boxes);
        for (text, found) in boxes {
            assert!(found.left() >= 0.0 && found.top() >= 0.0 && found.right() <= width && found.bottom() <= height, "{text}: {found:?}");
        }
    }
}

#[test]
fn names_are_in_the_file_as_they_are() {
    let mut scene = Scene::region();
    scene.borders[7].0 = "Vis & Vlees <b>".to_owned();
    let mut map = scene.map();
    map.title = "Bereik \"hier\" & daar\u{1}".to_owned();
    let svg = svg(&map);
    let document = roxmltree::Document::parse(&svg).unwrap();
    let texts: Vec<&str> = document.descendants().filter(roxmltree::Node::is_text).filter_map(|node| node.text()).collect();
    for text in ["Vis & Vlees <b>", "'s-Gravendijk", "Bereik \"hier\" & daar "] {
        assert!(texts.contains(&text), "{text} is not in {texts:?}");
    }
    let root = document.root_element();
    assert_eq!((root.attribute("role"), root.attribute("lang")), (Some("img"), Some("nl")));
    let first: Vec<&str> = root.children().filter(roxmltree::Node::is_element).map(|node| node.tag_name().name()).take(2).collect();
    assert_eq!(first, ["title", "desc"]);
}

#[test]
fn a_small_map_word_for_word() {
    let mut scene = Scene { side: 100.0, ..Scene::default() };
    scene.borders.push(("Overal".to_owned(), true, super::scene::rectangle(1000.0, 1000.0, 800.0, 600.0)));
    scene.borders.push(("Elders".to_owned(), false, super::scene::rectangle(1800.0, 1000.0, 800.0, 600.0)));
    for (column, class) in [0_u8, 0, 1, 3].into_iter().enumerate() {
        scene.centres.push(geo::Coord { x: 1250.0 + 100.0 * column as f64, y: 1150.0 });
        scene.class.push(class);
        scene.weight.push(10.0);
    }
    scene.sites.push(super::scene::site(1250.0, 1150.0, SiteKind::Open, "Bieb"));
    insta::assert_snapshot!(svg(&scene.map()));
}
