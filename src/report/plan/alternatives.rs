//! The tables of what was left out: exchanges, and other plans.

use std::collections::BTreeSet;

use geo::Coord;

use super::{Planning, SHARE, VALUE};
use crate::crs::Planar;
use crate::model::Region;
use crate::plan::NextPlan;
use crate::plan::kernel::Alternative;
use crate::report::columns::Columns;
use crate::report::table::{Shapes, Table};
use crate::text::Text;
use crate::week::Style;

/// One row a site without a desk: the best way to give it one, and what that loses.
pub(super) fn alternatives<'a>(region: &'a Region, planning: &'a Planning, text: &dyn Text) -> Table<'a> {
    let rows = &planning.alternatives;
    let desk = |row: &Alternative| &planning.menu.options[row.option as usize];
    let closed = |row: &Alternative| row.closed.map(|option| planning.menu.options[option as usize].site);
    let at: Vec<Coord<f64>> = rows.iter().map(|row| region.sites[desk(row).site].at.0).collect();
    let value = planning.plan.value.abs();
    Columns::of(rows)
        .text("site", |row| region.sites[desk(row).site].id.clone())
        .text("name", |row| region.sites[desk(row).site].name.clone())
        .text("week", |row| desk(row).week.text(Style::Osm))
        .text("in_place_of", |row| closed(row).map_or(String::new(), |site| region.sites[site].id.clone()))
        .text("in_place_of_name", |row| closed(row).map_or(String::new(), |site| region.sites[site].name.clone()))
        .number("loses", VALUE, |row| -row.change + 0.0)
        .maybe("loses_share", SHARE, |row| (value > 0.0).then(|| -row.change / value + 0.0))
        .text("unit", |_| text.goal(planning.find.goal).unit.to_owned())
        .table("plan-alternatives", text.plan().alternatives_title, Shapes::Points(Planar(at.into())))
}

/// One row a plan: the best and those that are nearly as good.
pub(super) fn next<'a>(region: &'a Region, planning: &'a Planning, text: &dyn Text) -> Table<'a> {
    let best = NextPlan {
        chosen: planning.plan.chosen.clone(),
        value: planning.plan.value,
        is_proven: planning.plan.gap(planning.find.goal) <= 1e-9,
    };
    let rows: Vec<(usize, NextPlan)> = std::iter::once(best).chain(planning.next.iter().cloned()).enumerate().collect();
    let names = |sites: &BTreeSet<usize>| sites.iter().map(|site| region.sites[*site].id.clone()).collect::<Vec<_>>().join(" ");
    let value = planning.plan.value;
    Columns::of(&rows)
        .number("rank", 0, |(rank, _)| f64::from(u32::try_from(*rank).unwrap_or(u32::MAX)) + 1.0)
        .number("value", VALUE, |(_, plan)| plan.value)
        .maybe("worse_share", SHARE, |(_, plan)| (value != 0.0).then(|| (plan.value - value).abs() / value.abs()))
        .text("proven", |(_, plan)| if plan.is_proven { "yes" } else { "no" }.to_owned())
        .text("with", |(_, plan)| names(&difference(planning, plan).0))
        .text("without", |(_, plan)| names(&difference(planning, plan).1))
        .table("plan-next", text.plan().next_title, Shapes::Nothing)
}

/// The sites with a desk in another plan alone, and in the best alone.
pub(super) fn difference(planning: &Planning, plan: &NextPlan) -> (BTreeSet<usize>, BTreeSet<usize>) {
    let sites = |chosen: &[u32]| -> BTreeSet<usize> { chosen.iter().map(|option| planning.menu.options[*option as usize].site).collect() };
    let (own, best) = (sites(&plan.chosen), sites(&planning.plan.chosen));
    (own.difference(&best).copied().collect(), best.difference(&own).copied().collect())
}
