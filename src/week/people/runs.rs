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
            Kind::Hours(span) => {
                let times = times(&mut runs, item);
                times.spans.push(*span);
            }
            Kind::Closed => {
                let beside_holiday = matches!(runs.last(), Some(Run::When(when)) if when.holiday && !when.named)
                    || matches!(items.get(i + 1).map(|next| &next.kind), Some(Kind::Holiday));
                if !beside_holiday {
                    times(&mut runs, item).closed = true;
                }
            }
            Kind::When { qualifier, .. } if trails(&runs, items, i) => runs.push(Run::Trail(*qualifier)),
            Kind::Days { .. } | Kind::Except(_) | Kind::When { .. } | Kind::Holiday => match runs.last_mut() {
                Some(Run::When(when)) => when.take(item),
                _ => {
                    let mut when = When::default();
                    when.take(item);
                    runs.push(Run::When(when));
                }
            },
        }
    }
    (runs, appointment)
}

/// The run of hours at the end, a new one where there is none.
fn times<'a>(runs: &'a mut Vec<Run>, item: &Item) -> &'a mut Times {
    if !matches!(runs.last(), Some(Run::Times(_))) {
        runs.push(Run::Times(Times { at: item.at.clone(), ..Times::default() }));
    }
    let index = runs.len() - 1;
    match &mut runs[index] {
        Run::Times(times) => {
            times.at.end = item.at.end;
            times
        }
        // never reached: the last run was made one of hours above
        Run::When(_) | Run::Trail(_) => unreachable!(),
    }
}

/// Whether weeks or a season at place `i` belong to the rule before them: days with hours stand before, and no days follow
/// or a comma parts them from those.
fn trails(runs: &[Run], items: &[Item], i: usize) -> bool {
    let after_rule = match runs {
        [.., Run::Trail(_)] | [.., Run::When(_), Run::Times(_)] => true,
        _ => false,
    };
    let weak = |place: Option<&Item>| place.is_some_and(|item| matches!(item.kind, Kind::Weak));
    let before = i.checked_sub(1).and_then(|place| items.get(place));
    let mut rest = items[i + 1..].iter().filter(|item| !matches!(item.kind, Kind::Weak | Kind::When { .. } | Kind::Appointment));
    let days_follow = matches!(rest.next().map(|item| &item.kind), Some(Kind::Days { .. } | Kind::Except(_) | Kind::Closed));
    after_rule && (!days_follow || (weak(items.get(i + 1)) && !weak(before)))
}
