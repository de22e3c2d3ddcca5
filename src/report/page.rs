//! The page that `coverage` and `budget` show in the terminal, beside the distances.

use super::place::code_and_name;
use super::terminal::{Align, table};
use crate::budget::{Balance, Budget, Source, UnitCosts};
use crate::measure::{Fairness, HoursCoverage, HoursSummary, Level, Target, TargetKind, Who};
use crate::model::{Per, Region};
use crate::text::Text;
use crate::units::{Euros, Metres, Ratio};

/// How many municipalities a table shows; of more, those with the fewest hours.
const MOST: usize = 20;
/// The hours of which the share is shown.
const SHOWN: [usize; 2] = [1, 2];

/// Reachable hours and the chance of help, for everyone in the study and its municipalities.
#[must_use]
pub fn hours(region: &Region, hours: &HoursCoverage, text: &dyn Text) -> String {
    let words = text.words();
    let everyone = |level: Level| hours.places.iter().filter(move |row| row.who == Who::Group(0) && row.level == level);
    let mut municipalities: Vec<&HoursSummary> = everyone(Level::Municipality).collect();
    let left_out = municipalities.len().saturating_sub(MOST);
    if left_out > 0 {
        let mean = |row: &HoursSummary| row.figures.as_ref().map_or(f64::INFINITY, |figures| figures.mean);
        municipalities.sort_by(|a, b| mean(a).total_cmp(&mean(b)).then(a.index.cmp(&b.index)));
        municipalities.truncate(MOST);
    }
    let rows: Vec<Vec<String>> = everyone(Level::Study)
        .chain(municipalities)
        .map(|row| {
            let name = if row.level == Level::Study { words.whole_study } else { code_and_name(region, row.level, row.index).1 };
            let figure = |value: &dyn Fn(&crate::measure::HoursFigures) -> f64| row.figures.as_ref().map_or(f64::NAN, value);
            let mut cells = vec![name.to_owned(), text.decimals(figure(&|of| of.mean), 1), text.decimals(figure(&|of| of.median), 1)];
            cells.extend(SHOWN.map(|least| text.percent(figure(&|of| of.least[least]))));
            cells.extend([text.percent(figure(&|of| of.evening_or_saturday)), text.percent(figure(&|of| of.moment.helped))]);
            cells
        })
        .collect();
    let [eight, sixteen] = SHOWN.map(|least| text.hours_or_more(crate::model::HOURS_STEPS[least]));
    let headings = [words.municipality, words.mean_hours, words.median_hours, &eight, &sixteen, words.evening_or_saturday, words.chance];
    let mut page = format!("{}\n{}", words.hours_title, table(&headings, &aligns(headings.len()), &rows));
    if left_out > 0 {
        page.push_str(&text.more_municipalities_by_hours(left_out));
        page.push('\n');
    }
    page
}

/// The largest gap between groups: who lives farthest on average, and who nearest. Empty with fewer than two groups.
#[must_use]
pub fn gap(region: &Region, rows: &[Fairness], text: &dyn Text) -> String {
    let mean = |row: &&Fairness| row.mean.map_or(0.0, Metres::get);
    let of_study = || rows.iter().filter(|row| row.level == Level::Study && row.group > 0 && row.mean.is_some());
    let by_mean = |a: &&Fairness, b: &&Fairness| mean(a).total_cmp(&mean(b));
    let (Some(far), Some(near)) = (of_study().max_by(by_mean), of_study().min_by(by_mean)) else { return String::new() };
    let one = |row: &Fairness| format!("{} {}", text.group(&region.cells.counts[row.group].group), text.distance(mean(&row)));
    if far.group == near.group { String::new() } else { format!("{}: {}, {}\n", text.words().largest_gap, one(far), one(near)) }
}

/// What a target is about, in words.
pub(super) fn target_words(kind: TargetKind, text: &dyn Text) -> String {
    let words = text.words();
    match kind {
        TargetKind::WithinNorm => words.target_within.to_owned(),
        TargetKind::Hours(least) => format!("{}: {}", words.residents, text.hours_or_more(least)),
        TargetKind::DeskWithHours(hours, per) => text.desk_of_hours(hours, per == Per::Area),
        TargetKind::BranchesWithDesk => words.target_branches.to_owned(),
        TargetKind::Visits => words.target_visits.to_owned(),
    }
}

/// The targets: what is wanted, what is, met or not.
#[must_use]
pub fn targets(targets: &[Target], text: &dyn Text) -> String {
    let words = text.words();
    let rows: Vec<Vec<String>> = targets
        .iter()
        .map(|target| {
            let name = target_words(target.kind, text);
            let met = match target.is_met() {
                Some(true) => words.met,
                Some(false) => words.not_met,
                None => "–",
            };
            vec![name, text.percent(target.wanted.get()), text.percent(target.found.map_or(f64::NAN, Ratio::get)), met.to_owned()]
        })
        .collect();
    let headings = [words.target, words.wanted, words.found, ""];
    format!("{}\n{}", words.targets_title, table(&headings, &[Align::Left, Align::Right, Align::Right, Align::Left], &rows))
}

/// The pools of a budget, and what money buys where that is known.
#[must_use]
pub fn budget(budget: &Budget, costs: Option<&UnitCosts>, text: &dyn Text) -> String {
    let words = text.words();
    let row = |pool: &Balance| {
        let name = if pool.name.is_empty() { words.whole_study.to_owned() } else { pool.name.clone() };
        let settled = &pool.settlement;
        let mut cells = vec![name];
        cells.extend([pool.grants, pool.own, pool.available, pool.desks].map(|amount| text.euros(amount)));
        // What is left is not known while the cost of some desk is not.
        let known = pool.unknown.is_empty();
        let amounts = [settled.left, settled.reserve, settled.repay];
        cells.extend(amounts.map(|amount| if known { text.euros(amount) } else { "–".to_owned() }));
        cells
    };
    let rows: Vec<Vec<String>> = budget.pools.iter().map(row).collect();
    let headings = [words.payer, words.grant, words.own, words.available, words.desks_cost, words.left, words.reserve, words.repay];
    let mut page = format!("{}\n{}", words.budget_title, table(&headings, &aligns(headings.len()), &rows));
    let estimated = budget.grants.iter().filter(|grant| grant.source != Source::Annex).count();
    let partial = budget.grants.iter().filter(|grant| grant.source == Source::Partial).count();
    let unknown: usize = budget.pools.iter().map(|pool| pool.unknown.len()).sum();
    for (number, sentence) in [(estimated, words.grants_estimated), (partial, words.grants_partial), (unknown, words.costs_unknown)] {
        if number > 0 {
            page.push_str(&format!("{sentence}: {number}\n"));
        }
    }
    let unit = |amount: Option<Euros>, what: &str| amount.map(|amount| format!("{}: {}\n", what, text.euros(amount)));
    if let Some(costs) = costs {
        for line in [
            unit(costs.per_resident, words.per_resident),
            unit(costs.per_thousand_hours, words.per_thousand_hours),
            unit(costs.per_point, words.per_point),
        ] {
            page.extend(line);
        }
    }
    page
}

fn aligns(columns: usize) -> Vec<Align> {
    (0..columns).map(|column| if column == 0 { Align::Left } else { Align::Right }).collect()
}
