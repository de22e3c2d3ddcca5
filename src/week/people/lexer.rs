//! Cutting a text into words with a meaning.

use super::clock::number;
use super::means_appointment;
use super::token::{Lexed, Token};
use super::words::{LITERALS, meaning};
use crate::week::plan::ALL_DAYS;
use crate::week::{Ignored, WeekError};
use std::ops::Range;

/// Cuts a text; remarks between brackets or quotes that are no hours become notes.
pub(super) fn lex(text: &str, notes: &mut Vec<Ignored>) -> Result<Vec<Lexed>, WeekError> {
    let mut lexer = Lexer { text, at: 0, tokens: Vec::new(), notes };
    while lexer.at < text.len() {
        lexer.step()?;
    }
    Ok(beside_appointment(text, lexer.tokens)?.into_iter().filter(|lexed| lexed.token != Token::Noise).collect())
}

struct Lexer<'a, 'n> {
    text: &'a str,
    at: usize,
    tokens: Vec<Lexed>,
    notes: &'n mut Vec<Ignored>,
}

impl Lexer<'_, '_> {
    fn push(&mut self, token: Token, length: usize) {
        self.tokens.push(Lexed { token, at: self.at..self.at + length });
        self.at += length;
    }

    fn step(&mut self) -> Result<(), WeekError> {
        let rest = &self.text[self.at..];
        if let Some((literal, token)) = LITERALS.iter().find(|(literal, _)| starts_with(rest, literal)) {
            if *literal == "24/7" {
                return Err(WeekError::Misplaced { text: rest[..4].to_owned() });
            }
            self.push(token.clone(), literal.len());
            return Ok(());
        }
        let Some(first) = rest.chars().next() else { return Ok(()) };
        let token = match first {
            '\n' | '\r' | ';' => Token::Strong,
            ',' | '/' | '|' | '&' | '+' => Token::Weak,
            ':' => Token::Colon,
            '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => Token::Dash,
            '(' | '[' => return self.aside(rest, first, if first == '(' { ')' } else { ']' }),
            '"' | '“' | '”' => return self.aside(rest, first, if first == '“' { '”' } else { first }),
            '.' | '•' | '*' | '\u{feff}' => Token::Noise,
            c if c.is_whitespace() => Token::Noise,
            c if c.is_ascii_digit() => {
                let (token, length) = number(rest)?;
                self.push(token, length);
                return Ok(());
            }
            c if c.is_alphabetic() => return self.word(rest),
            c => return Err(WeekError::Unknown { word: c.to_string() }),
        };
        self.push(token, first.len_utf8());
        Ok(())
    }

    fn word(&mut self, rest: &str) -> Result<(), WeekError> {
        let length = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        let word = &rest[..length];
        let token = meaning(&word.to_lowercase()).ok_or_else(|| WeekError::Unknown { word: word.to_owned() })?;
        let token = self.with_previous(token);
        self.push(token, length);
        Ok(())
    }

    /// Words that mean something together: `tot en met`, `elke dag`.
    fn with_previous(&mut self, token: Token) -> Token {
        let last: Vec<usize> = (0..self.tokens.len()).rev().filter(|&i| self.tokens[i].token != Token::Noise).take(2).collect();
        let is = |nth: usize, token: &Token| last.get(nth).is_some_and(|&i| self.tokens[i].token == *token);
        match token {
            Token::With if is(0, &Token::Weak) && is(1, &Token::To) => {
                self.tokens.truncate(last[0]);
                Token::Noise
            }
            Token::DayWord if is(0, &Token::Every) => Token::Days(ALL_DAYS),
            Token::DayWord => Token::Noise,
            other => other,
        }
    }

    /// A remark between brackets or quotes: hours when it reads as hours, else a note.
    fn aside(&mut self, rest: &str, open: char, close: char) -> Result<(), WeekError> {
        let inner = &rest[open.len_utf8()..];
        let Some(length) = inner.find(close) else {
            return Err(WeekError::Misplaced { text: rest.to_owned() });
        };
        let remark = &inner[..length];
        let start = self.at + open.len_utf8();
        self.at = start + length + close.len_utf8();
        let mut notes = Vec::new();
        if let (Ok(tokens), '(') = (lex(remark, &mut notes), open)
            && tokens.iter().any(|lexed| says_when(&lexed.token))
        {
            self.notes.extend(notes);
            let moved = |at: Range<usize>| at.start + start..at.end + start;
            self.tokens.extend(tokens.into_iter().map(|lexed| Lexed { token: lexed.token, at: moved(lexed.at) }));
            return Ok(());
        }
        let text = remark.trim().to_owned();
        if means_appointment(&text) {
            self.tokens.push(Lexed { token: Token::Appointment, at: start..start + length });
        } else if !text.is_empty() {
            self.notes.push(Ignored::Comment { text });
        }
        Ok(())
    }
}

/// Whether a word between brackets shows that the brackets hold hours, days or weeks.
fn says_when(token: &Token) -> bool {
    matches!(
        token,
        Token::Day(_)
            | Token::Days(_)
            | Token::Nth(_)
            | Token::Last
            | Token::Week
            | Token::Month
            | Token::NamedMonth(_)
            | Token::Season
            | Token::Cycle(_)
            | Token::Closed
            | Token::PublicHoliday
            | Token::SchoolHoliday
            | Token::Dash
            | Token::To
    )
}

fn starts_with(text: &str, literal: &str) -> bool {
    text.get(..literal.len()).is_some_and(|start| start.eq_ignore_ascii_case(literal))
}

/// Joins the words around `afspraak` with it and refuses them elsewhere.
fn beside_appointment(text: &str, tokens: Vec<Lexed>) -> Result<Vec<Lexed>, WeekError> {
    let mut kept: Vec<Lexed> = Vec::with_capacity(tokens.len());
    let mut after = false;
    for mut lexed in tokens {
        let blank = text[lexed.at.clone()].trim().is_empty();
        if lexed.token == Token::Appointment {
            while let Some(last) = kept.pop_if(|last| leads_to_appointment(text, last)) {
                if !text[last.at.clone()].trim().is_empty() {
                    lexed.at.start = last.at.start;
                }
            }
            after = true;
        } else if lexed.token == Token::BesideAppointment && after {
            if let Some(appointment) = kept.iter_mut().rfind(|kept| kept.token == Token::Appointment) {
                appointment.at.end = lexed.at.end;
            }
            continue;
        } else if !blank {
            after = false;
        }
        kept.push(lexed);
    }
    match kept.iter().find(|lexed| matches!(lexed.token, Token::BesideAppointment | Token::With)) {
        Some(lexed) => Err(WeekError::Unknown { word: text[lexed.at.clone()].to_owned() }),
        None => Ok(kept),
    }
}

/// Whether a word before `afspraak` belongs to it.
fn leads_to_appointment(text: &str, lexed: &Lexed) -> bool {
    let piece = text[lexed.at.clone()].trim();
    match lexed.token {
        Token::BesideAppointment | Token::Of => true,
        Token::Noise => piece.is_empty() || ["op", "on"].iter().any(|word| piece.eq_ignore_ascii_case(word)),
        Token::Van | Token::Weak => piece.starts_with(char::is_alphabetic),
        _ => false,
    }
}
