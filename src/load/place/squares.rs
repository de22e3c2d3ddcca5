//! Positions out of the ids of squares.

use std::collections::BTreeMap;

use geo::Coord;

use super::CrsOrigin;
use super::placed::{NOWHERE, Placed, to_rd};
use super::square_id::{laea_corner, rd_corner};
use crate::crs::{Crs, RD_NEW, near_netherlands};
use crate::load::cbs::{self, Role};
use crate::load::error::{Fault, Refusal, Why};
use crate::load::format::{Layer, Source};
use crate::model::Texts;

/// The centres of squares of RD New, by their ids in a column of texts.
pub(super) fn rd(layer: &Layer, source: &Source, column: usize, side: f64) -> Result<Placed, Fault> {
    no_other_crs(source, &Crs::Epsg(RD_NEW))?;
    let mut placed = Placed {
        at: Vec::with_capacity(layer.len()),
        side: Some(side),
        straight: true,
        crs: Some((Crs::Epsg(RD_NEW), CrsOrigin::SquareIds)),
        ..Placed::default()
    };
    let ids = &layer.texts[column];
    for row in 0..layer.len() {
        let id = ids.get(row);
        let centre = rd_corner(id.trim()).map(|corner| Coord { x: corner.x + side / 2.0, y: corner.y + side / 2.0 });
        let why = match centre {
            Some(centre) if near_netherlands(centre) => {
                placed.at.push(centre);
                continue;
            }
            Some(_) => Why::Elsewhere,
            None => Why::NotASquare,
        };
        placed.refuse(Refusal::of_value(layer.rows[row], square_field(source), id, why));
    }
    Ok(placed)
}

/// The centres of squares of the Eurostat grid, by their ids in a column of texts.
pub(super) fn eurostat(layer: &Layer, source: &Source, column: usize) -> Result<Placed, Fault> {
    let crs = Crs::Epsg(3035);
    no_other_crs(source, &crs)?;
    let ids: &Texts = &layer.texts[column];
    let corners: Vec<Option<(Coord<f64>, f64)>> = ids.iter().map(|id| laea_corner(id.trim())).collect();
    let side = corners.iter().flatten().map(|(_, side)| *side).next();
    let centres: Vec<Coord<f64>> =
        corners.iter().map(|corner| corner.map_or(NOWHERE, |(at, side)| Coord { x: at.x + side / 2.0, y: at.y + side / 2.0 })).collect();
    let mut placed = to_rd(layer, &|row| centres[row], &crs, CrsOrigin::SquareIds)?;
    placed.side = side;
    let bad: BTreeMap<u64, usize> =
        corners.iter().enumerate().filter(|(_, corner)| corner.is_none()).map(|(row, _)| (layer.rows[row], row)).collect();
    for refusal in &mut placed.refused {
        if let Some(row) = bad.get(&refusal.row) {
            *refusal = Refusal::of_value(refusal.row, square_field(source), ids.get(*row), Why::NotASquare);
        }
    }
    Ok(placed)
}

/// Refuses a coordinate system of the study that is not the one that the ids of squares are made of.
fn no_other_crs(source: &Source, of_ids: &Crs) -> Result<(), Fault> {
    match source.file.crs.as_deref() {
        Some(stated) if Crs::parse(stated) != *of_ids && !(of_ids.is_rd() && Crs::parse(stated).is_rd()) => {
            Err(Fault::NotTheCrsOfSquares { stated: stated.to_owned(), of_ids: of_ids.to_string(), field: square_field(source).to_owned() })
        }
        _ => Ok(()),
    }
}

/// The name of the column of ids, for messages.
fn square_field(source: &Source) -> &str {
    let field =
        [Role::Square100, Role::Square500, Role::EurostatSquare].into_iter().find_map(|role| cbs::find(source, role).ok().flatten());
    field.map_or("", |field| &source.fields[field])
}
