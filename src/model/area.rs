//! Municipalities, and the finer areas inside them.

use std::collections::BTreeMap;

use geo::MultiPolygon;

use super::Group;
use crate::crs::Planar;

/// Official figures of an area, by group; what the source keeps secret is absent.
pub type Published = BTreeMap<Group, f64>;

/// A municipality (gemeente).
#[derive(Debug, Clone)]
pub struct Municipality {
    /// `GM` and four digits.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its land, RD New.
    pub shape: Planar<MultiPolygon<f64>>,
    /// Official residents, in all and by group, where the file gives them.
    pub published: Published,
}

/// A finer area to report on: a neighbourhood (buurt), a district (wijk) or any other.
#[derive(Debug, Clone)]
pub struct Area {
    /// Its code, `BU05180101`.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Code of its municipality, where the file gives it.
    pub municipality: Option<String>,
    /// Its land, RD New.
    pub shape: Planar<MultiPolygon<f64>>,
    /// Official residents, in all and by group, where the file gives them.
    pub published: Published,
}
