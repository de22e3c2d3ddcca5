//! The table of measures before and after.

use super::{METRES, OF_HOURS, PERSONS, Planning, SHARE};
use crate::measure::{HoursFigures, Level, Summary, Who};
use crate::model::{Region, Study};
use crate::report::columns::Columns;
use crate::report::place::{code_and_name, full_name, level_name, shape};
use crate::report::table::{Shapes, Table};
use crate::text::Text;
use crate::units::{Metres, Share};

/// Where and whose, with the place of the group in the counts.
type Row = (Level, Option<usize>, Who);

/// One row a place and group, and one for all need: distance, reachable hours and moment coverage today and with the plan.
pub(super) fn areas<'a>(region: &'a Region, study: &Study, planning: &'a Planning, text: &dyn Text) -> Table<'a> {
    let (before, after) = (&planning.before, &planning.after);
    let rows: Vec<Row> = after.hours.iter().filter(|row| row.level != Level::Outside).map(|row| (row.level, row.index, row.who)).collect();
    let distance = |figures: &'a crate::compare::Figures, row: &Row| -> Option<&'a Summary> {
        let Who::Group(group) = row.2 else { return None };
        figures.area(row.0, row.1, group).map(|row| &row.summary)
    };
    let hours = |figures: &'a crate::compare::Figures, row: &Row| -> Option<&'a HoursFigures> {
        figures.hours(row.0, row.1, row.2)?.figures.as_ref()
    };
    let weight = |row: &Row| after.hours(row.0, row.1, row.2).map_or(0.0, |row| row.weight);
    let group = |row: &Row| match row.2 {
        Who::Group(group) => region.cells.counts[group].group.to_string(),
        Who::Need => "need".to_owned(),
    };
    let mean = |summary: Option<&Summary>| summary.and_then(|summary| summary.mean).map(Metres::get);
    let within = |summary: Option<&Summary>| summary.and_then(|summary| summary.within_norm).map(Share::get);
    let shapes = rows.iter().map(|row| shape(region, row.0, row.1)).collect();
    let mut columns = Columns::of(&rows)
        .text("level", |row| level_name(row.0).to_owned())
        .text("code", |row| code_and_name(region, row.0, row.1).0.to_owned())
        .text("name", |row| full_name(region, study, text.words(), row.0, row.1))
        .text("group", group)
        .number("weight", PERSONS, weight);
    for (suffix, figures) in [("today", before), ("plan", after)] {
        let name = |what: &str| format!("{what}_{suffix}");
        columns = columns
            .maybe(&name("mean_m"), METRES, |row| mean(distance(figures, row)))
            .maybe(&name("share_within_norm"), SHARE, |row| within(distance(figures, row)))
            .maybe(&name("hours"), OF_HOURS, |row| hours(figures, row).map(|figures| figures.mean))
            .maybe(&name("share_4_hours"), SHARE, |row| hours(figures, row).map(|figures| figures.least[0]))
            .maybe(&name("share_8_hours"), SHARE, |row| hours(figures, row).map(|figures| figures.least[1]))
            .maybe(&name("share_16_hours"), SHARE, |row| hours(figures, row).map(|figures| figures.least[2]))
            .maybe(&name("moment_coverage"), SHARE, |row| hours(figures, row).map(|figures| figures.moment.helped));
    }
    columns.table("plan-areas", text.plan().areas_title, Shapes::Polygons(shapes))
}
