//! Many short texts in one buffer.

/// A column of texts in one buffer: 4 million identifiers are one allocation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Texts {
    buffer: String,
    ends: Ends,
}

/// Where the texts end. As long as all are of one length, as the ids of squares are, nothing is kept for each of them.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Ends {
    /// `count` texts of `bytes` bytes each.
    Alike { bytes: usize, count: usize },
    /// The end of each.
    Each(Vec<usize>),
}

impl Default for Ends {
    fn default() -> Self {
        Self::Alike { bytes: 0, count: 0 }
    }
}

impl Ends {
    /// Adds a text that ends at `end`.
    #[inline]
    fn push(&mut self, end: usize) {
        match self {
            Self::Alike { bytes, count } if *count > 0 && *bytes * (*count + 1) == end => *count += 1,
            Self::Each(ends) => ends.push(end),
            Self::Alike { bytes, count: count @ 0 } => (*bytes, *count) = (end, 1),
            Self::Alike { bytes, count } => {
                let mut ends: Vec<usize> = (1..=*count).map(|text| text * *bytes).collect();
                ends.push(end);
                *self = Self::Each(ends);
            }
        }
    }

    fn len(&self) -> usize {
        match self {
            Self::Alike { count, .. } => *count,
            Self::Each(ends) => ends.len(),
        }
    }

    /// Where text `index` lies; a text that is not there lies behind the buffer.
    #[inline]
    fn range(&self, index: usize) -> std::ops::Range<usize> {
        match self {
            Self::Alike { bytes, count } if index < *count => bytes * index..bytes * (index + 1),
            Self::Alike { .. } => usize::MAX..usize::MAX,
            Self::Each(ends) => (if index == 0 { 0 } else { ends[index - 1] })..ends[index],
        }
    }

    fn iter(&self) -> impl Iterator<Item = std::ops::Range<usize>> {
        (0..self.len()).map(|index| self.range(index))
    }
}

impl Texts {
    /// Room for `rows` texts of about `bytes` bytes together.
    #[must_use]
    pub fn with_capacity(rows: usize, bytes: usize) -> Self {
        let mut texts = Self::default();
        texts.reserve(rows, bytes);
        texts
    }

    /// Makes room for `rows` more texts of about `bytes` bytes together.
    pub fn reserve(&mut self, rows: usize, bytes: usize) {
        self.buffer.reserve(bytes);
        if let Ends::Each(ends) = &mut self.ends {
            ends.reserve(rows);
        }
    }

    /// Adds a text; an empty cell is the empty text.
    #[inline]
    pub fn push(&mut self, text: &str) {
        self.buffer.push_str(text);
        self.ends.push(self.buffer.len());
    }

    /// Adds all texts of another column.
    pub fn append(&mut self, more: &Self) {
        match (&mut self.ends, &more.ends) {
            (Ends::Alike { bytes, count }, Ends::Alike { bytes: same, count: added }) if *bytes == *same && *count > 0 => {
                *count += added;
                self.buffer.push_str(&more.buffer);
            }
            _ => more.iter().for_each(|text| self.push(text)),
        }
    }

    /// The text of row `index`.
    ///
    /// # Panics
    /// When there is no such row: a fault of the caller, not of the data.
    #[must_use]
    #[inline]
    pub fn get(&self, index: usize) -> &str {
        &self.buffer[self.ends.range(index)]
    }

    /// Number of texts.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes of the longest text; 0 without texts.
    #[must_use]
    pub fn longest(&self) -> usize {
        match &self.ends {
            Ends::Alike { bytes, .. } => *bytes,
            Ends::Each(_) => self.ends.iter().map(|range| range.len()).max().unwrap_or(0),
        }
    }

    /// Bytes of all texts together.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.buffer.len()
    }

    /// All texts in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|index| self.get(index))
    }
}

/// A column of texts that is still growing, from bytes that are most likely UTF-8: they are checked once, all together.
#[derive(Debug, Clone, Default)]
pub struct RawTexts {
    bytes: Vec<u8>,
    ends: Ends,
}

impl RawTexts {
    /// Adds a text.
    #[inline]
    pub fn push(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        self.ends.push(self.bytes.len());
    }

    /// The texts; bytes that are not UTF-8 are replaced by the sign for that.
    #[must_use]
    pub fn finish(self) -> Texts {
        let Self { bytes, ends } = self;
        // Texts that are valid together may still be cut inside a letter.
        match String::from_utf8(bytes) {
            Ok(buffer) if buffer.is_ascii() || ends.iter().all(|text| buffer.is_char_boundary(text.end)) => Texts { buffer, ends },
            Ok(buffer) => Self::repaired(buffer.as_bytes(), &ends),
            Err(error) => Self::repaired(error.as_bytes(), &ends),
        }
    }

    fn repaired(bytes: &[u8], ends: &Ends) -> Texts {
        let mut texts = Texts::default();
        ends.iter().for_each(|text| texts.push(&String::from_utf8_lossy(&bytes[text])));
        texts
    }
}

impl<'a> FromIterator<&'a str> for Texts {
    fn from_iter<I: IntoIterator<Item = &'a str>>(texts: I) -> Self {
        let mut column = Self::default();
        texts.into_iter().for_each(|text| column.push(text));
        column
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Of one length or of any, pushed one by one or appended: the texts are those that were added, and equal columns are equal.
        #[test]
        fn texts_are_those_that_were_added(parts in prop::collection::vec(prop::collection::vec("|ab|cd|éé|.{0,5}", 0..6), 0..6)) {
            let all: Vec<&str> = parts.iter().flatten().map(String::as_str).collect();
            let mut texts = Texts::default();
            let mut raw = RawTexts::default();
            for part in &parts {
                texts.append(&part.iter().map(String::as_str).collect());
                part.iter().for_each(|text| raw.push(text.as_bytes()));
            }
            prop_assert_eq!(texts.iter().collect::<Vec<_>>(), all.clone());
            prop_assert_eq!(texts.longest(), all.iter().map(|text| text.len()).max().unwrap_or(0));
            prop_assert_eq!(&texts, &all.iter().copied().collect::<Texts>());
            prop_assert_eq!(&texts, &raw.finish());
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_replaced_one_by_one() {
        // "é" is C3 A9: cut in two it is no text on either side; E9 is é in Windows-1252.
        for (parts, expected) in [
            (vec![&b"caf\xC3\xA9"[..], b"x"], vec!["café", "x"]),
            (vec![b"caf\xC3", b"\xA9x", b"y"], vec!["caf\u{fffd}", "\u{fffd}x", "y"]),
            (vec![b"caf\xE9", b""], vec!["caf\u{fffd}", ""]),
        ] {
            let mut raw = RawTexts::default();
            parts.iter().for_each(|part| raw.push(part));
            assert_eq!(raw.finish().iter().collect::<Vec<_>>(), expected);
        }
    }
}
