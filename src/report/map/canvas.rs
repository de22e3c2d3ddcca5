//! The SVG text under construction: escaping, numbers, text elements.

use std::fmt::Write;

use super::font::{FONTS, length};

/// How a text is anchored at its position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    /// Starts there.
    Start,
    /// Is centred there.
    Middle,
}

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    /// Size in page units.
    pub size: f64,
    /// Colour, `#rrggbb`.
    pub fill: &'static str,
    /// Whether the letters are thick. Never by an edge in the file: viewers of PDF draw that as a second text beside the first.
    pub bold: bool,
    /// Width of a white edge around the letters, in page units; 0 for none.
    pub halo: f64,
}

/// An SVG text that grows.
#[derive(Debug, Default)]
pub(super) struct Canvas {
    text: String,
}

impl Canvas {
    /// Opens the document: `width` × `height` page units. Nothing in it has an id: several maps may stand in one page of HTML.
    pub fn open(width: f64, height: f64, language: &str, title: &str, description: &str) -> Self {
        let mut canvas = Self { text: String::with_capacity(1 << 16) };
        let (language, title, description) = (escape(language), escape(title), escape(description));
        canvas.raw(&format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" role=\"img\" \
             lang=\"{language}\" font-family=\"{FONTS}\">\n\
             <title>{title}</title>\n<desc>{description}</desc>\n",
            w = number(width),
            h = number(height),
        ));
        canvas
    }

    /// Closes the document and gives its text.
    pub fn close(mut self) -> String {
        self.text.push_str("</svg>\n");
        self.text
    }

    /// Adds markup as it is.
    pub fn raw(&mut self, markup: &str) {
        self.text.push_str(markup);
    }

    /// Opens a group with these attributes.
    pub fn group(&mut self, attributes: &str) {
        let _ = writeln!(self.text, "<g {attributes}>");
    }

    /// Closes a group.
    pub fn end_group(&mut self) {
        self.text.push_str("</g>\n");
    }

    /// A rectangle.
    pub fn rect(&mut self, [x, y, width, height]: [f64; 4], attributes: &str) {
        let [x, y, width, height] = [x, y, width, height].map(number);
        let _ = writeln!(self.text, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" {attributes}/>");
    }

    /// A straight line.
    pub fn line(&mut self, from: [f64; 2], to: [f64; 2], attributes: &str) {
        let [x1, y1] = from.map(number);
        let [x2, y2] = to.map(number);
        let _ = writeln!(self.text, "<path d=\"M{x1} {y1}L{x2} {y2}\" fill=\"none\" {attributes}/>");
    }

    /// A path; nothing when it is empty.
    pub fn path(&mut self, path: &str, attributes: &str) {
        if !path.is_empty() {
            let _ = writeln!(self.text, "<path {attributes} d=\"{path}\"/>");
        }
    }

    /// A line of text whose baseline is at `at`.
    pub fn text(&mut self, at: [f64; 2], anchor: Anchor, style: Style, words: &str) {
        if words.trim().is_empty() {
            return;
        }
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
        };
        let [x, y] = at.map(number);
        let (fill, length, words) = (style.fill, length(words, style.size), escape(words));
        let weight = if style.bold { " font-weight=\"600\"" } else { "" };
        let size = format!("font-size=\"{}\"{length}{weight}{anchor}", number(style.size));
        if style.halo > 0.0 {
            let _ = writeln!(
                self.text,
                "<text x=\"{x}\" y=\"{y}\" {size} fill=\"#fff\" stroke=\"#fff\" stroke-width=\"{}\" \
                 stroke-linejoin=\"round\" stroke-opacity=\"0.92\" aria-hidden=\"true\">{words}</text>",
                number(style.halo),
            );
        }
        let bold = if style.bold { format!(" class=\"strong\" color=\"{fill}\"") } else { String::new() };
        let _ = writeln!(self.text, "<text x=\"{x}\" y=\"{y}\" {size} fill=\"{fill}\"{bold}>{words}</text>");
    }
}

/// A number with at most two decimals, without zeros at its end.
pub(super) fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// A text as XML takes it, in content and in attributes. Characters that XML forbids become a space.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\u{FFFE}' | '\u{FFFF}' => escaped.push(' '),
            control if control.is_control() => escaped.push(' '),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        for (value, text) in [(1.0, "1"), (0.5, "0.5"), (1.239, "1.24"), (-0.001, "0"), (100.0, "100"), (-2.5, "-2.5")] {
            assert_eq!(number(value), text);
        }
    }

    #[test]
    fn names_cannot_break_the_document() {
        assert_eq!(escape("'s-Gravenhage & <Co> \"x\"\u{0}"), "&#39;s-Gravenhage &amp; &lt;Co&gt; &quot;x&quot; ");
    }
}
