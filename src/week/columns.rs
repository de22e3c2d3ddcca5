//! Opening hours in a table with one column a day.

use super::plan::{Plan, day_bit};
use super::{Ignored, Parsed, Week, WeekError, Weekday, people};

/// The day of a column by its name: `ma`, `maandag`, `mon`, `Mo`, `monday`, also after `openingstijden_`, `open_` or
/// `uren_` (with `_`, `-`, a space or nothing in between). `None` for any other column.
#[must_use]
pub fn weekday_of_column(name: &str) -> Option<Weekday> {
    let name = name.trim().to_lowercase();
    let rest = ["openingstijden", "openingstijd", "open", "uren"]
        .iter()
        .find_map(|prefix| name.strip_prefix(prefix))
        .map_or(name.as_str(), |rest| rest.trim_start_matches(['_', '-', ' ']));
    Weekday::parse(rest.trim_end_matches('.'))
}

/// Reads one text a day: `9:30-12:00 / 13-17`; empty, `gesloten`, `-`, `x` and `closed` are closed. `Ok(None)` when all
/// texts are empty.
///
/// # Errors
///
/// The first day whose text is not hours of that day, with what is wrong with it.
pub fn columns(texts: &[(Weekday, &str)]) -> Result<Option<Parsed>, (Weekday, WeekError)> {
    if texts.iter().all(|(_, text)| text.trim().is_empty()) {
        return Ok(None);
    }
    let mut notes = Vec::new();
    let mut week = Week::EMPTY;
    for &(day, text) in texts {
        let plan = hours_of_day(day, text, &mut notes).map_err(|error| (day, error))?;
        week = week.union(&plan.week());
    }
    Ok(Some(Parsed::timed(&week, notes)))
}

fn hours_of_day(day: Weekday, text: &str, notes: &mut Vec<Ignored>) -> Result<Plan, WeekError> {
    let text = text.trim();
    if matches!(text.to_lowercase().as_str(), "" | "x" | "-" | "–" | "—" | "closed" | "gesloten" | "dicht") {
        return Ok(Plan::new());
    }
    let plan = people::hours_on(&[day], text, notes)?;
    if plan.starts_outside(day_bit(day)) {
        return Err(WeekError::OtherDay { text: text.to_owned() });
    }
    Ok(plan)
}
