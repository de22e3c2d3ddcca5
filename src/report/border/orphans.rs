//! The table of municipalities without a library or a desk, and what they could do.

use geo::Coord;

use super::{Borders, CENTS, METRES, OF_HOURS, PERSONS, PricedOption, SHARE};
use crate::crs::Planar;
use crate::model::Region;
use crate::report::columns::Columns;
use crate::report::table::{Shapes, Table};
use crate::text::Text;
use crate::units::{Euros, Hours};

/// Where an option lies: in the municipality.
pub(super) const INSIDE: &str = "inside";
/// And in another.
pub(super) const ACROSS: &str = "across border";

/// One row a municipality and option: what lies inside first, and of each kind the most residents for a euro first.
pub(super) fn orphans<'a>(region: &'a Region, borders: &Borders, text: &dyn Text) -> Table<'a> {
    let rows = &borders.orphans;
    let site = |row: &PricedOption| &region.sites[row.option.site];
    let lacking = |row: &PricedOption| {
        let orphan = borders.orphaned.iter().find(|orphan| orphan.municipality == row.municipality);
        match orphan.map(|orphan| (orphan.has_library, orphan.has_desk)) {
            Some((false, false)) => "library and desk",
            Some((false, true)) => "library",
            _ => "desk",
        }
    };
    let at: Vec<Coord<f64>> = rows.iter().map(|row| site(row).at.0).collect();
    Columns::of(rows)
        .text("municipality", |row| region.municipalities[row.municipality].code.clone())
        .text("municipality_name", |row| region.municipalities[row.municipality].name.clone())
        .text("lacks", |row| lacking(row).to_owned())
        .text("where", |row| if row.option.inside { INSIDE } else { ACROSS }.to_owned())
        .text("site", |row| site(row).id.clone())
        .text("name", |row| site(row).name.clone())
        .text("site_municipality", |row| site(row).municipality.map_or(String::new(), |index| region.municipalities[index].name.clone()))
        .text("venue", |row| site(row).venue.name().to_owned())
        .text("status", |row| site(row).status.name().to_owned())
        .text("library", |row| row.option.library.map_or(String::new(), |library| region.libraries[library].name.clone()))
        .number("residents_within_norm", PERSONS, |row| row.option.residents)
        .number("new_residents", PERSONS, |row| row.option.new)
        .number("mean_m", METRES, |row| row.option.mean.get())
        .maybe("hours", OF_HOURS, |row| row.hours.map(Hours::get))
        .text("hours_from", |row| hours_from(row).to_owned())
        .maybe("yearly_cost", CENTS, |row| row.cost.map(Euros::as_f64))
        .number("grant", CENTS, |row| row.grant.as_f64())
        .maybe("hours_for_grant", OF_HOURS, |row| row.bought.map(Hours::get))
        .maybe("residents_per_1000_euros", SHARE, PricedOption::residents_for_a_thousand)
        .table("orphans", text.border().orphans_title, Shapes::Points(Planar(at.into())))
}

/// Where the hours come from; empty when nothing is known of any desk.
fn hours_from(row: &PricedOption) -> &'static str {
    match (row.hours, row.assumed) {
        (None, _) => "",
        (_, true) => "median of desks",
        (_, false) => "file",
    }
}
