//! The legend: classes with the norm between them, symbols of sites, sample lines, scale bar and north arrow, beside the map or in columns below it.

use super::canvas::{Anchor, Canvas, Style};
use super::describe::{CONTEXT, Form, Map, SiteKind};
use super::ramp::{Colour, colours};
use super::squares::CONTEXT_COLOUR;
use super::view::Frame;
use super::{flows, font, scale};

const HEADING: Style = Style { size: 16.5, fill: "#17212b", bold: true, halo: 0.0 };
const LABEL: Style = Style { size: 15.0, fill: "#17212b", bold: false, halo: 0.0 };
const NORM: Style = Style { size: 13.5, fill: "#17212b", bold: true, halo: 0.0 };
/// Height of a line of text.
const LINE: f64 = 18.5;
/// Least height of a row, and the same in a strip.
const ROW: [f64; 2] = [27.0, 23.0];
/// Width of a swatch.
const SWATCH: f64 = 38.0;
/// From the left edge to the labels.
const INDENT: f64 = 50.0;
/// Between blocks above each other, and between columns.
const BETWEEN: f64 = 26.0;
/// Between blocks above each other in a strip.
const CLOSE: f64 = 14.0;
/// Height of scale bar and arrow.
const SCALE: f64 = 46.0;
/// Room kept for fonts of a browser that are wider than ours.
const SLACK: f64 = 0.93;
/// Parts of the width of the columns below a map: classes, sites, scale.
const COLUMNS: [f64; 3] = [0.38, 0.36, 0.26];

/// What stands before a line of the legend.
#[derive(Debug, Clone, Copy)]
enum Symbol {
    Swatch(Colour),
    Norm,
    /// Inhabited around the study; whether it is striped.
    Context(bool),
    Site(SiteKind),
    /// A line this wide.
    Flow(f64),
}

/// A line of the legend.
#[derive(Debug, Clone)]
struct Row {
    symbol: Symbol,
    lines: Vec<String>,
    /// Least height.
    least: f64,
}

impl Row {
    fn new(symbol: Symbol, label: &str, width: f64, form: Form) -> Self {
        let least = ROW[usize::from(form == Form::Strip)];
        Self { symbol, lines: font::wrap_to(label, LABEL.size, (width - INDENT) * SLACK, 4), least }
    }

    fn height(&self) -> f64 {
        let text: f64 = self.lines.iter().map(|_| LINE).sum();
        (text + self.least - LINE).max(self.least) + if matches!(self.symbol, Symbol::Context(_)) { 8.0 } else { 0.0 }
    }

    fn draw(&self, canvas: &mut Canvas, x: f64, top: f64) {
        let height = self.height();
        let middle = top + height / 2.0;
        let style = match self.symbol {
            Symbol::Swatch(colour) => {
                let fill = format!("fill=\"{}\" stroke=\"#17212b\" stroke-width=\"0.5\"", colour.hex());
                canvas.rect([x, top, SWATCH, height], &fill);
                LABEL
            }
            Symbol::Context(false) => {
                canvas.rect([x, top + 8.0, SWATCH, height - 8.0], &format!("fill=\"{CONTEXT_COLOUR}\""));
                LABEL
            }
            Symbol::Context(true) => {
                let stripe = (height - 8.0) / 7.0;
                for place in [0.0, 2.0, 4.0, 6.0] {
                    canvas.rect([x, top + 8.0 + place * stripe, SWATCH, stripe], &format!("fill=\"{CONTEXT_COLOUR}\""));
                }
                LABEL
            }
            Symbol::Norm => {
                canvas.line([x - 5.0, middle], [x + SWATCH + 5.0, middle], "stroke=\"#17212b\" stroke-width=\"2\"");
                NORM
            }
            Symbol::Site(kind) => {
                kind.draw(canvas, [x + SWATCH / 2.0, middle]);
                LABEL
            }
            Symbol::Flow(width) => {
                flows::draw_sample(canvas, [x, middle], [x + SWATCH, middle], width);
                LABEL
            }
        };
        let lift = if matches!(self.symbol, Symbol::Context(_)) { 4.0 } else { 0.0 };
        let above: f64 = self.lines.iter().skip(1).map(|_| LINE / 2.0).sum();
        let mut baseline = middle + lift - above + style.size * 0.35;
        for line in &self.lines {
            canvas.text([x + INDENT, baseline], Anchor::Start, style, line);
            baseline += LINE;
        }
    }
}

/// A heading and its lines.
#[derive(Debug, Clone)]
struct Block {
    heading: Vec<String>,
    rows: Vec<Row>,
}

impl Block {
    fn new(heading: &str, rows: Vec<Row>, width: f64) -> Self {
        Self { heading: font::wrap_to(heading, HEADING.size, width * SLACK, 4), rows }
    }

    fn heading_height(&self) -> f64 {
        self.heading.iter().map(|_| LINE + 2.0).sum::<f64>() + if self.heading.is_empty() { 0.0 } else { 8.0 }
    }

    fn height(&self) -> f64 {
        if self.rows.is_empty() { 0.0 } else { self.heading_height() + self.rows.iter().map(Row::height).sum::<f64>() }
    }

    fn draw(&self, canvas: &mut Canvas, x: f64, top: f64) {
        if self.rows.is_empty() {
            return;
        }
        let mut baseline = top + HEADING.size * 0.82;
        for line in &self.heading {
            canvas.text([x, baseline], Anchor::Start, HEADING, line);
            baseline += LINE + 2.0;
        }
        let mut y = top + self.heading_height();
        for row in &self.rows {
            row.draw(canvas, x, y);
            y += row.height();
        }
    }
}

/// The legend of a map.
#[derive(Debug, Clone, Copy)]
pub(super) struct Legend<'a> {
    map: &'a Map<'a>,
    form: Form,
    /// Whether the map has stripes around the study.
    striped: bool,
}

impl<'a> Legend<'a> {
    /// The legend of a map.
    pub fn new(map: &'a Map<'a>, form: Form) -> Self {
        Self { map, form, striped: false }
    }

    /// The same, of a map that has stripes around the study or has none.
    pub fn with_stripes(self, striped: bool) -> Self {
        Self { striped, ..self }
    }

    /// Between blocks above each other.
    fn between(self) -> f64 {
        if self.form == Form::Strip { CLOSE } else { BETWEEN }
    }

    /// The colours of the classes.
    pub fn colours(self) -> Vec<Colour> {
        colours(self.map.classes.len(), self.beyond())
    }

    /// The first class beyond the norm.
    fn beyond(self) -> usize {
        self.map.classes.iter().position(|class| class.beyond_norm).unwrap_or(self.map.classes.len())
    }

    fn classes(self, width: f64) -> Block {
        let words = &self.map.words;
        let mut rows = Vec::new();
        for (index, (class, colour)) in self.map.classes.iter().zip(self.colours()).enumerate() {
            if index == self.beyond() && !words.norm.is_empty() {
                rows.push(Row::new(Symbol::Norm, &words.norm, width, self.form));
            }
            rows.push(Row::new(Symbol::Swatch(colour), &class.label, width, self.form));
        }
        if !words.context.is_empty() && self.map.cells.class.contains(&CONTEXT) {
            rows.push(Row::new(Symbol::Context(self.striped), &words.context, width, self.form));
        }
        Block::new(&words.legend, rows, width)
    }

    fn sites(self, width: f64) -> Block {
        let words = &self.map.words;
        let rows = words.site_kinds.iter().map(|(kind, label)| Row::new(Symbol::Site(*kind), label, width, self.form)).collect();
        Block::new(&words.sites, rows, width)
    }

    fn flows(self, width: f64) -> Block {
        let words = &self.map.words;
        let largest = flows::largest(self.map);
        let samples = words.flow_widths.iter().filter(|(weight, _)| largest.is_some() && *weight > 0.0);
        let rows = samples.map(|(weight, label)| Row::new(Symbol::Flow(flows::width(*weight, largest)), label, width, self.form)).collect();
        Block::new(&words.flows, rows, width)
    }

    /// Sites with the lines below them: the blocks, and how much lower the second begins.
    fn sites_and_flows(self, width: f64) -> ([Block; 2], f64) {
        let blocks = [self.sites(width), self.flows(width)];
        let between = if blocks.iter().any(|block| block.rows.is_empty()) { 0.0 } else { self.between() };
        let lower = blocks[0].height() + between;
        (blocks, lower)
    }

    /// The height that the legend needs in columns of a room this wide.
    pub fn height_in_columns(self, room: f64) -> f64 {
        let [classes, sites, _] = COLUMNS.map(|part| room * part - BETWEEN);
        let ([_, flows], lower) = self.sites_and_flows(sites);
        self.classes(classes).height().max(lower + flows.height()).max(SCALE)
    }

    /// The height that the legend needs in a panel this wide beside a map.
    pub fn height_beside(self, width: f64) -> f64 {
        let ([_, flows], lower) = self.sites_and_flows(width);
        self.classes(width).height() + lower + flows.height() + SCALE + 2.0 * self.between()
    }

    /// Draws it as a panel beside the map: classes, sites, lines, and the scale at the foot.
    pub fn draw_beside(self, canvas: &mut Canvas, frame: Frame, units_a_metre: f64) {
        let (classes, ([sites, flows], lower)) = (self.classes(frame.width), self.sites_and_flows(frame.width));
        classes.draw(canvas, frame.x, frame.y);
        let gap = if classes.rows.is_empty() { 0.0 } else { self.between() };
        let top = frame.y + classes.height() + gap;
        sites.draw(canvas, frame.x, top);
        flows.draw(canvas, frame.x, top + lower);
        scale::draw(canvas, [frame.x, frame.y + frame.height], frame.width, units_a_metre, &self.map.words);
    }

    /// Draws it in columns below the map.
    pub fn draw_below(self, canvas: &mut Canvas, frame: Frame, units_a_metre: f64) {
        let [classes, sites, scale] = COLUMNS.map(|part| frame.width * part);
        self.classes(classes - BETWEEN).draw(canvas, frame.x, frame.y);
        let ([symbols, flows], lower) = self.sites_and_flows(sites - BETWEEN);
        symbols.draw(canvas, frame.x + classes, frame.y);
        flows.draw(canvas, frame.x + classes, frame.y + lower);
        let at = [frame.x + classes + sites, frame.y + SCALE];
        scale::draw(canvas, at, scale, units_a_metre, &self.map.words);
    }
}
