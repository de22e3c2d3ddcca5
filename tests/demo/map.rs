//! The map as SVG and as PNG.

use std::collections::BTreeSet;

use bereik::load::hash::sha256_of;
use resvg::tiny_skia::Pixmap;

use super::{DUTCH, Results, snapshot};

/// The texts of the map in their order; those that are drawn a second time as a white edge are left out.
pub fn texts(results: &Results) -> Vec<String> {
    let svg = results.text("map.svg");
    let document = resvg::usvg::roxmltree::Document::parse(&svg).unwrap();
    let shown = |node: &resvg::usvg::roxmltree::Node| {
        ["title", "desc", "text"].contains(&node.tag_name().name()) && node.attribute("aria-hidden").is_none()
    };
    document.descendants().filter(shown).map(|node| node.text().unwrap().to_owned()).collect()
}

#[test]
fn svg() {
    let svg = DUTCH.bytes("map.svg");
    snapshot("map_svg", &format!("{}\nsha256 {}", texts(&DUTCH).join("\n"), sha256_of(&svg)));
}

/// The picture has the width that is promised, no pixel that one sees through, and the colours of a map: the classes of distance, borders
/// and letters, with the smooth edges between them.
#[test]
fn png() {
    let picture = Pixmap::decode_png(&DUTCH.bytes("map.png")).unwrap();
    // 1414 × 994.09 units at 2000 pixels wide: 994.09 × 2000 / 1414 = 1406.1
    assert_eq!((picture.width(), picture.height()), (2000, 1406));
    assert!(picture.pixels().iter().all(|pixel| pixel.alpha() == 255));
    let white = picture.pixels().iter().filter(|pixel| (pixel.red(), pixel.green(), pixel.blue()) == (255, 255, 255)).count();
    let colours: BTreeSet<_> = picture.pixels().iter().map(|pixel| (pixel.red(), pixel.green(), pixel.blue())).collect();
    assert!(colours.len() > 100, "{} colours", colours.len());
    assert!(4 * white < 3 * picture.pixels().len(), "{white} white pixels");
}
