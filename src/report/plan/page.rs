//! A plan for the terminal.

use super::Planning;
use super::facts::{cautions, dilemma, joint, nearly, quality, reasons, week_text};
use super::value::shown;
use crate::compare::{Fate, Figures, PlannedDesk};
use crate::measure::{Level, Who};
use crate::model::{Region, Study};
use crate::report::terminal::{Align, table};
use crate::text::Text;
use crate::units::{Euros, Hours, Metres, Share};

/// How many desks the table shows; of more, those that are new or change.
const MOST: usize = 40;

/// What the user should know before the figures, one sentence each.
#[must_use]
pub fn warnings(region: &Region, planning: &Planning, text: &dyn Text) -> Vec<String> {
    cautions(region, planning, text)
}

/// A short page: how good the plan is, today beside it, its desks, why these, what is nearly as good.
#[must_use]
pub fn page(region: &Region, study: &Study, planning: &Planning, text: &dyn Text) -> String {
    let words = text.plan();
    let name = if planning.name.is_empty() { words.unnamed } else { &planning.name };
    let goal = text.goal(planning.find.goal);
    let mut page = format!("{}\n{name}: {}\n{}\n\n", study.title, goal.name, quality(planning, text));
    page.push_str(&beside(study, planning, text));
    page.push('\n');
    page.push_str(&desks(region, planning, text));
    let mut list = |title: &str, sentences: Vec<String>| {
        if !sentences.is_empty() {
            page.push_str(&format!("\n{title}\n"));
            sentences.iter().enumerate().for_each(|(place, sentence)| page.push_str(&format!("  {}. {sentence}\n", place + 1)));
        }
    };
    list(words.why, reasons(region, planning, text));
    list(words.instead, nearly(region, planning, text));
    for sentence in dilemma(planning, study.moments.tries, text).into_iter().chain(joint(region, planning, text)) {
        page.push_str(&format!("\n{sentence}.\n"));
    }
    page
}

/// Today and the plan, a line a measure.
fn beside(study: &Study, planning: &Planning, text: &dyn Text) -> String {
    let words = text.plan();
    let goal = text.goal(planning.find.goal).name;
    let within = format!("{} {}", text.words().within, text.length(study.reach.norm));
    let hours = |figures: &Figures, of: &dyn Fn(&crate::measure::HoursFigures) -> f64| {
        figures.hours(Level::Study, None, Who::Group(0)).and_then(|row| row.figures.as_ref()).map_or(f64::NAN, of)
    };
    let summary = |figures: &Figures, of: &dyn Fn(&crate::measure::Summary) -> f64| {
        figures.area(Level::Study, None, 0).map_or(f64::NAN, |row| of(&row.summary))
    };
    let both = |name: &str, of: &dyn Fn(&Figures) -> String| vec![name.to_owned(), of(&planning.before), of(&planning.after)];
    let bound = if (planning.plan.bound - planning.plan.value).abs() > 1e-9 * planning.plan.value.abs() {
        format!(" (≤ {})", shown(planning, planning.plan.bound, text)).replace('≤', if planning.find.goal.is_most() { "≤" } else { "≥" })
    } else {
        String::new()
    };
    let mut rows = vec![vec![
        words.measured(planning.find.goal, goal),
        if planning.today.is_finite() { shown(planning, planning.today, text) } else { "–".to_owned() },
        format!("{}{bound}", shown(planning, planning.plan.value, text)),
    ]];
    rows.push(both(words.moment_coverage, &|figures| text.percent(hours(figures, &|row| row.moment.helped))));
    rows.push(both(words.mean_hours, &|figures| text.decimals(hours(figures, &|row| row.mean), 1)));
    rows.push(both(&within, &|figures| text.percent(summary(figures, &|row| row.within_norm.map_or(f64::NAN, Share::get)))));
    rows.push(both(words.mean_distance, &|figures| text.distance(summary(figures, &|row| row.mean.map_or(f64::NAN, Metres::get)))));
    let today = planning.desks.iter().filter(|planned| planned.desk.is_present).count();
    let open = planning.desks.iter().filter(|planned| planned.fate != Fate::Closes).count();
    rows.push(vec![words.desks.to_owned(), today.to_string(), open.to_string()]);
    if let Some(money) = planning.money {
        let kept: Euros = planning.desks.iter().filter(|planned| planned.desk.is_today).map(|planned| planned.desk.cost).sum();
        let changed = planning.desks.iter().any(|planned| planned.fate == Fate::OtherHours);
        let today = if changed { "–".to_owned() } else { text.euros(kept) };
        rows.push(vec![
            words.all_costs.to_owned(),
            today,
            format!("{} ({} {})", text.euros(planning.cost), words.there_is, text.euros(money)),
        ]);
    }
    table(&["", words.today, words.planned], &[Align::Left, Align::Right, Align::Right], &rows)
}

fn desks(region: &Region, planning: &Planning, text: &dyn Text) -> String {
    let words = text.plan();
    let mut shown: Vec<&PlannedDesk> = planning.desks.iter().collect();
    if shown.len() > MOST {
        shown.retain(|planned| planned.fate != Fate::Stays);
    }
    shown.sort_by_key(|planned| (planned.fate == Fate::Stays, planned.desk.site));
    let line = |planned: &&PlannedDesk| {
        let fate = [Fate::Stays, Fate::OtherHours, Fate::New, Fate::Closes, Fate::Moves]
            .iter()
            .position(|fate| *fate == planned.fate)
            .unwrap_or(0);
        let pool = planned.desk.pool.and_then(|pool| planning.purse.pools.get(pool)).map_or("", |pool| pool.name.as_str());
        vec![
            region.sites[planned.desk.site].name.clone(),
            words.fates[fate].to_owned(),
            week_text(&planned.desk, text),
            planned.desk.hours.map_or("–".to_owned(), |hours| text.decimals(Hours::get(hours), 1)),
            if planned.desk.is_priced { text.euros(planned.desk.cost) } else { "–".to_owned() },
            pool.to_owned(),
        ]
    };
    let rows: Vec<Vec<String>> = shown.iter().map(line).collect();
    let left = Align::Left;
    table(
        &[words.desk, words.fate, words.week, words.hours, words.cost, words.payer],
        &[left, left, left, Align::Right, Align::Right, left],
        &rows,
    )
}
