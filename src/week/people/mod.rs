//! Opening hours as people type them, in Dutch and English.
//!
//! [`lexer`] cuts the text into known words, [`reduce`] turns them into days, weeks and ranges of hours, [`assemble`]
//! pairs days with hours and applies the rules one after the other.

mod assemble;
mod clock;
mod cycle;
mod item;
mod lexer;
mod reduce;
mod rule;
mod runs;
mod token;
mod words;

use super::plan::{Plan, day_bit};
use super::{Ignored, WeekError, Weekday};
use token::{Lexed, Token};

/// Reads a whole text of opening hours.
pub(super) fn plan(text: &str, notes: &mut Vec<Ignored>) -> Result<Plan, WeekError> {
    let tokens = lexer::lex(text, notes)?;
    assemble::plan(text, &reduce::items(text, &tokens, notes)?)
}

/// Reads the hours of these days; the days themselves are not in the text.
pub(super) fn hours_on(days: &[Weekday], text: &str, notes: &mut Vec<Ignored>) -> Result<Plan, WeekError> {
    let set = days.iter().fold(0, |set, &day| set | day_bit(day));
    let mut tokens = vec![Lexed { token: Token::Days(set), at: 0..0 }];
    tokens.extend(lexer::lex(text, notes)?);
    assemble::plan(text, &reduce::items(text, &tokens, notes)?)
}

/// Reads one day and one time: the day and the minutes after midnight.
pub(super) fn moment(text: &str) -> Result<(Weekday, u16), WeekError> {
    let mut notes = Vec::new();
    let tokens = lexer::lex(text, &mut notes)?;
    let (mut day, mut minutes) = (None, None);
    for lexed in &tokens {
        let piece = || text[lexed.at.clone()].to_owned();
        match &lexed.token {
            Token::Day(new) if day.is_none() => day = Some(*new),
            Token::Num(number) if minutes.is_none() => {
                let time = number.minutes_of_day().filter(|&time| time < 24 * 60);
                minutes = Some(time.ok_or_else(|| WeekError::ImpossibleTime { text: piece() })?);
            }
            Token::Every | Token::Om | Token::Colon | Token::Weak => {}
            _ => return Err(WeekError::Misplaced { text: piece() }),
        }
    }
    match (day, minutes) {
        (None, None) => Err(WeekError::Empty),
        (None, Some(_)) => Err(WeekError::NoDay { text: text.trim().to_owned() }),
        (Some(_), None) => Err(WeekError::NoTime { text: text.trim().to_owned() }),
        (Some(day), Some(minutes)) => Ok((day, minutes)),
    }
}

/// Whether a remark says that one makes an appointment.
pub(super) fn means_appointment(remark: &str) -> bool {
    let remark = remark.to_lowercase();
    let any = |words: &[&str]| words.iter().any(|word| remark.contains(word));
    any(&["afspraak", "appointment", "aanmelding", "reservering"]) && !any(&["zonder ", "geen ", "without ", "no "])
}
