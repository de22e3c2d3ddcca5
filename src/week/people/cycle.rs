//! Words for some of the weeks: `om de week`, `even weken`, `1x per maand`, `2e en 4e week van de maand`.

use super::reduce::Cursor;
use super::token::Token;
use crate::week::plan::{ALL_WEEKS, EVEN_WEEKS, ODD_WEEKS, Weeks};
use crate::week::{Ignored, WeekError};

/// Weeks of something that happens `times` in `weeks` weeks, evenly.
fn spread(times: u16, weeks: u16) -> Option<Weeks> {
    match (times, weeks) {
        (1.., 1) | (2, 2) | (4, 4) => Some(ALL_WEEKS),
        (1, 2) | (2, 4) => Some(ODD_WEEKS),
        (1, 4) => Some(1),
        _ => None,
    }
}

/// Reads such words at the cursor; `Ok(None)`, without moving, when there are none.
pub(super) fn weeks(cursor: &mut Cursor) -> Result<Option<Weeks>, WeekError> {
    let start = cursor.position();
    let found = match cursor.token(0) {
        Some(&Token::Cycle(weeks)) => {
            cursor.advance(1);
            Some(weeks)
        }
        Some(Token::Even | Token::Odd) if cursor.token(1) == Some(&Token::Week) => {
            let even = cursor.token(0) == Some(&Token::Even);
            cursor.advance(2);
            Some(if even { EVEN_WEEKS } else { ODD_WEEKS })
        }
        Some(Token::Week) => listed(cursor),
        Some(Token::Nth(_) | Token::Last) => nth_weeks(cursor),
        _ => often(cursor)?,
    };
    if found.is_none() {
        cursor.back_to(start);
    }
    Ok(found)
}

/// `om de week`, `elke 2 weken`, `elke maand`, `1x per 2 weken`, `twee keer per maand`.
fn often(cursor: &mut Cursor) -> Result<Option<Weeks>, WeekError> {
    let start = cursor.position();
    let mut times = 1;
    match (cursor.token(0), cursor.token(1)) {
        (Some(&Token::Count(count)), Some(Token::Per | Token::Every)) => {
            times = count;
            cursor.advance(2);
        }
        (Some(Token::Num(number)), Some(Token::Per)) if number.minutes.is_none() => {
            times = number.whole;
            cursor.advance(2);
        }
        (Some(Token::Om), Some(Token::Month)) => {
            cursor.advance(2);
            return Err(WeekError::Unknown { word: cursor.piece_from(start) });
        }
        (Some(Token::Om), Some(Token::Week)) => {
            cursor.advance(2);
            return Ok(Some(ODD_WEEKS));
        }
        (Some(&Token::Count(count)), Some(Token::Month | Token::Week)) => return period(cursor, start, count, 1),
        (Some(&Token::Count(count)), Some(Token::Num(_))) if cursor.token(2) == Some(&Token::Week) => {
            return period(cursor, start, count, 1);
        }
        (Some(Token::Om | Token::Per | Token::Every), _) => cursor.advance(1),
        _ => return Ok(None),
    }
    period(cursor, start, times, 0)
}

/// The period after `per` or `elke`, `skip` tokens on.
fn period(cursor: &mut Cursor, start: usize, times: u16, skip: usize) -> Result<Option<Weeks>, WeekError> {
    cursor.advance(skip);
    let (length, used) = match (cursor.token(0), cursor.token(1)) {
        (Some(Token::Week), _) => (1, 1),
        (Some(Token::Month), _) => (4, 1),
        (Some(Token::Other), Some(Token::Week)) => (2, 2),
        (Some(Token::Num(number)), Some(Token::Week)) if number.minutes.is_none() => (number.whole, 2),
        (Some(&Token::Nth(nth)), Some(Token::Week)) if cursor.token(2) != Some(&Token::Van) && cursor.token(2) != Some(&Token::Of) => {
            (u16::from(nth), 2)
        }
        _ => return Ok(None),
    };
    cursor.advance(used);
    spread(times, length).map(Some).ok_or_else(|| WeekError::Unknown { word: cursor.piece_from(start) })
}

/// `week 1 en 3`.
fn listed(cursor: &mut Cursor) -> Option<Weeks> {
    cursor.advance(1);
    let mut weeks = 0;
    while let Some(Token::Num(number)) = cursor.token(0) {
        let nth = number.bare().filter(|nth| (1..=4).contains(nth))?;
        if matches!(cursor.token(1), Some(Token::Dash | Token::To)) {
            return None;
        }
        weeks |= 1 << (nth - 1);
        cursor.advance(1);
        if cursor.token(0) != Some(&Token::Weak) || !matches!(cursor.token(1), Some(Token::Num(n)) if n.bare().is_some_and(|n| n <= 4)) {
            break;
        }
        if matches!(cursor.token(2), Some(Token::Dash | Token::To)) {
            break;
        }
        cursor.advance(1);
    }
    (weeks != 0).then_some(weeks)
}

/// `2e en 4e week van de maand`, `1e van de maand`.
fn nth_weeks(cursor: &mut Cursor) -> Option<Weeks> {
    let weeks = nths(cursor)?;
    if cursor.token(0) == Some(&Token::Week) {
        cursor.advance(1);
        of_the_month(cursor);
        return Some(weeks);
    }
    of_the_month(cursor).then_some(weeks)
}

/// `1e`, `2e en 4e`, `laatste`: the weeks; a fifth has none, with a note.
pub(super) fn nths(cursor: &mut Cursor) -> Option<Weeks> {
    let mut weeks = 0;
    let mut any = false;
    loop {
        match cursor.token(0) {
            Some(&Token::Nth(nth @ 1..=4)) => weeks |= 1 << (nth - 1),
            Some(Token::Nth(_)) => cursor.note(Ignored::FifthWeek),
            Some(Token::Last) => weeks |= 0b1000,
            _ => break,
        }
        any = true;
        cursor.advance(1);
        if matches!(cursor.token(0), Some(Token::Weak)) && matches!(cursor.token(1), Some(Token::Nth(_) | Token::Last)) {
            cursor.advance(1);
        }
    }
    any.then_some(weeks)
}

/// `van de maand`, `van elke maand`, `per maand`; whether it was there.
pub(super) fn of_the_month(cursor: &mut Cursor) -> bool {
    let preposition = usize::from(matches!(cursor.token(0), Some(Token::Van | Token::Of | Token::Per)));
    let every = usize::from(cursor.token(preposition) == Some(&Token::Every));
    let found = cursor.token(preposition + every) == Some(&Token::Month);
    if found {
        cursor.advance(preposition + every + 1);
    }
    found
}
