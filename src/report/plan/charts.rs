//! The charts of the curve and of the dilemma.

use super::Planning;
use super::value::plain;
use crate::compare::{DilemmaPoint, Way};
use crate::load::Loaded;
use crate::model::{Goal, Study};
use crate::report::chart::{Axis, Texts, ValueCurve, ValuePoint, Ways, WaysGroup, value_curve, ways};
use crate::report::coverage_map::source;
use crate::report::ticks::ticks;
use crate::text::{self, Text};
use crate::units::Euros;

/// The curve: how good the best plan is for each budget, or number of desks, with its bound as a band. `None` where there is none.
#[must_use]
pub fn curve_chart(loaded: &Loaded, study: &Study, planning: &Planning) -> Option<String> {
    let text = text::of(study.language);
    let words = text.plan();
    let goal = text.goal(planning.find.goal);
    if planning.curve.len() < 2 {
        return None;
    }
    let is_money = planning.curve.iter().all(|point| point.money.is_some());
    let shown = |value: f64| plain(planning, value) * if planning.find.goal.is_most() { 100.0 } else { 1.0 };
    let points: Vec<ValuePoint> = planning
        .curve
        .iter()
        .map(|point| ValuePoint {
            at: point.money.map(Euros::as_f64).or(point.most.map(f64::from)).unwrap_or(f64::NAN),
            value: shown(point.plan.value),
            bound: shown(point.plan.bound),
        })
        .collect();
    let unit = |value: f64| match planning.find.goal {
        goal if goal.is_most() => format!("{}{}", text.decimals(value, 0), text.charts().percent),
        Goal::Cost => format!("€\u{a0}{}", text.whole(value)),
        Goal::Desks => text.whole(value),
        _ => text.distance(value),
    };
    let range = |values: &mut dyn Iterator<Item = f64>| {
        let finite: Vec<f64> = values.filter(|value| value.is_finite()).collect();
        (finite.iter().copied().fold(f64::INFINITY, f64::min), finite.iter().copied().fold(f64::NEG_INFINITY, f64::max))
    };
    let across = range(&mut points.iter().map(|point| point.at));
    // From nothing: a gain is then as high as it is large.
    let up = range(&mut points.iter().flat_map(|point| [point.value, point.bound]).chain([0.0]));
    let horizontal = ticks(across, &|value| if is_money { text.whole(value) } else { text.decimals(value, 0) });
    let (title, subtitle) = words.curve;
    let mut chart = ValueCurve {
        texts: texts(loaded, study, title, subtitle, text),
        mark: planning.money.filter(|_| is_money).map(|money| (money.as_f64(), words.now.to_owned())),
        points,
        line: words.line.to_owned(),
        band: words.band.to_owned(),
        horizontal: Axis { label: if is_money { words.axis_money } else { words.axis_desks }.to_owned(), ticks: horizontal },
        vertical: Axis { label: words.measured(planning.find.goal, goal.name), ticks: ticks(up, &unit) },
    };
    if chart.has_band() {
        chart.texts.subtitle.push_str(words.curve_band);
        chart.texts.description.push_str(words.curve_band);
    }
    Some(value_curve(&chart))
}

/// More desks or longer hours with all the money, for each number of hours that people can come. `None` where that was not asked for.
#[must_use]
pub fn dilemma_chart(loaded: &Loaded, study: &Study, planning: &Planning) -> Option<String> {
    let text = text::of(study.language);
    let words = text.plan();
    let most = planning.dilemma.iter().map(|point| point.money).max()?;
    let mut tries: Vec<u32> = planning.dilemma.iter().map(|point| point.tries).collect();
    tries.dedup();
    let at = |tries: u32, way: Way| -> Option<&DilemmaPoint> {
        planning.dilemma.iter().find(|point| point.money == most && point.tries == tries && point.way == way)
    };
    // The way that goes farthest stands last and is darkest.
    let groups = tries.into_iter().map(|tries| {
        let values: Vec<f64> = Way::ALL.iter().map(|way| at(tries, *way).map_or(f64::NAN, |point| point.value * 100.0)).collect();
        let label =
            |value: &f64| if value.is_finite() { format!("{}{}", text.decimals(*value, 1), text.charts().percent) } else { String::new() };
        WaysGroup { name: words.tries.replace("{}", &tries.to_string()), labels: values.iter().map(label).collect(), values }
    });
    let (title, subtitle) = words.dilemma;
    Some(ways(&Ways {
        texts: texts(loaded, study, title, &format!("{subtitle} ({} {})", text.whole_euros(most), words.cost), text),
        series: words.ways.map(str::to_owned).to_vec(),
        groups: groups.collect(),
    }))
}

fn texts(loaded: &Loaded, study: &Study, title: &str, subtitle: &str, text: &dyn Text) -> Texts {
    Texts {
        title: title.to_owned(),
        subtitle: format!("{}. {subtitle}", study.title),
        note: String::new(),
        source: source(loaded, text.words()),
        description: format!("{title} {subtitle}"),
        percent: text.charts().percent.to_owned(),
    }
}
