//! Files that are there whole or not at all.
//!
//! What is written goes to a temporary file in the same folder, which takes the place of the old file by a rename at the very end. A
//! full disk, an error or a program that is stopped leaves the old file as it was. There is no `fsync`: a result can be made again.

use std::io::{self, BufWriter, Write};
use std::path::Path;

use tempfile::{Builder, NamedTempFile, TempPath};

/// Bytes gathered before they go to the system.
const BUFFER: usize = 256 * 1024;

/// Writes `path` through `write`, and returns its size in bytes.
///
/// # Errors
/// When the folder cannot be written to, `write` fails or the file cannot be put in its place. Nothing is left behind then.
pub fn write_whole(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<u64> {
    let mut buffered = BufWriter::with_capacity(BUFFER, temporary(path)?);
    write(&mut buffered)?;
    let file = buffered.into_inner().map_err(io::IntoInnerError::into_error)?;
    put_in_place(file.into_temp_path(), path)
}

/// Writes `path` through something that opens the file itself, as `SQLite` does, and returns its size in bytes.
///
/// `write` is given the path of an empty file. Files that it makes beside that one are its own to remove.
///
/// # Errors
/// As [`write_whole`].
pub fn write_whole_at(path: &Path, write: impl FnOnce(&Path) -> io::Result<()>) -> io::Result<u64> {
    let at = temporary(path)?.into_temp_path();
    write(&at)?;
    put_in_place(at, path)
}

/// An empty file beside `path` with the permissions of any new file: what the umask leaves of 0666, where `tempfile` gives 0600.
fn temporary(path: &Path) -> io::Result<NamedTempFile> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut builder = Builder::new();
    builder.prefix(".bereik-").suffix(".part");
    #[cfg(unix)]
    {
        use std::fs::Permissions;
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// The rename at the end.
fn put_in_place(from: TempPath, path: &Path) -> io::Result<u64> {
    let bytes = std::fs::metadata(&from)?.len();
    from.persist(path).map_err(|failed| failed.error)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_written_and_replaces_the_old_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cells.csv");
        assert_eq!(write_whole(&path, |out| out.write_all(b"old, and longer\n")).unwrap(), 16);
        assert_eq!(write_whole(&path, |out| out.write_all(b"new\n")).unwrap(), 4);
        assert_eq!(fs::read(&path).unwrap(), b"new\n");
        assert_eq!(write_whole_at(&path, |at| fs::write(at, b"by path")).unwrap(), 7);
        assert_eq!(fs::read(&path).unwrap(), b"by path");
        assert_eq!(names(folder.path()), ["cells.csv"]);
    }

    #[test]
    fn a_failure_leaves_the_old_file_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cells.csv");
        fs::write(&path, b"old").unwrap();
        // More than the buffer holds, so that a part has reached the disk when the failure comes.
        let half = |out: &mut dyn Write| out.write_all(&vec![b'x'; 3 * BUFFER]).and(Err(io::Error::other("disk full")));
        assert_eq!(write_whole(&path, half).unwrap_err().to_string(), "disk full");
        let half = |at: &Path| fs::write(at, b"half").and(Err(io::Error::other("disk full")));
        assert_eq!(write_whole_at(&path, half).unwrap_err().to_string(), "disk full");
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(names(folder.path()), ["cells.csv"]);
    }

    #[test]
    fn nothing_is_made_where_the_folder_is_missing_or_the_place_is_taken() {
        let folder = tempfile::tempdir().unwrap();
        assert!(write_whole(&folder.path().join("none/cells.csv"), |_| Ok(())).is_err());
        fs::create_dir_all(folder.path().join("taken/by/folders")).unwrap();
        assert!(write_whole(&folder.path().join("taken"), |out| out.write_all(b"x")).is_err());
        assert_eq!(names(folder.path()), ["taken"]);
    }

    #[cfg(unix)]
    #[test]
    fn permissions_are_those_of_any_new_file() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let plain = folder.path().join("plain");
        fs::File::create(&plain).unwrap();
        let whole = folder.path().join("whole");
        write_whole(&whole, |_| Ok(())).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&whole), mode(&plain));
        assert_ne!(mode(&whole), 0o600);
    }
}
