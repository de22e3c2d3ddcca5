//! Where the rows of a file are: the way to find out, decided before the file is read.

mod columns;
mod placed;
mod shapes;
mod square_id;
mod squares;

use super::cbs::{self, Role};
use super::error::{Fault, LoadError, Needed};
use super::format::{Layer, Selection, Source, Wanted};

pub use placed::Placed;

use square_id::{laea_corner, rd_corner};

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
            Way::Square { side, .. } => squares::rd(layer, source, self.first, side),
            Way::Eurostat { .. } => squares::eurostat(layer, source, self.first),
            Way::Geometry => shapes::places(layer, source),
            Way::Columns { x, y, degrees } => columns::of_xy(layer, source, self.first, [x, y], degrees.is_some()),
            Way::Degrees { lon, lat } => columns::of_degrees(layer, source, self.first, [lon, lat]),
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
