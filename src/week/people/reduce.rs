//! From words to days, weeks and ranges of hours.

use super::item::{Item, Kind, Qualifier};
use super::token::{Lexed, Number, Token};
use super::{cycle, means_appointment};
use crate::week::plan::{ALL_DAYS, ALL_WEEKS, DaySet, Days, Weeks, day_bit, day_range};
use crate::week::span::{Clock, Span};
use crate::week::{Ignored, WeekError};

/// About the number of days of a season.
const SEASON: u16 = 92;
/// Days of a month, about.
const MONTH: u16 = 31;

/// Latest end, and earliest start, of hours past midnight, in minutes.
const NIGHT: (u16, u16) = (6 * 60, 17 * 60);

/// Reads all words.
pub(super) fn items(text: &str, tokens: &[Lexed], notes: &mut Vec<Ignored>) -> Result<Vec<Item>, WeekError> {
    let mut cursor = Cursor { text, tokens, at: 0, notes, nth: None };
    let mut items = Vec::new();
    while cursor.at < tokens.len() {
        let start = cursor.at;
        if let Some(kind) = cursor.next()? {
            items.push(Item { kind, at: cursor.range_from(start) });
        }
    }
    Ok(items)
}

/// A place in the words.
pub(super) struct Cursor<'a, 'n> {
    text: &'a str,
    tokens: &'a [Lexed],
    at: usize,
    notes: &'n mut Vec<Ignored>,
    /// `1e en 3e` that holds for the days that follow.
    nth: Option<Weeks>,
}

impl<'a> Cursor<'a, '_> {
    /// The word so many places on.
    pub(super) fn token(&self, ahead: usize) -> Option<&'a Token> {
        self.tokens.get(self.at + ahead).map(|lexed| &lexed.token)
    }

    pub(super) fn advance(&mut self, count: usize) {
        self.at += count;
    }

    pub(super) fn position(&self) -> usize {
        self.at
    }

    pub(super) fn back_to(&mut self, position: usize) {
        self.at = position;
    }

    pub(super) fn note(&mut self, note: Ignored) {
        self.notes.push(note);
    }

    fn range_from(&self, start: usize) -> std::ops::Range<usize> {
        let end = self.at.clamp(start + 1, self.tokens.len().max(start + 1)) - 1;
        let place = |i: usize| self.tokens.get(i).map_or(0..0, |lexed| lexed.at.clone());
        place(start).start..place(end).end
    }

    /// The text from a word up to here.
    pub(super) fn piece_from(&self, start: usize) -> String {
        self.text[self.range_from(start)].to_owned()
    }

    /// The next meaning; `None` for a word that adds nothing.
    fn next(&mut self) -> Result<Option<Kind>, WeekError> {
        let start = self.at;
        if self.nth.is_some() && cycle::of_the_month(self) {
            self.nth = None;
            return Ok(None);
        }
        if let Some(kind) = self.season() {
            return Ok(Some(kind));
        }
        if let Some(weeks) = cycle::weeks(self)? {
            let qualifier = Qualifier { weeks: Some(weeks), season: None };
            return Ok(Some(self.when(qualifier)));
        }
        if let Some(weeks) = cycle::nths(self) {
            if !matches!(self.token(0), Some(Token::Day(_) | Token::Days(_))) {
                return Err(WeekError::Misplaced { text: self.piece_from(start) });
            }
            self.nth = Some(weeks);
            return Ok(None);
        }
        let Some(token) = self.token(0) else { return Ok(None) };
        match token {
            Token::Day(_) | Token::Days(_) => Ok(self
                .days()
                .map(|days| Kind::Days { days: DaySet::new(self.nth.unwrap_or(ALL_WEEKS), days), counted: self.nth.is_some() })),
            Token::Num(number) => self.hours(*number).map(Some),
            Token::Except => self.except().map(Some),
            Token::PublicHoliday | Token::SchoolHoliday => {
                let public = *token == Token::PublicHoliday;
                self.note(if public { Ignored::PublicHolidays } else { Ignored::SchoolHolidays });
                self.advance(1);
                Ok(Some(Kind::Holiday))
            }
            Token::Appointment => {
                self.advance(1);
                let text = self.piece_from(start);
                let needed = means_appointment(&text);
                self.note(if needed { Ignored::ByAppointment { text } } else { Ignored::Comment { text } });
                Ok(needed.then_some(Kind::Appointment))
            }
            _ => self.plain(token),
        }
    }

    /// Words of one token, and words that mean nothing where they stand.
    fn plain(&mut self, token: &Token) -> Result<Option<Kind>, WeekError> {
        let start = self.at;
        self.advance(1);
        Ok(match token {
            Token::Closed => Some(Kind::Closed),
            Token::Weak => Some(Kind::Weak),
            Token::Strong => {
                self.nth = None;
                Some(Kind::Strong)
            }
            Token::Colon | Token::Every | Token::Count(_) => None,
            Token::Dash if start == 0 || self.tokens[start - 1].token == Token::Strong => None,
            Token::Dash if matches!(self.tokens[start - 1].token, Token::Day(_)) && self.token(0) == Some(&Token::Weak) => None,
            Token::Van | Token::Om | Token::Dash if matches!(self.token(0), Some(Token::Num(_) | Token::Closed)) => None,
            Token::Van if matches!(self.token(0), Some(Token::Day(_) | Token::Days(_))) => None,
            _ => return Err(WeekError::Misplaced { text: self.piece_from(start) }),
        })
    }

    fn when(&mut self, qualifier: Qualifier) -> Kind {
        let heading = self.token(0) == Some(&Token::Colon);
        Kind::When { qualifier, heading }
    }

    /// One day, several days by one word, or days from one to another.
    fn days(&mut self) -> Option<Days> {
        match (self.token(0), self.token(1), self.token(2)) {
            (Some(&Token::Day(first)), Some(Token::Dash | Token::To), Some(&Token::Day(last))) => {
                self.advance(3);
                Some(day_range(first, last))
            }
            (Some(&Token::Day(day)), ..) => {
                self.advance(1);
                Some(day_bit(day))
            }
            (Some(&Token::Days(days)), ..) => {
                self.advance(1);
                Some(days)
            }
            _ => None,
        }
    }

    /// `behalve woensdag`, `niet op feestdagen`.
    fn except(&mut self) -> Result<Kind, WeekError> {
        let start = self.at;
        self.advance(1);
        while matches!(self.token(0), Some(Token::Every)) {
            self.advance(1);
        }
        if matches!(self.token(0), Some(Token::PublicHoliday | Token::SchoolHoliday)) {
            return Ok(Kind::Holiday);
        }
        if self.season().is_some() {
            while self.token(0) == Some(&Token::Weak) && matches!(self.token(1), Some(Token::NamedMonth(_) | Token::Season)) {
                self.advance(1);
                self.season();
            }
            return Ok(Kind::Holiday);
        }
        let mut days = self.days().ok_or_else(|| WeekError::Misplaced { text: self.piece_from(start) })?;
        while self.token(0) == Some(&Token::Weak) && matches!(self.token(1), Some(Token::Day(_))) {
            let before = self.at;
            self.advance(1);
            match self.days() {
                Some(more) if !matches!(self.token(0), Some(Token::Num(_) | Token::Van | Token::Colon)) => days |= more,
                _ => {
                    self.at = before;
                    break;
                }
            }
        }
        Ok(Kind::Except(days & ALL_DAYS))
    }

    /// `10-12`, `van 10.00 tot 12.00`.
    fn hours(&mut self, first: Number) -> Result<Kind, WeekError> {
        self.nth = None;
        let start = self.at;
        let own_text = |cursor: &Self, at: usize| &cursor.text[cursor.tokens[at].at.clone()];
        let impossible = |text: &str| WeekError::ImpossibleTime { text: text.to_owned() };
        let from_text = own_text(self, start);
        let from = first.minutes_of_day().ok_or_else(|| impossible(from_text))?;
        let (Some(Token::Dash | Token::To), Some(Token::Num(second))) = (self.token(1), self.token(2)) else {
            return Err(WeekError::OpenEnd { text: from_text.to_owned() });
        };
        let to_text = own_text(self, start + 2);
        let mut to = second.minutes_of_day().ok_or_else(|| impossible(to_text))?;
        self.advance(3);
        let text = self.piece_from(start);
        if to <= from {
            if to > NIGHT.0 || from < NIGHT.1 {
                return Err(WeekError::EndsBeforeStart { text });
            }
            to += 24 * 60;
        }
        let (from, to) = (Clock { minutes: from, text: from_text }, Clock { minutes: to, text: to_text });
        Span::new(from, to, &text, self.notes).map(Kind::Hours)
    }

    /// `juli`, `sept t/m mei`, `1 juli t/m 31 augustus`, `zomer`.
    fn season(&mut self) -> Option<Kind> {
        let start = self.at;
        let days = if self.token(0) == Some(&Token::Season) {
            self.advance(1);
            SEASON
        } else {
            let first = self.date();
            let between = matches!(self.token(0), Some(Token::Dash | Token::To));
            let end_of_first = self.at;
            let short = self.short_date(start);
            match (first, short) {
                (None, None) => {
                    self.at = start;
                    return None;
                }
                (None, Some(days)) => days,
                (Some(first), _) => {
                    self.at = end_of_first + usize::from(between);
                    if let Some(last) = self.date().filter(|_| between) {
                        (last.1 + 12 * MONTH - first.0) % (12 * MONTH) + 1
                    } else {
                        self.at = end_of_first;
                        first.1 - first.0 + 1
                    }
                }
            }
        };
        let text = self.piece_from(start);
        self.note(Ignored::Season { text });
        Some(self.when(Qualifier { weeks: None, season: Some(days) }))
    }

    /// A date or a month: its first and last day of the year, about.
    fn date(&mut self) -> Option<(u16, u16)> {
        match (self.token(0), self.token(1)) {
            (Some(&Token::NamedMonth(month)), _) => {
                self.advance(1);
                Some((month * MONTH, month * MONTH + MONTH - 1))
            }
            (Some(Token::Num(number)), Some(&Token::NamedMonth(month))) => {
                let day = number.bare().filter(|day| (1..=MONTH).contains(day))?;
                self.advance(2);
                Some((month * MONTH + day - 1, month * MONTH + day - 1))
            }
            _ => None,
        }
    }

    /// `1 t/m 15 juli`: its number of days.
    fn short_date(&mut self, start: usize) -> Option<u16> {
        self.at = start;
        let (Some(Token::Num(first)), Some(Token::Dash | Token::To)) = (self.token(0), self.token(1)) else { return None };
        let (Some(Token::Num(last)), Some(Token::NamedMonth(_))) = (self.token(2), self.token(3)) else { return None };
        let (first, last) = (first.bare()?, last.bare()?);
        self.advance(4);
        (first <= last && last <= MONTH).then(|| last - first + 1)
    }
}
