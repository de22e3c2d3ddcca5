//! Where the rows of a file are: the way to find out, then the positions in RD New.

use std::collections::BTreeSet;

use geo::Coord;

use super::cbs::{self, Role};
use super::error::{Fault, Needed, Refusal, Why};
use super::infer::{fault_of_all, infer, why_elsewhere};
use super::layer::{Geometry, Layer, Selection, Wanted};
use super::source::Source;
use crate::crs::{Crs, ETRS89, Planar, RD_NEW, ToPlanar, near_netherlands};
use crate::load::error::LoadError;
use crate::model::Texts;

/// How a coordinate system came to be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CrsOrigin {
    /// The file says so.
    File,
    /// The study says so.
    Study,
    /// The names of the columns say so (`lat`, `lon`).
    Columns,
    /// The ids of the squares say so.
    SquareIds,
    /// It is the only system in which everything lies in the Netherlands.
    Inferred,
}

impl CrsOrigin {
    /// Its name for machines.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Study => "study",
            Self::Columns => "columns",
            Self::SquareIds => "square ids",
            Self::Inferred => "inferred",
        }
    }
}

/// The way to find where rows are.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Way {
    /// The id of a square of this side, RD New.
    Square { field: usize, side: f64 },
    /// The id of a square of the Eurostat grid.
    Eurostat { field: usize },
    /// The geometry of the row.
    Geometry,
    /// Two columns, and two others where these are empty.
    Columns { x: usize, y: usize, degrees: Option<(usize, usize)> },
    /// Columns of degrees.
    Degrees { lon: usize, lat: usize },
}

/// How the rows of a source will be placed. Made before reading: it says what to read.
#[derive(Debug, Clone)]
pub struct Placing {
    way: Way,
    /// Where the columns that the way needs stand in [`Selection::numbers`] or [`Selection::texts`].
    first: usize,
}

/// The positions of the rows of a layer.
#[derive(Debug, Clone, Default)]
pub struct Placed {
    /// One position a row, RD New; not finite where the row was refused.
    pub at: Vec<Coord<f64>>,
    /// The side of the square of each row when they differ or are unknown beforehand: square root of the box; empty when not.
    pub sides: Vec<f64>,
    /// The side of all squares, where their ids tell.
    pub side: Option<f64>,
    /// Whether rows are squares that stand straight in RD New.
    pub straight: bool,
    /// The coordinate system and how it was known.
    pub crs: Option<(Crs, CrsOrigin)>,
    /// Rows without a usable position.
    pub refused: Vec<Refusal>,
    /// Rows whose two positions are more than 100 m apart: the row and the metres.
    pub disagreeing: Vec<(u64, f64)>,
}

/// Two positions of one row that are farther apart than this, metres, are reported.
const DISAGREEMENT: f64 = 100.0;
/// How many rows are looked at to see whether the ids of squares give their place.
const LOOK: usize = 100;

impl Placing {
    /// Decides how the rows of `source` are placed, and adds to `selection` what has to be read for it.
    ///
    /// In this order: ids of CBS or Eurostat squares (cheapest: no geometry is read), geometry, X and Y, longitude and latitude.
    ///
    /// # Errors
    /// [`Fault::NoField`] when there is none of these.
    pub fn of(source: &Source, selection: &mut Selection) -> Result<Self, LoadError> {
        let fail = |fault| LoadError { file: source.file.shown.clone(), fault };
        let way = match by_squares(source)? {
            Some(way) => way,
            None if source.has_geometry => Way::Geometry,
            None => by_columns(source).map_err(fail)?,
        };
        let first = match way {
            Way::Square { field, .. } | Way::Eurostat { field } => {
                selection.texts.push(field);
                selection.texts.len() - 1
            }
            Way::Geometry => {
                selection.geometry = Wanted::Places;
                0
            }
            Way::Columns { x, y, degrees } => {
                selection.numbers.extend([x, y]);
                let first = selection.numbers.len() - 2;
                selection.numbers.extend(degrees.into_iter().flat_map(|(lon, lat)| [lon, lat]));
                first
            }
            Way::Degrees { lon, lat } => {
                selection.numbers.extend([lon, lat]);
                selection.numbers.len() - 2
            }
        };
        Ok(Self { way, first })
    }

    /// The positions of the rows of `layer`, which was read with the selection this placing was made for.
    ///
    /// # Errors
    /// When no coordinate system is known or fits, or the axes are exchanged.
    pub fn place(&self, source: &Source, layer: &Layer) -> Result<Placed, LoadError> {
        let placed = match self.way {
            Way::Square { side, .. } => Ok(squares(layer, source, self.first, side)),
            Way::Eurostat { .. } => eurostat(layer, source, self.first),
            Way::Geometry => of_geometry(layer, source),
            Way::Columns { degrees, .. } => of_columns(layer, source, self.first, degrees.is_some()),
            Way::Degrees { .. } => {
                let raw = pairs(layer, self.first);
                to_rd(&raw, layer, &Crs::Epsg(ETRS89), CrsOrigin::Columns)
            }
        };
        placed.map_err(|fault| LoadError { file: source.file.shown.clone(), fault })
    }
}

/// The squares' ids, when the file has them and the first rows show that they give the place.
fn by_squares(source: &Source) -> Result<Option<Way>, LoadError> {
    let fail = |fault| LoadError { file: source.file.shown.clone(), fault };
    let looks = |field: usize, gives_place: fn(&str) -> bool| -> Result<bool, LoadError> {
        let look = source.read(&Selection { texts: vec![field], limit: Some(LOOK), ..Selection::default() })?;
        let ids = look.texts.first();
        Ok(ids.is_some_and(|ids| ids.is_empty() || ids.iter().filter(|id| gives_place(id)).count() * 2 > ids.len()))
    };
    for (role, side) in [(Role::Square100, 100.0), (Role::Square500, 500.0)] {
        if let Some(field) = cbs::find(source, role).map_err(fail)?
            && looks(field, |id| rd_corner(id).is_some())?
        {
            return Ok(Some(Way::Square { field, side }));
        }
    }
    if let Some(field) = cbs::find(source, Role::EurostatSquare).map_err(fail)?
        && looks(field, |id| laea_corner(id).is_some())?
    {
        return Ok(Some(Way::Eurostat { field }));
    }
    Ok(None)
}

fn by_columns(source: &Source) -> Result<Way, Fault> {
    let pair = |a, b| Ok::<_, Fault>(cbs::find(source, a)?.zip(cbs::find(source, b)?));
    match (pair(Role::X, Role::Y)?, pair(Role::Lon, Role::Lat)?) {
        (Some((x, y)), degrees) => Ok(Way::Columns { x, y, degrees }),
        (None, Some((lon, lat))) => Ok(Way::Degrees { lon, lat }),
        (None, None) => {
            let known_as = ["X", "Y", "lon", "lat", "crs28992res100m"].map(str::to_owned).to_vec();
            Err(cbs::no_field(source, Needed::Position, known_as))
        }
    }
}

/// The lower-left corner of a CBS square, metres: `E0974N4514` → 97 400, 451 400.
fn rd_corner(id: &str) -> Option<Coord<f64>> {
    let (east, north) = id.strip_prefix('E')?.split_once('N')?;
    let hectometres = |digits: &str| {
        let bytes = digits.as_bytes();
        (bytes.len() == 4 && bytes.iter().all(u8::is_ascii_digit))
            .then(|| bytes.iter().fold(0u32, |sum, digit| sum * 10 + u32::from(digit - b'0')))
    };
    Some(Coord { x: f64::from(hectometres(east)?) * 100.0, y: f64::from(hectometres(north)?) * 100.0 })
}

/// The lower-left corner and side of a Eurostat square in EPSG:3035, metres: `CRS3035RES1000mN3020000E3837000`.
fn laea_corner(id: &str) -> Option<(Coord<f64>, f64)> {
    let rest = id.strip_prefix("CRS3035RES")?;
    let (side, rest) = rest.split_once('m')?;
    let (north, east) = rest.strip_prefix('N')?.split_once('E')?;
    let metres = |digits: &str| digits.parse::<u32>().ok().map(f64::from);
    Some((Coord { x: metres(east)?, y: metres(north)? }, metres(side)?))
}

fn squares(layer: &Layer, source: &Source, column: usize, side: f64) -> Placed {
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
        match rd_corner(id.trim()) {
            Some(corner) => placed.at.push(Coord { x: corner.x + side / 2.0, y: corner.y + side / 2.0 }),
            None => placed.refuse(Refusal::of_value(layer.rows[row], square_field(source), id, Why::NotASquare)),
        }
    }
    placed
}

/// The name of the column of ids, for messages.
fn square_field(source: &Source) -> &str {
    let field =
        [Role::Square100, Role::Square500, Role::EurostatSquare].into_iter().find_map(|role| cbs::find(source, role).ok().flatten());
    field.map_or("", |field| &source.fields[field])
}

fn eurostat(layer: &Layer, source: &Source, column: usize) -> Result<Placed, Fault> {
    let crs = Crs::Epsg(3035);
    let ids: &Texts = &layer.texts[column];
    let corners: Vec<Option<(Coord<f64>, f64)>> = ids.iter().map(|id| laea_corner(id.trim())).collect();
    let side = corners.iter().flatten().map(|(_, side)| *side).next();
    let centres: Vec<Coord<f64>> =
        corners.iter().map(|corner| corner.map_or(NOWHERE, |(at, side)| Coord { x: at.x + side / 2.0, y: at.y + side / 2.0 })).collect();
    let mut placed = to_rd(&centres, layer, &crs, CrsOrigin::SquareIds)?;
    placed.side = side;
    for refusal in &mut placed.refused {
        if matches!(refusal.why, Why::NoPosition)
            && let Some(row) = layer.rows.iter().position(|row| *row == refusal.row)
        {
            *refusal = Refusal::of_value(refusal.row, square_field(source), ids.get(row), Why::NotASquare);
        }
    }
    Ok(placed)
}

fn of_geometry(layer: &Layer, source: &Source) -> Result<Placed, Fault> {
    let Geometry::Places(places) = &layer.geometry else { return Err(Fault::NoCrs) };
    let raw: Vec<Coord<f64>> = places.iter().map(|place| place.at).collect();
    let (crs, origin) = system(source, &raw)?;
    let mut placed = to_rd(&raw, layer, &crs, origin)?;
    // A degree of latitude is 111.3 km; of longitude, at 52 degrees north, 68.5 km.
    let (east, north) = if crs.is_degrees() { (68_500.0, 111_300.0) } else { (1.0, 1.0) };
    placed.sides = places.iter().map(|place| (place.width * east * place.height * north).sqrt()).collect();
    placed.straight = crs.is_rd() && places.iter().all(|place| place.is_none() || (place.width - place.height).abs() < 1e-3);
    Ok(placed)
}

fn of_columns(layer: &Layer, source: &Source, first: usize, with_degrees: bool) -> Result<Placed, Fault> {
    let raw = pairs(layer, first);
    let (crs, origin) = system(source, &raw)?;
    let mut placed = to_rd(&raw, layer, &crs, origin)?;
    if with_degrees {
        let to = ToPlanar::new(&Crs::Epsg(ETRS89)).map_err(unknown)?;
        let mut found = BTreeSet::new();
        for (row, degrees) in pairs(layer, first + 2).into_iter().enumerate() {
            let Some(Planar(second)) = to.point(degrees).filter(|at| near_netherlands(at.0)) else { continue };
            if !raw[row].x.is_finite() || !raw[row].y.is_finite() {
                placed.at[row] = second;
                found.insert(layer.rows[row]);
            } else if placed.at[row].x.is_finite() {
                let metres = Planar(placed.at[row]).distance(Planar(second));
                if metres > DISAGREEMENT {
                    placed.disagreeing.push((layer.rows[row], metres));
                }
            }
        }
        placed.refused.retain(|refusal| !found.contains(&refusal.row));
    }
    Ok(placed)
}

/// Two columns of numbers as positions.
fn pairs(layer: &Layer, first: usize) -> Vec<Coord<f64>> {
    let (x, y) = (&layer.numbers[first].values, &layer.numbers[first + 1].values);
    x.iter().zip(y).map(|(x, y)| Coord { x: *x, y: *y }).collect()
}

/// The system of a file: the study's word, else the file's, else the only one that fits.
fn system(source: &Source, raw: &[Coord<f64>]) -> Result<(Crs, CrsOrigin), Fault> {
    if let Some(stated) = &source.file.crs {
        return Ok((Crs::parse(stated), CrsOrigin::Study));
    }
    match &source.crs {
        Some(crs) => Ok((crs.clone(), CrsOrigin::File)),
        None => infer(raw).map(|crs| (crs, CrsOrigin::Inferred)),
    }
}

/// A row without a position.
const NOWHERE: Coord<f64> = Coord { x: f64::NAN, y: f64::NAN };

fn to_rd(raw: &[Coord<f64>], layer: &Layer, crs: &Crs, origin: CrsOrigin) -> Result<Placed, Fault> {
    let to = ToPlanar::new(crs).map_err(unknown)?;
    let mut placed = Placed { at: Vec::with_capacity(raw.len()), crs: Some((crs.clone(), origin)), ..Placed::default() };
    for (at, row) in raw.iter().zip(&layer.rows) {
        if !at.x.is_finite() || !at.y.is_finite() {
            placed.refuse(Refusal::of_row(*row, Why::NoPosition));
            continue;
        }
        match to.point(*at) {
            Some(Planar(position)) if near_netherlands(position) => placed.at.push(position),
            _ => placed.refuse(Refusal::of_value(*row, "", &format!("{}, {}", at.x, at.y), why_elsewhere(*at, crs))),
        }
    }
    if placed.refused.len() == raw.len() {
        let reasons: Vec<Why> = placed.refused.iter().map(|refusal| refusal.why.clone()).filter(|why| *why != Why::NoPosition).collect();
        let example = raw.iter().copied().find(|at| at.x.is_finite() && at.y.is_finite()).unwrap_or_default();
        if let Some(fault) = fault_of_all(&reasons, crs, example) {
            return Err(fault);
        }
    }
    Ok(placed)
}

impl Placed {
    fn refuse(&mut self, refusal: Refusal) {
        self.at.push(NOWHERE);
        self.refused.push(refusal);
    }
}

fn unknown(error: crate::crs::CrsError) -> Fault {
    Fault::UnknownCrs { crs: error.crs, detail: error.detail }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_of_a_square_is_its_lower_left_corner() {
        assert_eq!(rd_corner("E0974N4514"), Some(Coord { x: 97_400.0, y: 451_400.0 }));
        for wrong in ["E974N4514", "E09740N45140", "N4514E0974", "E0974 N4514", "", "E09+4N4514"] {
            assert_eq!(rd_corner(wrong), None, "{wrong}");
        }
        let corner = laea_corner("CRS3035RES1000mN3020000E3837000");
        assert_eq!(corner, Some((Coord { x: 3_837_000.0, y: 3_020_000.0 }, 1000.0)));
    }
}
