//! The table of why a plan has its desks.

use geo::Coord;

use super::{CENTS, PERSONS, Planning, VALUE};
use crate::compare::Why;
use crate::crs::Planar;
use crate::model::Region;
use crate::report::columns::Columns;
use crate::report::table::{Shapes, Table};
use crate::text::Text;
use crate::units::Euros;

/// One row a new desk or one with other hours: what is lost without it.
pub(super) fn why<'a>(region: &'a Region, planning: &'a Planning, text: &dyn Text) -> Table<'a> {
    let rows = &planning.why;
    let at: Vec<Coord<f64>> = rows.iter().map(|row| region.sites[row.site].at.0).collect();
    let place = |place: usize| place_name(region, place);
    let gained =
        |row: &Why| row.gains.iter().map(|gain| format!("{} ({:.1})", place(gain.place), gain.gain)).collect::<Vec<_>>().join("; ");
    Columns::of(rows)
        .text("site", |row| region.sites[row.site].id.clone())
        .text("name", |row| region.sites[row.site].name.clone())
        .text("what", |row| row.fate.name().to_owned())
        .number("gain", VALUE, |row| row.gain)
        .text("gain_unit", |_| text.goal(planning.find.goal).unit.to_owned())
        .number("new_residents_within_norm", PERSONS, |row| row.new_residents)
        .number("new_need_within_norm", PERSONS, |row| row.new_need)
        .maybe("extra_yearly_cost", CENTS, |row| row.cost.map(Euros::as_f64))
        .maybe("euros_per_new_resident", CENTS, Why::per_resident)
        .text("gains_most", gained)
        .table("plan-why", text.plan().why_title, Shapes::Points(Planar(at.into())))
}

/// The finer area, or the municipality where the study has none.
pub(super) fn place_name(region: &Region, place: usize) -> &str {
    region.areas.get(place).map_or_else(|| region.municipalities[place].name.as_str(), |area| area.name.as_str())
}
