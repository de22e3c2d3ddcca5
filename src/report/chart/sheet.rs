//! The paper that charts are drawn on: plotters' SVG backend behind a few shapes in whole units.

use std::cell::RefCell;

use plotters::backend::SVGBackend;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, DashedPathElement, Drawable, PathElement, PointCollection, Polygon, Rectangle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};

use super::texts::Texts;
use crate::report::map::font::{self, FONTS};

/// How plotters' sizes differ from those of SVG.
const SIZE: f64 = 1.24;

/// Where a text stands relative to its position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    /// Starts there.
    Start,
    /// Is centred there.
    Middle,
    /// Ends there.
    End,
}

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letters {
    /// Size in units.
    pub size: i32,
    /// Colour.
    pub colour: RGBColor,
}

impl Letters {
    /// The width of a line of text.
    pub fn width(self, text: &str) -> i32 {
        whole(font::width(text, f64::from(self.size)).ceil())
    }

    /// Breaks a text into at most `most` lines; what is left out is shown by an ellipsis.
    pub fn wrap(self, text: &str, room: i32, most: usize) -> Vec<String> {
        font::wrap_to(&plain(text), f64::from(self.size), f64::from(room), most)
    }

    /// One line, cut with an ellipsis.
    pub fn cut(self, text: &str, room: i32) -> String {
        let text = plain(text);
        if self.width(&text) <= room { text } else { self.wrap(&text, room, 1).concat() }
    }

    /// From the middle of a line of figures and capitals down to its baseline.
    pub fn drop(self) -> i32 {
        whole(f64::from(self.size) * 0.35)
    }
}

/// The nearest whole unit; what is no number is 0.
#[expect(clippy::cast_possible_truncation, reason = "cut off to a page of a million units")]
pub(super) fn whole(value: f64) -> i32 {
    value.clamp(-1e6, 1e6).round() as i32
}

/// A count as a length.
pub(super) fn length(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX).min(100_000)
}

/// A sheet of paper.
pub(super) struct Sheet<'a> {
    area: DrawingArea<SVGBackend<'a>, Shift>,
    /// Texts that the backend cannot draw, as SVG.
    slanted: RefCell<String>,
    /// Of each text that it draws the attributes that it does not know.
    lengths: RefCell<Vec<String>>,
}

impl Sheet<'_> {
    /// Draws on white paper and gives the SVG, with its title and description for who cannot see it.
    pub fn picture(width: i32, height: i32, texts: &Texts, draw: impl FnOnce(&Sheet)) -> String {
        let mut svg = String::with_capacity(1 << 15);
        let (slanted, lengths) = {
            let size = (width.unsigned_abs(), height.unsigned_abs());
            let sheet = Sheet {
                area: SVGBackend::with_string(&mut svg, size).into_drawing_area(),
                slanted: RefCell::default(),
                lengths: RefCell::default(),
            };
            sheet.rect([0, 0, width, height], super::colour::WHITE);
            draw(&sheet);
            // Writing to memory does not fail.
            let _ = sheet.area.present();
            (sheet.slanted.into_inner(), sheet.lengths.into_inner())
        };
        let svg = with_lengths(&svg, &lengths);
        let spoken = format!("<title>{}</title>\n<desc>{}</desc>\n", escape(&texts.title), escape(&texts.description));
        let whole = svg.trim_end().strip_suffix("</svg>").map_or(svg.clone(), |open| format!("{open}{slanted}</svg>\n"));
        whole.replacen("<svg ", "<svg role=\"img\" ", 1).replacen(">\n", &format!(">\n{spoken}"), 1)
    }

    fn draw<'e, E>(&self, element: &'e E)
    where
        &'e E: PointCollection<'e, (i32, i32)>,
        E: for<'b> Drawable<SVGBackend<'b>>,
    {
        // Writing to memory does not fail.
        let _ = self.area.draw(element);
    }

    /// A filled rectangle: left, top, width, height.
    pub fn rect(&self, [x, y, width, height]: [i32; 4], fill: RGBColor) {
        self.draw(&Rectangle::new([(x, y), (x + width, y + height)], fill.filled()));
    }

    /// The edge of a rectangle, one unit wide.
    pub fn edge(&self, [x, y, width, height]: [i32; 4], stroke: RGBColor) {
        self.draw(&Rectangle::new([(x, y), (x + width, y + height)], ShapeStyle::from(stroke)));
    }

    /// A line through points.
    pub fn line(&self, points: Vec<(i32, i32)>, stroke: RGBColor, width: u32) {
        if points.len() > 1 {
            self.draw(&PathElement::new(points, stroke.stroke_width(width)));
        }
    }

    /// A dashed straight line.
    pub fn dashes(&self, from: (i32, i32), to: (i32, i32), stroke: RGBColor, width: u32) {
        self.draw(&DashedPathElement::new([from, to], 14, 9, stroke.stroke_width(width)));
    }

    /// A filled polygon.
    pub fn polygon(&self, points: Vec<(i32, i32)>, fill: RGBColor) {
        if points.len() > 2 {
            self.draw(&Polygon::new(points, fill.filled()));
        }
    }

    /// A filled disc.
    pub fn dot(&self, at: (i32, i32), radius: i32, fill: RGBColor) {
        self.draw(&Circle::new(at, radius, fill.filled()));
    }

    /// A line of text whose baseline is at `at`.
    pub fn text(&self, at: (i32, i32), anchor: Anchor, letters: Letters, words: &str) {
        let words = plain(words);
        if words.trim().is_empty() {
            return;
        }
        let horizontal = match anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let size = f64::from(letters.size);
        let font = FontDesc::new(FontFamily::SansSerif, size * SIZE, FontStyle::Normal);
        let style = TextStyle::from(font).color(&letters.colour).pos(Pos::new(horizontal, VPos::Top));
        self.lengths.borrow_mut().push(font::length(words.trim(), size));
        // The backend puts the baseline of a text at the top of its box 0.76 em lower.
        let _ = self.area.draw_text(words.trim(), &style, (at.0, at.1 - whole(size * 0.76)));
    }

    /// A line of text that starts at `at` and climbs by so many degrees; the backend turns text by quarter turns only.
    pub fn climb(&self, at: (i32, i32), degrees: i32, letters: Letters, words: &str) {
        let words = plain(words);
        if words.trim().is_empty() {
            return;
        }
        let length = font::length(words.trim(), f64::from(letters.size));
        let ((x, y), Letters { size, colour: RGBColor(red, green, blue) }) = (at, letters);
        *self.slanted.borrow_mut() += &format!(
            "<text x=\"{x}\" y=\"{y}\" transform=\"rotate(-{degrees} {x} {y})\" font-family=\"{FONTS}\" font-size=\"{size}\"{length} \
             fill=\"#{red:02X}{green:02X}{blue:02X}\">\n{}\n</text>\n",
            escape(words.trim())
        );
    }
}

/// Every text with fonts of nearly our width, and as wide as we measured it.
fn with_lengths(svg: &str, lengths: &[String]) -> String {
    // The backend escapes quotes in texts: what is looked for stands nowhere else.
    let mut pieces = svg.split("font-family=\"sans-serif\"");
    let mut whole = pieces.next().unwrap_or_default().to_owned();
    for (piece, length) in pieces.zip(lengths.iter().map(String::as_str).chain(std::iter::repeat(""))) {
        whole += &format!("font-family=\"{FONTS}\"{length}{piece}");
    }
    whole
}

/// A text without the characters that XML forbids; the backend escapes the rest.
fn plain(text: &str) -> String {
    text.chars()
        .map(|character| if character.is_control() || matches!(character, '\u{FFFE}' | '\u{FFFF}') { ' ' } else { character })
        .collect()
}

fn escape(text: &str) -> String {
    plain(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_are_none_are_nowhere() {
        assert_eq!([f64::NAN, f64::INFINITY, 1.5, -1e300].map(whole), [0, 1_000_000, 2, -1_000_000]);
    }

    #[test]
    fn texts_cannot_break_the_document() {
        let texts = Texts { title: "</title><&\"\u{0}".to_owned(), ..Texts::default() };
        let letters = Letters { size: 20, colour: super::super::colour::INK };
        let svg = Sheet::picture(100, 50, &texts, |sheet| sheet.text((5, 30), Anchor::Start, letters, "a<&\"'\u{1}\u{FFFF}b"));
        assert!(svg.contains("<title>&lt;/title&gt;&lt;&amp;\" </title>"), "{svg}");
        assert!(svg.contains("a&lt;&amp;&quot;&apos;  b"), "{svg}");
        assert!(svg.ends_with("</svg>\n"));
    }

    #[test]
    fn a_text_is_as_wide_as_measured_in_any_font() {
        let letters = Letters { size: 20, colour: super::super::colour::INK };
        let svg = Sheet::picture(400, 50, &Texts::default(), |sheet| {
            sheet.text((5, 30), Anchor::Start, letters, "12");
            sheet.text((5, 30), Anchor::Start, letters, "font-family=\"sans-serif\"");
            sheet.climb((5, 30), 40, letters, "Zeeltsluis");
        });
        let lengths: Vec<&str> = svg.split(" textLength=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let measured = ["font-family=\"sans-serif\"", "Zeeltsluis"].map(|text| format!("{:.1}", font::width(text, 20.0)));
        assert_eq!(lengths, measured);
        assert_eq!((svg.matches(FONTS).count(), svg.matches("font-family=\"sans-serif\"").count()), (3, 0), "{svg}");
    }
}
