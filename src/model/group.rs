//! Target groups: everyone, age bands, and whatever else the data counts.

use std::fmt;

/// A band of ages: from `from` up to but not including `to`; without `to` it has no end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgeBand {
    /// Youngest age.
    pub from: u8,
    /// First age that is too old; `None` for an open band (`65+`).
    pub to: Option<u8>,
}

impl fmt::Display for AgeBand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to {
            Some(to) => write!(f, "{}-{to}", self.from),
            None => write!(f, "{}+", self.from),
        }
    }
}

/// A group of residents. Groups overlap: a man of 70 belongs to `all`, `65+` and `men`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Everyone.
    All,
    /// An age band of the squares.
    Age(AgeBand),
    /// Any other count of persons that the squares carry: `men`, `women`, `benefits`, or the name a study gives it.
    Count(String),
}

impl Group {
    /// Reads a name as it stands in a study: `all`, `65+`, `15-25`, or the name of a count.
    #[must_use]
    pub fn parse(name: &str) -> Self {
        let name = name.trim();
        let band = match name.split_once('-') {
            Some((from, to)) => from.parse().ok().zip(to.parse().ok()).map(|(from, to)| AgeBand { from, to: Some(to) }),
            None => name.strip_suffix('+').and_then(|from| from.parse().ok()).map(|from| AgeBand { from, to: None }),
        };
        match band {
            _ if name == "all" => Self::All,
            Some(band) => Self::Age(band),
            None => Self::Count(name.to_owned()),
        }
    }
}

impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => f.write_str("all"),
            Self::Age(band) => band.fmt(f),
            Self::Count(name) => f.write_str(name),
        }
    }
}

impl serde::Serialize for AgeBand {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl serde::Serialize for Group {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_is_written_as_it_is_read() {
        for name in ["all", "0-15", "65+", "men", "at most vmbo", "15-x"] {
            assert_eq!(Group::parse(name).to_string(), name);
        }
        assert_eq!(Group::parse("65+"), Group::Age(AgeBand { from: 65, to: None }));
        assert!(matches!(Group::parse("15-x"), Group::Count(_)));
    }
}
