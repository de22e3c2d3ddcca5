//! The marks of scenarios: what differs in shape and fill differs in black and white too.

use plotters::style::RGBColor;

use super::colour::{INK, WHITE, shades};
use super::sheet::{Sheet, whole};

/// Thickness of the edge of an open mark.
const EDGE: i32 = 4;
/// White around a mark, so that marks that overlap stay apart.
const HALO: i32 = 2;

/// How a mark looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Mark {
    /// Open, not filled.
    pub is_open: bool,
    /// Square, not round.
    pub is_square: bool,
}

impl Mark {
    /// Draws it; a square is as large as the disc of that radius.
    pub fn draw(self, sheet: &Sheet, at: (i32, i32), radius: i32) {
        self.shape(sheet, at, radius + HALO, WHITE);
        self.shape(sheet, at, radius, colour());
        if self.is_open {
            self.shape(sheet, at, (radius - EDGE).max(1), WHITE);
        }
    }

    fn shape(self, sheet: &Sheet, (x, y): (i32, i32), radius: i32, fill: RGBColor) {
        if self.is_square {
            // √π / 2 of the radius: the same area.
            let half = whole(f64::from(radius) * 0.886);
            sheet.rect([x - half, y - half, 2 * half, 2 * half], fill);
        } else {
            sheet.dot((x, y), radius, fill);
        }
    }
}

/// The colour of marks and the lines between them.
pub(super) fn colour() -> RGBColor {
    shades(6).last().copied().unwrap_or(INK)
}
