//! Opening hours that are only a number of hours a week.

use super::WeekError;
use crate::units::Hours;

/// What may stand behind the number, without spaces and points.
const UNITS: [&str; 9] = ["", "u", "uur", "uren", "h", "hr", "hrs", "hour", "hours"];
/// What may stand behind the unit.
const PER_WEEK: [&str; 12] = ["", "/w", "/wk", "/week", "pw", "pwk", "p/w", "perweek", "aweek", "indeweek", "perwk", "weekly"];

/// Reads `6`, `6,5`, `6 uur per week`, `6 u/w`, `6.5 hours a week`; `None` when the text is something else.
pub(super) fn untimed(text: &str) -> Option<Result<Hours, WeekError>> {
    let text = text.trim();
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.')).unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    let rest: String = rest.chars().filter(|c| !c.is_whitespace() && *c != '.').flat_map(char::to_lowercase).collect();
    let known = UNITS.iter().filter_map(|unit| rest.strip_prefix(unit)).any(|per| PER_WEEK.contains(&per));
    if !known || number.matches(['.', ',']).count() > 1 || !number.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let value: f64 = number.replace(',', ".").parse().ok()?;
    Some(Hours::new(value).ok_or_else(|| WeekError::TooManyHours { text: text.to_owned() }))
}
