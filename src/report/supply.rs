//! The tables of supply against need, and of fairness.

use super::columns::Columns;
use super::hours::basis_of;
use super::place::{code_and_name, full_name, level_name, shape};
use super::table::{Shapes, Table};
use crate::measure::{Fairness, Supply};
use crate::model::{Region, Study};
use crate::text::Text;
use crate::units::Metres;

/// Supply is small beside need: it is given for a thousand of need.
const THOUSAND: f64 = 1000.0;

/// One row a level and place: the floating catchment in hours a week of a staffed place for a thousand of need.
#[must_use]
pub fn catchment<'a>(region: &'a Region, study: &Study, supply: &[Supply], text: &dyn Text) -> Table<'a> {
    let words = text.words();
    let rows = supply.first().map_or(&[][..], |first| &first.places);
    let numbers: Vec<usize> = (0..rows.len()).collect();
    let mut columns = Columns::of(&numbers)
        .text("level", |row| level_name(rows[*row].level).to_owned())
        .text("code", |row| code_and_name(region, rows[*row].level, rows[*row].index).0.to_owned())
        .text("name", |row| full_name(region, study, words, rows[*row].level, rows[*row].index))
        .number("need", 1, |row| rows[*row].need);
    for one in supply {
        let name = one.floating.name();
        columns = columns.maybe(&format!("{name}_mean"), 4, |row| one.places[*row].mean.map(|value| value * THOUSAND)).maybe(
            &format!("{name}_p10"),
            4,
            |row| one.places[*row].p10.map(|value| value * THOUSAND),
        );
    }
    columns.maybe("share_without", 4, |row| rows[*row].none).table(
        "catchment",
        words.catchment_title,
        Shapes::Polygons(rows.iter().map(|row| shape(region, row.level, row.index)).collect()),
    )
}

/// One row a level, place and group: gaps, Gini and the equally-distributed equivalent of distance.
#[must_use]
pub fn equity<'a>(region: &'a Region, study: &Study, rows: &[Fairness], text: &dyn Text) -> Table<'a> {
    let words = text.words();
    Columns::of(rows)
        .text("level", |row| level_name(row.level).to_owned())
        .text("code", |row| code_and_name(region, row.level, row.index).0.to_owned())
        .text("name", |row| full_name(region, study, words, row.level, row.index))
        .text("group", |row| region.cells.counts[row.group].group.to_string())
        .number("residents", 1, |row| row.residents)
        .maybe("mean_m", 1, |row| row.mean.map(Metres::get))
        .maybe("p90_m", 1, |row| row.p90.map(Metres::get))
        .maybe("share_beyond_norm", 4, |row| row.beyond_norm)
        .maybe("gap_m", 1, |row| row.gap)
        .maybe("gini_distance", 4, |row| row.equity.map(|equity| equity.gini))
        .maybe("equivalent_m", 1, |row| row.equity.map(|equity| equity.equivalent))
        .maybe("kappa_per_km", 6, |row| row.equity.map(|equity| equity.kappa * 1000.0))
        .text("basis", |row| basis_of(region, row.group).to_owned())
        .table("equity", words.equity_title, Shapes::Polygons(rows.iter().map(|row| shape(region, row.level, row.index)).collect()))
}
