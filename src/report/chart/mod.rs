//! Charts for the report that a council reads: each takes plain numbers and words and becomes an SVG text, with the same bytes on every
//! machine; [`super::map::png()`] makes a PNG of it.
//!
//! No chart knows a measure or a language: every word comes in ([`Texts`] and labels), every share is a percentage from 0 to 100. What is
//! no number is left out and the frame stays. Colours are those of the maps: their lightness falls evenly, so that classes are told apart
//! in black and white and by a colour-blind reader; blues are for what is neither good nor bad. Pages are 1552 units wide; printed over the width of half an A4 (170 mm in its
//! margins) the smallest text is 6.5 points, bar the numbers in a matrix of more than twenty columns.

mod axes;
mod bars;
mod colour;
mod flow_matrix;
mod front;
mod hours_classes;
mod key;
mod lost;
mod mark;
mod matrix_grid;
mod page;
mod percent_axis;
mod point_labels;
mod segment;
mod sheet;
mod stacked_shares;
mod texts;
mod tornado;
mod value_curve;
mod ways;
mod week_curve;
mod week_label;

pub use axes::Axis;
pub use flow_matrix::{FlowClass, FlowMatrix, FlowRow, MOST_FLOW_COLUMNS, MOST_FLOW_ROWS, flow_matrix};
pub use front::{Front, FrontKey, FrontPoint, front};
pub use hours_classes::{HoursClass, HoursClasses, hours_classes};
pub use lost::{Lost, LostRow, lost};
pub use stacked_shares::{ShareRow, StackedShares, stacked_shares};
pub use texts::Texts;
pub use tornado::{Tornado, TornadoRow, tornado};
pub use value_curve::{ValueCurve, ValuePoint, value_curve};
pub use ways::{Ways, WaysGroup, ways};
pub use week_curve::{Band, Curve, Limit, WeekCurve, week_curve};

#[cfg(test)]
mod tests;
