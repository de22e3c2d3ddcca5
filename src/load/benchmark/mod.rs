//! The classic files of location problems, of which the best answers are published: for researchers, and for our own tests.

mod orlib;
mod points;
mod table;

pub use orlib::{Facilities, Median, facilities, median};
pub use points::{Place, covering_points, places};
pub use table::{DistanceTable, distance_table};

use std::path::{Path, PathBuf};

/// What is wrong with a benchmark file. In English: those who have such files read it.
#[derive(Debug, thiserror::Error)]
pub enum BenchmarkError {
    /// It cannot be read.
    #[error("{file}: {why}")]
    Unread {
        /// The file.
        file: PathBuf,
        /// The system's words.
        why: std::io::Error,
    },
    /// Something in it is not what it should be.
    #[error("{file}, line {line}: {found:?} is not {expected}")]
    Unexpected {
        /// The file.
        file: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What stands there; empty at the end of the file.
        found: String,
        /// What should.
        expected: &'static str,
    },
    /// A CSV lacks a column.
    #[error("{file}: there is no column {column:?}; it has {has}")]
    NoColumn {
        /// The file.
        file: PathBuf,
        /// The column.
        column: &'static str,
        /// Those it has.
        has: String,
    },
    /// Two files that belong together do not.
    #[error("{file} has {found} rows; {other} asks for {expected}")]
    Length {
        /// The file.
        file: PathBuf,
        /// Its rows.
        found: usize,
        /// The other file.
        other: PathBuf,
        /// What that asks for.
        expected: usize,
    },
}

/// The words of a file, each with its line.
struct Words<'a> {
    file: &'a Path,
    list: Vec<(usize, &'a str)>,
    next: usize,
}

impl<'a> Words<'a> {
    fn of(file: &'a Path, text: &'a str) -> Self {
        let list = (1..).zip(text.lines()).flat_map(|(line, text)| text.split_whitespace().map(move |word| (line, word))).collect();
        Self { file, list, next: 0 }
    }

    /// The next word as a number.
    fn number<T: std::str::FromStr>(&mut self, expected: &'static str, good: impl Fn(&T) -> bool) -> Result<T, BenchmarkError> {
        let (line, word) = self.list.get(self.next).copied().unwrap_or((self.list.last().map_or(1, |(line, _)| *line), ""));
        self.next += 1;
        let unexpected = || BenchmarkError::Unexpected { file: self.file.to_owned(), line, found: word.to_owned(), expected };
        word.parse().ok().filter(good).ok_or_else(unexpected)
    }

    /// A finite number.
    fn real(&mut self, expected: &'static str) -> Result<f64, BenchmarkError> {
        self.number(expected, |number: &f64| number.is_finite())
    }

    /// Passes over a word.
    fn skip(&mut self) {
        self.next += 1;
    }
}

fn text_of(file: &Path) -> Result<String, BenchmarkError> {
    let bytes = std::fs::read(file).map_err(|why| BenchmarkError::Unread { file: file.to_owned(), why })?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
