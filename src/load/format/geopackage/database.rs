//! Opening the database file, and `SQLite`'s errors in our terms.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, ErrorCode, OpenFlags};

use crate::load::error::Fault;

/// Bytes of the file that are mapped into memory at most; `SQLite` reads beyond it in the ordinary way.
const MAPPED: i64 = 1 << 36;

/// Opens a database for reading, from any medium: nothing is written or locked beside it.
///
/// A file that another program left with a journal is opened with it, since the rows may be there.
///
/// # Errors
/// [`Fault::Unreadable`] when the system refuses.
pub(super) fn open(path: &Path) -> Result<Connection, Fault> {
    let mode = if has_journal(path) { "mode=ro" } else { "immutable=1" };
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(uri(path, mode), flags).map_err(|error| fault("", &error))?;
    connection.execute_batch(&format!("PRAGMA mmap_size = {MAPPED}; PRAGMA trusted_schema = OFF;")).map_err(|error| fault("", &error))?;
    Ok(connection)
}

/// Whether changes are still waiting in a file beside the database.
pub(super) fn has_journal(path: &Path) -> bool {
    ["-wal", "-journal"].iter().any(|suffix| {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        std::fs::metadata(PathBuf::from(name)).is_ok_and(|metadata| metadata.len() > 0)
    })
}

/// The path as `SQLite`'s URI: what is no letter, digit or one of `/-._~` is escaped, so that `?`, `#` and `%` are part of the name.
fn uri(path: &Path, mode: &str) -> String {
    let mut bytes = path.as_os_str().as_encoded_bytes().to_vec();
    if cfg!(windows) {
        bytes.iter_mut().filter(|byte| **byte == b'\\').for_each(|byte| *byte = b'/');
    }
    let mut uri = String::from(match () {
        () if cfg!(windows) && path.is_absolute() => "file:///",
        () if bytes.starts_with(b"/") => "file://",
        () => "file:",
    });
    for byte in bytes {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) || (cfg!(windows) && byte == b':') {
            uri.push(char::from(byte));
        } else {
            uri.push('%');
            uri.extend([byte >> 4, byte & 0xF].into_iter().filter_map(|digit| char::from_digit(u32::from(digit), 16)));
        }
    }
    uri.push('?');
    uri.push_str(mode);
    uri
}

/// An error of `SQLite` as a fault of the file; `place` is the table it happened in.
pub(super) fn fault(place: &str, error: &rusqlite::Error) -> Fault {
    let detail = match error {
        rusqlite::Error::SqliteFailure(_, Some(message)) => message.clone(),
        other => other.to_string(),
    };
    match error.sqlite_error_code() {
        Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied | ErrorCode::SystemIoFailure | ErrorCode::ReadOnly) => {
            Fault::Unreadable(detail)
        }
        _ => Fault::Corrupt { place: place.to_owned(), detail },
    }
}

/// A name in SQL: in double quotes, and those in it twice.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_escaped() {
        assert_eq!(uri(Path::new("a b/50%?#é.gpkg"), "mode=ro"), "file:a%20b/50%25%3f%23%c3%a9.gpkg?mode=ro");
        assert_eq!(uri(Path::new("/x.gpkg"), "immutable=1"), "file:///x.gpkg?immutable=1");
    }

    #[test]
    fn a_name_is_quoted() {
        assert_eq!(quoted(r#"a"b"#), r#""a""b""#);
    }
}
