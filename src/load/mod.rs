//! Reading: a reader of its [`format`](mod@format) makes a [`Layer`] of a file, [`cbs`] knows the published columns, [`build`] makes the
//! model of it and refuses rows with a reason. Formats never see the domain; the domain never sees a format.

pub mod benchmark;
pub mod build;
pub mod cbs;
mod codes;
mod contracts;
mod country;
pub mod error;
mod estimate;
pub mod format;
pub mod found;
mod grants;
mod growth;
pub mod hash;
mod hidden;
mod infer;
mod libraries;
mod municipal_name;
mod order;
pub mod place;
mod polygons;
mod population;
mod postcode;
mod raking;
mod reconcile;
mod registrations;
mod scope;
mod site_columns;
mod sites;
mod slug;
mod spread;
pub mod study;

pub use build::{BuildError, Loaded, load};
pub use error::{Fault, LoadError, Needed, Refusal, Why};
pub use format::{Format, Geometry, Layer, Numbers, Place, Selection, Source, Wanted};
pub use slug::slug;

/// The municipality with this code or name, by index; `None` when there is none or more than one.
#[must_use]
pub fn municipality(municipalities: &[crate::model::Municipality], written: &str) -> Option<usize> {
    municipal_name::municipality_of(municipalities, written).ok()
}

/// Why no row of a file is used: all were refused, all were left out, or there is none.
fn nothing_used(source: &Source, report: &found::FileReport) -> Fault {
    let (filtered, water, abroad) = (report.filtered, report.water, report.abroad);
    match report.refused.first() {
        Some(first) => Fault::AllRefused { rows: report.refused.len(), first: first.clone() },
        None if filtered + water + abroad > 0 => {
            let keep = source.file.keep.iter().map(|(column, value)| (column.clone(), value.clone())).collect();
            Fault::NothingLeft { filtered, keep, water, abroad }
        }
        None => Fault::Empty,
    }
}

/// The filters of a file, `where = { column = "value" }`, as the reader wants them.
fn keep_of(source: &Source) -> Result<Vec<(usize, String)>, Fault> {
    source
        .file
        .keep
        .iter()
        .map(|(column, value)| match source.field(column) {
            Some(field) => Ok((field, value.trim().to_owned())),
            None => Err(cbs::no_field(source, Needed::Stated, vec![column.clone()])),
        })
        .collect()
}
