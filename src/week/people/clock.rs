//! Numbers in a text: times of the day, `1e`, `1x`.

use super::token::{Number, Token};
use crate::week::WeekError;

/// Reads the number with which `rest` begins, and what belongs to it; gives the token and the bytes it takes.
pub(super) fn number(rest: &str) -> Result<(Token, usize), WeekError> {
    let mut end = digits(rest);
    let impossible = |end: usize| WeekError::ImpossibleTime { text: rest[..end].to_owned() };
    let (Ok(whole), true) = (rest[..end].parse::<u16>(), end <= 2) else { return Err(impossible(end)) };
    let mut minutes = None;
    if let Some(after) = rest[end..].strip_prefix(['.', ':', 'u', 'U', 'h', 'H']) {
        let count = digits(after);
        let colon = rest[end..].starts_with(['.', ':']);
        if count == 2 {
            minutes = after[..2].parse::<u16>().ok();
            end += 3;
            end += seconds(&rest[end..]);
        } else if count > 0 {
            return Err(impossible(end + 1 + count));
        } else if !colon && !after.starts_with(char::is_alphabetic) {
            end += 1;
        }
    }
    if minutes.is_none() {
        let letters = rest[end..].chars().take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum::<usize>();
        let suffix = rest[end..end + letters].to_lowercase();
        let all = end + letters;
        match (suffix.as_str(), u8::try_from(whole)) {
            ("e" | "ste" | "de" | "st" | "nd" | "rd" | "th", Ok(nth @ 1..=5)) => return Ok((Token::Nth(nth), all)),
            ("x", _) => return Ok((Token::Count(whole), all)),
            ("" | "u" | "uur" | "h", _) => end = all,
            _ => return Err(WeekError::Unknown { word: rest[..all].to_owned() }),
        }
    }
    Ok((Token::Num(Number { whole, minutes }), end))
}

/// Bytes of the digits at the start.
fn digits(text: &str) -> usize {
    text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len()
}

/// Bytes of `:00`, the seconds that a spreadsheet writes.
fn seconds(text: &str) -> usize {
    if text.starts_with(":00") && digits(&text[1..]) == 2 { 3 } else { 0 }
}
