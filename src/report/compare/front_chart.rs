//! The chart of cost, moment coverage and largest gap: which scenarios another one makes needless.

use super::Comparison;
use crate::compare::{Outcome, needless};
use crate::load::Loaded;
use crate::model::{Setting, Study};
use crate::report::chart::{Axis, Front, FrontKey, FrontPoint, Texts, front};
use crate::report::coverage_map::source;
use crate::report::ticks::ticks;
use crate::text::{self, FrontSentence, Text};
use crate::units::Euros;

/// Fewer points than this compare nothing.
const LEAST: usize = 2;
/// How often the width of the scenarios the money may lie beside them.
const FAR: f64 = 1.0;
/// How many names a note lists.
const NAMED: usize = 6;

/// The chart, and what it shows in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrontChart {
    /// The picture.
    pub svg: String,
    /// For who does not see it: which scenarios are on the front.
    pub words: String,
}

/// A point for today and each scenario: its cost, its moment coverage, and as its size the largest gap of a group. Scenarios under another norm
/// or year are held against their own kind only, as in [`needless`]. `None` where fewer than two have a known cost and coverage.
#[must_use]
pub fn front_chart(loaded: &Loaded, study: &Study, comparison: &Comparison) -> Option<FrontChart> {
    let text = text::of(study.language);
    let words = text.front();
    let all = comparison.all(text);
    let points = points(comparison, text);
    if points.len() < LEAST {
        return None;
    }
    let described = described(&points, text);
    let across = range(points.iter().map(|point| point.at));
    let up = range(points.iter().map(|point| point.value));
    let head = &comparison.today.headline;
    let money = head.cost.zip(head.left).map(|(cost, left)| cost + left);
    let far = FAR * (across.1 - across.0);
    let is_near = |money: &Euros| far <= 0.0 || (across.0 - far..=across.1 + far).contains(&money.as_f64());
    let shown = money.filter(is_near);
    let shown_across = shown.map_or(across, |money| range([across.0, across.1, money.as_f64()].into_iter()));
    let digits = usize::from(up.1 - up.0 < 4.0);
    let percent = |value: f64| format!("{}{}", text.decimals(value, digits), text.charts().percent);
    let sizes = sizes(&points, text);
    let unknown: Vec<&str> = all.iter().filter(|(_, outcome, _)| place(outcome).is_none()).map(|(name, ..)| *name).collect();
    let notes = [
        points.iter().any(|point| point.is_needless).then(|| words.means.to_owned()),
        has_below(&points).then(|| words.below.to_owned()),
        (!unknown.is_empty()).then(|| {
            let (names, more) = unknown.split_at(unknown.len().min(NAMED));
            text.front_sentence(&FrontSentence::Unknown { names, more: more.len() })
        }),
        money.filter(|money| !is_near(money)).map(|money| {
            let is_less = money.as_f64() < across.0;
            text.front_sentence(&FrontSentence::MoneyElsewhere { money, is_less })
        }),
    ];
    let size = if sizes.is_empty() { String::new() } else { format!(". {}", words.size) };
    let svg = front(&Front {
        texts: Texts {
            title: words.title.to_owned(),
            subtitle: format!("{}. {}{size}", study.title, words.subtitle),
            note: notes.into_iter().flatten().map(|note| format!("{note}.")).collect::<Vec<_>>().join(" "),
            source: source(loaded, text.words()),
            description: described.clone(),
            percent: text.charts().percent.to_owned(),
        },
        points,
        key: FrontKey {
            kept: words.kept.to_owned(),
            needless: words.needless.to_owned(),
            line: words.line.to_owned(),
            other: words.other.to_owned(),
            sizes,
        },
        horizontal: Axis { label: words.cost.to_owned(), ticks: ticks(shown_across, &|value| text.whole(value)) },
        vertical: Axis { label: text.compare().moment.to_owned(), ticks: ticks(up, &percent) },
        mark: shown.map(|money| (money.as_f64(), text.front_sentence(&FrontSentence::Money(money)))),
    });
    Some(FrontChart { svg, words: described })
}

/// Where a scenario stands: its cost and its coverage in per cent.
fn place(outcome: &Outcome) -> Option<(f64, f64)> {
    Some((outcome.headline.cost?.as_f64(), outcome.headline.moment? * 100.0))
}

/// Today and the scenarios that have a place, in their order.
fn points(comparison: &Comparison, text: &dyn Text) -> Vec<FrontPoint> {
    let all = comparison.all(text);
    let outcomes: Vec<&Outcome> = all.iter().map(|(_, outcome, _)| *outcome).collect();
    let mut settings = vec![Setting::default()];
    let mut points = Vec::new();
    for ((name, outcome, _), by) in all.iter().zip(needless(&outcomes)) {
        let Some((at, value)) = place(outcome) else { continue };
        let setting = outcome.situation.setting;
        let class = settings.iter().position(|other| *other == setting).unwrap_or_else(|| {
            settings.push(setting);
            settings.len() - 1
        });
        let under = FrontSentence::Under { name, norm: setting.norm, year: setting.year };
        let name = if class == 0 { (*name).to_owned() } else { text.front_sentence(&under) };
        let size = outcome.headline.gap.map_or(0.0, |(_, metres)| metres);
        points.push(FrontPoint { name, at, value, size, is_needless: !by.is_empty(), class });
    }
    points
}

/// What the chart shows, in words.
fn described(points: &[FrontPoint], text: &dyn Text) -> String {
    let of = |is: &dyn Fn(&FrontPoint) -> bool| -> Vec<&str> {
        points.iter().filter(|point| is(point)).map(|point| point.name.as_str()).collect()
    };
    text.front_sentence(&FrontSentence::Seen {
        kept: &of(&|point| point.class == 0 && !point.is_needless),
        needless: &of(&|point| point.class == 0 && point.is_needless),
        others: &of(&|point| point.class != 0),
    })
}

/// Whether one that nothing makes needless costs no less than another of its kind and covers less.
fn has_below(points: &[FrontPoint]) -> bool {
    let kept = || points.iter().filter(|point| !point.is_needless);
    let below = |one: &FrontPoint, other: &FrontPoint| one.class == other.class && one.at >= other.at && one.value < other.value;
    kept().any(|one| kept().any(|other| below(one, other)))
}

/// The least and the largest gap, when there is any; one of them where they read the same.
fn sizes(points: &[FrontPoint], text: &dyn Text) -> Vec<(f64, String)> {
    let (least, most) = range(points.iter().map(|point| point.size));
    let mut sizes: Vec<(f64, String)> = [least, most].map(|size| (size, text.front_sentence(&FrontSentence::Gap(size)))).to_vec();
    sizes.dedup_by(|one, other| one.1 == other.1);
    if most > 0.0 { sizes } else { Vec::new() }
}

fn range(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values.fold((f64::INFINITY, f64::NEG_INFINITY), |(from, to), value| (from.min(value), to.max(value)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lang;

    fn point(at: f64, value: f64, class: usize) -> FrontPoint {
        FrontPoint { at, value, class, ..FrontPoint::default() }
    }

    /// The second costs more than the first and covers less; that needs words only where nothing makes it needless, and it is of the same kind.
    #[test]
    fn a_filled_point_below_the_line_is_told() {
        assert!(has_below(&[point(1.0, 30.0, 0), point(2.0, 25.0, 0)]));
        assert!(!has_below(&[point(1.0, 30.0, 0), point(2.0, 35.0, 0)]));
        assert!(!has_below(&[point(1.0, 30.0, 0), point(2.0, 25.0, 1)]));
        assert!(!has_below(&[point(1.0, 30.0, 0), FrontPoint { is_needless: true, ..point(2.0, 25.0, 0) }]));
    }

    #[test]
    fn gaps_that_read_the_same_stand_once_in_the_key() {
        let of = |gaps: [f64; 2]| {
            let points = gaps.map(|size| FrontPoint { size, ..FrontPoint::default() });
            sizes(&points, text::of(Lang::Nl)).into_iter().map(|(_, label)| label).collect::<Vec<_>>()
        };
        assert_eq!(of([51.3, 31.8]), ["achterstand 32\u{a0}m", "achterstand 51\u{a0}m"]);
        assert_eq!(of([31.6, 31.8]), ["achterstand 32\u{a0}m"]);
        assert!(of([0.0, 0.0]).is_empty());
    }

    #[test]
    fn the_words_name_the_scenarios_on_the_front() {
        let named =
            |name: &str, is_needless: bool, class: usize| FrontPoint { name: name.to_owned(), is_needless, ..point(1.0, 1.0, class) };
        let points =
            [named("nu", false, 0), named("Een bus", true, 0), named("Meer bereik", false, 0), named("Fiets (norm 3 km)", true, 1)];
        assert_eq!(
            described(&points, text::of(Lang::Nl)),
            "Stippen: kosten en dekking per scenario. Te overwegen: nu en Meer bereik. Overbodig: Een bus. \
             Met een andere norm of een ander jaar: Fiets (norm 3 km)"
        );
        assert_eq!(described(&points[..1], text::of(Lang::En)), "Points: cost and coverage of each scenario. Worth considering: nu");
    }
}
