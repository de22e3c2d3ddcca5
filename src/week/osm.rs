//! The `opening_hours` language of `OpenStreetMap`, read by the crate `opening-hours-syntax` and reduced to a week.

use super::osm_days::{Reach, reach};
use super::people::means_appointment;
use super::plan::Plan;
use super::span::{Clock, Span};
use super::{Ignored, WeekError};
use opening_hours_syntax::rules::time::{Time, TimeSelector, TimeSpan};
use opening_hours_syntax::rules::{OpeningHoursExpression, RuleOperator, RuleSequence};
use opening_hours_syntax::{ExtendedTime, RuleKind};

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// Applies the rules one after the other. `text` is the whole text.
pub(super) fn plan(expression: &OpeningHoursExpression, text: &str, notes: &mut Vec<Ignored>) -> Result<Plan, WeekError> {
    let mut rules = Vec::with_capacity(expression.rules.len());
    for rule in &expression.rules {
        if let Some(rule) = read(rule, notes)? {
            rules.push(rule);
        }
    }
    if rules.iter().filter(|rule| rule.open && rule.spans.is_none()).count() > written_whole_days(text) {
        return Err(WeekError::NoTime { text: text.to_owned() });
    }
    if rules.is_empty() {
        let appointment = notes.iter().any(|note| matches!(note, Ignored::ByAppointment { .. }));
        return Err(if appointment { WeekError::OnlyByAppointment } else { WeekError::NoTime { text: text.to_owned() } });
    }
    let typical = rules.iter().filter(|rule| rule.open).map(|rule| rule.reach.season).max();
    let mut plan = Plan::new();
    for rule in rules.iter().filter(|rule| !rule.open || Some(rule.reach.season) == typical) {
        apply(rule, &mut plan);
    }
    Ok(plan)
}

/// A rule of which the days and hours are known.
struct Rule {
    reach: Reach,
    /// None: the whole day.
    spans: Option<Vec<Span>>,
    open: bool,
    adds: bool,
}

fn apply(rule: &Rule, plan: &mut Plan) {
    let whole_day = [Span { start: 0, end: 96 }];
    let days = rule.reach.days;
    match (&rule.spans, rule.open) {
        (None, false) => plan.close(days),
        (Some(spans), false) => plan.cut(days, spans),
        (spans, true) => {
            let spans = spans.as_deref().unwrap_or(&whole_day);
            if rule.adds { plan.add(days, spans) } else { plan.replace(days, spans) }
        }
    }
}

/// Reads one rule; `None` when it is left out of the week.
fn read(rule: &RuleSequence, notes: &mut Vec<Ignored>) -> Result<Option<Rule>, WeekError> {
    let comment = rule.comment.trim();
    let appointment = means_appointment(comment);
    if !comment.is_empty() {
        let text = comment.to_owned();
        notes.push(if appointment { Ignored::ByAppointment { text } } else { Ignored::Comment { text } });
    }
    let whole_day = rule.time_selector == TimeSelector::default();
    if rule.operator == RuleOperator::Fallback || rule.kind == RuleKind::Unknown {
        if comment.is_empty() || !whole_day {
            notes.push(Ignored::Uncertain { text: rule.to_string() });
        }
        return Ok(None);
    }
    let open = rule.kind == RuleKind::Open;
    if open && whole_day && !comment.is_empty() && (appointment || rule.day_selector.is_empty()) {
        return Ok(None);
    }
    let Some(reach) = reach(&rule.day_selector, notes) else { return Ok(None) };
    if !open && reach.season < Reach::YEAR {
        return Ok(None);
    }
    let spans = if whole_day { None } else { Some(spans(&rule.time_selector, notes)?) };
    if open && !reach.names_days && !rule.is_constant() {
        let text = rule.time_selector.to_string();
        return Err(if whole_day { WeekError::NoTime { text: rule.to_string() } } else { WeekError::NoDay { text } });
    }
    Ok(Some(Rule { reach, spans, open, adds: rule.operator == RuleOperator::Additional }))
}

/// How often a text says that a whole day is meant. The crate gives a rule without hours as one of 00:00 to 24:00.
fn written_whole_days(text: &str) -> usize {
    let tight: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    tight.matches("0:00-24:00").count() + tight.matches("24/7").count()
}

fn spans(selector: &TimeSelector, notes: &mut Vec<Ignored>) -> Result<Vec<Span>, WeekError> {
    selector.spans.iter().map(|span| one_span(span, notes)).collect()
}

fn one_span(span: &TimeSpan, notes: &mut Vec<Ignored>) -> Result<Span, WeekError> {
    let text = span.to_string();
    let (Time::Fixed(start), Time::Fixed(end)) = (span.range.start, span.range.end) else { return Err(WeekError::SunTime { text }) };
    if span.open_end {
        return Err(WeekError::OpenEnd { text });
    }
    if span.repeats.is_some() {
        return Err(WeekError::Repeats { text });
    }
    let (first, mut last) = (minutes(start), minutes(end));
    if last == first {
        return Err(WeekError::EndsBeforeStart { text });
    }
    if last < first {
        last += DAY;
    }
    if last - first > DAY {
        return Err(WeekError::ImpossibleTime { text });
    }
    let (from, to) = (start.to_string(), end.to_string());
    Span::new(Clock { minutes: first, text: &from }, Clock { minutes: last, text: &to }, &text, notes)
}

fn minutes(time: ExtendedTime) -> u16 {
    u16::from(time.hour()) * 60 + u16::from(time.minute())
}
