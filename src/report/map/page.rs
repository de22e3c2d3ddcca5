//! The page: where title, map, legend and source line stand.
//!
//! Pages are as wide as A4, lying or upright, and as high unless the legend needs more; height that nothing needs is cut
//! off, so that a map sits well in a report. One unit is 0.21 mm on A4: a text of size 15 is 9 points.

use super::canvas::{Anchor, Canvas, Style, number};
use super::describe::{Form, Map};
use super::font;
use super::legend::Legend;
use super::view::{Extent, Frame};

/// The longer side of the page, in page units.
const LONG: f64 = 1414.0;
/// The shorter side.
const SHORT: f64 = 1000.0;
/// White around everything, and the same in a strip.
const MARGIN: [f64; 2] = [46.0, 12.0];
/// The height of a strip.
const LOW: f64 = 380.0;
/// Width of the legend beside a map, and the same in a strip.
const PANEL: [f64; 2] = [276.0, 320.0];
/// Least height of a map above its legend, as a part of its width.
const FLATTEST: f64 = 0.6;
/// How far the white margin reaches beyond the page: a picture of whole pixels may be a fraction of one larger.
const BLEED: f64 = 5.0;
/// Between map and legend.
const GAP: f64 = 28.0;

const TITLE: Style = Style { size: 34.0, fill: "#17212b", bold: true, halo: 0.0 };
const SUBTITLE: Style = Style { size: 18.0, fill: "#46525e", bold: false, halo: 0.0 };
const STRIP_SUBTITLE: Style = Style { size: 16.0, ..SUBTITLE };
const SOURCE: Style = Style { size: 12.5, fill: "#5b6670", bold: false, halo: 0.0 };
/// Sizes of a title: the largest in which it is one line, else two or three lines of the last.
const TITLE_SIZES: [f64; 3] = [TITLE.size, 30.0, 27.0];
/// The same in a strip.
const STRIP_SIZES: [f64; 3] = [21.0, 19.0, 17.0];
/// Room kept for fonts of a browser that are wider than ours.
const SLACK: f64 = 0.94;

/// Lines of text and the baseline of the first.
#[derive(Debug, Clone)]
struct Lines {
    texts: Vec<String>,
    first: f64,
    /// From the left edge of the page's contents.
    left: f64,
    style: Style,
}

impl Lines {
    const LEADING: f64 = 1.25;

    fn new(text: &str, style: Style, room: f64, most: usize) -> Self {
        Self { texts: font::wrap_to(text, style.size, room * SLACK, most), first: 0.0, left: 0.0, style }
    }

    fn height(&self) -> f64 {
        self.texts.iter().map(|_| self.style.size * Self::LEADING).sum()
    }

    fn below(mut self, top: f64) -> Self {
        self.first = top + self.style.size;
        self
    }

    fn draw(&self, canvas: &mut Canvas, left: f64) {
        let mut baseline = self.first;
        for line in &self.texts {
            canvas.text([left + self.left, baseline], Anchor::Start, self.style, line);
            baseline += self.style.size * Self::LEADING;
        }
    }
}

/// A page with its parts in place.
#[derive(Debug, Clone)]
pub(super) struct Page {
    /// Width in page units.
    pub width: f64,
    /// Height in page units.
    pub height: f64,
    /// Where the map is.
    pub map: Frame,
    /// Where the legend is.
    pub legend: Frame,
    beside: bool,
    title: Lines,
    subtitle: Lines,
    source: Lines,
}

impl Page {
    /// A strip, or the page, upright or lying, on which the ground is shown larger.
    pub fn new(map: &Map, extent: Extent, legend: Legend, form: Form) -> Self {
        if form == Form::Strip {
            return Self::sized(map, [SHORT, LOW], legend, form).trimmed(extent, legend);
        }
        let upright = Self::sized(map, [SHORT, LONG], legend, form);
        let lying = Self::sized(map, [LONG, SHORT], legend, form);
        let page = if extent.scale_in(upright.map) >= extent.scale_in(lying.map) { upright } else { lying };
        page.trimmed(extent, legend)
    }

    /// Without the height that neither the ground nor the legend needs.
    fn trimmed(mut self, extent: Extent, legend: Legend) -> Self {
        let least = if self.beside { legend.height_beside(self.legend.width) } else { self.map.width * FLATTEST };
        let needed = extent.height_at(extent.scale_in(self.map)).max(least);
        let spare = (self.map.height - needed).max(0.0);
        self.map.height -= spare;
        if self.beside {
            self.legend.height -= spare;
        } else {
            self.legend.y -= spare;
        }
        self.source.first -= spare;
        self.height -= spare;
        self
    }

    fn sized(map: &Map, [width, height]: [f64; 2], legend: Legend, form: Form) -> Self {
        let is_strip = form == Form::Strip;
        let [margin, panel] = [MARGIN, PANEL].map(|of| of[usize::from(is_strip)]);
        let (above, sizes) = if is_strip { (0.0, STRIP_SIZES) } else { (margin - 8.0, TITLE_SIZES) };
        let room = width - 2.0 * margin;
        let size = sizes.into_iter().find(|size| font::width(&map.title, *size) <= room * SLACK).unwrap_or(sizes[2]);
        let title = Lines::new(&map.title, Style { size, ..TITLE }, room, 3).below(above);
        let beside_title = font::width(&map.title, size) + GAP;
        let is_one_line = is_strip && title.texts.len() == 1 && beside_title + font::width(&map.subtitle, STRIP_SUBTITLE.size) <= room;
        let subtitle = if is_one_line {
            Lines { left: beside_title, first: title.first, ..Lines::new(&map.subtitle, STRIP_SUBTITLE, room, 1) }
        } else {
            Lines::new(&map.subtitle, if is_strip { STRIP_SUBTITLE } else { SUBTITLE }, room, 3).below(above + title.height() + 3.0)
        };
        let source = Lines::new(&map.source, SOURCE, room, 3);
        let beside = width > height;
        let top =
            above + title.height() + if is_one_line { 0.0 } else { subtitle.height() } + if title.texts.is_empty() { 8.0 } else { 18.0 };
        let foot = source.height() + margin - 12.0 + if source.texts.is_empty() { 0.0 } else { 12.0 };
        let columns = legend.height_in_columns(room);
        let least = if beside { legend.height_beside(panel) } else { columns + GAP * 0.7 + room * FLATTEST };
        let body = Frame { x: margin, y: top, width: room, height: (height - top - foot).max(least) };
        let height = top + body.height + foot;
        let source = source.below(height - foot + 12.0);
        let (map, legend) = if beside {
            let frame = Frame { x: width - margin - panel, width: panel, ..body };
            (Frame { width: room - panel - GAP, ..body }, frame)
        } else {
            let panel = Frame { y: body.y + body.height - columns, height: columns, ..body };
            (Frame { height: body.height - columns - GAP * 0.7, ..body }, panel)
        };
        Self { width, height, map, legend, beside, title, subtitle, source }
    }

    /// Whether the legend stands beside the map; else it is below.
    pub fn legend_beside(&self) -> bool {
        self.beside
    }

    /// Covers what of the map lies outside its frame: white all around. A clip would need an id, and not every office program knows it.
    pub fn draw_margin(&self, canvas: &mut Canvas) {
        let [left, top, right, bottom] = self.map.edges().map(number);
        let (width, height) = (number(self.width + BLEED), number(self.height + BLEED));
        let margin = format!("M-{BLEED} -{BLEED}H{width}V{height}H-{BLEED}ZM{left} {top}H{right}V{bottom}H{left}Z");
        canvas.path(&margin, "fill=\"#fff\" fill-rule=\"evenodd\"");
    }

    /// Draws title, subtitle and source.
    pub fn draw_texts(&self, canvas: &mut Canvas) {
        for lines in [&self.title, &self.subtitle, &self.source] {
            lines.draw(canvas, self.map.x);
        }
    }
}
