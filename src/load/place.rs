//! Where the rows of a file are: the way to find out, then the positions in RD New.

use std::collections::{BTreeMap, BTreeSet};

use geo::Coord;

use super::cbs::{self, Role};
use super::error::{Fault, Needed, Refusal, Why};
use super::format::Source;
use super::format::{Geometry, Layer, Place, Selection, Wanted};
use super::infer::{fault_of_all, infer, why_elsewhere};
use super::square_id::{laea_corner, rd_corner};
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
    /// The side of the squares in metres: that of their ids, or of the boxes of their shapes, the median where these differ; `None` for
    /// points.
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
            None => match (by_columns(source), bad_squares(source)) {
                (Err(Fault::NoField { needed: Needed::Position, .. }), Some(way)) => way,
                (way, _) => way.map_err(fail)?,
            },
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
            Way::Columns { x, y, degrees } => of_columns(layer, source, self.first, degrees.is_some()).map(|mut placed| {
                name_texts(&mut placed, layer, source, self.first, [x, y]);
                placed
            }),
            Way::Degrees { lon, lat } => {
                to_rd(layer, &pair(layer, self.first), &Crs::Epsg(ETRS89), CrsOrigin::Columns).map(|mut placed| {
                    name_texts(&mut placed, layer, source, self.first, [lon, lat]);
                    placed
                })
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

/// The ids of squares though they give no place: where nothing else says where rows are, each is refused by its id.
fn bad_squares(source: &Source) -> Option<Way> {
    let field = |role| cbs::find(source, role).ok().flatten();
    let square = |role, side| field(role).map(|field| Way::Square { field, side });
    let own = square(Role::Square100, 100.0).or_else(|| square(Role::Square500, 500.0));
    own.or_else(|| field(Role::EurostatSquare).map(|field| Way::Eurostat { field }))
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

fn of_geometry(layer: &Layer, source: &Source) -> Result<Placed, Fault> {
    let Geometry::Places(places) = &layer.geometry else { return Err(Fault::NoCrs) };
    let mut placed = of_raw(layer, &|row| places[row].at, source)?;
    if let Some((crs, _)) = &placed.crs {
        placed.side = side_of_boxes(places, crs);
        placed.straight = crs.is_rd() && places.iter().all(|place| place.is_none() || (place.width - place.height).abs() < 1e-3);
    }
    Ok(placed)
}

/// The side of a square as large as the boxes, metres, the median where they differ; `None` when they have no size.
fn side_of_boxes(places: &[Place], crs: &Crs) -> Option<f64> {
    // A degree of latitude is 111.3 km; of longitude, at 52 degrees north, 68.5 km.
    let (east, north) = if crs.is_degrees() { (68_500.0, 111_300.0) } else { (1.0, 1.0) };
    let side = |place: &Place| (place.width * east * place.height * north).sqrt();
    let first = places.iter().map(side).find(|side| *side > 0.0)?;
    if places.iter().map(side).all(|side| (side - first).abs() < 1e-6) {
        return Some(first);
    }
    let mut sides: Vec<f64> = places.iter().map(side).filter(|side| *side > 0.0).collect();
    let middle = sides.len() / 2;
    let (_, median, _) = sides.select_nth_unstable_by(middle, f64::total_cmp);
    Some((*median * 1000.0).round() / 1000.0)
}

fn of_columns(layer: &Layer, source: &Source, first: usize, with_degrees: bool) -> Result<Placed, Fault> {
    let raw = pair(layer, first);
    let mut placed = of_raw(layer, &raw, source)?;
    if with_degrees {
        let to = ToPlanar::new(&Crs::Epsg(ETRS89)).map_err(unknown)?;
        let mut found = BTreeSet::new();
        let degrees = pair(layer, first + 2);
        for row in 0..layer.len() {
            let Some(Planar(second)) = to.point(degrees(row)).filter(|at| near_netherlands(at.0)) else { continue };
            if !is_known(raw(row)) {
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
        if placed.crs.is_none() && !found.is_empty() {
            placed.crs = Some((Crs::Epsg(ETRS89), CrsOrigin::Columns));
        }
    }
    Ok(placed)
}

/// Two columns of numbers as the position of a row.
fn pair(layer: &Layer, first: usize) -> impl Fn(usize) -> Coord<f64> {
    let (x, y) = (&layer.numbers[first].values, &layer.numbers[first + 1].values);
    |row| Coord { x: x[row], y: y[row] }
}

fn is_known(at: Coord<f64>) -> bool {
    at.x.is_finite() && at.y.is_finite()
}

/// Positions in the system of a file: the study's word, else the file's, else the only one that fits. Where no row has a position there
/// is no system to be known, and each is refused by itself.
fn of_raw(layer: &Layer, raw: &impl Fn(usize) -> Coord<f64>, source: &Source) -> Result<Placed, Fault> {
    if let Some(stated) = &source.file.crs {
        return to_rd(layer, raw, &Crs::parse(stated), CrsOrigin::Study);
    }
    if let Some(crs) = &source.crs {
        return to_rd(layer, raw, crs, CrsOrigin::File);
    }
    let positions: Vec<Coord<f64>> = (0..layer.len()).map(raw).collect();
    if positions.iter().any(|at| is_known(*at)) {
        return to_rd(layer, raw, &infer(&positions, &layer.rows)?, CrsOrigin::Inferred);
    }
    let mut placed = Placed::default();
    layer.rows.iter().for_each(|row| placed.refuse(Refusal::of_row(*row, Why::NoPosition)));
    Ok(placed)
}

/// Lets the refusal of a row with a text in the place of a coordinate name that text.
fn name_texts(placed: &mut Placed, layer: &Layer, source: &Source, first: usize, fields: [usize; 2]) {
    let mut texts: BTreeMap<u64, (usize, &str)> = BTreeMap::new();
    for (column, field) in fields.into_iter().enumerate() {
        for (row, text) in &layer.numbers[first + column].odd {
            texts.entry(layer.rows[*row]).or_insert((field, text));
        }
    }
    for refusal in placed.refused.iter_mut().filter(|refusal| refusal.why == Why::NoPosition) {
        if let Some((field, text)) = texts.get(&refusal.row) {
            *refusal = Refusal::of_value(refusal.row, &source.fields[*field], text, Why::NotANumber);
        }
    }
}

/// A row without a position.
const NOWHERE: Coord<f64> = Coord { x: f64::NAN, y: f64::NAN };

fn to_rd(layer: &Layer, raw: &impl Fn(usize) -> Coord<f64>, crs: &Crs, origin: CrsOrigin) -> Result<Placed, Fault> {
    let to = ToPlanar::new(crs).map_err(unknown)?;
    let mut placed = Placed { at: Vec::with_capacity(layer.len()), crs: Some((crs.clone(), origin)), ..Placed::default() };
    for (row, number) in layer.rows.iter().enumerate() {
        let at = raw(row);
        if !is_known(at) {
            placed.refuse(Refusal::of_row(*number, Why::NoPosition));
            continue;
        }
        match to.point(at) {
            Some(Planar(position)) if near_netherlands(position) => placed.at.push(position),
            _ => placed.refuse(Refusal::of_value(*number, "", &format!("{}, {}", at.x, at.y), why_elsewhere(at, crs))),
        }
    }
    if placed.refused.len() == layer.len() {
        let reasons: Vec<Why> = placed.refused.iter().map(|refusal| refusal.why.clone()).filter(|why| *why != Why::NoPosition).collect();
        let example = (0..layer.len()).map(raw).find(|at| is_known(*at)).unwrap_or_default();
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
