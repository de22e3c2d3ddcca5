//! A file read in one go.

use std::fmt;
use std::path::Path;

use crate::load::error::Fault;

/// The bytes of a file, kept between its head and its rows. Shown as their number only.
pub(super) struct Whole(pub Vec<u8>);

impl fmt::Debug for Whole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.0.len())
    }
}

/// Reads a file.
///
/// # Errors
/// [`Fault::Missing`], or [`Fault::Unreadable`] in the system's own words.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, Fault> {
    std::fs::read(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Fault::Missing,
        _ => Fault::Unreadable(error.to_string()),
    })
}
