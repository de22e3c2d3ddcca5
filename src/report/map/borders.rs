//! Municipalities: the study's ground is white with a dark edge around it, its surroundings are pale.

use super::canvas::{Canvas, escape, number};
use super::describe::Map;
use super::outline::Outline;
use super::view::View;

/// Ground outside the study, and water.
pub(super) const PALE: &str = "#eff1f2";

/// The municipalities of a map, placed.
#[derive(Debug)]
pub(super) struct Borders {
    /// The outline of each of [`Map::borders`].
    pub outlines: Vec<Outline>,
    paths: Vec<String>,
    /// How thick lines are: 1 for a region of some municipalities, less for a country.
    weight: f64,
}

impl Borders {
    /// Places all municipalities. Linear in their points, bar the thinning.
    pub fn new(map: &Map, view: &View) -> Self {
        let outlines: Vec<Outline> = map.borders.iter().map(|border| Outline::new(border.shape.0, view)).collect();
        let paths = outlines.iter().map(Outline::path).collect();
        let weight = match map.borders.iter().filter(|border| border.in_study).count() {
            0..=30 => 1.0,
            31..=100 => 0.75,
            _ => 0.5,
        };
        Self { outlines, paths, weight }
    }

    fn draw_paths(&self, canvas: &mut Canvas, map: &Map, in_study: bool) {
        for (path, _) in self.paths.iter().zip(&map.borders).filter(|(_, border)| border.in_study == in_study) {
            canvas.path(path, "");
        }
    }

    /// The borders around the study.
    pub fn draw_surroundings(&self, canvas: &mut Canvas, map: &Map) {
        canvas.group(&format!("fill=\"none\" stroke=\"#b4bcc2\" stroke-width=\"{}\" stroke-linejoin=\"round\"", number(1.1 * self.weight)));
        self.draw_paths(canvas, map, false);
        canvas.end_group();
    }

    /// The study's ground: an edge around all of it together, and white inside. The white covers the inner half of the edge of each.
    pub fn draw_ground(&self, canvas: &mut Canvas, map: &Map) {
        canvas.group(&format!("fill=\"none\" stroke=\"#2f3a44\" stroke-width=\"{}\" stroke-linejoin=\"round\"", number(5.2 * self.weight)));
        self.draw_paths(canvas, map, true);
        canvas.end_group();
        canvas.group(&format!("fill=\"#fff\" fill-rule=\"evenodd\" stroke=\"#fff\" stroke-width=\"{}\"", number(0.6 * self.weight)));
        for (path, border) in self.paths.iter().zip(&map.borders).filter(|(path, border)| border.in_study && !path.is_empty()) {
            canvas.raw(&format!("<path d=\"{path}\"><title>{}</title></path>\n", escape(&border.name)));
        }
        canvas.end_group();
    }

    /// The borders within the study, over the squares.
    pub fn draw_study(&self, canvas: &mut Canvas, map: &Map) {
        canvas.group(&format!("fill=\"none\" stroke=\"#2f3a44\" stroke-width=\"{}\" stroke-linejoin=\"round\"", number(1.2 * self.weight)));
        self.draw_paths(canvas, map, true);
        canvas.end_group();
    }
}
