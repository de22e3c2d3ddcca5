//! Reading a text of opening hours in whichever notation it is.

use super::untimed::untimed;
use super::{Opening, Parsed, WeekError, osm, people};

/// Reads opening hours: a number of hours a week, the notation of `OpenStreetMap`, or as people write them in Dutch or
/// English.
///
/// A later rule takes the place of an earlier one for the same day as `OpenStreetMap` has it (`;` replaces, `,` adds). In
/// the notation of people it replaces the hours of a day where they overlap and adds to them where they do not.
///
/// # Errors
///
/// [`WeekError`] with the offending piece; nothing is guessed. Linear in the length of the text.
pub fn parse(text: &str) -> Result<Parsed, WeekError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(WeekError::Empty);
    }
    if let Some(hours) = untimed(text) {
        return Ok(Parsed { opening: Opening::Untimed(hours?), ignored: Vec::new() });
    }
    let mut notes = Vec::new();
    let plan = match opening_hours_syntax::parse(text) {
        Ok(expression) => osm::plan(&expression, text, &mut notes)?,
        Err(_) => people::plan(text, &mut notes)?,
    };
    Ok(Parsed::timed(&plan.week(), notes))
}
