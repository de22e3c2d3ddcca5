//! The chart of scenarios side by side.

use super::Comparison;
use crate::load::Loaded;
use crate::model::Study;
use crate::report::chart::{Texts, Ways, WaysGroup, ways};
use crate::report::coverage_map::source;
use crate::text;
use crate::units::Share;

/// Three shares of every scenario as bars, with its yearly cost below its name; `None` where there is nothing beside today.
#[must_use]
pub fn chart(loaded: &Loaded, study: &Study, comparison: &Comparison) -> Option<String> {
    let text = text::of(study.language);
    let words = text.compare();
    if comparison.scenarios.is_empty() {
        return None;
    }
    let percent = |value: f64| if value.is_finite() { text.percent(value) } else { String::new() };
    let group = |(name, outcome, _): (&str, &crate::compare::Outcome, _)| {
        let head = &outcome.headline;
        let shares = [
            head.least.map_or(f64::NAN, |least| least[2]),
            head.share_within.map_or(f64::NAN, Share::get),
            head.moment.unwrap_or(f64::NAN),
        ];
        let cost = head.cost.map_or(String::new(), |cost| format!(", {}", text.whole_euros(cost)));
        WaysGroup {
            name: format!("{name}{cost}"),
            labels: shares.iter().map(|share| percent(*share)).collect(),
            values: shares.map(|share| share * 100.0).to_vec(),
        }
    };
    let (title, subtitle) = words.chart;
    let [sixteen, of_residents, moment] = words.chart_bars;
    Some(ways(&Ways {
        texts: Texts {
            title: title.to_owned(),
            subtitle: format!("{}. {subtitle}", study.title),
            note: String::new(),
            source: source(loaded, text.words()),
            description: format!("{title} {subtitle}"),
            percent: text.charts().percent.to_owned(),
        },
        series: vec![sixteen.to_owned(), format!("{} {}, {of_residents}", words.within, text.length(study.reach.norm)), moment.to_owned()],
        groups: comparison.all(text).into_iter().map(group).collect(),
    }))
}
