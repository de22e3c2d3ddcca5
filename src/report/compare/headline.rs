//! The figures of the study as a whole as words, a line a figure: for the terminal and for the report.

use super::{Comparison, ranges};
use crate::compare::certain::Figure;
use crate::compare::{Headline, Outcome};
use crate::measure::DemandBasis;
use crate::model::Study;
use crate::text::Text;
use crate::units::{Euros, Metres, Share};

/// A figure of every scenario, today first.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::report) struct Line {
    /// What it is.
    pub name: String,
    /// The figure, where it has a range.
    pub figure: Option<Figure>,
    /// Its value, today first.
    pub values: Vec<String>,
}

/// The lines of a comparison; those of which nothing is known are left out.
pub(in crate::report) fn lines(study: &Study, comparison: &Comparison, text: &dyn Text) -> Vec<Line> {
    let words = text.compare();
    let outcomes: Vec<&Outcome> = comparison.all(text).into_iter().map(|(_, outcome, _)| outcome).collect();
    let mut lines = Vec::new();
    let mut line = |name: &str, figure: Option<Figure>, value: &dyn Fn(&Headline) -> Option<String>| {
        let values: Vec<Option<String>> = outcomes.iter().map(|outcome| value(&outcome.headline)).collect();
        if values.iter().any(Option::is_some) {
            let values = values.into_iter().map(|value| value.unwrap_or_else(|| "–".to_owned())).collect();
            lines.push(Line { name: name.to_owned(), figure, values });
        }
    };
    let share = |share: f64| text.percent(share);
    let has_norm = outcomes.iter().any(|outcome| outcome.situation.study.reach.norm != study.reach.norm);
    let within = if has_norm { words.within_norm.to_owned() } else { within(study, text) };
    line(words.desks, None, &|head| Some(head.desks.to_string()));
    line(words.desk_hours, None, &|head| head.hours.map(|_| text.decimals(head.desk_hours, 1)));
    line(words.cost, Some(Figure::Cost), &|head| head.cost.map(|cost| text.whole_euros(cost)));
    line(words.left, Some(Figure::Left), &|head| head.left.map(|left| text.whole_euros(left)));
    // With one pool it is what is left, the other way round.
    let is_together = |head: &Headline| head.left.zip(head.short).is_none_or(|(left, short)| left.min(Euros::ZERO) + short == Euros::ZERO);
    if !outcomes.iter().all(|outcome| is_together(&outcome.headline)) {
        line(words.short, Some(Figure::Short), &|head| head.short.map(|short| text.whole_euros(short)));
    }
    line(words.moment, Some(Figure::Moment), &|head| head.moment.map(share));
    line(&within, Some(Figure::Within), &|head| head.share_within.map(Share::get).map(share));
    line(words.mean, Some(Figure::Mean), &|head| head.mean.map(|mean| text.distance(mean.get())));
    line(words.p90, Some(Figure::P90), &|head| head.p90.map(|metres: Metres| text.distance(metres.get())));
    line(words.hours, Some(Figure::Hours), &|head| head.hours.map(|hours| text.decimals(hours, 1)));
    line(words.sixteen, Some(Figure::Sixteen), &|head| head.least.map(|least| share(least[2])));
    line(words.border, Some(Figure::Border), &|head| head.border_metres.map(|metres| text.distance(metres)));
    let is_country = comparison.today.usage.demand.basis == DemandBasis::Country;
    let visits = if is_country { text.usage().visits_of_country } else { text.usage().visits };
    line(visits, Some(Figure::Visits), &|head| head.visits_week.map(|visits| text.decimals(visits, 0)));
    let counts = &comparison.today.situation.region.cells.counts;
    let of_group = |head: &Headline| head.gap.map(|(group, _)| text.group(&counts[group].group));
    let mut behind: Vec<String> = outcomes.iter().filter_map(|outcome| of_group(&outcome.headline)).collect();
    behind.dedup();
    let gap = match &behind[..] {
        [group] => format!("{} {group}", words.gap[2]),
        _ => words.gap[usize::from(!study.need.surcharges.is_empty())].to_owned(),
    };
    line(&gap, Some(Figure::Gap), &|head| {
        head.mean?;
        Some(text.distance(head.gap.map_or(0.0, |(_, metres)| metres)))
    });
    if behind.len() > 1 {
        line(words.gap_of, None, &of_group);
    }
    if !comparison.today.targets.is_empty() {
        let met = |outcome: &&Outcome| {
            let met = outcome.targets.iter().filter(|target| target.is_met() == Some(true)).count();
            format!("{met} / {}", outcome.targets.len())
        };
        lines.push(Line { name: words.targets.to_owned(), figure: None, values: outcomes.iter().map(met).collect() });
    }
    ranges::add(&mut lines, comparison, text);
    lines
}

/// The name of the line of the norm: `binnen 2 km, % van de inwoners`.
pub(in crate::report) fn within(study: &Study, text: &dyn Text) -> String {
    let words = text.compare();
    format!("{} {}{}", words.within, text.length(study.reach.norm), words.of_residents)
}
