//! The columns that published files have, by what they mean.
//!
//! Names are compared without case, underscores and spaces, so that `aantal_inwoners_65_jaar_en_ouder`, the web service's
//! `aantalInwoners65JaarEnOuder` and a hand-made `Aantal inwoners 65 jaar en ouder` are one. Method §11 has the sources.

mod counts;
mod role;

use super::error::{Fault, Needed};
use super::format::Source;

pub use counts::{counts, published_group, residents_by_year};
pub use role::Role;

/// The column with a meaning, by the study's word for it or else by its published names; `None` when there is none.
///
/// # Errors
/// [`Fault::NoField`] when the study names a column that is not there.
pub fn find(source: &Source, role: Role) -> Result<Option<usize>, Fault> {
    if let Some(stated) = source.file.columns.get(role.key()) {
        return match source.field(stated) {
            Some(field) => Ok(Some(field)),
            None => Err(no_field(source, Needed::Stated, vec![stated.clone()])),
        };
    }
    Ok(role.known_as().iter().find_map(|name| by_plain_name(source, name)))
}

/// Every column that has a meaning by one of its published names. A reader calls the second column of one name `name_2`: it counts.
#[must_use]
pub fn find_all(source: &Source, role: Role) -> Vec<usize> {
    let known = |name: &str| role.known_as().iter().any(|known| plain(known) == plain(name));
    let repeats = |name: &str| {
        name.rsplit_once('_').is_some_and(|(stem, number)| {
            known(stem) && number.bytes().all(|byte| byte.is_ascii_digit()) && source.fields.iter().any(|field| field == stem)
        })
    };
    (0..source.fields.len()).filter(|field| known(&source.fields[*field]) || repeats(&source.fields[*field])).collect()
}

/// The column with a meaning that must be there.
///
/// # Errors
/// [`Fault::NoField`].
pub fn must_find(source: &Source, role: Role) -> Result<usize, Fault> {
    must_find_for(source, role, role.needed())
}

/// The column with a meaning that must be there, and what this file needs it for.
///
/// # Errors
/// [`Fault::NoField`].
pub fn must_find_for(source: &Source, role: Role, needed: Needed) -> Result<usize, Fault> {
    find(source, role)?.ok_or_else(|| {
        let known_as = role.known_as().iter().map(|name| (*name).to_owned()).collect();
        no_field(source, needed, known_as)
    })
}

/// Refuses a name in the study's `columns` that means nothing for a file with these roles.
///
/// # Errors
/// [`Fault::UnknownColumnKey`].
pub fn check_keys(source: &Source, roles: &[Role]) -> Result<(), Fault> {
    match source.file.columns.keys().find(|key| !roles.iter().any(|role| role.key() == *key)) {
        Some(key) => Err(Fault::UnknownColumnKey { key: key.clone(), known: roles.iter().map(|role| role.key()).collect() }),
        None => Ok(()),
    }
}

/// The fault of a column that is not there.
#[must_use]
pub fn no_field(source: &Source, needed: Needed, known_as: Vec<String>) -> Fault {
    Fault::NoField { needed, known_as, fields: source.fields.clone() }
}

/// A column name without case, underscores, spaces and hyphens.
fn plain(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '_' | ' ' | '-')).flat_map(char::to_lowercase).collect()
}

/// The column whose plain name is that of `name`.
fn by_plain_name(source: &Source, name: &str) -> Option<usize> {
    let wanted = plain(name);
    source.fields.iter().position(|field| plain(field) == wanted)
}
