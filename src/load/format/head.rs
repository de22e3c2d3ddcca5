//! What a reader says of a file before it reads a row.

use crate::crs::Crs;

/// What a format's reader says of a file it has looked at.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub fields: Vec<String>,
    pub has_geometry: bool,
    pub crs: Option<Crs>,
    pub layer: Option<String>,
    pub encoding: Option<&'static str>,
}
