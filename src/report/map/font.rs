//! Widths of text, from the advance widths of the font that draws it.
//!
//! The tables are those of the OpenType specification: `head` (units per em), `hhea` and `hmtx` (advance widths), `cmap` format 4 (from
//! characters to glyphs). Kerning is left out: it makes a line narrower, hardly ever wider.

use std::sync::LazyLock;

/// Fonts by name: ours, which [`super::png()`] has, and those of its width that a viewer may have instead.
pub(in crate::report) const FONTS: &str = "Ubuntu, 'Segoe UI', Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans Condensed', sans-serif";
/// A text of fewer characters fits whatever the font.
const FEW: usize = 4;
/// Width of a character that the font does not have, in em; also of every character should the font be unreadable.
const UNKNOWN: f64 = 0.6;

static FONT: LazyLock<Option<Font>> = LazyLock::new(|| Font::parse(epaint_default_fonts::UBUNTU_LIGHT));

/// The width of a line of text at a size, in the unit of the size.
pub(in crate::report) fn width(text: &str, size: f64) -> f64 {
    let em: f64 = match FONT.as_ref() {
        Some(font) => text.chars().map(|character| font.advance(character).unwrap_or(UNKNOWN)).sum(),
        None => text.chars().map(|_| UNKNOWN).sum(),
    };
    em * size
}

/// Attributes by which a line of text is as wide as we measure it, whatever font a viewer has; none for a few characters.
pub(in crate::report) fn length(text: &str, size: f64) -> String {
    if text.trim().chars().count() < FEW {
        return String::new();
    }
    format!(" textLength=\"{:.1}\" lengthAdjust=\"spacingAndGlyphs\"", width(text.trim(), size))
}

/// Breaks a text at its spaces into lines of at most `room`; a single word that is longer is broken inside.
pub(in crate::report) fn wrap(text: &str, size: f64, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if width(&longer, size) <= room {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for character in word.chars() {
            line.push(character);
            if width(&line, size) > room && line.chars().count() > 1 {
                line.pop();
                lines.push(std::mem::take(&mut line));
                line.push(character);
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// Wraps, and keeps `most` lines; what is left out is shown by an ellipsis.
pub(in crate::report) fn wrap_to(text: &str, size: f64, room: f64, most: usize) -> Vec<String> {
    let mut lines = wrap(text, size, room);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while !last.is_empty() && width(&format!("{last}…"), size) > room {
                last.pop();
            }
            last.push('…');
        }
    }
    lines
}

/// What is needed of a font file to measure text.
struct Font {
    data: &'static [u8],
    units_per_em: f64,
    metrics: usize,
    metric_count: usize,
    map: usize,
}

impl Font {
    fn parse(data: &'static [u8]) -> Option<Self> {
        let table = |tag: &[u8; 4]| -> Option<usize> {
            let count = usize::from(u16_at(data, 4)?);
            let record = (0..count).map(|index| 12 + 16 * index).find(|at| data.get(*at..at + 4) == Some(tag))?;
            Some(u32_at(data, record + 8)? as usize)
        };
        let units_per_em = f64::from(u16_at(data, table(b"head")? + 18)?);
        let metric_count = usize::from(u16_at(data, table(b"hhea")? + 34)?);
        let maps = table(b"cmap")?;
        let map = (0..usize::from(u16_at(data, maps + 2)?))
            .filter_map(|index| Some(maps + u32_at(data, maps + 4 + 8 * index + 4)? as usize))
            .find(|at| u16_at(data, *at) == Some(4))?;
        (units_per_em > 0.0 && metric_count > 0).then_some(Self { data, units_per_em, metrics: table(b"hmtx")?, metric_count, map })
    }

    /// The advance of a character in em; `None` when the font does not have it.
    fn advance(&self, character: char) -> Option<f64> {
        let glyph = self.glyph(character)?;
        let metric = glyph.min(self.metric_count - 1);
        Some(f64::from(u16_at(self.data, self.metrics + 4 * metric)?) / self.units_per_em)
    }

    fn glyph(&self, character: char) -> Option<usize> {
        let code = u16::try_from(u32::from(character)).ok()?;
        let at = |offset: usize| u16_at(self.data, self.map + offset);
        let twice = usize::from(at(6)?);
        let (ends, starts, deltas, ranges) = (14, 16 + twice, 16 + 2 * twice, 16 + 3 * twice);
        let segment = (0..twice).step_by(2).find(|segment| at(ends + segment).is_some_and(|end| end >= code))?;
        let start = at(starts + segment)?;
        if start > code {
            return None;
        }
        let (delta, range) = (at(deltas + segment)?, at(ranges + segment)?);
        let glyph = if range == 0 {
            code.wrapping_add(delta)
        } else {
            match at(ranges + segment + usize::from(range) + 2 * usize::from(code - start))? {
                0 => 0,
                glyph => glyph.wrapping_add(delta),
            }
        };
        (glyph != 0).then_some(usize::from(glyph))
    }
}

fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(data.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(data.get(at..at + 4)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use resvg::usvg;

    use super::*;

    /// The width that the drawing library gives a text: an oracle that reads the font with code not ours.
    fn drawn(text: &str, size: f64) -> f64 {
        let svg = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><text font-family='Ubuntu' font-size='{size}'>{text}</text></svg>"
        );
        let tree = usvg::Tree::from_str(&svg, &super::super::png::options()).unwrap();
        f64::from(tree.root().children()[0].bounding_box().width())
    }

    #[test]
    fn widths_are_those_of_the_drawing_library() {
        // The library gives the box of the ink or of the advances, and kerns: within 3 %.
        for text in ["Waterstreek aan de Rijn", "ÄËÏÖÜ ëïé 0123456789", "informatiepunten", "‘s-Gravenhage – 2 km"] {
            let (ours, theirs) = (width(text, 40.0), drawn(text, 40.0));
            assert!((ours - theirs).abs() < 0.03 * theirs, "{text}: {ours} {theirs}");
        }
    }

    #[test]
    fn wrapped_lines_fit_and_lose_nothing() {
        let text = "Afstand tot het dichtstbijzijnde informatiepunt in Zeventienhuizensteradeelslanderwoudegemeente en omstreken";
        let lines = wrap(text, 20.0, 200.0);
        assert!(lines.len() > 3 && lines.iter().all(|line| width(line, 20.0) <= 200.0), "{lines:?}");
        assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
    }

    #[test]
    fn too_many_lines_end_in_an_ellipsis() {
        let lines = wrap_to("een twee drie vier vijf zes zeven", 20.0, 80.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…') && width(&lines[1], 20.0) <= 80.0, "{lines:?}");
    }
}
