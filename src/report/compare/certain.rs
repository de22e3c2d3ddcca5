//! The tables of how certain a comparison is.

use super::certain_chart::effect;
use super::{Comparison, SHARE};
use crate::compare::certain::{Certainty, Pick, Picks, Swing, Unit};
use crate::crs::Planar;
use crate::report::columns::Columns;
use crate::report::table::{Shapes, Table};
use crate::text::Text;

/// The ranges, ranks, assumptions and sites; none where nothing was drawn.
pub(super) fn tables<'a>(comparison: &'a Comparison, text: &dyn Text) -> Vec<Table<'a>> {
    let Some(certainty) = &comparison.certainty else { return Vec::new() };
    let mut tables = vec![range(comparison, certainty, text), rank(comparison, certainty, text), tornado(comparison, certainty, text)];
    if !certainty.picks.is_empty() {
        tables.push(picks(comparison, certainty, text));
    }
    tables
}

/// One row a scenario and figure, today first.
fn range<'a>(comparison: &Comparison, certainty: &Certainty, text: &dyn Text) -> Table<'a> {
    let rows = &certainty.spreads;
    Columns::of(rows)
        .text("scenario", |row| comparison.name(row.scenario, text).to_owned())
        .text("figure", |row| row.figure.name().to_owned())
        .text("unit", |row| unit(row.figure.unit()).to_owned())
        .number("value", SHARE, |row| row.value)
        .number("low", SHARE, |row| row.low)
        .number("median", SHARE, |row| row.median)
        .number("high", SHARE, |row| row.high)
        .table("compare-range", text.certain().range_title, Shapes::Nothing)
}

/// One row a scenario, today first.
fn rank<'a>(comparison: &Comparison, certainty: &Certainty, text: &dyn Text) -> Table<'a> {
    let rows: Vec<_> = certainty.ranks.iter().enumerate().collect();
    Columns::of(&rows)
        .text("scenario", |row| comparison.name(row.0, text).to_owned())
        .text("ranked_by", |_| certainty.rule.0.name().to_owned())
        .number("draws", 0, |_| count(certainty.draws))
        .maybe("first_share", SHARE, |row| row.1.first)
        .maybe("better_than_today_share", SHARE, |row| row.1.better)
        .maybe("mean_place", 2, |row| row.1.place)
        .maybe("fits_share", SHARE, |row| row.1.fits)
        .table("compare-rank", text.certain().rank_title, Shapes::Nothing)
}

/// One row an assumption, the one that matters most first.
fn tornado<'a>(comparison: &Comparison, certainty: &Certainty, text: &dyn Text) -> Table<'a> {
    let rows = &certainty.swings;
    let name = |number: usize| comparison.name(number, text).to_owned();
    let best = certainty.best.map_or(String::new(), name);
    Columns::of(rows)
        .text("assumption", |row| row.ends[0].assumed.key())
        .text("low_value", |row| row.ends[0].assumed.value())
        .text("high_value", |row| row.ends[1].assumed.value())
        .text("scenario", |_| best.clone())
        .maybe("lead_at_low", SHARE, |row| row.ends[0].ahead)
        .maybe("lead_at_high", SHARE, |row| row.ends[1].ahead)
        .number("swing", SHARE, Swing::size)
        .number("today_at_low", SHARE, |row| row.ends[0].today)
        .number("today_at_high", SHARE, |row| row.ends[1].today)
        .text("first_at_low", |row| name(row.ends[0].first))
        .text("first_at_high", |row| name(row.ends[1].first))
        .text("changes_first", |row| yes(row.changes_first()))
        .table("compare-tornado", &format!("{}: {}", text.certain().tornado_title, effect(certainty, text)), Shapes::Nothing)
}

/// One row a scenario and site that a plan has, those that most plans have first.
fn picks<'a>(comparison: &'a Comparison, certainty: &Certainty, text: &dyn Text) -> Table<'a> {
    let region = &comparison.today.situation.region;
    let rows: Vec<(&Picks, &Pick)> = certainty.picks.iter().flat_map(|picks| picks.sites.iter().map(move |pick| (picks, pick))).collect();
    let site = |row: &(&Picks, &Pick)| -> &'a crate::model::Site { &region.sites[row.1.site] };
    let points: Vec<geo::Coord<f64>> = rows.iter().map(|row| site(row).at.0).collect();
    Columns::of(&rows)
        .text("scenario", |row| comparison.name(row.1.scenario, text).to_owned())
        .text("id", |row| site(row).id.clone())
        .text("name", |row| site(row).name.clone())
        .text("municipality", |row| {
            site(row).municipality.map_or(String::new(), |municipality| region.municipalities[municipality].name.clone())
        })
        .number("draws", 0, |row| count(row.0.draws.0))
        .number("plans", 0, |row| count(row.0.draws.1))
        .number("picked_share", SHARE, |row| row.1.share)
        .text("in_plan", |row| yes(row.1.in_plan))
        .table("compare-picks", text.certain().picks_title, Shapes::Points(Planar(points.into())))
}

fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Euros => "euro",
        Unit::Share => "share",
        Unit::Metres => "m",
        Unit::Hours => "hours",
        Unit::Visits => "visits",
    }
}

fn yes(is_so: bool) -> String {
    if is_so { "yes" } else { "no" }.to_owned()
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}
