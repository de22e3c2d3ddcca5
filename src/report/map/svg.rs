//! The whole map, in the order of drawing.

use super::borders::{Borders, PALE};
use super::canvas::Canvas;
use super::describe::{Form, Map};
use super::flows::Flows;
use super::labels;
use super::legend::Legend;
use super::page::Page;
use super::sites::Sites;
use super::squares::Squares;
use super::view::{Extent, View};

/// Draws a map as SVG, in page units of which 1414 (or 1000, upright: 1000 by 1414) span the page.
///
/// The same map gives the same bytes. Positions that are no place on Earth are left out; a map of nothing is an empty page with its texts.
/// Time is linear in cells and border points, bar sorting: a country of 400,000 squares takes well under a second and 4 MB.
#[must_use]
pub fn svg(map: &Map) -> String {
    svg_in(map, Form::Page)
}

/// Draws a map as [`svg()`] does, in a form of which it is told; a strip is 1000 units wide.
#[must_use]
pub fn svg_in(map: &Map, form: Form) -> String {
    let legend = Legend::new(map, form);
    let extent = Extent::of(map);
    let page = Page::new(map, extent, legend, form);
    let view = View::new(extent, page.map);
    let borders = Borders::new(map, &view);
    let squares = Squares::new(map, &view);
    let legend = legend.with_stripes(squares.striped);
    let flows = Flows::new(map, &view);
    let sites = Sites::new(map, &view);
    let labels = labels::place(map, &view, &borders.outlines, &sites, &flows);

    let mut canvas = Canvas::open(page.width, page.height, &map.words.language, &map.title, &map.words.description);
    let frame = [page.map.x, page.map.y, page.map.width, page.map.height];
    canvas.rect(frame, &format!("fill=\"{}\"", if map.borders.is_empty() { "#fff" } else { PALE }));
    squares.draw_context(&mut canvas);
    borders.draw_surroundings(&mut canvas, map);
    borders.draw_ground(&mut canvas, map);
    squares.draw_classes(&mut canvas, &legend.colours());
    borders.draw_study(&mut canvas, map);
    flows.draw(&mut canvas);
    sites.draw(&mut canvas);
    labels::draw(&mut canvas, &labels);
    page.draw_margin(&mut canvas);
    canvas.rect(frame, "fill=\"none\" stroke=\"#17212b\" stroke-width=\"1\"");

    page.draw_texts(&mut canvas);
    if page.legend_beside() {
        legend.draw_beside(&mut canvas, page.legend, view.scale);
    } else {
        legend.draw_below(&mut canvas, page.legend, view.scale);
    }
    canvas.close()
}
