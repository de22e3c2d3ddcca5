//! Days and hours that stand together.

use super::item::{Item, Kind, Qualifier};
use super::rule::{Times, When};

/// A run of meanings of one sort.
#[derive(Debug)]
pub(super) enum Run {
    /// Days, weeks, seasons.
    When(When),
    /// Hours or closed.
    Times(Times),
    /// Weeks or a season behind the rule for which they hold.
    Trail(Qualifier),
}

/// Joins the meanings of one line (between `;`) to runs; whether `op afspraak` stands there.
pub(super) fn runs(items: &[Item]) -> (Vec<Run>, bool) {
    let mut runs: Vec<Run> = Vec::new();
    let mut appointment = false;
    for (i, item) in items.iter().enumerate() {
        match &item.kind {
            Kind::Weak | Kind::Strong => {}
            Kind::Appointment => {
                appointment = true;
                if let Some(Run::When(when)) = runs.last_mut() {
                    when.appointment = true;
                }
            }
            Kind::Hours(span) => add_times(&mut runs, item, |times| times.spans.push(*span)),
            Kind::Closed => {
                let beside_holiday = matches!(runs.last(), Some(Run::When(when)) if when.holiday && !when.named())
                    || matches!(items.get(i + 1).map(|next| &next.kind), Some(Kind::Holiday));
                if !beside_holiday {
                    add_times(&mut runs, item, |times| times.closed = true);
                }
            }
            Kind::When { qualifier, .. } if trails(&runs, items, i) => runs.push(Run::Trail(*qualifier)),
            Kind::Days { .. } | Kind::Except(_) | Kind::When { .. } | Kind::Holiday => {
                if let Some(Run::When(when)) = runs.last_mut().filter(|run| !by_appointment(run)) {
                    when.take(item);
                } else {
                    let mut when = When::default();
                    when.take(item);
                    runs.push(Run::When(when));
                }
            }
        }
    }
    (runs, appointment)
}

/// Whether days are by appointment, so that the days after them are others.
fn by_appointment(run: &Run) -> bool {
    matches!(run, Run::When(when) if when.named() && when.appointment)
}

/// Changes the run of hours at the end, a new one where there is none.
fn add_times(runs: &mut Vec<Run>, item: &Item, change: impl FnOnce(&mut Times)) {
    if let Some(Run::Times(times)) = runs.last_mut() {
        times.at.end = item.at.end;
        change(times);
    } else {
        let mut times = Times { at: item.at.clone(), ..Times::default() };
        change(&mut times);
        runs.push(Run::Times(times));
    }
}

/// Whether weeks or a season at place `i` belong to the rule before them: days with hours stand before, and no days follow
/// or a comma parts them from those.
fn trails(runs: &[Run], items: &[Item], i: usize) -> bool {
    let after_rule = matches!(runs, [.., Run::Trail(_)] | [.., Run::When(_), Run::Times(_)]);
    let weak = |place: Option<&Item>| place.is_some_and(|item| matches!(item.kind, Kind::Weak));
    let before = i.checked_sub(1).and_then(|place| items.get(place));
    let mut rest = items[i + 1..].iter().filter(|item| !matches!(item.kind, Kind::Weak | Kind::When { .. } | Kind::Appointment));
    let days_follow = matches!(rest.next().map(|item| &item.kind), Some(Kind::Days { .. } | Kind::Except(_) | Kind::Closed));
    after_rule && (!days_follow || (weak(items.get(i + 1)) && !weak(before)))
}
