//! From SVG to PNG, with the one font that comes along, so that every machine makes the same picture.

use std::sync::Arc;

use resvg::{tiny_skia, usvg};

/// The one font has one weight: letters that are to be thick get an edge.
const STRONG: &str = ".strong { stroke: currentColor; stroke-width: 0.028em }";
/// The widest picture, in pixels.
const WIDEST: u32 = 10_000;

/// Why a picture could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PngError {
    /// The text is not an SVG.
    #[error("not a readable SVG: {0}")]
    Svg(String),
    /// The picture would have no pixels or too many.
    #[error("a picture of {0} pixels wide cannot be made")]
    Size(u32),
    /// The pixels could not be packed.
    #[error("the picture could not be encoded: {0}")]
    Encode(String),
}

/// Draws an SVG as PNG, `width_px` pixels wide; the height follows.
///
/// # Errors
/// When the text is no SVG, or `width_px` is 0 or above 10,000.
#[expect(clippy::cast_precision_loss, reason = "at most 10,000 pixels")]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "positive; a size that is too large is refused below")]
pub fn png(svg: &str, width_px: u32) -> Result<Vec<u8>, PngError> {
    let tree = usvg::Tree::from_str(svg, &options()).map_err(|error| PngError::Svg(error.to_string()))?;
    let size = tree.size();
    let scale = width_px as f32 / size.width();
    let height_px = (size.height() * scale).round().max(1.0) as u32;
    if width_px == 0 || width_px > WIDEST || height_px > 4 * WIDEST {
        return Err(PngError::Size(width_px));
    }
    let mut pixels = tiny_skia::Pixmap::new(width_px, height_px).ok_or(PngError::Size(width_px))?;
    // Where the smooth edges of two shapes meet, neither covers the whole pixel: paper is white.
    pixels.fill(tiny_skia::Color::WHITE);
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| PngError::Encode(error.to_string()))
}

/// How SVG is read: no fonts of the machine, only ours.
pub(super) fn options() -> usvg::Options<'static> {
    let mut fonts = usvg::fontdb::Database::new();
    fonts.load_font_source(usvg::fontdb::Source::Binary(Arc::new(epaint_default_fonts::UBUNTU_LIGHT)));
    let family = fonts.faces().next().and_then(|face| face.families.first()).map(|(name, _)| name.clone()).unwrap_or_default();
    fonts.set_sans_serif_family(family.clone());
    fonts.set_serif_family(family.clone());
    usvg::Options { font_family: family, fontdb: Arc::new(fonts), style_sheet: Some(STRONG.to_owned()), ..usvg::Options::default() }
}
