//! The table of scenarios, and that of their targets.

use super::{CENTS, Comparison, METRES, Measured, OF_HOURS, PERSONS, SHARE};
use crate::compare::{Headline, Outcome, Shift};
use crate::measure::Level;
use crate::model::Study;
use crate::report::columns::Columns;
use crate::report::hours::target_name;
use crate::report::table::{Shapes, Table};
use crate::text::Text;
use crate::units::{Euros, Metres, Ratio, Share};

type Row<'c> = (&'c str, &'c Outcome, Option<&'c Measured>);

/// One row a scenario, today first: the study as a whole, the difference to today, winners and losers.
pub(super) fn scenarios<'a>(study: &Study, comparison: &'a Comparison, text: &dyn Text) -> Table<'a> {
    let rows = comparison.all(text);
    let head = |row: &Row| row.1.headline;
    let change = |of: fn(&Headline) -> Option<f64>| {
        move |row: &Row| row.2.and_then(|one| Some(of(&row.1.headline)? - of(&one.before(comparison).headline)?))
    };
    let shift = |of: fn(&Shift) -> f64| move |row: &Row| row.2.and_then(|one| whole(one)).map(of);
    let lost = |row: &Row| row.2.map(Measured::lose_the_only);
    let needless = |row: &Row| row.2.map_or(String::new(), |one| names(comparison, one, text));
    let group = |row: &Row| {
        let counts = &row.1.situation.region.cells.counts;
        head(row).gap.map_or(String::new(), |(group, _)| counts[group].group.to_string())
    };
    Columns::of(&rows)
        .text("scenario", |row| row.0.to_owned())
        .number("desks", 0, |row| count(head(row).desks))
        .number("desk_hours", OF_HOURS, |row| head(row).desk_hours)
        .maybe("cost", CENTS, |row| head(row).cost.map(Euros::as_f64))
        .maybe("cost_change", CENTS, change(|head| head.cost.map(Euros::as_f64)))
        .maybe("left", CENTS, |row| head(row).left.map(Euros::as_f64))
        .maybe("short", CENTS, |row| head(row).short.map(Euros::as_f64))
        .number("residents", PERSONS, |row| head(row).residents)
        .maybe("mean_m", METRES, |row| head(row).mean.map(Metres::get))
        .maybe("mean_m_change", METRES, change(|head| head.mean.map(Metres::get)))
        .maybe("p90_m", METRES, |row| head(row).p90.map(Metres::get))
        .maybe("p90_m_change", METRES, change(|head| head.p90.map(Metres::get)))
        .number("norm_m", METRES, |row| row.1.situation.study.reach.norm.get())
        .number("within_norm", PERSONS, |row| head(row).within)
        .maybe("within_norm_change", PERSONS, change(|head| Some(head.within)))
        .maybe("share_within_norm", SHARE, |row| head(row).share_within.map(Share::get))
        .maybe("hours", OF_HOURS, |row| head(row).hours)
        .maybe("hours_change", OF_HOURS, change(|head| head.hours))
        .maybe("share_4_hours", SHARE, |row| head(row).least.map(|least| least[0]))
        .maybe("share_8_hours", SHARE, |row| head(row).least.map(|least| least[1]))
        .maybe("share_16_hours", SHARE, |row| head(row).least.map(|least| least[2]))
        .maybe("moment_coverage", SHARE, |row| head(row).moment)
        .maybe("moment_coverage_change", SHARE, change(|head| head.moment))
        .number("need", PERSONS, |row| head(row).need)
        .maybe("need_helped_change", PERSONS, change(|head| Some(head.moment? * head.need)))
        .maybe("moment_coverage_1", SHARE, |row| head(row).tries.map(|tries| tries[0]))
        .maybe("moment_coverage_3", SHARE, |row| head(row).tries.map(|tries| tries[1]))
        .maybe("moment_coverage_10", SHARE, |row| head(row).tries.map(|tries| tries[2]))
        .maybe("border_extra_mean_m", METRES, |row| head(row).border_metres)
        .number("within_norm_only_across", PERSONS, |row| head(row).border_only)
        .maybe("largest_gap_m", METRES, |row| head(row).gap.map(|(_, metres)| metres))
        .text("largest_gap_group", group)
        .maybe("visits_week", PERSONS, |row| head(row).visits_week)
        .maybe("visits_week_change", PERSONS, change(|head| head.visits_week))
        .maybe("nearer", PERSONS, shift(|shift| shift.nearer))
        .maybe("farther", PERSONS, shift(|shift| shift.farther))
        .maybe("more_hours", PERSONS, shift(|shift| shift.more_hours))
        .maybe("fewer_hours", PERSONS, shift(|shift| shift.fewer_hours))
        .maybe("lose_only_desk", PERSONS, lost)
        .maybe("plan_gap", SHARE, |row| row.2.and_then(|one| one.gap))
        .text("dominated_by", needless)
        .table("compare", &format!("{}: {}", text.compare().compare_title, study.title), Shapes::Nothing)
}

/// The names of those that make a scenario needless.
pub(super) fn names(comparison: &Comparison, one: &Measured, text: &dyn Text) -> String {
    one.dominated_by.iter().map(|number| comparison.name(*number, text)).collect::<Vec<_>>().join("; ")
}

/// Winners and losers among all residents of the study.
pub(in crate::report) fn whole(one: &Measured) -> Option<&Shift> {
    one.shifts.iter().find(|shift| shift.level == Level::Study && shift.group == 0)
}

/// One row a target and scenario.
pub(super) fn targets<'a>(comparison: &'a Comparison, text: &dyn Text) -> Table<'a> {
    let all = comparison.all(text);
    let rows: Vec<_> = all.iter().flat_map(|row| row.1.targets.iter().map(move |target| (row.0, row.1, target))).collect();
    let met = |is_met: Option<bool>| match is_met {
        Some(true) => "yes",
        Some(false) => "no",
        None => "",
    };
    Columns::of(&rows)
        .text("scenario", |row| row.0.to_owned())
        .text("target", |row| target_name(row.2.kind))
        .number("wanted", SHARE, |row| row.2.wanted.get())
        .maybe("found", SHARE, |row| row.2.found.map(Ratio::get))
        .text("met", |row| met(row.2.is_met()).to_owned())
        .table("compare-targets", text.compare().targets_title, Shapes::Nothing)
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}
