//! The tables of `bereik coverage`.

use std::borrow::Cow;

use geo::Coord;

use super::hours::basis_of;
use super::place::{code_and_name, full_name, level_name, shape};
use super::table::{Column, Shapes, Table, Values};
use crate::crs::Planar;
use crate::measure::{AreaSummary, BranchLabel, Coverage, HoursCoverage, Supply};
use crate::model::{NONE, Region, Scope, Study};
use crate::text::ReportWords;
use crate::units::{Hours, Metres, Share};

/// Decimals of persons and need: an estimate of a suppressed count is no whole number.
const PERSONS: u8 = 1;
/// Decimals of the distance of a cell: to the millimetre, so that it can be checked against others.
const CELL_METRES: u8 = 3;
/// Decimals of a distance that sums up many.
const METRES: u8 = 1;
/// Decimals of supply for a thousand of need: enough to check it against others.
const SUPPLY: u8 = 6;
/// Decimals of hours a week.
const HOURS: u8 = 2;
/// Decimals of a share, 0 to 1.
const SHARE: u8 = 4;

/// The cells that are reported on, and those outside every municipality of a study about all, by index: the rows of [`cells`].
#[must_use]
pub fn reported_cells(region: &Region) -> Vec<u32> {
    (0u32..).take(region.cells.len()).filter(|cell| region.reports_on(*cell as usize) || region.is_outside(*cell as usize)).collect()
}

/// One row a cell of the study: where it is, who lives there, and its nearest desk.
#[must_use]
pub fn cells<'a>(region: &'a Region, coverage: &'a Coverage, more: Vec<Column<'a>>, rows: &'a [u32], words: &ReportWords) -> Table<'a> {
    let centres = Planar(picked(region.cells.at.get(), rows));
    let shapes = match region.cells.side {
        Some(side) if region.cells.squares => Shapes::Squares { centres, side: side.get() },
        _ => Shapes::Points(centres),
    };
    let mut columns = vec![
        column("cell", Values::Picked { texts: &region.cells.ids, rows }),
        column("municipality", Values::Named { codes: picked(&region.cells.municipality, rows), names: municipality_codes(region) }),
        column(
            "area",
            Values::Named { codes: picked(&region.cells.area, rows), names: region.areas.iter().map(|area| area.code.as_str()).collect() },
        ),
        column("residents", Values::Numbers { values: picked(region.cells.residents(), rows), decimals: PERSONS }),
        column("need", Values::Numbers { values: picked(&coverage.need, rows), decimals: PERSONS }),
        column(
            "site",
            Values::Named { codes: picked(&coverage.site, rows), names: region.sites.iter().map(|site| site.id.as_str()).collect() },
        ),
        column("distance_m", Values::Numbers { values: picked(&coverage.distance, rows), decimals: CELL_METRES }),
    ];
    columns.extend(more);
    Table { name: "cells", title: words.cells_title.to_owned(), columns, rows: rows.len(), shapes }
}

/// Further columns of [`cells`]: reachable hours and moment coverage of everyone, and supply for a thousand of need.
#[must_use]
pub fn more_of_cells(hours: Option<&HoursCoverage>, supply: Option<&[Supply]>, rows: &[u32]) -> Vec<Column<'static>> {
    let of_cell = |name: &str, decimals: u8, value: &dyn Fn(usize) -> f64| {
        let values = rows.iter().map(|cell| value(*cell as usize)).collect::<Vec<_>>().into();
        column(name, Values::Numbers { values, decimals })
    };
    let mut columns = Vec::new();
    if let Some(hours) = hours {
        columns.push(of_cell("hours", HOURS, &|cell| hours.reachable.of(cell).hours));
        columns.push(of_cell("moment_coverage", SHARE, &|cell| hours.moments.of(0, cell).helped));
    }
    for one in supply.unwrap_or_default() {
        columns.push(of_cell(one.floating.name(), SUPPLY, &|cell| one.access.access[cell] * 1000.0));
    }
    columns
}

/// One row a level, area and group.
#[must_use]
pub fn areas<'a>(region: &'a Region, coverage: &Coverage, study: &Study, words: &ReportWords) -> Table<'a> {
    let rows = &coverage.areas;
    let text = |value: &dyn Fn(&AreaSummary) -> String| Values::Owned(rows.iter().map(value).collect());
    let numbers = |decimals: u8, value: &dyn Fn(&AreaSummary) -> f64| Values::Numbers {
        values: rows.iter().map(value).collect::<Vec<_>>().into(),
        decimals,
    };
    let metres = |value: Option<Metres>| value.map_or(f64::NAN, Metres::get);
    let share = |value: Option<Share>| value.map_or(f64::NAN, Share::get);
    let mut columns = vec![
        column("level", text(&|row| level_name(row.level).to_owned())),
        column("code", text(&|row| code_and_name(region, row.level, row.index).0.to_owned())),
        column("name", text(&|row| full_name(region, study, words, row.level, row.index))),
        column("group", text(&|row| region.cells.counts[row.group].group.to_string())),
        column("residents", numbers(PERSONS, &|row| row.summary.residents)),
        column("need", numbers(PERSONS, &|row| row.summary.need)),
        column("mean_m", numbers(METRES, &|row| metres(row.summary.mean))),
        column("median_m", numbers(METRES, &|row| metres(row.summary.median))),
        column("p90_m", numbers(METRES, &|row| metres(row.summary.p90))),
    ];
    for (index, limit) in study.reach.also.iter().enumerate() {
        columns.push(column(&format!("share_within_{}", limit.get()), numbers(SHARE, &|row| share(row.summary.within_also[index]))));
    }
    columns.extend([
        column("share_within_norm", numbers(SHARE, &|row| share(row.summary.within_norm))),
        column("unreachable", numbers(PERSONS, &|row| row.summary.unreachable)),
        column("hidden_share", numbers(SHARE, &|row| share(row.summary.hidden))),
    ]);
    // A study without modelled groups has nothing to mark.
    if region.cells.counts.iter().any(|count| count.modelled) {
        columns.push(column("basis", text(&|row| basis_of(region, row.group).to_owned())));
    }
    let shapes = Shapes::Polygons(rows.iter().map(|row| shape(region, row.level, row.index)).collect());
    Table { name: "areas", title: words.areas_title.to_owned(), columns, rows: rows.len(), shapes }
}

/// One row a site of the study and its surroundings, and any other that residents of the study use.
#[must_use]
pub fn sites<'a>(region: &'a Region, coverage: &Coverage, words: &ReportWords) -> Table<'a> {
    let shown = |index: &u32| {
        let index = *index as usize;
        region.site_scope[index] != Scope::Beyond || coverage.catchments[index].residents > 0.0
    };
    let rows: Vec<usize> = (0u32..).take(region.sites.len()).filter(shown).map(|index| index as usize).collect();
    let text = |value: &dyn Fn(usize) -> String| Values::Owned(rows.iter().map(|row| value(*row)).collect());
    let persons = |value: &dyn Fn(usize) -> f64| Values::Numbers {
        values: rows.iter().map(|row| value(*row)).collect::<Vec<_>>().into(),
        decimals: PERSONS,
    };
    let site = |row: usize| &region.sites[row];
    let people = |row: usize| &coverage.catchments[row];
    let mut columns = vec![
        column("site", text(&|row| site(row).id.clone())),
        column("name", text(&|row| site(row).name.clone())),
        column("place", text(&|row| site(row).place.clone())),
        column(
            "municipality",
            text(&|row| site(row).municipality.map_or(String::new(), |index| region.municipalities[index].code.clone())),
        ),
        column("library", text(&|row| site(row).library.map_or(String::new(), |index| region.libraries[index].name.clone()))),
        column("venue", text(&|row| site(row).venue.name().to_owned())),
        column("status", text(&|row| site(row).status.name().to_owned())),
        column("scope", text(&|row| scope_name(region.site_scope[row]).to_owned())),
        column("residents", persons(&|row| people(row).residents)),
        column("need", persons(&|row| people(row).need)),
        column("residents_within_norm", persons(&|row| people(row).within_norm)),
        column("residents_only_this_site", persons(&|row| people(row).only_this)),
        column("residents_outside_study", persons(&|row| people(row).residents_outside)),
    ];
    // Branches have the label of the certification norm where their staffed hours are known.
    if region.sites.iter().any(|site| site.hours.staffed.is_some()) {
        let staffed = |row: usize| site(row).hours.staffed;
        let hours = rows.iter().map(|row| staffed(*row).map_or(f64::NAN, Hours::get)).collect::<Vec<_>>();
        columns.push(column("staffed_hours", Values::Numbers { values: hours.into(), decimals: HOURS }));
        columns.push(column("label", text(&|row| staffed(row).map_or(String::new(), |hours| BranchLabel::of(hours).name().to_owned()))));
    }
    let at: Vec<Coord<f64>> = rows.iter().map(|row| site(*row).at.0).collect();
    Table { name: "sites", title: words.sites_title.to_owned(), columns, rows: rows.len(), shapes: Shapes::Points(Planar(at.into())) }
}

/// The name of a scope in tables.
#[must_use]
pub fn scope_name(scope: Scope) -> &'static str {
    match scope {
        Scope::Study => "study",
        Scope::Surroundings => "surroundings",
        Scope::Beyond => "beyond",
    }
}

fn municipality_codes(region: &Region) -> Vec<&str> {
    region.municipalities.iter().map(|municipality| municipality.code.as_str()).collect()
}

fn column<'a>(name: &str, values: Values<'a>) -> Column<'a> {
    Column { name: name.to_owned(), values }
}

/// The values at these rows; nothing is copied when these are all rows.
fn picked<'a, T: Copy>(values: &'a [T], rows: &[u32]) -> Cow<'a, [T]> {
    if rows.len() == values.len() { Cow::Borrowed(values) } else { rows.iter().map(|row| values[*row as usize]).collect() }
}

// An index of "none" is an empty cell in `Values::Named`.
const _: () = assert!(NONE == u32::MAX);
