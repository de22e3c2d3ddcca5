//! The layers of desks under every scenario, and of the only desks that close.

use super::{CENTS, Comparison, OF_HOURS, PERSONS};
use crate::compare::{Fate, Outcome};
use crate::crs::Planar;
use crate::report::columns::Columns;
use crate::report::table::{Shapes, Table};
use crate::text::Text;
use crate::units::{Euros, Hours};

/// One row a scenario and desk of the study, those that close included.
pub(super) fn desks<'a>(comparison: &'a Comparison, text: &dyn Text) -> Table<'a> {
    let all = comparison.all(text);
    let rows: Vec<(&str, &Outcome, usize, Fate)> = all
        .iter()
        .flat_map(|(name, outcome, _)| outcome.situation.fates.iter().map(move |(site, fate)| (*name, *outcome, *site, *fate)))
        .filter(|(_, outcome, site, _)| comparison.has(outcome, *site))
        .collect();
    let site = |row: &(&'a str, &'a Outcome, usize, Fate)| -> &'a crate::model::Site { &row.1.situation.region.sites[row.2] };
    let cost = |row: &(&'a str, &'a Outcome, usize, Fate)| -> Option<&'a crate::budget::DeskCost> {
        row.1.budget.desks.iter().find(|desk| desk.site == row.2)
    };
    let is_open = |row: &(&str, &Outcome, usize, Fate)| row.3 != Fate::Closes;
    let points: Vec<geo::Coord<f64>> = rows.iter().map(|row| site(row).at.0).collect();
    Columns::of(&rows)
        .text("scenario", |row| row.0.to_owned())
        .text("id", |row| site(row).id.clone())
        .text("name", |row| site(row).name.clone())
        .text("place", |row| site(row).place.clone())
        .text("venue", |row| site(row).venue.name().to_owned())
        .text("what", |row| row.3.name().to_owned())
        .text("week", |row| {
            if is_open(row) { site(row).hours.opening().map_or(String::new(), |opening| text.opening(opening)) } else { String::new() }
        })
        .maybe("hours", OF_HOURS, |row| cost(row).and_then(|desk| desk.hours).map(Hours::get))
        .maybe("cost", CENTS, |row| cost(row).and_then(|desk| desk.cost.total()).map(Euros::as_f64))
        .text("payer", |row| {
            let pool = cost(row).and_then(|desk| desk.pool).and_then(|pool| row.1.budget.pools.get(pool));
            pool.map_or(String::new(), |pool| pool.name.clone())
        })
        .table("compare-desks", text.compare().desks_title, Shapes::Points(Planar(points.into())))
}

/// One row a scenario, desk that closes and group of which some lose the only desk within the norm.
pub(super) fn lost<'a>(comparison: &'a Comparison, text: &dyn Text) -> Table<'a> {
    let region = &comparison.today.situation.region;
    let rows: Vec<_> =
        comparison.scenarios.iter().flat_map(|one| one.lost.iter().map(move |lost| (&one.outcome.situation.name, lost))).collect();
    let points: Vec<geo::Coord<f64>> = rows.iter().map(|row| region.sites[row.1.site].at.0).collect();
    Columns::of(&rows)
        .text("scenario", |row| row.0.clone())
        .text("id", |row| region.sites[row.1.site].id.clone())
        .text("name", |row| region.sites[row.1.site].name.clone())
        .text("group", |row| region.cells.counts[row.1.group].group.to_string())
        .number("lose_only_desk", PERSONS, |row| row.1.residents)
        .table("compare-lost", text.compare().lost_title, Shapes::Points(Planar(points.into())))
}
