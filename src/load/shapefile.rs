//! Reading shapefile.

use crate::load::error::Fault;
use crate::load::layer::{Layer, Selection};
use crate::load::source::Head;
use crate::model::DataFile;

#[derive(Debug)]
pub(super) struct Reader {}

pub(super) fn open(_file: &DataFile) -> Result<(Head, Reader), Fault> {
    Err(Fault::UnknownFormat)
}

impl Reader {
    pub(super) fn read(&self, _selection: &Selection) -> Result<Layer, Fault> {
        Err(Fault::UnknownFormat)
    }
    pub(super) fn parts(&self) -> Vec<std::path::PathBuf> {
        vec![]
    }
}
