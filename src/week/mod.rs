//! Opening hours: reading them as people write them, comparing them, weighing them.
//!
//! A [`Week`] is a cycle of four weeks in quarter hours. [`parse()`] reads one from a text, [`columns()`] from a table with a
//! column a day and [`Week::text`] writes it back. [`Dayparts`] and [`Profile`] say when people can come;
//! [`Classes`] groups the quarter hours that no desk tells apart.

mod classes;
mod columns;
mod daypart;
mod error;
mod moment;
mod opening;
mod osm;
mod osm_days;
mod parse;
mod people;
mod plan;
mod profile;
mod quarter;
mod span;
#[cfg(test)]
mod tests;
mod text;
mod untimed;
#[expect(clippy::module_inception, reason = "the type `Week` in a file of its own name")]
mod week;
mod weekday;

pub use classes::Classes;
pub use columns::{columns, weekday_of_column};
pub use daypart::{Daypart, Dayparts, DaypartsError, Split};
pub use error::WeekError;
pub use moment::Moment;
pub use opening::{Ignored, Opening, Parsed};
pub use parse::parse;
pub use profile::{Profile, ProfileError};
pub use quarter::Quarter;
pub use text::Style;
pub use week::Week;
pub use weekday::Weekday;
