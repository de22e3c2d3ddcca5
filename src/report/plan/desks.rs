//! The table of the desks of a plan.

use geo::Coord;

use super::{CENTS, OF_HOURS, Planning};
use crate::compare::PlannedDesk;
use crate::crs::Planar;
use crate::model::{Region, Site};
use crate::report::columns::Columns;
use crate::report::table::{Shapes, Table};
use crate::text::Text;
use crate::units::Hours;
use crate::week::Style;

/// One row a desk of the study: what becomes of it, when it is open, what it costs and who pays.
pub(super) fn desks<'a>(region: &'a Region, planning: &'a Planning, text: &dyn Text) -> Table<'a> {
    let rows = &planning.desks;
    let site = |row: &PlannedDesk| -> &Site { &region.sites[row.desk.site] };
    let at: Vec<Coord<f64>> = rows.iter().map(|row| site(row).at.0).collect();
    let before = |row: &PlannedDesk| site(row).hours.opening().filter(|_| row.desk.is_present).map(|opening| opening.hours().get());
    Columns::of(rows)
        .text("site", |row| site(row).id.clone())
        .text("name", |row| site(row).name.clone())
        .text("place", |row| site(row).place.clone())
        .text("municipality", |row| site(row).municipality.map_or(String::new(), |index| region.municipalities[index].name.clone()))
        .text("venue", |row| site(row).venue.name().to_owned())
        .text("library", |row| site(row).library.map_or(String::new(), |index| region.libraries[index].name.clone()))
        .text("what", |row| row.fate.name().to_owned())
        .text("week", |row| if row.desk.week.is_empty() { String::new() } else { row.desk.week.text(Style::Osm) })
        .maybe("hours", OF_HOURS, |row| row.desk.hours.map(Hours::get))
        .maybe("hours_today", OF_HOURS, before)
        .maybe("yearly_cost", CENTS, |row| row.desk.is_priced.then(|| row.desk.cost.as_f64()))
        .text("paid_by", |row| {
            row.desk.pool.and_then(|pool| planning.purse.pools.get(pool)).map_or(String::new(), |pool| pool.name.clone())
        })
        .table("plan", text.plan().plan_title, Shapes::Points(Planar(at.into())))
}
