//! Pairing days with hours.

use super::item::{Item, Kind, Qualifier};
use super::rule::{Rule, Times, When, apply, closing};
use super::runs::{Run, runs};
use crate::week::WeekError;
use crate::week::plan::{ALL_DAYS, Plan};
use std::ops::Range;

/// Reads the rules of all lines and applies them.
pub(super) fn plan(text: &str, items: &[Item]) -> Result<Plan, WeekError> {
    let mut rules = Rules { text, ..Rules::default() };
    for line in items.split(|item| matches!(item.kind, Kind::Strong)) {
        let (runs, appointment) = runs(line);
        rules.appointment |= appointment;
        rules.line(runs)?;
    }
    rules.finish()
}

/// The rules so far.
#[derive(Default)]
struct Rules<'a> {
    text: &'a str,
    done: Vec<Rule>,
    /// Days on a line of their own, which wait for their hours.
    waiting: Option<When>,
    /// Weeks or season of a heading on a line of its own.
    heading: Qualifier,
    /// `gesloten` without a day.
    closed: bool,
    appointment: bool,
}

impl Rules<'_> {
    fn line(&mut self, runs: Vec<Run>) -> Result<(), WeekError> {
        if runs.is_empty() {
            return Ok(());
        }
        let mut runs = runs.into_iter().peekable();
        let Some(Run::Times(_)) = runs.peek() else {
            return self.days_first(runs.collect());
        };
        let mut waiting: Option<Times> = None;
        let mut paired = false;
        for run in runs {
            match (run, waiting.take()) {
                (Run::Times(times), None) => waiting = Some(times),
                (Run::When(when), Some(times)) if !when.only_qualifies() => {
                    self.pair(when, times, Qualifier::default());
                    paired = true;
                }
                (Run::Trail(qualifier), times) => {
                    self.trail(qualifier);
                    waiting = times;
                }
                (_, Some(times)) => return Err(self.no_day(&times)),
                (Run::When(when), None) => return Err(self.no_time(&when)),
            }
        }
        match waiting {
            Some(times) if paired => Err(self.no_day(&times)),
            Some(times) => self.hours_alone(times),
            None => Ok(()),
        }
    }

    /// A line that begins with days, weeks or a season.
    fn days_first(&mut self, runs: Vec<Run>) -> Result<(), WeekError> {
        let alone = runs.len() == 1;
        let mut heading = Qualifier::default();
        let mut days: Option<When> = None;
        if let (Some(waiting), Some(Run::When(when))) = (&self.waiting, runs.first())
            && !when.only_qualifies()
        {
            return Err(self.no_time(waiting));
        }
        for run in runs {
            match (run, days.take()) {
                (Run::When(when), _) if alone && when.only_qualifies() => self.qualifier_alone(&when),
                (Run::When(when), previous) => {
                    if let Some(previous) = previous {
                        self.without_hours(&previous)?;
                    }
                    days = Some(when);
                }
                (Run::Times(times), Some(when)) => {
                    if when.heading {
                        heading = when.qualifier;
                    }
                    if when.only_qualifies() && !times.spans.is_empty() {
                        return Err(self.no_day(&times));
                    }
                    self.pair(when, times, heading);
                }
                (Run::Times(times), None) => return Err(self.no_day(&times)),
                (Run::Trail(qualifier), _) => self.trail(qualifier),
            }
        }
        let Some(when) = days else { return Ok(()) };
        if alone && when.named() && !when.appointment {
            self.waiting = Some(when);
            return Ok(());
        }
        self.without_hours(&when)
    }

    /// Days at the end without hours, which is right only where they are left out, or hours are by appointment.
    fn without_hours(&mut self, when: &When) -> Result<(), WeekError> {
        if when.named() && !when.appointment {
            return Err(self.no_time(when));
        }
        if when.except != 0 && !when.named() {
            self.done.push(closing(Qualifier::default(), when.except));
        }
        Ok(())
    }

    fn pair(&mut self, mut when: When, times: Times, heading: Qualifier) {
        if when.qualifier.is_none() {
            when.qualifier = if heading.is_none() { self.heading } else { heading };
        }
        if when.named() {
            self.done.push(Rule { when, times });
        } else if when.except != 0 {
            self.done.push(closing(Qualifier::default(), when.except));
            if !times.spans.is_empty() {
                self.done.push(Rule { when: When::on(when.except), times });
            }
        } else if times.closed && when.only_qualifies() {
            self.done.push(closing(when.qualifier, ALL_DAYS));
        }
    }

    fn qualifier_alone(&mut self, when: &When) {
        if when.heading || self.done.is_empty() {
            self.heading = when.qualifier;
        } else {
            self.trail(when.qualifier);
        }
    }

    fn trail(&mut self, qualifier: Qualifier) {
        if let Some(rule) = self.done.last_mut() {
            rule.when.qualifier = rule.when.qualifier.and(qualifier);
        }
    }

    /// Hours on a line of their own: of the days before them.
    fn hours_alone(&mut self, times: Times) -> Result<(), WeekError> {
        if let Some(when) = self.waiting.take() {
            self.pair(when, times, Qualifier::default());
        } else if times.spans.is_empty() {
            self.closed = true;
        } else {
            match self.done.last_mut().filter(|rule| !rule.times.spans.is_empty()) {
                Some(rule) => rule.times.spans.extend(times.spans),
                None => return Err(self.no_day(&times)),
            }
        }
        Ok(())
    }

    fn finish(self) -> Result<Plan, WeekError> {
        if let Some(when) = &self.waiting {
            return Err(self.no_time(when));
        }
        if self.done.is_empty() && !self.closed {
            return Err(if self.appointment {
                WeekError::OnlyByAppointment
            } else {
                WeekError::NoTime { text: self.text.trim().to_owned() }
            });
        }
        Ok(apply(&self.done))
    }

    fn no_day(&self, times: &Times) -> WeekError {
        WeekError::NoDay { text: self.piece(&times.at) }
    }

    fn no_time(&self, when: &When) -> WeekError {
        WeekError::NoTime { text: self.piece(&when.at) }
    }

    fn piece(&self, at: &Range<usize>) -> String {
        self.text.get(at.clone()).unwrap_or_default().trim().to_owned()
    }
}
