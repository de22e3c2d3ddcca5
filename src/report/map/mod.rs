//! Maps: a neutral description of what to show becomes an SVG text, and that a PNG, with the same bytes on every machine.
//!
//! The description ([`Map`]) knows no study and no language: every word on the map comes from the caller. [`svg`] chooses the page
//! (portrait or landscape, whichever shows the study larger), the scale, the colours and where names stand. The order of drawing, from
//! below: surroundings, the study's ground, squares, borders, lines of who goes where, desks, names; legend and scale bar have a panel of their own and never lie
//! over data.

mod borders;
mod canvas;
mod describe;
mod flows;
pub(super) mod font;
mod labels;
mod legend;
mod outline;
mod page;
mod png;
mod ramp;
mod scale;
mod sites;
mod squares;
mod svg;
mod view;

pub use describe::{Border, CONTEXT, CellMarks, Class, Flow, Form, HIDDEN, Map, MapWords, SiteKind, SiteMark};
pub use png::{PngError, png};
pub(super) use ramp::{Colour, changes, colours, shades};
pub use svg::{svg, svg_in};

#[cfg(test)]
#[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, clippy::cast_sign_loss, reason = "numbers of a test are small")]
mod tests;
