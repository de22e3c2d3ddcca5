//! Lines from where people live to where they go across a border.

use std::collections::BTreeMap;

use geo::Coord;

use super::names::{code, name};
use super::{Borders, PERSONS};
use crate::crs::Planar;
use crate::measure::border::{Basis, Territory};
use crate::model::{NONE, Region};
use crate::report::columns::Columns;
use crate::report::table::{Shapes, Table};
use crate::text::Text;

/// The people of one territory who have their nearest desk in another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Line {
    pub from: Territory,
    pub to: Territory,
    pub residents: f64,
    pub need: f64,
    /// The middle of these residents.
    pub start: Coord<f64>,
    /// The middle of the desks that they go to.
    pub end: Coord<f64>,
}

/// A line for each pair of territories of which one is of the study, by the nearest desk; most residents last.
pub(super) fn crossing(region: &Region, borders: &Borders) -> Vec<Line> {
    let mut sums: BTreeMap<(Territory, Territory), [f64; 5]> = BTreeMap::new();
    for (cell, (at, residents)) in region.cells.at.get().iter().zip(region.cells.residents()).enumerate() {
        let site = borders.cases.all.site[cell];
        if site == NONE || *residents <= 0.0 {
            continue;
        }
        let (from, to) = (Territory::of_cell(region, cell), Territory::of_site(region, site as usize));
        if from == to || !(from.is_in_study(region) || to.is_in_study(region)) {
            continue;
        }
        let desk = region.sites[site as usize].at.0;
        let sum = sums.entry((from, to)).or_default();
        sum.iter_mut().zip([1.0, at.x, at.y, desk.x, desk.y]).for_each(|(sum, value)| *sum += residents * value);
    }
    let nearest = borders.flows.iter().find(|flows| flows.basis == Basis::Nearest);
    let need: BTreeMap<(Territory, Option<Territory>), f64> = nearest
        .map(|flows| flows.by_territory(region))
        .unwrap_or_default()
        .into_iter()
        .map(|(from, to, _, need)| ((from, to), need))
        .collect();
    let line = |((from, to), [residents, x, y, desk_x, desk_y]): ((Territory, Territory), [f64; 5])| Line {
        from,
        to,
        residents,
        need: need.get(&(from, Some(to))).copied().unwrap_or(f64::NAN),
        start: Coord { x: x / residents, y: y / residents },
        end: Coord { x: desk_x / residents, y: desk_y / residents },
    };
    let mut lines: Vec<Line> = sums.into_iter().map(line).collect();
    lines.sort_by(|a, b| a.residents.total_cmp(&b.residents));
    lines
}

/// One line a pair of territories.
pub(super) fn lines(region: &Region, borders: &Borders, text: &dyn Text) -> Table<'static> {
    let rows = crossing(region, borders);
    let shapes = Shapes::Lines(Planar(rows.iter().map(|line| Some([line.start, line.end])).collect()));
    Columns::of(&rows)
        .text("from", |line| code(region, line.from))
        .text("from_name", |line| name(region, line.from, text))
        .text("to", |line| code(region, line.to))
        .text("to_name", |line| name(region, line.to, text))
        .number("residents", PERSONS, |line| line.residents)
        .number("need", PERSONS, |line| line.need)
        .table("flow-lines", text.border().lines_title, shapes)
}
