//! The chart of what each assumption matters.

use super::Comparison;
use crate::compare::certain::{Certainty, Figure, Swing};
use crate::load::Loaded;
use crate::model::Study;
use crate::report::chart::{Axis, Texts, Tornado, TornadoRow, tornado};
use crate::report::coverage_map::source;
use crate::report::ticks::ticks;
use crate::text::{self, Text};

/// A smaller swing, in percentage points, is not drawn.
const SOMETHING: f64 = 0.05;
/// The most bars.
const MOST: usize = 12;

/// What is measured, and of what it is a share: `voorsprong op nu, in procentpunten van de behoefte (dekking op het gewenste moment)`.
pub(super) fn effect(certainty: &Certainty, text: &dyn Text) -> String {
    let words = text.certain();
    let of = words.of[usize::from(certainty.rule.0 == Figure::Within)];
    format!("{} {of}", words.subtitle[usize::from(certainty.best.is_none())])
}

/// A bar for each assumption, the one that matters most above; `None` where nothing was drawn or nothing matters.
#[must_use]
pub fn certain_chart(loaded: &Loaded, study: &Study, comparison: &Comparison) -> Option<String> {
    let text = text::of(study.language);
    let words = text.certain();
    let certainty = comparison.certainty.as_ref()?;
    let swings: Vec<&Swing> = certainty.swings.iter().filter(|swing| swing.size() * 100.0 >= SOMETHING).take(MOST).collect();
    if swings.is_empty() {
        return None;
    }
    let row = |swing: &&Swing| TornadoRow {
        name: text.assumption(&swing.ends[0].assumed),
        ends: [0, 1].map(|end| swing.ends[end].effect() * 100.0),
        labels: [0, 1].map(|end| text.assumed(&swing.ends[end].assumed)),
    };
    let rows: Vec<TornadoRow> = swings.iter().map(row).collect();
    let share = |number: usize| certainty.spread(number, certainty.rule.0).map_or(f64::NAN, |spread| spread.value * 100.0);
    let line = certainty.best.map_or(share(0), |best| share(best) - share(0));
    let all = || rows.iter().flat_map(|row| row.ends).chain([line]).filter(|value| value.is_finite());
    let range = (all().fold(f64::INFINITY, f64::min), all().fold(f64::NEG_INFINITY, f64::max));
    let digits = usize::from(range.1 - range.0 < 4.0);
    let effect = effect(certainty, text);
    let subtitle = match certainty.best {
        Some(best) => format!("{}: {effect}", comparison.name(best, text)),
        None => effect,
    };
    Some(tornado(&Tornado {
        texts: Texts {
            title: words.chart.to_owned(),
            subtitle: format!("{}. {subtitle}", study.title),
            note: words.note.to_owned(),
            source: source(loaded, text.words()),
            description: format!("{} {subtitle}", words.chart),
            percent: text.charts().percent.to_owned(),
        },
        line: (line, words.study.to_owned()),
        rows,
        axis: Axis { label: String::new(), ticks: ticks(range, &|value| text.decimals(value, digits)) },
    }))
}
